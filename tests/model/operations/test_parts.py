"""Blocks go to another date with a part of their own, and stay when their part goes."""

import datetime as dt
from collections.abc import Callable

from studydag.model.operations import editing, programme, rounds
from studydag.model.operations.parts import delete_part_only, move_to_new_part
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.programme import Block, Part

Add = Callable[..., int]
Titles = Callable[..., list[str]]


def test_d10_a_block_goes_to_another_date(library: Library, day: int, part: int, add: Add, titles: Titles) -> None:
    editing.change(library, Part, part, date=dt.date(2026, 11, 12), venue="Aula")
    one, made = add("een"), rounds.make_round(library, [add("twee"), add("drie")], "Ronde")
    add("vier")
    new = move_to_new_part(library, [one, made], date=dt.date(2026, 11, 13))

    assert [(each.id, each.date, each.venue) for each in library.of_day(Part, day)] == [
        (part, dt.date(2026, 11, 12), "Aula"),
        (new, dt.date(2026, 11, 13), "Aula"),
    ]
    assert (titles(part=part), titles(part=new), titles(round=made)) == (["vier"], ["een", "Ronde"], ["twee", "drie"])
    assert library.undo_step is not None
    assert library.undo_step.op is Op.MOVE_BLOCKS
    library.undo()
    assert titles(part=part) == ["een", "Ronde", "vier"]


def test_a_part_more_on_the_same_date_begins_where_the_last_one_ends(library: Library, day: int, part: int) -> None:
    editing.change(library, Part, part, date=dt.date(2026, 11, 12), start=dt.time(8, 30), end=dt.time(15))
    same = library.get(Part, programme.add_part(library, day))
    assert (same.date, same.start, same.end) == (dt.date(2026, 11, 12), dt.time(15), dt.time(17))
    given = library.get(Part, programme.add_part(library, day, start=dt.time(19), end=dt.time(21)))
    assert (given.start, given.end) == (dt.time(19), dt.time(21))
    other = library.get(Part, programme.add_part(library, day, date=dt.date(2026, 11, 26)))
    assert (other.start, other.end) == (dt.time(19), dt.time(21))


def test_the_blocks_of_a_part_that_goes_are_parked(
    library: Library, day: int, part: int, add: Add, titles: Titles
) -> None:
    made = rounds.make_round(library, [add("a"), add("b")], "Ronde")
    add("los")
    delete_part_only(library, part)

    assert library.of_day(Part, day) == []
    assert titles() == ["Ronde", "los"]
    assert titles(round=made) == ["a", "b"]
    library.undo()
    assert titles(part=part) == ["Ronde", "los"]
    empty = editing.create(library, Part(), ("study_day", day))
    delete_part_only(library, empty)
    assert len(library.of_day(Block, day)) == 4
