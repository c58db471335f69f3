"""The plain verbs: what they take, what they refuse, what is one step, and what is none."""

import datetime as dt
from collections.abc import Callable

import pytest

from studydag.model.exchange.sign_ups import SignUp, SignUps
from studydag.model.operations import (
    attendance,
    choices,
    duplicating,
    editing,
    entering,
    programme,
    rounds,
    study_days,
)
from studydag.model.store.library import Library
from studydag.model.values.changes import Change, Op, Place
from studydag.model.values.choices import Preference, Registration
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.errors import BuiltIn, InvalidValue, NotFound, TooMany
from studydag.model.values.follow_up import Action, ChecklistItem, Moment, Support
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.goals import Goal, Need
from studydag.model.values.limits import LIMITS
from studydag.model.values.programme import Block, BlockLead, LeadStatus, Part
from studydag.model.values.questions import Question, QuestionSet
from studydag.model.values.school import Person, Room, School, SchoolGoal
from studydag.model.values.study_day import Catering, PreparationMember, StudyDay
from studydag.model.values.trajectory import Activity, ActivityParticipant, Trajectory
from tests.model.operations.leads import add_lead

Add = Callable[..., int]


def where(caught: pytest.ExceptionInfo[InvalidValue]) -> list[str]:
    return [problem.where for problem in caught.value.problems]


def test_a_field_may_be_called_as_a_verb_calls_its_own_arguments(library: Library, day: int) -> None:
    need = editing.create(library, Need(statement="Feedback"), ("study_day", day))
    editing.change(library, Need, need, value=2.5)
    assert library.get(Need, need).value == 2.5


def test_a_thing_is_added_with_what_it_owns_and_comes_last(library: Library, day: int) -> None:
    owner = ("study_day", day)
    first = editing.create(library, Goal(sentence="Iedereen kan een exitkaart maken"), owner)
    steps = (ChecklistItem(text="kies een toets"), ChecklistItem(text="bespreek haar"))
    action = editing.create(library, Action(what="Toets", goals=(first,), checklist=steps), owner)
    second = editing.create(library, Goal(sentence="De sectie bespreekt ze"), owner)

    assert [goal.id for goal in library.of_day(Goal, day)] == [first, second]
    assert [item.text for item in library.get(Action, action).checklist] == ["kies een toets", "bespreek haar"]
    assert library.get(Action, action).goals == (first,)
    assert library.undo_step is not None
    assert (library.undo_step.op, library.undo_step.place) == (Op.ADD, Place(day, "goal", second))


def test_several_things_are_one_step(library: Library) -> None:
    people = editing.create_all(library, [Person(name=name) for name in ("Noor", "Sam", "Kim")])

    assert [library.get(Person, person).name for person in people] == ["Noor", "Sam", "Kim"]
    library.undo()
    assert library.every(Person) == []
    assert editing.create_all(library, []) == ()


def test_what_is_typed_is_cleaned(library: Library, day: int) -> None:
    goal = editing.create(library, Goal(sentence="een\x07 doel\r\nmet een regel"), ("study_day", day))
    editing.change(library, Goal, goal, does="\x00dit")
    assert library.get(Goal, goal).sentence == "een doel\nmet een regel"
    assert library.get(Goal, goal).does == "dit"


