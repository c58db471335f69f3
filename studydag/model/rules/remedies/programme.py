"""Remedies in the programme: blocks to add, to split, to shorten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate, count

from studydag.model.rules.formats.from_format import minutes_within
from studydag.model.rules.remedies.proposal import Add, Concern, GoTo, Proposal, Remedy, Set, Step
from studydag.model.rules.time.balance import live, work_stretches
from studydag.model.rules.time.fitting import fit
from studydag.model.rules.time.schedule import Slot, clock_time
from studydag.model.rules.time.splitting import rest_of
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Attendance, Block, Interaction, LeadersPart, LeadStatus
from studydag.model.values.wording import N_, Wording

TALK_MINUTES = 10
REFLECTION_MINUTES = 20
_STEP = 5


def add_block(concern: Concern) -> Proposal:
    """Propose a block in which people work towards the goal, before what closes the day."""
    goals = concern.ids("goal")
    block = Block(phase=Phase.APPLICATION, minutes=45, interaction=Interaction.SMALL_GROUPS, goals=goals)
    return _before_the_end(concern, block, N_("Getting to work"))


def add_application(concern: Concern) -> Proposal:
    """Propose a block of application after the input, or for the goal."""
    slot = _first_slot(concern)
    if slot is None:
        return add_block(concern)
    block = Block(
        part=slot.part.id,
        phase=Phase.APPLICATION,
        minutes=30,
        interaction=Interaction.SMALL_GROUPS,
        goals=slot.block.goals,
    )
    return (_add(concern, block, N_("Trying it out"), after=slot.block.id),)


def add_phase(concern: Concern) -> Proposal:
    """Propose a block of the phase that is missing: inspiration at the start, the others before the end."""
    phase = next((Phase(each.uid) for each in concern.finding.about if each.kind == "phase"), None)
    if phase is Phase.INSPIRATION:
        first = next((slot for slot in concern.context.slots if slot.block.phase.is_learning), None)
        if first is not None:
            block = Block(part=first.part.id, phase=phase, minutes=20)
            return (_add(concern, block, N_("Why this matters"), before=first.block.id),)
    if phase is None:
        return ()
    titles = {Phase.KNOWLEDGE: N_("What we know about it"), Phase.APPLICATION: N_("Getting to work")}
    return _before_the_end(concern, Block(phase=phase, minutes=30), titles.get(phase, N_("Why this matters")))


def insert_talk(concern: Concern) -> Proposal:
    """Propose talks in pairs of 10 minutes, taken from the listening, so that no stretch is longer than the limit."""
    slots, limit = concern.slots, max(_STEP, concern.figure("limit"))
    if not slots or slots[0].block.round is not None or any(slot.options for slot in slots):
        return tuple(GoTo(kind="block", id=slot.block.id, field="minutes") for slot in slots[:1])
    longest = max(slots, key=lambda slot: slot.minutes)
    if longest.minutes > limit:
        return _cut(concern, longest.block, longest.minutes, limit)
    heard = accumulate(slot.minutes for slot in slots[:-1])
    fitting = [slot for slot, minutes in zip(slots, heard, strict=False) if minutes - TALK_MINUTES <= limit]
    block = fitting[-1].block if fitting else slots[0].block
    if block.minutes <= TALK_MINUTES:
        return (GoTo(kind="block", id=block.id, field="minutes"),)
    shorter = Set(kind="block", id=block.id, fields={"minutes": block.minutes - TALK_MINUTES})
    return (shorter, _talk_after(concern, block, -1))


def add_reflection(concern: Concern) -> Proposal:
    """Propose a joint reflection at the end: as long as the share asks for, or as the gap is."""
    last = _last_learning(concern)
    if last is None:
        return ()
    minutes = _minutes_of_reflection(concern)
    block = Block(part=last.part.id, phase=Phase.REFLECTION, minutes=minutes, interaction=Interaction.PLENARY_TALK)
    return (_add(concern, block, N_("Looking back together"), after=last.block.id),)


def _minutes_of_reflection(concern: Concern) -> int:
    """Return 20 minutes; or what fills the gap; or what brings the share to its limit, in steps of five."""
    figures, limit = concern.finding.figures, concern.figure("limit")
    if "net" not in figures:
        return concern.figure("minutes") or REFLECTION_MINUTES
    if not 0 < limit < 100:
        return REFLECTION_MINUTES
    short = limit * concern.figure("net") - 100 * concern.figure("minutes")
    return max(REFLECTION_MINUTES, -(-short // ((100 - limit) * _STEP)) * _STEP)


def add_option(concern: Concern) -> Proposal:
    """Propose one more option in the round, for those for whom there is no place."""
    slot = _first_slot(concern)
    if slot is None:
        return ()
    options = live(slot.options)
    option = Block(
        round=slot.block.id,
        phase=options[0].block.phase if options else slot.block.phase,
        minutes=options[0].minutes if options else slot.minutes,
        capacity=concern.figure("short") or None,
    )
    return (_add(concern, option, N_("New option"), after=options[-1].block.id if options else None),)


def add_exchange(concern: Concern) -> Proposal:
    """Propose an exchange after the rounds."""
    last = max(concern.slots, key=lambda slot: slot.end, default=None)
    if last is None:
        return ()
    block = Block(
        part=last.part.id,
        phase=Phase.REFLECTION,
        minutes=20,
        interaction=Interaction.SMALL_GROUPS,
        goals=last.block.goals,
    )
    return (_add(concern, block, N_("Exchange: what are you taking away?"), after=last.block.id),)


def add_break(concern: Concern) -> Proposal:
    """Propose a break of 15 minutes halfway the stretch, between two blocks."""
    numbers = set(concern.ids("block"))
    stretches = (stretch for part in concern.context.parts for stretch in work_stretches(part))
    stretch = next((stretch for stretch in stretches if numbers.intersection(slot.block.id for slot in stretch)), ())
    return _between(concern, stretch, Block(phase=Phase.BREAK, minutes=15), N_("Break"))


def add_lunch(concern: Concern) -> Proposal:
    """Propose lunch of 45 minutes, between the two blocks nearest to noon."""
    part = concern.part
    slots = () if part is None else live(part.slots)
    noon = 12 * 60 + 15
    after = min(slots[:-1], key=lambda slot: abs(slot.end - noon), default=None)
    if after is None:
        # One block that goes on through noon has to be split.
        return tuple(GoTo(kind="block", id=slot.block.id, field="minutes") for slot in slots)
    block = Block(part=after.part.id, phase=Phase.BREAK, minutes=45)
    return (_add(concern, block, N_("Lunch"), after=after.block.id),)


def fill_gap(concern: Concern) -> Proposal:
    """Propose to fill the time before a pinned block with a break."""
    slot = _first_slot(concern)
    if slot is None or not slot.buffer_before:
        return ()
    block = Block(part=slot.part.id, phase=Phase.BREAK, minutes=slot.buffer_before)
    return (_add(concern, block, N_("Break"), before=slot.block.id),)


def insert_change_over(concern: Concern) -> Proposal:
    """Propose minutes of organisation between two blocks, in which people walk."""
    last = max(concern.slots, key=lambda slot: slot.start, default=None)
    minutes = concern.figure("needed") - concern.figure("minutes")
    if last is None or minutes <= 0:
        return ()
    block = Block(part=last.part.id, phase=Phase.ORGANISATION, minutes=minutes)
    return (_add(concern, block, N_("Change of rooms"), before=last.block.id),)


def unpin_block(concern: Concern) -> Proposal:
    """Propose to let the pinned block go along with what comes before it."""
    pinned = [slot.block.id for slot in concern.slots if slot.block.pinned_start is not None]
    return tuple(Set(kind="block", id=number, fields={"pinned_start": None}) for number in pinned[-1:])


def shorten_block(concern: Concern) -> Proposal:
    """Propose to shorten the block that lasts too long, as far as it has the minutes."""
    slot, minutes = _first_slot(concern), concern.figure("minutes")
    if slot is None or slot.options or slot.block.minutes <= minutes:
        return () if slot is None else (GoTo(kind="block", id=slot.block.id, field="minutes"),)
    return (Set(kind="block", id=slot.block.id, fields={"minutes": slot.block.minutes - minutes}),)


def make_it_fit(concern: Concern) -> Proposal:
    """Propose shorter blocks so that the programme ends in time; what can't be done is left (time.md)."""
    part = concern.part
    if part is None:
        return ()
    found = fit(concern.context.schedule, part.part.id, concern.context.formats)
    edits = (edit for edit in found.edits if edit.minutes is not None)
    steps = tuple(Set(kind="block", id=edit.block, fields={"minutes": edit.minutes}) for edit in edits)
    return steps or (GoTo(kind="part", id=part.part.id, field="end"),)


