"""What rounds offer, told below the whole programme: `Workshops` as a heading, and then each of them with its people.

A line is the title of one where it has the mark that the first has, where it begins a paragraph, or where a name stands
below it. All that stands between two titles is said of the first. `arranging` gives the options to their rounds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile, zip_longest
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.headings import (
    is_footer,
    is_round,
    is_section,
    is_sentence,
    numbers_a_series,
    offers_parallel,
    option_label,
)
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.texts.about_the_day import tells_of_the_day
from studydag.model.exchange.importing.texts.choices_below import begins_with_a_code, could_be_offered
from studydag.model.exchange.importing.texts.drafts import Draft, State, with_peeled
from studydag.model.exchange.importing.texts.options import noted
from studydag.model.exchange.importing.texts.options_in_a_line import without_letter
from studydag.model.exchange.importing.titles.peeled import Behind
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.rules.written.phase_words import closes, is_break
from studydag.model.values.imported import LineKind

_NUMBERED: Final = re.compile(
    r"\w*(?:workshop|werkwinkel|deelsessie|sessie|session|atelier|breakout|masterclass|seminar|ws)"
    r" ?(?:\d{1,2}[a-z]?|[A-H])\b",
    re.IGNORECASE,
)
_FEWEST: Final = 2
_MOST_LINES: Final = 400
_LONGEST_HEADING, _MOST_WORDS = 60, 7


def open_rounds(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the blocks that offer a choice and of which no option was told yet."""
    rounds: list[Draft] = []
    item: Draft | None = None
    for draft in drafts:
        if draft.kind is LineKind.OPTION and rounds and rounds[-1] is item:
            rounds.pop()
        elif draft.kind is LineKind.ITEM:
            item = draft
            if draft.time.start is not None and is_round(draft.title):
                rounds.append(draft)
    return rounds


def offered_below(rows: Sequence[Row], place: int, state: State, rounds: Sequence[Draft], known: Behind) -> list[Draft]:
    """Return the lines from a place behind the last time on as what `rounds` above offer; none where they do not."""
    item = state.last_item() if rounds else None
    if item is None:
        return []
    has_heading = heads_a_list(rows[place], rounds)
    is_over = is_break(item.title) or closes(item.title)
    could_do_without = is_over and state.drafts[-1].kind is not LineKind.NOT_UNDERSTOOD and _mark(rows[place]) != ""
    if not has_heading and not could_do_without:
        return []
    following = islice(rows, place + has_heading, place + _MOST_LINES)
    below = list(takewhile(lambda row: not _ends(row, rounds), following))
    titles = _titles(below)
    if len(titles) < _FEWEST:
        return []
    made = [Draft(rows[place], LineKind.HEADING, title=rows[place].text)] if has_heading else []
    for row in below:
        if id(row) in titles:
            option = with_peeled(Draft(row, LineKind.OPTION), without_letter("  ".join(row.filled)), known=known)
            made.append(option)
        else:
            is_told = made and made[-1].kind is not LineKind.HEADING
            made.append(_told(row) if is_told else Draft(row, LineKind.NOT_UNDERSTOOD))
    return made


def _told(row: Row) -> Draft:
    """Return a line below a title with what it says of that: who leads, where, or what about."""
    told = people_told(row.text) if is_sentence(row.text) else ()
    return Draft(row, LineKind.NOTE, persons=told, description=row.text) if told else noted(row)


def heads_a_list(row: Row, rounds: Sequence[Draft]) -> bool:
    """Whether a line is the heading of what rounds offer: `De workshops`, or the name of one of them."""
    text = row.text.strip(" :#*_")
    if len(row.filled) > 1 or row.bullet or len(text) > _LONGEST_HEADING or is_sentence(text):
        return False
    if any(text.casefold() == each.title.casefold() for each in rounds):
        return True
    is_title = option_label(text) or _NUMBERED.match(text) or begins_with_a_code(row) or text.endswith(("?", "!"))
    is_of_rounds = offers_parallel(text) or numbers_a_series(text)
    return is_of_rounds and not is_title and len(text.split()) <= _MOST_WORDS


def _ends(row: Row, rounds: Sequence[Draft]) -> bool:
    """Whether a list of what rounds offer ends before a line: at the next heading, or what is said of the day."""
    is_heading = is_section(row.text) or heads_a_list(row, rounds)
    return bool(row.table) or is_heading or is_footer(row.text) or tells_of_the_day(row)


def _mark(row: Row) -> str:
    """Return by what kind of mark a line is one of several: a bullet, a letter or number, a code; empty without."""
    if row.bullet:
        return "number" if row.bullet[0].isalnum() or row.bullet[0] == "(" else row.bullet
    text = row.cells[0]
    is_labelled = option_label(text) or _NUMBERED.match(text) or begins_with_a_code(row)
    return "label" if is_labelled else "letter" if without_letter(text) != text else ""


def _titles(rows: Sequence[Row]) -> frozenset[int]:
    """Return the identities of the lines that are what there is to choose."""
    marks = [_mark(row) for row in rows]
    mark = next((each for each in marks if each), "")
    outer = min((row.indent for row, each in zip(rows, marks, strict=True) if each == mark), default=0)
    marked = [row for row, each in zip(rows, marks, strict=True) if mark and each == mark and row.indent <= outer + 1]
    if len(marked) >= _FEWEST and not any(
        could_be_offered(row) for row in takewhile(lambda row: row is not marked[0], rows)
    ):
        return frozenset(map(id, marked))
    begins = [row for place, row in enumerate(rows) if row.after_gap or not place]
    plain = [row for row in begins if could_be_offered(row)]
    if len(plain) >= _FEWEST and len(plain) == len(begins) and 3 * len(begins) <= 2 * len(rows):
        return frozenset(map(id, plain))
    led = [row for row, following in zip_longest(rows, rows[1:]) if _is_led(row, following)]
    return frozenset(map(id, led)) if len(led) >= _FEWEST and led[0] is rows[0] else frozenset()


def _is_led(row: Row, following: Row | None) -> bool:
    """Whether a line could be offered, and who leads it stands behind it, or alone on the next line."""
    if following is not None and could_be_offered(row) and speaker_of(following.text).sureness is Sureness.SURE:
        return True
    peeled = peel(row.cells[0]) if len(row.filled) == 1 and not is_sentence(row.text) else None
    return (
        peeled is not None and bool(peeled.persons) and len(row.text) > len(peeled.title) > len(peeled.title.split()[0])
    )
