"""Lines with the time of the whole day, above the blocks: `9.00-16.00 uur, Aula`, `Tijd: 14.00 tot 17.00 uur`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from studydag.model.exchange.importing.reading.rows import Between, Row
from studydag.model.exchange.importing.recognising.headings import header_label, is_section
from studydag.model.exchange.importing.texts.drafts import Draft, State, minutes_of
from studydag.model.exchange.importing.texts.header import is_venue
from studydag.model.exchange.importing.texts.timed_rows import Timed
from studydag.model.exchange.importing.vocabulary.words import Role, role_of
from studydag.model.rules.written.phase_words import tells_a_phase
from studydag.model.values.imported import LineKind

LONG_DAY, SHORT_DAY, SOON = 150, 60, 90
FEWEST = 4
"""How long the whole of a day lasts at least, and within how many minutes its first block begins."""

FURTHEST = 200
"""What stands further down says nothing of a time above the blocks."""

# `Tijd 9.00-16.00 uur` needs no colon; `Slot 15.00-16.00 uur` is a block.
_WHEN: Final = re.compile(r"tijd|tijdstip|tijden|time|zeit|uhrzeit|wanneer|when|wann", re.IGNORECASE)


def is_whole_day(found: Timed, place: int, rows: Sequence[Row], known: Mapping[int, Timed]) -> bool:
    """Whether a time above the blocks is that of all of them, alone or with the place: `9.00-16.00 uur, Aula`."""
    start, end = found.time.start, found.time.end
    if start is not None and end is None and not any(found.rest):
        following = [known[id(row)] for row in rows[place + 1 : place + FURTHEST] if id(row) in known]
        are_whole = len(following) >= FEWEST and all(any(each.rest) for each in following)
        return are_whole and following[0].time.start == start
    if start is None or end is None or minutes_of(end) - minutes_of(start) < SHORT_DAY:
        return False
    rest = " ".join(part for part in found.rest if part).strip(" .,;:·|()-–—")
    if rest and _is_written_as_the_next(place, rows, known):
        return False
    if (rest and not (is_venue(rest) or is_section(rest) or header_label(rest) is not None)) or tells_a_phase(rest):
        return False
    later = [known[id(row)] for row in rows[place + 1 : place + FURTHEST] if id(row) in known]
    starts = [each.time.start for each in later if each.time.start is not None and each.date is None]
    inside = sum(minutes_of(start) - SOON <= minutes_of(each) <= minutes_of(end) for each in starts)
    if minutes_of(end) - minutes_of(start) < LONG_DAY and (rest or len(starts) < FEWEST or starts[0] != start):
        return False
    return len(starts) > 1 and abs(minutes_of(starts[0]) - minutes_of(start)) <= SOON and 5 * inside >= 4 * len(starts)


def _is_written_as_the_next(place: int, rows: Sequence[Row], known: Mapping[int, Timed]) -> bool:
    """Whether a row has its cells parted as the next row with a time has them: it is one of the blocks."""
    following = next((row for row in rows[place + 1 : place + FURTHEST] if id(row) in known), None)
    own = rows[place].between
    return own is not Between.NOTHING and following is not None and following.between is own


def read_whole_day(row: Row, found: Timed, state: State) -> None:
    """Note a line with the time of the whole day: its date, the place, or a heading."""
    rest = " ".join(part for part in found.rest if part).strip(" .,;:·|()-–—")
    if found.date is not None:
        date = state.settle(found.date)
        state.begin_part(date)
        state.drafts.append(Draft(row, LineKind.DATE, title=rest or row.text, date=date, begins_part=True, room=rest))
    elif rest and not state.has_venue and is_venue(rest):
        state.has_venue = True
        state.drafts.append(Draft(row, LineKind.VENUE, title=rest))
    else:
        state.drafts.append(Draft(row, LineKind.HEADING, title=row.text))


def says_when(row: Row, found: Timed, above: str) -> bool:
    """Whether a time stands behind a label, or below one, as `Tijd: 14.00 tot 17.00 uur`: it is that of the day."""
    rest = [part for part in found.rest if part]
    if found.at_end and len(rest) == 1 and role_of(rest[0]) is Role.TIME:
        is_labelled = _WHEN.fullmatch(rest[0]) is not None and found.time.end is not None
        return is_labelled or row.cells[0][len(rest[0]) :].lstrip().startswith(":")
    return not rest and above.endswith(":") and role_of(above) in {Role.TIME, Role.START, Role.END}
