"""The day itself: what starts, ends, is skipped, gets more time. Each is one step, kept at once (R027)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from studydag.model.operations import versions
from studydag.model.operations.soundness import day_of, refuse, refuse_if_any
from studydag.model.rules.on_the_day import running_steps
from studydag.model.rules.on_the_day.running_steps import Note
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import own_problems
from studydag.model.values.wording import N_


def go_on(library: Library, day_id: int, part_id: int, now: dt.datetime) -> None:
    """Note that the next block of a part starts; after the last one, that it has ended. Raises InvalidValue, NotFound.

    The first note of a part keeps the plan beside what comes of it, and the whole day as a version.
    """
    day = library.get(StudyDay, day_id)
    _write(library, Op.START_BLOCK, day, running_steps.go_on(day, part_id, now))


def skip(library: Library, day_id: int, part_id: int, now: dt.datetime) -> None:
    """Note that the next block is passed over. Raises InvalidValue when nothing comes."""
    day = library.get(StudyDay, day_id)
    _write(library, Op.SKIP_BLOCK, day, running_steps.skip(day, part_id, now))


def back(library: Library, day_id: int, part_id: int, now: dt.datetime) -> None:
    """Take the last step of the day back; also after a crash, when there is no undo. Raises InvalidValue."""
    day = library.get(StudyDay, day_id)
    _write(library, Op.STEP_BACK, day, running_steps.back(day, part_id, now))


def give(library: Library, day_id: int, part_id: int, minutes: int, now: dt.datetime) -> None:
    """Give what is on more minutes, or (below nought) fewer. Raises InvalidValue when nothing is on."""
    day = library.get(StudyDay, day_id)
    _write(library, Op.GIVE_TIME, day, running_steps.give(day, part_id, minutes, now))


def shift_rest(
    library: Library, day_id: int, part_id: int, minutes: int, now: dt.datetime, *, pins_too: bool = False
) -> None:
    """Let what is still to come start later (below nought: earlier), up to the next pin, or with `pins_too` all of it.

    Raises InvalidValue when nothing comes, or when it can't be done.
    """
    day = library.get(StudyDay, day_id)
    _write(library, Op.SHIFT, day, running_steps.shift_rest(day, part_id, minutes, now, pins_too=pins_too))


def take_over(library: Library, day_id: int, notes: Iterable[Note]) -> None:
    """Note what was taken for practice and was the day itself, as one step. Raises InvalidValue when it is nothing."""
    _write(library, Op.START_BLOCK, library.get(StudyDay, day_id), notes)


def forget(library: Library, block_ids: Sequence[int]) -> None:
    """Forget what was noted on the day of these blocks, as after practising; what was planned is as it stands."""
    if not block_ids:
        return
    day_id = day_of(library, ("block", block_ids[0]))
    nothing = {"planned_start": None, "planned_minutes": None, "actual_start": None, "actual_end": None}
    with library.change(Op.FORGET_TIMES, place=Place(day_id, "block", block_ids[0])) as writer:
        for block_id in block_ids:
            writer.set(Block, block_id, **nothing)


def _write(library: Library, op: Op, day: StudyDay, notes: Iterable[Note]) -> None:
    notes = tuple(notes)
    if not notes:
        refuse("actual_start", N_("There is nothing in the programme for that now."))
    for note in notes:
        refuse_if_any(own_problems(Block, note.fields, ""))
    if any(note.fields.get("planned_start") is not None for note in notes):
        versions.keep_before(library, day.id, versions.AT_THE_START)
    shown = next((note for note in notes if note.fields.get("actual_start") is not None), notes[-1])
    with library.change(op, place=Place(day.id, "block", shown.block)) as writer:
        for note in notes:
            writer.set(Block, note.block, **note.fields)
