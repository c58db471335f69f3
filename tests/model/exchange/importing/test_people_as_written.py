"""Who leads, as people write it: names from many countries, schools and offices around them, several in one line."""

import pytest

from studydag.model.exchange.importing.recognising.people import listed_people, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from tests.model.exchange.importing.copied_texts import read, said


@pytest.mark.parametrize("name", ["María", "Maria", "Şeyma", "Seyma", "Łukasz", "SINÉAD", "Jan-Peter", "Aminata"])
def test_a_first_name_is_known_with_and_without_accents_and_by_its_parts(name: str) -> None:
    assert is_given_name(name)


@pytest.mark.parametrize("word", ["Leren", "Kunst", "Hong", "Adem", "Leer-kracht", "-", ""])
def test_other_words_are_no_first_names(word: str) -> None:
    assert not is_given_name(word)


@pytest.mark.parametrize(
    ("text", "title", "persons"),
    [
        ("Lezen – Anke v.d. Berg", "Lezen", ("Anke v.d. Berg",)),
        ("Lezen – Anke vd Berg", "Lezen", ("Anke vd Berg",)),
        ("Taalbad, voorgesteld door Griet Bos", "Taalbad", ("Griet Bos",)),
        ("Rekenhoek, bedacht door Griet Bos", "Rekenhoek", ("Griet Bos",)),
        ("Podium, geleitet von Uwe Post, mit Ria Vos und Ute Mos", "Podium", ("Uwe Post", "Ria Vos", "Ute Mos")),
        ("Debate, moderated by Ann Hill", "Debate", ("Ann Hill",)),
        ("Fragen stellen (Kleinmann / Dr. Ute Mos)", "Fragen stellen", ("Kleinmann", "Dr. Ute Mos")),
        ("Toetsen kiezen (werkgroep: Bart, Noor en Femke)", "Toetsen kiezen", ("Bart", "Noor", "Femke")),
        ("Warming-up met juf Mies en meester Bob", "Warming-up", ("Mies", "Bob")),
        ("Start (Ria)", "Start", ("Ria",)),
        ("Interview met leraar van het jaar Anna Bos", "Interview", ("Anna Bos",)),
        ("Gast: Anna Bos in gesprek met Jan Mos", "Gast", ("Anna Bos", "Jan Mos")),
        ("Turnen — Coach T. Mos", "Turnen", ("Coach T. Mos",)),
        ("Samen lezen. Anna Bos, lector te Gent", "Samen lezen", ("Anna Bos",)),
        ("Samen lezen. Een vervolg op Kijken", "Samen lezen. Een vervolg op Kijken", ()),
        ("Leren zien dat het werkt Spreker: Anna Bos", "Leren zien dat het werkt", ("Anna Bos",)),
        ("Lezing Anna Bos: De stad als klas", "Lezing: De stad als klas", ("Anna Bos",)),
        ("Bostocht met gids Corrie", "Bostocht", ("Corrie",)),
        ("Rosa (logopedist) over taal", "Rosa (logopedist) over taal", ("Rosa",)),
        ("Gespräch mit Uwe Post, Ute Mos und Schülern", "Gespräch", ("Uwe Post", "Ute Mos")),
        ("Greeting, Rt Hon Dame Ann Hill", "Greeting", ("Rt Hon Dame Ann Hill",)),
        ("Mut (Dipl.-Psych. Ute Mos & Team)", "Mut", ("Dipl.-Psych. Ute Mos",)),
        ("Qyrr van Wamd (VU) & Anna Bos: Lezen leren", "Lezen leren", ("Qyrr van Wamd (VU)", "Anna Bos")),
        ("Vortrag „Mut“, Dr. Ute Mos (PH Freiburg)", "Vortrag „Mut“", ("Dr. Ute Mos (PH Freiburg)",)),
    ],
)
def test_who_leads_goes_off_the_title(text: str, title: str, persons: tuple[str, ...]) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons) == (title, persons)


