"""The fair allotment of places in choice rounds, as a pure function (R082, D05–D07, D34, D35).

One thing after the other, each without giving up what came before: a place for everyone; nobody with a worse wish than
must be; most first wishes; fewest people without any first wish, over the
rounds together; the best wishes in sum; options evenly filled; and lots from a seed between what is equal then.
After a change as few people as can be are moved, which then comes right after a place for everyone (D34).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from studydag.model.rules.choices.integer_program import Answer, IntegerProgram, Stopped
from studydag.model.rules.choices.seats import Seat, Seating, seating
from studydag.model.rules.choices.why_here import explained, why_none
from studydag.model.values.allotting import Allotting, Given, Unplaced
from studydag.model.values.choices import Allotment
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_Key = TypeVar("_Key", bound=Hashable)
_Thing = TypeVar("_Thing")

LOTS = 9
"""Lots are drawn from 0 to this."""

Going = Callable[[float], bool]
"""Told how far it is (0 to 1); says whether to go on."""


def allot(
    day: StudyDay,
    setting: Setting,
    *,
    seed: int | None = None,
    near: Sequence[Allotment] | None = None,
    keep_small: bool = False,
    going: Going | None = None,
) -> Allotting | None:
    """Return places for everyone who registered, in all rounds of free choice together (R082).

    `seed` draws the lots, by default the day's own. With `near`, what changes against those places is kept as little as
    possible (D34). With `keep_small`, options below their minimum take place all the same. None where `going` said to
    stop.
    """
    number = day.allotment_seed if seed is None else seed
    ground = seating(day, setting)
    pace = _Pace(going or (lambda _share: True))
    try:
        work = _Work(ground, pace, seed=number, near=near, keep_small=keep_small)
        answer, proven = work.solved()
    except Stopped:
        return None
    if answer is None:
        return None
    places = tuple(work.places(answer))
    return Allotting(
        places=tuple(explained(places, ground)),
        unplaced=tuple(
            replace(each, reason=why_none(each.registration, each.round, places, ground))
            for each in work.unplaced(answer)
        ),
        dropped=tuple(work.dropped(answer)),
        is_optimal=all(each.is_optimal for each in proven),
        gap=max((each.gap for each in proven), default=0.0),
        seed=number,
        is_near=near is not None,
    )


class _Pace:
    """How far it is, and whether to go on."""

    def __init__(self, going: Going) -> None:
        self._going = going
        self._share = 0.0

    def come_to(self, share: float) -> None:
        """Tell how far it is. Raises Stopped."""
        self._share = share
        if not self.goes_on():
            raise Stopped

    def goes_on(self) -> bool:
        """Whether to go on."""
        return self._going(self._share)


class _Work:
    """The program of one allotment: a column for each seat, and for each person and round one for having none."""

    def __init__(
        self, ground: Seating, pace: _Pace, *, seed: int, near: Sequence[Allotment] | None, keep_small: bool
    ) -> None:
        self.ground = ground
        self._pace = pace
        self._near = near
        self._keep_small = keep_small
        self._counts = {person.id: person.count for person in ground.people}
        self._program = IntegerProgram(pace.goes_on)
        self._column: dict[Seat, int] = {}
        self._without: dict[tuple[int, int], int] = {}
        self._open: dict[int, int] = {}
        lots = random.Random(seed)
        self._lots = {seat: lots.randint(0, LOTS) for seat in ground.seats}
        self._build()

    # -- the rules

    def _build(self) -> None:
        ground, program = self.ground, self._program
        for seat in ground.seats:
            settled = ground.settled.get((seat.registration, seat.option), 0)
            self._column[seat] = program.column(self._counts[seat.registration], least=settled)
        for (person, number), seats in self._by_round.items():
            self._without[person, number] = program.column(self._counts[person])
            terms = [(self._column[seat], 1) for seat in seats]
            count = self._counts[person]
            program.row([*terms, (self._without[person, number], 1)], least=count, most=count)
        self._pace.come_to(0.0)
        self._limit_options()
        self._forbid_twice()
        self._pace.come_to(0.0)
        self._heed_wishes_for_company()

    @cached_property
    def _by_round(self) -> dict[tuple[int, int], list[Seat]]:
        return _grouped(self.ground.seats, lambda seat: (seat.registration, seat.round))

    @cached_property
    def _by_option(self) -> dict[int, list[Seat]]:
        return _grouped(self.ground.seats, lambda seat: seat.option)

    def _limit_options(self) -> None:
        """Keep options within their seats; where fewer than the minimum would come, nobody does (D34)."""
        program, ground = self._program, self.ground
        for option, seats in self._by_option.items():
            terms = [(self._column[seat], 1) for seat in seats]
            everyone = sum(self._counts[seat.registration] for seat in seats)
            settled = sum(ground.settled.get((seat.registration, option), 0) for seat in seats)
            seats_here = ground.capacities[option]
            most = everyone if seats_here is None else max(seats_here, settled)
            minimum = ground.options[option].minimum or 0
            if minimum > 1 and not self._keep_small and not settled:
                self._open[option] = program.column(1)
                program.row([*terms, (self._open[option], -most)], most=0)
                program.row([*terms, (self._open[option], -minimum)], least=0)
            elif most < everyone:
                program.row(terms, most=most)

    def _forbid_twice(self) -> None:
        """Let nobody be twice in the same workshop, repeated or not (D06)."""
        for (person, _), seats in _grouped(self.ground.seats, lambda seat: (seat.registration, seat.workshop)).items():
            rounds = {seat.round for seat in seats}
            settled = sum(self.ground.settled.get((person, seat.option), 0) for seat in seats)
            if len(rounds) > 1:
                most = max(self._counts[person], settled)
                self._program.row([(self._column[seat], 1) for seat in seats], most=most)

    def _heed_wishes_for_company(self) -> None:
        """Keep people together or apart, in rounds in which neither has a place that is settled."""
        people = {person.id: person for person in self.ground.people}
        together = _pairs((person.id, other) for person in people.values() for other in person.together)
        apart = _pairs((person.id, other) for person in people.values() for other in person.apart)
        for pairs, keep in ((together, self._join), (apart, self._part)):
            for one, other in pairs:
                for number in self.ground.rounds if one in people and other in people else ():
                    mine, theirs = self._by_round.get((one, number)), self._by_round.get((other, number))
                    if mine and theirs and not self._is_settled(one, other, number):
                        keep(mine, theirs)

    def _join(self, mine: list[Seat], theirs: list[Seat]) -> None:
        """Let two people who both have a place have the same one; with more of them, the few where the many sit.

        In a round in which there is no option that both may have, the wish counts for nothing.
        """
        few, many = sorted((mine, theirs), key=lambda seats: self._counts[seats[0].registration])
        there = {seat.option: self._column[seat] for seat in many}
        if not any(seat.option in there for seat in few):
            return
        self._follow(few, many)
        if self._counts[many[0].registration] == 1:
            self._follow(many, few)

    def _follow(self, some: list[Seat], others: list[Seat]) -> None:
        """Let some people sit only where as many of the others do, or where those have no place."""
        there = {seat.option: self._column[seat] for seat in others}
        nowhere = self._without[others[0].registration, others[0].round]
        for seat in some:
            here = [(there[seat.option], -1)] if seat.option in there else []
            self._program.row([(self._column[seat], 1), *here, (nowhere, -1)], most=0)

    def _part(self, mine: list[Seat], theirs: list[Seat]) -> None:
        """Let only one of two registrations sit in an option, however many people they are."""
        there = {seat.option: seat for seat in theirs}
        for seat in mine:
            other = there.get(seat.option)
            if other is None:
                continue
            program, counts = self._program, (self._counts[seat.registration], self._counts[other.registration])
            if counts == (1, 1):
                program.row([(self._column[seat], 1), (self._column[other], 1)], most=1)
                continue
            is_first = program.column(1)
            program.row([(self._column[seat], 1), (is_first, -counts[0])], most=0)
            program.row([(self._column[other], 1), (is_first, counts[1])], most=counts[1])

    def _is_settled(self, one: int, other: int, number: int) -> bool:
        both = [*self._by_round.get((one, number), ()), *self._by_round.get((other, number), ())]
        return any((seat.registration, seat.option) in self.ground.settled for seat in both)

    # -- the aims

    def solved(self) -> tuple[Answer | None, list[Answer]]:
        """Return the best answer with those of all stages, or None where there is none. Raises Stopped."""
        firsts, uneven = self._without_first_wish(), self._uneven()
        moves = self._moved()
        self._pace.come_to(0.0)
        answer = self._program.minimise(self._missing)
        if answer is None:
            return None, []
        answers = [answer]
        self._program.hold(self._missing, answer)
        for costs in filter(None, moves):
            answer = self._held(costs) or answer
            answers.append(answer)
        shut = self._seats_below_the_best_worst_wish()
        stages = [stage for stage in self._stages(shut, firsts, uneven) if stage]
        for place, costs in enumerate(stages):
            self._pace.come_to((place + 1) / (len(stages) + 1))
            answer = self._held(costs) or answer
            answers.append(answer)
        # Lots are no aim: whatever they come to is as good as anything else.
        return self._program.minimise(self._lots_drawn, exactly=False) or answer, answers

    def _held(self, costs: dict[int, int]) -> Answer | None:
        """Return the answer of least cost, which no later one may exceed."""
        found = self._program.minimise(costs)
        if found is not None:
            self._program.hold(costs, found)
        return found

    def _seats_below_the_best_worst_wish(self) -> frozenset[Seat]:
        """Shut all seats below the best wish that everyone can have at least, but for who is settled; return them."""
        ranks: list[int | None] = [*sorted({seat.rank for seat in self.ground.seats if seat.rank is not None}), None]
        low, high = 0, len(ranks) - 1
        while low < high:
            self._pace.come_to(0.0)
            middle = (low + high) // 2
            self._shut(self._worse_than(ranks[middle]))
            if self._program.minimise({}) is not None:
                high = middle
            else:
                low = middle + 1
        shut = self._worse_than(ranks[high])
        self._shut(shut)
        return shut

    def _shut(self, seats: frozenset[Seat]) -> None:
        settled = self.ground.settled
        self._program.shut({self._column[seat]: settled.get((seat.registration, seat.option), 0) for seat in seats})

    def _worse_than(self, worst: int | None) -> frozenset[Seat]:
        """Return the seats that are worse than a wish, for those who have wishes in that round; None: none are."""
        if worst is None:
            return frozenset()
        return frozenset(
            seat
            for seat in self.ground.seats
            if (seat.registration, seat.round) in self.ground.wishing and (seat.rank is None or seat.rank > worst)
        )

    @cached_property
    def _missing(self) -> dict[int, int]:
        return dict.fromkeys(self._without.values(), 1)

    def _stages(
        self, shut: frozenset[Seat], firsts: Mapping[int, int], uneven: Mapping[int, int]
    ) -> Iterator[dict[int, int]]:
        """Give what is to be kept low, one after the other; `firsts` and `uneven` are columns made for it."""
        seats = [seat for seat in self.ground.seats if seat not in shut]
        wished = [seat for seat in seats if (seat.registration, seat.round) in self.ground.wishing]
        yield {self._column[seat]: -1 for seat in wished if seat.rank == 1}
        yield dict(firsts)
        lowest = 1 + max((seat.rank for seat in seats if seat.rank is not None), default=0)
        yield {self._column[seat]: (lowest if seat.rank is None else seat.rank) - 1 for seat in wished}
        yield dict(uneven)

    @cached_property
    def _lots_drawn(self) -> dict[int, int]:
        return {self._column[seat]: self._lots[seat] for seat in self.ground.seats}

    def _moved(self) -> tuple[dict[int, int], dict[int, int]]:
        """Return what it costs to move people, and then to move places, against those that stood (D34)."""
        stood: dict[tuple[int, int], int] = {(each.registration, each.option): each.count for each in self._near or ()}
        kept = [seat for seat in self.ground.seats if (seat.registration, seat.option) in stood]
        # Who loses a place anyhow is moved anyhow: that they change places elsewhere moves nobody more.
        losing = {person for person, _ in stood.keys() - {(seat.registration, seat.option) for seat in kept}}
        people: dict[int, int] = {}
        for person, seats in _grouped(kept, lambda seat: seat.registration).items():
            if self._counts[person] == 1 and person not in losing:
                moved = self._program.column(1)
                for seat in seats:
                    self._program.row([(self._column[seat], 1), (moved, 1)], least=1)
                people[moved] = 1
        places: dict[int, int] = {}
        for seat in kept:
            count = min(self._counts[seat.registration], stood[seat.registration, seat.option])
            moved = self._program.column(count)
            self._program.row([(self._column[seat], 1), (moved, 1)], least=count)
            places[moved] = 1
        return people, places

    def _without_first_wish(self) -> dict[int, int]:
        """Return a column for each person with wishes in several rounds: 1 where none of the first ones is met."""
        wished = [seat for seat in self.ground.seats if (seat.registration, seat.round) in self.ground.wishing]
        columns = []
        for person, seats in _grouped(wished, lambda seat: seat.registration).items():
            firsts = [(self._column[seat], 1) for seat in seats if seat.rank == 1]
            if len({seat.round for seat in seats}) > 1 and firsts and self._counts[person] == 1:
                columns.append(self._program.column(1))
                self._program.row([*firsts, (columns[-1], 1)], least=1)
        return dict.fromkeys(columns, 1)

    def _uneven(self) -> dict[int, int]:
        """Return costs for what an option has above an even share of its round."""
        costs: dict[int, int] = {}
        rounds = _grouped(self._by_option, lambda option: self._by_option[option][0].round)
        for number, options in rounds.items():
            everyone = sum(self._counts[person] for person, in_round in self._by_round if in_round == number)
            share = everyone // max(len(options), 1)
            for option in options:
                above = self._program.column(everyone)
                terms = [(self._column[seat], 1) for seat in self._by_option[option]]
                self._program.row([*terms, (above, -1)], most=share)
                costs[above] = 1
        return costs

    # -- what came of it

    def places(self, answer: Answer) -> Iterator[Given]:
        """Give the places of an answer, by person and round."""
        for seat, column in self._column.items():
            if answer.values[column] > 0:
                yield Given(
                    registration=seat.registration,
                    round=seat.round,
                    option=seat.option,
                    count=answer.values[column],
                    rank=seat.rank,
                    locked=(seat.registration, seat.option) in self.ground.locked,
                )

    def unplaced(self, answer: Answer) -> Iterator[Unplaced]:
        """Give who has no place in which round, also where there is none that they may have."""
        for person in self.ground.people:
            for number in self.ground.rounds:
                key = (person.id, number)
                left = answer.values[self._without[key]] if key in self._without else person.count
                if left and key in self.ground.expected:
                    yield Unplaced(registration=person.id, round=number, count=left)

    def dropped(self, answer: Answer) -> Iterator[int]:
        """Give the options that stay empty since their minimum isn't reached."""
        return (option for option, column in self._open.items() if answer.values[column] == 0)


def _pairs(wishes: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return who wishes something of whom, each pair once."""
    return list(dict.fromkeys((min(pair), max(pair)) for pair in wishes if pair[0] != pair[1]))


def _grouped(things: Iterable[_Thing], key: Callable[[_Thing], _Key]) -> dict[_Key, list[_Thing]]:
    found: dict[_Key, list[_Thing]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found
