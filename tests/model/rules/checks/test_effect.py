import datetime as dt

import pytest

from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Approach, Instrument
from studydag.model.values.goals import ImpactRow
from studydag.model.values.school import EffectLevel, EvaluationWindow, School
from studydag.model.values.setting import Setting
from tests.building import DAY, a_block, a_day, a_goal, a_measure, a_need, a_part, a_round, an_impact
from tests.model.rules.checks.looking import concerned, figures, found, holds

REACTION, LEARNING, BEHAVIOUR, ORGANISATION, PUPILS, CLIMATE = EffectLevel


def days(number: int) -> RelativeDate:
    return RelativeDate(number, DateUnit.DAYS)


def months(number: int) -> RelativeDate:
    return RelativeDate(number, DateUnit.MONTHS)


def test_the_day_itself_is_evaluated():
    assert concerned("no-evaluation-in-programme", a_day(a_block(1))) == [["day"]]
    assert holds("no-evaluation-in-programme", a_day(a_block(1), a_measure(1, level=REACTION, block=1))) == [
        {"block": "Block 1"}
    ]


def test_a_later_level_or_a_parked_block_is_no_evaluation_of_the_day():
    assert found("no-evaluation-in-programme", a_day(a_block(1), a_measure(1, level=BEHAVIOUR, block=1)))
    assert found("no-evaluation-in-programme", a_day(a_block(1), a_block(2, part=None), a_measure(1, block=2)))
    assert found("no-evaluation-in-programme", a_day()) == ()


def test_levels_one_to_three_are_measured():
    assert concerned("levels-not-covered", a_day(a_measure(1, level=REACTION))) == [["day", "2"], ["day", "3"]]
    assert holds(
        "levels-not-covered",
        a_day(*(a_measure(n, level=level) for n, level in enumerate((REACTION, LEARNING, BEHAVIOUR), 1))),
    ) == [{"levels": 3}]


def test_a_goal_of_doing_has_its_own_measure_of_behaviour():
    goal = a_goal(1, does="They use exit tickets")
    others = a_measure(1, level=REACTION), a_measure(2, level=LEARNING)
    loose, own = a_measure(3, level=BEHAVIOUR), a_measure(3, level=BEHAVIOUR, goals=(1,))

    assert concerned("levels-not-covered", a_day(goal, *others, loose)) == [["goal-1"]]
    assert found("levels-not-covered", a_day(goal, *others, own)) == ()
    # It is said of the goal, and not of the day once more.
    assert concerned("levels-not-covered", a_day(goal, *others)) == [["goal-1"]]


def test_where_pupils_are_named_their_results_are_measured():
    named = an_impact(1, row=ImpactRow.PUPILS, expected_effect="They know their next step")
    measures = [a_measure(n, level=level) for n, level in enumerate((REACTION, LEARNING, BEHAVIOUR), 1)]

    assert concerned("levels-not-covered", a_day(named, *measures)) == [["day", "4_pupils"]]
    assert found("levels-not-covered", a_day(named, *measures, a_measure(4, level=PUPILS))) == ()
    blank = an_impact(1, row=ImpactRow.PUPILS, expected_effect=" ")
    assert found("levels-not-covered", a_day(blank, *measures)) == ()


def test_a_baseline_covers_no_level():
    assert ["day", "3"] in concerned("levels-not-covered", a_day(a_measure(1, level=BEHAVIOUR, when=RelativeDate(-2))))


@pytest.mark.parametrize(
    ("level", "when", "earliest", "latest"),
    [
        (BEHAVIOUR, days(0), "2026-12-24", "2027-02-12"),
        (BEHAVIOUR, RelativeDate(5), "2026-12-24", "2027-02-12"),
        (PUPILS, RelativeDate(2), "2027-05-12", "2027-11-12"),
        (ORGANISATION, months(5), "2027-05-12", "2027-11-12"),
        (LEARNING, RelativeDate(3), "2026-11-12", "2026-11-26"),
        (REACTION, days(1), "2026-11-12", "2026-11-12"),
    ],
)
def test_a_measure_outside_its_window(level: EffectLevel, when: RelativeDate, earliest: str, latest: str):
    (found_figures,) = figures("measure-too-early", a_day(a_measure(1, level=level, when=when)))

    assert (found_figures["level"], found_figures["earliest"], found_figures["latest"]) == (level, earliest, latest)


@pytest.mark.parametrize(
    ("level", "when"),
    [
        (REACTION, days(0)),
        (LEARNING, RelativeDate(2)),
        (BEHAVIOUR, RelativeDate(6)),
        (BEHAVIOUR, months(3)),
        (PUPILS, months(6)),
        (PUPILS, months(12)),
    ],
)
def test_a_measure_within_its_window(level: EffectLevel, when: RelativeDate):
    assert holds("measure-too-early", a_day(a_measure(1, level=level, when=when))) == [{"measures": 1}]


def test_what_is_no_measure_after_the_day_has_no_window():
    baseline = a_measure(1, level=BEHAVIOUR, when=RelativeDate(-2))
    pulse = a_measure(2, level=CLIMATE, when=days(0))
    undated = a_measure(3, level=BEHAVIOUR)

    assert found("measure-too-early", a_day(baseline, pulse, undated)) == ()
    assert found("measure-too-early", a_day(a_part(1, date=None), a_measure(1, level=BEHAVIOUR, when=days(0)))) == ()


