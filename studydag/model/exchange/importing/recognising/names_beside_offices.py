"""Finds the name that stands right beside what its bearer does: `directeur Anna Bos`, `Anna Bos emeritus hoogleraar`.

Cells, lines, titles and sentences all ask here what is an office in front of a name, and what is one behind it.
"""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.recognising.names import (
    PARTICLES,
    Sureness,
    name_sureness,
    without_honorifics,
)
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    is_called_a_house,
    tells_an_office,
)

_ARTICLE: Final = re.compile(r"(?:de|het|onze|the|our|der|die|den|dem|unsere[rnm]?)\s+(?=\S)")
_WORD: Final = re.compile(r"[^\W_][\w'’/-]*")
_OF_WHAT: Final = frozenset(["van", "voor", "of", "for", "für", "des", "der", "von", "vom", "im", "in"])
_LEADS_ON: Final = frozenset(["met", "door", "by", "with", "mit", "von", "voor", "over"])
_WHICH_CLASS: Final = re.compile(
    r"\s+(?:(?:van|of|in|der)\s+)?(?:groep|klas|leerjaar|graad|bouw|year|grade|key stage|klasse)\s+\d\S{0,3}$",
    re.IGNORECASE,
)
# `Anna Bos – directeur van De Wilg`, `Anna Bos | directeur`
_PARTS_AN_OFFICE: Final = re.compile(r"(?<=\S)\s{1,3}[–—|-]\s{1,3}(?=(?P<word>(?:[a-z]|[A-Z]{2})[\w'’-]+))")
_AND: Final = frozenset(["en", "and", "und", "&"])
_MOST_WORDS: Final = 4
MOST_WORDS_WITH_WHAT: Final = 9
_MOST_WORDS_OF_A_NAME: Final = 8
_OFFICE_BEHIND: Final = re.compile(
    r"(?:(?:emeritus|oud|voormalig|buitengewoon|bijzonder|senior|former|associate|assistant|adjunct|zelfstandig|[a-z]+isch)"
    r"[ -])?(?P<office>[a-z][a-z-]*)"
)


def is_before_a_name(office: str) -> bool:
    """Whether words are what somebody does, as one writes it right before a name: `leraar van het jaar`."""
    words = _WHICH_CLASS.sub("", _ARTICLE.sub("", office.strip(), count=1)).split()
    if not words or not all(_WORD.fullmatch(word.rstrip(",")) for word in words if word not in _AND):
        return False
    is_told = begins_with_an_office(" ".join(words)) or _is_an_address(words[0])
    if is_told and _OF_WHAT & {*words[1:-1]} and (words[-1][:1].isupper() or words[0].islower()):
        return len(words) <= (MOST_WORDS_WITH_WHAT if words[-1][:1].isupper() else _MOST_WORDS + 1)
    # `directeur taal Noord` is written before a name; with a capital such words would be a title.
    is_whole = _is_an_office(words[-1]) or (words[0].islower() and _is_an_office(words[0]))
    return len(words) <= _MOST_WORDS and not _LEADS_ON & {*words} and is_told and is_whole


def _is_an_office(word: str) -> bool:
    return tells_an_office(word) or _is_an_address(word)


def _is_an_address(word: str) -> bool:
    """Whether a word in small letters is an office by which one addresses people: `dean`."""
    return word.islower() and without_honorifics(f"{word} {word}")[1]


def name_behind_office(text: str) -> str:
    """Return the name behind an office: `Schrijver en dichter Anna Bos`, `Minister für Bildung Jan Mos`; else empty."""
    first, second, *_ = (*text.split(), "", "")
    # `Senatorin für Bildung, Jugend und Kultur Ute Klar`
    is_of_several = not first.endswith(",") and second in _OF_WHAT
    name = name_at_end(text.rpartition(", ")[2] if is_of_several else text)
    if not name:
        return _unknown_name_behind(text)
    office = text.removesuffix(name).rstrip()
    while (title := office.rpartition(" ")[2]).endswith(".") and without_honorifics(f"{title} {name}")[1]:
        office, name = office.removesuffix(title).rstrip(), f"{title} {name}"
    if not office:
        return ""
    return name if is_before_a_name(office) and not is_called_a_house(f"{office.split()[-1]} {name}") else ""


def first_name_behind_office(text: str) -> str:
    """Return a first name alone behind what its bearer does: `gids Anna`; empty where there is none."""
    office, _, name = text.rpartition(" ")
    return name if name[:1].isupper() and is_given_name(name) and is_before_a_name(office) else ""


def _unknown_name_behind(text: str) -> str:
    """Return a name that no list knows behind an office in small letters: `docent Qyrr Wamd`; else empty."""
    words = text.split() if text[:1].islower() else []
    small = [place for place, word in enumerate(words) if word.islower() and word not in PARTICLES]
    office, name = (words[: small[-1] + 1], " ".join(words[small[-1] + 1 :])) if small else ([], "")
    is_name = name_sureness(name) >= Sureness.LIKELY and " " in name
    return name if is_name and tells_an_office(office[-1]) and is_before_a_name(" ".join(office)) else ""


def name_before_office(text: str) -> str:
    """Return the name right before an office in small letters: `Dr. Anna Bos emeritus hoogleraar`; else empty."""
    words = text.split()
    for place in range(2, min(len(words), _MOST_WORDS_OF_A_NAME)):
        found = _OFFICE_BEHIND.match(" ".join(words[place : place + 2]))
        if found is not None and begins_with_an_office(found["office"]):
            name = " ".join(words[:place])
            is_whole = "," not in name and " " in without_honorifics(name)[0]
            return name if is_whole and name_sureness(name) is Sureness.SURE else ""
    return ""


def with_offices_behind_commas(text: str) -> str:
    """Return a text in which a comma parts a name and the office behind it, and no dash or bar."""
    found = next((mark for mark in _PARTS_AN_OFFICE.finditer(text) if _is_between(text, mark)), None)
    return text if found is None else f"{text[: found.start()]}, {text[found.end() :]}"


def _is_between(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark parts who is surely somebody from an office."""
    before = text[: mark.start()].split()
    is_named = any(name_sureness(" ".join(before[-count:])) is Sureness.SURE for count in (2, 3, 4))
    return is_named and begins_with_an_office(text[mark.end() :]) and tells_an_office(mark["word"])


def name_at_end(text: str) -> str:
    """Return the name with which a text ends that says first what the person does; empty where there is none.

    `Gewestpresident Brabant-Oost Ruud Hendrickx` ends with Ruud Hendrickx.
    """
    tokens = text.split() if "," not in text else []
    for place in range(1, len(tokens) - 1):
        if is_given_name(tokens[place]) and tokens[place][:1].isupper():
            name = " ".join(tokens[place:])
            if name_sureness(name) is Sureness.SURE:
                return name
    return ""
