"""What differs between two versions, in words: never what too few people said."""

import datetime as dt
from dataclasses import replace

from studydag.export.difference_words import DifferenceWords
from studydag.model.rules.versions.compare import State, compare
from studydag.model.values.effect import Result
from studydag.model.values.study_day import StudyDay
from tests.building import a, a_block, a_day, a_measure, a_part, a_setting
from tests.export.printing_days import DUTCH


def said(before: StudyDay, after: StudyDay) -> str:
    then, now = State(day=before, setting=a_setting()), State(day=after, setting=a_setting())
    words = DifferenceWords(then, now, DUTCH)
    return "\n".join(words.line(each).text for each in compare(then, now))


def counted(*counts: int, text: str = "") -> StudyDay:
    return a_day(a_measure(1, title="Evaluatie"), a(Result, 1, measure=1, question=7, distribution=counts, text=text))


def test_what_few_people_said_stands_in_no_comparison() -> None:
    few, fewer = counted(0, 1, 2, text="Te druk"), counted(0, 3, 0, text="Te vol")
    shown = said(few, fewer)
    assert "te weinig antwoorden om te tonen" in shown
    assert not {"Te druk", "Te vol", "1, 2", "3"} & set(shown.replace("\n", ": ").replace(" → ", ": ").split(": "))
    assert "Te vol" not in said(replace(few, results=()), fewer)


def test_a_few_answers_more_do_not_tell_what_these_few_answered() -> None:
    five, six, twelve = counted(0, 0, 5), counted(1, 0, 5), counted(1, 5, 6)
    shown = said(five, six)
    assert "te weinig antwoorden om te tonen → " in shown
    assert said(five, twelve).count("te weinig") == 0
    # What is an indicator, and no answer, is shown as it was.
    indicator = a_day(a_measure(1), a(Result, 1, measure=1, mean=54.0))
    assert "54 → 70" in said(indicator, replace(indicator, results=(a(Result, 1, measure=1, mean=70.0),)))


def test_a_part_without_a_title_is_told_by_its_date_or_which_one_it_is() -> None:
    parts = (a_part(47, date=dt.date(2027, 3, 11)), a_part(52, date=None))
    blocks = (a_block(1, part=47, title="Thee"), a_block(2, part=52, title="Soep"))
    assert said(a_day(*parts, *blocks), a_day(*parts)).splitlines() == [
        "Weg: Thee: 09:00–09:30, Donderdag 11 maart 2027",
        "Weg: Soep: 09:00–09:30, Programmadeel 2",
    ]
