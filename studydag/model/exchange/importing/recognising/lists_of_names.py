"""Takes a list of names apart, and tells the names from what it says of their bearers.

A text is read as a list to see whether it is one; a cell for people is known to hold people, however they are called.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from studydag.model.exchange.importing.recognising.bare_names import INITIALISM, bare_name
from studydag.model.exchange.importing.recognising.names import (
    PARENTHESIS,
    Sureness,
    is_nobody,
    name_sureness,
    without_honorifics,
)
from studydag.model.exchange.importing.recognising.names_beside_offices import (
    is_before_a_name,
    name_at_end,
    name_behind_office,
)
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    is_called_a_house,
    says_what_one_does,
    tells_an_office,
)
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word

_AFTER_NAME: Final = re.compile(
    r"(?:m\.?a\.?|b\.?a\.?|m\.?sc\.?|b\.?sc\.?|ph\.?d\.?|m\.?ed\.?|b\.?ed\.?|mba|llm|ma|ba|msc|bsc|phd"
    r"|med|jr\.?|sr\.?|rc|ra|emba|obe|mbe)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"\s*(?:[;\n+]|(?<!\bv)/(?![a-zà-þ]{3})|&(?!\w)|\b(?:met|mit|with|EN|AND|UND)\b(?=\s+[A-ZÀ-Þ])"
    r"|\b(?:en|and|und|sowie|alsook|i\.?s\.?m\.?|samen met|together with|along with|zusammen mit|gemeinsam mit"
    r"|in (?:gesprek|dialoog|debat) met|im (?:[Gg]espräch|Dialog) mit|in (?:conversation|dialogue) with)(?:\b|(?<=\.))"
    r"(?=\s))\s*"
)
# `Anna Bos (Gent) Jan Mos (Kiel)`: another with where they are from, though no mark parts them.
_ANOTHER_WITH_HOUSE: Final = re.compile(r"\)\s+(?=[A-ZÀ-Þ][^\W\d_]+ [^,;()]{2,30} \([^()]+\))")
_LOST_BREAK: Final = re.compile(r"(?<=[a-zà-þ]{2})(?=[A-ZÀ-Þ][a-zà-þ])")
_COMMA: Final = re.compile(r"\s*,\s*(?![^()\[\]]*[)\]])(?:(?:en|and|und|sowie|alsook|&)\s+(?=[A-ZÀ-Þ]))?")
_OFFICE_FIRST: Final = re.compile(
    r"(?:directeur|directrice|rector|lector|wethouder|burgemeester|inspecteur|schepen|voorzitter|dean|principal"
    r"|superintendent|director|head|direktor(?:in)?|schulleiter(?:in)?|rektor(?:in)?|schulrat|hoofd)\s"
)
_WITH_SMALL_WORDS: Final = re.compile(r"\s(?:van|voor|of|for|at|der|des|für|aan|in|bei|an|bij|and|und|en|&)\s")
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


@dataclass(slots=True)
class _Names:
    """The names of a list so far, which of them may be none, and whether it says more of them."""

    persons: list[str] = field(default_factory=list)
    in_doubt: list[str] = field(default_factory=list)
    says_more: bool = False
    has_roles: bool = False

    def take(self, segment: str, text: str, *, is_piece: bool) -> None:
        """Add the name of a part of a list, unless it tells of the one before; `is_piece`: behind a comma."""
        if self.persons and (_is_affiliation(segment, text) or _is_company(segment, self.persons[-1])):
            self.says_more = True
            return
        name = bare_name(segment)
        self.says_more = self.says_more or name != segment
        if is_piece and name_sureness(name) is Sureness.LIKELY:
            self.in_doubt.append(name)
        self.persons.append(name)

    def whole(self) -> tuple[list[str], bool]:
        """Return the names, without those in doubt where roles stand among them, and whether the list says more."""
        if self.has_roles and self.persons and name_sureness(self.persons[0]) is Sureness.SURE:
            # `Charlie Rose, General Counsel, Ministry of Education`: among roles only what is surely a name is one.
            return [name for name in self.persons if name not in self.in_doubt], self.says_more
        return self.persons, self.says_more


def names_in_text(text: str) -> tuple[list[str], bool]:
    """Return what would be the names, if a text is a list of people, and whether it says more of them."""
    text = _IN_TALK.sub("", text)
    pieces, says_more = _pieces(text)
    names = _Names(says_more=says_more)
    for place, piece in enumerate(pieces):
        if names.persons and _says_what_they_do(piece, name_sureness(names.persons[-1]), is_known=False):
            names.says_more = names.has_roles = True
            continue
        segments = segments_of(piece)
        is_one = len(segments) == 1
        if is_one and names.persons and _is_town(segments[0], names.persons[-1], has_roles=names.has_roles):
            names.says_more = True
            continue
        for segment in segments:
            names.take(segment, text, is_piece=bool(place) and is_one)
    return names.whole()


def names_in_cell(text: str) -> tuple[list[str], bool]:
    """Return the names of a cell that is known to hold people, however called, and whether it says more of them."""
    text = _IN_TALK.sub("", text)
    pieces, says_more = _pieces(text)
    names = _Names(says_more=says_more)
    is_told = False
    for place, piece in enumerate(pieces):
        if names.persons and _says_what_they_do(piece, name_sureness(names.persons[-1]), is_known=True):
            names.says_more = names.has_roles = is_told = True
            continue
        segments = segments_of(piece)
        if is_told and len(piece.split()) > _SHORT_NAME and not _names_somebody(segments):
            names.says_more = True
            continue
        is_told = False
        for number, segment in enumerate(segments):
            is_aside = segment[:1] == "(" and segment[-1:] == ")"
            if names.persons and (is_aside or _is_where_from(segment, names.persons[-1], is_joined=number > 0)):
                names.says_more = True
            elif is_nobody(segment):
                names.says_more = names.says_more or segment.startswith("(")
            else:
                names.take(segment, text, is_piece=bool(place) and len(segments) == 1)
    return names.whole()


def _pieces(text: str) -> tuple[list[str], bool]:
    """Return what commas part, without the office before who alone has it: `de zorgcoördinator, Anna Bos`."""
    pieces = _COMMA.split(text)
    is_led = len(pieces) > 1 and is_before_a_name(pieces[0]) and name_sureness(pieces[1]) is Sureness.SURE
    return (pieces[1:], True) if is_led else (pieces, False)


def _names_somebody(segments: Sequence[str]) -> bool:
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
    if "?" in bare or all(map(is_given_name, segments_of(piece))):
        return False
    if before is Sureness.SURE and _is_an_office(bare):
        return True
    if all(name_sureness(segment) >= Sureness.LIKELY and " " in segment for segment in segments_of(piece)):
        is_role = tells_an_office(PARENTHESIS.sub("", bare))
        is_plain = before is Sureness.SURE and tells_an_office(bare.split()[-1])  # `Anna Bos, Senior Advisor, …`
        return name_sureness(bare) is Sureness.LIKELY and is_role and (is_plain or not is_known)
    if any(name_sureness(segment) is Sureness.SURE for segment in segments_of(piece)):
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
    return text[:1].islower() and _OFFICE_FIRST.match(text) is not None and not name_behind_office(text)


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


def segments_of(text: str) -> list[str]:
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
