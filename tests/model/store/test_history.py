"""Undo and redo by triggers: exact, with cascades, merging, and no steps that change nothing."""

from contextlib import suppress
from pathlib import Path

import pytest

from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode
from studydag.model.operations import exchange
from studydag.model.operations.setting import read_setting
from studydag.model.store import schema
from studydag.model.store.history import LONGEST_STATEMENT, Unlogged
from studydag.model.store.library import Library, Parties
from studydag.model.values.changes import Change, Place
from studydag.model.values.errors import NotFound, NothingToUndo
from studydag.model.values.follow_up import Action, ChecklistItem
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, BlockLead, Part
from studydag.model.values.school import Person, Picture
from studydag.model.values.study_day import StudyDay, Version
from tests.model.every_row import every_row


def a_day(library: Library) -> StudyDay:
    with library.change("add day") as writer:
        lead = writer.add(Person(name="Noor"))
        day_id = writer.add(
            StudyDay(
                title="Formatief handelen",
                parts=(Part(id=1), Part(id=2, position=1)),
                goals=(Goal(id=1, sentence="Iedereen kan een exitkaart maken"),),
                blocks=tuple(
                    Block(id=n, title=f"blok {n}", part=1, position=n, goals=(1,), leads=(BlockLead(person=lead),))
                    for n in (1, 2, 3)
                ),
                actions=(Action(what="toets ontwerpen", owner=lead, checklist=(ChecklistItem(text="kies"),)),),
            )
        )
    return library.get(StudyDay, day_id)


def test_undo_and_redo_bring_every_row_back(library: Library) -> None:
    empty = every_row(library)
    a_day(library)
    full = every_row(library)
    library.undo()
    assert every_row(library) == empty
    library.redo()
    assert every_row(library) == full


def test_deleting_a_part_deletes_its_blocks_and_undo_brings_links_and_leads_back(library: Library) -> None:
    day = a_day(library)
    before = every_row(library)
    with library.change("delete part") as writer:
        writer.delete("part", day.parts[0].id)
    assert library.get(StudyDay, day.id).blocks == ()
    library.undo()
    assert every_row(library) == before
    assert library.get(StudyDay, day.id) == day


def test_what_is_deleted_first_of_all_comes_back_with_all_that_hung_on_it(path: Path) -> None:
    with Library.open(path, create=True) as library:
        exchange.load_day(library, decode(worked_example("nl"), built_in=read_setting(library, StudyDay())))
        counts, before = library.counts(), every_row(library)
    for kind in schema.entities():
        if kind != "school" and counts[kind]:
            with Library.open(path, check=False) as library:
                with library.change("delete") as writer:
                    writer.delete(kind, *(thing.id for thing in library.every(schema.entities()[kind].value)))
                assert library.counts()[kind] == 0
                library.undo()
                assert every_row(library) == before, kind


