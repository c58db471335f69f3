"""Divides the people of a block into groups that are as mixed as can be, over sections or over experience (R060).

People are dealt out like cards, those of one kind after each other: then each group gets an equal share of each kind,
or one more, which is the best there is for all kinds at once. After that people of the same kind change places for who
is to be together or apart, so that the mix stays as it is.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from studydag.model.values.choices import GroupMix, Registration, RegistrationRole
from studydag.model.values.errors import Figure
from studydag.model.values.programme import Block, BlockKind, LeadStatus
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import NN_, Wording

EXPERIENCE = (3, 10)
"""Years in which experience counts as beginning, and as growing. Ours."""
ROUNDS = 50
"""So often wishes to be together and apart are gone through at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Groups of registrations, and what could not be met, with its figures.

    `left_out` counts people who are registered as a number, and so can't be put in a group.
    """

    groups: tuple[tuple[int, ...], ...] = ()
    unmet: tuple[tuple[Wording, Mapping[str, Figure]], ...] = ()
    left_out: int = 0


@dataclass(slots=True)
class _Table:
    """The groups while they are being made."""

    groups: list[list[int]] = field(default_factory=list)
    group_of: dict[int, int] = field(default_factory=dict)

    def swap(self, one: int, other: int) -> None:
        here, there = self.group_of[one], self.group_of[other]
        self.groups[here][self.groups[here].index(one)] = other
        self.groups[there][self.groups[there].index(other)] = one
        self.group_of[one], self.group_of[other] = there, here


def compose(day: StudyDay, setting: Setting, block: Block, *, mix: GroupMix, size: int, seed: int = 1) -> Composition:
    """Return groups of `size` people for a block, some of one fewer where they don't come out even (R060).

    The same seed gives the same groups.
    """
    everyone = people_in(day, block)
    people = [each for each in everyone if each.count == 1]
    left_out = sum(each.count for each in everyone if each.count > 1)
    if not people:
        return Composition(left_out=left_out)
    known = {person.id: person for person in setting.people}
    kinds = {each.id: kind_of_person(known.get(each.person or 0), mix) for each in people}
    count = -(-len(people) // max(size, 1))
    table = _dealt(_in_order(people, kinds, known, seed), count)
    company = _company(people)
    _settle(table, company, kinds)
    unmet = (*_crowded(table, kinds), *_unkept(table, company))
    return Composition(groups=tuple(tuple(group) for group in table.groups), unmet=unmet, left_out=left_out)


def people_in(day: StudyDay, block: Block) -> tuple[Registration, ...]:
    """Return who takes part in a block: of an option those who have a place, of other blocks all but those who lead."""
    leads = {lead.person for lead in block.leads if lead.status is not LeadStatus.CANCELLED}
    if block.round is not None or block.kind is BlockKind.ROUND:
        placed = {each.registration for each in day.allotments if block.id in {each.option, each.round}}
        return tuple(each for each in day.registrations if each.id in placed)
    return tuple(
        each
        for each in day.registrations
        if each.role is not RegistrationRole.LEAD and (each.person is None or each.person not in leads)
    )


def kind_of_person(person: Person | None, mix: GroupMix) -> str:
    """Return what groups are mixed over: the section, or a stretch of years of experience; nothing if unknown."""
    if person is None or mix is GroupMix.NONE:
        return ""
    if mix is GroupMix.SECTION:
        return person.section
    years = person.experience_years
    if years is None:
        return ""
    beginning, growing = EXPERIENCE
    if years < beginning:
        return f"0–{beginning - 1}"
    return f"{beginning}–{growing - 1}" if years < growing else f"{growing}+"


def _in_order(
    people: Sequence[Registration], kinds: Mapping[int, str], known: Mapping[int, Person], seed: int
) -> list[int]:
    """Put people of a kind after each other, the largest kind first, within it by years and then by lot."""
    lots = random.Random(seed)
    shuffled = sorted(people, key=lambda each: (each.uid, each.id))
    lots.shuffle(shuffled)
    sizes = Counter(kinds.values())

    def years(each: Registration) -> int:
        person = known.get(each.person or 0)
        return -1 if person is None or person.experience_years is None else person.experience_years

    shuffled.sort(key=lambda each: (-sizes[kinds[each.id]], kinds[each.id], years(each)))
    return [each.id for each in shuffled]


def _dealt(people: Iterable[int], count: int) -> _Table:
    table = _Table(groups=[[] for _ in range(count)])
    for place, person in enumerate(people):
        table.groups[place % count].append(person)
        table.group_of[person] = place % count
    return table


def _company(people: Sequence[Registration]) -> dict[frozenset[int], bool]:
    """Return pairs of people with whether they are to be together; apart goes before together."""
    there = {each.id for each in people}
    together = {frozenset((each.id, other)): True for each in people for other in each.together if other in there}
    apart = {frozenset((each.id, other)): False for each in people for other in each.apart if other in there}
    return {pair: wish for pair, wish in (together | apart).items() if len(pair) == 2}


def _settle(table: _Table, company: Mapping[frozenset[int], bool], kinds: Mapping[int, str]) -> None:
    """Let people of the same kind change places until no swap meets more wishes."""
    wishes: dict[int, list[tuple[int, bool]]] = {}
    for pair, together in sorted(company.items(), key=lambda item: sorted(item[0])):
        one, other = sorted(pair)
        wishes.setdefault(one, []).append((other, together))
        wishes.setdefault(other, []).append((one, together))

    def broken(*whom: int) -> int:
        return sum(
            (table.group_of[person] == table.group_of[other]) is not together
            for person in whom
            for other, together in wishes.get(person, ())
        )

    for _round in range(ROUNDS):
        if not _swapped_once(table, wishes, kinds, broken):
            return


def _swapped_once(table: _Table, wishes: Iterable[int], kinds: Mapping[int, str], broken: Callable[..., int]) -> bool:
    for person in wishes:
        now = broken(person)
        if not now:
            continue
        for other in table.group_of:
            if kinds[other] != kinds[person] or table.group_of[other] == table.group_of[person]:
                continue
            before = broken(person, other)
            table.swap(person, other)
            if broken(person, other) < before:
                return True
            table.swap(person, other)
    return False


def _crowded(table: _Table, kinds: Mapping[int, str]) -> Iterator[tuple[Wording, Mapping[str, Figure]]]:
    """Say of which kind there are too many to have one in each group."""
    totals = Counter(kinds[person] for person in table.group_of if kinds[person])
    groups = [Counter(kinds[person] for person in group if kinds[person]) for group in table.groups]
    for kind, total in sorted(totals.items()):
        crowded = [group[kind] for group in groups if group[kind] > 1]
        if crowded:
            text = NN_(
                "{count} group has {most} of {kind:quoted}: there are {total} of them for {groups} groups",
                "{count} groups have {most} of {kind:quoted}: there are {total} of them for {groups} groups",
                "count",
            )
            figures: dict[str, Figure] = {
                "count": sum(each == max(crowded) for each in crowded),
                "most": max(crowded),
                "kind": kind,
                "total": total,
                "groups": len(groups),
            }
            yield text, figures


def _unkept(table: _Table, company: Mapping[frozenset[int], bool]) -> Iterator[tuple[Wording, Mapping[str, Figure]]]:
    for wish, text in (
        (True, NN_("{count} wish to be together is not met", "{count} wishes to be together are not met", "count")),
        (False, NN_("{count} wish to be apart is not met", "{count} wishes to be apart are not met", "count")),
    ):
        pairs = [sorted(pair) for pair, together in company.items() if together is wish]
        count = sum((table.group_of[one] == table.group_of[other]) is not wish for one, other in pairs)
        if count:
            yield text, {"count": count}
