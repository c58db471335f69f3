"""The overview of a study day: what it is, where it stands, and what needs attention next."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from studydag.model.values.changes import Place
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.look import Look
from studydag.ui.pages.page import Page
from studydag.ui.widgets.form import ThingForm
from studydag.ui.workspace import Workspace

FIELDS = (
    "title",
    "theme",
    "learning_question",
    "occasion",
    "status",
    "language",
    "expected_number",
    "why_staff",
    "why_pupils",
    "why_team",
    "input_asked",
)


class OverviewPage(Page):
    """What the day is."""

    title: ClassVar[str] = N_("Overview")
    name: ClassVar[str] = "overview"
    kinds: ClassVar[frozenset[str]] = frozenset({"study_day"})

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Build the form."""
        super().__init__(workspace, look, parent)
        self.form = ThingForm(workspace, StudyDay, FIELDS)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget(scroll)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.form)
        scroll.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def refresh(self) -> None:
        """Show the day."""
        if self.workspace.day is not None:
            self.form.show_thing(self.workspace.day)

    def reveal(self, place: Place) -> bool:
        """Show the day's own fields."""
        return place.kind == "study_day"
