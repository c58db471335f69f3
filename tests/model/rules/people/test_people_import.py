from collections.abc import Mapping

from studydag.model.exchange.importing.recognising.matching import Names, person_key
from studydag.model.rules.people.people_import import Fate, PersonLine, people_lines
from studydag.model.values.school import Person, PersonRole, Weekday
from tests.building import a_person


def lines(*rows: Mapping[str, str], people: tuple[Person, ...] = ()) -> tuple[PersonLine, ...]:
    names = Names[Person](((each.name, each) for each in people), person_key)
    return people_lines(enumerate(rows, 2), people, names.find)


def test_all_that_a_line_says_of_someone_is_read() -> None:
    (line,) = lines(
        {
            "last": "Dijk, Noor",
            "email": "n@school.nl",
            "role": "Teamleider",
            "working_days": "ma, di en do".replace(" en", ","),
            "hours": "40",
        }
    )

    person = line.person
    assert (line.fate, person.name, person.role, person.hours_budget) == (Fate.NEW, "Noor Dijk", PersonRole.LEADER, 40)
    assert [each.weekday for each in person.working_days] == [Weekday.MONDAY, Weekday.TUESDAY, Weekday.THURSDAY]


def test_the_same_address_or_nearly_the_same_name_is_the_same_person() -> None:
    noor = a_person(1, "Noor van Dijk", email="n@school.nl")
    sam = a_person(2, "Sam Bosboom", section="Wiskunde")

    found = lines(
        {"name": "N. van Dijk-Smit", "email": "N@school.nl", "section": "Frans"},
        {"name": "Sam Bosbom", "section": "Natuurkunde"},
        {"name": "Ada"},
        people=(noor, sam),
    )

    assert [(each.fate, each.known, each.filled) for each in found] == [
        (Fate.KNOWN, 1, ("section",)),
        (Fate.SAME, 2, ()),
        (Fate.NEW, None, ()),
    ]


def test_lines_that_can_not_be_taken_are_refused_with_their_number_and_why() -> None:
    found = lines(
        {"section": "Frans"},
        {"name": "A", "email": "nonsense"},
        {"name": "B", "hours": "veel"},
        {"name": "C", "role": "acrobaat"},
        {"name": "D", "working_days": "altijd"},
        {"name": "E"},
        {"name": "e"},
    )

    assert [(each.number, each.problem.where if each.problem else "") for each in found] == [
        (2, "name"),
        (3, "email"),
        (4, "hours_budget"),
        (5, "role"),
        (6, "working_days"),
        (7, ""),
        (8, "name"),
    ]
    assert found[-1].problem is not None
    assert found[-1].problem.figures["line"] == 7
