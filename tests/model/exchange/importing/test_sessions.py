"""What stands within a longer block: breaks that part it, and the parts of a session."""

import pytest

from tests.model.exchange.importing.copied_texts import read


def turns(text: str) -> list[tuple[str, int | None, int | None, bool]]:
    """Return title, start, end and whether that is proposed, of the blocks of the first part."""
    return [(block.title, block.start, block.end, block.end_inferred) for block in read(text).parts[0].blocks]


def test_breaks_within_a_longer_block_part_it() -> None:
    text = (
        "8.30 - 9.00 Inloop\n9.00 - 12.00 Training feedback door Anna Bos\n10.00 - 10.15 Pauze\n11.15 Thee\n"
        "12.00 - 13.00 Lunch\n13.00 - 16.00 Vervolg\n15.45 Koffie\n"
    )
    assert turns(text)[1:] == [
        ("Training feedback", 540, 600, True),
        ("Pauze", 600, 615, False),
        ("Training feedback", 615, 675, True),
        ("Thee", 675, 690, True),
        ("Training feedback", 690, 720, False),
        ("Lunch", 720, 780, False),
        ("Vervolg", 780, 945, True),
        ("Koffie", 945, 960, True),
    ]
    assert [block.persons for block in read(text).parts[0].blocks][1:4] == [("Anna Bos",), (), ("Anna Bos",)]


@pytest.mark.parametrize(
    "session", ["Plenary session 1 [Ballroom]", "Plenaire sessie (Ballroom)", "Programm (Ballroom)"]
)
def test_the_parts_of_a_session_take_its_place_and_say_to_which_they_belong(session: str) -> None:
    text = (
        f"8.30 - 9.00 Inloop\n9.00 - 11.15 {session}\n   9.00 - 9.15 Introduction - Anna Bos\n   9.15 - 9.30 Words\n"
        "   9.30 - 11.10 Presentations\n11.15 - 12.00 Lunch\n"
    )
    assert [title for title, *_ in turns(text)] == ["Inloop", "Introduction", "Words", "Presentations", "Lunch"]
    parts = read(text).parts[0].blocks[1:4]
    assert {block.room for block in parts} == {"Ballroom"}
    assert all(block.description.startswith(session.split()[0].strip(",")) for block in parts)


@pytest.mark.parametrize(
    "beside",
    [
        "9.00 - 12.00 Yoga\n9.00 - 10.30 Zang\n10.30 - 12.00 Dans\n",
        "9.00 - 12.00 Sessie yoga\n9.00 - 10.30 Zang\n11.00 - 12.00 Dans\n",
        "9.00 - 12.00 Sessie yoga (Aula)\n9.00 - 10.30 Zang (lokaal 3)\n10.30 - 12.00 Dans (lokaal 3)\n",
        "9.00 - 12.00 Yoga\n9.00 - 12.00 Zang\n10.00 - 10.15 Koffie\n",
        "12.00 - 13.30 Lunch\n12.30 - 13.00 Muziek\n",
    ],
)
def test_what_is_at_the_same_time_stays_one_round(beside: str) -> None:
    assert [title for title, *_ in turns(f"8.30 - 9.00 Inloop\n{beside}14.00 Slot\n")][:2] == ["Inloop", "Round"]
