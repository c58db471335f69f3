"""Checks on what comes after the day, and on what came of an earlier one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from studydag.model.rules.calendar.school_calendar import is_closed, next_school_day
from studydag.model.rules.checks.about import about, one_line
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.rules.checks.workload import work_of
from studydag.model.rules.follow_up.form_steps import step_dates
from studydag.model.rules.partners.expertise import ambassadors_of
from studydag.model.values.findings import Severity
from studydag.model.values.follow_up import Moment, MomentKind
from studydag.model.values.wording import N_, NN_


def one_off_day(context: Context) -> Iterator[Outcome]:
    """Look for anything at all after the day (R003)."""
    after = context.thread.after
    ambassadors = sum(len(ambassadors_of(expert)) for expert in context.day.experts)
    activities = _activities_after(context)
    figures: Figures = {
        "actions": sum(kind == "action" for kind, _ in after),
        "moments": sum(kind == "moment" for kind, _ in after),
        "activities": activities,
    }
    undated = sum(action.due is None for action in context.day.actions)
    if after or ambassadors or activities:
        yield Holds(figures)
    elif undated:
        yield Found((context.about_day,), {**figures, "undated": undated}, reason=_UNDATED)
    else:
        yield Found((context.about_day,), figures)


def _activities_after(context: Context) -> int:
    """Count the activities of the trajectory that have a step or a meeting after the day."""
    trajectory, last = context.trajectory, context.last_date
    if trajectory is None or last is None:
        return 0
    meeting = {
        moment.activity
        for moment in trajectory.moments
        if moment.activity is not None and any(date > last for date in context.dates_in_trajectory(moment))
    }
    return sum(
        activity.id in meeting or any(date is not None and date > last for _, date in step_dates(activity, trajectory))
        for activity in trajectory.activities
    )


def goal_no_follow_up(context: Context) -> Iterator[Outcome]:
    """Look for goals of which nothing comes after the day (R003, R017)."""
    goals = context.day.goals
    for goal in goals:
        if not context.thread.follow_up_of(goal.id):
            yield Found((about(goal),), {"goal": one_line(goal.sentence)})
    if goals:
        yield Holds({"goals": len(goals)})


def no_reflection_moment(context: Context) -> Iterator[Outcome]:
    """Look for a moment of reflection after the day, on a day on which the school is open (R085)."""
    moments = _moments_after(context, MomentKind.REFLECTION)
    if not moments:
        yield Found((context.about_day,))
        return
    dates = [None if moment.rhythm else context.date_of(moment.first_date) for moment in moments]
    holidays = context.setting.holidays
    closed = [(moment, date) for moment, date in zip(moments, dates, strict=True) if date and is_closed(date, holidays)]
    if len(closed) < len(moments):
        yield Holds({"moments": len(moments)})
        return
    for moment, date in closed:
        yield _on_closed_day(context, moment, date)


def no_sharing(context: Context) -> Iterator[Outcome]:
    """Look for a moment after the day at which results and successes are shared (R087, R069)."""
    moments = _moments_after(context, MomentKind.SHARING)
    yield Holds({"moments": len(moments)}) if moments else Found((context.about_day,))


def no_assurance(context: Context) -> Iterator[Outcome]:
    """Look for goals that no structure, rhythm or ambassador keeps alive (R017, R105)."""
    goals = context.day.goals
    for goal in goals:
        if not context.thread.assurance_of(goal.id):
            yield Found((about(goal),), {"goal": one_line(goal.sentence)})
    if goals:
        yield Holds({"goals": len(goals)})


def weight_on_the_day(context: Context, limit: float) -> Iterator[Outcome]:
    """Compare the work before and after the day with the whole (R071).

    Where an action or a moment has no minutes yet, too little is known to say that it falls short.
    """
    work = work_of(context)
    before, on_the_day, after = work.before, work.on_the_day, work.after + work.activities
    whole = before + on_the_day + after
    if not on_the_day:
        return
    figures: Figures = {
        "before": before,
        "day": on_the_day,
        "after": after,
        "percent": (before + after) * 100 // whole,
        "limit": limit,
    }
    if (before + after) * 100 >= limit * whole:
        yield Holds(figures)
    elif not _minutes_unknown(context):
        yield Found((context.about_day,), figures)


def earlier_day_open(context: Context) -> Iterator[Outcome]:
    """Look for actions and insights of the day it builds on that nothing was done with (R074, R120)."""
    earlier = context.setting.earlier_day
    if earlier is None or not context.day.builds_on or earlier.uid != context.day.builds_on:
        return
    taken_over = {one_line(action.what).casefold() for action in context.day.actions}
    actions = [
        action
        for action in earlier.actions
        if action.state.is_unfinished and one_line(action.what).casefold() not in taken_over
    ]
    insights = [insight for insight in earlier.insights if insight.taken_along_to != context.day.uid]
    figures: Figures = {"actions": len(actions), "insights": len(insights), "day": one_line(earlier.title)}
    if actions:
        yield Found(tuple(map(about, actions)), figures)
    if insights:
        yield Found(tuple(map(about, insights)), figures, _INSIGHTS, ("take-along-insights",))
    yield Holds({"day": one_line(earlier.title)})


def _moments_after(context: Context, kind: MomentKind) -> list[Moment]:
    after = context.thread.after
    return [each for each in context.day.moments if each.kind is kind and ("moment", each.id) in after]


def _on_closed_day(context: Context, moment: Moment, date: dt.date) -> Found:
    holidays = context.setting.holidays
    instead = next_school_day(date, holidays)
    figures: Figures = {
        "date": date.isoformat(),
        "holiday": holidays.names.get(date, ""),
        "proposal": "" if instead is None else instead.isoformat(),
    }
    reason = _IN_HOLIDAY if figures["holiday"] else _IN_WEEKEND
    return Found((about(moment),), figures, reason, ("move-to-school-day",) if instead else ("set-moment-date",))


def _minutes_unknown(context: Context) -> bool:
    actions = any(each.minutes is None for each in context.counted_actions if each.due is not None)
    return actions or any(each.minutes is None for each in context.day.moments)


_INSIGHTS = NN_(
    "{insights} insight from {day:quoted} has not been taken along.",
    "{insights} insights from {day:quoted} have not been taken along.",
    "insights",
)
_UNDATED = NN_(
    "This is a one-off day: nothing is planned after it, and {undated} action has no date yet.",
    "This is a one-off day: nothing is planned after it, and {undated} actions have no date yet.",
    "undated",
)
_IN_HOLIDAY = N_("The moment of reflection on {date:short_date} is in a holiday ({holiday}).")
_IN_WEEKEND = N_("The moment of reflection on {date:short_date} is at a weekend.")

RULES = (
    Rule(
        id="one-off-day",
        family=Family.FOLLOW_UP,
        severity=Severity.MUST,
        asks=N_("Something comes after the day."),
        why=N_("What a study day brings is mostly decided by what happens afterwards."),
        reason=N_("This is a one-off day: nothing is planned after it."),
        holds=N_("After the day: actions {actions}, moments {moments}, activities of the trajectory {activities}."),
        find=one_off_day,
        remedies=("add-action", "add-moment"),
        rows=("R003", "R083"),
    ),
    Rule(
        id="goal-no-follow-up",
        family=Family.FOLLOW_UP,
        severity=Severity.MUST,
        asks=N_("Every goal is followed up."),
        why=N_("A goal is reached in the weeks after the day, if at all."),
        reason=N_("The goal {goal:quoted} has no follow-up: no action, moment or assurance after the day."),
        holds=NN_("The goal is followed up.", "{goals:All} goals are followed up.", "goals"),
        find=goal_no_follow_up,
        remedies=("add-action", "add-moment"),
        rows=("R003", "R017"),
    ),
    Rule(
        id="no-reflection-moment",
        family=Family.FOLLOW_UP,
        severity=Severity.MUST,
        asks=N_("After the day there is a moment to reflect, on a school day."),
        why=N_("Looking back after some weeks shows what took hold and what needs help."),
        reason=N_("No moment of reflection is planned after the day."),
        holds=NN_(
            "{moments} moment of reflection is planned after the day.",
            "{moments} moments of reflection are planned after the day.",
            "moments",
        ),
        find=no_reflection_moment,
        remedies=("add-moment",),
        rows=("R085",),
    ),
    Rule(
        id="no-sharing",
        family=Family.FOLLOW_UP,
        severity=Severity.SHOULD,
        asks=N_("There is a moment at which results and successes are shared."),
        why=N_("What worked for one person is an invitation to the others, and a reason to celebrate."),
        reason=N_("There is no moment at which results and successes are shared."),
        holds=NN_(
            "{moments} moment of sharing is planned after the day.",
            "{moments} moments of sharing are planned after the day.",
            "moments",
        ),
        find=no_sharing,
        remedies=("add-sharing",),
        rows=("R069", "R087"),
    ),
    Rule(
        id="no-assurance",
        family=Family.FOLLOW_UP,
        severity=Severity.SHOULD,
        asks=N_("A structure, rhythm or ambassador keeps every goal alive."),
        why=N_("Actions end; what comes back on an agenda stays."),
        reason=N_("Nothing keeps {goal:quoted} alive: no standing structure, rhythm or ambassador."),
        holds=NN_("The goal is assured.", "{goals:All} goals are assured.", "goals"),
        find=no_assurance,
        remedies=("add-structure",),
        rows=("R017", "R105"),
    ),
    Rule(
        id="weight-on-the-day",
        family=Family.FOLLOW_UP,
        severity=Severity.HINT,
        asks=N_("Preparation and follow-up carry weight beside the day itself."),
        why=N_("What comes before and after is at least as important as the day."),
        reason=N_(
            "Before {before:minutes}, on the day {day:minutes}, after {after:minutes}: {percent:percents} of the work "
            "lies before and after (at least {limit:percents})."
        ),
        holds=N_(
            "Before {before:minutes}, on the day {day:minutes}, after {after:minutes}: {percent:percents} of the work "
            "lies before and after (at least {limit:percents})."
        ),
        find=weight_on_the_day,
        threshold=Threshold(25, N_("percent of the whole")),
        remedies=("add-meetings",),
        rows=("R071",),
    ),
    Rule(
        id="earlier-day-open",
        family=Family.PREPARATION,
        severity=Severity.SHOULD,
        asks=N_("What an earlier day left open is dealt with."),
        why=N_("Beginning something new while the old is unfinished teaches people to wait until it blows over."),
        reason=NN_(
            "{actions} action from {day:quoted} is still open.",
            "{actions} actions from {day:quoted} are still open.",
            "actions",
        ),
        holds=N_("Nothing from {day:quoted} is left open."),
        find=earlier_day_open,
        remedies=("take-over-actions",),
        rows=("R074", "R120"),
    ),
)
