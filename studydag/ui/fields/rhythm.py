"""The editor of a rhythm: every so many weeks on some days, every month on the first Thursday, or as RRULE."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from studydag.export.rhythm_words import rhythm_text
from studydag.language import Language
from studydag.model.rules.calendar.rhythm import Frequency, Rhythm, WeekdayOf, read_rhythm, write_rhythm
from studydag.model.values.school import Weekday
from studydag.ui.announcing import name_choice
from studydag.ui.fields.field import Field
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.typed import NumberField
from studydag.ui.fields.window_undo import leave_undo_to_window
from studydag.ui.text_label import text_label

ONCE, DAYS, WEEKS, MONTHS, YEARS, OTHER = range(6)
_FREQUENCIES = {
    DAYS: Frequency.DAILY,
    WEEKS: Frequency.WEEKLY,
    MONTHS: Frequency.MONTHLY,
    YEARS: Frequency.YEARLY,
}
_NTHS = (0, 1, 2, 3, 4, -1)
LONGEST_INTERVAL = 366


class RhythmField(Field):
    """Shows an RRULE (RFC 5545); the value is its text, empty for what happens once."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin with once."""
        super().__init__(parent)
        _ = language.gettext
        self._language = language
        self.kind = StillBox(self)
        self.kind.addItems([_("once"), _("days"), _("weeks"), _("months"), _("years"), _("another rhythm (RRULE)")])
        self.every = QLabel(_("every"), self)
        self.number = NumberField(1, LONGEST_INTERVAL, parent=self)
        self.number.show_value(1)
        self.number.setMaximumWidth(self.fontMetrics().averageCharWidth() * 8)
        self.weekdays = {day: QCheckBox(language.member(day), self) for day in Weekday}
        self.nth = StillBox(self)
        self.nth.addItems(
            [_("on the same date"), _("on the first"), _("on the second"), _("on the third"), _("on the fourth")]
        )
        self.nth.addItem(_("on the last"))
        self.nth_day = StillBox(self)
        self.nth_day.addItems([language.member(day) for day in Weekday])
        self.rule = QLineEdit(self)
        self.rule.setPlaceholderText("FREQ=MONTHLY;BYDAY=1TH")
        leave_undo_to_window(self.rule)
        self.words = text_label("", self, "quiet")
        self._lay_out()
        self.setFocusProxy(self.kind)
        self.name(_("Rhythm"))
        self.kind.activated.connect(self._kind_chosen)
        self.number.edited.connect(self._changed)
        self.nth.activated.connect(self._changed)
        self.nth_day.activated.connect(self._changed)
        self.rule.editingFinished.connect(self._changed)
        for box in self.weekdays.values():
            box.toggled.connect(self._changed)
        self._display("")

    def name(self, text: str) -> None:
        """Name the first control after the field, and the others after what they say of it."""
        _ = self._language.gettext
        name_choice(self.kind, text)
        self.number.name(text + ": " + _("every so many"))
        name_choice(self.nth, text + ": " + _("which one in the month"))
        name_choice(self.nth_day, text + ": " + _("day of the week"))
        self.rule.setAccessibleName(f"{text}: RRULE")
        for day, box in self.weekdays.items():
            box.setAccessibleName(f"{text}: {self._language.member(day)}")

    def explain(self, text: str) -> None:
        """Have it read out with the first control what is wrong."""
        name_choice(self.kind, self.kind.accessibleName(), text)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.every)
        first.addWidget(self.number)
        first.addWidget(self.kind, 1)
        self._days = QWidget(self)
        grid = QGridLayout(self._days)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self.weekdays.values()):
            grid.addWidget(box, place // 3, place % 3)
        second = QHBoxLayout()
        second.addWidget(self.nth)
        second.addWidget(self.nth_day, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(first)
        layout.addWidget(self._days)
        layout.addLayout(second)
        layout.addWidget(self.rule)
        layout.addWidget(self.words)

    def _display(self, value: Any) -> None:
        text = str(value or "")
        rhythm = read_rhythm(text)
        kind = ONCE if not text.strip() else _kind_of(rhythm)
        with QSignalBlocker(self.kind), QSignalBlocker(self.nth), QSignalBlocker(self.nth_day):
            self.kind.setCurrentIndex(kind)
            if rhythm is not None or kind == ONCE:
                # What happens once begins anew, not with the rhythm that was shown before.
                self._show_rhythm(rhythm or Rhythm())
        self.rule.setText(text)
        self._arrange()
        self.words.setText("" if rhythm is None else self._language.capitalised(rhythm_text(rhythm, self._language)))
        self.words.setVisible(bool(self.words.text()))

    def _show_rhythm(self, rhythm: Rhythm) -> None:
        self.number.show_value(rhythm.interval)
        chosen = {each.weekday for each in rhythm.weekdays}
        for day, box in self.weekdays.items():
            with QSignalBlocker(box):
                box.setChecked(day in chosen)
        nth = rhythm.weekdays[0] if rhythm.weekdays and rhythm.frequency is Frequency.MONTHLY else None
        self.nth.setCurrentIndex(0 if nth is None else _NTHS.index(nth.nth))
        if nth is not None:
            self.nth_day.setCurrentIndex(list(Weekday).index(nth.weekday))

    def _arrange(self) -> None:
        kind = self.kind.currentIndex()
        self.every.setVisible(kind in _FREQUENCIES)
        self.number.setVisible(kind in _FREQUENCIES)
        self._days.setVisible(kind == WEEKS)
        self.nth.setVisible(kind == MONTHS)
        self.nth_day.setVisible(kind == MONTHS and self.nth.currentIndex() > 0)
        self.rule.setVisible(kind == OTHER)

    def _kind_chosen(self) -> None:
        self._arrange()
        if self.kind.currentIndex() == OTHER:
            self.rule.setFocus()
            return
        self._changed()

    def _changed(self) -> None:
        self._arrange()
        kind = self.kind.currentIndex()
        if kind == ONCE:
            self._finish("")
        elif kind == OTHER:
            self._finish(self.rule.text().strip())
        else:
            self._finish(write_rhythm(self._rhythm(_FREQUENCIES[kind])))
        self._display(self._shown)

    def _rhythm(self, frequency: Frequency) -> Rhythm:
        # An end within the rule stays what it was.
        standing = read_rhythm(str(self._shown or "")) or Rhythm()
        rhythm = Rhythm(
            frequency=frequency, interval=int(self.number.shown or 1), times=standing.times, until=standing.until
        )
        if frequency is Frequency.WEEKLY:
            days = tuple(WeekdayOf(day) for day, box in self.weekdays.items() if box.isChecked())
            return replace(rhythm, weekdays=days)
        if frequency is Frequency.MONTHLY and self.nth.currentIndex() > 0:
            day = list(Weekday)[self.nth_day.currentIndex()]
            return replace(rhythm, weekdays=(WeekdayOf(day, _NTHS[self.nth.currentIndex()]),))
        return rhythm


def _kind_of(rhythm: Rhythm | None) -> int:
    """Return the kind of rhythm that the controls can show without losing anything of it."""
    if rhythm is None or rhythm.month_days or rhythm.set_position is not None:
        return OTHER
    kind = next(kind for kind, frequency in _FREQUENCIES.items() if frequency is rhythm.frequency)
    if kind == MONTHS and (len(rhythm.weekdays) > 1 or any(each.nth not in _NTHS[1:] for each in rhythm.weekdays)):
        return OTHER
    return OTHER if kind == DAYS and rhythm.weekdays else kind