def test_what_is_wrong_comes_back_by_field_and_nothing_is_saved(library: Library, day: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        editing.create(
            library,
            Action(what=" ", minutes=-1, due=RelativeDate(999), checklist=(ChecklistItem(text="x" * 501),)),
            ("study_day", day),
        )
    assert where(caught) == ["what", "due.n", "minutes", "checklist[0].text"]
    goal = editing.create(library, Goal(sentence="Doel"), ("study_day", day))
    with pytest.raises(InvalidValue) as caught:
        editing.change(library, Goal, goal, sentence="", target=float("nan"))
    assert where(caught) == ["sentence", "target"]
    assert library.get(Goal, goal).sentence == "Doel"


def test_a_rhythm_has_to_be_one_that_can_be_planned(library: Library, day: int) -> None:
    moment = editing.create(library, Moment(title="Overleg", rhythm="FREQ=WEEKLY"), ("study_day", day))
    with pytest.raises(InvalidValue) as caught:
        editing.change(library, Moment, moment, rhythm="elke week")
    assert where(caught) == ["rhythm"]
    assert library.get(Moment, moment).rhythm == "FREQ=WEEKLY"
    with pytest.raises(InvalidValue) as caught:
        editing.create(library, Trajectory(title="Lezen", moments=(Moment(rhythm="elke week"),)))
    assert where(caught) == ["moments[0].rhythm"]


def test_a_study_day_does_not_build_on_itself(library: Library, day: int) -> None:
    own = library.get(StudyDay, day).uid
    with pytest.raises(InvalidValue) as caught:
        editing.change(library, StudyDay, day, builds_on=own)
    assert where(caught) == ["builds_on"]
    with library.change(Op.CHANGE) as writer:
        writer.set(StudyDay, day, builds_on=own)
    editing.change(library, StudyDay, day, title="Ook zo blijft hij te wijzigen")


def test_references_must_be_there_and_in_the_same_day(library: Library, day: int) -> None:
    other = study_days.create(library, "Een andere dag")
    elsewhere = editing.create(library, Goal(sentence="Ander doel"), ("study_day", other))
    room = editing.create(library, Room(name="Aula"))
    with pytest.raises(InvalidValue) as caught:
        editing.create(library, Action(what="Toets", goals=(elsewhere, 999), owner=7), ("study_day", day))
    assert where(caught) == ["owner", "goals[0]", "goals[1]"]
    block = programme.add_block(library, day, Block(title="Opening", room=room))
    with pytest.raises(InvalidValue) as caught:
        editing.change(library, Block, block, goals=(elsewhere,))
    assert where(caught) == ["goals[0]"]
    assert library.get(Block, block).room == room


def test_a_moment_of_a_day_may_belong_to_an_activity_and_one_of_a_trajectory_not_to_a_day(
    library: Library, day: int
) -> None:
    trajectory = editing.create(library, Trajectory(title="Feedback"))
    noor = editing.create(library, Person(name="Noor"))
    activity = editing.create(
        library,
        Activity(title="PLG", participants=(ActivityParticipant(person=noor),)),
        ("trajectory", trajectory),
    )
    editing.create(library, Moment(title="Bijeenkomst", activity=activity), ("trajectory", trajectory))
    editing.create(library, Moment(title="Terugkijken", activity=activity), ("study_day", day))
    goal = editing.create(library, Goal(sentence="Doel"), ("study_day", day))
    with pytest.raises(InvalidValue) as caught:
        editing.create(library, Moment(title="Delen", goals=(goal,)), ("trajectory", trajectory))
    assert where(caught) == ["goals[0]"]
    editing.change(library, StudyDay, day, trajectory=trajectory)
    editing.delete(library, Trajectory, trajectory)
    assert library.bare(StudyDay, day).trajectory is None


def test_an_owner_of_the_wrong_kind_is_a_mistake_of_the_program(library: Library, day: int) -> None:
    with pytest.raises(ValueError, match="belongs to a study_day"):
        editing.create(library, Goal(sentence="Doel"))
    with pytest.raises(ValueError, match="belongs to a school"):
        editing.create(library, Person(name="Noor"), ("study_day", day))
    with pytest.raises(NotFound):
        editing.create(library, Goal(sentence="Doel"), ("study_day", 99))


def test_edits_of_one_field_within_a_minute_are_one_step(library: Library, day: int, add: Add, stopwatch) -> None:
    block = add("Opening", 45)
    stopwatch.pace = 20
    programme.set_minutes(library, block, 50)
    programme.set_minutes(library, block, 55)
    step = library.undo_step
    editing.change(library, Block, block, title="Welkom")
    editing.change(library, Block, block, title="Welkom!")
    library.undo()
    assert library.get(Block, block).title == "Opening"
    assert library.undo_step is step
    library.undo()
    assert library.get(Block, block).minutes == 45
    library.redo()
    library.redo()


def test_back_to_where_it_began_is_no_step(library: Library, add: Add, stopwatch) -> None:
    block = add("Opening", 45)
    before = library.undo_step
    stopwatch.pace = 20
    programme.set_minutes(library, block, 50)
    programme.set_minutes(library, block, 45)
    assert library.undo_step is before
    heard: list[Change] = []
    library.listeners.append(heard.append)
    programme.set_minutes(library, block, 45)
    assert heard == []


def test_links_come_and_go_one_by_one(library: Library, day: int) -> None:
    owner = ("study_day", day)
    needs = editing.create_all(library, [Need(statement="Toetsen"), Need(statement="Feedback")], owner)
    goal = editing.create(library, Goal(sentence="Doel"), owner)
    school_goal = editing.create(library, SchoolGoal(title="Eigenaarschap"))
    editing.link(library, Goal, goal, "needs", needs[1])
    editing.link(library, Goal, goal, "needs", *needs)
    editing.link(library, Goal, goal, "school_goals", school_goal)
    assert library.get(Goal, goal).needs == (needs[1], needs[0])
    editing.unlink(library, Goal, goal, "needs", needs[1])
    assert library.get(Goal, goal).needs == (needs[0],)
    with pytest.raises(InvalidValue):
        editing.link(library, Goal, goal, "needs", 99)
    with pytest.raises(NotFound):
        editing.link(library, Goal, 99, "needs", needs[0])


def test_what_is_deleted_is_unlinked_and_takes_along_only_what_it_owns(library: Library, day: int, add: Add) -> None:
    owner = ("study_day", day)
    noor = editing.create(library, Person(name="Noor"))
    goal = editing.create(library, Goal(sentence="Doel"), owner)
    block = add("Werken", goals=(goal,))
    add_lead(library, block, noor)
    action = editing.create(library, Action(what="Toets", owner=noor, block=block, support=(Support(),)), owner)
    editing.delete(library, Goal, goal)
    editing.delete(library, Person, noor)
    assert library.get(Block, block).goals == ()
    assert library.get(Block, block).leads == ()
    assert library.get(Action, action).owner is None
    programme.delete_blocks(library, block)
    assert library.get(Action, action).block is None
    with pytest.raises(NotFound):
        editing.delete(library, Goal, goal)


def test_things_are_put_in_another_order(library: Library, day: int) -> None:
    owner = ("study_day", day)
    one, two, three = editing.create_all(library, [Goal(sentence=text) for text in ("een", "twee", "drie")], owner)

    def order() -> list[int]:
        return [goal.id for goal in library.of_day(Goal, day)]

    editing.reorder(library, Goal, three, before=one)
    assert order() == [three, one, two]
    editing.reorder(library, Goal, three, before=None)
    assert order() == [one, two, three]
    other = editing.create(library, Goal(sentence="vier"), ("study_day", study_days.create(library, "Andere dag")))
    with pytest.raises(InvalidValue):
        editing.reorder(library, Goal, one, before=other)


def test_nobody_stands_in_the_preparation_group_twice(library: Library, day: int) -> None:
    noor, sam = (editing.create(library, Person(name=name)) for name in ("Noor", "Sam"))
    owner = ("study_day", day)
    first, second = editing.create_all(library, [PreparationMember(person=each) for each in (noor, sam)], owner)
    for attempt in (
        lambda: editing.create(library, PreparationMember(person=noor), owner),
        lambda: editing.change(library, PreparationMember, second, person=noor),
        lambda: duplicating.duplicate(library, PreparationMember, [first]),
    ):
        with pytest.raises(InvalidValue) as caught:
            attempt()
        assert where(caught) == ["person"]
    editing.change(library, PreparationMember, second, role="voorzitter")
    assert [each.person for each in library.get(StudyDay, day).preparation] == [noor, sam]


def test_plain_fields_and_short_lists_of_a_day_change_and_the_rest_has_verbs(library: Library, day: int) -> None:
    noor = editing.create(library, Person(name="Noor"))
    editing.change(library, StudyDay, day, theme="Formatief", budget=200_000)
    editing.create(library, PreparationMember(person=noor, role="docent"), ("study_day", day))
    editing.change(library, StudyDay, day, catering=(Catering(what="Lunch", count=30),))
    changed = library.get(StudyDay, day)
    assert (changed.theme, changed.budget, changed.catering[0].count) == ("Formatief", 200_000, 30)
    assert changed.preparation[0].person == noor
    with pytest.raises(ValueError, match="use its verb"):
        editing.change(library, StudyDay, day, blocks=())
    with pytest.raises(ValueError, match="use its verb"):
        editing.change(library, StudyDay, day, status="ready")
    with pytest.raises(InvalidValue):
        editing.change(library, StudyDay, day, title="")
    with pytest.raises(NotFound):
        editing.change(library, StudyDay, 99, title="Dag")


def test_the_same_fields_of_several_things_change_in_one_step(library: Library, day: int, add: Add) -> None:
    blocks = [add("een"), add("twee")]
    editing.change_all(library, Block, blocks, internal=True)
    assert [library.get(Block, block).internal for block in blocks] == [True, True]
    library.undo()
    assert [library.get(Block, block).internal for block in blocks] == [False, False]
    editing.change_all(library, Block, [], internal=True)


@pytest.mark.parametrize("value", [WorkingFormat, LearningForm, QuestionSet, Question])
def test_what_the_program_brought_along_stays_as_it_is(library: Library, value: type) -> None:
    thing = library.every(value)[0]
    with pytest.raises(BuiltIn):
        editing.delete(library, value, thing.id)
    name = {Question: "text_nl", QuestionSet: "title_nl"}.get(value, "name_nl")
    with pytest.raises(BuiltIn):
        editing.change(library, value, thing.id, **{name: "Anders"})


def test_there_is_one_school(library: Library) -> None:
    editing.change(library, School, 1, name="De Linde")
    with pytest.raises(ValueError, match="one school"):
        editing.delete(library, School, 1)


@pytest.mark.outside_undo  # reading so many rows over and over takes long
def test_limits_are_said_with_their_number(library: Library, day: int) -> None:
    with library.change(Op.ADD) as writer:
        for number in range(LIMITS.top_level_blocks):
            writer.add(Block(title=str(number)), ("study_day", day))
    with pytest.raises(TooMany) as caught:
        programme.add_block(library, day, Block(title="401"))
    assert caught.value.figures == {"kind": "block", "limit": 400, "count": 401}
    with library.change(Op.ADD) as writer:
        writer.add_all([Person(id=-number, name=str(number)) for number in range(1, LIMITS.people)], None, {})
    editing.create(library, Person(name="de laatste"))
    with pytest.raises(TooMany):
        editing.create(library, Person(name="te veel"))
    with library.change(Op.ADD) as writer:
        days = [StudyDay(id=-number, title=str(number)) for number in range(1, LIMITS.study_days)]
        writer.add_all(days, None, {})
    with pytest.raises(TooMany):
        study_days.create(library, "te veel")


def test_however_somebody_is_registered_there_is_room_for_so_many(library: Library, day: int, add: Add) -> None:
    owner = ("study_day", day)
    option = add("Taal")
    made = rounds.make_round(library, [option])
    with library.change(Op.ADD) as writer:
        writer.add_all([Registration(id=-number) for number in range(1, LIMITS.registrations + 1)], owner, {})
    who = Registration(name="Sam")
    signed = SignUps(sign_ups=(SignUp(registration=who, wishes={}, line=1, is_new=True),))
    for verb in (
        lambda: choices.take_sign_ups(library, day, signed),
        lambda: entering.enter_choices(library, day, who, made, [option]),
        lambda: attendance.add_walk_in(library, day, who, part=None, round=made, option=option),
    ):
        with pytest.raises(TooMany):
            verb()


def test_what_has_to_fit_is_looked_at(library: Library, day: int, add: Add) -> None:
    owner = ("study_day", day)
    block = add("Gewoon blok")
    who = editing.create(library, Registration(name="Sam"), owner)
    with pytest.raises(InvalidValue) as caught:
        editing.create(library, Preference(registration=who, option=block), owner)
    assert where(caught) == ["option"]
    with pytest.raises(InvalidValue) as caught:
        editing.change(library, Registration, who, fixed_options=(block,))
    assert where(caught) == ["fixed_options[0]"]
    before = editing.create(library, Measure(title="nulmeting"), owner)
    after = editing.create(library, Measure(title="nameting", baseline_measure=before), owner)
    with pytest.raises(InvalidValue) as caught:
        editing.change(library, Measure, before, baseline_measure=after)
    assert where(caught) == ["baseline_measure"]
    part = library.of_day(Part, day)[0]
    with pytest.raises(InvalidValue):
        editing.change(library, Part, part.id, date=dt.date(1, 1, 1))
    with pytest.raises(ValueError, match="use its verb"):
        editing.change(library, Block, block, part=None)


def test_nobody_is_made_the_lead_of_a_block_twice(library: Library, add: Add) -> None:
    block = add("Werken")
    noor, sam = (editing.create(library, Person(name=name)) for name in ("Noor", "Sam"))
    first, second = add_lead(library, block, noor), add_lead(library, block, sam)
    leads = library.get(Block, block).leads
    for attempt in (
        lambda: add_lead(library, block, noor),
        lambda: editing.create_all(library, [BlockLead(person=noor)] * 2, ("block", add("Elders"))),
        lambda: editing.change(library, BlockLead, second, person=noor),
        lambda: duplicating.duplicate(library, BlockLead, [first]),
    ):
        with pytest.raises(InvalidValue) as caught:
            attempt()
        assert where(caught) == ["person"]
    with pytest.raises(InvalidValue) as caught:
        editing.change(library, Block, block, leads=(*leads, BlockLead(person=sam)))
    assert where(caught) == ["leads[2].person"]
    assert library.get(Block, block).leads == leads

    editing.change(library, BlockLead, second, status=LeadStatus.CONFIRMED)
    editing.change(library, BlockLead, second, person=sam)
    assert [lead.person for lead in library.get(Block, block).leads] == [noor, sam]


def test_a_lead_who_stood_there_twice_is_no_reason_to_refuse_another_field(library: Library, add: Add) -> None:
    block = add("Werken")
    noor = editing.create(library, Person(name="Noor"))
    first = add_lead(library, block, noor)
    with library.change(Op.ADD) as writer:
        writer.add(BlockLead(person=noor), ("block", block))
    editing.change(library, Block, block, title="Doorwerken")
    editing.change(library, BlockLead, first, status=LeadStatus.CONFIRMED)
    assert library.get(Block, block).title == "Doorwerken"
