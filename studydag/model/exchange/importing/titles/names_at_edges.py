"""Takes a name off the begin or the end of a title where nothing parts them, and one that stands behind an office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.recognising.names import PARTICLES, Sureness, name_sureness
from studydag.model.exchange.importing.recognising.names_beside_offices import name_behind_office
from studydag.model.exchange.importing.recognising.people import Named, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.titles.peeled import NOBODY, Behind, Peeled, added
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    is_called_a_group,
    tells_an_office,
)
from studydag.model.rules.written.phase_words import is_break, tells_a_phase

# `Opening words: professor Anna Bos`, `What is innovation? docent Jan Mos`
_STOPS: Final = re.compile(r"(?P<mark>:|\?[’”\"']?)\s+(?=[A-Za-zÀ-ÿ])")
_IN_PARENTHESES: Final = re.compile(r"\s*\([^()]*\)")
_BETWEEN: Final = re.compile(r"\s*,\s*(?:and|und|en)\s+|\s*,\s*|\s+(?:&|and|und|en)\s+")
_REPORTS: Final = re.compile(r"(?:[a-zà-þ]+ )?(?:by|door|von|durch) ")
_BRACKETS: Final = re.compile(r"(?<=\S) \((?P<inner>[^()]{5,140})\)[.;,]?$")
# `Frau Bos`, `dhr. Mos`: whoever is addressed so is a person, by whatever name.
_ADDRESSED: Final = re.compile(
    r"(?:Frau|Herrn?|Fr\.|Hr\.|[Mm]evrouw|[Mm]eneer|[Mm]evr\.|[Dd]hr\.|[Mm]w\.|Mrs?\.?|Ms\.?)"
    r"(?: [A-ZÀ-Þ][\w.'’-]+){1,3}"
)
_ABOUT: Final = re.compile(r"(?P<who>[A-ZÀ-Þ][^:;,()|–—]{3,50}?) (?:over|about|über) (?=\S)")
_SMALL: Final = frozenset(
    [
        *("of", "the", "a", "an", "and", "or", "with", "by", "from", "for", "at", "in", "on", "to", "about", "as"),
        *(
            "de",
            "het",
            "een",
            "en",
            "of",
            "met",
            "door",
            "van",
            "voor",
            "bij",
            "op",
            "over",
            "aan",
            "te",
            "naar",
            "als",
        ),
        *("der", "die", "das", "dem", "den", "des", "ein", "eine", "und", "oder", "mit", "von", "für", "bei", "im"),
        *("am", "zu", "zum", "zur", "über", "nach", "uit", "tot", "via", "per", "into", "after", "before", "unter"),
    ]
)
_NAME_WORD: Final = re.compile(r"[A-ZÀ-Þ][^\W\d_]*[.'’-]?[\w.'’-]*")
_ENDS_A_TITLE: Final = re.compile(r"[?!”’\"]$")
_LONGEST: Final = 300
_FEWEST_SURE: Final = 3
_FEWEST_WORDS, _MOST_WORDS = 2, 4


def named_in_brackets(text: str) -> Named:
    """Return who does what stands before the brackets at the end of a line: `Leseförderung (Frau Bos, Kiel);`."""
    found = _BRACKETS.search(text) if len(text) <= _LONGEST else None
    if found is None:
        return NOBODY
    inner = found["inner"]
    first, _, office = inner.partition(", ")
    if _ADDRESSED.fullmatch(first) and name_sureness(first) >= Sureness.PERHAPS:
        named = Named((first,), Sureness.SURE, inner if office else "")
    else:
        named = speaker_of(inner)
    is_of_office = named.sureness is Sureness.LIKELY and len(named.persons) == 1 and begins_with_an_office(office)
    is_told = (named.sureness is Sureness.SURE or is_of_office) and all(" " in name for name in named.persons)
    return named if is_told and people_in(text[: found.start()]).sureness < Sureness.SURE else NOBODY


def by_office(peeled: Peeled) -> Peeled | None:
    """`Opening words: professor Anna Bos, docent Jan Mos`: each has an office in small letters before the name."""
    if len(peeled.title) > _LONGEST:
        return None
    for found in reversed(list(_STOPS.finditer(peeled.title))):
        behind = peeled.title[found.end() :]
        named = [
            name_behind_office(part.strip(" .")) for part in _BETWEEN.split(_IN_PARENTHESES.sub("", behind)) if part
        ]
        if named and all(named) and found.start():
            stop = found.start() if found["mark"] == ":" else found.end("mark")
            return added(peeled, peeled.title[:stop], persons=tuple(named), description=behind)
    return None


def name_that_ends(text: str) -> tuple[str, str] | None:
    """Return a title in small letters and the name right behind it: `Opening address Anna Bos`; None without."""
    words = text.split() if len(text) <= _LONGEST else []
    place = len(words)
    while place and (_NAME_WORD.fullmatch(words[place - 1]) or words[place - 1] in PARTICLES):
        place -= 1
    while place < len(words) and words[place] in PARTICLES:
        place += 1
    if not place or not _FEWEST_WORDS <= len(words) - place <= _MOST_WORDS:
        return None
    before, name = words[place - 1], " ".join(words[place:])
    is_title = (before.isalpha() and before.islower() and before not in _SMALL) or _ENDS_A_TITLE.search(before)
    is_other = tells_a_phase(name) or room_sureness(name) >= Sureness.LIKELY or is_called_a_group(name)
    if not is_title or is_other or name_sureness(name) < Sureness.LIKELY or begins_with_an_office(name):
        return None
    return " ".join(words[:place]), name


def names_that_end(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a title and the names right behind it: `Lessons in the wood Anna Bos, Jan Mos and Mia Post`."""
    marks = list(_BETWEEN.finditer(text)) if len(text) <= _LONGEST else []
    names: list[str] = []
    stop = len(text)
    for mark in reversed(marks):
        name = _REPORTS.sub("", text[mark.end() : stop].strip(" ."))
        if " " not in name or name_sureness(name) < Sureness.LIKELY:
            break
        names, stop = [name, *names], mark.start()
    found = name_that_ends(text[:stop])
    return None if found is None else (found[0], (found[1], *names))


