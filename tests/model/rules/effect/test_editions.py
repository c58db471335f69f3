"""Editions side by side: the design of each day in figures, what came of it, and which days belong together."""

import datetime as dt

from studydag.model.rules.effect.editions import by_date, edition, related
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Insight, Result, Verdict
from studydag.model.values.follow_up import ActionState
from studydag.model.values.phases import Phase
from studydag.model.values.school import EffectLevel
from tests.building import a, a_block, a_day, a_measure, a_part, a_setting, an_action


def test_a_day_in_figures_has_its_design_and_its_results() -> None:
    day = a_day(
        a_part(1),
        a_block(1, minutes=30, phase=Phase.KNOWLEDGE, activity=1),
        a_block(2, minutes=90, phase=Phase.APPLICATION, activity=4),
        an_action(1, due=RelativeDate(2), state=ActionState.DONE),
        an_action(2, due=RelativeDate(3)),
        an_action(3, due=RelativeDate(-3)),
        a_measure(1, level=EffectLevel.REACTION),
        a_measure(2, level=EffectLevel.LEARNING),
        a(Result, 1, measure=1, mean=4.0, n=26),
        a(Result, 2, measure=2, mean=2.0, n=4),
        a(Insight, 1, text="Korter", verdict=Verdict.CHANGE),
    )
    found = edition(day, a_setting())
    assert found.minutes == {Phase.KNOWLEDGE: 30, Phase.APPLICATION: 90}
    assert found.active == 0.75
    assert (found.actions, found.done) == (2, 1)
    assert {level: figure.mean for level, figure in found.results.items()} == {EffectLevel.REACTION: 4.0}
    assert found.learned == {Verdict.CHANGE: 1}


def test_editions_are_the_line_of_days_that_build_on_each_other_and_the_trajectory() -> None:
    day = a_day(trajectory=4)
    links = {
        "first": ("", None),
        day.uid: ("first", 4),
        "next": (day.uid, None),
        "after next": ("next", None),
        "same trajectory": ("", 4),
        "other": ("", 5),
        "alone": ("", None),
    }
    assert related(day, links) == ("first", day.uid, "next", "after next", "same trajectory")


def test_days_stand_by_date_and_those_without_one_last() -> None:
    early = a_day(a_part(1, date=dt.date(2026, 1, 5)), id=3)
    bare = a_day(a_part(1, date=None), id=1)
    late = a_day(a_part(1, date=dt.date(2027, 1, 5)), id=2)
    assert [each.id for each in by_date([bare, late, early])] == [3, 2, 1]
