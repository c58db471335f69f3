"""How the learning climate is edited: the eight rows of the source are always there, filled in or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from studydag.model.operations import climate
from studydag.model.rules.goals.pillars import pillar_of
from studydag.model.store.library import Library
from studydag.model.values.climate import ClimateItem, ClimateRow
from studydag.model.values.study_day import StudyDay
from studydag.ui.tables.row_edits import ThingEdits


class ClimateEdits(ThingEdits):
    """Gives the rows that are not filled in yet ids below nought; the first edit of such a row makes it."""

    def __init__(self, library: Library, made: Callable[[int], object]) -> None:
        """Tell `made` the id of a row that was filled in for the first time."""
        super().__init__(library, StudyDay, "climate", ClimateItem)
        self._made = made

    def rows(self, owner: StudyDay) -> tuple[ClimateItem, ...]:
        """Return the eight rows of the source, then own ones."""
        known = {item.row: item for item in owner.climate if item.row is not ClimateRow.OWN}
        of_source = [row for row in ClimateRow if row is not ClimateRow.OWN]
        rows = [
            known.get(row, ClimateItem(id=-number, row=row, pillar=pillar_of(row)))
            for number, row in enumerate(of_source, 1)
        ]
        return (*rows, *(item for item in owner.climate if item.row is ClimateRow.OWN))

    def change(self, owner: Any, row_id: int, name: str, new: Any) -> None:
        """Change a field of a row, which is made where it isn't there yet."""
        if row_id > 0:
            super().change(owner, row_id, name, new)
            return
        row = next(each for each in self.rows(owner) if each.id == row_id)
        self._made(climate.agree(self._library, owner.id, row.row, **{name: new}))

    def delete(self, owner: Any, ids: Sequence[int]) -> None:
        """Delete rows; those of the source are empty again then."""
        there = [row_id for row_id in ids if row_id > 0]
        if there:
            super().delete(owner, there)

    def duplicate(self, owner: Any, ids: Sequence[int]) -> tuple[int, ...]:
        """Add rows once more as own ones."""
        items = {row.id: row for row in self.rows(owner)}
        own = [replace(items[row_id], id=0, uid="", position=0, row=ClimateRow.OWN) for row_id in ids]
        return self.add(owner, own)

    def put_before(self, owner: Any, row_id: int, before: int | None) -> None:
        """Put an own row before another; those of the source keep their order."""
        own = {item.id for item in owner.climate if item.row is ClimateRow.OWN}
        if row_id in own and (before is None or before in own):
            super().put_before(owner, row_id, before)
