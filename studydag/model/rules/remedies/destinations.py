"""Remedies that lead to a place, because only a person can decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from studydag.model.rules.checks.unfilled import open_fields
from studydag.model.rules.remedies.proposal import Concern, GoTo, Proposal, Remedy
from studydag.model.rules.time.balance import activity_of, interaction_of, live
from studydag.model.values.goals import Impact, ImpactRow
from studydag.model.values.programme import Block, Interaction
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


def to_list(kind: str) -> Callable[[Concern], Proposal]:
    """Lead to where things of a kind are, to add one or to choose among them."""

    def propose(_concern: Concern) -> Proposal:
        return (GoTo(kind=kind, id=0),)

    return propose


def to_level(concern: Concern) -> Proposal:
    """Lead to the level of the first goal, else of the first need."""
    day = concern.context.day
    if day.goals:
        return (GoTo(kind="goal", id=day.goals[0].id, field="level"),)
    return tuple(GoTo(kind="need", id=need.id, field="level") for need in day.needs[:1])


def to_pupils(concern: Concern) -> Proposal:
    """Lead to what pupils will notice, whether something stands there yet or not."""
    rows = (each.id for each in concern.context.day.impacts if each.row is ImpactRow.PUPILS)
    return (GoTo(kind="impact", id=next(rows, 0), field=ImpactRow.PUPILS),)


def to_open_text(concern: Concern) -> Proposal:
    """Lead to the field in which a template left something open."""
    for kind, thing in (("study_day", concern.context.day), *_texts(concern)):
        for field in open_fields(thing)[:1]:
            if (kind, thing.id) in {(each.kind, each.id) for each in concern.finding.about}:
                row = thing.row if isinstance(thing, Impact) else None
                return (GoTo(kind=kind, id=thing.id, field=field if row is None else row),)
    return ()


def _texts(concern: Concern) -> Iterator[tuple[str, Any]]:
    day = concern.context.day
    for kind, things in (("need", day.needs), ("goal", day.goals), ("impact", day.impacts), ("block", day.blocks)):
        for thing in things:
            yield kind, thing


def to_format(concern: Concern) -> Proposal:
    """Lead to the working format of the block, or of the longest one in which people do least."""
    blocks = concern.ids("block")
    if blocks:
        return (GoTo(kind="block", id=blocks[0], field="working_format"),)
    formats = concern.context.formats

    def passive(block: Block) -> tuple[bool, int, int]:
        listens = interaction_of(block, formats) is Interaction.LISTEN
        return not listens, activity_of(block, formats), -block.minutes

    least = min(concern.context.learning_blocks, key=passive, default=None)
    return () if least is None else (GoTo(kind="block", id=least.id, field="working_format"),)


def to_room(concern: Concern) -> Proposal:
    """Lead to the room of the block; of a round to that of its first option without one."""
    rounds = {block.round for block in concern.context.day.blocks}
    blocks = [number for number in concern.ids("block") if number not in rounds] or concern.ids("block")
    return tuple(GoTo(kind="block", id=number, field="room") for number in blocks[:1])


def to_plan_b(*, written: bool) -> Callable[[Concern], Proposal]:
    """Lead to the plan B of the block, if there is one (`written`) or if there is none yet (D11)."""

    def propose(concern: Concern) -> Proposal:
        blocks = [block for block in concern.context.day.blocks if block.id in concern.ids("block")]
        there = (block.id for block in blocks if bool(block.plan_b.strip()) is written)
        return tuple(GoTo(kind="block", id=number, field="plan_b") for number in there)

    return propose


def to_capacity(concern: Concern) -> Proposal:
    """Lead to the capacity of the option; of a round to that of its first one."""
    for slot in concern.slots:
        first = next(iter(live(slot.options)), slot)
        return (GoTo(kind="block", id=first.block.id, field="capacity"),)
    return tuple(GoTo(kind="block", id=number, field="capacity") for number in concern.ids("block")[:1])


def to_hours_in_return(concern: Concern) -> Proposal:
    """Lead to the registration of the first one who is off that day."""
    people = concern.ids("person")
    groups = {group.id for group in concern.context.setting.groups if people and people[0] in group.members}
    for registration in concern.context.day.registrations:
        if registration.person in people[:1] or (registration.person is None and registration.group in groups):
            return (GoTo(kind="registration", id=registration.id, field="compensation_minutes"),)
    return (GoTo(kind="registration", id=0),)


def to_learning_form(concern: Concern) -> Proposal:
    """Lead to the activities of the trajectory, or to where the day gets one."""
    trajectory = concern.context.trajectory
    if trajectory is None:
        return (GoTo(kind="study_day", id=concern.context.day.id, field="trajectory"),)
    return (GoTo(kind="trajectory", id=trajectory.id, field="activities"),)


def _thing(name: str, does: Wording, field: str, *kinds: str) -> Remedy:
    return Remedy(name=name, does=does, propose=to_thing(*kinds, field=field))


def _day(name: str, does: Wording, field: str) -> Remedy:
    return Remedy(name=name, does=does, propose=to_day(field))


def _list(name: str, does: Wording, kind: str) -> Remedy:
    return Remedy(name=name, does=does, propose=to_list(kind))


REMEDIES = (
    _list("add-goal", N_("Write a goal"), "goal"),
    _list("drop-goal", N_("Choose which goals can wait"), "goal"),
    _thing("write-does", N_("Write what people will do"), "does", "goal"),
    _thing("write-indicator", N_("Write the indicator"), "indicator", "goal"),
    _thing("rewrite-goal", N_("Rewrite the goal"), "sentence", "goal"),
    Remedy(name="set-level", does=N_("Choose the level of the goals"), propose=to_level),
    Remedy(name="write-pupils", does=N_("Write what pupils will notice"), propose=to_pupils),
    Remedy(name="fill-in-text", does=N_("Fill it in"), propose=to_open_text),
    _day("write-question", N_("Write the learning question"), "learning_question"),
    _list("add-need", N_("Write down a need"), "need"),
    _thing("look-at-need", N_("Look at the need again"), "date", "need"),
    _thing("change-phase", N_("Change the phase"), "phase", "block"),
    _thing("change-minutes", N_("Change its minutes"), "minutes", "block"),
    Remedy(name="change-format", does=N_("Choose another working format"), propose=to_format),
    _thing("change-interaction", N_("Choose how people take part"), "interaction", "block"),
    _thing("write-practice-link", N_("Name the lesson, class or task"), "practice_link", "block"),
    _thing("write-product", N_("Write what people take to class"), "product", "block"),
    _thing("choose-lead", N_("Choose another lead"), "leads", "block"),
    _thing("confirm-lead", N_("Look at the leads"), "leads", "block"),
    Remedy(name="look-at-plan-b", does=N_("Look at the plan B"), propose=to_plan_b(written=True)),
    Remedy(name="write-plan-b", does=N_("Write a plan B"), propose=to_plan_b(written=False)),
    Remedy(name="choose-room", does=N_("Choose another room"), propose=to_room),
    _thing("choose-set-up", N_("Choose another set-up"), "set_up", "block"),
    Remedy(name="raise-capacity", does=N_("Change the capacities"), propose=to_capacity),
    _list("allot-again", N_("Allot again"), "allotment"),
    _thing("cancel-option", N_("Cancel the option"), "cancelled", "block"),
    _list("mix-groups", N_("Mix the groups again"), "grouping"),
    _thing("write-title", N_("Write the title"), "title", "block"),
    _thing("look-at-catering", N_("Look at what is ordered"), "at", "catering"),
    _list("add-preparation-member", N_("Ask a teacher to help"), "preparation_member"),
    Remedy(name="note-compensation", does=N_("Note the time off in lieu"), propose=to_hours_in_return),
    _thing("name-owner", N_("Name an owner"), "owner", "action"),
    _thing("choose-date", N_("Choose another date"), "date", "part"),
    _thing("set-moment-date", N_("Choose another date"), "first_date", "moment"),
    _day("take-along-insights", N_("Look at the insights of the earlier day"), "builds_on"),
    _thing("write-expert-question", N_("Write the question"), "question", "expert"),
    _thing("plan-talk", N_("Plan the talk"), "talk_on", "expert"),
    _thing("plan-transfer", N_("Say who inside will learn it"), "inside_people", "expert"),
    _thing("weigh-candidates", N_("Weigh the candidates"), "candidates", "expert"),
    _thing("change-budget", N_("Look at the costs"), "budget", "study_day"),
    _list("write-agreement", N_("Write the agreements"), "climate_item"),
    Remedy(name="choose-learning-form", does=N_("Choose a form of learning at work"), propose=to_learning_form),
    _thing("add-informal", N_("Add informal learning"), "activities", "trajectory"),
    _thing("choose-slot", N_("Choose another lesson slot"), "participants", "activity"),
    _thing("plan-data", N_("Plan how data are collected"), "steps", "activity"),
)
