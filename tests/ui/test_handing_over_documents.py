"""Documents go to the clipboard, to other programs and to the printer, as they are seen."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studydag.export.documents import document
from studydag.model.store.library import Library
from studydag.ui.look import Look
from studydag.ui.pages.printing import PrintPage
from studydag.ui.preview.asking import Printing, open_in_viewer
from studydag.ui.workspace import Workspace
from tests.as_on_windows import IS_HERE, OPEN_FILES
from tests.ui.print_pages import answer, open_page, said, settle


@pytest.fixture
def page(workspace: Workspace, look: Look, qtbot: QtBot) -> PrintPage:
    return open_page(workspace, look, qtbot)


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

    # On Windows the viewer keeps what it shows from being replaced.
    with OPEN_FILES.held(opened[0]):
        page.delivery.open()
        qtbot.waitUntil(lambda: len(opened) > 1, timeout=20_000)
    assert opened[1].parent == opened[0].parent
    assert (opened[1] == opened[0]) is not IS_HERE
    assert opened[1].read_bytes() == page.made.data

    answer(page, open=lambda _path: False)
    page.delivery.open()
    assert said(qtbot, page)
    assert page.notice.text.property("role") == "problem"


def test_printing_gives_the_printer_every_page(page: PrintPage, qtbot: QtBot, library: Library, tmp_path: Path):
    page.list.choose("plan")
    settle(qtbot, page)

    assert page.actions_box.print.toolTip().startswith("Op A4, liggend. Dubbelzijdig")
    sides: list[QPrinter.DuplexMode] = []

    def to_file(printer: QPrinter, _parent: QWidget) -> Printing:
        sides.append(printer.duplex())
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


class Viewer(QObject):
    """Stands in for the programs of the system."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def test_another_program_is_told_where_a_file_really_lies(qapp: QApplication, tmp_path: Path):
    place, link = tmp_path / "é #1 (2)", tmp_path / "link"
    place.mkdir()
    link.symlink_to(place)
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "take")
    assert open_in_viewer(link / "page 100%.pdf")
    QDesktopServices.unsetUrlHandler("file")
    assert viewer.opened == [place / "page 100%.pdf"]
