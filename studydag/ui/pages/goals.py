"""Goals: what shows what the team must learn, what is different after the day, and what serves it."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSplitter, QVBoxLayout, QWidget

from studydag.model.operations.goals import add_needs, assign_cases
from studydag.model.rules.need_fields import fields_for
from studydag.model.rules.thread import Thread, thread
from studydag.model.values.changes import Place
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Case, Goal, Need
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.fields.build import title_of
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.thread.view import ThreadView
from studydag.ui.widgets.flipping import FlippingSplitter, thin_handles
from studydag.ui.widgets.form import Heading, ThingForm
from studydag.ui.widgets.impact_map import ImpactMap
from studydag.ui.widgets.later import Later
from studydag.ui.widgets.links_view import LinkGroup, LinksView
from studydag.ui.widgets.sub_tabs import SubTabs
from studydag.ui.widgets.thing_list import ThingList
from studydag.ui.workspace import Workspace

SIDE_BY_SIDE = 190
"""Characters of width from which needs and goals stand beside each other."""

LINES_OF_LINKS = 6
LOW = 34
"""Lines of text; a page that is lower has the links behind a tab of their own."""


class GoalsPage(ListsPage):
    """Needs and goals with their links; the impact map; practice cases."""

    title: ClassVar[str] = N_("Goals")
    name: ClassVar[str] = "goals"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {*("need", "goal", "impact", "case", "block", "action", "moment", "measure", "expert", "school_goal"), "part"}
    )

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Build the lists."""
        super().__init__(workspace, look, parent)
        _ = workspace.language.gettext
        self._thread: Thread | None = None
        self._leaves = False
        self.needs = self.add_list(self._need_list())
        self.goals = self.add_list(self._goal_list())
        self.cases = self.add_list(self._case_list())
        self.links = LinksView(workspace)
        self.impacts = ImpactMap(workspace)
        beside = FlippingSplitter(SIDE_BY_SIDE)
        beside.addWidget(self.needs)
        beside.addWidget(self.goals)
        self._both = both = QSplitter(Qt.Orientation.Vertical)
        thin_handles(both)
        both.addWidget(beside)
        both.addWidget(self.links)
        self.links.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES_OF_LINKS)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 1)
        both.setContentsMargins(16, 8, 16, 8)
        self.cases.setContentsMargins(16, 8, 16, 8)
        self.tabs = SubTabs(_("Parts of this page"))
        self.tabs.add(_("Needs and goals"), both)
        self._links_apart = QWidget()
        self._links_apart.setContentsMargins(16, 8, 16, 8)
        QVBoxLayout(self._links_apart).setContentsMargins(0, 0, 0, 0)
        self.tabs.add(_("Links"), self._links_apart)
        self.tabs.bar.setTabVisible(1, False)
        self._picture = Later(self._make_picture)
        self.tabs.add(_("Thread"), self._picture)
        self._scrolled_impacts = QScrollArea()
        self._scrolled_impacts.setWidgetResizable(True)
        self._scrolled_impacts.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled_impacts.setWidget(self.impacts)
        self.tabs.add(_("Impact map"), self._scrolled_impacts)
        self.tabs.add(_("Practice cases"), self.cases)
        self.tabs.changed.connect(self._on_part)
        for each in (self.needs, self.goals):
            self.bring(each, self.show_lists)
        self.bring(self.cases, lambda: self.tabs.show_part(self.cases))
        self._offer_forms()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the links a tab of their own where there is no room below needs and goals."""
        super().resizeEvent(event)
        low = self.height() < self.fontMetrics().lineSpacing() * LOW
        if low == self.tabs.bar.isTabVisible(1):
            return
        self.tabs.bar.setTabVisible(1, low)
        layout = self._links_apart.layout()
        if low and layout is not None:
            layout.addWidget(self.links)
        else:
            self._both.addWidget(self.links)
            self._both.setStretchFactor(1, 1)
        self.links.show()

    def refresh(self) -> None:
        """Show the day as it stands."""
        day = self.workspace.day
        self._thread = None if day is None else thread(day, self.workspace.schedule)
        self.impacts.refresh()
        if self._picture.made is not None:
            self._picture.made.refresh()
        super().refresh()

    @property
    def picture(self) -> ThreadView:
        """The thread as a picture; made when it is first looked at."""
        return self._picture.content()

    def show_thread(self) -> None:
        """Bring the thread as a picture into view."""
        self.tabs.show_part(self._picture)

    def current(self) -> Any:
        """Return the thing whose form is shown: on the thread the one that is lit there."""
        if not self._on_thread:
            return super().current()
        words, reference = self.picture.canvas.words, self.picture.reference
        return None if words is None or reference is None else words.thing(reference)

    def selection(self) -> tuple[Reference, ...]:
        """Return what is selected: on the thread what is lit there."""
        if not self._on_thread:
            return super().selection()
        return () if self.picture.reference is None else (self.picture.reference,)

    def day_opened(self) -> None:
        """Select nothing."""
        super().day_opened()
        if self._picture.made is not None:
            self._picture.made.forget()

    def standing(self) -> object:
        """Return whether the thread is in view."""
        return self._on_thread

    def stand_as(self, standing: object) -> None:
        """Bring the thread into view again, with what was selected lit."""
        if standing is True:
            self.show_thread()

    @property
    def _on_thread(self) -> bool:
        return self.tabs.stack.currentWidget() is self._picture

    def _make_picture(self) -> ThreadView:
        view = ThreadView(self.workspace, self.look)
        view.chosen.connect(self._on_lit)
        view.open_asked.connect(self._open)
        view.begin_asked.connect(self._begin)
        view.refresh()
        return view

    def _on_part(self) -> None:
        if self._on_thread:
            selected = next(iter(super().selection()), None)
            if selected is not None:
                self.picture.choose(selected)
        self._on_lit()

    def _on_lit(self) -> None:
        self._show_current()
        self.selection_changed.emit()

    def _open(self, reference: Reference) -> None:
        """Open a thing of the thread where it is edited: here in its list, else on its page."""
        if not super().reveal(Place(None, *reference)):
            self._leaves = True
            self.workspace.visit(*reference)
            self._leaves = False

    def show_lists(self) -> None:
        """Bring needs and goals into view."""
        self.tabs.show_part(self._both)

    def _begin(self) -> None:
        self.show_lists()
        self.needs.add()

    def reveal(self, place: Place) -> bool:
        """Select a thing; what is on the thread stays there while that is in view."""
        if self._on_thread and not self._leaves and self.picture.choose((place.kind, place.id)):
            return True
        if place.kind == "impact":
            self.tabs.show_part(self._scrolled_impacts)
            self.impacts.choose(place.id)
            return True
        return super().reveal(place)

    def _show_current(self) -> None:
        super()._show_current()
        self._show_links(self.current())

    # Lists

    def _need_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        columns = [
            TableColumn(title=_("No."), text=self._number_of_need, numeric=True),
            cells.column(Need, "statement", stretches=1),
            cells.column(Need, "source"),
            cells.column(Need, "level"),
            cells.column(Need, "strength", title=_("Strength")),
            cells.column(Need, "n", title=_("n")),
            cells.column(Need, "date"),
            cells.column(Need, "school_goals"),
            cells.column(
                Need, "confidential", ticked=False, text=lambda need: _("yes") if need.is_confidential else ""
            ),
        ]
        return ThingList(
            self.workspace,
            StudyDay,
            "needs",
            columns,
            title=_("Learning needs"),
            typing=_("New need or learning question; several go one on a line"),
            empty=_("What must the team learn, and what shows that? Type the first need below."),
            wraps=True,
            add_lines=self._add_needs,
        )

    def _goal_list(self) -> ThingList:
        _, cells, language = self.workspace.language.gettext, self.cells, self.workspace.language
        columns = [
            TableColumn(title="", text=lambda goal: cells.goal_number(goal.id)),
            cells.column(Goal, "sentence", title=_("After this day…"), stretches=1),
            TableColumn(title=_("Goes as far as"), text=lambda goal: language.capitalised(language.member(goal.kind))),
            cells.column(Goal, "level"),
            cells.column(Goal, "indicator", stretches=0),
            TableColumn(title=_("Now → target"), text=self._now_and_target),
            TableColumn(title=_("Needs"), text=self._needs_of, tip=self._need_statements),
            cells.column(Goal, "school_goals"),
            TableColumn(
                title=_("Blocks"), text=self._blocks_of, colour=lambda goal: self._red_if(not self._blocks(goal))
            ),
            TableColumn(
                title=_("Actions"),
                text=lambda goal: str(len(self._actions(goal))),
                numeric=True,
                colour=lambda goal: self._red_if(not self._actions(goal)),
            ),
            TableColumn(title=_("Measures"), text=lambda goal: str(len(self._measures(goal))), numeric=True),
        ]
        return ThingList(
            self.workspace,
            StudyDay,
            "goals",
            columns,
            title=_("Goals of the day"),
            typing=_("New goal: after this day…"),
            empty=_("What is different after this day? Type the first goal below."),
            wraps=True,
        )

    def _case_list(self) -> ThingList:
        _ = self.workspace.language.gettext
        cases = ThingList(
            self.workspace,
            StudyDay,
            "cases",
            self.cells.columns(Case, ("text", "asked_by", "block")),
            title=_("Practice cases and learning questions"),
            hint=_("Cases of staff to work on during the day; select some to use them in a block."),
            typing=_("New case or question; several go one on a line"),
            empty=_("Nothing has been brought in yet."),
            wraps=True,
        )
        assign = QAction(_("Use in a block…"), self)
        assign.setIconText(_("Use in a block…"))
        button = cases.add_button(assign)
        assign.triggered.connect(lambda: self._assign_cases(button.mapToGlobal(button.rect().bottomLeft())))
        return cases

    def _add_needs(self, text: str) -> tuple[int, ...] | None:
        day = self.workspace.day
        like = self.needs.selected()
        if day is None:
            return None
        # Learning questions that were voiced together have the same date, source and setting (R039).
        common = None if like is None else Need(source=like.source, setting=like.setting, date=like.date)
        return self.workspace.do(lambda: add_needs(self.workspace.library, day.id, text, common))

    def _assign_cases(self, at: QPoint) -> None:
        day, ids = self.workspace.day, self.cases.selected_ids
        if day is None or not ids:
            return
        menu = QMenu(self)
        choices: list[tuple[int | None, str]] = [(None, self.workspace.language.gettext("In no block"))]
        choices += [(block.id, title_of(block, self.workspace.language)) for block in day.blocks]
        for block, text in choices:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(
                lambda _checked=False, block=block: self.workspace.do(
                    lambda: assign_cases(self.workspace.library, ids, block)
                )
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # Forms

    def _offer_forms(self) -> None:
        _ = self.workspace.language.gettext
        workspace = self.workspace
        self.panel.offers(
            Goal,
            lambda: ThingForm(
                workspace,
                Goal,
                (
                    *("sentence", "knows", "thinks", "does", "level", "needs", "school_goals"),
                    Heading(_("What shows it?")),
                    *("indicator", ("baseline", "target"), "unit", "instrument", "target_due"),
                ),
            ),
        )
        self.panel.offers(
            Need,
            lambda: ThingForm(
                workspace,
                Need,
                (
                    *("statement", "source", "setting", "respondents", "observer", "form", "date"),
                    *(("period_start", "period_end"), "trend", "n", ("value", "unit"), ("scale_low", "scale_high")),
                    *("distribution", "strength", "evidence_note", "evidence_link", "level", "group"),
                    *("importance_for_people", "importance_for_school", "school_goals", "baseline_measure"),
                    "confidential",
                ),
            ),
            adapt=_adapt_need,
        )
        self.panel.offers(Case, lambda: ThingForm(workspace, Case, ("text", "asked_by", "block")))
        # What else is on the thread can be read and linked here; all of it stands on its own page.
        self.panel.offers(
            Block, lambda: ThingForm(workspace, Block, ("title", "goals", "practice_link", "product", "description"))
        )
        self.panel.offers(
            Action, lambda: ThingForm(workspace, Action, ("what", "owner", "due", "goals", "block", "visible_result"))
        )
        self.panel.offers(
            Measure, lambda: ThingForm(workspace, Measure, ("title", "level", "instruments", "when", "who", "goals"))
        )

    # Links

    def _show_links(self, thing: Any) -> None:
        _, day = self.workspace.language.gettext, self.workspace.day
        if isinstance(thing, Goal):
            self.links.show_links(_("What serves this goal"), self._links_of_goal(thing))
        elif isinstance(thing, Need) and day is not None:
            goals = [goal for goal in day.goals if thing.id in goal.needs]
            links = [(("goal", goal.id), f"{self.cells.goal_number(goal.id)} {goal.sentence}") for goal in goals]
            school = [(("school_goal", each), self.cells.name("school_goal", each)) for each in thing.school_goals]
            self.links.show_links(
                _("What this need leads to"),
                [
                    LinkGroup(title=_("Goals"), links=links, nothing=_("No goal yet: choose this need in a goal.")),
                    LinkGroup(title=_("School goals"), links=school, nothing=_("none chosen")),
                ],
            )
        else:
            self.links.show_links(_("Select a need or a goal to see what it is linked with."), ())

    def _links_of_goal(self, goal: Goal) -> list[LinkGroup]:
        _, language, found = self.workspace.language.gettext, self.workspace.language, self._thread
        if found is None:
            return []
        moments, experts = found.moments.get(goal.id, ()), found.experts.get(goal.id, ())
        needs = [(("need", need), self.cells.name("need", need)) for need in goal.needs]
        groups = [
            (_("Needs"), needs, _("No need is behind it yet.")),
            (_("Blocks"), _links("block", self._blocks(goal), language), _("No block serves it yet.")),
            (_("Actions"), _links("action", self._actions(goal), language), _("No action follows it up yet.")),
            (_("Moments"), _links("moment", moments, language), _("none")),
            (_("Measures"), _links("measure", self._measures(goal), language), _("Nothing measures it yet.")),
            (_("Experts"), _links("expert", experts, language), _("none")),
        ]
        return [LinkGroup(title=title, links=links, nothing=nothing) for title, links, nothing in groups]

    # Cells

    def _blocks(self, goal: Goal) -> tuple[Any, ...]:
        return self._thread.blocks_of(goal.id) if self._thread else ()

    def _actions(self, goal: Goal) -> tuple[Any, ...]:
        return self._thread.actions_of(goal.id) if self._thread else ()

    def _measures(self, goal: Goal) -> tuple[Any, ...]:
        return self._thread.measures_of(goal.id) if self._thread else ()

    def _blocks_of(self, goal: Goal) -> str:
        blocks = self._blocks(goal)
        minutes = sum(block.minutes for block in blocks)
        return f"{len(blocks)} · {self.workspace.language.minutes(minutes)}" if blocks else "0"

    def _red_if(self, wrong: bool) -> QColor | None:
        return QColor(self.look.colours.must) if wrong else None

    def _now_and_target(self, goal: Goal) -> str:
        number = self.workspace.language.number
        now, target = ("–" if each is None else number(each) for each in (goal.baseline, goal.target))
        return "" if now == target == "–" else f"{now} → {target} {goal.unit}".strip()

    def _number_of_need(self, need: Need) -> str:
        return str(self._place_of_need(need.id) or "")

    def _needs_of(self, goal: Goal) -> str:
        return ", ".join(str(place) for need in goal.needs if (place := self._place_of_need(need)))

    def _need_statements(self, goal: Goal) -> str:
        return "\n".join(self.cells.name("need", need) for need in goal.needs)

    def _place_of_need(self, need: int) -> int:
        day = self.workspace.day
        return next((place for place, each in enumerate(day.needs if day else (), 1) if each.id == need), 0)


def _links(kind: str, things: tuple[Any, ...], language: Any) -> list[tuple[tuple[str, int], str]]:
    return [((kind, thing.id), title_of(thing, language)) for thing in things]


def _adapt_need(form: ThingForm, need: Need) -> None:
    """Show what the source asks for, and what was filled in for another source."""
    filled = {name for name in form.names if getattr(need, name) not in (None, "", ())}
    form.show_only(fields_for(need.source) | filled)