def test_a_firm_that_made_a_page_leads_nothing() -> None:
    assert peel("Sluiting met drankje powered by progranet").persons == ()


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("ANNA TEN BRINK EN DIRK MOS", ("ANNA TEN BRINK", "DIRK MOS")),
        ("Xyrth Qamm (OVG) en Wubbo Qadd (De Wilg)", ("Xyrth Qamm (OVG)", "Wubbo Qadd (De Wilg)")),
        ("W. v/d Laan, P. Kuiper", ("W. v/d Laan", "P. Kuiper")),
        ("Xuan Mai Le", ("Xuan Mai Le",)),
        ("Univ.-Prof. Dr. Ute Mos", ("Univ.-Prof. Dr. Ute Mos",)),
        ("Prof.'in Dr. Ute Mos", ("Prof.'in Dr. Ute Mos",)),
        ("Anna Bos en Jan Mos in gesprek", ("Anna Bos", "Jan Mos")),
        ("Dr.in Ute Mos", ("Dr.in Ute Mos",)),
        ("Schrijver en dichter Anna Bos", ("Anna Bos",)),
        ("Onderwijskundige Anna Bos", ("Anna Bos",)),
        ("Staatssekretärin für Schule & Kultur Ute Mos (angefragt)", ("Ute Mos",)),
        ("Präsident des Landtags Hessen Jan Mos, (angefragt)", ("Jan Mos",)),
        ("Minister of Education Mary Jones", ("Mary Jones",)),
        ("Ministerin für Schule, Jugend und Kultur Ute Mos", ("Ute Mos",)),
        ("Dr. Anna Bos emeritus hoogleraar taal te Gent en oprichter van De Kas", ("Dr. Anna Bos",)),
        ("Jan Mos directeur van De Wilg", ("Jan Mos",)),
        ("Ministerialrat Jan Qadd, Leiter Schule, Ute Klar, Referentin", ("Ministerialrat Jan Qadd", "Ute Klar")),
        ("Anna van den BosJan MosRia Tak", ("Anna van den Bos", "Jan Mos", "Ria Tak")),
        ("Anna Bos (huisarts, Ede) Jan Mos (De Zorg)", ("Anna Bos (huisarts, Ede)", "Jan Mos (De Zorg)")),
    ],
)
def test_a_line_of_people_is_surely_one(text: str, persons: tuple[str, ...]) -> None:
    named = speaker_of(text)
    assert (named.persons, named.sureness.name) == (persons, "SURE")


@pytest.mark.parametrize(
    "text",
    [
        *("Trainer worden met Anna Bos", "Raad van Bestuur", "Hoge Raad", "De Wilg Academy"),
        *("Voorzitter van Stichting Jan Mos", "Leiterin der Grundschule Anna Bos", "Jan Mos leert docenten lezen"),
    ],
)
def test_a_line_that_is_no_name_names_nobody_surely(text: str) -> None:
    assert speaker_of(text).sureness.name != "SURE"


def test_the_school_behind_a_name_is_nobody() -> None:
    assert listed_people("Tunde Mos, Oakfield Academy") == ("Tunde Mos",)
    assert people_in("Hajar Bos, Atheneum Gent").persons == ("Hajar Bos",)
    assert listed_people("Anna Bos, Piet Schoolmeester") == ("Anna Bos", "Piet Schoolmeester")


def test_a_sentence_names_the_one_who_leads_and_those_who_act() -> None:
    text = "Onder leiding van journaliste Ria Vos gaan Jan Mos, Els Post en Bo Tak met elkaar in gesprek."
    assert people_told(text) == ("Ria Vos", "Jan Mos", "Els Post", "Bo Tak")


