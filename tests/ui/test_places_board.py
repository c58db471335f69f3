"""The board: give out, move by hand with its cost, lock, bring up to date, and what it all comes to."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QProgressDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from studydag.model.operations import choices as choice_verbs
from studydag.model.operations import editing, places
from studydag.model.rules.choices import allot as allotting
from studydag.model.rules.choices.standing import Standing
from studydag.model.store.library import Library
from studydag.model.values.allotting import Allotting
from studydag.model.values.changes import Place
from studydag.model.values.choices import Registration, RegistrationRole
from studydag.model.values.programme import Block, Mode, RoundRule
from studydag.model.values.school import Group, Room
from studydag.ui.choices.board import Board
from studydag.ui.choices.cards import PERSON
from studydag.ui.choices.filters import Shown
from studydag.ui.choices.working import Working
from studydag.ui.dialogs.who_moves import WhoMovesDialog
from studydag.ui.menu_key import opens_menu
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.page import Page
from tests.ui.places import choices_page, options_of, person, round_of, with_places
from tests.ui.programme import day


@pytest.fixture(scope="module")
def example_file(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example with a round to give out places for."""
    return with_places(example_file, tmp_path_factory.mktemp("places"))


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ChoicesPage:
    return choices_page(show)


def given_out(page: ChoicesPage, library: Library, qtbot: QtBot) -> Board:
    qtbot.mouseClick(page.board.share, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(day(library).allotments) == 3, timeout=20_000)
    return page.board


def menu_of(board: Board, name: str, library: Library) -> QMenu:
    board.choose(person(library, name))
    index = board.table.currentIndex()
    board.table.activated.emit(index)
    menu = board.findChildren(QMenu)[-1]
    assert menu.isVisible()
    return menu


def test_a_card_names_no_room_of_an_option_that_is_online(page: ChoicesPage, library: Library) -> None:
    option = options_of(library)[0]
    room = editing.create(library, Room(name="Lokaal 12"))
    for mode, where in ((Mode.HYBRID, "Lokaal 12 · hybride"), (Mode.ONLINE, "online")):
        editing.change(library, Block, option, room=room, mode=mode)
        assert page.board.cards.cards[0].filled.beside == f"{where} · Fenna Koolwijk"


def test_one_button_gives_out_all_places_and_undo_takes_them_back(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    before = day(library)
    board = given_out(page, library, qtbot)

    chips = [board.table.things.index(row, 5).data() for row in range(3)]
    assert sorted(each.split(" · ")[-1] for each in chips) == ["1", "1", "2"]
    assert [card.filled.count for card in board.cards.cards] == ["2 van 2", "1 van 2"]
    library.undo()
    assert day(library) == before


def test_what_is_stopped_changes_nothing_and_two_clicks_give_out_once(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    stopped = Working(day(library), page.workspace.setting, near=False, keep_small=False)
    found: list[object] = []
    stopped.done.connect(found.append)
    stopped.stop()
    stopped.start()
    qtbot.waitUntil(lambda: found == [None], timeout=20_000)

    before = library.undo_step
    page.board.giving.give_out()
    given_out(page, library, qtbot)
    library.undo()
    assert library.undo_step == before


def test_cancel_takes_the_dialog_away_at_once_while_the_solver_still_works_and_its_result_is_dropped(
    page: ChoicesPage, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, ended = Event(), Event()

    def slowly(*words: Any, going: Callable[[float], bool], **more: Any) -> Allotting:
        goes_on.wait(20)
        going(0.7)
        try:
            return allot(*words, **more)
        finally:
            ended.set()

    allot = allotting.allot
    monkeypatch.setattr(allotting, "allot", slowly)
    before = library.undo_step
    page.board.giving.give_out()
    window = page.window()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QProgressDialog)))
    (dialog,) = window.findChildren(QProgressDialog)
    button = dialog.findChild(QPushButton)
    assert not button.autoDefault()
    # Nothing is known yet of how far it is: it is busy, and doesn't stand still at nought.
    assert (dialog.maximum(), dialog.value()) == (0, -1)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    del dialog, button
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))
    monkeypatch.setattr(allotting, "allot", allot)
    given_out(page, library, qtbot)
    standing = library.undo_step
    goes_on.set()
    qtbot.waitUntil(ended.is_set, timeout=20_000)
    QApplication.processEvents()
    assert library.undo_step == standing
    assert not window.findChildren(QProgressDialog)
    library.undo()
    assert library.undo_step == before


