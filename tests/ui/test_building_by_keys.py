"""A programme that is built in the list: from cell to cell, names completed and added, nothing typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import programme
from studydag.model.rules.time.schedule import options_of
from studydag.model.store.library import Library
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.programme import Block
from studydag.model.values.school import Person, Room
from studydag.model.values.study_day import StudyDay
from studydag.ui.fields.named import NamedField
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.programme.both_views import BOTH, LIST
from studydag.ui.qt_texts import speak

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TITLE, MINUTES, ROOM, LEADS = 1, 2, 5, 6


@pytest.fixture(params=["nl"])
def language(request: pytest.FixtureRequest) -> Language:
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page], qtbot: QtBot, library: Library) -> ProgrammePage:
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    programme.delete_blocks(library, *(block.id for block in library.get(StudyDay, 1).blocks if block.round is None))
    found.show_view(LIST)
    found.list.shown_columns.choose(frozenset({"working_format", "room", "leads"}))
    found.window().activateWindow()
    found.take_focus()
    qtbot.waitUntil(found.list.hasFocus)
    return found


def line(page: ProgrammePage) -> QLineEdit:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert page.list.isAncestorOf(focus)
    return focus


def write(page: ProgrammePage, qtbot: QtBot, *cells: str) -> None:
    """Type a title and what stands in the cells behind it, with Tab from one to the next."""
    for place, text in enumerate(cells):
        if place:
            qtbot.keyClick(line(page), Qt.Key.Key_Tab)
        qtbot.keyClicks(line(page), text)


def blocks(library: Library) -> list[Block]:
    day = library.get(StudyDay, 1)
    return [each for block in day.blocks if block.round is None for each in (block, *options_of(day, block.id))]


def names(library: Library, block: Block) -> tuple[str, list[str]]:
    people = {person.id: person.name for person in library.every(Person)}
    rooms = {room.id: room.name for room in library.every(Room)}
    return rooms.get(block.room or 0, ""), [people[lead.person] for lead in block.leads]


def test_a_round_of_four_is_made_without_leaving_the_list(page: ProgrammePage, qtbot: QtBot, library: Library):
    qtbot.keyClick(page.list, Qt.Key.Key_Return, CTRL)
    write(page, qtbot, "Inloop", "15", "", "Aula")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_R, CTRL)
    write(page, qtbot, "Keuzeronde")
    for title, room, lead in (
        ("Mondeling", "Lokaal 91", "Tim Kok"),
        ("Rubrics", "Lokaal 92", "Noor Aziz, Tim"),
        ("Exitkaart", "Lokaal 93", "Noor A"),
        ("Digitaal", "lok", "Ina Bos"),
    ):
        qtbot.keyClick(line(page), Qt.Key.Key_Return, CTRL)
        write(page, qtbot, title, "60", "", room, lead)
    qtbot.keyClick(line(page), Qt.Key.Key_Return, CTRL | SHIFT)
    write(page, qtbot, "Afsluiting", "10")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    made = blocks(library)
    assert [block.title for block in made if block.round is None] == ["Inloop", "Keuzeronde", "Afsluiting"]
    assert [(block.title, block.minutes, *names(library, block)) for block in made if block.round is not None] == [
        ("Mondeling", 60, "Lokaal 91", ["Tim Kok"]),
        ("Rubrics", 60, "Lokaal 92", ["Noor Aziz", "Tim Kok"]),
        ("Exitkaart", 60, "Lokaal 93", ["Noor Aziz"]),
        ("Digitaal", 60, "Lokaal 91", ["Ina Bos"]),
    ]


def test_the_button_for_a_block_adds_one_behind_the_round_of_an_option(page: ProgrammePage, library: Library):
    page.commands.adding.add_round()
    page.commands.adding.add_option()
    page.actions_of_blocks.add_block.trigger()
    made = page.commands.current
    assert made is not None
    assert (made.round, blocks(library)[-1].id) == (None, made.id)


def test_what_is_typed_is_kept_when_a_button_adds_the_next_block(page: ProgrammePage, qtbot: QtBot, library: Library):
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    write(page, qtbot, "Lezing", "45", "", "Zaal 8", "Joke Bor")
    button = next(
        each for each in page.findChildren(QToolButton) if each.defaultAction() is page.actions_of_blocks.add_block
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    first = next(block for block in blocks(library) if block.title == "Lezing")
    assert names(library, first) == ("Zaal 8", ["Joke Bor"])


def test_a_round_begins_from_within_a_cell(page: ProgrammePage, qtbot: QtBot, library: Library):
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    write(page, qtbot, "Pauze", "15")
    qtbot.keyClick(line(page), Qt.Key.Key_R, CTRL)
    write(page, qtbot, "Workshops", "75")
    qtbot.keyClick(line(page), Qt.Key.Key_Insert)
    write(page, qtbot, "Lunch")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert [(block.title, block.minutes) for block in blocks(library)][:2] == [("Pauze", 15), ("Workshops", 75)]
    assert blocks(library)[2].title == "Lunch"


def test_minutes_that_were_typed_stay_though_every_new_block_has_them(
    page: ProgrammePage, qtbot: QtBot, library: Library
):
    usual = Block().minutes
    short = next(each for each in library.every(WorkingFormat) if each.minutes_max < usual)
    for title, typed in (("Getypt", str(usual)), ("Niet getypt", ""), ("Verlaten met de muis", str(usual))):
        qtbot.keyClick(page.list, Qt.Key.Key_Insert)
        write(page, qtbot, title, typed)
        if "muis" in title:
            qtbot.mouseClick(
                page.list.viewport(), Qt.MouseButton.LeftButton, pos=page.list.viewport().rect().bottomLeft()
            )
            page.commands.selection.choose([blocks(library)[-1].id])
        else:
            qtbot.keyClick(line(page), Qt.Key.Key_Return)
        made = page.commands.current
        assert made is not None
        page.commands.choose_format(short.id)
    assert [block.minutes for block in blocks(library)] == [usual, short.minutes_max, usual]


def test_the_other_view_takes_what_is_typed_and_the_next_key_types_on(
    page: ProgrammePage, qtbot: QtBot, library: Library
):
    page.show_view(BOTH)
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    write(page, qtbot, "Inloop", "15")
    page.views.ways[LIST].trigger()
    assert (blocks(library)[0].minutes, page.list.hasFocus()) == (15, True)
    qtbot.keyClicks(page.list, "2")
    qtbot.keyClicks(line(page), "0")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert blocks(library)[0].minutes == 20


def test_a_name_is_seen_whole_while_it_is_typed(page: ProgrammePage, qtbot: QtBot):
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    write(page, qtbot, "Opening", "", "", "", "Anne-Fleur van den Nieuwenhuizen")
    metrics = line(page).fontMetrics()
    assert line(page).width() > metrics.horizontalAdvance(line(page).text())
    assert line(page).mapTo(page.list.viewport(), line(page).rect().topRight()).x() < page.list.viewport().width()


def test_a_room_that_is_typed_covers_no_minutes(page: ProgrammePage, qtbot: QtBot):
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    write(page, qtbot, "Opening", "", "", "Studieplein naast de grote mediatheek")
    cell = page.list.visualRect(page.list.currentIndex())
    assert page.list.currentIndex().column() == ROOM
    assert cell.left() <= line(page).mapTo(page.list.viewport(), line(page).rect().topLeft()).x()
    assert line(page).width() > cell.width()


def test_down_goes_on_in_the_same_column(page: ProgrammePage, qtbot: QtBot, library: Library):
    for title in ("Opening", "Lezing"):
        qtbot.keyClick(page.list, Qt.Key.Key_Insert)
        write(page, qtbot, title)
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
    page.list.setCurrentIndex(page.list.things.index(page.list.things.row_of(blocks(library)[0].id), ROOM))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.keyClicks(line(page), "Zaal 1")
    qtbot.keyClick(line(page), Qt.Key.Key_Down)
    qtbot.keyClicks(line(page), "Zaal 2")
    qtbot.keyClick(line(page), Qt.Key.Key_Up)
    qtbot.keyClick(line(page), Qt.Key.Key_Escape)
    assert [names(library, block)[0] for block in blocks(library)] == ["Zaal 1", "Zaal 2"]


def test_letters_type_over_the_cell_as_in_a_spreadsheet(page: ProgrammePage, qtbot: QtBot, library: Library):
    for title in ("Opening", "Lezing"):
        qtbot.keyClick(page.list, Qt.Key.Key_Insert)
        write(page, qtbot, title)
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
    for column, typed in ((TITLE, "Samen plannen"), (MINUTES, "75"), (ROOM, "lab 3")):
        page.list.setCurrentIndex(page.list.things.index(page.list.things.row_of(blocks(library)[0].id), column))
        qtbot.keyClick(page.list, typed[0])
        qtbot.keyClicks(line(page), typed[1:])
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
        assert page.list.hasFocus()
    first, second = blocks(library)
    assert (first.title, first.minutes, names(library, first)[0]) == ("Samen plannen", 75, "lab 3")
    assert second.title == "Lezing"
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.list.hasFocus()
    page.list.setCurrentIndex(page.list.things.index(page.list.things.row_of(first.id), TITLE))
    # AltGr, as Windows tells of it.
    sent = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Egrave, CTRL | Qt.KeyboardModifier.AltModifier, "è")
    QApplication.sendEvent(page.list, sent)
    assert line(page).text() == "è"


def test_a_name_is_completed_while_it_is_typed_and_can_be_chosen(qtbot: QtBot):
    field = NamedField(["Aula", "Lokaal 12", "Lokaal 14"], lambda text: text or None, str, several=True)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    qtbot.keyClicks(field.line, "au")
    assert (field.line.text(), field.line.selectedText()) == ("aula", "la")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.line.text() == "au"
    qtbot.keyClicks(field.line, "la, lok")
    assert field.line.text() == "aula, lokaal 12"
    # A number is typed as a whole: it may be one that isn't there yet.
    qtbot.keyClicks(field.line, "aal 1")
    assert field.line.text() == "aula, lokaal 1"
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        popup = field.all_names.popup()
        popup.setCurrentIndex(popup.model().index(2, 0))
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert edited.args == ["aula, Lokaal 14"]


def test_a_whole_name_stands_also_where_a_longer_one_comes_first(qtbot: QtBot):
    field = NamedField(["Jan de Wit", "Jan"], lambda text: text or None, str)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "ja")
    assert field.line.text() == "jan de Wit"
    qtbot.keyClicks(field.line, "n")
    assert field.line.text() == "jan"


def with_format(page: ProgrammePage, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    write(page, qtbot, "Lezing", "45", typed)


def test_a_format_is_known_by_its_name_in_the_other_language(page: ProgrammePage, qtbot: QtBot, library: Library):
    with_format(page, qtbot, "fishb")
    qtbot.keyClick(line(page), Qt.Key.Key_Tab)
    made = next(block for block in blocks(library) if block.title == "Lezing")
    assert next(each.key for each in library.every(WorkingFormat) if each.id == made.working_format) == "viskom"


def test_a_format_that_is_not_there_is_not_lost_without_a_word(page: ProgrammePage, qtbot: QtBot, library: Library):
    with_format(page, qtbot, "quatsch")
    typed = line(page)
    qtbot.keyClick(typed, Qt.Key.Key_Tab)
    assert (typed.text(), typed.property("wrong")) == ("quatsch", True)
    assert page.message.text().startswith("Er is hier niets dat ‘quatsch’ heet.")
    qtbot.keyClick(typed, Qt.Key.Key_Return, CTRL)
    assert [block.title for block in blocks(library)][-1] == "Lezing"
    qtbot.keyClick(typed, Qt.Key.Key_Escape)
    assert (typed.text(), page.message.text()) == ("", "")


def test_a_format_that_is_not_there_is_told_when_the_pointer_goes_elsewhere(page: ProgrammePage, qtbot: QtBot):
    with_format(page, qtbot, "quatsch")
    page.list.setFocus()
    qtbot.waitUntil(lambda: bool(page.message.text()))
    assert page.message.text() == "Er is hier niets dat ‘quatsch’ heet. Er is niets veranderd."


def test_what_is_selected_comes_into_view_with_the_other_view(page: ProgrammePage, qtbot: QtBot, library: Library):
    for number in range(10):
        programme.add_block(library, 1, Block(title=str(number), minutes=60), page.commands.adding.spot_for_new(1))
    last = blocks(library)[-1].id
    page.commands.selection.choose([last])
    page.views.ways[BOTH].trigger()
    area = page.view.scroll_area

    def is_seen() -> bool:
        place = page.timeline.rect_of(last)
        assert place is not None
        top = area.verticalScrollBar().value()
        return top <= place.top() and place.bottom() <= top + area.viewport().height()

    qtbot.waitUntil(is_seen)


def test_a_break_that_is_named_has_the_minutes_of_one(page: ProgrammePage, qtbot: QtBot, library: Library):
    for cells in (("Lunch met broodjes",), ("Koffiepauze",), ("Lunch", "60"), ("Instructie",), ("Pauze",)):
        qtbot.keyClick(page.list, Qt.Key.Key_Insert)
        write(page, qtbot, *cells)
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert [block.minutes for block in blocks(library)] == [45, 15, 60, 30, 15]
    # Another title says nothing of its minutes.
    page.list.edit_title(blocks(library)[-1].id)
    qtbot.keyClicks(line(page), "Lunch")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert blocks(library)[-1].minutes == 15


def test_minutes_that_were_typed_first_stay_when_a_break_is_named(page: ProgrammePage, qtbot: QtBot, library: Library):
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    write(page, qtbot, "", "30")
    qtbot.keyClick(line(page), Qt.Key.Key_Backtab)
    qtbot.keyClicks(line(page), "Pauze")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert blocks(library)[0].minutes == 30


def test_names_that_the_day_uses_most_are_completed_first(page: ProgrammePage, qtbot: QtBot, library: Library):
    for cells in (("Opening", "", "", "Aula", "Noor Aziz"), ("Ronde", "", "", "A12", "Nadia Prins"), ("Slot",)):
        qtbot.keyClick(page.list, Qt.Key.Key_Insert)
        write(page, qtbot, *cells)
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
    for typed in (("Kern", "", "", "au", "no"), ("Later", "", "", "a", "n")):
        qtbot.keyClick(page.list, Qt.Key.Key_Insert)
        write(page, qtbot, *typed)
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
        assert names(library, blocks(library)[-1]) == ("Aula", ["Noor Aziz"])


def test_what_stands_in_a_cell_is_seen_whole_when_it_is_edited(page: ProgrammePage, qtbot: QtBot):
    qtbot.keyClick(page.list, Qt.Key.Key_Insert)
    write(page, qtbot, "Opening", "", "", "", "Anne-Fleur van den Nieuwenhuizen")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert line(page).width() > line(page).fontMetrics().horizontalAdvance(line(page).text())


def test_ctrl_enter_adds_another_while_qt_speaks_dutch(
    show: Callable[[type[Page]], Page],
):
    # In Dutch both keys are called Enter: two shortcuts that were alike did nothing.
    speak("nl")
    try:
        found = show(ProgrammePage)
        assert isinstance(found, ProgrammePage)
        keys = found.actions_of_blocks.add_another.shortcuts()
        assert {key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys} == {"Ctrl+Return", "Ctrl+Enter"}
    finally:
        speak("en")
