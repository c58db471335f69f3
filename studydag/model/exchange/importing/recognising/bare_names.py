"""A name without what stands around it that is no part of it: what somebody does, and where they are from."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.recognising.names import (
    BEHIND_NAME,
    PARTICLES,
    Sureness,
    name_sureness,
    without_honorifics,
)
from studydag.model.exchange.importing.recognising.names_beside_offices import name_before_office, name_behind_office
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import is_called_a_house, says_what_one_does, tells_an_office
from studydag.model.exchange.importing.vocabulary.place_words import LAST_WORDS

_HOUSE_OF: Final = re.compile(r"\b(?:Hall|House|School|Institute|Faculty|Museum|Church|College|University) of\b")
_ROLE: Final = re.compile(
    r"(?:(?:de|het|onze|the|our|der|die|den|dem|unsere[rnm]?)\s+(?=[a-zà-þ]))?"
    r"(?P<words>(?:[^\W\d_A-ZÀ-Þ](?:[^\W\d_A-ZÀ-Þ]|['’-])+[^\W\d_A-ZÀ-Þ]\s+){1,3})(?=[A-ZÀ-Þ])"
)
_AT: Final = re.compile(
    r"(?<=\w)\s+(?:(?:of|from|at|bij|vom|von der|namens|on behalf of)\s+(?:(?:the|de|het|der|dem|den)\s+)?[A-Z0-9].*"
    r"|van (?:de |het )?(?:provincie|gemeente|stad|universiteit|hogeschool|ministerie|vereniging|stichting|vzw) [A-Z].*"
    r"|(?:van|namens) (?:het|de) [A-Z]\w*"
    r"(?:[A-Z]\w*|groep|kring|raad|bond|dienst|bestuur|team|fractie|directie|afdeling|werf)"
    r"(?:\s?/.*)?)$"
)
# `SLO`, `UGent`, `KU Leuven`, `HvA`, `CvTE`; not `McDonald` or `DeVries`.
INITIALISM: Final = re.compile(r"[A-Z&]{2,6}|(?:[A-Z]{1,3}|HO|Ho)[A-Z][a-z]{2,10}|H[a-z]?[A-Z]|[A-Z][a-z][A-Z]{1,3}")
# `Ministerpräsident Anna Bos`, `Präsident Dr. Jan Vos`: the office is no part of the name.
_OFFICE: Final = re.compile(
    r"(?:(?:(?i:[a-zäöü-]*(?:präsident|vorsitzende|sprecher|moderator|staatssekretär|landr[aä]t|voorzitter|leider|commissaris"
    r"|psycholog|pädagog|berater|lehrer|dozent|referent|beauftragte))(?:in|r|n)?"
    r"|[A-ZÄÖÜ][a-zäöü-]{2,}minister(?:in)?)\s+)+(?=[A-ZÀ-Þ])"
)
_FOR_WHOM: Final = re.compile(
    r"(?<=\w)\s+(?:(?P<as>als|as)|(?P<behalf>namens)|van|bij|vom|von|from|of|at)\s+(?:(?:het|the|der|dem|den|de)\s+)?"
    r"(?P<whom>\S.*)$"
)
_HOUSE_BEHIND_HYPHEN: Final = re.compile(r"(?<=[a-zà-þ])-\s+(?=[A-ZÀ-Þ])")
_WHO_LEADS: Final = re.compile(
    r"[A-Za-zäöü]*(?:leider|voorzitter|moderator|moderation|leitung|chair)(?:in)?", re.IGNORECASE
)
_SMALL_WORDS: Final = frozenset(
    ["des", "dem", "für", "for", "of", "im", "und", "and", "en", "the", "over", "über", "uit", "beim"]
)
# With a capital an office may be how somebody is addressed: `Board President Anna Bos`; `SENCO` and `IB'er` are not.
_IS_ADDRESSED: Final = re.compile(r"[A-ZÀ-Þ][a-zà-þ]")
LONG_NAME: Final = 60
_LONGEST_LABEL: Final = 20
ADDRESSED: Final = re.compile(r"(?<!\w)(?:juf|meester)\s(?=[A-ZÀ-Þ])")
_LONG_ASIDE: Final = re.compile(r"\s*\([^()]{20,}\)$")


def bare_name(segment: str) -> str:
    """Return a name without the word before it that says what the person does, and without where they are from."""
    segment = _beside_a_colon(segment)
    cut = segment if _HOUSE_OF.search(segment) else _AT.sub("", segment)
    if cut.count("(") > cut.count(")"):
        cut = cut[: cut.rindex("(")].rstrip()  # `Anna Bos (Head of Languages)`
    house = _HOUSE_BEHIND_HYPHEN.search(cut)
    if house is not None and name_sureness(cut[: house.start()]) is Sureness.SURE:
        cut = cut[: house.start()]  # `Prof. Anna Bos- BCU`
    if " " not in without_honorifics(cut)[0]:
        cut = segment  # `Dr. Frauke von der Haar`
    cut = _without_whom(name_before_office(cut) or cut)
    name = without_role(cut)
    if name_sureness(name) < Sureness.SURE and not _IS_ADDRESSED.match(cut):
        name = name_behind_office(cut) or name
    office = _OFFICE.match(name)
    if office is not None and name_sureness(name[office.end() :]) >= Sureness.LIKELY:
        name = name[office.end() :]
    if len(name) > LONG_NAME:
        name = _LONG_ASIDE.sub("", name)
    first, _, last = name.rpartition(" ")
    is_place = INITIALISM.fullmatch(last) is not None and not last.isupper() and not last.startswith("Md")
    bare, has_title = without_honorifics(first)
    is_house = has_title and last.isupper() and len(last) > 2 and INITIALISM.fullmatch(last) and not bare.isupper()
    is_house = is_house and BEHIND_NAME.search(name) is None  # `Sir Jan Mos CBE`
    is_from = (is_place or (is_house and " " in bare)) and name_sureness(first) is Sureness.SURE
    return first if is_from and " " in first else name


def _beside_a_colon(segment: str) -> str:
    """Return the side of a colon on which the name is; the whole of it where none or neither is surely one."""
    label, _, behind = segment.partition(": ")
    if behind and _WHO_LEADS.fullmatch(label) and name_sureness(bare_name(behind.strip())) >= Sureness.LIKELY:
        return behind.strip()  # `Gespreksleider: Dagvoorzitter Anna Bos`
    is_sure = name_sureness(behind) is Sureness.SURE
    if is_sure and label[:1].islower():
        return behind  # `de dagvoorzitter: dr. Anna Bos`
    if behind and name_sureness(label) is Sureness.SURE:
        return label  # `Anna Bos: wethouder van onderwijs`
    return behind if is_sure and " " in behind and len(label) <= _LONGEST_LABEL else segment  # `IB: Anna Bos`


def _without_whom(text: str) -> str:
    """Return a name without for whom, or as what, somebody is there: `Anna Bos van Stichting Lezen`, `… als gids`."""
    found = _FOR_WHOM.search(text)
    before = "" if found is None else text[: found.start()]
    if found is None or " " not in before or is_given_name(before.rpartition(" ")[2]):
        return text
    whom = found["whom"]
    is_told = (
        tells_an_office(whom)
        if found["as"]
        else bool(found["behalf"]) or whom.startswith("De ") or is_called_a_house(whom)
    )
    return before if is_told and name_sureness(bare_name(before)) is Sureness.SURE else text


def without_role(text: str) -> str:
    """Return a name without the small words before it that say what the person does: `dagvoorzitter Anna Bos`."""
    found = _ROLE.match(text)
    words = [] if found is None else found["words"].split()
    if text.startswith("het ") and not says_what_one_does(" ".join(words)):
        return text
    if (addressed := ADDRESSED.match(text)) is not None and is_given_name(text[addressed.end() :]):
        return text[addressed.end() :]
    if found is None or any(word in PARTICLES or word in _SMALL_WORDS for word in words) or words[-1] in LAST_WORDS:
        return text  # `zaal Hertog Jan` is where
    rest = text[found.end() :]
    return rest if name_sureness(rest) >= Sureness.LIKELY else text
