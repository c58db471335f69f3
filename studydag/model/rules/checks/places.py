"""Checks on rooms and set-ups: large enough, accessible, chosen, and formats within their range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from studydag.model.rules.checks.about import about, about_member
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule
from studydag.model.rules.formats.from_format import name_of
from studydag.model.rules.people.participants import is_for
from studydag.model.rules.space.occupancy import ANYWHERE
from studydag.model.rules.space.rooms import capacity, roomiest, set_up_of
from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.choices import Registration
from studydag.model.values.findings import About, Severity
from studydag.model.values.formats import SetUp, WorkingFormat
from studydag.model.values.programme import Block
from studydag.model.values.school import Accessibility
from studydag.model.values.wording import N_, NN_, Wording

_OF_ROOMS = frozenset(Accessibility) - {Accessibility.LARGE_PRINT}


def room_too_small(context: Context) -> Iterator[Outcome]:
    """Compare the people in a block with what its room holds in its set-up (R064)."""
    fitting = 0
    for slot in context.places:
        room, people = context.room_of(slot.block), people_in(context, slot.block)
        if room is None or people is None:
            continue
        set_up = set_up_of(slot.block, context.format_of(slot.block))
        holds = capacity(room, set_up)
        if holds is None:
            continue
        if people <= holds:
            fitting += 1
            continue
        figures: Figures = {"people": people, "room": room.name, "set_up": set_up, "capacity": holds}
        reason = None
        other = roomiest(room, holds)
        if other is not None:
            figures |= {"other_set_up": other[0], "other_capacity": other[1]}
            reason = _TOO_SMALL_IN_SET_UP
        yield Found((context.about_block(slot.block), about(room)), figures, reason)
    if fitting:
        yield Holds({"blocks": fitting})


def room_not_accessible(context: Context) -> Iterator[Outcome]:
    """Look for rooms that lack what participants need; never who (D17)."""
    lacking: dict[tuple[int, Accessibility], tuple[int, list[Block]]] = {}
    asked = False
    needing = _needing(context)
    for slot in context.places if needing else ():
        room = context.room_of(slot.block)
        if room is None or not slot.block.phase.is_learning:
            continue
        for need, people in _needs_in(context, slot.block, needing).items():
            asked = True
            if need not in room.accessibility:
                most, blocks = lacking.get((room.id, need), (0, []))
                lacking[room.id, need] = max(most, people), [*blocks, slot.block]
    for (number, need), (people, blocks) in lacking.items():
        room = context.rooms[number]
        concerned = (about(room), about_member("accessibility", need), *context.about_blocks(blocks))
        yield Found(concerned, {"room": room.name, "need": need, "people": people})
    if asked:
        yield Holds()


def option_no_room(context: Context) -> Iterator[Outcome]:
    """Look for options without a room, once the school has described its rooms (see time.md)."""
    if not context.rooms:
        return
    chosen = 0
    for slot in context.slots:
        options = [option.block for option in live(slot.options) if option.block.mode not in ANYWHERE]
        without = [option for option in options if option.room is None]
        chosen += len(options) - len(without)
        if without:
            figures: Figures = {"round": context.title_of(slot.block), "options": len(without)}
            yield Found((context.about_block(slot.block), *context.about_blocks(without)), figures)
    if chosen:
        yield Holds({"options": chosen})


def format_misfit(context: Context) -> Iterator[Outcome]:
    """Compare minutes, people, phase and set-up with the range of the working format (R076)."""
    fitting = 0
    for slot in context.places:
        working_format = context.format_of(slot.block)
        if working_format is None:
            continue
        figures: Figures = {
            "block": context.title_of(slot.block),
            "format": name_of(working_format, context.day.language),
        }
        misfits = list(_misfits(context, slot, working_format))
        for field, reason, more in misfits:
            concerned = (context.about_block(slot.block), About("field", 0, field, field))
            remedies = ("fit-minutes", "change-format") if field == "minutes" else ("change-format",)
            yield Found(concerned, figures | more, reason, remedies)
        fitting += not misfits
    if fitting:
        yield Holds({"blocks": fitting})


def people_in(context: Context, block: Block) -> int | None:
    """Return how many people to count on in a block or option, as `participants.Crowd` does."""
    slot = None if block.round is None else context.schedule.slot_of(block.round)
    parallel = 0 if slot is None else len(live(slot.options))
    return context.crowd.people_at(block, parallel)


Needs = dict[Accessibility, int]


def _needing(context: Context) -> list[tuple[Registration, set[int]]]:
    """Return who needs something of a room, each with the options in which they are placed."""
    needing = [each for each in context.day.registrations if _OF_ROOMS.intersection(each.access_needs)]
    placed = {each.id: set(each.fixed_options) for each in needing}
    for allotment in context.day.allotments if needing else ():
        if allotment.registration in placed:
            placed[allotment.registration].add(allotment.option)
    return [(each, placed[each.id]) for each in needing]


def _needs_in(context: Context, block: Block, needing: Sequence[tuple[Registration, set[int]]]) -> Needs:
    """Count the people with each need in a block or option: those it is for, or who are placed there."""
    needs: Needs = {}
    for registration, placed in needing:
        is_there = block.id in placed if block.round else is_for(block, registration, context.groups)
        for need in sorted(_OF_ROOMS.intersection(registration.access_needs)) if is_there else ():
            needs[need] = needs.get(need, 0) + registration.count
    return needs


def _misfits(context: Context, slot: Slot, own: WorkingFormat) -> Iterator[tuple[str, Wording, Figures]]:
    block, people = slot.block, people_in(context, slot.block)
    if not own.minutes_min <= slot.minutes <= own.minutes_max:
        figures: Figures = {"minutes": slot.minutes, "low": own.minutes_min, "high": own.minutes_max}
        yield (
            "minutes",
            N_("{block:quoted} takes {minutes:minutes}; {format} usually takes {low} to {high}\u00a0min."),
            figures,
        )
    if people is not None and not own.group_min <= people <= own.group_max:
        figures = {"people": people, "low": own.group_min, "high": own.group_max}
        yield "group", _OTHER_GROUP, figures
    if own.phases and block.phase not in own.phases:
        figures = {"phase": block.phase}
        yield "phase", N_("{format} suits another phase than that of {block:quoted}."), figures
    if block.set_up not in {None, SetUp.ANY, own.room_setup} and own.room_setup is not SetUp.ANY:
        figures = {"set_up": block.set_up or "", "usual": own.room_setup}
        yield "set_up", N_("{format} needs another set-up of the room than {block:quoted} has."), figures


_OTHER_GROUP = NN_(
    "{block:quoted} is for {people} person; {format} works with {low} to {high}.",
    "{block:quoted} is for {people} people; {format} works with {low} to {high}.",
    "people",
)
_TOO_SMALL_IN_SET_UP = N_(
    "{room} is too small for {people} people in this set-up ({set_up}): it holds {capacity}. It holds {other_capacity} "
    "in another one ({other_set_up})."
)

RULES = (
    Rule(
        id="room-too-small",
        family=Family.ROOMS,
        severity=Severity.SHOULD,
        asks=N_("Rooms are large enough for the people and the set-up."),
        why=N_("A room that is too full makes working in groups impossible."),
        reason=N_("{room} is too small for {people} people ({set_up}): it holds {capacity}."),
        holds=NN_("The room is large enough.", "The rooms of {blocks} blocks are large enough.", "blocks"),
        find=room_too_small,
        remedies=("choose-room", "choose-set-up"),
        rows=("R064",),
    ),
    Rule(
        id="room-not-accessible",
        family=Family.ROOMS,
        severity=Severity.SHOULD,
        asks=N_("Rooms have what participants need to take part."),
        why=N_("Anyone who can’t get in or can’t hear is left out."),
        reason=NN_(
            "{room} lacks what {people} participant needs ({need}).",
            "{room} lacks what {people} participants need ({need}).",
            "people",
        ),
        holds=N_("The rooms have what participants need."),
        find=room_not_accessible,
        remedies=("choose-room",),
        rows=("D17",),
    ),
    Rule(
        id="option-no-room",
        family=Family.ROOMS,
        severity=Severity.SHOULD,
        asks=N_("Every option of a round has a room."),
        why=N_("People have to know where to go when they have chosen."),
        reason=NN_(
            "{options} option of {round:quoted} has no room.",
            "{options} options of {round:quoted} have no room.",
            "options",
        ),
        holds=NN_("The option has a room.", "{options:All} options have a room.", "options"),
        find=option_no_room,
        remedies=("choose-room",),
    ),
    Rule(
        id="format-misfit",
        family=Family.ROOMS,
        severity=Severity.HINT,
        asks=N_("Working formats are used as they work best."),
        why=N_("Each format was made for a time and a number of people. Outside them it may still work: you decide."),
        reason=N_("{block:quoted} doesn’t fit {format}."),
        holds=NN_(
            "The block with a working format fits it.",
            "{blocks:All} blocks with a working format fit it.",
            "blocks",
        ),
        find=format_misfit,
        remedies=("fit-minutes", "change-format"),
        rows=("R076",),
    ),
)
