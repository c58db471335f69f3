"""Needs, and the impact map. Goals, cases and links are made with the plain verbs of `editing`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from studydag.model.operations import editing
from studydag.model.operations.soundness import refuse
from studydag.model.rules.goals.scan_scores import Scores
from studydag.model.rules.threads.thread_web import LINK_FIELDS, LinkField, link_between
from studydag.model.store import schema
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.description import kind_of
from studydag.model.values.goals import Case, Goal, Impact, ImpactRow, Need
from studydag.model.values.references import Reference
from studydag.model.values.wording import N_


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


def add_goal(library: Library, day_id: int, sentence: str, *, need: int, school_goal: int | None = None) -> int:
    """Add a goal that a need asks for and a school goal stands behind, as one step (R041); return its id.

    Raises InvalidValue, TooMany, NotFound.
    """
    school_goals = () if school_goal is None else (school_goal,)
    return editing.create(
        library, Goal(sentence=sentence, needs=(need,), school_goals=school_goals), ("study_day", day_id)
    )


def set_scores(library: Library, need_id: int, scores: Scores, low: float, high: float) -> None:
    """Note what a scan found in a need, as one step (R036): how many answered, the mean, and how often each score.

    Raises InvalidValue, NotFound.
    """
    editing.change(
        library,
        Need,
        need_id,
        n=scores.n,
        value=scores.mean,
        scale_low=low,
        scale_high=high,
        distribution=scores.distribution(low, high),
    )


def assign_cases(library: Library, case_ids: Iterable[int], block_id: int | None) -> None:
    """Use practice cases in a block, or (None) in none (R020), as one step. Raises InvalidValue, NotFound."""
    editing.change_all(library, Case, case_ids, block=block_id)


def link_in_thread(library: Library, one: Reference, other: Reference) -> None:
    """Link two things of the thread, in whichever order, as one step; an action comes from one block only.

    Raises InvalidValue where two such things can't be linked, NotFound.
    """
    where, (kind, row_id), target = _link(one, other)
    value = schema.entities()[kind].value
    if where.only_one:
        _point(library, Op.LINK, value, row_id, where.field, target)
    else:
        editing.link(library, value, row_id, where.field, target)


def unlink_in_thread(library: Library, one: Reference, other: Reference) -> None:
    """Take the link between two things of the thread away, as one step. Raises as `link_in_thread`."""
    where, (kind, row_id), target = _link(one, other)
    value = schema.entities()[kind].value
    if not where.only_one:
        editing.unlink(library, value, row_id, where.field, target)
    elif getattr(library.get(value, row_id), where.field) == target:
        _point(library, Op.UNLINK, value, row_id, where.field, None)


def _link(one: Reference, other: Reference) -> tuple[LinkField, Reference, int]:
    """Return where a link is kept: in which field of which thing, and the id that stands there."""
    link = link_between(one, other)
    if link is None:
        refuse("goals", N_("These two can’t be linked: the thread goes from need to goal, block, action and measure."))
    left, right = link
    return LINK_FIELDS[left[0], right[0]], right, left[1]


def _point(library: Library, op: Op, value: type[Any], row_id: int, field: str, target: int | None) -> None:
    editing.changed(library, value, row_id, {field: target})
    with library.change(op, place=editing.place_of(library, kind_of(value), row_id)) as writer:
        writer.set(value, row_id, **{field: target})
