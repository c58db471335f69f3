"""A remedy is one step: what it adds stands where it should, in the language of the day."""

import datetime as dt
from collections.abc import Callable

import pytest

from studydag.model.operations import editing, programme, remedies, rounds, study_days
from studydag.model.operations.setting import read_setting
from studydag.model.operations.spots import Spot
from studydag.model.rules.checking import check
from studydag.model.rules.remedies.proposal import Add, GoTo, Set
from studydag.model.rules.remedies.register import REMEDIES, propose
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.errors import InvalidValue, NotFound
from studydag.model.values.findings import Finding
from studydag.model.values.follow_up import Action, Moment, Support
from studydag.model.values.formats import Phase
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import Person
from studydag.model.values.study_day import DayStatus, StudyDay
from studydag.model.values.wording import Wording
from tests.model.operations.leads import add_lead

TODAY = dt.date(2027, 1, 11)
Titles = Callable[..., list[str]]


def say(wording: Wording) -> str:
    return f"«{wording}»" if isinstance(wording, str) else wording.one


def findings(library: Library, day: int) -> tuple[Finding, ...]:
    whole = library.get(StudyDay, day)
    return check(whole, read_setting(library, whole), TODAY)


def take(library: Library, day: int, rule: str, remedy: str) -> tuple[tuple[str, int], ...]:
    whole = library.get(StudyDay, day)
    setting = read_setting(library, whole)
    finding = next(each for each in check(whole, setting, TODAY) if each.rule == rule)
    assert remedy in finding.remedies
    return remedies.apply(library, propose(remedy, finding, whole, setting, TODAY), say)


@pytest.fixture
def designed(library: Library, day: int, part: int) -> int:
    """A day with a goal and 75 minutes of listening."""
    editing.change(library, Part, part, date=dt.date(2027, 3, 11), start=dt.time(9), end=dt.time(12))
    study_days.set_status(library, day, DayStatus.DESIGN, TODAY)
    goal = editing.create(library, Goal(sentence="Iedereen kan het", does="Gebruikt exitkaarten"), ("study_day", day))
    programme.add_block(library, day, Block(title="Lezing", minutes=75, goals=(goal,)), Spot(part=part))
    programme.add_block(library, day, Block(title="Slot", minutes=15, phase=Phase.ORGANISATION), Spot(part=part))
    return day


def test_r003_an_action_is_added_for_the_goal(library: Library, designed: int) -> None:
    ((kind, number),) = take(library, designed, "goal-no-follow-up", "add-action")
    action = library.get(Action, number)
    assert (kind, action.what, action.due) == ("action", "Gebruikt exitkaarten", RelativeDate(2))
    assert action.goals == (library.of_day(Goal, designed)[0].id,)
    assert "goal-no-follow-up" not in {finding.rule for finding in findings(library, designed)}
    assert library.undo_step is not None
    assert (library.undo_step.op, library.undo_step.place) == (Op.APPLY_REMEDY, Place(designed, "action", number))
    library.undo()
    assert library.of_day(Action, designed) == []


def test_r078_a_talk_is_put_into_the_lecture(library: Library, designed: int, part: int, titles: Titles) -> None:
    take(library, designed, "long-input", "insert-talk")
    assert titles(part=part)[0] == "Lezing"
    assert titles(part=part)[-1] == "Slot"
    assert len(titles(part=part)) > 3
    assert sum(block.minutes for block in library.of_day(Block, designed)) == 90
    assert "long-input" not in {finding.rule for finding in findings(library, designed)}


def test_texts_are_written_in_the_language_of_the_day(library: Library, designed: int) -> None:
    ((_, number),) = take(library, designed, "no-reflection-moment", "add-moment")
    assert library.get(Moment, number).title.startswith("«What have we tried")


def test_blocks_with_the_same_neighbour_keep_their_order(
    library: Library, designed: int, part: int, titles: Titles
) -> None:
    first = library.of_day(Block, designed)[0].id
    owner = ("study_day", designed)
    steps = [Add(value=Block(id=-n, title=str(n), part=part), owner=owner, after=first) for n in (1, 2, 3)]
    extra = Add(value=Block(id=-4, title="voor 2", part=part), owner=owner, before=-2)
    remedies.apply(library, (*steps, extra), say)
    assert titles(part=part) == ["Lezing", "1", "voor 2", "2", "3", "Slot"]
    made = rounds.make_round(library, [first])
    remedies.apply(library, (Add(value=Block(id=-1, title="los"), owner=owner),), say)
    remedies.apply(library, (Add(value=Block(id=-1, title="optie", round=made), owner=owner),), say)
    assert (titles(), titles(round=made)) == (["los"], ["Lezing", "optie"])


def test_steps_refer_to_what_earlier_ones_added(library: Library, designed: int) -> None:
    owner = ("study_day", designed)
    after = editing.create(library, Measure(title="na"), owner)
    before = library.get(Measure, after)
    copied = Add(value=Measure(id=-1, uid=before.uid, title="voor"), owner=owner)
    ((_, number),) = remedies.apply(
        library, (copied, Set(kind="measure", id=after, fields={"baseline_measure": -1})), say
    )
    assert library.get(Measure, after).baseline_measure == number
    assert library.get(Measure, number).uid != before.uid
    with_support = Add(value=Action(id=-1, what="x", support=(Support(id=-2),)), owner=owner)
    ((_, action),) = remedies.apply(library, (with_support,), say)
    assert len(library.get(Action, action).support) == 1
    goal = library.of_day(Goal, designed)[0].id
    remedies.apply(library, (Set(kind="action", id=action, fields={"goals": (goal,), "owner": None}),), say)
    assert library.get(Action, action).goals == (goal,)


def test_what_can_not_be_done_leaves_nothing(library: Library, designed: int) -> None:
    owner = ("study_day", designed)
    step = library.undo_step
    good = Add(value=Action(id=-1, what="goed"), owner=owner)
    with pytest.raises(InvalidValue):
        remedies.apply(library, (good, Add(value=Action(id=-2, what=""), owner=owner)), say)
    with pytest.raises(NotFound):
        remedies.apply(library, (good, Set(kind="goal", id=99, fields={"sentence": "x"})), say)
    assert remedies.apply(library, (GoTo(kind="goal", id=1),), say) == ()
    assert remedies.apply(library, (), say) == ()
    assert library.undo_step is step


def test_every_remedy_of_every_finding_can_be_carried_out(library: Library, designed: int, part: int) -> None:
    noor = editing.create(library, Person(name="Noor"))
    add_lead(library, library.of_day(Block, designed)[0].id, noor)
    tried: set[str] = set()
    for finding in findings(library, designed):
        for remedy in finding.remedies:
            whole = library.get(StudyDay, designed)
            steps = propose(remedy, finding, whole, read_setting(library, whole), TODAY)
            step = library.undo_step
            remedies.apply(library, steps, say)
            tried.add(remedy)
            if library.undo_step is not step:
                library.undo()
    assert len(tried) > 15
    assert tried <= REMEDIES.keys()
