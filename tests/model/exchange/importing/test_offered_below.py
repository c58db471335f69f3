"""Rounds stand in a programme, and what one chooses in them is listed below all of it."""

import pytest

from studydag.model.values.imported import LineKind
from tests.model.exchange.importing.copied_texts import read, said

DAY = "9.00 Start\n9.30 Keuzeronde 1\n10.30 Koffie\n11.00 Keuzeronde 2\n12.00 Afsluiting\n"
PLAIN = "Kleuters en cijfers\nRoos Vink\nTellen met blokken.\n{}Zingen in de gang\nThijs Maas\nMet gitaar.\n"


def chosen(text: str) -> dict[str, list[str]]:
    rounds = [block for part in read(text).parts for block in part.blocks if block.options]
    return {block.title: [option.title for option in block.options] for block in rounds}


@pytest.mark.parametrize(
    "listed",
    [
        "\nKeuzesessies\n- Kleuters en cijfers (Roos Vink)\n- Zingen in de gang (Thijs Maas)\n",
        "\nDe workshops:\n\n" + PLAIN.format("\n"),
        "Workshops\n" + PLAIN.format(""),
        "\nWorkshops\nKleuters en cijfers – Roos Vink\nTellen met blokken.\nZingen in de gang – Thijs Maas\n",
        "\nAanmelden kan via de site.\n\nSessies\n1. Kleuters en cijfers\n2. Zingen in de gang\n\nContact\nBel ons.\n",
        "\nA. Kleuters en cijfers - Roos Vink\nB. Zingen in de gang - Thijs Maas\n",
    ],
)
def test_one_chooses_from_one_list_in_each_round(listed: str) -> None:
    titles = ["Kleuters en cijfers", "Zingen in de gang"]
    assert chosen(DAY + listed) == {"Keuzeronde 1": titles, "Keuzeronde 2": titles}


def test_what_only_leads_to_the_rounds_offers_nothing() -> None:
    day = DAY.replace("10.30 Koffie", "10.30 Naar de workshops")
    assert list(chosen(f"{day}\nWorkshops\n- Tekenen (Roos Vink)\n- Weven (Thijs Maas)\n")) == [
        "Keuzeronde 1",
        "Keuzeronde 2",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Keuzeronde 1", "Keuzeronde 2"), ("Workshops ochtend", "Workshops middag"), ("Workshops ronde I:", "Ronde II:")],
)
def test_a_heading_says_of_which_round_a_list_is(first: str, second: str) -> None:
    day = DAY.replace("11.00", "13.00").replace("12.00", "14.00")
    lists = (
        f"\n{first}\n• Tekenen – Roos Vink\n• Weven – Thijs Maas\n\n{second}\n• Dansen – Roos Vink\n• Judo – Els Bos\n"
    )
    assert chosen(day + lists) == {"Keuzeronde 1": ["Tekenen", "Weven"], "Keuzeronde 2": ["Dansen", "Judo"]}


def test_a_heading_with_nothing_below_it_offers_nothing() -> None:
    assert chosen(f"{DAY}\nWorkshops\n") == chosen(f"{DAY}\nWorkshops\nDe workshops\n") == {}


def test_what_is_told_of_the_day_is_no_choice() -> None:
    text = (
        f"{DAY}\nOver de sprekers\nRoos Vink is leraar in Gent. Ze schrijft.\n\nThijs Maas werkt in Ede. Hij zingt.\n"
    )
    assert chosen(text) == {}
    assert all(not row[2] for row in said(text))
    assert sum(line.kind is LineKind.NOT_UNDERSTOOD for line in read(text).lines) == 3


def test_who_leads_and_where_stand_in_one_line() -> None:
    rows = said(
        "9.00 Session A\nLed by Joan Price, Room 4\n10.00 Break\n11.00 Plenary\nDoor Els Bos, in de aula\n12.00 Slot\n"
    )
    assert (rows[0][2:], rows[2][2:]) == ((("Joan Price",), "Room 4"), (("Els Bos",), "aula"))


def test_a_labelled_room_says_more_than_a_place_in_the_title() -> None:
    rows = said(
        "9.00 Start\n10.00 Rekenen op het schoolplein\nSpreker: Els Bos\nZaal: lokaal 7\n11.00 Koffie op het plein\n"
    )
    assert [row[3] for row in rows] == ["", "lokaal 7", "plein"]
