"""What is text, and in which encoding."""

import random

import pytest

from studydag.model.exchange.importing.opening import read_file
from studydag.model.exchange.importing.people_table import read_people_table
from studydag.model.exchange.importing.reading.encodings import NoText, text_in
from studydag.model.exchange.importing.scores import read_score_lines
from studydag.model.exchange.sign_up_table import open_sign_ups
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

NOISE = random.Random(7).randbytes(3000)
NO_TEXT = {
    "picture": b"\x89PNG\r\n\x1a\n" + NOISE,
    "PDF": b"%PDF-1.7\n9.00 Opening\n",
    "library": b"SQLite format 3\0" + NOISE,
    "old sheet": b"\xd0\xcf\x11\xe0" + NOISE,
    "noise": NOISE,
    "zeros": bytes(2000),
}


@pytest.mark.parametrize("data", NO_TEXT.values(), ids=NO_TEXT.keys())
def test_what_is_no_text_is_read_as_none(data: bytes) -> None:
    for read in (
        lambda: read_file(data, "programme.txt"),
        lambda: read_people_table(data, "people.csv"),
        lambda: read_score_lines(data, "scores.csv"),
        lambda: open_sign_ups(data, "names.csv", StudyDay(), Setting()),
    ):
        with pytest.raises(NoText):
            read()


@pytest.mark.parametrize(
    "data",
    [b"", b"9.00 Opening\x00\r\n", "9.00 Opening – één".encode("utf-16"), "9.00 Één".encode("cp1252"), b"a\x0c\x1ab"],
)
def test_a_text_with_a_stray_letter_is_one(data: bytes) -> None:
    text_in(data, "programme.txt")
