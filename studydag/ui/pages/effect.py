"""Effect: how it is measured, what was found, what was learned of it, and what is there to celebrate."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from studydag.model.operations import remedies
from studydag.model.operations.effect import add_baseline
from studydag.model.operations.follow_up import action_from_insight
from studydag.model.rules.calendar.evaluation import date_of_measure, window_dates
from studydag.model.rules.effect.figures import complete, kept_back, question_map
from studydag.model.rules.measure_proposals import measure_proposals
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Insight, Measure, Result, Success
from studydag.model.values.questions import Question
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.item_models.things import TableColumn
from studydag.ui.layouts.flipping import stack
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.menu import Menu
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.pieces import Pieces
from studydag.ui.results.comparison_view import ComparisonView
from studydag.ui.results.earlier_days import EarlierDays
from studydag.ui.results.panel import ResultPanel
from studydag.ui.tables.adding_menu import bare
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.day_choice import DayChoice
from studydag.ui.widgets.form import ThingForm

ROOM = 16777215
"""As high as any widget may be, in pixels."""
OF_MEASURE = (
    *("title", "goals", "level", "instruments", "approach", "when", "block", "who"),
    *("question_set", "baseline_measure", "note"),
)
"""The fields of the form of a measure."""


class EffectPage(ListsPage):
    """Measures with their results, insights, successes."""

    title: ClassVar[str] = N_("Effect")
    name: ClassVar[str] = "effect"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            *(
                "measure",
                "result",
                "insight",
                "success",
                "goal",
                "block",
                "part",
                "expert",
                "question_set",
                "school",
                "study_day",
            )
        }
    )

    def pieces(self) -> Pieces:
        """Build the lists."""
        workspace, look = self.workspace, self.look
        _ = workspace.language.gettext
        self.measures = self.add_list(self._measure_list())
        yield
        self.results = self.add_list(self._result_list())
        self.insights = self.add_list(self._insight_list())
        yield
        self.successes = self.add_list(self._success_list())
        self.filling = ResultPanel(workspace, look)
        self.filling.alone_asked.connect(lambda alone: self.measures.setVisible(not alone))
        yield
        self.compared = ComparisonView(workspace, look)
        self.earlier = EarlierDays(workspace)
        yield
        measuring = self._measuring = QSplitter(Qt.Orientation.Vertical)
        self.tabs = SubTabs(_("Parts of this page"), _("More"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        parts: tuple[tuple[str, QWidget, tuple[ThingList, ...]], ...] = (
            (_("Measures"), measuring, (self.measures,)),
            (_("Before and after"), self.compared, ()),
            (_("All results"), self.results, (self.results,)),
            (_("Insights"), self.insights, (self.insights,)),
            (_("Successes"), self.successes, (self.successes,)),
            (_("Earlier days"), self.earlier, ()),
        )
        for title, part, lists in parts:
            part.setContentsMargins(16, 8, 16, 8)
            self.tabs.add(title, part)
            if part is measuring:
                stack(measuring, ((self.measures, 2), (self.filling, 3)))
            for each in lists:
                self.bring(each, partial(self.tabs.show_part, part))
            yield
        self.bring(self.measures, partial(self._bring_measures, measuring))
        self._offer_forms()
        self.tabs.changed.connect(self._show_earlier)
        self.tabs.changed.connect(self.let_go_of_hidden)

    def refresh(self) -> None:
        """Show the day as it stands, what it is compared with too."""
        super().refresh()
        self.compared.refresh()
        self._show_earlier()

    def _show_earlier(self) -> None:
        """Read the other days only while they are looked at."""
        if self.earlier.isVisible():
            self.earlier.refresh()

    def _show_current(self) -> None:
        super()._show_current()
        found = self.measures.selected()
        measure = found if found is not None else self._only_measure()
        was_there = self.filling.measure is not None
        self.filling.show_measure(measure)
        # As long as there is nothing to fill in, the list has the room.
        if measure is None:
            self.filling.setMaximumHeight(3 * self.fontMetrics().lineSpacing())
        elif not was_there:
            self.filling.setMaximumHeight(ROOM)
            self._measuring.setSizes([2000, 3000])

    def _bring_measures(self, part: QWidget) -> None:
        self.tabs.show_part(part)
        self.filling.alone.setChecked(False)

    def _only_measure(self) -> Measure | None:
        """Return the measure that is filled in now, as long as it is there."""
        return self.filling.measure

    # Lists

    def _measure_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        measures = ThingList(
            self.workspace,
            StudyDay,
            "measures",
            [
                cells.column(Measure, "title", stretches=1),
                cells.column(Measure, "level", gives_way=1),
                TableColumn(
                    title=_("On"), text=self._date, colour=self._date_colour, tip=self._window, sorts=self._date_rank
                ),
                cells.column(Measure, "instruments", gives_way=3),
                cells.column(Measure, "goals", gives_way=2),
                cells.column(Measure, "who"),
                cells.column(Measure, "question_set", gives_way=4),
                cells.column(Measure, "baseline_measure", gives_way=5),
            ],
            title=_("Measures"),
            typing=_("New measure, such as: exit ticket, lesson visits"),
            empty=_("What will show that it worked? Type the first measure below."),
            wraps=True,
        )
        baseline = QAction(_("Measure before as well"), self)
        baseline.triggered.connect(self._add_baseline)
        measures.add_button(baseline, needs_selection=True)
        proposals = QAction(_("Proposals…"), self)
        proposals.setToolTip(_("Baselines to measure again, and what the goals and the impact map say will show it"))
        button = measures.add_button(proposals)
        proposals.triggered.connect(lambda: self.propose(button.mapToGlobal(button.rect().bottomLeft())))
        return measures

    def propose(self, at: QPoint) -> None:
        """Offer the measures that could be planned (R023, R031, R108)."""
        day, workspace = self.workspace.day, self.workspace
        found = () if day is None else measure_proposals(day, workspace.setting.school)
        menu = Menu(self)
        for each in found:
            said = f"{each.measure.title} ({workspace.language.kind(each.source[0])})"
            add = partial(remedies.apply, workspace.library, each.steps, workspace.language.wording)
            menu.addAction(said.replace("&", "&&")).triggered.connect(partial(self._add_proposed, add))
        if not found:
            _ = workspace.language.gettext
            text = _("Nothing to propose: baselines and indicators that have no measure yet come here")
            menu.addAction(text).setEnabled(False)
        menu.setEnabled(not workspace.library.read_only)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _add_proposed(self, add: Callable[[], object], _checked: bool = False) -> None:
        self.workspace.do(add)

    def _result_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        return ThingList(
            self.workspace,
            StudyDay,
            "results",
            [
                cells.column(Result, "measure"),
                cells.column(Result, "question", gives_way=2),
                cells.column(Result, "date", gives_way=1),
                self._figures("n", _("n")),
                cells.column(Result, "invited", gives_way=5),
                self._figures("mean", cells.title(Result, "mean")),
                self._figures("spread", cells.title(Result, "spread")),
                TableColumn(title=cells.title(Result, "text"), text=partial(self._figure, "text"), stretches=1),
                cells.column(Result, "shared", gives_way=4),
            ],
            title=_("All results"),
            hint=_("About a group, never about one person; what too few people said is not shown anywhere."),
            empty=_("Nothing has been found yet; add a result for one of the measures."),
            wraps=True,
            make=self._new_result,
        )

    def _insight_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        insights = ThingList(
            self.workspace,
            StudyDay,
            "insights",
            [
                cells.column(Insight, "text", stretches=1),
                cells.column(Insight, "verdict"),
                cells.column(Insight, "block"),
                cells.column(Insight, "working_format"),
                cells.column(Insight, "expert"),
                cells.column(Insight, "source"),
            ],
            title=_("Insights"),
            hint=_("What to keep, change or stop next time."),
            typing=_("New insight; several go one on a line"),
            empty=_("What did you learn from this day? Type the first insight below."),
            wraps=True,
        )
        action = QAction(_("Make an action of it"), self)
        action.triggered.connect(self._make_action)
        insights.add_button(action, needs_selection=True)
        return insights

    def _success_list(self) -> ThingList:
        _, cells = self.workspace.language.gettext, self.cells
        return ThingList(
            self.workspace,
            StudyDay,
            "successes",
            cells.columns(Success, ("what", "who", "evidence", "date")),
            title=_("Successes"),
            hint=_("They go on the agenda of the next moment for sharing."),
            typing=_("New success; several go one on a line"),
            empty=_("What went well? Type the first success below."),
            wraps=True,
        )

    def _new_result(self, **fields: Any) -> Result:
        made: Result = bare(Result, date=self.workspace.today(), **fields)
        return made

    def _add_baseline(self) -> None:
        measure = self.measures.selected()
        if measure is None:
            return
        before = RelativeDate(-2, DateUnit.WEEKS)
        made = self.workspace.do(lambda: add_baseline(self.workspace.library, measure.id, before))
        if made is not None:
            self.measures.choose(made)

    def _make_action(self) -> None:
        insight = self.insights.selected()
        if insight is None:
            return
        made = self.workspace.do(lambda: action_from_insight(self.workspace.library, insight.id))
        if made is not None:
            self.workspace.visit("action", made)

    # Cells

    def _figure(self, name: str, result: Result) -> str:
        """Write what was found, as far as it may be shown."""
        question = self._question(result)
        found = complete(result, question)
        if name != "n" and self._is_hidden(result):
            return "–" if getattr(found, name) not in (None, "") else ""
        held = getattr(found, name)
        if name == "text":
            return " ".join(str(held).split())
        return "" if held is None else self.workspace.language.number(held)

    def _figures(self, name: str, title: str) -> TableColumn:
        """Return the column of a figure; what may not be shown is not what its rows are sorted by."""

        def rank(result: Result) -> Any:
            hidden = name != "n" and self._is_hidden(result)
            return None if hidden else getattr(complete(result, self._question(result)), name)

        return TableColumn(title=title, text=partial(self._figure, name), numeric=True, sorts=rank, name=name)

    def _question(self, result: Result) -> Question | None:
        return question_map(self.workspace.setting.question_sets).get(result.question or 0)

    def _is_hidden(self, result: Result) -> bool:
        day = self.workspace.day or StudyDay()
        return result.id in kept_back(day.results, day.measures, self.workspace.setting.school.minimum_group_size)

    def _adapt_result(self, form: ThingForm, result: Result) -> None:
        """Leave out what may not be shown, and figures that follow from what was counted."""
        out = {"mean", "spread", "distribution", "text"} if self._is_hidden(result) else set()
        if any(result.distribution):
            out |= {"mean", "spread", "n"}
        form.show_only(name for name in form.names if name not in out)

    def _date(self, measure: Measure) -> str:
        day, language = self.workspace.day, self.workspace.language
        on = None if day is None else date_of_measure(measure, day)
        if on is not None:
            return language.short_date(on)
        return language.relative_date(measure.when) if isinstance(measure.when, RelativeDate) else ""

    def _date_rank(self, measure: Measure) -> Any:
        day = self.workspace.day
        return self.cells.due_rank((None if day is None else date_of_measure(measure, day)) or measure.when)

    def _date_colour(self, measure: Measure) -> QColor | None:
        """Warn of a date on which the level can't be measured yet, or no more."""
        day = self.workspace.day
        on = None if day is None else date_of_measure(measure, day)
        window = None if day is None else window_dates(measure.level, day, self.workspace.setting.school)
        is_baseline = day is not None and any(each.baseline_measure == measure.id for each in day.measures)
        if on is None or window is None or is_baseline or window[0] <= on <= window[1]:
            return None
        return QColor(self.look.colours.should)

    def _window(self, measure: Measure) -> str:
        day, language = self.workspace.day, self.workspace.language
        window = None if day is None else window_dates(measure.level, day, self.workspace.setting.school)
        if window is None:
            return self._date(measure)
        text = language.gettext("This level is measured in: {period}")
        return text.replace("{period}", language.date_range(*window))

    # Forms

    def _offer_forms(self) -> None:
        workspace = self.workspace
        of_result = (
            *("measure", "question", "date", ("n", "invited"), ("mean", "spread"), "distribution", "text", "shared"),
        )
        of_insight = (*("text", "verdict", "block", "working_format", "expert", "source", "kept_at", "taken_along_to"),)
        self.panel.offers(Measure, lambda: ThingForm(workspace, Measure, OF_MEASURE))
        self.panel.offers(Result, lambda: ThingForm(workspace, Result, of_result), adapt=self._adapt_result)
        self.panel.offers(
            Insight,
            lambda: ThingForm(workspace, Insight, of_insight, editors={"taken_along_to": DayChoice(workspace)}),
        )
        self.panel.offers(Success, lambda: ThingForm(workspace, Success, ("what", "who", "evidence", "date")))
