"""Which places there are in the choice rounds, and who may sit where: the ground on which places are allotted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from studydag.model.rules.choices.presence import is_walk_in, was_at_round
from studydag.model.rules.people.participants import is_for
from studydag.model.rules.space.occupancy import room_taken
from studydag.model.rules.space.rooms import capacity, set_up_of
from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import Slot, schedule
from studydag.model.values.choices import Registration, RegistrationRole
from studydag.model.values.programme import Block, BlockKind, LeadStatus, RoundRule
from studydag.model.values.school import Accessibility
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place that a registration may get: in which option, and which of its wishes that meets (1 is the first).

    `workshop` is the same for an option, its repeats and those of its title: nobody gets it twice (D06).
    """

    registration: int
    round: int
    option: int
    workshop: int
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """The options of a day with their seats (`capacity` None: as many as come) and the seats that each person may get.

    Rounds are in the order of the programme, people in that of their uids, so that the same day gives the same result
    whatever order its rows were read in (D35).
    """

    rounds: tuple[int, ...]
    options: Mapping[int, Block]
    capacities: Mapping[int, int | None]
    kept: Mapping[int, int]
    """Seats of options, beyond their capacities, that are kept for who walks in."""
    people: tuple[Registration, ...]
    seats: tuple[Seat, ...]
    settled: Mapping[tuple[int, int], int]
    """Registration and option of places that are fixed or locked, and for how many people of the registration."""
    locked: frozenset[tuple[int, int]]
    wishing: frozenset[tuple[int, int]]
    """Registration and round for which there is a wish."""
    expected: frozenset[tuple[int, int]]
    """Registration and round for which a place is due, also where there is no option that they may have."""

    @property
    def company(self) -> frozenset[tuple[int, int]]:
        """Who wishes to be together with whom, or apart."""
        return frozenset((each.id, other) for each in self.people for other in (*each.together, *each.apart))


def seating(day: StudyDay, setting: Setting) -> Seating:
    """Return the seats of the rounds of free choice that take place (R082, D05–D07, D17, D20)."""
    return _Seats(day, setting).seating()


