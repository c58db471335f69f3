"""What sentences and lists below a block say of who speaks there, and what they say that is no part of its title."""

import pytest

from studydag.model.exchange.importing.recognising.sentence_people import people_told
from tests.model.exchange.importing.copied_texts import read, said


@pytest.mark.parametrize(
    ("sentence", "persons"),
    [
        ("Anna Bos, Jan Mos en Peter Tak gaan in gesprek over het vak.", ("Anna Bos", "Jan Mos", "Peter Tak")),
        (
            "Onder leiding van Karin Smit praten wethouder Henk Bakker, leraar Lotte Vos en leerling Tim de Wit.",
            ("Karin Smit", "Henk Bakker", "Lotte Vos", "Tim de Wit"),
        ),
        (
            "Karin Smit (UGent) leidt het gesprek met Jan Mos (KOV) en Joske Wubs.",
            ("Karin Smit", "Jan Mos", "Joske Wubs"),
        ),
        ("Een uur over regels. Jan de Vries van het Blauwe Huis loodst je erdoor.", ("Jan de Vries",)),
        (
            "Anna Bos, directeur van Kunst, en Jan Mos, lector bij Noord, gaan in gesprek met Ria Vos.",
            ("Anna Bos", "Jan Mos", "Ria Vos"),
        ),
        ("Aan het woord komen onder andere Lotte Vos en Piet van der Meer.", ("Lotte Vos", "Piet van der Meer")),
        ("Onze gasten zijn Anna Bos, wethouder, en Jan Mos.", ("Anna Bos", "Jan Mos")),
        ("Wethouder Anna Bos heet de deelnemers welkom.", ("Anna Bos",)),
        ("Our speakers are Mary Jones and Peter Smith.", ("Mary Jones", "Peter Smith")),
        ("Es sprechen Anna Schmidt und Prof. Dr. Jens Müller.", ("Anna Schmidt", "Prof. Dr. Jens Müller")),
        ("Op de avond zal de heer Jan Mos een voordracht verzorgen over de stad.", ("de heer Jan Mos",)),
        ("Tijdens deze sessie neemt Anna Bos je mee in de wereld van lezen.", ("Anna Bos",)),
        ("Met bijdragen van o.a. Anna Bos, Jan Mos en Ria Vos.", ("Anna Bos", "Jan Mos", "Ria Vos")),
        ("Die Moderation der Runde übernimmt der Journalist Jens Müller (Kiel).", ("Jens Müller",)),
        ("After the break, Mary Jones and Peter Smith will lead a discussion.", ("Mary Jones", "Peter Smith")),
        ("Es diskutieren Dr. Anna Schmidt, Gründer, und Jens Müller.", ("Dr. Anna Schmidt", "Jens Müller")),
        ("Inleiders zijn ds. Jan Mos en ds. Dick ter Horst.", ("ds. Jan Mos", "ds. Dick ter Horst")),
        ("Anna Bos studeerde taal en is hoogleraar.", ("Anna Bos",)),
        ("Maria Montessori is de grondlegger van dit onderwijs.", ()),
        ("In de film vertelt Anna Bos over haar leven.", ()),
        ("Het onderwijs dat Anna Bos geeft is bijzonder.", ()),
        ("De film van Anna Bos toont de stad zoals die was.", ()),
        ("Jan van Noord ontwierp toestellen die Anna Bos beschreef in haar boek.", ()),
        ("x " * 2000, ()),
    ],
)
def test_a_sentence_tells_who_take_part(sentence: str, persons: tuple[str, ...]) -> None:
    assert people_told(sentence) == persons


def test_all_whom_a_sentence_below_a_block_names_lead_it() -> None:
    talk = "Anna Bos, Jan Mos en Peter Tak gaan in gesprek over de toekomst van het vak."
    assert said(f"9.00 Inloop\n9.30 Panelgesprek\n{talk}\n11.00 Lunch\n")[1][1:3] == (
        "Panelgesprek",
        ("Anna Bos", "Jan Mos", "Peter Tak"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "Opening door Studio Rood",
        "Dansles door Collectief Noord",
        "Muziek by The Green Notes",
        "Arrive by Blue Line",
        "Lezing door Bureau Zon",
    ],
)
def test_a_firm_or_a_band_is_no_person(line: str) -> None:
    assert said(f"9.00 {line}\n10.00 Pauze\n11.00 Slot\n")[0][1:3] == (line, ())


