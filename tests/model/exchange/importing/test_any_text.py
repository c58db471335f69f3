"""Whatever is pasted: it never fails, no line is lost, and a programme that is written as lines is read back."""

import datetime as dt
import re
import sys
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.as_day import programme_of_day
from studydag.model.exchange.importing.opening import TooManyRows, read_file, read_text
from studydag.model.exchange.importing.reading.wanted import NoLongerWanted, wanted_until
from studydag.model.exchange.importing.recognising.clock_cells import time_at_end
from studydag.model.rules.consistency import problems_of_day
from studydag.model.rules.time.schedule import clock_time, schedule

PIECES = st.sampled_from(
    [
        "9.00",
        "10:30",
        "08u45",
        "14.00–15.00",
        "9-10",
        "half",
        "tien",
        "vanaf",
        "12",
        "noon",
        "1:00",
        "10.30pm",
        "25.61",
        "-",
        "–",
        "|",
        "||",
        ";",
        ",",
        "\t",
        ":",
        "(",
        ")",
        "[",
        "]",
        '"',
        "'",
        "*",
        "#",
        ">",
        "Ronde",
        "Workshop",
        "1:",
        "a)",
        "b)",
        "2.",
        "Pauze",
        "Lunch",
        "Keynote",
        "Opening",
        "door",
        "met",
        "by",
        "Jan",
        "Jansen",
        "Prof.",
        "Dr.",
        "Müller",
        "lokaal",
        "1.23",
        "Aula",
        "Raum",
        "Tijd",
        "Onderdeel",
        "Spreker",
        "Dag",
        "2",
        "dinsdag",
        "12",
        "maart",
        "2026",
        "2026-03-12",
        "15",
        "min",
        "(15')",
        "Programma",
        "Ochtend",
        "en",
        "de",
        "=",
        "+",
        "@",
        "🎉",
        "Čapek",
        "ß",
    ]
)
LINES = st.lists(PIECES, max_size=8).map(" ".join)
TEXTS = st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=200)


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@given(TEXTS)
@settings(max_examples=120)
def test_no_text_fails_and_no_line_is_lost(text: str) -> None:
    lines = read_text(text, today=dt.date(2026, 1, 5))
    programme = arranged(lines)
    said = "".join(letters(line.text) for line in lines)
    for line in re.split(r"\r\n|\r|\n", text):
        assert letters(line) in said
    made = programme_of_day(programme)
    assert problems_of_day(made.blocks_as_day()) == ()
    tops = len(programme.parked) + sum(len(part.blocks) for part in programme.parts)
    assert sum(block.round is None for block in made.blocks) == tops


@given(TEXTS)
def test_every_block_has_the_clock_time_that_was_read(text: str) -> None:
    programme = arranged(read_text(text, today=dt.date(2026, 1, 5)))
    made = programme_of_day(programme)
    slots = [slot for part in schedule(made.blocks_as_day()).parts for slot in part.slots]
    read = [block for part in programme.parts for block in part.blocks]
    assert [clock_time(slot.start) for slot in slots] == [clock_time(block.start or 0) for block in read]


WORDS = st.lists(
    st.sampled_from(["Leren", "zien", "wat", "werkt", "in", "de", "klas", "samen", "doen", "voor", "elk", "kind"]),
    min_size=1,
    max_size=5,
)
ITEMS = st.lists(st.tuples(st.sampled_from([5, 15, 30, 45, 60, 75]), WORDS), min_size=1, max_size=10)


@given(ITEMS, st.integers(84, 120), st.sampled_from(["{} {}", "{}: {}", "{}  {}", "{}\t{}", "{} | {}", "- {} {}"]))
def test_a_programme_that_is_written_as_lines_is_read_back(
    items: list[tuple[int, list[str]]], first: int, shape: str
) -> None:
    start = first * 5
    lines, expected = [], []
    for minutes, words in items:
        title = " ".join(words).capitalize()
        end = start + minutes
        time = f"{clock_time(start):%H:%M}-{clock_time(end):%H:%M}"
        lines.append(shape.format(time, title))
        expected.append((start, end, title))
        start = end
    (part,) = arranged(read_text("\n".join(lines))).parts
    assert [(block.start, block.end, block.title) for block in part.blocks] == expected


