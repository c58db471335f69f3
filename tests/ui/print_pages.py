"""Opens the page Print in tests, answers what it asks, and reads what it made."""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.look import Look
from studydag.ui.pages.printing import PrintPage
from studydag.ui.preview.asking import Existing
from studydag.ui.workspace import Workspace


def open_page(workspace: Workspace, look: Look, qtbot: QtBot) -> PrintPage:
    """Show the page, with its first document made."""
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
