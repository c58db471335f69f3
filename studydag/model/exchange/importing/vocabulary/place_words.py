"""Words for rooms and houses in Dutch, English and German: all of them stand here, and nowhere else."""

from __future__ import annotations

import re
from typing import Final

# Words with which the name of a hall or a house ends, as in `Sir Duncan Rice Library`; alone they say where, too.
_LAST_WORDS: Final = [
    "aula",
    "auditorium",
    "ballroom",
    "bibliotheek",
    "bibliothek",
    "building",
    "cafeteria",
    "canteen",
    "chapel",
    "foyer",
    "galerie",
    "gallery",
    "gym",
    "kantine",
    "lab",
    "labo",
    "library",
    "lobby",
    "lokaal",
    "lounge",
    "mensa",
    "museum",
    "pavilion",
    "raum",
    "room",
    "saal",
    "salon",
    "stage",
    "studio",
    "suite",
    "terrace",
    "theater",
    "theatre",
    "workroom",
    "zaal",
    "zimmer",
]
# These are houses only behind a name, as in `Taylor Circle`, `University Center`.
_ONLY_BEHIND_A_NAME: Final = [
    "arena",
    "campus",
    "court",
    "dorms",
    "house",
    "center",
    "centre",
    "circle",
    "gymnasium",
    "tower",
]
LAST_WORDS: Final = frozenset((*_LAST_WORDS, *_ONLY_BEHIND_A_NAME))
_ROOMS: Final = (
    r"auditorium maximum"
    r"|food court|dorms?|campus cent(?:er|re)|hall of [A-Z]\w+"
    r"|(?:lobby|pool|lounge|dining|outdoor|exhibit|exhibition|registration|poster|break|common|play|main) area"
    r"|lokaal|lokalen|leslokaal|klaslokaal|vaklokaal|zaal|zalen|ruimte|kamer|mediatheek"
    r"|refter|eetzaal|gymzaal|turnzaal|sporthal|sportzaal|theaterzaal|collegezaal"
    r"|vergaderzaal|vergaderkamer|personeelskamer|teamkamer|lerarenkamer|leraarskamer|docentenkamer"
    r"|directiekamer|speelzaal|speelplaats|schoolplein|plein|patio|keller|kelder|zolder|atrium|hal|hall|inkomhal"
    r"|centrale hal|kerk|kapel|werkplaats|open leercentrum|olc|leerplein|atelier|keuken"
    r"|technieklokaal|computerlokaal|muzieklokaal|tekenlokaal|praktijklokaal|stiltelokaal|feestzaal"
    r"|polyvalente zaal|bestuurskamer|overlegruimte|overblijfruimte|restaurant|bistro|café|cafe|bar"
    r"|computerklas|pc-?klas|muziekklas|kino|cinema|bioscoop|terras|tuin|serre|parking|ingang|receptie|balie|entree|hoofdingang"
    r"|rooms|classrooms|commons|halls|gang|begane grond|corridor|flur|verdieping|audimax"
    r"|classroom|lecture theatre|lecture hall|gymnasium hall"
    r"|staff ?room|main hall|sports hall|dining hall|media cent(?:er|re)|conference room"
    r"|meeting room|courtyard|playground|laboratory|ict suite|board ?room"
    r"|common room|drama studio|music room|reception|wing|hub"
    r"|hörsaal|horsaal|festsaal|kuppelsaal|musiksaal|turnhalle|sporthalle|halle"
    r"|lehrerzimmer|klassenzimmer|klassenraum|räumen?|konferenzraum"
    r"|konferenzzimmer|besprechungsraum|seminarraum|bücherei|pausenhalle"
    r"|forum|werkraum|fachraum|musikraum|computerraum|schulhof|pausenhof|lichthof|gebäude|haus"
    r"|trakt|ebene|mehrzweckraum|gruppenraum|ratssaal|lernatelier|schulküche|studiobühne|bühne|haupteingang"
    r"|orangerie|orangery|amphitheat(?:er|re)|rotunda|rotonde|wintergarten|kapelle|refectory|senaatszaal"
    r"|podium|pavillon|paviljoen|terrasse|galerij|salle|resto|hallway|kazerne|kaserne|schouwburg|stadion|stadium|crypte|crypt|krypta|binnentuin|innenhof|kloostergang|kreuzgang"
    r"|convention cent(?:er|re)|conference cent(?:er|re)"
    r"|congrescentrum|hotel|kasteel|church|kirche|rathaus|stadhuis|bürgerhaus|plaza|quad"
    r"|schloss|schloß|palais|paleis|abdij|klooster|kloster|landgoed"
    r"|balzaal|wandelgangen|eigen klas|eigen groep"
    r"|online|zoom|teams|ms teams|microsoft teams|google meet|livestream|webinar"
)
# A compound of which the last part is such a word is a room as well: Kuppelsaal, Rembrandtzaal, muzieklokaal.
COMPOUND: Final = re.compile(
    r"(?!\w*bischof)[^\W\d_]{2,}-?(?:zaal|lokaal|kamer|saal|raum|halle|zimmer|aula|theek|thek|ruimte|plein|hof|kantine|mensa|zolder|kelder|keller|foyer|huis"
    r"|kamers|ruimtes|ruimten|lokalen|zalen|räumen?|podium|kerk|kirche|kapelle|kapel|haus|gebäude|gebouw|büro)"
)
# Of these, what stands in front of a colon is a room and no theme: `Kapittelzaal: Anna Bos`, not `Spielraum: Lernen`.
HALL: Final = re.compile(r"[^\W\d_]{3,}(?:zaal|saal|lokaal|zolder|kelder|keller|kapel|kapelle|halle|foyer|kantine)")
WORD: Final = re.compile(rf"(?<![\w-])(?:{_ROOMS}|{'|'.join(_LAST_WORDS)})(?![\w-])", re.IGNORECASE)
# `University Center`, `Taylor Circle`: a house by its name.
HOUSE: Final = re.compile(
    rf"(?!Open |Full )(?:[A-ZÀ-Þ][\w.'’&-]*\s){{1,3}}(?:{'|'.join(word.title() for word in _ONLY_BEHIND_A_NAME)})"
)
# Words of rooms that stand in titles as well, as in `Gallery walk`.
WEAK: Final = re.compile(
    r"gallery|galerie|galerij|hotel|museum|church|chapel|kirche|terrace|terrasse|plaza|theatre|theater|studio|atelier|forum"
    r"|bar|caf[eé]|kino|cinema|bioscoop|lab|laboratory|hub|stage|garden|tuin|plein|restaurant|library|bibliothe[ek]+|building|wing|playground"
    r"|online|zoom|teams|webinar|livestream|keuken|kerk|haus|gym|lounge|reception|receptie|studiobühne|bühne"
    r"|schlo(?:ss|ß)|palais|paleis|abdij|klooster|kloster|landgoed|campus|arena|kazerne|kaserne|stadion|stadium",
    re.IGNORECASE,
)
# In front of other words these say what a title is about, as in `Building Bridges`, `Stage Fright`.
NEVER_FIRST: Final = re.compile(
    r"building|gallery|library|stage|lab|laboratory|hub|wing|playground|lounge|garden|court|bar", re.IGNORECASE
)
NUMBERED: Final = (
    r"lokaal|lok|leslokaal|klaslokaal|zaal|ruimte|kamer|room|rm|raum|saal|hörsaal|zimmer|hall|lab|studio|theatre"
    r"|classroom|vergaderzaal|seminarraum|klas|gebouw|building|haus|geb|verdieping|blok|block|level|tafel|table|tisch"
    r"|amphi|salle|sala|hoek|vleugel|wing|suite|auditorium|aula|seminar ?room|meeting room|lecture theatre"
    r"|r|hs|zi|aud|sr|lt"
)
# `Markt 13/14`, `Rudolf-Breitscheid-Straße 177`, `Burg 10`: in which street.
ADDRESS: Final = re.compile(
    r"(?:[^\W\d_][\w.'’-]*\s){0,4}?[^\W\d_][\w.'’-]*(?:stra(?:ß|ss)e|str\.|straat|laan|weg|plein|plaats|platz|markt|gasse"
    r"|allee|kade|gracht|singel|dijk|dreef|lei|steenweg|street|road|avenue|lane|drive|boulevard|square|[Mm]arkt|[Pp]latz"
    r"|[Ss]traße|[Ss]treet|[Rr]oad|[Ww]eg|[Ll]aan|[Pp]lein)\s\d{1,4}\s?(?:[-/–]\s?\d{1,4}|[a-zA-Z])?"
    r"(?:,? \d{4,5} .{2,30})?"
    r"|(?:Markt|Burg|Plein|Platz|Am|An|Im)\s(?:[^\W\d_][\w.'’-]*\s){0,3}\d{1,4}(?:[-/–]\d{1,4}|[a-zA-Z])?"
    r"|Platz\s[a-zà-þ]{3}\s[^\W\d_][\w-]+\s\d{1,4}(?:[-/–]\d{1,4}|[a-zA-Z])?"
)
# What may stand beside a room and a comma: on which floor, or in which house by its initials.
FLOOR: Final = re.compile(
    r"(?:\d{1,2}(?:e|de|ste|st|nd|rd|th)?\.? ?|\w+ )(?:verdieping|etage|floor|stock|og|ug)"
    r"|(?:level|floor|verdieping|etage) \w{1,6}|(?:begane grond|ground floor|erdgeschoss|eg)"
    r"|(?:lower|upper|ground|main|street|lobby|plaza|terrace|mezzanine|concourse|ballroom|bronze|silver|gold) level",
    re.IGNORECASE,
)
INITIALS: Final = re.compile(r"[A-Z]{2,6}")
# Where people come from, behind their names, at a conference.
COUNTRY: Final = re.compile(
    r"(?:the )?(?:United (?:States(?: of America)?|Kingdom|Arab Emirates)|U\.?S\.?A\.?|U\.?K\.?|Netherlands|Belgium"
    r"|Germany|France|Spain|Portugal|Italy|Austria|Switzerland|Luxembourg|Ireland|England|Scotland|Wales|Denmark|Sweden"
    r"|Norway|Finland|Iceland|Estonia|Latvia|Lithuania|Poland|Czech(?:ia| Republic)|Slovakia|Slovenia|Croatia|Serbia"
    r"|Hungary|Romania|Bulgaria|Greece|Cyprus|Malta|Turkey|Türkiye|Ukraine|Israel|Canada|Mexico|Brazil|Chile|Argentina"
    r"|Colombia|Australia|New Zealand|Japan|China|Hong Kong|South Korea|Taiwan|India|Indonesia|Malaysia|Singapore"
    r"|Thailand|Vietnam|Philippines|South Africa|Kenya|Nigeria|Ghana|Egypt|Morocco|Suriname|Nederland|België|Duitsland"
    r"|Frankrijk|Oostenrijk|Zwitserland|Luxemburg|Ierland|Engeland|Verenigd Koninkrijk|Verenigde Staten|Niederlande"
    r"|Belgien|Deutschland|Frankreich|Österreich|Schweiz|Dänemark|Schweden|Norwegen|Finnland)"
)
