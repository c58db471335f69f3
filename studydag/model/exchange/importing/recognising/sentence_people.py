"""Finds who leads or speaks by what a sentence below a block tells: `Anna Bos, Jan Mos en Ria Vos gaan in gesprek`."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from studydag.model.exchange.importing.recognising.matching import person_key
from studydag.model.exchange.importing.recognising.names import PARTICLES, Sureness, name_sureness, without_honorifics
from studydag.model.exchange.importing.recognising.names_beside_offices import MOST_WORDS_WITH_WHAT, is_before_a_name
from studydag.model.exchange.importing.recognising.sentences import sentences
from studydag.model.exchange.importing.vocabulary.acts import (
    ACTS,
    DO_BEHIND_WHO_LEADS,
    IN_A_WORK,
    INVERTED,
    IS,
    OPENING,
    VERB,
    WILL,
    WORKS,
)
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import is_called_a_house, says_what_one_does, tells_an_office

_LEAD: Final = re.compile(
    r"(?:onder (?:de )?leiding van|onder begeleiding van|o\.?l\.?v\.?|met medewerking van|met bijdragen van"
    r"|aan het woord (?:komen|komt)(?: (?:onder andere|onder meer|o\.a\.))?|aan tafel (?:zitten|zit)"
    r"|(?:onze |de )?(?:inleiders?|sprekers?|(?:tafel)?gast(?:en)?|panelleden|gespreksleiders?|moderators?"
    r"|dagvoorzitter) (?:zijn|is)|(?:de |het )?[a-z]+ (?:wordt|worden)"
    r" (?:geleid|begeleid|verzorgd|gegeven|gemodereerd|ingeleid) door"
    r"|(?:led|chaired|moderated|facilitated|hosted|presented|introduced|convened|opened) by"
    r"|with contributions (?:by|from)"
    r"|(?:our |the )?(?:speakers?|panell?ists?|guests?|moderators?) (?:are|is|include)"
    r"|unter (?:der )?leitung von|moderiert von|es (?:spricht|sprechen)|(?:auf dem podium|zu gast) (?:sitzen|sind|ist)"
    r"|(?:die |unsere )?(?:referent(?:en|innen|in)?|gäste|moderation) (?:sind|ist)"
    r"|(?:die )?moderation(?: (?:der|des) [a-zäöü]+)? (?:übernimmt|übernehmen|hat|haben|liegt bei)"
    r"|(?:de )?(?:moderatie|gespreksleiding|presentatie) (?:is|ligt) in (?:de )?handen van"
    r"|(?:een|de) (?:lezing|voordracht|inleiding|presentatie|bijdrage|workshop|keynote|column|toespraak|optreden)"
    r" (?:door|van|verzorgd door)"
    r"|(?:a |the )?(?:talk|lecture|presentation|keynote|contribution|address) by"
    r"|(?:ein |der )?(?:vortrag|impuls|impulsvortrag|beitrag) von)\s+"
    r"(?:(?:onder andere|onder meer|o\.a\.|u\.a\.|unter anderem|among others)\s+)?",
    re.IGNORECASE,
)
_NEAR: Final = 120
_WITH: Final = re.compile(r"(?:met|with|mit)\s+(?:(?:onder andere|onder meer|o\.a\.|u\.a\.)\s+)?", re.IGNORECASE)
_WE: Final = re.compile(r" [a-zäöü]+ (?:we|wij|wir)\b")
_TALK: Final = re.compile(
    r"\b(?:gesprek|debat|dialoog|conversation|discussion|gespräch|dialog)\s+(?:met|with|mit)\s+"
    r"(?:(?:onder andere|onder meer|o\.a\.|u\.a\.)\s+)?",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"\S+")
# What stands between two names, and what the next one does: `, leraar Ria Vos`, `en schrijver Jan Mos`.
_PARTED: Final = re.compile(r"\s*(?:,\s*(?:(?:en|and|und|sowie|alsook)\s+)?|\s(?:en|and|und|sowie|alsook)\s+|&\s*)")
_SMALL: Final = re.compile(
    r"(?:(?:de|het|the|der|die)\s+)?"
    r"(?:(?!(?:over|about|über|aan|to|for)\s)[a-zà-þ][\w-]*\s+){1,4}"
)
_OFFICE_OF_ONE: Final = re.compile(
    r"(?:Wethouder|Minister|Staatssecretaris|Burgemeester|Schepen|Directeur|Rector|Schulleiter(?:in)?|Bürgermeister(?:in)?"
    r"|Minister(?:in)?|Principal|Dean|Head ?teacher)\s+"
)
_ROLE: Final = re.compile(r",\s+(?P<role>[^,.;:]{2,80})(?=,)")
_HOUSE: Final = (
    r"(?:[A-ZÀ-Þ][\w&'’-]*!?"
    r"|[a-z]{0,20}(?:school|schule|college|atheneum|lyceum|gymnasium|instituut|institut|centrum)\b)"
)
_OF_WHOM: Final = re.compile(
    r"\s*\([^()]{1,60}\)|,\s+[a-zà-þ][^,.;:]{2,60}(?=,)"
    rf"|\s+(?:van|vom|von|from|of|at|bij)\s+(?:(?:de|het|the|der)\s+)?{_HOUSE}(?:\s+{_HOUSE}){{0,4}}"
)
_TITLES: Final = frozenset(["heer", "mevrouw", "meneer", "prof", "dr", "mr", "ir"])
_WHOSE: Final = frozenset(["van", "von", "vom", "bij", "in", "op", "zu", "te"])
_EDGE: Final = ",;:.!?()\"'“”‘’"
MOST_CHARACTERS = 1500
_LONGEST_NAME: Final = 6


def people_told(text: str) -> tuple[str, ...]:
    """Return the people whom the sentences of a text tell to lead, speak or take part, each once, as they come."""
    if len(text) > MOST_CHARACTERS:
        return ()
    found: list[str] = []
    for sentence in sentences(text):
        found += sorted(_in_sentence(sentence), key=sentence.find)
    once: dict[str, str] = {}
    for name in found:
        once.setdefault(person_key(name), name)
    return tuple(once.values())


def _in_sentence(sentence: str) -> list[str]:
    named, stop = _row_of_names(sentence, 0)
    act = ACTS.match(sentence, stop) if named else None
    found = [] if act is None else [*named, *_talked_with(sentence, act.start())]
    if named and act is None and _is_told_of(sentence[stop:]):
        found = named
    if (with_ := _WITH.match(sentence)) is not None:
        several, stop = _row_of_names(sentence, with_.end())
        # `Met Anna Bos (KOV) en Jan Mos.` says no more than that.
        is_all = len(several) > 1 and not sentence[stop:].strip(" .")
        # `Met Anna Bos gaan we op weg.`
        found += several if is_all or _WE.match(sentence, stop) else []
    for lead in _LEAD.finditer(sentence):
        if lead.start() and sentence[lead.start() - 1].isalnum():
            continue
        named, stop = _row_of_names(sentence, lead.end())
        found += [*named, *(_verb_with_names(sentence, stop) if named else [])]
    return found or _behind_their_verb(sentence)


def _is_told_of(rest: str) -> bool:
    """Whether a sentence goes on behind a name with what that person does: `is hoogleraar`, `studeerde taal`."""
    return WORKS.match(rest) is not None or (IS.match(rest) is not None and says_what_one_does(rest))


def _behind_their_verb(sentence: str) -> list[str]:
    """Return who act in a sentence that begins with something else: `Daarna neemt Anna Bos je mee langs de school`."""
    opening = OPENING.match(sentence)
    if opening is not None:
        named, stop = _row_of_names(sentence, opening.end())
        if named and ACTS.match(sentence, stop):
            return [*named, *_talked_with(sentence, stop)]
    for verb in () if IN_A_WORK.match(sentence) else INVERTED.finditer(sentence[:_NEAR]):
        named, stop = _row_of_names(sentence, verb.end())
        if named and (verb["does"] or WILL.search(sentence, stop)):
            return [*named, *_talked_with(sentence, stop)]
    return []


def _talked_with(sentence: str, begin: int) -> list[str]:
    """Return with whom somebody talks: `Anna Bos gaat in gesprek met Jan Mos`."""
    talk = _TALK.search(sentence, begin)
    return [] if talk is None else _row_of_names(sentence, talk.end())[0]


def _verb_with_names(sentence: str, stop: int) -> list[str]:
    """Return who act behind those who lead: `Onder leiding van Anna Bos praten Jan Mos en Ria Vos over taal`."""
    act = DO_BEHIND_WHO_LEADS.match(sentence, stop)
    return [] if act is None else _row_of_names(sentence, act.end())[0]


def _row_of_names(text: str, begin: int) -> tuple[list[str], int]:
    """Return the names that follow each other from a place on, with what they do before them, and where they end.

    The first may be one that no list knows, if one of the others is surely a name.
    """
    named = _names_in_a_row(text, begin, is_sure=True)
    if named[0]:
        return named
    names, end = _names_in_a_row(text, begin, is_sure=False)
    is_known = any(name_sureness(name) is Sureness.SURE for name in names)
    return (names, end) if is_known and not is_called_a_house(names[0]) else ([], begin)


def _names_in_a_row(text: str, begin: int, *, is_sure: bool) -> tuple[list[str], int]:
    names: list[str] = []
    place = end = begin
    while (
        one := _name_at(text, place, is_next=bool(names) or not is_sure) or _behind_an_office(text, place)
    ) is not None:
        name, end = one
        names.append(name)
        told = _OF_WHOM.match(text, end) or _role_behind(text, end)
        end = end if told is None else told.end()
        parted = _PARTED.match(text, end)
        if parted is None:
            break
        place = parted.end()
    return names, end


def _role_behind(text: str, end: int) -> re.Match[str] | None:
    """Return what stands between two commas behind a name and is no other one: `, Gründer,`."""
    found = _ROLE.match(text, end)
    is_role = found is not None and tells_an_office(found["role"]) and name_sureness(found["role"]) < Sureness.SURE
    return found if is_role else None


def _behind_an_office(text: str, begin: int) -> tuple[str, int] | None:
    """Return the name behind what somebody does: `leraar Ria Vos`."""
    for word in islice(_TOKEN.finditer(text, begin), MOST_WORDS_WITH_WHAT):
        office, stop = text[begin : word.end()], word.end() + 1
        if text[stop : stop + 1].strip() and is_before_a_name(office) and not VERB.search(office):
            one = _name_at(text, stop, is_next=True)
            if one is not None:
                return one
    small = _SMALL.match(text, begin)
    return None if small is None or VERB.search(small[0]) else _name_at(text, small.end())


def _name_at(text: str, begin: int, *, is_next: bool = False) -> tuple[str, int] | None:
    """Return the longest name of two words or more that begins at a place, and where it ends.

    It is surely one, or `is_next`: it follows another, so that no list needs to know it.
    """
    least = Sureness.LIKELY if is_next else Sureness.SURE
    words: list[re.Match[str]] = []
    for found in _TOKEN.finditer(text, begin):
        bare = found[0].strip(_EDGE)
        is_title = found[0].endswith(".") and len(bare) <= 5
        is_whose = sum(word[0][:1].isupper() for word in words) > 1 and bare in _WHOSE
        is_title = is_title or bare in _TITLES
        if not bare or is_whose or not (bare[:1].isupper() or bare.casefold() in PARTICLES or is_title):
            break
        words.append(found)
        if len(words) >= _LONGEST_NAME or (found[0][-1] in ",;:!?)" or (found[0][-1] == "." and not is_title)):
            break
    for count in range(len(words), 1, -1):
        end = words[count - 1].start() + len(words[count - 1][0].rstrip(_EDGE))
        name = text[begin:end]
        bare, has_title = without_honorifics(name)
        is_whole = " " in bare or has_title
        if count < len(words) and is_called_a_house(words[count][0].rstrip(_EDGE)):
            return None  # `Anne Frank Academy`
        first = bare.split()[0].casefold() if bare.split() else ""
        is_known = has_title or is_given_name(first)
        if is_whole and (is_known or is_next) and name_sureness(name) >= least and words[count - 1][0][:1].isupper():
            return _OFFICE_OF_ONE.sub("", name) if " " in bare else name, end
    return None
