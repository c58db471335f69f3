"""The steps of the four forms of learning at work, and the dates they get from a first one (R047-R050)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from studydag.model.rules.calendar.dates import resolve_between
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.follow_up import Moment
from studydag.model.values.trajectory import Activity, ActivityStep, Trajectory
from studydag.model.values.validation import RELATIVE_LIMITS
from studydag.model.values.wording import N_

PLC = "plc"


@dataclass(frozen=True, slots=True)
class StepTemplate:
    """A step and what happens in it, both to be translated; who does it is left open."""

    title: str
    text: str


STEPS: Mapping[str, tuple[StepTemplate, ...]] = {
    "lesson_study": (
        StepTemplate(
            N_("Design the lesson together"), N_("Which pupils do we look at (case pupils), and what do we expect?")
        ),
        StepTemplate(
            N_("Research lesson with observers"), N_("One teaches, the others watch the case pupils. Role: teacher.")
        ),
        StepTemplate(N_("Discuss what was seen"), N_("First what pupils did, then what that says about the lesson.")),
        StepTemplate(N_("Revise the lesson"), N_("Change what did not work, and say why.")),
        StepTemplate(N_("Second research lesson"), N_("In another class, by someone else. Role: teacher.")),
    ),
    "coaching": (
        StepTemplate(N_("Talk beforehand"), N_("What do you want to try, and what do I look at?")),
        StepTemplate(N_("Lesson visit"), N_("The coach looks at what was agreed, and at nothing else.")),
        StepTemplate(N_("Talk afterwards"), N_("What happened, what did it do, what is the next step?")),
    ),
    "action_research": (
        StepTemplate(N_("Question"), N_("What do we want to know about our own lessons?")),
        StepTemplate(N_("Intervention"), N_("What do we do differently, for how long, in which classes?")),
        StepTemplate(N_("Collect data"), N_("Which data, from whom, when?")),
        StepTemplate(N_("Analysis"), N_("What do the data say, and what do they not say?")),
        StepTemplate(N_("Share with the team"), N_("What did we find, and what does it ask of others?")),
    ),
    PLC: (
        StepTemplate(N_("Choose theme and product"), N_("What do we work on, and what will there be at the end?")),
        StepTemplate(N_("Look back and decide how to go on"), N_("What did it bring pupils, and who carries on?")),
    ),
}
"""By the key of the learning form. A PLC lives in its meetings; it has a beginning and an end."""


def steps_from(texts: tuple[tuple[str, str], ...], weeks: int) -> tuple[ActivityStep, ...]:
    """Return steps of (title, text), the first when the activity begins, each `weeks` after the one before.

    They count from there, so that all of them move when it begins on another day. Nobody's name stands with them yet.
    """
    most = RELATIVE_LIMITS[DateUnit.WEEKS][1]
    return tuple(
        ActivityStep(title=title, text=text, due=RelativeDate(min(weeks * number, most)))
        for number, (title, text) in enumerate(texts)
    )


def begin_of(activity: Activity | None, trajectory: Trajectory) -> date | None:
    """Return the day from which the relative dates of an activity count; without one those of the trajectory."""
    return trajectory.period_start if activity is None or activity.begins_on is None else activity.begins_on


def begin_of_moment(moment: Moment, trajectory: Trajectory) -> date | None:
    """Return the day from which the first date of a moment of a trajectory counts: that of its activity, if any."""
    activity = next((each for each in trajectory.activities if each.id == moment.activity), None)
    return begin_of(activity, trajectory)


def first_of_moment(moment: Moment, trajectory: Trajectory) -> date | None:
    """Return the first date of a moment of a trajectory."""
    start = begin_of_moment(moment, trajectory)
    return resolve_between(moment.first_date, start, start)


def step_dates(activity: Activity, trajectory: Trajectory) -> tuple[tuple[ActivityStep, date | None], ...]:
    """Return each step with its date, which counts from the beginning where it is relative."""
    start = begin_of(activity, trajectory)
    return tuple((step, resolve_between(step.due, start, start)) for step in activity.steps)
