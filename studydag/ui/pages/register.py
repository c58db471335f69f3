"""The pages of a study day, in the order of thinking; each is imported when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from studydag.model.values.wording import N_
from studydag.ui.look import Look
from studydag.ui.pages.page import Page
from studydag.ui.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMaker:
    """A page: its name, its title (to be translated), the kinds of things that are edited there, how to make it."""

    name: str
    title: str
    shows: frozenset[str]
    make: Callable[[Workspace, Look], Page]


def _overview(workspace: Workspace, look: Look) -> Page:
    from studydag.ui.pages.overview import OverviewPage

    return OverviewPage(workspace, look)


def _goals(workspace: Workspace, look: Look) -> Page:
    from studydag.ui.pages.goals import GoalsPage

    return GoalsPage(workspace, look)


def _programme(workspace: Workspace, look: Look) -> Page:
    from studydag.ui.pages.programme import ProgrammePage

    return ProgrammePage(workspace, look)


def _follow_up(workspace: Workspace, look: Look) -> Page:
    from studydag.ui.pages.follow_up import FollowUpPage

    return FollowUpPage(workspace, look)


def _print(workspace: Workspace, look: Look) -> Page:
    from studydag.ui.pages.printing import PrintPage

    return PrintPage(workspace, look)


def _choices(workspace: Workspace, look: Look) -> Page:
    from studydag.ui.pages.choices import ChoicesPage

    return ChoicesPage(workspace, look)


def _people(workspace: Workspace, look: Look) -> Page:
    from studydag.ui.pages.people import PeoplePage

    return PeoplePage(workspace, look)


def _effect(workspace: Workspace, look: Look) -> Page:
    from studydag.ui.pages.effect import EffectPage

    return EffectPage(workspace, look)


PAGES: Final = (
    PageMaker(
        name="overview",
        title=N_("Overview"),
        shows=frozenset(
            {
                "study_day",
                "climate_item",
                "expert",
                "expectation",
                "candidate",
                "criterion_score",
                "deployment",
                "ambassador",
                "decision",
                "share",
                "version",
                "acceptance",
            }
        ),
        make=_overview,
    ),
    PageMaker(
        name="goals",
        title=N_("Goals"),
        shows=frozenset({"need", "goal", "impact", "case"}),
        make=_goals,
    ),
    PageMaker(
        name="programme",
        title=N_("Programme"),
        shows=frozenset({"block", "block_lead", "material", "resource", "part"}),
        make=_programme,
    ),
    PageMaker(
        name="choices",
        title=N_("Choices"),
        shows=frozenset(
            {"registration", "attendance_mark", "preference", "allotment", "grouping", "group_of_participants"}
        ),
        make=_choices,
    ),
    PageMaker(
        name="people",
        title=N_("People & rooms"),
        shows=frozenset({"preparation_member", "catering", "block_lead", "material"}),
        make=_people,
    ),
    PageMaker(
        name="follow_up",
        title=N_("Follow-up"),
        shows=frozenset({"action", "checklist_item", "support", "moment"}),
        make=_follow_up,
    ),
    PageMaker(
        name="effect",
        title=N_("Effect"),
        shows=frozenset({"measure", "result", "insight", "success"}),
        make=_effect,
    ),
    PageMaker(
        name="print",
        title=N_("Print"),
        shows=frozenset(),
        make=_print,
    ),
)
