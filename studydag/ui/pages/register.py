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


PAGES: Final = (
    PageMaker(
        name="overview",
        title=N_("Overview"),
        shows=frozenset({"study_day", "decision", "preparation_member", "version"}),
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
        shows=frozenset({"block", "part"}),
        make=_programme,
    ),
    PageMaker(
        name="follow_up",
        title=N_("Follow-up"),
        shows=frozenset({"action", "checklist_item", "support", "moment"}),
        make=_follow_up,
    ),
    PageMaker(
        name="print",
        title=N_("Print"),
        shows=frozenset(),
        make=_print,
    ),
)
