"""Takes people off a title who stand before it: in front of a colon, a dash, a comma or a title in quotes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness, without_honorifics
from studydag.model.exchange.importing.recognising.people import Named, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.titles.peeled import NOBODY, PARENTHESIS, Behind, Peeled
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    says_what_one_does,
    tells_an_office,
)
from studydag.model.exchange.importing.vocabulary.words import Role, label_at

_LONGEST_NAME, _LONGEST_LIST = 80, 150
_LEADING_PERSON: Final = re.compile(r"(?P<who>[^\s:–—|][^:–—|]{4,80}?)(?::\s+|\s+[–—-]\s+)(?=\S)")
_FIRST: Final = re.compile(r"(?P<who>[A-ZÀ-Þ][^,:;–—|]{4,50}), (?=\S)")
_OVER_QUOTED: Final = re.compile(
    r"(?P<who>[^‘“„\"«:]{4,200}?)(?:,? (?:over|on|about|über|zum thema):? ?|[,:] |(?P<bare> ))"
    r"(?P<title>[‘“„\"«].{3,}[’”“\"»])\.?",
    re.IGNORECASE,
)
# `Plenary session 1: Dr Anna Bos: What is our why?`
_BETWEEN_COLONS: Final = re.compile(r"(?P<label>[^:]{3,40}): (?P<who>[A-ZÀ-Þ][^:]{4,80}): (?P<title>\S.{3,})")
_COLON_AND_DASH: Final = re.compile(
    r"(?P<label>[^:]{3,40}): (?P<who>[A-ZÀ-Þ][^:–—]{4,80}?) [–—-] (?P<title>\S[^–—:]{3,160})"
)


def over_quoted(peeled: Peeled) -> Peeled:
    """`Anna Bos, hoogleraar te Utrecht, over: ‘De waarde van lezen’`: what is in quotes is the title."""
    told = _OVER_QUOTED.fullmatch(peeled.title)
    if told is None:
        return peeled
    # Right before a title in quotes stands no more than a name: `Anna Bos (UGent) “De waarde van lezen”`.
    who = people_in(told["who"]) if told["bare"] else speaker_of(told["who"])
    if who.sureness < Sureness.SURE:
        return peeled
    return replace(peeled, title=told["title"], persons=who.persons, description=who.note)


def between_colons(peeled: Peeled) -> Peeled:
    """`Plenary session 1: Dr Anna Bos: What is our why?`: who speaks stands between a label and the title."""
    told = _BETWEEN_COLONS.fullmatch(peeled.title)
    if told is None and (dashed := _COLON_AND_DASH.fullmatch(peeled.title)) is not None:
        # `Keynote: Anna Bos – De school van nu`; behind the dash may stand a house too.
        is_title = " " in dashed["title"] and dashed["title"][:1].isupper() and not tells_an_office(dashed["title"])
        told = dashed if is_title and room_sureness(dashed["title"]) < Sureness.LIKELY else None
    who = NOBODY if told is None or label_at(peeled.title) is not None else people_in(told["who"])
    if told is None or who.sureness < Sureness.SURE or people_in(told["title"]).sureness >= Sureness.LIKELY:
        return peeled
    return replace(peeled, title=f"{told['label']}: {told['title']}", persons=who.persons, description=who.note)


def _before_the_title(text: str) -> re.Match[str] | None:
    """Return what stands before the first colon or dash and may be who speaks; in small letters only with an office."""
    found = _LEADING_PERSON.match(text)
    if found is None or " " not in found["who"].strip():
        return None
    who = found["who"]
    is_told = who[:1].isupper() or without_honorifics(who)[1] or begins_with_an_office(who)
    return found if is_told and (who[:1].isupper() or people_in(who).sureness is Sureness.SURE) else None


def speaks_first(text: str, least: Sureness) -> tuple[Named, str] | None:
    """Return who speaks before a comma, and the title behind it: `Anna Bos (Gent), De stad als school`."""
    found = _FIRST.match(text[:_LONGEST_NAME])
    rest = "" if found is None else text[found.end() :]
    if found is None or len(rest.split()) < 3 or not rest[:1].isupper() or says_what_one_does(rest):
        return None
    named = people_in(found["who"])
    return (named, rest) if named.sureness >= least and people_in(rest).sureness < Sureness.SURE else None


def leads_with_a_person(text: str) -> bool:
    """Whether a text begins with who is surely somebody, before a colon or a dash: `Anna Bos: Lezen met plezier`."""
    found = _before_the_title(text[:_LONGEST_LIST])
    return found is not None and _one_is_sure(people_in(found["who"]))


def _one_is_sure(named: Named) -> bool:
    """Whether one of the people of a list is surely somebody, and the others are written as names."""
    return named.sureness >= Sureness.LIKELY and any(
        " " in name and name_sureness(name) is Sureness.SURE for name in named.persons
    )


def by_leading_person(peeled: Peeled, known: Behind) -> Peeled:
    """`Dr. Femi Balogun: The science of attention`; behind a comma where others have it so."""
    first = speaks_first(peeled.title, Sureness.LIKELY) if known.people_first else None
    if first is not None:
        return replace(peeled, title=first[1], persons=first[0].persons, description=first[0].note)
    label = label_at(peeled.title)
    called = _LEADING_PERSON.match(label[2]) if label is not None and label[0] is Role.PERSONS else None
    if label is not None and called is not None and (who := people_in(called["who"])).sureness >= Sureness.LIKELY:
        # `Spreker: Anna Bos (Gent) – Meertaligheid`
        return replace(peeled, title=label[2][called.end() :], persons=who.persons, description=who.note)
    found = _before_the_title(peeled.title)
    if found is None:
        return peeled
    named, rest = people_in(found["who"]), peeled.title[found.end() :]
    if rest[:1].islower() and says_what_one_does(rest):
        # `Paul Schnabel: hoogleraar, lid van de raad` says no more than who.
        return peeled if named.sureness < Sureness.SURE else replace(peeled, persons=named.persons)
    are_several = named.sureness is Sureness.LIKELY and len(named.persons) > 1
    are_several = are_several and (rest[:1] in '‘“„"«' or _one_is_sure(named))
    if len(rest.split()) < 2 or people_in(rest).sureness >= Sureness.LIKELY:
        return peeled
    if named.sureness < (Sureness.LIKELY if known.people_before_colon else Sureness.SURE) and not are_several:
        return peeled
    if room_sureness(PARENTHESIS.sub("", rest)) >= Sureness.LIKELY:
        return peeled
    return replace(peeled, title=rest, persons=named.persons, description=named.note)
