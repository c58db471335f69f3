"""What the minutes of a programme are spent on: phase, activity, interaction, listening, half days.

Net minutes are without break and organisation, a round once. A round's minutes are divided over its options in
proportion to theirs, in whole minutes that sum exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studydag.model.rules.time.schedule import PartSchedule, Schedule, Slot
from studydag.model.values.formats import Phase, SetUp, WorkingFormat
from studydag.model.values.programme import Block, Interaction

ACTIVITY_OF = {
    Interaction.LISTEN: 1,
    Interaction.PLENARY_TALK: 2,
    Interaction.INDIVIDUAL: 3,
    Interaction.PAIRS: 4,
    Interaction.SMALL_GROUPS: 4,
}
ACTIVE_FROM = 3
LUNCH_WINDOW = (11 * 60 + 30, 13 * 60 + 30)
SHORTEST_LUNCH = 20
NOON_WITHOUT_LUNCH = 12 * 60 + 30
# Time left before a pin in which people can breathe, though nobody planned a break.
BREATHER = 10
_AUDIENCE_SET_UPS = frozenset({SetUp.THEATRE, SetUp.CLASSROOM, SetUp.FISHBOWL})
_MIDDLE_SET_UPS = frozenset({SetUp.CIRCLE, SetUp.STANDING, SetUp.THEATRE, SetUp.U_SHAPE, SetUp.FISHBOWL, SetUp.WALLS})

Formats = Mapping[int, WorkingFormat]


def known_interaction(block: Block, formats: Formats) -> Interaction | None:
    """Return how people take part: the block's own, else what its working format comes down to, else None."""
    if block.interaction is not None:
        return block.interaction
    working_format = formats.get(block.working_format or 0)
    return None if working_format is None else interaction_of_format(working_format)


def interaction_of_format(working_format: WorkingFormat) -> Interaction:
    """Read off a format's activity, subgroups and set-up how people take part in it."""
    if working_format.activity_level == 1:
        return Interaction.LISTEN
    if working_format.activity_level == 2:
        listens = working_format.room_setup in _AUDIENCE_SET_UPS
        return Interaction.LISTEN if listens else Interaction.INDIVIDUAL
    if working_format.subgroup_max is not None and working_format.subgroup_max > 1:
        return Interaction.PAIRS if working_format.subgroup_max == 2 else Interaction.SMALL_GROUPS
    return Interaction.PLENARY_TALK if working_format.room_setup in _MIDDLE_SET_UPS else Interaction.INDIVIDUAL


def interaction_of(block: Block, formats: Formats) -> Interaction:
    """Return how people take part; where nothing says so, they listen to input and work by themselves at the rest."""
    known = known_interaction(block, formats)
    if known is not None:
        return known
    listens = block.phase in {Phase.INSPIRATION, Phase.KNOWLEDGE}
    return Interaction.LISTEN if listens else Interaction.INDIVIDUAL


