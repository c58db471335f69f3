"""Times that go on over two lines, codes before times, and what stands between a time and its title."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.opening import read_text
from tests.model.exchange.importing.copied_texts import said

SAID = [("09:00", "Inloop", (), ""), ("09:30", "Lezing over taal", (), ""), ("10:30", "Werkgroepen", (), "")]


@pytest.mark.parametrize(
    "text",
    [
        "9.00 -\n9.30 uur\nInloop\n9.30 -\n10.30 uur\nLezing over taal\n10.30 -\n11.30 uur\nWerkgroepen",
        "9.00 Uhr bis\n9.30 Uhr Inloop\n9.30 Uhr bis\n10.30 Uhr Lezing over taal\n10.30 bis\n11.30 Uhr Werkgroepen",
        "9:00\n- 9:30 Inloop\n9:30\n- 10:30 Lezing over taal\n10:30\n- 11:30 Werkgroepen",
        "9:00\nto 9:30 Inloop\n9:30\nto 10:30 Lezing over taal\n10:30\nto 11:30 Werkgroepen",
        "van 9 tot\n9.30 uur: Inloop\nvan 9.30 uur tot\n10.30 uur: Lezing over taal\nvanaf 10.30 uur: Werkgroepen",
        "A1  9:00 AM to\n9:30 AM\nInloop\nA2  9:30 AM to\n10:30 AM\nLezing over taal\nB1  10:30 AM\nWerkgroepen",
    ],
)
def test_a_time_may_go_on_on_the_next_line(text: str) -> None:
    assert said(text) == SAID
    assert [line.end is not None for line in read_text(text) if line.kind.is_block][:2] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        # A title is missing: the dash stands before it.
        "9.00 -\n9.30 - Lezing over taal\n10.30 - Werkgroepen\n11.30 -\n12.00 - Slot",
        # Bullets below the time of the whole.
        "9.00\n- 9.30 Lezing over taal\n- 10.30 Werkgroepen\n- 12.00 Slot",
    ],
)
def test_the_next_block_is_no_end(text: str) -> None:
    assert [(start, title) for start, title, *_ in said(text)] == [
        ("09:30", "Lezing over taal"),
        ("10:30", "Werkgroepen"),
        ("12:00", "Slot"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "S1\t9.00 - 9.30\tInloop\nS2\t9.30 - 10.30\tLezing over taal\nS3\t10.30\tWerkgroepen",
        "101 9:00 Inloop\n102 9:30 Lezing over taal\n103 10:30 Werkgroepen",
        "A | 9.00 | Inloop\nB | 9.30 | Lezing over taal\nC | 10.30 | Werkgroepen",
    ],
)
def test_codes_before_times_are_no_titles(text: str) -> None:
    assert said(text) == SAID


@pytest.mark.parametrize("lasting", ["30 min", "30'", "30 minuten"])
def test_a_cell_behind_the_time_may_say_how_long(lasting: str) -> None:
    lines = read_text(f"9.00\t{lasting}\tWelkom\tAnna Bos\n9.30\t60 min\tLezing\tKarel Vos\n10.30\t1 uur\tLunch")
    assert [(line.title, line.persons) for line in lines] == [
        ("Welkom", ("Anna Bos",)),
        ("Lezing", ("Karel Vos",)),
        ("Lunch", ()),
    ]
    assert [line.minutes for line in lines] == [30, 60, 60]


@pytest.mark.parametrize("label", ["Lead Speaker", "Spreker", "Referentin"])
def test_a_place_stands_between_a_time_and_what_is_apart_below_it(label: str) -> None:
    text = "\n\n".join(
        f"{start}\n{where}\n\n{title}\nJe ziet hoe dat gaat in groep 3, met veel filmpjes uit de klas.\n\n"
        f"{label}: Anna Bos"
        for start, where, title in (
            ("9:00 - 10:00", "Manchester GHI", "Tellen met plaatjes"),
            ("10:00 - 11:00", "Douglas CD", "Breuken op een lijn"),
            ("11:00 - 12:00", "Elizabeth F", "Praten in de les"),
        )
    )
    assert said(text) == [
        ("09:00", "Tellen met plaatjes", ("Anna Bos",), "Manchester GHI"),
        ("10:00", "Breuken op een lijn", ("Anna Bos",), "Douglas CD"),
        ("11:00", "Praten in de les", ("Anna Bos",), "Elizabeth F"),
    ]


def test_what_is_told_apart_below_a_title_leaves_the_title() -> None:
    text = (
        "9:00\nWelkom\n\nKoffie en thee\nWe beginnen rustig, want sommigen komen van ver en hebben file gehad.\n\n"
        "9:30\nLezing\n\nLeren met plezier\nAnna Bos laat zien hoe dat kan in een klas met dertig kinderen erin."
    )
    assert next((start, title) for start, title, *_ in said(text)) == ("09:00", "Welkom")


@pytest.mark.parametrize(
    "line",
    ["{} - {} ({})", "{} {}, {}", "{} uur: {} ({})", "{}\n{} ({})"],
)
def test_who_and_where_stand_above_a_title(line: str) -> None:
    blocks = [
        ("09:30", "Greet Maes en Dirk Bal", "Zaal 1.12", "Schrijven met plezier in de derde graad"),
        ("10:30", "Hilde Mertens", "Zaal 1.14", "Een woordenschat die blijft"),
        ("11:30", "Karel Vos", "Aula", "Voorlezen aan wie dat niet meer wil"),
    ]
    text = "\n".join(f"{line.format(start, who, where)}\n{title}" for start, who, where, title in blocks)
    assert said(text) == [(start, title, tuple(who.split(" en ")), where) for start, who, where, title in blocks]


def test_a_part_of_the_day_may_say_only_until_when() -> None:
    text = "ab 9 Uhr Ankommen\n9.30 Uhr Vortrag\nbis ca. 12 Uhr Ausklang\nbis 10 Uhr kann man noch Karten kaufen"
    lines = read_text(text)
    assert [(line.title, line.end) for line in lines if line.kind.is_block][2] == ("Ausklang", dt.time(12))
    assert [line.start for line in lines][2] is None
    assert dt.time(10) not in {line.end for line in lines}
    (_, closing) = read_text("9.00 - 10.00 uur: lezing\ntot 12.00 uur: sporten")
    assert (closing.title, closing.end) == ("sporten", dt.time(12))


def test_most_titles_end_in_a_room_where_the_columns_were_lost() -> None:
    text = (
        "Tijd Activiteit Locatie\n8.30 Ontvangst Foyer\n9.00 Opening Aula\n9.30 Lezing over taal Aula\n10.30 Slot Foyer"
    )
    assert said(text) == [
        ("08:30", "Ontvangst", (), "Foyer"),
        ("09:00", "Opening", (), "Aula"),
        ("09:30", "Lezing over taal", (), "Aula"),
        ("10:30", "Slot", (), "Foyer"),
    ]
    assert said("9.00 Opening\n9.30 Op bezoek in de Aula\n10.00 Taal Aula\n11.00 Slot")[2][1] == "Taal Aula"


def test_three_blocks_may_stand_on_one_line() -> None:
    text = "20.30 Pauze\n\n21.30 Terugblik (kort) 21.45 Zeepkist (max. 3 minuten; vooraf aanmelden) 22.00 Borrel\n"
    assert [(start, title) for start, title, *_ in said(text)] == [
        ("20:30", "Pauze"),
        ("21:30", "Terugblik (kort)"),
        ("21:45", "Zeepkist (max. 3 minuten; vooraf aanmelden)"),
        ("22:00", "Borrel"),
    ]


def test_times_within_a_sentence_part_no_line() -> None:
    text = "9.00 Opening\n9.30 Wandeling langs 9.40 het plein en 9.50 de tuin\n10.30 Slot\n"
    assert [start for start, *_ in said(text)] == ["09:00", "09:30", "10:30"]
