"""Who is meant by the name with which an action begins."""

import datetime as dt

import pytest

from studydag.model.rules.people.owners import owner_in, owners
from studydag.model.values.follow_up import ActionState
from studydag.model.values.school import Person
from tests.building import DAY, a_day, a_person, a_setting, an_action

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


def test_r084_owners_and_contacts_of_groups_with_their_open_actions_over_all_days():
    noor, bas = a_person(1, "Noor"), a_person(2, "Bas")
    first = a_day(
        an_action(1, owner=1, due=DAY + dt.timedelta(days=9)),
        an_action(2, owner=1, due=DAY),
        an_action(3, owner=1, state=ActionState.DONE),
        an_action(4, owner_contact=2),
        an_action(5, owner=9),
        an_action(6),
    )
    second = a_day(an_action(7, owner=1, owner_contact=2))

    lines = owners([(first, a_setting(noor, bas)), (second, a_setting(noor, bas))])
    assert [(line.person.name, line.actions, line.first) for line in lines] == [("Bas", 1, None), ("Noor", 3, DAY)]
