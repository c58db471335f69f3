"""The lines above the first block: the title of the day, its date and venue, and what else is said there."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.clock_cells import time_at_end, time_at_front
from studydag.model.exchange.importing.recognising.date_lines import WrittenDate, find_date
from studydag.model.exchange.importing.recognising.headings import (
    header_label,
    is_footer,
    is_greeting,
    is_section,
    is_sentence,
)
from studydag.model.exchange.importing.recognising.names import PARTICLES, Sureness, name_sureness
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.recognising.sentences import sentences
from studydag.model.exchange.importing.texts.drafts import Draft, State
from studydag.model.exchange.importing.vocabulary.place_words import ADDRESS, WORD
from studydag.model.exchange.importing.vocabulary.words import are_column_heads, is_column_head
from studydag.model.rules.written.written_dates import MONTHS
from studydag.model.values.imported import LineKind

_PLACE: Final = re.compile(
    r"\b\w*(?:school|college|lyceum|gymnasium|academie|academy|universit\w+|hogeschool|hochschule"
    r"|\w*schule|campus|hotel|congrescentrum|conferentie(?:oord|centrum)|centrum|centre|center|straat"
    r"|laan|plein|weg|strasse|straße|street|road|avenue|kasteel|landgoed|haus|gebouw|building|stadion"
    r"|theater|museum|hall|kantoor)\b|\b\d{4} ?[A-Z]{2}\b",
    re.IGNORECASE,
)
_UNTIL_WHEN: Final = re.compile(
    r"aanmeld|inschrij|anmeld|regist|sign ?up|rsvp|deadline|uiterlijk|spätestens|opgeven|reserve", re.IGNORECASE
)
_TIMES: Final = re.compile(
    r"\(?\b(?:van |von |from )?\d{1,2}[.:hu]\d{2}\s*(?:uur|uhr|u|h)?\s*(?:[-–—]|tot|bis|to"
    r"|until)\s*\d{1,2}(?:[.:hu]\d{2})?(?:\s*(?:uur|uhr|u|h|pm)\b)?\)?",
    re.IGNORECASE,
)
LONGEST_WITH_DATE, LONGEST_PARAGRAPH = 200, 3000
_LONGEST_LEAD: Final = 100
MEANINGLESS = 12
"""What is left of a line beside its date says nothing when it is shorter than this."""
_EVENT: Final = re.compile(
    r"\w*(?:symposium|congres|kongress|conferentie|tagung|fachtag|studiedag|seminar|festival)\b"
    r"(?! ?(?:room|hall|cent))",
    re.IGNORECASE,
)
# `Anko van Dam` is no town, as `Bergen op Zoom` is.
_PERSON: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_]+ (?:van|von)(?: (?:de|den|der|het))? [A-ZÀ-Þ][^\W\d_]+")
_LEADS: Final = re.compile(
    r"\b(?:programma|program|programme|programm|schedule|agenda|ablauf|rooster|hier|here|volgt|folgt|follows)\b",
    re.IGNORECASE,
)
_LEADS_IN: Final = re.compile(
    r"(?P<lead>(?:hieronder|hierbij|bijgaand|hier|here|below|following|nachfolgend|anbei)"
    r"(?: (?:is|are|ist|staat|volgt|folgt|vind je|you find))? )?"
    r"(?:(?:the|het|de|das|der|die|ons|onze|our|unser)(?: \w+)?|\w+) (?:dag)?(?:programma|program|programme|programm"
    r"|schedule|agenda|dagindeling|ablauf|rooster|tijdschema)"
    r"(?:\s[^.:!?]{0,40}?(?P<below>als volgt(?: uit)?|hieronder|as follows|follows|below|wie folgt(?: aus)?|folgt))?"
    r"(?: (?:for|of|voor|van|für|des|der) [^.:!?]{3,60})?(?P<end>[:.]?)",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}|\d ?(?:uur|uhr)\b", re.IGNORECASE)
_YEARS: Final = re.compile(
    r"(?:school ?jaar|schuljahr|school year|year)?\s*(?:19|20)\d\d(?:\s?[-/–]\s?(?:20)?\d\d)?\b.{0,20}", re.IGNORECASE
)
# `June 2025, two days`
_MONTH_AND_YEAR: Final = re.compile(
    rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?,? (?:19|20)\d\d\b.{{0,20}}", re.IGNORECASE
)


def header_line(row: Row, state: State) -> None:
    """Note what a line above the programme is; the first that can be a title is the title."""
    text = " ".join(row.filled)
    state.note_half_day(text)
    state.drafts.append(
        _heads(row) or _labelled(row, text, state) or _dated(row, text, state) or _other(row, text, state)
    )


def _dated(row: Row, text: str, state: State) -> Draft | None:
    """A line with the date of the day: alone, with the title, with the place, or within a sentence."""
    if len(text) > LONGEST_WITH_DATE:
        return _dated_within(row, text, state)
    date = find_date(text)
    if date is None or date.month is None or _UNTIL_WHEN.search(text):
        return None
    rest = without_time(date.rest)
    label = header_label(rest)
    if label is not None and label[0] == "place" and label[1] and not state.has_venue:
        state.begin_part(found := state.settle(date))
        state.has_venue = True
        return Draft(row, LineKind.DATE, title=label[1], date=found, begins_part=True, room=label[1])
    lead = _lead(text)
    if lead is not None and lead["lead"]:
        state.begin_part(found := state.settle(date))
        return Draft(row, LineKind.DATE, date=found, begins_part=True)
    if is_sentence(text) or is_greeting(text):
        if state.first_date is not None or (date.year is None and not _fits(date, state)):
            return None
        found = state.settle(date)
        state.begin_part(found)
        return Draft(row, LineKind.DATE, date=found, begins_part=True)
    found = state.settle(date)
    state.begin_part(found)
    if not rest or is_section(rest) or len(rest) <= MEANINGLESS:
        return Draft(row, LineKind.DATE, title=rest or text, date=found, begins_part=True)
    if state.has_title:
        is_place = not state.has_venue and is_venue(rest)
        state.has_venue = state.has_venue or is_place
        return Draft(row, LineKind.DATE, title=rest, date=found, begins_part=True, room=rest if is_place else "")
    if _is_address(date, rest):
        is_place, state.has_venue = not state.has_venue, True
        return Draft(row, LineKind.DATE, title=rest, date=found, begins_part=True, room=rest if is_place else "")
    state.has_title = True
    is_apart = len(row.filled) > 1 or (not date.start and ":" in text and _CLOCK.search(text) is not None)
    return Draft(row, LineKind.TITLE, title=rest if is_apart else text, date=found)


def _is_address(date: WrittenDate, rest: str) -> bool:
    """Whether behind a date stands a house and its town, and no title: `29 november 2006, Paleis Noord, Brussel`."""
    parts = rest.split(", ")
    is_listed = not date.start and 2 <= len(parts) <= 4 and all(part[:1].isupper() for part in parts)
    is_house = WORD.match(parts[0]) is not None or room_sureness(parts[0]) >= Sureness.LIKELY
    return is_listed and is_house and len(parts[0].split()) <= 4 and is_venue(rest)


def _dated_within(row: Row, text: str, state: State) -> Draft | None:
    """A paragraph that names one date with its year: `… vindt plaats op woensdag 1 februari 2023 in Utrecht …`."""
    if len(text) > LONGEST_PARAGRAPH or state.first_date is not None:
        return None
    pieces = [
        sentence[begin : begin + LONGEST_WITH_DATE]
        for sentence in sentences(text)
        if not _UNTIL_WHEN.search(sentence)
        for begin in range(0, len(sentence), LONGEST_WITH_DATE // 2)
    ]
    dates = [date for piece in pieces if (date := find_date(piece)) is not None and date.is_full]
    if len({(date.year, date.month, date.day) for date in dates}) != 1:
        return None
    found = state.settle(next((date for date in dates if date.weekday is not None), dates[0]))
    state.begin_part(found)
    return Draft(row, LineKind.DATE, date=found, begins_part=True)


def _fits(date: WrittenDate, state: State) -> bool:
    """Whether a date without a year falls on the weekday beside it in the year of the text."""
    settled = None if date.weekday is None or state.year is None else date.settled(state.year, state.today)
    return settled is not None and settled.weekday() == date.weekday


def without_time(text: str) -> str:
    """Return what is left of a line without the times of the whole day."""
    front = time_at_front(text)
    if front is not None:
        return front[1].strip(" ,;:–—-|()")
    behind = time_at_end(f"x {text}")
    if behind is not None:
        return behind[1].removeprefix("x").strip(" ,;:–—-|()")
    inside = _TIMES.sub(" ", text)
    return " ".join(inside.split()).replace(" ,", ",").strip(" ,;:–—-|()")


def _heads(row: Row) -> Draft | None:
    """The heads of columns that are parted by spaces only."""
    if (len(row.filled) > 1 and sum(is_column_head(cell) for cell in row.filled) >= 2) or are_column_heads(row.text):
        return Draft(row, LineKind.HEADING, title=row.text)
    return None


def _labelled(row: Row, text: str, state: State) -> Draft | None:
    found = header_label(text)
    if found is None:
        return None
    kind, rest = found
    if kind == "date":
        date = find_date(rest)
        settled = None if date is None else state.settle(date)
        if date is not None:
            state.begin_part(settled)
        return Draft(row, LineKind.DATE if date else LineKind.HEADING, title=rest, date=settled, begins_part=True)
    if kind == "place" and rest:
        state.has_venue = True
        return Draft(row, LineKind.VENUE, title=rest)
    if kind == "title" and rest:
        state.has_title = True
        return Draft(row, LineKind.TITLE, title=rest)
    return Draft(row, LineKind.HEADING if kind == "time" else LineKind.NOT_UNDERSTOOD, title=text)


def _leads_in(text: str) -> bool:
    """Whether a line says that the programme comes, and nothing else: `Het programma ziet er als volgt uit:`."""
    found = None if any(map(str.isdigit, text)) else _lead(text)
    return found is not None and bool(found["lead"] or found["below"] or found["end"] == ":")


def _lead(text: str) -> re.Match[str] | None:
    return _LEADS_IN.fullmatch(text) if len(text) <= _LONGEST_LEAD else None


def _other(row: Row, text: str, state: State) -> Draft:
    if _leads_in(text):
        return Draft(row, LineKind.HEADING, title=text)
    if is_greeting(text) or is_footer(text) or (is_sentence(text) and not row.is_heading):
        return Draft(row, LineKind.NOT_UNDERSTOOD)
    if state.has_title and _MONTH_AND_YEAR.fullmatch(text):
        return Draft(row, LineKind.HEADING, title=text)
    if is_section(text) or _YEARS.fullmatch(text) or (row.bullet and len(text) < 3):
        return Draft(row, LineKind.HEADING, title=text)
    if text.endswith("|") or (text.endswith(":") and is_led_to(text)):
        return Draft(row, LineKind.NOT_UNDERSTOOD)
    if not state.has_title and (not row.bullet or row.bullet[:1].isdigit()):
        # `10. Kongress` is no numbered list.
        state.has_title = True
        return Draft(row, LineKind.TITLE, title=row.text if row.bullet else text)
    if not state.has_venue and not row.bullet and is_venue(text):
        state.has_venue = True
        return Draft(row, LineKind.VENUE, title=text)
    return Draft(row, LineKind.NOT_UNDERSTOOD)


def is_led_to(text: str) -> bool:
    """Whether a line that ends in a colon leads to the programme, and is no title: `Bekijk hier het programma:`."""
    return _LEADS.search(text) is not None


def is_when(text: str) -> bool:
    """Whether a line says when a day is held and nothing else: a date, a year, or a month of a year."""
    date = find_date(text)
    is_date = date is not None and date.month is not None and len(date.rest) <= MEANINGLESS
    return is_date or (_YEARS.fullmatch(text) or _MONTH_AND_YEAR.fullmatch(text)) is not None


def is_venue(text: str) -> bool:
    """Whether a line above a programme says where it is held."""
    if len(text) > 90 or text.endswith((":", "!", "?", ",", "|")) or _CLOCK.search(text):
        return False
    is_place = room_sureness(text) is Sureness.SURE or ADDRESS.search(text) is not None
    if not is_place and (_EVENT.search(text) or name_sureness(text) is Sureness.SURE or _PERSON.fullmatch(text)):
        return False
    if room_sureness(text) >= Sureness.LIKELY or _PLACE.search(text) is not None:
        return True
    # `De Nieuwe Kerk, Zwolle`, or a town alone: `Leuven`, `Den Haag`, `London`.
    parts = [part.strip() for part in text.split(",")]
    if 2 <= len(parts) <= 4 and all(part[:1].isupper() and len(part.split()) <= 4 for part in parts):
        return True
    is_named = all(word[:1].isupper() or word in PARTICLES for word in text.split())
    return len(text.split()) <= 3 and text[:1].isupper() and is_named and not any(map(str.isdigit, text))
