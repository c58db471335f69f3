"""The tabs of a study day's pages: small numbers stand beside their titles, and no tab moves when one comes or goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from studydag.ui.layouts.quiet_tabs import QuietTabs
from studydag.ui.look import Look

MOST: Final = 99
"""A higher number is shown as this one with a plus; the tip and the name of the tab have it in full."""
SMALLER: Final = 0.8
BESIDE: Final = 3
"""In pixels: between a title and its number."""
FRAME: Final = 2
ROUNDING: Final = 5
"""In pixels: how thick and how round the frame is of the tab that has the keys."""
CLOSE: Final = 4
"""In pixels: how much wider a number is than its digits where tabs are close."""


def fit_tabs(bar: QTabBar, width: int) -> None:
    """Let the tabs of a bar stand closer together where they would not all fit in a width in pixels."""
    bar.ensurePolished()
    if not bar.property("tight"):
        bar.setProperty("loose", bar.sizeHint().width())
    tight = bar.property("loose") > width
    if tight != bool(bar.property("tight")):
        space_tabs(bar, tight)


def space_tabs(bar: QTabBar, tight: bool | str) -> None:
    """Let the tabs of a bar stand as tightly as the style sheet has it for this word."""
    bar.setProperty("tight", tight)
    bar.style().unpolish(bar)
    bar.style().polish(bar)
    # Only this lays the tabs out anew.
    QApplication.sendEvent(bar, QEvent(QEvent.Type.StyleChange))


def _nearest(places: Sequence[int], place: int, way: int) -> list[int]:
    """Return those places before (-1) or behind (1) one, the nearest first."""
    return sorted((each for each in places if (each - place) * way > 0), key=lambda each: abs(each - place))


class PageTabs(QuietTabs):
    """A tab bar that paints a number beside some titles, within the room that every tab has around its title."""

    def __init__(self, look: Look, more: str = "", parent: QWidget | None = None) -> None:
        """Begin without tabs; `more` is what the button says that holds those for which there is no room."""
        super().__init__(more, parent)
        self._look = look
        self._numbers: dict[int, int] = {}
        self.setProperty("role", "pages")
        self.setExpanding(False)
        self.setDrawBase(False)

    def number(self, place: int) -> int:
        """Return the number on a tab; 0 for none."""
        return self._numbers.get(place, 0)

    def show_number(self, place: int, number: int) -> None:
        """Show a number on a tab; none for 0."""
        if number != self.number(place):
            self._numbers[place] = number
            self.fit_in()
            self.update()

    def said_of_more(self, places: Sequence[int]) -> str:
        """Return what the button says that holds tabs: how much the numbers on them come to as well."""
        said, number = super().said_of_more(places), sum(self.number(place) for place in places)
        return f"{said} ({number})" if number else said

    def badge(self, place: int) -> QRect:
        """Return where the number of a tab stands: after the title, or where tabs are close between it and the next."""
        font = self._small_font()
        metrics = QFontMetrics(font)
        high, words = metrics.height(), metrics.horizontalAdvance(self._text(place))
        tab = self.tabRect(place)
        title = self.fontMetrics().horizontalAdvance(self.tabText(place).replace("&&", "&"))
        end = tab.center().x() + (title + 1) // 2
        if self.property("tight"):
            wide = words + CLOSE
            return QRect(tab.right() + 1 - min(wide // 2, tab.right() - end), tab.top() + 1, wide, high)
        wide = max(high, words + high // 2 + 2)
        return QRect(end + BESIDE, tab.center().y() - high // 2, wide, high)

    def frame(self) -> QRect | None:
        """Return the frame that shows that the keys are at the current tab: round its title and its number.

        It keeps off the number of the tab before it and the title of the one after it. None where it isn't shown.
        """
        place = self.currentIndex()
        tab = self.tabRect(place)
        if not self.hasFocus() or self.property("clicked") or tab.isEmpty():
            return None
        frame = QRect(tab)
        shown = [each for each in range(self.count()) if not self.tabRect(each).isEmpty()]
        before, after = (next(iter(found), None) for found in (_nearest(shown, place, -1), _nearest(shown, place, 1)))
        if before is not None and self.number(before):
            frame.setLeft(max(frame.left(), min(self.badge(before).right() + 1, self._begins(place) - FRAME)))
        if self.number(place):
            end = self.badge(place).right()
            least = end + FRAME if after is None else max(end, min(end + FRAME, self._begins(after) - 1))
            frame.setRight(max(frame.right(), least))
        return frame

    def _begins(self, place: int) -> int:
        """Return where the title of a tab begins."""
        title = self.fontMetrics().horizontalAdvance(self.tabText(place).replace("&&", "&"))
        return self.tabRect(place).center().x() - (title + 1) // 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers over the tabs, and the frame of the one that has the keys over both."""
        super().paintEvent(event)
        self._paint_numbers()
        frame = self.frame()
        if frame is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.colours.accent), FRAME))
            painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), ROUNDING, ROUNDING)
            painter.end()

    def _paint_numbers(self) -> None:
        numbers = [each for each in range(self.count()) if self.number(each) and not self.tabRect(each).isEmpty()]
        if not numbers:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small_font())
        for place in numbers:
            badge = QRectF(self.badge(place))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.colours.must_surface))
            painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
            painter.setPen(QColor(self._look.colours.must))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._text(place))
        painter.end()

    def _text(self, place: int) -> str:
        number = self.number(place)
        return str(number) if number <= MOST else f"{MOST}+"

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * SMALLER)
        else:
            font.setPixelSize(max(round(font.pixelSize() * SMALLER), 1))
        font.setWeight(QFont.Weight.DemiBold)
        return font
