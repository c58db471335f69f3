"""Every kind of file, in every encoding, with its limits; and files that are none."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.exchange.importing import opening
from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import ENDINGS, TooLarge, TooManyRows, UnknownKind, read_file
from studydag.model.exchange.importing.reading import spreadsheets
from studydag.model.values.errors import CannotRead
from studydag.model.values.imported import ImportedBlock
from tests.model.exchange.importing.read_in import read, rows

TABLE = "Tijd;Onderdeel;Spreker;Zaal\n9.00;Opening;Renée Čapek;Aula\n9.30;Lezing;;\n10.30;Pauze;;\n"

EXPECTED = [
    (540, "Opening", ("Renée Čapek",), "Aula"),
    (570, "Lezing", (), ""),
    (630, "Pauze", (), ""),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_comes_in_any_encoding(encoding: str) -> None:
    assert rows(read(TABLE.encode(encoding), "x.csv")) == EXPECTED


def test_a_text_comes_in_windows_1252() -> None:
    text = "9.00 Opening – „café“ met Zoë\n"
    (block,) = read(text.encode("cp1252"), "x.txt").parts[0].blocks
    assert block.title == "Opening – „café“ met Zoë"


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("ending", [".csv", ".txt"])
def test_a_table_has_any_separator(mark: str, ending: str) -> None:
    assert rows(read(TABLE.replace(";", mark).encode(), f"x{ending}")) == EXPECTED


def test_a_prefix_against_formulas_is_taken_off_again() -> None:
    text = "Start;Title\n9:00;'=1+1 en '-tekens\n10:00;'@home\n11:00;'t Gooi\n"
    assert [row[1] for row in rows(read(text.encode(), "x.csv"))] == ["=1+1 en '-tekens", "@home", "'t Gooi"]


def test_titles_keep_quotes_bars_emoji_and_length() -> None:
    title = 'Zo "gezegd" | 🎉 ' + "lang " * 32 + "einde"
    quoted = title.replace('"', '""')
    text = f'Start;Einde;Titel\n9:00;9:30;"{quoted}"\n9:30;10:00;"Twee\nregels"\n'
    assert rows(read(text.encode(), "x.csv"))[0][1] == title
    assert len(title) > 170


def workbook(write: object, *, name: str = "Blad1") -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet(name)
    assert callable(write)
    write(book, sheet)
    book.close()
    return buffer.getvalue()


def test_a_sheet_has_times_as_fractions_dates_and_texts() -> None:
    def write(book: xlsxwriter.Workbook, sheet: object) -> None:
        clock = book.add_format({"num_format": "hh:mm"})
        date = book.add_format({"num_format": "dd-mm-yyyy"})
        for column, head in enumerate(("Datum", "Van", "Tot", "Wat", "Wie", "Waar")):
            sheet.write(0, column, head)
        sheet.write(1, 0, dt.date(2026, 3, 12), date)
        sheet.write(1, 1, dt.time(9, 0), clock)
        sheet.write(1, 2, dt.time(9, 30), clock)
        sheet.write(1, 3, "Opening")
        sheet.write(1, 4, "Bea Smit")
        sheet.write(1, 5, 112)
        sheet.write(2, 1, 0.40625)
        sheet.write(2, 2, "10u45")
        sheet.write(2, 3, "'=lezing")
        sheet.write(3, 1, 10.45)
        sheet.write(3, 3, "Pauze")

    programme = read(workbook(write), "rooster.xlsx")
    assert [part.date for part in programme.parts] == [dt.date(2026, 3, 12)]
    blocks = programme.parts[0].blocks
    assert [(block.start, block.end, block.title, block.room) for block in blocks] == [
        (540, 570, "Opening", "112"),
        (585, 645, "=lezing", ""),
        (645, None, "Pauze", ""),
    ]
    assert blocks[0].persons == ("Bea Smit",)
    assert [block.line for block in blocks] == [2, 3, 4]


def test_merged_cells_bring_all_together_and_a_merged_time_holds_for_its_rows() -> None:
    def write(book: xlsxwriter.Workbook, sheet: object) -> None:
        for column, head in enumerate(("Tijd", "Lokaal 1", "Lokaal 2", "Lokaal 3")):
            sheet.write(0, column, head)
        sheet.write(1, 0, "9:00")
        sheet.merge_range(1, 1, 1, 3, "Iets voor iedereen")
        sheet.write(2, 0, "10:00")
        for column, title in enumerate(("Rekenen", "Taal", "Muziek"), start=1):
            sheet.write(2, column, title)

    first, second = read(workbook(write), "rooster.xlsx").parts[0].blocks
    assert (first.title, first.room, first.options) == ("Iets voor iedereen", "", ())
    assert [(option.title, option.room) for option in second.options] == [
        ("Rekenen", "Lokaal 1"),
        ("Taal", "Lokaal 2"),
        ("Muziek", "Lokaal 3"),
    ]

    def times(book: xlsxwriter.Workbook, sheet: object) -> None:
        for column, head in enumerate(("Tijd", "Workshop", "Lokaal")):
            sheet.write(0, column, head)
        sheet.merge_range(1, 0, 2, 0, "10:00 - 11:00")
        sheet.write_row(1, 1, ("Rekenen", "1"))
        sheet.write_row(2, 1, ("Taal", "2"))

    (made,) = read(workbook(times), "rooster.xlsx").parts[0].blocks
    assert [option.title for option in made.options] == ["Rekenen", "Taal"]


def test_an_open_document_sheet_comes_in() -> None:
    cells = [
        ("Tijd", "Onderdeel", "Spreker", "Zaal"),
        ("9.00", "Opening", "Renée Čapek", "Aula"),
        ("9.30", "Lezing", "", ""),
        ("10.30", "Pauze", "", ""),
    ]
    text = "office:value-type='string'"
    rows_of_sheet = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell {text}><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in cells
    )
    names = "".join(
        f" xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'" for name in ("office", "table", "text")
    )
    content = (
        f"<?xml version='1.0'?><office:document-content{names}><office:body><office:spreadsheet>"
        f"<table:table table:name='Blad1'>{rows_of_sheet}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f"<manifest:file-entry manifest:full-path='/' manifest:media-type='{kind}'/>"
    manifest = (
        "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
        f"{entry}</manifest:manifest>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    assert rows(read(buffer.getvalue(), "x.ods")) == EXPECTED


def test_a_zip_bomb_and_a_damaged_workbook_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    with pytest.raises(spreadsheets.SheetTooLarge):
        read_file(buffer.getvalue(), "bomb.xlsx")
    for data in (b"PK\x03\x04 and then nothing", b"", b"\x00" * 100, buffer.getvalue()[:500]):
        with pytest.raises(CannotRead):
            read_file(data, "x.xlsx")


def test_a_sheet_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(book: xlsxwriter.Workbook, sheet: object) -> None:
        for row in range(50):
            sheet.write_row(row, 0, ("9:00", f"Item {row}"))

    monkeypatch.setattr(opening, "MOST_ROWS", 40)
    with pytest.raises(spreadsheets.SheetTooLong):
        read_file(workbook(write), "x.xlsx")
    with pytest.raises(TooManyRows):
        read_file(b"9:00 x\n" * 41, "x.txt")


def test_a_large_file_and_an_unknown_kind_are_refused() -> None:
    with pytest.raises(TooLarge):
        read_file(b" " * (opening.MOST_BYTES + 1), "x.txt")
    with pytest.raises(TooLarge):
        read_file(b"9:00 x\n" * 900_000, "x.txt")
    with pytest.raises(UnknownKind):
        read_file(b"PK\x03\x04", "x.docx")
    with pytest.raises(UnknownKind):
        read_file(b"%PDF-1.7", "x.pdf")


def test_a_table_within_a_text_comes_in() -> None:
    text = """# Rooster\n\nZalen volgen.\n\n## Zaterdag\n\n<table>
    <tr><th>Tijd</th><th>Wat</th><th>Wie</th></tr>
    <tr><td>8.00 - 9.00</td><td>Ontbijt</td><td></td></tr>
    <tr><td>9.00 - 10.00</td><td>Lego in de klas</td><td>Bea Smit</td></tr></table>"""
    assert rows(read(text.encode(), "rooster.md")) == [
        (480, "Ontbijt", (), ""),
        (540, "Lego in de klas", ("Bea Smit",), ""),
    ]


def test_a_cell_over_several_rows_lasts_as_long() -> None:
    page = """<table><tr><th>Tijd</th><th>Aula</th><th>Lokaal 3</th></tr>
    <tr><td>9.00</td><td rowspan=2>Lang</td><td>Kort</td></tr><tr><td>10.00</td><td>Ook kort</td></tr>
    <tr><td>11.00</td><td colspan=2>Lunch</td></tr></table>"""
    round_, lunch = read(page.encode(), "page.html").parts[0].blocks
    assert [(option.title, option.start, option.end) for option in round_.options] == [
        ("Lang", 540, 660),
        ("Kort", 540, 600),
        ("Ook kort", 600, 660),
    ]
    assert lunch.start == 660


def test_a_table_of_a_web_page_comes_in() -> None:
    page = """<html><head><title>x</title><style>td {}</style></head><body><h1>Studiedag</h1><table>
    <tr><th>Tijd</th><th>Lokaal 1</th><th>Lokaal 2</th></tr>
    <tr><td>9.00</td><td colspan=2>Opening</td></tr>
    <tr><td>10.00</td><td>Rekenen<br>Bea Smit</td><td><p>Taal</p></td></tr></table><ul><li>Neem een pen mee</li></ul>"""
    first, second = read(page.encode(), "page.html").parts[0].blocks
    assert first.title == "Opening"
    assert [(option.title, option.persons) for option in second.options] == [("Rekenen", ("Bea Smit",)), ("Taal", ())]


@given(st.binary(max_size=400), st.sampled_from(ENDINGS))
def test_any_bytes_are_read_or_refused(data: bytes, ending: str) -> None:
    try:
        lines = read_file(data, f"x{ending}")
    except CannotRead:
        return
    arranged(lines)


def test_a_file_of_our_own_data_comes_in(tmp_path: Path) -> None:
    assert isinstance(read(b"9:00 x", "").parts[0].blocks[0], ImportedBlock)


def test_a_table_may_end_its_lines_as_old_macs_did() -> None:
    table = "Start,Titel,Lokaal\n09:00,Rekenen,A1\n10:00,Taal,B2\n"
    assert rows(read(table.replace("\n", "\r").encode(), "dag.csv")) == rows(read(table.encode(), "dag.csv"))


def test_heads_may_be_named_as_in_a_database() -> None:
    table = "name,start_at,end_at,place\nRekenen,9:00,9:30,A1\nTaal,9:45,10:30,B2\n"
    programme = read(table.encode(), "dag.csv")
    assert rows(programme) == [(540, "Rekenen", (), "A1"), (585, "Taal", (), "B2")]
    assert [block.end for block in programme.parts[0].blocks] == [570, 630]


def test_a_table_with_many_columns_for_its_keeper_is_known_by_time_and_title() -> None:
    table = (
        "Mailed,Card,Checked,Day,Time,Topic,Host,Lead Speaker,Speaker 2\n"
        ",,,Day 1,9:00 - 9:45,Rekenen,,Bea Smit,Jan Bos\n"
        "x,x,,Day 1,9:45 - 10:30,Taal,,Piet Vos,\n"
    )
    assert rows(read(table.encode(), "dag.csv")) == [
        (540, "Rekenen", ("Bea Smit", "Jan Bos"), ""),
        (585, "Taal", ("Piet Vos",), ""),
    ]


def test_a_name_beside_a_title_is_that_of_a_person() -> None:
    table = "name,bio,title,start,end,room\nBea Smit,,Rekenen,9:00,9:45,A1\n,,Pauze,9:45,10:00,Aula\n"
    assert rows(read(table.encode(), "dag.csv")) == [
        (540, "Rekenen", ("Bea Smit",), "A1"),
        (585, "Pauze", (), "Aula"),
    ]


def test_of_two_columns_for_the_time_the_one_with_times_counts() -> None:
    table = "slot,time,title,presenter\nDi D,14:00-15:30 Uhr,Rekenen,Bea Smit\nDi E,16:00-17:30 Uhr,Taal,Jan Bos\n"
    assert rows(read(table.encode(), "dag.csv")) == [
        (840, "Rekenen", ("Bea Smit",), ""),
        (960, "Taal", ("Jan Bos",), ""),
    ]


@pytest.mark.parametrize("room", ["", "A1"])
def test_a_long_row_of_proposals_is_parked_and_does_not_run_beside_what_is_above(room: str) -> None:
    proposals = [(f"Voorstel {n}", ("Jan Bos",)) for n in range(40)]
    lines = "".join(f"Jan Bos,{title},,,\n" for title, _ in proposals)
    table = f"name,title,room,start,end\nBea Smit,Rekenen,{room},9:00,9:45\n{lines}Ali Can,Taal,{room},10:00,10:45\n"
    found = read(table.encode(), "voorstellen.csv")
    assert rows(found) == [(540, "Rekenen", ("Bea Smit",), room), (600, "Taal", ("Ali Can",), room)]
    assert [(block.title, block.persons) for block in found.parked] == proposals
