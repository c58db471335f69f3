"""A walk of random edits, undo, redo and reopening: the library is always what one of its own pasts says it is."""

import datetime as dt
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from studydag.model.operations import choices, editing, effect, goals, programme, rounds, study_days
from studydag.model.operations.next_day import TakenOver, begin_after
from studydag.model.operations.spots import Spot
from studydag.model.rules.consistency import problems_of_day
from studydag.model.rules.time.schedule import schedule
from studydag.model.store.library import Library, Parties
from studydag.model.store.refresh import refreshed
from studydag.model.values.changes import Change
from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.errors import NotFound, StudyDagError
from studydag.model.values.follow_up import Action, ChecklistItem
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.goals import Case, Goal, Need
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.references import reference_to, references_in, things_in
from studydag.model.values.school import Group, Person, Room
from studydag.model.values.study_day import StudyDay
from tests.model.every_row import Rows, every_row
from tests.model.operations.leads import add_lead
from tests.strategies import values

PICK = st.integers(0, 30)
"""Chooses among what there is, whatever that is by then."""
BLOCKS = values(Block).map(lambda block: replace(block, leads=()))
KINDS: tuple[type[Any], ...] = (Goal, Need, Case, Action, Measure, Registration)
SHARED: tuple[type[Any], ...] = (Person, Room, Group)


BROUGHT_ALONG = {"working_format", "learning_form", "question_set", "question"}
OUTSIDE_UNDO = {"version"}


def dump(library: Library) -> Rows:
    """Return every row that an edit of this walk can touch, and the index of all."""
    return every_row(library, without=BROUGHT_ALONG | OUTSIDE_UNDO)


