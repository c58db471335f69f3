"""What nobody sees makes no difference: marks, line ends, letters in pieces, wide digits, quoting, indents and gaps."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_text
from studydag.model.exchange.importing.people_table import read_pasted_people
from studydag.model.exchange.importing.reading.legible import LINE_END, seen, tidy
from studydag.model.values.imported import ImportedBlock, ImportedLine
from tests.model.exchange.importing.read_in import read
from tests.model.exchange.importing.test_opening import workbook

PROGRAMME = """Studiedag Samen lezen
Donderdag 12 maart 2026
Zaal De Één, Gent

09.00 - 09.15 uur Ontvangst
09:15-10:00 Keynote: De geletterde klas, door Zoë Ångström en José Müller (Aula)
10:00 Keuzeronde
   - Workshop A: Lezen, Anaïs Peeters, lokaal 1.23
   - Workshop B: Schrijven, Jörg Lübke, lokaal 1.24
10:45 Pauze
Er is koffie en thee.

11:00 Panel
Moderator: Chloé Dubois
12:30 Einde
"""
SHAPES = {
    "a list": "• 9u00 Onthaal\n• 9u30 Lezing: Rekenen door Anna Bos\n• 10u30 Pauze\n• 11u00 Slot\n",
    "numbers": "1. 09:00 Ontvangst\n2. 09:30 Lezing\n3. 10:30 Café-overleg\n",
    "tabs": "Tijd\tOnderdeel\tSpreker\tZaal\n09:00\tOpening\tZoë Bos\tAula\n10:00\tLezing\tJan Mos\tLokaal 2\n",
    "bars": "09:00 | Opening | Zoë Bos | Aula\n10:00 | Lezing | Jan Mos | Lokaal 2\n11:00 | Slot | Anna Vos | Aula\n",
    "aligned": "Tijd   Onderdeel   Zaal\n09:00  Opening     Aula\n10:00  Lezing      Foyer\n11:00  Slot        Aula\n",
    "programme": PROGRAMME,
}
MARKS = st.text("\u200b\u200e\u200f\u202a\u202c\u2060\ufeff\u00ad\u2066\u2069", max_size=3)
ENDS = st.sampled_from(["\n", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
WIDE = str.maketrans("0123456789:", "０１２３４５６７８９：")


def content(block: ImportedBlock) -> tuple[object, ...]:
    options = tuple(map(content, block.options))
    return (block.start, block.end, block.title, block.persons, block.room, block.description, block.phase, options)


def said(lines: tuple[ImportedLine, ...]) -> list[object]:
    programme = arranged(lines, round_title="Ronde")
    blocks = [content(block) for part in programme.parts for block in part.blocks]
    return [programme.title, *(part.date for part in programme.parts), *blocks, *map(content, programme.parked)]


def read_in(text: str) -> list[object]:
    return said(read_text(text, today=dt.date(2026, 1, 5)))


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_programme_with_marks_that_nobody_sees_is_read_the_same(text: str, data: st.DataObject) -> None:
    mangled = ""
    for line in text.splitlines():
        place = data.draw(st.integers(0, len(line)))
        made = data.draw(MARKS) + line[:place] + data.draw(MARKS) + line[place:] + data.draw(MARKS)
        made = unicodedata.normalize("NFD", made) if data.draw(st.booleans()) else made
        made = re.sub(r"\d\d:\d\d", lambda found: found[0].translate(WIDE), made) if data.draw(st.booleans()) else made
        # A carriage return above a line feed is one end.
        mangled += made + data.draw(ENDS)
    assert read_in(mangled) == read_in(text)


@pytest.mark.parametrize("text", [SHAPES["programme"], SHAPES["aligned"], SHAPES["bars"]])
@pytest.mark.parametrize(
    "around",
    [
        lambda text: re.sub("^", "> ", text, flags=re.MULTILINE),
        lambda text: re.sub("^", ">> ", text, flags=re.MULTILINE),
        lambda text: re.sub("^(?=.)", "    ", text, flags=re.MULTILINE),
    ],
)
def test_a_quoted_or_indented_programme_is_read_the_same(text: str, around: Callable[[str], str]) -> None:
    assert read_in(around(text)) == read_in(text)


def test_an_empty_line_behind_each_line_makes_no_difference() -> None:
    assert read_in(PROGRAMME.replace("\n", "\n\n")) == read_in(PROGRAMME)


def test_the_preview_shows_each_line_as_it_was_pasted() -> None:
    pasted = "> ９：００ Opening\n> 10:00 Café\n>\n> 11:00 Slot\n"
    lines = read_text(pasted)
    assert [line.text for line in lines] == ["> ９：００ Opening", "> 10:00 Café", "> 11:00 Slot"]
    assert [(line.line, line.title) for line in lines] == [(1, "Opening"), (2, "Café"), (4, "Slot")]


def test_what_is_joined_is_shown_whole() -> None:
    lines = read_text("> 9:00\n> Opening\n> 10:00\n> Slot\n")
    assert [line.text for line in lines] == ["> 9:00 > Opening", "> 10:00 > Slot"]


@pytest.mark.parametrize("title", ["👩‍🏫 in de klas", "👨‍👩‍👧‍👦 Ouders", "نامه‌ای به کودک", "🏳️‍🌈 Regenboog"])
def test_pictures_and_letters_that_are_joined_stay_so(title: str) -> None:
    (line,) = read_text(f"9:00 Samen {title}")
    assert line.title == f"Samen {title}"


def test_a_joiner_between_nothing_goes() -> None:
    assert tidy("\u200d9:00\u200c Opening\u200d") == "9:00 Opening"


@pytest.mark.parametrize("dash", list("-–—−‒‐‑―－～"))
def test_any_dash_may_stand_between_two_times(dash: str) -> None:
    text = "8:00 - 9:00 Arrival 9:00 - 9.30 Opening 9:30 - 10:00 Talk 10.00 - 11.00 Lunch"
    assert read_in(text.replace("-", dash)) == read_in(text)


def test_a_dash_in_a_title_stays() -> None:
    assert [line.title for line in read_text("9:00 Lezen — hoe?\n10:00 Noord−Zuid\n")] == ["Lezen — hoe?", "Noord−Zuid"]


def test_the_picture_of_a_bullet_is_a_bullet() -> None:
    assert read_in("▪️ 9:00 Opening\n▪️ 10:00 Slot\n") == read_in("▪ 9:00 Opening\n▪ 10:00 Slot\n")


def test_cells_of_files_are_read_as_pasted_text_is() -> None:
    def write(book: xlsxwriter.Workbook, sheet: object) -> None:
        sheet.write_row(0, 0, ("\u200bTijd", "Onderdeel\u200e", "Spreker"))
        sheet.write_row(1, 0, ("\u200e９：００", "Cafe\u0301", "Zoe\u0308 Bos"))
        sheet.write_row(2, 0, ("\ufeff10:00", "Slot", "Jan Mos"))

    rows = "\u200bTijd;Onderdeel;Spreker\u2028９：００;Cafe\u0301;Zoe\u0308 Bos\u202810:00;Slot;Jan Mos"
    table = "<table>" + "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(';'))}</tr>" for row in rows.split("\u2028")
    )
    for data, name in ((workbook(write), "x.xlsx"), (rows.encode(), "x.csv"), (table.encode(), "x.html")):
        (part,) = read(data, name).parts
        assert [(block.start, block.title, block.persons) for block in part.blocks] == [
            (540, "Café", ("Zoë Bos",)),
            (600, "Slot", ("Jan Mos",)),
        ]


def test_people_are_known_by_their_names_however_these_are_written() -> None:
    table = read_pasted_people("Voornaam\tAchternaam\nZoe\u0308\tBos\u200b\n")
    assert table is not None
    assert table.lines[0].fields == {"first": "Zoë", "last": "Bos"}


def test_marks_without_end_are_taken_off_at_once() -> None:
    for text in ("\u0301\u0327" * 300_000, "\u200d" * 300_000, "e\u0301" * 200_000):
        assert "\u200d" not in seen(text)


@given(st.text(max_size=300))
def test_what_was_made_legible_stays_as_it_is(text: str) -> None:
    made = seen(text)
    assert seen(made) == made
    assert len(LINE_END.findall(made)) == len(LINE_END.findall(re.sub(r"[\x00-\x08\x0e-\x1f]", "", text)))
