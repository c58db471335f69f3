"""What columns and labels of a programme are called: in Dutch, English, German, French, Spanish, and others less so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from studydag.model.rules.written.written_text import plain


class Role(StrEnum):
    """What a column, or a label before a colon, says of a block."""

    TIME = "time"
    START = "start"
    END = "end"
    MINUTES = "minutes"
    DATE = "date"
    TITLE = "title"
    SUBTITLE = "subtitle"
    PERSONS = "persons"
    ROOM = "room"
    ROUND = "round"
    PHASE = "phase"
    NUMBER = "number"
    REST = "rest"


_WORDS: Final[Mapping[Role, str]] = {
    Role.TIME: """
        orario ora ore tid tidspunkt klokken klokka godzina godz czas
        tijd tijden tijdstip tijdslot tijdvak tijdsblok timeslot time times uur uren uurrooster zeit zeiten
        uhrzeit uhr wanneer when wann hour hours slot clock klok tijdschema timing tijdsindeling zeitraum
        zeitfenster zeitplan time_slot van-tot von-bis uurtje hora horas horario heure heures horaire horaires
    """,
    Role.START: """start starts begins begin begint beginn aanvang van von from starttijd begintijd aanvangstijd
        startzeit beginntijd anfang start_time starttime start_at starts_at aanvangsuur beginuur startuur
        vanaf ab dtstart inicio hora_inicio hora_de_inicio hora_inicial debut heure_debut heure_de_debut
        start_datetime start_date_time""",
    Role.END: """einde eind end ends ende tot bis until to eindtijd endzeit stop finish end_time endtime end_at ends_at
        einduur schluss till eindigt dtend fin hora_fin hora_de_fin hora_final termino heure_fin heure_de_fin
        end_datetime end_date_time""",
    Role.MINUTES: """duur minuten min dauer duration minutes minuut tijdsduur lengte mins length dauer_min looptijd
        min. duracion duracao duree durata varighed varighet""",
    Role.DATE: "datum date dag day tag weekdag weekday wochentag dagen days dates data termin fecha dia jour",
    Role.TITLE: """
        attivita argomento aktivitet aktiviteter innehall indhold innhold temat wydarzenie
        onderdeel onderdelen activiteit activiteiten titel title programma programme program thema onderwerp
        wat what was inhoud content inhalt session sessie sessies sessions agendapunt programmaonderdeel
        programmapunt activity activities topic item items event events programmpunkt programm thema's
        veranstaltung vortrag titolo naam name omschrijving agenda subject punkt tagesordnungspunkt top
        workshop workshops lezing naam_workshop sessietitel session_title talk talks beitrag angebot angebote
        aktivitat invulling summary theme programmepunt agendapunten programmaonderdelen blok block
        bezeichnung module element onderdeelnaam bijdrage presentatie actividad actividades titulo atividade
        atividades charla charlas ponencia ponencias sesion sesiones curso evento titre activite activites
        seance seances atelier ateliers sujet intitule
    """,
    Role.SUBTITLE: "ondertitel subtitle untertitel",
    Role.PERSONS: """
        relatore relatori relatrice formatore formatori talare taler talere
        foredragsholder forelasare prelegent prelegenci
        sprecher sprecherin sprecherinnen sprecher:in lehrkraft lehrkrafte lehrer leerkracht leerkrachten leraar
        spreker sprekers spreker(s) door wie who wer speaker speakers speaker(s) referent referenten
        referentin referent:in referent*in referentinnen presenter presenters presentator leider begeleider
        begeleiders begeleiding docent docenten trainer trainers facilitator facilitators verantwoordelijke
        verantwoordelijk uitvoerder workshopleider workshopleiders moderator moderation moderators leitung
        dozent dozenten dozentin lead leads leader led host by mit inleider inleiders gastspreker gastsprekers
        presented_by led_by namen uitvoering wie? o.l.v. olv gespreksleider dagvoorzitter voorzitter chair
        person persons personen persoon persons responsible verantwortlich verantwortliche begeleidt lesgever
        lesgevers lector coach coaches expert experts instructor teacher speakers/leads vortragende
        vortragender redner moderatie trekker trekkers verzorgd_door presentators durchgefuhrt_von spreekster
        animator workshopbegeleider presenter(s) facilitator(s) attendee organizer kursleitung leider(s)
        workshopgever workshopgevers gespreksleiders panelleden panelists panellists panel author authors auteur auteurs
        autor autoren autorin autor(en) author(s) auteur(s) organizers emcee contactpersoon contactpersonen
        contact_person contact_persons contactperson contactpersons ansprechpartner kontakt ponente ponentes
        owner orador oradores palestrante palestrantes intervenant intervenants intervenante intervenantes formateur
        formateurs facilitador facilitadores conferencier conferenciers responsable responsables
    """,
    Role.ROOM: """
        luogo sede plats sted lokal miejsce
        locatie locaties locations venues places ruimten raumlichkeiten zaal lokaal lokalen ruimte ruimtes plaats waar
        room rooms location venue where place
        raum raume ort wo saal plek hall zimmer lokatie lokaalnummer zaalnummer klas klaslokaal raumnummer
        raumnr raum-nr. waar? vergaderzaal gebouw building standort adres treffpunkt verzamelen
        verzamelpunt vertrekpunt sala salas salle salles lugar lieu local
    """,
    Role.ROUND: "ronde rondes round rounds runde runden keuzeronde workshopronde blokuur",
    Role.PHASE: "fase phase",
    Role.NUMBER: "nr nr. nummer number # no. no id code volgnr volgnummer lfd lfd. ref ws-nr kenmerk",
    Role.REST: """
        werkvorm werkvormen format methode method methodik opmerking opmerkingen notities notes note bemerkung
        bemerkungen comment comments toelichting beschrijving description beschreibung doel doelen goal goals
        ziel ziele doelgroep zielgruppe audience benodigdheden materiaal material materialien materials
        middelen max max. aantal capaciteit capacity plaatsen teilnehmer deelnemers participants details
        detail voorbereiding info informatie information extra voor_wie type soort art kind track niveau level
        status abstract samenvatting hinweis hinweise taal language sprache werkwijze voorbereiden link zoom
        teams opstelling url category categorie kategorie aantekening aantekeningen aanmelden inschrijven
        groep groepen gruppe gruppen group groups descripcion descricao ciudad cidade ville city stad estado
    """,
}
_WHEN: Final = frozenset({Role.TIME, Role.START, Role.END})
_ROLES: Final[Mapping[str, Role]] = {
    word.replace("_", " "): role for role, words in _WORDS.items() for word in words.split()
}
_OF_A_SESSION: Final = re.compile(
    r"(?:session|sessie|track|panel)s? ?(?:chair|moderator|voorzitter|leider|leiter)(?:s|in)?|chair(?:s|persons?)?"
)
_PHRASES: Final = (
    (re.compile(r"(?:start|begin|aanvang)s?[- ]?(?:tijd|zeit|time|uur)"), Role.START),
    (re.compile(r"(?:eind|end|einde|ende)[- ]?(?:tijd|zeit|time|uur)"), Role.END),
    (re.compile(r"(?:tijd|zeit|time)s?[- ]?(?:range|span|spanne|bereik|block|blok)"), Role.TIME),
    (re.compile(r"(?:tijd|uhrzeit|zeit|time|uur)[- ]?(?:start|begin|aanvang|van|von|from)"), Role.START),
    (re.compile(r"(?:tijd|uhrzeit|zeit|time|uur)[- ]?(?:einde?|ende?|tot|bis|to|until)"), Role.END),
    (re.compile(r"(?:van|von|from|start|begin)\s?[-/]\s?(?:tot|bis|to|einde?|ende?|eind)"), Role.TIME),
    (
        re.compile(
            r"(?:duur|dauer|duration|tijd|tijdsduur|zeit|time) ?[(\[]?(?:in )?(?:min|minuten|minutes|')\.?[)\]]?"
        ),
        Role.MINUTES,
    ),
    (re.compile(r"(?:naam |name )?(?:of |van de |der |des |des |the )?(?:spreker|speaker|referent)\S*"), Role.PERSONS),
    (
        re.compile(r"(?:titel|title|naam|name|onderwerp|thema|inhoud)(?: of| van| der| des)?(?: de| het| the)? \S+"),
        Role.TITLE,
    ),
    (re.compile(r"(?:tijd|time|zeit|uur|uhrzeit) ?\(.*\)"), Role.TIME),
    (
        re.compile(
            r"(?:lead |keynote |co-?)?(?:spreker|speaker|referent|presenter|author|auteur|instructor|panell?ist)s?"
            r" ?\d{0,2}(?: ?[-:]? ?(?:namen|naam|names?))?"
        ),
        Role.PERSONS,
    ),
    (
        re.compile(
            r"(?:poster|paper|talk|session|presentation|lecture|event|workshop|sessie) ?(?:title|titel|name|naam)"
        ),
        Role.TITLE,
    ),
    (
        re.compile(r"(?:\w+ )?(?:ids?|num(?:ber)?|nummer|nr)|(?:poster|paper|talk|session|event|workshop|speaker)ids?"),
        Role.NUMBER,
    ),
    (re.compile(r"(?:start|begin|aanvang|anfang|event|session)s? ?-?(?:date|datum|day|dag|tag)"), Role.DATE),
    (re.compile(r"(?:full|volledige|vollstandiger) ?(?:name|naam)"), Role.PERSONS),
    (re.compile(r"(?:scheduled|gepland|geplande|planned) ?(?:at|om|tijd|time|start|um)?"), Role.START),
    (re.compile(r"(?:scheduled|gepland|geplande|planned) ?(?:duration|duur|dauer|minutes|minuten)"), Role.MINUTES),
    (_OF_A_SESSION, Role.PERSONS),
    (
        re.compile(
            r"(?:spreker|speaker|referent|presenter|author|auteur)s? ?\d{0,2} ?[-:]? ?(?:titel|title|e-?mail|mail"
            r"|bio\w*|company|bedrijf|organi[sz]ati\w+|organisatie|functie|role|rol|foto|photo|picture|affiliation|twitter|url|link)"
        ),
        Role.REST,
    ),
    (re.compile(r"\w+ (?:door|by|von|durch)|(?:wie|who|wer) \w+(?: \w+)?"), Role.PERSONS),
)
_LABELS: Final[Mapping[str, Role]] = {
    word: role for word, role in _ROLES.items() if role in {Role.PERSONS, Role.ROOM, Role.REST, Role.MINUTES}
} | dict.fromkeys(("speaker", "spreker", "with", "met", "mit", "gast", "guest", "keynote speaker"), Role.PERSONS)
_KEPT_AS: Final = re.compile(r"(?<=\w)[ _](?:str|string|text|raw|iso|formatted|display)$")
"""How a program keeps what it is of, behind its name: `start_str`, `timeISO`."""
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBERED: Final = re.compile(r"(\D+?) ?\d{1,2}")
# `Referent/in`, `Sprecher*innen`, `Dozent(in)`, `spreker(s)`
_GENDERED: Final = re.compile(r"(?<=\w)(?:[/:*_]-?(?:in|innen|s|e)|\((?:in|innen|s|e)\))$")
_LABEL: Final = re.compile(r"([^\W\d][^:\n]{1,28}?(?::in(?:nen)?)?)\s*:\s+(?=\S)|([^\W\d][^:\n]{1,28}?)\s*:(?=\S)")


def role_of(head: str) -> Role | None:
    """Return what a column is for by its head; None where that says nothing."""
    word = plain(_CAPITAL.sub(" ", head))[0].strip(" :.*?!")
    word = re.sub(r"\s*[(\[].*?[)\]]\s*$", "", word) if word not in _ROLES else word
    word = word.replace("_", " ")
    if word in _ROLES:
        return _ROLES[word]
    if (bare := _KEPT_AS.sub("", word)) in _ROLES and _ROLES[bare] in _WHEN:
        return _ROLES[bare]
    found = next((role for pattern, role in _PHRASES if pattern.fullmatch(word)), None)
    if found is not None or len(word) > 40:
        return found
    one_of_several = _NUMBERED.fullmatch(word)
    if one_of_several is not None and _ROLES.get(one_of_several[1]) is Role.PERSONS:
        return Role.PERSONS
    # `Spreker / begeleider`, `Wie en waar`: the first word that says something.
    parts = [part for part in re.split(r"\s*(?:/|&|\+|,| en | and | und | of | or | oder )\s*|\n", word) if part]
    if len(parts) < 2:
        return None
    roles = [_of_one_word(part.strip(" .")) for part in parts]
    known = [role for role in roles if role is not None]
    return known[0] if len(known) == len(parts) else None


def _of_one_word(word: str) -> Role | None:
    found = _ROLES.get(word)
    return found or next((role for pattern, role in _PHRASES if pattern.fullmatch(word)), None)


def is_of_a_session(head: str) -> bool:
    """Whether a column is for who leads a session, of whom those who speak in it may be others."""
    return _OF_A_SESSION.fullmatch(plain(head)[0].replace("_", " ").strip(" :.*?!")) is not None


def is_column_head(text: str) -> bool:
    """Whether a cell is the head of a column."""
    return 0 < len(text) <= 40 and role_of(text) is not None


def are_column_heads(text: str) -> bool:
    """Whether a line holds the heads of columns that lost what stood between them: `Time Subject & speaker`."""
    words = [word for word in re.split(r"[\s&/,+]+|\b(?:en|and|und)\b", text) if word]
    if len(words) < 2 or len(text) > 60 or role_of(words[0]) not in {Role.TIME, Role.START, Role.DATE}:
        return False
    return all(role_of(word) is not None for word in words)


def label_at(text: str) -> tuple[Role, str, str] | None:
    """Return role, label and the rest of a text that begins with a label: `Spreker: Jan Jansen`; else None."""
    found = _LABEL.match(text)
    if found is None:
        return None
    label = (found[1] or found[2]).strip()
    word = plain(label)[0].strip(" .*")
    role = _LABELS.get(word) or _LABELS.get(_GENDERED.sub("", word))
    return None if role is None else (role, label, text[found.end() :].strip())
