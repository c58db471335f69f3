import pytest

from studydag.export.typeset.fonts import FACES, REGULAR, SEMIBOLD, advance, drawable, font


@pytest.mark.parametrize("face", FACES)
def test_every_face_draws_the_same_characters(face):
    assert set(font(face).face.charToGlyph) == set(font(REGULAR).face.charToGlyph)


@pytest.mark.parametrize("face", FACES)
def test_figures_are_equally_wide_so_that_times_line_up(face):
    assert len({advance(face, figure) for figure in "0123456789"}) == 1


def test_the_font_has_what_european_schools_write():
    assert set("ëïéĳ łśćźąęń şğıİçö ΆΈΩάέω Ђћжщя ☐☑✓•…–—’‘“”€½²→ \u00a0\u202f") <= drawable()


def test_the_font_has_no_emoji_no_hebrew_and_nothing_that_does_not_show():
    assert not drawable() & set("🎉🔒ש\n\t\u200b\u00ad\x00")


def test_text_grows_with_its_letters_and_its_weight():
    assert advance(REGULAR, "aa") == pytest.approx(2 * advance(REGULAR, "a"))
    assert advance(SEMIBOLD, "aan tafel") > advance(REGULAR, "aan tafel")
