"""The thread as a web: what stands in its five columns, what is linked, what is loose, and what belongs to a chain.

Links go from need to goal, from goal to block, action and measure, and from block to action.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from studydag.model.rules.calendar.dates import Side, side_of
from studydag.model.rules.threads.thread import Thread
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.goals import Goal, Need
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay

KINDS: Final = ("need", "goal", "block", "action", "measure")
"""The columns, from what shows what must be learnt to what shows that it was."""


@dataclass(frozen=True, slots=True)
class LinkField:
    """Where the thing further right keeps a link, and whether it can have only one there."""

    field: str
    only_one: bool = False


LINK_FIELDS: Final[Mapping[tuple[str, str], LinkField]] = MappingProxyType(
    {
        ("need", "goal"): LinkField("needs"),
        ("goal", "block"): LinkField("goals"),
        ("goal", "action"): LinkField("goals"),
        ("goal", "measure"): LinkField("goals"),
        ("block", "action"): LinkField("block", only_one=True),
    }
)
"""Which kinds can be linked, the one further left first, and where that is kept."""

Link = tuple[Reference, Reference]
"""What is linked, the thing further left first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """A thing in the web, and the kinds of things that it should be linked with and isn't."""

    reference: Reference
    lacks: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What kind of thing it is."""
        return self.reference[0]

    @property
    def is_loose(self) -> bool:
        """Whether something is missing."""
        return bool(self.lacks)


@dataclass(frozen=True)
class Web:
    """The knots of each column in their own order, and the links.

    `left_out` counts the actions that serve no goal and lie before the day: they prepare it, and need none.
    """

    columns: tuple[tuple[Knot, ...], ...]
    links: tuple[Link, ...]
    left_out: int = 0

    @cached_property
    def knots(self) -> Mapping[Reference, Knot]:
        """All knots by what they stand for."""
        return {knot.reference: knot for column in self.columns for knot in column}

    @cached_property
    def loose(self) -> tuple[Knot, ...]:
        """The knots that lack something."""
        return tuple(knot for knot in self.knots.values() if knot.is_loose)

    @cached_property
    def _leads_to(self) -> Mapping[Reference, tuple[Reference, ...]]:
        return _by_first(self.links)

    @cached_property
    def _comes_from(self) -> Mapping[Reference, tuple[Reference, ...]]:
        return _by_first((right, left) for left, right in self.links)

    def after(self, reference: Reference) -> tuple[Reference, ...]:
        """Return what a thing is linked with to the right."""
        return self._leads_to.get(reference, ())

    def before(self, reference: Reference) -> tuple[Reference, ...]:
        """Return what a thing is linked with to the left."""
        return self._comes_from.get(reference, ())

    def chain(self, reference: Reference) -> frozenset[Reference]:
        """Return everything on the same thread as a thing: what it comes from, what comes of it, what measures that.

        A measure shows what came of its goals, so all that serves them is on its thread.
        """
        if reference not in self.knots:
            return frozenset()
        before = _reached(reference, self._comes_from)
        after = _reached(reference, self._leads_to)
        goals = {each for each in before if each[0] == "goal"}
        if reference[0] == "measure":
            served = {each for goal in goals for each in _reached(goal, self._leads_to) if each[0] != "measure"}
            return before | after | served
        measured = {each for goal in goals for each in self.after(goal) if each[0] == "measure"}
        return before | after | measured


def link_between(one: Reference, other: Reference) -> Link | None:
    """Return the link that two things can have, the one further left first; None where it makes no sense."""
    if (one[0], other[0]) in LINK_FIELDS:
        return one, other
    return (other, one) if (other[0], one[0]) in LINK_FIELDS else None


def web_of(day: StudyDay, found: Thread) -> Web:
    """Return the web of a study day; `found` is the thread of the same day.

    An option stands apart where it has a goal or an action of its own; else its round stands for it.
    """
    actions = tuple(each for each in day.actions if each.state is not ActionState.DROPPED)
    serving = {action.id for goal in day.goals for action in found.actions_of(goal.id)}
    shown = tuple(each for each in actions if each.id in serving or side_of(each.due, day) is not Side.BEFORE)
    blocks = tuple(_blocks(found, {action.block for action in shown}))
    columns: tuple[Iterable[Knot], ...] = (
        (Knot(reference=("need", each.id), lacks=_lacks_of_need(each, day)) for each in day.needs),
        (Knot(reference=("goal", each.id), lacks=_lacks_of_goal(each, found)) for each in day.goals),
        (Knot(reference=("block", each.id), lacks=_lacks_of_block(each, found)) for each in blocks),
        (Knot(reference=("action", each.id), lacks=() if each.id in serving else _GOAL) for each in shown),
        (Knot(reference=("measure", each.id), lacks=_lacks_of_measure(each)) for each in day.measures),
    )
    knots = tuple(tuple(column) for column in columns)
    there = {knot.reference for column in knots for knot in column}
    links = tuple(dict.fromkeys(link for link in _links(day, blocks, shown) if there.issuperset(link)))
    return Web(columns=knots, links=links, left_out=len(actions) - len(shown))


_GOAL = ("goal",)


def _blocks(found: Thread, with_action: Container[int | None]) -> Iterator[Block]:
    """Give the blocks that stand in the web, in programme order."""
    apart = {each.id for each in found.planned if each.round is not None and (each.goals or each.id in with_action)}
    with_option_apart = {each.round for each in found.planned if each.id in apart}
    for block in found.planned:
        linked = bool(block.goals) or block.id in with_action
        if block.round is not None:
            wanted = block.id in apart
        elif block.id in with_option_apart:
            wanted = linked
        else:
            wanted = linked or block.phase.is_learning
        if wanted:
            yield block


def _links(day: StudyDay, blocks: Iterable[Block], actions: Iterable[Action]) -> Iterator[Link]:
    for goal in day.goals:
        yield from ((("need", need), ("goal", goal.id)) for need in goal.needs)
    for block in blocks:
        yield from ((("goal", goal), ("block", block.id)) for goal in block.goals)
    for action in actions:
        yield from ((("goal", goal), ("action", action.id)) for goal in action.goals)
        if action.block is not None:
            yield ("block", action.block), ("action", action.id)
    for measure in day.measures:
        yield from ((("goal", goal), ("measure", measure.id)) for goal in measure.goals)


def _lacks_of_need(need: Need, day: StudyDay) -> tuple[str, ...]:
    return () if any(need.id in goal.needs for goal in day.goals) else _GOAL


def _lacks_of_goal(goal: Goal, found: Thread) -> tuple[str, ...]:
    there = {
        "need": goal.needs,
        "block": found.blocks_of(goal.id),
        "action": found.actions_of(goal.id) or found.follow_up_of(goal.id),
        "measure": found.measures_of(goal.id),
    }
    return tuple(kind for kind, things in there.items() if not things)


def _lacks_of_block(block: Block, found: Thread) -> tuple[str, ...]:
    return () if found.serves[block.id] or not block.phase.is_learning else _GOAL


def _lacks_of_measure(measure: Measure) -> tuple[str, ...]:
    return () if measure.goals or measure.level is EffectLevel.CLIMATE else _GOAL


def _by_first(links: Iterable[Link]) -> dict[Reference, tuple[Reference, ...]]:
    found: dict[Reference, list[Reference]] = {}
    for one, other in links:
        found.setdefault(one, []).append(other)
    return {one: tuple(others) for one, others in found.items()}


def _reached(start: Reference, onwards: Mapping[Reference, tuple[Reference, ...]]) -> frozenset[Reference]:
    """Return what is reached from a thing, itself included."""
    found, open_ = {start}, [start]
    while open_:
        for each in onwards.get(open_.pop(), ()):
            if each not in found:
                found.add(each)
                open_.append(each)
    return frozenset(found)
