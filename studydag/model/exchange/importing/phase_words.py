"""Guesses the phase of a block from the words of its title, in Dutch, English and German; and tells breaks from work."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from studydag.model.rules.written_text import plain
from studydag.model.values.phases import Phase

_BREAK: Final = re.compile(
    r"(?<!\w)(?:[a-z]*pauzes?|[a-z]*pausen?|[a-z]+break|coffee ?break|breaks?|recess|lunch(?!\w)|lunchen|[a-z]*lunch(?:buffet)?|brunch|diner|dinner|ontbijt|breakfast|fruhstuck|mittagessen|abendessen|mittag(?=$|\W)"
    r"|middagmaal|broodjes(?:lunch|maaltijd)?|buffet|borrel|[a-z]*borrel|receptie(?! bij)|reception|drinks|apero|umtrunk|sektempfang|abendempfang|get-?together|koffie(?:moment|pauze)?|coffee|kaffee(?:pause)?|tea ?break|theepauze|tea|imbiss|snacks?|bbq|barbecue|hapje|netwerkborrel|netwerkmoment|vrij moment|versnapering(?:en)?)(?!\w)"
)
_WALK_IN: Final = re.compile(
    r"(?<!\w)(?:inloop|walk-?in|ontvangst|onthaal|aankomst|arrival|arrivals|doors open|registration|registratie|registrierung|anmeldung|ankommen|ankunft|einlass|check-?in|eintreffen|anreise|aanmelden|sign-?in|inschrijving|vertrek|departure|abreise|opruimen|clean-?up|aufraumen|opbouw|aufbau|abbau|set-?up|wissel(?:moment|tijd)?|raumwechsel|transfer|change-?over|zaalwissel|verplaatsing|bus|huishoudelijk\w*|housekeeping|mededelingen|organisatorisches|announcements|praktische info\w*)(?!\w)"
)
_WELCOME: Final = re.compile(
    r"(?<!\w)(?:welkom(?:stwoord)?|verwelkoming|welcome|willkommen|begru(?:ss|ß)ung|opening(?:swoord)?(?! up)|eroffnung|openen|dagopening|weekopening|dagstart|startwoord|start van de dag|kick-?off|grusswort(?:e)?|introduction and welcome)(?!\w)"
)
_CLOSING: Final = re.compile(
    r"(?<!\w)(?:afsluiting|afsluiten|slotwoord|dagsluiting|closing|close|wrap-?up|abschluss|ausklang|verabschiedung|ende|einde|end of (?:day|programme|program)|end|finish|schluss|schlusswort|afronding|slot|abschied|farewell|tot ziens)(?!\w)"
)
_REFLECTION: Final = re.compile(
    r"(?<!\w)(?:reflecti\w*|reflectie\w*|reflexion|reflect|terugblik\w*|evaluatie\w*|evaluation|auswertung|feedback(?:runde|ronde)?|nabespreking|debrief\w*|opbrengst(?:en)?|terugkoppeling|plenary feedback|plenaire terugkoppeling|oogst|ernte|intervisie|ausblick|vooruitblik|lessons learned|evaluatieformulier|exit ?(?:ticket|kaartje)s?|ruckblick|retrospecti\w*|take-?aways?|blitzlicht|next steps|vervolgstappen|afspraken)(?!\w)"
)
_INSPIRATION: Final = re.compile(
    r"(?<!\w)(?:keynote\w*|inspiratie\w*|inspiration\w*|inspirational|theater\w*|film\w*|[a-z]*speech|energi[sz]er|ijsbreker|ice-?breaker|impuls(?:vortrag)?|impulse|voorstelling|cabaret|muziek\w*|musik\w*|concert|ted|verhaal|kultureller beitrag|improvisati\w*)(?!\w)"
)
_APPLICATION: Final = re.compile(
    r"(?<!\w)(?:workshop\w*|werksessie\w*|[a-z]*groepjes|groepswerk|group work|gruppenarbeit|arbeitsphase\w*|arbeitsgruppe\w*|werkgroep\w*|oefen\w*|practice|practise|uben|ubung\w*|aan de slag|ontwerp\w*|werkplaats|atelier\w*|work ?time|teamtijd|team ?time|vakgroep\w*|sectie\w*|teamoverleg|planning|hands-?on|training|simulatie|rollenspel\w*|role ?play|werkronde|toepassen|praktijk\w*|praxis\w*|co-?creatie|design|maak\w*|breakout\w*|verwerking|carousel|carrousel|stationen\w*|rotation|intervisie|fachschaft\w*|fachgruppe\w*|planen|erarbeitung|work session|discussion groups?)(?!\w)"
)
_PLENARY: Final = re.compile(r"(?<!\w)(?:plenair\w*|plenary|plenum|keynote|alle|all staff|everyone|gezamenlijk\w*|gemeinsam\w*)(?!\w)")
_WITH_A_BREAK: Final = re.compile(r"^(?:[a-z]+ )?(?:met|mit|with|en|and|und|bij|&) ")


@lru_cache(maxsize=4096)
def phase_of(title: str) -> Phase:
    """Return the phase that a title speaks of, by its first telling words; what says nothing is knowledge."""
    text = plain(title)[0]
    early = text[:70]
    starts: list[tuple[int, int, Phase]] = []
    for rank, (pattern, phase) in enumerate(
        (
            (_WELCOME, Phase.ORGANISATION),
            (_WALK_IN, Phase.ORGANISATION),
            (_BREAK, Phase.BREAK),
            (_CLOSING, Phase.ORGANISATION),
            (_REFLECTION, Phase.REFLECTION),
            (_INSPIRATION, Phase.INSPIRATION),
            (_APPLICATION, Phase.APPLICATION),
        )
    ):
        found = pattern.search(early)
        if found is not None:
            starts.append((found.start(), rank, phase))
    return min(starts)[2] if starts else Phase.KNOWLEDGE


@lru_cache(maxsize=4096)
def tells_a_phase(title: str) -> bool:
    """Whether a short line is surely an item by what it says: lunch, welcome, closing, keynote."""
    text = plain(title)[0]
    if len(text) > 120:
        return False
    return any(
        (found := pattern.search(text)) is not None and found.start() <= 25
        for pattern in (_BREAK, _WALK_IN, _WELCOME, _CLOSING, _INSPIRATION, _REFLECTION)
    )


@lru_cache(maxsize=4096)
def is_break(title: str) -> bool:
    """Whether people pause: no choice, no session."""
    return phase_of(title) is Phase.BREAK


@lru_cache(maxsize=4096)
def brings_all_together(title: str) -> bool:
    """Whether everyone is in one place by what the title says: a break, an opening, a closing, a plenary."""
    text = plain(title)[0]
    return any(pattern.search(text[:60]) for pattern in (_BREAK, _WELCOME, _CLOSING, _PLENARY, _WALK_IN))
