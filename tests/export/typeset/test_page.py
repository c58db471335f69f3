from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO

import pikepdf
import pytest
from pdfua import validate
from pypdf import PdfReader

from studydag.export.pdf.rail import RailRow, TimeRail
from studydag.export.typeset.boxes import Choice, Choices
from studydag.export.typeset.flowables import Bullets, Facts, Heading, PageBreak, Panel, Paragraph, Prose
from studydag.export.typeset.forms import CheckItem, CheckList, WriteLines
from studydag.export.typeset.page import A3, A4, A5, Footer, build
from studydag.export.typeset.pictures import Masthead
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import SOFT_HYPHEN, Run
from studydag.export.typeset.theme import PHASES, Theme
from tests.export.pdf.printing import FOOTER, PROPERTIES, printed, printed_and_read
from tests.export.pdf.reading import read

LANGUAGES = "Łódź ąęśćźż · İstanbul ğışĞ · Ωμέγα ά · Житомир ъ ё · ☐ ✓ ☑ · ‘é’ “ë” … – — € ½"


def everything() -> list:
    choices = tuple(Choice(title=f"Keuze {n}", text="uitleg", note=f"lokaal {n}") for n in range(3))
    rows = tuple(
        RailRow(
            start=f"{9 + n}:00", end=f"{10 + n}:00", title=f"Blok {n}", detail="Kennis", place="Aula", colour=colour
        )
        for n, colour in enumerate(PHASES.values())
    )
    return [
        Masthead(title="Formatief handelen", kicker="Studiedag", subtitle="Aula", continued="Donderdag (vervolg)"),
        Panel(flows=(("Na vandaag ", Run("weet je meer", strong=True, italic=True)),)),
        Heading(text="Doelen"),
        Bullets(items=(LANGUAGES, ("Zie ", Run("de site", href="https://example.org")))),
        Facts(pairs=(("Leervraag", "Hoe?"),)),
        TimeRail(header=("Tijd", "Wat", "Waar"), rows=(*rows, replace(rows[0], below=(Choices(choices=choices),)))),
        Heading(text="Daarna"),
        Table(
            columns=(Column(), Column(share=1)),
            header=("Wanneer", "Wat"),
            rows=tuple(Row(cells=(f"{n} april", "woord " * 30)) for n in range(40)),
        ),
        CheckList(items=(CheckItem(name="Klaar: bellen", text="Bellen", flows=(WriteLines(label="Opbrengst"),)),)),
        Prose(text="een\n\ntwee"),
    ]


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("story", [everything(), [], [Paragraph(content="")]], ids=["everything", "nothing", "empty"])
def test_the_checker_of_accessible_documents_finds_nothing(story, large_print, tmp_path):
    path = tmp_path / "document.pdf"
    path.write_bytes(printed(story, Theme.of(large_print=large_print)))
    assert [finding.message for finding in validate(str(path)).findings] == []
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_file_says_that_it_is_tagged_in_which_language_and_under_which_title():
    reading = printed_and_read(everything())
    root = reading.pdf.Root
    assert root.MarkInfo.Marked
    assert root.Lang == "nl-NL"
    assert root.ViewerPreferences.DisplayDocTitle
    with reading.pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "Formatief handelen"
        assert xmp["pdfuaid:part"] == "1"
        assert list(xmp["dc:language"]) == ["nl-NL"]
    assert reading.unmarked == []


def test_title_author_subject_and_words_come_through():
    properties = replace(PROPERTIES, title="<Ω> & 🎉\nrest", author="Łódź", subject="x", keywords=("a", "b"))
    pdf = PdfReader(BytesIO(build([], properties, Theme.of(), footer=FOOTER)))
    assert (pdf.metadata.title, pdf.metadata.author, pdf.metadata.subject) == ("<Ω> & 🎉 rest", "Łódź", "x")
    assert pdf.metadata["/Keywords"] == "a, b"
    assert pdf.xmp_metadata.dc_title == {"x-default": "<Ω> & 🎉 rest"}


def test_the_date_of_print_is_the_one_that_is_passed():
    zone = timezone(timedelta(hours=2))
    properties = replace(PROPERTIES, printed_at=datetime(2027, 6, 1, 9, 5, tzinfo=zone))
    assert (
        PdfReader(BytesIO(build([], properties, Theme.of(), footer=FOOTER))).metadata.creation_date
        == properties.printed_at
    )


def test_the_same_values_give_the_same_bytes():
    assert printed(everything()) == printed(everything())


def test_another_text_gives_another_identifier():
    first, second = (PdfReader(BytesIO(printed([Paragraph(content=text)]))).trailer["/ID"] for text in ("een", "twee"))
    assert first != second


def test_text_can_be_read_back_by_others():
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(printed(everything()))).pages)
    assert " ".join(LANGUAGES.split()) in " ".join(text.split())


def test_all_fonts_are_embedded_and_none_is_another_than_ours():
    for page in printed_and_read(everything()).pdf.pages:
        for font in page.Resources.Font.values():
            assert "+SourceSans3-" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor


