import pytest

from studydag.export.typeset.colour import READABLE, WHITE
from studydag.export.typeset.theme import MARGIN, MM, PHASES, SMALLEST, Role, Theme, phase_colour


def test_body_text_is_ten_points_and_nothing_is_below_nine():
    styles = Theme.of().styles
    assert styles[Role.BODY].size == 10
    assert min(style.size for style in styles.values()) == SMALLEST == 9
    assert set(styles) == set(Role)


def test_margins_are_eighteen_millimetres():
    assert pytest.approx(18) == MARGIN / MM


def test_large_print_sets_text_at_sixteen_points_and_keeps_the_order_of_sizes():
    ordinary, large = Theme.of(), Theme.of(large_print=True)
    assert large.styles[Role.BODY].size == 16
    read = set(Role) - {Role.FURNITURE}
    sizes = [large.styles[role].size for role in sorted(read, key=lambda role: ordinary.styles[role].size)]
    assert sizes == sorted(sizes)
    assert min(sizes) == 16


@pytest.mark.parametrize("accent", ["", "#1f5fa8", "#F5C400", "#ffffff", "#000000", "#00ff00"])
def test_text_in_and_on_any_school_colour_can_be_read(accent):
    theme = Theme.of(accent=accent)
    assert theme.accent_ink.contrast(WHITE) >= READABLE
    assert theme.accent_ink.contrast(theme.accent_tint) >= READABLE
    assert theme.on_accent.contrast(theme.accent) >= READABLE
    assert theme.styles[Role.KICKER].colour == theme.accent_ink


def test_a_colour_that_is_none_is_refused():
    with pytest.raises(ValueError, match="not a colour"):
        Theme.of(accent="blauw")


def test_an_unknown_phase_is_shown_as_organisation():
    assert phase_colour("knowledge") == PHASES["knowledge"]
    assert phase_colour("") == PHASES["organisation"]
