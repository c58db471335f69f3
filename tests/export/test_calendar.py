import datetime as dt
import time
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from studydag.export.asked import Stamp
from studydag.export.documents import EML, document
from studydag.language import Language
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Result
from studydag.model.values.errors import NothingDated, NothingToAttend
from studydag.model.values.follow_up import ActionState, ChecklistItem, Support, SupportKind
from studydag.model.values.programme import Block, LeadStatus, Mode, Part
from studydag.model.values.school import HolidayRegion, School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import (
    DAY,
    a,
    a_block,
    a_day,
    a_group,
    a_lead,
    a_measure,
    a_moment,
    a_part,
    a_person,
    a_room,
    a_round,
    a_setting,
    an_action,
    at,
)
from tests.export.printing_days import DUTCH, ENGLISH, HOLIDAYS, HOSTILE, STAMP, calendar, events, example
from tests.strategies import World, worlds

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SETTING = a_setting(
    a_person(1, "Noor de Wit"), a_person(2, "Sam Bakker"), a_room(11, "Hall"), a_group(21, "Mathematics")
)


def test_the_programme_has_an_event_for_each_block_in_local_time():
    day = a_day(
        a_part(1, venue="School"),
        a_block(
            2, 45, title="Keynote", room=11, description="Why?", leads=(a_lead(1), a_lead(2, LeadStatus.CANCELLED))
        ),
        a_block(3, title="Clear up", internal=True),
        a_block(4, title="Gone", cancelled=True),
        a_block(5, title="Drinks", open_end=True),
    )
    keynote, drinks = events("programme", day, SETTING)
    assert keynote["summary"] == "Keynote"
    assert keynote.decoded("dtstart") == dt.datetime(2026, 11, 12, 9, 0, tzinfo=AMSTERDAM)
    assert keynote.decoded("dtend") == dt.datetime(2026, 11, 12, 9, 45, tzinfo=AMSTERDAM)
    assert keynote["location"] == "Hall, School"
    assert keynote["description"] == "Why?"
    assert keynote["categories"].cats == ["Knowledge"]
    assert (drinks["summary"], drinks["description"]) == ("Drinks", "Open end")
    assert "dtend" not in drinks


def test_the_options_of_the_document_count_here_too():
    day = a_day(a_block(1, room=11, leads=(a_lead(1),)))
    (event,) = events("programme", day, SETTING, chosen={"leads": "yes", "rooms": "no"})
    assert "location" not in event
    assert event["description"] == "Led by: Noor de Wit"


def test_a_round_is_one_event_that_lists_its_options():
    options = (
        a_block(2, 60, title="Quiz", room=11),
        a_block(3, 30, title="", offset_minutes=30),
        a_block(4, title="Gone", cancelled=True),
        a_block(5, title="Secret", internal=True),
    )
    (event,) = events("programme", a_day(*a_round(1, *options, title="Choose")), SETTING)
    assert event["description"] == "– Quiz (Hall)\n– 09:30–10:00 Knowledge"


def test_the_zone_is_in_the_file_and_that_of_the_region():
    (zone,) = calendar("programme", a_day(a_block(1)), SETTING).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Amsterdam"
    belgian = replace(SETTING, school=School(holiday_region=HolidayRegion.FLANDERS))
    (zone,) = calendar("programme", a_day(a_block(1)), belgian).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Brussels"


def test_a_day_in_summer_and_one_in_winter_keep_their_clock_time():
    for date, hours in ((dt.date(2027, 1, 12), 1), (dt.date(2027, 6, 12), 2)):
        (event,) = events("programme", a_day(a_part(1, date=date), a_block(2)), SETTING)
        start = event.decoded("dtstart")
        assert (start.hour, start.utcoffset()) == (9, dt.timedelta(hours=hours))


def test_an_action_is_an_event_of_a_whole_day_with_what_helps():
    action = an_action(
        1,
        "Try a card",
        owner_group=21,
        owner_contact=2,
        due=RelativeDate(2),
        visible_result="A photo",
        support=(a(Support, 5, kind=SupportKind.COACH, giver="Noor"),),
        checklist=(a(ChecklistItem, 6, text="Choose"), a(ChecklistItem, 7, text="Make", done=True)),
        remind_before_days=3,
        state=ActionState.DONE,
    )
    (event,) = events("plan", a_day(action), SETTING)
    assert event["summary"] == "Try a card"
    assert event.decoded("dtstart") == dt.date(2026, 11, 26)
    assert event.decoded("dtend") == dt.date(2026, 11, 27)
    assert event["transp"] == "TRANSPARENT"
    assert event["description"].split("\n") == [
        "Study day: Formative assessment",
        "Owner: Mathematics – Sam Bakker",
        "State: done",
        "Visible result: A photo",
        "Coach: Noor",
        "☐ Choose",
        "☑ Make",
    ]
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == dt.timedelta(days=-3, hours=9), "in the morning, not at midnight"