HOSTILE = {
    "parentheses": "9.00 " + "(" * 20_000 + ")" * 20_000,
    "dashes": "9.00 " + "- " * 20_000,
    "dashes below": "9.00 Panelgesprek met:\n- " + "– " * 9_000,
    "unclosed": "9.00 x" + " (" * 9_000,
    "digits": "9" * 100_000,
    "one word": "A" * 19_000 + " 9.00",
    "bars": "9.00 | " + "a | " * 3_000,
    "sentences": "Om 9 uur is er koffie. " * 2_000,
    "remarks": "10:00 Titel " + "(zaal) " * 8_000,
    "times": "10:00 " * 4_000,
    "null bytes": "9.00 Opening\0" * 2_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_lines_that_no_programme_has_come_in_whole_and_at_once(text: str) -> None:
    lines = read_text(text)
    arranged(lines)
    assert letters(text.replace("\0", "")) in "".join(letters(line.text) for line in lines)


def test_any_number_of_remarks_may_stand_behind_a_time() -> None:
    remarks = " (zelf meenemen)" * 5_000
    found = time_at_end(f"Lunch 12.30 - 13.30 uur{remarks}")
    assert found is not None
    assert found[1] == f"Lunch{remarks}"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- \n", "x.txt"),
        ('"\n', "x.txt"),
        ("---\n", "x.md"),
        ("a\tb\n", "x.tsv"),
        ("a;b;c\n", "x.csv"),
        ("<p>a</p>", "x.html"),
    ],
)
def test_a_text_with_too_many_lines_is_refused_at_once(line: str, name: str) -> None:
    with pytest.raises(TooManyRows):
        read_file((line * 150_000).encode(), name)


def test_a_text_with_a_table_and_too_many_lines_is_refused() -> None:
    with pytest.raises(TooManyRows):
        read_file(("Rooster\n<table><tr><td>9:00</td></tr></table>\n" + "- x\n" * 200_000).encode(), "x.md")


def test_a_text_with_tables_that_never_end_is_read_at_once() -> None:
    lines = read_file(("Rooster\n" + "<table><td>" * 40_000 + "\n9:00 Opening\n10:00 Slot\n").encode(), "x.md")
    assert [line.title for line in lines if line.kind.is_block] == ["Opening", "Slot"]


class Waiting(Event):
    """Somebody who waits until they have been asked so often whether they still do."""

    def __init__(self, stop: int) -> None:
        super().__init__()
        self.stop = stop
        self.asked = 0

    def is_set(self) -> bool:
        self.asked += 1
        return self.asked > self.stop


@pytest.mark.parametrize("line", ["   - Workshop {}, Jan Jansen, lokaal 3\n", "A{} | B | C\n", "{}\tb\n", "Zin {}.\n"])
def test_whoever_waits_for_a_long_text_is_asked_all_the_while(line: str) -> None:
    text = "9:00 Ronde\n" + "".join(line.format(number) for number in range(60))
    waiting = Waiting(sys.maxsize)
    with wanted_until(waiting):
        arranged(read_text(text))
    assert waiting.asked > 5 * 60
    for stop in range(50, waiting.asked, waiting.asked // 5):
        with pytest.raises(NoLongerWanted), wanted_until(Waiting(stop)):
            arranged(read_text(text))


def test_many_alike_lines_below_a_block_each_have_their_own_line() -> None:
    lines = read_text("09:00 Ontvangst\n10:00 Workshops\n" + "A | B | C\n" * 600 + "11:00 Einde\n")
    assert [line.line for line in lines] == list(range(1, 604))


TITLES = st.sampled_from(["Gesprek over taal", "Vortrag", "Leren zien. Een blik op later", "Keynote: De stad", "Panel"])
PEOPLE = st.sampled_from(["Anna Bos", "wethouder Jan Mos", "Dr. Peter Vos (Gent)", "Wubbo Taksma en Anna Bos"])
OFFICES = st.sampled_from(["", ", directeur van het Taalhuis", ", Universiteit Noord", " met de teams", ". Terugblik"])
WHERE = st.sampled_from(["", ", Student Center, 2nd Floor", " (zaal 3)", " @ Loft", " – Festsaal, Markt 13", "  Aula"])
JOINED = st.sampled_from([" door ", " met ", " – ", ": ", ", ", " onder leiding van ", "\n", "  ", " | "])
LEFT_OUT = frozenset(["door", "met", "onder", "leiding", "van", "en"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TITLES, JOINED, PEOPLE, OFFICES, WHERE), min_size=1, max_size=4))
def test_every_word_of_a_block_stands_in_what_was_made_of_it(pieces: list[tuple[str, ...]]) -> None:
    text = "\n".join(f"{hour}.00 {''.join(piece)}" for hour, piece in enumerate(pieces, 9))
    lines = read_text(text, today=dt.date(2026, 1, 5))
    made = " ".join(" ".join((line.title, *line.persons, line.room, line.description)) for line in lines)
    loose = " ".join(line.text for line in lines if not line.kind.is_block and not line.title and not line.description)
    assert set(re.findall(r"[^\W\d_]{2,}", text)) - LEFT_OUT <= set(re.findall(r"[^\W\d_]{2,}", f"{made} {loose}"))
