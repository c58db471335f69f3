"""The lines of a programme that comes in, each beside what was made of it; every cell of that can be corrected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from studydag.language import Language
from studydag.model.exchange.importing import correcting
from studydag.model.exchange.importing.recognising.people import listed_people
from studydag.model.rules.time.clock import read_clock
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.written.written_dates import read_date
from studydag.model.values.imported import ImportedLine, LineKind
from studydag.model.values.phases import Phase
from studydag.ui.item_models.things import Index
from studydag.ui.look import Look


class Cell(IntEnum):
    """The columns."""

    TEXT = 0
    KIND = 1
    START = 2
    END = 3
    TITLE = 4
    PERSONS = 5
    ROOM = 6
    PHASE = 7


_TITLED = frozenset({LineKind.TITLE, LineKind.VENUE})
Corrected = tuple[tuple[ImportedLine, ...], dict[tuple[int, str, int], ImportedLine]]
"""The lines at one moment, and those of them that were corrected."""


class ImportedLinesModel(QAbstractTableModel):
    """Lines in rows; `corrected` tells that the user changed one, or took a change back."""

    corrected = Signal()

    def __init__(self, language: Language, look: Look, today: dt.date, parent: QObject | None = None) -> None:
        """Begin empty. Dates without a year are near `today`."""
        super().__init__(parent)
        self._language = language
        self._look = look
        self._today = today
        self._lines: tuple[ImportedLine, ...] = ()
        self._own: dict[tuple[int, str, int], ImportedLine] = {}
        self._before: list[Corrected] = []
        self._after: list[Corrected] = []
        _ = language.gettext
        self._heads = (
            _("As it is written"),
            _("Becomes"),
            _("Start"),
            _("End"),
            _("Title"),
            _("With whom"),
            _("Room"),
            _("Phase"),
        )

    @property
    def lines(self) -> tuple[ImportedLine, ...]:
        """The lines as they are now."""
        return self._lines

    def show_lines(self, lines: Sequence[ImportedLine]) -> None:
        """Show lines that were read anew; what was corrected in a line that is the same stays corrected."""
        self.beginResetModel()
        self._lines = tuple(self._own.get(key, line) for key, line in _keyed(lines))
        self._before.clear()
        self._after.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Forget all corrections, for another text."""
        self._own.clear()

    def take_as(self, rows: Sequence[int], kind: LineKind) -> None:
        """Take lines for something else."""
        self._put({row: correcting.taken_as([self._lines[row]], 0, kind, today=self._today)[0] for row in rows})

    def join(self, rows: Sequence[int]) -> None:
        """Let lines go on in the title of the block above them."""
        self._put({row: correcting.joined_with_above([self._lines[row]], 0)[0] for row in rows})

    def _put(self, changed: Mapping[int, ImportedLine]) -> None:
        """Put lines in the place of others, all at once: of thousands each would take a while."""
        rows = [row for row, line in changed.items() if line != self._lines[row]]
        if not rows:
            return
        self._before.append((self._lines, dict(self._own)))
        self._after.clear()
        keys = [key for key, _ in _keyed(self._lines)]
        lines = list(self._lines)
        for row in rows:
            lines[row] = self._own[keys[row]] = changed[row]
        self._lines = tuple(lines)
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), self.columnCount() - 1))
        self.corrected.emit()

    def undo(self) -> None:
        """Take the last correction back, if there is one since the lines were read."""
        self._swap(self._before, self._after)

    def redo(self) -> None:
        """Correct once more what was taken back last."""
        self._swap(self._after, self._before)

    def _swap(self, source: list[Corrected], kept: list[Corrected]) -> None:
        if source:
            kept.append((self._lines, self._own))
            self._lines, self._own = source.pop()
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.corrected.emit()

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the head of a column, or the number of a line in the file."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        return str(self._lines[section].line)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, what an editor begins with, or the colour that the kind of line has."""
        if not index.isValid():
            return None
        line, cell = self._lines[index.row()], Cell(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, cell)
        if role == Qt.ItemDataRole.EditRole:
            return {Cell.KIND: line.kind, Cell.PHASE: line.phase}.get(cell) or self._text(line, cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.text if cell is Cell.TEXT else line.description or self._text(line, cell)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(line, cell)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be corrected: what it becomes always, the rest of what becomes a block."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and self._can_edit(index) else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Correct a cell; what can't be read leaves it as it was."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self._can_edit(index):
            return False
        cell, row = Cell(index.column()), index.row()
        if cell is Cell.KIND:
            self.take_as([row], LineKind(value))
            return True
        fields = self._read(self._lines[row], cell, value)
        if fields is None:
            return False
        self._put({row: correcting.changed([self._lines[row]], 0, **fields)[0]})
        return True

    # -- what stands in cells

    def _can_edit(self, index: Index) -> bool:
        line, cell = self._lines[index.row()], Cell(index.column())
        if cell in {Cell.TEXT, Cell.KIND}:
            return cell is Cell.KIND
        if line.kind is LineKind.OPTION and cell in {Cell.START, Cell.END}:
            return False
        return line.kind.is_block or (cell is Cell.TITLE and line.kind in {*_TITLED, LineKind.DATE})

    def _text(self, line: ImportedLine, cell: Cell) -> str:
        language = self._language
        if cell is Cell.TEXT:
            return " ".join(line.text.split())
        if cell is Cell.KIND:
            return language.capitalised(language.member(line.kind))
        if cell is Cell.TITLE:
            return self._title(line)
        if not line.kind.is_block and line.kind is not LineKind.NOTE:
            return ""
        if cell is Cell.START:
            return language.time(line.start) if line.start is not None and line.kind.is_block else ""
        if cell is Cell.END:
            return self._end(line) if line.kind.is_block else ""
        if cell is Cell.PERSONS:
            return ", ".join(line.persons)
        if cell is Cell.ROOM:
            return line.room
        return language.capitalised(language.member(line.phase)) if line.phase is not None else ""

    def _title(self, line: ImportedLine) -> str:
        if line.kind is LineKind.DATE:
            return self._language.date(line.date) if line.date is not None else line.title
        if line.kind is LineKind.NOTE:
            joined = f"… {line.title.lstrip(', ')}" if line.title else ""
            return joined or " ".join(line.description.split())
        return line.title if line.kind.is_block or line.kind in _TITLED else ""

    def _end(self, line: ImportedLine) -> str:
        if line.end is not None:
            return self._language.time(line.end)
        return self._language.minutes(line.minutes) if line.minutes is not None else ""

    def _ink(self, line: ImportedLine, cell: Cell) -> QBrush | None:
        colours = self._look.colours
        if line.kind is LineKind.NOT_UNDERSTOOD:
            return QBrush(QColor(colours.must))
        if cell is Cell.TEXT or line.kind in {LineKind.HEADING, LineKind.SKIPPED, LineKind.NOTE}:
            return QBrush(QColor(colours.quiet))
        return None

    def _read(self, line: ImportedLine, cell: Cell, value: Any) -> dict[str, Any] | None:
        """Read what was typed in a cell, as fields of the line; None where it can't be read."""
        if cell is Cell.PHASE:
            return {"phase": Phase(value)}
        text = str(value).strip()
        if cell is Cell.TITLE:
            return self._read_title(line, text)
        if cell is Cell.PERSONS:
            return {"persons": listed_people(text)}
        if cell is Cell.ROOM:
            return {"room": text}
        if not text:
            return {"start": None} if cell is Cell.START else {"end": None, "minutes": None}
        clock = read_clock(text, after=line.start if cell is Cell.END else None)
        if cell is Cell.START:
            return None if clock is None else {"start": clock}
        minutes = None if text.isdigit() and len(text) > 2 else read_minutes(text)
        if minutes is not None and (clock is None or not text.isdigit()):
            return {"minutes": minutes, "end": None}
        return None if clock is None else {"end": clock, "minutes": None, "open_end": False}

    def _read_title(self, line: ImportedLine, text: str) -> dict[str, Any] | None:
        if line.kind is not LineKind.DATE:
            return {"title": text} if text else None
        date = read_date(text)
        return None if date is None and text else {"date": date, "title": line.title if date else line.text}


def _keyed(lines: Sequence[ImportedLine]) -> list[tuple[tuple[int, str, int], ImportedLine]]:
    """Return lines with what each is known by, though it is read anew."""
    seen: dict[tuple[int, str], int] = {}
    made = []
    for line in lines:
        count = seen.get((line.line, line.text), 0)
        seen[line.line, line.text] = count + 1
        made.append(((line.line, line.text, count), line))
    return made
