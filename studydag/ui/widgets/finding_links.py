"""Findings in short, each to click: it leads to what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from studydag.model.values.findings import Finding, Severity
from studydag.model.values.references import Reference
from studydag.ui.layouts.beside import Beside
from studydag.ui.remedies import carry_out, said
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace

ON_ONE_LINE = 70
"""Characters of width from which a finding stands between how heavy it is and what to do."""


LINES_APART = 6
"""Pixels."""


class FindingLinks(QWidget):
    """A line for each finding: how heavy, and the reason."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._workspace = workspace
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(LINES_APART)
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
        line = Beside(self, characters=ON_ONE_LINE, spacing=0)
        weight = QLabel(language.capitalised(language.member(finding.severity)), line)
        weight.setProperty("role", "problem" if finding.severity is Severity.MUST else "quiet")
        # As wide as the longest, so that all reasons begin below each other.
        weights = [language.capitalised(language.member(each)) for each in Severity]
        metrics = weight.fontMetrics()
        weight.setMinimumWidth(max(map(metrics.horizontalAdvance, weights)) + metrics.averageCharWidth())
        reason = QLabel(language.capitalised(language.wording(finding.reason, finding.figures)), line)
        reason.setWordWrap(True)
        line.add(weight)
        line.add(reason, 1)
        about = next((each for each in finding.about if each.id), None)
        remedy = next(iter(finding.remedies), None)
        if about is not None and about.kind != "study_day":
            line.add(self._link(line, language.gettext("Go there"), reason.text(), (about.kind, about.id)))
        elif remedy is not None:
            # What concerns the day as a whole is nowhere to go to; there is something to do.
            run = partial(carry_out, remedy, finding, self._workspace)
            line.add(self._button(line, said(remedy, finding, language), reason.text(), run))
        return line

    def _link(self, line: QWidget, text: str, reason: str, about: Reference) -> LinkButton:
        return self._button(line, text, reason, partial(self._workspace.visit, *about))

    def _button(self, line: QWidget, text: str, reason: str, run: Callable[[], None]) -> LinkButton:
        go = LinkButton(text, run, line)
        # It is said whole: the reason beside it wraps.
        go.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        go.setAccessibleName(f"{text}: {reason}")
        return go