def activity_of(block: Block, formats: Formats) -> int:
    """Return the activity from 1 to 5: the block's own, else its format's, else that of the interaction (R044)."""
    if block.activity is not None:
        return block.activity
    working_format = formats.get(block.working_format or 0)
    if working_format is not None:
        return working_format.activity_level
    return ACTIVITY_OF[interaction_of(block, formats)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one block or option has in the net minutes."""

    block: Block
    minutes: int
    interaction: Interaction
    activity: int

    @property
    def is_active(self) -> bool:
        """Whether people do something."""
        return self.activity >= ACTIVE_FROM

    @property
    def is_processing(self) -> bool:
        """Whether people work on what they heard: reflection, and anything but listening."""
        return self.block.phase is Phase.REFLECTION or self.interaction is not Interaction.LISTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The net minutes of a study day, and how they are divided; the shares sum to them exactly (R044)."""

    shares: tuple[Share, ...] = ()

    @property
    def net_minutes(self) -> int:
        """Minutes without break and organisation, a round once."""
        return self.minutes(lambda _: True)

    @property
    def active_minutes(self) -> int:
        """Net minutes in which people do something (R008)."""
        return self.minutes(lambda share: share.is_active)

    @property
    def processing_minutes(self) -> int:
        """Net minutes of processing, reflection and dialogue (R078)."""
        return self.minutes(lambda share: share.is_processing)

    def minutes(self, counts: Callable[[Share], bool]) -> int:
        """Sum the minutes of the shares that count."""
        return sum(share.minutes for share in self.shares if counts(share))

    def by_phase(self) -> dict[Phase, int]:
        """Return net minutes of the four learning phases, in their order, those without minutes too."""
        sums = {phase: 0 for phase in Phase if phase.is_learning}
        for share in self.shares:
            sums[share.block.phase] += share.minutes
        return sums

    def by_interaction(self) -> dict[Interaction, int]:
        """Return net minutes of every way to take part (R015)."""
        sums = dict.fromkeys(Interaction, 0)
        for share in self.shares:
            sums[share.interaction] += share.minutes
        return sums

    def by_activity(self) -> dict[int, int]:
        """Return net minutes of every activity from 1 to 5."""
        sums = dict.fromkeys(range(1, 6), 0)
        for share in self.shares:
            sums[share.activity] += share.minutes
        return sums


def balance(schedule: Schedule, formats: Formats) -> Balance:
    """Divide the net minutes of a schedule; `formats` are the working formats by id."""
    return Balance(shares=tuple(share for slot in schedule for share in shares_of(slot, formats)))


def shares_of(slot: Slot, formats: Formats) -> Iterator[Share]:
    """Divide one slot's minutes; a break, an organisation block or a cancelled one has no net minutes."""
    if slot.block.cancelled or not slot.block.phase.is_learning:
        return
    blocks = learning_blocks_of(slot)
    weights = [max(1, block.minutes) for block in blocks]
    for block, minutes in zip(blocks, _divided(slot.minutes, weights), strict=True):
        yield Share(
            block=block,
            minutes=minutes,
            interaction=interaction_of(block, formats),
            activity=activity_of(block, formats),
        )


def learning_blocks_of(slot: Slot) -> tuple[Block, ...]:
    """Return the options in which people learn during a round, or the block itself."""
    options = tuple(option.block for option in live(slot.options) if option.block.phase.is_learning)
    return options or (slot.block,)


def live(slots: Sequence[Slot] | Schedule) -> tuple[Slot, ...]:
    """Leave out what is cancelled."""
    return tuple([slot for slot in slots if not slot.block.cancelled]) if slots else ()


def phases_of(slot: Slot) -> frozenset[Phase]:
    """Return the phases of a slot: of a round those of its options."""
    if not slot.block.phase.is_learning:
        return frozenset({slot.block.phase})
    return frozenset(block.phase for block in learning_blocks_of(slot))


def is_listening(slot: Slot, formats: Formats) -> bool:
    """Whether everyone listens; in a round that is so when they do in every option."""
    return slot.block.phase.is_learning and all(
        interaction_of(block, formats) is Interaction.LISTEN and block.phase is not Phase.REFLECTION
        for block in learning_blocks_of(slot)
    )


def listening_stretches(part: PartSchedule, formats: Formats) -> Iterator[tuple[Slot, ...]]:
    """Give each stretch of listening in a part (R078).

    Processing, a break, or time left before a pin ends it. Organisation neither ends nor lengthens it.
    """
    stretch: list[Slot] = []
    for slot in live(part.slots):
        listens = is_listening(slot, formats)
        ends = slot.buffer_before >= BREATHER or not (listens or slot.block.phase is Phase.ORGANISATION)
        if ends and stretch:
            yield tuple(stretch)
            stretch = []
        if listens:
            stretch.append(slot)
    if stretch:
        yield tuple(stretch)


def work_stretches(part: PartSchedule) -> Iterator[tuple[Slot, ...]]:
    """Give each stretch without a break in a part, from its first learning block to its last."""
    stretch: list[Slot] = []
    for slot in live(part.slots):
        if slot.block.phase is Phase.BREAK or slot.buffer_before >= BREATHER:
            yield from _with_work(stretch)
            stretch = []
        if slot.block.phase is not Phase.BREAK:
            stretch.append(slot)
    yield from _with_work(stretch)


def phase_stretches(part: PartSchedule) -> Iterator[tuple[Slot, ...]]:
    """Give each stretch of one learning phase in a part; anything else ends it, a break too (R080)."""
    stretch: list[Slot] = []
    for slot in live(part.slots):
        phases = phases_of(slot)
        if stretch and (phases != phases_of(stretch[0]) or slot.buffer_before >= BREATHER):
            yield tuple(stretch)
            stretch = []
        if slot.block.phase.is_learning and len(phases) == 1:
            stretch.append(slot)
    if stretch:
        yield tuple(stretch)


def minutes_of(slots: Iterable[Slot]) -> int:
    """Sum the minutes of slots."""
    return sum(slot.minutes for slot in slots)


def lunch_of(part: PartSchedule) -> Slot | None:
    """Return the lunch break: the longest break of at least 20 minutes that touches 11:30-13:30."""
    first, last = LUNCH_WINDOW
    breaks = [
        slot
        for slot in live(part.slots)
        if slot.block.phase is Phase.BREAK
        and slot.minutes >= SHORTEST_LUNCH
        and slot.start <= last
        and slot.end >= first
    ]
    return max(breaks, key=lambda slot: slot.minutes, default=None)


def spans_lunch(part: PartSchedule) -> bool:
    """Whether a part goes on through the time in which people have lunch."""
    return part.start <= LUNCH_WINDOW[0] and part.end >= LUNCH_WINDOW[1]


def half_days(part: PartSchedule) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """Split a part at its lunch break, else at 12:30, by where blocks start; what is cancelled is left out."""
    lunch = lunch_of(part)
    split = NOON_WITHOUT_LUNCH if lunch is None else lunch.start
    slots = live(part.slots)
    return tuple(slot for slot in slots if slot.start < split), tuple(slot for slot in slots if slot.start >= split)


def _with_work(stretch: Sequence[Slot]) -> Iterator[tuple[Slot, ...]]:
    """Cut the walk-in before the first learning block and the tidying after the last one."""
    work = [number for number, slot in enumerate(stretch) if slot.block.phase.is_learning]
    if work:
        yield tuple(stretch[work[0] : work[-1] + 1])


def _divided(minutes: int, weights: Sequence[int]) -> list[int]:
    """Divide minutes by weights into whole numbers that sum to them."""
    total = sum(weights)
    marks = [0]
    reached = 0
    for weight in weights:
        reached += weight
        marks.append(minutes * reached // total)
    return [later - earlier for earlier, later in pairwise(marks)]
