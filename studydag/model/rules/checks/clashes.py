"""Checks on clashes: nobody and no room twice at once, and time to walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studydag.model.rules.checks.about import about, clock
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule
from studydag.model.rules.space.occupancy import Use, clashes, room_taken, use_of, uses_of_leads, uses_of_rooms
from studydag.model.rules.space.rooms import minutes_between
from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.findings import Severity
from studydag.model.values.school import Person, Room
from studydag.model.values.wording import N_, NN_


def person_clash(context: Context) -> Iterator[Outcome]:
    """Look for people who lead, or are placed in, two blocks at once (D04, D05)."""
    uses = _uses_of_people(context)
    yield from _twice_at_once(context, uses, context.people, "person")
    if uses:
        yield Holds({"people": len(uses)})


def room_clash(context: Context) -> Iterator[Outcome]:
    """Look for rooms that are used twice at once (D04)."""
    uses = uses_of_rooms(context.places)
    yield from _twice_at_once(context, uses, context.rooms, "room")
    if uses:
        yield Holds({"rooms": len(uses)})


def _twice_at_once(
    context: Context, uses: Mapping[int, Sequence[Use]], known: Mapping[int, Person] | Mapping[int, Room], word: str
) -> Iterator[Found]:
    """Look for those of one kind that are used twice at once; `word` is where the text has the name."""
    for number, own in uses.items():
        for clash in clashes(own) if number in known else ():
            figures = _figures(context, clash) | {word: known[number].name}
            blocks = context.about_blocks(use.slot.block for use in clash)
            yield Found((about(known[number]), *blocks), figures)


def change_over(context: Context) -> Iterator[Outcome]:
    """Look for learning blocks after each other in other rooms, with too little time to walk (D03, D27)."""
    moves = 0
    for part in context.parts:
        learning = [slot for slot in live(part.slots) if slot.block.phase.is_learning]
        for before, after in pairwise(learning):
            steps = list(_steps(context, before, after))
            moves += bool(steps)
            worst = max(steps, key=lambda step: step.needed - step.minutes, default=None)
            if worst is None or worst.minutes >= worst.needed:
                continue
            figures: Figures = {
                "from_room": worst.start.name,
                "to_room": worst.end.name,
                "minutes": worst.minutes,
                "needed": worst.needed,
                "at": clock(after.start),
            }
            yield Found(context.about_blocks((before.block, after.block)), figures)
    if moves:
        yield Holds({"moves": moves})


@dataclass(frozen=True, slots=True)
class _Step:
    """A walk from one room to another: minutes there are, and minutes needed."""

    start: Room
    end: Room
    minutes: int
    needed: int


def _steps(context: Context, before: Slot, after: Slot) -> Iterator[_Step]:
    left = {room: slot.end for slot in _leaves(before) if (room := room_taken(slot.block)) is not None}
    entered = {room: slot.start for slot in _leaves(after) if (room := room_taken(slot.block)) is not None}
    for one, end in left.items():
        for other, start in entered.items():
            if one != other and one in context.rooms and other in context.rooms:
                rooms = context.rooms[one], context.rooms[other]
                yield _Step(*rooms, max(0, start - end), minutes_between(*rooms, context.setting.school))


def _leaves(slot: Slot) -> Sequence[Slot]:
    return live(slot.options) or (slot,)


def _uses_of_people(context: Context) -> dict[int, list[Use]]:
    uses = uses_of_leads(context.places)
    leads = {(person, use.slot.block.id) for person, own in uses.items() for use in own}
    people = {each.id: each.person for each in context.day.registrations if each.person is not None}
    places = {slot.block.id: slot for slot in context.places}
    for allotment in context.day.allotments:
        person = people.get(allotment.registration)
        # Who leads the option in which they are placed as well is there once.
        if person in uses and allotment.option in places and (person, allotment.option) not in leads:
            uses[person].append(use_of(places[allotment.option]))
    return uses


def _figures(context: Context, clash: Sequence[Use]) -> Figures:
    first, second = clash[0], clash[1]
    return {
        "blocks": sum(use.start <= second.start < use.end for use in clash),
        "first": context.title_of(first.slot.block),
        "second": context.title_of(second.slot.block),
        "start": clock(second.slot.start),
        "end": clock(min(first.slot.end, second.slot.end)),
    }


RULES = (
    Rule(
        id="person-clash",
        family=Family.CLASHES,
        severity=Severity.MUST,
        asks=N_("Nobody is in two places at once."),
        why=N_("Anyone who leads a block is not free for anything else."),
        reason=N_("{person} is in {blocks} blocks at once from {start} to {end}: {first:quoted} and {second:quoted}."),
        holds=NN_(
            "{people} person with a task is in one place at a time.",
            "{people} people with a task are in one place at a time.",
            "people",
        ),
        find=person_clash,
        remedies=("choose-lead",),
        rows=("D04", "D05"),
    ),
    Rule(
        id="room-clash",
        family=Family.CLASHES,
        severity=Severity.MUST,
        asks=N_("No room is used twice at once."),
        why=N_("Two groups at one door cost both of them their time."),
        reason=N_(
            "{room} is used for {blocks} blocks at once from {start} to {end}: {first:quoted} and {second:quoted}."
        ),
        holds=NN_(
            "{rooms} room is used by one group at a time.", "{rooms} rooms are used by one group at a time.", "rooms"
        ),
        find=room_clash,
        remedies=("choose-room",),
        rows=("D04",),
    ),
    Rule(
        id="change-over",
        family=Family.CLASHES,
        severity=Severity.SHOULD,
        asks=N_("There is time to go from one room to the next."),
        why=N_("Without it every block begins late. The minutes it takes are a setting of the school."),
        reason=N_(
            "At {at} people go from {from_room} to {to_room}: they have {minutes:minutes}, and need {needed:minutes}."
        ),
        holds=NN_("{moves} change of rooms has enough time.", "{moves} changes of rooms have enough time.", "moves"),
        find=change_over,
        remedies=("insert-change-over", "choose-room"),
        rows=("D03", "D27"),
    ),
)
