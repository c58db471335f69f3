"""Lines with bullets, numbers or labels below a block: what there is to choose from, or what is said of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.reading.rows import Between, Row
from studydag.model.exchange.importing.recognising.headings import (
    is_agenda,
    is_footer,
    is_section,
    is_sentence,
    offers_parallel,
    option_label,
)
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.names_beside_offices import name_at_end
from studydag.model.exchange.importing.recognising.people import Named, listing, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.texts.asides import aside_of, who_and_where, without_room_behind
from studydag.model.exchange.importing.texts.drafts import Draft, with_peeled
from studydag.model.exchange.importing.texts.options_in_a_line import without_letter
from studydag.model.exchange.importing.texts.siblings import have_alike_behind
from studydag.model.exchange.importing.titles.labelled_talks import between_label_and_title
from studydag.model.exchange.importing.titles.names_at_edges import named_in_brackets
from studydag.model.exchange.importing.titles.peeled import NOBODY, NOTHING_KNOWN, Behind, Peeled
from studydag.model.exchange.importing.titles.peeling import behind, peel
from studydag.model.exchange.importing.titles.people_behind import (
    BY,
    BY_OR_WITH,
    GIVES,
    labelled_people,
    people_behind,
    people_within,
)
from studydag.model.exchange.importing.vocabulary.offices import says_what_one_does
from studydag.model.exchange.importing.vocabulary.words import Role, label_at
from studydag.model.rules.written.phase_words import is_break, phase_of
from studydag.model.values.imported import LineKind
from studydag.model.values.phases import Phase

_LEADS_TO_PEOPLE: Final = re.compile(r"\b(?:met|mit|with)\s*:\s*$", re.IGNORECASE)
_WITH_OFFICE: Final = re.compile(r"\((?:[a-zà-þ])")
_FOR_ALL: Final = re.compile(r"\b(?:plenair\w*|plenary|plenum\w*)\b", re.IGNORECASE)
_CHOICE: Final = re.compile(
    r"keuze|kies|parallel|workshop|werkwinkel|deelsessie|break[- ]?out|choice|choose|wahl|kiezen", re.IGNORECASE
)
_PLENARY: Final = re.compile(
    r"\b(?:panel\w*|podium\w*|debat|debate|debatte|pitch(?:es)?)\b",
    re.IGNORECASE,
)
_TALKS: Final = re.compile(
    r"\b(?:[a-z]*(?:lezingen|voordrachten|presentaties|vorträge|referate|inleidingen|toespraken|grußworte)|lectures|talks"
    r"|presentations|keynotes|[a-z]*sprekers|speakers|speeches|getuigenissen|testimonials|statements|impulse)\b",
    re.IGNORECASE,
)
# `Breakfasts for mentors`: several of them at once.
_BREAKS: Final = re.compile(r"\b[a-z]*(?:breakfasts|lunches|dinners|ontbijten|diners)\b", re.IGNORECASE)
_FEWEST, _FEWEST_BY_SHAPE = 2, 3
_LONGEST_TOLD: Final = 300
LONG = 130
# `All located on the first floor`: the rooms stand behind what there is to choose.
_WHERE_ALL_ARE: Final = re.compile(
    r"(?:all|alle|everything|alles)\b.{0,30}\b(?:locat\w+|held|rooms?|floor|level|verdieping|lokalen|zalen|räumen?|etage)\b.{0,40}",
    re.IGNORECASE,
)
# `Tweede ronde, met als thema's:`
_WITH_THEMES: Final = re.compile(r"\b(?:onderwerpen|thema['’]?s|topics|themes|themen)\s*:\s*$", re.IGNORECASE)
_LABEL: Final = re.compile(r"(?:[^\W\d_]+\s)?(?:\d{1,2}[a-z]?|[A-Za-z])[.:)]?")


def run_of_bullets(rows: Sequence[Row], place: int, is_timed: Callable[[Row], bool]) -> int:
    """Return where the lines end that hang together below a block, from `place` on."""
    first = rows[place]
    stop = place
    while stop < len(rows):
        row = rows[stop]
        hangs = row.bullet or row.indent >= max(first.indent, 1) or (row.indent > 0 and not first.bullet)
        is_row = bool(row.table) and not row.bullet and bool(row.cells[0])
        if not hangs or is_row or row.is_heading or is_footer(row.text) or is_timed(row):
            break
        if first.bullet and not row.bullet and row.indent <= first.indent and stop > place and row.after_gap:
            break
        stop += 1
    return stop


def says_where_all_are(row: Row) -> bool:
    """Whether a line says where all that is listed below it takes place: `All located on the first floor`."""
    return not row.bullet and _WHERE_ALL_ARE.fullmatch(row.text.strip(" .:()")) is not None


def marks_of_choices(rows: Sequence[Row], is_timed: Callable[[Row], bool]) -> frozenset[tuple[str, int]]:
    """Return the marks, with how far they stand in, that a text has before what there plainly is to choose.

    That is what has a label, as `Workshop 1: `, or what stands right below a time and a title that offers a choice.
    """
    marks: set[tuple[str, int]] = set()
    for above, row in pairwise(rows):
        is_below_a_round = not above.bullet and offers_parallel(above.text) and is_timed(above)
        if row.bullet and (is_below_a_round or option_label(row.cells[0])):
            marks.add((row.bullet, row.indent))
    return frozenset(marks)


def names_a_choice(row: Row, following: Row) -> bool:
    """Whether a line without a mark is what there is to choose, by the one below it: `Sprekers: Anna Bos`, `Door …`."""
    text, below = row.cells[0], following.filled[0]
    label = label_at(below)
    is_led = (label is not None and label[0] is Role.PERSONS and bool(label[2])) or (
        BY.match(below) is not None and bool(people_behind(below).persons)
    )
    is_plain = len(row.filled) == 1 and not (row.bullet or row.is_heading or is_section(text) or is_footer(text))
    is_title = len(text) <= LONG and not text.endswith((".", ";", ":")) and label_at(text) is None
    return is_led and is_plain and is_title and people_in(text).sureness < Sureness.LIKELY


def option_drafts(
    rows: Sequence[Row],
    above: Draft | None,
    item: Draft | None,
    *,
    lead: str = "",
    usual: Behind = NOTHING_KNOWN,
    is_like_choices: bool = False,
) -> list[Draft]:
    """Return the lines below a block: options of it, or notes.

    `lead` is the line above them, as `Keuze uit:`; `usual` is what stands behind the titles of the whole text;
    `is_like_choices` says whether their mark stands before choices elsewhere.
    """
    marked = [row for row in rows if row.bullet]
    heads = [row for row in marked if not _numbers_what_is_marked(row, marked[0])] or list(rows)
    tops = _on_top(heads)
    on_top = frozenset(map(id, tops))
    if above is None or item is None:
        return [Draft(row, LineKind.NOT_UNDERSTOOD) for row in rows]
    are_held = _are_people(tops) or any(peel(row.cells[0]).room for row in tops)
    if item.kind is LineKind.PARKED and not offers_parallel(item.title) and not are_held:
        return [noted(row) for row in rows]
    if above is item and not offers_parallel(item.title) and _follow_each_other(tops):
        return [_own(row) if id(row) in on_top else noted(row) for row in rows]
    if _are_people(tops) or (not offers_parallel(item.title) and _are_names(tops)):
        return [noted(replace(row, bullet="")) if id(row) in on_top else noted(row) for row in rows]
    if _LEADS_TO_PEOPLE.search(item.row.text) and not offers_parallel(item.title):
        return [_led(row) if id(row) in on_top else noted(row) for row in rows]
    if spoken := _spoken_of(tops, item):
        return [spoken.get(row.line) or noted(row) for row in rows]
    if not (offers_parallel(lead) and not is_break(item.title)) and not _are_options(
        tops, item, above, usual, is_like_choices=is_like_choices
    ):
        return [noted(row) for row in rows]
    tops, rows = _without_letters(tops, rows)
    texts = ["  ".join(row.filled) for row in tops]
    known = behind(texts)
    known = replace(known, rooms_in_parentheses=known.rooms_in_parentheses or usual.rooms_in_parentheses)
    lines = {row.line for row in tops}
    return [_option(row, known) if row.line in lines else noted(row) for row in rows]


def _on_top(heads: Sequence[Row]) -> list[Row]:
    """Return the lines of a list that stand furthest to the left; one space more counts where several have it."""
    outer = min(row.indent for row in heads)
    levels = [row.indent - outer for row in heads]
    is_nested = levels[0] == 0 and levels.count(0) > 1 and (1, 1) in pairwise(levels) and levels.index(0, 1) > 1
    return [row for row, level in zip(heads, levels, strict=True) if level < (1 if is_nested else 2)]


def _are_people(rows: Sequence[Row]) -> bool:
    """Whether most lines name a person with what they do: those who lead the block above, and no choice."""
    speaking = sum(_names_a_speaker(" ".join(row.filled)) for row in rows)
    if len(rows) == 1:
        text = " ".join(rows[0].filled)
        least = Sureness.LIKELY if _WITH_OFFICE.search(text) else Sureness.SURE
        return speaker_of(text).sureness >= least and bool(speaking or least is Sureness.LIKELY)
    return 2 * speaking > len(rows)


def _are_names(rows: Sequence[Row]) -> bool:
    """Whether lines hold nothing but names: those who speak in the block above."""
    return all((named := people_in(" ".join(row.filled))).sureness is Sureness.SURE and named.persons for row in rows)


def _spoken_of(rows: Sequence[Row], item: Draft) -> dict[int, Draft]:
    """Return the lines that say who speaks of what in a plenary, by their line: `Taal: Anna Bos, lector`; else none.

    One hears them all, so that they are nothing to choose from.
    """
    is_for_all = _FOR_ALL.search(item.title) is not None and not _CHOICE.search(item.title)
    is_of_talks = _TALKS.search(item.title) is not None and not offers_parallel(item.title)
    if not (is_for_all or is_of_talks or _PLENARY.search(item.title)) or any(
        option_label(" ".join(row.filled)) for row in rows
    ):
        return {}
    found: dict[int, Draft] = {}
    for row in rows:
        text = " ".join(row.filled)
        if persons := _speaks_in(text):
            found[row.line] = Draft(row, LineKind.NOTE, persons=persons, description=f"{row.bullet} {text}".strip())
    if is_for_all:
        return found or {rows[0].line: noted(rows[0])}
    return found if 2 * len(found) > len(rows) else {}


def spoken_below(rows: Sequence[Row], item: Draft) -> list[Draft]:
    """Return the plain lines below a plenary as what is told of it, if most say who speaks there; else none."""
    if len(rows) < _FEWEST or item.persons or any(is_sentence(row.text) for row in rows):
        return []
    spoken = _spoken_of(rows, item)
    if _TALKS.search(item.title) and not offers_parallel(item.title):
        # `De motor van straks, Anna Bos, Hogeschool Noord`
        behind_titles = [
            Draft(row, LineKind.NOTE, persons=peel(row.text).persons, description=row.text) for row in rows
        ]
        spoken = {draft.row.line: draft for draft in behind_titles if draft.persons} | spoken
    named = [draft for draft in spoken.values() if draft.persons]
    return [spoken.get(row.line) or noted(row) for row in rows] if 2 * len(named) > len(rows) else []


def _speaks_in(text: str) -> tuple[str, ...]:
    """Return who speaks by a line of a plenary: `Taal: Anna Bos, lector`, `Opening door Jan Mos`."""
    _, colon, who = text.rpartition(": ")
    by = BY.search(text)
    if colon and (named := speaker_of(who)).sureness is Sureness.SURE:
        return named.persons
    if by is not None and (named := people_behind(text[by.start() :])).sureness is Sureness.SURE:
        return named.persons
    named = speaker_of(text[:LONG])
    return people_told(text) or (named.persons if named.sureness is Sureness.SURE else ())


def _names_a_speaker(text: str) -> bool:
    who, colon, what = text.partition(": ")
    if colon and people_in(who).sureness is Sureness.SURE and not says_what_one_does(what):
        return False  # `Anna Bos: De taal van getallen` is what there is to choose
    if between_label_and_title(Peeled(title=text)).persons:
        return False  # and so is `Project 1: Anna Bos (Gent), “De taal van getallen”`
    named = speaker_of(text)
    return (named.sureness is Sureness.SURE and "(" in text) or (named.sureness >= Sureness.LIKELY and bool(named.note))


def _led(row: Row) -> Draft:
    """A line of those who take part, below a title that leads to them: `– inspiratie van Anna Bos, schrijver`."""
    text = " ".join(row.filled)
    several = _met_at_the_end(text)
    if several.sureness >= Sureness.LIKELY and len(several.persons) > 1:
        return Draft(row, LineKind.NOTE, persons=several.persons, description=f"{row.bullet} {text}".strip())
    first = text.split(",")[0]
    named = people_behind(first[by.start() :]) if (by := BY_OR_WITH.search(first)) else speaker_of(text)
    least = Sureness.LIKELY if "," in text else Sureness.SURE
    persons = named.persons if named.sureness >= least else ()
    last = name_at_end(first)
    return Draft(
        row, LineKind.NOTE, persons=persons or ((last,) if last else ()), description=f"{row.bullet} {text}".strip()
    )


def _met_at_the_end(text: str) -> Named:
    """Return the people behind the last word that leads to some: `een gesprek met Anna Bos (KOV) en Jan Mos`."""
    ends = [found.end() for found in BY_OR_WITH.finditer(text)] if len(text) <= _LONGEST_TOLD else []
    return people_in(text[ends[-1] :]) if ends else NOBODY


def _follow_each_other(rows: Sequence[Row]) -> bool:
    """Whether most lines say how long they last: they are an agenda, and nothing to choose from."""
    lasting = sum(peel(" ".join(row.filled)).minutes is not None for row in rows)
    return len(rows) > 1 and 2 * lasting > len(rows)


def _own(row: Row) -> Draft:
    return with_peeled(Draft(row, LineKind.ITEM), " ".join(row.filled))


def _without_letters(tops: list[Row], rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Take off the letters or numbers of options that have them one after the other: `A Taal`, `B Rekenen`."""
    marks = "".join(text[0] for row in tops if (text := row.cells[0]) and re.match(r"[A-Z1-9] \S", text))
    if len(marks) < 2 or len(marks) < len(tops) or marks not in "ABCDEFGHIJKLMNOPQRSTUVWXYZ 123456789":
        return tops, list(rows)
    lines = {
        row.line: replace(row, bullet=row.bullet or row.cells[0][0], cells=(row.cells[0][2:], *row.cells[1:]))
        for row in tops
    }
    return list(lines.values()), [lines.get(row.line, row) for row in rows]


