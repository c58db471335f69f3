"""What comes before and after generated study days: actions with owners and states, moments, measures, results."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from studydag.model.exchange.generated_programme import Stage
from studydag.model.exchange.generated_school import EXTERNAL_PEOPLE, PEOPLE
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Approach, Insight, Instrument, Measure, Result, Verdict
from studydag.model.values.follow_up import (
    Action,
    ActionKind,
    ActionState,
    ChecklistItem,
    Moment,
    MomentKind,
    Support,
    SupportKind,
)
from studydag.model.values.programme import Block
from studydag.model.values.school import EffectLevel

TIMES_BEFORE = (-12, -8, -6, -4, -3, -1)
TIMES_AFTER = (2, 3, 4, 5, 6, 8, 10, 13, 20)
STATES_OF_HELD = (ActionState.DONE, ActionState.DONE, ActionState.DONE, ActionState.DID_NOT_WORK, ActionState.DROPPED)
STATES_OF_PLANNED = (ActionState.OPEN, ActionState.OPEN, ActionState.BUSY)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Everything that is not the day itself."""

    actions: tuple[Action, ...]
    moments: tuple[Moment, ...]
    measures: tuple[Measure, ...]
    results: tuple[Result, ...]
    insights: tuple[Insight, ...]


def follow_up(stage: Stage, closing: Block, first_date: dt.date) -> FollowUp:
    """Return actions, moments and measures; of a day that was held also what came of them."""
    measures = _measures(stage, closing)
    return FollowUp(
        actions=_actions(stage),
        moments=_moments(stage),
        measures=measures,
        results=tuple(_result(stage, measure, first_date) for measure in measures) if stage.is_held else (),
        insights=_insights(stage) if stage.is_held else (),
    )


def _actions(stage: Stage) -> tuple[Action, ...]:
    random, words = stage.random, stage.words
    before = random.sample(words.tasks_before, random.randint(1, 4))
    after = random.sample(words.tasks_after, random.randint(2, len(words.tasks_after)))
    return (
        *(_action(stage, rank, what, random.choice(TIMES_BEFORE)) for rank, what in enumerate(before)),
        *(_action(stage, len(before) + rank, what, random.choice(TIMES_AFTER)) for rank, what in enumerate(after)),
    )


def _action(stage: Stage, rank: int, what: str, weeks: int) -> Action:
    random, words = stage.random, stage.words
    id_, uid = stage.fresh("action")
    group = random.choice(stage.setting.groups) if random.random() < 0.2 else None
    state = random.choice(STATES_OF_HELD if stage.is_held else STATES_OF_PLANNED)
    return Action(
        id=id_,
        uid=uid,
        position=rank,
        what=what,
        kind=ActionKind.TASK if weeks < 0 else random.choice(list(ActionKind)),
        owner=None if group else _colleague(random),
        owner_group=group.id if group else None,
        owner_contact=group.members[0] if group and group.members else None,
        goals=tuple(random.sample(stage.goals, 1)) if weeks > 0 else (),
        due=RelativeDate(weeks, DateUnit.WEEKS),
        minutes=random.choice([15, 30, 45, 60, 120]),
        support=(_support(stage),) if weeks > 0 and random.random() < 0.6 else (),
        visible_result=random.choice(words.results) if random.random() < 0.7 else "",
        state=state,
        remind_before_days=7 if random.random() < 0.5 else None,
        checklist=tuple(
            _item(stage, place, text, is_done=state is ActionState.DONE)
            for place, text in enumerate(random.sample(words.steps, random.randint(0, len(words.steps))))
        ),
    )


def _item(stage: Stage, rank: int, text: str, *, is_done: bool) -> ChecklistItem:
    id_, uid = stage.fresh("checklist_item")
    return ChecklistItem(id=id_, uid=uid, position=rank, text=text, done=is_done)


def _support(stage: Stage) -> Support:
    id_, uid = stage.fresh("support")
    return Support(
        id=id_, uid=uid, kind=stage.random.choice(list(SupportKind)), giver=stage.random.choice(stage.words.givers)
    )


