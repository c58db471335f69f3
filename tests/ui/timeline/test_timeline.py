"""The timeline: what the mouse does with blocks, what is told of them, and what is painted."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QColor, QDropEvent, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studydag.model.operations import programme, rounds, study_days
from studydag.model.operations.spots import PARKED, Spot
from studydag.model.rules.time.schedule import Schedule, schedule
from studydag.model.store.library import Library
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.ui.brought import Brought, Source
from studydag.ui.look import DARK, LIGHT, Colours
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.timeline.block_edits import edit_block
from studydag.ui.timeline.dragging import BESIDE
from studydag.ui.timeline.timeline import Timeline
from tests.building import a_block, a_day, a_part
from tests.ui.contrast import contrast
from tests.ui.programme import block, choose, day, titles
from tests.ui.timeline_mouse import CTRL, NO, SHIFT, drag, middle, move_mouse

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


def test_a_block_let_go_far_beside_the_programme_stays_where_it_was(
    timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    before = day(library)
    start, end = middle(timeline, block(library, "Koffie").id), middle(timeline, block(library, "Welkom").id, 0.1)
    beside = QPoint(-BESIDE - 10, end.y())
    drag(qtbot, timeline, start, beside)
    assert day(library) == before
    drag(qtbot, timeline, start, beside + QPoint(BESIDE, 0))
    assert day(library) != before


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
    # Where the block is now, the keys are as well.
    assert timeline.hasFocus() or not page.isActiveWindow()


def test_nothing_scrolls_away_under_a_card_that_comes_in_from_the_tray(
    page: ProgrammePage, timeline: Timeline, library: Library
) -> None:
    coffee = block(library, "Koffie").id
    page.commands.move_to([coffee], PARKED)
    viewport, bar = page.view.scroll_area.viewport(), page.view.scroll_area.verticalScrollBar()
    viewport.window().resize(1200, 500)
    page.commands.selection.choose([])
    bar.setValue(0)
    middle_of_it, low = viewport.height() // 2, viewport.height() - 4
    scrolled = []
    timeline.dragging.move((coffee,))
    for y in (viewport.height() + 20, low, middle_of_it, low):
        timeline.dragging.to(viewport.mapToGlobal(QPoint(40, y)), takes=False)
        for timer in timeline.dragging.findChildren(QTimer):
            timer.timeout.emit()
        scrolled.append(bar.value())
    timeline.dragging.cancel()
    assert bar.maximum() > 0
    assert scrolled[:3] == [0, 0, 0]
    assert scrolled[3] > 0


def test_a_double_click_edits_the_title_in_place(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    coffee = block(library, "Koffie")
    qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, coffee.id))
    assert timeline.in_place is not None
    qtbot.keyClicks(timeline.in_place.title, "Thee")
    qtbot.keyClick(timeline.in_place.title, Qt.Key.Key_Return)
    assert library.get(Block, coffee.id).title == "Thee"
    assert timeline.in_place is None


def test_escape_leaves_the_title_as_it_was(timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    coffee = block(library, "Koffie")
    qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=middle(timeline, coffee.id))
    assert timeline.in_place is not None
    qtbot.keyClicks(timeline.in_place.title, "Thee")
    qtbot.keyClick(timeline.in_place.title, Qt.Key.Key_Escape)
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
    assert timeline.in_place is not None


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
    assert mime.hasFormat(Source.FORMAT.value)
    at = QPointF(middle(timeline, block(library, "Welkom").id, 0.1))
    event = QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO)
    timeline.dragging.bring(Brought(Source.FORMAT, chosen.id))
    timeline.dropEvent(event)
    assert schedule(day(library)).parts[0].slots[0].block.working_format == chosen.id


def test_the_wheel_with_ctrl_gives_a_minute_more_room(page: ProgrammePage, timeline: Timeline, qtbot: QtBot) -> None:
    before = timeline.scale
    at = QPointF(50, 50)
    event = QWheelEvent(
        at, at, QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False
    )
    timeline.wheelEvent(event)
    assert timeline.scale == pytest.approx(before * 1.4)
    # Another day is as long as it is; this one stands as it did when it comes back.
    workspace, bar = timeline.commands.workspace, page.view.scroll_area.verticalScrollBar()
    timeline.set_stretch(3.0)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    timeline.set_stretch(1.4)
    workspace.open_day(study_days.create(workspace.library, "Avond", first_part=Part(position=1)))
    assert (timeline.stretch, bar.value()) == (1.0, 0)
    workspace.open_day(1)
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
    assert not mime.hasFormat(Source.FORMAT.value)
    assert timeline.acceptDrops()


def test_what_is_ordered_for_a_break_that_goes_is_told(page: ProgrammePage, library: Library) -> None:
    coffee = block(library, "Koffie").id
    said = "Still ordered: Koffie met iets lekkers uit de schoolkeuken · 10:15 · 64. "
    for go in (page.commands.toggle_cancelled, page.commands.delete):
        page.selected.choose([coffee])
        go()
        assert page.message.text().startswith(said)
        library.undo()
        assert page.message.text() == ""
    edit_block(page.commands, coffee, "cancelled", True)
    assert page.message.text().startswith(said)
    page.selected.choose([block(library, "Keynote").id])
    page.commands.toggle_cancelled()
    assert page.message.text() == ""


def picture_of(timeline: Timeline, page: ProgrammePage, begins: str, *blocks: Block) -> QImage:
    """Return how a part from then till 16:00 with these blocks is painted."""
    some = a_day(a_part(1, begins, "16:00"), *blocks)
    timeline.show_programme(schedule(some), replace(page.commands.words, day=some))
    image = QImage(timeline.size(), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    timeline.render(painter, QPoint())
    painter.end()
    return image


def test_no_hour_goes_through_the_words_that_say_what_to_do_first(page: ProgrammePage, timeline: Timeline) -> None:
    picture_of(timeline, page, "9:00")
    part = timeline.layout_shown.parts[0]
    # So long after the start the words stand, and now an hour with them.
    until_words = round(part.minutes_at(part.area.top() + timeline.inks.line * 4)) - 9 * 60
    image = picture_of(timeline, page, f"9:{60 - until_words:02}")
    part = timeline.layout_shown.parts[0]
    left, right = round(timeline.gutter), round(part.area.right()) - 2
    colours = [image.pixelColor(x, round(part.y(10 * 60))) for x in range(left, right)]
    assert colours[-1] == QColor(LIGHT.line)
    assert QColor(LIGHT.line) not in colours[len(colours) // 2 - 40 : len(colours) // 2 + 40]


def test_no_hour_is_written_over_the_time_of_a_short_block_before_it(page: ProgrammePage, timeline: Timeline) -> None:
    image = picture_of(timeline, page, "9:00", a_block(1, 225), a_block(2, 15))
    at, line = timeline.layout_shown.parts[0].y(13 * 60), timeline.inks.line
    below_time = range(round(at + line * 0.2), round(at + line * 0.5))
    colours = {image.pixelColor(x, y).name() for x in range(round(timeline.gutter - line)) for y in below_time}
    assert colours == {QColor(LIGHT.surface).name()}


def test_a_title_goes_on_in_a_second_line_where_its_block_is_high(page: ProgrammePage, timeline: Timeline) -> None:
    long = "Every department agrees on what it tries out in the coming weeks and on who looks in at whose lesson, " * 2
    image = picture_of(timeline, page, "9:00", replace(a_block(1, 90), title=long), replace(a_block(2, 15), title=long))
    dark = QColor(LIGHT.text)
    lines = []
    for box in timeline.layout_shown.boxes:
        left, right = round(box.rect.left()) + 10, round(box.rect.right()) - 10
        rows = range(round(box.rect.top()) + 3, round(box.rect.bottom()) - 3)
        inked = [y for y in rows if any(image.pixelColor(x, y) == dark for x in range(left, right))]
        lines.append((inked[-1] - inked[0]) / timeline.inks.line)
    assert 1.5 < lines[0] < 3
    assert lines[1] < 1
