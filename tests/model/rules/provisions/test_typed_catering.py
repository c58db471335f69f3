import datetime as dt

import pytest

from studydag.model.rules.provisions.typed_catering import read_catering
from studydag.model.values.programme import Part
from studydag.model.values.study_day import StudyDay

DAY = StudyDay(expected_number=64)


@pytest.mark.parametrize(
    ("line", "what", "at", "count"),
    [
        ("Borrelhapjes 16:00", "Borrelhapjes", dt.time(16), 64),
        ("20 koffie 10.30", "Koffie", dt.time(10, 30), 20),
        ("lunch 12.00 voor 60", "lunch", dt.time(12), 60),
        ("lunch voor 60 om 12.00", "lunch", dt.time(12), 60),
        ("Lunch om 12.15 uur, 60 personen", "Lunch", dt.time(12, 15), 60),
        ("12:00 broodjes (45 pers.)", "Broodjes", dt.time(12), 45),
        ("30 x soep 12u30", "Soep", dt.time(12, 30), 30),
        ("coffee for 25 at 10:15", "coffee", dt.time(10, 15), 25),
        ("Lunch", "Lunch", None, 64),
        ("5 kannen koffie 10.00", "5 kannen koffie", dt.time(10), 64),
        ("3-gangenmenu", "3-gangenmenu", None, 64),
        ("Menu 2", "Menu 2", None, 64),
        ("Lunch 12.00–12.45", "Lunch 12.00–12.45", dt.time(12), 64),
        ("koffie voor 2 uur", "koffie voor 2 uur", None, 64),
        ("16:00", "16:00", None, 64),
        ("Borrel 16:00, 50 personen, in de aula", "Borrel, in de aula", dt.time(16), 50),
        ("Lunch 12.30 met 6 vegetarische wraps", "Lunch met 6 vegetarische wraps", dt.time(12, 30), 64),
    ],
)
def test_what_when_and_for_how_many_are_read_from_one_line(line: str, what: str, at: dt.time | None, count: int):
    read = read_catering(line, DAY)

    assert (read.what, read.at, read.count) == (what, at, count)


@pytest.mark.parametrize(
    ("line", "what", "diets"),
    [
        ("lunch 11:15, 64 personen, 6 vegetarisch", "lunch", {"vegetarisch": 6}),
        ("Lunch 12.00 voor 64 waarvan 6 vegetarische en 2 halal", "Lunch", {"vegetarisch": 6, "halal": 2}),
        ("Lunch voor 64 (6 vega, 2x glutenvrij)", "Lunch", {"vega": 6, "glutenvrij": 2}),
        ("lunch, 3 vegan, 1 gluten-free at 12:00", "lunch", {"vegan": 3, "gluten-free": 1}),
        ("64 vegetarische broodjes 12.00", "Vegetarische broodjes", {}),
    ],
)
def test_who_eats_differently_is_counted_apart(line: str, what: str, diets: dict[str, int]):
    read = read_catering(line, DAY)

    assert (read.what, read.count) == (what, 64)
    assert {each.name: each.count for each in read.diets} == diets


def test_it_belongs_to_the_part_that_is_on_then():
    morning, evening = Part(id=1, start=dt.time(9), end=dt.time(12, 30)), Part(id=2, start=dt.time(19), end=dt.time(22))
    day = StudyDay(parts=(morning, evening))

    assert read_catering("thee 20.15", day).part == 2
    assert read_catering("lunch 15:00", day).part is None
    assert read_catering("thee", day).part is None
    assert read_catering("thee 20.15", StudyDay(parts=(evening,))).part is None
