"""The page Print: what is seen is what is saved, of the day as it stands, and nothing gets lost on the way."""

import datetime as dt
import gc
import io
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydag.export.asked import NO, YES
from studydag.export.documents import document, documents
from studydag.language import Language
from studydag.model.operations import editing, study_days
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.pages.printing import PrintPage
from studydag.ui.preview.asking import Existing, Printing
from studydag.ui.preview.chosen import Chosen
from studydag.ui.preview.file_names import LONGEST, file_name, free_path
from studydag.ui.preview.page_view import Fit
from studydag.ui.preview.saving import Target, save_all
from studydag.ui.workspace import Workspace

NAMES = [each.name for each in documents()]
TOGETHER = [(each.name, ending) for each in documents() for ending in each.endings if ending not in {".eml", ".md"}]
"""What is saved with all documents."""


@pytest.fixture
def page(workspace: Workspace, look: Look, qtbot: QtBot) -> PrintPage:
    page = PrintPage(workspace, look)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: PrintPage) -> None:
    qtbot.waitUntil(lambda: page.is_current, timeout=20_000)


def said(qtbot: QtBot, page: PrintPage) -> str:
    """Wait until the notice says how it ended."""
    notice = page.notice
    qtbot.waitUntil(lambda: notice.isVisible() and not notice.progress.isVisible(), timeout=20_000)
    return notice.text.text()


def answer(page: PrintPage, **answers: object) -> None:
    page.delivery.asking = replace(page.delivery.asking, **answers)


def path_is(path: Path | None) -> Callable[[QWidget, str, Path, str], Path | None]:
    return lambda _parent, _title, _suggested, _kind: path


def folder_is(path: Path | None) -> Callable[[QWidget, str, Path], Path | None]:
    return lambda _parent, _title, _suggested: path


def existing_is(found: Existing, asked: list[list[str]]) -> Callable[[QWidget, Sequence[Path], Language], Existing]:
    def ask(_parent: QWidget, paths: Sequence[Path], _language: Language) -> Existing:
        asked.append(sorted(path.name for path in paths))
        return found

    return ask


def text_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).replace("\n", " ")


def shown(page: PrintPage) -> str:
    assert page.made is not None
    return text_of(page.made.data)


# -- what is shown


def test_the_list_says_paper_readers_and_pages_once_made(page: PrintPage):
    said = [page.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(page.list.count())]

    assert len(said) == len(NAMES)
    assert "A4" in said[0]
    assert "2 pagina" in said[0]
    assert "pagina" not in said[1]


def test_choosing_a_document_shows_it_with_its_own_options(page: PrintPage, qtbot: QtBot):
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    settle(qtbot, page)

    assert page.made is not None
    assert page.made.order.document.name == NAMES[1]
    assert page.options.field("plan_b").isVisible()
    assert [action.text() for action in page.actions_box.other.menu().actions()] == ["Mail aan een begeleider…"]
    assert page.preview.pages.pages == len(PdfReader(io.BytesIO(page.made.data)).pages)


