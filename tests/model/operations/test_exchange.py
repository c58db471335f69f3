"""Days that come in and go out: the same but for ids, matched with what is there, confidential data left behind."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from studydag.model.exchange.study_day_json import Loaded, decode, encode, to_json
from studydag.model.operations import editing, exchange, programme, school, study_days
from studydag.model.operations.bringing import parcel
from studydag.model.operations.exchange import CopyOntoItself, OnSame
from studydag.model.operations.setting import read_setting
from studydag.model.store import backups
from studydag.model.store.library import Library
from studydag.model.values.effect import Result
from studydag.model.values.errors import InvalidValue
from studydag.model.values.follow_up import Moment
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.goals import Goal, Need, NeedSource
from studydag.model.values.programme import Block
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import Group, Person, Picture, Room, School, SchoolGoal
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Acceptance, StudyDay
from studydag.model.values.trajectory import Activity, Trajectory
from tests.model.operations.leads import add_lead
from tests.strategies import World, worlds


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library that many examples go through; each leaves it as it was."""
    with Library.open(tmp_path_factory.mktemp("shelf") / "shelf.studydag", create=True) as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "other.studydag", create=True) as opened:
        yield opened


def shown(library: Library, day_id: int) -> bytes:
    day = library.get(StudyDay, day_id)
    return to_json(day, read_setting(library, day))


def without_ids(data: object) -> object:
    if isinstance(data, dict):
        return {key: without_ids(value) for key, value in data.items() if key != "id"}
    return [without_ids(item) for item in data] if isinstance(data, list) else data


def test_several_days_come_in_as_one_step_or_not_at_all(library: Library) -> None:
    good = [Loaded(StudyDay(uid=name, title=name), Setting(school=School(name="Rietbeek"))) for name in ("a", "b")]
    wrong = replace(good[0], day=replace(good[0].day, uid="c", title="t" * 1_000))
    with pytest.raises(InvalidValue):
        exchange.load_days(library, [*good, wrong])
    assert (library.every(StudyDay), library.undo_step, library.get(School, 1).name) == ([], None, "")
    numbers = exchange.load_days(library, good)
    assert [library.get(StudyDay, number).title for number in numbers] == ["a", "b"]
    library.undo()
    assert library.every(StudyDay) == []


@given(worlds())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_what_is_loaded_is_shown_again_the_same_but_for_ids(shelf: Library, world: World) -> None:
    packed = parcel(world.day, world.setting)

    number = exchange.load_day(shelf, Loaded(world.day, world.setting))

    stored = shelf.get(StudyDay, number)
    assert without_ids(encode(stored, read_setting(shelf, stored))) == without_ids(encode(packed.day, packed.setting))
    assert shelf.verify() == []
    shelf.undo()
    assert shelf.every(StudyDay) == shelf.every(Person) == shelf.every(Trajectory) == []


def a_full_day(library: Library) -> int:
    day = study_days.create(library, "Formatief handelen")
    noor = editing.create(library, Person(name="Noor Bakker", email="noor@school.example"))
    sam = editing.create(library, Person(name="Sam"))
    editing.create(library, Group(name="Wiskunde", members=(noor, sam)))
    goal = editing.create(library, SchoolGoal(title="Eigenaarschap"))
    editing.create(
        library,
        Need(statement="Geheim gesprek", source=NeedSource.APPRAISAL_TALKS, school_goals=(goal,)),
        ("study_day", day),
    )
    editing.create(library, Need(statement="Toetsen", school_goals=(goal,)), ("study_day", day))
    room = editing.create(library, Room(name="Aula"))
    line = next(each for each in library.every(WorkingFormat) if each.key == "stellingenlijn")
    own = school.copy_format(library, line.id, name_nl="Onze lijn")
    block = programme.add_block(
        library, day, Block(title="Werken", room=room, working_format=own, facilitator_notes="niet doorvertellen")
    )
    programme.add_block(library, day, Block(title="Lijn", working_format=line.id))
    add_lead(library, block, noor)
    uid = library.get(Block, block).uid
    study_days.accept_finding(library, day, "goal-no-block", [uid], "komt nog")
    return day


