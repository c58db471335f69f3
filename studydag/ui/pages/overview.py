"""The overview of a study day: what it is, where it stands, what needs attention next, and what hangs around it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from studydag.model.values.changes import Place
from studydag.model.values.expertise import Expert
from studydag.model.values.findings import heaviest_first
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.layouts.later import Later
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.overview.as_it_went_table import AsItWentTable
from studydag.ui.overview.forms import offer_forms
from studydag.ui.overview.lists import OverviewLists
from studydag.ui.pages.lists_page import ListsPage
from studydag.ui.pieces import Pieces
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.versions.versions_list import VersionsList
from studydag.ui.widgets.climate_state import ClimateTotals, PulseView
from studydag.ui.widgets.day_choice import DayChoice
from studydag.ui.widgets.day_form import WIDEST
from studydag.ui.widgets.expert_flow import ExpertFlow
from studydag.ui.widgets.feedback_card import FeedbackCard
from studydag.ui.widgets.finding_links import FindingLinks
from studydag.ui.widgets.form import Heading, ThingForm
from studydag.ui.widgets.pillar_cards import PillarCards
from studydag.ui.widgets.quality_panel import QualityPanel
from studydag.ui.widgets.rule_settings import RuleSettings
from studydag.ui.widgets.status_steps import StatusSteps

MOST_URGENT = 5
ACCEPTED_ROWS = 9
EXPERT_LINES = 8
CLIMATE_LINES = 12
"""As high is the list of agreements at least; with large letters the page scrolls."""


class OverviewPage(ListsPage):
    """The day itself, and climate, experts, decisions, versions, share list and checks, each a part of the page."""

    title: ClassVar[str] = N_("Overview")
    name: ClassVar[str] = "overview"
    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            *("study_day", "need", "goal", "block", "climate_item", "expert", "decision", "share", "version"),
            *("acceptance", "trajectory", "activity", "person", "school", "measure", "result"),
        }
    )

    def pieces(self) -> Pieces:
        """Build the lists, the day itself, and what hangs around it."""
        workspace = self.workspace
        lists = OverviewLists(workspace, self.cells)
        yield from self._build_lists(lists)
        yield from self._build_day()
        self.quality = QualityPanel(workspace)
        yield
        checks = self._checks_part()
        self.totals = ClimateTotals(workspace)
        self.pulse = PulseView(workspace)
        self.feedback = FeedbackCard(workspace)
        yield
        climate = self._climate_part()
        self.flow = ExpertFlow(workspace, self.cells, self._to_expert_field)
        yield
        yield from self._add_parts(climate, checks)
        offer_forms(self.panel, workspace, self.climate, lists.row_name)
        self.tabs.changed.connect(self.let_go_of_hidden)
        workspace.checked.connect(self._say_urgent)

    def _build_lists(self, lists: OverviewLists) -> Pieces:
        _ = self.workspace.language.gettext
        self.climate = self.add_list(lists.climate(self._climate_made))
        self.experts = self.add_list(lists.experts())
        yield
        self.decisions = self.add_list(lists.decisions())
        choose = QAction(_("Choose a learning form…"), self)
        choose.triggered.connect(lambda _checked=False: self.choose_learning_form())
        choose.setEnabled(not self.workspace.library.read_only)
        self.decisions.add_button(choose)
        yield
        self.shares = self.add_list(lists.shares())
        self.acceptances = self.add_list(lists.acceptances())
        yield

    def _build_day(self) -> Pieces:
        """Build the part with the day itself, its state and what is urgent; and its versions and how it went."""
        workspace = self.workspace
        _ = workspace.language.gettext
        self.versions = VersionsList(workspace)
        self.went = AsItWentTable(workspace, self.look)
        yield
        self.rules = Later(lambda: RuleSettings(workspace, of_day=True))
        self.steps = StatusSteps(workspace)
        self.urgent = FindingLinks(workspace)
        self.nothing_urgent = QLabel(_("Nothing needs attention now."))
        self.pillars = PillarCards(
            workspace, to_needs=self._to_needs, to_climate=self._to_climate, to_forms=self._to_forms
        )
        yield
        self.form = self._day_form()
        yield from self.form.building.pieces()
        self.tabs = SubTabs(_("Parts of this page"), _("More"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self._this_day = self._beginning()
        yield

    def _checks_part(self) -> QScrollArea:
        self.acceptances.setMinimumHeight(self.fontMetrics().height() * ACCEPTED_ROWS)
        return self._above_each_other(self.quality, self.acceptances, self.rules)

    def _climate_part(self) -> QScrollArea:
        self.climate.setMinimumHeight(self.fontMetrics().lineSpacing() * CLIMATE_LINES)
        return self._above_each_other(self.totals, self.climate, self.pulse, self.feedback)

    def _above_each_other(self, top: QWidget, middle: QWidget, *below: QWidget) -> QScrollArea:
        scroll, column = _scrolling(self.tabs.stack)
        column.setContentsMargins(16, 8, 16, 8)
        column.addWidget(top)
        column.addWidget(middle, 1)
        for each in below:
            column.addWidget(each)
        return scroll

    def _fill_experts(self, part: QSplitter) -> None:
        self.experts.chosen.connect(lambda _ids: self.flow.show_expert(self.experts.selected()))
        part.setChildrenCollapsible(False)
        part.addWidget(self.experts)
        part.addWidget(self.flow)
        # A row has several lines, and there is more than one expert to choose from.
        self.experts.table.setMinimumHeight(self.fontMetrics().lineSpacing() * EXPERT_LINES)
        part.setSizes([1000, 1500])

    def _add_parts(self, climate: QWidget, checks: QWidget) -> Pieces:
        _ = self.workspace.language.gettext
        experts = QSplitter(Qt.Orientation.Vertical)
        parts: tuple[tuple[str, QWidget, ThingList | None], ...] = (
            (_("This day"), self._this_day, None),
            (_("Climate"), climate, self.climate),
            (_("Experts"), experts, self.experts),
            (_("Decisions"), self.decisions, self.decisions),
            (_("Share list"), self.shares, self.shares),
            (_("How it went"), self.went, None),
            (_("Versions"), self.versions, None),
            (_("Checks"), checks, self.acceptances),
        )
        for title, part, made in parts:
            if part is not self._this_day:
                part.setContentsMargins(16, 8, 16, 8)
            self.tabs.add(title, part)
            if part is experts:
                self._fill_experts(experts)
            if made is not None:
                self.bring(made, partial(self.tabs.show_part, part))
            yield

    def ahead(self) -> Pieces:
        """Build the forms, and the checks that can be switched off."""
        yield from super().ahead()
        yield from self.rules.ahead()

    def refresh(self) -> None:
        """Show the day as it stands."""
        offers_stale = self._offers_stale
        super().refresh()
        self.steps.refresh()
        self.pillars.refresh()
        self.quality.refresh()
        self.totals.refresh()
        self.pulse.refresh()
        self.feedback.refresh()
        self.flow.show_expert(self.experts.selected())
        self.versions.refresh()
        self.went.refresh()
        if self.rules.made is not None:
            self.rules.made.refresh()
        self._say_urgent()
        if self.workspace.day is not None:
            if offers_stale:
                self.workspace.idle.add(self.form.offer_again)
            self.form.show_thing(self.workspace.day)

    def day_opened(self) -> None:
        """Begin at the first part, with nothing refused."""
        super().day_opened()
        self.steps.say("", ())
        self.tabs.bar.setCurrentIndex(0)

    def selection(self) -> tuple[tuple[str, int], ...]:
        """Return what is selected, rows that are not filled in yet apart."""
        return tuple(each for each in super().selection() if each[1] > 0)

    def reveal(self, place: Place) -> bool:
        """Select a thing, or show the day's own fields."""
        if place.kind == "study_day":
            self.tabs.show_part(self._this_day)
            return True
        if place.kind == "version":
            self.tabs.show_part(self.versions)
            return True
        return super().reveal(place)

    def _beginning(self) -> QScrollArea:
        _ = self.workspace.language.gettext
        scroll, column = _scrolling(self.tabs.stack)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(10)
        for title, part in (
            (_("How far along is the day?"), self.steps),
            (_("What needs attention next?"), self.urgent),
        ):
            heading = QLabel(title)
            heading.setProperty("role", "heading")
            column.addWidget(heading)
            column.addWidget(part)
        column.addWidget(self.nothing_urgent)
        column.addWidget(self.pillars)
        column.addWidget(self.form)
        inner = scroll.widget()
        assert inner is not None
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        return scroll

    def _day_form(self) -> ThingForm:
        _ = self.workspace.language.gettext
        return ThingForm(
            self.workspace,
            StudyDay,
            (
                Heading(_("What is this day?")),
                *("title", ("theme", "occasion"), "learning_question"),
                Heading(_("Why this day?")),
                *("why_staff", "why_pupils", "why_team", ("belief_before", "belief_after")),
                Heading(_("Around it")),
                *(("trajectory", "builds_on"), ("language", "budget")),
            ),
            editors={"builds_on": DayChoice(self.workspace)},
        )

    def _say_urgent(self) -> None:
        open_ = [finding for finding in heaviest_first(self.workspace.findings) if finding.accepted is None]
        self.urgent.show_findings(open_[:MOST_URGENT])
        self.nothing_urgent.setVisible(not open_ and self.workspace.is_checked)

    def _climate_made(self, row_id: int) -> None:
        """Keep a row of the source selected when its first edit makes it."""
        self.climate.choose(row_id)

    def _to_needs(self) -> None:
        day = self.workspace.day
        first = next(iter(day.needs if day is not None else ()), None)
        self.workspace.visit("need", 0 if first is None else first.id)

    def _to_climate(self) -> None:
        self.tabs.show_part(self.climate)

    def _to_forms(self) -> None:
        """Go to the trajectory, or to where forms are chosen."""
        day = self.workspace.day
        if day is not None and day.trajectory is not None:
            self.workspace.go.emit(Place(None, "trajectory", day.trajectory))
        else:
            self.tabs.show_part(self.decisions)
            self.choose_learning_form()

    def _to_expert_field(self, name: str) -> None:
        self.panel.show_thing(self.experts.selected())
        self.panel.form(Expert).field(name).setFocus()

    def choose_learning_form(self) -> None:
        """Propose learning forms; the choice stands among the decisions."""
        from studydag.ui.dialogs.learning_form import LearningFormDialog

        LearningFormDialog(self.workspace, parent=self).run()


def _scrolling(within: QWidget) -> tuple[QScrollArea, QVBoxLayout]:
    """Return a part that scrolls, and the column in it; what is put there stands in its place, and is dressed once."""
    scroll = QScrollArea(within)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inner = QWidget()
    column = QVBoxLayout(inner)
    scroll.setWidget(inner)
    return scroll, column