def _moments(stage: Stage) -> tuple[Moment, ...]:
    titles = stage.words.moments
    planned = [
        (MomentKind.COLLECTING_NEEDS, titles.collecting_needs, -8, ""),
        (MomentKind.REFLECTION, titles.reflection, 6, ""),
        (MomentKind.SHARING, titles.sharing, 10, ""),
        (MomentKind.STRUCTURE, titles.structure, 3, "FREQ=WEEKLY;INTERVAL=4"),
    ]
    chosen = [each for each in planned if stage.random.random() < 0.8]
    return tuple(_moment(stage, rank, *each) for rank, each in enumerate(chosen))


def _moment(stage: Stage, rank: int, kind: MomentKind, title: str, weeks: int, rhythm: str) -> Moment:
    random = stage.random
    id_, uid = stage.fresh("moment")
    return Moment(
        id=id_,
        uid=uid,
        position=rank,
        title=title,
        kind=kind,
        first_date=RelativeDate(weeks, DateUnit.WEEKS),
        start=dt.time(15, random.choice([15, 30])),
        rhythm=rhythm,
        until_summer=bool(rhythm),
        minutes=random.choice([15, 30, 45, 60]),
        agenda=random.choice(stage.words.agendas),
        leader=_colleague(random),
        goals=stage.goals,
    )


def _measures(stage: Stage, closing: Block) -> tuple[Measure, ...]:
    titles, goals = stage.words.measures, stage.goals
    before_id, before_uid = stage.fresh("measure")
    measures = [
        Measure(
            id=before_id,
            uid=before_uid,
            title=titles.pupils_before,
            level=EffectLevel.PUPILS,
            goals=goals[:1],
            instruments=(Instrument.PUPIL_FEEDBACK,),
            when=RelativeDate(-8, DateUnit.WEEKS),
        )
    ]
    rest = [
        (titles.reaction, EffectLevel.REACTION, Instrument.FEEDBACK_FORM, None, Approach.BOTH),
        (titles.learning, EffectLevel.LEARNING, Instrument.REFLECTION_REPORT, None, Approach.QUALITATIVE),
        (titles.behaviour, EffectLevel.BEHAVIOUR, Instrument.OBSERVATION, RelativeDate(9), Approach.BOTH),
        (
            titles.pupils_after,
            EffectLevel.PUPILS,
            Instrument.PUPIL_FEEDBACK,
            RelativeDate(7, DateUnit.MONTHS),
            Approach.QUANTITATIVE,
        ),
    ]
    for title, level, instrument, when, approach in rest:
        if stage.random.random() < 0.2:
            continue
        id_, uid = stage.fresh("measure")
        measures.append(
            Measure(
                id=id_,
                uid=uid,
                position=len(measures),
                title=title,
                goals=goals,
                level=level,
                instruments=(instrument,),
                approach=approach,
                when=when,
                block=closing.id if when is None else None,
                baseline_measure=before_id if level is EffectLevel.PUPILS else None,
            )
        )
    return tuple(measures)


def _result(stage: Stage, measure: Measure, first_date: dt.date) -> Result:
    random = stage.random
    id_, uid = stage.fresh("result")
    invited = random.randint(30, 90)
    return Result(
        id=id_,
        uid=uid,
        measure=measure.id,
        date=first_date,
        n=random.randint(invited // 2, invited),
        invited=invited,
        mean=round(random.uniform(2.5, 4.6), 1),
        spread=round(random.uniform(0.5, 1.2), 1),
    )


def _insights(stage: Stage) -> tuple[Insight, ...]:
    texts = stage.random.sample(stage.words.insights, 2)
    return tuple(_insight(stage, rank, text) for rank, text in enumerate(texts))


def _insight(stage: Stage, rank: int, text: str) -> Insight:
    id_, uid = stage.fresh("insight")
    return Insight(id=id_, uid=uid, position=rank, text=text, verdict=stage.random.choice(list(Verdict)))


def _colleague(random: Random) -> int:
    return random.randint(1, PEOPLE - EXTERNAL_PEOPLE)
