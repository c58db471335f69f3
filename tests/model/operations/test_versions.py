"""Going back to a version: the day is again what it was, as one step, and what it was before that is kept."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import Loaded, decode
from studydag.model.operations import editing, programme, rounds, running, versions
from studydag.model.operations.exchange import load_day
from studydag.model.operations.setting import read_setting
from studydag.model.operations.spots import Spot
from studydag.model.operations.study_days import make_version
from studydag.model.rules.versions.compare import State, compare
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.errors import InvalidValue, NotFound
from studydag.model.values.follow_up import Action, ChecklistItem
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay, Version
from tests.model.operations.leads import add_lead
from tests.strategies import World, worlds


def state(loaded: Loaded) -> State:
    return State(day=loaded.day, setting=loaded.setting)


def now(library: Library, day: int) -> State:
    return state(decode(versions.content_of(library, day).encode(), built_in=read_setting(library, StudyDay())))


def differs(library: Library, version: int, day: int) -> int:
    return len(compare(state(versions.read(library, version)), now(library, day)))


@pytest.mark.outside_undo
def test_a_version_is_kept_under_a_name_and_can_get_another(library: Library, day: int):
    number = versions.keep(library, day, "Naar het team")
    versions.rename(library, number, "Naar het\x07 hele team")
    assert library.get(Version, number).name == "Naar het hele team"
    with pytest.raises(InvalidValue):
        versions.rename(library, number, "x" * 501)
    with pytest.raises(NotFound):
        versions.rename(library, 99, "x")


@pytest.mark.outside_undo
def test_the_name_of_a_version_is_cleaned(library: Library, day: int):
    kept = versions.keep(library, day, "Voor het team\x00\ud800")
    assert library.get(Version, kept).name == "Voor het team"


def test_going_back_is_one_step_and_keeps_the_present(library: Library, day: int, part: int, add: Callable[..., int]):
    blocks = [add(title) for title in "abcd"]
    goal = editing.create(library, Goal(sentence="Iedereen kan het"), ("study_day", day))
    editing.link(library, Block, blocks[1], "goals", goal)
    action = editing.create(
        library,
        Action(what="Proberen", checklist=(ChecklistItem(text="een"), ChecklistItem(text="twee"))),
        ("study_day", day),
    )
    version = versions.keep(library, day, "Zo was het")
    before = library.get(StudyDay, day)

    programme.delete_blocks(library, blocks[1])
    made = rounds.make_round(library, blocks[2:], "Ronde")
    editing.delete(library, Goal, goal)
    editing.change(library, Action, action, checklist=(ChecklistItem(text="drie"),), goals=())
    editing.change(library, StudyDay, day, title="Anders", theme="Nieuw")
    changed = library.get(StudyDay, day)
    assert differs(library, version, day) > 5

    versions.restore(library, version)

    assert differs(library, version, day) == 0
    assert library.verify() == []
    after = library.get(StudyDay, day)
    assert [(each.title, each.part, each.round) for each in after.blocks] == [(title, part, None) for title in "abcd"]
    assert [block.id for block in after.blocks if block.title != "b"] == [blocks[0], *blocks[2:]]
    assert made not in {block.id for block in after.blocks}
    assert after.title == before.title
    assert library.undo_step is not None
    assert library.undo_step.op == Op.RESTORE_VERSION
    kept = max(library.versions_of(day), key=lambda each: each.number)
    assert kept.document == "restore"
    assert differs(library, kept.id, day) > 5
    library.undo()
    assert library.get(StudyDay, day) == changed


def test_people_who_went_come_back_and_those_who_are_there_are_not_doubled(
    library: Library, day: int, add: Callable[..., int]
):
    block = add("Lezing")
    noor, els = editing.create_all(library, [Person(name="Noor"), Person(name="Els")])
    add_lead(library, block, noor)
    add_lead(library, block, els)
    version = versions.keep(library, day, "")
    editing.delete(library, Person, noor)

    versions.restore(library, version)

    names = {person.id: person.name for person in library.every(Person)}
    assert sorted(names.values()) == ["Els", "Noor"]
    assert [names[lead.person] for lead in library.get(Block, block).leads] == ["Noor", "Els"]


def test_going_back_before_the_day_itself_forgets_its_times(
    library: Library, day: int, part: int, add: Callable[..., int]
):
    add("Opening")
    running.go_on(library, day, part, dt.datetime(2026, 11, 12, 9))
    (version,) = library.versions_of(day)
    versions.restore(library, version.id)
    assert library.get(StudyDay, day).blocks[0].actual_start is None


@pytest.mark.outside_undo
def test_a_version_that_cannot_be_read_changes_nothing(library: Library, day: int):
    version = make_version(library, day, "geen JSON")
    with pytest.raises(InvalidValue):
        versions.restore(library, version)
    assert [each.id for each in library.versions_of(day)] == [version]


def test_a_version_in_which_somebody_leads_a_block_twice_can_still_be_gone_back_to(
    library: Library, day: int, add: Callable[..., int]
):
    person = editing.create(library, Person(name="Fenna"))
    block = add("Opening")
    add_lead(library, block, person)
    content = json.loads(versions.content_of(library, day))
    # As it could be kept before it was refused.
    leads = next(each for each in content["blocks"] if each["title"] == "Opening")["leads"]
    leads.append({key: value for key, value in leads[0].items() if key not in {"id", "uid"}})
    kept = make_version(library, day, json.dumps(content))

    versions.restore(library, kept)

    (restored,) = library.of_day(Block, day)
    assert [lead.person for lead in restored.leads] == [person]


def test_the_worked_example_comes_back_from_nothing(library: Library):
    day = load_day(library, decode(worked_example("nl"), built_in=read_setting(library, StudyDay())))
    version = versions.keep(library, day, "")
    whole = library.get(StudyDay, day)
    programme.delete_blocks(library, *(block.id for block in whole.blocks if block.round is None))
    for name, value in (("goals", Goal), ("actions", Action)):
        editing.delete(library, value, *(thing.id for thing in getattr(whole, name)))
    editing.delete(library, Part, *(part.id for part in whole.parts))

    versions.restore(library, version)

    assert differs(library, version, day) == 0
    part = library.of_day(Part, day)[0].id
    assert programme.add_block(library, day, Block(title="Nog een"), Spot(part=part))


@given(worlds(), worlds())
@settings(max_examples=10)
def test_any_day_can_become_any_other(one: World, other: World):
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "school.studydag", create=True) as library:
        day = load_day(library, Loaded(one.day, one.setting))
        twin = load_day(library, Loaded(other.day, other.setting))
        content = versions.content_of(library, twin)
        editing.delete(library, StudyDay, twin)
        version = make_version(library, day, content)
        before = library.get(StudyDay, day)

        versions.restore(library, version)

        assert differs(library, version, day) == 0
        assert library.verify() == []
        library.undo()
        assert library.get(StudyDay, day) == before
        kept = max(library.versions_of(day), key=lambda each: each.number)
        assert differs(library, kept.id, day) == 0
