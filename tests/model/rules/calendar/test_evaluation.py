import datetime as dt

from studydag.model.rules.calendar.evaluation import date_of_measure, window_dates, window_of
from studydag.model.values.dates import RelativeDate
from studydag.model.values.school import EffectLevel, EvaluationWindow, School
from tests.building import DAY, a_block, a_day, a_measure, a_part, a_round

REACTION, LEARNING, BEHAVIOUR, ORGANISATION, PUPILS, CLIMATE = EffectLevel


def test_the_windows_of_the_design():
    windows = {level: window_dates(level, a_day(), School()) for level in EffectLevel}

    assert windows == {
        REACTION: (DAY, DAY),
        LEARNING: (DAY, dt.date(2026, 11, 26)),
        BEHAVIOUR: (dt.date(2026, 12, 24), dt.date(2027, 2, 12)),
        ORGANISATION: (dt.date(2027, 5, 12), dt.date(2027, 11, 12)),
        PUPILS: (dt.date(2027, 5, 12), dt.date(2027, 11, 12)),
        CLIMATE: None,
    }


def test_the_school_goes_before_us_and_may_give_the_climate_a_window():
    own = EvaluationWindow(level=CLIMATE, earliest=RelativeDate(1), latest=RelativeDate(2))

    assert window_of(CLIMATE, School(evaluation_windows=(own,))) == own
    later = EvaluationWindow(level=LEARNING, earliest=RelativeDate(3), latest=RelativeDate(4))
    assert window_of(LEARNING, School(evaluation_windows=(later,))) == later


def test_a_day_of_several_parts_begins_with_the_first_and_ends_with_the_last():
    later = DAY + dt.timedelta(days=7)
    parts = a_part(1), a_part(2, date=later)

    assert window_dates(REACTION, a_day(*parts), School()) == (DAY, later)
    assert window_dates(REACTION, a_day(a_part(1, date=None)), School()) is None


def test_a_measure_has_its_own_date_else_that_of_its_block():
    day = a_day(*a_round(1, a_block(2)), a_block(3, part=None))

    assert date_of_measure(a_measure(1, when=RelativeDate(1), block=2), day) == DAY + dt.timedelta(days=7)
    assert date_of_measure(a_measure(1, block=2), day) == DAY
    assert date_of_measure(a_measure(1, block=3), day) is None
    assert date_of_measure(a_measure(1), day) is None
