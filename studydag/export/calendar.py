"""Calendar files (RFC 5545) of the programme, of actions, moments and measures.

Actions are all-day events, not to-dos, which some calendars drop. A series is written as single events: it skips
holidays, which a rule can't say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vText

from studydag.export.afterwards import due_of_measure
from studydag.export.agenda_words import collected_lines
from studydag.export.asked import NO, YES, Choices, Stamp
from studydag.export.names import Names
from studydag.export.result_words import level_words
from studydag.language import Language
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.calendar.rhythm import series
from studydag.model.rules.follow_up.agenda import agenda, next_date
from studydag.model.rules.space.occupancy import ANYWHERE
from studydag.model.rules.time.schedule import Slot, schedule
from studydag.model.values.effect import Measure
from studydag.model.values.errors import NothingDated, NothingToAttend
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.programme import Block, LeadStatus, Mode
from studydag.model.values.school import HolidayRegion, School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

BELGIAN = frozenset({HolidayRegion.FLANDERS, HolidayRegion.FRENCH_BELGIUM})
MORNING = 9
# Sequences count seconds from here: each file that is made later replaces what a calendar took in earlier.
SEQUENCE_START = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
# The largest number that may stand in a calendar, reached in 2088.
MOST_SEQUENCE = 2**31 - 1
CENTRAL_EUROPEAN = frozenset({"Europe/Amsterdam", "Europe/Brussels"})


def programme(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme: an event for each block with a date, those after midnight on the next date (D31).

    Raises NothingToAttend where there are dates, but no block yet that could go into a calendar.
    """
    writer = _Writer(day, setting, language, stamp)
    events = [
        writer.block(slot, choices)
        for part in schedule(day).parts
        for slot in part.slots
        if slot.date is not None and not slot.block.internal and not slot.block.cancelled
    ]
    events += [
        writer.in_own_time(block, choices)
        for block in schedule(day).self_paced
        if (block.window_start or block.window_end) and not block.internal and not block.cancelled
    ]
    if not events and any(part.date is not None for part in day.parts):
        raise NothingToAttend
    return writer.finished(events)


