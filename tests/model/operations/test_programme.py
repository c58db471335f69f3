"""Parts and blocks: made, moved, pinned, shifted, called off."""

import datetime as dt
from collections.abc import Callable

import pytest

from studydag.model.exchange.generate import generated_day
from studydag.model.operations import editing, programme, study_days
from studydag.model.operations.exchange import load_day
from studydag.model.operations.spots import PARKED, Spot, spot_after, spot_before
from studydag.model.rules.time import time_edits
from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.errors import InvalidValue, NotFound, TooMany
from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.goals import Goal
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Block, BlockKind, Interaction, LeadStatus, Material, Mode, Part
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from tests.model.operations.leads import add_lead

Add = Callable[..., int]
Titles = Callable[..., list[str]]


def times(library: Library, day: int) -> dict[str, str]:
    return {
        slot.block.title: f"{slot.start_time:%H:%M}–{slot.end_time:%H:%M}"
        for slot in schedule(library.get(StudyDay, day))
    }


@pytest.mark.parametrize(
    ("title", "phase"),
    [
        ("Lunch", Phase.BREAK),
        ("Welkom", Phase.ORGANISATION),
        ("Keynote: wat werkt", Phase.INSPIRATION),
        ("Ontwerp je eigen les", Phase.APPLICATION),
        ("Begrijpend lezen", Phase.KNOWLEDGE),
    ],
)
def test_the_first_title_of_a_block_gives_it_its_phase_in_the_same_step(
    library: Library, day: int, part: int, title: str, phase: Phase
) -> None:
    block = programme.add_block(library, day, Block(), Spot(part=part))
    programme.write_block(library, block, title=title)
    assert library.get(Block, block).phase is phase
    library.undo()
    assert library.get(Block, block).title == ""


def test_another_title_leaves_the_phase_that_was_chosen(library: Library, day: int, part: int) -> None:
    block = programme.add_block(library, day, Block(title="Samen eten", phase=Phase.REFLECTION), Spot(part=part))
    programme.write_block(library, block, title="Lunch")
    assert library.get(Block, block).phase is Phase.REFLECTION


def test_a_block_goes_before_or_after_another_at_the_end_or_is_parked(
    library: Library, day: int, part: int, titles: Titles
) -> None:
    middle = programme.add_block(library, day, Block(title="midden"), Spot(part=part))
    programme.add_block(library, day, Block(title="eind"), Spot(part=part))
    programme.add_block(library, day, Block(title="voor"), spot_before(library, middle))
    programme.add_block(library, day, Block(title="na"), spot_after(library, middle))
    apart = programme.add_block(library, day, Block(title="apart"))
    programme.add_block(library, day, Block(title="apart 2"), spot_after(library, apart))

    assert titles(part=part) == ["voor", "midden", "na", "eind"]
    assert titles() == ["apart", "apart 2"]
    assert library.undo_step is not None
    assert library.undo_step.place == Place(day, "block", apart + 1)


def test_very_many_insertions_at_one_place_keep_the_order(
    library: Library, day: int, part: int, titles: Titles
) -> None:
    first = programme.add_block(library, day, Block(title="0"), Spot(part=part))
    for number in range(1, 14):
        programme.add_block(library, day, Block(title=str(number)), spot_after(library, first))
    assert titles(part=part) == ["0", *(str(number) for number in range(13, 0, -1))]


def test_a_spot_elsewhere_is_refused(library: Library, day: int, part: int, add: Add) -> None:
    block = add("blok")
    other = study_days.create(library, "Andere dag")
    with pytest.raises(InvalidValue):
        programme.add_block(library, day, Block(), Spot(before=block))
    with pytest.raises(InvalidValue):
        programme.add_block(library, other, Block(), Spot(part=part))
    with pytest.raises(InvalidValue):
        programme.move_blocks(library, [block], Spot(part=99))
    with pytest.raises(InvalidValue):
        programme.move_blocks(library, [block, programme.add_block(library, other, Block())], PARKED)
    with pytest.raises(NotFound):
        programme.move_blocks(library, [99], PARKED)


