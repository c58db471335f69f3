"""Copy, cut and paste of blocks by key and by menu, and what others find on the clipboard."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from pytestqt.qtbot import QtBot

from studydag.model.operations import study_days
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, Part
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.workspace import Workspace
from tests.ui.programme import block

CTRL = Qt.KeyboardModifier.ControlModifier


def row(library: Library, day: int = 1) -> list[str]:
    parts = {part.id for part in library.of_day(Part, day)}
    return [each.title for each in library.of_day(Block, day) if each.part in parts]


def test_copied_blocks_are_pasted_after_the_current_one(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    page.selected.choose([block(library, "Keynote").id, block(library, "Koffie").id])
    qtbot.keyClick(page.timeline, Qt.Key.Key_C, CTRL)
    page.selected.choose([block(library, "Lunch").id])
    qtbot.keyClick(page.timeline, Qt.Key.Key_V, CTRL)

    lunch = row(library).index("Lunch")
    assert row(library)[lunch + 1 : lunch + 3] == ["Keynote: feedback die leerlingen gebruiken", "Koffie"]
    assert len(page.selected.ids) == 2
    library.undo()
    assert row(library).count("Koffie") == 1


def test_what_is_cut_moves_only_when_it_is_pasted(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    keynote = block(library, "Keynote").id
    before = row(library)
    page.selected.choose([keynote])
    qtbot.keyClick(page.timeline, Qt.Key.Key_X, CTRL)
    assert row(library) == before
    assert page.commands.clipboard.cut_ids == (keynote,)
    page.selected.choose([block(library, "Lunch").id])
    qtbot.keyClick(page.timeline, Qt.Key.Key_V, CTRL)

    assert row(library).index("Lunch") == row(library).index("Keynote: feedback die leerlingen gebruiken") - 1
    assert page.selected.ids == (keynote,)
    assert page.commands.clipboard.cut_ids == ()


def test_escape_and_another_copy_give_a_cut_up(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    page.selected.choose([block(library, "Keynote").id])
    page.actions_of_blocks.cut.trigger()
    qtbot.keyClick(page.timeline, Qt.Key.Key_Escape)
    assert page.commands.clipboard.cut_ids == ()
    page.actions_of_blocks.cut.trigger()
    QGuiApplication.clipboard().setText("iets anders")
    assert page.commands.clipboard.cut_ids == ()


def test_a_round_goes_to_another_day_with_its_options(
    page: ProgrammePage, library: Library, workspace: Workspace
) -> None:
    made = block(library, "Keuzeronde")
    options = sum(each.round == made.id for each in library.of_day(Block, 1))
    other = study_days.create(library, "Andere dag")
    page.selected.choose([made.id])
    page.actions_of_blocks.cut.trigger()
    workspace.open_day(other)
    page.refresh()
    page.actions_of_blocks.paste.trigger()

    assert row(library, other) == [made.title]
    assert sum(each.round is not None for each in library.of_day(Block, other)) == options
    assert made.title not in row(library)
    library.undo()
    assert made.title in row(library)


def test_a_block_pasted_among_options_becomes_one(page: ProgrammePage, library: Library) -> None:
    page.selected.choose([block(library, "Koffie").id])
    page.actions_of_blocks.copy.trigger()
    first = next(each for each in library.of_day(Block, 1) if each.round is not None)
    page.selected.choose([first.id])
    page.actions_of_blocks.paste.trigger()

    made = page.commands.current
    assert made is not None
    assert (made.title, made.round) == ("Koffie", first.round)


def test_others_find_text_and_a_table(page: ProgrammePage, library: Library) -> None:
    page.selected.choose([block(library, "Keynote").id])
    page.actions_of_blocks.copy.trigger()
    mime = QGuiApplication.clipboard().mimeData()

    assert mime.text().splitlines()[1].startswith("08:45\t09:20\t35\tKeynote")
    assert "<table>" in mime.html()


def test_the_keys_are_those_of_the_platform(page: ProgrammePage) -> None:
    keys = QKeySequence.StandardKey
    actions = page.actions_of_blocks
    for action, key in ((actions.cut, keys.Cut), (actions.copy, keys.Copy), (actions.paste, keys.Paste)):
        assert action.shortcut() == QKeySequence(key)


def test_rows_from_a_spreadsheet_become_blocks_in_one_step(page: ProgrammePage, library: Library) -> None:
    page.selected.choose([block(library, "Lunch").id])
    QGuiApplication.clipboard().setText("13:00\tWandeling\tAula\n13:20\tNieuwe oefening\tAula\n")
    page.actions_of_blocks.paste.trigger()

    lunch = row(library).index("Lunch")
    assert row(library)[lunch + 1 : lunch + 3] == ["Wandeling", "Nieuwe oefening"]
    assert block(library, "Wandeling").room == block(library, "Keynote").room
    library.undo()
    assert "Wandeling" not in row(library)


def test_an_empty_clipboard_says_so(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    before = row(library)
    for empty in ("", " \n"):
        QGuiApplication.clipboard().setText(empty)
        with qtbot.waitSignal(page.commands.refused) as said:
            qtbot.keyClick(page.timeline, Qt.Key.Key_V, CTRL)
        assert said.args == ["There is nothing on the clipboard to paste."]
    assert row(library) == before


def test_a_gap_in_rows_is_kept_at_the_end_and_told_elsewhere(page: ProgrammePage, library: Library) -> None:
    QGuiApplication.clipboard().setText("20:00-21:00\tDiner\n23:30\tFeest\n")
    page.selected.choose([block(library, "Exitkaart en").id])
    page.actions_of_blocks.paste.trigger()
    assert block(library, "Diner").pinned_start == dt.time(20)
    assert block(library, "Feest").pinned_start == dt.time(23, 30)
    library.undo()
    page.selected.choose([block(library, "Lunch").id])
    page.actions_of_blocks.paste.trigger()
    assert block(library, "Feest").pinned_start is None
    assert page.message.text() == (
        "Not at the time that was written: Diner (20:00); Feest (23:30). Pin a block to give it a fixed time."
    )
    library.undo()
    # What follows at the time that was written is not told of, and needs no pin.
    page.selected.choose([block(library, "Lunch").id])
    lunch = page.workspace.schedule.slot_of(block(library, "Lunch").id)
    assert lunch is not None
    QGuiApplication.clipboard().setText(f"{lunch.end // 60}:{lunch.end % 60:02}\tWandeling\n")
    page.actions_of_blocks.paste.trigger()
    assert block(library, "Wandeling").pinned_start is None
    assert page.message.text() == ""
