"""Reads the rows of a text that have no time and stand below a block: what they say of it, or what it offers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, text_of_both
from studydag.model.exchange.importing.recognising.headings import offers_parallel
from studydag.model.exchange.importing.texts.below import below
from studydag.model.exchange.importing.texts.below_rooms import rooms_lead
from studydag.model.exchange.importing.texts.choices_below import (
    begins_with_a_code,
    choices_below,
    is_beside_in_a_room,
    is_one_of_a_series,
    leads_to_speakers,
    run_below,
    runs_beside,
)
from studydag.model.exchange.importing.texts.drafts import MOST_BELOW, Draft, State, with_peeled
from studydag.model.exchange.importing.texts.going_on import goes_on, joined_by, more_of_people, says_more_of_people
from studydag.model.exchange.importing.texts.habits import Habits, could_be_a_block
from studydag.model.exchange.importing.texts.led_below import led_below
from studydag.model.exchange.importing.texts.options import (
    marks_of_choices,
    names_a_choice,
    option_drafts,
    run_of_bullets,
    says_where_all_are,
    spoken_below,
)
from studydag.model.exchange.importing.texts.talks_in_turn import (
    comes_after_talks,
    is_next_in_turn,
    runs_beside_in_a_room,
    talks_below_a_heading,
)
from studydag.model.exchange.importing.titles.names_at_edges import named_in_brackets
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.written.phase_words import is_break, tells_a_phase
from studydag.model.values.imported import LineKind

# `Alternativ:` alone, or `Parallel dazu: Führung` with what it is.
_ALTERNATIVE: Final = re.compile(
    r"(?:(?:als )?alternatief|alternativ|alternative(?:ly)?|parallel(?: dazu| hieraan| daran)?|gleichzeitig|zeitgleich"
    r"|gelijktijdig|tegelijk(?:ertijd)?|at the same time|in parallel|oder|of|or)\s*:\s*(?P<what>.{0,200})",
    re.IGNORECASE,
)
_MARK_ALONE: Final = re.compile(r"[-–—•*·_|/]+")


class UntimedRows:
    """Reads rows without a time below a block.

    `is_timed` says of a row whether it has one, `is_told` whether the text tells of its blocks in sentences, and
    `last_timed` is the place of the last row that has one.
    """

    def __init__(
        self,
        rows: tuple[Row, ...],
        state: State,
        habits: Habits,
        is_timed: Callable[[Row], bool],
        *,
        is_told: bool,
        last_timed: int,
    ) -> None:
        self._rows = rows
        self._state = state
        self._habits = habits
        self._is_timed = is_timed
        self._is_told = is_told
        self._last_timed = last_timed
        self._has_talks = False
        self._led_by_rooms: dict[int, tuple[Draft, int]] = {}

    @cached_property
    def _marks_of_choices(self) -> frozenset[tuple[str, int]]:
        return marks_of_choices(self._rows, self._is_timed)

    def below(self, place: int) -> Row | None:
        """Return the next row, if it has no time."""
        following = self._rows[place + 1] if place + 1 < len(self._rows) else None
        return None if following is None or self._is_timed(following) else following

    def read(self, place: int) -> int:
        """Read the row at a place, with those that hang on it; return the place of the next."""
        row, state = self._rows[place], self._state
        if _MARK_ALONE.fullmatch(row.text) is not None:
            # The mark of something of which nothing was filled in.
            state.drafts.append(Draft(row, LineKind.NOTE))
            return place + 1
        if (stop := self._read_choices(row, place)) > place:
            return stop
        if not row.bullet and goes_on(row, state) and not self._begins_a_list(row, place):
            if says_more_of_people(state):
                state.drafts.append(more_of_people(row))
                return place + 1
            state.drafts.append(Draft(row, LineKind.NOTE, title=f"{joined_by(state)} {' '.join(row.filled)}".strip()))
            return place + 1
        if self._is_led_below(row, place):
            state.drafts.append(with_peeled(Draft(row, LineKind.OPTION), row.cells[0]))
            return place + 1
        if (talk := self._talk(row, place)) is not None:
            state.drafts.append(with_peeled(talk, row.cells[0]))
            return place + 1
        if self._is_one_more(row):
            below(row, state, untimed_are_items=True, is_last=place > self._last_timed)
            return place + 1
        if self._habits.alone and not row.bullet and not self._is_told:
            below(row, state, untimed_are_items=None, is_last=place > self._last_timed)
            return place + 1
        if (stop := self._read_list(row, place)) > place:
            return stop
        is_item = self._habits.untimed_are_items and not self._is_told
        below(row, state, untimed_are_items=is_item, is_last=place > self._last_timed)
        return place + 1

    def _read_list(self, row: Row, place: int) -> int:
        """Read the lines that hang together from a bullet or an indented row on; return the place behind them."""
        state = self._state
        if not row.bullet and (row.indent <= self._indent() or row.is_heading):
            return place
        stop = run_of_bullets(self._rows, place, self._is_timed)
        if stop == place:
            return place
        if self._is_below_another_heading(is_last=place > self._last_timed):
            state.drafts += [Draft(each, LineKind.NOT_UNDERSTOOD) for each in self._rows[place:stop]]
            return stop
        if self._read_talks(self._rows[place:stop]):
            return stop
        above = state.drafts[-1].row
        lead = above.text if above.text.endswith(":") else ""
        usual = self._habits.behind
        if says_where_all_are(above):
            usual = replace(usual, rooms_in_parentheses=True)
        state.drafts += option_drafts(
            self._rows[place:stop],
            state.last_block(),
            state.last_item(),
            lead=lead,
            usual=usual,
            is_like_choices=(row.bullet, row.indent) in self._marks_of_choices,
        )
        return stop

    def _read_talks(self, rows: Sequence[Row]) -> bool:
        """Let talks below a heading that has their time take its place, if that is what they are."""
        item = self._state.last_item()
        if item is None or not all(draft.says_nothing for draft in self._state.since_last_item()):
            return False
        made = talks_below_a_heading(rows, item, self._habits.behind)
        if made:
            item.kind, item.time, item.begins_part, item.date = LineKind.HEADING, WrittenTime(), False, None
            self._state.drafts += made
        return bool(made)

    def _read_choices(self, row: Row, place: int) -> int:
        """Read a numbered block, or options that nothing marks but rooms or people; return the place behind them."""
        state, item = self._state, self._state.last_item()
        if row.is_block:
            state.drafts.append(with_peeled(Draft(row, LineKind.ITEM), row.cells[0]))
            return place + 1
        if item is None or self._is_told or row.bullet:
            return place
        if leads_to_speakers(row, self.below(place), item) or says_where_all_are(row):
            state.drafts.append(Draft(row, LineKind.NOTE, description=row.text))
            return place + 1
        if self._is_coded(row, place):
            state.drafts.append(with_peeled(Draft(row, LineKind.OPTION), row.cells[0], known=self._habits.behind))
            return place + 1
        if (beside := self._beside(row, place, item)) is not None:
            state.drafts.append(beside)
            return place + (1 if beside.row is row else 2)
        if state.drafts[-1] is item and (stop := self._read_choices_right_below(place, item)) > place:
            return stop
        if place in self._led_by_rooms:
            option, lines = self._led_by_rooms[place]
            state.drafts.append(option)
            return place + lines
        return place

    def _beside(self, row: Row, place: int, item: Draft) -> Draft | None:
        """Return what a line says is held at the same time as the block above; None for another line.

        `Alternativ:` says so of the next line, which then goes with it.
        """
        text = row.cells[0]
        found = _ALTERNATIVE.fullmatch(row.text) if item.time.start is not None else None
        if (
            found is not None
            and (following := self.below(place)) is not None
            and not (found["what"] or following.bullet)
        ):
            row, text = replace(following, **text_of_both(row, following), line=row.line), following.cells[0]
        elif found is not None and found["what"]:
            text = found["what"]
        elif not (
            (self._state.drafts[-1] is item and runs_beside(row, item))
            or is_beside_in_a_room(row, item, self._habits.behind)
        ):
            return None
        is_offered = found is not None and offers_parallel(item.title)
        draft = Draft(row, LineKind.OPTION) if is_offered else Draft(row, LineKind.ITEM, time=item.time)
        return with_peeled(draft, text, known=self._habits.behind)

    def _read_choices_right_below(self, place: int, item: Draft) -> int:
        """Read the plain lines right below a block as talks or options, if they are; return the place behind them."""
        below_it = self._rows[place : run_below(self._rows, place, self._is_timed)]
        if self._read_talks(below_it):
            return place + len(below_it)
        in_rooms = self._rows[place : run_below(self._rows, place, self._is_timed, MOST_BELOW)]
        have_rooms = sum(bool(draft.room) for draft in self._state.drafts[-MOST_BELOW:]) > 1
        options = rooms_lead(in_rooms, item, have_rooms=have_rooms)
        self._led_by_rooms = {place + each: option for each, option in options.items()}
        made = choices_below(below_it, item, self._habits.behind) if not self._led_by_rooms else []
        if not made and not self._habits.untimed_are_items:
            made = led_below(below_it, item)
        if not made and not self._led_by_rooms:
            made = spoken_below(below_it, item)
        self._state.drafts += made
        return place + len(made)

    def _is_coded(self, row: Row, place: int) -> bool:
        """Whether a line is one of several with a code each, which there are to choose from."""
        if not begins_with_a_code(row):
            return False
        others = [draft.row for draft in self._state.since_last_item() if draft.kind is LineKind.OPTION][:1]
        stop = run_below(self._rows, place, self._is_timed)
        return is_one_of_a_series(row, [*others, *self._rows[place + 1 : stop]])

    def _begins_a_list(self, row: Row, place: int) -> bool:
        """Whether below a title that ends in a colon a line with who does it is the first of several."""
        following = self.below(place)
        is_led = self._state.drafts[-1].row.text.endswith(":") and bool(named_in_brackets(row.text).persons)
        return is_led and row.text[:1].isupper() and (following is None or following.text[:1].isupper())

    def _is_below_another_heading(self, *, is_last: bool) -> bool:
        """Whether a heading parts a line from the last block, and offers no choice: `Wat je meeneemt`."""
        last = self._state.drafts[-1]
        is_one = last.kind in {LineKind.HEADING, LineKind.NOT_UNDERSTOOD} and (is_last or last.row.is_heading)
        return is_one and not offers_parallel(last.row.text)

    def _is_led_below(self, row: Row, place: int) -> bool:
        """Whether a line in a paragraph of its own is one of a choice, since the next says who leads it."""
        item, following = self._state.last_item(), self.below(place)
        is_below = item is not None and not self._is_told and offers_parallel(item.title)
        return is_below and following is not None and names_a_choice(row, following)

    def _talk(self, row: Row, place: int) -> Draft | None:
        """Return a line as a talk that comes next in the time of the block above, or is beside it in another room."""
        item, following = self._state.last_item(), self.below(place)
        if item is None or self._is_told or row.bullet:
            return None
        drafts = [item, *reversed([*self._state.since_last_item()])]
        if following is not None and is_next_in_turn(row, following, drafts):
            if item.time.start is not None and runs_beside_in_a_room(following, drafts):
                return Draft(row, LineKind.ITEM, time=item.time)
            self._has_talks = True
            return Draft(row, LineKind.ITEM, within=True)
        is_one_more = self._has_talks and place < self._last_timed and comes_after_talks(row, drafts)
        return Draft(row, LineKind.ITEM, within=True) if is_one_more else None

    def _is_one_more(self, row: Row) -> bool:
        """Whether a line with a bullet stands in a list of which the block above is one as well."""
        if not row.bullet:
            item = self._state.last_item()
            is_said_of_one = item is not None and is_break(item.title) and not row.after_gap
            return bool(row.indent) and len(row.text.split()) <= 4 and is_break(row.text) and not is_said_of_one
        item, last = self._state.last_item(), self._state.drafts[-1]
        if item is None or not row.bullet or not item.row.bullet or item.time.start is None or self._is_told:
            return False
        return (
            last is item
            and row.bullet == item.row.bullet
            and row.indent == item.row.indent
            and could_be_a_block(replace(row, bullet="", indent=0)) | tells_a_phase(row.text)
        )

    def _indent(self) -> int:
        block = self._state.last_item()
        return 0 if block is None else block.row.indent
