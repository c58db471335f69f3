"""The timeline by keys alone: walk, move, add, delete, pin and give a title."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.programme import Block
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import BOTH
from studydag.ui.timeline.timeline import Timeline
from tests.ui.answering import with_dialog
from tests.ui.programme import block, choose, day, titles
from tests.ui.timeline_mouse import CTRL, NO, SHIFT


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


def test_enter_and_f2_edit_the_title(page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot) -> None:
    coffee = choose(page, "Koffie")
    for key, typed in ((Qt.Key.Key_Return, "Thee"), (Qt.Key.Key_F2, "Water")):
        qtbot.keyClick(timeline, key)
        assert timeline.in_place is not None
        qtbot.keyClicks(timeline.in_place.title, typed)
        qtbot.keyClick(timeline.in_place.title, Qt.Key.Key_Return)
        assert library.get(Block, coffee).title == typed
        timeline.setFocus()


def test_insert_adds_after_and_asks_for_a_title(
    page: ProgrammePage, timeline: Timeline, library: Library, qtbot: QtBot
) -> None:
    choose(page, "Koffie")
    place = titles(library).index("Koffie")
    qtbot.keyClick(timeline, Qt.Key.Key_Insert)
    assert timeline.in_place is not None
    for text in "Café":
        QApplication.sendEvent(timeline.in_place.title, QKeyEvent(QKeyEvent.Type.KeyPress, 0, NO, text))
    qtbot.keyClick(timeline.in_place.title, Qt.Key.Key_Return)
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
    said: list[str] = []
    page.commands.said.connect(said.append)
    qtbot.keyClick(timeline, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert library.get(Block, coffee).pinned_start is None
    assert said == ["No longer pinned: “Koffie”."]
    page.workspace.undo()
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


def test_the_second_piece_of_a_block_is_named_where_it_was_split(page: ProgrammePage, timeline: Timeline) -> None:
    choose(page, "Lunch")
    page.show_view(BOTH)
    timeline.setFocus()
    with_dialog(lambda dialog: dialog.accept(), page.commands.times.ask_split)
    assert timeline.in_place is not None


def test_letters_leave_a_block_alone_that_is_selected_in_the_other_picture(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    page.selected.choose([block(library, "Thee").id])
    qtbot.keyClick(page.view.tray, Qt.Key.Key_P)
    assert block(library, "Thee").pinned_start is None
    qtbot.keyClick(page.timeline, Qt.Key.Key_P)
    assert block(library, "Thee").pinned_start is not None
