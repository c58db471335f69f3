"""Every page of the window, in both languages, at 100 % and 200 %: nothing that is said is cut off."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytestqt.exceptions
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.register import PAGES
from tests.ui.cut_off import cut_off
from tests.ui.windows import open_window, parts

TURNS = 6
"""Wrapped texts know their height some turns of the event loop after their width."""


@pytest.mark.parametrize(
    ("code", "zoom", "size"),
    [("nl", 1.0, (1024, 700)), ("nl", 2.0, (1600, 1000)), ("en", 1.0, (1600, 1000)), ("en", 2.0, (1600, 1000))],
)
def test_nothing_is_cut_off_on_any_page(
    qtbot: QtBot, look: Look, school_file: Path, code: str, zoom: float, size: tuple[int, int]
):
    look.set_zoom(zoom)
    window = open_window(qtbot, look, school_file, code)
    window.resize(*size)
    cut = {name: found for name in _places(window) if (found := _still_cut_off(qtbot, window))}
    assert cut == {}


def _places(window: MainWindow) -> Iterator[str]:
    """Bring each page into view, with something selected where it has a list."""
    assembly, _ = parts(window)
    yield "home"
    assembly.show_school()
    for tab in range(assembly.school.tabs.count()):
        assembly.school.tabs.setCurrentIndex(tab)
        _settle(window)
        yield f"school {tab + 1}"
    assembly.show_day(1)
    for maker in PAGES:
        page = assembly.day_view.show_page(maker.name)
        tabs = getattr(page, "tabs", None)
        for part in range(tabs.bar.count() if tabs is not None else 1):
            if tabs is not None and not tabs.bar.isTabVisible(part):
                continue
            if tabs is not None:
                tabs.bar.setCurrentIndex(part)
            _settle(window)
            yield f"{maker.name} {part + 1}"


def _settle(window: MainWindow) -> None:
    parts(window)[1].idle.finish()
    for _ in range(TURNS):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _still_cut_off(qtbot: QtBot, window: MainWindow) -> list[str]:
    """Return what is cut off and stays so: cards are built and laid out while the window can react."""
    found = list(cut_off(window))
    if found:
        with contextlib.suppress(pytestqt.exceptions.TimeoutError):
            qtbot.waitUntil(lambda: not list(cut_off(window)), timeout=2_000)
        found = list(cut_off(window))
    return found