def test_a_file_in_which_somebody_leads_a_block_twice_is_refused_with_the_place(other: Library) -> None:
    document = json.loads(shown(other, a_full_day(other)))
    place = next(number for number, block in enumerate(document["blocks"]) if block["leads"])
    leads = document["blocks"][place]["leads"]
    leads.append({**leads[0], "uid": "nog eens"})

    with pytest.raises(InvalidValue) as caught:
        decode(json.dumps(document).encode())
    assert [problem.where for problem in caught.value.problems] == [f"$.blocks[{place}].leads[1].person"]


def test_two_of_one_name_who_are_one_person_here_lead_a_block_once(library: Library, other: Library) -> None:
    day = a_full_day(other)
    block = next(each.id for each in other.of_day(Block, day) if each.leads)
    add_lead(other, block, editing.create(other, Person(name="Noor Bakker")))
    noor = editing.create(library, Person(name="noor bakker"))

    number = exchange.load_day(library, decode(shown(other, day)))

    assert [lead.person for lead in library.get(StudyDay, number).blocks[0].leads] == [noor]


def test_people_rooms_and_school_goals_are_matched_by_uid_then_by_name(library: Library, other: Library) -> None:
    noor = editing.create(library, Person(name="noor  bakker"))
    room = editing.create(library, Room(name="Aula"))
    goal = editing.create(library, SchoolGoal(title="eigenaarschap"))
    number = exchange.load_day(library, decode(shown(other, a_full_day(other))))

    day = library.get(StudyDay, number)
    assert day.blocks[0].leads[0].person == noor
    assert day.blocks[0].room == room
    assert all(need.school_goals == (goal,) for need in day.needs)
    assert [person.name for person in library.every(Person)] == ["noor  bakker"]
    assert library.every(Group) == []
    formats = library.every(WorkingFormat)
    assert len(formats) == 94
    assert (formats[-1].name_nl, formats[-1].is_built_in) == ("Onze lijn", False)
    assert {block.working_format for block in day.blocks} == {formats[-1].id, formats[1].id}


def test_the_same_file_twice_makes_two_days_that_share_everything(library: Library, other: Library) -> None:
    data = shown(other, a_full_day(other))
    first, second = (library.get(StudyDay, exchange.load_day(library, decode(data))) for _ in range(2))

    assert first.uid == other.every(StudyDay)[0].uid
    assert second.uid != first.uid
    assert first.blocks[0].leads[0].person == second.blocks[0].leads[0].person
    assert len(library.every(Person)) == 1
    assert second.acceptances[0].concerns == (second.blocks[0].uid,)
    assert first.acceptances[0].concerns == (first.blocks[0].uid,)


def test_of_two_people_with_one_name_the_one_with_the_same_address_is_meant(library: Library, other: Library) -> None:
    editing.create(library, Person(name="Noor Bakker", email="n.bakker@elders.example"))
    meant = editing.create(library, Person(name="Noor Bakker", email="Noor@school.example"))
    day = library.get(StudyDay, exchange.load_day(library, decode(shown(other, a_full_day(other)))))
    assert day.blocks[0].leads[0].person == meant


def test_a_trajectory_that_is_there_takes_up_what_it_lacks(library: Library, other: Library) -> None:
    day = study_days.create(other, "Dag")
    trajectory = editing.create(other, Trajectory(title="Feedback"))
    editing.create(other, Activity(title="PLG"), ("trajectory", trajectory))
    editing.change(other, StudyDay, day, trajectory=trajectory)
    exchange.load_day(library, decode(shown(other, day)))
    editing.create(other, Activity(title="Coaching"), ("trajectory", trajectory))
    exchange.load_day(library, decode(shown(other, day)))
    (stored,) = library.every(Trajectory)
    assert [activity.title for activity in stored.activities] == ["PLG", "Coaching"]


