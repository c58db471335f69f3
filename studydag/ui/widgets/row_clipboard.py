"""Copy and paste of rows of a list: once more here or in another study day, and as a table for Excel or a mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from studydag.model.values.description import is_thing, kind_of

if TYPE_CHECKING:
    from studydag.ui.widgets.thing_list import ThingList
    from studydag.ui.widgets.thing_table import ThingTable

ROWS = "application/x-studydag-rows"


class Copied(msgspec.Struct, frozen=True):
    """Which things were copied, of which library."""

    library: str
    kind: str
    ids: tuple[int, ...]


def copy_rows(shown: ThingList, library: str) -> None:
    """Put the selected rows on the clipboard: as text with tabs, and in our own form where each is a thing."""
    ids = shown.selected_ids
    if not ids:
        return
    mime = QMimeData()
    mime.setText(as_text(shown.table, ids))
    if is_thing(shown.value):
        copied = Copied(library=library, kind=kind_of(shown.value), ids=ids)
        mime.setData(ROWS, msgspec.json.encode(copied))
    QGuiApplication.clipboard().setMimeData(mime)


def copied_rows(shown: ThingList, library: str) -> tuple[int, ...]:
    """Return which things on the clipboard can be put into a list: of this library, and of its kind."""
    mime = QGuiApplication.clipboard().mimeData()
    if not mime.hasFormat(ROWS):
        return ()
    copied = msgspec.json.decode(bytes(mime.data(ROWS).data()), type=Copied)
    return copied.ids if (copied.library, copied.kind) == (library, kind_of(shown.value)) else ()


def text_on_clipboard() -> str:
    """Return the text on the clipboard, nothing where rows of ours are on it: these are no lines to be typed."""
    mime = QGuiApplication.clipboard().mimeData()
    return mime.text() if mime.hasText() and not mime.hasFormat(ROWS) else ""


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
