"""Study days as a whole: copied, moved, made ready, kept as versions and templates."""

import datetime as dt
from collections.abc import Callable

import pytest

from studydag.model.exchange.study_day_json import decode
from studydag.model.operations import choices, editing, programme, study_days, templates
from studydag.model.operations.next_day import TakenOver, begin_after
from studydag.model.operations.setting import read_setting
from studydag.model.operations.spots import Spot
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.checking import check
from studydag.model.store.library import Library
from studydag.model.values.changes import Change, Op, Place
from studydag.model.values.choices import Registration
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Insight, Measure, Result
from studydag.model.values.errors import InvalidValue, NotFound
from studydag.model.values.findings import NotReady
from studydag.model.values.follow_up import Action, ActionState, ChecklistItem, Moment
from studydag.model.values.formats import Phase
from studydag.model.values.goals import Goal, Need
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Block, LeadStatus, Part
from studydag.model.values.school import Person, School, Template
from studydag.model.values.study_day import Acceptance, DayStatus, StudyDay
from tests.model.operations.leads import add_lead

Add = Callable[..., int]

NOV_14, NOV_21, OCT_31 = dt.date(2025, 11, 14), dt.date(2025, 11, 21), dt.date(2025, 10, 31)


def test_a_new_day_has_a_part_and_speaks_the_language_of_the_school(library: Library) -> None:
    editing.change(library, School, 1, language=DocumentLanguage.ENGLISH)
    part = Part(date=NOV_14, start=dt.time(8, 30), end=dt.time(15))
    number = study_days.create(library, "Formative practice", first_part=part, theme="Assessment")
    day = library.get(StudyDay, number)
    assert (day.title, day.theme, day.language, day.status) == (
        "Formative practice",
        "Assessment",
        DocumentLanguage.ENGLISH,
        DayStatus.IDEA,
    )
    assert [(each.date, each.start) for each in day.parts] == [(NOV_14, dt.time(8, 30))]
    assert library.undo_step is not None
    assert library.undo_step.place == Place(number, "study_day", number)
    with pytest.raises(InvalidValue):
        study_days.create(library, " ")
    with pytest.raises(InvalidValue):
        study_days.create(library, "Dag", trajectory=7)


def test_r005_moving_the_day_moves_what_is_counted_from_it_and_reports_fixed_dates(
    library: Library, day: int, part: int
) -> None:
    editing.change(library, Part, part, date=NOV_14)
    second = programme.add_part(library, day, date=NOV_14 + dt.timedelta(days=1))
    undated = programme.add_part(library, day, date=None)
    before = RelativeDate(-14, DateUnit.DAYS)
    task = editing.create(library, Action(what="Uitnodigen", due=before), ("study_day", day))
    fixed = editing.create(library, Action(what="Zaal", due=OCT_31), ("study_day", day))
    assert resolve(before, library.get(StudyDay, day)) == OCT_31

    report = study_days.move(library, day, NOV_21)

    moved = library.get(StudyDay, day)
    assert [each.date for each in moved.parts] == [NOV_21, NOV_21 + dt.timedelta(days=1), None]
    assert resolve(before, moved) == dt.date(2025, 11, 7)
    assert [(move.dated.id, move.before, move.after) for move in report.moving] == [
        (task, OCT_31, dt.date(2025, 11, 7))
    ]
    assert [(move.dated.id, move.after) for move in report.fixed] == [(fixed, OCT_31)]
    library.undo()
    assert library.get(Part, second).date == NOV_14 + dt.timedelta(days=1)
    assert library.get(Part, undated).date is None


def test_a_day_without_dates_gets_them_in_a_row(library: Library, day: int, part: int) -> None:
    programme.add_part(library, day, start=dt.time(19), end=dt.time(22))
    programme.add_part(library, day, start=dt.time(9), end=dt.time(16))
    study_days.move(library, day, NOV_14)
    assert [each.date for each in library.of_day(Part, day)] == [NOV_14, NOV_14, NOV_14 + dt.timedelta(days=1)]
    with pytest.raises(InvalidValue):
        study_days.move(library, day, dt.date(1, 1, 1))


