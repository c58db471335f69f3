"""The tabs of a study day's pages: small numbers stand beside their titles, and no tab moves when one comes or goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from studydag.ui.look import Look
from studydag.ui.widgets.quiet_tabs import QuietTabs

MOST: Final = 99
"""A higher number is shown as this one with a plus; the tip and the name of the tab have it in full."""
SMALLER: Final = 0.8
BESIDE: Final = 3
"""In pixels: between a title and its number."""
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers over the tabs."""
        super().paintEvent(event)
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
