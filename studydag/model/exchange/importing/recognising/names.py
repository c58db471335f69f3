"""Tells the name of one person from other text, and says how sure that is."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.recognising.headings import numbers_a_series
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import begins_with_an_office
from studydag.model.exchange.importing.vocabulary.place_words import COUNTRY, LAST_WORDS
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word


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
        "vd",
        "v.d.",
        "v/d",
        "v.",
        "d.",
        "ap",
        "ní",
        "nic",
        "tot",
    ]
)
_HONORIFICS: Final = (
    r"(?:univ\.?-?\s?)?prof(?:essor)?(?:[.'’]{0,2}in)?|dr(?:s|a|\.in)?|ir|ing|mr|mrs|ms|miss|mw|mevr(?:ouw)?|mej|dhr|heer|meneer|meester|juf"
    r"|herrn?|frau|hr|fr|baron(?:ess|es)?|sir|dame|lord|lady"
    r"|rev|rt hon|mgr|e\.h|[a-zäöü]*bischof|[a-zäöü]*bischöfin|fr|prins(?:es)?|koning(?:in)?"
    r"|pater|zuster|m\.?sc|b\.?sc|ph\.?d|msc|ma|ba|dipl(?:\.-|-|\. )?\w*|mag|stud?\.?r|std'?in"
    r"|ostd|ostr|str|std|rschd|rsd|gsd|mdb|mdl|mdep|em|h\.?c|minister|staatssecretaris|wethouder"
    r"|burgemeester|schepen"
    r"|bürgermeister(?:in)?|oberbürgermeister(?:in)?|schulrat|(?:ober)?(?:ministerial|regierungs|studien)[a-z]{0,12}rat|[a-zäöü]{3,}rätin|rektor(?:in)?|rector|directeur"
    r"|directrice|direktor(?:in)?|schulleiter(?:in)?|inspecteur|drs|lector|bischof|bisschop|dean"
    r"|head ?teacher|principal|superintendent|deputy head|councillor|cllr|wethouder|ds|past(?:or|oor)|coach"
)
_HONORIFIC: Final = re.compile(
    rf"(?:(?:de |den |der )(?=heer|heren|mevrouw|mevr|herr|frau))?(?:(?:{_HONORIFICS}|(?-i:OB))(?:\.|(?=\s))"
    r"|(?:phil|med|rer|nat|jur|oec|habil)\.)\s*",
    re.IGNORECASE,
)
# `Anna Bos MdB`, `Jan Mos MSc`: what stands behind a name, as what stands before it, is written with the name.
BEHIND_NAME: Final = re.compile(
    r"(?<=\w)(?: (?:M\.?\s?A\.?|B\.?\s?A\.?|M\.?Sc\.?|B\.?Sc\.?|Ph\.?D\.?|M\.?Ed\.?|B\.?Ed\.?|MBA|LL\.?M\.?"
    r"|Md[BLA]|MdEP|[CDKMO]BE|Jr\.?))+$"
)
_OFFICE_OF: Final = re.compile(
    r"(?:minister|staatssecretaris|wethouder|burgemeester|schepen|bürgermeister(?:in)?|rektor(?:in)?|rector|directeur"
    r"|directrice|direktor(?:in)?|schulleiter(?:in)?|inspecteur|lector|bischof|bisschop|dean|head|principal"
    r"|superintendent|councillor)\s+$",
    re.IGNORECASE,
)
_SURELY_PLACES: Final = frozenset(
    ["library", "hall", "building", "theatre", "theater", "room", "auditorium", "chapel", "center", "centre", "gallery"]
)
_TOKEN: Final = re.compile(r"['’][ts]|v/d|[^\W\d_](?:[\w'’`\u00b4.-]*[\w.’'])?")
_STREETS: Final = frozenset(
    ["park", "street", "road", "square", "gardens", "castle", "avenue", "lane", "plaza", "quay"]
)
# `James Franck Straße`, `Karl-Schwarzschild-Str.`; `Laan` and `Straat` are last names as well.
_A_STREET: Final = re.compile(r"(?:.*[^\W_]|.*-)?(?:straße|strasse|str\.?|steenweg|gracht|straat)", re.IGNORECASE)
_PRIZES: Final = frozenset(["award", "awards", "prize", "lecture"])
_HOUSES: Final = frozenset(
    [
        *("hall", "church", "academie", "akademie", "academy", "college", "school", "lyceum", "instituut", "institut"),
        *(
            "stadion",
            "stadium",
            "theater",
            "museum",
            "institute",
            "stichting",
            "stiftung",
            "foundation",
            "universiteit",
            "university",
            "huis",
            "haus",
            "prijs",
            "gruppe",
            "groep",
            "verlag",
            "gesellschaft",
        ),
    ]
)
_NEVER_WITHIN: Final = frozenset(
    [
        "universiteit",
        "university",
        "universität",
        "hogeschool",
        "hochschule",
        "college",
        "stichting",
        "stiftung",
        "museum",
    ]
)
# `Robert Bosch Gesamtschule`, `Architektenkammer Noord`: a house by a compound word at either end.
_COMPOUND_HOUSE: Final = re.compile(
    r"[^\W\d_]{3,}(?:schule|school|kammer|stiftung|stichting|gymnasium|verband|verein|vereniging|ministerium|ministerie"
    r"|akademie|academie|netzwerk|netwerk|zentrum|centrum|amt|herberge|behörde|dienst|kolleg|gesellschaft)|agentschap|departement",
    re.IGNORECASE,
)
# `UGent CTSE`: an abbreviation that goes on in small letters.
_MIXED_INITIALISM: Final = re.compile(r"[A-Z]{2,}[a-z]+")
# `North Carolina`, `New York`: a region or a town by its first word.
_OF_A_REGION: Final = frozenset(
    [
        *("north", "south", "east", "west", "new", "noord", "zuid", "oost", "nord", "süd", "ost", "nieuw", "neu"),
        *("los", "san", "santa", "bad", "sankt", "fort"),
    ]
)
_SHORTEST_HALL: Final = 2
_COMPOUND_OF_CAPITALS: Final = re.compile(r"[A-Z]{2,}-[a-z]")
# `MHM Insight` is a firm; in `Anna Bos. Terugblik` another sentence begins.
_INITIALISM: Final = re.compile(r"[B-DF-HJ-NP-TV-Z]{3,6}")
_ALL_CAPITALS: Final = re.compile(r"[A-ZÀ-Þ]{3,}")
_ENDS_A_SENTENCE: Final = re.compile(r"[^\W_]{3,}\.")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?){1,4}")
_AFFILIATION: Final = re.compile(r"^(?P<name>[^()\[\]]+?)\s*[(\[](?P<inner>[^()\[\]]+(?:\([^()]*\)[^()]*)?)[)\]]\s*$")
PARENTHESIS: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_GERMAN_ARTICLES: Final = frozenset({"der", "des", "den", "dem", "das"})
NOBODY: Final = re.compile(
    r"(?:n\.?\s?n\.?b?\.?|n\.?v\.?t\.?|tba|tbc|tbd|t\.b\.a\.|t\.b\.d\.|t\.b\.c\.|nog te bepalen"
    r"|volgt( nog)?|onbekend|to be (?:announced|confirmed|decided)|wird noch (?:bekannt ?gegeben"
    r"|benannt)|noch offen|\?+|[-–—x]+|n/?a|geen|none|keine?r?|-|(?:the )?organi[sz](?:ers?|ing committee)"
    r"|(?:contributed|invited|various) speakers"
    r"|zelfstandig|individueel|selbst?ständig|individuell)\.?",
    re.IGNORECASE,
)


def is_nobody(text: str) -> bool:
    """Whether a text says that a name is still to come, or that there is none."""
    return NOBODY.fullmatch(text.strip()) is not None


def without_title(name: str) -> str:
    """Return a name without what stands before and behind it: `Prof. Dr. Anna Bos MdB` is `Anna Bos`."""
    return BEHIND_NAME.sub("", without_honorifics(name.strip())[0])


def name_and_organisation(written: str) -> tuple[str, str]:
    """Return a person's name and where that person is from: `Anna Bos (VU)`; empty where it isn't said."""
    found = _AFFILIATION.match(written)
    return (written.strip(), "") if found is None else (found["name"].strip(), found["inner"].strip())


@lru_cache(maxsize=4096)
def name_sureness(text: str) -> Sureness:
    """Say how sure it is that a text is the name of one person."""
    bare = BEHIND_NAME.sub("", PARENTHESIS.sub("", text).strip(" ,.")).strip(" ,.")
    if not 2 <= len(bare) <= 60 or any(map(str.isdigit, bare)) or numbers_a_series(bare):
        return Sureness.NO
    if _COMPOUND_OF_CAPITALS.search(bare):
        return Sureness.NO
    rest, has_title = without_honorifics(bare)
    tokens = _without_rank(rest.split())
    if not _could_be_names(tokens) or (has_title and _is_called_after_an_office(bare.removesuffix(rest), tokens)):
        return Sureness.NO
    is_ben = tokens[0][:1].isupper() and is_given_name(tokens[0])
    names = [token for place, token in enumerate(tokens) if token.casefold() not in PARTICLES or (is_ben and not place)]
    if "voor" in tokens[1:] or "het" in tokens[2:-2] or _has_a_preposition(tokens):
        return Sureness.NO
    if not names or not all(name[:1].isupper() for name in names) or tokens[-1] in PARTICLES:
        return Sureness.NO
    first = tokens[0].casefold()
    given = is_given_name(first)
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
    if _is_called_a_place(tokens) or (not given and _is_by_somebody(tokens)):
        return Sureness.NO
    return _by_shape(tokens, names, given=given, first=first)


def _without_rank(tokens: list[str]) -> list[str]:
    """Return the words of a name without an abbreviated rank before them: `CPV Anna Bos`."""
    has_rank = len(tokens) > _SHORTEST_HALL and _INITIALISM.fullmatch(tokens[0]) is not None
    return tokens[1:] if has_rank and is_given_name(tokens[1]) else tokens


def _is_by_somebody(tokens: list[str]) -> bool:
    """Whether a word and whose it is stand before a whole name: `Grußwort von Anna Bos`, not `Anna van Jan`."""
    return (
        len(tokens) > _SHORTEST_HALL + 1
        and tokens[1] in {"van", "von"}
        and is_given_name(tokens[2])
        and tokens[3][:1].isupper()
    )


def _has_a_preposition(tokens: list[str]) -> bool:
    """Whether a small word is one of place and no part of a name: `Joy in Learning`, not `Anna in 't Veld`."""
    is_known = is_given_name(tokens[0]) or _INITIALS.fullmatch(tokens[0]) is not None
    return any(
        word in {"in", "op", "aan", "bij"} and (after.casefold() not in PARTICLES or not (is_known or place == 0))
        for place, (word, after) in enumerate(pairwise(tokens))
    )


def _is_called_after_an_office(title: str, tokens: list[str]) -> bool:
    """Whether words behind a title name no one: `burgemeester van Genk`, `Sir Duncan Rice Library`."""
    if _OFFICE_OF.search(title) and tokens[0].islower():
        return True
    return len(tokens) > _SHORTEST_HALL and tokens[-1].casefold() in _SURELY_PLACES


def _could_be_names(tokens: list[str]) -> bool:
    """Whether words are written as those of a name: no `MHM Insight`, no `Anna Bos. Terugblik`."""
    if len(tokens) > 1 and (_INITIALISM.fullmatch(tokens[0]) or any(map(_ENDS_A_SENTENCE.fullmatch, tokens[1:-1]))):
        return False
    # `ESRI Portugal`
    is_firm = len(tokens) > 1 and _ALL_CAPITALS.fullmatch(tokens[0]) is not None and not tokens[-1].isupper()
    is_firm = is_firm or (len(tokens) > 1 and _MIXED_INITIALISM.fullmatch(tokens[0]) is not None)
    if is_firm and not is_given_name(tokens[0]):
        return False
    return 1 <= len(tokens) <= 6 and all(_TOKEN.fullmatch(token) or _INITIALS.fullmatch(token) for token in tokens)


def _is_called_a_place(tokens: list[str]) -> bool:
    """Whether a name is that of a place or a prize by its last word, as in `Sir Duncan Rice Library`, `Columbia A`."""
    last = tokens[-1].casefold()
    if len(tokens) > _SHORTEST_HALL and any(token.casefold() in _NEVER_WITHIN for token in tokens[1:]):
        return True
    if COUNTRY.fullmatch(" ".join(tokens)):
        return True
    if len(tokens) > 1 and (_COMPOUND_HOUSE.fullmatch(last) or _COMPOUND_HOUSE.fullmatch(tokens[0])):
        return True
    if len(tokens) > _SHORTEST_HALL and _A_STREET.fullmatch(last) and tokens[-2].casefold() not in PARTICLES:
        return True
    if len(tokens) > 1 and tokens[0].casefold() in _OF_A_REGION and not is_given_name(tokens[0]):
        return True
    if len(tokens) > 1 and _is_an_office_of_a_house(tokens):
        return True
    if len(last) == 1 and _is_with_an_initial(tokens):
        return False
    if len(tokens) > 1 and (len(last) == 1 or (last in _STREETS and not is_given_name(tokens[0]))):
        return True
    return len(tokens) > 1 and (last in LAST_WORDS | _PRIZES or (len(tokens) > _SHORTEST_HALL and last in _HOUSES))


def _is_with_an_initial(tokens: list[str]) -> bool:
    """Whether a first name stands before the first letter of the last one: `Anna B`."""
    return len(tokens) == 2 and len(tokens[1]) == 1 and len(tokens[0]) > _SHORTEST_HALL and is_given_name(tokens[0])


def _is_an_office_of_a_house(tokens: list[str]) -> bool:
    """Whether an office stands before an abbreviation: `Vizepräsidentin AKNDS`, `Vorsitz AG Schulbau`."""
    return (
        begins_with_an_office(tokens[0])
        and re.fullmatch(r"[A-Z]{2,}", tokens[1]) is not None
        and not tokens[0].isupper()
    )


def without_honorifics(text: str) -> tuple[str, bool]:
    """Return a text without the honorifics that it begins with, and whether there were any."""
    found = False
    while (match := _HONORIFIC.match(text)) and match.end() < len(text):
        text, found = text[match.end() :], True
    return text, found


def _by_shape(tokens: list[str], names: list[str], *, given: bool, first: str) -> Sureness:
    if len(tokens) == 1:
        return Sureness.LIKELY if given and len(first) > 3 else Sureness.PERHAPS
    if all(name.isupper() and len(name) > 1 for name in names) and not given:
        return Sureness.PERHAPS
    if _is_with_an_initial(tokens):
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
