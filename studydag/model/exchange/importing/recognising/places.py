"""Tells rooms from other text: by a word such as lokaal, zaal, room or Raum, or by a code such as B1.12."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from studydag.model.exchange.importing.recognising.headings import numbers_a_series, offers_parallel, option_label
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.seats import most_people
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.place_words import (
    ADDRESS,
    COMPOUND,
    FLOOR,
    HALL,
    HOUSE,
    INITIALS,
    NEVER_FIRST,
    NUMBERED,
    WEAK,
    WORD,
)

_LEADING: Final = re.compile(
    rf"(?i:(?:{NUMBERED}|lokalen|zalen|rooms|räume)\.?)"
    r"(?:[\s:.-]*[A-Za-z]{0,3}[-.\s]?\d{1,4}(?:[-./]\d{1,3})*[a-zA-Z]?"
    r"(?:(?:\s?[-+/&,]\s?|\s(?:t/m|tot en met|en|and|und|to|bis)\s)[A-Za-z]?\.?\d{1,4}(?:[.]\d{1,3})?[a-z]?)*"
    r"|[\s:.-]+(?:[A-Z]{1,2}|[IVX]+)(?![a-zA-Z]))(?:\s*\([^()]{1,30}\))?"
)
_WING: Final = re.compile(r"[A-Z0-9]{1,2}-(?:vleugel|gebouw|blok|hal|zaal|wing|block|trakt|gang)")
# `Anna-Siemsen-Hörsaal`, `ABC-centrum`: the last part is the word, and before it stands a name.
_LAST_PART: Final = re.compile(
    r"(?:haus|huis|gebäude|gebouw|kirche|kerk|museum|theater|bibliothe[ek]+|campus)", re.IGNORECASE
)
_CENTRE: Final = re.compile(r"(?:centrum|zentrum|center|centre)", re.IGNORECASE)
_CODE: Final = re.compile(
    r"[A-Za-zÄÖÜ]{0,4}[-. ]?\d{1,4}(?:[-./]\d{1,3}){0,2}[a-zA-Z]?|[A-Z]{1,2}\.?\d{1,3}[.]\d{1,3}[a-z]?"
)
_TWO_PARTS: Final = re.compile(r"[A-Z]{1,3}\d{1,3}[a-z]? \d{1,2}-\d{2,4}[a-z]?|[A-Z]\d{1,2} [A-Z]?\d{2,3}")
_COUNT: Final = re.compile(
    r"(?:\d+|een|twee|drie|vier|vijf|zes) (?:ruimtes?|ruimten|lokalen|zalen|rooms?|räumen?)", re.IGNORECASE
)
_CODES: Final = re.compile(rf"(?:{_CODE.pattern})(?:\s*(?:,|/|\+|&|en|and|und|-|–|t/m)\s*(?:{_CODE.pattern}))*")
_ROOM_FIRST: Final = re.compile(
    r"(?:lokaal|lok\.|leslokaal|zaal|ruimte|room|rm\.?|raum|saal|hörsaal|zimmer|hall|classroom"
    r"|lecture theatre)\s*\S{1,8}",
    re.IGNORECASE,
)
_NUMBERED_SESSION: Final = re.compile(r"(?:verdieping|blok|block|level)\s*\d+", re.IGNORECASE)
"""In front of a colon; elsewhere they are floors and buildings."""
# `Capitol Room B`, `Ballroom 2 & 3`: which of the rooms of that name.
_WHICH_ONE: Final = re.compile(
    r"\s+(?:[A-Z]|\d{1,3}[A-Za-z]?|[IVX]{1,4})(?:\s?(?:[-/&+,]|en|and|und)\s?(?:[A-Z]|\d{1,3}[A-Za-z]?|[IVX]{1,4}))*$"
)
# `Columbia A`, `Plaza 2`: a name and which one of that name.
_NUMBERED_NAME: Final = re.compile(r"[A-ZÀ-Þ][a-zà-þ]{3,}(?: [A-ZÀ-Þ][a-zà-þ]{3,})? (?:[A-Z]|\d{1,2}|I{1,3}|IV)")
# `Room 301 Henderson Campus Center`: the house behind the room.
_IN_A_HOUSE: Final = re.compile(r"(?: [A-ZÀ-Þ][\w.'’-]+){1,4}")
# `Verschiedene Räume im VMP 8`, `Zaal 3 in het Provinciehuis`: the house behind a small word.
_IN_THE_HOUSE: Final = re.compile(
    r"(?P<room>.{3,40}?) (?:im|vom|(?:in|at|van|of)(?: (?:der|dem|de|het|the))?) (?P<house>[^\W_].{1,40})"
)
_HOUSE_INITIALS: Final = re.compile(r"[A-Z]{2,6}(?: ?\d{1,3}[a-z]?)?")
# `Restaurant Roma (Kaiserstr. 177, Kiel)`: where the room is.
_WITH_MORE: Final = re.compile(r"(?P<room>[^()]{4,60}) \((?=[A-Z0-9])[^()]{3,60}\)")
_BETWEEN_ROOMS: Final = re.compile(r"\s*[-–—]\s+|\s+/\s+")
# `Skyway 260 East Tower`: the number of a room, in a part of the house.
_NUMBER_IN_A_HOUSE: Final = re.compile(r"[A-ZÀ-Þ][a-zà-þ]{3,} \d{2,4}[A-Za-z]? (?=[A-ZÀ-Þ])")
# `Tagungsbüro, Haus der Kirche`: the house behind the room.
_HOUSE_OF: Final = re.compile(r"(?:Haus|Huis|House) (?:der|des|am|zum|zur|van(?: de| het)?|of(?: the)?) [A-ZÀ-Þ][\w-]+")
_BOTH: Final = re.compile(r"(?P<one>[^,;:()]{3,30}) (?:en|und|and|&|\+) (?P<other>[^,;:()]{3,30})")
# `Reading in year 7`: which of them, and no room.
_OF_A_SERIES: Final = re.compile(
    r"(?:year|grade|form|page|unit|test|task|item|team|game|book|week|jaar|klas|vak|taak|kern|doel|jahr|heft|band|age|ks|top)"
    r"s? ?\d.*",
    re.IGNORECASE,
)
_ON_LINE: Final = re.compile(r"(?:online|(?:via )?(?:zoom|teams)|webinar|live ?stream)", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"[&+/]|\b(?:en|and|und)\b")
_SMALL: Final = re.compile(
    r"grote|kleine|in|de|het|the|im|der|großer|kleiner|centrale|main|big|small|oude|nieuwe|van|of|alter|neuer"
    r"|gr\.|kl\.|gro(?:ße|ss)[nm]?|kleinen|polyvalente|diverse|verschiedene|verschillende|meerdere|mehrere|various|several|alle|all"
    r"|bij|boven|beneden|buiten|eigen|eigene|own|upstairs|downstairs|oben|unten",
    re.IGNORECASE,
)
"""Words that a room may have beside the word for one: `de grote zaal`, `main hall`."""
_HALL_OF_A_HOUSE: Final = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? (?:Auditorium|Aula|Hörsaal|Zaal|Saal|Hall) [A-ZÀ-Þ][\w'’-]{2,}"
)
_LAST_NAME: Final = re.compile(
    r"Hall|Keller|Kirche|Church|Kerk|Bar|Court|House|Haus|Lab|Forum|Garden|Plein|Tuin|Kelder"
)
_MAX: Final = 60
_MAX_WITH_ADDRESS: Final = 120
_MOST_WORDS: Final = 6
_ACTION: Final = re.compile(
    r"\b(?:koffie|coffee|kaffee|thee|tea|lunch|pauze|break|pause|ontvangst|inloop|welkom|welcome"
    r"|opening|tour|rondleiding|workshop|sessie|session|gesprek|lezing|keynote|presentatie|presentation"
    r"|training|discussie|samen|bezoek|visit|begrüßung|vortrag|café gesprek|registration|building (?:a"
    r"|the|your|our|on|up)|haus der|online (?:leren|learning|lernen|tools?|veilig\w*|safety|lesgeven"
    r"|teaching)|hoe|how|wie|het|is|zijn|kunnen|voor|für|for|with|met|mit)\b",
    re.IGNORECASE,
)


def counts_rooms(text: str) -> bool:
    """Whether a text says in how many rooms something takes place, and not in which."""
    return _COUNT.fullmatch(text.strip()) is not None


def names_a_room(text: str) -> bool:
    """Whether what stands before a colon is a room by its word, and no numbered session: `Aula`, `lokaal 3`."""
    bare = text.strip(" .,;:()[]")
    if _NUMBERED_SESSION.fullmatch(bare) or bare.casefold() in {"town hall", "podium", "forum"}:
        return False
    if _ROOM_FIRST.fullmatch(bare) is not None or HALL.fullmatch(bare.casefold()) is not None:
        return True
    return room_sureness(bare) is Sureness.SURE and WORD.search(bare) is not None and not _ACTION.search(bare)


def is_hall_of_a_house(text: str) -> bool:
    """Whether a line names a house, a hall of it by its word, and which: `Blauwhuis Auditorium Bos`."""
    found = _HALL_OF_A_HOUSE.fullmatch(text)
    return found is not None and _ACTION.search(text) is None and name_sureness(text) is not Sureness.SURE


_YEARS: Final = re.compile(r"(?:1[5-9]|20)\d\d\s?[-–—/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)")


@lru_cache(maxsize=4096)
def room_sureness(text: str) -> Sureness:
    """Say how sure it is that a text is the name of a room."""
    bare = text.strip(" .,;:()[]")
    is_too_long = len(bare) > (_MAX_WITH_ADDRESS if "," in bare else _MAX)
    if not bare or is_too_long or "\n" in bare or _YEARS.fullmatch(bare) or most_people(bare) is not None:
        return Sureness.NO
    if ";" in bare:
        return min(map(room_sureness, bare.split(";")))
    if _LEADING.fullmatch(bare) or _WING.fullmatch(bare):
        return Sureness.SURE
    words = bare.split()
    if _is_told_with_more(text.strip(" .,;:")):
        return Sureness.SURE
    parts = _BETWEEN_ROOMS.split(bare)
    if len(parts) > 1:
        return Sureness.SURE if all(map(_says_where, parts)) else Sureness.NO
    if "," in bare:
        return Sureness.SURE if len(bare) <= _MAX and _is_list(bare) else _told_with_house(bare)
    if (FLOOR.fullmatch(bare) and bare[:1].isdigit()) or _is_a_hall(words):
        return Sureness.SURE
    found = list(WORD.finditer(bare)) if len(words) <= 6 else []
    if found:
        by_word = max(_by_word(bare, each, words) for each in (found[0], found[-1]))
        return Sureness.PERHAPS if _is_a_name(words) else by_word
    if _is_code(bare):
        return Sureness.SURE if re.search(r"[A-Za-z]", bare) or "." in bare else Sureness.LIKELY
    return Sureness.LIKELY if _ACTION.search(bare) is None and _is_named(bare, words) else Sureness.NO


def _is_a_hall(words: Sequence[str]) -> bool:
    """Whether the last word is a room by its own parts, with small words before it: `Rozenzaal`, `Gr. Sitzungssaal`."""
    *before, last = words
    if not before:
        return COMPOUND.fullmatch(last.casefold()) is not None or _is_called_with_hyphens(last)
    return HALL.fullmatch(last.casefold()) is not None and all(map(_SMALL.fullmatch, before))


def _is_called_with_hyphens(word: str) -> bool:
    """Whether a word is the name of a house or hall: `Anna-Siemsen-Hörsaal`, `ABC-centrum`, not `Eltern-Café`."""
    *names, last = word.split("-")
    if not names or not all(name[:1].isupper() for name in names):
        return False
    if _CENTRE.fullmatch(last):
        # `Assessment-Center` is what one does.
        return len(names) > 1 or last.islower() or names[0].isupper()
    is_hall = WORD.fullmatch(last) is not None and WEAK.fullmatch(last) is None
    return is_hall or COMPOUND.fullmatch(last.casefold()) is not None or _LAST_PART.fullmatch(last) is not None


def _are_two_rooms(one: str, other: str) -> bool:
    """Whether two things joined by `and` are rooms by their words: `Foyer und Raum A`, not `Museum en school`."""
    return all(
        room_sureness(room) is Sureness.SURE and WEAK.fullmatch(room) is None and not room.isdigit()
        for room in (one, *(() if _ON_LINE.fullmatch(other) else (other,)))
    )


def _is_named(bare: str, words: list[str]) -> bool:
    """Whether a text is called as rooms are: `Columbia A`, `Rembrandtzaal boven`; not `Bram Oudhof`."""
    is_session = numbers_a_series(bare) or option_label(f"{bare}: x") or offers_parallel(bare)
    if (_NUMBERED_NAME.fullmatch(bare) or HOUSE.fullmatch(bare)) and not is_session:
        return True
    is_compound = len(words) < _MOST_WORDS and any(COMPOUND.fullmatch(word.casefold()) for word in words)
    return is_compound and name_sureness(bare) is not Sureness.SURE


def _is_a_name(words: list[str]) -> bool:
    """Whether a word for a room is somebody's last name: `Amy Hall`, `Jan Keller`; the Emma Zaal is a room."""
    is_pair = len(words) == 2 and is_given_name(words[0])
    return is_pair and _LAST_NAME.fullmatch(words[1]) is not None


