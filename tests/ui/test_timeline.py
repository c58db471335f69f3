"""The timeline: what the mouse and the keys do with blocks, and what is told of them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QDropEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import programme, rounds
from studydag.model.operations.spots import Spot
from studydag.model.rules.schedule import Schedule, schedule
from studydag.model.store.library import Library
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import DARK, LIGHT, Colours
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.timeline.both_views import TIMELINE
from studydag.ui.timeline.timeline import FORMAT_MIME, Timeline
from tests.building import a_block, a_day, a_part
from tests.ui.contrast import contrast

NO = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


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