def test_an_option_changes_what_is_seen(page: PrintPage, qtbot: QtBot):
    assert "Na deze dag herkent" in shown(page)
    qtbot.mouseClick(page.options.field("goals").box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    settle(qtbot, page)

    assert "Na deze dag herkent" not in shown(page)


def test_the_language_of_a_document_is_its_own(page: PrintPage, qtbot: QtBot):
    assert "versie" in shown(page)
    page.options.language.edited.emit("en")
    settle(qtbot, page)
    assert "version" in shown(page)
    assert page.workspace.language.code == "nl"

    page.list.choose("plan")
    settle(qtbot, page)
    assert "versie" in shown(page)


def test_a_checklist_can_be_for_one_owner(page: PrintPage, qtbot: QtBot):
    page.list.choose("checklist")
    settle(qtbot, page)
    all_pages = page.preview.pages.pages
    field = page.options.field("owner")
    _everyone, someone, *_others = field.choices
    field.edited.emit(someone.value)
    settle(qtbot, page)

    assert 1 <= page.preview.pages.pages < all_pages
    assert someone.label in shown(page)


def test_private_notes_are_off_again_for_another_day(page: PrintPage, qtbot: QtBot, library: Library):
    other = study_days.duplicate(library, 1, "Nog een dag")
    page.list.choose("run-sheet")
    page.options.field("notes").edited.emit(True)
    settle(qtbot, page)
    assert page.made is not None
    assert page.made.order.chosen["notes"] == YES

    page.workspace.open_day(other)
    settle(qtbot, page)
    assert page.made.order.chosen.get("notes", NO) == NO


def test_a_window_that_is_built_again_shows_the_same_document(page: PrintPage, qtbot: QtBot, look: Look):
    page.list.choose("run-sheet")
    page.options.field("steps").edited.emit(False)
    page.options.language.edited.emit("en")
    again = PrintPage(page.workspace, look)
    qtbot.addWidget(again)
    again.show()
    again.stand_as(page.standing())
    settle(qtbot, again)

    assert again.made is not None
    assert again.made.order.document.name == "run-sheet"
    assert again.made.order.chosen == {"steps": NO}
    assert again.made.order.language.code == "en"


def test_the_preview_follows_the_day_and_stays_where_it_was(page: PrintPage, qtbot: QtBot, library: Library):
    bar = page.preview.pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    editing.change(library, StudyDay, 1, title="Een heel andere titel")
    assert not page.is_current
    settle(qtbot, page)

    assert "Een heel andere titel" in shown(page)
    assert bar.value() == before > 0


def test_a_hidden_page_makes_nothing_until_it_is_seen(page: PrintPage, qtbot: QtBot, library: Library):
    page.hide()
    editing.change(library, StudyDay, 1, title="Later")
    assert page.is_current

    page.show()
    settle(qtbot, page)
    assert "Later" in shown(page)


def test_a_day_without_anything_has_its_documents(page: PrintPage, qtbot: QtBot, library: Library):
    page.workspace.open_day(study_days.create(library, "Leeg"))
    for name in NAMES:
        page.list.choose(name)
        settle(qtbot, page)
        assert page.preview.shows_pages
        assert page.preview.pages.pages >= 1


def test_what_goes_wrong_is_said_in_place(workspace: Workspace, look: Look, qtbot: QtBot):
    def broken(*_arguments: object) -> bytes:
        message = "broken"
        raise ValueError(message)

    first, *others = documents()
    page = PrintPage(workspace, look, (replace(first, makers={".pdf": broken}), *others))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.preview.copy.isVisible, timeout=20_000)

    assert page.preview.message.text()
    qtbot.mouseClick(page.preview.copy, Qt.MouseButton.LeftButton)
    assert "ValueError: broken" in QGuiApplication.clipboard().text()

    page.list.choose("plan")
    settle(qtbot, page)
    assert page.preview.shows_pages


# -- pages


def test_only_pages_in_view_are_drawn_and_sharp(page: PrintPage, qtbot: QtBot):
    view = page.preview.pages
    page.list.choose("checklist")
    settle(qtbot, page)
    qtbot.waitUntil(view.is_sharp, timeout=20_000)

    assert view.pages > 4
    assert len(view.drawn) <= 3
    assert all(drawn.picture.width() == drawn.wish.width for drawn in view.drawn)


def test_keys_turn_pages_and_change_the_size(page: PrintPage, qtbot: QtBot):
    view = page.preview.pages
    page.list.choose("checklist")
    settle(qtbot, page)
    view.setFocus()
    view.fit_to(Fit.PAGE)

    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    assert page.preview.page_box.value() == 2
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.pages - 1
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == view.pages - 2
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    page.preview.page_box.setValue(3)
    assert view.page == 2

    before = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom > before
    assert view.fit is Fit.OWN
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(before)


