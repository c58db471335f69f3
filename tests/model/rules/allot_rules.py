"""What has to hold for every allotment, said once more and in another way than the program says it, rule by rule."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import Registration, RegistrationRole
from studydag.model.values.programme import Block, BlockKind, LeadStatus
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

Given = Mapping[tuple[int, int], Sequence[int]]
"""The options that a registration has in a round, once for each of its people."""


class Rules:
    """The rules of a day. `broken` names those that places break, with whom it is about."""

    def __init__(self, day: StudyDay, setting: Setting, *, keep_small: bool = False) -> None:
        self.day, self.setting, self.keep_small = day, setting, keep_small
        self.blocks = {block.id: block for block in day.blocks}
        self.people = {each.id: each for each in day.registrations}
        options = {
            block.id: [each for each in day.blocks if each.round == block.id and not each.cancelled]
            for block in day.blocks
            if block.kind is BlockKind.ROUND
        }
        self.options: dict[int, list[Block]] = {number: theirs for number, theirs in options.items() if theirs}

    # One person and one round

    def is_busy(self, person: Registration, number: int) -> bool:
        return person.person is not None and any(
            lead.person == person.person and lead.status is not LeadStatus.CANCELLED
            for option in self.options[number]
            for lead in option.leads
        )

    def is_meant(self, person: Registration, option: Block) -> bool:
        theirs = {group.id for group in self.setting.groups if person.person in group.members} | {person.group}
        return not option.audience or bool(theirs.intersection(option.audience))

    def can_reach(self, person: Registration, option: Block) -> bool:
        rooms = [room for room in self.setting.rooms if room.id == option.room]
        return all(need in room.accessibility for room in rooms for need in person.access_needs)

    def settled(self, person: Registration, number: int) -> tuple[int, ...]:
        """Return the options that somebody has in a round beforehand, once for each of their people."""
        options = [option.id for option in self.options[number]]
        locked = [
            each.option
            for each in self.day.allotments
            for _ in range(each.count)
            if each.locked and each.registration == person.id and each.option in options
        ]
        fixed = [option for option in person.fixed_options if option in options]
        return tuple([*locked, *(option for option in fixed for _ in range(person.count))][: person.count])

    def allowed(self, person: Registration, number: int) -> tuple[int, ...]:
        """Return the options that somebody may have in a round."""
        settled = self.settled(person, number)
        return tuple(
            option.id
            for option in self.options[number]
            if option.id in settled
            or (not self.is_busy(person, number) and self.is_meant(person, option) and self.can_reach(person, option))
        )

    # All together

    def broken(self, given: Given) -> Iterator[str]:
        """Name each rule that is broken."""
        for (registration, number), options in given.items():
            yield from self.broken_by(self.people[registration], number, options)
        yield from self._broken_in_options(given)
        for person in self.people.values():
            yield from self._twice(person, given)
            yield from self._company(person, given)

    def broken_by(self, person: Registration, number: int, options: Sequence[int]) -> Iterator[str]:
        """Name each rule that the options of somebody in a round break."""
        who, settled = f"{person.id} in {number}", self.settled(person, number)
        if len(options) > person.count:
            yield f"more places than people: {who}"
        if Counter(settled) - Counter(options):
            yield f"a settled place is gone: {who}"
        for option in (self.blocks[each] for each in set(options) - set(settled)):
            if option.round != number or option.cancelled:
                yield f"no option of the round: {who}"
            if self.is_busy(person, number):
                yield f"busy as a lead: {who}"
            if not self.is_meant(person, option):
                yield f"not the audience: {who}"
            if not self.can_reach(person, option):
                yield f"cannot reach the room: {who}"

    def _broken_in_options(self, given: Given) -> Iterator[str]:
        taken = Counter(option for options in given.values() for option in options)
        settled = Counter(
            option
            for person in self.people.values()
            for number in self.options
            for option in self.settled(person, number)
        )
        for option in (self.blocks[each] for each in taken):
            seats = None if option.capacity is None else max(option.capacity - option.reserved_seats, 0)
            if seats is not None and taken[option.id] > max(seats, settled[option.id]):
                yield f"too full: {option.id}"
            if taken[option.id] < (option.minimum or 0) and not (self.keep_small or settled[option.id]):
                yield f"below its minimum: {option.id}"

    def workshop(self, option: int) -> int:
        """Return the option that this one repeats, in the end."""
        repeated = self.blocks[option].repeats
        return option if repeated is None else self.workshop(repeated)

    def _twice(self, person: Registration, given: Given) -> Iterator[str]:
        theirs = Counter(self.workshop(each) for number in self.options for each in given.get((person.id, number), ()))
        settled = Counter(self.workshop(each) for number in self.options for each in self.settled(person, number))
        if any(count > max(person.count, settled[workshop]) for workshop, count in theirs.items()):
            yield f"twice in the same workshop: {person.id}"

    def _company(self, person: Registration, given: Given) -> Iterator[str]:
        for number in self.options:
            for other in (self.people[each] for each in {*person.together, *person.apart}):
                may = [set(self.allowed(each, number)) for each in (person, other)]
                if self.settled(person, number) or self.settled(other, number) or not all(may):
                    continue
                one, two = (Counter(given.get((each.id, number), ())) for each in (person, other))
                if other.id in person.apart and one & two:
                    yield f"not apart: {person.id} and {other.id} in {number}"
                may_share = other.id in person.together and bool(may[0] & may[1])
                people = (person, one), (other, two)
                (_few, mine), (many, theirs) = sorted(people, key=lambda each: each[0].count)
                keeps = _follows(mine, theirs, many)
                if person.count == other.count == 1:
                    keeps = _follows(one, two, other) and _follows(two, one, person)
                if may_share and not keeps:
                    yield f"not together: {person.id} and {other.id} in {number}"


def _follows(some: Counter[int], others: Counter[int], whose: Registration) -> bool:
    """Whether people sit where as many of the others do, but for as many of those as have no place."""
    return all(some[each] - others[each] <= whose.count - sum(others.values()) for each in some)


def given_of(found: Allotting) -> dict[tuple[int, int], list[int]]:
    """Return the places of an allotment, with a key for everybody for whom one was due."""
    given: dict[tuple[int, int], list[int]] = {(each.registration, each.round): [] for each in found.unplaced}
    for place in found.places:
        given.setdefault((place.registration, place.round), []).extend([place.option] * place.count)
    return given


def left_out(rules: Rules, found: Allotting) -> list[tuple[int, int]]:
    """Return for whom a place was due in a round, and who neither has one nor is named as having none."""
    counted = Counter(key for key, options in given_of(found).items() for _ in options)
    counted.update({(each.registration, each.round): each.count for each in found.unplaced})
    return [
        (person.id, number)
        for person in rules.people.values()
        for number in rules.options
        if person.role is not RegistrationRole.LEAD and not rules.is_busy(person, number)
        if counted[person.id, number] != person.count
    ]
