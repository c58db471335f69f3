"""What is known of each line while a programme is read: times, dates and the year so far, and columns without heads."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.date_lines import WrittenDate
from studydag.model.exchange.importing.titles.peeled import NOTHING_KNOWN, Behind
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.written.phase_words import phase_of
from studydag.model.values.imported import ImportedLine, LineKind
from studydag.model.values.phases import Phase

LATE, EARLY, BACK = 12 * 60, 12 * 60, 4 * 60
"""A clock that goes back by four hours or more, from the afternoon to the morning, begins another day."""
NIGHT, SMALL_HOURS = 20 * 60, 5 * 60
LATEST, EARLIEST = dt.time(20), dt.time(6)
"""Where all that has a time lies between these, it is held at night."""
TITLE_CHARACTERS = 500
MOST_BELOW: Final = 200
"""So many lines may stand below a block and tell of it; a text without any block is not searched again and again."""
_ITEMS: Final = frozenset({LineKind.ITEM, LineKind.PARKED})
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


@dataclass(slots=True, eq=False)
class Draft:
    """A line in the making; `extras` are cells behind the title of which nobody knows yet what they are.

    `inside` are the lines of its cell that have bullets: options of it. `column` is that of a cell in a table, `phase`
    what a column of phases says.
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
    inside: tuple[str, ...] = ()
    column: int | None = None
    phase: Phase | None = None
    within: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is known of a line: it may be the time of the block above, in a line of its own."""
        return not (self.title or self.persons or self.room or self.description or self.extras)

    def line(self) -> ImportedLine:
        """Return the line as a value."""
        title, rest = shortened(self.title)
        is_block = self.kind.is_block
        return ImportedLine(
            line=self.row.line,
            text=self.row.pasted,
            kind=self.kind,
            title=title,
            start=self.time.start,
            end=self.time.end,
            minutes=self.time.minutes if self.time.minutes is not None else self.minutes,
            open_end=self.time.open_end,
            date=self.date,
            persons=tuple(dict.fromkeys(person for person in self.persons if person)),
            room=self.room,
            phase=(self.phase or phase_of(title)) if is_block else None,
            description="\n".join(part for part in (rest, self.description) if part),
            track=self.track,
            begins_part=self.begins_part,
            within=self.within,
        )


def lines_of(drafts: Sequence[Draft]) -> tuple[ImportedLine, ...]:
    """Return the lines as values; an option whose title tells of no phase has that of its round."""
    of_round: Phase | None = None
    lines: list[ImportedLine] = []
    for draft in drafts:
        line = draft.line()
        if line.kind is LineKind.OPTION:
            untold = draft.phase is None and line.phase is Phase.KNOWLEDGE and of_round is not None
            line = replace(line, phase=of_round) if untold else line
        elif line.kind.is_block:
            of_round = line.phase if line.phase is not None and line.phase.is_learning else None
        lines.append(line)
    return tuple(lines)


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
    at_night: bool = False
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

    def is_on(self, weekday: int | None) -> bool:
        """Whether the date that was read last, before any block, falls on this weekday."""
        if weekday is None or self.date is None or self.date.weekday() != weekday:
            return False
        return not any(draft.kind.is_block for draft in self.drafts)

    def note_nights(self, starts: Sequence[dt.time]) -> None:
        """Take from all starts of a text that it is held at night, so that `01:30` is no afternoon."""
        self.at_night = any(start >= LATEST for start in starts) and all(
            start >= LATEST or start < EARLIEST for start in starts
        )

    def note_half_day(self, text: str) -> None:
        """Take from the words above a programme that it is held in the afternoon or the evening."""
        found = _HALF_DAY.search(text[:200])
        if found is not None and self.half_day is None:
            self.half_day = EVENING if found["evening"] else AFTERNOON

    @property
    def after(self) -> dt.time | None:
        """The time after which a clock time in twelve-hour writing must lie; None where that is not used."""
        if self.in_24_hours or (self.at_night and self.last_start is None):
            return None
        if self.begins_table:
            return self.half_day or DAYBREAK
        return self.last_start or self.half_day or DAYBREAK

    def goes_into_the_night(self, start: dt.time) -> bool:
        """Whether a time is past midnight, behind a block in the evening; what is written as 24:00 ends this day."""
        if self.last_start is None:
            return False
        return (minutes_of(self.last_start) >= NIGHT and minutes_of(start) < SMALL_HOURS) or not minutes_of(start)

    def note_start(self, start: dt.time | None) -> bool:
        """Take a start into account; return whether the clock went back to a new day."""
        if start is None:
            return False
        self.begins_table = False
        is_new = False
        if self.last_start is not None and self.first_start is not None:
            last, now = minutes_of(self.last_start), minutes_of(start)
            is_new = (
                last >= LATE
                and now < EARLY
                and last - now >= BACK
                and now <= minutes_of(self.first_start) + 60
                and not self.goes_into_the_night(start)
            )
        if is_new or self.first_start is None:
            self.first_start = start
        self.last_start = start
        return is_new

    def last_block(self) -> Draft | None:
        """Return the block or option to which a line below it belongs."""
        return next((draft for draft in self._lately() if draft.kind.is_block), None)

    def last_item(self) -> Draft | None:
        """Return the block that was read last."""
        return next((draft for draft in self._lately() if draft.kind in _ITEMS), None)

    def since_last_item(self) -> Iterator[Draft]:
        """Give what stands below the block that was read last, the last first; nothing where none was."""
        item = self.last_item()
        return iter(()) if item is None else takewhile(lambda draft: draft is not item, self._lately())

    def _lately(self) -> Iterator[Draft]:
        """Give the last drafts, the last first: what stands further up has nothing below it any more."""
        return islice(reversed(self.drafts), MOST_BELOW)


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
