"""Editors of dates: fixed ones, and those that count from the study day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from studydag.language import Language
from studydag.model.rules.written.written_dates import read_date_near
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.errors import InvalidValue, Problem
from studydag.model.values.wording import N_
from studydag.ui.announcing import name_choice
from studydag.ui.fields.field import Field
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.typed import NumberField, TypedField
from studydag.ui.fields.wording import how_to_write_date
from studydag.ui.icons import icon
from studydag.ui.typed_keys import digit_by, sequence

FEWEST_CHARACTERS = 5
LONGEST = 731
"""So many days, weeks or months a date can be away from the day."""
LONG_DATE = dt.date(2028, 9, 20)
"""A Wednesday in September: few dates are longer."""
CALENDAR_WIDE, CALENDAR_HIGH = 42, 14
"""In characters and lines: a week and its number, and six weeks below the names of the days."""


class DateField(Field):
    """A date, typed or picked from a calendar."""

    def __init__(self, language: Language, *, optional: bool = True, parent: QWidget | None = None) -> None:
        """Begin without a date."""
        super().__init__(parent)
        self._language = language
        self.near: Callable[[], dt.date | None] = lambda: None
        self.typed = TypedField(self.read, language.short_date, optional=optional, parent=self)
        # Within the line: the Tab key goes from field to field, and Alt+Down opens the calendar.
        self.calendar = self.typed.line.addAction(
            icon("calendar", self.palette(), role=QPalette.ColorRole.PlaceholderText),
            QLineEdit.ActionPosition.TrailingPosition,
        )
        self.calendar.triggered.connect(self._pick)
        button = self.typed.line.findChild(QToolButton)
        assert button is not None
        self._button = button
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._name_calendar("")
        self.typed.line.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.typed)
        self.setFocusProxy(self.typed.line)
        self.typed.asks = how_to_write_date(language)
        self.typed.edited.connect(self._finish)

    def read(self, text: str) -> dt.date | None:
        """Read what was typed; a date without its year lies near the one that stands here, else near `near`."""
        shown = self._shown if isinstance(self._shown, dt.date) else None
        return read_date_near(text, shown or self.near())

    def keep_unread(self, near: Callable[[], dt.date | None]) -> None:
        """Let what can't be read stand, to be mended: who asks for the date calls `must_be_read`. `near` as above."""
        self.typed.keeps, self.near = True, near

    def must_be_read(self) -> None:
        """Go to what was typed and is no date. Raises InvalidValue where there is such."""
        if self.typed.is_unreadable:
            self.setFocus()
            self.typed.line.selectAll()
            self.typed.mark(wrong=True)
            raise InvalidValue((Problem("date", N_("This must be a date such as 2027-03-11.")),))

    def name(self, text: str) -> None:
        """Name the line, and the calendar in it."""
        self.typed.name(text)
        self._name_calendar(text)

    def _name_calendar(self, of: str) -> None:
        said = self._language.gettext("Pick from a calendar")
        keys = sequence("Alt+Down").toString(QKeySequence.SequenceFormat.NativeText)
        self.calendar.setText(said)
        self.calendar.setToolTip(f"{said} ({keys})")
        self._button.setAccessibleName(f"{of}: {said}" if of else said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the calendar with Alt+Down, as lists to choose from do."""
        if watched is self.typed.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() == Qt.Key.Key_Down and alone == Qt.KeyboardModifier.AltModifier and not self._is_fixed:
                self._pick()
                return True
        return super().eventFilter(watched, event)

    @property
    def _is_fixed(self) -> bool:
        return self.typed.line.isReadOnly() or not self.isEnabled()

    def _display(self, value: Any) -> None:
        self.typed.show_value(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the calendar to the date where there is little."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        longest = metrics.horizontalAdvance(self._language.short_date(LONG_DATE)) + 2 * metrics.height()
        self.calendar.setVisible(self.width() >= longest + metrics.height())

    def _pick(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("calendar")
        menu.setAccessibleName(self.calendar.text())
        calendar = QCalendarWidget(menu)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setGridVisible(False)
        quiet = QTextCharFormat()
        quiet.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, quiet)
        for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(sign, self.palette()))
        metrics = self.fontMetrics()
        calendar.setMinimumSize(metrics.averageCharWidth() * CALENDAR_WIDE, metrics.lineSpacing() * CALENDAR_HIGH)
        if isinstance(self._shown, dt.date):
            calendar.setSelectedDate(QDate(self._shown.year, self._shown.month, self._shown.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(lambda date: self._picked(date, menu))
        calendar.activated.connect(lambda date: self._picked(date, menu))
        menu.aboutToHide.connect(menu.deleteLater)
        calendar.setFocus()
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _picked(self, date: QDate, menu: QMenu) -> None:
        menu.close()
        value = dt.date(date.year(), date.month(), date.day())
        self.typed.show_value(value)
        self._finish(value)


class DueField(Field):
    """No date, a fixed date, or so many days, weeks or months before or after the study day.

    In a trajectory dates count from when the activity, or the trajectory, begins: `from_beginning`. Who begins to type
    a date on the list of kinds types a fixed one. `in_cell` says that it stands in a cell, and grows out of it.
    """

    in_cell = False

    def __init__(self, language: Language, *, from_beginning: bool = False, parent: QWidget | None = None) -> None:
        """Begin without a date."""
        super().__init__(parent)
        _ = language.gettext
        self._language = language
        self.from_beginning = from_beginning
        self.kind = StillBox(self)
        if from_beginning:
            counted = [_("after the beginning"), _("before the beginning"), _("on the first day")]
        else:
            counted = [_("after the day"), _("before the day"), _("on the day itself")]
        self.kind.addItems([_("no date"), *counted, _("fixed date")])
        self.number = NumberField(1, LONGEST, parent=self)
        self.number.asks = _("Write a whole number from {low} to {high}.").replace("{low}", "1")
        self.number.asks = self.number.asks.replace("{high}", language.number(LONGEST))
        self.unit = StillBox(self)
        self.unit.addItems([language.capitalised(language.member(unit)) for unit in DateUnit])
        self.fixed = DateField(language, optional=False, parent=self)
        for box in (self.kind, self.unit):
            # Narrow columns and large letters: the words are in the list as well.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(FEWEST_CHARACTERS)
        first = QHBoxLayout()
        first.addWidget(self.number, 1)
        first.addWidget(self.unit, 2)
        first.addWidget(self.kind, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(first)
        layout.addWidget(self.fixed)
        self.number.setMinimumWidth(self.fontMetrics().averageCharWidth() * FEWEST_CHARACTERS)
        self.setFocusProxy(self.kind)
        self.kind.installEventFilter(self)
        self.name(_("Date"))
        self.kind.activated.connect(self._kind_chosen)
        self.unit.activated.connect(self._changed)
        self.number.edited.connect(self._changed)
        self.fixed.edited.connect(self._changed)
        self._display(None)

    def name(self, text: str) -> None:
        """Name the first control after the field, and the others after what they say of it."""
        _ = self._language.gettext
        name_choice(self.kind, text)
        self.number.name(text + ": " + _("how many days, weeks or months"))
        name_choice(self.unit, text + ": " + _("days, weeks or months"))
        self.fixed.name(text + ": " + _("fixed date"))

    def explain(self, text: str) -> None:
        """Have it read out with the first control what is wrong."""
        name_choice(self.kind, self.kind.accessibleName(), text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a digit that is typed on the list of kinds for the beginning of a fixed date."""
        if watched is self.kind and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            number = digit_by(event)
            if number:
                self.kind.setCurrentIndex(FIXED)
                self._arrange()
                line = self.fixed.typed.line
                line.setFocus()
                line.selectAll()
                line.insert(number)
                return True
        return super().eventFilter(watched, event)

    def _display(self, value: Any) -> None:
        with QSignalBlocker(self.kind), QSignalBlocker(self.unit):
            self.kind.setCurrentIndex(_kind_of(value))
            if isinstance(value, RelativeDate):
                self.number.show_value(abs(value.n) or 1)
                self.unit.setCurrentIndex(list(DateUnit).index(value.unit))
            elif isinstance(value, dt.date):
                self.fixed.show_value(value)
        self._arrange()

    def open_part(self, typed: TypedField) -> None:
        """Show a part in which something was typed that can't be read; the keys go there, to mend it."""
        with QSignalBlocker(self.kind):
            if typed is self.fixed.typed:
                self.kind.setCurrentIndex(FIXED)
            elif self.kind.currentIndex() not in {AFTER, BEFORE}:
                self.kind.setCurrentIndex(AFTER)
        self._arrange()
        self.setFocusProxy(typed.line)

    def _arrange(self) -> None:
        kind = self.kind.currentIndex()
        self.number.setVisible(kind in {AFTER, BEFORE})
        self.unit.setVisible(kind in {AFTER, BEFORE})
        self.fixed.setVisible(kind == FIXED)
        layout, parent = self.layout(), self.parentWidget()
        if self.in_cell and layout is not None and parent is not None:
            layout.activate()
            size = self.minimumSizeHint().expandedTo(QSize(self.width(), self.sizeHint().height()))
            corner = QPoint(parent.width() - size.width(), parent.height() - size.height())
            self.resize(size)
            self.move(max(0, min(self.x(), corner.x())), max(0, min(self.y(), corner.y())))

    def _kind_chosen(self) -> None:
        if self.number.shown is None:
            self.number.show_value(2)
            self.unit.setCurrentIndex(list(DateUnit).index(DateUnit.WEEKS))
        self._arrange()
        self._changed()

    def _changed(self) -> None:
        kind = self.kind.currentIndex()
        if kind == FIXED and self.fixed.shown is None:
            self.fixed.setFocus()
            return
        unit = list(DateUnit)[self.unit.currentIndex()]
        n = int(self.number.shown or 1)
        values = {
            NONE: None,
            AFTER: RelativeDate(n, unit),
            BEFORE: RelativeDate(-n, unit),
            ON_THE_DAY: RelativeDate(0, DateUnit.DAYS),
            FIXED: self.fixed.shown,
        }
        self._finish(values[kind])


NONE, AFTER, BEFORE, ON_THE_DAY, FIXED = range(5)


def _kind_of(value: Any) -> int:
    if isinstance(value, RelativeDate):
        return BEFORE if value.n < 0 else AFTER if value.n > 0 else ON_THE_DAY
    return NONE if value is None else FIXED
