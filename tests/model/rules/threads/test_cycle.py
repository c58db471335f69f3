"""Where a study day stands in the cycle of improvement, and what is open there."""

import datetime as dt
from dataclasses import replace

from studydag.model.rules.threads.cycle import Stage, seems_held, standing
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.day_status import DayStatus
from studydag.model.values.effect import Insight, Measure, Result
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.goals import Goal, Need
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay

DAY = dt.date(2027, 3, 11)
TODAY = dt.date(2027, 4, 10)
HELD = StudyDay(
    needs=(Need(id=1, statement="feedback"),),
    goals=(Goal(id=1, sentence="After this day …"),),
    parts=(Part(id=1, date=DAY),),
    actions=(Action(id=1, what="try it", due=RelativeDate(2, DateUnit.WEEKS), state=ActionState.DONE),),
    measures=(Measure(id=1, title="Exit ticket", level=EffectLevel.LEARNING, when=RelativeDate(0)),),
)


def test_r122_after_the_day_without_a_result_of_level_2_it_stops_at_measure_with_what_is_open() -> None:
    found = standing(HELD, TODAY)
    assert found.stage is Stage.MEASURE
    assert [item.reference for item in found.open] == [("measure", 1)]
    assert found.is_past(Stage.FOLLOW_UP)
    assert not found.is_past(Stage.LESSONS)
    without = standing(replace(HELD, measures=()), TODAY)
    assert without.stage is Stage.MEASURE
    assert "level 2" in without.open[0].missing


def test_r122_it_goes_on_stage_by_stage() -> None:
    assert standing(StudyDay(), TODAY).stage is Stage.NEEDS
    assert standing(replace(HELD, goals=()), TODAY).stage is Stage.GOALS
    assert standing(HELD, DAY).stage is Stage.DAY
    late = replace(HELD, actions=(replace(HELD.actions[0], state=ActionState.BUSY),))
    assert [item.title for item in standing(late, TODAY).open] == ["try it"]
    assert standing(late, TODAY).stage is Stage.FOLLOW_UP
    assert standing(replace(HELD, actions=()), TODAY).stage is Stage.FOLLOW_UP
    measured = replace(HELD, results=(Result(id=1, measure=1, n=26, mean=7.4),))
    assert standing(measured, TODAY).stage is Stage.LESSONS
    learned = replace(measured, insights=(Insight(id=1, text="Shorter"), Insight(id=2, text="x", taken_along_to="u")))
    assert standing(learned, TODAY).stage is Stage.NEXT
    assert [item.reference for item in standing(learned, TODAY).open] == [("insight", 1)]
    round_again = replace(learned, insights=(replace(learned.insights[0], taken_along_to="u"),))
    assert standing(round_again, TODAY).stage is None


def test_while_the_day_is_held_it_is_not_said_to_be_still_to_come() -> None:
    two = replace(HELD, parts=(*HELD.parts, Part(id=2, date=DAY + dt.timedelta(days=7))))
    said = [standing(day, on).open[0].missing for day, on in ((HELD, DAY), (two, DAY), (HELD, DAY - dt.timedelta(1)))]
    assert said == ["The day is today.", "The days are under way.", "The day is still to come."]


def test_r122_what_is_due_today_is_not_late_and_what_is_measured_today_is_open() -> None:
    busy = replace(HELD, actions=(replace(HELD.actions[0], due=TODAY, state=ActionState.BUSY),))
    assert standing(busy, TODAY).stage is Stage.MEASURE
    assert standing(busy, TODAY + dt.timedelta(days=1)).stage is Stage.FOLLOW_UP
    today = replace(HELD, measures=(replace(HELD.measures[0], when=TODAY),))
    assert [item.reference for item in standing(today, TODAY).open] == [("measure", 1)]
    assert not standing(today, TODAY).is_past(Stage.MEASURE)


def test_a_day_whose_date_is_past_or_that_was_run_to_its_end_seems_held_until_it_is_marked_so() -> None:
    on = Block(id=2, part=1, actual_start=dt.time(9))
    over = replace(on, actual_end=dt.time(10))
    assert seems_held(HELD, DAY + dt.timedelta(1))
    assert not seems_held(HELD, DAY)
    assert not seems_held(replace(HELD, blocks=(on,)), DAY)
    assert seems_held(replace(HELD, blocks=(over, Block(id=3, part=1, cancelled=True), Block(id=4))), DAY)
    assert not seems_held(replace(HELD, status=DayStatus.HELD), TODAY)
