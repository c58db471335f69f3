"""Paper forms, typed one after the other with one key an answer; only how often each answer was given is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QLabel, QTableView, QWidget

from studydag.export.question_sets import question_text
from studydag.language import Language
from studydag.model.operations.effect import keep_results
from studydag.model.rules.effect.answers import counted
from studydag.model.rules.effect.result_rows import ResultRow
from studydag.model.values.effect import Result
from studydag.ui.asking.dialog import Dialog
from studydag.ui.typed_keys import digit_by
from studydag.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
ROWS = 10
MOST_FORMS = 2_000
DIGIT = 7
"""Width of a column, in characters."""


class FormsModel(QAbstractTableModel):
    """A row for each form, a column for each question; below the last form stands an empty one."""

    changed = Signal()

    def __init__(self, rows: tuple[ResultRow, ...], language: Language, parent: QObject | None = None) -> None:
        """Begin with one empty form."""
        super().__init__(parent)
        self._rows = rows
        self._language = language
        self.sheets: list[list[int | None]] = [self._empty()]

    def _empty(self) -> list[int | None]:
        return [None] * len(self._rows)

    @property
    def filled(self) -> list[list[int | None]]:
        """The forms on which something was answered."""
        return [sheet for sheet in self.sheets if any(answer is not None for answer in sheet)]

    def steps(self, column: int) -> range:
        """Return the answers that a question takes."""
        return self._rows[column].steps

    def answer(self, row: int, column: int, step: int | None) -> None:
        """Note an answer, or that there is none; the last form gets an empty one below it."""
        self.sheets[row][column] = step
        self.dataChanged.emit(self.index(row, column), self.index(row, column))
        if row == len(self.sheets) - 1 and step is not None and len(self.sheets) < MOST_FORMS:
            self.beginInsertRows(QModelIndex(), row + 1, row + 1)
            self.sheets.append(self._empty())
            self.endInsertRows()
        self.changed.emit()

    # Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of forms, with the empty one."""
        return 0 if parent is not None and parent.isValid() else len(self.sheets)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of questions."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an answer."""
        if not index.isValid():
            return None
        answer = self.sheets[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if answer is None else str(answer)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._title(index.column())}: {'' if answer is None else answer}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the number of a question, or of a form; the question itself as a tip."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._title(section)
        return None

    def _title(self, column: int) -> str:
        question = self._rows[column].question
        return "" if question is None else question_text(question, self._language)


