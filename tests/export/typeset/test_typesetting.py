import pytest

from studydag.export.typeset import fonts
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import GREY, INK, Role, Theme
from studydag.export.typeset.typesetting import Typesetter


@pytest.mark.parametrize(
    ("run", "face", "colour"),
    [
        ("x", fonts.REGULAR, INK),
        (Run("x"), fonts.REGULAR, INK),
        (Run("x", strong=True), fonts.SEMIBOLD, INK),
        (Run("x", italic=True, grey=True), fonts.ITALIC, GREY),
        (Run("x", strong=True, italic=True), fonts.SEMIBOLD_ITALIC, INK),
        (Run("x", href="https://example.org"), fonts.REGULAR, Theme.of().accent_ink),
        (Run("x", href="javascript:x"), fonts.REGULAR, INK),
    ],
)
def test_a_run_has_its_look(run, face, colour):
    ((piece,),) = [line.pieces for line in Typesetter(Theme.of()).lines((run,), Role.BODY, 100)]
    assert (piece.face, piece.colour) == (face, colour)


def test_what_the_font_lacks_is_collected_once():
    setter = Typesetter(Theme.of())
    setter.lines(("🎉 en 🎉", Run("漢")), Role.BODY, 100)
    assert set(setter.proof.marks) == {"🎉", "漢"}


def test_large_print_needs_more_width():
    ordinary, large = (Typesetter(Theme.of(large_print=large)) for large in (False, True))
    assert large.natural_width("woord", Role.BODY) == pytest.approx(1.6 * ordinary.natural_width("woord", Role.BODY))