@pytest.mark.logs
def test_a_missing_glyph_shows_as_a_mark_is_named_in_the_log_and_can_still_be_spoken(caplog):
    reading = printed_and_read([Heading(text="Feest 🎉", level=1), Paragraph(content="🎉 你好")])
    assert [kid.text for kid in reading.root.kids] == ["Feest □", "□ □□"]
    assert caplog.text.count("PARTY POPPER (U+1F389)") == 1
    assert "CJK UNIFIED IDEOGRAPH-4F60 (U+4F60)" in caplog.text
    content = reading.pdf.pages[0].Contents.read_bytes()
    assert b"/ActualText <FEFFD83CDF89>" in content
    assert b"/ActualText <FEFF4F60597D>" in content
    assert reading.pdf.open_outline().root[0].title == "Feest 🎉"


def test_the_footer_counts_pages_and_stands_outside_of_the_text():
    reading = printed_and_read([Paragraph(content="woord " * 2000)])
    pages = len(reading.pdf.pages)
    for number, decoration in enumerate(reading.decoration, start=1):
        assert decoration[-1] == f"Formatief handelenversie 3 · 1 maart 2027pagina {number} van {pages}"


def test_a_long_title_leaves_room_for_version_and_page():
    footer = replace(FOOTER, title="Een titel die nergens ophoudt " * 9)
    (decoration,) = read(build([Heading(text="x")], PROPERTIES, Theme.of(), footer=footer)).decoration
    assert "…versie 3 · 1 maart 2027" in decoration[-1]
    assert len(decoration[-1]) < 160


def test_an_empty_footer_is_no_error():
    assert build([], PROPERTIES, Theme.of(), footer=Footer())


def test_the_running_header_says_which_part_goes_on():
    long = Paragraph(content="woord " * 1500)
    story = [
        Heading(text="Dag 1", level=1, continued="Donderdag (vervolg)"),
        long,
        PageBreak(),
        Heading(text="Dag 2", level=1, continued="Vrijdag (vervolg)"),
        long,
    ]
    headers = [[text for text in page if "vervolg" in text] for page in printed_and_read(story).decoration]
    assert headers == [[], ["Donderdag (vervolg)"], [], ["Vrijdag (vervolg)"]]


def test_several_documents_in_one_file_each_count_their_pages():
    story = [
        Heading(text="Sanne", level=1, continued="Sanne (vervolg)"),
        PageBreak(),
        Paragraph(content="x"),
        PageBreak(numbers_from_one=True),
        Paragraph(content="y"),
        PageBreak(),
    ]
    reading = printed_and_read(story)
    # A page alone has no number.
    assert [page[-1].split("2027")[1] for page in reading.decoration] == ["pagina 1 van 2", "pagina 2 van 2", ""]
    assert ["Sanne (vervolg)" in page for page in reading.decoration] == [False, True, False]


def test_nothing_to_say_is_one_page():
    reading = printed_and_read([PageBreak(), PageBreak()])
    assert len(reading.pdf.pages) == 1
    assert reading.root.kids == []


@pytest.mark.parametrize("paper", [A3, A4, A5, A4.landscape()])
def test_paper_has_its_size(paper):
    page = PdfReader(BytesIO(printed(everything(), paper=paper))).pages[0]
    assert float(page.mediabox.width) == pytest.approx(paper.width / 25.4 * 72, abs=0.01)
    assert float(page.mediabox.height) == pytest.approx(paper.height / 25.4 * 72, abs=0.01)


def test_nothing_but_headers_and_footers_stands_in_the_margins():
    for page in PdfReader(BytesIO(printed(everything()))).pages:
        places: list[tuple[float, float]] = []
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size, seen=places: (
                seen.append((tm[4], tm[5])) if text.strip() else None
            )
        )
        millimetres = [(x / 72 * 25.4, y / 72 * 25.4) for x, y in places]
        assert all(18 - 0.01 <= x <= 210 - 18 for x, _ in millimetres)
        assert all(18 <= y <= 297 - 18 or y < 13 or 297 - 11 < y < 297 - 9 for _, y in millimetres)


def test_a_word_without_end_is_printed():
    printed = printed_and_read([Paragraph(content="a" * 30_000)]).root.all_text
    assert printed.replace(SOFT_HYPHEN, "") == "a" * 30_000


def test_a_last_page_is_never_all_but_empty():
    def row(number: int) -> Row:
        return Row(cells=(f"{number} april", "woord " * 60))

    for count in range(10, 30):
        table = Table(
            columns=(Column(), Column(share=1)), header=("Wanneer", "Wat"), rows=tuple(map(row, range(count)))
        )
        reading = printed_and_read([table])
        last = len(reading.pdf.pages) - 1
        there = [row for row in reading.root.every("TR") if last in row.all_pages]
        assert last == 0 or len(there) > 2


def test_on_small_paper_the_number_of_a_page_stands_beside_the_title_where_the_line_below_is_full():
    footer = replace(
        FOOTER, kind="Persoonlijke programma’s", printed="afgedrukt op 23 november 2026", title="lang " * 40
    )
    heights: dict[str, float] = {}

    def visit(text: str, _user: object, matrix: list[float], _font: object, _size: object) -> None:
        heights.update({word: matrix[5] for word in ("pagina", "afgedrukt", "lang") if word in text})

    data = build([Paragraph(content="woord " * 900)], PROPERTIES, Theme.of(), footer=footer, paper=A5)
    PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=visit)
    assert heights["pagina"] == heights["lang"] > heights["afgedrukt"]
