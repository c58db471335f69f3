"""What was found: response, baseline beside result, the order of the levels, and what may not be shown."""

import datetime as dt

from studydag.model.rules.effect.results import GUSKEY, KIRKPATRICK, comparisons, in_order, response
from studydag.model.values.effect import Measure, Result
from studydag.model.values.goals import Goal
from studydag.model.values.questions import Question
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay

PAIR = (
    Measure(id=1, title="before", level=EffectLevel.LEARNING),
    Measure(id=2, title="after", level=EffectLevel.LEARNING, baseline_measure=1, goals=(7,)),
)


def test_r109_26_of_31_forms_is_a_response_of_84_percent() -> None:
    share = response(Result(measure=1, n=26, invited=31))
    assert share is not None
    assert round(share * 100) == 84
    assert response(Result(measure=1, n=26)) is None


def test_r110_before_and_after_differ_by_1_3_and_n_differs() -> None:
    results = (Result(id=1, measure=1, n=28, mean=6.1), Result(id=2, measure=2, n=26, mean=7.4))
    goals = (Goal(id=7, sentence="x", target=7.0, unit="points"),)
    (found,) = comparisons(StudyDay(measures=PAIR, results=results, goals=goals), 5)
    assert found.difference == 1.3
    assert found.n_differs
    assert (found.target, found.unit, found.hidden) == (7.0, "points", False)


def test_a_target_on_another_scale_or_of_how_people_liked_it_is_not_drawn() -> None:
    results = (Result(id=1, measure=1, n=28, mean=2.8), Result(id=2, measure=2, n=26, mean=4.4))
    goals = (Goal(id=7, sentence="x", target=60.0, unit="%"),)
    (found,) = comparisons(StudyDay(measures=PAIR, results=results, goals=goals), 5)
    assert (found.target, found.unit) == (None, "")
    liked = Measure(id=3, level=EffectLevel.REACTION, goals=(7,))
    day = StudyDay(measures=(liked,), results=(Result(id=1, measure=3, n=9, mean=50.0),), goals=goals)
    assert comparisons(day, 5)[0].target is None


def test_a_group_that_is_too_small_is_hidden_and_the_newest_result_counts() -> None:
    results = (Result(id=1, measure=1, n=4, mean=6.1), Result(id=2, measure=2, n=26, mean=7.4))
    (found,) = comparisons(StudyDay(measures=PAIR, results=results), 5)
    assert found.hidden
    later = (
        Result(id=3, measure=2, n=20, mean=7.0, date=dt.date(2027, 4, 1)),
        Result(id=4, measure=2, n=20, mean=8.0, date=dt.date(2027, 3, 1)),
    )
    (found,) = comparisons(StudyDay(measures=PAIR, results=later), 5)
    assert found.result is not None
    assert found.result.mean == 7.0
    assert found.difference is None


def test_r106_the_same_measures_stand_in_the_order_of_kirkpatrick_and_of_guskey() -> None:
    measures = tuple(Measure(id=number, level=level) for number, level in enumerate(reversed(KIRKPATRICK), 1))
    levels = [each.level for each in in_order(measures, GUSKEY)]
    assert levels.index(EffectLevel.ORGANISATION) < levels.index(EffectLevel.BEHAVIOUR)
    assert tuple(each.level for each in in_order(measures, KIRKPATRICK)) == KIRKPATRICK
    assert set(levels) == set(EffectLevel)


def test_where_nobody_was_asked_there_is_no_response() -> None:
    assert response(Result(measure=1, n=0, invited=0)) is None


def test_what_has_no_date_is_older_than_what_has_one() -> None:
    found = (
        Result(id=3, measure=2, n=20, mean=8.0, date=dt.date(2027, 3, 1)),
        Result(id=9, measure=2, n=20, mean=7.0),
    )
    (compared,) = comparisons(StudyDay(measures=PAIR, results=found), 5)
    assert compared.result is not None
    assert compared.result.mean == 8.0


def test_questions_stand_in_their_order_those_nobody_knows_last_and_the_target_is_of_the_whole() -> None:
    results = tuple(
        Result(id=place, measure=2, question=question, n=20, mean=7.0)
        for place, question in enumerate((99, 6, 5, None), 1)
    )
    goals = (Goal(id=7, sentence="x", target=7.0, unit="points"),)
    questions = {number: Question(id=number) for number in (5, 6)}
    found = comparisons(StudyDay(measures=PAIR, results=results, goals=goals), 5, questions=questions)
    assert [each.question for each in found] == [None, 5, 6, 99]
    assert [(each.target, each.unit) for each in found] == [(7.0, "points"), *[(None, "")] * 3]