def test_r076_a_working_format_sets_minutes_and_materials(library: Library, day: int, part: int) -> None:
    line = next(each for each in library.every(WorkingFormat) if each.key == "stellingenlijn")

    block = library.get(Block, programme.add_format(library, day, line.id, Spot(part=part)))

    assert (block.title, block.phase, block.minutes) == ("Stellingenlijn", Phase.INSPIRATION, 20)
    assert [material.item for material in block.materials] == ["stellingen", "schilderstape"]
    assert block.description.startswith("Deelnemers nemen letterlijk een plek in")
    assert block.facilitator_notes.startswith("1. Zet een lijn uit van eens naar oneens\n2. ")
    english = programme.add_format(library, day, line.id, language=DocumentLanguage.ENGLISH)
    assert library.get(Block, english).title == "Opinion line"


def test_choosing_a_format_fills_in_only_what_is_empty(library: Library, add: Add) -> None:
    line = next(each for each in library.every(WorkingFormat) if each.key == "stellingenlijn")
    own = add("Eigen titel", 45, description="Eigen tekst", materials=(Material(item="stoelen"),))
    locked = add("", 45, minutes_locked=True)
    fitting = add("", 25)
    new = add("")
    for block in (own, locked, fitting, new):
        programme.choose_format(library, block, line.id)
    puzzle = next(each for each in library.every(WorkingFormat) if each.key == "expertpuzzel")
    untouched = add("")
    programme.choose_format(library, untouched, puzzle.id)

    one, two, three, four = (library.get(Block, block) for block in (own, locked, fitting, new))
    assert (one.title, one.minutes, one.description, one.materials[0].item) == (
        "Eigen titel",
        45,
        "Eigen tekst",
        "stoelen",
    )
    assert (two.title, two.minutes, len(two.materials)) == ("Stellingenlijn", 45, 2)
    assert (three.minutes, four.minutes) == (25, 30)
    assert library.get(Block, untouched).minutes == puzzle.minutes_min > 30


def test_the_first_format_gives_a_block_a_phase_that_it_suits(library: Library, add: Add) -> None:
    formats = {each.key: each for each in library.every(WorkingFormat)}
    line = formats["stellingenlijn"]
    other = next(phase for phase in Phase if phase.is_learning and phase not in line.phases)
    suiting, unsuited, pause = add("a", phase=line.phases[-1]), add("b", phase=other), add("c", phase=Phase.BREAK)
    for block in (suiting, unsuited, pause):
        programme.choose_format(library, block, line.id)
    assert [library.get(Block, each).phase for each in (suiting, unsuited, pause)] == [
        line.phases[-1],
        line.phases[0],
        Phase.BREAK,
    ]
    editing.change(library, Block, unsuited, phase=other)
    programme.choose_format(library, unsuited, formats["expertpuzzel"].id)
    assert library.get(Block, unsuited).phase is other


def test_the_same_format_again_leaves_how_people_take_part_and_locked_minutes_stay(library: Library, add: Add) -> None:
    formats = {each.key: each for each in library.every(WorkingFormat)}
    puzzle, line = formats["expertpuzzel"], formats["stellingenlijn"]
    block, locked = add("a"), add("b", minutes_locked=True)
    programme.choose_format(library, block, puzzle.id)
    editing.change(library, Block, block, interaction=Interaction.PAIRS)
    programme.choose_format(library, block, puzzle.id)
    assert library.get(Block, block).interaction is Interaction.PAIRS
    programme.choose_format(library, block, line.id)
    assert library.get(Block, block).interaction is None
    programme.choose_format(library, locked, puzzle.id)
    assert library.get(Block, locked).minutes == Block().minutes < puzzle.minutes_min


def test_moving_blocks_keeps_their_order_and_lets_go_of_their_pin(
    library: Library, day: int, part: int, add: Add, titles: Titles
) -> None:
    one, two, three, four = (add(title) for title in ("1", "2", "3", "4"))
    programme.pin(library, four)
    programme.move_blocks(library, [four, two], spot_before(library, one))
    assert titles(part=part) == ["4", "2", "1", "3"]
    assert library.get(Block, four).pinned_start is None
    programme.move_blocks(library, [two, one], spot_before(library, two))
    assert titles(part=part) == ["4", "2", "1", "3"]
    evening = programme.add_part(library, day, title="Avond", start=dt.time(19), end=dt.time(22))
    programme.move_blocks(library, [three], Spot(part=evening))
    programme.park_blocks(library, [one, four])
    assert (titles(part=part), titles(part=evening), titles()) == (["2"], ["3"], ["1", "4"])
    programme.move_blocks(library, [], PARKED)


