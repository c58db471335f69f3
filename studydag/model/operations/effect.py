"""Measures and what they found. Insights and successes are made with the plain verbs of `editing`."""

from __future__ import annotations

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


def set_results(library: Library, measure_id: int, results: Sequence[Result]) -> tuple[int, ...]:
    """Enter all that a measure found, in place of what was entered before, as one step; return the ids.

    A result keeps its row if it carries its id. Raises InvalidValue.
    """
    day_id = day_of(library, ("measure", measure_id))
    owner = ("study_day", day_id)
    sound_ones = [sound(library, replace(result, measure=measure_id), owner) for result in results]
    standing = {each.id for each in library.of_day(Result, day_id) if each.measure == measure_id}
    kept: list[int] = []
    with library.change(Op.CHANGE, place=Place(day_id, "measure", measure_id)) as writer:
        for result in sound_ones:
            if result.id in standing:
                editing.write_whole(writer, result)
                kept.append(result.id)
            else:
                kept.append(writer.add(replace(result, id=0), owner))
        writer.delete("result", *sorted(standing - set(kept)))
    return tuple(kept)
