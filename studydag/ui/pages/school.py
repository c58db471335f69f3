"""The school: what all study days share, in tabs; each is filled when it is first looked at."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from studydag.model.values.changes import Place
from studydag.model.values.wording import N_
from studydag.ui.look import Look
from studydag.ui.pages.page import Page
from studydag.ui.pages.school_lists import lists
from studydag.ui.pages.school_settings import SchoolSettings
from studydag.ui.workspace import SETTING_KINDS, Workspace

WITHIN = {"activity": "trajectory", "question": "question_set", "picture": "school"}
"""In the form of which kind other kinds of things are edited."""


class SchoolPage(Page):
    """People, rooms, groups, goals, formats, trajectories, questions, and the settings."""

    title: ClassVar[str] = N_("School")
    name: ClassVar[str] = "school"
    kinds: ClassVar[frozenset[str]] = SETTING_KINDS

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Build the tabs."""
        super().__init__(workspace, look, parent)
        _ = workspace.language.gettext
        heading = QLabel(_("School"), self)
        heading.setProperty("role", "title")
        heading.setContentsMargins(16, 12, 16, 4)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.lists = lists(workspace, self)
        self.settings = SchoolSettings(workspace, self)
        for each in self.lists:
            self.tabs.addTab(each, each.listed.title)
        self.tabs.addTab(self.settings, _("Settings"))
        self.tabs.currentChanged.connect(lambda _tab: self.refresh())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading)
        layout.addWidget(self.tabs)

    def refresh(self) -> None:
        """Show the tab in view as it stands."""
        current = self.tabs.currentWidget()
        if current is self.settings:
            self.settings.refresh()
        for each in self.lists:
            if current is each:
                each.refresh()

    def reveal(self, place: Place) -> bool:
        """Bring a thing of the school into view."""
        kind = WITHIN.get(place.kind, place.kind)
        if kind == "school":
            self.tabs.setCurrentWidget(self.settings)
            return True
        for each in self.lists:
            if each.kind == kind:
                self.tabs.setCurrentWidget(each)
                each.refresh()
                return each.reveal(place.id)
        return False
