import io

import pytest
import xlsxwriter

from studydag.model.exchange.importing.scores import (
    MOST_BYTES,
    MOST_LINES,
    NoScores,
    TooLargeForScores,
    TooManyScores,
    read_score_lines,
)
from studydag.model.rules.goals.scan_scores import ScoreLine, columns_of, likely_column, read_scores


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("nr;score\n1;3\n2;4\n", [("nr", "score"), ("1", "3"), ("2", "4")]),
        ("nr,score\r\n1,3\r\n2,4", [("nr", "score"), ("1", "3"), ("2", "4")]),
        ("nr\tscore\n1\t3", [("nr", "score"), ("1", "3")]),
        ("score\n3,5\n2\n4,0\n", [("score",), ("3,5",), ("2",), ("4,0",)]),
        ('naam;score\n"Bakker; Jan";3\n', [("naam", "score"), ("Bakker; Jan", "3")]),
        ("\ufeffscore\n\n\n3\n", [("score",), ("3",)]),
    ],
)
def test_a_text_is_taken_apart_by_what_stands_between_its_cells(text: str, cells: list[tuple[str, ...]]):
    assert [line.cells for line in read_score_lines(text.encode("utf-8"), "scan.csv")] == cells


def test_empty_lines_are_counted_as_the_other_program_does():
    assert [line.line for line in read_score_lines(b"score\n\n3\n\n\n4\n", "scan.csv")] == [1, 3, 6]


def test_windows_text_and_utf_16_are_read():
    for encoding in ("cp1252", "utf-16"):
        assert read_score_lines("één\n3\n".encode(encoding), "scan.csv")[0].cells == ("één",)


def test_a_workbook_is_read_with_the_line_numbers_of_its_sheet():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, values in enumerate([("wie", "score"), ("a", 3), ("b", 3.5), (), ("c", 7)]):
            sheet.write_row(row, 0, values)
    lines = read_score_lines(buffer.getvalue(), "scan.xlsx")
    scores = read_scores(lines, likely_column(lines, 1, 4), 1, 4)
    assert scores.counted == (3.0, 3.5)
    assert [refusal.line for refusal in scores.refused] == [5]


def test_what_is_no_table_or_too_large_is_refused():
    with pytest.raises(NoScores):
        read_score_lines(b"", "scan.csv")
    with pytest.raises(NoScores):
        read_score_lines(b"3\n", "scan.pdf")
    with pytest.raises(TooLargeForScores):
        read_score_lines(b"1\n" * MOST_BYTES, "scan.csv")
    with pytest.raises(TooManyScores):
        read_score_lines(b"1\n" * (MOST_LINES + 1), "scan.csv")


def test_words_are_refused_and_empty_cells_are_no_answer():
    lines = (ScoreLine(1, ("wie", "score")), ScoreLine(2, ("a", "n.v.t.")), ScoreLine(3, ("b", "")))
    scores = read_scores((*lines, ScoreLine(4, ("c", "3"))), 1, 1, 4)
    assert scores.counted == (3.0,)
    assert [refusal.line for refusal in scores.refused] == [2]
    assert scores.unanswered == 1


def test_the_likely_column_is_the_one_with_most_scores_on_the_scale():
    lines = tuple(ScoreLine(number, (str(number), str(number * 100), "3")) for number in range(1, 10))
    assert columns_of(lines) == ("", "", "")
    assert likely_column(lines, 1, 4) == 2
    assert likely_column((), 1, 4) == 0


def test_scores_between_whole_numbers_have_a_mean_and_no_distribution():
    lines = (ScoreLine(1, ("3,5",)), ScoreLine(2, ("2.5",)))
    scores = read_scores(lines, 0, 1, 4)
    assert (scores.mean, scores.distribution(1, 4)) == (3.0, ())