def a_ready_day(library: Library) -> int:
    """A day on which nothing that must be is open, but that it lasts too short for its part."""
    day = study_days.create(library, "Formatief handelen", first_part=Part(date=NOV_14, end=dt.time(10)))
    owner = ("study_day", day)
    noor = editing.create(library, Person(name="Noor"))
    goal = editing.create(library, Goal(sentence="Iedereen kan een exitkaart maken"), owner)
    part = library.of_day(Part, day)[0].id
    block = Block(title="Terugkijken", phase=Phase.REFLECTION, minutes=60, goals=(goal,))
    programme.add_block(library, day, block, Spot(part=part))
    due = RelativeDate(2, DateUnit.WEEKS)
    editing.create(library, Action(what="Proberen", owner=noor, due=due, goals=(goal,)), owner)
    editing.create(library, Moment(title="Terugblik", first_date=RelativeDate(4, DateUnit.WEEKS)), owner)
    return day


def test_r083_ready_is_refused_until_all_is_solved_or_accepted(library: Library) -> None:
    day = a_ready_day(library)
    today = dt.date(2025, 9, 1)
    action = library.of_day(Action, day)[0]
    editing.change(library, Action, action.id, owner=None)
    study_days.set_status(library, day, DayStatus.DESIGN, today)

    with pytest.raises(NotReady) as caught:
        study_days.set_status(library, day, DayStatus.READY, today)

    assert [finding.rule for finding in caught.value.findings] == ["action-no-owner"]
    assert caught.value.figures == {"count": 1}
    assert library.bare(StudyDay, day).status is DayStatus.DESIGN
    finding = caught.value.findings[0]
    uids = [about.uid for about in finding.about]
    accepted = study_days.accept_finding(library, day, finding.rule, uids, "Volgt nog", by="Kim", date=today)
    study_days.set_status(library, day, DayStatus.READY, today)
    assert library.bare(StudyDay, day).status is DayStatus.READY
    whole = library.get(StudyDay, day)
    found = next(each for each in check(whole, read_setting(library, whole), today) if each.rule == "action-no-owner")
    assert found.accepted is not None
    assert found.accepted.reason == "Volgt nog"

    study_days.withdraw_acceptance(library, accepted)
    study_days.set_status(library, day, DayStatus.DESIGN, today)
    with pytest.raises(NotReady):
        study_days.set_status(library, day, DayStatus.READY, today)
    editing.change(library, Action, action.id, owner=library.every(Person)[0].id)
    study_days.set_status(library, day, DayStatus.READY, today)


def test_r003_a_day_with_only_a_timetable_is_one_off_until_something_follows(library: Library, day: int) -> None:
    today = dt.date(2025, 9, 1)

    def rules() -> set[str]:
        whole = library.get(StudyDay, day)
        return {finding.rule for finding in check(whole, read_setting(library, whole), today)}

    study_days.set_status(library, day, DayStatus.DESIGN, today)
    programme.add_block(library, day, Block(title="Lezing"), Spot(part=library.of_day(Part, day)[0].id))
    assert "one-off-day" in rules()
    noor = editing.create(library, Person(name="Noor"))
    action = Action(what="Proberen", owner=noor, due=RelativeDate(2))
    editing.create(library, action, ("study_day", day))
    assert "one-off-day" not in rules()
    library.undo()
    assert "one-off-day" in rules()
    library.redo()


def test_an_acceptance_of_the_same_finding_gets_the_new_reason(library: Library, day: int) -> None:
    first = study_days.accept_finding(library, day, "no-lunch", ["a", "b"], "Picknick")
    assert study_days.accept_finding(library, day, "no-lunch", ["b", "a"], "Buiten eten") == first
    assert [each.reason for each in library.of_day(Acceptance, day)] == ["Buiten eten"]
    with pytest.raises(InvalidValue):
        study_days.accept_finding(library, day, "no-lunch", [], "")


def test_another_rule_is_another_step(library: Library, day: int, stopwatch) -> None:
    stopwatch.pace = 1
    for threshold in (4, 5):
        study_days.set_rule(library, day, "too-many-goals", threshold=threshold)
    study_days.set_rule(library, day, "no-lunch", on=False)
    library.undo()
    assert [each.threshold for each in library.bare(StudyDay, day).rule_settings] == [5]
    library.undo()
    assert library.bare(StudyDay, day).rule_settings == ()


def test_a_rule_is_set_for_one_day_or_for_the_school_and_back(library: Library, day: int) -> None:
    study_days.set_rule(library, day, "too-many-goals", threshold=4)
    study_days.set_rule(library, day, "no-lunch", on=False)
    study_days.set_rule(library, None, "too-many-goals", threshold=5)
    settings = library.bare(StudyDay, day).rule_settings
    assert [(each.rule, each.on, each.threshold) for each in settings] == [
        ("too-many-goals", True, 4),
        ("no-lunch", False, None),
    ]
    assert library.get(School, 1).rule_settings[0].threshold == 5
    study_days.set_rule(library, day, "too-many-goals")
    assert [each.rule for each in library.bare(StudyDay, day).rule_settings] == ["no-lunch"]