def end_with_programme(concern: Concern) -> Proposal:
    """Propose to let the part end when its programme does."""
    part = concern.part
    if part is None:
        return ()
    end = clock_time(part.end + part.minutes_over)
    return (Set(kind="part", id=part.part.id, fields={"end": end}),)


def fit_minutes(concern: Concern) -> Proposal:
    """Propose the nearest minutes in the range of the working format."""
    slot = _first_slot(concern)
    own = None if slot is None else concern.context.format_of(slot.block)
    if slot is None or own is None or not any(each.uid == "minutes" for each in concern.finding.about):
        return () if slot is None else (GoTo(kind="block", id=slot.block.id, field="working_format"),)
    minutes = minutes_within(slot.block.minutes, own)
    return (Set(kind="block", id=slot.block.id, fields={"minutes": minutes}),)


def link_goal(concern: Concern) -> Proposal:
    """Propose the goal where there is one, else lead to the goals of the block."""
    blocks = concern.ids("block")
    if len(concern.context.day.goals) == 1:
        goal = concern.context.day.goals[0].id
        return tuple(Set(kind="block", id=number, fields={"goals": (goal,)}) for number in blocks)
    return tuple(GoTo(kind="block", id=number, field="goals") for number in blocks[:1])


def link_blocks(concern: Concern) -> Proposal:
    """Propose that the learning blocks without a goal work towards this one."""
    goals, serves = concern.ids("goal"), concern.context.thread.serves
    loose = [block for block in concern.context.learning_blocks if not serves[block.id]]
    return tuple(Set(kind="block", id=block.id, fields={"goals": goals}) for block in loose)