def test_a_built_in_format_of_a_newer_program_becomes_an_own_one(library: Library, other: Library) -> None:
    unknown = WorkingFormat(id=1, uid="from_the_future", key="from_the_future", name_nl="Nieuw")
    day = StudyDay(id=1, title="Dag", blocks=(Block(id=1, working_format=1),))
    exchange.load_day(library, Loaded(day, Setting(formats=(unknown,))))
    stored = library.every(WorkingFormat)[-1]
    assert (stored.name_nl, stored.key) == ("Nieuw", "")
    assert stored.uid != "from_the_future"


def test_what_comes_along_stands_behind_what_is_there(library: Library, other: Library) -> None:
    known = library.every(LearningForm)[-1]
    own = editing.create(library, LearningForm(name_nl="Leesclub"))
    activities = (Activity(title="a", learning_form=own), Activity(title="b", learning_form=known.id))
    period = editing.create(library, Trajectory(title="Lezen", activities=activities))
    day = study_days.create(library, "Lezen", trajectory=period)
    made = exchange.load_day(other, decode(shown(library, day), built_in=Setting(learning_forms=(known,))))
    assert [form.name_nl for form in other.every(LearningForm)][-2:] == [known.name_nl, "Leesclub"]
    assert without_ids(msgspec.json.decode(shown(other, made))) == without_ids(msgspec.json.decode(shown(library, day)))


def test_what_is_not_sound_is_refused_whole(library: Library) -> None:
    bad = StudyDay(id=1, title="Dag", blocks=(Block(id=1, minutes=-5), Block(id=2, round=1)))
    with pytest.raises(InvalidValue) as caught:
        exchange.load_day(library, Loaded(bad, Setting()))
    assert caught.value.problems[0].where == "$.blocks[0].minutes"
    assert library.every(StudyDay) == []


@pytest.mark.outside_undo
def test_taking_in_a_copy_makes_a_backup_and_can_keep_both_replace_or_leave_out(
    library: Library, other: Library
) -> None:
    theirs = a_full_day(other)
    taken = exchange.take_in(library, other)
    (mine,) = taken.days
    assert taken.backup in {backup.path for backup in backups.backups_of(library.path) if backup.reason == "import"}
    assert (library.undo_step, taken.left_out) == (None, ())
    version = study_days.make_version(library, mine, "{}", name="gedrukt")
    assert [day.uid for day in exchange.same_days(library, other)] == [other.get(StudyDay, theirs).uid]

    editing.change(other, StudyDay, theirs, title="Formatief handelen 2")
    left = exchange.take_in(library, other, on_same=OnSame.LEAVE_OUT)
    assert (left.days, left.left_out) == ((), ("Formatief handelen 2",))
    replaced = exchange.take_in(library, other, [theirs], on_same=OnSame.REPLACE)
    assert [day.title for day in library.every(StudyDay)] == ["Formatief handelen 2"]
    assert [each.name for each in library.versions_of(replaced.days[0])] == ["gedrukt"]
    assert library.versions_of(replaced.days[0])[0].number == 1
    exchange.take_in(library, other)
    uids = [day.uid for day in library.every(StudyDay)]
    assert len(set(uids)) == 2
    assert library.verify() == []
    assert version


@pytest.mark.outside_undo
def test_a_new_library_takes_the_school_along_with_a_copy_and_one_in_use_keeps_its_own(
    library: Library, other: Library, tmp_path: Path
) -> None:
    a_full_day(other)
    school.change_school(other, name="De Linde", change_over_minutes=10)
    school.set_logo(other, Picture(name="linde.png", data=b"\x89PNG"))
    exchange.take_in(library, other)

    taken = library.get(School, 1)
    assert (taken.name, taken.change_over_minutes) == ("De Linde", 10)
    assert taken.logo is not None
    assert library.get(Picture, taken.logo).data == b"\x89PNG"
    school.change_school(other, name="De Eik")
    exchange.take_in(library, other)
    assert library.get(School, 1).name == "De Linde"