def test_dropping_a_block_where_it_stands_is_no_step(library: Library, part: int, add: Add) -> None:
    one, two = add("1"), add("2")
    programme.pin(library, two)
    step = library.undo_step
    programme.move_blocks(library, [two], Spot(part=part))
    programme.move_blocks(library, [one], spot_before(library, two))
    programme.move_blocks(library, [one, two], spot_before(library, one))
    assert library.undo_step is step
    assert library.get(Block, two).pinned_start == dt.time(9, 30)


def test_pinning_moves_nothing_and_then_the_time_can_be_edited(library: Library, day: int, add: Add) -> None:
    add("Opening", 15)
    lunch = add("Lunch", 45)
    before = times(library, day)
    programme.pin(library, lunch)
    assert times(library, day) == before
    programme.pin(library, lunch, dt.time(12, 0))
    assert times(library, day)["Lunch"] == "12:00–12:45"
    programme.unpin(library, lunch)
    assert times(library, day) == before
    with pytest.raises(InvalidValue):
        programme.pin(library, programme.add_block(library, day, Block(title="geparkeerd")))


def test_minutes_are_set_by_length_or_by_end_and_then_the_end_is_certain(library: Library, day: int, add: Add) -> None:
    block = add("Vrij werken", 30, open_end=True, end_inferred=True)
    programme.set_minutes(library, block, 75)
    after = library.get(Block, block)
    assert (after.minutes, after.open_end, after.end_inferred) == (75, False, False)
    programme.set_end(library, block, dt.time(11, 30))
    assert library.get(Block, block).minutes == 150
    with pytest.raises(InvalidValue) as caught:
        programme.set_minutes(library, block, 1441)
    assert [problem.where for problem in caught.value.problems] == ["minutes"]
    with pytest.raises(NotFound):
        programme.set_minutes(library, 99, 30)


def test_stretching_takes_the_time_from_the_next_block(library: Library, day: int, add: Add, stopwatch) -> None:
    one, two = add("een", 30), add("twee", 30)
    stopwatch.pace = 1
    programme.stretch(library, one, 5)
    programme.stretch(library, one, 5)
    assert times(library, day) == {"een": "09:00–09:40", "twee": "09:40–10:00"}
    # A key that is held down is one step.
    library.undo()
    assert times(library, day) == {"een": "09:00–09:30", "twee": "09:30–10:00"}
    library.redo()
    with pytest.raises(InvalidValue):
        programme.stretch(library, one, 20)
    with pytest.raises(InvalidValue):
        programme.stretch(library, two, 10)


def test_r027_the_rest_shifts_and_one_undo_restores_all(library: Library, day: int, add: Add) -> None:
    library_part = library.of_day(Part, day)[0]
    editing.change(library, Part, library_part.id, end=dt.time(16, 0))
    add("Inloop", 90)
    for number in range(5):
        last = add(f"Werken {number}", 66)
    before = times(library, day)
    assert before["Werken 0"].startswith("10:30")
    assert before["Werken 4"].endswith("16:00")

    work = next(block.id for block in library.of_day(Block, day) if block.title == "Werken 0")
    programme.shift_from(library, work, 15)

    after = schedule(library.get(StudyDay, day))
    assert times(library, day)["Werken 0"].startswith("10:45")
    assert times(library, day)["Werken 4"].endswith("16:15")
    assert after.parts[0].minutes_over == 15
    assert library.undo_step is not None
    assert library.undo_step.op is Op.SHIFT
    library.undo()
    assert times(library, day) == before
    with pytest.raises(InvalidValue):
        programme.shift_from(library, programme.add_block(library, day, Block()), 5)
    assert last


def test_called_off_blocks_stay_and_take_no_time(library: Library, day: int, add: Add) -> None:
    one, two = add("een", 30), add("twee", 30)
    programme.cancel_blocks(library, [one], "spreker ziek")
    assert times(library, day)["twee"] == "09:00–09:30"
    assert library.get(Block, one).cancelled_reason == "spreker ziek"
    programme.restore_blocks(library, [one, two])
    assert times(library, day)["twee"] == "09:30–10:00"
    with pytest.raises(InvalidValue):
        programme.cancel_blocks(library, [one], "x" * 501)


