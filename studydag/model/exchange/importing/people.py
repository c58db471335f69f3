"""Tells names of people from other text, in a cell, behind a title, or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Final

from studydag.model.exchange.importing.given_names import given_names
from studydag.model.exchange.importing.title_words import is_title_word


class Sureness(IntEnum):
    """How sure it is that a text names people."""

    NO = 0
    PERHAPS = 1
    LIKELY = 2
    SURE = 3


PARTICLES: Final = frozenset(
    [
        "van",
        "de",
        "den",
        "der",
        "het",
        "'t",
        "ten",
        "ter",
        "te",
        "op",
        "in",
        "aan",
        "bij",
        "voor",
        "von",
        "vom",
        "zu",
        "zum",
        "zur",
        "am",
        "la",
        "le",
        "du",
        "di",
        "da",
        "del",
        "della",
        "dos",
        "el",
        "al",
        "ben",
        "bin",
        "ibn",
        "af",
        "av",
        "y",
        "e",
        "do",
        "das",
        "'s",
        "s'",
        "d'",
        "l'",
        "mc",
        "mac",
        "o'",
        "st.",
        "sint",
    ]
)
_HONORIFICS: Final = (
    r"prof(?:essor)?(?:in)?|dr(?:s|a)?|ir|ing|mr|mrs|ms|miss|mw|mevr(?:ouw)?|mej|dhr|heer|meester|juf"
    r"|herr|frau|hr|fr|baron(?:ess|es)?|sir|dame|lord|lady"
    r"|rev|fr|pater|zuster|m\.?sc|b\.?sc|ph\.?d|msc|ma|ba|dipl(?:\.-|-|\. )?\w*|mag|stud?\.?r|std'?in"
    r"|ostd|ostr|str|std|rschd|rsd|gsd|mdb|mdl|mdep|em|h\.?c|minister|staatssecretaris|wethouder"
    r"|burgemeester|schepen"
    r"|bürgermeister(?:in)?|oberbürgermeister(?:in)?|schulrat|schulrätin|rektor(?:in)?|rector|directeur"
    r"|directrice|direktor(?:in)?|schulleiter(?:in)?|inspecteur|drs|lector|bischof|bisschop|dean"
    r"|head ?teacher|principal|superintendent|deputy head|councillor|cllr|wethouder|ds|past(?:or|oor)"
)
_HONORIFIC: Final = re.compile(rf"(?:(?:{_HONORIFICS})(?:\.|(?=\s)))\s*", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[^\W\d_](?:[\w'’`\u00b4.-]*[\w.’'])?")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?){1,4}")
_AFTER_NAME: Final = re.compile(
    r"(?:m\.?a\.?|b\.?a\.?|m\.?sc\.?|b\.?sc\.?|ph\.?d\.?|m\.?ed\.?|b\.?ed\.?|mba|llm|ma|ba|msc|bsc|phd"
    r"|med|jr\.?|sr\.?|rc|ra|emba|obe|mbe)",
    re.IGNORECASE,
)
_PARENTHESIS: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_BETWEEN: Final = re.compile(
    r"\s*(?:[;\n/+]|&(?!\w)|\b(?:en|and|und|sowie|alsook|i\.?s\.?m\.?|samen met|together with)\b(?=\s))\s*"
)
_COMMA: Final = re.compile(r"\s*,\s*(?![^()\[\]]*[)\]])")
_ROLE: Final = re.compile(r"(?:[^\W\d_A-ZÀ-Þ](?:[^\W\d_A-ZÀ-Þ]|['’-]){2,}\s+){1,3}(?=[A-ZÀ-Þ])")
_AT: Final = re.compile(
    r"(?<=\w)\s+(?:of|from|at|bij|vom|von der|namens|on behalf of)\s+(?:(?:the|de|het|der|dem|den)\s+)?[A-Z0-9].*$"
)
# `SLO`, `UGent`, `KU Leuven`, `HvA`, `CvTE`; not `McDonald` or `DeVries`.
_INITIALISM: Final = re.compile(r"[A-Z&]{2,6}|(?:[A-Z]{1,3}|HO|Ho)[A-Z][a-z]{2,10}|H[a-z]?[A-Z]|[A-Z][a-z][A-Z]{1,3}")
NOBODY: Final = re.compile(
    r"(?:n\.?\s?n\.?b?\.?|n\.?v\.?t\.?|tba|tbc|tbd|t\.b\.a\.|t\.b\.d\.|t\.b\.c\.|nog te bepalen"
    r"|volgt( nog)?|onbekend|to be (?:announced|confirmed|decided)|wird noch (?:bekannt ?gegeben"
    r"|benannt)|noch offen|\?+|[-–—x]+|n/?a|geen|none|keine?r?|-)\.?",
    re.IGNORECASE,
)
_ROLE_WORDS: Final = re.compile(
    r"(?:adviseur|directeur|docent|leraar|leerkracht|lector|onderzoeker|trainer|coach|consultant|expert"
    r"|auteur|schrijver|psycholoog|orthopedagoog|schoolleider|teamleider|bestuurder|hoogleraar"
    r"|voorzitter|coördinator|projectleider|beleidsmedewerker|teacher|head|principal|director|professor"
    r"|lecturer|researcher|author|founder|ceo|manager|adviser|advisor|consultant|deputy"
    r"|lehrer|schulleiter|leiter|dozent|referent|berater|autor|wissenschaftler|professorin|universit"
    r"|hochschule|hogeschool|university|college|schule|school|institut|akademie|academie|ministeri"
    r"|stichting|stiftung|verein|zentrum|centrum|centre|ku |vu |uva|kpc|slo|uni |cps)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The people that a text names, how sure that is, and the whole of it where it says more of them than names."""

    persons: tuple[str, ...]
    sureness: Sureness
    note: str = ""


