"""Text that is as large as its place allows, up to a share of the window's height, so that a hall can read it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from studydag.ui.text_label import keep_room

SMALLEST = 9
"""In pixels; below that nobody reads anything."""
LEAST_SHARE = 0.75
"""Of the size that the shortest of several texts could have."""
_FAR = 100_000


class BigText(QLabel):
    """A label whose letters are at most `share` of the window's height, and smaller where its text has no room."""

    def __init__(
        self,
        share: float,
        *,
        wraps: bool = False,
        bold: bool = False,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty. A text that doesn't wrap is cut off with an ellipsis where not even small letters fit."""
        super().__init__(parent)
        self._share = share
        self._bold = bold
        self._said = ""
        self._pixels = 0
        self.setWordWrap(wraps)
        self.setTextFormat(Qt.TextFormat.PlainText)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | (Qt.AlignmentFlag.AlignTop if wraps else Qt.AlignmentFlag.AlignVCenter))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(1, 1)
        keep_room(self)
        self.hide()

    @property
    def said(self) -> str:
        """The whole text, also where it is cut off."""
        return self._said

    def say(self, text: str) -> None:
        """Show a text, or none: then it isn't there, though its room stays."""
        if text != self._said:
            self._said = text
            self.setAccessibleName(text)
            self._fit()
            self.setVisible(bool(text))

    def set_share(self, share: float) -> None:
        """Let its letters be as large as another share of the window's height."""
        if share != self._share:
            self._share = share
            self._fit()

    @property
    def largest(self) -> int:
        """How large its letters can be, in pixels."""
        low, high = SMALLEST, max(SMALLEST, int(self.window().height() * self._share))
        while low < high:
            middle = (low + high + 1) // 2
            if self._has_room(middle):
                low = middle
            else:
                high = middle - 1
        return low

    def be_as_large_as(self, pixels: int) -> None:
        """Have letters of a size from now on, such as that of its neighbours."""
        self._pixels = pixels
        self._show_at(pixels)

    def _show_at(self, pixels: int) -> None:
        font = self._font(pixels)
        self.setFont(font)
        wide = self.contentsRect().width()
        shown = self._said
        if not self.wordWrap():
            shown = QFontMetrics(font).elidedText(self._said, Qt.TextElideMode.ElideRight, wide)
        self.setText(shown)

    def hasHeightForWidth(self) -> bool:
        """Take the place that is given, also where the text wraps."""
        return False

    def heightForWidth(self, _width: int) -> int:
        """Ask for nothing."""
        return -1

    def sizeHint(self) -> QSize:
        """Ask for nothing: the place is given."""
        return QSize(1, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for nothing."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as large as the new place allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._show_at(self._pixels or self.largest)

    def _has_room(self, pixels: int) -> bool:
        place, metrics = self.contentsRect(), QFontMetrics(self._font(pixels))
        if not self.wordWrap():
            return metrics.height() <= place.height() and metrics.horizontalAdvance(self._said) <= place.width()
        needed = metrics.boundingRect(
            QRect(0, 0, place.width(), _FAR), Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, self._said
        )
        return needed.height() <= place.height() and needed.width() <= place.width()

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold if self._bold else QFont.Weight.Normal)
        return font


def be_alike(labels: Sequence[BigText], most: int | None = None) -> int:
    """Let texts have letters of one size, at most so many pixels; return it.

    A text that would make all of them small is cut off instead.
    """
    sizes = [label.largest for label in labels if label.said] or [SMALLEST]
    pixels = max(min(sizes), round(max(sizes) * LEAST_SHARE))
    pixels = pixels if most is None else min(most, pixels)
    for label in labels:
        label.be_as_large_as(pixels)
    return pixels
