"""The places that stand, held against the wishes: how well they are met, who is worst off, and what a move would cost.

It is worked out once for a state of the day, so that a drag over many options asks it as often as it likes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from studydag.model.rules.choices.seats import Seat, Seating, seating
from studydag.model.rules.choices.why_here import explained, why_none
from studydag.model.values.allotting import Allotting, Given, MoveCost, Moved, Tally
from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.errors import Figure
from studydag.model.values.programme import LeadStatus
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_, Wording

_Problem = tuple[Wording, tuple[tuple[str, Figure], ...]]
_Key = tuple[int, int]
_Place = tuple[int, int]
"""An option, and how many people sit there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstOff:
    """Somebody who has to do with lower wishes than others, over the rounds: the ranks (None: no wish was met)."""

    registration: int
    ranks: tuple[int | None, ...]


class Standing:
    """The places of a day as they were given out, or moved by hand."""

    def __init__(self, day: StudyDay, ground: Seating) -> None:
        """Hold the places of a day against the seats that there are."""
        self.day = day
        self.ground = ground
        self.people: dict[int, Registration] = {each.id: each for each in self.ground.people}
        self.seats: dict[tuple[int, int, int], Seat] = {
            (seat.registration, seat.round, seat.option): seat for seat in self.ground.seats
        }
        self._workshops = {seat.option: seat.workshop for seat in self.ground.seats}

    @classmethod
    def of(cls, day: StudyDay, setting: Setting) -> Standing:
        """Look up who may sit where on a day, and who sits there."""
        return cls(day, seating(day, setting))

    def with_places(self, found: Allotting) -> Standing:
        """Return how it would stand with an allotment that is not applied yet."""
        places = tuple(
            Allotment(registration=each.registration, round=each.round, option=each.option, count=each.count)
            for each in found.places
        )
        return Standing(replace(self.day, allotments=places), self.ground)

    @cached_property
    def given(self) -> dict[_Key, Given]:
        """The places by registration and round, each with the wish that it meets now and the reason for it.

        Of a group that is divided, the first place; places in options that don't take place any more are left out.
        """
        return {(each.registration, each.round): each for each in reversed(self.all_given)}

    @cached_property
    def all_given(self) -> tuple[Given, ...]:
        """The places as in `given`, with all of those of a group that is divided."""
        places = [self._given(each) for each in self.day.allotments if each.option in self.ground.options]
        return tuple(explained(places, self.ground))

    @cached_property
    def shared(self) -> dict[_Key, tuple[Given, ...]]:
        """All places of each registration in a round: of a group that is divided there are several."""
        found: dict[_Key, tuple[Given, ...]] = {}
        for each in self.all_given:
            key = (each.registration, each.round)
            found[key] = (*found.get(key, ()), each)
        return found

    @cached_property
    def taken(self) -> dict[int, int]:
        """How many people sit in each option."""
        found = dict.fromkeys(self.ground.options, 0)
        for each in self.day.allotments:
            if each.option in found:
                found[each.option] += each.count
        return found

    @cached_property
    def tally(self) -> Tally:
        """How well the wishes are met."""
        return self._tally(self._sitting)

    @cached_property
    def _sitting(self) -> dict[_Key, tuple[_Place, ...]]:
        return {key: tuple((each.option, each.count) for each in theirs) for key, theirs in self.shared.items()}

    @cached_property
    def homeless(self) -> tuple[Allotment, ...]:
        """Places in options that don't take place any more, or that have gone: whose people need another."""
        return tuple(each for each in self.day.allotments if each.option not in self.ground.options)

    @cached_property
    def twice(self) -> tuple[int, ...]:
        """Who sits twice in the same workshop, repeated or not (D06)."""
        found: dict[tuple[int, int], int] = {}
        for each in self.given.values():
            if self.people[each.registration].count > 1:
                # Some of a group may be here in one round, and others of it in the next.
                continue
            key = (each.registration, self._workshops.get(each.option, each.option))
            found[key] = found.get(key, 0) + 1
        return tuple(sorted({person for (person, _), times in found.items() if times > 1}))

    @cached_property
    def misplaced(self) -> tuple[int, ...]:
        """Who sits in an option that is not meant for them, or that they can't reach, as after it was changed."""
        found = {
            each.registration
            for each in self.day.allotments
            if each.option in self.ground.options and not self.may_sit(each.registration, each.round, each.option)
        }
        return tuple(sorted(found))

    @cached_property
    def too_full(self) -> tuple[int, ...]:
        """The options with more people than seats."""
        seats = self.ground.capacities
        return tuple(each for each, taken in self.taken.items() if (limit := seats[each]) is not None and taken > limit)

    @cached_property
    def short_of_seats(self) -> tuple[tuple[int, int, int], ...]:
        """The rounds with fewer seats than people who come to them: the round, its seats, and the people."""
        people: dict[int, int] = {}
        for person, number in self.ground.expected:
            people[number] = people.get(number, 0) + self.people[person].count
        found = []
        for number in self.ground.rounds:
            seats = [self.ground.capacities[each.id] for each in self.ground.options.values() if each.round == number]
            known = [each for each in seats if each is not None]
            if len(known) == len(seats) and sum(known) < people.get(number, 0):
                found.append((number, sum(known), people[number]))
        return tuple(found)

    @cached_property
    def without_wishes(self) -> frozenset[int]:
        """Registrations with a place still to be given that have no wish at all; of a lead it may be fixed already."""
        wishing = {person for person, _ in self.ground.wishing}
        settled = Counter[_Key]()
        for (person, option), count in self.ground.settled.items():
            settled[person, self.ground.options[option].round or 0] += count
        return frozenset(
            person
            for person, number in self.ground.expected
            if person not in wishing and settled[person, number] < self.people[person].count
        )

    @cached_property
    def leads(self) -> frozenset[tuple[int, int]]:
        """People of the school and the rounds in which they lead an option that takes place (D05)."""
        return frozenset(
            (lead.person, option.round)
            for option in self.ground.options.values()
            for lead in option.leads
            if option.round is not None and lead.status is not LeadStatus.CANCELLED
        )

    def is_lead(self, registration: int, number: int) -> bool:
        """Whether somebody leads an option of a round, and so is due no place in it."""
        person = self.people.get(registration)
        return person is not None and (person.person or 0, number) in self.leads

    def why_none(self, registration: int, number: int) -> Wording:
        """Return why somebody has no place in a round, or not for all of them."""
        return why_none(registration, number, self.all_given, self.ground)

    def may_sit(self, registration: int, number: int, option: int) -> bool:
        """Whether somebody may have a place in an option."""
        return (registration, number, option) in self.seats

    def wished(self, registration: int, number: int) -> dict[int, int]:
        """Return the options that somebody wishes for a round, by rank, those only that they may have."""
        return self._wished.get((registration, number), {})

    @cached_property
    def _wished(self) -> dict[_Key, dict[int, int]]:
        found: dict[_Key, dict[int, int]] = {}
        for seat in self.ground.seats:
            if seat.rank is not None:
                found.setdefault((seat.registration, seat.round), {}).setdefault(seat.rank, seat.option)
        return found

    def called_off(self, registration: int, number: int) -> dict[int, int]:
        """Return the options that somebody wished for a round and that don't take place any more, by rank."""
        return self._called_off.get((registration, number), {})

    @cached_property
    def _called_off(self) -> dict[_Key, dict[int, int]]:
        off = {block.id: block.round for block in self.day.blocks if block.round is not None and block.cancelled}
        found: dict[_Key, dict[int, int]] = {}
        for wish in self.day.preferences:
            number = off.get(wish.option)
            if number is not None and wish.round in {number, None}:
                found.setdefault((wish.registration, number), {}).setdefault(wish.rank, wish.option)
        return found

    def out_of_reach(self, registration: int, number: int) -> dict[int, int]:
        """Return the options that somebody wishes for a round and may not have, by rank.

        They are not meant for them, their room can't be reached, or they lead an option of that round themselves.
        """
        return self._out_of_reach.get((registration, number), {})

    @cached_property
    def _out_of_reach(self) -> dict[_Key, dict[int, int]]:
        found: dict[_Key, dict[int, int]] = {}
        for wish in self.day.preferences:
            option = self.ground.options.get(wish.option)
            number = None if option is None else option.round
            if (
                number is None
                or wish.round not in {number, None}
                or self.may_sit(wish.registration, number, wish.option)
            ):
                continue
            found.setdefault((wish.registration, number), {}).setdefault(wish.rank, wish.option)
        return found

    def rank(self, registration: int, number: int, option: int | None) -> int | None:
        """Return which wish an option is for somebody in a round; None: none of them."""
        seat = self.seats.get((registration, number, option or 0))
        return None if seat is None else seat.rank

    def worst_off(self) -> Iterator[WorstOff]:
        """Give who didn't get a first wish in any round, those with the lowest wishes first."""
        lowest = 1 + max((seat.rank for seat in self.ground.seats if seat.rank is not None), default=0)
        found = []
        for person in self.people:
            ranks = tuple(
                self.rank(person, number, self._option(person, number))
                for number in self.ground.rounds
                if (person, number) in self.ground.wishing and (person, number) in self.given
            )
            if ranks and 1 not in ranks:
                found.append(WorstOff(registration=person, ranks=ranks))
        found.sort(key=lambda each: -sum(lowest if rank is None else rank for rank in each.ranks) / len(each.ranks))
        yield from found

    def cost(self, registration: int, number: int, option: int | None) -> MoveCost:
        """Return what it costs to give somebody this option in a round (None: no place)."""
        stood = self._option(registration, number)
        count = self.people[registration].count if registration in self.people else 1
        places = dict(self._sitting)
        places.pop((registration, number), None)
        if option is not None:
            places[registration, number] = ((option, count),)
        here = self.taken.get(option or 0, 0)
        return MoveCost(
            rank_before=self.rank(registration, number, stood),
            rank_after=self.rank(registration, number, option),
            had_place=stood is not None,
            wishes=(registration, number) in self.ground.wishing,
            before=self.tally,
            after=self._tally(places),
            taken=here if option == stood else here + count,
            seats=self.ground.capacities.get(option or 0),
            problems=() if option is None else tuple(self._problems(registration, number, option, stood, count)),
        )

    def _problems(
        self, registration: int, number: int, option: int, stood: int | None, count: int
    ) -> Iterator[_Problem]:
        if option not in self.ground.options:
            yield N_("this option doesn’t take place"), ()
            return
        seats = self.ground.capacities[option]
        if seats is not None and option != stood and self.taken[option] + count > seats:
            yield N_("this option is full"), ()
        if self.is_lead(registration, number):
            yield N_("leads an option in this round, and is not free"), ()
        elif (registration, number, option) not in self.seats:
            yield N_("not meant for this person, or the room can’t be reached"), ()
        workshop = self._workshops.get(option, option)
        for other in self.ground.rounds:
            elsewhere = self._option(registration, other)
            if other != number and elsewhere is not None and self._workshops.get(elsewhere, elsewhere) == workshop:
                yield N_("already has this workshop in another round"), ()
        yield from self._company(registration, number, option)

    def _company(self, registration: int, number: int, option: int) -> Iterator[_Problem]:
        """Say where this breaks a wish to be together with somebody, or apart."""
        for person in self.people.values():
            theirs = self._option(person.id, number)
            if person.id == registration or theirs is None:
                continue
            me = self.people.get(registration)
            apart = person.id in (me.apart if me else ()) or registration in person.apart
            together = person.id in (me.together if me else ()) or registration in person.together
            if apart and theirs == option:
                yield N_("sits with somebody they are to be kept apart from"), ()
            if together and theirs != option:
                yield N_("is separated from somebody they are to be together with"), ()

    def _option(self, registration: int, number: int) -> int | None:
        found = self.given.get((registration, number))
        return None if found is None else found.option

    def _given(self, each: Allotment) -> Given:
        return Given(
            registration=each.registration,
            round=each.round,
            option=each.option,
            count=each.count,
            rank=self.rank(each.registration, each.round, each.option),
            locked=each.locked,
        )

    def _tally(self, places: Mapping[_Key, tuple[_Place, ...]]) -> Tally:
        ranks: dict[int | None, int] = {}
        for (person, number), theirs in places.items():
            for option, count in theirs if (person, number) in self.ground.wishing else ():
                rank = self.rank(person, number, option)
                ranks[rank] = ranks.get(rank, 0) + count
        lacking = {
            (person, number): missing
            for person, number in sorted(self.ground.expected)
            if (missing := self.people[person].count - sum(count for _, count in places.get((person, number), ()))) > 0
        }
        without: dict[int, int] = {}
        for (person, _), missing in lacking.items():
            without[person] = max(missing, without.get(person, 0))
        return Tally(
            ranks=dict(sorted(ranks.items(), key=lambda item: (item[0] is None, item[0] or 0))),
            wished=sum(ranks.values()),
            worst_rank=max((rank for rank in ranks if rank is not None), default=None),
            without=tuple(lacking),
            people_without=sum(without.values()),
            lacking=sum(lacking.values()),
            free=sum(
                count
                for key, theirs in places.items()
                if key in self.ground.expected and key not in self.ground.wishing
                for _, count in theirs
            ),
        )


