"""Checks on choice rounds: places enough, options neither too small nor too full, groups mixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studydag.model.rules.checks.about import about
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule
from studydag.model.rules.people.group_composer import kind_of_person
from studydag.model.rules.space.rooms import capacity, set_up_of
from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.choices import Grouping, GroupMix, GroupOfParticipants
from studydag.model.values.findings import Severity
from studydag.model.values.programme import Block
from studydag.model.values.wording import N_, NN_


def capacity_short(context: Context) -> Iterator[Outcome]:
    """Compare the places of each round with the people to expect (R082)."""
    for slot in _rounds(context):
        people = context.crowd.audience_of(slot.block)
        each = [_places(context, option.block) for option in live(slot.options)]
        if people is None or any(places is None for places in each):
            continue
        places = sum(each_places or 0 for each_places in each)
        figures: Figures = {
            "round": context.title_of(slot.block),
            "people": people,
            "places": places,
            "short": max(0, people - places),
        }
        yield Found((context.about_block(slot.block),), figures) if people > places else Holds(figures)


def option_too_small(context: Context) -> Iterator[Outcome]:
    """Look for options with fewer people than their minimum, in rounds that are allotted (R082, D34)."""
    for option, people in _allotted_options(context):
        figures: Figures = {"option": context.title_of(option), "people": people, "minimum": option.minimum or 0}
        if option.minimum is not None and people < option.minimum:
            yield Found((context.about_block(option),), figures)
        else:
            yield Holds()


def option_too_full(context: Context) -> Iterator[Outcome]:
    """Look for options with more people than places, in rounds that are allotted (R082)."""
    for option, people in _allotted_options(context):
        figures: Figures = {"option": context.title_of(option), "people": people, "places": option.capacity or 0}
        if option.capacity is not None and people > option.capacity:
            yield Found((context.about_block(option),), figures)
        else:
            yield Holds()


def group_not_mixed(context: Context) -> Iterator[Outcome]:
    """Look for groups with more of one section, or of one experience, than needed (R060)."""
    for grouping in context.day.groupings:
        groups = [(group, _kinds(context, grouping, group)) for group in grouping.groups]
        everyone = sum((kinds for _, kinds in groups), Counter[str]())
        if grouping.mix is GroupMix.NONE or not everyone:
            continue
        for group, kinds in groups:
            # With as many groups as there are, this is the fewest of a kind that a fullest group can have.
            crowded = [(kind, count) for kind, count in kinds.items() if count > -(-everyone[kind] // len(groups))]
            if crowded:
                kind, count = max(crowded, key=lambda each: each[1])
                figures: Figures = {
                    "group": group.name,
                    "kind": kind,
                    "count": count,
                    "best": -(-everyone[kind] // len(groups)),
                }
                block = context.blocks.get(grouping.block)
                yield Found((*(() if block is None else (context.about_block(block),)), about(group)), figures)
        yield Holds({"groups": len(groups)})


def _rounds(context: Context) -> Iterator[Slot]:
    return (slot for slot in context.slots if live(slot.options))


def _places(context: Context, option: Block) -> int | None:
    if option.capacity is not None:
        return option.capacity
    room = context.room_of(option)
    return None if room is None else capacity(room, set_up_of(option, context.format_of(option)))


def _allotted_options(context: Context) -> Iterator[tuple[Block, int]]:
    rounds = {each.round for each in context.day.allotments}
    for slot in _rounds(context):
        if slot.block.id in rounds:
            yield from ((option.block, context.crowd.placed.get(option.block.id, 0)) for option in live(slot.options))


def _kinds(context: Context, grouping: Grouping, group: GroupOfParticipants) -> Counter[str]:
    registrations = {each.id: each.person for each in context.day.registrations}
    kinds = (kind_of_person(context.people.get(registrations.get(each) or 0), grouping.mix) for each in group.members)
    return Counter(kind for kind in kinds if kind)


RULES = (
    Rule(
        id="capacity-short",
        family=Family.CHOICES,
        severity=Severity.MUST,
        asks=N_("Every round has a place for everyone."),
        why=N_("Anyone without a place has nothing to do, and feels it."),
        reason=N_("{round:quoted} has room for {places} of {people} people: {short} too few."),
        holds=N_("{round:quoted} has {places} places for {people} people."),
        find=capacity_short,
        remedies=("raise-capacity", "add-option"),
        rows=("R082",),
    ),
    Rule(
        id="option-too-small",
        family=Family.CHOICES,
        severity=Severity.MUST,
        asks=N_("Every option has the people it needs."),
        why=N_("A workshop for two isn’t a workshop; its lead should know beforehand."),
        reason=N_("Places taken in {option:quoted}: {people}; it needs {minimum}."),
        holds=N_("Every allotted option has its minimum."),
        find=option_too_small,
        remedies=("allot-again", "cancel-option"),
        rows=("R082", "D34"),
    ),
    Rule(
        id="option-too-full",
        family=Family.CHOICES,
        severity=Severity.MUST,
        asks=N_("No option has more people than places."),
        why=N_("A workshop that is too full doesn’t work for anyone in it."),
        reason=N_("{option:quoted} has {people} people, and room for {places}."),
        holds=N_("No allotted option has more people than places."),
        find=option_too_full,
        remedies=("allot-again", "raise-capacity"),
        rows=("R082",),
    ),
    Rule(
        id="group-not-mixed",
        family=Family.CHOICES,
        severity=Severity.HINT,
        asks=N_("Groups are as mixed as you asked."),
        why=N_("People who seldom meet hear something new from each other."),
        reason=N_("Group {group:quoted} has {count} of {kind:quoted}; with {best} it would be as mixed as it can be."),
        holds=NN_("The group is as mixed as it can be.", "{groups:All} groups are as mixed as they can be.", "groups"),
        find=group_not_mixed,
        remedies=("mix-groups",),
        rows=("R060",),
    ),
)
