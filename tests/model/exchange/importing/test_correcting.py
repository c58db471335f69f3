"""What a user corrects in a preview, and what then comes of it."""

import datetime as dt

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.correcting import changed, joined_with_above, taken_as
from studydag.model.exchange.importing.opening import read_text
from studydag.model.values.imported import ImportedLine, LineKind
from studydag.model.values.phases import Phase

TODAY = dt.date(2026, 1, 5)
TEXT = "Beste collega's,\n\n9.00 Opening\nKoffie staat klaar.\n10.00 Lezing\n11.00 Werken aan\nTot dan!\nlater meer"


def lines(text: str = TEXT) -> tuple[ImportedLine, ...]:
    return read_text(text, today=TODAY)


def titles(made: tuple[ImportedLine, ...]) -> list[str]:
    programme = arranged(made)
    return [block.title for part in programme.parts for block in part.blocks] + [
        f"({block.title})" for block in programme.parked
    ]


def test_a_line_that_was_not_understood_can_be_parked() -> None:
    made = taken_as(lines(), 0, LineKind.PARKED)
    assert "(Beste collega's,)" in titles(made) or "(Beste collega's)" in titles(made)
    assert not any(line.line == 1 for line in arranged(made).not_understood)


def test_a_block_becomes_a_note_of_the_one_above_and_a_block_again() -> None:
    read = lines("9.00 Opening\n10.00 Lezing door Bea Smit")
    made = taken_as(read, 1, LineKind.NOTE)
    (block,) = arranged(made).parts[0].blocks
    assert (block.title, block.persons, block.description) == ("Opening", ("Bea Smit",), "Lezing")
    again = taken_as(made, 1, LineKind.ITEM)
    assert (again[1].title, again[1].start) == ("Lezing", dt.time(10))


def test_a_note_becomes_a_block_with_the_time_in_its_text() -> None:
    read = lines("9.00 Opening\n10.00 Lezing")
    skipped = taken_as(read, 1, LineKind.SKIPPED)
    assert titles(skipped) == ["Opening"]
    assert titles(taken_as(skipped, 1, LineKind.ITEM)) == ["Opening", "Lezing"]


def test_a_line_goes_on_in_the_title_above() -> None:
    read = lines("9.00 Werken aan\n9.30 de nieuwe lessen\n10.00 Pauze")
    assert titles(joined_with_above(read, 1)) == ["Werken aan de nieuwe lessen", "Pauze"]


def test_a_block_becomes_an_option() -> None:
    read = lines("9.00 Workshops\n9.30 Rekenen\n10.00 Pauze")
    first, *_ = arranged(taken_as(read, 1, LineKind.OPTION)).parts[0].blocks
    assert [option.title for option in first.options] == ["Rekenen"]


def test_a_heading_becomes_a_date() -> None:
    made = taken_as(lines("9.00 Opening\nMiddag\n13.00 Lezing"), 1, LineKind.DATE, today=TODAY)
    assert len(arranged(made).parts) == 2


def test_a_new_title_brings_its_phase_unless_one_was_chosen() -> None:
    read = lines("9.00 Opening\n10.00 Lezing")
    assert changed(read, 1, title="Lunch")[1].phase is Phase.BREAK
    chosen = changed(read, 1, phase=Phase.APPLICATION)
    assert changed(chosen, 1, title="Lunch")[1].phase is Phase.APPLICATION


def test_a_parked_line_with_a_time_stands_in_the_programme() -> None:
    read = lines("9.00 Opening\nLunch\n13.00 Lezing")
    assert titles(read) == ["Opening", "Lezing", "(Lunch)"]
    assert titles(changed(read, 1, start=dt.time(12))) == ["Opening", "Lunch", "Lezing"]


def test_a_line_without_a_time_that_becomes_a_block_ends_before_the_next_begins() -> None:
    made = taken_as(lines("9.00-10.00 Lezing\nBoeken kijken\n10.20 Workshops\n11.00 Slot"), 1, LineKind.ITEM)
    (part,) = arranged(made).parts
    assert [(block.title, block.start, block.end) for block in part.blocks[:3]] == [
        ("Lezing", 540, 600),
        ("Boeken kijken", 600, 620),
        ("Workshops", 620, 660),
    ]


def test_a_break_between_two_blocks_is_one_where_their_times_leave_room_for_it() -> None:
    (part,) = arranged(lines("9.00-10.00 Lezing\npauze\n10.20 - 11.45 Workshops\n11.45 Slot")).parts
    assert [(block.title, block.start, block.end, block.phase) for block in part.blocks][1] == (
        "pauze",
        600,
        620,
        Phase.BREAK,
    )
    (part,) = arranged(lines("9.00-10.20 Lezing\npauze\n10.20 - 11.45 Workshops\n11.45 Slot")).parts
    assert [block.start for block in part.blocks] == [540, 620, 705]
