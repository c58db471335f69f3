from studydag.model.operations import editing
from studydag.model.operations.people import import_people
from studydag.model.rules.people.people_import import Fate, PersonLine
from studydag.model.store.library import Library
from studydag.model.values.school import Person


def test_new_people_are_added_and_known_ones_filled_in_as_one_step(library: Library) -> None:
    known = editing.create(library, Person(name="Noor", section="Frans"))
    lines = (
        PersonLine(number=2, person=Person(name="Sam"), fate=Fate.NEW),
        PersonLine(
            number=3,
            person=Person(name="Noor", section="Wiskunde", email="n@school.nl"),
            fate=Fate.KNOWN,
            known=known,
            filled=("email", "section"),
        ),
        PersonLine(number=4, person=Person(name=""), fate=Fate.REFUSED),
    )

    import_people(library, lines)

    people = {each.name: each for each in library.every(Person)}
    assert set(people) == {"Sam", "Noor"}
    assert (people["Noor"].email, people["Noor"].section) == ("n@school.nl", "Frans")
    library.undo()
    assert [each.name for each in library.every(Person)] == ["Noor"]


def test_nothing_new_is_no_step(library: Library) -> None:
    before = library.undo_step
    assert import_people(library, ()) == ()
    assert library.undo_step == before
