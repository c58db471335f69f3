import datetime as dt

from hypothesis import given

from studydag.model.rules.time.schedule import minutes_after_midnight, schedule
from studydag.model.rules.time.totals import part_totals, totals
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, Part
from studydag.model.values.study_day import StudyDay
from tests.model.rules.generated_days import days

NINE = dt.time(9)


def test_the_totals_line():
    blocks = (
        Block(id=1, part=1, position=1, minutes=30, phase=Phase.ORGANISATION, pinned_start=dt.time(8, 30)),
        Block(id=2, part=1, position=2, minutes=150, phase=Phase.KNOWLEDGE),
        Block(id=3, part=1, position=3, minutes=70, phase=Phase.BREAK),
        Block(id=4, part=1, position=4, minutes=150, phase=Phase.APPLICATION),
    )
    day = StudyDay(parts=(Part(id=1, start=NINE, end=dt.time(15)),), blocks=blocks)
    sums = totals(schedule(day))

    assert (sums.start, sums.end, sums.end_day_offset) == (dt.time(8, 30), dt.time(15, 10), 0)
    assert (sums.content_minutes, sums.break_minutes, sums.organisation_minutes) == (300, 70, 30)
    assert (sums.block_count, sums.minutes_over, sums.minutes_spare) == (4, 10, 0)


def test_a_day_without_blocks_has_its_whole_part_to_spare():
    day = StudyDay(parts=(Part(id=1, start=NINE, end=dt.time(16)),))
    sums = totals(schedule(day))

    assert (sums.start, sums.end, sums.minutes_spare) == (None, None, 7 * 60)
    assert part_totals(schedule(day).parts[0]) == sums


@given(days())
def test_totals_are_the_sum_of_what_takes_place(day: StudyDay):
    found = schedule(day)
    sums = totals(found)
    live = [slot for slot in found if not slot.block.cancelled]

    assert sums.content_minutes + sums.break_minutes + sums.organisation_minutes == sum(slot.minutes for slot in live)
    assert sums.block_count == len(live)


def test_what_is_over_and_spare_is_summed_over_the_parts_and_past_midnight_is_the_next_day():
    parts = (
        Part(id=1, position=1, start=NINE, end=dt.time(10)),
        Part(id=2, position=2, start=dt.time(13), end=dt.time(14)),
        Part(id=3, position=3, start=dt.time(22), end=dt.time(1)),
    )
    blocks = (
        Block(id=1, part=1, minutes=75),
        Block(id=2, part=2, minutes=70),
        Block(id=3, part=3, minutes=160),
    )
    day = StudyDay(parts=parts, blocks=blocks)
    summed = totals(schedule(day))

    assert (summed.minutes_over, summed.minutes_spare) == (15 + 10, 20)
    assert (summed.start, summed.end, summed.end_day_offset) == (NINE, dt.time(0, 40), 1)


@given(days())
def test_the_totals_of_a_day_are_those_of_its_parts(day: StudyDay):
    timed = schedule(day)
    whole, parts = totals(timed), [part_totals(part) for part in timed.parts]
    for name in ("content_minutes", "break_minutes", "organisation_minutes", "minutes_over", "minutes_spare"):
        assert getattr(whole, name) == sum(getattr(each, name) for each in parts)
    for each, part in zip(parts, timed.parts, strict=True):
        if part.last_end is not None and each.end is not None:
            assert each.end_day_offset * 1440 + minutes_after_midnight(each.end) == part.last_end
