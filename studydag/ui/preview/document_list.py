"""The documents that can be made: what each is called, on what paper, for whom, and how many pages it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studydag.export.documents import Document, Paper, Readers
from studydag.language import Language
from studydag.model.values.wording import N_
from studydag.ui.look import Look

ROOM: Final = 14
"""In pixels: what stands around the two lines of a document."""
DETAIL: Final = Qt.ItemDataRole.UserRole + 1
PAPERS: Final[Mapping[Paper, str]] = {
    Paper.A4: N_("A4"),
    Paper.A4_LANDSCAPE: N_("A4 landscape"),
    Paper.A3: N_("A3"),
    Paper.A5: N_("A5"),
}
READERS: Final[Mapping[Readers, str]] = {
    Readers.PARTICIPANTS: N_("for participants"),
    Readers.FACILITATORS: N_("for facilitators"),
    Readers.SCHOOL_LEADER: N_("for the school leader"),
    Readers.OWNERS: N_("for owners of actions"),
    Readers.ORGANISERS: N_("for organisers"),
    Readers.TEAM: N_("for the team"),
    Readers.EXPERTS: N_("for the external expert"),
    Readers.PARENTS: N_("for parents"),
    Readers.COORDINATOR: N_("for yourself"),
    Readers.OUTSIDERS: N_("for outsiders"),
    Readers.EVERYONE: N_("for everyone"),
}


class DocumentList(QListWidget):
    """Lists documents; `chosen` says that another one is, `save_asked` comes with Enter."""

    chosen = Signal()
    save_asked = Signal()

    def __init__(
        self, documents: tuple[Document, ...], language: Language, look: Look, parent: QWidget | None = None
    ) -> None:
        """Begin with the first one chosen."""
        super().__init__(parent)
        self._documents = documents
        self._language = language
        self._pages: dict[str, int] = {}
        self.setAccessibleName(language.gettext("Documents"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setItemDelegate(_TwoLines(look, self))
        for document in documents:
            self.addItem(QListWidgetItem(language.gettext(document.title)))
        self._say()
        self.setCurrentRow(0)
        self.currentRowChanged.connect(lambda _row: self.chosen.emit())

    @property
    def document(self) -> Document:
        """The document that is chosen."""
        return self._documents[max(0, self.currentRow())]

    def choose(self, name: str) -> None:
        """Choose a document by its name."""
        self.setCurrentRow(next(place for place, each in enumerate(self._documents) if each.name == name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.save_asked.emit()
        else:
            super().keyPressEvent(event)

    def set_pages(self, name: str, pages: int) -> None:
        """Say how many pages a document has."""
        self._pages[name] = pages
        self._say()

    def forget_pages(self) -> None:
        """Say no longer how many pages there are."""
        self._pages.clear()
        self._say()

    def _say(self) -> None:
        for place, document in enumerate(self._documents):
            item, detail = self.item(place), self._detail(document)
            item.setData(DETAIL, detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {detail}")
            item.setToolTip(f"{item.text()}\n{detail}")

    def _detail(self, document: Document) -> str:
        parts = [PAPERS[document.paper], READERS[document.readers]]
        found = [self._language.gettext(part) for part in parts]
        pages = self._pages.get(document.name)
        if pages is not None:
            found.insert(1, self._language.ngettext("{n} page", "{n} pages", pages).replace("{n}", str(pages)))
        return " · ".join(found)

    def sizeHint(self) -> QSize:
        """Ask for room for all documents, up to eight."""
        return self._size_for(min(self.count(), 8))

    def minimumSizeHint(self) -> QSize:
        """Ask for room for two at least."""
        return self._size_for(2)

    def _size_for(self, rows: int) -> QSize:
        return QSize(20 * self.fontMetrics().averageCharWidth(), rows * (2 * self.fontMetrics().height() + ROOM))


class _TwoLines(QStyledItemDelegate):
    """Draws the title, and below it the detail."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]  # noqa: ARG002
        """Return the height of two lines."""
        return QSize(100, 2 * option.fontMetrics.height() + ROOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw title and detail, and what is chosen on its own surface."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._look.colours
        rectangle = option.rect.adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen:
            painter.setPen(QColor(colours.accent) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(rectangle, 6, 6)
        inner = rectangle.adjusted(8, 4, -8, -4)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        for text, shown, colour, where in (
            (index.data(), font, colours.text, Qt.AlignmentFlag.AlignTop),
            (index.data(DETAIL), option.font, colours.quiet, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(shown)
            painter.setPen(QColor(colour))
            elided = painter.fontMetrics().elidedText(text or "", Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, where, elided)
        painter.restore()
