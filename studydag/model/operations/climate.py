"""Agreements on the learning climate; own rows are made with the plain verbs of `editing`."""

from __future__ import annotations

from typing import Any

from studydag.model.operations import editing
from studydag.model.rules.pillars import pillar_of
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.climate import ClimateItem, ClimateRow


def agree(library: Library, day_id: int, row: ClimateRow, **fields: Any) -> int:
    """Fill in one of the eight rows of the source, each of which a day has once (R059-R066); return its id.

    `fields` are those of a ClimateItem, such as agreement, owner, state, or the reason why there is none.
    """
    known = next((item.id for item in library.of_day(ClimateItem, day_id) if item.row is row), None)
    if known is not None and row is not ClimateRow.OWN:
        editing.set_fields(library, Op.AGREE, ClimateItem, known, **fields)
        return known
    item = ClimateItem(row=row, **{"pillar": pillar_of(row), **fields})
    return editing.add(library, Op.AGREE, item, ("study_day", day_id))
