"""By when something is to be done, where that is typed behind it."""

import datetime as dt

import pytest

from studydag.model.rules.follow_up.typed_action import split_due
from studydag.model.values.dates import DateUnit, Due, RelativeDate

TODAY, DAY = dt.date(2026, 11, 27), dt.date(2027, 2, 12)


@pytest.mark.parametrize(
    ("line", "what", "due"),
    [
        ("Bram plant lesbezoeken voor 12 maart", "Bram plant lesbezoeken", dt.date(2027, 3, 12)),
        ("Anna bestelt wisbordjes, uiterlijk op vr 8 jan.", "Anna bestelt wisbordjes", dt.date(2027, 1, 8)),
        ("Exitkaarten (vóór 3/4)", "Exitkaarten", dt.date(2027, 4, 3)),
        ("Exitkaarten: 3-4-2027", "Exitkaarten", dt.date(2027, 4, 3)),
        ("Ask the sections by 1 September", "Ask the sections", dt.date(2027, 9, 1)),
        ("Verslag voor 1 september 2025", "Verslag", dt.date(2025, 9, 1)),
        ("Exitkaarten maken, 2 weken na de dag", "Exitkaarten maken", RelativeDate(2)),
        ("Room to be booked a month before the study day", "Room to be booked", RelativeDate(-1, DateUnit.MONTHS)),
        ("Toets 12 maart nakijken", None, None),
        ("Bespreek de toets van 12 maart", None, None),
        ("Boeken voor 3/4", None, None),
        ("Boeken voor 12 leerlingen", None, None),
        ("Stage van drie maanden", None, None),
        ("Materiaal voor 8 maanden", None, None),
        ("Iets voor 31 februari", None, None),
        ("900 dagen na de dag", None, None),
        ("2 weken na de dag", None, None),
        ("", None, None),
    ],
)
def test_a_date_at_the_end_is_by_when_and_what_is_unclear_stays_as_it_is(line: str, what: str | None, due: Due | None):
    assert split_due(line, DAY, TODAY) == (line if what is None else what, due)
