"""What several rules need of one study day, each part computed once, when the first rule asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from studydag.model.rules.calendar.dates import Side, first_date, last_date, resolve, side_of
from studydag.model.rules.calendar.rhythm import series, series_from
from studydag.model.rules.checks.about import about, clock, one_line
from studydag.model.rules.follow_up.form_steps import first_of_moment
from studydag.model.rules.people.participants import Crowd, crowd_of
from studydag.model.rules.space.occupancy import places_in, room_taken
from studydag.model.rules.threads.thread import Thread, thread
from studydag.model.rules.time.balance import Balance, balance, live
from studydag.model.rules.time.schedule import PartSchedule, Schedule, Slot, schedule
from studydag.model.values.dates import Due
from studydag.model.values.findings import About
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import Group, Person, Room
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory


class Context:
    """A study day, its setting and today, with the schedule, thread and balance and everything by id."""

    def __init__(self, day: StudyDay, setting: Setting, today: dt.date, timed: Schedule | None = None) -> None:
        """Take the three things every rule may look at; `timed` is the schedule of the day, if there is one already."""
        self.day = day
        self.setting = setting
        self.today = today
        if timed is not None:
            self.schedule = timed

    # The programme

    @cached_property
    def schedule(self) -> Schedule:
        """The clock times."""
        return schedule(self.day)

    @cached_property
    def balance(self) -> Balance:
        """What the net minutes are spent on."""
        return balance(self.schedule, self.formats)

    @cached_property
    def thread(self) -> Thread:
        """The links from goals on."""
        return thread(self.day, self.schedule)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of what takes place, a round as one."""
        return live(self.schedule)

    @cached_property
    def places(self) -> tuple[Slot, ...]:
        """The slots in which people are somewhere: of a round its options, where it has any."""
        return places_in(self.schedule)

    @cached_property
    def learning_blocks(self) -> tuple[Block, ...]:
        """The blocks and options in which people learn, self-paced ones included; rounds with options not."""
        rounds = {slot.block.id for slot in self.slots if live(slot.options)}
        return tuple(each for each in self.thread.planned if each.phase.is_learning and each.id not in rounds)

    @property
    def parts(self) -> tuple[PartSchedule, ...]:
        """The parts with their slots."""
        return self.schedule.parts

    # By id

    @cached_property
    def blocks(self) -> dict[int, Block]:
        """Every block by id."""
        return {block.id: block for block in self.day.blocks}

    @cached_property
    def people(self) -> dict[int, Person]:
        """Every person by id."""
        return {person.id: person for person in self.setting.people}

    @cached_property
    def rooms(self) -> dict[int, Room]:
        """Every room by id."""
        return {room.id: room for room in self.setting.rooms}

    @cached_property
    def groups(self) -> dict[int, Group]:
        """Every group by id."""
        return {group.id: group for group in self.setting.groups}

    @cached_property
    def formats(self) -> dict[int, WorkingFormat]:
        """Every working format by id."""
        return {each.id: each for each in self.setting.formats}

    @cached_property
    def learning_forms(self) -> dict[int, LearningForm]:
        """Every learning form by id."""
        return {each.id: each for each in self.setting.learning_forms}

    @cached_property
    def trajectory(self) -> Trajectory | None:
        """The trajectory the day belongs to."""
        return next((each for each in self.setting.trajectories if each.id == self.day.trajectory), None)

    @cached_property
    def crowd(self) -> Crowd:
        """How many people to count on, and how many places were given out."""
        return crowd_of(self.day, self.groups)

    def room_of(self, block: Block) -> Room | None:
        """Return the room that a block takes."""
        room = room_taken(block)
        return None if room is None else self.rooms.get(room)

    def format_of(self, block: Block) -> WorkingFormat | None:
        """Return the working format of a block."""
        return None if block.working_format is None else self.formats.get(block.working_format)

    # Dates

    @cached_property
    def first_date(self) -> dt.date | None:
        """The date of the first part."""
        return first_date(self.day)

    @cached_property
    def last_date(self) -> dt.date | None:
        """The date of the last part."""
        return last_date(self.day)

    def date_of(self, due: Due | None) -> dt.date | None:
        """Return a date, computed where it counts from the day; None while that can't be."""
        return resolve(due, self.day)

    @cached_property
    def counted_actions(self) -> tuple[Action, ...]:
        """The actions that were not dropped."""
        return tuple(each for each in self.day.actions if each.state is not ActionState.DROPPED)

    def sides_of(self, moment: Moment) -> tuple[Side | None, ...]:
        """Return on which side of the day each date of a moment lies; of a series on a day without date, one."""
        dates = series(moment, self.day, self.setting.holidays).dates
        return tuple(side_of(date, self.day) for date in dates or (moment.first_date,))

    def dates_in_trajectory(self, moment: Moment) -> tuple[dt.date, ...]:
        """Return the dates of a moment of the trajectory, which count from the trajectory's period."""
        if self.trajectory is None:
            return ()
        return series_from(moment, first_of_moment(moment, self.trajectory), self.setting.holidays).dates

    # What a finding concerns

    @cached_property
    def about_day(self) -> About:
        """The study day itself."""
        return about(self.day)

    def about_block(self, block: Block) -> About:
        """Return a block as what a finding concerns; without a title it is named by its clock times."""
        return About("block", block.id, block.uid, self.title_of(block))

    def about_blocks(self, blocks: Iterable[Block]) -> tuple[About, ...]:
        """Return blocks as what a finding concerns."""
        return tuple(self.about_block(block) for block in blocks)

    def about_part(self, part: Part) -> About:
        """Return a part as what a finding concerns; without a title it is named by its clock times."""
        title = part.title or f"{part.start:%H:%M}–{part.end:%H:%M}"
        return About("part", part.id, part.uid, one_line(title))

    def title_of(self, block: Block) -> str:
        """Return a block's title on one line, else its clock times, else nothing."""
        if block.title.strip():
            return one_line(block.title)
        slot = self.schedule.slot_of(block.id)
        return "" if slot is None else f"{clock(slot.start)}–{clock(slot.end)}"
