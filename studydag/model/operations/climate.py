"""Agreements on the learning climate, and its pulse; own rows are made with the plain verbs of `editing`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from studydag.model.operations import editing
from studydag.model.operations.soundness import sound
from studydag.model.rules.goals.pillars import pillar_of
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.climate import ClimateItem, ClimateRow
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Approach, Instrument, Measure
from studydag.model.values.questions import QuestionPurpose, QuestionSet
from studydag.model.values.school import EffectLevel

BEFORE, AFTER = RelativeDate(-2, DateUnit.WEEKS), RelativeDate(3, DateUnit.MONTHS)
"""When the pulse is taken, unless the user says otherwise."""


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


def plan_pulse(library: Library, day_id: int, title: str) -> int:
    """Plan the pulse on the climate before and after the day, as one step; return the later measure (R058)."""
    owner = ("study_day", day_id)
    sets = [each for each in library.every(QuestionSet) if each.purpose is QuestionPurpose.PULSE and not each.hidden]
    after = Measure(
        title=title,
        level=EffectLevel.CLIMATE,
        instruments=(Instrument.SCHOOL_CLIMATE,),
        approach=Approach.QUANTITATIVE,
        when=AFTER,
        question_set=sets[0].id if sets else None,
    )
    first = editing.last(library, sound(library, replace(after, when=BEFORE), owner), owner)
    second = sound(library, after, owner)
    with library.change(Op.ADD, place=Place(day_id, "measure", 0)) as writer:
        baseline = writer.add(first, owner)
        made = writer.add(replace(second, position=first.position + 1, baseline_measure=baseline), owner)
        writer.place = Place(day_id, "measure", made)
    return made
