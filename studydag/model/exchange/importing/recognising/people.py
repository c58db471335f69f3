"""Tells names of people from other text, in a cell, behind a title, or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from studydag.model.exchange.importing.recognising.bare_names import (
    ADDRESSED,
    LONG_NAME,
    bare_name,
)
from studydag.model.exchange.importing.recognising.lists_of_names import names_in_cell, names_in_text, segments_of
from studydag.model.exchange.importing.recognising.names import (
    Sureness,
    is_nobody,
    name_and_organisation,
    name_sureness,
)
from studydag.model.exchange.importing.recognising.names_beside_offices import (
    with_offices_behind_commas,
)
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import (
    is_called_a_group,
    tells_an_office,
)
from studydag.model.exchange.importing.vocabulary.place_words import COUNTRY
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word

_LED_WITH: Final = re.compile(r"\s(?:met|mit|with)\s")
AND_OTHERS: Final = re.compile(
    r"(?<=[\w)]),?\s+(?:e\.\s?a|u\.\s?a|et al|a\.o|(?:en|and|und) (?:anderen|others|andere|more|weitere))\.?$"
)
_LED: Final = re.compile(
    r"^(?:o\.?l\.?v\.?|o\.?b\.?v\.?|m\.?m\.?v\.?|onder (?:bege)?leiding van|door|by|von|durch)\s+(?=\S)"
)
_TOGETHER_WITH: Final = re.compile(
    r",?\s+(?:i\.?s\.?m\.?|in samenwerking met|in (?:co-?operation|collaboration|partnership) with"
    r"|in (?:Kooperation|Zusammenarbeit) mit)\s+(?P<whom>\S[^,;]*)$"
)
_LONG_NAMES: Final = 100
_SENTENCE: Final = re.compile(r"\.?\s+(?=[A-ZÀ-Þ][^\s.,;:]*\s+[a-zà-ÿ]+\s)")
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
    written = text.strip(" .;,|")
    text = _without_others(written)
    if not text or len(text) > 300 or "\t" in text:
        return Named((), Sureness.NO)
    if (one := _with_country(text)) is not None:
        return one
    persons, says_more = names_in_text(text)
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
    return Named(tuple(persons), sureness, written if says_more or text != written else "")


def _without_others(text: str) -> str:
    """Return a list of people without others, and without the house that helps: `… e.a.`, `… i.s.m. Stichting X`."""
    text = AND_OTHERS.sub("", text)
    found = _TOGETHER_WITH.search(text)
    if found is not None and name_sureness(bare_name(found["whom"])) < Sureness.SURE:
        text = text[: found.start()]
    return with_offices_behind_commas(text)


def _with_country(text: str) -> Named | None:
    """Return who comes from a house in a country: `Anna Bos, Virginia Tech, United States`; None where it says none."""
    first, _, rest = text.partition(", ")
    if not rest or COUNTRY.fullmatch(rest.rpartition(", ")[2].strip()) is None or ";" in text:
        return None
    name = bare_name(first)
    is_one = len(segments_of(first)) == 1 and name_sureness(name) >= Sureness.LIKELY
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
    written = text.strip(" .;,|")
    if written.endswith(")") and written.count(")") > written.count("("):
        written = written[:-1].rstrip()  # `(Chair: Anna Bos)`
    text = _without_others(_LED.sub("", written, count=1))
    if not text or is_nobody(text):
        return Named((), Sureness.NO)
    persons, says_more = names_in_cell(text)
    short = [name for name in persons if len(name) <= LONG_NAME]
    if len(short) < len(persons):
        if (named := _before_a_sentence(text)).persons:
            return named
        persons, says_more = short or persons, True
    return Named(tuple(dict.fromkeys(persons)), Sureness.SURE, written if says_more or text != written else "")


def _before_a_sentence(text: str) -> Named:
    """Return who is named before running text, which no mark parts: `Anna Bos High expectations help pupils, …`."""
    for found in _SENTENCE.finditer(text, 0, _LONG_NAMES):
        named = people_in(text[: found.start()])
        if named.sureness is Sureness.SURE:
            return Named(named.persons, named.sureness, text)
    return Named((), Sureness.NO)
