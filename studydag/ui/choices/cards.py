"""Options as cards with a bar that fills: to click on, and to drop people on, with what that would cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QWidget

from studydag.ui.checked import show_checked
from studydag.ui.look import Colours

PERSON = "application/x-studydag-registration"
"""The format in which a person is dragged: the number of the registration."""
GAP, PADDING, BAR, CORNER = 10, 9, 6, 8
NARROWEST, LINES_SEEN = 17, 2
"""Characters of a card, and rows of cards that are seen without scrolling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What a card shows: an option, how many sit in it, and `note` where something is the matter with that."""

    option: int
    title: str
    beside: str
    count: str
    share: float | None
    note: str = ""
    is_wrong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What a drop would cost, in short, and whether it breaks a rule."""

    short: str
    whole: str
    is_wrong: bool


class OptionCard(QAbstractButton):
    """One option. `dropped` carries the registration that was dropped on it."""

    dropped = Signal(int)

    def __init__(self, colours: Callable[[], Colours], ask: Callable[[int, int], Costs], parent: QWidget) -> None:
        """Ask what a drop of a registration on an option costs while it is dragged over the card."""
        super().__init__(parent)
        self._colours = colours
        self._ask = ask
        self._costs: Costs | None = None
        self.filled = Filled(option=0, title="", beside="", count="", share=None)
        self.setCheckable(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_filled(self, filled: Filled) -> None:
        """Show an option as it is filled now."""
        self.filled = filled
        said = (filled.title, filled.beside, filled.count, filled.note)
        self.setAccessibleName(", ".join(filter(None, said)))
        self.setToolTip("\n".join(filter(None, said)))
        self.update()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what it would cost to drop a person here."""
        person = dragged(event.mimeData())
        if person is None:
            return
        self._costs = self._ask(person, self.filled.option)
        self.update()
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on taking it."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's
        """Show the option again."""
        self._costs = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the person."""
        person = dragged(event.mimeData())
        self._costs = None
        self.update()
        if person is not None:
            event.acceptProposedAction()
            self.dropped.emit(person)

    # Drawing

    def sizeHint(self) -> QSize:
        """Ask for room for two lines of title, one of where, the bar, and how many."""
        line = self.fontMetrics().lineSpacing()
        return QSize(self.fontMetrics().averageCharWidth() * NARROWEST, 4 * line + BAR + 2 * PADDING + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's
        """Draw the card."""
        colours = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter, colours)
        room = self.rect().adjusted(PADDING, PADDING, -PADDING, -PADDING)
        line = self.fontMetrics().lineSpacing()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        title = QRect(room.left(), room.top(), room.width(), 2 * line)
        taken = _draw_wrapped(painter, title, self.filled.title)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.quiet))
        beside = self.fontMetrics().elidedText(self.filled.beside, Qt.TextElideMode.ElideRight, room.width())
        where = QRect(room.left(), room.top() + taken, room.width(), line)
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, beside)
        below = QRect(room.left(), room.bottom() - line + 1, room.width(), line)
        self._draw_bar(painter, colours, QRectF(room.left(), below.top() - BAR - 5, room.width(), BAR))
        self._draw_count(painter, colours, below)
        painter.end()

    def _draw_frame(self, painter: QPainter, colours: Colours) -> None:
        is_over = self._costs is not None
        edge, width = colours.line, 1.0
        if self.hasFocus() or is_over or self.isChecked():
            edge, width = colours.accent, 2.0
        if self._costs is not None and self._costs.is_wrong:
            edge = colours.must
        ground = colours.selected if self.isChecked() or is_over else colours.surface
        if self.underMouse() and not (self.isChecked() or is_over):
            ground = colours.hover
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), CORNER, CORNER)

    def _draw_bar(self, painter: QPainter, colours: Colours, room: QRectF) -> None:
        if self.filled.share is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(room, BAR / 2, BAR / 2)
        full = QRectF(room)
        full.setWidth(room.width() * min(self.filled.share, 1.0))
        if full.width():
            full.setWidth(max(full.width(), float(BAR)))
            painter.setBrush(QColor(colours.must if self.filled.is_wrong else colours.holds))
            painter.drawRoundedRect(full, BAR / 2, BAR / 2)

    def _draw_count(self, painter: QPainter, colours: Colours, room: QRect) -> None:
        metrics = self.fontMetrics()
        if self._costs is not None:
            painter.setPen(QColor(colours.must if self._costs.is_wrong else colours.text))
            said = metrics.elidedText(self._costs.short, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
            return
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.filled.count)
        left = room.width() - metrics.horizontalAdvance(self.filled.count) - PADDING
        painter.setPen(QColor(colours.must if self.filled.is_wrong else colours.quiet))
        note = metrics.elidedText(self.filled.note, Qt.TextElideMode.ElideRight, max(left, 0))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)


