import pytest
from pikepdf import Object

from studydag.export.typeset.syntax import box, stream, string


@pytest.mark.parametrize("text", ["", "plain", "(een) \\ twee)", "Łódź 🎉", "regel\nregel", "é"])
def test_any_text_can_stand_in_a_string(text):
    assert str(Object.parse(string(text).encode())) == text


def test_half_a_character_is_no_error():
    assert string("\ud800a") == "<FEFF003F0061>"


def test_a_stream_says_how_long_it_is():
    assert stream("/Type /XObject", "abc").startswith("<< /Type /XObject /Length 3 >>")


def test_a_rectangle_has_two_decimals():
    assert box(1, 2.005, 3, 4) == "[1.00 2.00 3.00 4.00]"
