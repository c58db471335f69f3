"""What answers come to, and what may be shown of them: the same rule for the pulse, the screens and the documents."""

import datetime as dt
import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.effect.figures import (
    answers,
    can_be_shown,
    complete,
    figures,
    kept_back,
    mean_and_spread,
    steps_of,
)
from studydag.model.rules.effect.pulse import pulse
from studydag.model.rules.effect.result_rows import result_rows
from studydag.model.rules.effect.results import comparisons
from studydag.model.values.effect import Measure, Result
from studydag.model.values.questions import Question, QuestionKind, QuestionSet
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay

SCALE = Question(id=3, text_nl="Ik durf", scale_low=1, scale_high=5)
SET = QuestionSet(id=9, questions=(SCALE,))
CHOICE = Question(id=4, kind=QuestionKind.CHOICE, choices_nl=("deze week", "later"), choices_en=("this week",))


@given(st.lists(st.integers(0, 12), min_size=1, max_size=11), st.integers(0, 3))
def test_mean_and_spread_are_those_of_the_answers_one_by_one(counts: list[int], low: int) -> None:
    scores = [step for step, count in enumerate(counts, low) for _ in range(count)]
    mean, spread = mean_and_spread(counts, low)
    if not scores:
        assert (mean, spread) == (None, None)
        return
    assert mean == pytest.approx(statistics.fmean(scores))
    assert spread == pytest.approx(statistics.pstdev(scores), abs=1e-9)


@given(st.lists(st.integers(0, 4), min_size=5, max_size=5), st.integers(1, 12))
def test_fewer_answers_than_the_school_says_show_no_figure_anywhere(counts: list[int], minimum: int) -> None:
    result = Result(id=1, measure=1, question=3, distribution=tuple(counts))
    found = figures(result, EffectLevel.REACTION, SCALE, minimum)
    hidden = sum(counts) < minimum
    if not any(counts):
        return
    assert found.hidden is hidden
    assert (found.mean is None) is hidden
    assert (found.counts == ()) is hidden
    assert found.n == sum(counts)


@pytest.mark.parametrize("n", [None, 1, 4, 5, 30])
def test_the_pulse_is_hidden_among_the_comparisons_as_it_is_on_the_climate(n: int | None) -> None:
    measure = Measure(id=1, level=EffectLevel.CLIMATE)
    day = StudyDay(measures=(measure,), results=(Result(id=1, measure=1, n=n, mean=3.4),))
    (shown,), (compared,) = pulse(day, 5).before + pulse(day, 5).after, comparisons(day, 5)
    assert shown.is_hidden is compared.hidden is (n is None or n < 5)


few = st.lists(st.integers(0, 6), min_size=3, max_size=3)


@given(st.lists(few, min_size=1, max_size=5), st.integers(1, 8))
def test_no_two_results_that_are_shown_tell_what_a_few_people_answered(dates: list[list[int]], minimum: int) -> None:
    measure = Measure(id=1, level=EffectLevel.REACTION)
    results = tuple(
        Result(id=number, measure=1, question=3, distribution=tuple(counts)) for number, counts in enumerate(dates, 1)
    )
    out = kept_back(results, (measure,), minimum)
    shown = [each.distribution for each in results if each.id not in out]
    assert all(sum(each) >= minimum for each in shown)
    for one in shown:
        for other in shown:
            more = [b - a for a, b in zip(one, other, strict=True)]
            assert min(more) < 0 or sum(more) == 0 or sum(more) >= minimum


def test_the_first_five_of_six_forms_are_not_shown_beside_all_six() -> None:
    first, all_six = (
        Result(id=number, measure=1, question=3, distribution=counts, date=dt.date(2027, 3, number))
        for number, counts in ((1, (0, 0, 5)), (2, (1, 0, 5)))
    )
    day = StudyDay(measures=(Measure(id=1, level=EffectLevel.REACTION),), results=(first, all_six))
    assert kept_back(day.results, day.measures, 5) == {1}
    assert [row.hidden for row in result_rows(day.measures[0], day, (SET,), dt.date(2027, 3, 1), 5)] == [True, False]
    (found,) = comparisons(day, 5)
    assert (found.result, found.hidden) == (complete(all_six, None), False)
    apart = replace(first, distribution=(0, 3, 2))
    assert kept_back((apart, all_six), day.measures, 5) == frozenset()


def test_an_indicator_of_the_school_has_nobody_to_hide() -> None:
    assert can_be_shown(Result(measure=1, mean=54.0), EffectLevel.PUPILS, 5)
    assert not can_be_shown(Result(measure=1, question=3, mean=4.0), EffectLevel.PUPILS, 5)


def test_what_was_counted_goes_before_what_was_noted() -> None:
    found = complete(Result(measure=1, question=3, n=99, mean=1.0, distribution=(0, 0, 2, 2, 1)), SCALE)
    assert (found.n, found.mean) == (5, 3.8)
    assert answers(Result(measure=1, n=4, distribution=(3, 3))) == 4
    chosen = complete(Result(measure=1, question=4, distribution=(6, 2)), CHOICE)
    assert (chosen.n, chosen.mean) == (8, None)


def test_steps_are_those_of_the_scale_or_the_choices_and_words_have_none() -> None:
    assert steps_of(SCALE) == range(1, 6)
    assert steps_of(CHOICE) == range(1, 3)
    assert steps_of(Question(kind=QuestionKind.OPEN)) is None
    assert steps_of(None) is None


def test_enough_new_answers_or_those_to_another_question_keep_nothing_back() -> None:
    measure = Measure(id=1, level=EffectLevel.REACTION)
    first = Result(id=1, measure=1, question=3, distribution=(0, 0, 5))
    assert kept_back((first, Result(id=2, measure=1, question=3, distribution=(5, 0, 5))), (measure,), 5) == frozenset()
    assert kept_back((first, Result(id=2, measure=1, question=4, distribution=(1, 0, 5))), (measure,), 5) == frozenset()
    assert kept_back((first, Result(id=2, measure=1, question=3, distribution=(4, 0, 5))), (measure,), 5) == {1}


def test_where_nothing_was_counted_what_was_noted_stays() -> None:
    noted = Result(measure=1, question=3, n=8, mean=3.5, distribution=(0, 0, 0, 0, 0))
    assert complete(noted, SCALE) == noted


def test_a_scale_that_is_written_the_wrong_way_round_has_one_step() -> None:
    assert steps_of(Question(id=5, scale_low=5, scale_high=1)) == range(5, 6)
