"""The library at the left: Home and School on top, then the study days by school year.

It is in the window's first frame, so it does without Qt's namespaces `Qt` and `QStyle`: their hundreds of enums take a
sixth of the time until that frame.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studydag.language import Language
from studydag.model.store.first_list import DayLine
from studydag.model.values.day_status import DayStatus
from studydag.ui.first_words import short_date, status
from studydag.ui.look import Look

# Qt.ItemDataRole.AccessibleTextRole and UserRole.
_SPOKEN_ROLE: Final = 11
_USER_ROLE: Final = 256
DAY_ROLE: Final = _USER_ROLE + 1
HEADING_ROLE: Final = _USER_ROLE + 2
FIRST_MONTH = 8
"""A school year begins in August."""
PAST = frozenset({DayStatus.HELD, DayStatus.EVALUATED, DayStatus.ARCHIVED})


class Entry(NamedTuple):
    """A line of the list: a heading, or a study day with its detail."""

    text: str
    detail: str = ""
    day: int | None = None


class LibraryPanel(QFrame):
    """Lists the study days. `day_chosen` carries an id; `home_chosen` and `school_chosen` need nothing more."""

    day_chosen = Signal(int)
    home_chosen = Signal()
    school_chosen = Signal()
    new_asked = Signal()

    def __init__(self, language: Language, look: Look, parent: QWidget | None = None) -> None:
        """Begin with an empty list."""
        super().__init__(parent)
        self.setObjectName("library")
        _ = language.gettext
        self._language = language
        self._lines: tuple[DayLine, ...] = ()
        self.asked: int | None = None
        """Which day was clicked last."""
        self.home = _entry_button(_("Home"), self)
        self.school = _entry_button(_("School"), self)
        self.new = QPushButton(_("New study day…"), self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Filter study days"))
        self.search.setAccessibleName(_("Filter study days"))
        self.search.setClearButtonEnabled(True)
        self.list = QListView(self)
        self.list.setAccessibleName(_("Study days"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setItemDelegate(_DayDelegate(look, self.list))
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(2)
        layout.addWidget(self.home)
        layout.addWidget(self.school)
        for widget in (self.new, self.search, self.list):
            layout.addSpacing(6)
            layout.addWidget(widget)
        self.home.clicked.connect(lambda _checked=False: self.home_chosen.emit())
        self.school.clicked.connect(lambda _checked=False: self.school_chosen.emit())
        self.new.clicked.connect(self.new_asked)
        self.search.textChanged.connect(self._fill)
        self.list.clicked.connect(self._chosen)
        self.list.activated.connect(self._chosen)
        # Assistive technology selects without keys or pointer: nothing follows that would open the day.
        self._selected = QTimer(self, singleShot=True, interval=0)
        self._selected.timeout.connect(self._open_selected)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._selected.start())

    def show_days(self, lines: Iterable[DayLine]) -> None:
        """Show these study days; the one that is chosen stays so."""
        self._lines = tuple(lines)
        self._fill()

    def mark(self, *, home: bool, school: bool) -> None:
        """Mark home or school as what is in view."""
        self.home.setChecked(home)
        self.school.setChecked(school)

    def choose(self, day_id: int | None) -> None:
        """Mark a day as the one in view, or none."""
        for row in range(self._model.rowCount() if day_id is not None else 0):
            index = self._model.index(row, 0)
            if index.data(DAY_ROLE) == day_id:
                self.list.setCurrentIndex(index)
                return
        self.list.setCurrentIndex(QModelIndex())

    def _chosen(self, index: QModelIndex) -> None:
        day_id = index.data(DAY_ROLE)
        if day_id is not None:
            self.asked = day_id
            self.day_chosen.emit(day_id)

    def _open_selected(self) -> None:
        """Open a day that was selected, but neither by key nor by pointer: those make it the current one as well."""
        index = next(iter(self.list.selectedIndexes()), QModelIndex())
        if index.isValid() and index != self.list.currentIndex():
            self.list.setCurrentIndex(index)
            self._chosen(index)

    def _fill(self) -> None:
        current = self.list.currentIndex().data(DAY_ROLE)
        words = self.search.text().casefold().split()
        lines = [line for line in self._lines if all(word in line.title.casefold() for word in words)]
        self._model.clear()
        for entry in self._entries(lines):
            item = QStandardItem(entry.text)
            item.setData(entry.day, DAY_ROLE)
            item.setData(entry.day is None, HEADING_ROLE)
            if entry.day is None:
                item.setEnabled(False)
                item.setSelectable(False)
            else:
                item.setData(f"{entry.text}, {entry.detail}", _SPOKEN_ROLE)
                item.setToolTip(entry.text)
            self._model.appendRow([item, QStandardItem(entry.detail)])
        self.choose(current)

    def _entries(self, lines: list[DayLine]) -> Iterable[Entry]:
        _ = self._language.gettext
        undated = [line for line in lines if not line.dates]
        years: dict[int, list[DayLine]] = {}
        for line in lines:
            if line.dates:
                years.setdefault(_school_year(line.dates[0]), []).append(line)
        if undated:
            yield Entry(_("No date yet"))
            yield from (self._entry(line) for line in undated)
        for year in sorted(years, reverse=True):
            span = self._language.school_year(year)
            yield Entry(_("School year {years}").replace("{years}", span))
            yield from (self._entry(line) for line in years[year])

    def _entry(self, line: DayLine) -> Entry:
        parts = [short_date(line.dates[0], self._language)] if line.dates else []
        if line.status in PAST and line.open_actions:
            open_ = self._language.ngettext("{n} action open", "{n} actions open", line.open_actions)
            parts.append(open_.replace("{n}", str(line.open_actions)))
        else:
            parts.append(status(line.status, self._language))
        return Entry(line.title or self._language.gettext("Study day"), " · ".join(parts), line.id)


def _entry_button(text: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("role", "entry")
    button.setCheckable(True)
    return button


def _school_year(day: dt.date) -> int:
    return day.year if day.month >= FIRST_MONTH else day.year - 1


class _DayDelegate(QStyledItemDelegate):
    """Draws a day on two lines, title and detail (in the second column), and a heading on one."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Return the height of one or two lines."""
        line = option.fontMetrics.height()
        heading = bool(index.data(HEADING_ROLE))
        return QSize(120, line + 14 if heading else 2 * line + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw title and detail, and what is chosen on its own surface."""
        heading = bool(index.data(HEADING_ROLE))
        text = QStyleOptionViewItem(option)
        if not heading:
            self._draw_surface(painter, text, is_chosen=self._view.selectionModel().isSelected(index))
        # The style leaves some room of its own at both sides.
        inner: QRect = option.rect.adjusted(7, 6, -7, -6)
        height = option.fontMetrics.height()
        lower = QRect(inner.left(), inner.bottom() - height + 1, inner.width(), height)
        if not heading:
            text.rect = lower
            self._paint(painter, text, index.siblingAtColumn(1), self._look.colours.quiet)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        text.font = font
        text.rect = lower if heading else QRect(inner.left(), inner.top(), inner.width(), height)
        self._paint(painter, text, index, self._look.colours.quiet if heading else self._look.colours.text)

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex, ink: str) -> None:
        option.palette.setColor(QPalette.ColorRole.Text, QColor(ink))
        super().paint(painter, option, index)

    def _draw_surface(self, painter: QPainter, option: QStyleOptionViewItem, *, is_chosen: bool) -> None:
        """Draw the surface of what is chosen or pointed at, and take from `option` what the style would draw for it."""
        if not (is_chosen or self._view.underMouse()):
            # The first frame does without the states of the style, which take as long to make as ten lines to draw.
            return
        from PySide6.QtWidgets import QStyle

        flag = QStyle.StateFlag
        is_under = bool(option.state & flag.State_MouseOver)
        # The style would draw it round each of the two lines.
        option.state &= ~flag.State_MouseOver
        if is_chosen:
            option.state &= ~(flag.State_Selected | flag.State_HasFocus)
        if not (is_chosen or is_under):
            return
        surface = QPainterPath()
        surface.addRoundedRect(option.rect.adjusted(2, 2, -2, -2), 6, 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(surface, QColor(self._look.colours.selected if is_chosen else self._look.colours.hover))
        painter.restore()
