"""What the marks on the time line stand for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from studydag.language import Language
from studydag.model.values.follow_up import ActionState
from studydag.ui.follow_up.painting import Inks, paint_sign
from studydag.ui.icons import drawing
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.look import Look

MOMENT, MEASURE, FIXED = "moment", "measure", "fixed"


class Legend(QWidget):
    """One sign with its word for each shape and filling."""

    def __init__(self, language: Language, look: Look, parent: QWidget | None = None) -> None:
        """Show them all."""
        super().__init__(parent)
        self._look = look
        self._signs: list[tuple[QLabel, str]] = []
        flow = FlowLayout(self)
        entries = [(state.value, language.member(state)) for state in ActionState]
        entries += [(kind, language.kind(kind)) for kind in (MOMENT, MEASURE)]
        entries.append((FIXED, language.gettext("stays when the day moves")))
        for sign, word in entries:
            flow.addWidget(self._entry(sign, word))

    def _entry(self, sign: str, word: str) -> QWidget:
        entry = QWidget(self)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(4)
        picture, text = QLabel(entry), QLabel(word, entry)
        text.setProperty("role", "quiet")
        picture.setAccessibleName(word)
        row.addWidget(picture)
        row.addWidget(text)
        self._signs.append((picture, sign))
        return entry

    def dress(self) -> None:
        """Draw the signs in the colours of now."""
        inks = Inks.of(self._look.colours, self.font())
        size = round(inks.metrics.height())
        for label, sign in self._signs:
            label.setPixmap(_sign(sign, size, inks, label.devicePixelRatioF()))


def _sign(sign: str, size: int, inks: Inks, ratio: float) -> QPixmap:
    if sign == FIXED:
        icon = QIcon(drawing("pin", 16, QColor(inks.colours.quiet).name()))
        return icon.pixmap(QSize(size, size))
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sign(painter, sign, size, inks)
    painter.end()
    return picture
