"""Who speaks, between the label of a talk and what it is about: `Keynote 1: Anna Bos (Gent), “Lezen met plezier”`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.recognising.headings import numbers_a_series
from studydag.model.exchange.importing.recognising.names import PARTICLES, Sureness
from studydag.model.exchange.importing.recognising.people import Named, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.titles.peeled import NOBODY, Peeled
from studydag.model.exchange.importing.vocabulary.offices import begins_with_an_office, is_called_a_house
from studydag.model.exchange.importing.vocabulary.words import label_at

_LABEL: Final = re.compile(r"(?P<label>[^:‘“„\"«”]{3,40}?)(?P<mark>: | [–—-] |, )(?=[A-ZÀ-Þa-z])")
_QUOTED: Final = re.compile(
    r"(?P<who>[^‘“„\"«”:]{4,200}?)(?P<mark>[,:;.]?)(?: [–—-])?(?:,? (?:over|on|about|über|zum thema):?)?\s+"
    r"(?P<title>[‘“„\"«”].{3,}[’”“\"»](?:\s\([^()]{2,20}\))?)[.,]?",
    re.IGNORECASE,
)
_DASHED: Final = re.compile(r"(?P<who>[A-ZÀ-Þ][^:–—]{4,160}?) (?P<mark>[–—-]) (?P<title>[^\W\d_].{3,300})")
_IN_PARENTHESES: Final = re.compile(r"\s*\([^()]*\)")
# `Talk 1`, `Core Ideas Talk 2`, `Project 3`, `Break-out session B`
_NUMBERED: Final = re.compile(
    r"(?:[\w'’&-]+ ){0,3}[\w-]+ (?:\d{1,2}[a-z]?|[IVX]{1,4}|[A-H])|\d{1,2}[a-h]|[A-H]\d{1,2}", re.IGNORECASE
)
_FEWEST_WORDS: Final = 2


def between_label_and_title(peeled: Peeled) -> Peeled:
    """Take off who stands between a label and a title in quotes, or, where the label has a number, behind a dash."""
    label = _LABEL.match(peeled.title)
    if label is None or peeled.persons:
        return peeled
    is_numbered, is_list = _is_numbered(label["label"]), label["mark"] == ", "
    rest = peeled.title[label.end() :]
    told = None if is_list and not is_numbered else _QUOTED.fullmatch(rest)
    if told is None and is_numbered and not is_list and (dashed := _DASHED.fullmatch(rest)) is not None:
        told = dashed if _is_a_title(dashed["title"]) else None
    who = NOBODY if told is None else _speaks(told["who"])
    if told is None or people_in(label["label"]).sureness is Sureness.SURE:
        return peeled
    # In `Film: Travel Assistant “Who goes there?”` nothing parts them, and none of it is a name.
    if who.sureness < (Sureness.LIKELY if is_numbered or told["mark"] else Sureness.SURE):
        return peeled
    title = told["title"].strip()
    title = title if label_at(peeled.title) is not None else f"{label['label']}: {title}"
    return replace(peeled, title=title, persons=who.persons, description=who.note)


def _is_numbered(label: str) -> bool:
    return _NUMBERED.fullmatch(label) is not None or numbers_a_series(label)


def _is_a_title(text: str) -> bool:
    """Whether a text behind who speaks is what they speak of, and not what they do or where they are from."""
    is_house = is_called_a_house(text) and all(word in PARTICLES or not word.islower() for word in text.split())
    is_other = begins_with_an_office(text) or is_house or room_sureness(text) >= Sureness.LIKELY
    return len(text.split()) >= _FEWEST_WORDS and text[:1].isupper() and not is_other


def _speaks(text: str) -> Named:
    """Return who a text names with what they do, which may stand in parentheses with commas of its own."""
    bare = _IN_PARENTHESES.sub("", text).strip()
    named = people_in(bare)
    if named.sureness < Sureness.LIKELY or not all(" " in name for name in named.persons):
        named = speaker_of(bare)
    is_told = named.sureness >= Sureness.LIKELY and all(" " in name for name in named.persons)
    return Named(named.persons, named.sureness, named.note if bare == text else text) if is_told else NOBODY