def test_enter_opens_the_menu_of_a_row_and_tries_to_edit_nothing_that_can_not_be(
    page: ChoicesPage, library: Library, qtbot: QtBot, qtlog: Any
) -> None:
    board = given_out(page, library, qtbot)
    board.choose(person(library, "Ada"))
    board.table.setFocus()
    qtbot.keyClick(board.table, Qt.Key.Key_Return)
    menus = [each for each in board.findChildren(QMenu) if each.isVisible()]
    assert len(menus) == 1
    menus[0].close()
    column = next(place for place, each in enumerate(page.registrations.table.things.columns) if each.field)
    page.tabs.show_part(page.tabs.stack.widget(2))
    table = page.registrations.table
    table.things.can_edit = False
    table.setCurrentIndex(table.things.index(0, column))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [each.message for each in qtlog.records if "edit" in each.message] == []


def test_of_a_group_that_is_divided_all_options_are_shown(page: ChoicesPage, library: Library, qtbot: QtBot) -> None:
    number, first, second = round_of(library)
    for each in day(library).registrations:
        editing.delete(library, Registration, each.id)
    group = editing.create(library, Registration(name="Onderbouw", count=5), ("study_day", 1))
    choice_verbs.set_wishes(library, group, number, [first, second])
    qtbot.mouseClick(page.board.share, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(day(library).allotments) == 2, timeout=20_000)

    chips = page.board.people.chips(day(library).registrations[0], number)
    names = [next(block.title for block in day(library).blocks if block.id == option) for option in (first, second)]
    assert [chip.said for chip in chips] == [f"2 × {names[0]} · 1", f"2 × {names[1]} · 2", "1 × geen plaats"]
    assert page.board.table.things.index(0, 5).data() == ", ".join(chip.said for chip in chips)
    page.board.choose(group)
    shown = [label.text() for label in page.person_places.cards[0].findChildren(QLabel)]
    assert [f"2 × {name}" in shown for name in names] == [True, True]


def test_the_model_of_the_table_is_sound_while_rounds_come_and_go(page: ChoicesPage, library: Library) -> None:
    tester = QAbstractItemModelTester(page.board.table.things, QAbstractItemModelTester.FailureReportingMode.Fatal)
    columns = page.board.table.things.columnCount()
    round_id, first, _second = round_of(library)
    editing.change(library, Block, round_id, cancelled=True)
    assert page.board.table.things.columnCount() == columns - 1
    editing.change(library, Block, round_id, cancelled=False)
    editing.change(library, Block, first, title="Another title")
    assert page.board.table.things.columnCount() == columns
    tester.deleteLater()


