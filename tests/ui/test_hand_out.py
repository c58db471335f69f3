"""Checklists handed out to owners: who is listed, and what is made of one study day and of all."""

import datetime as dt
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.export.document import EML, ICS, PDF
from studydag.model.operations import editing, study_days
from studydag.model.store.library import Library
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.programme import Part
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.hand_out import HandOutDialog
from studydag.ui.workspace import Workspace
from tests.export.printing_days import words


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> HandOutDialog:
    made = HandOutDialog(workspace)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(dialog: HandOutDialog) -> dict[str, list[str]]:
    rows = (dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount()))
    return {row.text(0): [row.text(column) for column in (1, 2, 3)] for row in rows if row is not None}


def open_actions(library: Library, person: int) -> list[Action]:
    day = library.get(StudyDay, 1)
    return [each for each in day.actions if each.owner == person and each.state.is_unfinished]


def test_r084_each_owner_of_an_open_action_is_listed_with_how_many(dialog: HandOutDialog, library: Library) -> None:
    rows = listed(dialog)
    assert list(rows) == sorted(rows, key=str.casefold)
    for person in library.every(Person):
        own = open_actions(library, person.id)
        if own:
            assert rows[person.name][0] == str(len(own))
    assert len(dialog.chosen) == len(rows)


def test_r084_a_folder_gets_a_draft_a_page_and_dates_for_each_owner(
    dialog: HandOutDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    for box in dialog.forms.values():
        box.setChecked(True)
    dialog.asking = replace(dialog.asking, folder=lambda *_asked: tmp_path)
    dialog.ask_folder()
    qtbot.waitUntil(lambda: not dialog.open_folder.isHidden(), timeout=60_000)
    endings = [path.suffix for path in tmp_path.iterdir() if path.suffix in {EML, PDF, ICS}]
    assert endings.count(EML) == endings.count(PDF) == len(dialog.chosen)
    draft = message_from_bytes(
        next(path for path in tmp_path.iterdir() if path.suffix == EML).read_bytes(), policy=default
    )
    kinds = [part.get_content_type() for part in draft.iter_attachments()]  # type: ignore[attr-defined]
    assert kinds == ["application/pdf", "text/calendar"]
    assert str(len([*endings])) in dialog.state.text()


def test_the_draft_of_one_owner_opens_in_the_mail_program(dialog: HandOutDialog, qtbot: QtBot) -> None:
    opened: list[Path] = []
    dialog.asking = replace(dialog.asking, open=lambda path: opened.append(path) or True)
    dialog.open_draft()
    qtbot.waitUntil(lambda: bool(opened), timeout=60_000)
    assert opened[0].suffix == EML
    assert dialog.tree.currentItem().text(0) in opened[0].name  # type: ignore[union-attr]


def test_one_owner_is_ticked_where_the_dialog_was_asked_for_one(workspace: Workspace, qtbot: QtBot) -> None:
    owner = next(each.owner for each in workspace.day.actions if each.owner and each.state.is_unfinished)  # type: ignore[union-attr]
    dialog = HandOutDialog(workspace, owner)
    qtbot.addWidget(dialog)
    name = next(each.name for each in workspace.setting.people if each.id == owner)
    assert [name for _uid, name in dialog.chosen] == [name]
    qtbot.mouseClick(dialog.everyone, Qt.MouseButton.LeftButton)
    assert len(dialog.chosen) == dialog.tree.topLevelItemCount()


def test_over_all_days_an_owner_has_one_page_and_one_calendar(
    library: Library, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    owner = next(each for each in library.every(Person) if open_actions(library, each.id))
    other = study_days.create(library, "Tweede dag")
    editing.create(library, Part(date=dt.date(2027, 5, 4), start=dt.time(9), end=dt.time(16)), ("study_day", other))
    action = Action(what="Kijk bij elkaar in de les", owner=owner.id, due=dt.date(2027, 6, 1))
    editing.create(library, action, ("study_day", other))
    done = Action(what="Al klaar", owner=owner.id, state=ActionState.DONE)
    editing.create(library, done, ("study_day", other))
    dialog = HandOutDialog(workspace, owner.id)
    qtbot.addWidget(dialog)
    dialog.over.setCurrentIndex(1)
    dialog.over.activated.emit(1)
    assert listed(dialog)[owner.name][0] == str(len(open_actions(library, owner.id)) + 1)
    dialog._tick_all(False)  # noqa: SLF001
    item = next(each for each in dialog._items() if each.text(0) == owner.name)  # noqa: SLF001
    item.setCheckState(0, Qt.CheckState.Checked)
    dialog.forms[PDF].setChecked(True)
    dialog.forms[ICS].setChecked(True)
    dialog.asking = replace(dialog.asking, folder=lambda *_asked: tmp_path)
    dialog.ask_folder()
    qtbot.waitUntil(lambda: not dialog.open_folder.isHidden(), timeout=60_000)
    made = {path.suffix: path.read_bytes() for path in tmp_path.iterdir() if path.suffix in {EML, PDF, ICS}}
    page = words(made[PDF])
    first = library.get(StudyDay, 1).title
    assert page.index(first) < page.index("Tweede dag") < page.index("Kijk bij elkaar in de les")
    assert "Al klaar" not in page
    events = [str(each["summary"]) for each in Calendar.from_ical(made[ICS]).walk("VEVENT")]
    assert "Kijk bij elkaar in de les" in events
    assert len(events) > 1
    assert b"Tweede dag" in made[EML]


def test_a_folder_that_can_not_be_written_keeps_no_version(
    dialog: HandOutDialog, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.asking = replace(dialog.asking, folder=lambda *_asked: tmp_path / "nowhere")
    dialog.ask_folder()
    qtbot.waitUntil(lambda: "nowhere" in dialog.problem.text(), timeout=20_000)
    assert library.versions_of(1) == []
