"""Calendar files (RFC 5545) of the programme, of actions, moments and measures.

Actions are all-day events, not to-dos, which some calendars drop. A series is written as single events: it skips
holidays, which a rule can't say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vDuration, vText

from studydag.export.documents import Choices, Stamp
from studydag.language import Language
from studydag.model.rules.dates import resolve
from studydag.model.rules.rhythm import series
from studydag.model.rules.schedule import Slot, schedule
from studydag.model.values.effect import Measure
from studydag.model.values.errors import NothingDated
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.school import HolidayRegion
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

BELGIAN = frozenset({HolidayRegion.FLANDERS, HolidayRegion.FRENCH_BELGIUM})
# Sequences count minutes from here: each file that is made later replaces what a calendar took in earlier.
SEQUENCE_START = dt.datetime(2020, 1, 1)


def programme(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme: an event for each block with a date, those after midnight on the next date (D31)."""
    writer = _Writer(day, setting, language, stamp)
    events = [
        writer.block(slot, choices)
        for part in schedule(day).parts
        for slot in part.slots
        if slot.date is not None and not slot.block.internal and not slot.block.cancelled
    ]
    return writer.finished(events)


def plan(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return all dated actions, moments and measures (R084, R119)."""
    writer = _Writer(day, setting, language, stamp)
    actions = [each for each in day.actions if choices.on("finished") or each.state.is_unfinished]
    moments = day.moments if choices.on("moments") else ()
    measures = day.measures if choices.on("measures") else ()
    return writer.finished([*writer.actions(actions), *writer.moments(moments), *writer.measures(measures)])


def checklist(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the actions and moments of one owner, or of all."""
    writer = _Writer(day, setting, language, stamp)
    owner = choices["owner"]
    actions = [
        each
        for each in day.actions
        if (choices.on("finished") or each.state.is_unfinished)
        and (not owner or owner in {writer.uid_of(each.owner), writer.uid_of(each.owner_contact)})
    ]
    moments = [each for each in day.moments if not owner or writer.uid_of(each.leader) == owner]
    return writer.finished([*writer.actions(actions), *writer.moments(moments)])


class _Writer:
    """Makes events of one study day, in one language."""

    def __init__(self, day: StudyDay, setting: Setting, language: Language, stamp: Stamp) -> None:
        self._day = day
        self._setting = setting
        self._language = language
        self._zone = ZoneInfo("Europe/Brussels" if setting.school.holiday_region in BELGIAN else "Europe/Amsterdam")
        self._stamp = stamp
        self._people = {person.id: person for person in setting.people}
        self._groups = {group.id: group.name for group in setting.groups}
        self._rooms = {room.id: room.name for room in setting.rooms}

    def uid_of(self, person: int | None) -> str:
        """Return the uid of a person, empty for nobody."""
        return self._people[person].uid if person in self._people else ""

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
        calendar.add_missing_timezones()
        return bytes(calendar.to_ical())

    def block(self, slot: Slot, choices: Choices) -> Event:
        """Return the event of a block; an open end has no end in the calendar either."""
        assert slot.starts_at is not None
        block = slot.block
        event = self._event(block.uid, block.title or self._label(block))
        event.add("dtstart", slot.starts_at.replace(tzinfo=self._zone))
        if not slot.open_end and slot.ends_at is not None:
            event.add("dtend", slot.ends_at.replace(tzinfo=self._zone))
        place = [self._rooms.get(block.room or 0, "") if choices.on("rooms") else "", slot.part.venue]
        self._text(event, "location", ", ".join(_line(each) for each in place if each))
        event.add("categories", [self._language.capitalised(self._language.member(block.phase))])
        self._text(event, "description", "\n".join(self._about_block(slot, choices)))
        return event

    def _about_block(self, slot: Slot, choices: Choices) -> Iterator[str]:
        _ = self._language.gettext
        block = slot.block
        if slot.open_end:
            yield _("Open end")
        if block.description:
            yield block.description
        if choices.on("leads") and (leads := self._leads(block)):
            yield f"{_('Led by')}: {leads}"
        if block.kind is BlockKind.ROUND:
            for option in slot.options:
                if not option.block.cancelled:
                    where = self._rooms.get(option.block.room or 0, "") if choices.on("rooms") else ""
                    begins = f"{self._language.clock(option.start)} " if option.start != slot.start else ""
                    yield f"– {begins}{_line(option.block.title)}{f' ({where})' if where else ''}"
        if block.material_to_bring:
            yield f"{_('Bring along')}: {block.material_to_bring}"
        if block.link:
            yield block.link

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
        owner = self._owner(action)
        yield f"{_('Study day')}: {_line(self._day.title)}"
        if owner:
            yield f"{_('Owner')}: {owner}"
        if not action.state.is_unfinished:
            yield f"{_('State')}: {self._language.member(action.state)}"
        if action.visible_result:
            yield f"{_('Visible result')}: {action.visible_result}"
        for support in action.support:
            kind = self._language.member(support.kind)
            yield f"{_('Support')}: {kind}{f' ({support.giver})' if support.giver else ''}"
        for item in action.checklist:
            yield f"{'☑' if item.done else '☐'} {item.text}"

    def moments(self, moments: Iterable[Moment]) -> Iterator[Event]:
        """Give an event for each date of each moment, all day where it has no time."""
        for moment in moments:
            title = moment.title or self._language.capitalised(self._language.member(moment.kind))
            for on in series(moment, self._day, self._setting.holidays).dates:
                uid = f"{moment.uid}-{on:%Y%m%d}"
                if moment.start is None:
                    event = self._all_day(uid, title, on)
                else:
                    event = self._event(uid, title)
                    begin = dt.datetime.combine(on, moment.start, self._zone)
                    event.add("dtstart", begin)
                    event.add("dtend", begin + dt.timedelta(minutes=moment.minutes or 60))
                self._text(event, "location", _line(moment.place))
                self._text(event, "description", moment.agenda)
                self._remind(event, moment.remind_before_days, title)
                yield event

    def measures(self, measures: Iterable[Measure]) -> Iterator[Event]:
        """Give an all-day event for each dated measure."""
        for measure in measures:
            on = resolve(measure.when, self._day)
            if on is None:
                continue
            level = self._language.capitalised(self._language.member(measure.level))
            event = self._all_day(measure.uid, measure.title or level, on)
            about = [level, ", ".join(self._language.member(each) for each in measure.instruments), measure.note]
            self._text(event, "description", "\n".join(each for each in about if each))
            yield event

    def _event(self, uid: str, summary: str) -> Event:
        event = Event()
        event.add("uid", f"{uid}@studydag")
        event.add("dtstamp", self._stamp.printed.replace(tzinfo=self._zone).astimezone(dt.UTC))
        event.add("sequence", max(0, int((self._stamp.printed - SEQUENCE_START).total_seconds() // 60)))
        self._text(event, "summary", _line(summary))
        return event

    def _all_day(self, uid: str, summary: str, on: dt.date) -> Event:
        event = self._event(uid, summary)
        event.add("dtstart", on)
        event.add("dtend", on + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return event

    def _remind(self, event: Event, days: int | None, text: str) -> None:
        if days is None:
            return
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _line(text))
        alarm.add("trigger", vDuration(dt.timedelta(days=-days)))
        event.add_component(alarm)

    def _text(self, event: Event, name: str, text: str) -> None:
        if text:
            value = vText(text)
            value.params["LANGUAGE"] = self._language.code
            event.add(name, value)

    def _label(self, block: Block) -> str:
        return self._language.capitalised(self._language.member(block.phase))

    def _leads(self, block: Block) -> str:
        names = [self._people[lead.person].name for lead in block.leads if lead.person in self._people]
        return self._language.list(names) if names else ""

    def _owner(self, action: Action) -> str:
        if action.owner in self._people:
            return self._people[action.owner].name
        return self._groups.get(action.owner_group or 0, "")


def _line(text: str) -> str:
    return " ".join(text.split())
