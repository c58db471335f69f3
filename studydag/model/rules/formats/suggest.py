"""Which working formats fit a block, and which fit what somebody looks for (R076)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from studydag.model.rules.time.balance import (
    ACTIVE_FROM,
    Formats,
    interaction_of,
    interaction_of_format,
    live,
    lunch_of,
)
from studydag.model.rules.time.schedule import Schedule
from studydag.model.values.formats import FormatUse, Phase, SetUp, WorkingFormat
from studydag.model.values.programme import Block, Interaction


class Misfit(StrEnum):
    """In what a working format doesn't fit."""

    PHASE = "phase"
    MINUTES = "minutes"
    GROUP = "group"
    SET_UP = "set_up"


class Reason(StrEnum):
    """Why a working format suits a block, beside that its ranges fit."""

    WELL_RATED = "well_rated"
    AWAKE = "awake"
    VARIES = "varies"
    TRIED = "tried"


WELL_RATED = 4.0
"""From this mean on, of 5, people liked it. Ours."""
POORLY_RATED = 2.5
NEVER = FormatUse()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a block asks of a working format; what is None or ANY may be anything. `people` take part at once.

    `before` and `after` are how people take part in the blocks beside it, `after_lunch` that lunch comes before it.
    """

    phase: Phase | None = None
    minutes: int | None = None
    people: int | None = None
    set_up: SetUp = SetUp.ANY
    before: Interaction | None = None
    after: Interaction | None = None
    after_lunch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for. `minutes` is the most there is, `activity` the least; `words` stand in the texts."""

    words: str = ""
    phase: Phase | None = None
    minutes: int | None = None
    people: int | None = None
    activity: int | None = None
    set_up: SetUp = SetUp.ANY
    online: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A working format, in what it doesn't fit, which may be nothing, and what more speaks for it."""

    working_format: WorkingFormat
    misfits: tuple[Misfit, ...] = ()
    reasons: tuple[Reason, ...] = ()
    use: FormatUse = NEVER

    @property
    def fits(self) -> bool:
        """Whether it fits in everything."""
        return not self.misfits

    @property
    def rank(self) -> tuple[int, int, int]:
        """What suggestions are sorted by: those that fit first, of those the ones that most speaks for."""
        # A wrong phase weighs most: minutes and set-up can be changed, what a block is for hardly.
        weight = len(self.misfits) + (Misfit.PHASE in self.misfits)
        disliked = self.use.mean is not None and self.use.mean < POORLY_RATED
        return weight, len(self.misfits), 2 * disliked - len(self.reasons)


def frame_of(block: Block, schedule: Schedule, formats: Formats, *, minutes: int, people: int | None) -> Frame:
    """Return what a block asks, in its place in the programme; `minutes` is how long it lasts."""
    slot = schedule.slot_of(block.round or block.id)
    row = [each for each in live(schedule) if slot is not None and each.part.id == slot.part.id]
    place = next((number for number, each in enumerate(row) if slot is not None and each.block.id == slot.block.id), -1)
    later = row[place + 1 : place + 2] if place >= 0 else []
    lunches = {lunch.block.id for part in schedule.parts if (lunch := lunch_of(part)) is not None}
    learned = [each for each in row[: max(place, 0)] if each.block.phase.is_learning][-1:]
    return Frame(
        phase=block.phase,
        minutes=minutes or None,
        people=people,
        set_up=block.set_up or SetUp.ANY,
        before=next((interaction_of(each.block, formats) for each in learned), None),
        after=next((interaction_of(each.block, formats) for each in later if each.block.phase.is_learning), None),
        after_lunch=place > 0 and row[place - 1].block.id in lunches,
    )


def reasons_for(working_format: WorkingFormat, frame: Frame, use: FormatUse) -> tuple[Reason, ...]:
    """Return what speaks for a format in a place: how it went before, and that it is something else than around it."""
    found = []
    own = interaction_of_format(working_format)
    if use.mean is not None and use.mean >= WELL_RATED:
        found.append(Reason.WELL_RATED)
    sat = frame.after_lunch or frame.before is Interaction.LISTEN
    if sat and working_format.activity_level >= ACTIVE_FROM:
        found.append(Reason.AWAKE)
    elif own not in {frame.before, frame.after} and (frame.before or frame.after):
        found.append(Reason.VARIES)
    if use.count and Reason.WELL_RATED not in found:
        found.append(Reason.TRIED)
    return tuple(found)


def misfits(working_format: WorkingFormat, frame: Frame) -> tuple[Misfit, ...]:
    """Return in what a working format doesn't fit a block: the same ranges as the check on formats looks at."""
    found = []
    if frame.phase is not None and working_format.phases and frame.phase not in working_format.phases:
        found.append(Misfit.PHASE)
    low, high = working_format.minutes_min, working_format.minutes_max
    if frame.minutes is not None and not low <= frame.minutes <= high:
        found.append(Misfit.MINUTES)
    if frame.people is not None and not working_format.group_min <= frame.people <= working_format.group_max:
        found.append(Misfit.GROUP)
    if SetUp.ANY not in {frame.set_up, working_format.room_setup} and frame.set_up is not working_format.room_setup:
        found.append(Misfit.SET_UP)
    return tuple(found)


def meets(working_format: WorkingFormat, wanted: Wanted) -> bool:
    """Whether a working format is what somebody looks for: its ranges fit, and every word stands in its texts."""
    if working_format.hidden and not wanted.hidden:
        return False
    if wanted.phase is not None and wanted.phase not in working_format.phases:
        return False
    if wanted.minutes is not None and working_format.minutes_min > wanted.minutes:
        return False
    if wanted.people is not None and not working_format.group_min <= wanted.people <= working_format.group_max:
        return False
    if wanted.activity is not None and working_format.activity_level < wanted.activity:
        return False
    if wanted.set_up is not SetUp.ANY and working_format.room_setup not in {wanted.set_up, SetUp.ANY}:
        return False
    if wanted.online and not working_format.online:
        return False
    return _has_words(working_format, wanted.words)


def suggest(
    formats: Iterable[WorkingFormat], wanted: Wanted, frame: Frame | None, use: Mapping[int, FormatUse] | None = None
) -> tuple[Suggestion, ...]:
    """Return the formats that are looked for, those that suit the block best first, else in their own order.

    `use` has how often and how well each was used before. Without a block to fit, all of them fit.
    """
    used = use or {}
    found = [_suggestion(each, frame, used.get(each.id, NEVER)) for each in formats if meets(each, wanted)]
    return tuple(sorted(found, key=lambda each: each.rank))


def _suggestion(working_format: WorkingFormat, frame: Frame | None, use: FormatUse) -> Suggestion:
    if frame is None:
        return Suggestion(working_format=working_format, use=use)
    return Suggestion(
        working_format=working_format,
        misfits=misfits(working_format, frame),
        reasons=reasons_for(working_format, frame, use),
        use=use,
    )


def _has_words(working_format: WorkingFormat, words: str) -> bool:
    if not words.strip():
        return True
    texts = (
        working_format.name_nl,
        working_format.name_en,
        working_format.description_nl,
        working_format.description_en,
        *working_format.materials_nl,
        *working_format.materials_en,
    )
    text = " ".join(texts).casefold()
    return all(word in text for word in words.casefold().split())
