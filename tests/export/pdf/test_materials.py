import datetime as dt

from studydag.model.values.formats import SetUp
from studydag.model.values.programme import Material, MaterialPer
from studydag.model.values.study_day import Catering, DietCount, StudyDay
from tests.building import a, a_block, a_day, a_part, a_room, a_setting, at
from tests.export.printing_days import DUTCH, example, in_order, table, text, tree

CARDS = a(Material, 11, item="Card", quantity=2, per=MaterialPer.PERSON, brought_by="Noor")


def headings(day, **chosen):
    return [part.text for part in tree("materials", day, a_setting(a_room(41)), chosen=chosen).every("H2")]


def test_materials_are_summed_and_say_where_they_are_needed():
    bell = a(Material, 12, item="Bell")
    day = a_day(
        a_block(1, title="Start", materials=(CARDS, bell)),
        a_block(2, title="End", materials=(CARDS,)),
        expected_number=20,
    )
    assert table(tree("materials", day))[1:] == [
        ["", "80", "Card", "Start, End", "Noor"],
        ["", "1", "Bell", "Start", ""],
    ]


def test_what_is_not_known_is_not_nought():
    day = a_day(a_block(1, materials=(CARDS,)))
    assert in_order(text("materials", day), "+", "Card", "+ means: more is needed")


def test_catering_has_diets_as_counts_and_a_cut_off():
    lunch = a(
        Catering,
        1,
        what="Lunch",
        at=at("12:00"),
        count=64,
        diets=(DietCount(name="vegan", count=2), DietCount(name="halal", count=7)),
        cut_off=dt.date(2027, 3, 2),
    )
    coffee = a(Catering, 2, what="Coffee", at=at("8:15"), count=64)
    assert table(tree("materials", a_day(lunch, coffee)))[1:] == [
        ["", "08:15", "64", "Coffee", ""],
        ["", "12:00", "64", "Lunch | 2 × vegan · 7 × halal · 55 × no special requirements", "Tue 2 Mar 2027"],
    ]


def test_rooms_say_when_who_how_and_with_what():
    day = a_day(
        a_block(1, title="Start", room=41, set_up=SetUp.CIRCLE, materials=(CARDS,)),
        a_block(2, title="Elsewhere"),
        expected_number=20,
    )
    setting = a_setting(a_room(41, "Room 12"))
    rows = table(tree("materials", day, setting))
    assert rows[1:] == [["Room 12"], ["09:00–09:30", "Start", "20", "circle", "Card"]]


def test_each_list_is_a_choice_and_an_empty_one_leaves_no_heading():
    day = a_day(a_block(1, room=41, materials=(CARDS,)), a(Catering, 2, what="Tea"))
    assert headings(day) == ["Materials", "Catering", "Rooms"]
    assert headings(day, rooms="no", catering="no") == ["Materials"]
    assert headings(a_day()) == []
    assert "There is nothing to get ready yet." in text("materials", a_day())


def test_the_example_in_dutch():
    shown = text("materials", *example(), DUTCH)
    assert in_order(
        shown, "Materiaal en catering", "naamkaartje met sectiekleur", "Uiterlijk bestellen", "11 × vegetarisch"
    )


def test_rooms_have_no_column_in_which_nothing_stands():
    day = a_day(a_block(1, title="Start", room=41))
    rows = table(tree("materials", day, a_setting(a_room(41, "Room 12"))))
    assert rows == [["Time", "What"], ["Room 12"], ["09:00–09:30", "Start"]]


def test_an_evening_of_the_same_day_needs_no_date():
    evening = a_part(2, "19:00", "23:00")
    day = a_day(a_part(1), evening, a_block(1, title="Start", room=41), a_block(2, part=2, title="Late", room=41))
    rows = table(tree("materials", day, a_setting(a_room(41, "Room 12"))))
    assert rows[2:] == [["09:00–09:30", "Start"], ["19:00–19:30", "Late"]]
    night = a_day(a_part(1, "23:00", "1:00"), a_block(1, 60, title="Play", room=41), a_block(2, title="Walk", room=41))
    rows = table(tree("materials", night, a_setting(a_room(41, "Room 12"))))
    assert rows[2:] == [["23:00–00:00 (+1)", "Play"], ["00:00 (+1)–00:30 (+1)", "Walk"]]


def test_of_many_blocks_only_the_first_are_named():
    def day(blocks: int) -> StudyDay:
        things = (a(Material, 1, item="Paper"),)
        return a_day(*(a_block(each, title=f"Block {each}", materials=things) for each in range(1, blocks + 1)))

    assert "Block 1, Block 2, Block 3" in text("materials", day(3))
    shown = text("materials", day(8), chosen={"rooms": "no"})
    assert "Block 1, Block 2 and 6 more blocks" in shown
    assert "Block 3" not in shown


def test_what_is_internal_is_not_set_up_for_all_who_come():
    day = a_day(a_block(1, title="Set up", room=41, internal=True), a_block(2, room=41), expected_number=20)
    rows = table(tree("materials", day, a_setting(a_room(41))))[1:]
    assert [row[2] for row in rows if len(row) > 1] == ["", "20"]
