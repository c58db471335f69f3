"""Checks on the trajectory around the day: forms at work, informal learning, coaching and research that can be done."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.model.rules.checks.about import about
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule
from studydag.model.values.findings import Severity
from studydag.model.values.trajectory import Activity, ActivityStep, ParticipantRole
from studydag.model.values.wording import N_, NN_

ACTION_RESEARCH = "action_research"
# Steps come from a template in the school's language and can be renamed; these words are in both.
_DATA_WORDS = ("data", "gegevens", "evidence", "bewijs")


def only_events(context: Context) -> Iterator[Outcome]:
    """Look for a form of learning at work beside the day (R046)."""
    at_work = [activity for activity in _activities(context) if _is_at_work(context, activity)]
    figures: Figures = {"activities": len(_activities(context)), "at_work": len(at_work)}
    yield Holds(figures) if at_work else Found((context.about_day,), figures)


def no_informal(context: Context) -> Iterator[Outcome]:
    """Look for informal learning in the trajectory (R056)."""
    activities = _activities(context)
    if context.trajectory is None:
        return
    informal = sum(activity.informal for activity in activities)
    figures: Figures = {"activities": len(activities), "formal": len(activities) - informal, "informal": informal}
    yield Holds(figures) if informal else Found((about(context.trajectory),), figures)


def coach_clash(context: Context) -> Iterator[Outcome]:
    """Look for coaches with two coachees in one lesson slot (R049)."""
    coached: dict[tuple[int, str], list[tuple[Activity, int]]] = {}
    for activity in _activities(context):
        coaches = [each.person for each in activity.participants if each.role is ParticipantRole.COACH]
        for coachee in activity.participants:
            slot = " ".join(coachee.lesson_slot.casefold().split())
            if coachee.role is ParticipantRole.COACHEE and slot:
                for coach in coaches:
                    coached.setdefault((coach, slot), []).append((activity, coachee.person))
    for (coach, _), coachees in coached.items():
        coached_there = tuple(dict.fromkeys(person for _, person in coachees))
        if len(coached_there) < 2:
            continue
        people = [context.people[number] for number in (coach, *coached_there) if number in context.people]
        activities = {activity.id: activity for activity, _ in coachees}
        slot = _slot_as_written(coachees[0][0], coachees[0][1])
        figures: Figures = {
            "coach": context.people[coach].name if coach in context.people else "",
            "slot": slot,
            "coachees": len(coached_there),
        }
        yield Found((*map(about, activities.values()), *map(about, people)), figures)
    if coached:
        yield Holds({"slots": len(coached)})


def no_data_collection(context: Context) -> Iterator[Outcome]:
    """Look for action research in which no data are collected (R050)."""
    research = [activity for activity in _activities(context) if _key_of_form(context, activity) == ACTION_RESEARCH]
    for activity in research:
        if not any(_collects_data(step) for step in activity.steps):
            yield Found((about(activity),), {"activity": activity.title})
    if research:
        yield Holds({"activities": len(research)})


def _activities(context: Context) -> tuple[Activity, ...]:
    return () if context.trajectory is None else context.trajectory.activities


def _is_at_work(context: Context, activity: Activity) -> bool:
    form = context.learning_forms.get(activity.learning_form or 0)
    return form is not None and form.workplace


def _key_of_form(context: Context, activity: Activity) -> str:
    form = context.learning_forms.get(activity.learning_form or 0)
    return "" if form is None else form.key


def _collects_data(step: ActivityStep) -> bool:
    """Whether a step is about data, and filled in: a date, a text, or done."""
    is_about_data = any(word in step.title.casefold() for word in _DATA_WORDS)
    return is_about_data and (step.due is not None or bool(step.text.strip()) or step.done)


def _slot_as_written(activity: Activity, person: int) -> str:
    return next(each.lesson_slot for each in activity.participants if each.person == person and each.lesson_slot)


RULES = (
    Rule(
        id="only-events",
        family=Family.TRAJECTORY,
        severity=Severity.HINT,
        asks=N_("Besides the day itself, people learn at work."),
        why=N_("Forms close to the lesson, such as lesson study or coaching, often do most."),
        reason=N_("There is only the event: no form of learning at work goes with the day."),
        holds=NN_(
            "{at_work} form of learning at work goes with it.",
            "{at_work} forms of learning at work go with it.",
            "at_work",
        ),
        find=only_events,
        remedies=("choose-learning-form",),
        rows=("R046",),
    ),
    Rule(
        id="no-informal",
        family=Family.TRAJECTORY,
        severity=Severity.HINT,
        asks=N_("The trajectory has informal learning as well."),
        why=N_("Formal and informal learning strengthen each other."),
        reason=N_("{formal:All} activities of the trajectory are formal; {informal} are informal."),
        holds=N_("Activities of the trajectory: {formal} formal, {informal} informal."),
        find=no_informal,
        remedies=("add-informal",),
        rows=("R056",),
    ),
    Rule(
        id="coach-clash",
        family=Family.TRAJECTORY,
        severity=Severity.MUST,
        asks=N_("A coach sees one coachee at a time."),
        why=N_("Nobody can sit in two lessons."),
        reason=N_("{coach} coaches {coachees} people in one lesson slot: {slot}."),
        holds=NN_("{slots} lesson slot has one coachee.", "{slots} lesson slots have one coachee each.", "slots"),
        find=coach_clash,
        remedies=("choose-slot",),
        rows=("R049",),
    ),
    Rule(
        id="no-data-collection",
        family=Family.TRAJECTORY,
        severity=Severity.SHOULD,
        asks=N_("Action research collects data."),
        why=N_("Without data it is an opinion about one’s own lessons."),
        reason=N_("{activity:quoted} is action research without a step in which data are collected."),
        holds=NN_(
            "The action research collects data.",
            "{activities:All} activities of action research collect data.",
            "activities",
        ),
        find=no_data_collection,
        remedies=("plan-data",),
        rows=("R050",),
    ),
)
