import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.export.typeset.fonts import drawable_elsewhere
from studydag.export.typeset.scripts import drawn, has_latin_order, runs_from_right, turned

ARABIC = st.text(
    st.sampled_from([chr(each) for each in range(0x621, 0x64B) if chr(each) in drawable_elsewhere()]), min_size=1
)
HEBREW = st.text(st.characters(min_codepoint=0x5D0, max_codepoint=0x5EA), min_size=1)


def read_back(shown: str) -> str:
    """Read what is drawn as programs do: from right to left, each form as its letter."""
    return unicodedata.normalize("NFKC", shown[::-1])


def test_letters_take_the_form_of_their_place():
    kinds = [unicodedata.decomposition(char).split()[0] for char in drawn("محمد")[::-1]]
    assert kinds == ["<initial>", "<medial>", "<medial>", "<final>"]


def test_a_letter_that_joins_only_to_what_is_before_it_parts_a_word():
    assert [unicodedata.decomposition(char).split()[0] for char in drawn("دار")[::-1]] == ["<isolated>"] * 3


def test_lam_and_alef_are_one():
    assert len(drawn("سلام")) == 3
    assert read_back(drawn("سلام")) == "سلام"


def test_a_joiner_that_parts_letters_shows_nothing():
    first, second = drawn("می\u200cخواهم"), drawn("می")
    assert "\u200c" not in first
    assert first.endswith(second)


@pytest.mark.parametrize("word", ["Արմեն", "ნინო", "Jan"])
def test_what_is_read_from_left_to_right_stays_as_it_is(word):
    assert drawn(word) == word
    assert has_latin_order(word)
    assert not runs_from_right(word)


def test_numbers_and_brackets_between_words_are_turned_as_readers_expect():
    assert turned(" 12 (") == ") 12 "
    assert turned("9:30") == "9:30"


@given(ARABIC | HEBREW)
def test_any_word_is_drawn_in_letters_that_the_font_has_and_reads_as_it_was(word):
    shown = drawn(word)
    assert set(shown) <= drawable_elsewhere()
    assert read_back(shown) == unicodedata.normalize("NFKC", word)
