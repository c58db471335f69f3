"""Who registers at once, and as whom."""

from studydag.model.rules.people.registering import gatherings, registrations_of, registrations_of_names
from studydag.model.values.choices import Registration
from studydag.model.values.school import PersonRole
from tests.building import a_day, a_group, a_person, a_setting

SCHOOL = a_setting(
    a_group(1, "Onderbouw", members=(1, 2)),
    a_person(1, "Zoë Jacobs", section="talen"),
    a_person(2, "Bart Jansen", section="Onderbouw"),
    a_person(3, "Kim Nguyen", section="bèta"),
    a_person(4, "Ans Weg", section="bèta", archived=True),
    a_person(5, "Expert", role=PersonRole.EXTERNAL),
)


def test_everyone_of_the_school_a_group_or_a_section_registers_but_those_who_did():
    day = a_day(registrations=(Registration(id=9, person=2),))
    found = {each.name: each.people for each in gatherings(day, SCHOOL)}

    assert found == {"": (1, 3), "Onderbouw": (1,), "bèta": (3,), "talen": (1,)}
    assert [each.name for each in gatherings(day, SCHOOL) if each.is_section] == ["bèta", "talen"]
    assert [each.group for each in registrations_of(gatherings(day, SCHOOL)[1])] == [1]


def test_a_typed_name_is_that_of_somebody_of_the_school_and_comes_in_once():
    day = a_day(registrations=(Registration(id=9, person=2),))
    made = registrations_of_names(["zoe  jacobs", "Zoë Jacobs", "Bart Jansen", "Gast", "Gast", " "], day, SCHOOL)

    assert made == (Registration(person=1), Registration(name="Gast"), Registration(name="Gast"))
