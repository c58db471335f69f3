"""What is known of each line while a programme is read: times, dates and the year so far, and columns without heads."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from studydag.model.exchange.importing.date_lines import WrittenDate
from studydag.model.exchange.importing.headings import is_sentence
from studydag.model.exchange.importing.peeling import NOTHING_KNOWN, Behind, peel
from studydag.model.exchange.importing.people import Sureness, is_nobody, listing, people_in
from studydag.model.exchange.importing.phase_words import brings_all_together, phase_of
from studydag.model.exchange.importing.places import room_sureness
from studydag.model.exchange.importing.rows import Row
from studydag.model.exchange.importing.words import Role, label_at
from studydag.model.rules.clock import WrittenTime
from studydag.model.rules.durations import read_minutes
from studydag.model.values.imported import ImportedLine, LineKind

LATE, EARLY, BACK = 12 * 60, 12 * 60, 4 * 60
"""A clock that goes back by four hours or more, from the afternoon to the morning, begins another day."""
NIGHT, SMALL_HOURS = 20 * 60, 5 * 60
TITLE_CHARACTERS = 500
DAYBREAK = dt.time(5, 59)
"""What has no hour of the day and nothing before it is later than this: `2.00` is in the afternoon."""
AFTERNOON, EVENING = dt.time(12), dt.time(16)
_HALF_DAY: Final = re.compile(
    r"(?P<evening>\w*avond|evening|\w*abend)(?!\w)|(?:studie|lesvrije |vrijdag|woensdag|dinsdag|maandag"
    r"|donderdag|na)?middag(?!s?programma|pauze)(?!\w)|\bafternoon|nachmittag",
    re.IGNORECASE,
)


def minutes_of(time: dt.time) -> int:
    """Return a clock time as minutes after midnight."""
    return time.hour * 60 + time.minute


@dataclass(slots=True)
class Draft:
    """A line in the making; `extras` are cells behind the title of which nobody knows yet what they are.

    `inside` are the lines of its cell that have bullets: options of it. `column` is that of a cell in a table.
    """

    row: Row
    kind: LineKind
    title: str = ""
    time: WrittenTime = field(default_factory=WrittenTime)
    minutes: int | None = None
    date: dt.date | None = None
    persons: tuple[str, ...] = ()
    room: str = ""
    description: str = ""
    track: str = ""
    begins_part: bool = False
    extras: tuple[str, ...] = ()
    keeps_title: bool = False
    inside: tuple[str, ...] = ()
    column: int | None = None

    def line(self) -> ImportedLine:
        """Return the line as a value."""
        title, rest = shortened(self.title)
        is_block = self.kind.is_block
        return ImportedLine(
            line=self.row.line,
            text=self.row.text,
            kind=self.kind,
            title=title,
            start=self.time.start,
            end=self.time.end,
            minutes=self.time.minutes if self.time.minutes is not None else self.minutes,
            open_end=self.time.open_end,
            date=self.date,
            persons=tuple(dict.fromkeys(person for person in self.persons if person)),
            room=self.room,
            phase=phase_of(title) if is_block else None,
            description="\n".join(part for part in (rest, self.description) if part),
            track=self.track,
            begins_part=self.begins_part,
        )


def shortened(title: str) -> tuple[str, str]:
    """Return a title of one line within its limit, and what did not go into it."""
    words = " ".join(title.split())
    if len(words) <= TITLE_CHARACTERS:
        return words, ""
    cut = words.rfind(" ", 0, TITLE_CHARACTERS - 1)
    cut = cut if cut > TITLE_CHARACTERS // 2 else TITLE_CHARACTERS - 1
    return words[:cut] + "…", words[cut:].strip()


@dataclass(slots=True)
class State:
    """What was read so far."""

    today: dt.date | None = None
    year: int | None = None
    drafts: list[Draft] = field(default_factory=list)
    date: dt.date | None = None
    first_date: dt.date | None = None
    first_start: dt.time | None = None
    last_start: dt.time | None = None
    has_title: bool = False
    has_venue: bool = False
    half_day: dt.time | None = None
    written_day: tuple[int | None, ...] | None = None
    in_24_hours: bool = False
    begins_table: bool = False

    def begin_table(self, *, in_24_hours: bool) -> None:
        """Take what stood before a table to say nothing of its first time: it may be on another day."""
        self.in_24_hours, self.begins_table = in_24_hours, True

    def settle(self, date: WrittenDate) -> dt.date | None:
        """Return a written date, its year from the lines before it; `Dag 2` is the day after the first."""
        found = date.settled(self.year, self.today)
        if found is None and date.day_number and date.month is None and self.first_date is not None:
            found = self.first_date + dt.timedelta(days=min(date.day_number, 60) - 1)
        if date.year is not None:
            self.year = date.year
        if found is not None:
            self.first_date = self.first_date or found
        return found

    def begin_part(self, date: dt.date | None) -> None:
        """Forget the clock times of the part before."""
        self.date = date
        self.first_start = self.last_start = self.written_day = None

    def note_half_day(self, text: str) -> None:
        """Take from the words above a programme that it is held in the afternoon or the evening."""
        found = _HALF_DAY.search(text[:200])
        if found is not None and self.half_day is None:
            self.half_day = EVENING if found["evening"] else AFTERNOON

    @property
    def after(self) -> dt.time | None:
        """The time after which a clock time in twelve-hour writing must lie; None where that is not used."""
        if self.in_24_hours:
            return None
        if self.begins_table:
            return self.half_day or DAYBREAK
        return self.last_start or self.half_day or DAYBREAK

    def note_start(self, start: dt.time | None) -> bool:
        """Take a start into account; return whether the clock went back to a new day."""
        if start is None:
            return False
        self.begins_table = False
        is_new = False
        if self.last_start is not None and self.first_start is not None:
            last, now = minutes_of(self.last_start), minutes_of(start)
            into_the_night = last >= NIGHT and now < SMALL_HOURS
            is_new = (
                last >= LATE
                and now < EARLY
                and last - now >= BACK
                and now <= minutes_of(self.first_start) + 60
                and not into_the_night
            )
        if is_new or self.first_start is None:
            self.first_start = start
        self.last_start = start
        return is_new

    def last_block(self) -> Draft | None:
        """Return the block or option to which a line below it belongs."""
        return next((draft for draft in reversed(self.drafts) if draft.kind.is_block), None)

    def last_item(self) -> Draft | None:
        """Return the block that was read last."""
        return next((draft for draft in reversed(self.drafts) if draft.kind in {LineKind.ITEM, LineKind.PARKED}), None)


def sort_extras(drafts: Iterable[Draft]) -> None:
    """Say of each cell behind a title whether it names people or a room, by itself or by the cells above and below."""
    with_extras = [draft for draft in drafts if draft.extras]
    rooms: Counter[int] = Counter()
    people: Counter[int] = Counter()
    texts: Counter[str] = Counter()
    for draft in with_extras:
        for place, text in enumerate(draft.extras):
            kind = _kind_of(text)
            rooms[place] += kind is Role.ROOM
            people[place] += kind is Role.PERSONS
            texts[text.casefold()] += 1
    for draft in with_extras:
        _sort(draft, rooms, people, texts)
        draft.extras = ()


def _kind_of(text: str) -> Role | None:
    room, named = room_sureness(text), people_in(text).sureness
    if room is Sureness.NO and named is Sureness.NO:
        return None
    if room > named and room >= Sureness.LIKELY:
        return Role.ROOM
    return Role.PERSONS if named >= Sureness.LIKELY else None


def _sort(draft: Draft, rooms: Counter[int], people: Counter[int], texts: Counter[str]) -> None:
    kinds = [_kind_of(text) for text in draft.extras]
    rooms_here = [text for text, kind in zip(draft.extras, kinds, strict=True) if kind is Role.ROOM]
    has_room = any(room_sureness(text) is Sureness.SURE for text in rooms_here)
    for place, text in enumerate(draft.extras):
        kind = kinds[place]
        if kind is None:
            kind = _beside_a_room(text) if has_room else _guess(text, draft, place, rooms, people, texts)
        elif kind is Role.PERSONS and people_in(text).sureness is Sureness.LIKELY and not has_room:
            # Where others have their room, an unknown name of two words is one.
            kind = Role.ROOM if rooms[place] > 2 * people[place] else kind
        label = label_at(text)
        minutes = read_minutes(text) if not text.isdigit() else None
        if is_nobody(text):
            continue
        if label is not None and label[0] is not Role.REST:
            _take(draft, label[0], label[2])
        elif minutes is not None and draft.minutes is None:
            draft.minutes = minutes
        else:
            _take(draft, kind, text)


def _beside_a_room(text: str) -> Role | None:
    """Say what a cell is beside one that is surely a room: who leads, by whatever name, unless it tells something."""
    return None if is_sentence(text) or len(text.split()) > 8 or len(text) > 90 else Role.PERSONS


def _take(draft: Draft, kind: Role | None, text: str) -> None:
    if kind is Role.ROOM and not draft.room:
        draft.room = text
    elif kind is Role.PERSONS and (draft.room or room_sureness(text) <= people_in(text).sureness):
        _take_people(draft, text)
    elif kind is Role.TITLE:
        draft.title = f"{draft.title} | {text}" if draft.row.between.value == "bar" else f"{draft.title} {text}"
    else:
        draft.description = "\n".join(part for part in (draft.description, text) if part)


def _take_people(draft: Draft, text: str) -> None:
    """`Jan Jansen, lokaal 3` in one cell has a room behind the people."""
    peeled = peel(text) if "," in text else None
    if peeled is not None and peeled.room and not peeled.persons and not draft.room:
        draft.room, text = peeled.room, peeled.title
    found = listing(text)
    draft.persons = (*draft.persons, *found.persons)
    draft.description = "\n".join(part for part in (draft.description, found.note) if part)


def _guess(
    text: str, draft: Draft, place: int, rooms: Counter[int], people: Counter[int], texts: Counter[str]
) -> Role | None:
    """Guess what a cell is that doesn't say so itself; long text describes, and a lower-case piece goes on."""
    if is_sentence(text) or len(text) > 90:
        return None
    if text[:1].islower() and people_in(text).sureness is Sureness.NO and room_sureness(text) is Sureness.NO:
        is_parted = not draft.row.between.is_table and all(each[:1].islower() for each in draft.extras[: place + 1])
        is_broken = 1 < len(draft.extras) <= 8 and all(each[:1].islower() for each in draft.extras)
        if is_parted and (rooms[place] == people[place] == 0 or is_broken):
            return Role.TITLE
        if rooms[place] <= people[place] == 0:
            return None
    is_word = len(text.split()) == 1 and people_in(text).sureness <= Sureness.PERHAPS
    if is_word and brings_all_together(draft.title) and text[:1].isupper():
        return Role.ROOM
    if rooms[place] != people[place]:
        return Role.ROOM if rooms[place] > people[place] else Role.PERSONS
    words = text.split()
    if room_sureness(text) >= Sureness.LIKELY or (texts[text.casefold()] > 1 and len(words) <= 3):
        return Role.ROOM
    if len(draft.extras) > 1 and place == len(draft.extras) - 1 and draft.extras[0] != text and len(words) <= 3:
        return Role.ROOM
    return Role.PERSONS if len(words) <= 8 and text[:1].isupper() else None


def with_peeled(draft: Draft, text: str, *, commas: bool = True, known: Behind = NOTHING_KNOWN) -> Draft:
    """Give a draft its title, with what stands behind the title taken off it."""
    peeled = peel(text, commas=commas, known=known)
    return replace(
        draft,
        title=peeled.title,
        persons=(*draft.persons, *peeled.persons),
        room=draft.room or peeled.room,
        minutes=draft.minutes if draft.minutes is not None else peeled.minutes,
        description="\n".join(part for part in (draft.description, peeled.description) if part),
    )