class Walk(RuleBasedStateMachine):
    """Edits two study days; `past` and `future` hold what every row was and will be again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.now = 0.0
        self.seen: dict[int, StudyDay] = {}
        self.library = self.open()
        self.days = [self.a_day(title) for title in ("Een", "Twee")]
        self.library.forget_undo()
        self.seen = {day: self.library.get(StudyDay, day) for day in self.days}
        self.past: list[Rows] = [dump(self.library)]
        self.future: list[Rows] = []
        self.versions: set[tuple[str, str]] = set()

    def a_day(self, title: str) -> int:
        """Make a study day with one or more of everything, so that random edits meet something."""
        day = study_days.create(self.library, title)
        owner = ("study_day", day)
        part = Spot(part=self.library.of_day(Part, day)[0].id)
        blocks = [programme.add_block(self.library, day, Block(title=each), part) for each in "abcdef"]
        made = rounds.make_round(self.library, blocks[1:4], "Ronde")
        editing.create_all(self.library, [Goal(sentence=each) for each in "gh"], owner)
        editing.create_all(self.library, [Need(statement=each) for each in "no"], owner)
        editing.create_all(self.library, [Action(what=each) for each in "pq"], owner)
        editing.create_all(self.library, [Measure(title=each) for each in "rs"], owner)
        editing.create_all(self.library, [Person(name=each) for each in "tu"])
        who = editing.create_all(self.library, [Registration(name=each) for each in "vw"], owner)
        choices.set_wishes(self.library, who[0], made, blocks[1:3])
        choices.set_wishes(self.library, who[1], None, blocks[2:4])
        choices.allot(self.library, day, [Allotment(registration=who[0], round=made, option=blocks[1])])
        editing.create(self.library, Room(name=title))
        editing.create(self.library, Case(text=title, block=blocks[0]), owner)
        return day

    def open(self) -> Library:
        path = Path(self.folder.name) / "school.studydag"
        library = Library.open(path, create=True, check=False, parties=Parties(seconds=self.tick))
        library.listeners.append(self.hear)
        return library

    def hear(self, change: Change) -> None:
        """Do what a screen does: read only the rows that the change names."""
        for number, day in self.seen.items():
            now = refreshed(self.library, day, change)
            assert now is not None
            self.seen[number] = now
        # One of them is in view: verbs take it from there.
        self.library.keep(next(iter(self.seen.values()), None))

    def tick(self) -> float:
        self.now += 25
        return self.now

    def teardown(self) -> None:
        self.the_index_is_what_a_new_one_would_be()
        assert self.library.verify() == []
        self.library.close()
        self.folder.cleanup()

    def one(self, value: type[Any], day: int, pick: int, *, default: int = 1) -> int:
        """Return the id of one of the things of a day, else one that may not be there."""
        there = self.library.of_day(value, self.days[day])
        return there[pick % len(there)].id if there else default

    def shared(self, value: type[Any], pick: int) -> int:
        there = self.library.every(value)
        return there[pick % len(there)].id if there else 1

    def spot(self, day: int, pick: int) -> Spot:
        """Return a spot in a part, in a round, before a block, or among what is parked."""
        blocks = self.library.of_day(Block, self.days[day])
        block = blocks[pick % len(blocks)] if blocks else None
        if pick % 4 == 0:
            return Spot(part=self.one(Part, day, pick))
        if pick % 4 == 1 and block is not None and block.kind is BlockKind.ROUND:
            return Spot(round=block.id)
        if pick % 4 == 2 and block is not None:
            return Spot(part=block.part, round=block.round, before=block.id)
        return Spot()

    def edit(self, verb: Any, *arguments: Any, **named: Any) -> None:
        """Carry out a verb. What it refuses changes nothing; else undo has one step more, or one merged."""
        before, step, depth = self.past[-1], self.library.undo_step, self.depth()
        try:
            verb(self.library, *arguments, **named)
        except StudyDagError:
            assert dump(self.library) == before
            assert self.library.undo_step is step
            return
        after = dump(self.library)
        if self.library.undo_step is step:
            assert after == before
            return
        self.future.clear()
        if self.depth() < depth:
            # Folded into the step before it, the two of them did nothing.
            self.past.pop()
            assert after == self.past[-1]
        elif self.depth() == depth:
            self.past[-1] = after
        else:
            self.past.append(after)

    def depth(self) -> int:
        """Return the number of steps that can be undone."""
        return len(self.library._history.undo_steps)  # noqa: SLF001 - a merged step shows nowhere else

    @rule(day=st.integers(0, 1), block=BLOCKS, pick=PICK)
    def add_block(self, day: int, block: Block, pick: int) -> None:
        self.edit(programme.add_block, self.days[day], block, self.spot(day, pick))

    @rule(day=st.integers(0, 1), pick=PICK, choice=PICK)
    def add_format(self, day: int, pick: int, choice: int) -> None:
        self.edit(programme.add_format, self.days[day], self.shared(WorkingFormat, choice), self.spot(day, pick))

    @rule(day=st.integers(0, 1), picks=st.lists(PICK, min_size=1, max_size=3), pick=PICK)
    def move_blocks(self, day: int, picks: list[int], pick: int) -> None:
        self.edit(programme.move_blocks, [self.one(Block, day, each) for each in picks], self.spot(day, pick))

    @rule(day=st.integers(0, 1), pick=PICK, minutes=st.integers(-5, 90))
    def set_minutes(self, day: int, pick: int, minutes: int) -> None:
        self.edit(programme.set_minutes, self.one(Block, day, pick), minutes)

    @rule(day=st.integers(0, 1), pick=PICK, minutes=st.integers(-20, 20), verb=st.integers(0, 4))
    def change_times(self, day: int, pick: int, minutes: int, verb: int) -> None:
        block = self.one(Block, day, pick)
        if verb == 0:
            self.edit(programme.shift_from, block, minutes)
        elif verb == 1:
            self.edit(programme.stretch, block, minutes)
        elif verb == 2:
            self.edit(programme.pin, block)
        elif verb == 3:
            self.edit(programme.unpin, block)
        else:
            self.edit(programme.set_end, block, dt.time(9 + minutes % 12))

    @rule(day=st.integers(0, 1), picks=st.lists(PICK, min_size=1, max_size=3))
    def make_round(self, day: int, picks: list[int]) -> None:
        self.edit(rounds.make_round, [self.one(Block, day, each) for each in picks], "Ronde")

    @rule(day=st.integers(0, 1), picks=st.lists(PICK, min_size=1, max_size=3), verb=st.integers(0, 4))
    def treat_blocks(self, day: int, picks: list[int], verb: int) -> None:
        blocks = [self.one(Block, day, each) for each in picks]
        if verb == 0:
            self.edit(programme.duplicate_blocks, blocks)
        elif verb == 1:
            self.edit(programme.delete_blocks, *blocks)
        elif verb == 2:
            self.edit(programme.cancel_blocks, blocks, "ziek")
        elif verb == 3:
            self.edit(programme.restore_blocks, blocks)
        else:
            self.edit(rounds.dissolve_round, blocks[0])

    @rule(day=st.integers(0, 1), thing=st.sampled_from(KINDS).flatmap(values))
    def add(self, day: int, thing: Any) -> None:
        self.edit(editing.create, thing, ("study_day", self.days[day]))

    @rule(thing=st.sampled_from(SHARED).flatmap(values))
    def add_shared(self, thing: Any) -> None:
        self.edit(editing.create, thing)

    @rule(day=st.integers(0, 1), value=st.sampled_from((*KINDS, Block, Part)), pick=PICK, data=st.data())
    def change(self, day: int, value: type[Any], pick: int, data: st.DataObject) -> None:
        drawn = data.draw(values(value))
        names = ("title", "what", "statement", "sentence", "note", "text", "minutes", "start")
        fields = {name: getattr(drawn, name) for name in names if hasattr(drawn, name)}
        self.edit(editing.change, value, self.one(value, day, pick), **fields)

    @rule(day=st.integers(0, 1), pick=PICK, other=PICK, verb=st.integers(0, 7))
    def refer(self, day: int, pick: int, other: int, verb: int) -> None:
        """Link things, also where they don't belong together: those are refused."""
        goal, block = self.one(Goal, other % 2, other), self.one(Block, day, pick)
        if verb == 0:
            self.edit(editing.link, Block, block, "goals", goal)
        elif verb == 1:
            self.edit(editing.link, Goal, self.one(Goal, day, pick), "needs", self.one(Need, day, other))
        elif verb == 2:
            self.edit(add_lead, block, self.shared(Person, other))
        elif verb == 3:
            self.edit(
                editing.change, Action, self.one(Action, day, pick), block=block, owner=self.shared(Person, other)
            )
        elif verb == 4:
            self.edit(editing.change, Block, block, repeats=self.one(Block, day, other), room=self.shared(Room, pick))
        elif verb == 5:
            self.edit(effect.add_baseline, self.one(Measure, day, pick), RelativeDate(-other))
        elif verb == 6:
            self.edit(goals.assign_cases, [self.one(Case, day, pick)], block)
        else:
            self.edit(editing.unlink, Block, block, "goals", goal)

    @rule(day=st.integers(0, 1), pick=PICK, picks=st.lists(PICK, max_size=3), verb=st.integers(0, 2))
    def choose(self, day: int, pick: int, picks: list[int], verb: int) -> None:
        who = self.one(Registration, day, pick)
        options = [block for block in self.library.of_day(Block, self.days[day]) if block.round is not None]
        chosen = [options[each % len(options)] for each in picks if options]
        if verb == 0:
            self.edit(choices.set_wishes, who, None, [option.id for option in chosen])
        elif verb == 1 and chosen:
            self.edit(choices.set_wishes, who, chosen[0].round, [option.id for option in chosen])
        else:
            places = [Allotment(registration=who, round=each.round or 0, option=each.id) for each in chosen[:1]]
            self.edit(choices.allot, self.days[day], places)

    @rule(day=st.integers(0, 1), value=st.sampled_from((*KINDS, Part)), pick=PICK)
    def delete(self, day: int, value: type[Any], pick: int) -> None:
        self.edit(editing.delete, value, self.one(value, day, pick))

    @rule(value=st.sampled_from(SHARED), pick=PICK)
    def delete_shared(self, value: type[Any], pick: int) -> None:
        self.edit(editing.delete, value, self.shared(value, pick))

    @rule(day=st.integers(0, 1), pick=PICK, other=PICK, value=st.sampled_from((Goal, Action)))
    def reorder(self, day: int, pick: int, other: int, value: type[Any]) -> None:
        before = None if other % 3 == 0 else self.one(value, day, other)
        self.edit(editing.reorder, value, self.one(value, day, pick), before=before)

    @rule(day=st.integers(0, 1), pick=PICK, items=st.lists(values(ChecklistItem), max_size=3))
    def change_list(self, day: int, pick: int, items: list[ChecklistItem]) -> None:
        action = self.one(Action, day, pick)
        kept = [item for each in self.library.some(Action, [action]) for item in each.checklist[: pick % 3]]
        self.edit(editing.change, Action, action, checklist=(*kept, *items))

    @rule(day=st.integers(0, 1), days=st.integers(-400, 400))
    def move_day(self, day: int, days: int) -> None:
        self.edit(study_days.move, self.days[day], dt.date(2027, 3, 11) + dt.timedelta(days=days))

    @rule(day=st.integers(0, 1))
    def add_part(self, day: int) -> None:
        self.edit(programme.add_part, self.days[day])

    @rule(day=st.integers(0, 1), title=st.sampled_from(["Kopie", "Nog een", ""]))
    def begin_after(self, day: int, title: str) -> None:
        self.edit(begin_after, self.days[day], title, TakenOver())

    @rule(pick=PICK)
    def keep_version(self, pick: int) -> None:
        """Keep a version of any day, also of a copy: those stand outside undo, and go and come with their day."""
        day, step = self.library.get(StudyDay, self.shared(StudyDay, pick)), self.library.undo_step
        name = f"{len(self.versions)}"
        study_days.make_version(self.library, day.id, "{}", name=name)
        self.versions.add((day.uid, name))
        assert self.library.undo_step is step

    @rule(pick=PICK)
    def fail_half_way(self, pick: int) -> None:
        """Come upon something impossible when much is done already."""
        step, redo = self.library.undo_step, self.library.redo_step
        with suppress(NotFound), self.library.change("fail") as writer:
            writer.delete("study_day", self.shared(StudyDay, pick))
            writer.add(Person(name="Half"))
            writer.delete("person", 99_999)
        assert dump(self.library) == self.past[-1]
        assert (self.library.undo_step, self.library.redo_step) == (step, redo)

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        self.library.undo()
        self.future.append(self.past.pop())
        assert dump(self.library) == self.past[-1]

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.library.redo()
        self.past.append(self.future.pop())
        assert dump(self.library) == self.past[-1]

    @rule()
    def reopen(self) -> None:
        self.library.close()
        self.library = self.open()
        self.past = self.past[-1:]
        self.future.clear()
        assert dump(self.library) == self.past[-1]

    @invariant()
    def every_day_is_sound(self) -> None:
        assert self.library.rows("PRAGMA foreign_key_check") == []
        setting = {"person", "room", "group", "school_goal", "working_format"}
        for number in self.days:
            day = self.library.get(StudyDay, number)
            assert self.seen[number] == day
            assert problems_of_day(day) == ()
            there = {reference_to(thing) for thing in things_in(day)}
            assert {each for each in references_in(day) if each[0] not in setting} <= there
            assert len(list(schedule(day).with_options())) <= len(day.blocks)

    @invariant()
    def every_day_has_its_versions(self) -> None:
        days = {day.uid: {version.name for version in self.library.versions_of(day.id)} for day in self.all_days()}
        assert days == {uid: {name for owner, name in self.versions if owner == uid} for uid in days}

    def all_days(self) -> list[StudyDay]:
        return [self.library.bare(StudyDay, number) for (number,) in self.library.rows("SELECT id FROM study_day")]

    @rule()
    def the_index_is_what_a_new_one_would_be(self) -> None:
        self.library.rebuild_index()
        assert dump(self.library) == self.past[-1]


def test_a_walk_of_random_edits_undo_redo_and_reopening() -> None:
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
