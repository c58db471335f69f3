"""Saving a document: what is seen is what is saved, and nothing gets lost on the way."""

import datetime as dt
import gc
import shutil
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studydag.export.documents import documents
from studydag.language import Language
from studydag.model.operations import editing, study_days
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.pages.printing import PrintPage
from studydag.ui.workspace import Workspace
from tests.ui.print_pages import answer, folder_is, open_page, path_is, said, settle, text_of


@pytest.fixture
def page(workspace: Workspace, look: Look, qtbot: QtBot) -> PrintPage:
    return open_page(workspace, look, qtbot)


# -- saving


def test_what_is_saved_is_what_is_seen(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "uit" / "programma.pdf"
    path.parent.mkdir()
    answer(page, path=path_is(path))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)

    assert "programma.pdf" in said(qtbot, page)
    assert page.made is not None
    assert path.read_bytes() == page.made.data
    assert "Formatief handelen" in text_of(path.read_bytes())


def test_saving_keeps_the_version_whose_number_stands_in_the_footer(
    page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path
):
    before = len(library.versions_of(1))
    for number, title in ((1, ""), (1, ""), (2, "Een andere titel")):
        if title:
            editing.change(library, StudyDay, 1, title=title)
            settle(qtbot, page)
            assert page.since.isVisible()
            assert f"versie {before + 1}" in page.since.text.text()
        path = tmp_path / f"{number}.pdf"
        answer(page, path=path_is(path))
        page.notice.hide()
        page.delivery.save(page.list.document, ".pdf")
        said(qtbot, page)
        settle(qtbot, page)
        versions = library.versions_of(1)
        assert len(versions) == before + number
        assert versions[-1].document == "programme"
        assert f"versie {versions[-1].number}" in text_of(path.read_bytes())
        assert page.made is not None
        assert path.read_bytes() == page.made.data
        assert not page.since.isVisible()
    editing.change(library, StudyDay, 1, title="Weer een andere titel")
    settle(qtbot, page)
    page.since.link.click()
    assert page.list.document.name == "changes"


def test_an_edit_just_before_saving_is_in_the_file(page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path):
    path = tmp_path / "a.pdf"
    answer(page, path=path_is(path))
    editing.change(library, StudyDay, 1, title="Op het laatste moment")
    page.delivery.save(page.list.document, ".pdf")
    said(qtbot, page)

    assert "Op het laatste moment" in text_of(path.read_bytes())


