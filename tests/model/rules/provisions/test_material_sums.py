"""What a study day needs of each material, summed."""

from studydag.model.rules.provisions.material_sums import material_sums, people_in
from studydag.model.values.choices import Allotment, Grouping
from studydag.model.values.programme import Material, MaterialPer
from tests.building import a, a_block, a_day, a_group, a_round, a_setting


def markers(number: int, quantity: int, per: MaterialPer, **fields: str) -> Material:
    return a(Material, number, item="Marker", quantity=quantity, per=per, **fields)


def test_quantities_are_added_over_blocks_by_item_and_who_brings_it() -> None:
    day = a_day(
        a_block(1, materials=(markers(1, 2, MaterialPer.PERSON), markers(2, 1, MaterialPer.ONCE))),
        a_block(2, materials=(markers(3, 4, MaterialPer.ONCE, brought_by="Library"),)),
        a_block(3, cancelled=True, materials=(markers(4, 90, MaterialPer.ONCE),)),
        expected_number=30,
    )
    ours, theirs = material_sums(day, a_setting())
    assert (ours.total, ours.unknown, ours.blocks) == (61, 0, (1,))
    assert (theirs.total, theirs.brought_by, theirs.blocks) == (4, "Library", (2,))


def test_what_is_counted_a_person_is_unknown_while_nobody_knows_how_many_come() -> None:
    day = a_day(a_block(1, materials=(markers(1, 2, MaterialPer.PERSON), markers(2, 3, MaterialPer.ONCE))))
    (found,) = material_sums(day, a_setting())
    assert (found.total, found.unknown) == (3, 1)


def test_groups_are_as_many_as_their_size_gives() -> None:
    day = a_day(
        a_block(1, materials=(markers(1, 1, MaterialPer.GROUP),)),
        a(Grouping, 1, block=1, size=4),
        expected_number=30,
    )
    (found,) = material_sums(day, a_setting())
    assert found.total == 8


def test_an_option_counts_the_places_given_out_else_its_capacity() -> None:
    blocks = a_round(1, a_block(2, capacity=20), a_block(3, capacity=12))
    day = a_day(*blocks, a(Allotment, 1, registration=1, round=1, option=2, count=7), expected_number=30)
    assert [people_in(block, day, a_setting()) for block in day.blocks] == [30, 7, 12]


def test_an_option_counts_its_group_where_that_is_smaller_and_else_an_equal_share() -> None:
    team = a_group(1, members=tuple(range(1, 10)))
    blocks = a_round(1, a_block(2, capacity=20, audience=(1,)), a_block(3, audience=(1,)), a_block(4), a_block(5))
    day = a_day(*blocks, expected_number=30)
    assert [people_in(block, day, a_setting(team)) for block in day.blocks] == [30, 9, 9, 8, 8]