def _by_word(bare: str, found: re.Match[str], words: list[str]) -> Sureness:
    if len(found[0]) == len(bare):
        return Sureness.SURE
    which = _WHICH_ONE.search(bare)
    if which is not None and which.start() >= found.end():
        bare = bare[: which.start()]
        words = bare.split()
        if len(found[0]) == len(bare):
            return Sureness.SURE
    if _ACTION.search(bare) is not None:
        return Sureness.NO
    if set(":(") & set(bare) or bare.endswith(("?", "!")):
        return Sureness.NO  # `Strand A (Room 101)`
    goes_on = bare[found.end() :].lstrip()[:1].islower()
    is_weak = WEAK.fullmatch(found[0]) is not None and goes_on
    is_first = found.start() == 0 and not is_weak and NEVER_FIRST.fullmatch(found[0]) is None
    at_an_end = found.end() == len(bare) or is_first
    named = all(word[:1].isupper() or word[:1].isdigit() or not word[:1].isalnum() for word in words)
    plain = all(_SMALL.fullmatch(word) or WORD.fullmatch(word) for word in words)
    if not plain and found[0].casefold() == "classrooms" and not any(map(str.isdigit, bare)):
        return Sureness.LIKELY  # `Building Thinking Classrooms`
    if plain or (at_an_end and named and len(words) <= (_MOST_WORDS if " " in found[0] else 4)):
        return Sureness.SURE
    return Sureness.LIKELY if at_an_end and len(words) <= 4 else Sureness.PERHAPS


