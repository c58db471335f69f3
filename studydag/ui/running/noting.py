"""Where the steps of the day go: into the library on the day itself, and nowhere for who practises on another date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from studydag.model.operations import programme, running
from studydag.model.operations.soundness import refuse
from studydag.model.rules.on_the_day import running_steps
from studydag.model.rules.on_the_day.practice_clock import ahead_from, at_practice, by_the_wall
from studydag.model.rules.on_the_day.running import is_another_day, is_noted
from studydag.model.rules.on_the_day.running_steps import Note
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.running.words import Practice
from studydag.ui.workspace import Workspace

Notes = tuple[Note, ...]


@dataclass(slots=True)
class Noting:
    """Takes the steps for one part of the day in view. Its verbs raise what those of `operations.running` raise.

    Who practises changes nothing of the plan: the steps stand here, and the day is shown as it would be with them.
    Whether it is practice on another date nobody can know: a day is held later than planned, what was left is finished
    the day after, a laptop has the wrong date. So it is asked (`asks`); `practise` or `be_in_earnest` is the answer.
    Practice has a clock of its own for each part, which begins when the part is to begin.
    """

    workspace: Workspace
    _practised: list[tuple[int, Notes]] = field(default_factory=list)
    _taken_back: list[tuple[int, Notes]] = field(default_factory=list)
    _ahead: dict[int, dt.timedelta] = field(default_factory=dict)
    _practises: bool = False
    _in_earnest: set[int] = field(default_factory=set)

    def day(self, part: int | None, now: dt.datetime) -> StudyDay | None:
        """Return the day as it is now, with what was practised in it."""
        day = self.workspace.day
        if day is None or not self.is_practice(part, now):
            return day
        day = running_steps.noted(day, running_steps.afresh(day, part or 0) if self._practises else ())
        for _part, notes in self._practised:
            day = running_steps.noted(day, notes)
        return day

    def moment(self, part: int | None, now: dt.datetime) -> dt.datetime:
        """Return the moment at which a part is: where it is being practised, as much after its begin as has passed."""
        ahead = self._ahead.get(part or 0)
        if ahead is None or self.practice(part, now) is not Practice.BEGUN:
            return now
        return at_practice(now, ahead)

    def is_elsewhen(self, part: int | None, now: dt.datetime) -> bool:
        """Whether a part is on another date than today's."""
        return any(each.part.id == part and is_another_day(each, now) for each in self.workspace.schedule.parts)

    def is_held(self, part: int | None) -> bool:
        """Whether it is kept already how a part went, or begins to go."""
        day = self.workspace.day
        return day is not None and any(block.part == part and is_noted(block) for block in day.blocks)

    def is_practice(self, part: int | None, now: dt.datetime) -> bool:
        """Whether a step for a part is not kept; before it was asked as well."""
        return part not in self._in_earnest and self.is_elsewhen(part, now)

    def asks(self, part: int | None, now: dt.datetime) -> bool:
        """Whether it is to be asked first if a part is practised."""
        return not self._practises and self.is_practice(part, now)

    def practice(self, part: int | None, now: dt.datetime) -> Practice:
        """Return whether a part is practised, and whether there is a step of it to take back."""
        if not self.is_practice(part, now):
            return Practice.NONE
        if not self._practises:
            return Practice.ASKED
        return Practice.BEGUN if any(each == part for each, _notes in self._practised) else Practice.NOT_BEGUN

    def practise(self) -> None:
        """Keep nothing from now on, and begin with what the plan says."""
        self._practises = True

    def be_in_earnest(self, part: int, now: dt.datetime) -> None:
        """Keep each step from now on, and those that were taken for practice as well, also of other parts.

        Where it is kept already how a part went, its practice goes.
        """
        meant = {part, *(each for each, _notes in self._practised)}
        kept = [
            by_the_wall(notes, self._ahead.get(each, dt.timedelta()))
            for each, notes in self._practised
            if self.is_practice(each, now) and not self.is_held(each)
        ]
        if kept:
            running.take_over(self._library, self._shown(part, now).id, [note for notes in kept for note in notes])
        self._practised.clear()
        self._ahead.clear()
        self._taken_back.clear()
        self._practises = False
        self._in_earnest |= meant

    def go_on(self, part: int, now: dt.datetime) -> None:
        """Start what comes next."""
        if self.is_practice(part, now):
            self._practise(part, running_steps.go_on(self._shown(part, now), part, self._practised_at(part, now)))
        else:
            running.go_on(self._library, self._shown(part, now).id, part, now)

    def back(self, part: int, now: dt.datetime) -> None:
        """Take the last step of the day back; of practice whatever was done last."""
        if self.practice(part, now) is Practice.BEGUN:
            self.undo(part, now)
        elif self.is_practice(part, now):
            self._practise(part, running_steps.back(self._shown(part, now), part, self._practised_at(part, now)))
        else:
            running.back(self._library, self._shown(part, now).id, part, now)

    def skip(self, part: int, now: dt.datetime) -> None:
        """Pass over what comes next."""
        if self.is_practice(part, now):
            self._practise(part, running_steps.skip(self._shown(part, now), part, self._practised_at(part, now)))
        else:
            running.skip(self._library, self._shown(part, now).id, part, now)

    def give(self, part: int, minutes: int, now: dt.datetime) -> None:
        """Give what is on more minutes, or (below nought) fewer."""
        if self.is_practice(part, now):
            self._practise(
                part, running_steps.give(self._shown(part, now), part, minutes, self._practised_at(part, now))
            )
        else:
            running.give(self._library, self._shown(part, now).id, part, minutes, now)

    def shift_rest(self, part: int, minutes: int, now: dt.datetime, *, pins_too: bool) -> None:
        """Let what is still to come start later."""
        if self.is_practice(part, now):
            day, at = self._shown(part, now), self._practised_at(part, now)
            self._practise(part, running_steps.shift_rest(day, part, minutes, at, pins_too=pins_too))
        else:
            day_id = self._shown(part, now).id
            running.shift_rest(self._library, day_id, part, minutes, now, pins_too=pins_too)

    def call_off(self, part: int, block: int, reason: str, now: dt.datetime) -> None:
        """Call a block off."""
        if self.is_practice(part, now):
            self._begin_clock(part, now)
            self._practise(part, (Note(block=block, fields={"cancelled": True, "cancelled_reason": reason}),))
        else:
            programme.cancel_blocks(self._library, [block], reason)

    def undo(self, part: int | None, now: dt.datetime) -> None:
        """Take back what was done last; in practice nothing that was done before it."""
        if not self.is_practice(part, now):
            if self._library.undo_step is not None:
                self._library.undo()
        else:
            _last_of(part, self._practised, self._taken_back)

    def redo(self, part: int | None, now: dt.datetime) -> None:
        """Do once more what was taken back last."""
        if not self.is_practice(part, now):
            if self._library.redo_step is not None:
                self._library.redo()
        else:
            _last_of(part, self._taken_back, self._practised)

    @property
    def _library(self) -> Library:
        return self.workspace.library

    def _shown(self, part: int | None, now: dt.datetime) -> StudyDay:
        return self.day(part, now) or StudyDay()

    def _practised_at(self, part: int, now: dt.datetime) -> dt.datetime:
        """Return the moment of a step of practice, with whose first one the clock of the part begins."""
        self._begin_clock(part, now)
        return at_practice(now, self._ahead[part])

    def _begin_clock(self, part: int, now: dt.datetime) -> None:
        if self.practice(part, now) is not Practice.BEGUN:
            self._ahead[part] = ahead_from(self._shown(part, now), part, now)

    def _practise(self, part: int, notes: Notes) -> None:
        if not notes:
            refuse("actual_start", N_("There is nothing in the programme for that now."))
        self._practised.append((part, notes))
        self._taken_back.clear()


def _last_of(part: int | None, steps: list[tuple[int, Notes]], to: list[tuple[int, Notes]]) -> None:
    """Move the last step of a part, if there is one, to other steps."""
    place = next((place for place in reversed(range(len(steps))) if steps[place][0] == part), None)
    if place is not None:
        to.append(steps.pop(place))