def use_own_material(concern: Concern) -> Proposal:
    """Propose to work with own material in the longest block of application."""
    block = _longest_application(concern)
    return () if block is None else (Set(kind="block", id=block.id, fields={"works_with_own_material": True}),)


def add_own_input(concern: Concern) -> Proposal:
    """Propose own input in the longest block of application."""
    block = _longest_application(concern)
    return () if block is None else (Set(kind="block", id=block.id, fields={"own_input": True}),)


def take_off_cancelled(concern: Concern) -> Proposal:
    """Propose to take who cancelled off a block that can do without: there is a plan B, or somebody else leads it."""
    steps = []
    for block in (block for block in concern.context.day.blocks if block.id in concern.ids("block")):
        left = tuple(each for each in block.leads if each.status is not LeadStatus.CANCELLED)
        if left != block.leads and (left or block.plan_b.strip()):
            steps.append(Set(kind="block", id=block.id, fields={"leads": left}))
    return tuple(steps)


def leader_learns_along(concern: Concern) -> Proposal:
    """Propose that the school leader learns along in the longest block of application."""
    block = _longest_application(concern)
    if block is None:
        return ()
    fields = {"leaders_part": (*block.leaders_part, LeadersPart.LEARNS_ALONG)}
    return (Set(kind="block", id=block.id, fields=fields),)


def _add(concern: Concern, block: Block, title: Wording, *, after: int | None = None, before: int | None = None) -> Add:
    value = replace(block, id=block.id or -1)
    return Add(value=value, owner=concern.owner, after=after, before=before, words={"title": title})


def _before_the_end(concern: Concern, block: Block, title: Wording) -> Proposal:
    """Place a block after the last one that is not the closing reflection, else at the end of the last part."""
    slots = [slot for slot in concern.context.slots if slot.block.phase.is_learning]
    while slots and slots[-1].block.phase is Phase.REFLECTION:
        slots.pop()
    if slots:
        return (_add(concern, replace(block, part=slots[-1].part.id), title, after=slots[-1].block.id),)
    part = concern.context.parts[-1].part.id if concern.context.parts else None
    return (_add(concern, replace(block, part=part), title),)


def _between(concern: Concern, stretch: Iterable[Slot], block: Block, title: Wording) -> Proposal:
    """Place a block between two of a stretch, as near to its middle as can be; a single block has to be split."""
    slots = tuple(stretch)
    if not slots:
        return ()
    middle = (slots[0].start + slots[-1].end) // 2
    after = min(slots[:-1], key=lambda slot: abs(slot.end - middle), default=None)
    if after is None:
        return (GoTo(kind="block", id=slots[0].block.id, field="minutes"),)
    return (_add(concern, replace(block, part=after.part.id), title, after=after.block.id),)


