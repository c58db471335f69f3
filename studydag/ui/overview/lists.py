"""The lists that hang around a study day: climate, experts, decisions, share list, and what is let stand."""

from __future__ import annotations

from collections.abc import Callable

from studydag.labels import field_name
from studydag.model.rules.checks.register import rule
from studydag.model.rules.partners.expertise import cost
from studydag.model.values.climate import ClimateItem
from studydag.model.values.expertise import Expert
from studydag.model.values.study_day import Acceptance, Decision, Share, StudyDay
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.climate_edits import ClimateEdits
from studydag.ui.workspace import Workspace


class OverviewLists:
    """Makes the lists."""

    def __init__(self, workspace: Workspace, cells: Cells) -> None:
        """Make them for the day in view."""
        self._workspace = workspace
        self._cells = cells

    def climate(self, chosen: Callable[[int], None]) -> ThingList:
        """Return the agreements on the learning climate; `chosen` is told a row that is made by its first edit."""
        _, cells = self._workspace.language.gettext, self._cells
        return ThingList(
            self._workspace,
            StudyDay,
            "climate",
            [
                TableColumn(title=_("What"), text=self.row_name, stretches=1),
                cells.column(ClimateItem, "pillar"),
                cells.column(ClimateItem, "agreement", stretches=2),
                cells.column(ClimateItem, "owner"),
                cells.column(ClimateItem, "state"),
                cells.column(ClimateItem, "reason", stretches=0),
            ],
            title=_("Agreements on the learning climate"),
            hint=_("Eight rows come with the program; write the agreement, or the reason why there is none."),
            typing=_("New row of your own"),
            wraps=True,
            edits=ClimateEdits(self._workspace.library, chosen),
        )

    def row_name(self, item: ClimateItem) -> str:
        """Return what a row of the climate is called: an own one by its title."""
        language = self._workspace.language
        return item.title or language.capitalised(language.member(item.row))

    def experts(self) -> ThingList:
        """Return the external expertise, with what it costs."""
        _, cells = self._workspace.language.gettext, self._cells
        return ThingList(
            self._workspace,
            StudyDay,
            "experts",
            [
                cells.column(Expert, "name"),
                cells.column(Expert, "organisation", gives_way=1),
                cells.column(Expert, "question", stretches=2),
                cells.column(Expert, "contract"),
                cells.column(Expert, "talk_on", gives_way=2),
                TableColumn(title=_("Costs"), text=self._costs, numeric=True, sorts=_cents),
            ],
            title=_("External expertise"),
            typing=_("New: who or what are you looking for?"),
            empty=_("Nobody from outside yet. Below, type a name or what you are looking for."),
            wraps=True,
        )

    def _costs(self, expert: Expert) -> str:
        cents = _cents(expert)
        return self._workspace.language.money(cents) if cents else ""

    def decisions(self) -> ThingList:
        """Return the decisions."""
        _, cells = self._workspace.language.gettext, self._cells
        return ThingList(
            self._workspace,
            StudyDay,
            "decisions",
            [
                cells.column(Decision, "what"),
                cells.column(Decision, "about", gives_way=2),
                cells.column(Decision, "by", gives_way=1),
                cells.column(Decision, "why"),
                cells.column(Decision, "date"),
            ],
            title=_("Decisions"),
            hint=_("What was decided, by whom and why; open for the team to read."),
            typing=_("New decision"),
            empty=_("No decisions yet."),
            wraps=True,
            make=lambda **fields: Decision(date=self._workspace.today(), **fields),
        )

    def shares(self) -> ThingList:
        """Return who outside the school gets what."""
        _ = self._workspace.language.gettext
        return ThingList(
            self._workspace,
            StudyDay,
            "share_list",
            self._cells.columns(Share, ("who", "what")),
            title=_("Share list"),
            hint=_("Who outside the school gets what from this day."),
            typing=_("New: what is shared?"),
            empty=_("Nothing is shared outside the school yet."),
            wraps=True,
        )

    def acceptances(self) -> ThingList:
        """Return what is let stand, and why."""
        _, cells = self._workspace.language.gettext, self._cells
        return ThingList(
            self._workspace,
            StudyDay,
            "acceptances",
            [
                TableColumn(title=_("Check"), text=self._asked, stretches=1),
                TableColumn(title=self._named("concerns"), text=self._concerned),
                cells.column(Acceptance, "reason", stretches=1),
                cells.column(Acceptance, "by"),
                cells.column(Acceptance, "date"),
            ],
            title=_("What you accepted, and why"),
            hint=_("Delete one to have it checked again. Below: which checks apply to this day."),
            empty=_("Nothing has been accepted."),
            wraps=True,
            adds=False,
        )

    def _named(self, field: str) -> str:
        return self._workspace.language.capitalised(field_name(field, self._workspace.language, Acceptance))

    def _asked(self, acceptance: Acceptance) -> str:
        language = self._workspace.language
        try:
            return language.capitalised(language.wording(rule(acceptance.rule).asks))
        except KeyError:
            return acceptance.rule

    def _concerned(self, acceptance: Acceptance) -> str:
        return ", ".join(self._cells.name_by_uid(uid) for uid in acceptance.concerns)


def _cents(expert: Expert) -> int | None:
    return sum(map(cost, expert.deployments)) or None