def _are_options(rows: Sequence[Row], item: Draft, above: Draft, usual: Behind, *, is_like_choices: bool) -> bool:
    """Whether lines are things to choose from: by the title above, by labels, by rooms or people, or by their shape."""
    texts = ["  ".join(row.filled) for row in rows]
    if any(label_at(text) is not None for text in texts[:1]):
        return False
    if above.kind is LineKind.OPTION and not all(option_label(text) for text in texts):
        is_as_far = bool(rows[0].bullet) and rows[0].indent <= above.row.indent
        return above is not item and is_as_far and not _numbers_what_is_marked(rows[0], above.row)
    if offers_parallel(item.title) or all(option_label(text) for text in texts):
        return all(len(text) <= LONG * 2 for text in texts)
    is_told = not rows[0].bullet and any(aside_of(text) is not None for text in texts)
    if _BREAKS.search(item.title) and len(texts) >= _FEWEST_BY_SHAPE and have_alike_behind(texts):
        return True
    if is_break(item.title) or len(texts) < 2 or is_told:
        return False
    known = replace(
        behind(texts), rooms_in_parentheses=behind(texts).rooms_in_parentheses or usual.rooms_in_parentheses
    )
    peeled = [peel(text, known=known) for text in texts]
    if 2 * sum(bool(each.room) for each in peeled) >= len(texts):
        return True
    if rows[0].bullet and _is_more_than_agenda(item.title) and all(each.persons for each in peeled):
        return True
    if not rows[0].bullet or is_agenda(item.title):
        return False
    if 2 * sum(bool(each.persons) for each in peeled) > len(texts) or _are_themes(rows, item):
        return True
    # `Middagsessie` names nothing, so that what stands below it is what there is.
    return _are_options_by_shape(texts, 2 if is_section(item.title) and is_like_choices else _FEWEST_BY_SHAPE)


