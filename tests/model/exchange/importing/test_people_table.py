import io
import zipfile

import pytest

from studydag.model.exchange.importing.people_table import (
    MOST_BYTES,
    MOST_LINES,
    NoPeople,
    PeopleTable,
    TooLargeForPeople,
    TooManyPeople,
    read_pasted_people,
    read_people_table,
)
from studydag.model.values.errors import CannotRead


def names(table: PeopleTable) -> list[str]:
    return [line.fields["name"] for line in table.lines]


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252"), ("utf-16", "UTF-16")],
)
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_encoding_and_separator_are_found(encoding: str, named: str, mark: str) -> None:
    text = mark.join(("Naam", "E-mail", "Sectie")) + "\n" + mark.join(("Noël Pêcheur", "n@school.nl", "Frans"))

    table = read_people_table(text.encode(encoding), "staff.csv")

    assert (table.encoding, table.mark) == (named, mark)
    assert names(table) == ["Noël Pêcheur"]
    assert table.columns == ("name", "email", "section")


def test_lines_keep_their_numbers_and_columns_that_are_not_read_are_named() -> None:
    text = "Export 2026\n\nVoornaam;Tussenvoegsel;Achternaam;Kamer\nNoor;van;Dijk;12\n\nSam;;Bos;13\n"

    table = read_people_table(text.encode(), "staff.csv")

    assert [(line.number, line.fields["last"]) for line in table.lines] == [(4, "Dijk"), (6, "Bos")]
    assert table.unknown == ("Kamer",)


def test_a_bare_list_of_names_is_a_table_too() -> None:
    assert names(read_people_table(b"Noor\nSam\n", "staff.txt")) == ["Noor", "Sam"]


def test_a_sheet_is_read() -> None:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for row, cells in enumerate((("Naam", "Uren"), ("Noor", 40))):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    book.close()

    table = read_people_table(out.getvalue(), "staff.xlsx")

    assert [line.fields for line in table.lines] == [{"name": "Noor", "hours": "40"}]
    assert table.encoding == ""


def test_what_is_no_table_of_people_or_too_large_is_refused() -> None:
    with pytest.raises(NoPeople):
        read_people_table(b"a;b\n1;2\n", "x.csv")
    with pytest.raises(NoPeople):
        read_people_table(b"Naam\nNoor\n", "x.exe")
    with pytest.raises(TooLargeForPeople):
        read_people_table(b"x" * (MOST_BYTES + 1), "x.csv")
    with pytest.raises(TooManyPeople):
        read_people_table(b"Naam\n" + b"Noor\n" * (MOST_LINES + 1), "x.csv")


def test_a_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 20_000_000)
    with pytest.raises(CannotRead):
        read_people_table(out.getvalue(), "x.xlsx")


def test_a_formula_stays_text() -> None:
    table = read_people_table(b"Naam;Sectie\n=1+1;Wis\n", "x.csv")
    assert names(table) == ["=1+1"]


def test_rows_of_a_spreadsheet_are_read_with_or_without_heads() -> None:
    rows = "Anna de Boer\tNederlands\tdocent\ta.deboer@school.nl\r\nBerg, Kees van den\tGym\tteamleider\t\r\n"
    for heads in ("", "Naam\tSectie\tFunctie\tE-mail\r\n"):
        table = read_pasted_people(heads + rows)
        assert table is not None
        assert [line.fields for line in table.lines] == [
            {"name": "Anna de Boer", "section": "Nederlands", "role": "docent", "email": "a.deboer@school.nl"},
            {"name": "Berg, Kees van den", "section": "Gym", "role": "teamleider"},
        ]


def test_names_below_each_other_are_no_table() -> None:
    assert read_pasted_people("Anna de Boer\nKees van den Berg\n") is None