def _is_list(bare: str) -> bool:
    """Whether what stands between commas are codes, or a building behind a room: `lokaal 3, 5 en 7`."""
    first, *rest = [part.strip() for part in bare.split(",")]
    return room_sureness(first) >= Sureness.LIKELY and all(
        _CODES.fullmatch(part)
        or FLOOR.fullmatch(part)
        or INITIALS.fullmatch(part)
        or room_sureness(part) >= Sureness.LIKELY
        for part in rest
    )


def _is_told_with_more(text: str) -> bool:
    """Whether behind a room stands where it is, or another: `Room 301 Henderson Campus Center`, `Aula en gymzaal`."""
    if (both := _BOTH.fullmatch(text)) is not None and _are_two_rooms(both["one"], both["other"]):
        return True
    told = _WITH_MORE.fullmatch(text)
    if told is not None and room_sureness(told["room"]) is Sureness.SURE:
        return True
    within = _IN_THE_HOUSE.fullmatch(text)
    if within is not None and _is_in_a_house(within["room"], within["house"]):
        return True
    in_a_house = _NUMBER_IN_A_HOUSE.match(text)
    if in_a_house is not None and HOUSE.fullmatch(text[in_a_house.end() :]):
        return True
    numbered = _LEADING.match(text)
    return numbered is not None and _IN_A_HOUSE.fullmatch(text[numbered.end() :]) is not None


