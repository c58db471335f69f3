"""Tells names of people from other text, in a cell, behind a title, or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from studydag.model.exchange.importing.recognising.bare_names import (
    ADDRESSED,
    INITIALISM,
    LONG_NAME,
    bare_name,
)
from studydag.model.exchange.importing.recognising.names import (
    PARENTHESIS,
    Sureness,
    is_nobody,
    name_and_organisation,
    name_sureness,
    without_honorifics,
)
from studydag.model.exchange.importing.recognising.names_beside_offices import name_at_end
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    is_called_a_group,
    is_called_a_house,
    says_what_one_does,
    tells_an_office,
)
from studydag.model.exchange.importing.vocabulary.place_words import COUNTRY
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word

_AFTER_NAME: Final = re.compile(
    r"(?:m\.?a\.?|b\.?a\.?|m\.?sc\.?|b\.?sc\.?|ph\.?d\.?|m\.?ed\.?|b\.?ed\.?|mba|llm|ma|ba|msc|bsc|phd"
    r"|med|jr\.?|sr\.?|rc|ra|emba|obe|mbe)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"\s*(?:[;\n+]|(?<!\bv)/(?![a-zà-þ]{3})|&(?!\w)|\b(?:met|mit|with|EN|AND|UND)\b(?=\s+[A-ZÀ-Þ])"
    r"|\b(?:en|and|und|sowie|alsook|i\.?s\.?m\.?|samen met|together with|along with|zusammen mit|gemeinsam mit"
    r"|in (?:gesprek|dialoog|debat) met|im (?:[Gg]espräch|Dialog) mit|in (?:conversation|dialogue) with)\b"
    r"(?=\s))\s*"
)
_LED_WITH: Final = re.compile(r"\s(?:met|mit|with)\s")
# `Anna Bos (Gent) Jan Mos (Kiel)`: another with where they are from, though no mark parts them.
_ANOTHER_WITH_HOUSE: Final = re.compile(r"\)\s+(?=[A-ZÀ-Þ][^\W\d_]+ [^,;()]{2,30} \([^()]+\))")
_LOST_BREAK: Final = re.compile(r"(?<=[a-zà-þ]{2})(?=[A-ZÀ-Þ][a-zà-þ])")
_COMMA: Final = re.compile(r"\s*,\s*(?![^()\[\]]*[)\]])")
_OFFICE_FIRST: Final = re.compile(
    r"(?:directeur|directrice|rector|lector|wethouder|burgemeester|inspecteur|schepen|voorzitter|dean|principal"
    r"|superintendent|director|head|direktor(?:in)?|schulleiter(?:in)?|rektor(?:in)?|schulrat|hoofd)\s"
)
_WITH_SMALL_WORDS: Final = re.compile(r"\s(?:van|voor|of|for|at|der|des|für|aan|in|bei|an|bij|and|und|en|&)\s")
_LONG_NAMES: Final = 100
_SENTENCE: Final = re.compile(r"\.?\s+(?=[A-ZÀ-Þ][^\s.,;:]*\s+[a-zà-ÿ]+\s)")
_SHORT_NAME: Final = 2
_IN_TALK: Final = re.compile(
    r"(?<=\w) (?:(?:gaan )?in (?:gesprek|dialoog|debat|conversation|dialogue)|im (?:Gespräch|Dialog))(?: met elkaar)?$"
)
_COME_ALONG: Final = frozenset(
    [
        *("Team", "Co", "Band", "Kollegium", "Collega's", "Gasten", "Leerlingen", "Studenten", "Ouders", "Guests"),
        *(
            "Gäste",
            "Gästen",
            "Schüler",
            "Schülern",
            "Schülerinnen",
            "Eltern",
            "Lehrkräften",
            "Kollegen",
            "Studierenden",
        ),
    ]
)
_FEWEST_SURE: Final = 2


@dataclass(frozen=True, slots=True)
class Named:
    """The people that a text names, how sure that is, and the whole of it where it says more of them than names."""

    persons: tuple[str, ...]
    sureness: Sureness
    note: str = ""


@lru_cache(maxsize=4096)
def people_in(text: str) -> Named:
    """Read a text as a list of people: `Anna Bos, Jan de Vries (KPC) en Prof. Dr. Thissen`; sure if all of it is."""
    text = text.strip(" .;,|")
    if not text or len(text) > 300 or "\t" in text:
        return Named((), Sureness.NO)
    if (one := _with_country(text)) is not None:
        return one
    persons, says_more = _names_in(text)
    sureness = min((name_sureness(name) for name in persons), default=Sureness.NO)
    if len(persons) > 1 and sureness < Sureness.SURE and _LED_WITH.search(text) is not None:
        # `Kreativer Abschluss mit Anna Bos`: what stands before is what they do.
        return Named((), Sureness.NO)
    if (
        len(persons) > 1
        and sureness is Sureness.PERHAPS
        and "," not in text
        and all(" " not in name for name in persons)
    ):
        # `Mirjam en Rob`: the one speaks for the other.
        sureness = max(name_sureness(name) for name in persons)
    if persons and len(ADDRESSED.findall(text)) == len(persons) and all(map(is_given_name, persons)):
        sureness = Sureness.SURE  # `juf Anna en meester Bas`
    if sureness is Sureness.LIKELY and (_are_several(persons) or _have_houses(persons)):
        sureness = Sureness.SURE
    if sureness is Sureness.PERHAPS and "/" in text and _are_last_names(persons):
        sureness = Sureness.LIKELY
    return Named(tuple(persons), sureness, text if says_more else "")


def _with_country(text: str) -> Named | None:
    """Return who comes from a house in a country: `Anna Bos, Virginia Tech, United States`; None where it says none."""
    first, _, rest = text.partition(", ")
    if not rest or COUNTRY.fullmatch(rest.rpartition(", ")[2].strip()) is None or ";" in text:
        return None
    name = bare_name(first)
    is_one = len(_segments(first)) == 1 and name_sureness(name) >= Sureness.LIKELY
    return Named((name,), Sureness.SURE, text) if is_one else None


def _are_several(persons: list[str]) -> bool:
    """Whether so many of a list are surely people that the others, written as names, are people too."""
    sure = sum(name_sureness(name) is Sureness.SURE for name in persons)
    others = [name for name in persons if name_sureness(name) is not Sureness.SURE]
    return sure >= _FEWEST_SURE and not any(
        tells_an_office(name) or is_called_a_group(name) or " " not in name for name in others
    )


def _have_houses(persons: list[str]) -> bool:
    """Whether each of several has where they are from behind the name: `Anna Bos (VU) en Jan Mos (De Wilg)`."""
    told = [name_and_organisation(person) for person in persons]
    return len(told) > 1 and all(" " in name and house and not is_called_a_group(name) for name, house in told)


def _are_last_names(persons: list[str]) -> bool:
    """Whether one of several is surely somebody, so that the others, single words, are too: `Mos / Dr. Anna Bos`."""
    others = [name for name in persons if name_sureness(name) < Sureness.SURE]
    return len(others) < len(persons) and all(" " not in name and not is_title_word(name) for name in others)


def listed_people(text: str) -> tuple[str, ...]:
    """Return the people of a cell that is known to hold people, whatever stands there: `werkgroep taal` too."""
    return listing(text).persons


def listing(text: str) -> Named:
    """Read a cell that is known to hold people, as `listed_people`, with what it says of them besides."""
    text = text.strip(" .;,|")
    if text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1].rstrip()  # `(Chair: Anna Bos)`
    if not text or is_nobody(text):
        return Named((), Sureness.NO)
    persons, says_more = _names_in(text, is_known=True)
    short = [name for name in persons if len(name) <= LONG_NAME]
    if len(short) < len(persons):
        if (named := _before_a_sentence(text)).persons:
            return named
        persons, says_more = short or persons, True
    return Named(tuple(dict.fromkeys(persons)), Sureness.SURE, text if says_more else "")


def _before_a_sentence(text: str) -> Named:
    """Return who is named before running text, which no mark parts: `Anna Bos High expectations help pupils, …`."""
    for found in _SENTENCE.finditer(text, 0, _LONG_NAMES):
        named = people_in(text[: found.start()])
        if named.sureness is Sureness.SURE:
            return Named(named.persons, named.sureness, text)
    return Named((), Sureness.NO)


def _names_in(text: str, *, is_known: bool = False) -> tuple[list[str], bool]:
    """Return the names of a list, and whether it says more of them; `is_known`: it holds people, however called."""
    persons: list[str] = []
    in_doubt: list[str] = []
    says_more = has_roles = False
    is_told = False
    text = _IN_TALK.sub("", text)
    for place, piece in enumerate(_COMMA.split(text)):
        if persons and _says_what_they_do(piece, name_sureness(persons[-1]), is_known=is_known):
            says_more = has_roles = is_told = True
            continue
        segments = _segments(piece)
        is_more = is_known and is_told and len(piece.split()) > _SHORT_NAME and not _names_somebody(segments)
        is_alone = len(segments) == 1 and bool(persons) and not is_known
        if is_more or (is_alone and _is_town(segments[0], persons[-1], has_roles=has_roles)):
            says_more = True
            continue
        is_told = False
        for number, segment in enumerate(segments):
            if is_known and persons and _is_where_from(segment, persons[-1], is_joined=number > 0):
                says_more = True
                continue
            if is_known and (is_nobody(segment) or (persons and segment[:1] == "(" and segment[-1:] == ")")):
                says_more = says_more or segment.startswith("(")
                continue
            if persons and (_is_affiliation(segment, text) or _is_company(segment, persons[-1])):
                says_more = True
                continue
            name = bare_name(segment)
            says_more = says_more or name != segment
            if place and len(segments) == 1 and name_sureness(name) is Sureness.LIKELY:
                in_doubt.append(name)
            persons.append(name)
    if has_roles and persons and name_sureness(persons[0]) is Sureness.SURE:
        # `Charlie Rose, General Counsel, Ministry of Education`: among roles only what is surely a name is one.
        persons = [name for name in persons if name not in in_doubt]
    return persons, says_more


def _names_somebody(segments: list[str]) -> bool:
    """Whether a piece of a list holds a name, behind which an office may go on: `Advisor, National Plan`."""
    return any(name_sureness(bare_name(segment)) is Sureness.SURE for segment in segments)


def _is_where_from(segment: str, before: str, *, is_joined: bool) -> bool:
    """Whether a piece behind a full name is a town or what is in quotes: `Anna Bos, uitgever „De Zon“, Kiel`."""
    if name_sureness(before) < Sureness.LIKELY or " " not in before:
        return False
    is_town = " " not in segment and segment[:1].isupper() and not is_given_name(segment)
    # `Jacob (LRA RA)` is somebody with where he is from.
    is_named = name_sureness(segment) is Sureness.SURE or name_sureness(PARENTHESIS.sub("", segment)) >= Sureness.LIKELY
    is_house = re.search(r"\b[A-Z]{2,}\b", segment) is not None and not is_named
    is_house = is_house or (not is_given_name(segment.split()[0]) and is_called_a_house(segment))
    if is_joined and segment.isupper():
        return False  # `Anna Bos en MT`
    return is_town or is_house or re.search(r"[„“\"«»]", segment) is not None


def _is_town(segment: str, before: str, *, has_roles: bool) -> bool:
    """Whether one word behind a full name and a comma is where the person is from: `Dr. Anna Bos, Kiel`.

    Where a name has no title before it that may be the next one of a list, or a room.
    """
    bare, has_title = without_honorifics(before)
    if name_sureness(before) is not Sureness.SURE or " " not in bare or not (has_title or has_roles):
        return False
    is_word = " " not in segment and segment[:1].isupper() and not is_title_word(segment)
    return is_word and name_sureness(segment) is Sureness.PERHAPS and not is_given_name(segment)


def _says_what_they_do(piece: str, before: Sureness, *, is_known: bool) -> bool:
    """Whether what stands between two commas behind a name is a role, however long, and holds no other name."""
    bare = piece.strip(" ;.")
    if _AFTER_NAME.fullmatch(bare) or not bare:
        return True
    if "?" in bare or all(map(is_given_name, _segments(piece))):
        return False
    if before is Sureness.SURE and not is_known and _is_an_office(bare):
        return True
    if all(name_sureness(segment) >= Sureness.LIKELY and " " in segment for segment in _segments(piece)):
        is_role = tells_an_office(PARENTHESIS.sub("", bare))
        is_plain = before is Sureness.SURE and tells_an_office(bare.split()[-1])  # `Anna Bos, Senior Advisor, …`
        return name_sureness(bare) is Sureness.LIKELY and is_role and (is_plain or not is_known)
    if any(name_sureness(segment) is Sureness.SURE for segment in _segments(piece)):
        return False
    if name_sureness(bare) >= Sureness.LIKELY:
        return tells_an_office(bare) and not is_known
    if is_known and before < Sureness.LIKELY:
        return False
    is_role = bare[:1].islower() or tells_an_office(bare) or INITIALISM.fullmatch(bare) is not None
    return is_role or (before >= Sureness.LIKELY and _WITH_SMALL_WORDS.search(bare) is not None)


def _is_an_office(text: str) -> bool:
    """Whether a piece behind a name is an office or an organisation: `directeur GGD`, `LandschappenNL`."""
    if " " not in text:
        return re.search(r"[a-z][A-Z]", text) is not None and name_sureness(text) <= Sureness.PERHAPS
    return text[:1].islower() and _OFFICE_FIRST.match(text) is not None


def _is_company(segment: str, before: str) -> bool:
    """Whether a part of a list names no one but those who come along: `en de deelnemers`."""
    if segment in _COME_ALONG and name_sureness(before) >= Sureness.LIKELY:
        return True
    is_more = segment[:1].islower() and name_sureness(segment) is Sureness.NO
    if not is_more or name_sureness(before) < Sureness.LIKELY:
        return False
    name = bare_name(segment)  # `en welkom moderator Sicco Bos`
    is_one = " " in name and says_what_one_does(segment.removesuffix(name))
    return name_sureness(name) < (Sureness.LIKELY if is_one else Sureness.SURE)


def _segments(text: str) -> list[str]:
    """Take a list of names apart; `Jan en Mia Bos` has two."""
    parts: list[str] = []
    for piece in _COMMA.split(_ANOTHER_WITH_HOUSE.sub("), ", text)):
        if PARENTHESIS.search(piece) is None:
            parts += [each for part in _BETWEEN.split(piece) for each in _stuck_together(part)]
        else:
            parts += _outside_parentheses(piece)
    return [part.strip(" ,;.") if not part.endswith("..") else part for part in parts if part and part.strip(" ,;.-")]


def _stuck_together(part: str) -> list[str]:
    """Return whole names that lost what parted them: `Anna BosJan MosRia Vos`; else the text as it is."""
    pieces = [piece.strip() for piece in _LOST_BREAK.split(part)]
    are_names = all(" " in piece and name_sureness(piece) >= Sureness.LIKELY for piece in pieces)
    return pieces if len(pieces) > 1 and are_names else [part]


def _outside_parentheses(piece: str) -> list[str]:
    parts: list[str] = []
    depth, begin = 0, 0
    for found in re.finditer(rf"[(\[]|[)\]]|{_BETWEEN.pattern}", piece):
        mark = found[0]
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            parts.append(piece[begin : found.start()])
            begin = found.end()
    return [*parts, piece[begin:]]


def _is_affiliation(segment: str, text: str) -> bool:
    """Whether a part of a list, behind a comma, says what the person before it does, or where."""
    if re.search(rf",\s*{re.escape(segment)}", text) is None:
        return False
    if _AFTER_NAME.fullmatch(segment):
        return True
    if is_called_a_house(segment) and not is_given_name(segment.split()[0]):
        return True
    if name_sureness(segment) >= Sureness.LIKELY:
        # `Anna Bos, Gemeenteraadslid Groen Zottegem`
        is_office = name_sureness(segment) is Sureness.LIKELY and begins_with_an_office(segment)
        return is_office and not name_at_end(segment)
    return segment[:1].islower() or tells_an_office(segment) or INITIALISM.fullmatch(segment) is not None
