"""Choice rounds: made from blocks, filled, emptied, taken apart; what was wished for goes where it no longer holds."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from studydag.model.operations import attendance, choices, editing, programme, rounds
from studydag.model.operations.spots import PARKED, Spot
from studydag.model.rules.choices.rounds import new_option
from studydag.model.rules.consistency import problems_of_day
from studydag.model.store.library import Library
from studydag.model.values.choices import Allotment, Preference, Presence, Registration
from studydag.model.values.errors import InvalidValue, TooMany
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay

Add = Callable[..., int]
Titles = Callable[..., list[str]]


@pytest.fixture
def round(library: Library, add: Add) -> int:
    """A round of three options between two blocks."""
    add("Opening", 15)
    blocks = [add("Toetsen", 45), add("Feedback", 60), add("Differentiëren", 45)]
    add("Uitwisselen", 30)
    return rounds.make_round(library, blocks, "Workshops")


def options(library: Library, round: int) -> list[Block]:
    day = library.owner_of(Block, round)
    assert day is not None
    return [block for block in library.of_day(Block, day[1]) if block.round == round]


@pytest.fixture(autouse=True)
def fitting(library: Library, day: int):
    yield
    assert problems_of_day(library.get(StudyDay, day)) == ()


def test_blocks_become_the_options_of_a_round_in_their_place(
    library: Library, part: int, round: int, titles: Titles
) -> None:
    assert titles(part=part) == ["Opening", "Workshops", "Uitwisselen"]
    assert titles(round=round) == ["Toetsen", "Feedback", "Differentiëren"]
    assert all((block.part, block.offset_minutes) == (None, 0) for block in options(library, round))
    library.undo()
    assert titles(part=part) == ["Opening", "Toetsen", "Feedback", "Differentiëren", "Uitwisselen"]


def test_the_round_takes_over_the_pin_of_the_first_block(library: Library, add: Add) -> None:
    add("Opening", 15)
    block = add("Toetsen", 45)
    programme.pin(library, block, dt.time(11))
    made = rounds.make_round(library, [block])
    assert library.get(Block, made).pinned_start == dt.time(11)
    assert library.get(Block, block).pinned_start is None


def test_several_options_come_in_as_one_step(library: Library, round: int, titles: Titles) -> None:
    ids = rounds.add_options(library, round, [Block(title="Quiz", minutes=45), Block(title="AI", minutes=45)])
    assert titles(round=round) == ["Toetsen", "Feedback", "Differentiëren", "Quiz", "AI"]
    assert [library.get(Block, each).minutes for each in ids] == [45, 45]
    library.undo()
    assert titles(round=round) == ["Toetsen", "Feedback", "Differentiëren"]


def test_a_new_option_is_as_long_as_the_last_one_and_the_first_one_as_the_round(library: Library, day: int) -> None:
    made = programme.add_block(
        library, day, Block(kind=BlockKind.ROUND, title="Ronde", phase=Phase.APPLICATION, minutes=60)
    )
    first = new_option(library.get(StudyDay, day), made)
    assert (first.phase, first.minutes, first.kind) == (Phase.APPLICATION, 60, BlockKind.BLOCK)
    (option,) = rounds.add_options(library, made, [first])
    programme.set_minutes(library, option, 50)
    assert new_option(library.get(StudyDay, day), made).minutes == 50


def test_a_block_becomes_a_round_of_its_own_title_by_its_first_option(library: Library, add: Add) -> None:
    block = add("Workshops", 60)
    before = library.get(Block, block)
    option = library.get(Block, rounds.begin_round(library, block))
    assert library.get(Block, block) == replace(before, kind=BlockKind.ROUND)
    assert (option.round, option.minutes, option.phase) == (block, 60, before.phase)
    for each in (block, option.id):
        with pytest.raises(InvalidValue):
            rounds.begin_round(library, each)
    library.undo()
    assert library.get(Block, block) == before


def test_options_come_in_and_go_out(
    library: Library, day: int, part: int, round: int, add: Add, titles: Titles
) -> None:
    new = rounds.add_option(library, round, Block(title="Nieuw", capacity=10), before=options(library, round)[0].id)
    late = add("Laatkomer")
    rounds.move_into_round(library, [late], round)
    assert titles(round=round) == ["Nieuw", "Toetsen", "Feedback", "Differentiëren", "Laatkomer"]
    programme.move_blocks(library, [new], Spot(part=part))
    programme.park_blocks(library, [late])
    assert (titles(part=part)[-1], titles()) == ("Nieuw", ["Laatkomer"])
    assert library.get(Block, new).capacity == 10


def test_no_rounds_within_rounds(library: Library, round: int, add: Add) -> None:
    other = rounds.make_round(library, [add("Los blok")])
    with pytest.raises(InvalidValue):
        rounds.move_into_round(library, [other], round)
    with pytest.raises(InvalidValue):
        rounds.make_round(library, [other])
    with pytest.raises(InvalidValue):
        rounds.make_round(library, [options(library, round)[0].id])
    with pytest.raises(InvalidValue):
        rounds.add_option(library, round, Block(kind=BlockKind.ROUND))
    with pytest.raises(InvalidValue):
        rounds.add_option(library, add("gewoon"), Block())
    with pytest.raises(InvalidValue):
        rounds.dissolve_round(library, add("ook gewoon"))


def test_a_round_has_no_minutes_of_its_own_while_it_has_options(library: Library, round: int) -> None:
    with pytest.raises(InvalidValue):
        programme.set_minutes(library, round, 30)


def test_wishes_and_places_go_when_an_option_leaves_its_round(
    library: Library, day: int, part: int, round: int, add: Add
) -> None:
    owner = ("study_day", day)
    toetsen, feedback, verschil = (block.id for block in options(library, round))
    sam = editing.create(library, Registration(name="Sam", fixed_options=(feedback,)), owner)
    choices.set_wishes(library, sam, round, [feedback, toetsen])
    choices.set_wishes(library, sam, None, [verschil])
    choices.allot(library, day, [Allotment(registration=sam, round=round, option=feedback)])
    editing.change(library, Block, verschil, repeats=feedback)

    programme.move_blocks(library, [feedback], Spot(part=part))
    assert [wish.option for wish in library.of_day(Preference, day)] == [toetsen, verschil]
    assert library.of_day(Allotment, day) == []
    assert library.get(Registration, sam).fixed_options == ()
    assert library.get(Block, verschil).repeats is None
    library.undo()
    assert len(library.of_day(Preference, day)) == 3

    # From one round to another, a wish for the whole day still holds.
    afternoon = rounds.make_round(library, [add("Middag")])
    rounds.move_into_round(library, [verschil, toetsen], afternoon)
    assert [(wish.round, wish.option) for wish in library.of_day(Preference, day)] == [
        (round, feedback),
        (None, verschil),
    ]
    assert library.get(Block, verschil).repeats == feedback


def test_a_dissolved_round_leaves_its_options_in_a_row(
    library: Library, day: int, part: int, round: int, titles: Titles
) -> None:
    sam = editing.create(library, Registration(name="Sam"), ("study_day", day))
    attendance.mark_all(library, [sam], Presence.PRESENT, round=round)
    attendance.mark_all(library, [sam], Presence.PARTLY, part=part)
    attendance.mark_all(library, [sam], Presence.ABSENT, round=round)
    assert [mark.presence for mark in library.get(Registration, sam).attendance] == [Presence.PARTLY, Presence.ABSENT]
    programme.pin(library, round)
    first = options(library, round)[0].id
    editing.change(library, Block, first, offset_minutes=30)
    rounds.dissolve_round(library, round)
    assert titles(part=part) == ["Opening", "Feedback", "Differentiëren", "Toetsen", "Uitwisselen"]
    assert [block.pinned_start for block in library.of_day(Block, day)][1] == dt.time(9, 15)
    assert [mark.presence for mark in library.get(Registration, sam).attendance] == [Presence.PARTLY]


def test_a_round_is_copied_with_its_options_and_deleted_with_them(
    library: Library, day: int, part: int, round: int, titles: Titles
) -> None:
    first, second, _ = (block.id for block in options(library, round))
    editing.change(library, Block, second, repeats=first)
    (copy,) = programme.duplicate_blocks(library, [round, first])
    assert titles(part=part) == ["Opening", "Workshops", "Workshops", "Uitwisselen"]
    assert titles(round=copy) == titles(round=round) == ["Toetsen", "Feedback", "Differentiëren"]
    copied = options(library, copy)
    assert copied[1].repeats == copied[0].id
    programme.delete_blocks(library, round)
    assert len(library.of_day(Block, day)) == 6
    (again,) = programme.duplicate_blocks(library, [copied[0].id])
    assert library.get(Block, again).round == copy


def test_wishes_and_places_must_fit(library: Library, day: int, round: int, add: Add) -> None:
    sam = editing.create(library, Registration(name="Sam"), ("study_day", day))
    first = options(library, round)[0].id
    other = rounds.make_round(library, [add("Los blok")])
    with pytest.raises(InvalidValue):
        choices.set_wishes(library, sam, other, [first])
    with pytest.raises(InvalidValue):
        choices.allot(library, day, [Allotment(registration=sam, round=other, option=first)])
    locked = Allotment(registration=sam, round=round, option=first, locked=True)
    (place,) = choices.allot(library, day, [locked])
    choices.allot(library, day, [])
    assert [each.id for each in library.of_day(Allotment, day)] == [place]
    assert choices.allot(library, day, [locked]) == ()
    assert [each.id for each in library.of_day(Allotment, day)] == [place]
    with pytest.raises(InvalidValue):
        choices.allot(library, day, [Allotment(registration=sam, round=round, option=options(library, round)[1].id)])


def test_a_round_takes_400_options(library: Library, day: int, part: int, round: int, add: Add) -> None:
    with library.change("add") as writer:
        made = [Block(id=-number, round=round, position=9_999) for number in range(1, 398)]
        writer.add_all(made, ("study_day", day), {})
    late = add("een te veel")
    with pytest.raises(TooMany) as caught:
        rounds.move_into_round(library, [late], round)
    assert caught.value.figures["kind"] == "option"
    with pytest.raises(TooMany):
        rounds.add_option(library, round, Block())
    assert library.get(Block, late).part == part


def test_a_failed_move_leaves_everything(library: Library, day: int, round: int, add: Add) -> None:
    good, bad = add("goed"), rounds.make_round(library, [add("ronde")])
    step = library.undo_step
    with pytest.raises(InvalidValue):
        rounds.move_into_round(library, [good, bad], round)
    assert library.get(Block, good).round is None
    assert library.undo_step is step
    programme.move_blocks(library, [good], PARKED)
