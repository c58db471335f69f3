"""What Excel, Word and LibreOffice put on the clipboard: their marks, merged cells, breaks and lists in cells."""

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_pasted
from studydag.model.values.imported import ImportedBlock

EXCEL = (
    "Version:1.0\r\nStartHTML:0000000127\r\nEndHTML:0000001234\r\n"
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'>"
    "<head><style><!--table {mso-displayed-decimal-separator:','}"
    " .xl65 {mso-number-format:'Short Time'}--></style></head>"
    "<body><table width=512 style='border-collapse:collapse'><!--StartFragment--><col width=64 span=4>"
    "<tr><td height=20>Tijd</td><td>Onderdeel</td><td>Wie</td><td>Waar</td></tr>"
    "<tr><td class=xl65 align=right>8:30</td><td>Inloop</td><td></td><td>Hal</td></tr>"
    "<tr><td rowspan=3 class=xl65>9:00</td><td>Workshop A<br>Taal in beeld</td><td>Els Maas</td><td>1.01</td></tr>"
    "<tr><td>Workshop B</td><td>Jan Smit</td><td>1.02</td></tr>"
    "<tr><td>Workshop C</td><td>Mia Bos<br>\n  Tim Kok</td><td>1.03</td></tr>"
    "<tr><td>10:30</td><td colspan=3 style='mso-ignore:colspan'>Pauze</td></tr><!--EndFragment--></table></body></html>"
)
MARK = "<![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>"
WORD = (
    "<html><head><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=NL>"
    "<!--StartFragment--><p class=MsoNormal><b>Studiedag</b><o:p></o:p></p><table class=MsoTableGrid border=1>"
    "<tr><td><p class=MsoNormal>Tijd<o:p></o:p></p></td><td><p>Programma</p></td><td><p>Ruimte</p></td></tr>"
    "<tr><td><p>9.00 –<o:p></o:p></p><p>9.30 uur</p></td><td><p>Opening<o:p>&nbsp;</o:p></p><p>door Els Maas</p></td>"
    "<td><p>Aula</p></td></tr><tr><td><p>9.30 uur</p></td><td><p>Workshops:</p>"
    f"<p class=MsoListParagraph>{MARK}Taal – Jan Smit – lokaal 3</p>"
    f"<p class=MsoListParagraph>{MARK}Rekenen – Mia Bos – lokaal 4</p></td><td></td></tr>"
    "<tr><td>10.30 uur</td><td>Pauze</td><td>Kantine</td></tr></table><!--EndFragment--></body></html>"
)
OFFICE = (
    "<html><head><meta name='generator' content='LibreOffice'/></head><body><table><colgroup width='85'></colgroup>"
    "<tr><td><font face='Liberation Sans'>Begin</font></td><td>Eind</td><td>Titel</td><td>Zaal</td></tr>"
    "<tr><td rowspan=2 sdval='0.40625'>09:45</td><td rowspan=2>10:45</td><td>Sessie 1</td><td>A1</td></tr>"
    "<tr><td>Sessie 2</td><td>A2</td></tr></table></body></html>"
)


def blocks(html: str) -> tuple[ImportedBlock, ...]:
    return arranged(read_pasted("", html), round_title="Ronde").parts[0].blocks


def options(block: ImportedBlock) -> list[tuple[str, tuple[str, ...], str]]:
    return [(option.title, option.persons, option.room) for option in block.options]


def test_a_merged_time_in_excel_stands_for_the_rows_below_it() -> None:
    first, round_, last = blocks(EXCEL)
    assert (first.title, first.room) == ("Inloop", "Hal")
    assert options(round_) == [
        ("Workshop A", ("Els Maas",), "1.01"),
        ("Workshop B", ("Jan Smit",), "1.02"),
        ("Workshop C", ("Mia Bos", "Tim Kok"), "1.03"),
    ]
    assert (last.title, last.start) == ("Pauze", 630)


def test_a_list_in_a_cell_of_word_holds_the_options() -> None:
    first, round_, last = blocks(WORD)
    assert (first.title, first.persons, first.start, first.end) == ("Opening", ("Els Maas",), 540, 570)
    assert round_.title == "Workshops"
    assert options(round_) == [("Taal", ("Jan Smit",), "lokaal 3"), ("Rekenen", ("Mia Bos",), "lokaal 4")]
    assert (last.title, last.room) == ("Pauze", "Kantine")


def test_sessions_that_share_a_merged_time_run_beside_each_other() -> None:
    (round_,) = blocks(OFFICE)
    assert options(round_) == [("Sessie 1", (), "A1"), ("Sessie 2", (), "A2")]
    assert (round_.start, round_.end) == (585, 645)


def test_what_no_browser_knows_is_passed_over() -> None:
    assert blocks("<table><tr><td>9:00</td><td><![foo bar]>Opening</td></tr></table>")[0].title == "Opening"


PLAN = "<table><tr><td>9.00</td><td>Inloop</td></tr><tr><td>9.30</td><td>Lezing<br>Anna Bos</td></tr></table>"


@pytest.mark.parametrize(
    "html",
    [
        f"<table><tr><td><p>Studiedag De Wilg</p>{PLAN}</td></tr></table>",
        f"<table><tr><td>Studiedag De Wilg</td></tr><tr><td><table><tr><td>{PLAN}</td></tr></table></td></tr></table>",
        f"<table><tr><td>Studiedag De Wilg{PLAN}</td><td><table><tr><td>Tot dan!</td></tr></table></td></tr></table>",
        f"<table><tr><td>Studiedag De Wilg{PLAN}",
    ],
)
def test_a_page_laid_out_with_tables_holds_one_within(html: str) -> None:
    programme = arranged(read_pasted("", html), round_title="Ronde")
    assert programme.title == "Studiedag De Wilg"
    assert [(block.start, block.title, block.persons) for block in programme.parts[0].blocks] == [
        (540, "Inloop", ()),
        (570, "Lezing", ("Anna Bos",)),
    ]


def test_a_table_within_a_cell_that_has_no_times_is_text_of_the_cell() -> None:
    inner = "<table><tr><td>Lezing</td></tr><tr><td>Anna Bos</td></tr></table>"
    first = f"<tr><td>9.00</td><td>{inner}</td><td>Aula</td></tr>"
    html = f"<table>{first}<tr><td>10.00</td><td>Taal</td><td>Hal</td></tr></table>"
    lecture, last = blocks(html)
    assert (lecture.title, lecture.persons, lecture.room) == ("Lezing", ("Anna Bos",), "Aula")
    assert (last.title, last.room) == ("Taal", "Hal")


@pytest.mark.parametrize("days", [("Maandag", "Dinsdag"), ("Dag 1", "Dag 2"), ("Montag", "Dienstag")])
def test_columns_that_are_days_without_a_date_are_parts(days: tuple[str, str]) -> None:
    html = (
        f"<table><tr><td></td><td>{days[0]}</td><td>{days[1]}</td></tr><tr><td>9.00</td><td rowspan=2>Lezing</td>"
        "<td>Panel</td></tr><tr><td>10.00</td><td>Taal</td></tr><tr><td>11.00</td><td colspan=2>Lunch</td></tr></table>"
    )
    parts = arranged(read_pasted("", html), round_title="Ronde").parts
    assert [part.title for part in parts] == list(days)
    assert [[(block.start, block.end, block.title) for block in part.blocks] for part in parts] == [
        [(540, 660, "Lezing"), (660, None, "Lunch")],
        [(540, 600, "Panel"), (600, 660, "Taal"), (660, None, "Lunch")],
    ]
