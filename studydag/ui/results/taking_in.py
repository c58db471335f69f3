"""Answers of a forms service: which column asks which question, what counts, and what is refused on which line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QListWidget, QWidget

from studydag.export.question_sets import question_text
from studydag.model.exchange.importing.answers import AnswerTable, match_columns
from studydag.model.operations.effect import keep_results
from studydag.model.rules.effect.answers import Answers, read_answers, result_of
from studydag.model.rules.effect.figures import complete
from studydag.model.rules.effect.result_rows import ResultRow
from studydag.model.values.effect import Result
from studydag.model.values.questions import Question, QuestionKind
from studydag.ui.announcing import name_choice
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.still_box import StillBox
from studydag.ui.text_label import LaterLabel, text_label
from studydag.ui.workspace import Workspace

ROWS = 5
HEAD = 26
"""Characters of the head of a column for which there is room at least."""
NO_BREAK = "\u00a0"


class TakeInAnswersDialog(Dialog):
    """A line for each question: the column that asks it, and what its answers come to."""

    def __init__(
        self,
        workspace: Workspace,
        rows: tuple[ResultRow, ...],
        bare: Result,
        table: AnswerTable,
        path: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Show what becomes of a table; `bare` is a result without anything."""
        _ = workspace.language.gettext
        super().__init__(_("Import answers"), workspace.language, parent, accept=_("Import"), characters=104)
        self._workspace = workspace
        self._rows = rows
        self._bare = bare
        self._table = table
        questions = [row.question for row in rows if row.question is not None]
        matched = match_columns(table.heads, questions)
        self.add_text(self._said_reading(path.name), "quiet")
        self.replaced = self.add_text(self._said_replaced(), "problem")
        self.replaced.setVisible(bool(self.replaced.text()))
        self.columns: list[QComboBox] = []
        self._found: list[QLabel] = []
        grid_holder = QWidget(self)
        grid = QGridLayout(grid_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 4)
        for place, title in enumerate((_("Question"), _("Column of the file"), _("What it adds up to"))):
            grid.addWidget(text_label(title, self, "quiet"), 0, place)
        for line, row in enumerate(rows, 1):
            column = None if row.question is None else matched.get(row.question.id)
            self._add_row(grid, line, row, column)
        self.body.addWidget(grid_holder)
        self.unread = self.add_text("", "quiet")
        self.refused_line = self.add_text("", "problem")
        self.refused = QListWidget(self)
        self.refused.setAccessibleName(_("Lines that don’t count"))
        self.body.addWidget(self.refused, 1)
        self.body.addStretch(1)
        self._read()

    def _add_row(self, grid: QGridLayout, line: int, row: ResultRow, column: int | None) -> None:
        _ = self.language.gettext
        title = self._title(row.question)
        label = text_label(title, self)
        chosen = StillBox(self)
        chosen.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chosen.setMinimumContentsLength(HEAD)
        chosen.addItem(_("not in the file"), None)
        for place, head in enumerate(self._table.heads):
            text = head or _("Column {n}").replace("{n}", str(place + 1))
            chosen.addItem(text, place)
        chosen.setCurrentIndex(0 if column is None else column + 1)
        named = _("Column of the file: {question}")
        name_choice(chosen, named.replace("{question}", title))
        chosen.activated.connect(lambda _index: self._read())
        found = LaterLabel(self)
        self.columns.append(chosen)
        self._found.append(found)
        for place, widget in enumerate((label, chosen, found)):
            grid.addWidget(widget, line, place)

    def _title(self, question: Question | None) -> str:
        _ = self.language.gettext
        return _("The measure as a whole") if question is None else question_text(question, self.language)

    # What becomes of it

    def answers(self) -> list[Answers | None]:
        """Return the answers to each question; None for one that isn't in the file."""
        return [
            None
            if chosen.currentData() is None
            else read_answers(self._table.lines, chosen.currentData(), row.question)
            for row, chosen in zip(self._rows, self.columns, strict=True)
        ]

    def results(self) -> tuple[Result, ...]:
        """Return what would be kept."""
        found = []
        for row, answers in zip(self._rows, self.answers(), strict=True):
            if answers is None or not answers.people:
                continue
            made = result_of(answers, row.question, self._bare.date, self._bare.invited)
            kept = row.result
            made = replace(made, measure=self._bare.measure, id=0 if kept is None else kept.id)
            words = "" if kept is None or made.text else kept.text
            found.append(
                replace(made, text=made.text or words, shared=self._bare.shared if kept is None else kept.shared)
            )
        return tuple(found)

    def accept(self) -> None:
        """Keep the answers over the group."""
        if self.tries(lambda: keep_results(self._workspace.library, self._bare.measure, self.results())):
            super().accept()

    def _read(self) -> None:
        language, _ = self.language, self.language.gettext
        self.refused.clear()
        for row, label, answers in zip(self._rows, self._found, self.answers(), strict=True):
            label.setText("" if answers is None else self._said_answers(answers, row.question))
            for each in () if answers is None else answers.refused:
                why = language.wording(each.why, each.figures)
                line = _("Line {n}: {why}").replace("{n}", str(each.line)).replace("{why}", why)
                self.refused.addItem(f"{line} ({self._title(row.question)})")
        for number, first in self._table.repeated:
            same = _("Line {n}: the same as line {first}, and counted once")
            self.refused.addItem(same.replace("{n}", str(number)).replace("{first}", str(first)))
        number = self.refused.count()
        text = language.ngettext("{n} answer doesn’t count:", "{n} answers don’t count:", number)
        self.refused_line.setText(text.replace("{n}", str(number)) if number else "")
        self.refused_line.setVisible(bool(number))
        self.refused.setVisible(bool(number))
        self.show_all_rows(self.refused, ROWS)
        read = {chosen.currentData() for chosen in self.columns}
        passed = [head for place, head in enumerate(self._table.heads) if head and place not in read]
        unread = _("Not read, and not kept: {list}").replace("{list}", language.list(passed))
        self.unread.setText(unread if passed else "")
        self.unread.setVisible(bool(passed))
        self.accepting.setEnabled(bool(self.results()))

    def _said_answers(self, answers: Answers, question: Question | None) -> str:
        language, _ = self.language, self.language.gettext
        minimum = self._workspace.setting.school.minimum_group_size
        words = [language.ngettext("{n} answer", "{n} answers", answers.people).replace("{n}", str(answers.people))]
        if answers.people < minimum:
            words.append(_("too few to show, {n} or more are needed").replace("{n}", str(minimum)))
        elif question is None or question.kind is not QuestionKind.OPEN:
            found = complete(result_of(answers, question, None, None), question)
            if found.mean is not None:
                words.append(_("mean {n}").replace("{n}", language.number(found.mean)))
            if found.distribution:
                # How often each answer was given stays on one line.
                words.append(NO_BREAK.join(map(str, found.distribution)))
        if answers.unanswered:
            text = language.ngettext("{n} without an answer", "{n} without an answer", answers.unanswered)
            words.append(text.replace("{n}", str(answers.unanswered)))
        return " · ".join(words)

    def _said_replaced(self) -> str:
        """Say what makes room for the answers of the file; nothing where nothing was filled in."""
        language, _ = self.language, self.language.gettext
        before = max((row.found.n or 0 for row in self._rows if row.found is not None), default=0)
        if not before:
            return ""
        text = language.ngettext(
            "{n} answer of this date was filled in before: the one in the file takes its place. To keep both, "
            "choose ‘{button}’ first.",
            "{n} answers of this date were filled in before: those in the file take their place. To keep both, "
            "choose ‘{button}’ first.",
            before,
        )
        return text.replace("{n}", str(before)).replace("{button}", _("Another date"))

    def _said_reading(self, name: str) -> str:
        _, language, table = self.language.gettext, self.language, self._table
        lines = language.ngettext(
            "{n} line below the column headings", "{n} lines below the column headings", len(table.lines)
        )
        words = [name, lines.replace("{n}", str(len(table.lines)))]
        if table.encoding:
            marks = {"\t": _("tab"), ";": _("semicolon"), ",": _("comma"), "|": _("vertical bar")}
            text = _("read as {encoding}, with a {mark} between the columns")
            words.append(text.replace("{encoding}", table.encoding).replace("{mark}", marks[table.mark]))
        return "; ".join(words)
