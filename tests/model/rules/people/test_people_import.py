from collections.abc import Mapping

from studydag.language import Language
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
        {"name": "D", "working_days": "altijd"},
        {"name": "E"},
        {"name": "e"},
    )

    assert [(each.number, each.problem.where if each.problem else "") for each in found] == [
        (2, "name"),
        (3, "email"),
        (4, "hours_budget"),
        (5, "working_days"),
        (6, ""),
        (7, "name"),
    ]
    assert found[-1].problem is not None
    assert found[-1].problem.figures["line"] == 6


def test_someone_with_a_role_that_is_not_known_is_taken_in_and_that_is_said() -> None:
    unknown, known = lines({"name": "C", "role": "acrobaat"}, {"name": "D", "role": "TOA"})
    assert (unknown.fate, unknown.problem, unknown.remark and unknown.remark.where) == (Fate.NEW, None, "role")
    assert (known.person.role, known.remark) == (PersonRole.SUPPORT, None)


def test_every_role_is_known_by_the_word_that_the_window_has_for_it() -> None:
    for code in ("nl", "en"):
        named = [Language.of(code).member(role) for role in PersonRole]
        assert [line.person.role for line in lines(*({"name": each, "role": each} for each in named))] == [*PersonRole]
