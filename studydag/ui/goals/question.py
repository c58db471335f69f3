"""What stands before the goals: the learning question, the belief to examine, and what an earlier day left open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studydag.labels.titles import title_of
from studydag.model.operations import editing
from studydag.model.operations.follow_up import take_along
from studydag.model.operations.next_day import open_actions, open_insights
from studydag.model.values.effect import Insight
from studydag.model.values.follow_up import Action
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.layouts.beside import Beside
from studydag.ui.menu import Menu
from studydag.ui.tables.tick_list import TickList
from studydag.ui.text_label import text_label
from studydag.ui.widgets.day_choice import DayChoice
from studydag.ui.widgets.form import Heading, ThingForm
from studydag.ui.workspace import Workspace

WIDEST = 110
"""Characters; wider lines are hard to read."""
ON_ONE_LINE = 70
"""Characters of width from which it says beside the button where the belief is used."""
ROWS = 6


class QuestionPart(QScrollArea):
    """Fields of the day, and the open actions and insights of the day it builds on, to take along."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build the form; it is empty until `refresh`."""
        super().__init__(parent)
        self._workspace = workspace
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._make_question()
        self._make_earlier()
        self._lay_out()

    def _make_question(self) -> None:
        """Make the fields of the question and the belief, and where that is used."""
        workspace, _ = self._workspace, self._workspace.language.gettext
        self.question = ThingForm(
            workspace,
            StudyDay,
            (
                *(Heading(_("Which question does the day answer?")), "learning_question"),
                Heading(_("Which routine or belief do we examine?")),
                ("belief_before", "belief_after"),
            ),
            hints={"learning_question": self._missing_in_question},
        )
        self.prompt = QPushButton(_("Use in a reflection block"), self)
        self.prompt_menu = Menu(self.prompt)
        self.prompt_menu.aboutToShow.connect(self._fill_prompts)
        self.prompt.setMenu(self.prompt_menu)
        self.used = text_label("", self, "quiet")

    def _make_earlier(self) -> None:
        """Make the choice of the earlier day, and what that left open to take along."""
        workspace, _ = self._workspace, self._workspace.language.gettext
        self._days = DayChoice(workspace)
        self.earlier = ThingForm(
            workspace,
            StudyDay,
            (Heading(_("Which earlier day does it build on?")), "builds_on"),
            editors={"builds_on": self._days},
        )
        self.left_open = QLabel(self)
        self.left_open.setWordWrap(True)
        self.open = TickList(_("What is still open from the earlier day"), self)
        self.open.setMinimumHeight(self.fontMetrics().lineSpacing() * ROWS)
        self.open.itemChanged.connect(lambda _item: self._allow())
        self.take = QPushButton(_("Take along to this day"), self)
        self.take.clicked.connect(lambda _checked=False: self._take())

    def _lay_out(self) -> None:
        inner = QWidget(self)
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.question)
        used = Beside(inner, characters=ON_ONE_LINE)
        used.add(self.prompt)
        used.add(self.used, 1)
        column.addWidget(used)
        column.addWidget(self.earlier)
        column.addWidget(self.left_open)
        column.addWidget(self.open)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)

    def refresh(self) -> None:
        """Show the day in view."""
        day = self._workspace.day
        if day is None:
            return
        self.question.show_thing(day)
        self.earlier.show_thing(day)
        self._show_prompts(day)
        self._show_open(day)

    # -- the question and the belief

    def _missing_in_question(self, day: StudyDay) -> str:
        _, text = self._workspace.language.gettext, day.learning_question.strip()
        if not text:
            return _("A day without a question has only a theme. What do you want to find out together?")
        return "" if text.endswith("?") else _("A question ends with a question mark.")

    def _show_prompts(self, day: StudyDay) -> None:
        language = self._workspace.language
        used = [language.quoted(title_of(block, language)) for block in day.blocks if block.uses_belief_as_prompt]
        self.prompt.setEnabled(bool(day.belief_before.strip()) and not self._workspace.library.read_only)
        text = language.gettext("Asked in: {blocks}. It is printed in the participant programme.")
        self.used.setText(text.replace("{blocks}", language.list(used)) if used else "")

    def _fill_prompts(self) -> None:
        day, language = self._workspace.day, self._workspace.language
        self.prompt_menu.clear()
        blocks = () if day is None else day.blocks
        wanted = [block for block in blocks if block.phase is Phase.REFLECTION or block.uses_belief_as_prompt]
        for block in wanted:
            action = self.prompt_menu.addAction(title_of(block, language).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(block.uses_belief_as_prompt)
            action.triggered.connect(lambda used, block=block.id: self._set_prompt(block, used=used))
        if not wanted:
            self.prompt_menu.addAction(language.gettext("The day has no reflection block yet")).setEnabled(False)

    def _set_prompt(self, block: int, *, used: bool) -> None:
        workspace = self._workspace
        workspace.do(lambda: editing.change(workspace.library, Block, block, uses_belief_as_prompt=used))

    # -- the earlier day

    def _show_open(self, day: StudyDay) -> None:
        _, language, earlier = (
            self._workspace.language.gettext,
            self._workspace.language,
            self._workspace.setting.earlier_day,
        )
        things: list[Action | Insight] = [] if earlier is None else [*open_actions(earlier), *open_insights(earlier)]
        there = {" ".join(action.what.split()).casefold() for action in day.actions}
        self.open.clear()
        for thing in things:
            kind = "action" if isinstance(thing, Action) else "insight"
            title = title_of(thing, language)
            here = kind == "action" and title.casefold() in there
            text = f"{language.capitalised(language.kind(kind))}: {title}"
            text = f"{text} – {_('is here already')}" if here else text
            self.open.add(text, (kind, thing.id), ticked=not here)
        self.open.setVisible(bool(things))
        self.take.setVisible(bool(things))
        if earlier is None:
            alone = len(self._days.choices) == 1
            said = _("There is no other study day yet that this one could build on.") if alone else ""
        elif things:
            n = len(things)
            said = language.ngettext(
                "{n} thing from {day} is still open:", "{n} things from {day} are still open:", n
            ).replace("{n}", str(n))
        else:
            said = _("Nothing from {day} is open any more.")
        name = "" if earlier is None else language.quoted(title_of(earlier, language))
        self.left_open.setText(said.replace("{day}", name))
        self.left_open.setVisible(bool(said))
        self._allow()

    def _chosen(self, kind: str) -> list[int]:
        return [number for each, number in self.open.ticked if each == kind]

    def _allow(self) -> None:
        anything = bool(self._chosen("action") or self._chosen("insight"))
        self.take.setEnabled(anything and not self._workspace.library.read_only)

    def _take(self) -> None:
        day, workspace = self._workspace.day, self._workspace
        if day is not None:
            actions, insights = self._chosen("action"), self._chosen("insight")
            workspace.do(lambda: take_along(workspace.library, day.id, actions=actions, insights=insights))
