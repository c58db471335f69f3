"""Tells names of people from other text, in a cell, behind a title, or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.given_names import given_names
from studydag.model.exchange.importing.headings import numbers_a_series
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
        "’t",
        "’s",
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
    r"prof(?:essor)?(?:['’]?in)?|dr(?:s|a)?|ir|ing|mr|mrs|ms|miss|mw|mevr(?:ouw)?|mej|dhr|heer|meester|juf"
    r"|herr|frau|hr|fr|baron(?:ess|es)?|sir|dame|lord|lady"
    r"|rev|fr|prins(?:es)?|koning(?:in)?"
    r"|pater|zuster|m\.?sc|b\.?sc|ph\.?d|msc|ma|ba|dipl(?:\.-|-|\. )?\w*|mag|stud?\.?r|std'?in"
    r"|ostd|ostr|str|std|rschd|rsd|gsd|mdb|mdl|mdep|em|h\.?c|minister|staatssecretaris|wethouder"
    r"|burgemeester|schepen"
    r"|bürgermeister(?:in)?|oberbürgermeister(?:in)?|schulrat|schulrätin|rektor(?:in)?|rector|directeur"
    r"|directrice|direktor(?:in)?|schulleiter(?:in)?|inspecteur|drs|lector|bischof|bisschop|dean"
    r"|head ?teacher|principal|superintendent|deputy head|councillor|cllr|wethouder|ds|past(?:or|oor)"
)
_HONORIFIC: Final = re.compile(
    rf"(?:(?:de |den |der )(?=heer|heren|mevrouw|mevr|herr|frau))?(?:(?:{_HONORIFICS})(?:\.|(?=\s))"
    r"|(?:phil|med|rer|nat|jur|oec|habil)\.)\s*",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"['’][ts]|[^\W\d_](?:[\w'’`\u00b4.-]*[\w.’'])?")
_PLACE_WORDS: Final = frozenset(
    [
        "award",
        "awards",
        "prize",
        "lecture",
        "aula",
        "arena",
        "auditorium",
        "ballroom",
        "bibliotheek",
        "bibliothek",
        "building",
        "cafeteria",
        "campus",
        "canteen",
        "center",
        "centre",
        "chapel",
        "foyer",
        "galerie",
        "gallery",
        "gym",
        "kantine",
        "lab",
        "library",
        "lobby",
        "lokaal",
        "lounge",
        "mensa",
        "museum",
        "pavilion",
        "raum",
        "room",
        "saal",
        "salon",
        "stage",
        "studio",
        "suite",
        "terrace",
        "theater",
        "theatre",
        "workroom",
        "zaal",
        "zimmer",
    ]
)
_SHORTEST_HALL: Final = 2
_COMPOUND_OF_CAPITALS: Final = re.compile(r"[A-Z]{2,}-[a-z]")
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
_ROLE: Final = re.compile(
    r"(?:(?:de|het|onze|the|our|der|die|den|dem|unsere[rnm]?)\s+(?=[a-zà-þ]))?"
    r"(?P<words>(?:[^\W\d_A-ZÀ-Þ](?:[^\W\d_A-ZÀ-Þ]|['’-])+[^\W\d_A-ZÀ-Þ]\s+){1,3})(?=[A-ZÀ-Þ])"
)
_AT: Final = re.compile(
    r"(?<=\w)\s+(?:(?:of|from|at|bij|vom|von der|namens|on behalf of)\s+(?:(?:the|de|het|der|dem|den)\s+)?[A-Z0-9].*"
    r"|van (?:het|de) [A-Z]\w*[A-Z]\w*)$"
)
# `SLO`, `UGent`, `KU Leuven`, `HvA`, `CvTE`; not `McDonald` or `DeVries`.
_INITIALISM: Final = re.compile(r"[A-Z&]{2,6}|(?:[A-Z]{1,3}|HO|Ho)[A-Z][a-z]{2,10}|H[a-z]?[A-Z]|[A-Z][a-z][A-Z]{1,3}")
# `Ministerpräsident Anna Bos`, `Präsident OB Dr. Jan Vos`: the office is no part of the name.
_OFFICE: Final = re.compile(
    r"(?:(?:(?i:[a-zäöü-]*(?:präsident|vorsitzende|sprecher|moderator|staatssekretär|landr[aä]t))(?:in|r|n)?"
    r"|[A-ZÄÖÜ][a-zäöü-]{2,}minister(?:in)?|OB)\s+)+(?=[A-ZÀ-Þ])"
)
_NAME_FIRST: Final = re.compile(r"(?P<name>[^,;:(–—|]{4,45}?)\s*(?:[,;(|]|\s[–—-]\s)\s*(?=\S)")
_OFFICE_FIRST: Final = re.compile(
    r"(?:directeur|directrice|rector|lector|wethouder|burgemeester|inspecteur|schepen|voorzitter|dean|principal"
    r"|superintendent|director|head|direktor(?:in)?|schulleiter(?:in)?|rektor(?:in)?|schulrat|hoofd)\s"
)
_WITH_SMALL_WORDS: Final = re.compile(r"\s(?:van|voor|of|for|at|der|des|für|aan|in|bei|an|bij|and|und|en|&)\s")
_LONGEST_ROLE: Final = 300
_GERMAN_ARTICLES: Final = frozenset({"der", "des", "den", "dem", "das"})
NOBODY: Final = re.compile(
    r"(?:n\.?\s?n\.?b?\.?|n\.?v\.?t\.?|tba|tbc|tbd|t\.b\.a\.|t\.b\.d\.|t\.b\.c\.|nog te bepalen"
    r"|volgt( nog)?|onbekend|to be (?:announced|confirmed|decided)|wird noch (?:bekannt ?gegeben"
    r"|benannt)|noch offen|\?+|[-–—x]+|n/?a|geen|none|keine?r?|-|(?:the )?organi[sz](?:ers?|ing committee)"
    r"|(?:contributed|invited|various) speakers)\.?",
    re.IGNORECASE,
)
_ROLE_WORDS: Final = re.compile(
    r"(?:adviseur|directeur|docent|leraar|leerkracht|lector|onderzoeker|trainer|coach|consultant|expert"
    r"|auteur|schrijver|psycholoog|orthopedagoog|schoolleider|teamleider|bestuurder|hoogleraar"
    r"|voorzitter|coördinator|projectleider|beleidsmedewerker|teacher|head|principal|director|professor"
    r"|lecturer|researcher|author|founder|ceo|manager|adviser|advisor|consultant|deputy"
    r"|lehrer|schulleiter|leiter|dozent|referent|berater|autor|wissenschaftler|professorin|universit"
    r"|department|counsel\b|secretary|council|ministry|superintendent|federation"
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
    persons, says_more = _names_in(text)
    sureness = min((name_sureness(name) for name in persons), default=Sureness.NO)
    if (
        len(persons) > 1
        and sureness is Sureness.PERHAPS
        and "," not in text
        and all(" " not in name for name in persons)
    ):
        # `Mirjam en Rob`: the one speaks for the other.
        sureness = max(name_sureness(name) for name in persons)
    return Named(tuple(persons), sureness, text if says_more else "")


def listed_people(text: str) -> tuple[str, ...]:
    """Return the people of a cell that is known to hold people, whatever stands there: `werkgroep taal` too."""
    return listing(text).persons


def listing(text: str) -> Named:
    """Read a cell that is known to hold people, as `listed_people`, with what it says of them besides."""
    text = text.strip(" .;,|")
    if not text or is_nobody(text):
        return Named((), Sureness.NO)
    persons, says_more = _names_in(text, is_known=True)
    return Named(tuple(dict.fromkeys(persons)), Sureness.SURE, text if says_more else "")


def _names_in(text: str, *, is_known: bool = False) -> tuple[list[str], bool]:
    """Return the names of a list, and whether it says more of them; `is_known`: it holds people, however called."""
    persons: list[str] = []
    in_doubt: list[str] = []
    says_more = has_roles = False
    for place, piece in enumerate(_COMMA.split(text)):
        if persons and _says_what_they_do(piece, name_sureness(persons[-1]), is_known=is_known):
            says_more = has_roles = True
            continue
        segments = _segments(piece)
        for segment in segments:
            if is_known and (is_nobody(segment) or (persons and segment[:1] == "(" and segment[-1:] == ")")):
                says_more = says_more or segment.startswith("(")
                continue
            if persons and (_is_affiliation(segment, text) or _is_company(segment, persons[-1])):
                says_more = True
                continue
            name = _bare_name(segment)
            says_more = says_more or name != segment
            if place and len(segments) == 1 and name_sureness(name) is Sureness.LIKELY:
                in_doubt.append(name)
            persons.append(name)
    if has_roles and persons and name_sureness(persons[0]) is Sureness.SURE:
        # `Charlie Rose, General Counsel, Ministry of Education`: among roles only what is surely a name is one.
        persons = [name for name in persons if name not in in_doubt]
    return persons, says_more


def speaker_of(text: str) -> Named:
    """Read a line that says who speaks and what that person does: `Anna Bos, onderzoeker bij de universiteit`."""
    named = people_in(text)
    if named.sureness >= Sureness.SURE or len(text) > _LONGEST_ROLE:
        return named
    found = _NAME_FIRST.match(text)
    if found is None:
        return named
    several = people_in(found["name"])
    if len(several.persons) > 1 and several.sureness is Sureness.SURE:
        return Named(several.persons, Sureness.SURE, text)
    name, role = _bare_name(found["name"].strip()), text[found.end() :].strip()
    sureness = name_sureness(name)
    is_told = role[:1].islower() or _ROLE_WORDS.search(role) is not None
    if sureness is Sureness.SURE or (sureness is Sureness.LIKELY and is_told):
        return Named((name,), sureness, text)
    return named


def _bare_name(segment: str) -> str:
    """Return a name without the word before it that says what the person does, and without where they are from."""
    label, _, behind = segment.partition(": ")
    if behind and name_sureness(behind) is Sureness.SURE and label[:1].islower():
        segment = behind  # `de dagvoorzitter: dr. Anna Bos`
    elif behind and name_sureness(label) is Sureness.SURE:
        segment = label  # `Anna Bos: wethouder van onderwijs`
    cut = _AT.sub("", segment)
    if " " not in _without_honorifics(cut)[0]:
        cut = segment  # `Dr. Frauke von der Haar`
    name = without_role(cut)
    office = _OFFICE.match(name)
    if office is not None and name_sureness(name[office.end() :]) >= Sureness.LIKELY:
        name = name[office.end() :]
    first, _, last = name.rpartition(" ")
    is_place = _INITIALISM.fullmatch(last) is not None and not last.isupper() and not last.startswith("Md")
    is_from = is_place and name_sureness(first) is Sureness.SURE
    return first if is_from and " " in first else name


def _says_what_they_do(piece: str, before: Sureness, *, is_known: bool) -> bool:
    """Whether what stands between two commas behind a name is a role, however long, and holds no other name."""
    bare = piece.strip(" ;.")
    if _AFTER_NAME.fullmatch(bare) or not bare:
        return True
    if before is Sureness.SURE and not is_known and _is_an_office(bare):
        return True
    if all(name_sureness(segment) >= Sureness.LIKELY and " " in segment for segment in _segments(piece)):
        return name_sureness(bare) >= Sureness.LIKELY and _ROLE_WORDS.search(bare) is not None and not is_known
    if any(name_sureness(segment) is Sureness.SURE for segment in _segments(piece)):
        return False
    if name_sureness(bare) >= Sureness.LIKELY:
        return _ROLE_WORDS.search(bare) is not None and not is_known
    if is_known and before < Sureness.LIKELY:
        return False
    is_role = bare[:1].islower() or _ROLE_WORDS.search(bare) is not None or _INITIALISM.fullmatch(bare) is not None
    return is_role or (before >= Sureness.LIKELY and _WITH_SMALL_WORDS.search(bare) is not None)


def _is_an_office(text: str) -> bool:
    """Whether a piece behind a name is an office or an organisation: `directeur GGD`, `LandschappenNL`."""
    if " " not in text:
        return re.search(r"[a-z][A-Z]", text) is not None and name_sureness(text) <= Sureness.PERHAPS
    return text[:1].islower() and _OFFICE_FIRST.match(text) is not None


def _is_company(segment: str, before: str) -> bool:
    """Whether a part of a list names no one but those who come along: `en de deelnemers`."""
    return segment[:1].islower() and name_sureness(segment) is Sureness.NO and name_sureness(before) >= Sureness.LIKELY


def says_what_one_does(text: str) -> bool:
    """Whether a text speaks of an office or a trade: `hoogleraar, lid van de raad`."""
    return _ROLE_WORDS.search(text[:60]) is not None


def without_role(text: str) -> str:
    """Return a name without the small words before it that say what the person does: `dagvoorzitter Anna Bos`."""
    found = _ROLE.match(text)
    if found is None or any(word in PARTICLES for word in found["words"].split()):
        return text
    rest = text[found.end() :]
    return rest if name_sureness(rest) >= Sureness.LIKELY else text


_TELLS: Final = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^.,;:()]{3,60}?)(?: \([^()]{1,60}\))?(?: (?:en|and|und) (?P<other>[A-ZÀ-Þ][^.,;:()]{3,60}?)"
    r"(?: \([^()]{1,60}\))?)? (?:(?:van|from|of|vom|von|bij) [^.,;:]{2,40}? )?"
    r"(?:geeft|geven|vertelt|vertellen|spreekt|spreken|presenteert|presenteren|verzorgt|verzorgen|neemt|nemen|licht"
    r"|lichten|bespreekt|deelt|delen|leidt|leiden|introduceert|introduceren|gaat in|gaan in|laat zien|laten zien"
    r"|gives?|presents?|talks?|speaks?|shares?|leads?|explains?|introduces?|discusses|will (?:speak|talk|present|share)"
    r"|spricht|sprechen|stellt|stellen|berichtet|berichten|präsentiert|präsentieren|referiert|erläutert|moderiert)\b"
)


def who_tells(text: str) -> tuple[str, ...]:
    """Return the people with whom a sentence begins that says what they do here: `Bas Wijnen geeft een presentatie`."""
    found = _TELLS.match(text)
    if found is None:
        return ()
    named = [people_in(who) for who in (found["who"], found["other"]) if who]
    return tuple(each for one in named for each in one.persons if one.sureness is Sureness.SURE)


def name_at_end(text: str) -> str:
    """Return the name with which a text ends that says first what the person does; empty where there is none.

    `Gewestpresident Brabant-Oost Ruud Hendrickx` ends with Ruud Hendrickx.
    """
    tokens = text.split() if "," not in text else []
    for place in range(1, len(tokens) - 1):
        if tokens[place].casefold() in given_names() and tokens[place][:1].isupper():
            name = " ".join(tokens[place:])
            if name_sureness(name) is Sureness.SURE:
                return name
    return ""


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
    if not 2 <= len(bare) <= 60 or any(map(str.isdigit, bare)) or numbers_a_series(bare):
        return Sureness.NO
    if _COMPOUND_OF_CAPITALS.search(bare):
        return Sureness.NO
    rest, has_title = _without_honorifics(bare)
    tokens = rest.split()
    if not 1 <= len(tokens) <= 6 or not all(_TOKEN.fullmatch(token) or _INITIALS.fullmatch(token) for token in tokens):
        return Sureness.NO
    is_ben = tokens[0][:1].isupper() and tokens[0].casefold() in given_names()
    names = [token for place, token in enumerate(tokens) if token.casefold() not in PARTICLES or (is_ben and not place)]
    if "voor" in tokens[1:] or "het" in tokens[2:-2]:
        return Sureness.NO
    if not names or not all(name[:1].isupper() for name in names) or tokens[-1].casefold() in PARTICLES:
        return Sureness.NO
    first = tokens[0].casefold()
    given = first in given_names() or all(part in given_names() for part in first.split("-"))
    parts = pairwise(tokens) if tokens[0].casefold() not in PARTICLES else ()
    surnames = {after for before, after in parts if before.casefold() in {"van", "von", "vom", "de", "den"}}
    ordinary = sum(is_title_word(part) for name in names if name not in surnames for part in name.split("-"))
    if has_title and all(len(name) > 1 and name.isupper() for name in names):
        return Sureness.PERHAPS  # `directeur ABC`
    if has_title:
        return Sureness.SURE if not ordinary or given else Sureness.PERHAPS
    is_an = len(tokens) > 2 and tokens[1].casefold() in PARTICLES and tokens[1][:1].isupper()  # `An De Moor`
    is_given = given and ordinary == 1 and 2 <= len(names) <= 3 and (is_an or not is_title_word(names[0]))
    if ordinary and not is_given:
        return Sureness.NO
    if _is_called_a_place(tokens):
        return Sureness.NO
    return _by_shape(tokens, names, given=given, first=first)


def _is_called_a_place(tokens: list[str]) -> bool:
    """Whether a name is that of a place or a prize by its last word, as in `Sir Duncan Rice Library`, `Columbia A`."""
    last = tokens[-1].casefold()
    if len(tokens) > 1 and len(last) == 1:
        return True
    return len(tokens) > 1 and (last in _PLACE_WORDS or (len(tokens) > _SHORTEST_HALL and last in {"hall", "church"}))


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
    if first in PARTICLES or (not given and _GERMAN_ARTICLES & set(tokens) and not {"van", "von"} & set(tokens)):
        return Sureness.PERHAPS
    return Sureness.LIKELY if 2 <= len(names) <= 4 else Sureness.PERHAPS
