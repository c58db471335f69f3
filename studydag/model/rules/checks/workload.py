"""The work before, on and after a study day, in minutes of one participant (R071)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studydag.model.rules.calendar.dates import Side, side_of
from studydag.model.rules.checks.context import Context
from studydag.model.values.programme import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Minutes before the day, on it (net), and after it; those of the trajectory's activities apart."""

    before: int = 0
    on_the_day: int = 0
    after: int = 0
    activities: int = 0


def work_of(context: Context) -> Work:
    """Sum actions, moments, preparation of blocks, self-paced blocks, and the activities of the trajectory."""
    before = _minutes_of_actions(context, Side.BEFORE) + _minutes_of_moments(context, Side.BEFORE)
    before += sum(block.preparation_minutes for block in context.thread.planned)
    before += sum(block.minutes for block in _self_paced(context, Side.BEFORE))
    after = _minutes_of_actions(context, Side.AFTER) + _minutes_of_moments(context, Side.AFTER)
    after += sum(block.minutes for block in _self_paced(context, Side.AFTER))
    return Work(
        before=before,
        on_the_day=context.balance.net_minutes,
        after=after,
        activities=_minutes_of_activities(context),
    )


def _minutes_of_actions(context: Context, side: Side) -> int:
    actions = (each for each in context.counted_actions if side_of(each.due, context.day) is side)
    return sum((each.minutes or 0) * (each.count or 1) for each in actions)


def _minutes_of_moments(context: Context, side: Side) -> int:
    return sum(
        (moment.minutes or 0) * sum(where is side for where in context.sides_of(moment))
        for moment in context.day.moments
        if moment.minutes
    )


def _minutes_of_activities(context: Context) -> int:
    """Sum the work of the trajectory's activities: as it was estimated, or as its meetings come to, the larger."""
    if context.trajectory is None:
        return 0
    meetings: dict[int, int] = {}
    for moment in context.trajectory.moments:
        if moment.activity is not None and moment.minutes:
            times = moment.minutes * len(context.dates_in_trajectory(moment))
            meetings[moment.activity] = meetings.get(moment.activity, 0) + times
    return sum(max(each.minutes, meetings.get(each.id, 0)) for each in context.trajectory.activities)


def _self_paced(context: Context, side: Side) -> Iterable[Block]:
    """Return the self-paced blocks before or after the day; one without a window comes before."""
    for block in context.schedule.self_paced:
        where = side_of(block.window_start or block.window_end, context.day)
        if not block.cancelled and (where is Side.AFTER) is (side is Side.AFTER):
            yield block
