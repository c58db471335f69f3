import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from studydag.export.typeset.flowables import Heading, Space
from studydag.export.typeset.fonts import REGULAR, advance
from studydag.export.typeset.layout import Branch
from studydag.export.typeset.tables import Cell, Column, Row, Table, lay_out_grid
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.theme import MM, Theme
from studydag.export.typeset.typesetting import Typesetter
from tests.export.pdf.printing import printed, printed_and_read

COLUMNS = (Column(), Column(share=1), Column(mm=30, align=Align.RIGHT))
HEADER = ("Wanneer", "Wat", "Uren")


def plan(*rows: tuple[str, ...]) -> Table:
    return Table(columns=COLUMNS, header=HEADER, rows=tuple(Row(cells=row) for row in rows))


def test_headers_say_what_they_head():
    (table,) = printed_and_read([plan(*[("1 april", "Bespreken", "2")] * 3)]).root.kids
    header, row, *_ = table.kids
    assert [(cell.tag, cell.text, cell.attribute("/Scope")) for cell in header.kids] == [
        ("TH", title, "/Column") for title in HEADER
    ]
    assert [(cell.tag, cell.text, cell.attribute("/Scope")) for cell in row.kids] == [
        ("TH", "1 april", "/Row"),
        ("TD", "Bespreken", None),
        ("TD", "2", None),
    ]


def test_the_header_repeats_on_each_page_as_decoration():
    reading = printed_and_read([plan(*[(f"{n} april", "Bespreken", "2") for n in range(120)])])
    (table,) = reading.root.every("Table")
    pages = len(reading.pdf.pages)
    assert pages > 2
    assert len(table.kids) == 121
    assert [page.count("WanneerWatUren") for page in reading.decoration] == [0, *[1] * (pages - 1)]


def test_a_row_on_two_pages_is_one_row_whose_cells_go_on():
    long = "woord " * 800
    reading = printed_and_read([plan(*[(f"{n} april", "kort", "2") for n in range(20)], ("21 april", long, "3"))])
    rows = reading.root.every("TR")
    assert len(rows) == 22
    assert len(rows[-1].all_pages) > 1
    assert [cell.all_text.split() for cell in rows[-1].kids] == [["21", "april"], ["woord"] * 800, ["3"]]


def test_a_row_higher_than_many_pages_is_printed():
    reading = printed_and_read([Heading(text="Kop"), plan(("1 april", "woord " * 15_000, "1"))])
    assert len(reading.pdf.pages) >= 20
    assert reading.root.every("TD")[1].all_text.split() == ["woord"] * 15_000


def test_a_table_with_more_heads_than_contents_names_its_columns_only():
    rows = printed_and_read([plan(("1 april", "Bespreken", "2"))]).root.every("TR")
    assert [[cell.tag for cell in row.kids] for row in rows] == [["TH"] * 3, ["TD"] * 3]


def test_a_low_row_is_not_split():
    reading = printed_and_read([plan(*[(f"{n} april", "woord " * 60, "2") for n in range(40)])])
    assert len(reading.pdf.pages) > 1
    assert all(len(row.all_pages) == 1 for row in reading.root.every("TR"))


def test_a_row_that_names_a_group_stays_with_the_next():
    for above in range(30, 50):
        rows = [Row(cells=("1 april", "kort", "2"))] * above
        group = Row(cells=(Cell(flow="Na de dag", columns=3),), heads=True)
        reading = printed_and_read([Table(columns=COLUMNS, header=HEADER, rows=(*rows, group, rows[0]))])
        *_, named, last = reading.root.every("TR")
        assert named.all_pages == last.all_pages
        assert (named.kids[0].tag, named.kids[0].attribute("/ColSpan")) == ("TD", 3)


def test_every_row_has_as_many_cells_as_there_are_columns():
    story = [Table(columns=COLUMNS, header=HEADER, rows=(Row(cells=("1 april",)), Row(cells=())))]
    assert [len(row.kids) for row in printed_and_read(story).root.every("TR")] == [3, 3, 3]


def test_a_table_without_rows_leaves_nothing_not_even_its_header():
    assert printed_and_read([Table(columns=COLUMNS, header=HEADER, rows=())]).root.kids == []


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize(
    "columns",
    [COLUMNS, (Column(), Column(), Column()), (Column(mm=200), Column(mm=200), Column(share=1)), (Column(mm=999),) * 3],
)
def test_columns_fit_the_page(columns, large_print):
    setter = Typesetter(Theme.of(large_print=large_print))
    rows = (Row(cells=("woord " * 40, "Bespreken", "2")),)
    grid = lay_out_grid(setter, Table(columns=columns, rows=rows, header=HEADER), 174 * MM)
    assert grid.xs[-1] + grid.widths[-1] <= 174 * MM + 0.1
    assert min(grid.widths) > 0


def test_a_fitted_column_is_as_wide_as_what_is_in_it():
    setter = Typesetter(Theme.of())
    table = plan(("12 september 2027", "Bespreken", "2"))
    assert isinstance(table.lay_out(setter, 174 * MM), Branch)
    grid = lay_out_grid(setter, table, 174 * MM)
    assert 24 < grid.widths[0] / MM < 32
    assert grid.widths[2] == pytest.approx(30 * MM)


