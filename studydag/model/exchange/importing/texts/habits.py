"""How a text is written: whether times stand in front, alone above their titles, or last, and what else is usual."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import is_section, is_sentence, option_label
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.timed_rows import Timed, ends_with_time, is_date_with_time, timed
from studydag.model.exchange.importing.titles.minutes_behind import cut_minutes
from studydag.model.exchange.importing.titles.names_at_edges import have_names_first, have_names_last
from studydag.model.exchange.importing.titles.peeled import Behind
from studydag.model.exchange.importing.titles.peeling import behind
from studydag.model.exchange.importing.titles.people_behind import BY
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.rules.written.phase_words import tells_a_phase

_SPAN: Final = re.compile(r"\d{1,2}\s?[-–—]\s?\d{1,2}[\s:]+[^\W\d]")
_SMALL: Final = re.compile(r"(?:dag|day|tag)?\s*\d{1,2}\.?:?", re.IGNORECASE)
_LINES_BELOW: Final = 2
FEW = 0.34
"""Where lines without a time are at most a third as many as those with one, each of them is a block of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How a text is written: whether times stand in front, whether bare hours do, and what lines without one are.

    `alone`: times stand by themselves, above their titles, or (`above`) below them. `rooms_first`: behind a time stands
    where it takes place, and what it is on the next line. `dates_above`: so does a date with a time. `where`: the
    places of the lines that say so between a time alone and its title.
    """

    has_times: bool
    in_front: bool
    loose: bool
    untimed_are_items: bool
    behind: Behind
    dated: bool
    lasting: bool
    alone: bool
    above: bool
    rooms_first: bool
    dates_above: bool
    where: frozenset[int]


def habits_of(rows: Sequence[Row], firsts: Sequence[Timed | None]) -> Habits:
    """Look how the rows of a text are written, before any of them is read; `firsts` are their times in front."""
    fronts = [place for place, first in enumerate(firsts) if first is not None]
    rests = [
        one.rest[-1]
        for row, first in zip(rows, firsts, strict=True)
        if (one := first or timed(row, None, at_end=True)) is not None and one.rest
    ]
    titles = [*rests, *(row.filled[-1] for row, first in zip(rows, firsts, strict=True) if first is None)]
    dated = [place for place in fronts if (first := firsts[place]) is not None and first.date is not None]
    loose = [place for place, row in enumerate(rows) if _SPAN.match(row.cells[0]) if place not in fronts]
    if len(loose) > len(fronts):
        fronts = sorted({*fronts, *loose})
    others = [(place, row) for place, row in enumerate(rows) if place not in fronts]
    ends = [place for place, row in others if ends_with_time(row)]
    below = [place for place in fronts if rows[place].text.startswith("(") and not rows[place].after_gap]
    in_front = len(fronts) - len(below) >= len(ends) + len(below)
    known = fronts if in_front else ends
    between = range(known[0], known[-1]) if known else range(0)
    plain = sum(firsts[place] is None and could_be_a_block(rows[place]) for place in between)
    by_themselves = [place for place in fronts if (first := firsts[place]) is not None and not any(first.rest)]
    below_a_title = sum(_stands_below_its_title(rows, place) for place in by_themselves)
    with_room = [
        place
        for place in fronts
        if names_only_a_room(firsts[place]) and firsts[place + 1 : place + 2] == [None] and not rows[place + 1].bullet
    ]
    return Habits(
        has_times=bool(fronts or ends),
        in_front=in_front,
        loose=len(loose) > 1,
        untimed_are_items=plain <= max(1, len(known)) * FEW,
        behind=replace(
            behind(titles),
            names_in_cells=_have_cells_for_names(firsts),
            names_first=have_names_first(rests),
            names_last=have_names_last(rests),
        ),
        dated=len(dated) > 1 or len(dated) == len(fronts),
        alone=len(by_themselves) > 1 and 2 * len(by_themselves) > len(fronts),
        above=len(by_themselves) > 1 and 4 * below_a_title >= 3 * len(by_themselves),
        dates_above=sum(map(is_date_with_time, rows)) > 1,
        rooms_first=len(with_room) > 1 and 3 * len(with_room) >= len(fronts),
        where=_between_times_and_titles(rows, firsts, by_themselves),
        lasting=sum(cut_minutes(row.filled[-1])[1] is not None for row in rows) > 2,
    )


def last_timed(
    rows: Sequence[Row],
    known: Mapping[int, Timed],
    habits: Habits,
    tables: frozenset[int],
    later: frozenset[int],
) -> int:
    """Return the place of the last row with a time or within a table of the day; -1 without any.

    `known` are the times in front, by the identity of their rows; tables of `later` days count for nothing.
    """
    for place in range(len(rows) - 1, -1, -1):
        row = rows[place]
        if row.table in tables:
            return place
        if row.table in later:
            continue
        if id(row) in known or timed(row, None, loose=habits.loose, at_end=not habits.in_front) is not None:
            return place
    return -1


def _have_cells_for_names(firsts: Sequence[Timed | None]) -> bool:
    """Whether people stand in a cell behind the title in at least two rows."""
    cells = [first.rest[-1] for first in firsts if first is not None and len(first.rest) > 1]
    return sum(people_in(cell).sureness is Sureness.SURE for cell in cells) > 1


def _stands_below_its_title(rows: Sequence[Row], place: int) -> bool:
    """Whether a time alone belongs to the line above it: it hangs on that, or an empty line parts it from the next."""
    if not place:
        return False
    row, before = rows[place], rows[place - 1]
    following = rows[place + 1] if place + 1 < len(rows) else None
    if before.bullet or before.table or timed(before, None) is not None or is_sentence(before.text):
        return False
    if row.bullet or row.indent > before.indent:
        # Below a time that has a mark the title may hang on it.
        return following is None or bool(following.bullet) or following.indent <= row.indent
    is_apart = following is None or following.after_gap or timed(following, None) is not None
    return not row.after_gap and (before.after_gap or place == 1) and (is_apart or _tells_of(following))


def _tells_of(row: Row | None) -> bool:
    """Whether a line says more of the block above it, and can't be its title."""
    if row is None:
        return False
    return BY.match(row.text) is not None or speaker_of(row.text).sureness >= Sureness.LIKELY or is_sentence(row.text)


