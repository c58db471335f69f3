"""Where blocks stand on the timeline, and where what is dropped or moved by a step goes: without a window."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QPointF, QRectF, Qt

from studydag.model.operations.spots import PARKED, Spot
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.timeline.bends import LEAST_HEIGHT
from studydag.ui.timeline.boxes import Layout, Measures
from studydag.ui.timeline.layout import clear_of, lay_out, usual_scale
from studydag.ui.timeline.spots import changes_nothing, drop_at, step_from
from studydag.ui.timeline.walking import neighbour_in
from tests.building import a_block, a_day, a_part, a_round
from tests.model.rules.generated_days import days

MEASURES = Measures(width=600, line=20, gutter=60, scale=2)


# -- where blocks stand


@given(days())
def test_layout_is_to_scale_and_finds_every_block_again(day: StudyDay) -> None:
    plan = schedule(day)
    layout = lay_out(plan, MEASURES)
    assert [box.id for box in layout.boxes] == [slot.block.id for slot in plan.with_options()]
    for part in layout.parts:
        for box in layout.top_level(part):
            if not box.flat:
                assert box.rect.top() == pytest.approx(part.y(box.slot.start) + 1)
                assert box.rect.height() > box.slot.minutes * 2 - 2.01
                assert part.minutes_at(part.y(box.slot.end)) == pytest.approx(box.slot.end)
    for box in layout.boxes:
        assert layout.box_of(box.id) is box
        assert box in layout.between(box.rect.top(), box.rect.bottom())
    for one, other in pairwise(layout.parts):
        assert one.area.bottom() < other.heading.top()


def test_what_is_too_short_to_be_read_gets_the_room_for_its_title_and_the_rest_stays_to_scale() -> None:
    day = a_day(a_block(1, 30), a_block(2, 5), a_block(3, 5), a_block(4, 60))
    measures = replace(MEASURES, scale=1)
    layout = lay_out(schedule(day), measures)
    heights = [layout.box_of(number).rect.height() + 2 for number in (1, 2, 3, 4)]
    least = LEAST_HEIGHT * measures.line
    assert heights == pytest.approx([30, least, least, 60])
    pinned = a_day(a_block(1, 30), a_block(2, 60, pinned_start=dt.time(9, 35)))
    assert [each.rect.height() for each in lay_out(schedule(pinned), measures).buffers] == [pytest.approx(least - 2)]
    part = layout.parts[0]
    assert part.area.height() == pytest.approx(part.last - part.first + 2 * (least - 5))
    assert part.minutes_at(layout.box_of(3).rect.center().y()) == pytest.approx(layout.box_of(3).slot.start + 2.5)


@settings(max_examples=25)
@given(days(), days())
def test_a_former_layout_changes_nothing_in_where_blocks_stand(day: StudyDay, other: StudyDay) -> None:
    middle = len(day.blocks) // 2
    before, fewer = schedule(day), replace(day, blocks=(*day.blocks[:middle], *day.blocks[middle + 1 :]))
    for former in (before, schedule(other)):
        after = schedule(fewer, former)
        assert lay_out(after, MEASURES, lay_out(former, MEASURES)) == lay_out(after, MEASURES)


def test_what_stands_above_a_short_block_that_goes_is_taken_over_and_a_pin_below_it_is_not() -> None:
    pinned = a_block(6, 60, pinned_start=dt.time(11))
    day = a_day(*(a_block(number, 3) for number in range(1, 6)), pinned, a_block(7, 60), a_block(8, 3))
    before = schedule(day)
    former = lay_out(before, MEASURES)
    after = schedule(replace(day, blocks=(*day.blocks[:4], *day.blocks[5:])), before)
    boxes = lay_out(after, MEASURES, former).boxes
    assert [box for box in boxes if any(box is known for known in former.boxes)] == list(former.boxes[:4])
    assert boxes == lay_out(after, MEASURES).boxes


@given(days())
def test_what_is_seen_between_two_heights_is_what_lies_there(day: StudyDay) -> None:
    layout = lay_out(schedule(day), MEASURES)
    for top in range(0, int(layout.height), 400):
        seen = {box.id for box in layout.between(top, top + 150)}
        assert seen == {box.id for box in layout.boxes if box.rect.bottom() >= top and box.rect.top() <= top + 150}


def test_options_stand_side_by_side_within_their_round() -> None:
    plan = schedule(a_day(*a_round(1, a_block(2, 60), a_block(3, 30), a_block(4, 30, offset_minutes=30))))
    layout = lay_out(plan, MEASURES)
    whole, first, second, third = (box.rect for box in layout.boxes)
    assert whole.contains(first)
    assert whole.contains(second)
    assert first.right() < second.left()
    assert second.left() == third.left()
    assert third.top() > second.bottom()


def test_the_title_of_a_round_takes_its_room_from_all_options_alike() -> None:
    halves = a_block(4, 15), a_block(5, 45, offset_minutes=15)
    plan = schedule(a_day(*a_round(1, a_block(2, 60), a_block(3, 30), *halves)))
    whole, full, half, quarter, rest = (box.rect for box in lay_out(plan, replace(MEASURES, scale=1.1)).boxes)
    assert whole.height() < 4 * MEASURES.line
    assert half.height() == pytest.approx(full.height() / 2, abs=1)
    assert quarter.left() == rest.left()
    assert quarter.bottom() < rest.top() < half.bottom()
    assert rest.bottom() == full.bottom() < whole.bottom()


def test_of_sixty_options_as_many_are_read_as_there_is_room_for_and_the_rest_is_counted() -> None:
    options = [a_block(10 + number, 60, round=1) for number in range(60)]
    day = a_day(a_block(1, 60, kind=BlockKind.ROUND), *options)
    found = schedule(day)
    scale = usual_scale(found, 20)
    assert scale == usual_scale(schedule(a_day(a_block(1, 60))), 20) * 2
    layout = lay_out(found, Measures(width=400, line=20, gutter=60, scale=scale))
    boxes = list(layout.options(1))
    read, crowded = [box for box in boxes if not box.crowded], [box for box in boxes if box.crowded]
    assert len(read) + len(crowded) == 60
    assert len(read) > 10
    assert all(box.rect.width() > 60 and box.rect.height() > 20 for box in read)
    assert len({box.rect.topLeft().toTuple() for box in crowded}) == 1
    box = layout.box_of(1)
    assert box is not None
    assert layout.box_at(crowded[0].rect.center()) == box
    assert neighbour_in(layout, read[-1].id, Qt.Key.Key_Right) == crowded[0].id


def test_blocks_that_overlap_are_both_seen() -> None:
    late = a_block(2, 30, pinned_start=dt.time(9, 20))
    layout = lay_out(schedule(a_day(a_block(1, 60), late)), MEASURES)
    one, other = layout.boxes
    assert one.rect.intersects(other.rect)
    assert other.rect.left() > one.rect.left()
    assert layout.box_at(other.rect.center()) is other


def test_time_before_a_pin_is_a_buffer() -> None:
    layout = lay_out(schedule(a_day(a_block(1, 30), a_block(2, 30, pinned_start=dt.time(9, 45)))), MEASURES)
    assert [buffer.minutes for buffer in layout.buffers] == [15]
    assert layout.buffers[0].rect.height() == 28


def test_what_takes_no_time_lies_on_top() -> None:
    layout = lay_out(schedule(a_day(a_block(1, 30), a_block(2, 30, cancelled=True), a_block(3, 30))), MEASURES)
    _, cancelled, following = layout.boxes
    assert cancelled.flat
    assert layout.box_at(cancelled.rect.center()) is cancelled
    assert layout.box_at(following.rect.bottomLeft() + QPointF(2, -2)) is following


def test_a_short_block_is_read_and_leaves_the_scale_of_the_others() -> None:
    usual = usual_scale(schedule(a_day(a_block(1, 60))), 20)
    assert 15 * usual == 25
    with_short = schedule(a_day(a_block(1, 60), a_block(2, 5)))
    assert usual_scale(with_short, 20) == usual
    layout = lay_out(with_short, replace(MEASURES, scale=usual))
    assert [box.rect.height() + 2 for box in layout.boxes] == pytest.approx([100, LEAST_HEIGHT * 20])


# -- where blocks go


def drop(day: StudyDay, y: float, moved: set[int], *, as_options: bool = True) -> Spot:
    layout = lay_out(schedule(day), MEASURES)
    found = drop_at(layout, QPointF(100, y), frozenset(moved), as_options=as_options)
    assert found is not None
    return found.spot


def test_a_drop_goes_before_the_block_whose_upper_half_it_is_over() -> None:
    day = a_day(a_block(1), a_block(2), a_block(3))
    layout = lay_out(schedule(day), MEASURES)
    second = layout.boxes[1].rect
    assert drop(day, second.top() + 5, {3}) == Spot(part=1, before=2)
    assert drop(day, second.bottom() - 5, {3}) == Spot(part=1)
    assert drop(day, second.bottom() - 5, {1}) == Spot(part=1, before=3)


def test_a_drop_in_the_middle_of_a_round_makes_an_option_but_never_of_a_round() -> None:
    day = a_day(*a_round(1, a_block(2, 60), a_block(3, 60)), a_block(4))
    layout = lay_out(schedule(day), MEASURES)
    whole = layout.boxes[0].rect
    assert drop(day, whole.center().y(), {4}) == Spot(round=1, before=2)
    assert drop(day, whole.top() + 3, {4}) == Spot(part=1, before=1)
    assert drop(day, whole.center().y() - 2, {4}, as_options=False) == Spot(part=1, before=1)


def test_only_the_edges_of_a_long_round_are_not_meant_for_its_options() -> None:
    day = a_day(*a_round(1, a_block(2, 180), a_block(3, 180)), a_block(4, pinned_start=dt.time(12, 30)))
    whole = lay_out(schedule(day), MEASURES).boxes[0].rect
    assert drop(day, whole.bottom() - 25, {4}).round == 1
    assert drop(day, whole.top() + 25, {4}).round == 1
    assert drop(day, whole.bottom() - 5, {5}) == Spot(part=1, before=4)


def test_what_goes_behind_a_block_is_shown_there_and_not_at_the_pin_after_it() -> None:
    layout = lay_out(schedule(a_day(a_block(1, 60), a_block(2, pinned_start=dt.time(11)), a_block(3))), MEASURES)
    first, pinned, last = (box.rect for box in layout.boxes)
    found = drop_at(layout, QPointF(100, first.bottom() - 3), frozenset(), as_options=True)
    assert found is not None
    assert found.spot == Spot(part=1, before=2)
    assert found.line.y1() == first.bottom()
    found = drop_at(layout, QPointF(100, last.top() + 3), frozenset(), as_options=True)
    assert found is not None
    assert pinned.bottom() <= found.line.y1() <= last.top()


def test_a_step_goes_past_one_block_and_at_the_end_to_the_next_part() -> None:
    day = a_day(a_part(1), a_part(2), a_block(1), a_block(2), a_block(3, part=2))
    plan = schedule(day)
    assert step_from(day, plan, [1], 1) == Spot(part=1)
    assert step_from(day, plan, [2], -1) == Spot(part=1, before=1)
    assert step_from(day, plan, [2], 1) == Spot(part=2, before=3)
    assert step_from(day, plan, [3], -1) == Spot(part=1)
    assert step_from(day, plan, [1], -1) is None
    assert step_from(day, plan, [1, 3], 1) is None


def test_a_spot_where_blocks_stand_already_is_none() -> None:
    day = a_day(a_block(1), a_block(2), a_block(3))
    plan = schedule(day)
    assert changes_nothing(day, plan, [2], Spot(part=1, before=3))
    assert changes_nothing(day, plan, [2], Spot(part=1, before=2))
    assert changes_nothing(day, plan, [3], Spot(part=1))
    assert not changes_nothing(day, plan, [2], Spot(part=1))
    assert not changes_nothing(day, plan, [2], PARKED)


# -- options in narrow rounds


def narrow_options(*options: Block, width: float = 300, scale: float = 2) -> tuple[Layout, list[QRectF]]:
    planned = schedule(a_day(*a_round(1, *options, minutes=70)))
    shown = lay_out(planned, Measures(width=width, line=20, gutter=60, scale=scale))
    return shown, [box.rect for box in shown.options(1)]


def test_options_that_would_be_too_narrow_stand_below_each_other():
    options = [a_block(number, 70) for number in (2, 3, 4)]
    wide, side_by_side = narrow_options(*options, width=900)
    shown, rects = narrow_options(*options)

    assert len({rect.left() for rect in side_by_side}) == 3
    assert len({rect.left() for rect in rects}) == 1
    assert all(above.bottom() <= below.top() for above, below in pairwise(rects))
    assert all(rect.height() >= 20 for rect in rects)
    round_box = shown.box_of(1)
    assert round_box is not None
    assert all(round_box.rect.contains(rect) for rect in rects)
    assert not any(box.in_rows for box in wide.boxes)


def test_options_of_other_times_or_in_low_rounds_stay_to_scale():
    _, rects = narrow_options(a_block(2, 30), a_block(3, 70))
    assert rects[0].height() < rects[1].height()
    _, rects = narrow_options(*(a_block(number, 70) for number in range(2, 5)), scale=0.5)
    assert len({rect.left() for rect in rects}) == 3


def test_what_is_dropped_among_options_below_each_other_goes_above_or_below_one():
    shown, rects = narrow_options(*(a_block(number, 70) for number in (2, 3, 4)))
    middle = rects[1].center()
    above = drop_at(shown, middle - QPointF(0, 4), frozenset(), as_options=True)
    below = drop_at(shown, middle + QPointF(0, 4), frozenset(), as_options=True)

    assert above is not None
    assert below is not None
    assert (above.spot.before, below.spot.before) == (3, 4)
    assert above.line.y1() == above.line.y2()


def test_up_and_down_go_through_options_below_each_other():
    shown, _ = narrow_options(*(a_block(number, 70) for number in (2, 3)))
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up

    assert neighbour_in(shown, 2, down) == 3
    assert neighbour_in(shown, 3, up) == 2
    assert neighbour_in(shown, 2, up) == 1
    assert neighbour_in(shown, 3, down) is None


def test_a_title_stays_clear_of_what_lies_on_top():
    layout = lay_out(schedule(a_day(a_block(1, 30), a_block(2, 30, cancelled=True), a_block(3, 30))), MEASURES)
    before, cancelled, following = layout.boxes
    assert layout.flat == (cancelled,)
    text = clear_of(following.rect, layout.flat, MEASURES.line)
    assert text.left() == following.rect.left()
    assert text.right() < cancelled.rect.left()
    assert clear_of(before.rect, layout.flat, MEASURES.line) == before.rect
