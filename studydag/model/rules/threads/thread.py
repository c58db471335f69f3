"""The thread: which blocks, actions, moments, measures and experts serve which goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from studydag.model.rules.calendar.dates import Side, side_of
from studydag.model.rules.partners.expertise import ambassadors_of
from studydag.model.rules.time.balance import live
from studydag.model.rules.time.schedule import Schedule
from studydag.model.values.dates import Due, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.expertise import Ambassador, Expert
from studydag.model.values.follow_up import Action, ActionState, Moment, MomentKind
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay

T = TypeVar("T")

_NEXT = RelativeDate(1)

FollowUp = Action | Moment | Ambassador


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The links from goals on, as ids of goals to things.

    `planned` are the blocks that will take place, options and self-paced ones included, in programme order. `serves`
    has the goals of each: an option has its round's too, a round those of its options.
    """

    planned: tuple[Block, ...]
    serves: Mapping[int, frozenset[int]]
    blocks: Mapping[int, tuple[Block, ...]]
    actions: Mapping[int, tuple[Action, ...]]
    moments: Mapping[int, tuple[Moment, ...]]
    measures: Mapping[int, tuple[Measure, ...]]
    experts: Mapping[int, tuple[Expert, ...]]
    after: frozenset[tuple[str, int]]
    standing: frozenset[int]

    def blocks_of(self, goal: int) -> tuple[Block, ...]:
        """Return the learning blocks that serve a goal."""
        return self.blocks.get(goal, ())

    def actions_of(self, goal: int) -> tuple[Action, ...]:
        """Return the actions for a goal, before and after the day, dropped ones not."""
        return self.actions.get(goal, ())

    def measures_of(self, goal: int) -> tuple[Measure, ...]:
        """Return the measures of a goal."""
        return self.measures.get(goal, ())

    def follow_up_of(self, goal: int) -> tuple[FollowUp, ...]:
        """Return what comes of a goal after the day: actions, moments, and what assures it (R017)."""
        actions = (each for each in self.actions_of(goal) if ("action", each.id) in self.after)
        moments = (each for each in self.moments.get(goal, ()) if ("moment", each.id) in self.after)
        return (*actions, *moments, *self._ambassadors_of(goal))

    def assurance_of(self, goal: int) -> tuple[FollowUp, ...]:
        """Return what keeps a goal alive: a standing structure, a rhythm, or an ambassador (R017, R105)."""
        structures = (
            each
            for each in self.moments.get(goal, ())
            if each.kind is MomentKind.STRUCTURE or each.rhythm or each.id in self.standing
        )
        return (*structures, *self._ambassadors_of(goal))

    def _ambassadors_of(self, goal: int) -> Iterator[Ambassador]:
        for expert in self.experts.get(goal, ()):
            yield from ambassadors_of(expert)


def thread(day: StudyDay, schedule: Schedule) -> Thread:
    """Compute the links of a study day; `schedule` is that of the same day."""
    planned = _planned(schedule)
    serves = _serves(planned)
    actions = tuple(each for each in day.actions if each.state is not ActionState.DROPPED)
    experts = {expert.id: _goals_of_expert(expert, serves, planned) for expert in day.experts}
    standing = {each.standing_structure: experts[each.id] for each in day.experts if each.standing_structure}
    return Thread(
        planned=planned,
        serves=serves,
        blocks=_by_goal((block, serves[block.id]) for block in planned if block.phase.is_learning),
        actions=_by_goal((each, each.goals or serves.get(each.block or 0, ())) for each in actions),
        moments=_by_goal((each, {*each.goals, *standing.get(each.id, ())}) for each in day.moments),
        measures=_by_goal((each, each.goals) for each in day.measures),
        experts=_by_goal((each, experts[each.id]) for each in day.experts),
        after=frozenset(_after(day, actions)),
        standing=frozenset(standing),
    )


def is_after(due: Due | None, day: StudyDay) -> bool:
    """Whether a date lies after the day. A fixed date beside a day that has none yet is taken to."""
    return due is not None and side_of(due, day) in {Side.AFTER, None}


def _planned(schedule: Schedule) -> tuple[Block, ...]:
    timed = (each.block for slot in live(schedule) for each in (slot, *live(slot.options)))
    return (*timed, *(block for block in schedule.self_paced if not block.cancelled))


def _serves(planned: Iterable[Block]) -> dict[int, frozenset[int]]:
    own = {block.id: frozenset(block.goals) for block in planned}
    serves = dict(own)
    for block in planned:
        if block.round is not None and block.round in own:
            serves[block.id] = own[block.id] or own[block.round]
            serves[block.round] |= own[block.id]
    return serves


def _goals_of_expert(expert: Expert, serves: Mapping[int, frozenset[int]], planned: Iterable[Block]) -> frozenset[int]:
    """Return the goals an expert works at: those of the deployments, and of the blocks in which the expert is."""
    goals = {deployment.goal for deployment in expert.deployments if deployment.goal is not None}
    blocks = {block for deployment in expert.deployments for block in deployment.blocks}
    if expert.person is not None:
        blocks |= {block.id for block in planned if any(lead.person == expert.person for lead in block.leads)}
    return frozenset(goals.union(*(serves.get(block, frozenset()) for block in blocks)))


def _by_goal(links: Iterable[tuple[T, Iterable[int]]]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = {}
    for thing, goals in links:
        for goal in goals:
            found.setdefault(goal, []).append(thing)
    return {goal: tuple(things) for goal, things in found.items()}


def _after(day: StudyDay, actions: Iterable[Action]) -> Iterator[tuple[str, int]]:
    yield from (("action", each.id) for each in actions if is_after(each.due, day))
    yield from (("moment", each.id) for each in day.moments if _is_follow_up(each, day))


def _is_follow_up(moment: Moment, day: StudyDay) -> bool:
    if moment.kind is MomentKind.COLLECTING_NEEDS:
        return False
    goes_on = bool(moment.rhythm) and moment.first_date is not None and is_after(moment.until or _NEXT, day)
    return goes_on or is_after(moment.first_date, day)