class FormsTable(QTableView):
    """Takes digits: each answers a question and goes on to the next, at the end of a form to the next form.

    Of a scale beyond nine a second digit belongs to the first where both make a step. Space leaves a question open,
    Backspace goes back and empties.
    """

    def __init__(self, model: FormsModel, name: str, parent: QWidget) -> None:
        """Begin at the first question."""
        super().__init__(parent)
        self.forms = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        wide = self.fontMetrics().averageCharWidth() * DIGIT
        for column in range(model.columnCount()):
            self.setColumnWidth(column, wide)
        self._waits = False
        self.setCurrentIndex(model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take an answer."""
        number = digit_by(event)
        index = self.currentIndex()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if number and index.isValid():
            self._digit(int(number))
        elif plain and event.key() == Qt.Key.Key_Space:
            self.forms.answer(index.row(), index.column(), None)
            self._go(1)
        elif plain and event.key() == Qt.Key.Key_Backspace:
            self._go_back()
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._next_form()
        else:
            self._waits = False
            super().keyPressEvent(event)

    def _digit(self, digit: int) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        held, steps = self.forms.sheets[row][column], self.forms.steps(column)
        if self._waits and held is not None:
            if held * 10 + digit in steps:
                self.forms.answer(row, column, held * 10 + digit)
                self._go(1)
                return
            self._go(1)
            row, column = self.currentIndex().row(), self.currentIndex().column()
            steps = self.forms.steps(column)
        if digit not in steps:
            return
        self.forms.answer(row, column, digit)
        self._waits = any(digit * 10 + more in steps for more in range(10)) and digit > 0
        if not self._waits:
            self._go(1)

    def _go(self, step: int) -> None:
        self._waits = False
        columns = self.forms.columnCount()
        place = self.currentIndex().row() * columns + self.currentIndex().column() + step
        row, column = divmod(min(max(place, 0), self.forms.rowCount() * columns - 1), columns)
        self.setCurrentIndex(self.forms.index(row, column))

    def _go_back(self) -> None:
        index = self.currentIndex()
        if self.forms.sheets[index.row()][index.column()] is None:
            self._go(-1)
            index = self.currentIndex()
        self._waits = False
        self.forms.answer(index.row(), index.column(), None)

    def _next_form(self) -> None:
        self._waits = False
        row = min(self.currentIndex().row() + 1, self.forms.rowCount() - 1)
        self.setCurrentIndex(self.forms.index(row, 0))


class FormsDialog(Dialog):
    """Counts forms, and adds the counts to what was counted before."""

    def __init__(
        self, workspace: Workspace, rows: tuple[ResultRow, ...], bare: Result, parent: QWidget | None = None
    ) -> None:
        """Ask for forms with the questions of `rows`; `bare` is a result without anything."""
        _, language = workspace.language.gettext, workspace.language
        super().__init__(_("Form by form"), language, parent, accept=_("Count and keep"), characters=84)
        self._workspace = workspace
        self._rows = rows
        self._bare = bare
        self.add_text(
            _(
                "Type the digit of each answer; the next question comes by itself. Space leaves one open, Backspace "
                "goes back, Enter begins the next form. The forms themselves are not kept, only how often each answer "
                "was given."
            ),
            "quiet",
        )
        self.asked = self.add_text("", "heading")
        self.model = FormsModel(rows, language, self)
        self.table = FormsTable(self.model, _("Answers, one form a row"), self)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 * ROWS)
        self.body.addWidget(self.table, 1)
        self.count = QLabel(self)
        self.count.setProperty("role", "quiet")
        self.body.addWidget(self.count)
        before = max((sum(row.counts) for row in rows), default=0)
        text = language.ngettext("Add to {n} answer that was counted", "Add to {n} answers that were counted", before)
        self.adds = QCheckBox(text.replace("{n}", str(before)), self)
        self.adds.setChecked(True)
        self.adds.setVisible(bool(before))
        self.body.addWidget(self.adds)
        self.model.changed.connect(self._show)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._show())
        self._show()
        self.table.setFocus()

    def results(self) -> tuple[Result, ...]:
        """Return what the forms come to."""
        found = []
        for place, row in enumerate(self._rows):
            if row.question is None:
                continue
            counts = counted(self.model.filled, place, row.question)
            if self.adds.isChecked():
                counts = tuple(new + old for new, old in zip(counts, row.counts, strict=True))
            bare = replace(self._bare, question=row.question.id)
            if any(counts):
                found.append(replace(row.result or bare, distribution=counts, n=None, mean=None, spread=None))
        return tuple(found)

    def accept(self) -> None:
        """Keep the counts."""
        if self.tries(lambda: keep_results(self._workspace.library, self._bare.measure, self.results())):
            super().accept()

    def _show(self) -> None:
        language, filled = self.language, self.model.filled
        _ = language.gettext
        column = max(self.table.currentIndex().column(), 0)
        question, steps = self._rows[column].question, self._rows[column].steps
        text = "" if question is None else question_text(question, language)
        self.asked.setText(f"{column + 1}. {text} ({steps[0]}–{steps[-1]})")
        forms = language.ngettext("{n} form", "{n} forms", len(filled)).replace("{n}", str(len(filled)))
        whole = sum(None not in sheet for sheet in filled)
        fully = _("{n} filled in completely")
        self.count.setText(f"{forms} · {fully.replace('{n}', str(whole))}")
        self.accepting.setEnabled(bool(filled))
