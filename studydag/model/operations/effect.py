"""Measures and what they found. Insights and successes are made with the plain verbs of `editing`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from studydag.model.operations import editing
from studydag.model.operations.soundness import day_of, refuse_if_any, sound
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.dates import Due
from studydag.model.values.effect import Measure, Result
from studydag.model.values.validation import own_problems


def add_baseline(library: Library, measure_id: int, when: Due | None) -> int:
    """Add the measurement before the day to one after it: the same but for its date (R114); return its id.

    A measure that has a baseline already keeps it, and that one's id is returned.
    """
    measure = library.get(Measure, measure_id)
    if measure.baseline_measure is not None:
        return measure.baseline_measure
    day_id = day_of(library, ("measure", measure_id))
    owner = ("study_day", day_id)
    refuse_if_any(own_problems(Measure, {"when": when}, ""))
    baseline = sound(library, replace(measure, id=0, uid="", position=0, when=when, block=None), owner)
    ranked = editing.last(library, baseline, owner)
    with library.change(Op.ADD, place=Place(day_id, "measure", measure_id)) as writer:
        made = writer.add(ranked, owner)
        writer.set(Measure, measure_id, baseline_measure=made)
    return made


def keep_results(library: Library, measure_id: int, results: Sequence[Result]) -> tuple[int, ...]:
    """Keep what was entered for a measure, as one step (R109); return the ids of what stands then.

    A result with an id takes the place of what it was; one that says nothing is deleted, or not made. Results that are
    not named stay. Raises InvalidValue, NotFound.
    """
    day_id = day_of(library, ("measure", measure_id))
    owner = ("study_day", day_id)
    sound_ones = [sound(library, replace(result, measure=measure_id), owner) for result in results]
    kept: list[int] = []
    with library.change(Op.ENTER_RESULTS, place=Place(day_id, "measure", measure_id)) as writer:
        for result in sound_ones:
            if result.id and not says_something(result):
                writer.delete("result", result.id)
            elif result.id:
                editing.write_whole(writer, result)
                kept.append(result.id)
            elif says_something(result):
                kept.append(writer.add(result, owner))
    return tuple(kept)


def set_occasion(
    library: Library, measure_id: int, was: dt.date | None, date: dt.date | None, invited: int | None
) -> None:
    """Give all results of a measure of one date another date and number of people asked, as one step."""
    refuse_if_any([*own_problems(Result, {"date": date}, ""), *own_problems(Result, {"invited": invited}, "")])
    day_id = day_of(library, ("measure", measure_id))
    with library.change(
        Op.ENTER_RESULTS, merge=("measure", measure_id, "occasion"), place=Place(day_id, "measure", measure_id)
    ) as writer:
        for each in library.of_day(Result, day_id):
            if each.measure == measure_id and each.date == was:
                writer.set(Result, each.id, date=date, invited=invited)


def says_something(result: Result) -> bool:
    """Whether anything was found: figures, answers or words."""
    figures = (result.n, result.mean, result.spread)
    return any(each is not None for each in figures) or any(result.distribution) or bool(result.text.strip())
