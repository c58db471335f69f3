import datetime as dt

from studydag.model.rules.provisions.catering_times import catering_during
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.study_day import Catering
from tests.building import a, a_block, a_break, a_day


def test_what_comes_while_a_block_is_on_belongs_to_it():
    coffee, late, elsewhere, untimed = (
        a(Catering, number, what=f"Koffie {number}", at=at, part=part)
        for number, at, part in (
            (1, dt.time(9, 30), 1),
            (2, dt.time(9, 45), None),
            (3, dt.time(9, 30), 2),
            (4, None, 1),
        )
    )
    day = a_day(a_block(1, 30), a_break(2, 15), a_block(3, 60), coffee, late, elsewhere, untimed)
    found = schedule(day)
    assert catering_during(day, found, [2]) == (coffee,)
    assert catering_during(day, found, [2, 3]) == (coffee, late)
    assert catering_during(day, found, [1, 99]) == ()


def test_after_midnight_is_the_night_of_the_day():
    soup = a(Catering, 1, what="Soep", at=dt.time(0, 30))
    day = a_day(a_block(1, 16 * 60, pinned_start=dt.time(9)), soup)
    assert catering_during(day, schedule(day), [1]) == (soup,)