class OptionCards(QScrollArea):
    """The options of a round beside each other, as many as fit, all equally wide.

    `chosen` carries an option (0: none any more), `dropped` a registration and the option it was dropped on,
    `menu_asked` an option and where on the screen its menu belongs.
    """

    chosen = Signal(int)
    dropped = Signal(int, int)
    menu_asked = Signal(int, QPoint)

    def __init__(
        self, colours: Callable[[], Colours], ask: Callable[[int, int], Costs], parent: QWidget | None = None
    ) -> None:
        """Begin without options."""
        super().__init__(parent)
        self._colours = colours
        self._ask = ask
        self.cards: list[OptionCard] = []
        self._holder = QWidget()
        self._holder.setAutoFillBackground(False)
        self.setWidget(self._holder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Where the window is low they give way to the people below them, down to one line.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._wanted = 0
        self.viewport().setAutoFillBackground(False)

    def show_options(self, options: Sequence[Filled], chosen: int | None) -> None:
        """Show these options; cards are used again, so that focus stays."""
        while len(self.cards) > len(options):
            self.cards.pop().deleteLater()
        while len(self.cards) < len(options):
            card = OptionCard(self._colours, self._ask, self._holder)
            card.toggled.connect(lambda checked, card=card: self._clicked(card, checked=checked))
            card.dropped.connect(lambda person, card=card: self.dropped.emit(person, card.filled.option))
            card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            card.customContextMenuRequested.connect(
                lambda at, card=card: self.menu_asked.emit(card.filled.option, card.mapToGlobal(at))
            )
            card.show()
            self.cards.append(card)
        for card, filled in zip(self.cards, options, strict=True):
            card.show_filled(filled)
            show_checked(card, filled.option == chosen)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many beside each other as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _clicked(self, card: OptionCard, *, checked: bool) -> None:
        for other in self.cards:
            if other is not card:
                show_checked(other, False)
        self.chosen.emit(card.filled.option if checked else 0)

    def _arrange(self) -> None:
        if not self.cards:
            self._ask_for(0, 0)
            return
        wanted = self.cards[0].sizeHint()
        width = max(self.viewport().width(), wanted.width())
        columns = max(1, min(len(self.cards), (width + GAP) // (wanted.width() + GAP)))
        rows = -(-len(self.cards) // columns)
        # As even as can be: 7 cards in two rows are 4 and 3.
        columns = -(-len(self.cards) // rows)
        each = (width - GAP * (columns - 1)) / columns
        for place, card in enumerate(self.cards):
            row, column = divmod(place, columns)
            left = round(column * (each + GAP))
            right = round(column * (each + GAP) + each)
            card.setGeometry(left, row * (wanted.height() + GAP), right - left, wanted.height())
        height = rows * (wanted.height() + GAP) - GAP
        self._holder.resize(width, height)
        seen = LINES_SEEN * (wanted.height() + GAP) + (GAP if rows > LINES_SEEN else -GAP)
        self._ask_for(min(wanted.height(), height), min(height, seen))

    def _ask_for(self, least: int, wanted: int) -> None:
        self._wanted = wanted
        self.setMinimumHeight(least)
        self.setMaximumHeight(wanted)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for as many lines of options as are seen at once."""
        return QSize(super().sizeHint().width(), self._wanted)


def dragged(data: QMimeData) -> int | None:
    """Return the registration that is dragged, or None."""
    if not data.hasFormat(PERSON):
        return None
    return int(bytes(data.data(PERSON).data()).decode("ascii"))


def _draw_wrapped(painter: QPainter, room: QRect, text: str) -> int:
    """Draw a text on at most two lines, cut off where it goes on; return the height it took."""
    metrics = painter.fontMetrics()
    line = metrics.lineSpacing()
    first, rest = text, ""
    if metrics.horizontalAdvance(text) > room.width():
        words = text.split(" ")
        first = words.pop(0)
        while words and metrics.horizontalAdvance(f"{first} {words[0]}") <= room.width():
            first = f"{first} {words.pop(0)}"
        rest = " ".join(words)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    top = QRect(room.left(), room.top(), room.width(), line)
    painter.drawText(top, flags, metrics.elidedText(first, Qt.TextElideMode.ElideRight, room.width()))
    if not rest:
        return line
    said = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(top.translated(0, line), flags, said)
    return 2 * line