def _are_options_by_shape(texts: Sequence[str], fewest: int) -> bool:
    """Whether lines with a mark are named as what there is to choose.

    Two of which nothing says that one chooses are an agenda, and so are those with a welcome or a break.
    """
    if any(phase_of(text) in {Phase.ORGANISATION, Phase.BREAK} for text in texts):
        return False
    return len(texts) >= fewest and all(
        not text[:1].islower() and not is_sentence(text) and len(text) <= LONG and not text.endswith((".", "?", ";"))
        for text in texts
    )


def _are_themes(rows: Sequence[Row], item: Draft) -> bool:
    """Whether lines are numbered below a title that ends in `met als thema's:`, so that questions are themes too."""
    is_numbered = rows[0].bullet[:1].isdigit() and all(len(row.text) <= LONG for row in rows)
    return is_numbered and _WITH_THEMES.search(item.row.text) is not None


def _is_more_than_agenda(title: str) -> bool:
    """Whether a title tells of more than an opening, a debate or a meeting: `Opening, wat het plan van ons vraagt`."""
    pieces = title.split(", ")
    return is_agenda(title) and any(len(piece.split()) > 2 and not is_agenda(piece) for piece in pieces)


def _numbers_what_is_marked(row: Row, above: Row) -> bool:
    """Whether a line begins a list with numbers below an option with another mark: it says what that holds."""
    return row.bullet[:1].isdigit() and bool(above.bullet) and not above.bullet[:1].isdigit()


