"""Typing start, title, minutes and end where a block stands, on the timeline and in the list."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme
from studydag.model.operations.spots import spot_after
from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.phases import Phase
from studydag.model.values.programme import Block, BlockKind, Mode
from studydag.model.values.study_day import StudyDay
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import LIST
from studydag.ui.timeline.block_edits import edit_block
from tests.ui.programme import block
from tests.ui.windows import save_after

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ADDING = (
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, BlockKind.BLOCK),
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.KeypadModifier, BlockKind.BLOCK),
    (Qt.Key.Key_R, CONTROL, BlockKind.ROUND),
    (Qt.Key.Key_Return, CONTROL, BlockKind.BLOCK),
    (Qt.Key.Key_Enter, CONTROL | SHIFT | Qt.KeyboardModifier.KeypadModifier, BlockKind.BLOCK),
)


def start(library: Library, title: str) -> dt.time:
    slot = schedule(library.get(StudyDay, 1)).slot_of(block(library, title).id)
    assert slot is not None
    return slot.start_time


def focused() -> QLineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget


def test_title_and_minutes_are_typed_after_each_other_as_one_step(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    page.selected.choose([block(library, "Keynote").id])
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Verhaal")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "anderhalf uur")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert block(library, "Verhaal").minutes == 90
    assert page.timeline.in_place is None
    assert page.timeline.hasFocus()
    assert library.undo_step is not None
    assert library.undo_step.op is Op.SET_TIMES
    library.undo()
    assert block(library, "Keynote").minutes == 35


def test_what_adds_finishes_the_title_that_is_being_typed(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    page.selected.choose([block(library, "Keynote").id])
    before = len(library.get(StudyDay, 1).blocks)
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    for number, (key, held, kind) in enumerate(ADDING, 1):
        qtbot.keyClicks(focused(), f"Stap {number}")
        typing = page.timeline.in_place
        qtbot.keyClick(focused(), key, held)
        assert page.timeline.in_place not in {typing, None}
        assert block(library, f"Stap {number}").minutes
        added = library.get(Block, page.selected.current or 0)
        assert (added.kind, len(library.get(StudyDay, 1).blocks)) == (kind, before + number)


def test_undo_where_nothing_was_typed_takes_the_block_or_its_change_away_and_writes_nothing_back(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    keynote = block(library, "Keynote").id
    page.selected.choose([keynote])
    qtbot.keyClick(page.timeline, Qt.Key.Key_Insert)
    undo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(focused(), undo)
    assert not undo.isAccepted()
    page.workspace.undo()
    assert (page.timeline.in_place, page.selected.current, page.timeline.hasFocus()) == (None, keynote, True)
    editing.change(library, Block, keynote, title="Verhaal")
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    assert focused().text() == "Verhaal"
    page.workspace.undo()
    assert (page.timeline.in_place, page.timeline.hasFocus()) == (None, True)
    assert block(library, "Keynote").id == keynote


def test_a_start_that_is_typed_pins_and_one_that_is_emptied_follows(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    page.selected.choose([block(library, "Thee").id])
    for typed, pinned in (("kwart voor twee", dt.time(13, 45)), ("", None)):
        qtbot.keyClick(page.timeline, Qt.Key.Key_F2)
        qtbot.keyClick(focused(), Qt.Key.Key_Backtab, SHIFT)
        focused().clear()
        qtbot.keyClicks(focused(), typed)
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
        assert block(library, "Thee").pinned_start == pinned


def test_what_cannot_be_read_turns_red_and_changes_nothing(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    page.selected.choose([block(library, "Thee").id])
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "tien voor ongeveer")
    assert focused().property("wrong")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert block(library, "Thee").minutes == 10
    assert library.undo_step is None


def test_escape_gives_everything_up(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    page.selected.choose([block(library, "Thee").id])
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Iets anders")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "45")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)

    assert page.timeline.in_place is None
    assert library.undo_step is None


def test_a_title_is_saved_at_a_pause_while_it_is_typed_and_escape_goes_back_all_the_same(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    tea = block(library, "Thee")
    page.selected.choose([tea.id])
    for finish, title in ((Qt.Key.Key_Escape, tea.title), (Qt.Key.Key_Return, "Iets anders en meer")):
        qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
        assert page.timeline.in_place is not None
        save_after(page.timeline.in_place, 0)
        qtbot.keyClicks(focused(), "Iets anders")
        qtbot.waitUntil(lambda: library.get(Block, tea.id).title == "Iets anders")
        assert focused().text() == "Iets anders"
        save_after(page.timeline.in_place, 10_000)
        qtbot.keyClicks(focused(), " en meer")
        qtbot.keyClick(focused(), finish)
        assert library.get(Block, tea.id).title == title
    library.undo()
    assert library.get(Block, tea.id) == tea


def test_leaving_the_editor_takes_what_was_typed(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    page.selected.choose([block(library, "Thee").id])
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "25")
    page.tray.setFocus()

    assert block(library, "Thee").minutes == 25


def test_a_double_click_on_a_clock_time_edits_it(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    rect = page.timeline.rect_of(block(library, "Thee").id)
    assert rect is not None
    qtbot.mouseDClick(page.timeline, Qt.MouseButton.LeftButton, pos=QPoint(12, round(rect.top()) + 4))
    qtbot.keyClicks(focused(), "14:00")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert block(library, "Thee").pinned_start == dt.time(14)


def test_a_round_has_no_minutes_to_type_and_a_parked_block_no_start(page: ProgrammePage, library: Library) -> None:
    page.timeline.edit_title(block(library, "Keuzeronde").id)
    assert page.timeline.in_place is not None
    assert page.timeline.in_place.minutes.isHidden()
    page.timeline.finish_typing()
    thee = block(library, "Thee").id
    programme.park_blocks(library, [thee])
    page.tray.edit_title(thee)
    assert page.tray.in_place is not None
    assert page.tray.in_place.start.isHidden()
    page.tray.finish_typing()


def edit_time(page: ProgrammePage, qtbot: QtBot, block_id: int, typed: str) -> None:
    page.show_view(LIST)
    page.list.setFocus()
    index = page.list.things.index(page.list.things.row_of(block_id), 0)
    page.list.setCurrentIndex(index)
    page.list.edit(index)
    focused().selectAll()
    qtbot.keyClicks(focused(), typed)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "pinned", "minutes"),
    [
        ("13:40-14:00", dt.time(13, 40), 20),
        ("13.35 - 14.00", None, 25),
        ("tot 14:00", None, 25),
        ("-14:00", None, 25),
        ("14 uur", dt.time(14), 10),
        ("onzin", None, 10),
    ],
)
def test_d02_a_stretch_that_is_typed_in_the_list_pins_and_sets_the_minutes(
    page: ProgrammePage, library: Library, qtbot: QtBot, typed: str, pinned: dt.time | None, minutes: int
) -> None:
    edit_time(page, qtbot, block(library, "Thee").id, typed)

    thee = block(library, "Thee")
    assert (thee.pinned_start, thee.minutes) == (pinned, minutes)


def test_d01_an_open_end_can_be_typed_and_an_inferred_one_is_grey(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    last = block(library, "Exitkaart en").id
    edit_time(page, qtbot, last, "vanaf 14:45")
    assert library.get(Block, last).open_end
    programme.change_block(library, last, open_end=False, end_inferred=True)

    row = page.list.things.row_of(last)
    colour = page.list.things.index(row, 0).data(Qt.ItemDataRole.ForegroundRole)
    assert colour.color().name() == page.look.colours.quiet.lower()
    assert page.commands.words.minutes(library.get(Block, last), None) == "≈ 15\u00a0min"


def test_the_start_of_an_option_is_its_offset(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    option = next(each for each in library.of_day(Block, 1) if each.round is not None)
    edit_time(page, qtbot, option.id, "10:45")

    assert library.get(Block, option.id).offset_minutes == 10


def test_the_window_of_a_self_paced_block_and_the_reason_of_a_cancelled_one_are_said(
    page: ProgrammePage, library: Library
) -> None:
    thee, coffee = block(library, "Thee"), block(library, "Koffie")
    week = {"window_start": dt.date(2027, 3, 1), "window_end": dt.date(2027, 3, 7)}
    editing.change(library, Block, thee.id, mode=Mode.SELF_PACED, **week)
    programme.cancel_blocks(library, [coffee.id], "kantine dicht")
    row = page.list.things.row_of(thee.id)
    cell = page.list.things.index(row, 0).data()

    assert "Mar" in cell
    assert cell in page.commands.words.place(block(library, "Thee"))
    slot = schedule(library.get(StudyDay, 1)).slot_of(coffee.id)
    assert slot is not None
    assert page.commands.words.alarms(slot) == ("does not take place: kantine dicht",)


def test_calling_off_asks_for_the_reason_beside(page: ProgrammePage, library: Library) -> None:
    page.selected.choose([block(library, "Koffie").id])
    page.actions_of_blocks.cancel.trigger()

    assert block(library, "Koffie").cancelled
    fold = page.block_inspector.form_of("cancelled_reason").field("cancelled_reason")
    assert fold.isAncestorOf(focused())


def test_in_the_list_tab_goes_from_the_title_of_a_new_block_to_its_minutes(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    page.show_view(LIST)
    page.selected.choose([block(library, "Koffie").id])
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    qtbot.keyClicks(focused(), "Energizer")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "12")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert block(library, "Energizer").minutes == 12


def test_a_working_format_that_is_not_there_stays_in_its_cell_to_be_gone_on_with(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    page.show_view(LIST)
    page.list.shown_columns.choose(frozenset({"working_format"}))
    page.list.setFocus()
    things = page.list.things
    place = next(place for place, each in enumerate(things.columns) if each.field == "working_format")
    page.list.setCurrentIndex(things.index(things.row_of(block(library, "Keynote").id), place))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "zoiets is er niet")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "zoiets is er niet"
    before = block(library, "Keynote").working_format
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert block(library, "Keynote").working_format == before


def test_the_first_title_typed_in_the_list_gives_the_phase_as_well(page: ProgrammePage, library: Library) -> None:
    made = programme.add_block(library, 1, Block(), spot_after(library, block(library, "Keynote").id))
    edit_block(page.commands, made, "title", "Lunch")
    assert library.get(Block, made).phase is Phase.BREAK


def test_a_first_title_that_comes_in_bits_gives_the_phase_as_well(page: ProgrammePage, library: Library) -> None:
    made = programme.add_block(library, 1, Block(), spot_after(library, block(library, "Keynote").id))
    began = library.get(Block, made)
    for title in ("Welkom", "Welke", "Lunch"):
        page.commands.write(made, title, began=began)
    assert library.get(Block, made).phase is Phase.BREAK
    page.commands.write(made, "Welkom terug")
    assert library.get(Block, made).phase is Phase.BREAK
    library.undo()
    page.commands.write(made, "Welke", began=began)
    assert library.get(Block, made).phase is began.phase


def test_enter_in_a_cell_of_the_list_finishes_it_and_the_arrows_work_in_the_table_again(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    page.show_view(LIST)
    page.list.setFocus()
    row = page.list.things.row_of(block(library, "Keynote").id)
    page.list.setCurrentIndex(page.list.things.index(row, 1))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.keyClicks(focused(), "Keynote van nu")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "25")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert page.list.hasFocus()
    assert page.list.state() == page.list.State.NoState
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert block(library, "Keynote van nu").minutes == 25
    assert page.list.currentIndex().row() == row + 1
