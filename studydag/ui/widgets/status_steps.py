"""Where the study day stands, as steps to click; what stands in the way of the next one is listed."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydag.model.operations.study_days import set_status
from studydag.model.rules.threads.cycle import seems_held
from studydag.model.values.day_status import DayStatus
from studydag.model.values.errors import StudyDagError
from studydag.model.values.findings import Finding, NotReady
from studydag.ui.checked import show_checked
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.text_label import text_label
from studydag.ui.widgets.finding_links import FindingLinks
from studydag.ui.workspace import Workspace

_STEPS = """
    QPushButton { padding: 3px 9px; border: 1px solid palette(mid); border-radius: 4px; background: palette(base); }
    QPushButton:hover, QPushButton:focus { border-color: palette(highlight); }
    QPushButton:checked {
        background: palette(highlight); color: palette(highlighted-text); border-color: palette(highlight);
    }
    QPushButton:checked:focus { border: 2px solid palette(highlighted-text); padding: 2px 8px; }
"""


class StatusSteps(QWidget):
    """A button for each step. `refused` carries the findings for which the day can't be ready."""

    refused = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build the steps."""
        super().__init__(parent)
        self._workspace = workspace
        language = workspace.language
        row = FlowLayout()
        self.setStyleSheet(_STEPS)
        self._group = QButtonGroup(self)
        self.steps: dict[DayStatus, QPushButton] = {}
        for status, following in zip_longest(DayStatus, list(DayStatus)[1:]):
            button = QPushButton(language.capitalised(language.member(status)), self)
            button.setCheckable(True)
            speak_as(button, SpokenAs.ONE_OF_MANY)
            button.setEnabled(not workspace.library.read_only)
            button.toggled.connect(lambda on, status=status: self._go(status) if on else None)
            self._group.addButton(button)
            # An arrow stays behind its step: the next line begins with a step, as the first one does.
            step = QWidget(self)
            pair = QHBoxLayout(step)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(4)
            pair.addWidget(button)
            if following is not None:
                arrow = QLabel("·" if following is DayStatus.ARCHIVED else "→", step)
                arrow.setProperty("role", "quiet")
                pair.addWidget(arrow)
            row.addWidget(step)
            self.steps[status] = button
        self.message = text_label("", self, "problem")
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = FindingLinks(workspace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        self.hint = text_label("", self, "quiet")
        layout.addWidget(self.hint)
        layout.addWidget(self.message)
        layout.addWidget(self.open)
        self.say("", ())

    def refresh(self) -> None:
        """Show where the day stands."""
        day = self._workspace.day
        if day is not None:
            show_checked(self.steps[day.status], True)
            language = self._workspace.language
            held = language.capitalised(language.member(DayStatus.HELD))
            text = language.gettext("This day seems to be over. If it was held, choose ‘{held}’.")
            self.hint.setText(text.replace("{held}", held))
            self.hint.setVisible(seems_held(day, self._workspace.today()))

    def say(self, message: str, findings: tuple[Finding, ...]) -> None:
        """Say why a step can't be taken, or (empty) nothing."""
        self.message.setText(message)
        self.message.setVisible(bool(message))
        self.open.show_findings(findings)
        self.open.setVisible(bool(findings))

    def _go(self, status: DayStatus) -> None:
        day, language = self._workspace.day, self._workspace.language
        if day is None:
            return
        try:
            set_status(self._workspace.library, day.id, status, self._workspace.today())
        except NotReady as error:
            self.say(language.error(error), error.findings)
            self.refused.emit(error.findings)
        except StudyDagError as error:
            self.say(language.error(error), ())
        else:
            self.say("", ())
        self.refresh()
