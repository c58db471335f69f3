import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from studydag.export.pdf.poster import ScaleRail, ScaleRow
from studydag.export.typeset.theme import INK, MM, Theme
from studydag.export.typeset.typesetting import Typesetter
from studydag.model.values.programme import Mode
from tests.building import a_block, a_break, a_day, a_part, a_room, a_round, a_setting
from tests.export.printing_days import DUTCH, example, in_order, pages, printed, text

ROOM = a_setting(a_room(41))


def heights(*minutes: int) -> list[float]:
    rows = tuple(ScaleRow(minutes=each, time="9:00", title="Block", colour=INK) for each in minutes)
    laid = ScaleRail(rows=rows, mm=200).lay_out(Typesetter(Theme.of()), 500)
    return [child.height for child in laid.child.children]  # type: ignore[attr-defined]


def test_blocks_are_as_high_as_they_last():
    short, long = heights(30, 90)
    assert abs(long / short - 3) < 0.01
    assert abs(short + long - 200 * MM) < 1


def test_what_is_too_short_for_its_words_is_higher():
    tiny, long = heights(1, 600)
    assert tiny > 20
    assert abs(tiny + long - 200 * MM) < 1


def test_the_day_at_a_glance():
    day = a_day(
        a_block(1, title="Start", room=41),
        a_break(2, title="Coffee"),
        *a_round(5, a_block(6, title="Cards", room=41), a_block(7, title="Rubrics")),
        a_block(8, title="Tidy", internal=True),
        a_block(9, title="Gone", cancelled=True),
    )
    shown = text("poster", day, a_setting(a_room(41)))
    assert in_order(shown, "Thursday 12 November 2026", "09:00–09:30", "Start", "Room 12", "Coffee", "Cards – Room 12")
    assert "Tidy" not in shown
    assert "Gone" not in shown
    assert "Room 12" not in text("poster", day, a_setting(a_room(41)), chosen={"rooms": "no"})


def test_each_part_has_a_sheet_and_a_round_with_very_many_options_counts_them():
    day = a_day(a_part(1), a_part(2, date=dt.date(2026, 11, 13)), a_block(3), a_block(4, part=2))
    assert pages(printed("poster", day)) == 2
    options = [a_block(number) for number in range(10, 90)]
    assert "choice of 80" in text("poster", a_day(*a_round(5, *options)))


def test_of_many_options_it_still_says_where_each_is():
    options = [a_block(number, title=f"Workshop {number}", room=41) for number in range(10, 35)]
    shown = text("poster", a_day(*a_round(5, *options, title="Choose from all that there is to see and to hear")), ROOM)
    assert in_order(shown, *(f"Workshop {number} – Room 12" for number in range(10, 35)))
    assert pages(printed("poster", a_day(*a_round(5, *options)), ROOM)) == 1


def test_the_example_in_dutch_is_one_sheet():
    assert pages(printed("poster", *example(), DUTCH)) == 1
    assert in_order(text("poster", *example(), DUTCH), "Formatief handelen", "08:45–09:20", "Keynote")


@pytest.mark.parametrize("title", ["Feedback", "Formative assessment in every lesson of every day " * 3])
def test_a_day_stands_on_one_sheet_whatever_its_title_takes(title):
    for code in ("nl", "en"):
        day, setting = example(code)
        assert pages(printed("poster", replace(day, title=title), setting)) == 1


def test_the_letters_are_larger_for_few_blocks_and_smaller_for_many():
    def size_of(blocks: int) -> float:
        data = printed("poster", a_day(*(a_block(each, 15, title=f"Block {each}") for each in range(1, blocks + 1))))
        found: list[float] = []

        def look(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
            if text.startswith("Block 1"):
                found.append(size * abs(matrix[0]))

        PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=look)
        return found[0]

    assert size_of(2) > 40 > 30 > size_of(12) > 26 > size_of(28) > 14
    assert pages(printed("poster", a_day(*(a_block(each, 15) for each in range(1, 29))))) == 1


def test_it_says_what_is_online():
    day = a_day(
        a_block(1, room=41, mode=Mode.ONLINE), a_block(2, room=41, mode=Mode.HYBRID), a_break(3, mode=Mode.ONLINE)
    )
    shown = text("poster", day, a_setting(a_room(41)))
    assert "Knowledge · online" in shown
    assert "Knowledge · Room 12 · hybrid" in shown


def test_an_option_that_begins_or_ends_at_another_time_than_its_round_says_when():
    later = a_block(7, 20, title="Rubrics", offset_minutes=15, room=41)
    shown = text("poster", a_day(*a_round(5, a_block(6, 45, title="Cards", room=41), later)), ROOM)
    assert in_order(shown, "• Cards – Room 12", "• 09:15–09:35 Rubrics – Room 12")


def test_what_takes_more_lines_in_a_list_of_options_goes_on_below_its_own_words():
    places: dict[str, float] = {}

    def look(text: str, matrix: list[float], own: list[float], _font: object, _size: float) -> None:
        for word in ("Vocabulary", "economics"):
            if word in text:
                places[word] = matrix[4] + own[4]

    day = a_day(*a_round(5, a_block(6, title="Vocabulary " + "in the sciences and in " * 6 + "economics")))
    PdfReader(BytesIO(printed("poster", day))).pages[0].extract_text(visitor_text=look)
    assert places["economics"] == pytest.approx(places["Vocabulary"], abs=0.5)
