"""Tables of answers as Microsoft and Google Forms hand them out: encoding, separator, and which column asks what."""

import io

import pytest
import xlsxwriter

from studydag.model.exchange.importing.answers import match_columns, read_answer_table
from studydag.model.exchange.importing.scores import NoScores
from studydag.model.values.questions import Question, QuestionKind

QUESTIONS = (
    Question(id=1, text_nl="Het was mij duidelijk waar de dag toe moest leiden.", text_en="The aim was clear to me."),
    Question(id=2, text_nl="Er was genoeg tijd om te verwerken.", text_en="There was time enough."),
    Question(id=3, text_nl="Wat was voor jou het waardevolst?", text_en="Most valuable?", kind=QuestionKind.OPEN),
)


@pytest.mark.parametrize(
    ("encoding", "named", "mark"),
    [("utf-8-sig", "UTF-8", ";"), ("cp1252", "Windows-1252", ","), ("utf-16", "UTF-16", "\t")],
)
def test_encoding_and_separator_are_found_though_answers_hold_others(encoding: str, named: str, mark: str) -> None:
    rows = [
        ["Tijdstempel", "Er was genoeg tijd om te verwerken", "Wat was voor jou het waardevolst?"],
        ["12-2-2027 15:02", "4", '"één ding; en, nog een"'],
        ["12-2-2027 15:03", "5", '"ruimte"'],
    ]
    text = "\r\n".join(mark.join(row) for row in rows)
    table = read_answer_table(text.encode(encoding), "antwoorden.csv")
    assert (table.encoding, table.mark) == (named, mark)
    assert table.heads[0] == "Tijdstempel"
    assert table.lines[0].cells[2] == "één ding; en, nog een"
    assert [line.line for line in table.lines] == [2, 3]
    assert match_columns(table.heads, QUESTIONS) == {2: 1, 3: 2}


def test_a_sheet_of_microsoft_forms_is_read() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["ID", "Begintijd", "Het was mij duidelijk waar de dag toe moest leiden."])
        sheet.write_row(1, 0, [1, "12-2-2027", 4])
    table = read_answer_table(data.getvalue(), "Evaluatie.xlsx")
    assert (table.encoding, table.mark) == ("", "")
    assert match_columns(table.heads, QUESTIONS) == {1: 2}
    assert table.lines[0].cells[2] == "4"


def test_numbers_before_and_grids_round_a_question_do_not_hide_it() -> None:
    heads = ("1. The aim was clear to me", "Hoe was de dag? [Er was genoeg tijd om te verwerken]", "Naam")
    assert match_columns(heads, QUESTIONS) == {1: 0, 2: 1}


def test_a_column_asks_one_question_and_another_text_none() -> None:
    same = (Question(id=7, text_nl="Hoe was het?"), Question(id=8, text_nl="Hoe was het?"))
    assert len(match_columns(("Hoe was het?",), same)) == 1
    assert match_columns(("Waar woon je nu precies eigenlijk?",), QUESTIONS) == {}


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(NoScores):
        read_answer_table(b"\n\n", "leeg.csv")


def test_heads_are_found_below_a_title_and_merged_cells_and_lines_that_came_twice_count_once() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 3, "Evaluatie studiedag 11 maart")
        sheet.merge_range(1, 1, 1, 2, "Stellingen")
        heads = ["Respondent", *(each.text_nl for each in QUESTIONS[:2]), "Opmerking van de beheerder"]
        for number, row in enumerate([heads, [1, 4, 5], [2, 4, 5], [1, 4, 5], [3, 2, 2, "zie mail"]], 2):
            sheet.write_row(number, 0, row)
    table = read_answer_table(data.getvalue(), "Evaluatie.xlsx", QUESTIONS)
    assert match_columns(table.heads, QUESTIONS) == {1: 1, 2: 2}
    assert [line.cells[0] for line in table.lines] == ["1", "2", "3"]
    assert table.repeated == ((6, 4),)


def test_people_who_answer_the_same_are_not_one() -> None:
    text = "Er was genoeg tijd om te verwerken;Wat was voor jou het waardevolst?\r\n4;alles\r\n4;alles\r\n"
    table = read_answer_table(text.encode(), "antwoorden.csv", QUESTIONS)
    assert (len(table.lines), table.repeated) == (2, ())
