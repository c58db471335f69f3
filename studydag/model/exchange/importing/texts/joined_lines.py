"""Lines that are one: a label above the title that it numbers, and a name above what its bearer does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, text_of_both
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import (
    header_label,
    is_footer,
    is_section,
    is_sentence,
    option_label,
)
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.timed_rows import timed
from studydag.model.exchange.importing.titles.people_behind import BY
from studydag.model.exchange.importing.vocabulary.offices import begins_with_an_office
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.rules.written.phase_words import tells_a_phase

_LABEL: Final = re.compile(
    r"(?:thema|theme|sessie|session|deelsessie|workshop|werkwinkel|masterclass|atelier|project|projekt"
    r"|panel|forum|seminar|werkgroep|module|modul|station) ?(?:#|nr\.? ?)?"
    r"(?:\d{1,2}[a-z]?|[A-H]|[IVX]{1,4})\s*[:.–-]?",
    re.IGNORECASE,
)
_CODE_ALONE: Final = re.compile(r"[A-Z]\d{1,2}|\d{1,2}[A-Z]|\d{1,2}[a-z]")
# `A1 Taal in elk vak` is one of several.
_CODE: Final = re.compile(r"[A-Z]\d{1,2}[a-z]?[.:)]? ")
_LONGEST: Final = 160
_LONGEST_LABEL: Final = 20


def with_joined_lines(rows: Sequence[Row]) -> list[Row]:
    """Put a label and the title below it, a name and the office below it, and where or when the day is on one line."""
    made: list[Row] = []
    place, has_begun = 0, False
    codes = _codes_alone(rows)
    while place < len(rows):
        joined = _title_below(rows, place) or _office_below(rows, place)
        if joined is None and place in codes and _is_title(rows[place + 1]):
            joined = _joined(rows[place], rows[place + 1], ":")
        if joined is None and not has_begun:
            has_begun = timed(rows[place], None) is not None
            joined = None if has_begun else _labelled_below(rows, place)
        made.append(joined or rows[place])
        place += 2 if joined else 1
    return made


def _codes_alone(rows: Sequence[Row]) -> frozenset[int]:
    """Return the places of the codes that stand alone above what they number, where several do: `A1`, `A2`, `B1`."""
    found = [
        place
        for place, row in enumerate(rows[:-1])
        if not (row.table or row.bullet) and _CODE_ALONE.fullmatch(row.text) and timed(row, None) is None
    ]
    titles = [place for place in found if _is_title(below := rows[place + 1]) and not (below.after_gap or below.table)]
    is_series = len(titles) > 1 and len(titles) == len(found) == len({rows[place].text for place in found})
    return frozenset(titles) if is_series else frozenset()


def _at(rows: Sequence[Row], place: int) -> Row | None:
    return rows[place] if 0 <= place < len(rows) else None


def _joined(row: Row, below: Row, mark: str) -> Row:
    text = f"{row.cells[-1].rstrip(' :.–-,')}{mark} {below.cells[0]}"
    return replace(row, **text_of_both(row, below), cells=(*row.cells[:-1], text))


def _title_below(rows: Sequence[Row], place: int) -> Row | None:
    """`9u15 – 10u45: THEMA 1` above `Hoe ziet een begroting eruit?`; `Sessie 1:` above `1.1 Je rechten`."""
    row, below = rows[place], _at(rows, place + 1)
    if below is None or row.table or below.table or not row.cells[-1] or len(below.filled) > 1 or below.bullet:
        return None
    if len(row.text) > _LONGEST or not _LABEL.search(row.text):
        return None
    found = timed(row, None)
    label = found.rest[-1] if found is not None and found.rest else row.text if found is None else ""
    if not _LABEL.fullmatch(label.strip()) or below.after_gap is (found is None):
        # Right below a label with a time stands what more is said of it.
        return None
    return _joined(row, below, ":") if _is_title(below) and not _is_one_of_many(_at(rows, place + 2)) else None


def _is_title(row: Row) -> bool:
    """Whether a line below a label is what it is called."""
    text = row.cells[0]
    return not (
        len(text) > _LONGEST
        or (is_sentence(text) and text.endswith((".", ";")))
        or text[:1].islower()
        or row.is_heading
        or is_section(text)
        or is_footer(text)
        or option_label(text)
        or _LABEL.fullmatch(text)
        or _CODE.match(text)
        or BY.match(text)
        or text.endswith(":")
        or text.startswith(("(", "[", "*"))
        or label_at(text) is not None
        or tells_a_phase(text)
        or find_date(text) is not None
        or timed(row, None) is not None
        or speaker_of(text).sureness >= Sureness.LIKELY
        or room_sureness(text) >= Sureness.SURE
    )


def _is_one_of_many(following: Row | None) -> bool:
    """Whether behind a title another follows right below: then they are what there is to choose from."""
    return (
        following is not None
        and not following.after_gap
        and not following.bullet
        and _is_title(following)
        and not is_sentence(following.text)
    )


def _labelled_below(rows: Sequence[Row], place: int) -> Row | None:
    """`Waar` above `De Schakel, Ede`, before the programme begins."""
    row, below = rows[place], _at(rows, place + 1)
    if below is None or row.table or below.table or len(row.filled) > 1 or len(below.filled) > 1 or row.bullet:
        return None
    text = below.cells[0]
    found = header_label(f"{row.cells[0].rstrip(' :?')}: {text}") if len(row.text) <= _LONGEST_LABEL else None
    if found is None or found[0] not in {"date", "place", "title"} or found[1] != text or len(text) > _LONGEST:
        return None
    is_label = header_label(f"{text.rstrip(' :?')}: x") is not None and len(text) <= _LONGEST_LABEL
    is_more = is_label or is_sentence(text) or is_section(text) or is_footer(text) or text.endswith(":")
    is_dated = find_date(text) is not None
    if is_more or is_dated is not (found[0] == "date") or timed(below, None) is not None:
        return None
    return _joined(row, below, ":")


def _office_below(rows: Sequence[Row], place: int) -> Row | None:
    """`Nino Haase` above `Oberbürgermeister der Stadt`: a name that no list knows is one by what stands below it."""
    row, below = rows[place], _at(rows, place + 1)
    if below is None or below.after_gap or below.bullet or row.table or len(row.filled) > 1 or len(below.filled) > 1:
        return None
    name = row.cells[0]
    if " " not in name or name_sureness(name) is not Sureness.LIKELY or tells_a_phase(name):
        return None
    office = below.cells[0]
    is_office = begins_with_an_office(office) and len(office) <= _LONGEST and not is_sentence(office)
    return _joined(row, below, ",") if is_office and speaker_of(office).sureness < Sureness.LIKELY else None
