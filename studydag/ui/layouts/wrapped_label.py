"""A label of several lines that is always as high as its text needs at its width, also within a scroll area."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

SOFT_HYPHEN: Final = "\u00ad"
"""Seen only where a line ends there."""


class WrappedLabel(QLabel):
    """Qt's layouts ask a wrapped label only for a guess; this one says its height as soon as it knows its width."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Wrap the text."""
        super().__init__(text, parent)
        self._said = text
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """Show another text."""
        self._said = text
        self._break_words()
        self._fit()

    def text(self) -> str:
        """Return the text as it was given."""
        return self._said

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the text needs at the new width."""
        super().resizeEvent(event)
        self._break_words()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height that another font needs."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._break_words()
            self._fit()

    def _break_words(self) -> None:
        """Let a word that is wider than there is room go on in the next line, where its end would be cut off."""
        shown = with_hyphens(self._said, self.fontMetrics(), self.contentsRect().width() - 2 * self.margin())
        if shown != super().text():
            super().setText(shown)

    def _fit(self) -> None:
        before = self.minimumHeight()
        # Else Qt takes what it was at least for what it needs, and it would never be lower again.
        self.setMinimumHeight(0)
        needed = self.heightForWidth(self.width())
        self.setMinimumHeight(needed if needed > 0 else before)


def with_hyphens(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return a text in which words that are wider than the room, in pixels, can be broken where they reach it."""
    if room <= 0 or all(metrics.horizontalAdvance(word) <= room for word in text.split()):
        return text
    return re.sub(r"\S+", lambda found: _broken(found[0], metrics, room), text)


def _broken(word: str, metrics: QFontMetrics, room: int) -> str:
    pieces = []
    while metrics.horizontalAdvance(word) > room:
        fitting = next((n for n in range(len(word) - 1, 1, -1) if metrics.horizontalAdvance(f"{word[:n]}-") <= room), 1)
        pieces.append(word[:fitting])
        word = word[fitting:]
    return SOFT_HYPHEN.join([*pieces, word])