@pytest.mark.outside_undo
def test_a_copy_to_share_holds_nothing_confidential(library: Library, tmp_path: Path) -> None:
    day = a_full_day(library)
    study_days.create(library, "Andere dag")
    school.change_school(library, name="De Linde", vision="Leren doe je samen")
    school.set_logo(library, Picture(name="linde.png", data=b"\x89PNG"))
    target = tmp_path / "delen.studydag"

    left_out = exchange.share_copy(library, [day], target)

    assert left_out["need"] == 1
    with Library.look(target) as copy:
        (shared,) = copy.every(StudyDay)
        assert shared.uid == library.get(StudyDay, day).uid
        assert [need.statement for need in shared.needs] == ["Toetsen"]
        assert shared.blocks[0].facilitator_notes == ""
        record = copy.get(School, 1)
        assert (record.name, record.vision) == ("De Linde", "Leren doe je samen")
        assert record.logo is not None
        assert copy.get(Picture, record.logo).data == b"\x89PNG"
        assert copy.verify() == []
    content = target.read_bytes()
    assert not any(word in content for word in (b"Geheim gesprek", b"doorvertellen", b"noor@school", b"Andere dag"))
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("delen")] == ["delen.studydag"]


@pytest.mark.outside_undo
def test_a_complete_copy_holds_all_of_the_day(library: Library, tmp_path: Path) -> None:
    day = a_full_day(library)
    target = tmp_path / "compleet.studydag"
    assert exchange.share_copy(library, [day], target, complete=True) == {}
    with Library.look(target) as copy:
        assert without_ids(msgspec.json.decode(shown(copy, 1))) == without_ids(msgspec.json.decode(shown(library, day)))
        assert len(copy.every(QuestionSet)) == len(library.every(QuestionSet))
    with pytest.raises(CopyOntoItself):
        exchange.share_copy(library, [day], library.path)


def test_a_reference_that_leads_nowhere_is_left_out(library: Library) -> None:
    day = StudyDay(
        id=1,
        title="Dag",
        goals=(Goal(id=1, sentence="Doel", needs=(99,)),),
        blocks=(Block(id=1, room=99, goals=(1, 98)),),
        results=(Result(id=1, measure=97),),
        acceptances=(Acceptance(id=1, rule="x", reason="y", concerns=("gone",)),),
    )
    stored = library.get(StudyDay, exchange.load_day(library, Loaded(day, Setting())))
    assert (stored.goals[0].needs, stored.blocks[0].room, stored.results) == ((), None, ())
    assert stored.blocks[0].goals == (stored.goals[0].id,)
    assert replace(stored.acceptances[0], id=0, uid="").concerns == ("gone",)


def test_two_school_goals_of_one_name_in_a_file_become_one_here(library: Library) -> None:
    standing = editing.create(library, SchoolGoal(title="Eigenaarschap"))
    goals = (SchoolGoal(id=5, uid="five", title="Eigenaarschap"), SchoolGoal(id=6, uid="six", title="eigenaarschap"))
    day = StudyDay(id=1, title="Dag", goals=(Goal(id=2, sentence="Doel", school_goals=(5, 6)),))
    number = exchange.load_day(library, Loaded(day, Setting(school_goals=goals)))
    assert library.get(StudyDay, number).goals[0].school_goals == (standing,)


def test_a_meeting_of_one_trajectory_about_an_activity_of_another_comes_in(library: Library) -> None:
    one = Trajectory(id=5, uid="one", title="Een", moments=(Moment(id=7, uid="moment", title="Delen", activity=8),))
    two = Trajectory(id=6, uid="two", title="Twee", activities=(Activity(id=8, uid="activity", title="PLG"),))
    day = StudyDay(id=1, title="Dag", trajectory=5)
    exchange.load_day(library, Loaded(day, Setting(trajectories=(one, two))))
    assert library.verify() == []
    first = next(each for each in library.every(Trajectory) if each.title == "Een")
    assert first.moments[0].activity is not None
