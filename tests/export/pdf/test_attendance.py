import datetime as dt

from studydag.model.values.choices import Allotment, AttendanceMark, Presence, Registration, RegistrationRole
from studydag.model.values.programme import Mode
from tests.building import a, a_block, a_day, a_group, a_lead, a_part, a_person, a_room, a_round, a_setting
from tests.export.pdf.reading import read
from tests.export.printing_days import DUTCH, example, in_order, printed, table, text, tree

SETTING = a_setting(
    a_person(1, "Noor", section="Maths"), a_person(2, "Sam"), a_group(21, "Lower school"), a_room(41, "Room 12")
)
COMERS = (
    a(Registration, 31, person=1),
    a(Registration, 32, person=2, role=RegistrationRole.LEAD),
    a(Registration, 33, group=21, count=2),
)
ROUND = a_round(5, a_block(6, title="Cards", room=41, leads=(a_lead(2),)), a_block(7, title="Rubrics"), title="Choose")
PLACES = (
    a(Allotment, 61, registration=31, round=5, option=6),
    a(Allotment, 62, registration=33, round=5, option=6, count=1),
)


def boxes(day, **chosen):
    pdf = read(printed("attendance", day, SETTING, chosen=chosen)).pdf
    return [(str(field.TU), str(field.V)) for field in pdf.Root.AcroForm.Fields]


def test_everyone_has_a_row_and_walk_ins_have_blank_ones():
    day = a_day(*COMERS)
    rows = table(tree("attendance", day, SETTING))
    assert rows[0] == ["", "Present", "Name", "Department or group", "Signature"]
    assert [row[2] for row in rows[1:5]] == ["Noor", "Sam (lead)", "", ""]
    assert [row[3] for row in rows[1:5]] == ["Maths", "", "Lower school", "Lower school"]
    assert len(rows) == 1 + 4 + 6
    assert "4 people are expected." in text("attendance", day, SETTING)
    assert len(table(tree("attendance", day, SETTING, chosen={"walk_ins": "no", "signature": "no"}))) == 5


def test_each_part_and_each_option_has_a_list():
    day = a_day(a_part(1), a_part(2, date=dt.date(2026, 11, 13)), *ROUND, *COMERS, *PLACES)
    root = tree("attendance", day, SETTING)
    assert len(root.every("Table")) == 3
    assert root.every("H2")[-1].text == "Cards"
    assert [row[2] for row in table(root)[1:3]] == ["Noor", ""]
    assert "Choose · Thu 12 Nov, 09:00–09:30 · Room 12 · Sam" in text("attendance", day, SETTING)
    assert len(tree("attendance", day, SETTING, chosen={"options": "no"}).every("Table")) == 2


def test_an_option_says_on_which_date_it_is_and_whether_people_join_it_online():
    online = a_round(5, a_block(6, title="Cards", room=41, mode=Mode.ONLINE), title="Choose")
    shown = text("attendance", a_day(*online, *COMERS, *PLACES), SETTING)
    assert "Choose · 09:00–09:30 · online" in shown
    assert "Room 12" not in shown
    hybrid = a_round(5, a_block(6, title="Cards", room=41, mode=Mode.HYBRID), title="Choose")
    day = a_day(a_part(1), a_part(2, date=dt.date(2026, 11, 13)), *hybrid, *COMERS, *PLACES)
    assert "Choose · Thu 12 Nov, 09:00–09:30 · Room 12 · hybrid" in text("attendance", day, SETTING)


def test_an_option_without_people_or_one_that_is_cancelled_has_none():
    gone = a_round(5, a_block(6, title="Cards", cancelled=True), a_block(7, title="Rubrics"))
    assert len(tree("attendance", a_day(*gone, *COMERS, *PLACES), SETTING).every("Table")) == 1


def test_what_was_marked_is_ticked():
    present = a(AttendanceMark, 71, part=99, presence=Presence.PRESENT)
    elsewhere = a(AttendanceMark, 72, part=1, presence=Presence.ABSENT)
    day = a_day(
        a_part(99),
        a(Registration, 31, person=1, attendance=(present,)),
        a(Registration, 32, person=2, attendance=(elsewhere,)),
    )
    assert boxes(day, walk_ins="no") == [("Noor is there", "/Yes"), ("Sam is there", "/Off")]


def test_a_box_of_somebody_without_name_is_told_by_group_and_number():
    assert boxes(a_day(a(Registration, 33, group=21, count=1)))[:2] == [
        ("Lower school 1 is there", "/Off"),
        ("Walk-in 2 is there", "/Off"),
    ]


def test_a_day_without_parts_or_people_has_blank_rows():
    assert len(table(tree("attendance", a_day(parts=()), SETTING))) == 7


def test_while_nobody_is_registered_there_is_a_row_for_each_who_is_expected():
    day = a_day(expected_number=64)
    rows = table(tree("attendance", day, SETTING))
    assert len(rows) == 1 + 64 + 6
    assert "64 people are expected." in text("attendance", day, SETTING)
    assert ("Name 64 is there", "/Off") in boxes(day)


def test_the_example_in_dutch():
    shown = text("attendance", *example(), DUTCH)
    assert in_order(shown, "Presentielijst", "We verwachten 69 mensen.", "Deniz Arslantepe", "(begeleider)")


def test_on_the_next_pages_the_whole_part_is_named():
    title = "Thursday: beginning together with everyone"
    people = tuple(a(Registration, 100 + number, name=f"Person {number}") for number in range(50))
    day = a_day(a_part(1, title=title), a_part(2, date=dt.date(2026, 11, 13)), a_block(3), *people)
    told = f"{title} · Thursday 12 November 2026 · 09:00–16:00 (continued)"
    assert told in text("attendance", day)
