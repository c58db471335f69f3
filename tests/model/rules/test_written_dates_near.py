import datetime as dt

import pytest

from studydag.model.rules.written.written_dates import read_date_near

NEAR = dt.date(2027, 3, 11)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("25-3", dt.date(2027, 3, 25)),
        ("25/3", dt.date(2027, 3, 25)),
        ("25 maart", dt.date(2027, 3, 25)),
        ("do 25 mrt", dt.date(2027, 3, 25)),
        ("1-12", dt.date(2026, 12, 1)),
        ("1 july", dt.date(2027, 7, 1)),
        ("29-2", dt.date(2028, 2, 29)),
        ("25-3-2026", dt.date(2026, 3, 25)),
        ("30-2", None),
        ("25-13", None),
        ("25 febr.", dt.date(2027, 2, 25)),
        ("25 xyz", None),
        ("3 maanden", None),
        ("3 meisjes", None),
        ("25", None),
    ],
)
def test_a_date_without_its_year_is_the_one_nearest(text: str, date: dt.date | None):
    assert read_date_near(text, NEAR) == date


def test_without_a_date_to_be_near_it_is_not_read():
    assert read_date_near("25-3", None) is None
    assert read_date_near("25-3-2027", None) == dt.date(2027, 3, 25)
