import datetime as dt

import pytest

from studydag.model.values.goals import NeedSource
from tests.building import TODAY, a_day, a_need, a_part
from tests.model.rules.checks.looking import concerned, figures, found, holds


def needs(*sources: NeedSource) -> list:
    return [a_need(number, source=source) for number, source in enumerate(sources, start=1)]


def test_kinds_of_source_are_counted():
    talks = needs(NeedSource.INFORMAL_TALK, NeedSource.INFORMAL_TALK, NeedSource.OBSERVATION)

    assert figures("needs-one-sided", a_day(*talks)) == [{"kinds": 2, "needs": 3, "limit": 3}]
    assert holds("needs-one-sided", a_day(*talks, a_need(4, source=NeedSource.PUPIL_RESULTS))) == [
        {"kinds": 3, "needs": 4, "limit": 3}
    ]


def test_no_needs_at_all_are_said_so():
    (finding,) = found("needs-one-sided", a_day())

    assert finding.reason == "No needs have been collected yet."


def test_needs_are_linked_to_school_goals():
    linked, loose = a_need(1, school_goals=(1,)), a_need(2)

    assert concerned("need-unlinked", a_day(linked, loose)) == [["need-2"]]
    assert holds("need-unlinked", a_day(linked)) == [{"needs": 1}]
    assert holds("need-unlinked", a_day()) == []


def test_an_old_need_is_asked_after():
    day = a_day(a_need(1, date=dt.date(2024, 12, 3)))

    assert figures("need-old", day) == [
        {"need": "Pupils don't know where they stand", "date": "2024-12-03", "months": 20, "limit": 18}
    ]


@pytest.mark.parametrize(
    ("date", "old"),
    [(dt.date(2025, 3, 1), False), (dt.date(2025, 2, 28), True), (dt.date(2025, 3, 2), False)],
)
def test_eighteen_months_are_not_old_and_a_day_more_is(date: dt.date, old: bool):
    assert dt.date(2026, 9, 1) == TODAY
    assert bool(found("need-old", a_day(a_need(1, date=date)))) is old


def test_the_end_of_its_period_counts_as_the_date_of_a_need():
    recent = a_need(1, date=dt.date(2020, 1, 1), period_end=dt.date(2026, 6, 1))

    assert holds("need-old", a_day(recent)) == [{"needs": 1, "limit": 18}]
    assert holds("need-old", a_day(a_need(1))) == []


def test_once_the_day_has_been_a_need_grows_no_older():
    need = a_need(1, date=dt.date(2026, 6, 1))

    assert found("need-old", a_day(need), today=dt.date(2029, 1, 1)) == ()
    assert found("need-old", a_day(a_part(1, date=None), need), today=dt.date(2029, 1, 1))
