"""How sentences tell of a block, in Dutch, English and German: `om 9 uur is er koffie`, `at 9 we start with coffee`.

A frame is a pattern for a clause from which the clock time was taken out, with groups `what` and `who`, and the title
of what has none of its own (`De dag eindigt`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_PIECE: Final = (
    r"(?:[A-ZÀ-ÞŠŽČ][\w'’.-]*|van|de|der|den|het|ten|ter|von|zu|el|al|la|le|'t|d'|en|and|und|&|dr\.|drs\.|prof\.|ir\.|mr\."
    r"|mevrouw|meneer|mw\.|dhr\.|juf|meester|onze|our|unsere?|de|the|die|der|directeur|rector|collega|head"
    r"|headteacher|schulleiter(?:in)?|schulleitung|directie|trainer|coach|professor|deskundige|gastspreker|,)"
)
WHO: Final = rf"(?P<who>{_PIECE}(?:\s+{_PIECE}){{0,7}})"
_WHAT: Final = r"(?P<what>\S.*?)"
_US: Final = r"(?:ons|jullie|je|iedereen|allen|allemaal|het team|us|you|everyone|everybody|staff|uns|euch|alle)"
_DAY: Final = (
    r"(?:de dag|de studiedag|de ochtend|de middag|de bijeenkomst|het programma|the day|our day|the morning"
    r"|the afternoon|the session|the programme|the event|der tag|den tag|der studientag|das programm|die tagung)"
)
_NL_START: Final = r"(?:beginnen|begint|begin|starten|start|trappen|trapt|openen|opent|gaan van start|gaat van start)"
_EN_START: Final = r"(?:start|starts|begin|begins|open|opens|kick off|kicks off|gather|meet|meets)"
_DE_START: Final = r"(?:beginnen|beginnt|starten|startet|eröffnen)"
_NL_GIVE: Final = (
    r"(?:geeft|geven|verzorgt|verzorgen|houdt|houden|leidt|leiden|presenteert|presenteren|begeleidt|begeleiden|doet|doen"
    r"|brengt|brengen|vertoont|bespreekt)"
)
_NL_TELL: Final = r"(?:vertelt|vertellen|spreekt|spreken|praat|praten)"
_EN_GIVE: Final = (
    r"(?:lead|leads|give|gives|run|runs|present|presents|deliver|delivers|host|hosts|facilitate|facilitates|chair|chairs"
    r"|introduce|introduces|share|shares)"
)
_EN_WILL: Final = r"(?:(?:will|is going to|are going to|'ll)\s+)?"
_DE_GIVE: Final = r"(?:hält|halten|leitet|leiten|gibt|geben|präsentiert|präsentieren|moderiert|zeigt|zeigen)"


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to tell of a block, and the title of one that is named by its verb only."""

    pattern: re.Pattern[str]
    title: str = ""


def _frame(pattern: str, title: str = "") -> Frame:
    return Frame(re.compile(f"{pattern}$", re.IGNORECASE), title)


def _cased(pattern: str, title: str = "") -> Frame:
    """A frame with a name in it, which is known by its capitals."""
    return Frame(re.compile(f"{pattern}$"), title)


