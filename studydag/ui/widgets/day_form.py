"""A form for fields of the study day itself, as a page of its own that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from studydag.model.values.study_day import StudyDay
from studydag.ui.widgets.form import Line, ThingForm
from studydag.ui.workspace import Workspace

WIDEST = 110
"""Characters; wider lines are hard to read."""


class DayForm(QScrollArea):
    """Fields of the day in view."""

    def __init__(
        self,
        workspace: Workspace,
        fields: Sequence[Line],
        *,
        margin: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        """Build the form; it is empty until `refresh`. `margin`: what stays free at both sides, in pixels."""
        super().__init__(parent)
        self._workspace = workspace
        self.form = ThingForm(workspace, StudyDay, fields)
        self.form.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(margin, 12, margin, 12)
        layout.addWidget(self.form)
        self.setWidget(inner)

    def refresh(self) -> None:
        """Show the day in view."""
        if self._workspace.day is not None:
            self.form.offer_again()
            self.form.show_thing(self._workspace.day)