def test_more_text_than_fits_in_one_statement_comes_back(library: Library) -> None:
    day = a_day(library)
    with library.change("write") as writer:
        for block in day.blocks:
            writer.set(Block, block.id, facilitator_notes="Vraag door. " * (LONGEST_STATEMENT // 20))
    before = every_row(library)
    with library.change("delete blocks") as writer:
        writer.delete("block", *(block.id for block in day.blocks))
    library.undo()
    assert every_row(library) == before


def test_an_edit_after_one_that_failed_can_be_undone(library: Library) -> None:
    before = every_row(library)
    for is_to_fail in (True, False):
        with suppress(NotFound), library.change("add") as writer:
            writer.add(Person(name="Noor"))
            if is_to_fail:
                writer.delete("person", 99)
    assert every_row(library) != before
    library.undo()
    assert every_row(library) == before


def test_what_undo_would_not_take_back_is_not_written(library: Library) -> None:
    with library.change("add") as writer:
        writer.add(Person(name="Noor"))
    before = every_row(library)
    with pytest.raises(Unlogged), library.change("delete"):
        library.rows("DELETE FROM person")
    assert every_row(library) == before


def test_a_block_moved_to_a_new_part_is_not_lost_when_that_is_undone(library: Library) -> None:
    day = a_day(library)
    before = every_row(library)
    with library.change("move to new part") as writer:
        evening = writer.add(Part(title="Avond", position=9), ("study_day", day.id))
        writer.set(Block, day.blocks[0].id, part=evening)
    after = every_row(library)
    library.undo()
    assert every_row(library) == before
    library.redo()
    assert every_row(library) == after


def test_a_row_made_and_deleted_in_one_change_is_no_step(library: Library) -> None:
    with library.change("nothing") as writer:
        writer.delete("person", writer.add(Person(name="Noor")))
    assert library.undo_step is None


def test_setting_what_stands_already_is_no_step_and_tells_nobody(library: Library) -> None:
    day = a_day(library)
    heard: list[Change] = []
    library.listeners.append(heard.append)
    steps = library.undo_step
    with library.change("set") as writer:
        writer.set(Block, day.blocks[0].id, minutes=30, goals=day.blocks[0].goals, leads=day.blocks[0].leads)
    assert library.undo_step is steps
    assert heard == []


def test_edits_of_one_field_within_a_minute_are_one_step(path: Path) -> None:
    clock = [0.0]
    with Library.open(path, create=True, parties=Parties(seconds=lambda: clock[0])) as library:
        block = a_day(library).blocks[0].id
        for minutes in (45, 50, 55):
            with library.change("set minutes", merge=("block", block)) as writer:
                writer.set(Block, block, minutes=minutes)
            clock[0] += 20
        clock[0] += 60
        with library.change("set minutes", merge=("block", block)) as writer:
            writer.set(Block, block, minutes=60)
        library.undo()
        assert library.get(Block, block).minutes == 55
        library.undo()
        assert library.get(Block, block).minutes == 30
        library.redo()
        assert library.get(Block, block).minutes == 55


def test_merged_edits_that_end_where_they_began_are_no_step(library: Library) -> None:
    block = a_day(library).blocks[0].id
    first = library.undo_step
    for minutes in (45, 30):
        with library.change("set minutes", merge=("block", block)) as writer:
            writer.set(Block, block, minutes=minutes)
    assert library.undo_step is first


def test_a_change_names_the_holders_of_links_and_owned_rows(library: Library) -> None:
    day = a_day(library)
    heard: list[Change] = []
    library.listeners.append(heard.append)
    place = Place(day.id, "action", day.actions[0].id)
    with library.change("tick", place=place) as writer:
        writer.set(ChecklistItem, day.actions[0].checklist[0].id, done=True)
    with library.change("unlink") as writer:
        writer.set(Block, day.blocks[1].id, goals=())
    assert heard[0].rows == {
        "checklist_item": frozenset({day.actions[0].checklist[0].id}),
        "action": frozenset({day.actions[0].id}),
    }
    assert heard[1].rows["block"] == frozenset({day.blocks[1].id})
    library.undo()
    undone = library.undo()
    assert undone.rows == heard[0].rows
    assert undone.place == place


def test_versions_and_pictures_survive_the_undo_of_a_deleted_day(library: Library) -> None:
    day = a_day(library)
    with library.change("logo") as writer:
        writer.add(Picture(name="logo", data=bytes(range(256))))
    with library.change("version", undoable=False) as writer:
        writer.add(Version(number=1, content='{"title": "it\'s"}'), ("study_day", day.id))
    assert library.undo_step is not None
    assert library.undo_step.op == "logo"
    before = every_row(library)
    with library.change("delete day") as writer:
        writer.delete("study_day", day.id)
    library.undo()
    assert every_row(library) == before


@pytest.mark.parametrize("is_new", [False, True])
def test_a_version_of_another_day_is_not_in_the_way_of_one_that_comes_back(library: Library, *, is_new: bool) -> None:
    def keep(name: str, day: int) -> None:
        with library.change("version", undoable=False) as writer:
            writer.add(Version(name=name), ("study_day", day))

    other = a_day(library).id
    day = a_day(library).id
    keep("before", day)
    if is_new:
        library.undo()
    else:
        with library.change("delete day") as writer:
            writer.delete("study_day", day)
    keep("meanwhile", other)
    if is_new:
        library.redo()
    else:
        library.undo()
    assert [[version.name for version in library.versions_of(each)] for each in (day, other)] == [
        ["before"],
        ["meanwhile"],
    ]


def test_hostile_text_comes_back_from_undo_exactly(library: Library) -> None:
    day = a_day(library)
    hostile = "it's \"q\" %s {x} \\ \n\t – ☐ 🦊 ' OR 1=1; DROP TABLE block; --"
    with library.change("text") as writer:
        writer.set(Block, day.blocks[0].id, title=hostile, topics=(hostile, hostile))
    before = every_row(library)
    with library.change("delete") as writer:
        writer.delete("block", day.blocks[0].id)
    library.undo()
    assert every_row(library) == before
    assert library.get(Block, day.blocks[0].id).topics == (hostile, hostile)


def test_without_steps_undo_says_so(library: Library) -> None:
    with pytest.raises(NothingToUndo):
        library.undo()
    with pytest.raises(NothingToUndo):
        library.redo()


def test_who_adds_a_thing_can_name_it_as_the_place_of_the_edit(library: Library) -> None:
    heard: list[Change] = []
    library.listeners.append(heard.append)
    with library.change("add") as writer:
        person = writer.add(Person(name="Noor"))
        writer.place = Place(None, "person", person)
    assert library.undo_step is not None
    assert library.undo_step.place == Place(None, "person", person)
    library.undo()
    assert [change.place for change in heard] == [Place(None, "person", person)] * 2
