import datetime as dt
from io import BytesIO

from pypdf import PdfReader

from studydag.model.values.programme import Mode
from tests.building import a_block, a_day, a_lead, a_part, a_person, a_room, a_round, a_setting
from tests.export.printing_days import DUTCH, example, in_order, pages, printed, table, text, tree

SETTING = a_setting(a_person(1, "Noor"), a_room(41, "Aula"), a_room(42, "Room 2"))
DAY = a_day(
    a_block(1, title="Start", room=41, leads=(a_lead(1),)),
    *a_round(5, a_block(6, title="Cards", room=42), a_block(7, title="Rubrics", room=41)),
    a_block(8, title="Tidy", room=41, internal=True),
    a_block(9, title="From home", room=41, mode=Mode.ONLINE),
)


def test_each_room_and_moment_has_a_card_with_now_and_next():
    root = tree("room-cards", DAY, SETTING)
    assert [part.text for part in root.every("H1")] == ["Aula", "Aula", "Room 2"]
    assert [part.text for part in root.every("H2")] == ["Start", "Rubrics", "Cards"]
    shown = text("room-cards", DAY, SETTING)
    assert in_order(shown, "Aula", "09:00–09:30", "Start", "Noor", "Next", "09:30–10:00", "Rubrics")
    assert "Tidy" not in shown
    assert pages(printed("room-cards", DAY, SETTING)) == 3


def test_next_and_leads_are_a_choice():
    shown = text("room-cards", DAY, SETTING, chosen={"next": "no", "leads": "no"})
    assert "Next" not in shown
    assert "Noor" not in shown


def test_a_card_for_the_whole_day_lists_what_is_in_the_room():
    root = tree("room-cards", DAY, SETTING, chosen={"whole_day": "yes"})
    assert [part.text for part in root.every("H1")] == ["Aula", "Room 2"]
    assert table(root, 0)[1:] == [["09:00–09:30", "Start", "Noor"], ["09:30–10:00", "Rubrics", ""]]


def test_no_rooms_is_said():
    assert "No block has a room yet." in text("room-cards", a_day(a_block(1)))


def test_the_example_in_dutch():
    assert in_order(text("room-cards", *example(), DUTCH), "Aula", "08:45–09:20", "Keynote", "Straks")


def test_a_card_for_more_dates_names_them_all():
    parts = (a_part(1), a_part(2, date=dt.date(2026, 11, 16)))
    day = a_day(*parts, a_block(3, room=41), a_block(4, part=2, room=41))
    assert "12 and 16 November 2026" in text("room-cards", day, SETTING, chosen={"whole_day": "yes"})
    assert "12 and" not in text("room-cards", day, SETTING)


def test_what_comes_next_on_another_date_says_so():
    parts = (a_part(1), a_part(2, date=dt.date(2026, 11, 16)))
    day = a_day(*parts, a_block(3, room=41), a_block(4, room=41), a_block(5, part=2, room=41))
    shown = text("room-cards", day, SETTING)
    assert "Next 09:30–10:00" in shown
    assert "Next Mon 16 Nov, 09:00–09:30" in shown


def test_past_midnight_the_date_is_that_of_the_evening():
    day = a_day(a_part(1, "23:00", "1:00"), a_block(3, 60, room=41), a_block(4, room=41))
    for whole in ("yes", "no"):
        shown = text("room-cards", day, SETTING, chosen={"whole_day": whole})
        assert in_order(shown, "12 November 2026", "23:00–00:00 (+1)", "00:00 (+1)–00:30 (+1)")
        assert "13 Nov" not in shown


def test_a_list_at_a_door_is_read_from_afar_and_fits_one_page_however_long():
    few = a_day(*(a_block(number, title=f"Block {number}", room=41) for number in range(1, 5)))
    many = a_day(*(a_block(number, 15, title=f"Block {number}", room=41) for number in range(1, 13)))
    assert largest(few) > 24
    assert largest(many) < 18
    assert pages(printed("room-cards", many, SETTING, chosen={"whole_day": "yes"})) == 1


def largest(day) -> float:
    """Return the size of the first title in the list of a room, in points."""
    sizes: list[float] = []

    def visit(text, _transform, _matrix, _font, size):
        if "Block 1" in text:
            sizes.append(size)

    reader = PdfReader(BytesIO(printed("room-cards", day, SETTING, chosen={"whole_day": "yes"})))
    reader.pages[0].extract_text(visitor_text=visit)
    return max(sizes)
