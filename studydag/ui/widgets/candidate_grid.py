"""The candidates beside each other: score and evidence on four criteria, weights, and what they come to (R094-R097)."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydag.model.operations import editing, expertise
from studydag.model.rules.partners.comparison import Row, Table, comparison_table
from studydag.model.store.lesson_rows import expert_use
from studydag.model.values.expertise import Candidate, Criterion, CriterionWeight, Expert
from studydag.ui.checked import show_checked
from studydag.ui.expert_words import how_it_went
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.text import LineField
from studydag.ui.fields.typed import NumberField
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.tables.quick_add import QuickAdd
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace

MOST = 100
SCORES = 5


class CandidateGrid(QFrame):
    """A table to fill in; it is built anew when other candidates are there, and else only shows other values."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._workspace = workspace
        self._expert: Expert | None = None
        self._built: tuple[int, tuple[tuple[int, str], ...]] | None = None
        self._body = QWidget(self)
        self.scores: dict[tuple[int, Criterion], QComboBox] = {}
        self.evidence: dict[tuple[int, Criterion], LineField] = {}
        self.weights: dict[Criterion, NumberField] = {}
        self.before: dict[int, QLabel] = {}
        self._before: dict[str, str] = {}
        self.totals: dict[int, QLabel] = {}
        self.choosers: dict[int, QPushButton] = {}
        _ = workspace.language.gettext
        heading = QLabel(_("Candidates"), self)
        heading.setProperty("role", "heading")
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.line = QuickAdd(_("New candidate: type a name"), workspace.language, self)
        self.line.typed.connect(self._add)
        self.line.left.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 10)
        self._column.addWidget(heading)
        self._column.addWidget(self._body)
        self._column.addWidget(self.message)
        self._column.addWidget(self.line)

    def show_expert(self, expert: Expert) -> None:
        """Show the candidates for a question."""
        self._expert = expert
        self.line.keep_in(self._workspace.drafts, f"expert/{expert.uid}/candidates")
        table = comparison_table(expert)
        self._before = self._of_earlier_days(expert)
        wanted = (expert.id, tuple((each.id, each.name or each.organisation) for each in expert.candidates))
        if self._built != wanted:
            self._built = wanted
            self._build(table)
        self._fill(table)

    # Building

    def _build(self, table: Table) -> None:
        old = self._body
        self._body = QWidget(self)
        self._column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        self.scores, self.evidence, self.weights, self.totals, self.choosers = {}, {}, {}, {}, {}
        self.before = {}
        self._body.setVisible(bool(table.rows))
        language, _ = self._workspace.language, self._workspace.language.gettext
        grid.addWidget(text_label(_("Weight"), self._body, "quiet"), 0, 1)
        for place, row in enumerate(table.rows, 2):
            grid.addWidget(self._head(row.candidate), 0, place)
            grid.setColumnStretch(place, 1)
        for line, criterion in enumerate(Criterion, 1):
            name = language.capitalised(language.member(criterion))
            grid.addWidget(text_label(name, self._body), line, 0)
            weight = NumberField(0, MOST, whole=False, language=language, parent=self._body)
            weight.name(f"{_('Weight')}: {name}")
            weight.setFixedWidth(weight.fontMetrics().averageCharWidth() * 7)
            weight.edited.connect(partial(self._weigh, criterion))
            grid.addWidget(weight, line, 1)
            self.weights[criterion] = weight
            for place, row in enumerate(table.rows, 2):
                grid.addWidget(self._cell(row.candidate, criterion, name), line, place)
        last = len(Criterion) + 1
        grid.addWidget(text_label(_("Weighted total"), self._body, "heading"), last, 0)
        for place, row in enumerate(table.rows, 2):
            total = text_label("", self._body)
            self.totals[row.candidate.id] = total
            grid.addWidget(total, last, place)
            choose = QPushButton(self._body)
            choose.setCheckable(True)
            speak_as(choose, SpokenAs.ONE_OF_MANY)
            choose.toggled.connect(partial(self._choose, row.candidate.id))
            self.choosers[row.candidate.id] = choose
            grid.addWidget(choose, last + 1, place)
        self._body.setEnabled(not self._workspace.library.read_only)

    def _of_earlier_days(self, expert: Expert) -> dict[str, str]:
        """Say by name how those who can be chosen did before (R093)."""
        if not expert.candidates:
            return {}
        language = self._workspace.language
        told = {each.name.casefold(): how_it_went(each, language) for each in expert_use(self._workspace.library)}
        return {name: text for name, text in told.items() if text}

    def _head(self, candidate: Candidate) -> QWidget:
        head = QWidget(self._body)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text_label(_named(candidate), self._body, "heading"))
        before = text_label("", self._body, "quiet")
        before.setToolTip(self._workspace.language.gettext("How it went on earlier days"))
        column.addWidget(before)
        self.before[candidate.id] = before
        return head

    def _cell(self, candidate: Candidate, criterion: Criterion, name: str) -> QWidget:
        _ = self._workspace.language.gettext
        cell = QWidget(self._body)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        score = StillBox(cell)
        score.addItem(_("open"), None)
        for points in range(1, SCORES + 1):
            score.addItem(str(points), points)
        score.setAccessibleName(f"{_named(candidate)}, {name}")
        evidence = LineField(cell)
        evidence.name(f"{_('Evidence')}: {_named(candidate)}, {name}")
        evidence.line.setPlaceholderText(_("Evidence"))
        score.activated.connect(lambda _index: self._score(candidate.id, criterion))
        evidence.edited.connect(lambda _text: self._score(candidate.id, criterion))
        column.addWidget(score)
        column.addWidget(evidence)
        self.scores[candidate.id, criterion] = score
        self.evidence[candidate.id, criterion] = evidence
        return cell

    # Filling

    def _fill(self, table: Table) -> None:
        _ = self._workspace.language.gettext
        for criterion, field in self.weights.items():
            field.show_value(table.weights[criterion])
        for row in table.rows:
            for criterion in Criterion:
                held = row.scores.get(criterion)
                self.scores[row.candidate.id, criterion].setCurrentIndex(0 if held is None else held.score or 0)
                field_of = self.evidence[row.candidate.id, criterion]
                text = "" if held is None else held.evidence
                if field_of.shown != text:
                    field_of.show_value(text)
            known = (row.candidate.name.casefold(), row.candidate.organisation.casefold())
            before = next((self._before[name] for name in known if name in self._before), "")
            self.before[row.candidate.id].setText(before)
            self.before[row.candidate.id].setVisible(bool(before))
            self.totals[row.candidate.id].setText(self._said_total(row, table))
            choose = self.choosers[row.candidate.id]
            show_checked(choose, row.candidate.chosen)
            choose.setText(_("Chosen") if row.candidate.chosen else _("Choose"))
            choose.setAccessibleName(f"{choose.text()}: {_named(row.candidate)}")
        self.message.setText(self._said(table))
        self.message.setVisible(bool(self.message.text()))

    def _said_total(self, row: Row, table: Table) -> str:
        language, found = self._workspace.language, row.comparison
        words = []
        if found.mean is not None and not table.no_total:
            words.append(language.number(found.mean, 1))
        if found.open:
            words.append(language.gettext("{n} open").replace("{n}", str(len(found.open))))
        if found.without_evidence:
            number = len(found.without_evidence)
            text = language.ngettext("⚠ {n} score without evidence", "⚠ {n} scores without evidence", number)
            words.append(text.replace("{n}", str(number)))
        return "\n".join(words) or "–"

    def _said(self, table: Table) -> str:
        _ = self._workspace.language.gettext
        if table.no_total:
            return _("All weights are 0, so there is no total. Give at least one criterion a weight.")
        if table.tied:
            names = self._workspace.language.list([_named(each) for each in table.tied])
            return _("Tie: {names} come to the same.").replace("{names}", names)
        return ""

    # Doing

    def _add(self, text: str) -> None:
        if self._expert is None:
            return
        names = [line.strip() for line in text.splitlines() if line.strip()]
        owner, library = ("expert", self._expert.id), self._workspace.library
        made = self._workspace.do(lambda: editing.create_all(library, [Candidate(name=name) for name in names], owner))
        if made:
            self.line.clear()

    def _score(self, candidate: int, criterion: Criterion) -> None:
        points = self.scores[candidate, criterion].currentData()
        evidence = self.evidence[candidate, criterion].shown or ""
        self._workspace.do(lambda: expertise.score(self._workspace.library, candidate, criterion, points, evidence))

    def _weigh(self, criterion: Criterion, weight: Any) -> None:
        if self._expert is None:
            return
        number, held = self._expert.id, {each.criterion: each.weight for each in self._expert.weights}
        held[criterion] = float(weight)
        weights = tuple(CriterionWeight(criterion=each, weight=held[each]) for each in Criterion if each in held)
        self._workspace.do(lambda: editing.change(self._workspace.library, Expert, number, weights=weights))

    def _choose(self, candidate: int, _checked: bool = True) -> None:
        self._workspace.do(lambda: expertise.choose_candidate(self._workspace.library, candidate))


def _named(candidate: Candidate) -> str:
    return candidate.name or candidate.organisation
