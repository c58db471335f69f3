"""Two of the same name are told apart from what is new."""

from studydag.model.rules.written.namesakes import Namesake, namesake, told_apart
from studydag.model.values.school import Person, Room

PEOPLE = (Person(id=1, name="Ewa Wolińska"), Person(id=2, name="Tijn Overkamp"), Person(id=3, name="Tijn Overkamp"))


def test_accents_case_and_spaces_make_no_other_name():
    new, same = told_apart(["ewa  wolinska", "Noor", "", "TIJN OVERKAMP"], PEOPLE)

    assert new == ("Noor",)
    assert same == (Namesake("ewa wolinska", 1), Namesake("TIJN OVERKAMP", 2))
    assert namesake("Ewa Wolinska ", PEOPLE) == 1
    assert namesake("Noor", PEOPLE) is None
    assert namesake(" ", (Room(id=4, name=""),)) is None


def test_a_name_that_was_typed_twice_is_asked_about_once():
    assert told_apart(["Noor", "Dirk", "noor"], ()) == (("Noor", "Dirk"), (Namesake("noor", None),))