class _Seats:
    """What is looked up again and again while seats are listed."""

    def __init__(self, day: StudyDay, setting: Setting) -> None:
        self.day = day
        self.setting = setting
        self.rooms = {room.id: room for room in setting.rooms}
        self.formats = {each.id: each for each in setting.formats}
        self.groups = {group.id: group for group in setting.groups}
        self.rounds: dict[int, tuple[Slot, ...]] = {
            slot.block.id: options
            for slot in schedule(day)
            if _is_chosen_freely(slot.block) and (options := live(slot.options))
        }

    def seating(self) -> Seating:
        options = {slot.block.id: slot.block for slots in self.rounds.values() for slot in slots}
        people = tuple(
            sorted((each for each in self.day.registrations if self._comes(each)), key=lambda each: (each.uid, each.id))
        )
        seats = tuple(seat for person in people for seat in self._seats_of(person))
        offered = {(seat.registration, seat.option) for seat in seats}
        settled = {key: count for person in people for key, count in self._settled(person) if key in offered}
        return Seating(
            rounds=tuple(self.rounds),
            options=options,
            capacities={each.id: self._capacity(each) for each in options.values()},
            kept={each.id: self._kept(each) for each in options.values()},
            people=people,
            seats=seats,
            settled=settled,
            locked=frozenset(
                (each.registration, each.option)
                for each in self.day.allotments
                if each.locked and (each.registration, each.option) in settled
            ),
            wishing=frozenset(
                (person.id, number)
                for person in people
                for number in self.rounds
                if self._wishes_for(person.id, number)
            ),
            expected=frozenset(
                (person.id, number)
                for person in people
                for number, slots in self.rounds.items()
                if self._comes_to(person, number, slots)
            ),
        )

    def _comes(self, person: Registration) -> bool:
        """Leads take part where they wish to, or have a fixed place; others always (D05)."""
        if person.role is not RegistrationRole.LEAD:
            return person.count > 0
        return person.count > 0 and bool(person.fixed_options or any(key[0] == person.id for key in self._wishes))

    def _settled(self, person: Registration) -> Iterator[tuple[tuple[int, int], int]]:
        """Give how many of a registration sit where already; what is locked goes before what was fixed."""
        locked = self._locked.get(person.id, {})
        for slots in self.rounds.values():
            left, options = person.count, [slot.block.id for slot in slots]
            wanted = {option: locked[option] for option in options if option in locked}
            # Whoever has several fixed options in a round gets the first of them.
            wanted |= {option: person.count for option in person.fixed_options if option in options}
            for option, count in wanted.items():
                if left:
                    yield (person.id, option), min(count, left)
                left -= min(count, left)

    def _seats_of(self, person: Registration) -> Iterator[Seat]:
        settled = {*person.fixed_options, *self._locked.get(person.id, ())}
        for number, slots in self.rounds.items():
            comes = self._comes_to(person, number, slots)
            wishes = self._wishes_for(person.id, number)
            for slot in slots:
                option = slot.block
                if option.id in settled or (comes and self._may(person, option)):
                    yield Seat(
                        registration=person.id,
                        round=number,
                        option=option.id,
                        workshop=self._workshop(option),
                        rank=wishes.get(option.id, wishes.get(self._workshop(option))),
                    )

    def _comes_to(self, person: Registration, number: int, slots: tuple[Slot, ...]) -> bool:
        """Whether somebody takes part in a round: it is meant for them, and they don't lead an option of it (D05).

        Who walked in takes part where that was marked.
        """
        if not was_at_round(person, number, self._blocks[number].part) and is_walk_in(person):
            return False
        return is_for(self._blocks[number], person, self.groups) and not self._leads_in(person, slots)

    def _leads_in(self, person: Registration, slots: tuple[Slot, ...]) -> bool:
        """Whether somebody leads an option of a round, and so is busy in it (D05)."""
        return person.person is not None and any(
            lead.person == person.person and lead.status is not LeadStatus.CANCELLED
            for slot in slots
            for lead in slot.block.leads
        )

    def _may(self, person: Registration, option: Block) -> bool:
        return self._is_meant(person, option) and self._can_reach(person, option)

    def _is_meant(self, person: Registration, option: Block) -> bool:
        if not option.audience or person.group in option.audience:
            return True
        return any(person.person in self.groups[each].members for each in option.audience if each in self.groups)

    def _can_reach(self, person: Registration, option: Block) -> bool:
        """Hold access needs against the room, as far as one is chosen and the need is one of rooms (D17)."""
        room = self.rooms.get(room_taken(option) or 0)
        if room is None:
            return True
        return set(person.access_needs).intersection(_OF_ROOMS) <= set(room.accessibility)

    def _capacity(self, option: Block) -> int | None:
        seats = option.capacity
        room = self.rooms.get(room_taken(option) or 0)
        if seats is None and room is not None:
            seats = capacity(room, set_up_of(option, self.formats.get(option.working_format or 0)))
        return None if seats is None else max(seats - self._kept(option), 0)

    def _kept(self, option: Block) -> int:
        """Return how many seats are still kept for who walks in: whoever did has one of them (D21)."""
        return max(option.reserved_seats - self._walked_in.get(option.id, 0), 0)

    def _workshop(self, option: Block) -> int:
        """Return the option that this one repeats in the end, or has the title of: somebody may have typed it again."""
        first = self._repeated(option)
        return self._by_title.get(_key(first.title), first.id)

    @cached_property
    def _by_title(self) -> dict[str, int]:
        """The first option of each title, over the rounds of free choice."""
        found: dict[str, int] = {}
        for slots in self.rounds.values():
            for slot in slots:
                first = self._repeated(slot.block)
                if _key(first.title):
                    found.setdefault(_key(first.title), first.id)
        return found

    def _repeated(self, option: Block) -> Block:
        seen = {option.id}
        while option.repeats is not None and option.repeats not in seen and option.repeats in self._blocks:
            option = self._blocks[option.repeats]
            seen.add(option.id)
        return option

    def _wishes_for(self, person: int, number: int) -> dict[int, int]:
        """Return the ranks by option (or by workshop) of the wishes for a round, else of those for the whole day."""
        own = self._wishes.get((person, number))
        if own:
            return own
        whole = self._wishes.get((person, None), {})
        workshops = {self._workshop(slot.block) for slot in self.rounds[number]}
        ranks = {self._workshop(self._blocks[option]): rank for option, rank in whole.items() if option in self._blocks}
        return {workshop: rank for workshop, rank in ranks.items() if workshop in workshops}

    @cached_property
    def _walked_in(self) -> dict[int, int]:
        """How many who walked in sit in which option."""
        people = {each.id for each in self.day.registrations if is_walk_in(each)}
        found: dict[int, int] = {}
        for each in self.day.allotments:
            if each.registration in people:
                found[each.option] = found.get(each.option, 0) + each.count
        return found

    @cached_property
    def _blocks(self) -> dict[int, Block]:
        return {block.id: block for block in self.day.blocks}

    @cached_property
    def _locked(self) -> dict[int, dict[int, int]]:
        """How many people of a registration are locked in which option."""
        found: dict[int, dict[int, int]] = {}
        for each in self.day.allotments:
            if each.locked:
                theirs = found.setdefault(each.registration, {})
                theirs[each.option] = theirs.get(each.option, 0) + each.count
        return found

    @cached_property
    def _wishes(self) -> dict[tuple[int, int | None], dict[int, int]]:
        """The ranks by option, by registration and round; equal wishes keep the better rank."""
        found: dict[tuple[int, int | None], dict[int, int]] = {}
        for each in sorted(self.day.preferences, key=lambda each: -each.rank):
            found.setdefault((each.registration, each.round), {})[each.option] = each.rank
        return found


_OF_ROOMS = frozenset(Accessibility)


def _is_chosen_freely(block: Block) -> bool:
    return block.kind is BlockKind.ROUND and block.round_rule is RoundRule.FREE_CHOICE and not block.cancelled


def _key(title: str) -> str:
    return " ".join(title.casefold().split())
