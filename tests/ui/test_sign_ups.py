"""Choices that come in: sign-ups from a table, shown before they are taken over, and entered from paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.choices import Registration
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.dialogs.enter_choices import EnterChoicesDialog
from studydag.ui.dialogs.read_sign_ups import ReadSignUpsDialog
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.page import Page
from tests.ui.places import choices_page, options_of, person, round_of, with_places
from tests.ui.programme import day
from tests.ui.windows import in_view

SIGN_UPS = """Naam;1e keus;2e keus
Ada Bakker;Exitkaarten;Rubrics maken
Bo de Wit;Jongleren;
"""


@pytest.fixture(scope="module")
def example_file(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example with a round to give out places for."""
    return with_places(example_file, tmp_path_factory.mktemp("places"))


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ChoicesPage:
    return choices_page(show)


# Sign-ups from a table


def test_sign_ups_are_shown_before_they_are_taken_over_with_every_doubt(
    page: ChoicesPage, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "aanmeldingen.csv"
    file.write_text(SIGN_UPS, encoding="utf-8")
    before = day(library)
    for option in options_of(library):
        editing.change(library, Block, option, cancelled=False)
    dialog = ReadSignUpsDialog(page.workspace, file)
    qtbot.addWidget(dialog)
    assert [box.currentText() for box in dialog.columns] == ["Naam, of voornaam", "1e keus", "2e keus"]
    assert dialog.counts.text() == "0 al aangemeld · 0 mensen van school · 2 nieuwe mensen · 1 regel om na te kijken"
    assert "Jongleren" in dialog.tree.topLevelItem(1).child(0).text(0)
    dialog.doubtful.setChecked(True)
    assert dialog.tree.topLevelItemCount() == 1
    assert len(day(library).registrations) == len(before.registrations)
    dialog.accept()
    assert len(day(library).registrations) == len(before.registrations) + 2
    assert "2 aanmeldingen" in dialog.outcome
    library.undo()
    assert [each.name for each in day(library).registrations] == [each.name for each in before.registrations]


def test_rows_with_choices_are_pasted_where_names_are_typed(
    page: ChoicesPage, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for option in options_of(library):
        editing.change(library, Block, option, cancelled=False)
    before = len(day(library).registrations)
    monkeypatch.setattr(ReadSignUpsDialog, "run", lambda dialog: dialog.accept() or True)
    line = page.registrations.line
    assert line is not None
    pasted = QMimeData()
    pasted.setText(SIGN_UPS.replace(";", "\t"))
    line.insertFromMimeData(pasted)
    assert len(day(library).registrations) == before + 2
    assert line.toPlainText() == ""


def test_what_an_unknown_title_and_a_stranger_mean_is_said_beside_the_doubt(
    page: ChoicesPage, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    _round, _first, second = round_of(library)
    file = tmp_path / "keuzes.csv"
    lines = ("Naam;1e keus", "Ada;Jongleren", "Bo;Jongleren", "Cem;Jongleren", "Adah B.;Jongleren")
    file.write_text("\n".join(lines), encoding="utf-8")
    dialog = ReadSignUpsDialog(page.workspace, file)
    qtbot.addWidget(dialog)
    dialog.show()

    def say(line: int, note: int, meant: str) -> None:
        before, below = dialog.found, dialog.tree.topLevelItem(line).child(note)
        box = next(in_view(dialog.tree.itemWidget(below, 0), QComboBox))
        box.setCurrentText(meant)
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda: dialog.found is not before)

    say(0, 0, next(each.title for each in day(library).blocks if each.id == second))
    assert all(second in each.wishes.popitem()[1] for each in dialog.found.sign_ups)
    say(3, 1, "Ada")
    assert len(dialog.found.sign_ups) == 3
    dialog.accept()
    assert {each.name for each in day(library).registrations} == {"Ada", "Bo", "Cem"}
    # Taking it back is seen where it was done, not on the first page of the day.
    step = library.undo_step
    assert step is not None
    assert step.place == Place(1, "registration", person(library, "Ada"))


def test_a_column_that_was_not_understood_is_chosen_by_hand(
    page: ChoicesPage, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "vreemd.csv"
    file.write_text("wat;waarvoor;x\nEls;Exitkaarten;x\nMia;Exitkaarten;x\n", encoding="utf-8")
    dialog = ReadSignUpsDialog(page.workspace, file)
    qtbot.addWidget(dialog)
    assert not dialog.accepting.isEnabled()
    assert dialog.problem.text()
    dialog.columns[0].setCurrentIndex(1)
    assert dialog.accepting.isEnabled()
    dialog.columns[1].setCurrentText("1e keus")
    dialog.accept()
    els = person(library, "Els")
    assert [wish.rank for wish in day(library).preferences if wish.registration == els] == [1]


def test_a_file_that_can_not_be_read_is_told(
    page: ChoicesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr("studydag.ui.choices.giving_out.tell", lambda _parent, error, _language: told.append(error))
    page.board.giving.ask_file = lambda: tmp_path / "nergens.csv"
    page.board.read.trigger()
    assert len(told) == 1


# Entering from paper


@pytest.fixture
def entry(page: ChoicesPage, qtbot: QtBot) -> EnterChoicesDialog:
    dialog = EnterChoicesDialog(page.workspace, page.board.rounds.round)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def typed(qtbot: QtBot, dialog: EnterChoicesDialog, *texts: str) -> None:
    for field, text in zip(dialog.fields, texts, strict=False):
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_name_and_choices_are_typed_by_first_letters_and_enter_saves(
    entry: EnterChoicesDialog, library: Library, qtbot: QtBot
) -> None:
    _round, first, second = round_of(library)
    typed(qtbot, entry, "bo", "peer", "1", "")
    wishes = sorted(
        (each.rank, each.option) for each in day(library).preferences if each.registration == person(library, "Bo")
    )
    assert wishes == [(1, second), (2, first)]
    assert entry.name.text() == ""
    assert entry.list.topLevelItem(0).text(0) == "Bo"
    typed(qtbot, entry, "Somebody new", "exit", "", "")
    assert person(library, "Somebody new")
    library.undo()
    assert "Somebody new" not in [each.name for each in day(library).registrations]


def test_a_choice_that_is_not_understood_is_not_passed(
    entry: EnterChoicesDialog, library: Library, qtbot: QtBot
) -> None:
    before = day(library)
    typed(qtbot, entry, "bo", "qqq")
    assert entry.hints[1].text() == "welke?"
    assert entry.name.text() == "bo"
    assert not entry.save()
    assert day(library) == before


def test_with_several_rounds_the_same_person_goes_on_to_the_next(
    page: ChoicesPage, library: Library, qtbot: QtBot
) -> None:
    round_id, first, second = round_of(library)
    part = next(block.part for block in day(library).blocks if block.id == round_id)
    other = editing.create(library, Block(title="Later", kind=BlockKind.ROUND, part=part), ("study_day", 1))
    third = editing.create(library, Block(title="Quiz", round=other), ("study_day", 1))
    dialog = EnterChoicesDialog(page.workspace, page.board.rounds.round)
    qtbot.addWidget(dialog)
    dialog.show()
    typed(qtbot, dialog, "dana", "2", "1", "")
    assert dialog.name.text() == "dana"
    assert dialog.options.text().startswith("Later")
    qtbot.keyClicks(dialog.choices[0], "qu")
    qtbot.keyClick(dialog.choices[0], Qt.Key.Key_Return)
    qtbot.keyClick(dialog.choices[1], Qt.Key.Key_Return)
    assert dialog.name.text() == ""
    made = person(library, "dana")
    wishes = {(each.round, each.rank): each.option for each in day(library).preferences if each.registration == made}
    assert wishes == {(round_id, 1): second, (round_id, 2): first, (other, 1): third}
    title = "Een keuze met een lange titel " * 8
    editing.change(library, Block, third, title=title.strip())
    again = EnterChoicesDialog(page.workspace, other)
    qtbot.addWidget(again)
    typed(qtbot, again, "dana", "2", "1", "")
    assert again.options.text().splitlines() == ["Later:", f"1\N{NO-BREAK SPACE}{title.strip()}"]


def test_a_name_that_may_be_several_is_asked_for_and_never_new(
    entry: EnterChoicesDialog, library: Library, qtbot: QtBot
) -> None:
    editing.create_all(library, [Registration(name="Bea Bos"), Registration(name="Bea Bakker")], ("study_day", 1))
    before = day(library)
    typed(qtbot, entry, "bea b")
    assert entry.hints[0].text() == "welke? Bea Bos, Bea Bakker"
    assert not entry.save()
    assert day(library) == before


def test_the_list_for_a_forms_service_is_copied_with_exact_titles(page: ChoicesPage, library: Library) -> None:
    page.board.copy.trigger()
    text = QApplication.clipboard().text()
    _round, first, _second = round_of(library)
    title = next(block.title for block in day(library).blocks if block.id == first)
    assert text.splitlines().count(title) == 2
    assert "eerste keus" in text


def test_the_form_to_print_is_asked_for(page: ChoicesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.workspace.document_asked) as asked:
        page.board.form.trigger()
    assert asked.args == ["sign-up"]
