"""The rows of practice on programmes that come in from outside."""

import datetime as dt

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file, read_text
from studydag.model.values.imported import ImportedBlock


def blocks(text: str) -> tuple[ImportedBlock, ...]:
    return arranged(read_text(text)).parts[0].blocks


def test_d01_an_unknown_end_is_allowed_and_an_inferred_one_is_marked() -> None:
    first, second, last = blocks("9.00 Inloop\n9.30-10.00 Opening\n16.15 – … Borrel")
    assert (first.end, first.end_inferred) == (9 * 60 + 30, True)
    assert (second.end, second.end_inferred) == (10 * 60, False)
    assert (last.start, last.end) == (16 * 60 + 15, None)


def test_d02_a_duration_instead_of_an_end() -> None:
    (first, _) = blocks("9.00 Opening (20 min)\n10.00 Lezing")
    assert first.end == 9 * 60 + 20


def test_d19_every_notation_comes_in() -> None:
    written = {
        "09.00 uur Opening": dt.time(9),
        "9u30 Opening": dt.time(9, 30),
        "14h15 Opening": dt.time(14, 15),
        "10.15 Uhr Opening": dt.time(10, 15),
        "8am Opening": dt.time(8),
        "half tien Opening": dt.time(9, 30),
        "vanaf 9 Opening": dt.time(9),
        "ab 21:00 Opening": dt.time(21),
        "16.15 – … Opening": dt.time(16, 15),
        "12 noon Opening": dt.time(12),
        "0930 Opening": dt.time(9, 30),
    }
    for text, start in written.items():
        (block,) = blocks(text)
        assert (block.title, block.start) == ("Opening", start.hour * 60 + start.minute), text
    assert [block.start for block in blocks("11:30 Lezing\n1:00 Lunch\n2:15 Slot")] == [690, 780, 855]


def test_d19_rejected_lines_are_listed() -> None:
    programme = arranged(
        read_text("Beste collega's,\nDit is het.\n\n9.00 Opening\n10.00 Lezing\n\nMet vriendelijke groet,\nBea")
    )
    assert [(line.line, line.text) for line in programme.not_understood] == [
        (1, "Beste collega's,"),
        (2, "Dit is het."),
        (7, "Met vriendelijke groet,"),
        (8, "Bea"),
    ]


def test_d30_long_titles_emoji_quotes_bars_and_line_breaks_come_in() -> None:
    title = ('Zo "gezegd" | 🎉 ' + "lang " * 40)[:185] + "."
    assert len(title) == 186
    quoted = title.replace('"', '""')
    text = f'Start;Titel;Toelichting\n9:00;"{quoted}";"twee\nregels"\n10:00;Slot;\n'
    first = arranged(read_file(text.encode(), "x.csv")).parts[0].blocks[0]
    assert first.title == title
    assert first.description == "Toelichting: twee\nregels"


def test_a_numbered_session_and_an_enumeration_are_no_rooms() -> None:
    first, second = blocks("13.00-13.30 Verdieping 3: onderwerp nog te bepalen\n14.00-15.00 Kijken, Proberen, Vragen")
    assert (first.title, first.room) == ("Verdieping 3: onderwerp nog te bepalen", "")
    assert (second.title, second.room) == ("Kijken, Proberen, Vragen", "")


def test_d19_who_and_where_come_in_as_pages_and_mails_write_them() -> None:
    text = """09.00 Welkom o.l.v. dagvoorzitter Ilse de Groot (foyer)
09.15 Opening Anna Bos, directeur-bestuurder
09.30 Drs. Frans Kramer, lector te Gent
Wat een school kan leren
10.30 Gesprek tussen Wubbo Tak en Aleid Kruis – aula
11.30 Presentatie door ABN
12.00 Closing remarks by Nancy Drew in the Main Gym
"""
    assert [(block.title, block.persons, block.room) for block in blocks(text)] == [
        ("Welkom", ("Ilse de Groot",), "foyer"),
        ("Opening", ("Anna Bos",), ""),
        ("Wat een school kan leren", ("Drs. Frans Kramer",), ""),
        ("Gesprek", ("Wubbo Tak", "Aleid Kruis"), "aula"),
        ("Presentatie door ABN", (), ""),
        ("Closing remarks in the Main Gym", ("Nancy Drew",), "Main Gym"),
    ]