def moved_by(standing: Standing, found: Allotting) -> tuple[Moved, ...]:
    """Return who gets another place by an allotment than stands, in the order of people and rounds (D34).

    Of a group that is divided, only those who go elsewhere.
    """
    before, after = _options_by_key(standing.day.allotments), _options_by_key(found.places)
    order = {person: place for place, person in enumerate(standing.people)}
    rounds = {number: place for place, number in enumerate(standing.ground.rounds)}
    keys = sorted(
        before.keys() | after.keys(),
        key=lambda key: (order.get(key[0], len(order)), key[0], rounds.get(key[1], len(rounds))),
    )
    return tuple(
        Moved(
            registration=person,
            round=number,
            before=left,
            after=came,
            rank_before=standing.rank(person, number, left),
            rank_after=standing.rank(person, number, came),
            count=count,
        )
        for person, number in keys
        for (left, came), count in _steps(before.get((person, number)), after.get((person, number))).items()
    )


def _options_by_key(places: Iterable[Allotment | Given]) -> dict[_Key, Counter[int]]:
    found: dict[_Key, Counter[int]] = {}
    for each in places:
        found.setdefault((each.registration, each.round), Counter())[each.option] += each.count
    return found


def _steps(before: Counter[int] | None, after: Counter[int] | None) -> Counter[tuple[int | None, int | None]]:
    """Return how many people of a registration go from which option (None: no place) to which."""
    stood, stands = before or Counter[int](), after or Counter[int]()
    left, came = sorted((stood - stands).elements()), sorted((stands - stood).elements())
    return Counter(zip_longest(left, came))
