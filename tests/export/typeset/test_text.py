import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.export.typeset.colour import BLACK
from studydag.export.typeset.fonts import REGULAR, SEMIBOLD, advance
from studydag.export.typeset.text import (
    MISSING,
    SOFT_HYPHEN,
    Line,
    Piece,
    character_names,
    legible,
    natural_width,
    paragraphs,
    single_line,
    wrap,
    wrap_evenly,
)

SIZE = 10.0


def pieces(*texts: str) -> list[Piece]:
    return [Piece(text, REGULAR if index % 2 == 0 else SEMIBOLD, BLACK) for index, text in enumerate(texts)]


def lines(text: str, width: float) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in wrap(pieces(text), width, SIZE)]


def test_plain_text_stays_as_it_is():
    assert legible("Łódź, İstanbul, Ωμέγα, Житомир ☐ ✓ <b>&amp;") == (
        ("Łódź, İstanbul, Ωμέγα, Житомир ☐ ✓ <b>&amp;", ""),
    )


def test_accents_join_their_letters():
    assert legible("e\u0301e\u0308n") == (("éën", ""),)


def test_line_ends_and_white_space_become_plain():
    assert legible("a\r\nb\rc\u2028d\te\u3000f\u00a0g") == (("a\nb\nc\nd e f\u00a0g", ""),)


def test_characters_that_show_nothing_are_dropped():
    assert legible("a\x00b\ufeffc\u200ed\u202ee\u2066f\ufe0f") == (("abcdef", ""),)


@pytest.mark.parametrize(
    "cluster", ["🎉", "👩🏽\u200d🏫", "🏳\ufe0f\u200d🌈", "🇳🇱", "ก", "漢", "\ue000", "\ud800", "\U000e0301"[:1]]
)
def test_what_the_font_lacks_becomes_one_mark_that_knows_what_it_stands_for(cluster):
    assert legible(f"voor {cluster} na") == (("voor ", ""), (MISSING, cluster), (" na", ""))


def test_two_flags_are_two_marks():
    assert legible("🇳🇱🇧🇪") == ((MISSING, "🇳🇱"), (MISSING, "🇧🇪"))


def test_a_missing_character_has_a_name():
    assert character_names("🎉") == "PARTY POPPER (U+1F389)"
    assert character_names("\ue000") == "unnamed (U+E000)"


@given(st.text())
def test_any_text_can_be_made_legible(text):
    shown = "".join(stretch for stretch, spoken in legible(text) if stretch == MISSING or not spoken)
    assert legible(shown) in {((shown, ""),), ()}


def test_lines_break_at_spaces_and_keep_a_space_for_copied_text():
    assert lines("een twee drie vier", 45) == ["een twee ", "drie vier"]


def test_line_ends_of_the_author_are_kept():
    assert lines("een\n\ntwee", 100) == ["een ", "", "twee"]


def test_a_line_may_end_after_a_hyphen_between_letters_but_not_within_a_time():
    assert lines("oud-leerlingenraad", 65) == ["oud-", "leerlingenraad"]
    assert lines("van 08:30–09:45", 60) == ["van ", "08:30–09:45"]


def test_a_soft_hyphen_shows_only_where_the_line_ends():
    assert lines("aller\u00adlaatste kans", 300) == ["allerlaatste kans"]
    assert lines("aller\u00adlaatste kans", 35) == ["aller\u00ad", "laatste ", "kans"]


def test_a_no_break_space_keeps_words_together():
    assert lines("groep 8\u00a0b", 34) == ["groep ", "8\u00a0b"]


def test_a_word_wider_than_the_line_is_broken_anywhere_with_a_hyphen():
    broken = lines("Donaudampfschiffahrt", 50)
    assert "".join(broken).replace(SOFT_HYPHEN, "") == "Donaudampfschiffahrt"
    assert len(broken) > 1
    assert all(line.endswith(SOFT_HYPHEN) for line in broken[:-1])
    assert all(line.width <= 50 for line in wrap(pieces("Donaudampfschiffahrt"), 50, SIZE))


def test_an_address_wider_than_the_line_gets_no_hyphen_that_could_be_typed():
    address = "https://rietbeekcollege.example/studiedag_in_maart"
    assert "".join(lines(address, 60)) == address


def test_a_line_too_narrow_for_any_letter_holds_one():
    assert lines("abc", 1) == ["a", "b", "c"]


