"""Columns that stand one below the other, as some pages and documents are copied."""

import pytest

from tests.model.exchange.importing.copied_texts import read, said

SAID = [("09:00", "Inloop", ()), ("09:30", "Lezing over taal", ()), ("10:15", "Pauze", ()), ("10:45", "Werken", ())]


@pytest.mark.parametrize(
    "text",
    [
        "Programma\n\n9.00 - 9.30\n\n9.30 - 10.15\n\n10.15 - 10.45\n\n10.45 - 12.00\n\nInloop\n\nLezing over taal\n\n"
        "Pauze\n\nWerken",
        "9.00\n9.30\n10.15\n10.45\nInloop\nLezing over taal\nPauze\nWerken\n\nTot dan!",
        "9:00 Uhr\n9:30 Uhr\n10:15 Uhr\n10:45 Uhr\n\n- Inloop\n- Lezing over taal\n- Pauze\n- Werken\n\nBis bald!",
        "Studiedag De Wilg\n\nInloop\nLezing over taal\nPauze\nWerken\n\n9 am\n9:30 am\n10:15 am\n10:45 am",
    ],
)
def test_all_times_and_all_titles_in_turn(text: str) -> None:
    assert [each[:3] for each in said(text)] == SAID


@pytest.mark.parametrize(
    "text",
    [
        "Time\n8:30 am\n9:00 am\n10:00 am\nActivity\nRegistration\nOpening\nMaths\nWho\n-\nTom Reed\nOlga Petrova\n"
        "Room\nLobby\nMain Hall\nRoom 4",
        "8:30\n9:00\n10:00\n\nRegistration\nOpening\nMaths\n\n-\nTom Reed\nOlga Petrova\n\nLobby\nMain Hall\nRoom 4",
    ],
)
def test_who_and_where_have_their_own_columns(text: str) -> None:
    assert said(text) == [
        ("08:30", "Registration", (), "Lobby"),
        ("09:00", "Opening", ("Tom Reed",), "Main Hall"),
        ("10:00", "Maths", ("Olga Petrova",), "Room 4"),
    ]


@pytest.mark.parametrize(
    "titles", ["Inloop\nLezing over taal\nPauze\nWerken\nSlot", "Inloop\nLezing over taal\nPauze", ""]
)
def test_columns_that_do_not_fit_are_left_apart(titles: str) -> None:
    text = f"9.00 - 9.30\n9.30 - 10.15\n10.15 - 10.45\n10.45 - 12.00\n{titles}"
    assert [each[:3] for each in said(text)] != SAID


def test_no_word_of_the_columns_is_lost() -> None:
    text = "Tijd\n9.00\n9.30\n10.15\nOnderdeel\nInloop\nLezing\nPauze\nWie\nTeam\nAnna Bos\n-\nTot dan!"
    shown = " ".join(line.text for line in read(text).lines)
    assert all(word in shown for word in text.split())
