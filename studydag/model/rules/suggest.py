"""Which working formats fit a block, and which fit what somebody looks for (R076)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from studydag.model.values.formats import Phase, SetUp, WorkingFormat


class Misfit(StrEnum):
    """In what a working format doesn't fit."""

    PHASE = "phase"
    MINUTES = "minutes"
    GROUP = "group"
    SET_UP = "set_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a block asks of a working format; what is None or ANY may be anything. `people` take part at once."""

    phase: Phase | None = None
    minutes: int | None = None
    people: int | None = None
    set_up: SetUp = SetUp.ANY


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
    """A working format and in what it doesn't fit, which may be nothing."""

    working_format: WorkingFormat
    misfits: tuple[Misfit, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether it fits in everything."""
        return not self.misfits


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


def suggest(formats: Iterable[WorkingFormat], wanted: Wanted, frame: Frame | None) -> tuple[Suggestion, ...]:
    """Return the formats that are looked for, those that fit the block best first, else in their own order.

    Without a block to fit, all of them fit.
    """
    found = [
        Suggestion(working_format=each, misfits=() if frame is None else misfits(each, frame))
        for each in formats
        if meets(each, wanted)
    ]
    return tuple(sorted(found, key=lambda each: _weight(each.misfits)))


def _weight(found: tuple[Misfit, ...]) -> tuple[int, int]:
    # A wrong phase weighs most: minutes and set-up can be changed, what a block is for hardly.
    return len(found) + (Misfit.PHASE in found), len(found)


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
