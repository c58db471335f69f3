"""Rows of the requirements as a coordinator meets them: through the verbs, in a library on disk, with undo."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studydag.model.operations import editing, naming, parts, programme, running, study_days, versions
from studydag.model.operations.setting import read_setting
from studydag.model.operations.spots import Spot
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.checking import check
from studydag.model.rules.on_the_day.as_it_went import as_it_went
from studydag.model.rules.on_the_day.running import run
from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.findings import Finding, NotReady
from studydag.model.values.follow_up import Action
from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, BlockLead, Part
from studydag.model.values.school import Person, Room, SchoolGoal
from studydag.model.values.study_day import DayStatus, StudyDay, Version

TODAY = dt.date(2025, 9, 1)
NOV_14, NOV_21 = dt.date(2025, 11, 14), dt.date(2025, 11, 21)
Found = Callable[[str], list[Finding]]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "school.studydag", create=True) as opened:
        yield opened


@pytest.fixture
def day(library: Library) -> int:
    part = Part(date=NOV_14, start=dt.time(9), end=dt.time(16))
    number = study_days.create(library, "Formatief handelen", first_part=part)
    study_days.set_status(library, number, DayStatus.DESIGN, TODAY)
    return number


@pytest.fixture
def found(library: Library, day: int) -> Found:
    """Return what one rule finds on the day as it stands in the library."""

    def found(rule: str) -> list[Finding]:
        whole = library.get(StudyDay, day)
        return [each for each in check(whole, read_setting(library, whole), TODAY) if each.rule == rule]

    return found


def item(library: Library, day: int, title: str, minutes: int = 30, **fields: object) -> int:
    part = library.of_day(Part, day)[0].id
    return programme.add_block(library, day, Block(title=title, minutes=minutes, **fields), Spot(part=part))  # type: ignore[arg-type]


def test_r001_an_item_without_a_goal_and_a_goal_without_an_item(library: Library, day: int, found: Found) -> None:
    sentences = [Goal(sentence="Iedereen kan het"), Goal(sentence="De sectie doet het")]
    one, two = editing.create_all(library, sentences, ("study_day", day))
    for number in range(3):
        item(library, day, f"Item {number}", goals=(one,))
    item(library, day, "X")
    last = item(library, day, "Voor doel 2", goals=(two,))
    assert [[about.title for about in finding.about] for finding in found("block-no-goal")] == [["X"]]
    assert found("goal-no-block") == []

    programme.delete_blocks(library, last)
    assert [finding.about[0].id for finding in found("goal-no-block")] == [two]
    library.undo()
    assert found("goal-no-block") == []


def test_r002_an_application_item_asks_for_its_link_with_practice(library: Library, day: int, found: Found) -> None:
    block = item(library, day, "Aan het werk", phase=Phase.APPLICATION)
    assert len(found("no-practice-link")) == 1
    programme.change_block(library, block, practice_link="De les van maandag in 2B")
    assert found("no-practice-link") == []
    library.undo()
    assert len(found("no-practice-link")) == 1


def test_r003_one_follow_up_action_with_owner_and_date_makes_it_no_one_off_day(
    library: Library, day: int, found: Found
) -> None:
    item(library, day, "Lezing")
    assert len(found("one-off-day")) == 1
    noor = editing.create(library, Person(name="Noor"))
    editing.create(library, Action(what="Proberen", owner=noor, due=RelativeDate(2)), ("study_day", day))
    assert found("one-off-day") == []


def test_r005_moving_the_day_a_week_moves_the_task_a_week(library: Library, day: int) -> None:
    owner = ("study_day", day)
    before = RelativeDate(-14, DateUnit.DAYS)
    task = editing.create(library, Action(what="Uitnodigen", due=before), owner)
    fixed = editing.create(library, Action(what="Zaal huren", due=dt.date(2025, 10, 31)), owner)
    assert resolve(before, library.get(StudyDay, day)) == dt.date(2025, 10, 31)

    report = study_days.move(library, day, NOV_21)

    assert resolve(library.get(Action, task).due, library.get(StudyDay, day)) == dt.date(2025, 11, 7)
    assert library.get(Action, fixed).due == dt.date(2025, 10, 31)
    assert [move.dated.title for move in report.fixed] == ["Zaal huren"]
    assert [(move.before, move.after) for move in report.moving] == [(dt.date(2025, 10, 31), dt.date(2025, 11, 7))]


def test_r010_knowledge_without_application(library: Library, day: int, found: Found) -> None:
    goal = editing.create(library, Goal(sentence="Iedereen kan het"), ("study_day", day))
    item(library, day, "Lezing", 90, goals=(goal,))
    assert len(found("input-without-application")) == 1
    action = Action(what="Proberen", goals=(goal,), due=RelativeDate(2))
    editing.create(library, action, ("study_day", day))
    assert found("input-without-application") == []


def test_r013_a_day_goal_is_aligned_with_a_school_goal(library: Library, day: int, found: Found) -> None:
    strategic = editing.create(library, SchoolGoal(title="Eigenaarschap"))
    goals = editing.create_all(library, [Goal(sentence=text) for text in ("een", "twee", "drie")], ("study_day", day))
    for goal in goals[:2]:
        editing.link(library, Goal, goal, "school_goals", strategic)
    assert [finding.about[0].id for finding in found("goal-no-school-goal")] == [goals[2]]
    editing.link(library, Goal, goals[2], "school_goals", strategic)
    assert found("goal-no-school-goal") == []


def test_r027_shift_from_half_past_ten_by_a_quarter(library: Library, day: int, found: Found) -> None:
    item(library, day, "Inloop", 90)
    blocks = [item(library, day, f"Item {number}", 66) for number in range(5)]
    before = library.get(StudyDay, day)

    programme.shift_from(library, blocks[0], 15)

    after = schedule(library.get(StudyDay, day))
    starts = [f"{slot.start_time:%H:%M}" for slot in after]
    assert starts[:2] == ["09:00", "10:45"]
    assert after.parts[0].last_end == 16 * 60 + 15
    assert len(found("over-full")) == 1
    library.undo()
    assert library.get(StudyDay, day) == before
    assert found("over-full") == []


def test_r027_on_the_day_the_rest_is_planned_anew_and_the_original_stays(library: Library, day: int) -> None:
    blocks = [item(library, day, title, 60) for title in ("Opening", "Lezing", "Workshop")]
    noor, els = editing.create_all(library, [Person(name="Noor"), Person(name="Els")])
    room, hall = editing.create_all(library, [Room(name="Lokaal 12"), Room(name="Aula")])
    programme.change_block(library, blocks[1], room=room, leads=(BlockLead(person=noor),))
    part = library.of_day(Part, day)[0].id
    before = library.get(StudyDay, day)

    running.go_on(library, day, part, dt.datetime.combine(NOV_14, dt.time(9, 15)))
    programme.change_block(library, blocks[1], room=hall, leads=(BlockLead(person=els),))
    programme.cancel_blocks(library, [blocks[2]], "spreker ziek")
    running.shift_rest(library, day, part, 15, dt.datetime.combine(NOV_14, dt.time(9, 40)))

    (beside,) = as_it_went(library.get(StudyDay, day))
    assert [(row.planned_start, row.planned_minutes) for row in beside.rows] == [(540, 60), (600, 60), (660, 60)]
    found = run(library.get(StudyDay, day), part, dt.datetime.combine(NOV_14, dt.time(9, 40)))
    assert found is not None
    assert [(slot.block.title, slot.start) for slot in found.coming] == [("Lezing", 10 * 60 + 30)]
    (version,) = library.versions_of(day)
    assert "Lokaal 12" in version.content
    while library.undo_step is not None and library.get(StudyDay, day) != before:
        library.undo()
    assert library.get(StudyDay, day) == before


def test_r076_a_working_format_brings_its_minutes_and_materials(library: Library, day: int) -> None:
    part = library.of_day(Part, day)[0].id
    corners = next(each for each in library.every(WorkingFormat) if each.key == "vier_hoeken")
    block = library.get(Block, programme.add_format(library, day, corners.id, Spot(part=part)))
    assert (block.title, block.minutes, block.working_format) == ("Vier hoeken", 20, corners.id)
    assert [material.item for material in block.materials] == ["vier hoekborden"]


def test_r083_ready_is_refused_with_the_list_until_it_is_solved_or_waived(library: Library, day: int) -> None:
    with pytest.raises(NotReady) as caught:
        study_days.set_status(library, day, DayStatus.READY, TODAY)
    assert "one-off-day" in {finding.rule for finding in caught.value.findings}
    for finding in caught.value.findings:
        concerns = [about.uid for about in finding.about]
        study_days.accept_finding(library, day, finding.rule, concerns, "Volgt in het teamoverleg")
    study_days.set_status(library, day, DayStatus.READY, TODAY)
    assert library.bare(StudyDay, day).status is DayStatus.READY


def test_d10_a_whole_day_and_a_single_block_move_to_another_date(library: Library, day: int):
    first, second = item(library, day, "Lezing"), item(library, day, "Werkplaats", 60)
    moved = parts.move_to_new_part(library, [second], date=NOV_21, start=dt.time(13), end=dt.time(15))
    slots = {slot.block.id: (slot.part.date, slot.start_time) for slot in schedule(library.get(StudyDay, day))}
    assert slots == {first: (NOV_14, dt.time(9)), second: (NOV_21, dt.time(13))}
    assert library.get(Block, second).part == moved
    study_days.move(library, day, NOV_14 + dt.timedelta(days=3))
    slots = {slot.block.id: (slot.part.date, slot.start_time) for slot in schedule(library.get(StudyDay, day))}
    assert slots == {
        first: (NOV_14 + dt.timedelta(days=3), dt.time(9)),
        second: (NOV_21 + dt.timedelta(days=3), dt.time(13)),
    }
    library.undo()
    library.undo()
    assert [part.date for part in library.of_day(Part, day)] == [NOV_14]


def test_r027_another_speaker_and_room_are_one_step_and_the_plan_is_kept(library: Library, day: int):
    block = item(library, day, "Lezing")
    naming.name_leads_and_room(library, block, ["Els Maas"], "Aula")
    naming.name_leads_and_room(library, block, ["Tim Kok"], "Lokaal 12")
    changed = library.get(Block, block)
    names = {person.id: person.name for person in library.every(Person)}
    rooms = {room.id: room.name for room in library.every(Room)}
    assert ([names[lead.person] for lead in changed.leads], rooms[changed.room or 0]) == (["Tim Kok"], "Lokaal 12")
    newest = max(version.id for version in library.every(Version))
    kept = versions.read(library, newest)
    (planned,) = kept.day.blocks
    assert [person.name for person in kept.setting.people if person.id == planned.leads[0].person] == ["Els Maas"]
    library.undo()
    before = library.get(Block, block)
    assert ([names[lead.person] for lead in before.leads], rooms[before.room or 0]) == (["Els Maas"], "Aula")