def test_figures_line_up_at_the_right():
    places: list[float] = []
    page = PdfReader(BytesIO(printed([plan(("1", "a", "5"), ("2", "b", "125"))]))).pages[0]
    page.extract_text(
        visitor_text=lambda text, cm, tm, font, size: places.append(tm[4]) if text.strip() in {"5", "125"} else None
    )
    five, hundred = places
    assert five - hundred == pytest.approx(advance(REGULAR, "12") * 10, abs=0.02)


def test_rows_that_belong_together_have_no_line_between_them_and_may_part():
    setter = Typesetter(Theme.of())
    rows = (Row(cells=("a",), ruled=False), Row(cells=("b",)), Row(cells=("c",), keep_with_next=True))
    grid = lay_out_grid(setter, Table(columns=COLUMNS, rows=rows, header=HEADER), 174 * MM)
    bands = [grid.row(row, 0) for row in rows]
    assert [band.rule is None for band in bands] == [True, False, True]
    assert [band.keep_with_next for band in bands] == [False, False, True]


def test_a_row_may_be_named_by_another_column_than_its_table():
    rows = (Row(cells=("1 april", "Bespreken")), *[Row(cells=("", "Vervolg"), named_by=1)] * 2)
    (_, first, second, _) = printed_and_read([Table(columns=COLUMNS, header=HEADER, rows=rows)]).root.every("TR")
    assert [cell.attribute("/Scope") for cell in first.kids] == ["/Row", None, None]
    assert [cell.attribute("/Scope") for cell in second.kids] == [None, "/Row", None]


def test_a_group_has_air_above_its_name_but_not_under_the_header():
    head = Row(cells=(Cell(flow="Na de dag", columns=3),), heads=True)
    grid = lay_out_grid(Typesetter(Theme.of()), Table(columns=COLUMNS, rows=(head,), header=HEADER), 174 * MM)
    assert grid.row(head, 0).above > 2 * grid.row(head, 0, first=True).above


def test_a_table_that_begins_at_the_foot_of_a_page_has_its_header_on_the_next_too():
    rows = plan(*[(f"{n} april", "Bespreken", "2") for n in range(1, 7)])
    for lines in range(30, 60):
        reading = printed_and_read([Space(beats=lines), rows])
        spread = [min(row.all_pages) for row in reading.root.every("TR")]
        assert spread[:3] == [spread[0]] * 3, "a header stands without two rows"
        assert spread[-1] == spread[-2], "the last row stands alone"
        if spread[-1] != spread[0]:
            assert "WanneerWatUren" in reading.decoration[-1]


def test_a_group_that_goes_on_is_named_again_on_the_next_page_as_decoration():
    def group(name: str) -> Row:
        named, again = (Cell(flow=text, columns=3) for text in (name, f"{name} (vervolg)"))
        return Row(cells=(named,), heads=True, resume=(again,))

    row = Row(cells=("1 april", "kort", "2"))
    rows = (group("Vóór"), *[row] * 50, group("Na"), *[row] * 70)
    reading = printed_and_read([Table(columns=COLUMNS, header=HEADER, rows=rows)])
    assert len(reading.pdf.pages) == 4
    above = [re.findall("(?:Vóór|Na) .vervolg.", " ".join(page)) for page in reading.decoration]
    assert above == [[], ["Vóór (vervolg)"], ["Na (vervolg)"], ["Na (vervolg)"]]
    assert not any("vervolg" in cell.text for cell in reading.root.every("TD"))


def test_a_row_that_goes_on_is_named_again_and_so_are_those_that_follow_it():
    def block(name: str, text: str) -> Row:
        return Row(cells=("9:00", text, ""), resume=("9:00", f"{name} (vervolg)"))

    option = Row(cells=("", "woord " * 60, ""), follows=True)
    rows = (block("Ronde", "Ronde"), *[option] * 20, block("Lezing", "woord " * 900), block("Pauze", "Pauze"))
    reading = printed_and_read([Table(columns=COLUMNS, header=HEADER, rows=rows)])
    above = [re.findall("(?:Ronde|Lezing|Pauze) .vervolg.", " ".join(page)) for page in reading.decoration]
    assert above[0] == []
    assert ["Ronde (vervolg)"] in above
    assert above[-1] == ["Lezing (vervolg)"]
    assert not any("Pauze" in text for page in above for text in page)


def test_a_row_of_a_group_that_is_parted_is_named_itself_and_the_next_ones_by_their_group():
    def group(name: str) -> Row:
        return Row(cells=(Cell(flow=name, columns=3),), heads=True, resume=(f"{name} (vervolg)", "", ""))

    def goal(name: str, words: int) -> Row:
        return Row(cells=(name, "woord " * words, ""), itself=(f"{name} (vervolg)", "", ""))

    rows = (group("Team"), goal("D1", 1_500), *[goal("D2", 1)] * 60)
    reading = printed_and_read([Table(columns=COLUMNS, header=HEADER, rows=rows)])
    above = [re.findall("(?:Team|D1|D2) .vervolg.", " ".join(page)) for page in reading.decoration]
    assert above[:2] == [[], ["D1 (vervolg)"]]
    assert above[-1] == ["Team (vervolg)"]
    assert not any("D2" in text for page in above for text in page)