def test_a_series_has_an_event_for_each_date_and_skips_days_off():
    moment = a_moment(
        1,
        title="PLC",
        first_date=dt.date(2027, 4, 8),
        rhythm="FREQ=WEEKLY",
        times=4,
        start=at("15:30"),
        minutes=45,
        place="Hall",
        agenda="Look\nand talk",
        remind_before_days=1,
    )
    found = events("plan", a_day(moment), replace(SETTING, holidays=HOLIDAYS))
    assert [event.decoded("dtstart").date().isoformat() for event in found] == [
        "2027-04-08",
        "2027-04-15",
        "2027-04-22",
        "2027-05-13",
    ]
    assert {(event.decoded("dtend") - event.decoded("dtstart")) for event in found} == {dt.timedelta(minutes=45)}
    assert {(event["location"], event["description"]) for event in found} == {("Hall", "Look\nand talk")}
    assert found[0].walk("VALARM")[0].decoded("trigger") == dt.timedelta(days=-1)


def test_events_keep_their_uid_when_everything_about_them_changes():
    def uids(first: dt.date, title: str, stamp: Stamp = STAMP) -> list[str]:
        day = a_day(
            a_part(1, date=first - dt.timedelta(days=7)),
            a_block(2, title=title),
            an_action(3, title, due=RelativeDate(2)),
            a_moment(4, title=title, first_date=first, rhythm="FREQ=WEEKLY", times=3),
            a_measure(5, title=title, when=RelativeDate(1)),
        )
        files = [events(name, day, SETTING, stamp=stamp) for name in ("programme", "plan")]
        return [str(event["uid"]) for file in files for event in file]

    before = uids(dt.date(2026, 11, 19), "One")
    assert before == uids(dt.date(2026, 12, 3), "Other", Stamp(printed=dt.datetime(2027, 1, 1)))
    assert len(set(before)) == len(before) == 6
    assert all(uid.endswith("@studydag") for uid in before)


def test_a_later_file_replaces_an_earlier_one():
    times = [dt.datetime(2026, 11, 23, 14, 5, second) for second in (0, 30)]
    times += [dt.datetime(2030, 1, 1), dt.datetime(9999, 12, 31)]
    sequences = [int(events("programme", a_day(a_block(1)), stamp=Stamp(printed=at_))[0]["sequence"]) for at_ in times]
    assert sequences == sorted(set(sequences))
    assert sequences[-1] < 2**31
    (event,) = events("programme", a_day(a_block(1)))
    assert event.decoded("dtstamp") == STAMP.printed.astimezone(dt.UTC)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of the computer can't be set")
