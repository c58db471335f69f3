"""The timeline: where blocks stand, what the mouse and the keys do with them, and what is told of them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QDropEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import programme, rounds
from studydag.model.operations.spots import PARKED, Spot
from studydag.model.rules.schedule import Schedule, schedule
from studydag.model.store.library import Library
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import DARK, LIGHT, Colours
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.timeline.both_views import TIMELINE
from studydag.ui.timeline.layout import Layout, Measures, lay_out, usual_scale
from studydag.ui.timeline.spots import changes_nothing, drop_at, step_from
from studydag.ui.timeline.timeline import FORMAT_MIME, Timeline
from studydag.ui.timeline.walking import neighbour_in
from tests.building import a_block, a_day, a_part, a_round
from tests.model.rules.generated_days import days

NO = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
MEASURES = Measures(width=600, line=20, gutter=60, scale=2)


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    """English, whose texts no translator changes."""
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page], qtbot: QtBot) -> ProgrammePage:
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    found.show_view(TIMELINE)
    found.timeline.setFocus()
    found.window().activateWindow()
    qtbot.waitUntil(found.timeline.hasFocus)
    return found


@pytest.fixture
def timeline(page: ProgrammePage) -> Timeline:
    return page.timeline


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def block(library: Library, title: str) -> Block:
    return next(each for each in day(library).blocks if each.title.startswith(title))


def titles(library: Library) -> list[str]:
    return [slot.block.title for slot in schedule(day(library))]


def choose(page: ProgrammePage, title: str) -> int:
    number = block(page.workspace.library, title).id
    page.selected.choose([number])
    return number


def middle(timeline: Timeline, block_id: int, share: float = 0.5) -> QPoint:
    rect = timeline.rect_of(block_id)
    assert rect is not None
    return QPoint(round(rect.left()) + 60, round(rect.top() + rect.height() * share))


def move_mouse(timeline: Timeline, point: QPoint, *, modifiers: Qt.KeyboardModifier = NO, down: bool = True) -> None:
    """Move the pointer; qtbot's own moves come without buttons."""
    buttons = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
    at = QPointF(point)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, at, timeline.mapToGlobal(at), Qt.MouseButton.NoButton, buttons, modifiers
    )
    QApplication.sendEvent(timeline, event)


def drag(qtbot: QtBot, timeline: Timeline, start: QPoint, end: QPoint, *, modifiers: Qt.KeyboardModifier = NO) -> None:
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    move_mouse(timeline, start + QPoint(0, 30), modifiers=modifiers)
    move_mouse(timeline, end, modifiers=modifiers)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=end)


# Where blocks stand


@given(days())
def test_layout_is_to_scale_and_finds_every_block_again(day: StudyDay) -> None:
    plan = schedule(day)
    layout = lay_out(plan, MEASURES)
    assert [box.id for box in layout.boxes] == [slot.block.id for slot in plan.with_options()]
    for part in layout.parts:
        for box in layout.top_level(part):
            if not box.flat:
                assert box.rect.top() == pytest.approx(part.y(box.slot.start) + 1)
                assert box.rect.height() == pytest.approx(box.slot.minutes * 2 - 2)
    for box in layout.boxes:
        assert layout.box_of(box.id) is box
        assert box in layout.between(box.rect.top(), box.rect.bottom())
    for one, other in pairwise(layout.parts):
        assert one.area.bottom() < other.heading.top()


@settings(max_examples=25)
@given(days(), days())
def test_a_former_layout_changes_nothing_in_where_blocks_stand(day: StudyDay, other: StudyDay) -> None:
    before, fewer = schedule(day), replace(day, blocks=day.blocks[1:])
    for former in (before, schedule(other)):
        after = schedule(fewer, former)
        assert lay_out(after, MEASURES, lay_out(former, MEASURES)) == lay_out(after, MEASURES)


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


