"""Guesses the phase of a block from the words of its title, in Dutch, English and German."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from studydag.model.rules.written.written_text import plain
from studydag.model.values.phases import Phase

_BREAK: Final = re.compile(
    r"(?<!\w)(?:[a-z]*pauzes?|[a-z]*pausen?|coffee-?break|tea-?break|lunch-?break|comfort break"
    r"|breaks?(?![- ]?out)|recess|lunch(?!\w)|lunchen|[a-z]*lunch(?:buffet)?|brunch|diner|dinner"
    r"|ontbijt|breakfast|fruhstuck|mittagessen|abendessen|mittag(?=$|\W)"
    r"|middagmaal|broodjes(?:lunch|maaltijd)?|buffet|borrel|[a-z]*borrel|receptie(?! bij)|reception"
    r"|drinks|apero|umtrunk|[a-z]*empfang|get-?together|koffie(?:moment|pauze)?|coffee"
    r"|kaffee(?:pause)?|tea ?break|theepauze|tea|tee|thee|imbiss|snacks?|bbq|barbecue|hapje|netwerkborrel"
    r"|netwerkmoment|vrij moment|versnapering(?:en)?|samen (?:eten|lunchen)|eating together"
    r"|gemeinsames (?:mittag|abend)?essen)(?!\w)"
)
_MEAL: Final = re.compile(
    r"(?<!\w)(?:lunch\w*|[a-z]+lunch(?:buffet|pauze)?|brunch|diner|dinner|ontbijt|breakfast|fruhstuck|mittagessen"
    r"|abendessen|mittag|mittagspause|middag(?:maal|pauze)|broodjes\w*|buffet|bbq|barbecue)(?!\w)"
)
_WALK_IN: Final = re.compile(
    r"(?<!\w)(?:inloop|walk-?in|ontvangst|onthaal|aankomst|arrival|arrivals|doors open|registration"
    r"|registratie|registrierung|anmeldung|ankommen|ankunft|einlass|check-?in|eintreffen|anreise"
    r"|aanmelden|sign-?in|inschrijving|vertrek|departure|abreise|opruimen|clean-?up|aufraumen|opbouw"
    r"|aufbau|abbau|set-?up|wissel(?:moment|tijd)?|raumwechsel|transfer|change-?over|zaalwissel"
    r"|verplaatsing|bus|huishoudelijk\w*|housekeeping|mededelingen|organisatorisches|announcements"
    r"|praktische info\w*)(?!\w)"
)
_WELCOME: Final = re.compile(
    r"(?<!\w)(?:welkom(?:stwoord)?|verwelkoming|welcome|willkommen|begru(?:ss|ß)ung"
    r"|opening(?:swoord)?(?! up)|eroffnung|openen|dagopening|weekopening|dagstart|startwoord"
    r"|start van de dag|kick-?off|grusswort(?:e)?|introduction and welcome)(?!\w)"
)
_CLOSING: Final = re.compile(
    r"(?<!\w)(?:sluiting|afsluiting|afsluiten|slotwoord|dagsluiting|closing|close|wrap-?up|abschluss|ausklang"
    r"|verabschiedung|ende|einde|end of (?:day|programme|program)|end|finish|schluss|schlusswort"
    r"|afronding|slot|abschied|farewell|tot ziens)(?!\w)"
)
_REFLECTION: Final = re.compile(
    r"(?<!\w)(?:reflecti\w*|reflectie\w*|reflexion|reflect|terugblik\w*|evaluatie\w*|evaluation"
    r"|auswertung|feedback(?:runde|ronde)|nabespreking|debrief\w*|opbrengst(?:en)?|terugkoppeling"
    r"|plenary feedback|plenaire terugkoppeling|oogst|ernte|intervisie|ausblick|vooruitblik"
    r"|lessons learned|ruckblick|retrospecti\w*"
    r"|take-?aways?|blitzlicht|next steps|vervolgstappen|afspraken)(?!\w)"
)
_EXCHANGE: Final = re.compile(
    r"(?<!\w)(?:[a-z]*uitwissel\w*|exchang(?:e|es|ing)|[a-z]*austausch\w*|sharing|share (?:back|out)"
    r"|denken,? delen|think,? pair,? share|napraten|nagesprek|in gesprek(?! met)|tafelgesprek\w*|gespreksronde"
    r"|table talks?|talking it over|dialoog|dialogue|dialog|reflexions\w+|gruppenreflexion"
    r"|exit[- ]?ticket(?!s)|exitkaart(?!en)|uitgangskaart(?!en)|uitcheck\w*|check-?out(?! [a-z])"
    r"|galerijronde|galerij ?wandeling|gallery walk|galerie(?:gang|rundgang)|museumsrundgang"
    r"|tip(?:s)? (?:en|and) top(?:s)?|stop(?:pen)?,? start(?:en)?|wat viel op|what stood out|harvest)(?!\w)"
)
_INSPIRATION: Final = re.compile(
    r"(?<!\w)(?:keynote\w*|inspiratie\w*|inspiration\w*|inspirational|theater\w*|film\w*|[a-z]*speech"
    r"|energi[sz]er|ijsbreker|ice-?breaker|impuls(?:vortrag)?|impulse|voorstelling|cabaret|muziek\w*"
    r"|musik\w*|concert|ted|verhaal|kultureller beitrag|improvisati\w*)(?!\w)"
)
_APPLICATION: Final = re.compile(
    r"(?<!\w)(?:workshop\w*|werksessie\w*|[a-z]*groepjes|groepswerk|group work|gruppenarbeit"
    r"|arbeitsphase\w*|arbeitsgruppe\w*|werkgroep\w*|oefen\w*|practice|practise|uben|ubung\w*"
    r"|aan de slag|ontwerp\w*|werkplaats|atelier\w*|work ?time|teamtijd|team ?time|vakgroep\w*"
    r"|sectie\w*|teamoverleg|planning|hands-?on|training|simulatie|rollenspel\w*|role ?play|werkronde"
    r"|toepassen|praktijk\w*|praxis\w*|co-?creatie|design(?:ing)?|maak\w*|breakout\w*|verwerking|carousel"
    r"|carrousel|stationen\w*|rotation|intervisie|fachschaft\w*|fachgruppe\w*|planen|erarbeitung"
    r"|work session|discussion groups?|working on|werken aan|arbeiten an|try(?:ing)?(?: it)? out|uitproberen"
    r"|ausprobieren|redesign\w*|herontwerp\w*|keuzerondes?|choice rounds?|wahlrunden?|[a-z]*werkstatt\w*"
    r"|(?:eerste|tweede|derde|vierde|first|second|third|fourth|erste|zweite|dritte) (?:ronde|round|runde)"
    r"|(?:ronde|round|runde) (?:\d|[a-d](?!\w))|aan het werk|get(?:ting)? to work|zelfstandig werken"
    r"|casus\w*|case consultation|fallberatung|brainstorm\w*|lesvoorbereiding\w*|lessen voorbereiden"
    r"|lesson planning|unterrichtsplanung|practi[sc]ing|gruppenarbeits\w+|arbeit in gruppen|team(?:sessies?|werk)"
    r"|leerteams?|wie doet wat|wie,? wat,? wanneer|wie-wat-wanneer|who does what|who-what-when|wer macht was"
    r"|leermaatje\w*|learning[- ]budd(?:y|ies)|(?:je|jouw|your) eerste stap|your first step"
    r"|maken van|make your)(?!\w)"
)
_PLENARY: Final = re.compile(
    r"(?<!\w)(?:plenair\w*|plenary|plenum|keynote|alle|all staff|everyone|gezamenlijk\w*|gemeinsam\w*)(?!\w)"
)
USUAL_BREAK, USUAL_MEAL = 15, 45
"""Minutes that a break has while nobody said another number, and that people take to eat."""


_NAMES: Final = {
    "inspiratie": Phase.INSPIRATION, "inspiration": Phase.INSPIRATION, "kennis": Phase.KNOWLEDGE,
    "knowledge": Phase.KNOWLEDGE, "wissen": Phase.KNOWLEDGE, "toepassing": Phase.APPLICATION,
    "application": Phase.APPLICATION, "anwendung": Phase.APPLICATION, "reflectie": Phase.REFLECTION,
    "reflection": Phase.REFLECTION, "reflexion": Phase.REFLECTION, "pauze": Phase.BREAK, "break": Phase.BREAK,
    "pause": Phase.BREAK, "organisatie": Phase.ORGANISATION, "organisation": Phase.ORGANISATION,
    "organization": Phase.ORGANISATION,
}  # fmt: skip


def phase_named(text: str) -> Phase | None:
    """Return the phase that a cell names by its own name, as our own spreadsheets do; None for anything else."""
    return _NAMES.get(text.strip().casefold())


@lru_cache(maxsize=4096)
def phase_of(title: str) -> Phase:
    """Return the phase that a title speaks of, by its first telling words; what says nothing is knowledge."""
    early = plain(title[:100])[0][:70]
    starts: list[tuple[int, int, Phase]] = []
    for rank, (pattern, phase) in enumerate(
        (
            (_WELCOME, Phase.ORGANISATION),
            (_WALK_IN, Phase.ORGANISATION),
            (_BREAK, Phase.BREAK),
            (_CLOSING, Phase.ORGANISATION),
            (_REFLECTION, Phase.REFLECTION),
            (_EXCHANGE, Phase.REFLECTION),
            (_INSPIRATION, Phase.INSPIRATION),
            (_APPLICATION, Phase.APPLICATION),
        )
    ):
        found = pattern.search(early)
        if found is not None:
            starts.append((found.start(), rank, phase))
    return min(starts)[2] if starts else Phase.KNOWLEDGE


def minutes_of_break(title: str) -> int | None:
    """Return the minutes that a break of this title usually takes; None for what is no break."""
    if phase_of(title) is not Phase.BREAK:
        return None
    return USUAL_MEAL if _MEAL.search(plain(title[:100])[0]) else USUAL_BREAK


@lru_cache(maxsize=4096)
def tells_a_phase(title: str) -> bool:
    """Whether a short line is surely an item by what it says: lunch, welcome, closing, keynote."""
    if len(title) > 120:
        return False
    text = plain(title)[0]
    return any(
        (found := pattern.search(text)) is not None and found.start() <= 25
        for pattern in (_BREAK, _WALK_IN, _WELCOME, _CLOSING, _INSPIRATION, _REFLECTION)
    )


@lru_cache(maxsize=4096)
def is_break(title: str) -> bool:
    """Whether people pause: no choice, no session."""
    return phase_of(title) is Phase.BREAK


def closes(title: str) -> bool:
    """Whether a day ends with it, or looks back: `Afsluiting`, `Slotwoord`, `Ausblick`."""
    text = plain(title[:60])[0]
    return any(pattern.search(text) for pattern in (_CLOSING, _REFLECTION))


@lru_cache(maxsize=4096)
def is_led_by_nobody(title: str) -> bool:
    """Whether people pause, arrive or leave: what stands behind it is where, sooner than who."""
    return is_break(title) or _WALK_IN.search(plain(title[:60])[0]) is not None


@lru_cache(maxsize=4096)
def brings_all_together(title: str) -> bool:
    """Whether everyone is in one place by what the title says: a break, an opening, a closing, a plenary."""
    text = plain(title[:100])[0]
    return any(pattern.search(text[:60]) for pattern in (_BREAK, _WELCOME, _CLOSING, _PLENARY, _WALK_IN))
