"""Remedies in the thread: links, actions, moments and measures to add, with dates that move along with the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from studydag.model.rules.calendar.evaluation import window_of
from studydag.model.rules.handing_on.copies import copy_of_action
from studydag.model.rules.remedies.proposal import Add, Concern, GoTo, Proposal, Remedy, Set
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Approach, Instrument, Measure
from studydag.model.values.expertise import Ambassador
from studydag.model.values.follow_up import Action, Moment, MomentKind, Support
from studydag.model.values.formats import Phase
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block
from studydag.model.values.school import EffectLevel
from studydag.model.values.wording import N_

TWO_WEEKS = RelativeDate(2, DateUnit.WEEKS)
SIX_WEEKS = RelativeDate(6, DateUnit.WEEKS)
THREE_MONTHS = RelativeDate(3, DateUnit.MONTHS)
TWO_WEEKS_BEFORE = RelativeDate(-2, DateUnit.WEEKS)
EVERY_FOUR_WEEKS = "FREQ=WEEKLY;INTERVAL=4"
EVERY_THREE_WEEKS = "FREQ=WEEKLY;INTERVAL=3"
MEETING_MINUTES = 60
MOST_PERCENT = 90
"""However much of the work a school wants before and after the day, more than this is not proposed."""


def link(name: str) -> Callable[[Concern], Proposal]:
    """Return a proposal that links the only thing there is to link to, else leads to the field."""

    def propose(concern: Concern) -> Proposal:
        there = concern.context.day.needs if name == "needs" else concern.context.setting.school_goals
        things = [each for each in concern.finding.about if each.kind in {"goal", "need"}]
        if len(there) == 1:
            return tuple(Set(kind=each.kind, id=each.id, fields={name: (there[0].id,)}) for each in things)
        return tuple(GoTo(kind=each.kind, id=each.id, field=name) for each in things[:1])

    return propose


def link_cost(concern: Concern) -> Proposal:
    """Propose the only goal for the cost, else lead to it."""
    deployments = concern.ids("deployment")
    if len(concern.context.day.goals) == 1:
        goal = concern.context.day.goals[0].id
        return tuple(Set(kind="deployment", id=number, fields={"goal": goal}) for number in deployments)
    return tuple(GoTo(kind="deployment", id=number, field="goal") for number in deployments[:1])


def add_action(concern: Concern) -> Proposal:
    """Propose an action two weeks after the day, for the goals concerned, else for all."""
    goals = concern.goals
    block = next(iter(concern.ids("block")), None)
    serves = tuple(goal.id for goal in goals or concern.context.day.goals)
    action = Action(id=-1, what=_what(goals), goals=serves, block=block, due=TWO_WEEKS)
    words = {} if action.what else {"what": N_("Try out what the day brought, and tell a colleague how it went")}
    return (Add(value=action, owner=concern.owner, words=words),)


def add_support(concern: Concern) -> Proposal:
    """Propose time for the first action of the goal, or an action with time."""
    for goal in concern.goals:
        actions = concern.context.thread.actions_of(goal.id)
        if actions:
            return (GoTo(kind="action", id=actions[0].id, field="support"),)
        action = Action(id=-1, what=_what([goal]), goals=(goal.id,), due=TWO_WEEKS, support=(Support(id=-2),))
        return (Add(value=action, owner=concern.owner),)
    return ()


def set_date(concern: Concern) -> Proposal:
    """Propose two weeks after the day."""
    return tuple(Set(kind="action", id=number, fields={"due": TWO_WEEKS}) for number in concern.ids("action"))


def add_moment(concern: Concern) -> Proposal:
    """Propose a moment of reflection six weeks after the day."""
    moment = Moment(kind=MomentKind.REFLECTION, first_date=SIX_WEEKS, minutes=45)
    return _moment(concern, moment, N_("What have we tried, and what did we see?"))


def add_meetings(concern: Concern) -> Proposal:
    """Propose a series of meetings after the day, of so many hours as the work before and after falls short (R071)."""
    before, after, on_the_day = (concern.figure(name) for name in ("before", "after", "day"))
    limit = min(concern.figure("limit"), MOST_PERCENT)
    short = limit * (before + after + on_the_day) - 100 * (before + after)
    times = max(1, -(-short // ((100 - limit) * MEETING_MINUTES)))
    moment = Moment(
        kind=MomentKind.MEETING,
        first_date=RelativeDate(3, DateUnit.WEEKS),
        rhythm=EVERY_THREE_WEEKS,
        times=times,
        minutes=MEETING_MINUTES,
    )
    return _moment(concern, moment, N_("Working on: what have we tried, and what next?"))


def give_time(concern: Concern) -> Proposal:
    """Lead to the time of the ambassador; who is to learn it inside becomes an ambassador first."""
    explicit = concern.ids("ambassador")
    if explicit:
        return (GoTo(kind="ambassador", id=explicit[0], field="minutes"),)
    for expert in concern.ids("expert"):
        for person in concern.ids("person"):
            ambassador = Ambassador(id=-1, person=person)
            return (
                Add(value=ambassador, owner=("expert", expert)),
                GoTo(kind="ambassador", id=ambassador.id, field="minutes"),
            )
    return ()


def add_sharing(concern: Concern) -> Proposal:
    """Propose a moment of sharing three months after the day."""
    moment = Moment(kind=MomentKind.SHARING, first_date=THREE_MONTHS, minutes=60)
    return _moment(concern, moment, N_("Sharing results and celebrating successes"))


def add_structure(concern: Concern) -> Proposal:
    """Propose a point on an agenda every four weeks, until the summer."""
    moment = Moment(
        kind=MomentKind.STRUCTURE,
        first_date=RelativeDate(4, DateUnit.WEEKS),
        rhythm=EVERY_FOUR_WEEKS,
        until_summer=True,
        minutes=15,
    )
    return _moment(concern, moment, N_("Point on the agenda: how is it going?"))


def move_to_school_day(concern: Concern) -> Proposal:
    """Propose the next school day as date of the moment."""
    proposal = str(concern.finding.figures.get("proposal", ""))
    if not proposal:
        return ()
    fields = {"first_date": dt.date.fromisoformat(proposal)}
    return tuple(Set(kind="moment", id=number, fields=fields) for number in concern.ids("moment"))


def take_over_actions(concern: Concern) -> Proposal:
    """Propose to take the open actions of the earlier day along."""
    earlier = concern.context.setting.earlier_day
    actions = () if earlier is None else earlier.actions
    wanted = concern.ids("action")
    numbers = count(-1, -1)
    return tuple(
        # Goals, blocks and needs stay with the earlier day.
        Add(value=replace(copy_of_action(action), id=next(numbers), goals=(), block=None), owner=concern.owner)
        for action in actions
        if action.id in wanted
    )


def add_evaluation(concern: Concern) -> Proposal:
    """Propose a feedback form in the last block in which people look back, else in a new one at the end."""
    slots = [slot for slot in concern.context.slots if slot.block.phase.is_learning]
    looking_back = [slot.block for slot in slots if slot.block.phase is Phase.REFLECTION]
    if looking_back:
        return (_evaluation(concern, looking_back[-1].id),)
    if not slots:
        return ()
    block = Block(id=-2, part=slots[-1].part.id, phase=Phase.REFLECTION, minutes=10)
    words = {"title": N_("Evaluation")}
    return (
        Add(value=block, owner=concern.owner, after=slots[-1].block.id, words=words),
        _evaluation(concern, block.id),
    )


def add_measure(concern: Concern) -> Proposal:
    """Propose a measure of the level that is missing, at the end of its window."""
    level = _level(concern)
    if level is EffectLevel.REACTION:
        return add_evaluation(concern) or (_evaluation(concern, None),)
    window = window_of(level, concern.context.setting.school)
    measure = Measure(
        id=-1,
        level=level,
        goals=tuple(goal.id for goal in concern.goals or concern.context.day.goals),
        instruments=(_INSTRUMENTS[level],),
        approach=_APPROACHES.get(level, Approach.QUANTITATIVE),
        when=None if window is None else window.latest,
    )
    return (Add(value=measure, owner=concern.owner),)


def add_qualitative(concern: Concern) -> Proposal:
    """Propose a focus group three months after the day."""
    measure = Measure(
        id=-1,
        level=EffectLevel.BEHAVIOUR,
        goals=tuple(goal.id for goal in concern.context.day.goals),
        instruments=(Instrument.FOCUS_GROUP,),
        approach=Approach.QUALITATIVE,
        when=THREE_MONTHS,
    )
    return (Add(value=measure, owner=concern.owner),)


def add_baseline(concern: Concern) -> Proposal:
    """Propose the same measure two weeks before the day, as the baseline."""
    post = _measure(concern)
    if post is None:
        return ()
    pre = replace(post, id=-1, when=TWO_WEEKS_BEFORE, block=None, baseline_measure=None)
    return (
        Add(value=pre, owner=concern.owner),
        Set(kind="measure", id=post.id, fields={"baseline_measure": pre.id}),
    )


def move_measure(concern: Concern) -> Proposal:
    """Propose the first date of the window when the measure is too early, the last when it is too late."""
    measure = _measure(concern)
    window = None if measure is None else window_of(measure.level, concern.context.setting.school)
    if measure is None or window is None or "earliest" not in concern.finding.figures:
        return () if measure is None else (GoTo(kind="measure", id=measure.id, field="when"),)
    too_early = str(concern.finding.figures["date"]) < str(concern.finding.figures["earliest"])
    return (Set(kind="measure", id=measure.id, fields={"when": window.earliest if too_early else window.latest}),)


_INSTRUMENTS = {
    EffectLevel.REACTION: Instrument.FEEDBACK_FORM,
    EffectLevel.LEARNING: Instrument.REFLECTION_REPORT,
    EffectLevel.BEHAVIOUR: Instrument.OBSERVATION,
    EffectLevel.ORGANISATION: Instrument.QUALITY_INDICATORS,
    EffectLevel.PUPILS: Instrument.PUPIL_RESULTS,
    EffectLevel.CLIMATE: Instrument.SCHOOL_CLIMATE,
}
_APPROACHES = {EffectLevel.LEARNING: Approach.QUALITATIVE, EffectLevel.BEHAVIOUR: Approach.BOTH}


def _what(goals: Sequence[Goal]) -> str:
    return next((goal.does.strip() or goal.sentence for goal in goals), "")


def _moment(concern: Concern, moment: Moment, title: str) -> Proposal:
    goals = concern.goals or concern.context.day.goals
    value = replace(moment, id=-1, goals=tuple(goal.id for goal in goals))
    return (Add(value=value, owner=concern.owner, words={"title": title}),)


def _evaluation(concern: Concern, block: int | None) -> Add:
    measure = Measure(
        id=-1,
        level=EffectLevel.REACTION,
        instruments=(Instrument.FEEDBACK_FORM,),
        approach=Approach.BOTH,
        when=RelativeDate(0, DateUnit.DAYS),
        block=block,
    )
    return Add(value=measure, owner=concern.owner)


def _measure(concern: Concern) -> Measure | None:
    wanted = concern.ids("measure")
    return next((measure for measure in concern.context.day.measures if measure.id in wanted), None)


def _level(concern: Concern) -> EffectLevel:
    level = concern.finding.figures.get("level", EffectLevel.BEHAVIOUR)
    return EffectLevel(str(level))


REMEDIES = (
    Remedy(name="link-school-goal", does=N_("Link a goal of the school"), propose=link("school_goals")),
    Remedy(name="link-need", does=N_("Link a need"), propose=link("needs")),
    Remedy(name="link-cost", does=N_("Choose the goal it serves"), propose=link_cost),
    Remedy(name="add-action", does=N_("Add an action"), propose=add_action),
    Remedy(name="add-support", does=N_("Add support"), propose=add_support),
    Remedy(name="set-date", does=N_("Plan it two weeks after the day"), propose=set_date),
    Remedy(name="add-moment", does=N_("Add a moment of reflection"), propose=add_moment),
    Remedy(name="add-meetings", does=N_("Plan meetings after the day"), propose=add_meetings),
    Remedy(name="give-time", does=N_("Give time for it"), propose=give_time),
    Remedy(name="add-sharing", does=N_("Add a moment of sharing"), propose=add_sharing),
    Remedy(name="add-structure", does=N_("Put it on an agenda every four weeks"), propose=add_structure),
    Remedy(name="move-to-school-day", does=N_("Move it to the next school day"), propose=move_to_school_day),
    Remedy(name="take-over-actions", does=N_("Take the open actions along"), propose=take_over_actions),
    Remedy(name="add-evaluation", does=N_("Add an evaluation to the programme"), propose=add_evaluation),
    Remedy(name="add-measure", does=N_("Add a measure"), propose=add_measure),
    Remedy(name="add-qualitative", does=N_("Add a focus group"), propose=add_qualitative),
    Remedy(name="add-baseline", does=N_("Measure it before the day as well"), propose=add_baseline),
    Remedy(name="move-measure", does=N_("Move the measure into its window"), propose=move_measure),
)
