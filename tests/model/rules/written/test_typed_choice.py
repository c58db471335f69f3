"""What is meant by the first letters of a name or a title."""

import pytest

from studydag.model.rules.written.typed_choice import meant, used_most

NAMES = ("Fenna Koolwijk", "Floor Kok", "Jan", "Jan de Wit", "Zoë Smit", "Rubrics", "Rubrics", "Lokaal 11")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("fen", "Fenna Koolwijk"),
        ("f koo", "Fenna Koolwijk"),
        ("kok", "Floor Kok"),
        ("jan", "Jan"),
        ("jan d", "Jan de Wit"),
        ("zoe", "Zoë Smit"),
        ("rub", "Rubrics"),
        ("f k", None),
        ("x", None),
        ("lok", "Lokaal 11"),
        ("lokaal 1", None),
        ("l 1", None),
        ("l 11", "Lokaal 11"),
        ("  ", None),
    ],
)
def test_the_one_that_is_meant_is_found(text: str, name: str | None):
    place = meant(text, NAMES)
    assert (None if place is None else NAMES[place]) == name


def test_names_that_are_used_most_come_first_and_then_those_by_the_alphabet():
    assert used_most(["B", "", "c", "A", "c"]) == ("c", "A", "B")