def test_scale_makes_room_for_the_shortest_block() -> None:
    short = usual_scale(schedule(a_day(a_block(1, 5))), 20)
    usual = usual_scale(schedule(a_day(a_block(1, 60))), 20)
    assert 5 * short > 12
    assert short > usual
    assert 15 * usual > 20


# Where blocks go


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


# The mouse


def test_a_drag_moves_a_block_once_and_undo_brings_it_back(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    before = day(library)
    moved, target = block(library, "Koffie"), block(library, "Welkom")
    drag(qtbot, timeline, middle(timeline, moved.id), middle(timeline, target.id, 0.1))
    assert titles(library)[:2] == [moved.title, target.title]
    assert page.selected.ids == (moved.id,)
    page.workspace.undo()
    assert day(library) == before


def test_escape_gives_a_drag_up(page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    before = day(library)
    start, end = middle(timeline, block(library, "Koffie").id), middle(timeline, block(library, "Welkom").id, 0.1)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    move_mouse(timeline, end)
    assert timeline.dragging.drop is not None
    qtbot.keyClick(timeline, Qt.Key.Key_Escape)
    assert not timeline.dragging.is_on
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=end)
    assert day(library) == before
    assert library.undo_step is None


def test_dropping_a_pinned_block_where_it_stands_keeps_its_pin(
    timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    lunch = block(library, "Lunch")
    assert lunch.pinned_start is not None
    start = middle(timeline, lunch.id, 0.2)
    drag(qtbot, timeline, start, start + QPoint(0, 6))
    assert block(library, "Lunch") == lunch


def test_a_drag_into_the_middle_of_a_round_makes_an_option(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    whole = next(each for each in day(library).blocks if each.kind is BlockKind.ROUND)
    coffee = block(library, "Koffie")
    drag(qtbot, timeline, middle(timeline, coffee.id), middle(timeline, whole.id))
    assert block(library, "Koffie").round == whole.id


def test_an_edge_stretches_in_steps_of_five(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    keynote = block(library, "Keynote")
    edge = middle(timeline, keynote.id, 1.0) - QPoint(0, 1)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=edge)
    move_mouse(timeline, edge + QPoint(0, round(timeline.scale * 12)))
    preview = timeline.slot(keynote.id)
    assert preview is not None
    assert preview.minutes == keynote.minutes + 10
    assert block(library, "Keynote") == keynote
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=edge)
    assert block(library, "Keynote").minutes == keynote.minutes + 10
    library.undo()
    assert block(library, "Keynote") == keynote
    assert library.undo_step is None


def test_an_upper_edge_moves_the_start_and_a_key_does_the_same(
    timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    keynote = block(library, "Keynote")
    before = timeline.slot(keynote.id)
    assert before is not None
    edge = middle(timeline, keynote.id, 0.0) + QPoint(0, 2)
    drag(qtbot, timeline, edge, edge + QPoint(0, round(timeline.scale * 5)))
    after = timeline.slot(keynote.id)
    assert after is not None
    assert (after.start, after.end) == (before.start + 5, before.end)
    library.undo()
    timeline.setFocus()
    timeline.selection.choose([keynote.id])
    qtbot.keyClick(timeline, Qt.Key.Key_Down, CTRL | SHIFT)
    again = timeline.slot(keynote.id)
    assert again is not None
    assert (again.start, again.end) == (before.start + 5, before.end)


def test_an_edge_dragged_with_alt_takes_from_the_next_block(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    keynote, following = block(library, "Keynote"), block(library, "In gesprek")
    edge = middle(timeline, keynote.id, 1.0) - QPoint(0, 1)
    drag(qtbot, timeline, edge, edge + QPoint(0, round(timeline.scale * 5)), modifiers=ALT)
    assert block(library, "Keynote").minutes == keynote.minutes + 5
    assert block(library, "In gesprek").minutes == following.minutes - 5
    library.undo()
    assert (block(library, "Keynote"), block(library, "In gesprek")) == (keynote, following)


def test_alt_pressed_while_an_edge_is_dragged_counts(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    following = block(library, "In gesprek")
    edge = middle(timeline, block(library, "Keynote").id, 1.0) - QPoint(0, 1)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=edge)
    move_mouse(timeline, edge + QPoint(0, round(timeline.scale * 5)))
    qtbot.keyPress(timeline, Qt.Key.Key_Alt, ALT)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=edge)
    assert block(library, "In gesprek").minutes == following.minutes - 5


def test_a_round_has_no_edge_of_its_own(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    before = day(library)
    whole = next(each for each in before.blocks if each.kind is BlockKind.ROUND)
    edge = middle(timeline, whole.id, 1.0) + QPoint(-55, 0)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=edge)
    assert timeline.dragging.stretched is None
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=edge)
    assert day(library) == before


def test_the_pointer_shows_where_an_edge_is(timeline: Timeline, library: Library) -> None:
    keynote = block(library, "Keynote")
    move_mouse(timeline, middle(timeline, keynote.id, 1.0) - QPoint(0, 1), down=False)
    assert timeline.cursor().shape() is Qt.CursorShape.SizeVerCursor
    move_mouse(timeline, middle(timeline, keynote.id), down=False)
    assert timeline.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_drag_to_the_tray_parks_and_one_from_it_brings_back(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    coffee = block(library, "Koffie")
    over_tray = timeline.mapFromGlobal(page.tray.mapToGlobal(page.tray.rect().center()))
    drag(qtbot, timeline, middle(timeline, coffee.id), over_tray)
    assert block(library, "Koffie").part is None
    assert page.tray.ids() == (coffee.id,)
    page.timeline.show_block(block(library, "Welkom").id)
    rect = page.tray.rect_of(coffee.id)
    assert rect is not None
    target = page.tray.mapFromGlobal(timeline.mapToGlobal(middle(timeline, block(library, "Welkom").id, 0.1)))
    start = rect.center().toPoint()
    qtbot.mousePress(page.tray, Qt.MouseButton.LeftButton, pos=start)
    for point in (start - QPoint(0, 30), target):
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(point),
            page.tray.mapToGlobal(QPointF(point)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            NO,
        )
        QApplication.sendEvent(page.tray, event)
    qtbot.mouseRelease(page.tray, Qt.MouseButton.LeftButton, pos=target)
    assert titles(library)[0] == coffee.title
    assert page.tray.ids() == ()


def test_a_double_click_edits_the_title_in_place(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    coffee = block(library, "Koffie")
    qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, coffee.id))
    assert timeline.editor is not None
    qtbot.keyClicks(timeline.editor, "Thee")
    qtbot.keyClick(timeline.editor, Qt.Key.Key_Return)
    assert library.get(Block, coffee.id).title == "Thee"
    assert timeline.editor is None


def test_escape_leaves_the_title_as_it_was(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    coffee = block(library, "Koffie")
    qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, coffee.id))
    assert timeline.editor is not None
    qtbot.keyClicks(timeline.editor, "Thee")
    qtbot.keyClick(timeline.editor, Qt.Key.Key_Escape)
    assert library.get(Block, coffee.id) == coffee
    assert library.undo_step is None


def test_a_double_click_beside_all_blocks_adds_one_there(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    count = len(day(library).blocks)
    welcome = timeline.rect_of(block(library, "Welkom").id)
    assert welcome is not None
    qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(10, round(welcome.top()) - 4))
    assert len(day(library).blocks) == count + 1
    assert titles(library)[0] == ""
    assert timeline.editor is not None


def test_clicks_select_one_more_or_a_stretch(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    ids = [slot.block.id for slot in schedule(day(library))][:4]
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, ids[0]))
    assert page.selected.ids == (ids[0],)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, CTRL, middle(timeline, ids[2]))
    assert page.selected.ids == (ids[0], ids[2])
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, ids[1]))
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, SHIFT, middle(timeline, ids[3]))
    assert page.selected.ids == tuple(ids[1:4])
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, ids[2]))
    assert page.selected.ids == (ids[2],)


