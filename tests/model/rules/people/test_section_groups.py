from studydag.model.rules.people.section_groups import groups_of_sections
from tests.building import a_group, a_person


def test_each_section_without_a_group_gets_one_of_those_who_are_in_it() -> None:
    people = (
        a_person(1, "Noor", section="Wiskunde"),
        a_person(2, "Sam", section=" wiskunde"),
        a_person(3, "Ada", section="Engels"),
        a_person(4, "Bo", section="Nederlands"),
        a_person(5, "Cas", section="Engels", archived=True),
        a_person(6, "Dik"),
    )
    made = groups_of_sections(people, (a_group(1, "Sectie Nederlands"),))
    assert [(group.name, group.members) for group in made] == [("Engels", (3,)), ("Wiskunde", (1, 2))]