def _option(row: Row, known: Behind) -> Draft:
    draft = Draft(row, LineKind.OPTION)
    cells = without_letter(row.filled[0]), *row.filled[1:]
    if row.between is Between.NOTHING or len(cells) == 1:
        return with_peeled(draft, cells[0], known=known)
    if len(cells) > 1 and _LABEL.fullmatch(cells[0]):
        joined = ": " if re.match(r"[^\W\d_]{3}.*\w$", cells[0]) else " "
        is_bare = len(cells[0].strip(".:)")) == 1
        cells = (cells[1] if is_bare else f"{cells[0]}{joined}{cells[1]}", *cells[2:])
    if room_sureness(cells[0]) is Sureness.SURE and room_sureness(cells[1]) < Sureness.LIKELY:
        # `Room 101 | Reading aloud | Anna Bos`
        draft.room, cells = cells[0], cells[1:]
    return replace(draft, title=cells[0], extras=tuple(cells[1:]))


def noted(row: Row) -> Draft:
    """A line that says something of the block above it."""
    text = " ".join(row.filled)
    label = label_at(text)
    if label is not None and label[0] is Role.PERSONS:
        listed = listing(label[2])
        return Draft(row, LineKind.NOTE, persons=listed.persons, description=listed.note)
    if label is not None and label[0] is Role.ROOM:
        return Draft(row, LineKind.NOTE, room=label[2])
    aside = None if row.bullet else aside_of(text) or who_and_where(row.filled)
    if aside is not None:
        return Draft(row, LineKind.NOTE, persons=aside.persons, room=aside.room, description=text)
    who, where = without_room_behind(text)
    if not row.bullet and BY_OR_WITH.match(text) and (behind_it := people_behind(who)).persons:
        return Draft(row, LineKind.NOTE, persons=behind_it.persons, room=where, description=text)
    several = NOBODY if row.bullet else _met_at_the_end(text)
    if several.sureness is Sureness.SURE and len(several.persons) > 1:
        return Draft(row, LineKind.NOTE, persons=several.persons, description=text)
    within = None if row.bullet else labelled_people(text).persons or people_within(text)
    if within is not None:
        return Draft(row, LineKind.NOTE, persons=within, description=text)
    if row.bullet and GIVES.match(text) and (given := peel(text).persons):
        return Draft(row, LineKind.NOTE, persons=given, description=f"{row.bullet} {text}")
    named = speaker_of(text)
    if not row.bullet and named.sureness >= (Sureness.LIKELY if named.note else Sureness.SURE):
        return Draft(row, LineKind.NOTE, persons=named.persons, description=named.note)
    if not row.bullet and room_sureness(text) >= Sureness.SURE:
        return Draft(row, LineKind.NOTE, room=text)
    inside = named_in_brackets(text)
    return Draft(row, LineKind.NOTE, persons=inside.persons, description=f"{row.bullet or ''} {text}".strip())
