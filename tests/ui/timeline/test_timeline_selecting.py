"""Selecting several blocks of the timeline with Shift."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.model.store.library import Library
from studydag.ui.pages.programme import ProgrammePage
from tests.ui.programme import block, choose, day

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_stretch_from_block_to_block_leaves_out_options(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    coffee, lunch = block(library, "Koffie").id, block(library, "Lunch").id
    page.selected.choose([coffee])
    page.timeline.choose_as_user(lunch, SHIFT)
    choice = next(each.round for each in day(library).blocks if each.round is not None)
    assert page.selected.ids == (coffee, choice, lunch)
    options = [each.id for each in day(library).blocks if each.round == choice]
    page.selected.choose(options[:1])
    qtbot.keyClick(page.timeline, Qt.Key.Key_Right, SHIFT)
    assert page.selected.ids == tuple(options[:2])


def test_alt_with_an_arrow_selects_nothing_where_it_can_do_nothing(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    option = choose(page, next(each.title for each in day(library).blocks if each.round is not None))
    qtbot.keyClick(page.timeline, Qt.Key.Key_Right, ALT | SHIFT)
    assert page.selected.ids == (option,)
