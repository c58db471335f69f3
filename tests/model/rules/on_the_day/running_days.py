"""A morning that is being held, at a clock time, and after steps of any kind."""

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from studydag.model.rules.on_the_day.running import Run, run
from studydag.model.rules.on_the_day.running_steps import Note, go_on, noted, skip, start
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from tests.building import DAY, a_block, a_break, a_day, at

NOON = dt.datetime.combine(DAY, dt.time(12))


def clock(time: str, *, seconds: int = 0) -> dt.datetime:
    return dt.datetime.combine(DAY, at(time)) + dt.timedelta(seconds=seconds)


def at_minute(minutes: int) -> dt.datetime:
    return dt.datetime.combine(DAY, dt.time()) + dt.timedelta(minutes=minutes)


def live(day: StudyDay, time: str) -> Run:
    found = run(day, 1, clock(time))
    assert found is not None
    return found


def expected(day: StudyDay, time: str) -> dict[int, str]:
    return {slot.block.id: f"{slot.start // 60}:{slot.start % 60:02}" for slot in live(day, time).slots}


def morning(*more: Block) -> StudyDay:
    return a_day(a_block(1, 30), a_block(2, 60), a_break(3, 15), a_block(4, 45, pinned_start=at("11:00")), *more)


def step(day: StudyDay, time: str, *, block: int = 0) -> StudyDay:
    notes = start(day, 1, block, clock(time)) if block else go_on(day, 1, clock(time))
    assert notes
    return noted(day, notes)


moments = st.integers(3 * 60, 27 * 60).map(at_minute)
steps = st.lists(
    st.tuples(st.sampled_from(["go on", "skip", "jump"]), st.integers(0, 40), st.integers(0, 9)), max_size=8
)


def plain(day: StudyDay) -> StudyDay:
    return replace(day, parts=tuple(replace(part, date=DAY) for part in day.parts))


def taken(day: StudyDay, kind: str, pick: int, now: dt.datetime) -> tuple[Note, ...]:
    if kind == "skip":
        return skip(day, 1, now)
    found = run(day, 1, now)
    if kind == "jump" and found is not None and found.coming:
        return start(day, 1, found.coming[pick % len(found.coming)].block.id, now)
    return go_on(day, 1, now)
