"""Where a programme that comes in goes: into a new study day with a title, or into the day in view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.exchange.importing.arranging import PART_START
from studydag.model.values.study_day import StudyDay
from studydag.ui.fields.text import LineField
from studydag.ui.fields.typed import ClockField


class Destination(QWidget):
    """Asks that, and when a part without clock times begins. `changed` tells of another answer."""

    changed = Signal()

    def __init__(self, language: Language, day: StudyDay | None, parent: QWidget, *, to_day: bool) -> None:
        """Offer `day`, which is in view, beside a new one; `to_day` takes it to begin with."""
        super().__init__(parent)
        _ = language.gettext
        self._ways = QButtonGroup(self)
        self._as_new = QRadioButton(_("As a new study day:"), self)
        self._into_day = QRadioButton(self)
        self._into_day.setText(_("Into {title}").replace("{title}", day.title if day is not None else ""))
        self._into_day.setVisible(day is not None)
        self.title = LineField()
        self.title.name(_("Title of the new study day"))
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.part_start = ClockField(language)
        self.part_start.show_value(PART_START)
        self.part_start.name(_("A part without clock times begins at"))
        self.part_start.edited.connect(lambda _value: self.changed.emit())
        self._part_start_label = QLabel(_("A part without clock times begins at"), self)
        self._part_start_label.setBuddy(self.part_start.line)
        for button in (self._as_new, self._into_day):
            self._ways.addButton(button)
        (self._into_day if to_day and day is not None else self._as_new).setChecked(True)
        self._ways.buttonToggled.connect(lambda _button, _on: self.changed.emit())
        self._lay_out()

    @property
    def is_new(self) -> bool:
        """Whether it becomes a study day of its own."""
        return self._as_new.isChecked()

    def show_for(self, *, asks_start: bool) -> None:
        """Let the title be typed where it counts, and ask for the start of a part where that is needed."""
        self.title.setEnabled(self.is_new)
        for widget in (self._part_start_label, self.part_start):
            widget.setVisible(asks_start)

    def suggest(self, title: str) -> None:
        """Show a title, unless another was typed."""
        if title and not self.title.line.isModified():
            self.title.show_value(title)

    def _lay_out(self) -> None:
        begin = QHBoxLayout()
        begin.addWidget(self._part_start_label)
        begin.addWidget(self.part_start)
        begin.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self._as_new)
        row.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(begin)
        column.addLayout(row)
        column.addWidget(self._into_day)
