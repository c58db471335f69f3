"""A programme without clock times: an agenda with durations, a list, or a plain column of titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, cell_of
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import (
    header_label,
    is_footer,
    is_greeting,
    is_section,
    is_sentence,
)
from studydag.model.exchange.importing.texts.drafts import Draft, State, lines_of, with_peeled
from studydag.model.exchange.importing.texts.extras import sort_extras
from studydag.model.exchange.importing.texts.header import header_line, is_venue, is_when
from studydag.model.exchange.importing.texts.options import option_drafts
from studydag.model.exchange.importing.texts.proposals import Proposals, proposals_in
from studydag.model.exchange.importing.titles.peeling import behind, peel
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.written.phase_words import tells_a_phase
from studydag.model.values.imported import ImportedLine, LineKind

FEWEST: Final = 2
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z])[.)]")
_A_DURATION: Final = re.compile(r"[^\W\d_]|['’\u2032:]")


def untimed_lines(rows: Sequence[Row], state: State) -> tuple[ImportedLine, ...]:
    """Say of each row what it is where no row has a clock time; only what looks like a list of items is one."""
    lasting = [_minutes(row) is not None for row in rows]
    numbered = [bool(_NUMBERED.fullmatch(row.bullet)) for row in rows]
    listed = [bool(row.bullet) for row in rows]
    telling = [tells_a_phase(row.cells[0]) and len(row.text) <= 80 and not is_sentence(row.text) for row in rows]
    lasts, numbers, lists, tells = (sum(each) >= FEWEST for each in (lasting, numbered, listed, telling))
    first = telling.index(True) if tells else 0
    last = len(telling) - 1 - telling[::-1].index(True) if tells else 0
    has_lasted, tells_anything = False, any(telling)
    begin = 0 if lasts or numbers else _below_a_date(rows)
    if begin and (tells_anything or any(row.bullet or len(row.filled) > 1 for row in rows[begin:])):
        return _plain_lines(rows, begin, state)
    proposals = {} if lasts or numbers or lists else proposals_in(rows)
    for place, row in enumerate(rows):
        still_wanted()
        offered = proposals.get(row.table)
        if offered is not None and _is_offered(row, offered, state):
            continue
        if lasts:
            is_item = lasting[place] or numbered[place] or (telling[place] and has_lasted)
            has_lasted = has_lasted or lasting[place]
        elif numbers:
            is_item = numbered[place]
        elif lists and tells_anything:
            is_item = listed[place]
        else:
            is_item = tells and first <= place <= last and _could_be(row)
        _note(row, state, is_item=is_item)
    sort_extras(state.drafts)
    return lines_of(state.drafts)


def _below_a_date(rows: Sequence[Row]) -> int:
    """Return where a list begins right below the title, the date and the place of a day; 0 where it does not.

    In one stretch, of lines that are no sentences, and with no bullets but those that hang on a line.
    """
    place = next((place for place, row in enumerate(rows[1:3], start=1) if is_when(row.text)), 0)
    begin = place + 1
    if begin < len(rows) and is_venue(rows[begin].text) and not tells_a_phase(rows[begin].text):
        begin += 1
    listed = rows[begin:]
    is_list = all(_could_be(row) and not row.after_gap and row.text[-1:] != ":" for row in listed)
    hangs = all(bool(row.bullet) is (row.indent > 0) for row in listed) and not any(row.bullet for row in listed[:1])
    return begin if place and len(listed) > FEWEST and is_list and hangs else 0


def _plain_lines(rows: Sequence[Row], begin: int, state: State) -> tuple[ImportedLine, ...]:
    """Read each line of a list as a block, and those with bullets as the options of the line above."""
    for row in rows[:begin]:
        _note(row, state, is_item=False)
    place = begin
    usual = behind([row.filled[-1] for row in rows[begin:]])
    while place < len(rows):
        still_wanted()
        stop = place
        while stop < len(rows) and rows[stop].bullet:
            stop += 1
        if stop > place:
            state.drafts += option_drafts(rows[place:stop], state.last_block(), state.last_item(), lead="", usual=usual)
        else:
            state.drafts.append(_item(rows[place]))
        place = max(stop, place + 1)
    sort_extras(state.drafts)
    return lines_of(state.drafts)


def _is_offered(row: Row, offered: Proposals, state: State) -> bool:
    """Park what a row of a list of proposals offers, if anything."""
    title = cell_of(row, offered.title).strip()
    if not title:
        return False
    draft = Draft(row, LineKind.PARKED, title=" ".join(title.split()), persons=offered.persons(row))
    draft.description = offered.told(row)
    state.drafts.append(draft)
    return True


def _could_be(row: Row) -> bool:
    """Whether a line that stands among others that are plainly items is one as well."""
    return len(row.text) <= 100 and not is_sentence(row.text) and not is_section(row.text)


def _minutes(row: Row) -> int | None:
    """Return the duration of a row: in a cell, or at the front or the end of its title."""
    for cell in row.filled:
        if _A_DURATION.search(cell) and len(cell) <= 20 and (minutes := read_minutes(cell)) is not None:
            return minutes
    return peel(row.filled[0]).minutes


def _note(row: Row, state: State, *, is_item: bool) -> None:
    text = " ".join(row.filled)
    if is_item:
        state.drafts.append(_item(row))
        return
    date = find_date(text)
    if date is not None and len(date.rest) <= 12 and not is_sentence(text):
        found = state.settle(date)
        state.begin_part(found)
        state.drafts.append(Draft(row, LineKind.DATE, title=date.rest or text, date=found, begins_part=True))
        return
    if state.last_block() is None:
        header_line(row, state)
    elif is_section(text):
        state.drafts.append(Draft(row, LineKind.HEADING, title=text))
    elif is_footer(text) or is_greeting(text) or header_label(text) or (row.after_gap and not row.indent):
        state.drafts.append(Draft(row, LineKind.NOT_UNDERSTOOD))
    else:
        state.drafts.append(Draft(row, LineKind.NOTE, description=f"{row.bullet} {text}".strip()))


def _item(row: Row) -> Draft:
    cells = list(row.filled)
    minutes = None
    for cell in cells:
        if (
            len(cells) > 1
            and _A_DURATION.search(cell)
            and len(cell) <= 20
            and (found := read_minutes(cell)) is not None
        ):
            minutes = found
            cells.remove(cell)
            break
    draft = Draft(row, LineKind.ITEM, minutes=minutes)
    if len(cells) == 1:
        return with_peeled(draft, cells[0])
    return replace(draft, title=cells[0], extras=tuple(cells[1:]))
