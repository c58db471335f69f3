"""The lines of the library's list: study days under their school years, then trajectories, and how each is drawn.

The list is painted right after the window's first frame, so it does without Qt's namespaces `Qt` and `QStyle`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from studydag.language import Language
from studydag.model.store.first_list import DayLine, TrajectoryLine
from studydag.model.values.day_status import DayStatus
from studydag.ui.first_words import short_dates, status
from studydag.ui.look import Look

# Qt.ItemDataRole.AccessibleTextRole and UserRole.
_SPOKEN_ROLE: Final = 11
_USER_ROLE: Final = 256
DAY_ROLE: Final = _USER_ROLE + 1
TRAJECTORY_ROLE: Final = _USER_ROLE + 2
FIRST_MONTH: Final = 8
"""A school year begins in August."""
PAST: Final = frozenset({DayStatus.HELD, DayStatus.EVALUATED, DayStatus.ARCHIVED})


class Entry(NamedTuple):
    """A line of the list: a heading with what it says where it is narrow, or a day or trajectory with its detail."""

    text: str
    detail: str = ""
    day: int | None = None
    trajectory: int | None = None


class DayModel(QStandardItemModel):
    """Holds the lines: a title in the first column, its detail in the second."""

    def __init__(self, language: Language, parent: QObject) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._language = language

    def fill(self, lines: Iterable[DayLine], trajectories: Iterable[TrajectoryLine] = ()) -> None:
        """Hold these study days and trajectories instead of what was there."""
        self.clear()
        for entry in (*self._entries(list(lines)), *self._of_trajectories(list(trajectories))):
            item = QStandardItem(entry.text)
            if entry.day is None and entry.trajectory is None:
                item.setEnabled(False)
                item.setSelectable(False)
            else:
                item.setData(entry.day, DAY_ROLE)
                item.setData(entry.trajectory, TRAJECTORY_ROLE)
                item.setData(f"{entry.text}, {entry.detail}", _SPOKEN_ROLE)
                item.setToolTip(entry.text)
            self.appendRow([item, QStandardItem(entry.detail)])

    def place(self, day_id: int | None) -> QModelIndex:
        """Return where a day stands; an invalid index for one that isn't there, and for none."""
        places = (self.index(row, 0) for row in range(self.rowCount() if day_id is not None else 0))
        return next((index for index in places if index.data(DAY_ROLE) == day_id), QModelIndex())

    def day_at(self, index: QModelIndex) -> int | None:
        """Return the id of the day that stands there; None of a heading."""
        day_id = index.data(DAY_ROLE)
        return day_id if isinstance(day_id, int) else None

    @staticmethod
    def trajectory_at(index: QModelIndex) -> int | None:
        """Return the id of the trajectory that stands there; None of all else."""
        trajectory_id = index.data(TRAJECTORY_ROLE)
        return trajectory_id if isinstance(trajectory_id, int) else None

    def _of_trajectories(self, lines: list[TrajectoryLine]) -> Iterator[Entry]:
        if not lines:
            return
        _, language = self._language.gettext, self._language
        yield Entry(_("Trajectories"), _("Trajectories"))
        for line in lines:
            days = language.ngettext("{n} study day", "{n} study days", line.days).replace("{n}", str(line.days))
            others = language.ngettext("{n} activity", "{n} activities", line.activities)
            others = others.replace("{n}", str(line.activities))
            detail = " · ".join((days, others) if line.activities else (days,))
            yield Entry(line.title or _("Trajectory"), detail, trajectory=line.id)

    def _entries(self, lines: list[DayLine]) -> Iterator[Entry]:
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
            yield Entry(_("School year {years}").replace("{years}", span), span)
            yield from (self._entry(line) for line in years[year])

    def _entry(self, line: DayLine) -> Entry:
        parts = [short_dates(line.dates, self._language)] if line.dates else []
        if line.status in PAST and line.open_actions:
            open_ = self._language.ngettext("{n} action open", "{n} actions open", line.open_actions)
            parts.append(open_.replace("{n}", str(line.open_actions)))
        else:
            parts.append(status(line.status, self._language))
        return Entry(line.title or self._language.gettext("Study day"), " · ".join(parts), line.id)


def _school_year(day: dt.date) -> int:
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def _is_heading(index: QModelIndex) -> bool:
    return index.data(DAY_ROLE) is None and index.data(TRAJECTORY_ROLE) is None


class DayDelegate(QStyledItemDelegate):
    """Draws a day or trajectory on two lines, title and detail (in the second column), and a heading on one."""

    def __init__(self, look: Look, view: QListView) -> None:
        """Draw in a view, with the colours of a look."""
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Return the height of one or two lines."""
        line = option.fontMetrics.height()
        heading = _is_heading(index)
        return QSize(120, line + 14 if heading else 2 * line + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw title and detail, and what is chosen on its own surface."""
        heading = _is_heading(index)
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
        if heading and QFontMetrics(font).horizontalAdvance(str(index.data())) > inner.width():
            # In a narrow column the years alone: they are what tells one heading from another.
            index = index.siblingAtColumn(1)
        self._paint(painter, text, index, self._look.colours.quiet if heading else self._look.colours.text)

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex, ink: str) -> None:
        option.palette.setColor(QPalette.ColorRole.Text, QColor(ink))
        super().paint(painter, option, index)

    def _draw_surface(self, painter: QPainter, option: QStyleOptionViewItem, *, is_chosen: bool) -> None:
        """Draw the surface of what is chosen or pointed at, and take from `option` what the style would draw for it."""
        if not (is_chosen or self._view.underMouse()):
            # The first frame does without the states of the style, which take as long to make as ten lines to draw.
            return
        from PySide6.QtGui import QPainterPath
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
