"""Privacy in the window: everything on one person as a file, and study days of long ago made anonymous."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.choices import Registration
from studydag.model.values.effect import Success
from studydag.model.values.references import references_in
from studydag.model.values.school import Group, Person
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.anonymising import AnonymiseDialog
from studydag.ui.look import Look
from studydag.ui.pages.school_lists import PeopleList, makers
from studydag.ui.workspace import Workspace


def test_everything_on_one_person_is_one_file_with_nothing_of_others(
    workspace: Workspace, look: Look, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    people = next(make() for listed, make in makers(workspace, look) if listed.value is Person)
    assert isinstance(people, PeopleList)
    qtbot.addWidget(people)
    person, *others = library.every(Person)
    editing.create(library, Group(name="Werkgroep toetsen", members=(person.id,)))
    editing.create(library, Success(what=f"{person.name} liet het zien in 2B"), ("study_day", 1))
    path = tmp_path / "alles.txt"
    people.save_everything(person.id, path)
    text = path.read_text(encoding="utf-8-sig")
    day = library.get(StudyDay, 1)
    assert person.email in text
    assert "Werkgroep toetsen" in text
    assert "liet het zien in 2B" in text
    for action in day.actions:
        assert (action.what in text) is (person.id in {action.owner, action.owner_contact})
    registration = next(each for each in day.registrations if each.person == person.id)
    wishes = [wish for wish in day.preferences if wish.registration == registration.id]
    assert text.count("Voorkeur") == len(wishes)
    for other in others:
        assert other.email not in text


def test_old_days_are_seen_first_and_those_with_open_actions_are_not_ticked(library: Library, qtbot: QtBot) -> None:
    workspace = Workspace(library, Language.of("nl"), lambda: dt.date(2029, 6, 1))
    workspace.open_day(1)
    dialog = AnonymiseDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.tree.topLevelItemCount() == 1
    assert dialog.chosen == []
    assert not dialog.accepting.isEnabled()
    dialog.months.edited.emit(60)
    dialog.months.show_value(60)
    dialog.months.edited.emit(60)
    assert dialog.tree.topLevelItemCount() == 0
    assert dialog.nothing.isVisible()
    dialog.months.show_value(24)
    dialog.months.edited.emit(24)
    item = dialog.tree.topLevelItem(0)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Checked)
    dialog.accept()
    day = library.get(StudyDay, 1)
    assert not [each for each in references_in(day) if each[0] == "person"]
    assert {each.name for each in day.registrations} == {""}
    assert workspace.day == day
    assert dialog.result_of is not None
    said = dialog.said_result(dialog.result_of)
    assert "anonymise" in said
    assert len(library.of_day(Registration, 1)) == len(day.registrations)
    workspace.let_go()
