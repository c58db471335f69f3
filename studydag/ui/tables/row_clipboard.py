"""Cut, copy and paste of rows of a list: once more here or in another study day, and as a table for Excel or a mail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAction, QGuiApplication

from studydag.model.values.description import is_thing, kind_of
from studydag.ui.clipboard import on_clipboard
from studydag.ui.letters import KEYS

if TYPE_CHECKING:
    from studydag.ui.tables.thing_list import ThingList
    from studydag.ui.tables.thing_table import ThingTable
    from studydag.ui.workspace import Workspace

ROWS = "application/x-studydag-rows"


class Copied(msgspec.Struct, frozen=True):
    """Things as they were when they were copied, of which library; they may be there no more when they are pasted."""

    library: str
    kind: str
    things: msgspec.Raw


class RowClipboard:
    """Cuts, copies and pastes the rows of a list; `actions` are what its menu and the keys do."""

    def __init__(self, shown: ThingList, workspace: Workspace) -> None:
        """Make the actions; the commands to cut, copy and paste look for those of these names where the keys are."""
        _ = workspace.language.gettext
        self._shown = shown
        self._workspace = workspace
        self.cutting = self._action("cut", _("Cut"), "Ctrl+X", self.cut)
        self.copying = self._action("copy", _("Copy"), "Ctrl+C", self.copy)
        self._pasting = self._action("paste", _("Paste"), "Ctrl+V", self.paste)
        self.actions = (self.cutting, self.copying, self._pasting)

    def _action(self, name: str, text: str, keys: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self._shown.table)
        action.setObjectName(name)
        action.setProperty(KEYS, keys)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def allow(self, *, writes: bool) -> None:
        """Let only those actions be done that can be."""
        self.copying.setEnabled(bool(self._shown.selected_ids))
        self.cutting.setEnabled(writes and self.copying.isEnabled())
        self._pasting.setEnabled(writes)

    def copy(self) -> None:
        """Put the selected rows on the clipboard: as text with tabs, and in our own form where each is a thing."""
        shown, library = self._shown, self._workspace.library
        ids = shown.selected_ids
        if not ids:
            return
        mime = QMimeData()
        mime.setText(as_text(shown.table, ids))
        if is_thing(shown.value):
            things = {thing.id: thing for thing in library.some(shown.value, ids)}
            carried = msgspec.Raw(msgspec.json.encode([things[each] for each in ids if each in things]))
            copied = Copied(library=self._library, kind=kind_of(shown.value), things=carried)
            mime.setData(ROWS, msgspec.json.encode(copied))
        QGuiApplication.clipboard().setMimeData(mime)

    def cut(self) -> None:
        """Put the selected rows on the clipboard and delete them."""
        if self._shown.selected_ids and not self._workspace.library.read_only:
            self.copy()
            self._shown.delete()

    def paste(self) -> None:
        """Add what is on the clipboard: rows that were copied in such a list, or a line for each that is typed."""
        shown, workspace = self._shown, self._workspace
        if shown.owner is None or workspace.library.read_only:
            return
        things, text = self._copied(), text_on_clipboard()
        made: Sequence[int] | None = None
        if things is not None:
            made = workspace.do(lambda: shown.edits.take_in(shown.owner, things))
        elif shown.line is not None and text.strip():
            if shown.line.takes_tables and "\t" in text.strip():
                shown.line.table_pasted.emit(text)
                return
            made = shown.add_lines(text)
        if made:
            shown.table.choose(made[-1])

    @property
    def _library(self) -> str:
        return str(self._workspace.library.path)

    def _copied(self) -> list[Any] | None:
        """Return the things on the clipboard that can be put into this list: of this library, and of its kind."""
        mime = on_clipboard()
        if mime is None or not mime.hasFormat(ROWS):
            return None
        value, here = self._shown.value, (self._library, kind_of(self._shown.value))
        # Another version may write them otherwise.
        with suppress(msgspec.MsgspecError):
            copied = msgspec.json.decode(bytes(mime.data(ROWS).data()), type=Copied)
            if (copied.library, copied.kind) == here:
                return msgspec.json.decode(copied.things, type=list[value])  # type: ignore[valid-type]
        return None


def text_on_clipboard() -> str:
    """Return the text on the clipboard, nothing where rows of ours are on it: these are no lines to be typed."""
    mime = on_clipboard()
    return mime.text() if mime is not None and mime.hasText() and not mime.hasFormat(ROWS) else ""


def as_text(table: ThingTable, ids: Sequence[int]) -> str:
    """Return rows as lines with tabs between the cells that are to be shown, as a spreadsheet takes them."""
    things = table.things
    # What only has no room in the window is copied as well.
    all_of_them = table.choosing is not None and table.choosing.chosen is None
    columns = [place for place in range(things.columnCount()) if all_of_them or not table.isColumnHidden(place)]
    lines = []
    for row in map(things.row_of, ids):
        thing = things.thing_at(row)
        cells = (things.columns[place].text(thing) for place in columns)
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines)
