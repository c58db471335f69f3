"""Findings in short, each to click: it leads to what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studydag.model.values.findings import Finding, Severity
from studydag.ui.workspace import Workspace


class FindingLinks(QWidget):
    """A line for each finding: how heavy, and the reason."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._workspace = workspace
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.shown: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        if tuple(findings) == self.shown:
            return
        self.shown = tuple(findings)
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(finding) for finding in self.shown]
        for line in self._lines:
            self._layout.addWidget(line)

    def _line(self, finding: Finding) -> QWidget:
        language = self._workspace.language
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        weight = QLabel(language.capitalised(language.member(finding.severity)), line)
        weight.setProperty("role", "problem" if finding.severity is Severity.MUST else "quiet")
        weight.setMinimumWidth(weight.fontMetrics().averageCharWidth() * 9)
        reason = QLabel(language.capitalised(language.wording(finding.reason, finding.figures)), line)
        reason.setWordWrap(True)
        row.addWidget(weight)
        row.addWidget(reason, 1)
        about = next((each for each in finding.about if each.id), None)
        if about is not None:
            go = QToolButton(line)
            go.setText(language.gettext("Go there"))
            go.setAutoRaise(True)
            go.setStyleSheet("QToolButton { color: palette(link); }")
            go.setAccessibleName(language.gettext("Go there") + ": " + reason.text())
            go.clicked.connect(lambda: self._workspace.visit(about.kind, about.id))
            row.addWidget(go)
        return line
