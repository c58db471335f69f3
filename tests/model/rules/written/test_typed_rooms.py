import pytest

from studydag.model.rules.written.typed_rooms import read_rooms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Aula", ("Aula", None)),
        ("Lokaal 12", ("Lokaal 12", None)),
        ("B-2.14", ("B-2.14", None)),
        ("Aula, 120", ("Aula", 120)),
        ("Lokaal 12 (30 plaatsen)", ("Lokaal 12", 30)),
        ("Lokaal 12 – max. 30 personen", ("Lokaal 12", 30)),
        ("Gymzaal, hal 2", ("Gymzaal, hal 2", None)),
        ("Lokaal 11\t30", ("Lokaal 11", 30)),
        ("Lokaal 11\t\t30 pers.", ("Lokaal 11", 30)),
        ("Lokaal\t11", ("Lokaal", 11)),
    ],
)
def test_how_many_people_a_room_holds_stands_behind_its_name(text: str, found: tuple[str, int | None]) -> None:
    assert read_rooms(text) == (found,)


def test_heads_of_a_table_are_no_room() -> None:
    assert read_rooms("Ruimte\tPlaatsen\nAula\t120\n\nLokaal 1\t28") == (("Aula", 120), ("Lokaal 1", 28))
    assert read_rooms("Aula\tbegane grond\nZolder\tboven") == (("Aula begane grond", None), ("Zolder boven", None))
