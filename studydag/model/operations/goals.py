"""Needs, and the impact map. Goals, cases and links are made with the plain verbs of `editing`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.goals import Case, Impact, ImpactRow, Need


def add_needs(library: Library, day_id: int, statements: str, like: Need | None = None) -> tuple[int, ...]:
    """Add a need for each line that is not empty, with the other fields of `like`, as one step (R039); return the ids.

    Raises InvalidValue where a line is too long.
    """
    lines = [line.strip() for line in statements.splitlines() if line.strip()]
    needs = [replace(like or Need(), statement=line, position=0) for line in lines]
    return editing.create_all(library, needs, ("study_day", day_id), op=Op.ADD_NEEDS)


def set_impact(library: Library, day_id: int, row: ImpactRow, *, expected_effect: str, indicator: str = "") -> int:
    """Fill in a row of the impact map, which there is once (R023-R026); return its id."""
    known = next((impact.id for impact in library.of_day(Impact, day_id) if impact.row is row), None)
    if known is None:
        made = Impact(row=row, expected_effect=expected_effect, indicator=indicator)
        return editing.create(library, made, ("study_day", day_id))
    editing.change(library, Impact, known, expected_effect=expected_effect, indicator=indicator)
    return known


def assign_cases(library: Library, case_ids: Iterable[int], block_id: int | None) -> None:
    """Use practice cases in a block, or (None) in none (R020), as one step. Raises InvalidValue, NotFound."""
    editing.change_all(library, Case, case_ids, block=block_id)
