"""The tabs of a study day's pages: small numbers stand beside their titles, and no tab moves when one comes or goes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from studydag.ui.look import Look

MOST: Final = 99
"""A higher number is shown as this one with a plus; the tip and the name of the tab have it in full."""
SMALLER: Final = 0.8
BESIDE: Final = 3
"""In pixels: between a title and its number."""


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


class QuietTabs(QTabBar):
    """A tab bar that shows that it has the focus to who works with the keys, and not to who clicked a tab."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus, unless it came with a click."""
        self._click(event.reason() is Qt.FocusReason.MouseFocusReason)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be clicked."""
        self._click(True)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the focus from the first key on."""
        self._click(False)
        super().keyPressEvent(event)

    def _click(self, clicked: bool) -> None:
        if clicked is not bool(self.property("clicked")):
            self.setProperty("clicked", clicked)
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()


class PageTabs(QuietTabs):
    """A tab bar that paints a number beside some titles, within the room that every tab has around its title."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Begin without tabs."""
        super().__init__(parent)
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
            self.update()

    def badge(self, place: int) -> QRect:
        """Return where the number of a tab stands: after the title, or where tabs are close above its end."""
        font = self._small_font()
        metrics = QFontMetrics(font)
        high = metrics.height()
        wide = max(high, metrics.horizontalAdvance(self._text(place)) + high // 2 + 2)
        tab = self.tabRect(place)
        title = self.fontMetrics().horizontalAdvance(self.tabText(place).replace("&&", "&"))
        left = tab.center().x() + title // 2 + BESIDE
        if self.property("tight"):
            return QRect(tab.right() - wide + BESIDE, tab.top(), wide, high)
        return QRect(left, tab.center().y() - high // 2, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers over the tabs."""
        super().paintEvent(event)
        numbers = [place for place in range(self.count()) if self.number(place)]
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
