from studydag.model.values.choices import Allotment, Registration, RegistrationRole
from studydag.model.values.programme import Mode
from tests.building import a, a_block, a_day, a_group, a_person, a_room, a_round, a_setting
from tests.export.pdf.reading import read
from tests.export.printing_days import DUTCH, example, in_order, pages, printed, text, tree

SETTING = a_setting(a_person(1, "Noor", section="Maths"), a_group(21, "Lower school"), a_room(41, "Room 12"))
ROUND = a_round(5, a_block(6, title="Cards", room=41), a_block(7, title="Rubrics"), title="Choose")


def test_a_badge_has_name_section_role_and_route():
    lead = a(Registration, 31, person=1, role=RegistrationRole.LEAD, fixed_options=(6,))
    shown = text("badges", a_day(*ROUND, lead), SETTING)
    assert in_order(shown, "Formative assessment", "Noor", "Maths · Lead", "09:00 Cards – Room 12")
    assert "Cards" not in text("badges", a_day(*ROUND, lead), SETTING, chosen={"route": "no"})


def test_ten_fit_on_a_sheet_and_blank_ones_are_a_choice():
    day = a_day(a(Registration, 31, group=21, count=11))
    assert pages(printed("badges", day, SETTING)) == 2
    assert len(tree("badges", day, SETTING).every("Sect")) == 11
    assert "Nobody has registered yet." in text("badges", day, SETTING, chosen={"unnamed": "no"})


def test_where_to_cut_is_decoration():
    reading = read(printed("badges", a_day(a(Registration, 31, person=1)), SETTING))
    assert reading.unmarked == []


def test_the_example_in_dutch():
    assert in_order(text("badges", *example(), DUTCH), "Rietbeek College", "Deniz Arslantepe", "Mens en maatschappij")


def test_an_option_online_says_so():
    day = a_day(
        *a_round(5, a_block(6, title="Debate", mode=Mode.ONLINE)),
        a(Registration, 31, name="Noor"),
        a(Allotment, 61, registration=31, round=5, option=6),
    )
    assert "Debate – online" in text("badges", day)
