"""Rows on learning forms and the trajectory, on the figures of their examples."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studydag.model.operations import editing, study_days
from studydag.model.operations.trajectories import choose_form, days_of
from studydag.model.rules.calendar.rhythm import series_from
from studydag.model.rules.calendar.school_calendar import holidays_for, is_closed
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.workload import work_of
from studydag.model.rules.follow_up.form_steps import STEPS, first_of_moment, step_dates, steps_from
from studydag.model.rules.goals.learning_forms import propose
from studydag.model.rules.year_line import LaneKind, hours, mix, year_line
from studydag.model.store.library import Library
from studydag.model.store.starter import built_in
from studydag.model.values.choices import Registration
from studydag.model.values.dates import RelativeDate
from studydag.model.values.expertise import Deployment, DeploymentKind
from studydag.model.values.follow_up import Moment, MomentKind
from studydag.model.values.formats import LearningForm
from studydag.model.values.goals import Level
from studydag.model.values.school import DocumentLanguage, HolidayRegion
from studydag.model.values.study_day import Decision, DecisionAbout, StudyDay
from studydag.model.values.trajectory import Activity, ActivityParticipant, Trajectory
from tests.building import DAY, TODAY, a, a_block, a_day, a_goal, a_moment, a_person, a_setting, an_expert

FORMS = tuple(replace(form, id=number) for number, form in enumerate(built_in(LearningForm), 1))
BY_KEY = {form.key: form for form in FORMS}
HOLIDAYS = holidays_for(HolidayRegion.NL_MIDDLE, "", (2026, 2027))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "school.studydag", create=True) as opened:
        yield opened


def test_r045_several_forms_are_proposed_and_another_may_be_chosen_with_its_reason(library: Library) -> None:
    found = propose(FORMS, a_goal(1, level=Level.SCHOOL))

    assert len(found) >= 2
    day_form = next(each for each in found if each.form.key == "study_day")
    assert day_form.form.best_for_nl[day_form.reasons[0].best_for or 0] == "Schoolbrede thema’s"
    day = study_days.create(library, "A")
    coaching = next(each for each in library.every(LearningForm) if each.key == "coaching")
    why = "Three colleagues asked for help in their own lessons"
    choose_form(
        library,
        Decision(what="Coaching", about=DecisionAbout.LEARNING_FORM, learning_form=coaching.id, why=why),
        day=day,
    )
    kept = library.get(StudyDay, day).decisions
    assert [(each.learning_form, each.why) for each in kept] == [(coaching.id, why)]


def test_r045_what_the_user_says_it_is_about_counts_for_own_cards_too() -> None:
    own = a(LearningForm, 20, name_nl="Leesgroep", best_for_nl=("Samen lezen",))

    found = propose((*FORMS, own), wanted=("samen lezen",))

    assert own in [each.form for each in found]
    assert len(found) >= 2


def test_r051_to_r054_cards_say_what_the_source_says() -> None:
    def card(key: str) -> tuple[str, str]:
        form = BY_KEY[key]
        return ", ".join(form.advantages_nl), ", ".join(form.best_for_nl)

    assert len(FORMS) == 8
    assert card("study_day") == (
        "Collectief leren, teambuilding, gezamenlijke visievorming",
        "Schoolbrede thema’s, cultuurverandering",
    )
    assert card("training") == (
        "Diepgaande kennis, externe expertise, certificering",
        "Specialisatie, nieuwe vaardigheden",
    )
    assert card("study_trip") == (
        "Inspiratie, andere perspectieven, teambuilding",
        "Innovatie, visievorming, teamontwikkeling",
    )
    assert card("online") == (
        "Flexibiliteit, eigen tempo, brede toegankelijkheid",
        "Kennisverwerving, individuele leervragen",
    )
    for form in FORMS:
        assert len(form.advantages_en) == len(form.advantages_nl) == 3
        assert len(form.best_for_en) == len(form.best_for_nl) >= 2


def test_r047_lesson_study_is_five_dated_steps_without_names_and_holidays_are_flagged() -> None:
    texts = tuple((each.title, each.text) for each in STEPS["lesson_study"])
    steps = steps_from(texts, 2)
    activity = a(Activity, 1, begins_on=dt.date(2026, 11, 24), steps=steps)

    dates = [date for _step, date in step_dates(activity, Trajectory())]
    assert dates == [dt.date(2026, 11, 24) + dt.timedelta(weeks=2 * n) for n in range(5)]
    assert [each.person for each in steps] == [None] * 5
    marks = year_line(Trajectory(activities=(activity,)), (), HOLIDAYS, TODAY).marks
    assert [(mark.title, mark.first) for mark in marks if mark.closed] == [(steps[2].title, dt.date(2026, 12, 22))]


@pytest.mark.parametrize("form", STEPS)
def test_r047_to_r050_steps_move_along_with_the_day_on_which_one_begins(library: Library, form: str) -> None:
    trajectory = editing.create(library, Trajectory(title="A year", period_start=dt.date(2026, 9, 1)))
    steps = steps_from(tuple((each.title, each.text) for each in STEPS[form]), 2)
    activity = Activity(title=form, begins_on=dt.date(2027, 1, 11), steps=steps)
    series = Moment(title=form, first_date=RelativeDate(1), rhythm="FREQ=WEEKLY;INTERVAL=2", times=3)
    number = choose_form(library, activity=activity, trajectory=trajectory, meetings=series)
    assert number is not None

    def dates() -> tuple[list[dt.date | None], dt.date | None]:
        kept = library.get(Trajectory, trajectory)
        return [date for _, date in step_dates(kept.activities[0], kept)], first_of_moment(kept.moments[0], kept)

    before, first = dates()
    assert (before[0], first) == (dt.date(2027, 1, 11), dt.date(2027, 1, 18))
    editing.change(library, Activity, number, begins_on=dt.date(2027, 2, 1))
    after, later = dates()
    assert [(one - other).days for one, other in zip(after, before, strict=True) if one and other] == [21] * len(steps)
    assert later == dt.date(2027, 2, 8)
    editing.change(library, Activity, number, begins_on=None)
    assert dates()[0][0] == dt.date(2026, 9, 1)


def test_r048_a_plc_meets_six_times_every_three_weeks_never_in_a_holiday(library: Library) -> None:
    trajectory = editing.create(library, Trajectory(title="A year"))
    plc = next(each for each in library.every(LearningForm) if each.key == "plc")
    meetings = Moment(
        title="PLC",
        kind=MomentKind.MEETING,
        first_date=dt.date(2026, 9, 10),
        start=dt.time(15, 30),
        minutes=90,
        rhythm="FREQ=WEEKLY;INTERVAL=3;BYDAY=TH",
        times=6,
    )
    choose_form(library, activity=Activity(title="PLC", learning_form=plc.id), trajectory=trajectory, meetings=meetings)

    kept = library.get(Trajectory, trajectory)
    assert kept.moments[0].activity == kept.activities[0].id
    dates = series_from(kept.moments[0], dt.date(2026, 9, 10), HOLIDAYS).dates
    assert len(dates) == 6
    assert not any(is_closed(each, HOLIDAYS) for each in dates)
    library.undo()
    assert library.get(Trajectory, trajectory).activities == library.get(Trajectory, trajectory).moments == ()


def test_r056_the_mix_of_a_year_shows_that_nothing_is_informal() -> None:
    trajectory = a(Trajectory, 1, activities=(a(Activity, 1, title="PLC"),))
    days = [a_day(trajectory=1), a_day(id=2, trajectory=1), a_day(id=3, trajectory=1)]

    found = mix(trajectory, days)

    assert (found.days, found.formal, found.informal) == (3, 1, 0)
    line = year_line(trajectory, days, HOLIDAYS, TODAY)
    assert [(lane.kind, len(lane.marks)) for lane in line.lanes] == [(LaneKind.DAYS, 3), (LaneKind.FORMAL, 0)]


def test_r063_someone_has_seven_and_a_half_of_forty_hours_booked() -> None:
    noor = a_person(1, hours_budget=40)
    activity = a(Activity, 1, minutes=90, participants=(a(ActivityParticipant, 1, person=1),))
    day = a_day(a_block(1, 360), a(Registration, 1, person=1), trajectory=1)

    found = hours(a(Trajectory, 1, activities=(activity,)), [day], a_setting(noor))

    assert [(each.person.name, each.minutes / 60, (each.budget or 0) / 60) for each in found] == [("Noor", 7.5, 40)]


def test_r071_six_hours_of_meetings_after_a_day_count_as_work_after_it() -> None:
    alone = a_day(a_block(1, 390, preparation_minutes=120))
    meeting = a_moment(1, first_date=RelativeDate(1), minutes=60, rhythm="FREQ=WEEKLY", times=6)
    followed = a_day(a_block(1, 390, preparation_minutes=120), meeting)

    before, after = (work_of(Context(day, a_setting(), TODAY)) for day in (alone, followed))

    assert (before.before, before.on_the_day, before.after) == (120, 390, 0)
    assert (after.before, after.on_the_day, after.after) == (120, 390, 360)


def test_r101_the_period_of_process_guidance_stands_on_the_year_line() -> None:
    guidance = a(
        Deployment,
        1,
        kind=DeploymentKind.PROCESS_GUIDANCE,
        product="New timetable",
        period_start=dt.date(2026, 10, 1),
        period_end=dt.date(2027, 3, 1),
        due=RelativeDate(4),
    )
    line = year_line(a(Trajectory, 1), [a_day(an_expert(1, deployments=(guidance,)))], HOLIDAYS, TODAY)

    lane = next(each for each in line.lanes if each.kind is LaneKind.MILESTONES)
    assert [(each.title, each.first, each.last) for each in lane.marks] == [
        ("New timetable", dt.date(2026, 10, 1), dt.date(2027, 3, 1)),
        ("New timetable", DAY + dt.timedelta(weeks=4), DAY + dt.timedelta(weeks=4)),
    ]


def test_r101_dated_milestones_of_process_guidance_stand_on_the_year_line() -> None:
    told = "15-1-2027: eerste lesbezoeken\nzonder datum\nvr 5 maart 2027 tussenstand\n2027-06-10"
    guidance = a(Deployment, 1, kind=DeploymentKind.PROCESS_GUIDANCE, product="Nieuw rooster", milestones=told)
    line = year_line(a(Trajectory, 1), [a_day(an_expert(1, deployments=(guidance,)))], HOLIDAYS, TODAY)

    lane = next(each for each in line.lanes if each.kind is LaneKind.MILESTONES)
    assert [(each.title, each.first) for each in lane.marks] == [
        ("eerste lesbezoeken", dt.date(2027, 1, 15)),
        ("tussenstand", dt.date(2027, 3, 5)),
        ("Nieuw rooster", dt.date(2027, 6, 10)),
    ]


def test_the_holidays_of_the_year_are_stretches_with_their_names() -> None:
    holidays = holidays_for(HolidayRegion.NL_MIDDLE, "", (2026, 2027), language=DocumentLanguage.DUTCH)
    line = year_line(
        a(Trajectory, 1, period_start=dt.date(2026, 9, 1), period_end=dt.date(2027, 1, 31)), [], holidays, TODAY
    )

    names = [each.name for each in line.closures]
    assert "Herfstvakantie" in names
    christmas = next(each for each in line.closures if each.name == "Kerstvakantie")
    assert (christmas.last - christmas.first).days > 10


def test_the_days_of_a_trajectory_are_found(library: Library) -> None:
    trajectory = editing.create(library, Trajectory(title="A year"))
    day = study_days.create(library, "A", trajectory=trajectory)
    study_days.create(library, "B")

    assert [each.id for each in days_of(library, trajectory)] == [day]
