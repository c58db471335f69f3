"""External expertise in three steps, question, selection, assurance (R089), with costs against the budget (R092)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.rules.goals.audits import audits_of, measure_from, need_from
from studydag.model.rules.partners.comparison import Costs, costs
from studydag.model.rules.partners.expertise import carriers, cost, is_assured
from studydag.model.values.expertise import ContractState, Deployment, ExpectationOutcome, Expert
from studydag.model.values.study_day import StudyDay
from studydag.ui.item_models.cells import Cells
from studydag.ui.text_label import text_label
from studydag.ui.widgets.candidate_grid import CandidateGrid
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace

DONE, OPEN = "✓", "○"
MakeFrom = Callable[[Expert, Deployment, StudyDay, str], Any]


class ExpertFlow(QScrollArea):
    """Where the selected expertise stands; each step leads to its first field by `go_to`."""

    def __init__(
        self, workspace: Workspace, cells: Cells, go_to: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        """Build it; it is out of sight until an expert is shown."""
        super().__init__(parent)
        self._workspace = workspace
        self._cells = cells
        _ = workspace.language.gettext
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 4, 6, 8)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.question = _Step(_("1  Question"), _("Fill in the question"), lambda: go_to("question"), inner)
        self.selection = _Step(_("2  Selection"), _("Fill in the contract"), lambda: go_to("contract"), inner)
        self.assurance = _Step(_("3  Assurance"), _("Fill in what stays"), lambda: go_to("inside_people"), inner)
        for step in (self.question, self.selection, self.assurance):
            row.addWidget(step, 1)
        column.addLayout(row)
        self.grid = CandidateGrid(workspace, inner)
        column.addWidget(self.grid)
        self.costs = QLabel(inner)
        self.costs.setWordWrap(True)
        column.addWidget(self.costs)
        self.of_audit = _OfAudit(workspace, inner)
        column.addWidget(self.of_audit)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.hide()

    def show_expert(self, expert: Expert | None) -> None:
        """Show where an expert stands, or (None) nothing."""
        day = self._workspace.day
        self.setVisible(expert is not None)
        if expert is None or day is None:
            return
        self._say_question(expert)
        self._say_selection(expert)
        self._say_assurance(expert)
        self.grid.show_expert(expert)
        self.of_audit.show_expert(expert)
        own = sum(cost(each) for each in expert.deployments)
        self.costs.setText(costs_text(costs(day), own, self._cells, self._workspace.language))

    def _say_question(self, expert: Expert) -> None:
        _, language = self._workspace.language.gettext, self._workspace.language
        outcomes = [each.outcome for each in expert.expectations if each.outcome is not None]
        expected = language.ngettext("{n} expectation", "{n} expectations", len(expert.expectations))
        lines = [
            (bool(expert.question.strip()), _("What you want to achieve")),
            (bool(expert.context.strip() and expert.prior_knowledge.strip()), _("Context and prior knowledge")),
            (bool(expert.expectations), expected.replace("{n}", str(len(expert.expectations)))),
        ]
        if outcomes:
            counted = [(each, outcomes.count(each)) for each in ExpectationOutcome if each in outcomes]
            said = ", ".join(f"{number} {language.member(each)}" for each, number in counted)
            lines.append((len(outcomes) == len(expert.expectations), said))
        self.question.say(lines)

    def _say_selection(self, expert: Expert) -> None:
        _, language = self._workspace.language.gettext, self._workspace.language
        number = len(expert.candidates)
        weighed = language.ngettext("{n} candidate", "{n} candidates", number).replace("{n}", str(number))
        chosen = next((each for each in expert.candidates if each.chosen), None)
        name = _("Nobody chosen yet") if chosen is None else _("Chosen: {name}").replace("{name}", _called(chosen))
        agreed = expert.contract is ContractState.AGREED
        talk, contract = _("Preparatory talk"), _("Contract")
        if expert.talk_on is not None:
            talk = f"{talk}: {language.short_date(expert.talk_on)}"
        self.selection.say(
            [
                (number > 0, weighed),
                (chosen is not None, name),
                (agreed, f"{contract}: {language.member(expert.contract)}"),
                (expert.talk_on is not None, talk),
            ]
        )

    def _say_assurance(self, expert: Expert) -> None:
        _, language = self._workspace.language.gettext, self._workspace.language
        people = ", ".join(self._cells.name("person", each) for each in expert.inside_people)
        inside = people or _("Who inside learns to do it")
        by = self._cells.due(expert.inside_by)
        number = len(carriers(expert)) + sum(each.person is None for each in expert.ambassadors)
        ambassadors = language.ngettext("{n} ambassador", "{n} ambassadors", number).replace("{n}", str(number))
        lines = [
            (bool(people), f"{inside} ({by})" if people and by else inside),
            (bool(number), ambassadors),
            (bool(expert.insights_document.strip()), _("Document with insights")),
            (expert.standing_structure is not None, _("Standing structure")),
        ]
        self.assurance.say(lines, "" if is_assured(expert) else _("No knowledge transfer agreed yet."))


def _called(thing: object) -> str:
    return str(getattr(thing, "name", "") or getattr(thing, "organisation", ""))


def costs_text(found: Costs, own: int, cells: Cells, language: Language) -> str:
    """Say what this expertise costs, what all of it costs of the budget, and for which goals."""
    _ = language.gettext
    lines = [_("This costs {cost}.").replace("{cost}", language.money(own))]
    if found.left is None:
        lines.append(_("{total} in all; no budget is filled in.").replace("{total}", language.money(found.total)))
    else:
        words = (
            _("{total} in all of {budget}: {left} left.") if found.left >= 0 else _("{total} of {budget}: {left} over.")
        )
        figures = {"total": found.total, "budget": found.budget or 0, "left": abs(found.left)}
        for name, cents in figures.items():
            words = words.replace(f"{{{name}}}", language.money(cents))
        lines.append(words)
    for goal, cents in found.by_goal.items():
        name = _("without a goal") if goal is None else cells.goal_number(goal)
        lines.append(f"{name}: {language.money(cents)}.")
    return "  ".join(lines)


class _OfAudit(QWidget):
    """What can be made of the audits of an expert (R102)."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._expert: Expert | None = None
        self.need = LinkButton(_("Write down the need that the audit showed"), self._make_need, self)
        self.measure = LinkButton(_("Measure the effect on the school with the audit"), self._make_measure, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for link in (self.need, self.measure):
            link.setEnabled(not workspace.library.read_only)
            row.addWidget(link)
        row.addStretch(1)

    def show_expert(self, expert: Expert) -> None:
        """Offer what the audits of an expert give; nothing without any."""
        self._expert = expert
        self.setVisible(bool(audits_of(expert)))

    def _make_need(self) -> None:
        self._make(need_from, self._workspace.language.gettext("What the audit showed"), "need", "statement")

    def _make_measure(self) -> None:
        self._make(measure_from, self._workspace.language.gettext("External audit"), "measure", "when")

    def _make(self, make: MakeFrom, title: str, kind: str, field: str) -> None:
        workspace, day, expert = self._workspace, self._workspace.day, self._expert
        if day is None or expert is None:
            return
        thing = make(expert, audits_of(expert)[-1], day, title)
        made = workspace.do(lambda: editing.create(workspace.library, thing, ("study_day", day.id)))
        if made is not None:
            workspace.visit(kind, made, field)


class _Step(QFrame):
    """A card with what is done and what is open."""

    def __init__(self, title: str, link: str, go: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.missing = text_label("", self, "problem")
        self.link = LinkButton(link, go, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        for widget in (heading, self.text, self.missing):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.link)

    def say(self, lines: list[tuple[bool, str]], missing: str = "") -> None:
        """Say what is done."""
        self.text.setText("\n".join(f"{DONE if done else OPEN} {text}" for done, text in lines))
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
