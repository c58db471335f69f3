"""Remedies that lead to a place, because only a person can decide."""

from __future__ import annotations

from collections.abc import Callable

from studydag.model.rules.remedies.proposal import Concern, GoTo, Proposal, Remedy
from studydag.model.values.wording import N_, Wording


def to_thing(*kinds: str, field: str) -> Callable[[Concern], Proposal]:
    """Lead to a field of the first of the finding's things that is of one of `kinds`, else of the first of all."""

    def propose(concern: Concern) -> Proposal:
        things = [each for each in concern.finding.about if each.id]
        thing = next((each for kind in kinds for each in things if each.kind == kind), next(iter(things), None))
        return () if thing is None else (GoTo(kind=thing.kind, id=thing.id, field=field),)

    return propose


def to_day(field: str) -> Callable[[Concern], Proposal]:
    """Lead to a field of the study day."""

    def propose(concern: Concern) -> Proposal:
        return (GoTo(kind="study_day", id=concern.context.day.id, field=field),)

    return propose


def _thing(name: str, does: Wording, field: str, *kinds: str) -> Remedy:
    return Remedy(name=name, does=does, propose=to_thing(*kinds, field=field))


def _day(name: str, does: Wording, field: str) -> Remedy:
    return Remedy(name=name, does=does, propose=to_day(field))


REMEDIES = (
    _day("add-goal", N_("Write a goal"), "goals"),
    _day("drop-goal", N_("Choose which goals can wait"), "goals"),
    _thing("write-does", N_("Write what people will do"), "does", "goal"),
    _thing("write-indicator", N_("Write the indicator"), "indicator", "goal"),
    _thing("rewrite-goal", N_("Rewrite the goal"), "sentence", "goal"),
    _day("set-level", N_("Choose the level of the goals"), "goals"),
    _day("write-pupils", N_("Write what pupils will notice"), "impacts"),
    _day("write-question", N_("Write the learning question"), "learning_question"),
    _day("add-need", N_("Write down a need"), "needs"),
    _thing("look-at-need", N_("Look at the need again"), "date", "need"),
    _thing("change-phase", N_("Change the phase"), "phase", "block"),
    _thing("change-format", N_("Choose another working format"), "working_format", "block"),
    _thing("change-interaction", N_("Choose how people take part"), "interaction", "block"),
    _thing("write-practice-link", N_("Name the lesson, class or task"), "practice_link", "block"),
    _thing("write-product", N_("Write what people take to class"), "product", "block"),
    _thing("choose-lead", N_("Choose another lead"), "leads", "block"),
    _thing("confirm-lead", N_("Look at the leads"), "leads", "block"),
    _thing("write-plan-b", N_("Write a plan B"), "plan_b", "block"),
    _thing("choose-room", N_("Choose another room"), "room", "block"),
    _thing("choose-set-up", N_("Choose another set-up"), "set_up", "block"),
    _thing("raise-capacity", N_("Change the capacities"), "capacity", "block"),
    _thing("add-option", N_("Add an option"), "options", "block"),
    _thing("allot-again", N_("Allot again"), "allotments", "block"),
    _thing("cancel-option", N_("Cancel the option"), "cancelled", "block"),
    _thing("mix-groups", N_("Mix the groups again"), "groups", "block"),
    _thing("write-title", N_("Write the title"), "title", "block"),
    _day("add-preparation-member", N_("Ask a teacher to help"), "preparation"),
    _thing("note-compensation", N_("Note the hours in return"), "registrations", "part"),
    _thing("name-owner", N_("Name an owner"), "owner", "action"),
    _thing("set-moment-date", N_("Choose another date"), "first_date", "moment"),
    _day("take-along-insights", N_("Look at the insights of the earlier day"), "builds_on"),
    _thing("write-expert-question", N_("Write the question"), "question", "expert"),
    _thing("plan-talk", N_("Plan the talk"), "talk_on", "expert"),
    _thing("plan-transfer", N_("Say who inside will learn it"), "inside_people", "expert"),
    _thing("weigh-candidates", N_("Weigh the candidates"), "candidates", "expert"),
    _thing("change-budget", N_("Look at the costs"), "budget", "study_day"),
    _thing("give-time", N_("Give time for it"), "minutes", "ambassador"),
    _day("write-agreement", N_("Write the agreements"), "climate"),
    _day("choose-learning-form", N_("Choose a form of learning at work"), "trajectory"),
    _thing("add-informal", N_("Add informal learning"), "activities", "trajectory"),
    _thing("choose-slot", N_("Choose another lesson slot"), "participants", "activity"),
    _thing("plan-data", N_("Plan how data are collected"), "steps", "activity"),
)
