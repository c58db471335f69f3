from studydag.model.values.choices import AttendanceMark, Presence, Registration
from tests.building import a, a_block, a_break, a_day, a_goal, a_part, a_person, a_setting
from tests.export.printing_days import DUTCH, example, in_order, text, tree

SETTING = a_setting(a_person(1, "Noor"), a_person(2, "Sam"))


def marked(person: int, **presences: Presence) -> Registration:
    marks = tuple(
        a(AttendanceMark, 70 + 10 * person + number, part=int(part.removeprefix("part")), presence=presence)
        for number, (part, presence) in enumerate(presences.items())
    )
    return a(Registration, 30 + person, person=person, attendance=marks)


def names(*registrations: Registration, **chosen: str) -> list[str]:
    root = tree("certificate", a_day(*registrations), SETTING, chosen=chosen)
    return [part.text for part in root.every("H1")]


def test_it_says_who_when_how_long_and_what_about():
    day = a_day(a_block(1, 60), a_break(2, 15), a_block(3, 45), a_goal(91, "Ask better questions"), marked(1))
    assert in_order(
        text("certificate", day, SETTING),
        "Noor",
        "took part in the study day",
        "Formative assessment",
        "Thursday 12 November 2026 · 1 hour and 45 minutes of learning",
        "Ask better questions",
        "Signature",
    )


def test_only_the_parts_where_they_were_count():
    day = a_day(
        a_part(1),
        a_part(2),
        a_block(3, 60),
        a_block(4, 90, part=2),
        marked(1, part1=Presence.PRESENT, part2=Presence.ABSENT),
    )
    assert "1 hour of learning" in text("certificate", day, SETTING)
    partly = a_day(a_part(1), a_block(3, 60), marked(1, part1=Presence.PARTLY))
    assert "of learning" not in text("certificate", partly, SETTING)


def test_who_was_away_gets_none():
    assert names(marked(1, part1=Presence.ABSENT), marked(2, part1=Presence.PRESENT)) == ["Sam"]


def test_one_person_alone():
    assert names(marked(1), marked(2), person="person-2") == ["Sam"]


def test_without_names_there_is_one_to_fill_in():
    assert names() == ["Name"]


def test_the_example_in_dutch():
    shown = text("certificate", *example(), DUTCH)
    assert in_order(shown, "Bewijs van deelname", "Deniz Arslantepe", "nam deel aan de studiedag", "Formatief handelen")