def test_the_summary_says_shares_the_lowest_choice_and_that_it_is_proven(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    given_out(page, library, qtbot)

    assert page.inspector() is page.summary
    assert (page.summary.first.text(), page.summary.second.text()) == ("67%", "100%")
    assert page.summary.lowest.text() == "2e keus"
    assert "Bewezen" in page.summary.proof.text()
    place = day(library).allotments[0]
    places.lock(library, [place.id])
    assert page.summary.proof.isHidden()


def test_a_person_is_moved_by_the_menu_and_what_it_costs_is_said_there(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    board = given_out(page, library, qtbot)
    round_id, first, second = round_of(library)
    loser = next(each.registration for each in day(library).allotments if each.option == second)
    name = next(each.name for each in day(library).registrations if each.id == loser)
    menu = menu_of(board, name, library)
    actions = menu.actions()
    assert "1e keus" in actions[0].text()
    assert "⚠" in actions[0].text()
    assert "2e keus → 1e keus" in actions[0].toolTip()
    assert "1e keuzes: 2 → 3" in actions[0].toolTip()
    actions[0].trigger()
    menu.close()
    moved = next(each for each in day(library).allotments if each.registration == loser)
    assert (moved.option, moved.rank_obtained) == (first, 1)
    assert name in board.outcome.text()
    assert [card.filled.note for card in board.cards.cards] == ["te vol", ""]
    library.undo()
    assert next(each for each in day(library).allotments if each.registration == loser).option == second
    assert round_id == moved.round


def test_a_person_is_dropped_on_a_card(page: ChoicesPage, library: Library, qtbot: QtBot) -> None:
    board = given_out(page, library, qtbot)
    assert board.table.things.index(0, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    _round, _first, second = round_of(library)
    winner = next(each.registration for each in day(library).allotments if each.option != second)
    data = QMimeData()
    data.setData(PERSON, str(winner).encode("ascii"))
    card = board.cards.cards[1]
    costs = board.hand.costs(winner, board.rounds.round or 0, second)
    assert (costs.short, costs.is_wrong) == ("1e keus → 2e keus", False)
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    card.dropEvent(drop)
    assert next(each for each in day(library).allotments if each.registration == winner).option == second


def test_l_locks_and_a_locked_place_stays_when_all_are_given_anew(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    board = given_out(page, library, qtbot)
    _round, _first, second = round_of(library)
    loser = next(each.registration for each in day(library).allotments if each.option == second)
    board.choose(loser)
    qtbot.keyClick(board.table, Qt.Key.Key_L)
    assert [each.registration for each in day(library).allotments if each.locked] == [loser]
    board.show_only(Shown.LOCKED)
    assert [each.id for each in board.table.things.things] == [loser]
    board.unlock.trigger()
    assert not any(each.locked for each in day(library).allotments)


def test_after_an_option_is_called_off_who_moves_is_shown_and_only_then_done(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    board = given_out(page, library, qtbot)
    _round, _first, second = round_of(library)
    third = options_of(library)[2]
    editing.change(library, Block, second, cancelled=True)
    editing.change(library, Block, third, cancelled=False)
    asked: list[tuple[int, int]] = []

    def confirm(standing: Standing, found: Allotting) -> bool:
        dialog = WhoMovesDialog(page.workspace, standing, found, page)
        asked.append((dialog.tree.topLevelItemCount(), len(found.places)))
        assert dialog.tree.topLevelItem(0).text(2).startswith("Vervallen: ")
        assert dialog.counts.text() == "1 persoon krijgt een andere plaats."
        dialog.deleteLater()
        empty = Standing(replace(standing.day, allotments=()), standing.ground)
        first = WhoMovesDialog(page.workspace, empty, found, page)
        assert first.counts.text() == "3 mensen krijgen een plaats."
        first.deleteLater()
        return len(asked) > 1

    board.giving.confirm = confirm
    before = day(library).allotments
    qtbot.mouseClick(board.renew, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=20_000)
    assert asked == [(1, 3)]
    assert day(library).allotments == before
    qtbot.mouseClick(board.renew, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(each.option != second for each in day(library).allotments), timeout=20_000)
    assert page.summary.proof.text() == "Bewezen: met zo weinig verhuizingen kan het niet eerlijker."
    stayed = {(each.registration, each.option) for each in before if each.option != second}
    assert stayed <= {(each.registration, each.option) for each in day(library).allotments}


def test_an_option_is_called_off_by_its_menu_and_the_summary_leads_to_other_places(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    board = given_out(page, library, qtbot)
    _round, first, _second = round_of(library)
    card = board.cards.cards[0]
    card.customContextMenuRequested.emit(card.rect().center())
    menu = board.findChildren(QMenu)[-1]
    menu.actions()[0].trigger()
    menu.close()
    assert library.get(Block, first).cancelled
    assert len(board.cards.cards) == 1
    texts = [
        label.text() for label in page.summary.findChildren(type(board.outcome)) if label.isVisibleTo(page.summary)
    ]
    assert "2 plaatsen zitten in keuzes die niet meer doorgaan" in texts
    assert not any(text.startswith("Bewezen") for text in texts)
    page.workspace.undo()
    assert board.isVisible()
    assert len(board.cards.cards) == 2


def test_a_wish_that_can_not_be_met_any_more_says_so_before_its_title(page: ChoicesPage, library: Library) -> None:
    board = page.board
    _round, first, second = round_of(library)
    title = library.get(Block, second).title
    editing.change(library, Block, second, cancelled=True)
    board.choose(person(library, "Ada"))
    row = board.table.currentIndex().row()
    assert board.table.things.index(row, 3).data() == f"Vervallen: {title}"
    page.workspace.undo()
    editing.change(library, Block, second, cancelled=False, audience=(editing.create(library, Group(name="Kunst")),))
    assert board.table.things.index(row, 2).data() == library.get(Block, first).title
    assert board.table.things.index(row, 3).data() == f"Kan niet: {title}"


def test_when_nothing_needs_to_change_that_is_said(page: ChoicesPage, library: Library, qtbot: QtBot) -> None:
    board = given_out(page, library, qtbot)
    qtbot.mouseClick(board.renew, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "hoeft niets" in board.outcome.text(), timeout=20_000)


def test_somebody_shows_why_they_have_this_place_in_the_right_column(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    board = given_out(page, library, qtbot)
    _round, _first, second = round_of(library)
    loser = next(each.registration for each in day(library).allotments if each.option == second)
    assert board.choose(loser)
    assert page.inspector() is page.side
    assert not page.panel.isHidden()
    assert page.panel.head.kind.text() == "Aanmelding"
    (card,) = page.person_places.cards
    said = " ".join(label.text() for label in card.findChildren(type(board.outcome)))
    assert "was de eerste keus van 3 en heeft 2 plaatsen" in said
    assert page.selection() == (("registration", loser),)
    lock = [button for button in card.findChildren(QToolButton) if button.text() == "Vastzetten"]
    lock[0].click()
    assert [each.registration for each in day(library).allotments if each.locked] == [loser]


def test_a_card_shows_its_option_and_filters_who_sits_there(page: ChoicesPage, library: Library, qtbot: QtBot) -> None:
    board = given_out(page, library, qtbot)
    _round, first, _second = round_of(library)
    board.cards.cards[0].click()
    assert page.selection() == (("block", first),)
    assert page.panel.head.kind.text() == "Keuze"
    board.show_only(Shown.IN_OPTION)
    assert len(board.table.things.things) == 2
    board.cards.cards[0].click()
    assert page.selection() == ()


def test_people_are_filtered_by_name_and_by_what_is_the_matter(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    board = given_out(page, library, qtbot)
    board.words.setText("ad")
    assert [each.name for each in board.table.things.things] == ["Ada"]
    board.choose(person(library, "Cem"))
    assert board.words.text() == ""
    board.show_only(Shown.NO_FIRST)
    assert len(board.table.things.things) == 1
    extra = editing.create(library, Registration(name="Dana"), ("study_day", 1))
    board.show_only(Shown.WITHOUT_PLACE)
    assert [each.id for each in board.table.things.things] == [extra]
    board.show_only(Shown.NO_CHOICES)
    assert [each.id for each in board.table.things.things] == [extra]


def test_where_nobody_chooses_the_board_says_so(page: ChoicesPage, library: Library) -> None:
    board = page.board
    assert board.nothing.isHidden()
    round_id = round_of(library)[0]
    editing.create(library, Registration(name="Dee"), ("study_day", 1))
    assert len(board.standing.without_wishes) == 1
    editing.change(library, Block, round_id, round_rule=RoundRule.BY_GROUP)
    assert board.nothing.text().startswith("Bij geen ronde van deze dag kiezen mensen zelf.")
    assert (board.nothing.isVisible(), board.paste.isEnabled()) == (True, False)
    assert not board.standing.without_wishes
    editing.delete(library, Block, round_id)
    assert board.nothing.text().startswith("Deze dag heeft nog geen keuzeronde.")


def test_undo_of_places_brings_the_board_into_view(page: ChoicesPage, library: Library, qtbot: QtBot) -> None:
    given_out(page, library, qtbot)
    page.tabs.show_part(page.routes)
    page.workspace.undo()
    assert page.board.isVisible()
    assert page.reveal(Place(1, "registration", person(library, "Bo")))
    assert page.board.table.selected_ids == (person(library, "Bo"),)


def test_undo_of_places_leaves_the_keys_on_a_button_that_stays(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    page.board.renew.show()
    assert page.reveal(Place(1, "allotment", 10_000))
    qtbot.waitUntil(page.board.share.hasFocus)


def test_a_right_click_opens_the_same_menu(page: ChoicesPage, library: Library, qtbot: QtBot) -> None:
    board = given_out(page, library, qtbot)
    where = board.table.visualRect(board.table.things.index(0, 0)).center()
    board.table.customContextMenuRequested.emit(where)
    menu = board.findChildren(QMenu)[-1]
    assert menu.actions()[-1].text().replace("&", "") == "Deze plaats vastzetten"
    menu.close()


def test_the_menu_key_opens_the_menu_of_the_row_that_has_the_keys(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    board = given_out(page, library, qtbot)
    board.window().activateWindow()
    board.choose(person(library, "Ada"))
    board.table.setFocus()
    qtbot.waitUntil(board.table.hasFocus)
    assert opens_menu(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier))
    menu = board.findChildren(QMenu)[-1]
    assert menu.accessibleName() == "Ada"
    menu.actions()[-1].trigger()
    menu.close()
    assert [each.registration for each in day(library).allotments if each.locked] == [person(library, "Ada")]


def test_who_gets_a_place_is_who_lacks_one_now_and_leads_are_counted_apart(page: ChoicesPage, library: Library) -> None:
    _round, first, _second = round_of(library)
    for each in options_of(library):
        editing.change(library, Block, each, capacity=9)
    lead = library.get(Block, first).leads[0].person
    wishless = Registration(name="Dirk", count=4)
    for each in (wishless, Registration(person=lead, role=RegistrationRole.LEAD, fixed_options=(first,))):
        editing.create(library, each, ("study_day", 1))
    standing = page.board.standing

    dialog = WhoMovesDialog(page.workspace, standing, allotting.allot(standing.day, page.workspace.setting), page)
    assert dialog.counts.text() == "7 mensen krijgen een plaats. 1 begeleider komt bij de eigen workshop te staan."
    assert dialog.effect.text() == "Nu: geen plaats 7×\nStraks: 1e keus 3×, niets gekozen 4×"
    rows = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    gives = f"{library.get(Block, first).title} (begeleidt zelf)"
    assert [row.text(3) for row in rows if row.text(2) == "–"] == [gives]
    dialog.deleteLater()
