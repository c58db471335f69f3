"""The goals of the day: a list to narrow to a level, with what serves each and what it lacks."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.model.rules.choices.rounds import minutes_of_one
from studydag.model.rules.threads.thread import Thread
from studydag.model.values.goals import Goal, GoalKind, Level
from studydag.model.values.references import reference_to
from studydag.model.values.study_day import StudyDay
from studydag.ui.goals.narrowing import Narrowing
from studydag.ui.goals.printed import SincePrint
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.workspace import Workspace

OF_SENTENCE = 36
"""In characters: how much of a goal is seen beside its facts at least; the facts scroll."""


class GoalRegister(QWidget):
    """The goals of the day; `list` is the list itself."""

    def __init__(
        self,
        workspace: Workspace,
        look: Look,
        cells: Cells,
        since_print: SincePrint,
        parent: QWidget | None = None,
    ) -> None:
        """Build list and line."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._look = look
        self._cells = cells
        self._since_print = since_print
        self._thread: Thread | None = None
        self.list = self._goal_list()
        self.list.table.narrowest = OF_SENTENCE
        self.narrowing = Narrowing(workspace, of=_("Goals of the day"), parent=self)
        self.narrowing.changed.connect(self.narrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.narrowing)
        layout.addWidget(self.list, 1)
        self.list.add_button(self.narrowing.showing)

    def refresh(self, found: Thread | None) -> None:
        """Take what serves the goals, and show the counts; the list is shown by its page."""
        self._thread = found
        self.narrow()

    def narrow(self) -> None:
        """Show the goals of the level that is asked for (R006)."""
        meant, day = self.narrowing.meant, self._workspace.day
        self.list.narrow(None if meant.is_anyone else meant.takes)
        goals = () if day is None else day.goals
        language = self._workspace.language
        counted = {level: sum(goal.level is level for goal in goals) for level in Level}
        # Whether the school as a whole is among them is what the counts are for (R018).
        said = [f"{language.member(level)} {n}" for level, n in counted.items() if n or level is Level.SCHOOL]
        self.narrowing.count(" · ".join(said) if goals else "")

    def blocks_of(self, goal: Goal) -> tuple[Any, ...]:
        """Return the learning blocks that serve a goal."""
        return self._thread.blocks_of(goal.id) if self._thread else ()

    def actions_of(self, goal: Goal) -> tuple[Any, ...]:
        """Return the actions for a goal."""
        return self._thread.actions_of(goal.id) if self._thread else ()

    def measures_of(self, goal: Goal) -> tuple[Any, ...]:
        """Return the measures of a goal."""
        return self._thread.measures_of(goal.id) if self._thread else ()

    def _goal_list(self) -> ThingList:
        _, cells, language = self._workspace.language.gettext, self._cells, self._workspace.language
        columns = [
            TableColumn(
                title=_("No."),
                text=lambda goal: f"{self._since_print.mark(reference_to(goal))} {cells.goal_number(goal.id)}".strip(),
                tip=lambda goal: self._since_print.told(reference_to(goal)),
                sorts=lambda goal: cells.goal_number(goal.id),
            ),
            cells.column(Goal, "sentence", title=_("After this day…"), stretches=1),
            TableColumn(title=_("Needs"), text=self._needs_of, tip=self._need_statements, name="needs"),
            cells.column(Goal, "school_goals", gives_way=2),
            TableColumn(
                title=_("Blocks"),
                text=self._blocks_told,
                colour=lambda goal: self._red_if(not self.blocks_of(goal)),
                sorts=lambda goal: (len(self.blocks_of(goal)), minutes_of_one(self.blocks_of(goal))),
            ),
            TableColumn(
                title=_("Actions"),
                text=lambda goal: str(len(self.actions_of(goal))),
                numeric=True,
                colour=lambda goal: self._red_if(not self.actions_of(goal)),
            ),
            TableColumn(title=_("Measures"), text=lambda goal: str(len(self.measures_of(goal))), numeric=True),
            TableColumn(
                title=_("Goes as far as"),
                text=lambda goal: language.capitalised(language.member(goal.kind)),
                sorts=lambda goal: list(GoalKind).index(goal.kind),
            ),
            cells.column(Goal, "level"),
            cells.column(Goal, "indicator", stretches=0, gives_way=1),
            TableColumn(title=_("Now → target"), text=self._now_and_target, name="baseline"),
        ]
        return ThingList(
            self._workspace,
            StudyDay,
            "goals",
            columns,
            title=_("Goals of the day"),
            typing=_("New goal: after this day…"),
            empty=_("What is different after this day? Type the first goal below."),
            wraps=True,
        )

    def _blocks_told(self, goal: Goal) -> str:
        blocks = self.blocks_of(goal)
        return f"{len(blocks)} · {self._workspace.language.minutes(minutes_of_one(blocks))}" if blocks else "0"

    def _red_if(self, wrong: bool) -> QColor | None:
        return QColor(self._look.colours.must) if wrong else None

    def _now_and_target(self, goal: Goal) -> str:
        language, target = self._workspace.language, goal.target
        if goal.baseline is None and target is None:
            return ""
        now = "–" if goal.baseline is None else language.number(goal.baseline)
        return f"{now} → {'–' if target is None else language.measured(target, goal.unit)}"

    def _needs_of(self, goal: Goal) -> str:
        places = (self._place_of_need(need) for need in goal.needs)
        return ", ".join(str(place) for place in places if place)

    def _need_statements(self, goal: Goal) -> str:
        return "\n".join(self._cells.name("need", need) for need in goal.needs)

    def _place_of_need(self, need: int) -> int:
        day = self._workspace.day
        return next((place for place, each in enumerate(day.needs if day else (), 1) if each.id == need), 0)