@pytest.mark.parametrize(
    ("sentence", "persons"),
    [
        ("Algemeen directeur Anna Bos heet iedereen welkom.", ("Anna Bos",)),
        ("Met Ria Vos van GO! atheneum Gent en Jan Mos van basisschool De Wilg.", ("Ria Vos", "Jan Mos")),
        ("Cognitive scientist Qyrr Mosk and former teacher Ann Hill share findings.", ("Qyrr Mosk", "Ann Hill")),
        ("Headteacher Ann Hill welcomes delegates.", ("Ann Hill",)),
        (
            "Hosted by Ann Hill, with contributions from Qyrr Mosk, Tom Reed and Anne Post Academy students.",
            ("Ann Hill", "Qyrr Mosk", "Tom Reed"),
        ),
        ("Leraar Nederlands is een vak dat Anna Bos mooi vindt.", ()),
    ],
)
def test_offices_and_schools_stand_around_names_in_a_sentence(sentence: str, persons: tuple[str, ...]) -> None:
    assert people_told(sentence) == persons


def test_several_with_bars_between_them_stand_below_a_block() -> None:
    text = (
        "9.00 Grußworte\nLandrat Uwe Post | Dr. Ute Mos, Stiftung Nord\n10.00 Impuls\nAnna Vos im Gespräch mit Bo Tak\n"
    )
    assert [row[2] for row in said(text)] == [("Uwe Post", "Dr. Ute Mos"), ("Anna Vos", "Bo Tak")]


def test_initials_that_begin_a_line_are_no_letter_of_a_list() -> None:
    text = "9.00 Schrijven\nJ. T. Mos, docent\n10.00 Pauze\n"
    assert said(text)[0] == ("09:00", "Schrijven", ("J. T. Mos",), "")


def test_the_school_on_the_line_below_a_name_is_nobody() -> None:
    text = (
        "9.00 Samen lezen\nHajar Bos\nAtheneum Gent\n10.00 Welkom\nRia Vos\nVoorzitter Raad van Bestuur\n11.00 Slot\n"
    )
    assert [row[2] for row in said(text)] == [("Hajar Bos",), ("Ria Vos",), ()]


def test_who_is_from_a_school_stands_on_a_line_of_their_own_too() -> None:
    text = "9.00 Panel\nAnn Hill, Pine High School\nQyrr Mosk, Union School District\n10.00 Tea\n"
    assert said(text)[0][2] == ("Ann Hill", "Qyrr Mosk")


def test_a_numbered_session_with_its_leader_in_brackets_is_a_choice() -> None:
    text = "9.00 Workshops\nWS 1 Rechnen heute (Anna Bos)\nWS 2 Lesen lernen (Uwe Post)\n10.00 Pause\n"
    programme = read(text)
    options = programme.parts[0].blocks[0].options
    assert [(each.title, each.persons) for each in options] == [
        ("WS 1 Rechnen heute", ("Anna Bos",)),
        ("WS 2 Lesen lernen", ("Uwe Post",)),
    ]


def test_initials_behind_a_name_are_no_room_where_rooms_stand_in_parentheses() -> None:
    text = "9.00 Lezen – dr. Anna Bos (ITTA)\n10.00 Rekenen (lokaal 4)\n11.00 Schrijven (lokaal 6)\n"
    assert said(text)[0] == ("09:00", "Lezen", ("dr. Anna Bos (ITTA)",), "")


def test_those_who_take_part_are_people_where_they_are_named() -> None:
    text = (
        "9.00 Debat over toetsen\nDeelnemers: Anna Bos (VU), Jan Mos (De Wilg)\n10.00 Spel\nDeelnemers: ouders, team\n"
    )
    assert [row[2] for row in said(text)] == [("Anna Bos (VU)", "Jan Mos (De Wilg)"), ()]


def test_a_name_no_list_knows_stands_before_a_colon_where_others_do() -> None:
    text = "9.00 Anna Bos: Leren lezen\n10.00 Qyrr Wamdottir: Buiten spelen\n11.00 Jan Mos: Muziek maken\n"
    assert said(text)[1][1:3] == ("Buiten spelen", ("Qyrr Wamdottir",))


def test_running_text_behind_a_name_is_nobody() -> None:
    told = (
        "Anna Bos High hopes are what good schools share – that all children can learn, and that one must help, always"
    )
    assert listed_people(told) == ("Anna Bos",)
    assert listed_people("Ria Vos, who tells how one hopes that all learn to read, and to like it") == ("Ria Vos",)
    assert listed_people("werkgroep taal") == ("werkgroep taal",)
