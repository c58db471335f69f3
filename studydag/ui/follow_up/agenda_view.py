"""The agenda of a moment: what was noted, and what comes up by itself; to copy into a mail."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studydag.export.agenda_words import agenda_text
from studydag.export.names import Names
from studydag.model.rules.calendar.rhythm import series
from studydag.model.rules.follow_up.agenda import agenda, next_date
from studydag.model.values.follow_up import Moment
from studydag.ui.announcing import announce, name_choice
from studydag.ui.fields.still_box import StillBox
from studydag.ui.workspace import Workspace


class AgendaView(QWidget):
    """Speaks of one moment, on the date that is next unless another one is chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without a moment."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._moment: Moment | None = None
        heading = QLabel(_("Agenda"), self)
        heading.setProperty("role", "heading")
        self.dates = StillBox(self)
        name_choice(self.dates, _("Agenda of which date"))
        self.dates.activated.connect(lambda _index: self._write())
        self.copy = QPushButton(_("Copy the agenda"), self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda _checked=False: self.copy_text())
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setContentsMargins(12, 8, 12, 8)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(_("Agenda"))
        scroll.setWidget(self.text)
        bar = QHBoxLayout()
        bar.addWidget(heading, 1)
        bar.addWidget(self.dates)
        bar.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(scroll, 1)

    def show_moment(self, moment: Moment | None) -> None:
        """Show the agenda of a moment, or nothing."""
        day, workspace, language = self._workspace.day, self._workspace, self._workspace.language
        other = (None if moment is None else moment.id) != (None if self._moment is None else self._moment.id)
        chosen = None if other else self.dates.currentData()
        self._moment = moment
        self.dates.clear()
        if moment is not None and day is not None:
            holidays = workspace.setting.holidays
            dates = series(moment, day, holidays).dates
            for on in dates:
                self.dates.addItem(language.short_date(on), on)
            wanted = chosen if chosen in dates else next_date(moment, day, holidays, workspace.today())
            self.dates.setCurrentIndex(dates.index(wanted) if wanted in dates else len(dates) - 1)
        self.setVisible(self.dates.count() > 0)
        self._write()

    def copy_text(self) -> None:
        """Put the agenda on the clipboard."""
        QApplication.clipboard().setText(self.text.text())
        announce(self, self._workspace.language.gettext("The agenda is on the clipboard."))

    def _write(self) -> None:
        day, workspace, on = self._workspace.day, self._workspace, self.dates.currentData()
        if self._moment is None or day is None or not isinstance(on, dt.date):
            self.text.clear()
            return
        found = agenda(self._moment, on, day, workspace.setting.holidays)
        text = agenda_text(found, Names(day, workspace.setting, workspace.language), workspace.language)
        if found.is_empty:
            text += "\n\n" + workspace.language.gettext("Successes, open actions and insights will appear here.")
        self.text.setText(text)
