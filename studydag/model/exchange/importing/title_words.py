"""Words that stand in titles of programmes and in no name; in German every noun has a capital, as names do."""

from __future__ import annotations

import re
from typing import Final

_WORDS = """
aan aanpak aanmelden aansluitend aanvang aanwezig aandacht aankomst achter actie actief activiteit activiteiten activities activity
administratie advies afronding afscheid afsluiting afspraken after agenda ai algemeen algemene alle allen alles als an and andere
anders angebot angebote ankommen ankunft ansprache arbeit arbeiten arbeitsgruppe arbeitsgruppen arbeitsphase arbeitsphasen
arrival art as assessment assistent at atelier ateliers auf aufbruch aula aus ausblick ausklang ausstellung austausch auswertung auto avond
balans basis basisonderwijs bauen bedarf beeld before begeleiden begeleiding begin beginn begrüßung bei beleid beraad beroep
beschreibung besprechung bespreking best bestuur beter betrokken bewegen bewegung bezoek bij bijeenkomst bilanz bildung binden blended
blick blik blok board body book boost borrel brain bred brede breed breakout break breaks briefing brücken brunch build building buffet buiten
burger by café cake campus care centraal challenge change changing chance chancen check check-in check-out checkin checkout cirkel class classroom
climate closing club co-teaching coach coaching code coffee college collega collegas collega's collegiale communicatie communication community computer
concept concert conclusie conclusion conference connect contact context continue cooperation course creatief creative
creativity culture cultuur curriculum dag dagafsluiting dagopening dank danke das data de deal debat debate deel deelsessie
deelsessies deelnemers deep dem demo demonstratie demokratie denken der des design design-thinking development dialoog dialog dialogue die differentiatie
differenzierung digital digitaal digitale digitalen digitales digitalisierung digiborden dinner direct directie discussie discussion diskussion
diversiteit diversity doceren docent docenten doel doelen doen doing dokter doorgaande doorlopende door down drama dreams drinks driven
droom durch duurzaam early eat ecole education educatie een een-op-een effectief effective efficient ein eine einen einer einfach einführung eigen
eigenaarschap einlass einleitung einstieg eltern emoties empfang empower en end ende engagement engels english entwicklung equity
er eröffnung ervaringen erste essen essentials ethics ethik europa evaluatie evaluation event every ex excursie exit expert exkursion explore
fachgruppe fachgruppen fachschaft feedback feest field final first flip flow focus fokus formatief formatieve förderung forum fotos foyer
fragen fragerunde free freies freie from frühstück fun fur für future galerie gallery game gamification ganztag ganztagsschule gast
gedrag geen geld gelegenheid gelijke gemeinsam gemeinsame gemeinsamer gemeinsames general gesprek gesprekken gespräch gespräche gesunde gesundheit
geweld gezamenlijk gezamenlijke gezond gezonde global goal goals goed goede good grammar grenzen groei groep groepen groepjes groepsdynamica
groepswerk group groups growing growth grundlagen grundschule gruppe gruppen gruppenarbeit grußwort grußworte gut gute guten guter handelen handeln hands
hands-on happy head health heeft helping herzlich het heute hier high historisch hoe hoofd house how human
huiswerk ice icebreaker ideas ideeën identity ieder iedereen im impact impuls impulse impulsvortrag in inbreng inclusie inclusief inclusion
individuele individuell individuelle informatie information informeel ingenieur inhalte inhoud initiatief inklusion inklusive inleiding inloop innovatie innovation input inschrijven
inset inspiratie inspirational inspiratiesessie inspiration instroom integratie interactieve interactive internet interview intervisie
into intro introduction introductie ist jaar jaarplan jaarplanning jahr join joint jouw junge jugend kaffee kaffeepause
kahoot kansen kansengelijkheid keep kennis kennisdeling kennismaken kennismaking keuze keuzeronde keynote key kick-off kickoff kind kinder kinderen
kinderopvang klas klasse klassen klassenmanagement klein kleine kleuters koffie koffiepauze kollegiale kollegium kommunikation kompetenzen konferenz
konflikte kongress kontakt konzept kooperation kooperative kooperatives koorts kritisch kunst kurs kurze kwaliteit lab labo laboratorium laat
langer language last lead leaders leadership learn learners learning leer leergemeenschap leerkracht leerkrachten leerlijn leerlijnen leerling leerlingen
leerlingbegeleiding leertuin lehre lehren lehrer lehrerin lehrkräfte leiderschap leistung lernen lernens lernkultur lernumgebung lesgeven lesobservatie lesontwerp lessen lesson
level lezen lezing library licht life light like listening literacy live long look loop lounge love lunch lunchpauze maakonderwijs maatschappij
maatwerk magic make making management managing markt marktplatz market master masterclass matters materiaal mathe mathematics maths me media
mediathek medien medienbildung medienkonzept meditatie meer meet meeting mehr mein menschen mensa mensen mentor mentoraat mentoren
mentoring met methode methoden methods middag middagpauze middagdeel mijn mind mindfulness mindset mini mit mitbestimmung mitarbeit mitarbeiter mittagessen mittagspause mobile model modern moderne
module moeder moment more morgen morning motivatie motivation muziek my naar nach nachbereitung nadenken namens natuur natur nazorg network
networking netwerk netwerken netzwerk neue neuen neuer neues new next nieuw nieuwe niet nog not note now nu nur observatie of off
offene offener oefenen om onboarding onder ondersteuning onderwijs onderzoek onderzoekend one online onthaal ontbijt ontmoet ontmoeten
ontmoeting ontspanning ontvangst ontwerpen ontwikkelen ontwikkeling op open opbrengst opbrengsten opening openingswoord opleiding opruimen opstart
opvoeden oriëntatie our out ouder ouderbetrokkenheid ouders outdoor outside over overgang overleg overview overzicht pädagogik pädagogische
pädagogischer panel panelgesprek parallel parallelle parents participatie partners passend pause pausen pauze pedagogiek peer people personal perspective perspectives perspektiven
pesten phase photo physical pitch pitches plan planen planning planung plannen platform play plenair plenaire plenary plenum plus po podium podiumsdiskussion
positief positieve poster power practical practice praat praktijk praktische praxis presentatie presentaties presentation präsentation presenteren primair primary
principes problem process product professional professionele professionalisering program programma programme programm project projekt projekte projekttage prüfung public
puberbrein pulse questions quiz raum reading real reception receptie rede reden reflect reflectie reflecteren reflection reflektieren reflexion regeln registration registratie registrierung relatie rekenen
rekenonderwijs remarks report research resilience respect retrospective review rewards right rode role rond ronde rondes rondje rondleiding room round rounds ruimte ruimtes rückblick runde
runden rust safe safeguarding samen samenkomst samenleving samenvatting samenwerken samenwerking school schoolbestuur schoolbrede schoolcultuur
schoolentwicklung schoolleider schoolleiding schools schoolplan schrijven schul schule schulen schulentwicklung schüler schülerinnen schulleitung schulung science second secondary sector
self send service sessie sessies session sessions set setting share sharing show sichtbaar sie signalen sinn sites skills slides slot slotwoord small smart snack sneak social sociale
socratisch soft solution some soziale soziales speaker special speech speeddate speeddaten spel spelen spiel spiele sport sporten spraak spreker sprekers sprache
sprachbildung staff stage stakeholder stand stand-up start starter startsein state stationen stations stem step stilte storytelling story strategic strategie
strategies strategy stress stress-management student studenten students studie studiedag study stundenplan success summary support survey sustainability
synergie systeem system taak taal taalbeleid taalonderwijs tafel tafels tag tagesabschluss take talent talenten talk talks taking tasks tavern tea teach teacher teachers
teaching teachmeet team teambesprechung teambuilding teamontwikkeling teamoverleg teams teamtijd teamwork technologie technology techniek tee teil teilnehmer tekst tele terugblik terugkoppeling
test tests text thank thanks that the theater thee thema themen themagroep themagroepen theorie theory thinking this three through tiden tijd time tips to today toekomst
toelichting toespraak toets toetsen toetsing together tool tools top topic topics tour track tradition training trauma trends troef trust tussen tutorial tweede uit uitleg uitreiking
uitslag uitstroom uitwisseling ukraine um umbau umgang und unser unsere unserer unterricht unterrichten unterrichts unterrichtsentwicklung up update ursachen use using vaardigheden vak vakgroep
vakgroepen vakoverleg van vanuit vanaf veilig veiligheid verabschiedung verandering veranstaltung verbinding verdieping verdiepende vereinbarungen vergadering verhaal verkenning vernieuwing vernissage verslag vertrek verwelkoming
video vielfalt visie vision visible visit vmbo vo volgende voor voorbereiding voorstelling voorzitter voortgang vooruitblik vorbereitung vorstellung vortrag vortrage vorträge vragen
vrij vrije waarom waar waarden walk walk-in wandelen wandeling warm warm-up warming wat water we web week weg weiter welcome welkom welkomstwoord wellbeing welzijn well werelden werk werkgroep werkgroepen
werken werkplek werksessie werkvormen werkwijze wereld wertschätzung what wie wir with wij wij-gevoel wijk willkommen wirkung wiskunde with wissen woord word words work working workload works workshop
workshopronde workshops world world-café worldcafé write writing yoga you young your youth zaal zeit zelf zelfregulatie zelfsturing ziele zien zorg zorgstructuur zu zukunft
zum zur zusammen zusammenarbeit zusammenfassung zwischen
stiftung stichting hogeschool universiteit universität university gymnasium lyceum academie academy institut instituut institute ministerium ministerie department gemeente gemeinde vereniging verein
company groep gmbh bv vzw asbl ltd inc group museum archief bibliotheek bibliothek bücherei stad city region provincie kirche kerk
english french german spanish dutch nederlands frans duits spaans deutsch englisch französisch latein biologie biology chemie chemistry physics physik natuurkunde scheikunde aardrijkskunde geschiedenis geschichte
history geography geographie economie economics wirtschaft politik religion religie levensbeschouwing informatik informatica sportzaal turnen
phishing cyber cybersecurity security privacy avg dsgvo gdpr chatgpt copilot microsoft google apple ipad ipads onenote excel powerpoint word outlook canva padlet moodle itslearning magister
monday tuesday wednesday thursday friday saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag zondag montag dienstag mittwoch donnerstag freitag samstag sonntag
januari februari maart april mei juni juli augustus september oktober november december january february march may june july august october januar februar märz mai dezember
""".split()

TITLE_WORDS: Final[frozenset[str]] = frozenset(_WORDS) - {"april", "mei", "june", "may", "van", "de", "der", "des", "die"}
_ENDINGS: Final = re.compile(
    r".{3,}(?:ungen|ung|heiten|heit|keiten|keit|schaften|schaft|tionen|tion|tions|ismus|isme|heid|heden|atie|aties|itie|ities|teit|ität|isering|ness|ments"
    r"|ologie|ology|unterricht|onderwijs|lernen|leren|schule|schulen|pause|pauze|sessie|sessies|session|ronde|runde|groep|gruppe|gruppen|groepen"
    r"|zaal|raum|saal|werk|bildung|tag|dag|punkt|punt|kunde|gesprek|gespräch|vortrag|lezing|training|coaching|teaching|learning|thinking|planning"
    r"|building|sharing|meeting|reading|writing|making|setting|opening|closing|wellbeing|skills|work|room|time|arbeit|phase|konferenz|essen|klasse|klassen)"
)


def is_title_word(word: str) -> bool:
    """Whether a word, however it is written, is one that titles use and names don't."""
    low = word.casefold().strip(".,:;!?'\"’()")
    return low in TITLE_WORDS or _ENDINGS.fullmatch(low) is not None
