from studydag.export.names import Names
from studydag.export.people import comers
from studydag.model.values.choices import Registration
from tests.building import a, a_day, a_group, a_person, a_setting
from tests.export.printing_days import ENGLISH

SETTING = a_setting(a_person(1, "Noor", section="Maths"), a_person(2, "Änne"), a_group(21, "Lower school"))


def named(*registrations: Registration) -> list[tuple[str, str]]:
    names = Names(a_day(*registrations), SETTING, ENGLISH)
    return [(comer.name, comer.beside) for comer in comers(names)]


def test_people_stand_by_name_and_groups_without_names_last():
    found = named(
        a(Registration, 31, group=21, count=2),
        a(Registration, 32, person=1),
        a(Registration, 33, name="Guest of honour"),
        a(Registration, 34, person=2),
    )
    assert found == [
        ("Änne", ""),
        ("Guest of honour", ""),
        ("Noor", "Maths"),
        ("", "Lower school"),
        ("", "Lower school"),
    ]


def test_a_name_with_company_stands_for_all():
    assert named(a(Registration, 31, name="Sam", group=21, count=3)) == [
        ("Sam", "Lower school"),
        ("", "Lower school"),
        ("", "Lower school"),
    ]


def test_a_group_that_is_known_by_its_name_alone_is_told_by_it():
    assert named(a(Registration, 31, name="Pupils", count=2)) == [("Pupils", ""), ("", "Pupils")]


def test_somebody_who_is_gone_leaves_a_place():
    assert named(a(Registration, 31, person=99)) == [("", "")]


def test_very_many_without_a_name_are_one():
    (comer,) = comers(Names(a_day(a(Registration, 31, group=21, count=5_000)), SETTING, ENGLISH))
    assert comer.count == 5_000
