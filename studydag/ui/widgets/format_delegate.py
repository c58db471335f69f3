"""Draws a working format in a list: its name, minutes, people, activity, and why it suits a block or doesn't."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studydag.ui.item_models.formats import ACTIVITY_ROLE, DETAIL_ROLE, FITS_ROLE, MISFIT_ROLE, REASON_ROLE
from studydag.ui.item_models.things import Index
from studydag.ui.look import Look


class FormatDelegate(QStyledItemDelegate):
    """Draws two or three lines in a frame."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Draw in the colours of `look`."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of its lines."""
        lines = 4 if index.data(REASON_ROLE) else 3 if index.data(MISFIT_ROLE) else 2
        return QSize(100, lines * option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it; what is selected stands on its own surface."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._look.colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        frame: QRect = option.rect.adjusted(1, 2, -2, -2)
        painter.setPen(QColor(colours.accent if selected else colours.line))
        painter.setBrush(QColor(colours.selected if selected else colours.surface))
        painter.drawRoundedRect(frame, 5, 5)
        line = option.fontMetrics.height()
        inner = frame.adjusted(9, 5, -8, -4)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        fits = bool(index.data(FITS_ROLE))
        painter.setFont(strong)
        painter.setPen(QColor(colours.text if fits or selected else colours.quiet))
        dots = index.data(ACTIVITY_ROLE)
        room = inner.width() - option.fontMetrics.horizontalAdvance(dots) - line // 2
        name = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.quiet))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, dots)
        metrics = painter.fontMetrics()
        misfit, reason = index.data(MISFIT_ROLE), index.data(REASON_ROLE)
        lines = (
            (index.data(DETAIL_ROLE), colours.quiet),
            (misfit or reason, colours.should if misfit else colours.holds),
        )
        said = [(text or "", colour) for text, colour in lines]
        if not misfit:
            why, colour = said.pop()
            said += [(text, colour) for text in two_lines(why, metrics, inner.width())]
        for number, (text, colour) in enumerate(said, start=1):
            painter.setPen(QColor(colour))
            below = inner.adjusted(0, number * line, 0, 0)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignTop, shown)
        painter.restore()


def two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """Return as many words as fit on a line, and the others."""
    words = text.split(" ")
    fitting = 1
    while fitting < len(words) and _fits(" ".join(words[: fitting + 1]), metrics, width):
        fitting += 1
    return " ".join(words[:fitting]), " ".join(words[fitting:])


def _fits(text: str, metrics: QFontMetrics, width: int) -> bool:
    """Return whether nothing of a text would be cut off, which its advance in whole pixels doesn't tell."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) == text
