"""What a need or a goal is linked with, in words and in groups."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from studydag.labels.titles import title_of
from studydag.model.rules.threads.thread import Thread
from studydag.model.values.goals import Goal, Need
from studydag.model.values.references import Reference
from studydag.model.values.study_day import StudyDay
from studydag.ui.item_models.cells import Cells
from studydag.ui.widgets.links_view import LinkGroup
from studydag.ui.workspace import Workspace


class ThreadLinks:
    """Says what is linked with a thing of the day."""

    def __init__(self, workspace: Workspace, cells: Cells) -> None:
        """Write in the workspace's language."""
        self._workspace = workspace
        self._cells = cells

    def of(self, thing: Any, found: Thread | None, *, apart: bool = False) -> tuple[str, list[LinkGroup]]:
        """Return a heading and the groups of links of a need or a goal; of anything else what to do first.

        `apart` from needs and goals nothing can be selected: then it is the first one's, and the heading names it.
        """
        _, day = self._workspace.language.gettext, self._workspace.day
        if apart and day is not None and not isinstance(thing, Goal | Need):
            thing = next(iter((*day.goals, *day.needs)), None)
        if isinstance(thing, Goal) and found is not None:
            named = f": {self._cells.goal_number(thing.id)} {thing.sentence}" if apart else ""
            return _("What serves this goal") + named, self._of_goal(thing, found)
        if isinstance(thing, Need) and day is not None:
            named = f": {thing.statement}" if apart else ""
            return _("What this need leads to") + named, self._of_need(thing, day)
        if apart:
            return _("Write down a need or a goal first: what it is linked with is shown here."), []
        return _("Select a need or a goal to see what it is linked with."), []

    def _of_need(self, need: Need, day: StudyDay) -> list[LinkGroup]:
        _, cells = self._workspace.language.gettext, self._cells
        goals = [goal for goal in day.goals if need.id in goal.needs]
        links = [(("goal", goal.id), f"{cells.goal_number(goal.id)} {goal.sentence}") for goal in goals]
        school = [(("school_goal", each), cells.name("school_goal", each)) for each in need.school_goals]
        return [
            LinkGroup(title=_("Goals"), links=links, nothing=_("No goal yet: choose this need in a goal.")),
            LinkGroup(title=_("School goals"), links=school, nothing=_("none chosen")),
        ]

    def _of_goal(self, goal: Goal, found: Thread) -> list[LinkGroup]:
        _ = self._workspace.language.gettext
        needs = [(("need", need), self._cells.name("need", need)) for need in goal.needs]
        groups = [
            (_("Needs"), needs, _("No need is behind it yet.")),
            (_("Blocks"), self._titled("block", found.blocks_of(goal.id)), _("No block serves it yet.")),
            (_("Actions"), self._titled("action", found.actions_of(goal.id)), _("No action follows it up yet.")),
            (_("Moments"), self._titled("moment", found.moments.get(goal.id, ())), _("none")),
            (_("Measures"), self._titled("measure", found.measures_of(goal.id)), _("Nothing measures it yet.")),
            (_("Experts"), self._titled("expert", found.experts.get(goal.id, ())), _("none")),
        ]
        return [LinkGroup(title=title, links=links, nothing=nothing) for title, links, nothing in groups]

    def _titled(self, kind: str, things: Iterable[Any]) -> list[tuple[Reference, str]]:
        return [((kind, thing.id), title_of(thing, self._workspace.language)) for thing in things]
