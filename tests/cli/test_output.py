"""Lines that a terminal can show, whatever is in a text."""

import io
from pathlib import Path

import pytest

from studydag.cli.output import Output, columns, one_line, paragraph, readable, table
from studydag.model.values.errors import CannotWrite
from tests.cli.conftest import Run


def test_a_line_holds_nothing_that_a_terminal_obeys() -> None:
    assert one_line("a\x1b[31m\r\n\tb\u2028c\u202ed") == "a [31m b c d"


def test_emoji_stay_whole() -> None:
    assert one_line("👩‍🏫 é") == "👩‍🏫 é"


def test_columns_counts_what_a_terminal_does() -> None:
    assert columns("e\u0301") == 1
    assert columns("漢字") == 4
    assert columns("🎉x") == 3


def test_a_table_stands_straight_beside_wide_letters() -> None:
    assert table([("漢", "a", "b"), ("x", "c", "d")]) == ["漢  a  b", "x   c  d"]


def test_a_paragraph_keeps_its_own_lines() -> None:
    assert paragraph("one\ntwo three", "  ", 8, first="– ") == ["– one", "  two", "  three"]


def test_without_a_stream_all_is_dropped() -> None:
    Output(None, "stdout").line("nothing happens")


def test_what_the_system_could_not_read_is_utf8_after_all() -> None:
    assert readable("ż".encode().decode("ascii", "surrogateescape")) == "ż"
    assert readable("a\udcffb") == "a\ufffdb"
    assert readable("a\ud800b") == "a?b"


class _Full(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_a_full_disk_is_no_broken_pipe() -> None:
    with pytest.raises(CannotWrite):
        Output(_Full(), "stdout").line("x")


def test_where_nothing_can_be_written_at_all_the_status_says_it(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", _Full())
    monkeypatch.setattr("sys.stderr", _Full())
    assert run("days", "--library", library).status == 3
    assert run("dys", "--library", library).status == 2


class _Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


def test_a_reader_that_went_away_is_not_missed() -> None:
    out = Output(_Gone(), "stdout")
    out.line("x")
    out.line("y")
    out.flush()
