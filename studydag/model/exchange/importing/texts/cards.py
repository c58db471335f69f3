"""Programmes as cards: each block is a handful of lines with labels, `Titel: …`, `Tijd: …`, `Spreker: …`, `Zaal: …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import is_footer, is_section
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import listing
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.texts.drafts import Draft, State
from studydag.model.exchange.importing.texts.header import header_line
from studydag.model.exchange.importing.texts.timed_rows import Timed, timed
from studydag.model.exchange.importing.vocabulary.words import Role, role_of
from studydag.model.values.imported import LineKind

_LABEL: Final = re.compile(r"(?:(?<=^)|(?<=\s))(?P<label>[^\W\d_][\w'/()*-]{1,20}(?: \w{2,12})?)\s*:(?:\s+|$)")
_CODE: Final = re.compile(r"(?:[A-Z]{1,3}[-.]?\d{1,3}|\d{1,3}[.)])\s+")
_KNOWN: Final = frozenset({Role.TIME, Role.START, Role.END, Role.DATE, Role.TITLE, Role.PERSONS, Role.ROOM})
_TIMES: Final = frozenset({Role.TIME, Role.START})
FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line says behind one label."""

    role: Role
    label: str
    text: str


def are_cards(rows: Sequence[Row]) -> bool:
    """Whether the blocks of a text are cards: most lines with a clock time have a label before it, as titles have."""
    labelled = [said for row in rows if not row.table for said in _said(row)]
    times = sum(said.role in {Role.TIME, Role.START} and _time(said.text) is not None for said in labelled)
    titles = sum(said.role is Role.TITLE and bool(said.text) for said in labelled)
    in_front = sum(timed(row, None) is not None for row in rows)
    return times >= FEWEST and titles >= FEWEST and times > in_front


def read_cards(rows: Sequence[Row], state: State) -> None:
    """Read the lines of cards; a card begins with its title, or with its time where that stands first."""
    card: Draft | None = None
    role = Role.REST
    told = [list(_said(row)) for row in rows]
    first = _begins(told)
    for row, said in zip(rows, told, strict=True):
        if any(each.role in first for each in said):
            card = Draft(row, LineKind.ITEM)
            state.drafts.append(card)
            for each in said:
                _take(each, card, card, state)
        elif card is None:
            header_line(row, state)
        else:
            state.drafts.append(_more(row, said, role, card, state))
        role = said[-1].role if said else role
    for draft in state.drafts:
        if draft.kind is LineKind.ITEM and draft.time.start is None:
            draft.kind = LineKind.PARKED if draft.title else LineKind.NOT_UNDERSTOOD


def _begins(told: Sequence[Sequence[_Said]]) -> frozenset[Role]:
    """Return the labels with which cards begin: those of a time, where on the last card that stands above the title."""
    titles = [place for place, said in enumerate(told) if any(each.role is Role.TITLE for each in said)]
    times = [place for place, said in enumerate(told) if any(each.role in _TIMES for each in said)]
    is_above = times[-1] < titles[-1] and len(times) >= len(titles)
    return _TIMES if is_above else frozenset({Role.TITLE})


def _more(row: Row, said: Sequence[_Said], role: Role, card: Draft, state: State) -> Draft:
    """Return a line below the title of a card, with what it says; `role` is that of the last label."""
    if not said and is_section(row.text):
        return Draft(row, LineKind.HEADING, title=row.text)
    if not said and is_footer(row.text):
        return Draft(row, LineKind.NOT_UNDERSTOOD)
    note = Draft(row, LineKind.NOTE)
    for each in said:
        _take(each, card, note, state)
    if not said:
        _take_more(row, role, note)
    return note


def _said(row: Row) -> Iterator[_Said]:
    """Give what a line says behind its labels; nothing where it does not begin with one."""
    text = _CODE.sub("", " ".join(row.filled), count=1)
    found = [(each, role) for each in _LABEL.finditer(text) if (role := role_of(each["label"])) is not None]
    if not found or found[0][0].start():
        return
    found = [found[0], *(pair for pair in found[1:] if pair[1] in _KNOWN)]
    stops = [each.start() for each, _ in found[1:]] + [len(text)]
    for (each, role), stop in zip(found, stops, strict=True):
        yield _Said(role, each["label"], text[each.end() : stop].strip(" ;|"))


def _time(text: str) -> Timed | None:
    if not text:
        return None
    return timed(Row(line=0, text=text, cells=(text,)), None, at_end=True)


def _take(said: _Said, card: Draft, note: Draft, state: State) -> None:
    if said.role is Role.TITLE:
        card.title = f"{card.title} {said.text}".strip()
    elif said.role in {Role.TIME, Role.START, Role.END, Role.DATE}:
        _take_time(said, card, state)
    elif said.role is Role.PERSONS:
        found = listing(said.text)
        note.persons = (*note.persons, *found.persons)
        note.description = "\n".join(part for part in (note.description, found.note) if part)
    elif said.role is Role.ROOM:
        note.room = said.text
    else:
        note.description = "\n".join(part for part in (note.description, f"{said.label}: {said.text}") if part)


def _take_time(said: _Said, card: Draft, state: State) -> None:
    found = timed(Row(line=0, text=said.text, cells=(said.text or "-",)), state.after, at_end=True)
    date = found.date if found is not None else None
    if date is None and said.role is Role.DATE:
        date = find_date(said.text)
    if date is not None:
        settled = state.settle(date)
        if settled is not None and settled != state.date:
            state.begin_part(settled)
            card.begins_part, card.date = True, settled
    if found is None:
        return
    if said.role is Role.END:
        card.time = replace(card.time, end=found.time.start)
        return
    if said.role is not Role.DATE or card.time.start is None:
        card.time = found.time
        card.begins_part = state.note_start(found.time.start) or card.begins_part


def _take_more(row: Row, role: Role, note: Draft) -> None:
    """A line without a label goes on with what the one before it said."""
    text = " ".join(row.filled)
    named = speaker_of(text)
    if role is Role.PERSONS or named.sureness is Sureness.SURE:
        found = named if named.sureness >= Sureness.LIKELY else listing(text)
        note.persons, note.description = found.persons, found.note
    else:
        note.description = text
