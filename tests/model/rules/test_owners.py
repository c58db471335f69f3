"""Who is meant by the name with which an action begins."""

import pytest

from studydag.model.rules.owners import owner_in
from studydag.model.values.school import Person

PEOPLE = (Person(id=1, name="Noor de Wit"), Person(id=2, name="Anne"), Person(id=3, name="Anne Vos"))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Noor asks every section", 1),
        ("noor de wit: asks every section", 1),
        ("Anne Vos visits a lesson", 3),
        ("Noord-Holland is asked", None),
        ("Noortje asks", None),
        ("Every section asks Noor", None),
        ("", None),
    ],
)
def test_who_is_named_first_owns_it(text: str, owner: int | None):
    assert owner_in(text, PEOPLE) == owner


def test_a_first_name_that_two_have_says_nothing():
    people = (Person(id=1, name="Anne Vos"), Person(id=2, name="Anne Bos"))
    assert owner_in("Anne visits a lesson", people) is None