def test_several_selected_blocks_are_dragged_together(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    ids = [slot.block.id for slot in schedule(day(library))]
    page.selected.choose([ids[3], ids[2]])
    drag(qtbot, timeline, middle(timeline, ids[2]), middle(timeline, ids[0], 0.1))
    assert [slot.block.id for slot in schedule(day(library))][:4] == [ids[2], ids[3], ids[0], ids[1]]
    page.workspace.undo()
    assert [slot.block.id for slot in schedule(day(library))] == ids


def test_a_format_is_dragged_in(timeline: Timeline, library: Library, page: ProgrammePage) -> None:
    page.panel.setCurrentWidget(page.drawer)
    chosen = page.drawer.chosen
    assert chosen is not None
    mime = page.drawer.formats.mimeData([page.drawer.list.currentIndex()])
    assert mime.hasFormat(FORMAT_MIME)
    at = QPointF(middle(timeline, block(library, "Welkom").id, 0.1))
    event = QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO)
    timeline.dragging.bring_format(chosen.id)
    timeline.dropEvent(event)
    assert schedule(day(library)).parts[0].slots[0].block.working_format == chosen.id


def test_the_wheel_with_ctrl_gives_a_minute_more_room(timeline: Timeline) -> None:
    before = timeline.scale
    at = QPointF(50, 50)
    event = QWheelEvent(
        at, at, QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    timeline.wheelEvent(event)
    assert timeline.scale == pytest.approx(before * 1.4)


def test_the_menu_holds_what_can_be_done(page: ProgrammePage, timeline: Timeline) -> None:
    choose(page, "Keynote")
    menu = page.actions_of_blocks.menu(timeline)
    for action in (page.actions_of_blocks.pin, page.actions_of_blocks.delete, page.actions_of_blocks.duplicate):
        assert action in menu.actions()
    phases = next(each for each in menu.findChildren(QMenu) if len(each.actions()) == len(Phase))
    phases.actions()[list(Phase).index(Phase.REFLECTION)].trigger()
    assert block(page.workspace.library, "Keynote").phase is Phase.REFLECTION
    menu.deleteLater()


# Keys


def test_arrows_walk_in_time_and_among_options(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    plan = schedule(day(library))
    top = [slot.block.id for slot in plan]
    whole = next(slot for slot in plan if slot.options)
    options = [option.block.id for option in whole.options]
    page.selected.choose([top[0]])
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    assert page.selected.ids == (top[1],)
    qtbot.keyClick(timeline, Qt.Key.Key_Up)
    assert page.selected.ids == (top[0],)
    page.selected.choose([whole.block.id])
    for key, expected in (
        (Qt.Key.Key_Right, options[0]),
        (Qt.Key.Key_Right, options[1]),
        (Qt.Key.Key_Left, options[0]),
        (Qt.Key.Key_Left, whole.block.id),
        (Qt.Key.Key_End, plan.parts[-1].slots[-1].block.id),
        (Qt.Key.Key_Home, top[0]),
    ):
        qtbot.keyClick(timeline, key)
        assert page.selected.current == expected
    qtbot.keyClick(timeline, Qt.Key.Key_Down, SHIFT)
    assert page.selected.ids == (top[0], top[1])
    qtbot.keyClick(timeline, Qt.Key.Key_A, CTRL)
    assert page.selected.ids == tuple(top)


def test_alt_arrows_move_and_with_shift_stretch(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    before, order = day(library), titles(library)
    keynote = choose(page, "Keynote")
    minutes = block(library, "Keynote").minutes
    qtbot.keyClick(timeline, Qt.Key.Key_Up, ALT)
    assert titles(library)[:2] == [order[1], order[0]]
    qtbot.keyClick(timeline, Qt.Key.Key_Down, ALT)
    assert titles(library) == order
    qtbot.keyClick(timeline, Qt.Key.Key_Down, ALT | SHIFT)
    assert library.get(Block, keynote).minutes == minutes + 5
    qtbot.keyClick(timeline, Qt.Key.Key_Up, ALT | SHIFT)
    qtbot.keyClick(timeline, Qt.Key.Key_Up, ALT | SHIFT)
    assert library.get(Block, keynote).minutes == minutes - 5
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_alt_shift_right_takes_from_the_next_block(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    keynote, following = block(library, "Keynote"), block(library, "In gesprek")
    choose(page, "Keynote")
    qtbot.keyClick(timeline, Qt.Key.Key_Right, ALT | SHIFT)
    assert block(library, "Keynote").minutes == keynote.minutes + 5
    assert block(library, "In gesprek").minutes == following.minutes - 5


def test_enter_and_f2_edit_the_title(page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    coffee = choose(page, "Koffie")
    for key, typed in ((Qt.Key.Key_Return, "Thee"), (Qt.Key.Key_F2, "Water")):
        qtbot.keyClick(timeline, key)
        assert timeline.editor is not None
        qtbot.keyClicks(timeline.editor, typed)
        qtbot.keyClick(timeline.editor, Qt.Key.Key_Return)
        assert library.get(Block, coffee).title == typed
        timeline.setFocus()


def test_insert_adds_after_and_asks_for_a_title(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    choose(page, "Koffie")
    place = titles(library).index("Koffie")
    qtbot.keyClick(timeline, Qt.Key.Key_Insert)
    assert timeline.editor is not None
    for text in "Café":
        QApplication.sendEvent(timeline.editor, QKeyEvent(QKeyEvent.Type.KeyPress, 0, NO, text))
    qtbot.keyClick(timeline.editor, Qt.Key.Key_Return)
    assert titles(library)[place : place + 2] == ["Koffie", "Café"]
    page.workspace.undo()
    page.workspace.undo()
    assert titles(library)[place + 1] != "Café"


def test_delete_duplicate_and_pin_by_key(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    before, order = day(library), titles(library)
    coffee = choose(page, "Koffie")
    qtbot.keyClick(timeline, Qt.Key.Key_D, CTRL)
    assert titles(library).count("Koffie") == 2
    assert page.selected.current != coffee
    qtbot.keyClick(timeline, Qt.Key.Key_Delete)
    assert titles(library) == order
    choose(page, "Koffie")
    now = page.workspace.schedule.slot_of(coffee)
    assert now is not None
    qtbot.keyClick(timeline, Qt.Key.Key_P)
    assert library.get(Block, coffee).pinned_start == now.start_time
    qtbot.keyClick(timeline, Qt.Key.Key_P)
    assert library.get(Block, coffee).pinned_start is None
    while library.undo_step is not None:
        page.workspace.undo()
    assert day(library) == before


def test_letters_are_commands_on_the_timeline_alone(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    page.selected.choose([block(library, "Galerijronde").id])
    count = len(library.of_day(Block, 1))
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    assert len(library.of_day(Block, 1)) == count
    qtbot.keyClick(page.timeline, Qt.Key.Key_M)
    assert len(library.of_day(Block, 1)) == count - 1
    assert page.actions_of_blocks.merge.shortcut().toString() == "Ctrl+M"


def test_what_follows_a_deleted_block_is_selected(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    ids = [slot.block.id for slot in schedule(day(library))]
    page.selected.choose([ids[1]])
    qtbot.keyClick(timeline, Qt.Key.Key_Delete)
    assert page.selected.current == ids[2]
    page.workspace.undo()
    assert [slot.block.id for slot in schedule(day(library))] == ids


# Assistive technology


def test_blocks_have_names_roles_and_places(page: ProgrammePage, timeline: Timeline, library: Library) -> None:
    interface = QAccessible.queryAccessibleInterface(timeline)
    plan = schedule(day(library))
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == timeline.accessibleName() != ""
    assert interface.childCount() == len(list(plan.with_options()))
    keynote = interface.child(1)
    name = keynote.text(QAccessible.Text.Name)
    assert name.startswith("08:45 to 09:20, Keynote")
    assert "35 minutes" in name
    assert "inspiration" in name
    assert keynote.role() == QAccessible.Role.ListItem
    assert interface.indexOfChild(keynote) == 1
    place = keynote.rect().center()
    found = interface.childAt(place.x(), place.y())
    assert found is not None
    assert found.text(QAccessible.Text.Name) == name
    page.selected.choose([block(library, "Keynote").id])
    assert keynote.state().selected
    assert keynote.state().focused
    focused = interface.focusChild()
    assert focused is not None
    assert focused.text(QAccessible.Text.Name) == name


def test_the_name_of_a_block_follows_its_changes(page: ProgrammePage, timeline: Timeline, library: Library) -> None:
    keynote = QAccessible.queryAccessibleInterface(timeline).child(1)
    programme.set_minutes(library, block(library, "Keynote").id, 45)
    assert "08:45 to 09:30" in keynote.text(QAccessible.Text.Name)
    programme.delete_blocks(library, block(library, "Keynote").id)
    assert not keynote.isValid()


def test_parked_blocks_can_be_heard_as_well(page: ProgrammePage, library: Library) -> None:
    programme.park_blocks(library, [block(library, "Koffie").id])
    interface = QAccessible.queryAccessibleInterface(page.tray)
    assert interface.childCount() == 1
    assert interface.child(0).text(QAccessible.Text.Name).startswith("parked, Koffie")


# Painting


def contrast(one: QColor, other: QColor) -> float:
    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("phase", list(Phase))
def test_words_on_a_block_can_be_read(colours: Colours, phase: Phase) -> None:
    for ink in (colours.text, colours.quiet, colours.must):
        assert contrast(QColor(ink), colours.phase_surface(phase)) >= 4.5, ink


def test_of_four_hundred_blocks_only_those_that_are_seen_are_painted(page: ProgrammePage, timeline: Timeline) -> None:
    blocks = tuple(a_block(number, 20) for number in range(1, 401))
    big = a_day(a_part(1, "0:00", "23:00"), *blocks)
    timeline.show_programme(schedule(big), replace(page.commands.words, day=big))
    assert len(timeline.ids()) == 400
    seen = list(timeline.layout_shown.between(4000, 4300))
    assert 0 < len(seen) < 30
    image = QImage(timeline.width(), 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    timeline.render(painter, QPoint(), QRectF(0, 4000, timeline.width(), 300).toRect())
    painter.end()
    colours = {image.pixelColor(round(timeline.gutter) + 60, y).name() for y in range(0, 300, 3)}
    assert LIGHT.phase_surface(Phase.KNOWLEDGE).name() in colours


def test_every_state_of_a_block_is_painted(timeline: Timeline, page: ProgrammePage, library: Library) -> None:
    """Overlap, buffer, called off, open end, parked, past midnight, several parts: nothing fails."""
    part = programme.add_part(library, 1, title="Avond", start=dt.time(22), end=dt.time(1))
    late = programme.add_block(library, 1, Block(title="Laat", minutes=240), Spot(part=part))
    programme.add_block(library, 1, Block(title="Open", minutes=30, open_end=True), Spot(part=part))
    programme.cancel_blocks(library, [block(library, "Koffie").id])
    programme.set_minutes(library, block(library, "Keynote").id, 300)
    programme.pin(library, block(library, "Thee").id, dt.time(16, 0))
    programme.park_blocks(library, [block(library, "Galerijronde").id])
    rounds.make_round(library, [block(library, "In gesprek").id])
    grabbed = timeline.grab()
    assert not grabbed.isNull()
    slot = page.workspace.schedule.slot_of(late)
    assert slot is not None
    assert page.commands.words.time(slot) == "22:00–02:00 (+1)"
    assert not page.tray.grab().isNull()
    assert isinstance(page.workspace.schedule, Schedule)


def test_mime_of_something_else_is_not_taken(timeline: Timeline) -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not mime.hasFormat(FORMAT_MIME)
    assert timeline.acceptDrops()


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
