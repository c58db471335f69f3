"""Blocks of one's own, kept from earlier programmes, to be put into this one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydag.model.operations import templates
from studydag.model.values.changes import Change
from studydag.model.values.school import Template
from studydag.ui.brought import Brought, Source
from studydag.ui.fields.words_line import WordsLine
from studydag.ui.menu import Menu
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace

LINES = 6


class OwnBlockList(QListWidget):
    """A list of which lines can be dragged into a programme."""

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Return what is dragged: the id of the template."""
        if not items:
            return QMimeData()
        return Brought(Source.OWN_BLOCK, items[0].data(Qt.ItemDataRole.UserRole)).mime()

    @property
    def is_typed_in(self) -> bool:
        """Whether a title is being changed."""
        return self.state() == self.State.EditingState

    def mimeTypes(self) -> list[str]:
        """Return what own blocks are dragged as."""
        return [Source.OWN_BLOCK.value]


class OwnBlocks(QWidget):
    """Lists them by title. `add_asked` carries the id of one to put after the selected block."""

    add_asked = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Show all that there are."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._kept: tuple[Template, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.search = WordsLine(_("Search own blocks"), self)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list = OwnBlockList(self)
        self.list.setDragEnabled(not workspace.library.read_only)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setAccessibleName(_("Own blocks"))
        self.list.setMinimumHeight(self.fontMetrics().height() * LINES)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.setSpacing(2)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.itemChanged.connect(self._rename)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(lambda at: self.menu().popup(self.list.viewport().mapToGlobal(at)))
        self.list.itemDoubleClicked.connect(lambda _item: self._add())
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.about = text_label("", self, "quiet")
        self.add = QPushButton(_("Add after the block"), self)
        self.add.clicked.connect(self._add)
        self.delete = QPushButton(_("Delete own block"), self)
        self.delete.clicked.connect(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 6, 0)
        layout.setSpacing(6)
        for widget in (self.search, self.list, self.about, self.add, self.delete):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        workspace.changed.connect(self._on_change)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept now."""
        self._kept = templates.own_blocks(self._workspace.library)
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Let be done what can be done with the day that is in view now."""
        super().showEvent(event)
        self._allow()

    @property
    def chosen(self) -> Template | None:
        """The block that is chosen."""
        row = self.list.currentRow()
        number = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return next((each for each in self._kept if each.id == number), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add with Enter, delete with Delete; the Enter that ends a title that is typed comes by here as well."""
        is_key = event.type() == QEvent.Type.KeyPress and not self.list.is_typed_in
        if is_key and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._add()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._delete()
                return True
        return super().eventFilter(watched, event)

    def _on_change(self, change: Change) -> None:
        if not change.touches("template"):
            return
        if self.list.is_typed_in:
            # Not while the editor is still at work on its line.
            QTimer.singleShot(0, self, self.refresh)
        else:
            self.refresh()

    def _fill(self) -> None:
        _ = self._workspace.language.gettext
        words = self.search.text().casefold().split()
        self.list.clear()
        for template in sorted(self._kept, key=lambda each: self._workspace.language.sort_key(each.title)):
            text = f"{template.title} {template.description}".casefold()
            if all(word in text for word in words):
                item = QListWidgetItem(template.title)
                item.setData(Qt.ItemDataRole.UserRole, template.id)
                item.setToolTip("\n".join(part for part in (template.title, template.description) if part))
                if not self._workspace.library.read_only:
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                self.list.addItem(item)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        if not self.list.count() and self.list.hasFocus():
            # The keys don't go to the study days when the last one is deleted.
            self.setFocus()
        self.search.setVisible(bool(self._kept))
        self.list.setVisible(self.list.count() > 0)
        if not self._kept:
            text = _("Keep a block that works, to use it again on any day: in its menu, choose ‘Keep as own block’.")
        else:
            text = "" if self.list.count() else _("No own block has that title.")
        self.about.setText(text)
        self.about.setVisible(bool(text))
        self._allow()

    def _allow(self) -> None:
        writable = not self._workspace.library.read_only and self.chosen is not None
        self.add.setEnabled(writable and self._workspace.day is not None)
        self.delete.setEnabled(writable)
        self.add.setVisible(bool(self._kept))
        self.delete.setVisible(bool(self._kept))

    def menu(self) -> QMenu:
        """Return what can be done with the chosen block, as a menu."""
        _ = self._workspace.language.gettext
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key, run, button in (
            (self.add.text(), "Enter", self._add, self.add),
            (_("Change title"), "F2", lambda: self.list.editItem(self.list.currentItem()), self.delete),
            (self.delete.text(), "Del", self._delete, self.delete),
        ):
            menu.addAction(f"{text}\t{key}", run).setEnabled(button.isEnabled())
        return menu

    def _rename(self, item: QListWidgetItem) -> None:
        """Take over a title that was typed; without one it keeps its own."""
        number, title = item.data(Qt.ItemDataRole.UserRole), item.text().strip()
        if title and any(each.id == number and each.title != title for each in self._kept):
            library = self._workspace.library
            self._workspace.do(lambda: templates.rename_own_block(library, number, title))
        elif not title:
            QTimer.singleShot(0, self, self.refresh)

    def _add(self) -> None:
        if self.chosen is not None and self.add.isEnabled():
            self.add_asked.emit(self.chosen.id)

    def _delete(self) -> None:
        chosen = self.chosen
        if chosen is not None and self.delete.isEnabled():
            self._workspace.do(lambda: templates.delete_own_block(self._workspace.library, chosen.id))
