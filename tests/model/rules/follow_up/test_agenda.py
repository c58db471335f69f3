"""What comes up at a moment: successes since people last met, open actions, insights that nobody took along yet."""

import datetime as dt
from dataclasses import replace

from studydag.export.agenda_words import agenda_text
from studydag.export.names import Names
from studydag.language import Language
from studydag.model.rules.follow_up.agenda import agenda, next_date
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Insight, Success, Verdict
from studydag.model.values.follow_up import ActionState, Moment
from studydag.model.values.setting import Holidays
from tests.building import DAY, a, a_day, a_person, a_setting, an_action

WEEKLY = a(
    Moment,
    1,
    title="Bouwoverleg",
    first_date=RelativeDate(1),
    rhythm="FREQ=WEEKLY",
    times=4,
    start=dt.time(15, 30),
    minutes=60,
    place="Lokaal 4",
    agenda="Terugkijken",
)
FIRST, SECOND, THIRD = (DAY + dt.timedelta(weeks=n) for n in (1, 2, 3))
SUCCESSES = (
    a(Success, 1, what="Oud", date=FIRST),
    a(Success, 2, what="Leerlingen vragen door", who="2B", date=FIRST + dt.timedelta(days=1)),
    a(Success, 3, what="Iedereen heeft een exitkaart", evidence="map", date=SECOND),
    a(Success, 4, what="Later", date=SECOND + dt.timedelta(days=1)),
)


def test_r069_two_successes_since_the_last_meeting_stand_under_to_celebrate_at_the_next() -> None:
    day = a_day(WEEKLY, *SUCCESSES)
    found = agenda(WEEKLY, SECOND, day, Holidays())
    assert found.since == FIRST
    assert [each.id for each in found.successes] == [2, 3]
    text = agenda_text(found, Names(day, a_setting(), Language.of("nl")), Language.of("nl"))
    lines = text.splitlines()
    assert lines[:4] == ["Bouwoverleg", "donderdag 26 november 2026 · 15:30–16:30 · Lokaal 4", "", "Terugkijken"]
    assert lines[5:] == ["Vieren", "- Leerlingen vragen door (2B)", "- Iedereen heeft een exitkaart – map"]


def test_at_the_first_meeting_everything_since_the_day_comes_up_and_what_has_no_date() -> None:
    undated = a(Success, 9, what="Ooit")
    day = a_day(WEEKLY, *SUCCESSES, undated, a(Success, 8, what="Voor de dag", date=DAY))
    assert [each.id for each in agenda(WEEKLY, FIRST, day, Holidays()).successes] == [1, 9]


def test_open_actions_until_the_next_meeting_and_insights_come_along() -> None:
    person = a_person(1, name="Noor")
    actions = (
        an_action(1, what="Klaar", due=FIRST, state=ActionState.DONE),
        an_action(2, what="Na de volgende", due=THIRD + dt.timedelta(days=1)),
        an_action(3, what="Te laat", due=FIRST, owner=1),
        an_action(4, what="Zonder datum", due=None),
        an_action(5, what="Straks", due=SECOND + dt.timedelta(days=3)),
    )
    insights = (
        a(Insight, 1, text="Kortere rondes", verdict=Verdict.CHANGE),
        a(Insight, 2, text="Weg", taken_along_to="other"),
    )
    day = a_day(WEEKLY, *actions, *insights)
    found = agenda(WEEKLY, SECOND, day, Holidays())
    assert [each.action.what for each in found.actions] == ["Te laat", "Straks", "Zonder datum"]
    assert [each.text for each in found.insights] == ["Kortere rondes"]
    text = agenda_text(found, Names(day, a_setting(person), Language.of("en")), Language.of("en"))
    assert "- Te laat · Noor · Thu 19 Nov 2026" in text
    assert "- Change: Kortere rondes" in text


def test_the_next_date_is_today_or_later() -> None:
    day = a_day(WEEKLY)
    assert next_date(WEEKLY, day, Holidays(), SECOND) == SECOND
    assert next_date(WEEKLY, day, Holidays(), SECOND + dt.timedelta(days=1)) == THIRD
    assert next_date(WEEKLY, day, Holidays(), DAY + dt.timedelta(weeks=9)) is None


def test_before_the_day_there_is_nothing_to_celebrate_yet() -> None:
    early = a(Moment, 2, first_date=RelativeDate(-2))
    day = a_day(early, WEEKLY, a(Success, 9, what="Ooit"), a(Insight, 1, text="Les"), an_action(1, due=None))
    found = agenda(early, DAY - dt.timedelta(weeks=2), day, Holidays())
    assert (found.successes, found.insights) == ((), ())
    assert found.actions
    assert [each.what for each in agenda(WEEKLY, FIRST, day, Holidays()).successes] == ["Ooit"]


def test_who_met_before_the_day_celebrates_what_came_after_it() -> None:
    fortnightly = replace(WEEKLY, first_date=RelativeDate(-1), rhythm="FREQ=WEEKLY;INTERVAL=2", times=3)
    before, after = (a(Success, number, date=DAY + dt.timedelta(days=away)) for number, away in ((1, -3), (2, 3)))
    day = a_day(fortnightly, before, after)
    assert agenda(fortnightly, FIRST, day, Holidays()).since == DAY - dt.timedelta(weeks=1)
    assert [each.id for each in agenda(fortnightly, FIRST, day, Holidays()).successes] == [2]


def test_on_the_day_itself_there_is_nothing_to_celebrate_yet() -> None:
    that_day = replace(WEEKLY, first_date=RelativeDate(0))
    found = agenda(that_day, DAY, a_day(that_day, a(Success, 1), a(Insight, 1, text="x")), Holidays())
    assert (found.successes, found.insights) == ((), ())


def test_what_is_due_on_the_next_date_comes_up_then() -> None:
    day = a_day(WEEKLY, an_action(1, due=THIRD), an_action(2, due=THIRD - dt.timedelta(days=1)))
    assert [each.action.id for each in agenda(WEEKLY, SECOND, day, Holidays()).actions] == [2]
