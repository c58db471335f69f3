"""Choice rounds: those in a row and the exchange after them, options that are repeated, which group gets which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from studydag.model.rules.time.balance import Formats, known_interaction, live
from studydag.model.rules.time.schedule import PartSchedule, Slot, options_of
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Interaction, RoundRule
from studydag.model.values.study_day import StudyDay

_EXCHANGES = frozenset({Interaction.PLENARY_TALK, Interaction.PAIRS, Interaction.SMALL_GROUPS})


def rounds_and_exchange(part: PartSchedule, formats: Formats) -> Iterator[tuple[tuple[Slot, ...], Slot | None]]:
    """Give the parallel rounds in a row, and the exchange that follows them, if one does (R015).

    Breaks between them don't count. Rounds in which everyone saw all are left out: there is nothing to share back.
    """
    rounds: list[Slot] = []
    for slot in (slot for slot in live(part.slots) if slot.block.phase.is_learning):
        if len(live(slot.options)) > 1:
            rounds.append(slot)
            continue
        if rounds and not everyone_saw_all(rounds):
            yield tuple(rounds), slot if is_exchange(slot.block, formats) else None
        rounds = []
    if rounds and not everyone_saw_all(rounds):
        yield tuple(rounds), None


def is_exchange(block: Block, formats: Formats) -> bool:
    """Whether people talk with each other in a block, as far as is known."""
    return block.phase is Phase.REFLECTION or known_interaction(block, formats) in _EXCHANGES


def everyone_saw_all(rounds: Sequence[Slot]) -> bool:
    """Whether groups went round all stations: as many rounds by group as there are stations (D08)."""
    if any(slot.block.round_rule is not RoundRule.BY_GROUP for slot in rounds):
        return False
    stations = {option.block.repeats or option.block.id for slot in rounds for option in live(slot.options)}
    return len(stations) <= len(rounds)


def offers_choice(slot: Slot) -> bool:
    """Whether people choose between options."""
    return len(live(slot.options)) > 1 and slot.block.round_rule is RoundRule.FREE_CHOICE


def repeats_of(day: StudyDay, option_id: int) -> tuple[Block, ...]:
    """Return an option with all that repeat it, or that it repeats, in their own order; alone where none does."""
    blocks = {block.id: block for block in day.blocks if block.round is not None}
    if option_id not in blocks:
        return ()
    first = _first(blocks, blocks[option_id])
    return tuple(block for block in blocks.values() if _first(blocks, block) == first)


def rounds_to_repeat_in(day: StudyDay, option_id: int) -> tuple[Block, ...]:
    """Return the rounds in which an option could run once more: those where it does not run yet."""
    there = {block.round for block in repeats_of(day, option_id)}
    return tuple(block for block in day.blocks if block.kind is BlockKind.ROUND and block.id not in there)


def option_of_group(day: StudyDay, round_id: int, group_id: int) -> Block | None:
    """Return the option of a round that a group gets, if it was said."""
    options = (block for block in day.blocks if block.round == round_id)
    return next((option for option in options if group_id in option.audience), None)


def not_for_participants(day: StudyDay) -> frozenset[int]:
    """Return the ids of internal blocks, and of the options of internal rounds."""
    internal = {block.id for block in day.blocks if block.internal}
    return frozenset(block.id for block in day.blocks if block.id in internal or block.round in internal)


def minutes_of_one(blocks: Iterable[Block]) -> int:
    """Return the minutes that one person spends in blocks: a round, with whichever of its options, counts once."""
    longest: dict[int, int] = {}
    for block in blocks:
        at = block.round or block.id
        longest[at] = max(longest.get(at, 0), block.offset_minutes + block.minutes)
    return sum(longest.values())


def _first(blocks: Mapping[int, Block], option: Block) -> int:
    seen = {option.id}
    while (following := blocks.get(option.repeats or 0)) is not None and following.id not in seen:
        option = following
        seen.add(option.id)
    return option.id


def new_option(day: StudyDay, round_id: int) -> Block:
    """Return an option as one more is begun in a round: as long as the last one, and else as the round itself is."""
    like = next(iter((*reversed(options_of(day, round_id)), *(block for block in day.blocks if block.id == round_id))))
    return Block(phase=like.phase, minutes=like.minutes, set_up=like.set_up)
