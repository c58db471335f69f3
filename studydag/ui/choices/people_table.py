"""People with what they wish and the places they have, each place a coloured chip; rows can be dragged onto options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QDrag, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studydag.model.values.choices import Registration
from studydag.ui.choices.cards import PERSON
from studydag.ui.icons import drawing
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Colours, Look
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.workspace import Workspace

GOOD = 2
"""Up to this wish a place is drawn as a good one. Ours."""
SIDE, TOP = 8, 3
WHO, SECTION, WISH, PLACE = 16, 22, 11, 15
"""Characters that columns of the board need at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A place: the option, the number of the wish (0: none of them, None: there were none), whether it is locked.

    Without `has_place` the text says why there is none, and `is_wrong` whether there should be one.
    """

    text: str
    wish: int | None = None
    locked: bool = False
    has_place: bool = True
    is_wrong: bool = False

    @property
    def said(self) -> str:
        """The chip in one line, as in the cell."""
        return f"{self.text} · {self.wish}" if self.wish else self.text


class PeopleTable(ThingTable):
    """The people of the board, a column for each round. `chips` gives the places of somebody in a round.

    There is one, and of a group that is divided there are several, side by side.
    """

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        columns: Sequence[TableColumn],
        chips: Callable[[Registration, int], tuple[Chip, ...]],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show `columns`, and after them one for each round."""
        super().__init__(workspace, Registration, columns, lambda _row, _field, _new: None, name=name, parent=parent)
        self._own = tuple(columns)
        self._chips_of = chips
        self.rounds: tuple[int, ...] = ()
        self.narrowest = 11
        self.setDragEnabled(not workspace.library.read_only)
        self.things.can_drag = not workspace.library.read_only
        self._chips = ChipDelegate(look, self)
        self.setItemDelegate(self._chips)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_rounds(self, rounds: Sequence[tuple[int, str]]) -> None:
        """Have a column for each of these rounds, with its title."""
        made = tuple(self._round_column(number, title) for number, title in rounds)
        if [each.title for each in self.things.columns[len(self._own) :]] == [each.title for each in made] and (
            self.rounds == tuple(number for number, _ in rounds)
        ):
            return
        self.rounds = tuple(number for number, _ in rounds)
        self.show_columns((*self._own, *made))
        self._leave_out()
        self.fit_columns()

    def event(self, event: QEvent) -> bool:
        """Have keys ask for the menu of the row they are on: Qt names a place that is lower by the heads of columns."""
        if isinstance(event, QContextMenuEvent) and event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.customContextMenuRequested.emit(self.visualRect(self.currentIndex()).center())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave wishes out where there is no room for all, the last ones first: places go before them."""
        self._leave_out()
        super().resizeEvent(event)

    def _leave_out(self) -> None:
        letter = max(self.fontMetrics().averageCharWidth(), 1)
        room = self.viewport().width() // letter - WHO - PLACE * len(self.rounds)
        own = range(1, len(self._own))
        # The section goes first of all, then what comes last.
        for place in (*(each for each in own if self._own[each].name), 1):
            room -= SECTION if place == 1 else WISH
            self.setColumnHidden(place, room < 0)

    def round_at(self, column: int) -> int | None:
        """Return the round of a column, or None."""
        place = column - len(self._own)
        return self.rounds[place] if 0 <= place < len(self.rounds) else None

    def chips_at(self, index: QModelIndex | QPersistentModelIndex) -> tuple[Chip, ...]:
        """Return the chips in a cell; there are none in one that isn't of a round."""
        number = self.round_at(index.column())
        return () if number is None else self._chips_of(self.things.thing_at(index.row()), number)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: ARG002 - Qt's
        """Drag the current person."""
        index = self.currentIndex()
        if not index.isValid():
            return
        data = QMimeData()
        data.setData(PERSON, str(self.things.thing_at(index.row()).id).encode("ascii"))
        data.setText(str(self.things.index(index.row(), 0).data()))
        drag = QDrag(self)
        drag.setMimeData(data)
        picture = self.viewport().grab(self.visualRect(self.things.index(index.row(), 0)))
        drag.setPixmap(picture)
        drag.exec(Qt.DropAction.MoveAction)

    def _round_column(self, number: int, title: str) -> TableColumn:
        def said(each: Registration) -> str:
            return ", ".join(chip.said for chip in self._chips_of(each, number))

        return TableColumn(title=title, text=said, tip=said, stretches=3, name=str(number))


class ChipDelegate(QStyledItemDelegate):
    """Draws places as chips, and a line below every row."""

    def __init__(self, look: Look, parent: PeopleTable) -> None:
        """Draw in the colours of the window."""
        super().__init__(parent)
        self._look = look
        self._table = parent

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell."""
        chips = self._table.chips_at(index)
        if chips:
            self._ground(painter, option, index)
            room = option.rect.adjusted(4, TOP, -4, -TOP)
            for place, chip in enumerate(chips):
                room.setWidth((option.rect.right() - 4 - room.left()) // (len(chips) - place))
                self._draw(painter, option, chip, room)
                room.moveLeft(room.right() + 4)
        else:
            super().paint(painter, option, index)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave room for the chip around its text."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * SIDE + 12, option.fontMetrics.height() + 4 * TOP)

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = self._table.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, self._table)

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, chip: Chip, room: QRect) -> None:
        colours, metrics = self._look.colours, option.fontMetrics
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = metrics.height() - 4 if chip.locked else 0
        end = f" · {chip.wish}" if chip.wish else ""
        left_for_title = room.width() - 2 * SIDE - (sign + 4 if sign else 0) - metrics.horizontalAdvance(end)
        text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, max(left_for_title, 0)) + end
        width = metrics.horizontalAdvance(text) + 2 * SIDE + (sign + 4 if sign else 0)
        pill = QRectF(room.left(), room.top(), min(width, room.width()), room.height())
        if chip.has_place or chip.is_wrong:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_ground_of(chip, colours))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        left = pill.left() + SIDE
        if sign:
            picture = drawing("lock", sign, colours.text)
            painter.drawPixmap(round(left), round(pill.center().y() - sign / 2), picture)
            left += sign + 4
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and not (chip.has_place or chip.is_wrong)
        ink = option.palette.color(QPalette.ColorRole.HighlightedText) if selected else QColor(_ink_of(chip, colours))
        painter.setPen(ink)
        painter.drawText(
            QRectF(left, room.top(), room.right() - left, room.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            text,
        )
        painter.restore()


def _ground_of(chip: Chip, colours: Colours) -> QColor:
    if not chip.has_place:
        return QColor(colours.must_surface)
    if chip.wish is None:
        return _mixed(colours.surface, colours.quiet, colours.tint)
    if chip.wish == 0:
        return QColor(colours.must_surface)
    return _mixed(colours.surface, colours.holds if chip.wish <= GOOD else colours.should_bar, colours.tint + 0.04)


def _ink_of(chip: Chip, colours: Colours) -> str:
    if chip.has_place:
        return colours.text
    return colours.must if chip.is_wrong else colours.quiet


def _mixed(one: str, other: str, share: float) -> QColor:
    first, second = QColor(one), QColor(other)
    parts: list[Any] = [
        (a + (b - a) * share)
        for a, b in (
            (first.redF(), second.redF()),
            (first.greenF(), second.greenF()),
            (first.blueF(), second.blueF()),
        )
    ]
    return QColor.fromRgbF(*parts)