def _cut(concern: Concern, block: Block, minutes: int, limit: int) -> Proposal:
    """Cut a block into pieces of at most `limit`, as equal as they can be, with talks between them."""
    ways = (_pieces(minutes - talks * TALK_MINUTES, talks + 1) for talks in count(1))
    first, *others = next(pieces for pieces in ways if max(pieces) <= limit)
    if min(first, *others) <= 0:
        return (GoTo(kind="block", id=block.id, field="minutes"),)
    steps: list[Step] = [Set(kind="block", id=block.id, fields={"minutes": first})]
    for number, piece in enumerate(others, start=1):
        steps.append(_talk_after(concern, block, 1 - 2 * number))
        steps.append(Add(value=replace(rest_of(block, piece), id=-2 * number), owner=concern.owner, after=block.id))
    return tuple(steps)


def _talk_after(concern: Concern, block: Block, number: int) -> Add:
    talk = Block(
        id=number,
        part=block.part,
        phase=block.phase,
        minutes=TALK_MINUTES,
        interaction=Interaction.PAIRS,
        goals=block.goals,
    )
    return _add(concern, talk, N_("Talk in pairs"), after=block.id)


def _pieces(minutes: int, number: int) -> list[int]:
    """Divide minutes into pieces of five minutes as far as they go; the first ones are the longer."""
    steps, left = divmod(minutes, _STEP)
    share, more = divmod(steps, number)
    pieces = [(share + (place < more)) * _STEP for place in range(number)]
    pieces[-1] += left
    return pieces


def _first_slot(concern: Concern) -> Slot | None:
    return next(iter(concern.slots), None)


def _last_learning(concern: Concern) -> Slot | None:
    return next((slot for slot in reversed(concern.context.slots) if slot.block.phase.is_learning), None)


def _longest_application(concern: Concern) -> Block | None:
    blocks = concern.context.learning_blocks
    applied = [block for block in blocks if block.phase is Phase.APPLICATION] or blocks
    return max(applied, key=lambda block: (block.attendance is Attendance.COMPULSORY, block.minutes), default=None)


REMEDIES = (
    Remedy(name="add-block", does=N_("Add a block for this goal"), propose=add_block),
    Remedy(name="add-application", does=N_("Add a block of application"), propose=add_application),
    Remedy(name="add-phase", does=N_("Add a block of this phase"), propose=add_phase),
    Remedy(name="insert-talk", does=N_("Insert a talk in pairs"), propose=insert_talk),
    Remedy(name="add-reflection", does=N_("Add a joint reflection"), propose=add_reflection),
    Remedy(name="add-exchange", does=N_("Add an exchange"), propose=add_exchange),
    Remedy(name="add-option", does=N_("Add an option"), propose=add_option),
    Remedy(name="add-break", does=N_("Add a break"), propose=add_break),
    Remedy(name="add-lunch", does=N_("Add lunch"), propose=add_lunch),
    Remedy(name="fill-gap", does=N_("Make it a break"), propose=fill_gap),
    Remedy(name="insert-change-over", does=N_("Insert time to walk"), propose=insert_change_over),
    Remedy(name="unpin-block", does=N_("Unpin the block"), propose=unpin_block),
    Remedy(name="make-it-fit", does=N_("Make it fit"), propose=make_it_fit),
    Remedy(name="shorten-block", does=N_("Shorten the block before it"), propose=shorten_block),
    Remedy(name="end-later", does=N_("End later"), propose=end_with_programme),
    Remedy(name="end-earlier", does=N_("End earlier"), propose=end_with_programme),
    Remedy(name="fit-minutes", does=N_("Take the minutes that suit the format"), propose=fit_minutes),
    Remedy(name="link-blocks", does=N_("Link the blocks without a goal"), propose=link_blocks),
    Remedy(name="link-goal", does=N_("Choose the goal it serves"), propose=link_goal),
    Remedy(name="use-own-material", does=N_("Let people work with their own material"), propose=use_own_material),
    Remedy(name="add-own-input", does=N_("Ask people for their own input"), propose=add_own_input),
    Remedy(
        name="take-off-cancelled", does=N_("Take the person who cancelled off the block"), propose=take_off_cancelled
    ),
    Remedy(
        name="leader-learns-along", does=N_("Let the school leader take part as a learner"), propose=leader_learns_along
    ),
)