def _between_times_and_titles(
    rows: Sequence[Row], firsts: Sequence[Timed | None], alone: Sequence[int]
) -> frozenset[int]:
    """Return the lines right below a time that an empty line parts from a title with what it is about right below it.

    They say where, if nearly all times stand so: `9:00`, `Oak CD`, ` `, `Counting on pictures`, `How children see …`.
    """
    where = [place + 1 for place in alone if _is_where(rows[place + 1 : place + 3], firsts[place + 1 : place + 3])]
    told = [place for place in where if place + 2 < len(rows) and _is_told_right_below(rows[place + 2])]
    is_usual = len(told) > 1 and 4 * len(told) >= 3 * len(where) and 4 * len(where) >= 3 * len(alone)
    return frozenset(where) if is_usual else frozenset()


def _is_where(rows: Sequence[Row], firsts: Sequence[Timed | None]) -> bool:
    """Whether the two lines below a time could be a place and, apart from it, a title."""
    if len(rows) < _LINES_BELOW or any(first is not None for first in firsts):
        return False
    where, title = rows
    is_apart = not where.after_gap and title.after_gap and not (where.bullet or title.bullet)
    is_other = tells_a_phase(where.text) or is_section(where.text) or label_at(where.text) or find_date(where.text)
    return is_apart and not is_other and not is_sentence(where.text) and not title.text.endswith(".")


def _is_told_right_below(row: Row) -> bool:
    return not row.after_gap and _tells_of(row)


def names_only_a_room(found: Timed | None) -> bool:
    """Whether behind a time stands a room and nothing else: `9:00 Grand Hotel / Ballroom 2`."""
    if found is None or len(found.rest) != 1 or tells_a_phase(found.rest[0]):
        return False
    return any(room_sureness(part) >= Sureness.LIKELY for part in found.rest[0].split("/"))


def could_be_a_block(row: Row) -> bool:
    """Whether a row without a time could be a block: no bullet, no heading, no name, room or sentence."""
    text = row.cells[0]
    return not (
        row.bullet
        or row.indent
        or len(row.filled) > 1
        or is_section(text)
        or is_sentence(text)
        or text[:1].islower()
        or label_at(text) is not None
        or option_label(text)
        or _SMALL.fullmatch(text) is not None
        or find_date(text) is not None
        or tells_a_phase(text)
        or room_sureness(text) >= Sureness.LIKELY
        or people_in(text).sureness >= Sureness.LIKELY
    )
