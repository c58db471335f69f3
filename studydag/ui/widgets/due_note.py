"""Below a date: which day it comes to, and a better one where the school is closed then."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.calendar.school_calendar import is_school_day, proposal
from studydag.model.values.dates import RelativeDate
from studydag.ui.fields.dates import DueField
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace


class DueNote(QWidget):
    """Says what a date field comes to; the button takes the proposed school day instead."""

    def __init__(self, workspace: Workspace, field: DueField, parent: QWidget | None = None) -> None:
        """Speak of one field."""
        super().__init__(parent)
        self._workspace = workspace
        self._field = field
        self._proposed: dt.date | None = None
        self.text = text_label("", self, "quiet")
        self.button = QPushButton(self)
        self.button.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.button)
        self.refresh()

    def refresh(self) -> None:
        """Speak of the date as it is shown now."""
        day, language = self._workspace.day, self._workspace.language
        due = self._field.shown
        on = None if day is None else resolve(due, day)
        holidays = self._workspace.setting.holidays
        self._proposed = None if on is None else proposal(on, holidays)
        self.text.setText(self._said(due, on))
        self.setVisible(bool(self.text.text()))
        self.button.setVisible(self._proposed is not None and not self._workspace.library.read_only)
        if self._proposed is not None:
            text = language.gettext("Make it {date}")
            self.button.setText(text.replace("{date}", language.day_and_month(self._proposed)))

    def _said(self, due: RelativeDate | dt.date | None, on: dt.date | None) -> str:
        _, language = self._workspace.language.gettext, self._workspace.language
        if on is None:
            return _("The study day has no date yet.") if isinstance(due, RelativeDate) else ""
        holidays = self._workspace.setting.holidays
        date = language.short_date(on)
        if self._proposed is not None:
            why = holidays.names.get(on) or (_("weekend") if on not in holidays.names else _("closed"))
            return f"{date}: {why}"
        if is_school_day(on, holidays) is None:
            return _("{date} (holidays not known)").replace("{date}", date)
        return date if isinstance(due, RelativeDate) else ""

    def _take(self) -> None:
        if self._proposed is not None:
            taken = self._proposed
            self._field.show_value(taken)
            self._field.edited.emit(taken)
