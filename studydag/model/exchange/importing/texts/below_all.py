"""What stands below the last block and is said of the whole day: where it is held, when, and who spoke there."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import header_label
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.drafts import Draft, State
from studydag.model.rules.written.phase_words import closes, is_break
from studydag.model.values.imported import LineKind

_PLACE_WITHOUT_COLON: Final = re.compile(
    r"(?:locatie|location|plaats|venue|ort|waar|where|wo)\s+(?=(?-i:[A-ZÀ-Þ]))", re.IGNORECASE
)


def venue_below(row: Row, text: str, state: State) -> Draft | None:
    """`Locatie: …` among what stands below the programme is where the day is held."""
    label = header_label(text)
    last = state.drafts[-1]
    is_below = last.kind in {LineKind.HEADING, LineKind.NOT_UNDERSTOOD} or _is_first_apart(row, state)
    told = _PLACE_WITHOUT_COLON.match(text) if label is None else None
    where = text[told.end() :] if told is not None else label[1] if label is not None and label[0] == "place" else ""
    if not where or not is_below or (told is not None and room_sureness(where) < Sureness.SURE):
        return None
    return Draft(row, LineKind.VENUE, title=where)


def _is_first_apart(row: Row, state: State) -> bool:
    """Whether a line stands apart from the last block and no other says where, so that it is meant for all of them."""
    is_apart = row.after_gap and state.drafts[-1].kind is LineKind.ITEM and not state.has_venue
    return is_apart and not any(draft.room for draft in state.drafts)


def told_of_a_speaker(row: Row, text: str, item: Draft, state: State) -> Draft | None:
    """A paragraph below a closing or a break that begins with who speaks further up: it tells of them, and not of that.

    `Anna Bos` or `Anna Bos (1969) studeerde in Delft` below `16.00 Borrel`.
    """
    if not row.after_gap or row.bullet or not (closes(item.title) or is_break(item.title)):
        return None
    known = {person.casefold() for draft in state.drafts for person in draft.persons if len(person.split()) > 1}
    known -= {person.casefold() for person in item.persons}
    is_told = any(text.casefold() == name or text.casefold().startswith((f"{name} ", f"{name},")) for name in known)
    return Draft(row, LineKind.NOT_UNDERSTOOD) if is_told else None


def date_below(row: Row, text: str, state: State) -> Draft | None:
    """`Datum: …` among what stands below the programme is when the day is held, if nothing above says so."""
    label = header_label(text)
    date = find_date(label[1]) if label is not None and label[0] == "date" else None
    first = next((draft for draft in state.drafts if draft.kind.is_block), None)
    if date is None or not date.is_full or first is None or state.first_date is not None:
        return None
    first.begins_part, first.date = True, state.settle(date)
    return Draft(row, LineKind.HEADING, title=text)