def test_a_laptop_in_another_time_zone_than_the_school_stamps_the_moment_itself(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        (event,) = events("programme", a_day(a_block(1)), SETTING)
    finally:
        monkeypatch.undo()
        time.tzset()

    assert event.decoded("dtstamp") == dt.datetime(2026, 11, 23, 19, 5, tzinfo=dt.UTC)
    assert event.decoded("dtstart").isoformat() == "2026-11-12T09:00:00+01:00"


@pytest.mark.parametrize("year", [2026, 2049])
def test_the_zone_has_rules_that_outlook_reads_and_that_hold_in_all_years(year):
    (zone,) = calendar("programme", a_day(a_block(1)), SETTING).walk("VTIMEZONE")
    known, ours = ZoneInfo("Europe/Amsterdam"), zone.to_tz(lookup_tzid=False)
    hours = [dt.datetime(year, 1, 1, 12) + dt.timedelta(hours=6 * each) for each in range(4 * 365)]

    assert all(part.get("rdate") is None and part.get("rrule") for part in zone.subcomponents)
    assert [hour.replace(tzinfo=ours).utcoffset() for hour in hours] == [
        hour.replace(tzinfo=known).utcoffset() for hour in hours
    ]


def test_finished_actions_moments_and_measures_are_a_choice():
    day = a_day(
        an_action(1, "Open", due=RelativeDate(1)),
        an_action(2, "Done", due=RelativeDate(1), state=ActionState.DONE),
        a_moment(3, title="Moment", first_date=RelativeDate(1)),
        a_measure(4, title="Survey", when=RelativeDate(1)),
        a_measure(5, title="In a block", block=6),
        a_block(6),
    )

    def summaries(**chosen: str) -> list[str]:
        return [str(event["summary"]) for event in events("plan", day, SETTING, chosen=chosen)]

    assert summaries() == ["Open", "Done", "Moment", "Survey", "In a block"]
    assert summaries(finished="no", moments="no", measures="no") == ["Open"]


def test_a_checklist_has_what_is_ones_own():
    day = a_day(
        an_action(1, "Noor's", owner=1, due=RelativeDate(1)),
        an_action(2, "Sam's", owner=2, due=RelativeDate(1)),
        an_action(3, "The section's", owner_group=21, owner_contact=1, due=RelativeDate(2)),
        an_action(4, "Done", owner=1, due=RelativeDate(1), state=ActionState.DONE),
        a_moment(5, title="Moment", leader=1, first_date=RelativeDate(3)),
        a_measure(6, title="Survey", who=1, when=RelativeDate(4)),
        a_measure(7, title="Test", who=2, when=RelativeDate(4)),
    )

    def summaries(**chosen: str) -> list[str]:
        return [str(event["summary"]) for event in events("checklist", day, SETTING, chosen=chosen)]

    assert summaries(owner="person-1") == ["Noor's", "The section's", "Moment", "Survey"]
    assert summaries() == ["Noor's", "Sam's", "The section's", "Moment", "Survey", "Test"]


@pytest.mark.parametrize("name", ["programme", "plan", "checklist"])
def test_without_a_date_there_is_nothing_to_put_in_a_calendar(name):
    day = a_day(a_part(1, date=None), a_block(2), an_action(3, due=RelativeDate(2)), an_action(4))
    with pytest.raises(NothingDated):
        calendar(name, day, SETTING)


def test_a_day_with_a_date_but_without_blocks_asks_for_a_block():
    with pytest.raises(NothingToAttend):
        calendar("programme", a_day(a_part(1)), SETTING)


def test_hostile_texts_come_back_whole():
    day = a_day(
        a_part(1, venue=HOSTILE),
        a_block(2, title=HOSTILE, description=HOSTILE + "\n\nEND:VEVENT"),
        an_action(3, HOSTILE, due=RelativeDate(1), visible_result=HOSTILE),
        title=HOSTILE,
    )
    (block,), (action,) = events("programme", day, SETTING), events("plan", day, SETTING)
    one_line = " ".join(HOSTILE.split())
    assert block["summary"] == action["summary"] == one_line
    assert block["description"] == HOSTILE + "\n\nEND:VEVENT"
    assert block["location"] == one_line
    assert calendar("plan", day, SETTING)["x-wr-calname"] == one_line
    assert f"Visible result: {HOSTILE}" in action["description"]


def test_no_line_is_longer_than_the_format_allows():
    data = document("programme").render(a_day(a_block(1, title="ŁódźΩ" * 90)), SETTING, DUTCH, STAMP, ending=".ics")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.endswith(b"\r\n")


def test_the_language_of_the_texts_is_said():
    day, setting = example()
    first = events("programme", day, setting, DUTCH)[0]
    assert first["summary"].params["LANGUAGE"] == "nl"
    assert first["categories"].cats == ["Organisatie"]


@settings(max_examples=30)
@given(worlds())
def test_every_timed_block_of_any_day_is_an_event_at_its_time(world: World):
    expected = [
        (slot.block.uid, slot.starts_at)
        for part in schedule(world.day).parts
        for slot in part.slots
        if slot.starts_at is not None and not slot.block.internal and not slot.block.cancelled
    ]
    if not expected:
        return
    data = document("programme").render(world.day, world.setting, DUTCH, STAMP, ending=".ics")
    found = [
        (str(event["uid"]).removesuffix("@studydag"), event.decoded("dtstart"))
        for event in Calendar.from_ical(data).walk("VEVENT")
    ]
    timed = [(uid, start.replace(tzinfo=None)) for uid, start in found if isinstance(start, dt.datetime)]
    assert timed == expected
    own_time = {block.uid for block in schedule(world.day).self_paced}
    assert {uid for uid, _start in found} - {uid for uid, _start in timed} <= own_time


def test_a_single_moment_without_hours_takes_the_whole_day():
    (event,) = events("plan", a_day(a_moment(1, first_date=RelativeDate(1))), SETTING)
    assert event.decoded("dtstart") == DAY + dt.timedelta(weeks=1)
    assert event["summary"] == "Reflection"


@pytest.mark.parametrize(
    ("school", "zone"),
    [
        (School(holiday_region=HolidayRegion.NL_SOUTH), "Europe/Amsterdam"),
        (School(holiday_region=HolidayRegion.FLANDERS), "Europe/Brussels"),
        (School(holiday_region=HolidayRegion.OTHER, country="GB"), "Europe/London"),
        (School(holiday_region=HolidayRegion.OTHER, country="US"), None),
        (School(holiday_region=HolidayRegion.OTHER), None),
    ],
)
def test_times_are_in_the_zone_of_the_school_and_local_where_that_is_not_known(
    school: School, zone: str | None
) -> None:
    day = StudyDay(
        title="Dag",
        parts=(Part(id=1, date=dt.date(2027, 3, 11)),),
        blocks=(Block(id=1, uid="b", part=1, title="Keynote", minutes=45),),
    )
    made = document("programme").render(
        day, Setting(school=school), Language.of("nl"), Stamp(printed=dt.datetime(2027, 1, 5, 12)), ending=".ics"
    )
    start = Calendar.from_ical(made).walk("VEVENT")[0]["DTSTART"]
    assert start.params.get("TZID") == zone
    assert start.dt.replace(tzinfo=None) == dt.datetime(2027, 3, 11, 9)


def test_an_option_elsewhere_has_its_link():
    option = a_block(2, title="There", mode=Mode.ONLINE, link="https://example.org/there")
    (event,) = events("programme", a_day(*a_round(1, option)), SETTING)
    assert event["description"] == "– There (online): https://example.org/there"


def test_what_is_online_alone_is_in_no_room_and_at_no_venue():
    part, link = a_part(1, venue="School"), "https://example.org/there"
    online = a_block(2, title="Online", room=11, mode=Mode.ONLINE, link=link, leads=(a_lead(1),))
    hybrid = a_block(3, title="Both", room=11, mode=Mode.HYBRID, link=link)
    (event, both) = events("programme", a_day(part, online, hybrid), SETTING)
    assert event["location"] == "Online"
    assert event["url"] == link
    assert both["location"] == "Hall, School"
    asked = {"lead": "person-1"}
    draft = document("run-sheet").render(a_day(part, online), SETTING, ENGLISH, STAMP, ending=EML, chosen=asked)
    message = message_from_bytes(draft, policy=default)
    (own,) = Calendar.from_ical(list(message.iter_attachments())[-1].get_content()).walk("VEVENT")
    assert own["location"] == "Online, Hall"


def test_options_at_home_have_no_room_and_a_place_is_named_once():
    own_pace = {"mode": Mode.SELF_PACED, "window_start": DAY, "window_end": DAY + dt.timedelta(days=7)}
    options = a_block(2, title="Read", room=11, **own_pace), a_block(3, title="Talk", room=11)
    start = a_block(4, title="Start", room=11)
    (event, begun) = events("programme", a_day(a_part(1, venue="Hall"), *a_round(1, *options), start), SETTING)
    assert event["description"] == "– Read (self-paced, 12–19 November 2026)\n– Talk (Hall)"
    assert begun["location"] == "Hall"
    (alone,) = events("programme", a_day(a_part(1, venue="Hall"), *a_round(1, options[0])), SETTING)
    assert "location" not in alone


def test_the_calendar_of_an_owner_has_no_measure_that_is_measured():
    day = a_day(a_part(1), a_measure(2, title="Survey", when=RelativeDate(7), who=1), a(Result, 3, measure=2))
    with pytest.raises(NothingDated):
        events("checklist", day, SETTING, chosen={"owner": "person-1"})
    assert events("checklist", day, SETTING, chosen={"owner": "person-1", "finished": "yes"})


def test_what_is_done_at_ones_own_pace_stands_over_all_its_days_and_takes_no_time():
    days = {"window_start": DAY, "window_end": DAY + dt.timedelta(days=7)}
    watch = a_block(3, 40, title="Watch", mode=Mode.SELF_PACED, link="https://example.org/clips", **days)
    undated = a_block(4, title="Read", mode=Mode.SELF_PACED)
    found = events("programme", a_day(a_block(2), watch, undated))
    assert [str(event["summary"]) for event in found] == ["Block 2", "Watch"]
    told = found[1]
    assert (told.decoded("dtstart"), told.decoded("dtend")) == (DAY, DAY + dt.timedelta(days=8))
    assert str(told["transp"]) == "TRANSPARENT"
    assert str(told["description"]) == "Self-paced, 12–19 November 2026 · 40 min\nhttps://example.org/clips"


def test_an_option_with_its_own_times_says_from_when_to_when():
    day = a_day(*a_round(5, a_block(6, title="Cards"), a_block(7, 20, title="Rubrics")))
    assert str(events("programme", day)[0]["description"]) == "– Cards\n– 09:00–09:20 Rubrics"