def test_a_measure_in_a_block_has_the_date_of_the_block():
    option = a_round(1, a_block(2))

    assert (
        figures("measure-too-early", a_day(*option, a_measure(1, level=BEHAVIOUR, block=2)))[0]["date"] == "2026-11-12"
    )


def test_the_first_part_is_still_the_day_itself():
    parts = a_part(1), a_part(2, date=DAY + dt.timedelta(days=7))

    assert found("measure-too-early", a_day(*parts, a_block(1), a_measure(1, level=REACTION, block=1))) == ()


def test_the_school_has_its_own_windows():
    window = EvaluationWindow(level=BEHAVIOUR, earliest=RelativeDate(4), latest=RelativeDate(8))
    setting = Setting(school=School(evaluation_windows=(window,)))

    assert found("measure-too-early", a_day(a_measure(1, level=BEHAVIOUR, when=RelativeDate(4))), setting) == ()


def test_a_measure_to_compare_has_a_baseline():
    post = a_measure(1, level=BEHAVIOUR, when=RelativeDate(6))
    pre = a_measure(2, level=BEHAVIOUR, when=RelativeDate(-2))
    compared = a_measure(1, level=BEHAVIOUR, when=RelativeDate(6), baseline_measure=2)

    assert concerned("no-baseline", a_day(post, pre)) == [["measure-1"]]
    assert figures("no-baseline", a_day(post)) == [{"level": "3"}]
    assert holds("no-baseline", a_day(compared, pre)) == [{"measures": 1}]


def test_what_a_later_measure_is_compared_with_needs_no_baseline_itself():
    first = a_measure(1, level=BEHAVIOUR, when=RelativeDate(6))
    later = a_measure(2, level=BEHAVIOUR, when=RelativeDate(12), baseline_measure=1)

    assert ["measure-1"] not in concerned("no-baseline", a_day(first, later))


def test_a_figure_from_before_is_a_baseline_too():
    post = a_measure(1, level=BEHAVIOUR, when=RelativeDate(6), goals=(1,))

    assert found("no-baseline", a_day(a_goal(1, baseline=54.0), post)) == ()
    assert found("no-baseline", a_day(a_goal(1, needs=(1,)), a_need(1, value=54.0), post)) == ()


def test_words_and_reactions_need_no_baseline_but_a_pre_and_post_test_does():
    words = a_measure(1, level=BEHAVIOUR, approach=Approach.QUALITATIVE, when=RelativeDate(6))
    reaction = a_measure(2, level=REACTION, when=days(0))
    test = a_measure(3, level=LEARNING, instruments=(Instrument.PRE_POST_TEST,), when=days(0))

    assert found("no-baseline", a_day(words, reaction)) == ()
    assert found("no-baseline", a_day(a_measure(4, level=LEARNING, when=days(0)))) == ()
    assert concerned("no-baseline", a_day(test)) == [["measure-3"]]


def test_before_the_day_and_after_it():
    post = a_measure(1, level=BEHAVIOUR, when=RelativeDate(6), baseline_measure=2)
    early_post = a_measure(1, level=BEHAVIOUR, when=days(0), baseline_measure=2)
    late_pre, pre = a_measure(2, level=BEHAVIOUR, when=days(0)), a_measure(2, level=BEHAVIOUR, when=RelativeDate(-2))

    assert figures("no-baseline", a_day(post, late_pre)) == [{"date": "2026-11-12", "day": "2026-11-12"}]
    assert figures("no-baseline", a_day(early_post, pre)) == [{"date": "2026-11-12", "day": "2026-11-12"}]


def test_several_dates_after_the_day():
    one = a_measure(1, when=RelativeDate(6)), a_measure(2, when=RelativeDate(6))

    assert figures("one-moment-only", a_day(*one)) == [{"dates": 1, "limit": 2}]
    assert holds("one-moment-only", a_day(*one, a_measure(3, when=months(6)))) == [{"dates": 2, "limit": 2}]
    assert found("one-moment-only", a_day()) == ()


def test_figures_and_words():
    numbers, words, both = (a_measure(n, approach=approach) for n, approach in enumerate(Approach, 1))

    assert figures("only-numbers", a_day(numbers)) == [{"quantitative": 1, "qualitative": 0}]
    assert figures("only-numbers", a_day(words)) == [{"quantitative": 0, "qualitative": 1}]
    assert holds("only-numbers", a_day(numbers, words)) == [{"quantitative": 1, "qualitative": 1}]
    assert holds("only-numbers", a_day(both)) == [{"quantitative": 1, "qualitative": 1}]
    assert found("only-numbers", a_day()) == ()


def test_what_is_measured_on_the_day_is_no_date_after_it():
    on_the_day, after = a_measure(1, level=LEARNING, when=days(0)), a_measure(2, level=BEHAVIOUR, when=RelativeDate(6))

    assert [each["dates"] for each in figures("one-moment-only", a_day(on_the_day, after))] == [1]
