"""Rows on what is kept going after the day: insights to actions, successes, the monitor, the cycle, the windows."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studydag.export.agenda_words import agenda_text
from studydag.export.names import Names
from studydag.model.operations import editing, study_days
from studydag.model.operations.due import due_until
from studydag.model.operations.follow_up import action_from_insight
from studydag.model.operations.setting import read_setting
from studydag.model.rules.checking import check
from studydag.model.rules.effect.results import comparisons
from studydag.model.rules.follow_up.agenda import agenda
from studydag.model.rules.threads.cycle import Stage, standing
from studydag.model.store.library import Library
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Insight, Measure, Result, Success, Verdict
from studydag.model.values.expertise import Ambassador
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import EffectLevel, EvaluationWindow, Person, School
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import DayStatus, StudyDay
from tests.building import (
    a,
    a_day,
    a_goal,
    a_measure,
    a_moment,
    a_need,
    a_part,
    a_person,
    a_setting,
    an_action,
    an_expert,
)
from tests.export.printing_days import DUTCH, in_order, text

DAY = dt.date(2026, 11, 12)
TODAY = dt.date(2027, 1, 11)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "school.studydag", create=True) as opened:
        yield opened


@pytest.fixture
def day(library: Library) -> int:
    return study_days.create(library, "Formatief handelen", first_part=Part(date=DAY))


def test_r028_an_insight_becomes_an_action_with_its_text_and_a_link_to_its_item(library: Library, day: int):
    home = ("study_day", day)
    block = editing.create(library, Block(title="Werkplaats", part=library.of_day(Part, day)[0].id, minutes=60), home)
    note = editing.create(library, Insight(text="Exitkaart eerst in één klas", block=block), home)
    action = library.get(Action, action_from_insight(library, note))
    assert (action.what, action.block) == ("Exitkaart eerst in één klas", block)
    assert library.owner_of(Action, action.id) == home
    library.undo()
    assert library.get(StudyDay, day).actions == ()
    assert [each.text for each in library.get(StudyDay, day).insights] == ["Exitkaart eerst in één klas"]


def test_r069_two_successes_since_the_last_meeting_are_listed_under_vieren_at_the_next():
    met, following = DAY + dt.timedelta(weeks=3), DAY + dt.timedelta(weeks=6)
    meetings = a_moment(1, title="Teamoverleg", first_date=met, rhythm="FREQ=WEEKLY;INTERVAL=3", times=2)
    day = a_day(
        a_part(1, date=DAY),
        meetings,
        a(Success, 1, what="Al gevierd", date=met),
        a(Success, 2, what="2B vraagt door", who="Noor", date=met + dt.timedelta(days=1)),
        a(Success, 3, what="Alle secties ruilen rubrics", evidence="gedeelde map", date=following),
    )
    found = agenda(meetings, following, day, Holidays())
    lines = agenda_text(found, Names(day, a_setting(), DUTCH), DUTCH).splitlines()
    below = lines[lines.index("Vieren") + 1 :]
    assert below == ["- 2B vraagt door (Noor)", "- Alle secties ruilen rubrics – gedeelde map"]


def test_r103_the_card_of_an_ambassador_says_who_for_whom_what_and_how_much_time():
    noor = Ambassador(
        id=1, uid="a", person=7, topic="Exitkaarten", audience="bovenbouw", does="kijkt mee in de les", minutes=1200
    )
    day = a_day(an_expert(1, ambassadors=(noor,)))
    shown = text("partner", day, a_setting(a_person(7, "Noor Valk")), DUTCH)
    card = ("Noor Valk", "Exitkaarten", "bovenbouw", "kijkt mee in de les", "20 u")
    assert in_order(shown, "Ambassadeur", *card)
    assert "nog geen tijd" in text(
        "partner", a_day(an_expert(1, ambassadors=(replace(noor, minutes=None),))), None, DUTCH
    )


def test_r108_54_percent_to_70_percent_on_15_march_is_compared_with_what_was_found():
    goal = a_goal(1, indicator="Lessen met een exitkaart", baseline=54, target=70, unit="%")
    before = a_measure(1, level=EffectLevel.BEHAVIOUR, goals=(1,), when=RelativeDate(-2))
    after = a_measure(2, level=EffectLevel.BEHAVIOUR, goals=(1,), when=dt.date(2027, 3, 15), baseline_measure=1)
    found = a(Result, 1, measure=1, mean=54.0), a(Result, 2, measure=2, mean=66.0)
    day = a_day(replace(goal, target_due=dt.date(2027, 3, 15)), before, after, *found)
    (each,) = comparisons(day, 5)
    assert (each.difference, each.target, each.unit) == (12.0, 70, "%")
    assert "Voor: 54 · na: 66 · verschil: +12 · streefwaarde: 70%" in text("effect", day, a_setting(), DUTCH)


def test_r114_a_baseline_lies_before_the_day_and_what_it_is_compared_with_after_it():
    def found(pre: RelativeDate, post: RelativeDate) -> int:
        day = a_day(
            a_measure(1, level=EffectLevel.LEARNING, when=pre),
            a_measure(2, level=EffectLevel.LEARNING, when=post, baseline_measure=1),
            status=DayStatus.DESIGN,
        )
        return sum(each.rule == "no-baseline" for each in check(day, a_setting(), TODAY))

    day = DateUnit.DAYS
    assert found(RelativeDate(-1, day), RelativeDate(1, day)) == 0
    assert found(RelativeDate(0, day), RelativeDate(1, day)) == 1
    assert found(RelativeDate(-1, day), RelativeDate(-1, day)) == 1


def test_r118_windows_that_the_school_changed_are_kept_in_the_file_and_used_by_checks(tmp_path: Path):
    path = tmp_path / "school.studydag"
    window = EvaluationWindow(level=EffectLevel.BEHAVIOUR, earliest=RelativeDate(3), latest=RelativeDate(12))

    def too_early(library: Library) -> int:
        stored = library.every(StudyDay)[0]
        return sum(each.rule == "measure-too-early" for each in check(stored, read_setting(library, stored), TODAY))

    with Library.open(path, create=True) as library:
        number = study_days.create(library, "Formatief handelen", first_part=Part(date=DAY))
        study_days.set_status(library, number, DayStatus.DESIGN, TODAY)
        visit = Measure(title="Lesbezoek", level=EffectLevel.BEHAVIOUR, when=RelativeDate(4))
        editing.create(library, visit, ("study_day", number))
        assert too_early(library) == 1
        editing.change(library, School, library.every(School)[0].id, evaluation_windows=(window,))
    with Library.open(path) as library:
        assert library.every(School)[0].evaluation_windows == (window,)
        assert too_early(library) == 0


HELD = a_day(
    a_part(1, date=DAY),
    a_need(1),
    a_goal(1),
    an_action(1, due=RelativeDate(2), state=ActionState.DONE),
    a_measure(1, title="Exitkaart", level=EffectLevel.LEARNING, when=RelativeDate(0)),
    a_measure(2, title="Lesbezoek", level=EffectLevel.BEHAVIOUR, when=RelativeDate(7)),
    a_measure(3, title="Toets", level=EffectLevel.PUPILS, when=RelativeDate(6, DateUnit.MONTHS)),
)


def test_r122_after_a_day_without_a_result_of_level_2_the_cycle_stops_at_measure_with_what_is_open():
    stands = standing(HELD, TODAY)
    assert stands.stage is Stage.MEASURE
    # What is to be measured only later does not stop it.
    assert [each.title for each in stands.open] == ["Exitkaart", "Lesbezoek"]
    measured = replace(HELD, results=tuple(a(Result, n, measure=n, n=20, mean=4.0) for n in (1, 2)))
    assert standing(measured, TODAY).stage is Stage.LESSONS


def test_r124_on_a_given_date_the_monitor_has_what_is_overdue_and_due_within_30_days_each_time(
    library: Library, day: int
):
    other = study_days.create(library, "Studiedag lente", first_part=Part(date=dt.date(2027, 3, 11)))
    noor = editing.create(library, Person(name="Noor"))
    things = (
        (day, Action(what="Te laat", due=RelativeDate(6), owner=noor)),
        (day, Action(what="Gedaan", due=RelativeDate(6), state=ActionState.DONE)),
        (day, Action(what="Werkte niet", due=RelativeDate(6), state=ActionState.DID_NOT_WORK)),
        (day, Measure(title="Lesbezoek", level=EffectLevel.BEHAVIOUR, when=TODAY + dt.timedelta(days=30))),
        (day, Measure(title="Na 31 dagen", level=EffectLevel.BEHAVIOUR, when=TODAY + dt.timedelta(days=31))),
        (other, Measure(title="Nulmeting", level=EffectLevel.BEHAVIOUR, when=RelativeDate(-6))),
        (other, Moment(title="Inbreng ophalen", first_date=TODAY)),
    )
    for home, thing in things:
        editing.create(library, thing, ("study_day", home))
    last = TODAY + dt.timedelta(days=30)
    found = [(each.title, each.owner, each.date) for each in due_until(library, TODAY, last)]
    assert found == [
        ("Te laat", "Noor", dt.date(2026, 12, 24)),
        ("Inbreng ophalen", "", TODAY),
        ("Nulmeting", "", dt.date(2027, 1, 28)),
        ("Lesbezoek", "", last),
    ]
    assert [(each.title, each.owner, each.date) for each in due_until(library, TODAY, last)] == found


def test_r120_r121_lessons_of_a_format_know_what_they_are_about(library: Library, day: int):
    from studydag.model.rules.effect.lessons import lessons_about
    from studydag.model.store.lesson_rows import lesson_rows
    from studydag.model.values.formats import WorkingFormat

    speeddate = next(each for each in library.every(WorkingFormat) if "speed" in each.key)
    insight = Insight(text="Korter", verdict=Verdict.CHANGE, working_format=speeddate.id)
    editing.create(library, insight, ("study_day", day))
    following = study_days.create(library, "Volgend jaar")
    lessons = lesson_rows(library)
    assert [each.text for each in lessons_about(lessons, day=following, working_format=speeddate.id)] == ["Korter"]
    assert lessons_about(lessons, day=day, working_format=speeddate.id) == ()
