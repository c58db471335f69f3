"""The grid of results as a Qt model: what stands in each cell, and what a cell takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from studydag.export.question_sets import question_text
from studydag.labels import field_name
from studydag.language import Language
from studydag.model.rules.effect.result_rows import FIGURES, ResultRow, Unreadable, with_count, with_figure
from studydag.model.values.effect import Result
from studydag.model.values.questions import QuestionKind

Index = QModelIndex | QPersistentModelIndex
SHARE = Qt.ItemDataRole.UserRole + 1
"""How large a part of the answers stands in a cell, from 0 to 1, to be drawn behind the number; None elsewhere."""
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Written:
    """What becomes of texts written into cells: the results of the rows, and how many texts could not be read."""

    results: tuple[Result, ...]
    unread: int


class ResultGridModel(QAbstractTableModel):
    """Rows of questions. It changes nothing itself: `written` carries what was typed, as a `Written`."""

    written = Signal(object)

    def __init__(self, language: Language, quiet: str, parent: QObject | None = None) -> None:
        """Begin empty; what can't be typed is drawn in the colour `quiet`."""
        super().__init__(parent)
        self._language = language
        self._quiet = quiet
        self.rows: tuple[ResultRow, ...] = ()
        self.minimum = 0
        self.can_edit = True
        self._bare: Result | None = None
        self._opened: frozenset[int | None] = frozenset()
        self.steps: range = range(0)

    def show_rows(self, rows: Sequence[ResultRow], bare: Result, minimum: int, opened: frozenset[int | None]) -> None:
        """Show rows; `bare` is a result without anything, and rows of the questions `opened` are not hidden."""
        widest = max((row.steps for row in rows), key=len, default=range(0))
        same = len(rows) == len(self.rows) and widest == self.steps
        if not same:
            self.beginResetModel()
        self.rows, self._bare, self.minimum, self._opened, self.steps = tuple(rows), bare, minimum, opened, widest
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    # What cells are

    @property
    def words_column(self) -> int:
        """The column of what was found in words."""
        return 1 + len(self.steps) + len(FIGURES)

    def step_place(self, column: int) -> int | None:
        """Return which step a column counts, from nought; None for other columns."""
        return column - 1 if 1 <= column <= len(self.steps) else None

    def field(self, column: int) -> str:
        """Return which field of a result a column shows; nothing for those that count, and for the questions."""
        place = column - 1 - len(self.steps)
        return (*FIGURES, "text")[place] if 0 <= place <= len(FIGURES) else ""

    def takes(self, row: int, column: int) -> bool:
        """Whether something can be typed in a cell."""
        shown, place, field = self.rows[row], self.step_place(column), self.field(column)
        if place is not None:
            return place < len(shown.steps)
        return bool(field) and (self._is_hidden(shown) or shown.takes(field))

    def write(self, texts: Mapping[Cell, str]) -> Written:
        """Return the results that come of texts in cells (row, column); what can't stand there is counted as unread."""
        assert self._bare is not None
        changed: dict[int, ResultRow] = {}
        unread = 0
        for (row, column), text in sorted(texts.items()):
            standing = changed.get(row, self._editable(self.rows[row]))
            place, field = self.step_place(column), self.field(column)
            bare = _of_question(self._bare, standing)
            try:
                if place is not None and place < len(standing.steps):
                    result = with_count(standing, bare, place, text)
                elif field and standing.takes(field):
                    result = with_figure(standing, bare, field, text)
                else:
                    continue
            except Unreadable:
                unread += 1
                continue
            changed[row] = ResultRow(question=standing.question, result=result)
        results = tuple(row.result for row in changed.values() if row.result is not None)
        return Written(results, unread)

    def text(self, row: int, column: int) -> str:
        """Return what is copied of a cell."""
        return str(self.data(self.index(row, column), Qt.ItemDataRole.EditRole) or "")

    def _is_hidden(self, row: ResultRow) -> bool:
        asked = None if row.question is None else row.question.id
        return row.hidden and asked not in self._opened

    def _editable(self, row: ResultRow) -> ResultRow:
        """Return a row to write in; what is hidden gives way to what is typed."""
        if not self._is_hidden(row) or row.result is None:
            return row
        assert self._bare is not None
        bare = replace(_of_question(self._bare, row), id=row.result.id, uid=row.result.uid)
        return ResultRow(question=row.question, result=bare)

    def title(self, row: ResultRow) -> str:
        """Return a question as it is asked, with its choices; of the whole what it is about."""
        question = row.question
        if question is None:
            return self._language.gettext("The measure as a whole")
        text = question_text(question, self._language)
        if question.kind is QuestionKind.CHOICE:
            chosen = question.choices_nl if self._language.code == "nl" else question.choices_en
            chosen = chosen or question.choices_nl or question.choices_en
            text += " (" + ", ".join(f"{place} = {choice}" for place, choice in enumerate(chosen, 1)) + ")"
        return text

    # Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of questions, and the whole."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else self.words_column + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the steps, and the names of the figures."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(1 <= section < self.words_column)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        place, field = self.step_place(section), self.field(section)
        if place is not None:
            return str(self.steps[place])
        if field == "n":
            return "n"
        if field == "text":
            return self._language.gettext("In words")
        if field:
            return self._language.capitalised(field_name(field, self._language, Result))
        return self._language.gettext("Question")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell; what too few people said isn't shown, which stands in words instead."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._written(row, column, is_edited=role == Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._written(row, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(1 <= column < self.words_column)
        if role == Qt.ItemDataRole.ForegroundRole and self._is_hidden(row) and column == self.words_column:
            return QColor(self._quiet)
        if role == SHARE:
            return self._share(row, column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = super().flags(index)
        if index.isValid() and self.can_edit and self.takes(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the value itself changes only by an operation."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if str(value) == self.text(index.row(), index.column()):
            return False
        self.written.emit(self.write({(index.row(), index.column()): str(value)}))
        return True

    def _written(self, row: ResultRow, column: int, *, is_edited: bool = False) -> str:
        if column == 0:
            return self.title(row)
        if self._is_hidden(row):
            return self._instead(row, column, is_edited=is_edited)
        place, field, result = self.step_place(column), self.field(column), row.found
        if place is not None:
            counts = row.counts
            return str(counts[place]) if place < len(counts) and counts[place] else ""
        held = None if result is None else getattr(result, field)
        if held is None:
            return ""
        too_few = result is not None and result.n is not None and result.n < self.minimum
        if too_few and field in {"mean", "spread"} and not is_edited:
            return ""
        if field == "text":
            return str(held) if is_edited else " ".join(str(held).split())
        return str(held) if field == "n" else self._language.number(held)

    def _instead(self, row: ResultRow, column: int, *, is_edited: bool) -> str:
        n = None if row.found is None else row.found.n
        if is_edited or self.field(column) not in {"n", "text"}:
            return ""
        if self.field(column) == "n":
            return "" if n is None else str(n)
        _ = self._language.gettext
        if n is not None and n >= self.minimum:
            return _("Not shown: beside another date it would reveal what a few people answered.")
        text = _("Too few to show: {n} answers or more are needed. What you type takes its place.")
        return text.replace("{n}", str(self.minimum))

    def _tip(self, row: ResultRow, column: int) -> str:
        place, question = self.step_place(column), row.question
        if place is not None and question is not None and place < len(row.steps):
            dutch = self._language.code == "nl"
            if question.kind is QuestionKind.CHOICE:
                named = question.choices_nl if dutch else question.choices_en
                return named[place] if place < len(named) else ""
            ends = {
                row.steps[0]: question.low_label_nl if dutch else question.low_label_en,
                row.steps[-1]: question.high_label_nl if dutch else question.high_label_en,
            }
            return ends.get(row.steps[place], "")
        return self._written(row, column)

    def _share(self, row: ResultRow, column: int) -> float | None:
        place = self.step_place(column)
        if place is None or self._is_hidden(row) or place >= len(row.counts):
            return None
        total = sum(row.counts)
        return row.counts[place] / total if total else None


def _alignment(in_the_middle: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignHCenter if in_the_middle else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _of_question(bare: Result, row: ResultRow) -> Result:
    asked = None if row.question is None else row.question.id
    return replace(bare, question=asked)