def name_that_begins(text: str) -> tuple[str, str] | None:
    """Return the name with which a text begins and the title right behind it: `Anna Bos The art of light`."""
    words = text.split() if len(text) <= _LONGEST else []
    if len(words) <= _FEWEST_WORDS or not _NAME_WORD.fullmatch(words[0]) or words[0].endswith("."):
        return None
    stop = 1
    while stop < len(words) and words[stop].casefold() in PARTICLES and words[stop].islower():
        stop += 1
    is_double = stop == 1 and is_given_name(words[1]) and len(words) > _MOST_WORDS
    stop += 2 if is_double and _NAME_WORD.fullmatch(words[2]) and name_sureness(words[2]) > Sureness.NO else 1
    name, rest = " ".join(words[:stop]), " ".join(words[stop:])
    if name_sureness(name) < Sureness.LIKELY or not name[-1:].isalpha() or not words[stop - 1][:1].isupper():
        return None
    is_other = tells_a_phase(name) or room_sureness(name) >= Sureness.LIKELY or is_called_a_group(name)
    is_title = len(rest.split()) >= _FEWEST_WORDS and rest[:1].isupper() and rest.split()[0] not in {"&", "+"}
    if is_other or not is_title or people_in(rest).sureness >= Sureness.LIKELY or tells_an_office(rest.split()[0]):
        return None
    return name, rest


def is_sure(name: str) -> bool:
    """Whether a name is known to be one, and not only written as one."""
    return name_sureness(name) is Sureness.SURE


def by_name_that_ends(peeled: Peeled, known: Behind) -> Peeled | None:
    """Take off the name right behind a title, where several titles of a text have one that is surely a name."""
    found = names_that_end(peeled.title) if known.names_last and not peeled.persons else None
    if found is None:
        return None
    behind = peeled.title[len(found[0]) :].strip()
    return added(peeled, found[0], persons=found[1], description=behind if _REPORTS.search(behind) else "")


def by_name_that_begins(peeled: Peeled, known: Behind) -> Peeled:
    """Take off the name right before a title, where several titles of a text have one that is surely a name."""
    found = name_that_begins(peeled.title) if known.names_first else None
    return peeled if found is None else replace(peeled, title=found[1], persons=(found[0],))


def speaks_about(text: str) -> str:
    """Return who speaks by a title such as `Anna van Dam over lezen`; empty without a name."""
    found = _ABOUT.match(text) if len(text) <= _LONGEST else None
    name = "" if found is None else found["who"]
    return name if name and name_sureness(name) >= Sureness.LIKELY and not is_called_a_group(name) else ""


def by_name_about(peeled: Peeled, known: Behind) -> Peeled:
    """Note who speaks about what the title says, where another title of the text has surely a name there."""
    name = speaks_about(peeled.title) if known.people_about and not peeled.persons else ""
    return replace(peeled, persons=(name,)) if name else peeled


def have_names_first(titles: Sequence[str]) -> bool:
    """Whether at least half of the titles of a text begin with a name, and several surely."""
    found = [edge[0] for title in titles if (edge := name_that_begins(title)) is not None]
    of_one = [title for title in titles if len(title.split()) > _FEWEST_WORDS and not is_break(title)]
    return sum(map(is_sure, found)) >= _FEWEST_SURE and 2 * len(found) >= len(of_one)


def have_names_last(titles: Sequence[str]) -> bool:
    """Whether at least a third of the titles of a text end with a name right behind them, and several surely."""
    found = [edge[1] for title in titles if (edge := name_that_ends(title)) is not None]
    return sum(map(is_sure, found)) >= _FEWEST_SURE and 3 * len(found) >= len(titles)