def led_by(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return what one lead has to do with on the day itself, internal blocks too; without a lead the programme."""
    lead = next((person.id for person in setting.people if person.uid == choices["lead"]), None)
    shown = Choices({"rooms": YES, "leads": NO})
    if lead is None:
        return programme(day, setting, shown, language, stamp)
    writer = _Writer(day, setting, language, stamp)
    return writer.finished(
        writer.block(slot, shown, inside=True)
        for slot in schedule(day).with_options()
        if slot.date is not None
        and not slot.block.cancelled
        and any(each.person == lead and each.status is not LeadStatus.CANCELLED for each in slot.block.leads)
    )


def plan(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return all dated actions, moments and measures (R084, R119)."""
    writer = _Writer(day, setting, language, stamp)
    actions = [each for each in day.actions if choices.on("finished") or each.state.is_unfinished]
    moments = day.moments if choices.on("moments") else ()
    measures = day.measures if choices.on("measures") else ()
    return writer.finished([*writer.actions(actions), *writer.moments(moments), *writer.measures(measures)])


def checklist(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the actions of one owner, or of all, with the moments they lead and the measures they carry out."""
    writer = _Writer(day, setting, language, stamp)
    return writer.finished(_of_owner(writer, day, setting, choices))


def checklist_of_days(
    days: Sequence[tuple[StudyDay, Setting]], choices: Choices, language: Language, stamp: Stamp
) -> bytes:
    """Return the actions of one owner, or of all, over several study days; raises NothingDated."""
    writers = [(_Writer(day, setting, language, stamp), day, setting) for day, setting in days]
    events = [event for writer, day, setting in writers for event in _of_owner(writer, day, setting, choices)]
    all_days = StudyDay(title=language.gettext("All study days"))
    return _Writer(all_days, days[0][1], language, stamp).finished(events)


def _of_owner(writer: _Writer, day: StudyDay, setting: Setting, choices: Choices) -> Iterator[Event]:
    owner = next((person.id for person in setting.people if person.uid == choices["owner"]), None)
    actions = [each for each in day.actions if choices.on("finished") or each.state.is_unfinished]
    measured = set() if choices.on("finished") else {each.measure for each in day.results}
    moments, measures = day.moments, tuple(each for each in day.measures if each.id not in measured)
    if owner is not None:
        actions = [each for each in actions if owner in {each.owner, each.owner_contact}]
        moments = tuple(each for each in moments if each.leader == owner)
        measures = tuple(each for each in measures if each.who == owner)
    yield from writer.actions(actions)
    yield from writer.moments(moments)
    yield from writer.measures(measures)


def _zone_of(school: School) -> ZoneInfo | None:
    """Return the school's time zone; None where its country has several or isn't known: then times are local ones."""
    if school.holiday_region in BELGIAN:
        return ZoneInfo("Europe/Brussels")
    if school.holiday_region is not HolidayRegion.OTHER:
        return ZoneInfo("Europe/Amsterdam")
    from babel.core import get_global

    zones = get_global("territory_zones").get(school.country.upper(), ())
    return ZoneInfo(zones[0]) if len(zones) == 1 else None


def _has_clock_times(calendar: Calendar) -> bool:
    return any(isinstance(event.decoded("dtstart"), dt.datetime) for event in calendar.walk("VEVENT"))


def _central_european(name: str) -> Timezone:
    """Return a zone with its rules since 1996, as Outlook reads them; a list of dates, as of any zone, it does not."""
    zone = Timezone()
    zone.add("tzid", name)
    for kind, month, begun, named, before, after in (
        (TimezoneDaylight, 3, dt.datetime(1996, 3, 31, 2), "CEST", 1, 2),
        (TimezoneStandard, 10, dt.datetime(1996, 10, 27, 3), "CET", 2, 1),
    ):
        rule = kind()
        rule.add("dtstart", begun)
        rule.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        rule.add("tzoffsetfrom", dt.timedelta(hours=before))
        rule.add("tzoffsetto", dt.timedelta(hours=after))
        rule.add("tzname", named)
        zone.add_component(rule)
    return zone


def _in_utc(moment: dt.datetime) -> dt.datetime:
    try:
        return moment.astimezone(dt.UTC)
    except (OSError, OverflowError, ValueError):
        # Windows knows no time of its own before 1970 or after 3000.
        return moment.replace(tzinfo=dt.UTC)


class _Writer:
    """Makes events of one study day, in one language."""

    def __init__(self, day: StudyDay, setting: Setting, language: Language, stamp: Stamp) -> None:
        self._day = day
        self._setting = setting
        self._language = language
        self._zone = _zone_of(setting.school)
        self._stamp = stamp
        self._names = Names(day, setting, language)

    def finished(self, events: Iterable[Event]) -> bytes:
        """Return the file; raises NothingDated when there is no event to put in it."""
        calendar = Calendar()
        calendar.add("prodid", f"-//StudyDAG//{self._language.code.upper()}")
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", _line(self._day.title))
        for event in events:
            calendar.add_component(event)
        if not calendar.subcomponents:
            raise NothingDated
        if self._zone is not None and self._zone.key in CENTRAL_EUROPEAN and _has_clock_times(calendar):
            calendar.subcomponents.insert(0, _central_european(self._zone.key))
        calendar.add_missing_timezones()
        return bytes(calendar.to_ical())

    def block(self, slot: Slot, choices: Choices, *, inside: bool = False) -> Event:
        """Return the event of a block; an open end has no end in the calendar either.

        For who is `inside`, a lead, it says what is not for participants.
        """
        assert slot.starts_at is not None
        block = slot.block
        event = self._event(block.uid, self._names.title_inside(block) if inside else self._names.title(block))
        event.add("dtstart", slot.starts_at.replace(tzinfo=self._zone))
        if not slot.open_end and slot.ends_at is not None:
            event.add("dtend", slot.ends_at.replace(tzinfo=self._zone))
        places = dict.fromkeys(_line(each) for each in self._places(slot, choices, inside=inside) if each)
        self._text(event, "location", ", ".join(places))
        if "://" in block.link:
            event.add("url", block.link)
        event.add("categories", [self._language.capitalised(self._language.member(block.phase))])
        self._text(event, "description", "\n".join(self._about_block(slot, choices)))
        return event

    def in_own_time(self, block: Block, choices: Choices) -> Event:
        """Return the event of what is done at one's own pace: over all days on which it can be, and taking no time."""
        first, last = block.window_start or block.window_end, block.window_end or block.window_start
        assert first is not None
        assert last is not None
        event = self._all_day(block.uid, self._names.title(block), first, max(first, last))
        if "://" in block.link:
            event.add("url", block.link)
        lasts = self._language.minutes(block.minutes)
        told = [self._language.capitalised(f"{self._names.online(block)} · {lasts}"), block.description]
        if choices.on("leads") and (leads := self._names.leads(block.leads)):
            told.append(self._language.gettext("Led by: {names}").replace("{names}", leads))
        self._text(event, "description", "\n".join(text for text in (*told, block.link) if text))
        return event

    def _places(self, slot: Slot, choices: Choices, *, inside: bool) -> tuple[str, ...]:
        """Return where it is: of what is online alone neither room nor venue, but who leads it finds their room."""
        block, rooms = slot.block, choices.on("rooms")
        going_on = [option.block for option in slot.options if not option.block.cancelled]
        if block.mode in ANYWHERE or (going_on and all(option.mode in ANYWHERE for option in going_on)):
            online = self._language.capitalised(self._language.member(Mode.ONLINE))
            alone = {block.mode, *(option.mode for option in going_on)} - {Mode.IN_PERSON} == {Mode.ONLINE}
            return (online if alone else "", self._names.room(block.room) if inside and rooms else "")
        return (self._names.room(block.room) if rooms else "", slot.part.venue)

    def _about_block(self, slot: Slot, choices: Choices) -> Iterator[str]:
        _ = self._language.gettext
        block = slot.block
        if slot.open_end:
            yield _("Open end")
        if block.description:
            yield block.description
        if topics := self._names.topics(block):
            yield self._language.capitalised(_("topics: {topics}").replace("{topics}", topics))
        if choices.on("leads") and (leads := self._names.leads(block.leads)):
            yield _("Led by: {names}").replace("{names}", leads)
        for option in slot.options:
            if not option.block.cancelled and not option.block.internal:
                yield self._about_option(option, slot, choices)
        if block.material_to_bring:
            yield _("Bring along: {what}").replace("{what}", block.material_to_bring)
        if block.link:
            yield block.link

    def _about_option(self, option: Slot, round_: Slot, choices: Choices) -> str:
        room = self._names.place(option.block) if choices.on("rooms") else ""
        where = ", ".join(text for text in (room, self._names.online(option.block)) if text)
        hours = self._names.own_hours(option, round_)
        leads = self._names.leads(option.block.leads) if choices.on("leads") else ""
        title = _line(self._names.title(option.block))
        link = self._names.meeting_link(option.block)
        named = " ".join(text for text in ("–", hours, title) if text)
        told = f"{named}{f' – {leads}' if leads else ''}{f' ({where})' if where else ''}"
        return f"{told}: {link}" if link else told

    def actions(self, actions: Iterable[Action]) -> Iterator[Event]:
        """Give an all-day event for each dated action."""
        for action in actions:
            due = resolve(action.due, self._day)
            if due is not None:
                event = self._all_day(action.uid, action.what, due)
                self._text(event, "description", "\n".join(self._about_action(action)))
                self._remind(event, action.remind_before_days, action.what)
                yield event

    def _about_action(self, action: Action) -> Iterator[str]:
        _ = self._language.gettext
        owner = " – ".join(name for name in (self._names.owner(action), self._names.contact(action)) if name)
        yield f"{_('Study day')}: {_line(self._day.title)}"
        if owner:
            yield f"{_('Owner')}: {owner}"
        if not action.state.is_unfinished:
            yield f"{_('State')}: {self._language.member(action.state)}"
        if action.school_class:
            yield f"{_('Class')}: {action.school_class}"
        if action.look_at:
            yield f"{_('Look for')}: {action.look_at}"
        if action.visible_result:
            yield f"{_('Visible result')}: {action.visible_result}"
        if action.support:
            yield self._names.support(action)
        for item in action.checklist:
            yield f"{'☑' if item.done else '☐'} {item.text}"

    def moments(self, moments: Iterable[Moment]) -> Iterator[Event]:
        """Give an event for each date of each moment, all day where it has no time.

        They are told apart by their number, so that one that moves to another date stays the same event.
        """
        for moment in moments:
            title = moment.title or self._language.capitalised(self._language.member(moment.kind))
            coming = next_date(moment, self._day, self._setting.holidays, self._stamp.printed.date())
            for number, on in enumerate(series(moment, self._day, self._setting.holidays).dates):
                event = self._moment(moment, f"{moment.uid}-{number}" if number else moment.uid, title, on)
                self._text(event, "location", _line(moment.place))
                self._text(event, "description", self._agenda(moment, on) if on == coming else moment.agenda)
                self._remind(event, moment.remind_before_days, title)
                yield event

    def _agenda(self, moment: Moment, on: dt.date) -> str:
        """Return what was noted and what comes up by itself; of later dates nobody knows yet what will."""
        found = agenda(moment, on, self._day, self._setting.holidays)
        collected = "\n".join(collected_lines(found, self._names, self._language))
        return "\n\n".join(text for text in (moment.agenda.strip(), collected) if text)

    def _moment(self, moment: Moment, uid: str, title: str, on: dt.date) -> Event:
        if moment.start is None:
            return self._all_day(uid, title, on)
        event = self._event(uid, title)
        begin = dt.datetime.combine(on, moment.start, tzinfo=self._zone)
        event.add("dtstart", begin)
        event.add("dtend", begin + dt.timedelta(minutes=moment.minutes or 60))
        return event

    def measures(self, measures: Iterable[Measure]) -> Iterator[Event]:
        """Give an all-day event for each dated measure."""
        for measure in measures:
            on = resolve(due_of_measure(measure, self._day), self._day)
            if on is None:
                continue
            level = self._language.capitalised(level_words(measure.level, self._language))
            event = self._all_day(measure.uid, measure.title or level, on)
            about = [level, ", ".join(self._language.member(each) for each in measure.instruments), measure.note]
            self._text(event, "description", "\n".join(each for each in about if each))
            yield event

    def _event(self, uid: str, summary: str) -> Event:
        event = Event()
        event.add("uid", f"{uid}@studydag")
        # The stamp is in the time of this computer, which may be another than that of the school.
        written = _in_utc(self._stamp.printed)
        event.add("dtstamp", written)
        event.add("sequence", min(max(0, int((written - SEQUENCE_START).total_seconds())), MOST_SEQUENCE))
        self._text(event, "summary", _line(summary))
        return event

    def _all_day(self, uid: str, summary: str, on: dt.date, until: dt.date | None = None) -> Event:
        event = self._event(uid, summary)
        event.add("dtstart", on)
        event.add("dtend", (until or on) + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return event

    def _remind(self, event: Event, days: int | None, text: str) -> None:
        """Let the calendar remind so many days before: of what takes all day at nine in the morning, not at night."""
        if days is None:
            return
        all_day = not isinstance(event.decoded("dtstart"), dt.datetime)
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _line(text))
        alarm.add("trigger", vDuration(dt.timedelta(days=-days, hours=MORNING if all_day else 0)))
        event.add_component(alarm)

    def _text(self, event: Event, name: str, text: str) -> None:
        if text:
            value = vText(text.replace("\u00a0", " "))
            value.params["LANGUAGE"] = self._language.code
            event.add(name, value)


def _line(text: str) -> str:
    return " ".join(text.split())