def test_a_copy_stands_behind_its_original_without_what_happened(
    library: Library, day: int, part: int, add: Add, titles: Titles
) -> None:
    noor = editing.create(library, Person(name="Noor"))
    goal = editing.create(library, Goal(sentence="Doel"), ("study_day", day))
    one = add("een", 30, goals=(goal,), rating=5, actual_start=dt.time(9, 5), product="kaart")
    add("twee")
    add_lead(library, one, noor, LeadStatus.CONFIRMED)
    programme.pin(library, one)

    (copy,) = programme.duplicate_blocks(library, [one])

    assert titles(part=part) == ["een", "een", "twee"]
    block = library.get(Block, copy)
    assert (block.goals, block.product, block.rating, block.pinned_start, block.actual_start) == (
        (goal,),
        "kaart",
        None,
        None,
        None,
    )
    assert [(lead.person, lead.status) for lead in block.leads] == [(noor, LeadStatus.IDEA)]
    assert block.uid != library.get(Block, one).uid
    programme.duplicate_blocks(library, [one, copy])
    assert titles(part=part) == ["een"] * 4 + ["twee"]


def test_a_lead_has_a_status(library: Library, add: Add) -> None:
    noor = editing.create(library, Person(name="Noor"))
    block = add("een")
    lead = add_lead(library, block, noor)
    programme.set_lead_status(library, lead, LeadStatus.CONFIRMED)
    assert [each.status for each in library.get(Block, block).leads] == [LeadStatus.CONFIRMED]


def test_a_new_part_is_on_the_date_of_the_last(library: Library, day: int, part: int) -> None:
    editing.change(library, Part, part, date=dt.date(2027, 3, 11), venue="Aula")
    evening = library.get(Part, programme.add_part(library, day, start=dt.time(19), end=dt.time(22)))
    assert (evening.date, evening.venue, evening.start) == (dt.date(2027, 3, 11), "Aula", dt.time(19))
    assert [each.id for each in library.of_day(Part, day)] == [part, evening.id]


def test_a_part_takes_its_blocks_along(library: Library, day: int, part: int, add: Add) -> None:
    add("een")
    editing.delete(library, Part, part)
    assert library.of_day(Block, day) == []
    library.undo()
    assert [block.title for block in library.of_day(Block, day)] == ["een"]


def test_a_full_day_takes_no_copies(library: Library, day: int, part: int) -> None:
    with library.change(Op.ADD) as writer:
        made = [Block(id=-number, part=part, kind=BlockKind.BLOCK) for number in range(1, 401)]
        writer.add_all(made, ("study_day", day), {})
    block = library.of_day(Block, day)[0].id
    with pytest.raises(TooMany):
        programme.duplicate_blocks(library, [block])


def test_what_is_read_for_clock_times_gives_the_same_times(library: Library) -> None:
    for number in range(1, 4):
        day = load_day(library, generated_day(5, number))
        whole, read = library.get(StudyDay, day), programme.clock_of(library, day)
        there = [(slot.block.id, slot.start, slot.end) for slot in schedule(whole).with_options()]
        assert [(slot.block.id, slot.start, slot.end) for slot in schedule(read).with_options()] == there
        for block in whole.blocks:
            assert time_edits.pin(read, block.id) == time_edits.pin(whole, block.id)
            assert time_edits.minutes_until(read, block.id, dt.time(16)) == time_edits.minutes_until(
                whole, block.id, dt.time(16)
            )
            for minutes in (5, -5):
                assert time_edits.shift_from(read, block.id, minutes) == time_edits.shift_from(whole, block.id, minutes)
                taken = time_edits.take_from_next(whole, block.id, minutes)
                assert time_edits.take_from_next(read, block.id, minutes) == taken


def test_what_people_do_in_their_own_time_ends_after_it_begins(library: Library, add: Add) -> None:
    block = add(title="Lezen", mode=Mode.SELF_PACED)
    first = dt.date(2027, 3, 12)
    programme.change_block(library, block, window_start=first)
    with pytest.raises(InvalidValue) as caught:
        programme.change_block(library, block, window_end=first - dt.timedelta(days=1))
    assert [problem.where for problem in caught.value.problems] == ["window_end"]
    programme.change_block(library, block, window_end=first)
    assert library.get(Block, block).window_end == first
    # A beginning that comes after the end takes it along, as long as it was, in the same step.
    week = dt.timedelta(days=7)
    programme.change_block(library, block, window_start=first - week)
    programme.change_block(library, block, window_start=first + week)
    read = library.get(Block, block)
    assert (read.window_start, read.window_end) == (first + week, first + 2 * week)
    library.undo()
    assert library.get(Block, block).window_end == first
    with pytest.raises(InvalidValue):
        programme.change_block(library, block, window_start=first, window_end=first - week)