def test_the_name_gets_its_ending(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    suggested: list[Path] = []

    def ask(_parent: QWidget, _title: str, path: Path, _kind: str) -> Path:
        suggested.append(path)
        return tmp_path / "programma 1.0"

    answer(page, path=ask)
    page.delivery.save(page.list.document, ".pdf")
    said(qtbot, page)

    assert [path.name for path in suggested] == ["Formatief handelen - Deelnemersprogramma 2027-03-11.pdf"]
    assert (tmp_path / "programma 1.0.pdf").is_file()


def test_cancelling_saves_nothing_and_keeps_no_version(page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path):
    answer(page, path=path_is(None), folder=folder_is(None))
    qtbot.mouseClick(page.actions_box.save, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.actions_box.save_all, Qt.MouseButton.LeftButton)

    assert not page.notice.isVisible()
    assert library.versions_of(1) == []


def test_a_place_that_can_not_be_written_is_told_and_no_version_kept(
    page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path
):
    answer(page, path=path_is(tmp_path / "nowhere" / "a.pdf"))
    page.delivery.save(page.list.document, ".pdf")

    assert "nowhere" in said(qtbot, page)
    assert page.notice.text.property("role") == "problem"
    assert library.versions_of(1) == []


def test_stopped_while_they_are_made_no_version_is_kept(
    page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path
):
    answer(page, folder=folder_is(tmp_path / "alles"))
    page.delivery.save_all(documents())
    page.notice.button.click()
    said(qtbot, page)

    assert library.versions_of(1) == []


def test_what_was_kept_before_stays_when_a_save_fails(page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path):
    answer(page, path=path_is(tmp_path / "a.pdf"))
    page.delivery.save(page.list.document, ".pdf")
    said(qtbot, page)
    page.notice.hide()
    answer(page, path=path_is(tmp_path / "nowhere" / "a.pdf"))
    page.delivery.save(page.list.document, ".pdf")

    assert "nowhere" in said(qtbot, page)
    assert len(library.versions_of(1)) == 1


def test_a_calendar_file_has_the_dates(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    path = tmp_path / "agenda.ics"
    answer(page, path=path_is(path))
    chosen = {action.text(): action for action in page.actions_box.other.menu().actions()}
    chosen["Agendabestand…"].trigger()
    said(qtbot, page)

    dates = {event.start.date() for event in icalendar.Calendar.from_ical(path.read_bytes()).events}
    assert dt.date(2027, 3, 11) in dates


def test_the_other_forms_stand_in_a_menu_and_are_saved_as_such(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    menu = {action.text(): action for action in page.actions_box.other.menu().actions() if action.text()}
    assert list(menu) == [
        *(
            "Word-bestand…",
            "Excel-bestand…",
            "Agendabestand…",
            "Markdowntekst…",
            "Platte tekst…",
            "Als tekst kopiëren",
        ),
    ]
    for text, name, beginning in (
        ("Word-bestand…", "a.docx", b"PK"),
        ("Excel-bestand…", "a.xlsx", b"PK"),
        ("Markdowntekst…", "a.md", b"Rietbeek"),
    ):
        page.notice.hide()
        answer(page, path=path_is(tmp_path / name))
        menu[text].trigger()
        assert name in said(qtbot, page)
        assert (tmp_path / name).read_bytes().startswith(beginning)


def test_a_calendar_without_dates_says_what_to_do(page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path):
    page.workspace.open_day(study_days.create(library, "Zonder datum"))
    answer(page, path=path_is(tmp_path / "a.ics"), folder=folder_is(tmp_path))
    page.delivery.save(page.list.document, ".ics")
    assert "datum" in said(qtbot, page)
    assert not (tmp_path / "a.ics").exists()

    page.notice.hide()
    page.delivery.save_all(documents())
    said(qtbot, page)
    assert page.notice.text.property("role") != "problem"
    assert {path.suffix for path in tmp_path.glob("Zonder datum*")} == {".pdf", ".txt", ".docx", ".xlsx"}


@pytest.mark.logs
def test_what_is_printed_as_a_mark_is_said_above_the_pages(page: PrintPage, qtbot: QtBot, library: Library):
    assert not page.preview.remark.isVisible()
    editing.change(library, StudyDay, 1, title="Welkom 王伟")
    settle(qtbot, page)

    assert page.preview.remark.isVisible()
    assert "Welkom 王伟" in page.preview.remark.text()
    editing.change(library, StudyDay, 1, title="Welkom Wang Wei")
    settle(qtbot, page)
    assert not page.preview.remark.isVisible()


def test_a_library_that_is_only_looked_at_prints_without_keeping(
    library: Library, look: Look, language: Language, qtbot: QtBot, tmp_path: Path
):
    workspace = Workspace(Library.look(library.path, check=False), language, lambda: dt.date(2026, 11, 23))
    workspace.open_day(1)
    page = PrintPage(workspace, look)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, page)
    answer(page, path=path_is(tmp_path / "a.pdf"))
    page.delivery.save(page.list.document, ".pdf")
    said(qtbot, page)

    assert "versie" not in text_of((tmp_path / "a.pdf").read_bytes())
    assert library.versions_of(1) == []
    workspace.close()


# -- going away


def test_a_page_that_goes_while_it_is_made_hurts_nobody(workspace: Workspace, look: Look, qtbot: QtBot):
    for _ in range(3):
        page = PrintPage(workspace, look)
        page.resize(900, 700)
        page.show()
        press = page.press
        page.close()
        page.deleteLater()
        del page
        gc.collect()
        QApplication.processEvents()
        press.finish()
        QApplication.processEvents()


def test_what_is_being_saved_when_the_page_goes_is_saved(
    workspace: Workspace, look: Look, qtbot: QtBot, tmp_path: Path
):
    folder = tmp_path / "alles"
    folder.mkdir()
    page = PrintPage(workspace, look)
    page.show()
    settle(qtbot, page)
    answer(page, folder=folder_is(folder))
    page.delivery.save_all(documents())
    press = page.press
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    press.finish()

    # Nothing changed yet, so there is no change sheet.
    told = [one for one in documents() if one.name != "changes"]
    assert len(list(folder.iterdir())) == len(
        [each for one in told for each in one.endings if each not in {".eml", ".md"}]
    )


def test_what_waits_for_the_newest_edit_is_saved_before_the_library_closes(
    example_file: Path, look: Look, language: Language, qtbot: QtBot, tmp_path: Path
):
    copy, path = tmp_path / "own.studydag", tmp_path / "a.pdf"
    shutil.copyfile(example_file, copy)
    workspace = Workspace(Library.open(copy, check=False), language, lambda: dt.date(2026, 11, 23))
    workspace.open_day(1)
    page = PrintPage(workspace, look)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, page)
    answer(page, path=path_is(path))
    editing.change(workspace.library, StudyDay, 1, title="Net voor het sluiten")
    page.delivery.save(page.list.document, ".pdf")
    workspace.close()
    page.press.finish()

    assert "Net voor het sluiten" in text_of(path.read_bytes())
    with Library.look(copy) as again:
        assert len(again.versions_of(1)) == 1
