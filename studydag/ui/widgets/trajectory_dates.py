"""On which dates the steps and meetings of a trajectory come, for tables: they count from when something begins."""

from __future__ import annotations

import datetime as dt
from typing import Any

from studydag.model.rules.calendar.school_calendar import is_closed
from studydag.model.rules.follow_up.form_steps import first_of_moment, step_dates
from studydag.model.values.follow_up import Moment
from studydag.model.values.trajectory import ActivityStep
from studydag.ui.item_models.things import TableColumn
from studydag.ui.workspace import Workspace

DATED = (ActivityStep, Moment)
"""What has a date in a trajectory."""


class TrajectoryDates:
    """Finds the trajectory that a step or meeting stands in."""

    def __init__(self, workspace: Workspace) -> None:
        """Look among the trajectories of the school, as they stand."""
        self._workspace = workspace

    def column(self, value: type[Any]) -> TableColumn:
        """Return a column with the dates of things of a class."""
        title = self._workspace.language.gettext("Date")
        return TableColumn(title=title, text=self._of_step if value is ActivityStep else self._of_moment)

    def _of_step(self, step: ActivityStep) -> str:
        for trajectory in self._workspace.setting.trajectories:
            for activity in trajectory.activities:
                if any(each.id == step.id for each in activity.steps):
                    dates = {each.id: date for each, date in step_dates(activity, trajectory)}
                    return self._said(dates[step.id])
        return ""

    def _of_moment(self, moment: Moment) -> str:
        for trajectory in self._workspace.setting.trajectories:
            if any(each.id == moment.id for each in trajectory.moments):
                return self._said(first_of_moment(moment, trajectory))
        return ""

    def _said(self, date: dt.date | None) -> str:
        language = self._workspace.language
        if date is None:
            return language.gettext("no date yet")
        closed = is_closed(date, self._workspace.setting.holidays)
        return f"{language.short_date(date)}{' ⚠' if closed else ''}"