FRAMES: Final = (
    # how it ends
    _frame(
        rf"(?:we|wij)?\s*(?:sluiten|sluit|eindigen|eindigt)(?: we| wij)?(?: {_DAY})?(?: samen)?(?: af)? met {_WHAT}"
        r"(?: af)?"
    ),
    _frame(rf"(?:we|wij)?\s*(?:sluiten|eindigen|stoppen)(?: we| wij)?(?: {_DAY})?(?: weer)?(?: af)?", "Einde"),
    _frame(rf"{_DAY} (?:eindigt|stopt|is (?:afgelopen|klaar|voorbij|ten einde))", "Einde"),
    _frame(
        rf"(?:eindigt|stopt) {_DAY}|(?:is het|zijn we|is iedereen) (?:einde|klaar|vrij|afgelopen|weer vrij)", "Einde"
    ),
    _frame(rf"(?:we )?{_EN_WILL}(?:finish|close|end|conclude|wrap up|round off)(?: off)?(?: {_DAY})? with {_WHAT}"),
    _frame(rf"(?:we )?{_EN_WILL}(?:finish|close|end|conclude|wrap up)(?: {_DAY})?", "Finish"),
    _frame(rf"{_DAY} {_EN_WILL}(?:ends|end|finishes|finish|closes|close)", "Finish"),
    _frame(rf"(?:wir )?(?:schließen|enden|beenden)(?: wir)?(?: {_DAY})? mit {_WHAT}(?: ab)?"),
    _frame(rf"(?:endet|schließt) {_DAY}|{_DAY} endet|(?:ist schluss|ist ende|enden wir)", "Ende"),
    _frame(r"gaan we naar huis|mogen we naar huis|is iedereen thuis|gehen wir nach hause|we go home", "Einde"),
    # what is named by its verb
    _frame(r"trappen (?:we|wij) (?:de dag )?af|(?:we|wij) trappen (?:de dag )?af", "Aftrap"),
    _frame(r"(?:we )?pauzeren(?: we)?|nemen we pauze|we pauzeren", "Pauze"),
    _frame(r"lunchen (?:we|wij)(?: samen)?|(?:we|wij) lunchen(?: samen)?|(?:we )?(?:will )?have lunch", "Lunch"),
    _frame(r"lunchen doen (?:we|wij)|lunch(?:en)? (?:is|wordt) geserveerd", "Lunch"),
    _frame(r"(?P<what>.+?) (?:opens?|is served|will be served|is provided|is available|wordt geserveerd|staat klaar)"),
    _frame(
        rf"(?:we|wij|you|we all|jullie) (?:will )?(?:gather|meet|verzamelen|komen samen)(?: ons)? (?:voor|for) {_WHAT}"
    ),
    _frame(rf"(?:you|jullie|ihr) (?:will |can )?(?:be |are )?{_WHAT}"),
    _frame(r"machen wir pause|wir machen pause", "Pause"),
    _frame(r"we (?:will )?break|we have a break", "Break"),
    # who opens, who welcomes
    _cased(rf"[Oo]pen(?:t|en) {WHO} {_DAY}", "Opening"),
    _cased(rf"{WHO} open(?:t|en) {_DAY}", "Opening"),
    _cased(rf"(?:[Hh]eet|heten) {WHO} {_US}(?: van harte)? welkom", "Welkom"),
    _cased(rf"{WHO} (?:heet|heten) {_US}(?: van harte)? welkom", "Welkom"),
    _cased(rf"(?:[Vv]erwelkomt|verwelkomen) {WHO}(?: {_US})?", "Welkom"),
    _cased(rf"{WHO} (?:verwelkomt|verwelkomen)(?: {_US})?", "Welkom"),
    _cased(rf"{WHO} {_EN_WILL}opens? {_DAY}", "Opening"),
    _cased(rf"(?:(?:Our|The|our|the) [a-z]+(?: teacher)?, )?{WHO},? {_EN_WILL}welcomes? {_US}", "Welcome"),
    _cased(rf"(?:[Bb]egrüßt|begrüßen) (?:{_US} )?{WHO}(?: {_US})?", "Begrüßung"),
    _cased(rf"{WHO} (?:begrüßt|begrüßen)(?: {_US})?", "Begrüßung"),
    _cased(rf"(?:[Ee]röffnet|eröffnen) {WHO} {_DAY}", "Eröffnung"),
    _cased(rf"{WHO} (?:eröffnet|eröffnen) {_DAY}", "Eröffnung"),
    # who speaks of what
    _cased(rf"(?:[Nn]eemt|nemen) {WHO} {_US} mee (?:in|door|naar|langs|op) {_WHAT}"),
    _cased(rf"{WHO} (?:neemt|nemen) {_US} mee (?:in|door|naar|langs|op) {_WHAT}"),
    _cased(rf"{_NL_TELL} {WHO} (?:{_US} )?(?:(?:iets|meer|ons|alles) )?over {_WHAT}"),
    _cased(rf"{WHO} {_NL_TELL} (?:{_US} )?(?:(?:iets|meer|ons|alles) )?over {_WHAT}"),
    _cased(rf"(?:is|komt) het woord aan {WHO}(?: (?:over|met) {_WHAT})?", "Lezing"),
    _cased(rf"{_NL_GIVE} {WHO} (?:{_US} )?{_WHAT}"),
    _cased(rf"{WHO} {_NL_GIVE} (?:{_US} )?{_WHAT}"),
    _cased(rf"{WHO} {_EN_WILL}(?:talks?|speaks?|tells?|presents?)(?: to)?(?: {_US})? (?:about|on) {_WHAT}"),
    _cased(rf"{WHO} {_EN_WILL}takes? {_US} through {_WHAT}"),
    _cased(rf"{WHO} {_EN_WILL}{_EN_GIVE} (?:{_US} )?(?:through )?{_WHAT}"),
    _cased(rf"(?:[Ss]pricht|referiert|berichtet|sprechen|berichten) {WHO} (?:zu|über|zum|zur) {_WHAT}"),
    _cased(rf"{WHO} (?:spricht|referiert|berichtet|sprechen|berichten) (?:zu|über|zum|zur) {_WHAT}"),
    _cased(rf"(?:[Ss]tellt|stellen) {WHO} (?:{_US} )?{_WHAT} vor"),
    _cased(rf"{WHO} (?:stellt|stellen) (?:{_US} )?{_WHAT} vor"),
    _cased(rf"{_DE_GIVE} {WHO} (?:{_US} )?{_WHAT}"),
    _cased(rf"{WHO} {_DE_GIVE} (?:{_US} )?{_WHAT}"),
    _cased(rf"{_NL_START} {WHO}(?: {_DAY})? met {_WHAT}"),
    _cased(rf"{WHO} {_NL_START}(?: {_DAY})? met {_WHAT}"),
    _cased(rf"{WHO} {_EN_WILL}{_EN_START}(?: {_DAY})? with {_WHAT}"),
    # how it begins and goes on
    _frame(rf"(?:drinken|eten|hebben) (?:we|wij)(?: dan| samen| even)? {_WHAT}"),
    _frame(
        rf"(?:komen|zijn|verzamelen|treffen) (?:we|wij|wir) (?:weer |ons )?(?:terug |samen |bij elkaar |bijeen )?"
        rf"(?:voor|zu|zum) {_WHAT}"
    ),
    _frame(rf"(?:(?:we|wij|{_DAY})\s)?{_NL_START}(?: we| wij| {_DAY}| af| samen| weer| gezamenlijk| dan)* met {_WHAT}"),
    _frame(rf"(?:(?:we|{_DAY})\s)?{_EN_WILL}{_EN_START}(?: {_DAY}| off| up| together| again)* (?:with|for) {_WHAT}"),
    _frame(rf"(?:(?:wir|{_DAY})\s)?{_DE_START}(?: wir| {_DAY}| gemeinsam)* mit {_WHAT}"),
    _frame(rf"(?:gaan we|we gaan) (?:weer )?(?:verder|door) met {_WHAT}"),
    _frame(rf"(?:we )?{_EN_WILL}(?:continue|carry on|move on|go on)(?: with| to) {_WHAT}"),
    _frame(rf"(?:geht es|machen wir|wir machen|es geht) weiter mit {_WHAT}"),
    _frame(
        rf"(?:is het|is er|is|zijn er|zijn|komt|volgt|volgen|staat|staan|hebben we|houden we|krijgen we|is 't)(?: er)?"
        rf"(?: dan| daarna)?(?: tijd voor)? {_WHAT}(?: op het programma| gepland| voorzien| klaar| plaats)?"
    ),
    _frame(rf"vindt {_WHAT} plaats"),
    _frame(
        rf"(?:there is|there's|there will be|there are|we have|we'll have|we will have|it is time for|it's time for"
        rf"|followed by|comes|time for) {_WHAT}"
    ),
    _frame(rf"(?:gibt es|gibt's|folgt|folgen|ist|kommt|haben wir|findet|sind)(?: dann)? {_WHAT}(?: statt)?"),
    _frame(rf"(?:we|wij) (?:gaan|kunnen|zullen)(?: dan)? {_WHAT}"),
    _frame(r"(?P<what>[a-zà-ÿ]+en (?:we|wij|jullie) .*?)"),
    _frame(
        r"(?P<what>(?:arbeiten|gehen|essen|teilen|besprechen|üben|sammeln|treffen|planen|starten|beginnen) wir .*?)"
    ),
    _frame(rf"(?:we\s+(?:will\s+|'ll\s+|are going to\s+)|(?:we|wij)\s+(?!{_NL_START}\b)|wir\s+){_WHAT}"),
)
SUBJECT_FIRST: Final = (
    re.compile(
        r"(?P<what>\S.*?) (?:is|zijn|begint|beginnen|start|starten|volgt|volgen|wordt|vindt|vinden|staat|duurt"
        r"|starts|begins|follows|takes place|will be(?: held| served)?|is served|runs|are|lasts"
        r"|ist|findet|folgt|startet|beginnt|geht)(?P<more> .*?)?(?: plaats| statt| gepland| geserveerd)?$",
        re.IGNORECASE,
    ),
)
LEAD_INS: Final = re.compile(
    r"(?:(?:en|and|und|daarna|vervolgens|dan|aansluitend|tot slot|ten slotte|tenslotte|eerst"
    r"|'s (?:ochtends|middags|avonds)|in de (?:ochtend|middag|avond)|na de (?:pauze|lunch)"
    r"|then|next|after that|afterwards|first|finally|lastly"
    r"|in the (?:morning|afternoon|evening)|after (?:the )?(?:break|lunch)|danach|anschließend|dann|zuerst|zum schluss"
    r"|am (?:vormittag|nachmittag|abend)|nach der pause|precies|stipt|uiterlijk|weer)(?:,|\b)\s*)+",
    re.IGNORECASE,
)
ARTICLE: Final = re.compile(
    r"(?:een|de|het|onze|ons|an?|the|our|eine[mnr]?|ein|de[nmr]|das|die|unser[em]?) (?=\S)", re.IGNORECASE
)
