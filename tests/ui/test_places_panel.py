"""Giving out places in the window: read sign-ups, one button, undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.page import Page
from studydag.ui.widgets.places_panel import PlacesPanel

SIGN_UPS = """Naam;1e keus;2e keus
Ada Bakker;Exitkaarten;Rubrics maken
Bo de Wit;Jongleren;
"""


@pytest.fixture
def panel(show: Callable[[type[Page]], Page]) -> PlacesPanel:
    page = show(ChoicesPage)
    assert isinstance(page, ChoicesPage)
    page.tabs.show_part(page.places_panel)
    return page.places_panel


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def test_one_button_gives_out_all_places_and_undo_takes_them_back(panel: PlacesPanel, library: Library, qtbot: QtBot):
    before = day(library)
    button = next(each for each in panel.list.findChildren(QToolButton) if each.defaultAction() is panel.share)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(day(library).allotments) > len(before.allotments), timeout=10_000)

    assert "Keus 1" in panel.outcome.text()
    library.undo()
    assert day(library) == before


def test_sign_ups_are_taken_over_with_every_doubt_said(panel: PlacesPanel, library: Library, tmp_path: Path):
    file = tmp_path / "aanmeldingen.csv"
    file.write_text(SIGN_UPS, encoding="utf-8")
    before = day(library)
    panel.ask_file = lambda: file
    panel.read.trigger()

    assert len(day(library).registrations) == len(before.registrations) + 2
    assert "2 aanmeldingen" in panel.outcome.text()
    assert "Regel 3" in panel.outcome.text()
    library.undo()
    assert day(library) == before


def test_a_file_that_is_no_list_is_told(panel: PlacesPanel, library: Library, tmp_path: Path, monkeypatch):
    file = tmp_path / "leeg.csv"
    file.write_text("a;b\n1;2\n", encoding="utf-8")
    told: list[Exception] = []
    monkeypatch.setattr("studydag.ui.widgets.places_panel.tell", lambda _parent, error, _language: told.append(error))
    panel.ask_file = lambda: file
    panel.read.trigger()

    assert len(told) == 1
