"""What a document is made of: the day with its times and names, what was chosen, and the paper of the school."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from studydag.export.asked import YES, Choices, Stamp
from studydag.export.names import Names
from studydag.export.pdf.letterhead import Letterhead
from studydag.export.typeset.flowables import Heading, Paragraph
from studydag.export.typeset.page import A4, Paper
from studydag.export.typeset.pictures import Masthead
from studydag.export.typeset.typesetting import Element
from studydag.language import Language
from studydag.model.rules.time.schedule import PartSchedule, Schedule, Slot, schedule
from studydag.model.values.programme import Block
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True)
class Commission:
    """One document to be made; `kind` is its translated title, such as Invitation.

    `known_times` are those of a day that has more blocks than the document may tell of.
    """

    day: StudyDay
    setting: Setting
    choices: Choices
    language: Language
    stamp: Stamp
    kind: str
    known_times: Schedule | None = None

    @cached_property
    def letterhead(self) -> Letterhead:
        """The paper of the school."""
        return Letterhead(self.day, self.setting, self.language, self.stamp, self.kind)

    @cached_property
    def names(self) -> Names:
        """What things are called."""
        return Names(self.day, self.setting, self.language)

    @cached_property
    def times(self) -> Schedule:
        """When everything is."""
        return schedule(self.day) if self.known_times is None else self.known_times

    @cached_property
    def parts(self) -> tuple[PartSchedule, ...]:
        """The parts as participants see them: without what is internal."""
        return tuple(public_part(part) for part in self.times.parts)

    def masthead(self, *, title: str = "", subtitle: str = "") -> Masthead:
        """Return the top of the first page."""
        return self.letterhead.masthead(self.parts, kicker=self.kind, title=title, subtitle=subtitle)

    def section(self, heading: str) -> Heading:
        """Return a heading that the running header names on the next pages."""
        return Heading(text=heading, continued=self.letterhead.resumed(heading))

    def finished(self, story: Iterable[Element], *, paper: Paper = A4, large_print: bool = False) -> bytes:
        """Return the document as a file."""
        return self.letterhead.finished(story, paper=paper, large_print=large_print)

    def nothing_of_it(self, text: str) -> Paragraph:
        """Return what is said where no section has anything: `text`, or that all of them are switched off."""
        if YES not in self.choices.values.values():
            text = self.language.gettext("Everything that could be shown here is switched off.")
        return self.letterhead.nothing(text)

    def slots(self) -> Iterator[Slot]:
        """Give what takes place and is public, without options."""
        for part in self.parts:
            yield from (slot for slot in part.slots if not slot.block.cancelled)

    def blocks(self) -> Iterator[Block]:
        """Give what takes place and is public, options after their round, self-paced blocks last."""
        for slot in self.slots():
            yield slot.block
            yield from (option.block for option in slot.options if not option.block.cancelled)
        yield from self.self_paced()

    def self_paced(self) -> Iterator[Block]:
        """Give what is public and goes at one's own pace."""
        yield from (block for block in self.times.self_paced if not block.internal and not block.cancelled)

    def hours_of_day(self, slot: Slot) -> str:
        """Write from when to when, and of which date where the day has several: do 11 mrt, 09:00–09:45."""
        return self.names.hours_of_day(slot)

    def hours(self, slot: Slot) -> str:
        """Write from when to when: 09:00–09:45, or from 16:15."""
        return self.names.hours(slot)


class Story:
    """What one document tells: `story` of each gives what stands on its pages, in order."""

    def __init__(self, commission: Commission) -> None:
        """Have at hand what most of them ask for."""
        self._commission = commission
        self._day = commission.day
        self._choices = commission.choices
        self._language = commission.language
        self._names = commission.names


def public_part(part: PartSchedule) -> PartSchedule:
    """Return a part without what is internal."""
    slots = (
        replace(slot, options=tuple(option for option in slot.options if not option.block.internal))
        for slot in part.slots
        if not slot.block.internal
    )
    return replace(part, slots=tuple(slots))
