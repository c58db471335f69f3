"""Agreements on the learning climate; own rows are made with the plain verbs of `editing`."""

from __future__ import annotations

from typing import Any

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.climate import ClimateItem, ClimatePillar, ClimateRow

_OF_SAFETY = frozenset(
    {ClimateRow.OPEN_COMMUNICATION, ClimateRow.PERSPECTIVES, ClimateRow.FEEDBACK, ClimateRow.EXPERIMENT}
)


def agree(library: Library, day_id: int, row: ClimateRow, **fields: Any) -> int:
    """Fill in one of the eight rows of the source, each of which a day has once (R059-R066); return its id.

    `fields` are those of a ClimateItem, such as agreement, owner, state, or the reason why there is none.
    """
    known = next((item.id for item in library.of_day(ClimateItem, day_id) if item.row is row), None)
    if known is not None and row is not ClimateRow.OWN:
        editing.set_fields(library, Op.AGREE, ClimateItem, known, **fields)
        return known
    pillar = ClimatePillar.SAFETY if row in _OF_SAFETY else ClimatePillar.TIME_AND_SPACE
    item = ClimateItem(row=row, **{"pillar": pillar, **fields})
    return editing.add(library, Op.AGREE, item, ("study_day", day_id))