def _is_in_a_house(room: str, house: str) -> bool:
    """Whether a room lies in a house that is one by its word or its initials: not `Raum im Wandel`."""
    is_house = _HOUSE_INITIALS.fullmatch(house) or room_sureness(house) is Sureness.SURE
    return bool(is_house) and room_sureness(room) is Sureness.SURE and WEAK.search(room) is None


def _told_with_house(bare: str) -> Sureness:
    """Say how sure a room is that is told with its house or its street: `UC, Chandler Ballroom`, `Mensa, Markt 13`.

    One piece is a room, a floor or a street, and no piece may be anything but part of where that is.
    """
    if ":" in bare:
        return Sureness.NO
    parts = [part.strip() for part in bare.split(",")]
    told = [part for part in parts if _says_where(part)]
    others = [part for part in parts if part not in told]
    is_told_well = len(told) > 1
    is_apart = all(
        part[:1].isupper()
        and not _SEVERAL.search(part)
        and len(part.split()) <= _MOST_WORDS
        and (is_told_well or _HOUSE_OF.fullmatch(part) or not _ACTION.search(part))
        and name_sureness(part) < (Sureness.SURE if is_told_well else Sureness.LIKELY)
        for part in others
    )
    if others and not all(part[:1].isupper() or part[:1].isdigit() for part in told):
        return Sureness.NO  # `CLB, turnzaal`
    if not told or not is_apart or len(others) > len(told) or bare.endswith(("?", "!")):
        return Sureness.NO
    is_first = bool(others) and parts[0] in others and not INITIALS.fullmatch(parts[0])
    return Sureness.LIKELY if is_first and not is_told_well else Sureness.SURE


def _says_where(part: str) -> bool:
    """Whether a piece between commas is a room, a house, a floor, or a street with its number."""
    if FLOOR.fullmatch(part) or ADDRESS.fullmatch(part):
        return True
    return room_sureness(part) >= Sureness.LIKELY


def _is_code(bare: str) -> bool:
    if not any(character.isdigit() for character in bare) or len(bare) > 24:
        return False
    if re.fullmatch(r"(?:[A-Za-z]{2,4} )?(?:19|20)\d\d", bare) or re.fullmatch(r"[A-Za-z]{5,}.*", bare):
        return False
    if numbers_a_series(bare) or _OF_A_SERIES.fullmatch(bare):
        return False
    return _CODES.fullmatch(bare) is not None or _TWO_PARTS.fullmatch(bare) is not None
