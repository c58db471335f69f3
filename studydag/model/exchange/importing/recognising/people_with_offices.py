"""Who a line names together with what that person does: `Anna Bos, onderzoeker`, `Schrijver en dichter Anna Bos`."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.recognising.bare_names import bare_name, name_at_end
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness, without_honorifics
from studydag.model.exchange.importing.recognising.people import Named, people_in
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    is_called_a_house,
    says_what_one_does,
    tells_an_office,
)

_NAME_FIRST: Final = re.compile(r"(?P<name>[^,;:(–—|]{4,45}?)\s*(?:[,;(|]|\s[–—-]\s|(?<=[a-zà-þ])-\s)\s*(?=\S)")
_LONGEST_ROLE: Final = 300
_LEADS_ON: Final = frozenset(["met", "door", "by", "with", "mit", "von", "voor", "over"])
_MOST_WORDS_OF_AN_OFFICE: Final = 4
_MOST_WORDS_WITH_WHAT: Final = 9
_MOST_WORDS_OF_A_NAME: Final = 8
_OF_WHAT: Final = frozenset(["van", "voor", "of", "for", "für", "des", "der", "von", "vom", "im", "in"])
_OFFICE_BEHIND: Final = re.compile(
    r"(?:(?:emeritus|oud|voormalig|buitengewoon|bijzonder|senior|former|associate|assistant|adjunct|zelfstandig|[a-z]+isch)"
    r"[ -])?(?P<office>[a-z][a-z-]*)"
)
# `Anna Bos (angefragt)`: whether they come is still open.
_TO_BE_CONFIRMED: Final = re.compile(
    r",?\s*\((?:angefragt|eingeladen|unter vorbehalt|onder voorbehoud|o\.?v\.?|gevraagd|uitgenodigd|invited|tbc"
    r"|to be confirmed)\)$",
    re.IGNORECASE,
)


def speaker_of(text: str) -> Named:
    """Read a line that says who speaks and what that person does: `Anna Bos, onderzoeker bij de universiteit`."""
    named = people_in(text)
    if named.sureness >= Sureness.SURE or len(text) > _LONGEST_ROLE:
        return named
    if one := _behind_what_they_do(_TO_BE_CONFIRMED.sub("", text)) or _before_what_they_do(text):
        return Named((one,), Sureness.SURE, text)
    found = _NAME_FIRST.match(text)
    if found is None:
        return named
    several = people_in(found["name"])
    if len(several.persons) > 1 and several.sureness is Sureness.SURE:
        return Named(several.persons, Sureness.SURE, text)
    name, role = bare_name(found["name"].strip()), text[found.end() :].strip()
    sureness = name_sureness(name)
    # `Capacity Building- teachers at work` is no name, `Prof. Anna Bos- BCU` is one.
    is_torn = found[0].rstrip().endswith("-") and not found[0].rstrip().endswith(" -")
    is_told = (role[:1].islower() or tells_an_office(role)) and not is_torn
    if sureness is Sureness.SURE or (sureness is Sureness.LIKELY and is_told):
        return Named((name,), sureness, text)
    return named


def _behind_what_they_do(text: str) -> str:
    """Return the name behind an office: `Schrijver en dichter Anna Bos`, `Minister für Bildung Jan Mos`; else empty."""
    if not begins_with_an_office(text):
        return ""
    first, second, *_ = (*text.split(), "", "")
    # `Senatorin für Bildung, Jugend und Kultur Ute Klar`
    is_of_several = not first.endswith(",") and second in _OF_WHAT
    name = name_at_end(text.rpartition(", ")[2] if is_of_several else text)
    office = text.removesuffix(name).split()
    if not name or is_called_a_house(f"{office[-1]} {name}"):
        return ""
    is_of_what = len(office) <= _MOST_WORDS_WITH_WHAT and office[-1][:1].isupper() and bool(_OF_WHAT & set(office[1:]))
    is_office = says_what_one_does(office[-1]) and len(office) <= _MOST_WORDS_OF_AN_OFFICE
    return name if is_of_what or (is_office and not _LEADS_ON & set(office)) else ""


def _before_what_they_do(text: str) -> str:
    """Return the name right before an office in small letters: `Dr. Anna Bos emeritus hoogleraar`; else empty."""
    words = text.split()
    for place in range(2, min(len(words), _MOST_WORDS_OF_A_NAME)):
        found = _OFFICE_BEHIND.match(" ".join(words[place : place + 2]))
        if found is not None and begins_with_an_office(found["office"]):
            name = " ".join(words[:place])
            is_whole = "," not in name and " " in without_honorifics(name)[0]
            return name if is_whole and name_sureness(name) is Sureness.SURE else ""
    return ""
