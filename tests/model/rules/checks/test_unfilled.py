import pytest

from studydag.model.rules.checks.unfilled import is_open
from studydag.model.values.goals import Impact, ImpactRow
from tests.building import a_block, a_day, a_goal
from tests.model.rules.checks.looking import concerned, figures, found, holds


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Aanpak A (vul in)", True),
        ("Vul in: het thema", True),
        ("Je werkt aan een vraag uit je eigen lessen. (Vul in: welke?)", True),
        ("How do we make sure that … (fill in)?", True),
        ("Vul samen de kijkwijzer in", False),
        ("Fill in the form", False),
        ("", False),
    ],
)
def test_what_a_template_left_open_is_seen_in_both_languages(text: str, is_so: bool):
    assert is_open(text) is is_so


def test_d26_texts_of_a_template_that_would_be_printed_are_asked_for():
    pupils = Impact(id=1, uid="impact-1", row=ImpactRow.PUPILS, expected_effect="Leerlingen merken dat … (vul in)")
    day = a_day(
        a_block(1, title="Aanpak A (vul in)", description="Vul in: wat?"),
        a_block(2, title="Lunch"),
        a_goal(1, "Na deze dag gebruikt iedereen … (vul in)."),
        pupils,
        theme="Vul in: het thema",
    )

    assert len(found("text-to-fill-in", day)) == 4
    assert ["block-1"] in concerned("text-to-fill-in", day)
    assert {"text": "Aanpak A (vul in)"} in figures("text-to-fill-in", day)
    assert holds("text-to-fill-in", day) == []
    assert holds("text-to-fill-in", a_day(a_block(1))) == [{}]
    assert len(found("pupils-unnamed", day)) == 1