@pytest.mark.parametrize("title", ["Plenair programma", "Plenaire sessie", "Panelgesprek", "Plenary session"])
def test_who_speaks_of_what_in_a_plenary_is_no_choice(title: str) -> None:
    listed = "• Kansen in de klas: Anna Bos, lector\n• Taal en rekenen: Jan Mos, onderzoeker\n"
    assert said(f"9.00 Inloop\n10.00 {title}\n{listed}11.00 Pauze\n12.00 Slot\n")[1:3] == [
        ("10:00", title, ("Anna Bos", "Jan Mos"), ""),
        ("11:00", "Pauze", (), ""),
    ]


def test_workshops_with_who_leads_them_stay_a_choice() -> None:
    listed = "• Kansen in de klas: Anna Bos, lector\n• Taal en rekenen: Jan Mos, onderzoeker\n"
    assert [row[2] for row in said(f"9.00 Inloop\n10.00 Workshops\n{listed}11.00 Slot\n")][1:4] == [
        (),
        ("Anna Bos",),
        ("Jan Mos",),
    ]


@pytest.mark.parametrize(
    "advice",
    [
        "let op, neem een eigen beker mee",
        "parkeren op P2",
        "parkeerkaarten liggen klaar bij de balie",
        "jassen kunnen in de garderobe",
        "Neem je laptop mee",
        "with the themes of those who take part:",
    ],
)
def test_what_to_know_is_no_part_of_the_title_above(advice: str) -> None:
    assert said(f"9.00 Inloop\n{advice}\n10.00 Lezing\n11.00 Slot\n")[0][1] == "Inloop"
    assert any(
        advice in (block.description)
        for part in read(f"9.00 Inloop\n{advice}\n10.00 Lezing\n").parts
        for block in part.blocks
    )


def test_a_title_in_two_lines_stays_whole() -> None:
    assert said("9.00 Inloop\n10.00 Samen leren in de wijk:\nhoe het kan\n11.00 Slot\n")[1][1].endswith("hoe het kan")


def test_what_somebody_does_may_stand_in_quotes() -> None:
    who = "Prof. dr. Anna Bos, emeritus hoogleraar “Taal”, Departement Letteren, Universiteit Noord"
    assert said(f"9.00 Inloop\n10.00 {who}\nRekenschap geven van taal\n11.00 Slot\n")[1][1:3] == (
        "Rekenschap geven van taal",
        ("Prof. dr. Anna Bos",),
    )


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("1A: Denk mee (zaal Harten Boer)", "1A: Denk mee", "zaal Harten Boer"),
        ("Wrap-up (Convocation Hall", "Wrap-up", "Convocation Hall"),
        ("Werken bij het Instituut (1963-1968)", "Werken bij het Instituut (1963-1968)", ""),
    ],
)
def test_what_in_parentheses_is_a_room(line: str, title: str, room: str) -> None:
    assert said(f"9.00 {line}\n10.00 Pauze\n11.00 Slot\n")[0][1:] == (title, (), room)


def test_a_plenary_above_a_list_is_called_so() -> None:
    listed = "• Welkom door Anna Bos, dagvoorzitter\n\n• Jan Mos, hoogleraar te Gent - Over taal\n"
    text = f"9.00 uur\n\nInloop\n\n10.00 uur\n\nPlenair programma\n\n{listed}\n11.00 uur\n\nPauze\n"
    assert said(text)[1:] == [("10:00", "Plenair programma", ("Anna Bos", "Jan Mos"), ""), ("11:00", "Pauze", (), "")]


