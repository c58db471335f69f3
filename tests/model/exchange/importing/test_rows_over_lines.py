"""Rows of a table, and times, that go on over several lines."""

import pytest

from tests.model.exchange.importing.copied_texts import said

SAID = [
    ("09:00", "Inloop met koffie", (), "Aula"),
    ("09:15", "Welkom", ("Anna Bos",), "Aula"),
    ("10:00", "Rekenen met verhalen", ("Joris de Wit",), "Lokaal 12"),
]


@pytest.mark.parametrize(
    "text",
    [
        # Each row ends with a bar; its cells stand on one line or on several.
        "Tijd | Onderdeel | Door | Waar |\n---|---|---|---|\n9.00 - 9.15 |\nInloop met koffie | | Aula |\n"
        "9.15 - 10.00 |\nWelkom |\nAnna Bos | Aula |\n10.00 | Rekenen met verhalen | Joris de Wit |\nLokaal 12 |",
        # Each row begins with one too.
        "| Tijd | Onderdeel | Door | Waar |\n| 9.00 uur |\nInloop met koffie | | Aula |\n"
        "| 9.15 uur | Welkom | Anna Bos | Aula |\n| 10.00 uur |\nRekenen met verhalen |\nJoris de Wit | Lokaal 12 |",
        # A bar only between cells, so that the last of each row stands alone; an empty cell is a bar alone.
        "Uhrzeit | Was | Wer | Wo\n9:00 Uhr |\nInloop met koffie |\n |\nAula\n9:15 Uhr |\nWelkom |\nAnna Bos |\nAula\n"
        "10:00 Uhr |\nRekenen met verhalen |\nJoris de Wit |\nLokaal 12",
        # A cell of two lines, which others have in one.
        "Time | Activity | Who | Where |\n9:00 am | Inloop met koffie || Aula |\n9:15 am | Welkom | Anna Bos | Aula |\n"
        "10:00 am | Rekenen met\nverhalen | Joris de Wit |\nLokaal 12 |",
    ],
)
def test_rows_with_bars_go_on_until_their_columns_are_filled(text: str) -> None:
    assert said(text) == SAID


def test_a_row_with_a_cell_too_few_ends_where_the_next_time_or_day_begins() -> None:
    text = (
        "Time | What | Duration | Where |\n9:00 am |\nOpening | 15 minutes | Hall |\n3:30 pm | Close | Hall |\n"
        "Day 2 – Wednesday 4 June\nTime | What | Duration | Where |\n9:30 am |\nWorkshops | 60 minutes | Library |"
    )
    assert [(start, title) for start, title, *_ in said(text)] == [
        ("09:00", "Opening"),
        ("15:30", "Close"),
        ("09:30", "Workshops"),
    ]


def test_what_stands_below_a_row_that_is_whole_is_no_part_of_its_table() -> None:
    text = "Tijd | Onderdeel | Door\n9.00 | Opening | Anna Bos\n10.00 | Taal | Jan Loo\nMeer informatie: zie de site"
    assert said(text) == [("09:00", "Opening", ("Anna Bos",), ""), ("10:00", "Taal", ("Jan Loo",), "")]


def test_no_colon_is_left_where_somebody_stood_behind_it() -> None:
    text = "Tijd | Wat | Waar\n9.20 | Welkom: Anna Bos - rector van De Wilg | Aula\n9.40 | Lezing | Aula"
    assert said(text)[0] == ("09:20", "Welkom", ("Anna Bos",), "Aula")


def test_a_cell_that_is_too_long_for_its_column_goes_on_below() -> None:
    text = (
        "Tijd      Onderdeel                 Wie            Waar\n"
        "9.00      Lezing: hoe taal in       Karel Vos      Aula\n"
        "          elk vak groeit\n"
        "10.00     Werken met                Anna           Lokaal 2\n"
        "          Vlaamse liedjes           Bos\n"
        "11.00     Workshop kijken           Jan Loo        Lokaal 3\n"
        "          Workshop zingen           Mia Post       Lokaal 4\n"
    )
    assert said(text) == [
        ("09:00", "Lezing: hoe taal in elk vak groeit", ("Karel Vos",), "Aula"),
        ("10:00", "Werken met Vlaamse liedjes", ("Anna Bos",), "Lokaal 2"),
        ("11:00", "Workshop kijken", ("Jan Loo",), "Lokaal 3"),
        ("11:00", "Workshop zingen", ("Mia Post",), "Lokaal 4"),
    ]


@pytest.mark.parametrize(
    "below", ["            elk vak, door Karel Vos", "            elk vak, door\n            Karel Vos"]
)
def test_a_cell_goes_on_below_where_the_columns_have_no_heads(below: str) -> None:
    text = (
        "9.00 uur    Inloop                       Hal\n"
        f"9.15 uur    Lezing: hoe taal groeit in   Aula\n{below}\n"
        "10.15 uur   Pauze                        Hal\n"
        "            Thee staat klaar\n"
    )
    assert [each for each in said(text) if each[0]] == [
        ("09:00", "Inloop", (), "Hal"),
        ("09:15", "Lezing: hoe taal groeit in elk vak", ("Karel Vos",), "Aula"),
        ("10:15", "Pauze", (), "Hal"),
    ]


@pytest.mark.parametrize(
    "line",
    ["{start} / {what} / {who} / {where}", "{start} | - | {end} | {what} | {who} | {where}"],
)
def test_what_stands_between_cells(line: str) -> None:
    blocks = [("09:00", "09:30", "Welkom", "Anna Bos", "Aula"), ("09:30", "10:15", "Lezing", "Karel Vos", "Lokaal 3")]
    text = "\n".join(
        line.format(start=start, end=end, what=what, who=who, where=where) for start, end, what, who, where in blocks
    )
    assert said(text) == [(start, what, (who,), where) for start, _, what, who, where in blocks]


@pytest.mark.parametrize(
    "text",
    [
        "Inloop .. 9.00 - 9.30\nLezing over taal ...... 9.30 - 10.30",
        "09 . 00 - 09 . 30 Inloop\n09 . 30 - 10 . 30 Lezing over taal",
        "Inloop\nTijd: 9.00 - 9.30 uur\nZaal: Hal\n\nLezing over taal\nTijd: 9.30 - 10.30 uur\nZaal: Aula",
    ],
)
def test_times_as_they_are_set(text: str) -> None:
    assert [each[:2] for each in said(text)] == [("09:00", "Inloop"), ("09:30", "Lezing over taal")]
