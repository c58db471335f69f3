"""Who speaks, where no word leads to them: behind the words of a greeting or a speech, or by the title of a name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.names_beside_offices import name_at_end
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.titles.peeled import EDGES, NOBODY, PARENTHESIS, Peeled, added
from studydag.model.exchange.importing.titles.people_behind import BY_OR_WITH
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.offices import says_what_one_does
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word
from studydag.model.rules.written.phase_words import is_break, tells_a_phase

_SPEECH_WORD: Final = re.compile(
    r"(?:opening|slot|hoofd|inspiratie|plenaire |impuls)?(?:keynote|lezing(?:en)?|toespraak|speech|presentatie"
    r"|vortr(?:ag|äge)|impuls|rede|talks?|lectures?|muziek|musik|music|bijdragen?|optreden|interview|gru(?:ß|ss)wort"
    r"|lesung|festrede|ansprache|beitrag|auftritt|gastspreker|inleiding|masterclass|referat|column|voordracht"
    r"|presentation|vertelling|getuigenis|toelichting|gastcollege|gastles|(?:muzikaal )?intermezzo"
    r"|demonstratie|performance)"
    r"(?:[ -]?(?:spreker|speaker|speech|by)s?)?",
    re.IGNORECASE,
)
_SPEECH: Final = re.compile(
    rf"(?:^|[:–—-] )(?i:{_SPEECH_WORD.pattern})"
    r":?\s+(?P<who>[A-ZÀ-Þ].{3,50}?(?:, .{3,200})?)(?: over .+)?$"
)
# `Presentatie dr. Anneke Smits`, `Impulsreferat Prof. Dr. Anna Bos`: who speaks stands last, with a title.
_TITLED: Final = re.compile(
    r"(?:^|\s)(?P<who>(?i:prof(?:essor)?|dr|drs|mag|ir|dhr|mevr(?:ouw)?|mw|frau|herrn?)\.?\s+[^:;()|]{3,60})$"
)
_TITLED_LIST: Final = re.compile(
    r"(?:^|[\s,;])(?P<who>(?:[Pp]rof(?:essor)?|[Dd]rs?|[Ii]r|[Dd]hr|[Mm]evr|[Mm]w|[Ff]rau|Herrn?)\.?\s.{4,200})$"
)
_LEADS_TO: Final = re.compile(r"\s(?:door|by|durch|met|with|mit)$")
_PERFORMS: Final = re.compile(
    r"optreden|auftritt|interview|muziek|musik|music|gastspreker|(?:keynote[ -]?)?(?:spreker|speaker)", re.IGNORECASE
)
_ABOUT: Final = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^:;,()|]{1,50}?(?: \([^()]{3,40}\))?) (?:over|on|about|über|zu|vertelt over|talks about) .{3,}"
)
_WITHIN: Final = re.compile(
    r"(?P<what>.{4,80}?) (?:door|by|van|von|durch|met|with|mit) (?P<who>[A-ZÀ-Þ].{3,50}?)"
    r" (?P<of>(?:over|on|about|über|zum?|zur) .+)"
)
# `Vortrag von Prof. Anna Bos, Universität Kiel: Lernen im Wandel`
_WITH_TOPIC: Final = re.compile(
    rf"(?P<what>[^:]{{3,40}}?(?= (?:door|by|van|von|durch) )|(?i:{_SPEECH_WORD.pattern})(?= [A-ZÀ-Þ]))"
    r" (?:(?:door|by|van|von|durch) )?(?P<who>(?:[A-ZÀ-Þ]|prof|dr)[^:]{3,120}?): (?P<topic>\S.*)"
)
# `Stripworkshop met Anna Bos – Teken je dag`
_WITH_DASH: Final = re.compile(
    r"[^:–—]{3,40}? (?:door|by|durch|met|mit|with) (?P<who>[A-ZÀ-Þ][^:;,–—]{3,60}?) [–—-] \S.*"
)
# `Soloset van Anna Bos met zang en cello`: the title goes on behind who performs.
_PERFORMED: Final = re.compile(
    r"(?:[\w-]+ ){0,2}?[\w-]*(?:set|con[cz]ert|konzert|optreden|auftritt|performance|voorstelling|recital|intermezzo)"
    r" (?:van|von|by|door) (?P<who>[A-ZÀ-Þ].{3,50}?) (?:met|mit|with) .+",
    re.IGNORECASE,
)
# `Anna Bos, muzikaal tussenspel`: what she does there is the title.
_ACT: Final = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^,;:()]{3,60}), (?P<act>[a-zà-þ][^,;:]{2,60}?)\.?",
)
_IS_AN_ACT: Final = re.compile(
    r"\b(?:muziek|muzikale?|musik\w*|music\w*|tussenspel|zwischenspiel|intermezzo|interlude|zang|gesang|piano|cello"
    r"|viool|gitaar|harp|fluit|optreden|auftritt|performance|poëzie|gedicht(?:en)?|poetry|spoken word|column"
    r"|lied(?:eren|er)?|songs?|dans|tanz|cabaret|kabarett|slotwoord|schlusswort|closing words?|welkomstwoord"
    r"|openingswoord|toespraak|ansprache)\b"
)
_IN_PARENTHESES: Final = re.compile(r"\([^()]*\)")
_IN_CONVERSATION: Final = re.compile(
    r"(?:in gesprek met|in (?:conversation|dialogue) with|im gespräch mit|op de koffie bij|aan tafel met)\s+",
    re.IGNORECASE,
)
_BEHIND_WHOM: Final = re.compile(r"\s[–—|/-]\s|,\s|\s\(|\)")
_LONGEST_GREETING: Final = 3
_FOR_WHOM: Final = re.compile(r"\s(?:for|voor|für)\s", re.IGNORECASE)
_BEHIND_NAME: Final = re.compile(r",\s|\s[–—-]\s")
_QUOTES: Final = re.compile(r"[‘“„\"«?]")


def by_titled_list(peeled: Peeled) -> Peeled | None:
    """`Schlusswort Prof. Dr. Anna Bos zusammen mit Prof. Dr. Jan Mos`: several with titles need no word before them."""
    found = _TITLED_LIST.search(peeled.title)
    named = NOBODY if found is None or not found.start() else people_in(found["who"])
    if found is None or named.sureness is not Sureness.SURE or len(named.persons) < 2:
        return None
    before = _LEADS_TO.sub("", peeled.title[: found.start()].rstrip())
    return added(peeled, before, persons=named.persons, description=named.note) if before else None


def by_act(peeled: Peeled) -> Peeled:
    """Take off who stands before what they do there, if that is no office: `Anna Bos, muzikaal tussenspel`."""
    act = None if peeled.persons else _ACT.fullmatch(peeled.title)
    if act is None or not _IS_AN_ACT.search(act["act"]) or says_what_one_does(act["act"]):
        return peeled
    who = people_in(act["who"])
    return replace(peeled, title=act["act"], persons=who.persons) if who.sureness is Sureness.SURE else peeled


def with_speaker(peeled: Peeled) -> Peeled:
    """Note the speaker whom a title names, as in `Keynote Jelle Faber`, `Jan over burgerschap`; the title keeps it."""
    if peeled.persons:
        return peeled
    if (talk := in_conversation(peeled)) is not None:
        return talk
    within = _WITHIN.fullmatch(peeled.title)
    if within is not None and (who := people_in(within["who"])).sureness >= Sureness.LIKELY:
        return replace(peeled, title=f"{within['what']} {within['of']}", persons=who.persons, description=who.note)
    topic = _WITH_TOPIC.fullmatch(peeled.title)
    if topic is not None and (who := speaker_of(topic["who"])).sureness is Sureness.SURE:
        title = f"{topic['what']}: {topic['topic']}"
        return replace(peeled, title=title, persons=who.persons, description=who.note)
    bare = PARENTHESIS.sub("", peeled.title)
    led = _WITH_DASH.fullmatch(peeled.title) or _PERFORMED.fullmatch(peeled.title)
    if led is not None and (who := people_in(led["who"])).sureness is Sureness.SURE:
        return replace(peeled, persons=who.persons)
    for found in (_SPEECH.search(bare), _ABOUT.fullmatch(peeled.title), _TITLED.search(bare)):
        told = None if found is None else _spoken_by(peeled, bare, found)
        if told is not None:
            return told
    named = speaker_of(peeled.title)
    if named.sureness is Sureness.SURE and len(named.persons) == 1 and " " in peeled.title:
        return replace(peeled, persons=named.persons)
    plain = " ".join(_IN_PARENTHESES.sub("", peeled.title).split())
    return replace(peeled, persons=(() if is_break(plain) else people_told(plain)) or _greeted_by(bare))


def in_conversation(peeled: Peeled) -> Peeled | None:
    """Note with whom one talks by a title that begins so and keeps it: `In gesprek met Anna Bos`; None for others."""
    found = None if peeled.persons else _IN_CONVERSATION.match(peeled.title)
    rest = "" if found is None else peeled.title[found.end() :]
    if any(room_sureness(piece) >= Sureness.LIKELY for piece in _BEHIND_WHOM.split(rest)[1:]):
        return None
    named = speaker_of(rest)
    is_whole = named.sureness is Sureness.SURE and all(" " in name for name in named.persons)
    return replace(peeled, persons=named.persons) if is_whole else None


def _spoken_by(peeled: Peeled, bare: str, found: re.Match[str]) -> Peeled | None:
    """Return a title with its speaker, if `found` is one; `bare` is the title without parentheses at its end."""
    named = speaker_of(found["who"])
    is_given = named.sureness >= Sureness.PERHAPS and all(is_given_name(person.split()[0]) for person in named.persons)
    behind_name = peeled.title[len(bare) :] or found["who"].partition(",")[2]
    is_likely = named.sureness is Sureness.LIKELY and found.re is _SPEECH
    is_performed = is_likely and (
        _PERFORMS.match(found[0].strip(" :–—-")) is not None or says_what_one_does(behind_name)
    )
    if named.sureness < Sureness.SURE and not is_given and not is_performed:
        return None
    title = peeled.title[: found.start("who")].rstrip(EDGES + ":")
    if found.re is _SPEECH and found[0][:1] in ":–—-" and found.end("who") == len(peeled.title):
        # `Een andere school: Keynote Anna Bos`
        return replace(peeled, title=title, persons=named.persons, description=named.note)
    if _SPEECH_WORD.fullmatch(title) and (bare != peeled.title or "," in found["who"]):
        # `Inleiding Anna Bos, voorzitter`: what is said of the person is no title.
        return replace(peeled, title=title, persons=named.persons, description=peeled.title[found.start("who") :])
    return replace(peeled, persons=named.persons)


def by_greeting(peeled: Peeled) -> Peeled | None:
    """`Opening Anna Bos, directeur`: people with what they do, right behind the words of a greeting or a close."""
    words = peeled.title.split() if _BEHIND_NAME.search(peeled.title) and not _QUOTES.search(peeled.title) else []
    for place in range(1, min(len(words), _LONGEST_GREETING + 1)):
        before, tail = " ".join(words[:place]), " ".join(words[place:])
        if (
            _BEHIND_NAME.search(f"{before} ")
            or not tail[:1].isupper()
            or is_title_word(words[place])
            or not _is_a_greeting(before)
        ):
            continue
        named = speaker_of(tail)
        is_told = named.sureness >= Sureness.LIKELY and _does_it(_BEHIND_NAME.split(tail, maxsplit=1)[-1])
        if is_told or (named.sureness is Sureness.SURE and (len(named.persons) > 1 or named.note)):
            return added(peeled, before, persons=named.persons, description=named.note)
    return None


def _does_it(told: str) -> bool:
    """Whether a text says what somebody does, and not for whom something is: `Perfect for new directors`."""
    return says_what_one_does(_FOR_WHOM.split(told, maxsplit=1)[0])


def _is_a_greeting(text: str) -> bool:
    words = text.split()
    is_told = tells_a_phase(text) or all(map(is_title_word, words))
    return len(words) <= _LONGEST_GREETING and is_told and not is_break(text) and not BY_OR_WITH.search(f"{text} ")


def _greeted_by(title: str) -> tuple[str, ...]:
    """Return who stands right behind the words of a greeting or a close: `Welcoming Remarks Bob Hill`."""
    head = PARENTHESIS.sub("", _QUOTES.split(title)[0].rstrip(" ,:"))
    name = name_at_end(head)
    before = head.removesuffix(name).strip()
    return (name,) if name and before and _is_a_greeting(before) else ()