def test_a_copy_keeps_the_design_and_leaves_the_occasion_behind(library: Library) -> None:
    today = dt.date(2025, 9, 1)
    day = a_ready_day(library)
    owner = ("study_day", day)
    sam = editing.create(library, Registration(name="Sam"), owner)
    block = library.of_day(Block, day)[0]
    programme.pin(library, block.id)
    programme.set_lead_status(library, add_lead(library, block.id, library.every(Person)[0].id), LeadStatus.CONFIRMED)
    choices.set_wishes(library, sam, None, [])
    measure = editing.create(library, Measure(title="Tevredenheid"), owner)
    editing.create(library, Result(measure=measure, mean=4.2), owner)
    editing.create(library, Insight(text="Meer tijd"), owner)
    need = Need(statement="Toetsen", date=dt.date(2025, 6, 12), baseline_measure=measure)
    editing.create(library, need, owner)
    fixed = Action(
        what="Zaal", due=OCT_31, state=ActionState.DONE, done_on=OCT_31, checklist=(ChecklistItem(done=True),)
    )
    editing.create(library, fixed, owner)
    study_days.set_status(library, day, DayStatus.HELD, today)

    everything = TakenOver(actions=[each.id for each in library.of_day(Action, day)])
    copy = library.get(StudyDay, begin_after(library, day, "Formatief handelen 2", everything, date=NOV_21))

    original = library.get(StudyDay, day)
    assert (copy.title, copy.status, copy.builds_on) == ("Formatief handelen 2", DayStatus.DESIGN, original.uid)
    assert [part.date for part in copy.parts] == [NOV_21]
    assert copy.registrations == copy.results == copy.insights == copy.preferences == ()
    assert copy.blocks[0].goals == (copy.goals[0].id,)
    assert copy.blocks[0].part == copy.parts[0].id
    assert copy.blocks[0].pinned_start == dt.time(9)
    assert copy.blocks[0].leads[0].status is LeadStatus.IDEA
    assert copy.needs[0].date == dt.date(2025, 6, 12)
    assert copy.needs[0].baseline_measure == copy.measures[0].id
    assert copy.actions[0].due == RelativeDate(2, DateUnit.WEEKS)
    room = copy.actions[1]
    assert (room.due, room.state, room.done_on, room.checklist[0].done) == (None, ActionState.OPEN, None, False)
    assert {copy.uid, copy.goals[0].uid}.isdisjoint({original.uid, original.goals[0].uid})
    undated = library.get(StudyDay, begin_after(library, copy.id, "Ooit", everything))
    assert [part.date for part in undated.parts] == [None]
    assert undated.builds_on == copy.uid
    with pytest.raises(NotFound):
        begin_after(library, 99, "Dag", everything)


@pytest.mark.outside_undo
def test_versions_count_up_and_stand_outside_undo(library: Library, day: int) -> None:
    heard: list[Change] = []
    library.listeners.append(heard.append)
    step = library.undo_step
    first = study_days.make_version(library, day, '{"a": 1}', name="Concept")
    assert study_days.make_version_if_changed(library, day, '{"a": 1}', document="programme") == first
    second = study_days.make_version_if_changed(library, day, '{"a": 2}', document="programme")
    versions = library.versions_of(day)
    assert [(each.id, each.number, each.name, each.document) for each in versions] == [
        (first, 1, "Concept", ""),
        (second, 2, "", "programme"),
    ]
    assert versions[0].made_on is not None
    assert library.undo_step is step
    assert [change.op for change in heard] == [Op.MAKE_VERSION] * 2
    assert heard[0].touches("version")
    with pytest.raises(NotFound):
        study_days.make_version(library, 99, "{}")
    editing.delete(library, StudyDay, day)
    assert library.versions_of(day) == []
    library.undo()
    assert library.versions_of(day) == versions


def test_a_template_is_a_design_to_begin_with(library: Library) -> None:
    day = a_ready_day(library)
    template = templates.save_as_template(library, day, "Onze dag", description="Elk jaar")
    editing.delete(library, StudyDay, day)

    made = decode(library.get(Template, template).content.encode()).day
    assert (made.title, made.status) == ("Formatief handelen", DayStatus.IDEA)
    assert [part.date for part in made.parts] == [None]
    assert made.blocks[0].goals == (made.goals[0].id,)
    assert made.actions[0].owner is None
    assert library.get(Template, template).title == "Onze dag"