def test_a_plenary_is_no_choice_even_without_names() -> None:
    listed = "• Terugblik op het jaar\n• Vooruitblik\n"
    assert len(said(f"9.00 Inloop\n10.00 Plenaire sessie\n{listed}11.00 Pauze\n12.00 Slot\n")) == 4


def test_several_speak_of_what_stands_in_quotes_behind_them() -> None:
    who = 'Lukas Deve, Geert van Isten, Dirk Roch: "Wissen: Nachbarn im Gespräch"'
    text = (
        f"10 Uhr (Hörsaal Q 1): Start\n11 Uhr (Hörsaal Q 1):\n{who}\n(Moderation: Ute Mons), mit Musik\n12 Uhr Ende\n"
    )
    assert said(text)[1][1:3] == (
        '"Wissen: Nachbarn im Gespräch"',
        ("Lukas Deve", "Geert van Isten", "Dirk Roch", "Ute Mons"),
    )


def test_with_whom_is_told_in_a_line_of_its_own() -> None:
    text = "10.00 Panelgesprek – Taal\nMet Peter Vermeer (KOV), Yves Bos en Gert Jan Slim.\n11.00 Pauze\n12.00 Slot\n"
    assert said(text)[0][1:3] == ("Panelgesprek – Taal", ("Peter Vermeer", "Yves Bos", "Gert Jan Slim"))


@pytest.mark.parametrize(
    ("line", "title", "persons"),
    [
        ("Stripworkshop met Anna Bos – Teken je dag", "Stripworkshop met Anna Bos – Teken je dag", ("Anna Bos",)),
        ("Grußwort Prof. Dr. Anna Kant EKZW", "Grußwort Prof. Dr. Anna Kant EKZW", ("Prof. Dr. Anna Kant",)),
        ("Vraag Het De Sprekers: Tips, Adviezen, Werk", "Vraag Het De Sprekers: Tips, Adviezen, Werk", ()),
    ],
)
def test_who_speaks_stands_within_the_title(line: str, title: str, persons: tuple[str, ...]) -> None:
    assert said(f"9.00 {line}\n10.00 Pauze\n11.00 Slot\n")[0][1:3] == (title, persons)


def test_a_numbered_podium_is_no_room() -> None:
    text = "9.00 bis 9.30 Uhr\nPodium I\nVon den Besten lernen?\n\n10.00 bis 11.00 Uhr\nPause\n\n12.00 Uhr\nEnde\n"
    assert said(text)[0][1] == "Podium I"
    assert said(text)[0][3] == ""


def test_options_whose_lines_have_run_together_are_options() -> None:
    table = "Tijd\tOnderdeel\tWaar\n9.00\tInloop\tKantine\n9.30\tRonde 1: - Rekenen (Jan Mos) - Taal (Ria Vos)\t\n"
    assert [row[1:3] for row in said(f"{table}11.00\tPauze\tKantine\n")][1:4] == [
        ("Ronde 1", ()),
        ("Rekenen", ("Jan Mos",)),
        ("Taal", ("Ria Vos",)),
    ]


def test_a_sentence_ends_with_the_number_of_a_room() -> None:
    text = "We starten om 9 uur. Van 9.15 tot 10.30 geeft Anna Bos een workshop in lokaal 3. Daarna is er pauze.\n"
    assert said(f"{text}We sluiten om 15 uur af met een quiz.\n")[1][1:] == ("Workshop", ("Anna Bos",), "lokaal 3")


def test_options_keep_what_stands_between_bars_apart() -> None:
    listed = "Workshop A: Bewegen | Gymzaal | Jan Mos\nWorkshop B: Lezen | Lokaal 4 | Ria Vos\n"
    text = f"9:00\nInloop\n\n11:00\nWorkshops ronde 1\n{listed}\n12:30\nLunch\n"
    assert [row[1:] for row in said(text)][2:4] == [
        ("Workshop A: Bewegen", ("Jan Mos",), "Gymzaal"),
        ("Workshop B: Lezen", ("Ria Vos",), "Lokaal 4"),
    ]