def is_nobody(text: str) -> bool:
    """Whether a text says that a name is still to come, or that there is none."""
    return NOBODY.fullmatch(text.strip()) is not None


def people_in(text: str) -> Named:
    """Read a text as a list of people: `Anna Bos, Jan de Vries (KPC) en Prof. Dr. Thissen`; sure if all of it is."""
    text = text.strip(" .;,|")
    if not text or len(text) > 300 or "\t" in text:
        return Named((), Sureness.NO)
    persons: list[str] = []
    sureness = Sureness.SURE
    says_more = False
    for segment in _segments(text):
        if persons and _is_affiliation(segment, text):
            says_more = True
            continue
        name = without_role(_AT.sub("", segment))
        says_more = says_more or name != segment
        sureness = min(sureness, name_sureness(name))
        persons.append(name)
    note = text if says_more else ""
    if len(persons) > 1 and sureness is Sureness.PERHAPS and all(" " not in name for name in persons):
        # `Mirjam en Rob`: the one speaks for the other.
        sureness = max(name_sureness(name) for name in persons)
    return Named(tuple(persons), sureness if persons else Sureness.NO, note)


def listed_people(text: str) -> tuple[str, ...]:
    """Return the people of a cell that is known to hold people, whatever stands there: `werkgroep taal` too."""
    return listing(text).persons


def listing(text: str) -> Named:
    """Read a cell that is known to hold people, as `listed_people`, with what it says of them besides."""
    text = text.strip(" .;,|")
    if not text or is_nobody(text):
        return Named((), Sureness.NO)
    persons: list[str] = []
    says_more = False
    for segment in _segments(text):
        if is_nobody(segment):
            continue
        if persons and segment.startswith("(") and segment.endswith(")"):
            says_more = True
            continue
        if persons and _is_affiliation(segment, text):
            says_more = True
            continue
        name = without_role(_AT.sub("", segment))
        says_more = says_more or name != segment
        persons.append(name)
    return Named(tuple(dict.fromkeys(persons)), Sureness.SURE, text if says_more else "")


def without_role(text: str) -> str:
    """Return a name without the small words before it that say what the person does: `dagvoorzitter Anna Bos`."""
    found = _ROLE.match(text)
    if found is None or any(word in PARTICLES for word in found[0].split()):
        return text
    rest = text[found.end() :]
    return rest if name_sureness(rest) >= Sureness.LIKELY else text


def without_title(name: str) -> str:
    """Return a name without what stands before it: `Prof. Dr. Anna Bos` is `Anna Bos`."""
    return _without_honorifics(name.strip())[0]


def _segments(text: str) -> list[str]:
    """Take a list of names apart; `Jan en Mia Bos` has two."""
    parts: list[str] = []
    for piece in _COMMA.split(text):
        if _PARENTHESIS.search(piece) is None:
            parts += _BETWEEN.split(piece)
        else:
            parts += _outside_parentheses(piece)
    return [part.strip(" ,;.") if not part.endswith("..") else part for part in parts if part and part.strip(" ,;.-")]


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
    if name_sureness(segment) >= Sureness.LIKELY:
        return False
    return (
        segment[:1].islower() or _ROLE_WORDS.search(segment) is not None or _INITIALISM.fullmatch(segment) is not None
    )


@lru_cache(maxsize=4096)
def name_sureness(text: str) -> Sureness:
    """Say how sure it is that a text is the name of one person."""
    bare = _PARENTHESIS.sub("", text).strip(" ,.")
    if not 2 <= len(bare) <= 60 or any(character.isdigit() for character in bare):
        return Sureness.NO
    rest, has_title = _without_honorifics(bare)
    tokens = rest.split()
    if not 1 <= len(tokens) <= 6 or not all(_TOKEN.fullmatch(token) or _INITIALS.fullmatch(token) for token in tokens):
        return Sureness.NO
    names = [token for token in tokens if token.casefold() not in PARTICLES]
    if not names or not all(name[:1].isupper() for name in names) or tokens[-1].casefold() in PARTICLES:
        return Sureness.NO
    first = tokens[0].casefold()
    given = first in given_names() or all(part in given_names() for part in first.split("-"))
    ordinary = sum(is_title_word(part) for name in names for part in name.split("-"))
    if has_title:
        return Sureness.SURE if not ordinary or given else Sureness.PERHAPS
    if ordinary and not (given and ordinary < len(names) and len(names) == 2 and not is_title_word(names[0])):
        return Sureness.NO
    return _by_shape(tokens, names, given=given, first=first)


def _without_honorifics(text: str) -> tuple[str, bool]:
    found = False
    while (match := _HONORIFIC.match(text)) and match.end() < len(text):
        text, found = text[match.end() :], True
    return text, found


def _by_shape(tokens: list[str], names: list[str], *, given: bool, first: str) -> Sureness:
    if len(tokens) == 1:
        return Sureness.LIKELY if given and len(first) > 3 else Sureness.PERHAPS
    if all(name.isupper() and len(name) > 1 for name in names) and not given:
        return Sureness.PERHAPS
    if given and len(names) >= 2:
        return Sureness.SURE
    if _INITIALS.fullmatch(tokens[0]) and len(tokens) >= 2:
        return Sureness.SURE
    if given and len(tokens) == 2 and _INITIALS.fullmatch(tokens[1]):
        return Sureness.SURE
    if first in PARTICLES:
        return Sureness.PERHAPS
    return Sureness.LIKELY if 2 <= len(names) <= 4 else Sureness.PERHAPS
