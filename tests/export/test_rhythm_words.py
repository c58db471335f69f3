import datetime as dt

import pytest

from studydag.export.rhythm_words import rhythm_text, series_text
from studydag.model.rules.calendar.rhythm import Series, read_rhythm
from tests.export.printing_days import DUTCH, ENGLISH


@pytest.mark.parametrize(
    ("rhythm", "dutch", "english"),
    [
        ("FREQ=DAILY", "elke dag", "every day"),
        ("FREQ=DAILY;INTERVAL=2", "elke 2 dagen", "every 2 days"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "elke werkdag", "every working day"),
        ("FREQ=WEEKLY", "elke week", "every week"),
        ("FREQ=WEEKLY;INTERVAL=3", "elke 3 weken", "every 3 weeks"),
        ("FREQ=WEEKLY;BYDAY=TH,MO", "elke maandag en donderdag", "every Monday and Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "elke 2 weken op dinsdag", "every 2 weeks on Tuesday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "elke dag", "every day"),
        ("FREQ=MONTHLY", "elke maand", "every month"),
        ("FREQ=MONTHLY;INTERVAL=2", "elke 2 maanden", "every 2 months"),
        ("FREQ=MONTHLY;BYDAY=1TU", "elke maand op de eerste dinsdag", "every month on the first Tuesday"),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU,-1FR",
            "elke 2 maanden op de eerste dinsdag en de laatste vrijdag",
            "every 2 months on the first Tuesday and the last Friday",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-3FR",
            "elke maand op de derde vrijdag vanaf het eind",
            "every month on the third Friday from the end",
        ),
        ("FREQ=MONTHLY;BYDAY=TU", "elke dinsdag", "every Tuesday"),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
            "elke 2 maanden op elke dinsdag",
            "every 2 months on every Tuesday",
        ),
        (
            "FREQ=MONTHLY;BYDAY=2TU,FR",
            "elke maand op de tweede dinsdag en elke vrijdag",
            "every month on the second Tuesday and every Friday",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=1,22,12,-1,-2",
            "elke maand op de 1e, de 22e, de 12e, de laatste dag en de voorlaatste dag",
            "every month on the 1st, the 22nd, the 12th, the last day and the second-to-last day",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "elke maand op de laatste werkdag",
            "every month on the last working day",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=7",
            "elke maand op de 7e maandag of dinsdag",
            "every month on the 7th Monday or Tuesday",
        ),
        ("FREQ=YEARLY", "elk jaar", "every year"),
        ("FREQ=YEARLY;INTERVAL=2", "elke 2 jaar", "every 2 years"),
    ],
)
def test_a_rhythm_is_said_in_words(rhythm, dutch, english):
    read = read_rhythm(rhythm)
    assert read is not None
    assert rhythm_text(read, DUTCH) == dutch
    assert rhythm_text(read, ENGLISH) == english


def dates(count: int) -> Series:
    first = dt.date(2027, 4, 1)
    return Series(dates=tuple(first + dt.timedelta(weeks=3 * number) for number in range(count)))


def test_a_series_says_how_often_and_until_when():
    assert series_text("FREQ=WEEKLY;INTERVAL=3", dates(6), None, DUTCH) == (
        "elke 3 weken, 6 keer, tot en met 15 juli 2027"
    )
    assert series_text("FREQ=WEEKLY;INTERVAL=3", dates(6), None, ENGLISH) == (
        "every 3 weeks, 6 times, up to and including 15 July 2027"
    )


def test_a_series_without_dates_says_what_was_asked_for():
    assert series_text("FREQ=WEEKLY", Series(), 5, ENGLISH) == "every week, 5 times"
    assert series_text("FREQ=WEEKLY;COUNT=4", Series(), None, ENGLISH) == "every week, 4 times"
    assert series_text("FREQ=WEEKLY", Series(), None, ENGLISH) == "every week"


@pytest.mark.parametrize("rhythm", ["", "now and then", "FREQ=HOURLY"])
def test_what_is_no_rhythm_is_not_said(rhythm):
    assert series_text(rhythm, dates(6), None, ENGLISH) == ""


def test_a_single_date_is_no_series():
    assert series_text("FREQ=WEEKLY", dates(1), 1, ENGLISH) == ""
