"""Lines that are no block of a programme: section headings, greetings, what stands above and below it."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.rules.written.written_text import plain

_SECTION_WORDS: Final = frozenset(
    [
        "ochtend",
        "ochtendprogramma",
        "ochtenddeel",
        "ochtendsessie",
        "middag",
        "middagprogramma",
        "middagdeel",
        "middagsessie",
        "avond",
        "avondprogramma",
        "avonddeel",
        "voormiddag",
        "voormiddagprogramma",
        "namiddag",
        "namiddagprogramma",
        "programma",
        "programmaoverzicht",
        "programmas",
        "dagprogramma",
        "programme",
        "program",
        "programms",
        "schedule",
        "agenda",
        "tijdschema",
        "dagindeling",
        "dagplanning",
        "timetable",
        "ablauf",
        "ablaufplan",
        "programmablauf",
        "programmablauf",
        "tagesablauf",
        "tagesordnung",
        "tagesprogramm",
        "vormittag",
        "vormittags",
        "nachmittag",
        "nachmittags",
        "abend",
        "abendprogramm",
        "morning",
        "afternoon",
        "evening",
        "plenair",
        "plenaire",
        "plenary",
        "parallel",
        "parallelle",
        "parallele",
        "parallels",
        "sessies",
        "sessions",
        "sessionen",
        "deel",
        "gedeelte",
        "overzicht",
        "overview",
        "ubersicht",
        "draaiboek",
        "programm",
        "zeitplan",
        "ochtendgedeelte",
        "middaggedeelte",
        "blok",
        "block",
        "the",
        "het",
        "der",
        "die",
        "das",
        "und",
        "en",
        "and",
        "of",
        "van",
        "de",
        "voor",
        "dag",
        "day",
        "tag",
        "session",
        "sessie",
        "informatie",
        "information",
        "studiedag",
        "studiemiddag",
        "personeelsstudiedag",
        "pedagogische",
        "conferentie",
        "onder",
        "voorbehoud",
        "detailprogramma",
        "detail",
        "tijden",
        "indeling",
        "rooster",
        "uurrooster",
        "planning",
        "am",
        "pm",
        "vm",
        "nm",
        "ochtend:",
        "deelprogramma",
        "running",
        "order",
        "order",
        "sequence",
        "events",
        "tageseinteilung",
        "teil",
        "part",
        "deel",
        "1",
        "2",
        "3",
        "4",
        "i",
        "ii",
        "iii",
        "inhoud",
        "content",
        "contents",
        "konkret",
        "hauptprogramm",
        "hoofdprogramma",
        "eerste",
        "tweede",
        "derde",
        "first",
        "second",
        "third",
        "erster",
        "zweiter",
        "dritter",
    ]
)
_OPTIONAL: Final = re.compile(r"[\W_]+")
_PARALLEL: Final = re.compile(
    r"(?<!\w)(?:^(?:keuze|workshop|sessie)?(?:ronde|runde|round)$"
    r"|keuzerondes?|keuze(?: uit|programma|workshops?|sessies?|moment|aanbod|deel)?"
    r"|kies (?:uit|een|je|zelf)|choose your|choice (?:rounds?|sessions?)|keuzeblok(?:ken)?"
    r"|workshoprondes?|workshops|wahl(?:angebote|workshops|phase)?|zur wahl"
    r"|(?:parallel(?:le|e)?|parallelen)[ -]?(?:sessies?|sessions?|workshops?|rondes?|programma|phase"
    r"|angebote|foren|lezingen|presentaties|voordrachten|lectures|talks|presentations|vortrage)?"
    r"|deelsessies?|werkwinkels|breakouts?(?: sessions?| rooms?)?|break-?out\w*|themasessies?"
    r"|break out (?:ses|room|group|work|ron|rou?nd)\w*"
    r"|themagroepen|thematafels?|themengruppen|thementische|\w*foren|arbeitsgruppen|arbeitsphasen?"
    r"|angebote|choose (?:one|from|between)|choice of|pick (?:one|a)|one of the following"
    r"|concurrent sessions?|stations?|stationen|rotation|carrousel|carousel|werkgroepen|subgroepen"
    r"|ateliers|rondes? ?\d+|runden? ?\d+|rounds? ?\d+|sessie ?ronde|sessierondes?|interactieve sessies"
    r"|sessies|sessions|sessions? \d+|sessies? \d+|slots? \d+|electives|strands?|seminars?|seminare"
    r"|vakgroepen|markt(?:platz|kramen)?|verdiepingssessies|inspiratiesessies|praktijksessies"
    r"|leerkringen|studios|labs|round ?tables?|speeddates?|wahlpflicht\w*|afwisselend|roulerend\w*"
    r"|doorschuif\w*|masterclasses|teachmeets?|strang|strange|tracks)(?!\w)"
)
# `Naar de workshops`, `Pitches van de workshops`: they lead to a choice, and are none.
_LEADS_TO_ROUNDS: Final = re.compile(
    r"(?:op weg )?naar\b|wissel|verplaats|verdeling|uitleg|toelichting|inschrijv|aanmeld|pitch|intro|opening|welkom"
    r"|terugkoppel|(?:move|walk|moving|transfer|transition|change|sign up|welcome|feedback|report)\b|weg zu|wechsel"
    r"|auswahl|vorstellung|begrüßung|rückmeld|ergebnis"
)
_OPTION_LABEL: Final = re.compile(
    r"(?:(?:workshop|werkwinkel|sessie|session|deelsessie|atelier|panel|themagroep|groep|gruppe|group|forum"
    r"|tafel|table|tisch|werkgroep|wg|arbeitsgruppe|keuze|optie|option|track|strand|impuls|ag|seminar"
    r"|station|lezing|stand|ws|w|s|breakout|lab|masterclass|angebot|thema|kraam|parcours|module"
    r"|kring)\s?(?:nr\.? ?|nummer )?(?:\d{1,2}[a-z]?|[a-h]|[ivx]{1,4})(?:[.]\d)?|\d{1,2}[a-h]"
    r"|[a-h]\d{1,2}|[a-h])\s?(?:[.:)–—|-]|\s-)\s*(?=\S)",
    re.IGNORECASE,
)
_PART_OF_A_SERIES: Final = re.compile(
    r"(?:deel|part|teil|blok|block|ronde|runde|round|sessie|session|groep|group|gruppe|dag|day|tag|week|fase|phase|stap"
    r"|panel|step|schritt|level|niveau|les|lesson|module|slot|cyclus|cycle|thema|tisch|tafel|table|editie|versie|version|nr\.?"
    r"|\w*(?:lezing(?:en)?|vortr[aä]ge?|keynotes?|lectures?|talks?))"
    r"\s?(?:\d{1,2}|[A-Z]|[IVX]{1,4}|een|twee|drie|one|two|three|eins|zwei|drei)",
    re.IGNORECASE,
)
_AGENDA: Final = re.compile(
    r"(?<!\w)(?:agenda|vergadering|bespreking|mededelingen|overleg|op de agenda|dienstberatung"
    r"|konferenz|besprechung|meeting|opening|welkom|welcome|begrussung|afsluiting|closing|terugblik"
    r"|panel\w*|podium\w*|debat\w*|discussie|diskussion\w*|eroffnung|grusswort\w*|doel(?:en)?)(?!\w)"
)
_FOOTER: Final = re.compile(
    r"(?:met (?:vriendelijke|hartelijke|warme) groet|vriendelijke groet|groet(?:jes|en)?(?:,|$)"
    r"|hartelijke groet|mvg\b|mit (?:freundlichen|besten|herzlichen) gru|viele gru|beste gru|liebe gru"
    r"|tot (?:dan|snel|gauw|ziens|straks)\b[!.,]?$|bis (?:dann|dahin|bald)\b[!.,]?$"
    r"|herzliche gru|kind regards|best (?:regards|wishes)|yours sincerely|regards,|many thanks"
    r"|thanks(?:,|!|$)|bedankt(?:,|!|$)"
    r"|aanmelden (?:kan|via|voor)|aanmelding via|inschrijven (?:kan|via|voor)|inschrijving via"
    r"|meld je aan|schrijf je in|anmeldung (?:bis|unter|uber|per)|anmeldeschluss|register (?:at|via|by"
    r"|here)|registration (?:closes|deadline|via)|rsvp|sign up (?:at|via|here|by)|meer informatie"
    r"|more information|weitere informationen|voor vragen|fragen an|questions\?|contact(?:persoon)?:"
    r"|kontakt:"
    r"|wijzigingen voorbehouden|onder voorbehoud|anderungen vorbehalten|subject to change"
    r"|\(?programma onder voorbehoud|pagina \d|page \d|seite \d|\d+ ?/ ?\d+$|www\.|https?:|tel(?:efoon"
    r"|\.)|copyright|©|route:|routebeschrijving|parkeren|kosten:|deelnamekosten|disclaimer|nota bene"
    r"|(?:zur|jetzt|hier|direkt) (?:zur )?anmeld|(?:direct|nu|hier|online) (?:aanmelden|inschrijven)"
    r"|(?:lees|meer) (?:meer|verder|info)\b|read more|mehr (?:lesen|erfahren|infos?)\b|(?:register|sign up|book) now"
    r"|skip to |back to |terug naar (?:de |het )?(?:agenda|overzicht|home|vorige)|zum inhalt|zuruck zu|download\b"
    r"|(?:delen|share|teilen):?$|(?:top|afdrukken|naar boven|nach oben|drucken)$"
    r"|<!--|nb[:.]|ps[:.]|p\.s\.|let op[:!]|\*+ ?)"
)
_WHAT_FOLLOWS: Final = re.compile(
    r"(?:wat er daarna gebeurt|(?:en )?(?:daarna|hierna)|na de (?:studie|conferentie)?dag"
    r"|vervolg(?:stappen|acties|afspraken)?"
    r"|what happens (?:next|after(?:wards)?)|follow-?up|after the day|next steps|wie es weitergeht"
    r"|wie geht es weiter\??|nach (?:dem tag|der tagung))"
)
_GREETING: Final = re.compile(
    r"(?:beste|geachte|hallo|hoi|ha|hey|hee|dag (?:allemaal|collega)|dear|hi|hello|liebes?|lieber|sehr geehrte"
    r"|goedemorgen|goedemiddag|guten (?:tag|morgen))(?:\s|,|$)(?!.*\d)"
)
_HEADER_LABEL: Final = re.compile(
    r"(?:(?P<date>datum|date|wanneer|when|wann|dag|termin)|(?P<place>locatie|plaats|waar|where|ort|wo"
    r"|venue|location|adres|address|school|zaal|raum|treffpunkt)"
    r"|(?P<title>wat|what|was|thema|theme|titel|title|onderwerp|betreft|betreff|subject|onderwerp|re|fw|fwd)"
    r"|(?P<time>tijd|tijden|time|zeit|uhrzeit|uren)"
    r"|(?P<other>doel|doelgroep|doelen|ziel|ziele|zielgruppe|aim|aims|goal|goals|for|voor|fur|van|from"
    r"|von|aan|to|an|cc|verzonden|sent|gesendet|kosten|inschrijven|aanmelden|dagvoorzitter|voorzitter"
    r"|moderatie|moderation|organisatie|organisation|veranstalter|contact|kontakt|bijlage|bijlagen"
    r"|attachments?|school ?jaar|deelnemers|participants|teilnehmer))\??\s*:\s*(?P<rest>.*)"
)


_ABBREVIATED: Final = re.compile(r"(?:\b[^\W\d_]{1,2}|enz|etc|usw|o\.a|e\.d|e\.a|u\.a|min|prof)\.$", re.IGNORECASE)


def is_section(text: str) -> bool:
    """Whether a line is a heading such as Ochtendprogramma, Programma, Middag, Vormittag."""
    if len(text) > 100:
        return False
    words = [word for word in _OPTIONAL.split(plain(text)[0]) if word]
    return 0 < len(words) <= 6 and all(word in _SECTION_WORDS for word in words)


def offers_parallel(text: str) -> bool:
    """Whether a title says that several things take place at the same time."""
    return _PARALLEL.search(plain(text[:500])[0]) is not None


def is_round(title: str) -> bool:
    """Whether a block is one in which people choose, and does not only lead there, as `To the workshops` does."""
    return offers_parallel(title) and _LEADS_TO_ROUNDS.match(plain(title[:60])[0]) is None


def option_label(text: str) -> int:
    """Return how many characters the label of a session takes: `Workshop 1: `, `2b) `; 0 without one."""
    found = _OPTION_LABEL.match(text)
    return 0 if found is None else found.end()


def numbers_a_series(text: str) -> bool:
    """Whether a text says which of several parts or rounds it is, as `deel 1`, `Block A`: no room behind a title."""
    return _PART_OF_A_SERIES.fullmatch(text.strip(" .,;:()[]")) is not None


def is_agenda(text: str) -> bool:
    """Whether what stands below a title is what is spoken of, and nothing to choose from."""
    return _AGENDA.search(plain(text[:500])[0]) is not None


def is_footer(text: str) -> bool:
    """Whether a line ends a programme: a greeting, how to register, changes reserved."""
    written = plain(text[:1000])[0].strip(" -–*")
    return _FOOTER.match(written) is not None or re.search(r"\S@\S+\.\w|https?://|www\.", written) is not None


def says_what_follows(text: str) -> bool:
    """Whether a heading is about what comes when the day is over: `Wat er daarna gebeurt`, `Follow-up`."""
    return _WHAT_FOLLOWS.fullmatch(plain(text[:100])[0].strip(" #*_:.")) is not None


def is_greeting(text: str) -> bool:
    """Whether a mail begins here."""
    return _GREETING.match(plain(text[:200])[0]) is not None


def header_label(text: str) -> tuple[str, str] | None:
    """Return what a labelled line above a programme is about (date, place, title, time, other), and its text."""
    written, origins = plain(text)
    found = _HEADER_LABEL.match(written)
    if found is None:
        return None
    kind = next(name for name in ("date", "place", "title", "time", "other") if found[name])
    begin = found.start("rest")
    return kind, text[origins[begin] :].strip() if begin < len(origins) else ""


def is_sentence(text: str) -> bool:
    """Whether a line is told rather than named: long, or ending as a sentence, or several of them."""
    bare = text.strip()
    words = bare.split()
    if len(bare) > 140 or len(words) > 20:
        return True
    if (
        re.search(r"[.!?]\s+[^\W\d_]", bare)
        and len(words) > 8
        and not re.search(r"\b(?:dr|prof|drs|mr|mw|ir|dhr|st|z\.b|o\.l\.v|nr|ca)\.\s", bare, re.IGNORECASE)
    ):
        return True
    if not bare.endswith((".", ";")) or bare.endswith("..."):
        return False
    return len(words) > 5 or (len(words) > 2 and _ABBREVIATED.search(bare) is None)
