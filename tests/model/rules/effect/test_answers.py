"""Answers of a forms service: what counts, what is refused and on which line, and what they come to."""

import datetime as dt

import pytest

from studydag.model.rules.effect.answers import counted, read_answers, result_of
from studydag.model.rules.goals.scan_scores import ScoreLine
from studydag.model.values.questions import Question, QuestionKind

TODAY = dt.date(2027, 2, 12)
SCALE = Question(id=3, low_label_nl="helemaal niet", high_label_nl="helemaal wel", high_label_en="very much")
CHOICE = Question(
    id=4, kind=QuestionKind.CHOICE, choices_nl=("Deze week", "Later"), choices_en=("This week", "Later on")
)
OPEN = Question(id=5, kind=QuestionKind.OPEN)


def lines(*cells: str) -> list[ScoreLine]:
    return [ScoreLine(line=number, cells=(cell,)) for number, cell in enumerate(cells, 2)]


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        ("4", 4.0),
        ("4,0", 4.0),
        ("4 - eens", 4.0),
        ("4 (eens)", 4.0),
        ("Helemaal wel", 5.0),
        ("Very much", 5.0),
        ("Helemaal mee eens", 5.0),
        ("Oneens", 2.0),
        ("neutral", 3.0),
        ("Niet mee eens / niet mee oneens", 3.0),
        ("Volledig mee oneens", 1.0),
    ],
)
def test_steps_are_read_as_forms_services_write_them(cell: str, score: float) -> None:
    assert read_answers(lines(cell), 0, SCALE).numbers == (score,)


def test_each_line_that_does_not_fit_is_refused_by_its_number() -> None:
    found = read_answers(lines("4", "6", "", "soms", "3,5", "5"), 0, SCALE)
    assert found.numbers == (4.0, 5.0)
    assert [each.line for each in found.refused] == [3, 5, 6]
    assert (found.people, found.unanswered) == (2, 1)


def test_who_has_no_opinion_gave_no_answer_and_is_not_refused() -> None:
    found = read_answers(lines("4", "n.v.t.", "Geen mening", "-", "weet ik niet"), 0, SCALE)
    assert (found.people, found.unanswered, found.refused) == (1, 4, ())
    unsure = Question(id=6, kind=QuestionKind.CHOICE, choices_nl=("Ja", "Weet niet"))
    assert read_answers(lines("weet niet"), 0, unsure).numbers == (2.0,)


def test_r109_scores_and_open_comments_are_kept_apart_and_comments_in_no_order_of_people() -> None:
    scores = read_answers(lines(*"44435"), 0, SCALE)
    result = result_of(scores, SCALE, TODAY, 31)
    assert (result.distribution, result.date, result.invited, result.text) == ((0, 0, 1, 3, 1), TODAY, 31, "")
    words = read_answers(lines("Zinvol", "Te vol", "", "meer tijd\nvoor vragen"), 0, OPEN)
    result = result_of(words, OPEN, TODAY, 31)
    assert result.text == "– meer tijd voor vragen\n– Te vol\n– Zinvol"
    assert (result.n, result.mean, result.distribution) == (3, None, ())


def test_choices_are_counted_in_both_languages_and_several_at_once() -> None:
    found = read_answers(lines("deze week", "This week", "Later;Deze week;", "nooit"), 0, CHOICE)
    result = result_of(found, CHOICE, None, None)
    assert (result.distribution, result.n) == ((3, 1), 3)
    assert [each.line for each in found.refused] == [5]


def test_marks_without_a_question_have_a_mean_and_a_spread() -> None:
    result = result_of(read_answers(lines("6,5", "7", "7,5"), 0, None), None, TODAY, None)
    assert (result.n, result.mean, result.spread) == (3, 7.0, 0.41)
    assert result_of(read_answers(lines(), 0, None), None, None, None).n is None


def test_forms_are_counted_and_none_is_kept() -> None:
    assert counted([[4, 1], [4, None], [5, 1]], 0, SCALE) == (0, 0, 0, 2, 1)
    assert counted([[4, 1], [4, None], [5, 1]], 1, CHOICE) == (2, 0)