def test_looks_change_within_a_word_without_a_break():
    broken = wrap(pieces("voor", "beeld", " en meer"), 48, SIZE)
    assert ["".join(piece.text for piece in line.pieces) for line in broken] == ["voorbeeld ", "en meer"]
    assert [piece.face for piece in broken[0].pieces[:2]] == [REGULAR, SEMIBOLD]


def test_marks_beside_each_other_become_one_piece_that_is_spoken_as_a_whole():
    marks = [Piece(MISSING, REGULAR, BLACK, "", letter) for letter in "שלום"]
    (line,) = wrap([*pieces("zeg "), *marks], 300, SIZE)
    assert [(piece.text, piece.spoken) for piece in line.pieces] == [("zeg ", ""), (MISSING * 4, "שלום")]


words = st.lists(st.text("abcëł-🎉\u00ad\n ", min_size=1, max_size=12), min_size=1, max_size=40).map(" ".join)


@given(words, st.floats(10, 400))
def test_no_line_is_wider_than_it_may_be(text, width):
    for line in wrap([Piece(shown, REGULAR, BLACK, "", spoken) for shown, spoken in legible(text)], width, SIZE):
        drawn = "".join(piece.text for piece in line.pieces).rstrip(" \u00ad")
        assert advance(REGULAR, drawn) * SIZE <= max(width, advance(REGULAR, drawn[:1]) * SIZE) + 0.05


@given(words, st.floats(10, 400))
def test_wrapping_loses_no_letter(text, width):
    shown = [Piece(stretch, REGULAR, BLACK, "", spoken) for stretch, spoken in legible(text)]
    drawn = "".join(piece.text for line in wrap(shown, width, SIZE) for piece in line.pieces)
    bare = str.maketrans(dict.fromkeys(" \n\u00ad"))
    assert drawn.translate(bare) == "".join(piece.text for piece in shown).translate(bare)


@given(st.text("ab ë\n", max_size=200), st.floats(10, 200))
def test_text_in_one_look_wraps_as_text_in_two(text, width):
    """The quick way for one piece and the general way agree."""
    one = wrap(pieces(text), width, SIZE)
    two = wrap([Piece(char, REGULAR, BLACK) for char in text], width, SIZE)
    assert written(one) == written(two)


def written(wrapped: tuple[Line, ...]) -> list[list[str]]:
    split = ["".join(piece.text for piece in line.pieces).split() for line in wrapped]
    return [words for words in split if words]


@given(words, st.floats(40, 400))
def test_titles_break_into_as_few_lines_but_evenly(text, width):
    plain = pieces(text.replace("\n", " "))
    greedy, even = wrap(plain, width, SIZE), wrap_evenly(plain, width, SIZE)
    assert len(even) == len(greedy)
    assert max(line.width for line in even) <= max(line.width for line in greedy) + 2


def test_natural_width_is_that_of_the_widest_line():
    assert natural_width(pieces("kort\nlanger"), SIZE) == pytest.approx(advance(REGULAR, "langer") * SIZE)


def test_a_title_stands_on_one_line():
    assert single_line(" een\ntitel\u0000  met\tgaten ") == "een titel met gaten"


def test_empty_lines_part_paragraphs():
    assert paragraphs("een\r\ntwee\r\n \r\n\r\ndrie\n\n") == ("een\ntwee", "drie")
    assert paragraphs(" \n ") == ()


@pytest.mark.parametrize("date", ["do 8 okt 2026", "12 november 2026,", "11–12 maart 2027", "3 December"])
def test_a_line_does_not_end_within_a_date(date):
    before, _space, _last = date.rpartition(" ")
    text = f"Leerlingen en docenten weten dat uiterlijk op {date} zien we elkaar"
    in_two = pieces(text[:9], text[9:])
    for width in (advance(REGULAR, text[: text.index(date)] + before) * SIZE + 1, 140.0, 160.0, 190.0, 210.0):
        for found in (wrap(pieces(text), width, SIZE), wrap(in_two, width, SIZE)):
            assert any(date in "".join(piece.text for piece in line.pieces) for line in found), width
    assert len(lines(date, 20.0)) > 1


def test_numbers_that_are_no_dates_break_as_words_do():
    text = "Voor de les van 12 collega’s in 30 lokalen"
    assert lines(text, advance(REGULAR, "Voor de les van 12") * SIZE + 1)[0] == "Voor de les van 12 "