def test_the_wheel_with_ctrl_changes_the_size_about_the_pointer(page: PrintPage):
    view = page.preview.pages
    at = QPointF(200, 300)
    held = view.spot_at(at.toPoint())
    wheel = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = view.zoom
    QGuiApplication.sendEvent(view.viewport(), wheel)

    assert view.zoom > before
    again = view.spot_at(at.toPoint())
    assert held is not None
    assert again is not None
    assert again[1].x() == pytest.approx(held[1].x(), abs=0.01)
    assert again[1].y() == pytest.approx(held[1].y(), abs=0.01)


def test_the_preview_reads_out_what_is_on_the_page(page: PrintPage):
    view = page.preview.pages

    assert "Deelnemersprogramma" in view.accessibleName()
    assert "1 van 2" in view.accessibleName()
    assert "Formatief handelen" in view.accessibleDescription()


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


def test_a_place_that_can_not_be_written_is_told(page: PrintPage, qtbot: QtBot, tmp_path: Path):
    answer(page, path=path_is(tmp_path / "nowhere" / "a.pdf"))
    page.delivery.save(page.list.document, ".pdf")

    assert "nowhere" in said(qtbot, page)
    assert page.notice.text.property("role") == "problem"


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
        qtbot.waitUntil(lambda press=press: not press.is_working, timeout=20_000)


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
    page.deleteLater()
    qtbot.waitUntil(lambda: not press.is_working, timeout=20_000)

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
    qtbot.waitUntil(lambda: not page.press.is_working, timeout=20_000)

    assert "Net voor het sluiten" in text_of(path.read_bytes())
    with Library.look(copy) as again:
        assert len(again.versions_of(1)) == 1


# -- names


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Formatief handelen", "Formatief handelen - Plan 2027-03-11.pdf"),
        ('Wat? Hoe: a/b\\c <"x"> *|', "Wat Hoe a b c x - Plan 2027-03-11.pdf"),
        ("CON", "CON - Plan 2027-03-11.pdf"),
        ("nul.txt", "_nul.txt - Plan 2027-03-11.pdf"),
        ("  punten...  ", "punten - Plan 2027-03-11.pdf"),
        ("regel\n\teen\u202e\u0000", "regel een - Plan 2027-03-11.pdf"),
        ("../../etc", "etc - Plan 2027-03-11.pdf"),
        ("", "Plan 2027-03-11.pdf"),
        ("Zażółć gęślą jaźń 👩‍🏫", "Zażółć gęślą jaźń 👩‍🏫 - Plan 2027-03-11.pdf"),
    ],
)
def test_file_names_are_safe_everywhere(title: str, expected: str):
    assert file_name(title, "Plan", dt.date(2027, 3, 11), ".pdf") == expected


@pytest.mark.parametrize("title", ["woord " * 60, "x" * 400, "日本" * 200, "👩‍🏫" * 100])
def test_long_titles_are_shortened(title: str):
    name = file_name(title, "Deelnemersprogramma", dt.date(2027, 3, 11), ".pdf")

    assert len(name.encode()) <= LONGEST
    assert name.endswith(" - Deelnemersprogramma 2027-03-11.pdf")


def test_reserved_names_are_avoided():
    assert file_name("", "con", None, ".pdf") == "_con.pdf"
    assert file_name("", "...", None, ".pdf") == "studydag.pdf"


def test_a_free_path_gets_a_number(tmp_path: Path):
    (tmp_path / "a.pdf").touch()
    (tmp_path / "a (2).pdf").touch()

    assert free_path(tmp_path / "a.pdf") == tmp_path / "a (3).pdf"
    assert free_path(tmp_path / "b.pdf") == tmp_path / "b.pdf"


def test_what_was_chosen_of_someone_who_left_is_forgotten():
    chosen, document = Chosen(Language.of("nl")), next(each for each in documents() if each.name == "checklist")
    chosen.choose(document, "owner", "someone")
    chosen.choose(document, "finished", YES)

    assert not chosen.keep_offered(document, {"owner": frozenset({"", "someone"})})
    assert chosen.keep_offered(document, {"owner": frozenset({""})})
    assert chosen.options_of(document) == {"finished": YES}
