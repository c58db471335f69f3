"""Tells that a text says what somebody does, or for whom: `hoogleraar te Gent`, `Geschäftsführerin`, `Stichting`."""

from __future__ import annotations

import re
from typing import Final

_ROLES: Final = (
    r"adviseur|directeur|docent|leraar|leerkracht|lector|onderzoeker|trainer|coach|consultant|expert"
    r"|auteur|schrijver|psycholoog|orthopedagoog|schoolleider|teamleider|bestuurder|hoogleraar"
    r"|voorzitter|coördinator|projectleider|beleidsmedewerker|teacher|head|principal|director|professor"
    r"|lecturer|researcher|author|founder|ceo|manager|adviser|advisor|deputy"
    r"|lehrer|schulleiter|leiter|dozent|referent|berater|autor|wissenschaftler|professorin"
)
_HOUSES: Final = (
    r"universit|department|counsel\b|secretary|council|ministry|superintendent|federation"
    r"|hochschule|hogeschool|university|college|schule|school|institut|akademie|academie|ministeri"
    r"|stichting|stiftung|verein|zentrum|centrum|centre|foundation|association|gemeente|provincie|agentschap|departement"
    r"|netwerk|network|commissi|consortium|museum|archief|archiv|bibliothe|ku |vu |uva|kpc|slo|uni |cps"
)
_MOST_WORDS_OF_A_GROUP: Final = 4
_ANYWHERE: Final = re.compile(rf"(?:{_ROLES}|{_HOUSES})", re.IGNORECASE)
# These are offices only as whole words: `arts` stands in names too.
_WORDS: Final = (
    r"[\w-]*(?:moderator|architect|decaan|dekan|beauftragte|minister|sekretär|secretaris|redakteur|redacteur|präsident"
    r"|president|geschäftsführer|direktor|rektor|bürgermeister|burgemeester|wethouder|gedeputeerde|commissaris|dijkgraaf|kamerlid|raadslid"
    r"|bestuurslid|mitglied|stellvertreter|vertreter|journalist|columnist|historicus|historica|historiker|filosoof"
    r"|philosoph|socioloog|econoom|theoloog|neerlandicus|(?:dieren|huis|kinder|jeugd|school|tand|bedrijfs)arts|chirurg|ambtenaar|conservator|kurator|curator"
    r"|archivaris|archivar|bibliothecaris|bibliothekar|promovendus|promovenda|promovend|gründer|oprichter|ondernemer|unternehmer|kunstenaar"
    r"|künstler|theatermaker|schauspieler|regisseur|ambassadeur|botschafter|diplomat|inspecteur|inspektor|begeleider|begeleidster|ondersteuner|opleider|senco|inco|ib['’]er|rt['’]er"
    r"|medewerker|mitarbeiter|ontwikkelaar|ontwerper|editor|artist|librarian|officer|chair|chairman|chairwoman|mayor"
    r"|senator|analyst|engineer|lead|scientist|psychologist|economist|historian|writer|student|studente|leider|leitung"
    r"|sprecher|vorsitz|vorsitzende|vorstand|partner|schepen|kundige|gids|dichter|schrijfster|voorlezer|(?:gast|hoofd)spreker|cabaretier|logopedist|coordinator|koordinator|therapeut|illustrator|pedagoge|pedagoog"
    r"|pädagoge|psychologe|pastor|pfarrer|dekan|propst|prälat|pastoor|dominee|imam)(?:in|innen|r|n|en|s)?"
)
# Not at each hyphen: a line of hyphens would be gone through once for each of them.
_WHOLE: Final = re.compile(rf"(?<![\w-]){_WORDS}\b", re.IGNORECASE)
_IN_FRONT: Final = re.compile(
    r"(?!(?:de|het|een|the|an?|der|die|das|ein|eine|zur?|zum|hoe|wat|how|what|wie|was|over|about|über|van|von)\b)"
    rf"(?:(?!(?:des|der|dem|den|de|van|von|of|the)\b)[\w-]+\s){{0,2}}?(?:[\w-]*(?:{_ROLES})(?:in|s)?|{_WORDS})\b",
    re.IGNORECASE,
)


# `Studio Rood`, `Bureau Noord`, `Theater De Kom`, `The Green Notes`: who that is, is called by no name of a person.
_GROUPS: Final = frozenset(
    [
        *("studio", "bureau", "buro", "atelier", "theater", "theatre", "theatergroep", "gezelschap", "collectief"),
        *("collective", "ensemble", "band", "bigband", "orkest", "orchestra", "orchester", "koor", "choir", "chor"),
        *("trio", "duo", "kwartet", "quartet", "quartett", "team", "groep", "group", "gruppe", "werkgroep", "club"),
        *("vereniging", "verein", "stichting", "stiftung", "foundation", "netwerk", "network", "netzwerk", "platform"),
        *("agency", "agentur", "company", "compagnie", "firma", "uitgeverij", "verlag", "publishers", "coöperatie"),
        *("harmonie", "fanfare", "muziekschool", "kinderopvang", "museum", "bibliotheek", "gemeente", "provincie"),
        *("consultancy", "consulting", "solutions", "productions", "producties", "events", "media", "design", "lab"),
        *("line", "bus", "train", "tram", "trein"),
    ]
)


_HOUSE: Final = re.compile(
    r"[\w-]*(?:school|schule|gymnasium|lyceum|atheneum|academy|academie|akademie|college|universit\w*|university"
    r"|institut\w*|instituut|raad|bestuur|kollegium|beirat|amt|board|trust|primary|secondary|opleidingen|scholengroep"
    r"|scholengemeenschap|basisschool|kindcentrum|ministerie|ministerium|council|stichting|stiftung|centrum|zentrum|centre"
    r"|center|bond|vakbond|federatie|verband|samenwerkingsverband)"
)


def is_called_a_group(text: str) -> bool:
    """Whether a text is the name of a firm, a band or a society by its first or last word: `Studio Rood`."""
    words = [word.casefold() for word in text.strip(" .,;").split()]
    if not 1 < len(words) <= _MOST_WORDS_OF_A_GROUP or "," in text:
        return False
    return words[0] in _GROUPS | {"the"} or words[-1] in _GROUPS


def is_called_a_house(text: str) -> bool:
    """Whether a text is the name of a school, a firm, a band or a board by one of its words: `De Wilg Academy`."""
    return is_called_a_group(text) or any(_HOUSE.fullmatch(word) for word in text.casefold().split())


def tells_an_office(text: str) -> bool:
    """Whether a text speaks of an office, a trade, or an organisation, wherever it does so."""
    return _ANYWHERE.search(text) is not None or _WHOLE.search(text) is not None


def says_what_one_does(text: str) -> bool:
    """Whether a text speaks of an office or a trade near its begin: `hoogleraar, lid van de raad`."""
    return tells_an_office(text[:60])


def begins_with_an_office(text: str) -> bool:
    """Whether a text is what somebody does: `Beauftragter des Landes`, not `De rol van de directeur`."""
    return _IN_FRONT.match(text) is not None
