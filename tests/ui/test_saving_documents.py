"""Saving, opening and printing documents: what is seen is what is saved, and nothing gets lost on the way."""

import datetime as dt
import gc
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studydag.export.documents import document, documents
from studydag.language import Language
from studydag.model.operations import editing, study_days
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.pages.printing import PrintPage
from studydag.ui.preview.asking import Existing, Printing
from studydag.ui.preview.saving import Target, save_all
from studydag.ui.workspace import Workspace
from tests.ui.print_pages import answer, existing_is, folder_is, open_page, path_is, said, settle, text_of

TOGETHER = [(each.name, ending) for each in documents() for ending in each.endings if ending not in {".eml", ".md"}]
"""What is saved with all documents."""


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


def test_a_document_is_copied_as_text(page: PrintPage, qtbot: QtBot):
    page.delivery.copy(page.list.document, ".txt")
    assert "Gekopieerd" in said(qtbot, page)
    assert "08:30–08:45  Welkom en inloop" in QGuiApplication.clipboard().text()


def test_a_draft_is_opened_in_the_mail_program_or_can_be_saved(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    opened: list[Path] = []
    page.delivery.asking = replace(page.delivery.asking, open=lambda path: not opened.append(path))
    page.delivery.give(document("materials"), ".eml")
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert opened[0].suffix == ".eml"
    assert opened[0].read_bytes().startswith(b"X-Unsent")

    page.delivery.asking = replace(page.delivery.asking, open=lambda path: False)
    page.delivery.give(document("materials"), ".eml")
    assert "programma" in said(qtbot, page)


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


def test_save_all_writes_every_document_and_the_seen_one_as_it_is_seen(
    page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path
):
    folder = tmp_path / "alles"
    folder.mkdir()
    page.options.field("goals").edited.emit(False)
    settle(qtbot, page)
    answer(page, folder=folder_is(folder))
    qtbot.mouseClick(page.actions_box.save_all, Qt.MouseButton.LeftButton)
    assert str(folder) in said(qtbot, page)

    written = {path.name for path in folder.iterdir()}
    assert len(written) == len(TOGETHER)
    assert page.made is not None
    seen = folder / "Formatief handelen - Deelnemersprogramma 2027-03-11.pdf"
    assert seen.read_bytes() == page.made.data
    assert len(library.versions_of(1)) == 1
    assert all("versie 1" in text_of(path.read_bytes()) for path in folder.glob("*.pdf"))


def test_save_all_asks_once_about_files_that_are_there(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    names = ["Formatief handelen - Draaiboek 2027-03-11.pdf", "Formatief handelen - Implementatieplan 2027-03-11.pdf"]
    for name in names:
        (tmp_path / name).write_bytes(b"mine")
    asked: list[list[str]] = []
    answer(page, folder=folder_is(tmp_path), existing=existing_is(Existing.CANCEL, asked))
    page.delivery.save_all(documents())
    assert asked == [names]
    assert not page.notice.isVisible()

    answer(page, existing=existing_is(Existing.KEEP_BOTH, asked))
    page.delivery.save_all(documents())
    said(qtbot, page)
    assert all((tmp_path / name).read_bytes() == b"mine" for name in names)
    assert (tmp_path / names[0].replace(".pdf", " (2).pdf")).is_file()

    page.notice.hide()
    answer(page, existing=existing_is(Existing.REPLACE, asked))
    page.delivery.save_all(documents())
    said(qtbot, page)
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF") for name in names)


def test_of_many_files_that_can_not_be_written_a_few_are_named(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    folder = tmp_path / "gone"
    folder.mkdir()

    def chosen(*_arguments: object) -> Path:
        folder.rmdir()
        return folder

    answer(page, folder=chosen)
    page.delivery.save_all(documents()[:6])

    text = said(qtbot, page)
    assert len(text.splitlines()) == 3
    assert text.splitlines()[-1].endswith("opgeslagen.")


def test_it_stops_within_a_document(page: PrintPage, tmp_path: Path, qtbot: QtBot):
    page.list.choose("plan")
    settle(qtbot, page)
    assert page.made is not None
    language = Language.of("nl")
    wanted = document("run-sheet")
    target = Target(path=tmp_path / "1.pdf", document=wanted, ending=".pdf", chosen={}, language=language)
    stop = threading.Event()

    def made_to_stop(day, setting, choices, words, stamp):
        stamp.proof.go_on()
        stop.set()
        return wanted.makers[".pdf"](day, setting, choices, words, stamp)

    slow = replace(wanted, makers={".pdf": made_to_stop})
    result = save_all(page.made, (target, replace(target, document=slow)), stop, lambda _step: None)

    assert result.stopped
    assert list(tmp_path.glob("*.pdf")) == []


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


def test_stopped_in_time_nothing_is_written(page: PrintPage, tmp_path: Path):
    assert page.made is not None
    targets = tuple(
        Target(
            path=tmp_path / f"{document.name}.pdf",
            document=document,
            ending=".pdf",
            chosen={},
            language=Language.of("nl"),
        )
        for document in documents()
    )
    stop = threading.Event()

    def stop_at_two(step: int) -> None:
        if step == 2:
            stop.set()

    result = save_all(page.made, targets, stop, stop_at_two)

    assert result.stopped
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_no_program_opens_keeps_no_version(page: PrintPage, qtbot: QtBot, library: Library):
    answer(page, open=lambda _path: False)
    page.delivery.open()
    assert said(qtbot, page)
    assert library.versions_of(1) == []


def test_opening_hands_the_same_bytes_to_the_viewer(page: PrintPage, qtbot: QtBot, library: Library):
    opened: list[Path] = []

    def open_it(path: Path) -> bool:
        opened.append(path)
        return True

    answer(page, open=open_it)
    qtbot.mouseClick(page.actions_box.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)

    assert page.made is not None
    assert opened[0].read_bytes() == page.made.data
    assert len(library.versions_of(1)) == 1

    answer(page, open=lambda _path: False)
    page.delivery.open()
    assert said(qtbot, page)
    assert page.notice.text.property("role") == "problem"


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


# -- paper


def test_printing_gives_the_printer_every_page(page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path):
    page.list.choose("plan")
    settle(qtbot, page)

    def to_file(printer: QPrinter, _parent: QWidget) -> Printing:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        printer.setResolution(72)
        return Printing.PRINT

    answer(page, printer=to_file)
    qtbot.mouseClick(page.actions_box.print, Qt.MouseButton.LeftButton)
    said(qtbot, page)

    assert page.notice.text.property("role") != "problem"
    pages = PdfReader(tmp_path / "paper.pdf").pages
    assert len(pages) == page.preview.pages.pages
    assert pages[0].mediabox.width > pages[0].mediabox.height
    assert len(library.versions_of(1)) == 1


def test_without_a_printer_the_pdf_can_be_opened(page: PrintPage, qtbot: QtBot, library: Library):
    opened: list[Path] = []
    answer(page, printer=lambda _printer, _parent: Printing.NO_PRINTER, open=lambda path: not opened.append(path))
    page.delivery.print()
    assert said(qtbot, page)
    assert library.versions_of(1) == []

    qtbot.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)


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

    assert len(list(folder.iterdir())) == len(
        [each for one in documents() for each in one.endings if each not in {".eml", ".md"}]
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
