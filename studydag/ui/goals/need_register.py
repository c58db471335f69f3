"""The register of needs: a list to narrow and sort, with counts, scores to bring in, and baselines to measure again."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from studydag.model.exchange.importing.scores import read_score_lines
from studydag.model.operations import remedies
from studydag.model.operations.goals import add_needs, set_scores
from studydag.model.rules.goals.need_register import NeedOrder, importance, in_order, per_setting, per_source
from studydag.model.rules.goals.scan_scores import Scores
from studydag.model.rules.measure_proposals import measure_proposals
from studydag.model.rules.remedies.proposal import Proposal
from studydag.model.values.errors import CannotRead, cannot_read
from studydag.model.values.goals import Need
from studydag.model.values.references import reference_to
from studydag.model.values.study_day import StudyDay
from studydag.ui.asking.files import ask_scores
from studydag.ui.asking.problems import tell
from studydag.ui.dialogs.learning_questions import LearningQuestionsDialog
from studydag.ui.dialogs.scan_scores import ScanScoresDialog
from studydag.ui.goals.goal_for_need import make_goal
from studydag.ui.goals.narrowing import Narrowing
from studydag.ui.goals.printed import SincePrint
from studydag.ui.icons import icon
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.menu import Menu
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.workspace import Workspace

OF_STATEMENT = 36
"""In characters: how much of a need is seen beside its facts at least; the facts scroll."""


class NeedRegister(QWidget):
    """The needs of the day; `list` is the list itself."""

    def __init__(
        self, workspace: Workspace, cells: Cells, since_print: SincePrint, parent: QWidget | None = None
    ) -> None:
        """Build list and line."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._since_print = since_print
        self._ranks: dict[int, int] = {}
        self.list = self._need_list(cells)
        self.list.table.narrowest = OF_STATEMENT
        self.narrowing = Narrowing(workspace, of=_("Learning needs"), groups=True, orders=True, parent=self)
        self.narrowing.changed.connect(self.narrow)
        self.scores = QAction(icon("file-input", self.palette()), _("Scores from a file…"), self)
        self.scores.setToolTip(_("Read the scores of a scan from a table, as mean and number of answers"))
        self.scores.triggered.connect(self._bring_scores)
        self.again = QAction(icon("ruler", self.palette()), _("Measure again after the day"), self)
        self.again.setToolTip(_("Plan the same measure after the day, to compare with this baseline"))
        self.again.triggered.connect(self._measure_again)
        self.questions = QAction(icon("circle-help", self.palette()), _("Note learning questions…"), self)
        self.questions.setToolTip(_("Note what colleagues asked on one occasion, with its date and setting"))
        self.questions.triggered.connect(lambda _checked=False: self.note_questions())
        self.goal = QAction(icon("plus", self.palette()), _("Make a goal of this need"), self)
        self.goal.setToolTip(_("A goal of the day with this need"))
        self.goal.triggered.connect(self._make_goal)
        self.list.table.addAction(self.goal)
        more = QAction(icon("ellipsis", self.palette()), _("Goal, questions, scores and measures"), self)
        menu = Menu(self)
        menu.addActions([self.goal, self.questions, self.scores, self.again])
        more.setMenu(menu)
        self.list.add_button(more).setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list.chosen.connect(lambda _ids: self._allow())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.narrowing)
        layout.addWidget(self.list, 1)
        self.list.add_button(self.narrowing.showing)
        self._allow()

    def refresh(self) -> None:
        """Show the counts of the day as it stands; the list is shown by its page."""
        self.narrowing.offer_groups()
        self.narrow()
        self._allow()

    def narrow(self) -> None:
        """Show the needs that are asked for, in the order that is asked for."""
        day, meant, order = self._workspace.day, self.narrowing.meant, self.narrowing.sorted_by
        needs = () if day is None else day.needs
        self._ranks = {need.id: rank for rank, need in enumerate(in_order(needs, order))}
        sorts = order is not NeedOrder.OWN
        self.list.narrow(
            None if meant.is_anyone else meant.takes, (lambda need: self._ranks.get(need.id, 0)) if sorts else None
        )
        self.narrowing.count(self._counted(needs, tuple(need for need in needs if meant.takes(need))))

    def number_of(self, need_id: int) -> int:
        """Return the number of a need in the coordinator's own order; nought for one that isn't there."""
        day = self._workspace.day
        return next((place for place, each in enumerate(day.needs if day else (), 1) if each.id == need_id), 0)

    def _counted(self, needs: tuple[Need, ...], shown: tuple[Need, ...]) -> str:
        language = self._workspace.language
        if not needs:
            return ""
        said = []
        if len(shown) < len(needs):
            text = language.gettext("{n} of {all} shown")
            said.append(text.replace("{n}", str(len(shown))).replace("{all}", str(len(needs))))
        n = len(per_source(needs))
        said.append(language.ngettext("{n} kind of source", "{n} kinds of source", n).replace("{n}", str(n)))
        said += [f"{language.member(setting)} {count}" for setting, count in per_setting(needs).items()]
        return " · ".join(said)

    def _need_list(self, cells: Cells) -> ThingList:
        _ = self._workspace.language.gettext
        columns = [
            TableColumn(
                title=_("No."),
                text=lambda need: f"{self._since_print.mark(reference_to(need))} {self.number_of(need.id)}".strip(),
                tip=lambda need: self._since_print.told(reference_to(need)),
                numeric=True,
                sorts=lambda need: self.number_of(need.id),
            ),
            cells.column(Need, "statement", stretches=1),
            cells.column(Need, "source"),
            cells.column(Need, "level"),
            cells.column(Need, "strength", title=_("Strength")),
            TableColumn(title=_("Importance"), text=self._importance, numeric=True, tip=self._importance_told),
            cells.column(Need, "n", title=_("n"), gives_way=2),
            cells.column(Need, "date", gives_way=3),
            cells.column(Need, "school_goals", gives_way=4),
            cells.column(
                Need, "confidential", ticked=False, text=lambda need: _("yes") if need.is_confidential else ""
            ),
        ]
        return ThingList(
            self._workspace,
            StudyDay,
            "needs",
            columns,
            title=_("Learning needs"),
            typing=_("New need or learning question; several go one on a line"),
            empty=_("What must the team learn, and what shows that? Type the first need below."),
            wraps=True,
            add_lines=self._add,
        )

    def _importance(self, need: Need) -> str:
        found = importance(need)
        return "" if found is None else str(found)

    def _importance_told(self, need: Need) -> str:
        text = self._workspace.language.gettext("for people {people}, for the school {school}")
        people, school = (
            "–" if each is None else str(each) for each in (need.importance_for_people, need.importance_for_school)
        )
        return text.replace("{people}", people).replace("{school}", school)

    def _add(self, text: str) -> tuple[int, ...] | None:
        day = self._workspace.day
        like = self.list.selected()
        if day is None:
            return None
        # What is added has to be seen, so nothing stays narrowed.
        if not self.narrowing.meant.is_anyone:
            self.narrowing.show_all()
        # Learning questions that were voiced together have the same date, source and setting (R039).
        common = None if like is None else Need(source=like.source, setting=like.setting, date=like.date)
        return self._workspace.do(lambda: add_needs(self._workspace.library, day.id, text, common))

    # -- questions, scores and measures

    def note_questions(self, on: dt.date | None = None) -> None:
        """Ask for the learning questions of one occasion, today unless a date is given, and show what they became."""
        made = LearningQuestionsDialog(self._workspace, on or self._workspace.today(), self.window()).ask()
        if made:
            self.narrowing.show_all()
            self.list.choose(made[0])

    def _allow(self) -> None:
        selected, writes = self.list.selected(), not self._workspace.library.read_only
        self.questions.setEnabled(writes and self._workspace.day is not None)
        self.goal.setEnabled(writes and selected is not None)
        self.scores.setEnabled(writes and selected is not None)
        self.again.setEnabled(writes and selected is not None and self._proposal() is not None)

    def _make_goal(self) -> None:
        need = self.list.selected()
        if need is not None:
            # Behind a need may stand several school goals, of which this goal serves perhaps one.
            only = need.school_goals[0] if len(need.school_goals) == 1 else None
            make_goal(self._workspace, need, only)

    def _proposal(self) -> Proposal | None:
        day, selected = self._workspace.day, self.list.selected()
        if day is None or selected is None:
            return None
        proposals = measure_proposals(day, self._workspace.setting.school)
        return next((each.steps for each in proposals if each.source == ("need", selected.id)), None)

    def _measure_again(self) -> None:
        proposal, workspace = self._proposal(), self._workspace
        if proposal is not None:
            workspace.do(lambda: remedies.apply(workspace.library, proposal, workspace.language.wording))

    def _bring_scores(self) -> None:
        need, workspace = self.list.selected(), self._workspace
        path = ask_scores(self, workspace.language) if need is not None else None
        if path is None:
            return
        try:
            lines = read_score_lines(path.read_bytes(), path.name)
        except OSError as error:
            tell(self, cannot_read(path.name, error), workspace.language)
            return
        except CannotRead as error:
            tell(self, error, workspace.language)
            return
        dialog = ScanScoresDialog(workspace, need, lines, path.name, self)
        if dialog.run():
            self.note_scores(need, dialog.scores, dialog.scale)

    def note_scores(self, need: Need, scores: Scores, scale: tuple[float, float]) -> None:
        """Note in a need what a scan found."""
        self._workspace.do(lambda: set_scores(self._workspace.library, need.id, scores, *scale))
