"""Reads the lines of a text one by one: which is a block, and what the lines around it say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, text_of_both
from studydag.model.exchange.importing.recognising.date_lines import WrittenDate, find_date
from studydag.model.exchange.importing.recognising.headings import (
    is_footer,
    is_section,
    is_sentence,
    numbers_a_series,
    offers_parallel,
    says_what_follows,
)
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.texts.about_the_day import tells_of_the_day
from studydag.model.exchange.importing.texts.before_titles import (
    could_be_where,
    is_a_name,
    says_what_they_do_before,
    says_where_before,
    speaks_above,
    speaks_before,
    without_where,
)
from studydag.model.exchange.importing.texts.block_cells import place_block
from studydag.model.exchange.importing.texts.choices_below import begins_with_a_code
from studydag.model.exchange.importing.texts.drafts import Draft, State, with_peeled
from studydag.model.exchange.importing.texts.habits import Habits, last_timed, names_only_a_room
from studydag.model.exchange.importing.texts.header import MEANINGLESS, header_line, without_time
from studydag.model.exchange.importing.texts.offered_below import offered_below, open_rounds
from studydag.model.exchange.importing.texts.telling import Told, told_drafts
from studydag.model.exchange.importing.texts.timed_rows import Timed, comes_before, ends_with_range, timed
from studydag.model.exchange.importing.texts.untimed_rows import UntimedRows
from studydag.model.exchange.importing.texts.whole_day import is_whole_day, read_whole_day, says_when
from studydag.model.exchange.importing.titles.minutes_behind import cut_minutes
from studydag.model.exchange.importing.titles.rooms_behind import bare_room
from studydag.model.rules.written.phase_words import tells_a_phase
from studydag.model.values.imported import LineKind

_DASH: Final = re.compile(r"[-–—]|tot|bis|to|until|t/m")
_ENDS_WITH_DASH: Final = re.compile(r"\d\D{0,6}[-–—]\s*$")
_BEGINS: Final = re.compile(r"(?:aanvang|start|begin|beginn|anfang)\b", re.IGNORECASE)
_SOMEWHERE: Final = re.compile(r"(?:in|im|at|op|te) \S", re.IGNORECASE)
_ROOM_IN_FRONT: Final = re.compile(r"[(\[](?P<room>[^()\[\]]{2,40})[)\]](?P<colon>\s*:\s*|\s+|$)(?P<rest>.*)")
_SMALL: Final = re.compile(r"(?:dag|day|tag)?\s*\d{1,2}\.?:?", re.IGNORECASE)
LONG_LINE, LONG_DAY = 110, 150
_LONGEST_NUMBER: Final = 3
FEWEST_TIMED = 2


def _below_its_time(row: Row, time: Row) -> Row:
    """Return the row of a title as that of the block, which begins with the time above it."""
    return replace(row, **text_of_both(time, row), line=time.line, after_gap=time.after_gap)


def _room_in_front(found: Timed, *, is_followed: bool, room: str) -> tuple[str, Timed]:
    """Return where it is by what stands right behind a time, else `room`; and what is left: `10.30 Uhr (Aula)`.

    `is_followed`: the next line has no time, so that it may be the title: `9.00 @ Aula`.
    """
    if is_followed and len(found.rest) == 1 and found.rest[0][:1] == "@":
        return found.rest[0][1:].strip(), replace(found, rest=())
    in_front = _ROOM_IN_FRONT.fullmatch(found.rest[0]) if found.rest else None
    if in_front is not None and (is_followed or in_front["rest"]) and could_be_where(in_front):
        return in_front["room"], replace(found, rest=(in_front["rest"], *found.rest[1:]))
    return room, found


def _numbered_days(rows: Sequence[Row], known: Mapping[int, Timed]) -> frozenset[int]:
    """Return the places of numbers alone, from 1 on, behind each of which the clock begins anew: those are days."""
    numbers = [place for place, row in enumerate(rows) if row.text.isdigit() and len(row.text) < _LONGEST_NUMBER]
    if len(numbers) < FEWEST_TIMED or [int(rows[place].text) for place in numbers] != [*range(1, len(numbers) + 1)]:
        return frozenset()
    stops = [*numbers[1:], len(rows)]
    days = [
        [time.time.start for row in rows[begin:stop] if (time := known.get(id(row))) is not None and time.time.start]
        for begin, stop in zip(numbers, stops, strict=True)
    ]
    begins_anew = all(days) and all(later[0] < before[-1] for before, later in pairwise(days))
    return frozenset(numbers) if begins_anew else frozenset()


class LineReader:
    """Reads the rows of a text one by one; `pending` is a time that waits for its title on the next line."""

    def __init__(
        self,
        rows: tuple[Row, ...],
        state: State,
        habits: Habits,
        told: Mapping[int, Sequence[Told]],
        known: Mapping[int, Timed],
        tables: frozenset[int],
        later: frozenset[int],
    ) -> None:
        self._rows = rows
        self._told = told
        self._known = known
        self._state = state
        self._habits = habits
        self._tables, self._later = tables, later
        self._began = False
        self._ended = False
        self._follows = False
        self._rounds: list[Draft] | None = None
        self._pending: Draft | None = None
        self._dashed = False
        self._last_timed = max(told) if told else last_timed(rows, known, habits, tables, later)
        self._places = {id(row): place for place, row in enumerate(rows)}
        self._numbered = _numbered_days(rows, known)
        self._first_known = next((place for place, row in enumerate(rows) if id(row) in known), 0)
        self._untimed = UntimedRows(
            rows, state, habits, self._is_timed, is_told=bool(told), last_timed=self._last_timed
        )

    def saw_table(self) -> None:
        """A table with blocks stood here."""
        self._drop_pending()
        self._began = True

    def read(self, place: int) -> int:
        """Read the row at a place, with those that hang on it; return the place of the next."""
        row = self._rows[place]
        state = self._state
        if self._ended_with_heading(row, found_before=len(self._known) > FEWEST_TIMED):
            state.drafts.append(Draft(row, LineKind.NOT_UNDERSTOOD))
            return place + 1
        if place in self._told:
            self._read_told(row, self._told[place])
            return place + 1
        found = None if self._told else self._timed(row)
        if found is not None and not self._began and is_whole_day(found, place, self._rows, self._known):
            read_whole_day(row, found, state)
            return place + 1
        if found is not None:
            self._read_timed(row, found, place)
            return place + 1
        if self._pending is not None and self._takes_pending(row, place):
            return place + 1
        if self._is_day(row, place):
            return place + 1
        if not self._began:
            header_line(row, state)
            return place + 1
        if place > self._last_timed and (stop := self._read_below_all(row, place)) > place:
            return stop
        return self._untimed.read(place)

    def _read_below_all(self, row: Row, place: int) -> int:
        """Read a row below all blocks, if it is what rounds offer or what is said of the day; return the next place."""
        if self._rounds is None:
            self._rounds = [] if self._told else open_rounds(self._state.drafts)
        offered = offered_below(self._rows, place, self._state, self._rounds, self._habits.behind)
        if offered:
            self._state.drafts += offered
        elif self._ended or is_footer(row.text) or tells_of_the_day(row):
            self._ended = True
            self._state.drafts.append(Draft(row, LineKind.NOT_UNDERSTOOD))
            return place + 1
        return place + len(offered)

    def finish(self) -> None:
        """Keep a time without a title as one that was not understood."""
        self._drop_pending()

    def _timed(self, row: Row) -> Timed | None:
        state, loose = self._state, self._habits.loose
        at_end = not self._habits.in_front or self._began or (bool(row.bullet) and tells_a_phase(row.text))
        at_end = at_end or self._comes_before(row)
        if self._habits.lasting and cut_minutes(row.filled[-1])[1] is not None:
            at_end = False
        if at_end and (
            (len(row.text) > LONG_LINE and not ends_with_range(row))
            or (self._habits.in_front and is_sentence(row.text))
        ):
            at_end = False
        above = self._habits.dates_above
        found = timed(row, state.after, loose=loose, at_end=at_end, above_title=above)
        if found is not None and self._could_be_a_number(found):
            return None
        if found is not None and found.date is not None and not (self._habits.dated or above) and not self._began:
            return None
        start = None if found is None else found.time.start
        is_night = start is not None and state.goes_into_the_night(start)
        if start is not None and state.first_start is not None and start < state.first_start and not is_night:
            again = timed(row, state.first_start, loose=loose, at_end=at_end)
            if again is not None and again.time.start is not None and again.time.start >= state.first_start:
                return again
        return found

    def _could_be_a_number(self, found: Timed) -> bool:
        """Whether a time in the last cell, where others stand in front, goes back: `Rekenen | Anna Bos | 1.12`."""
        start, last = found.time.start, self._state.last_start
        is_one = found.at_end and self._habits.in_front and len(found.rest) > 1 and found.time.end is None
        return is_one and start is not None and last is not None and start < last

    def _comes_before(self, row: Row) -> bool:
        """Whether a row above the first that has its time in front is a block too: `Onthaal: 13u`."""
        place = self._places[id(row)]
        if place >= self._first_known:
            return False
        first = self._known[id(self._rows[self._first_known])]
        return comes_before(row, self._rows[place + 1 : self._first_known], first.time.start)

    def _is_timed(self, row: Row) -> bool:
        if id(row) in self._known and (self._began or self._habits.dated):
            return True
        return self._timed(row) is not None

    def _read_timed(self, row: Row, found: Timed, place: int) -> None:
        state = self._state
        if self._pending is not None and self._dashed and not found.rest and found.time.end is None:
            self._pending.time = replace(self._pending.time, end=found.time.start, open_end=False)
            self._pending.row = _below_its_time(row, self._pending.row)
            self._dashed = False
            return
        self._drop_pending()
        if says_when(row, found, self._above()):
            state.drafts.append(Draft(row, LineKind.HEADING, title=row.text))
            return
        draft = Draft(row, LineKind.ITEM, time=found.time)
        if found.date is not None:
            date = state.settle(found.date)
            if date is None or date != state.date:
                state.begin_part(date)
                draft.begins_part, draft.date = True, date
        if _BEGINS.match(row.text) and len(found.rest) == 1 and _SOMEWHERE.match(found.rest[0]):
            draft.room = bare_room(found.rest[0])
            found = replace(found, rest=())
        following = self._rows[place + 1] if place + 1 < len(self._rows) else None
        is_followed = following is not None and not self._is_timed(following)
        draft.room, found = _room_in_front(found, is_followed=is_followed, room=draft.room)
        is_above_a_list = following is not None and bool(following.bullet) and not row.bullet
        if self._habits.rooms_first and is_followed and not is_above_a_list and names_only_a_room(found):
            draft.room, found = found.rest[0], replace(found, rest=())
        who, where = without_where(found.rest[0]) if is_followed and len(found.rest) == 1 else ("", "")
        told = replace(found, rest=(who,)) if where else found
        speaker = speaks_above(told, row, following, is_apart=self._is_apart(place + 2)) if is_followed else None
        if speaker is not None:
            draft.persons, draft.description, found = speaker.persons, speaker.note, replace(found, rest=())
            draft.room = draft.room or where
        if not found.rest or not any(found.rest):
            self._wait(draft)
            return
        self._began = True
        self._note_start(draft)
        place_block(draft, found.rest, self._state, self._habits.behind)

    def _ended_with_heading(self, row: Row, *, found_before: bool) -> bool:
        """Whether a line stands below a heading such as `Wat er daarna gebeurt`: what comes later is no block."""
        if self._follows or not (row.is_heading or row.after_gap) or not found_before:
            return self._follows
        if self._state.last_item() is None or not says_what_follows(row.text):
            return False
        later = self._rows[self._places[id(row)] :]
        self._follows = all(self._known[id(each)].date is not None for each in later if id(each) in self._known)
        return self._follows

    def _read_told(self, row: Row, clauses: Sequence[Told]) -> None:
        self._drop_pending()
        for draft in told_drafts(row, clauses, self._state):
            self._began = self._began or draft.kind is LineKind.ITEM
            self._state.drafts.append(draft)

    def _wait(self, draft: Draft) -> None:
        """Keep a time that stands alone for the title below it, unless a heading above it is one."""
        before = self._state.drafts[-1] if self._state.drafts else None
        is_below = self._habits.above or (draft.row.text.startswith("(") and not draft.row.after_gap)
        if is_below and before is not None and before.kind is not LineKind.ITEM:
            self._take_title_above(before, draft)
            return
        if before is not None and self._is_a_round(before):
            self._state.has_title = self._state.has_title and before.kind is not LineKind.TITLE
            before.kind, before.time = LineKind.ITEM, draft.time
            before.row = replace(before.row, **text_of_both(before.row, draft.row))
            before.title = before.title or before.row.text
            self._began = True
            self._note_start(before)
            return
        self._pending, self._dashed = draft, _ENDS_WITH_DASH.search(draft.row.text) is not None

    def _is_a_round(self, before: Draft) -> bool:
        """Whether a heading, or the first line of all, is a round with its time below it: `Ronde 1`."""
        text = before.title or before.row.text
        is_first = before.kind is LineKind.TITLE and numbers_a_series(text) and len(self._state.drafts) == 1
        return (before.kind is LineKind.HEADING or is_first) and offers_parallel(text)

    def _take_title_above(self, title: Draft, time: Draft) -> None:
        """Make the line above a time its block; what was taken for the title of the day is one no longer."""
        self._state.has_title = self._state.has_title and title.kind is not LineKind.TITLE
        made = with_peeled(
            Draft(title.row, LineKind.ITEM, time=time.time), title.row.cells[0], known=self._habits.behind
        )
        made.begins_part, made.date = time.begins_part, time.date
        self._state.drafts[-1] = made
        self._state.drafts.append(Draft(time.row, LineKind.NOTE))
        self._began = True
        self._note_start(made)

    def _takes_pending(self, row: Row, place: int) -> bool:
        """Give the time above its title; return whether this row was one."""
        assert self._pending is not None
        text = row.cells[0]
        if self._pending.persons and not self._pending.title and self._rows[place - 1].text.endswith(","):
            # `Anna Bos,` above `Universiteit Gent`: what the person does goes on here.
            self._pending.description = f"{self._pending.description} {text}".strip()
            self._pending.row = _below_its_time(row, self._pending.row)
            return True
        following = self._untimed.below(place)
        if self._pending.persons and not self._pending.title and says_what_they_do_before(row, following):
            self._pending.description = f"{self._pending.description} {text}".strip()
            self._pending.row = _below_its_time(row, self._pending.row)
            return True
        if not self._pending.room and (place in self._habits.where or says_where_before(row, following)):
            self._pending.room = text
            self._pending.row = _below_its_time(row, self._pending.row)
            return True
        below_names = self._below_names(place)
        if self._takes_names(place) and speaks_before(
            row,
            self._untimed.below(below_names - 1),
            is_apart=self._is_apart(below_names + 1),
            least=Sureness.LIKELY if below_names == place + 1 and not self._pending.persons else Sureness.SURE,
        ):
            pending = self._pending
            who, where = without_where(text.rstrip(":,"))
            speaker, pending.room = speaker_of(who), pending.room or where
            pending.persons, pending.description = (*pending.persons, *speaker.persons), speaker.note
            pending.row = _below_its_time(row, pending.row)
            return True
        if len(row.filled) == 1 and _DASH.fullmatch(text):
            self._dashed = True
            self._pending.row = _below_its_time(row, self._pending.row)
            return True
        leads_to_list = following is not None and (
            (bool(following.bullet) and not row.bullet) or (offers_parallel(text) and begins_with_a_code(following))
        )
        is_last = following is None
        if is_section(text) and len(row.filled) == 1 and find_date(text) is None and not leads_to_list and not is_last:
            self._state.drafts.append(Draft(row, LineKind.HEADING, title=text))
            return True
        draft, self._pending = self._pending, None
        draft = replace(draft, row=_below_its_time(row, draft.row))
        self._began = True
        self._note_start(draft)
        place_block(draft, row.filled, self._state, self._habits.behind)
        return True

    def _below_names(self, place: int) -> int:
        """Return the next place, or that below the names with a line each of which one stands at `place`."""
        stop = place + 1
        while is_a_name(self._rows[place]) and stop < len(self._rows) and is_a_name(self._rows[stop]):
            stop += 1
        return stop

    def _takes_names(self, place: int) -> bool:
        """Whether who speaks may stand at a place: nobody is known, or the line above is a name, as this one."""
        assert self._pending is not None
        are_names = is_a_name(self._rows[place]) and is_a_name(self._rows[place - 1])
        return not self._pending.persons or are_names

    def _is_apart(self, place: int) -> bool:
        """Whether at a place a block begins, or nothing is left, so that the line above may be the heading of that."""
        return place >= len(self._rows) or self._is_timed(self._rows[place])

    def _above(self) -> str:
        """Return the line above, while no block was read."""
        drafts = self._state.drafts
        return drafts[-1].row.text if drafts and not self._began else ""

    def _note_start(self, draft: Draft) -> None:
        if self._state.note_start(draft.time.start):
            draft.begins_part = True
            self._state.date = None

    def _drop_pending(self) -> None:
        if self._pending is None:
            return
        draft, self._pending = self._pending, None
        if draft.persons:
            # Who speaks is known, and what about stands nowhere.
            draft.title, self._began = ", ".join(draft.persons), True
            self._note_start(draft)
        else:
            draft.kind = LineKind.NOT_UNDERSTOOD
        self._state.drafts.append(draft)

    def _is_day(self, row: Row, place: int) -> bool:
        """Take a row that begins a day: a date, `Dag 2`, a weekday, or a number alone above a time."""
        text = " ".join(row.filled)
        following = self._rows[place + 1] if place + 1 < len(self._rows) else None
        is_before_time = following is not None and (self._is_timed(following) or bool(following.table))
        if _SMALL.fullmatch(text) and (is_before_time or place in self._numbered) and not row.bullet:
            number = int(re.sub(r"\D", "", text))
            return self._begin_day(row, WrittenDate(rest="", day_number=number), "")
        date = find_date(text)
        if date is not None and date.month is date.day_number is None and self._state.is_on(date.weekday):
            # `Thursday agenda` below `Thursday, October 25` is no other day.
            return False
        if date is None or place > self._last_timed or not (self._began or date.month is None):
            return False
        rest = without_time(date.rest)
        is_short = not rest or is_section(rest) or len(rest) <= MEANINGLESS
        in_front = date.start <= MEANINGLESS or row.is_heading
        longest = LONG_DAY if date.month is not None and not date.start else 100
        if not is_short and not (self._began and is_before_time and in_front and len(text) <= longest):
            return False
        return self._begin_day(row, date, rest)

    def _begin_day(self, row: Row, date: WrittenDate, rest: str) -> bool:
        state = self._state
        found = state.settle(date)
        state.begin_part(found)
        state.drafts.append(Draft(row, LineKind.DATE, title=rest or row.text, date=found, begins_part=True))
        return True
