"""The register of documents: what can be printed or saved, on which paper, with which options.

The command line and the window both read it. What makes a document is imported when it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from studydag.export.asked import NO, YES, Choices, Stamp
from studydag.language import Language
from studydag.model.values.errors import NoSuchDocument, NoSuchEnding, NoSuchOption, NoSuchValue
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

SWITCH: Final = (YES, NO)
PDF: Final = ".pdf"
ICS: Final = ".ics"


class Paper(StrEnum):
    """What a document is printed on."""

    A4 = "A4"
    A4_LANDSCAPE = "A4 landscape"


class Readers(StrEnum):
    """For whom a document is."""

    PARTICIPANTS = "participants"
    FACILITATORS = "facilitators"
    SCHOOL_LEADER = "school_leader"
    OWNERS = "owners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice that a document offers: a switch (yes, no), or with `refers` the uid of a person, empty for all."""

    name: str
    title: str
    default: str = YES
    values: tuple[str, ...] = SWITCH
    refers: str = ""

    @property
    def is_switch(self) -> bool:
        """Whether it is on or off."""
        return self.values == SWITCH


Maker = Callable[[StudyDay, Setting, Choices, Language, Stamp], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document: `title` is to be translated, `makers` has what makes it for each file ending, the usual one first."""

    name: str
    title: str
    paper: Paper
    readers: Readers
    makers: Mapping[str, Maker]
    options: tuple[Option, ...] = ()

    @property
    def endings(self) -> tuple[str, ...]:
        """The file endings in which it can be written, the usual one first."""
        return tuple(self.makers)

    def choices(self, chosen: Mapping[str, str]) -> Choices:
        """Return a value for each option: as chosen, else its default. Raises NoSuchOption, NoSuchValue."""
        by_name = {option.name: option for option in self.options}
        for name, value in chosen.items():
            if name not in by_name:
                raise NoSuchOption(document=self.name, name=name, names=", ".join(by_name) or "–")
            option = by_name[name]
            if not option.refers and value not in option.values:
                raise NoSuchValue(name=name, value=value, values=", ".join(option.values))
        return Choices({name: chosen.get(name, option.default) for name, option in by_name.items()})

    def render(
        self,
        day: StudyDay,
        setting: Setting,
        language: Language,
        stamp: Stamp,
        *,
        ending: str = "",
        chosen: Mapping[str, str] | None = None,
    ) -> bytes:
        """Return the bytes of the document; what is previewed is what is saved.

        Raises NoSuchEnding, NoSuchOption, NoSuchValue, NothingDated.
        """
        ending = ending or self.endings[0]
        if ending not in self.makers:
            raise NoSuchEnding(document=self.name, ending=ending, endings=", ".join(self.endings))
        choices = self.choices(chosen or {})
        for option in self.options:
            if option.refers:
                _must_be_there(option, choices[option.name], setting)
        return self.makers[ending](day, setting, choices, language, stamp)


def documents() -> tuple[Document, ...]:
    """Return all documents, in the order in which they are offered."""
    return DOCUMENTS


def document(name: str) -> Document:
    """Return a document by its name; raises NoSuchDocument."""
    found = next((each for each in DOCUMENTS if each.name == name), None)
    if found is None:
        raise NoSuchDocument(name=name, names=", ".join(each.name for each in DOCUMENTS))
    return found


def _must_be_there(option: Option, uid: str, setting: Setting) -> None:
    """Refuse a person who isn't there, of whom nothing would be printed, or all of what others have."""
    people = {person.uid: person.name for person in setting.people}
    if uid and uid not in people:
        raise NoSuchValue(name=option.name, value=uid, values=", ".join(people.values()) or "–")


def _programme(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    from studydag.export.pdf import programme

    return programme.render(day, setting, choices, language, stamp)


def _run_sheet(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    from studydag.export.pdf import run_sheet

    return run_sheet.render(day, setting, choices, language, stamp)


def _plan(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    from studydag.export.pdf import plan

    return plan.render(day, setting, choices, language, stamp)


def _checklist(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    from studydag.export.pdf import checklist

    return checklist.render(day, setting, choices, language, stamp)


def _programme_calendar(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    from studydag.export import calendar

    return calendar.programme(day, setting, choices, language, stamp)


def _plan_calendar(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    from studydag.export import calendar

    return calendar.plan(day, setting, choices, language, stamp)


def _checklist_calendar(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    from studydag.export import calendar

    return calendar.checklist(day, setting, choices, language, stamp)


_LARGE_PRINT = Option(name="large_print", title=N_("Large print (16 pt)"), default=NO)

DOCUMENTS: Final = (
    Document(
        name="programme",
        title=N_("Participant programme"),
        paper=Paper.A4,
        readers=Readers.PARTICIPANTS,
        makers={PDF: _programme, ICS: _programme_calendar},
        options=(
            Option(name="goals", title=N_("Goals")),
            Option(name="formats", title=N_("Working formats")),
            Option(name="rooms", title=N_("Rooms")),
            Option(name="leads", title=N_("Leads"), default=NO),
            Option(name="follow_up", title=N_("What happens afterwards")),
            _LARGE_PRINT,
        ),
    ),
    Document(
        name="run-sheet",
        title=N_("Run sheet"),
        paper=Paper.A4,
        readers=Readers.FACILITATORS,
        makers={PDF: _run_sheet},
        options=(
            Option(name="lead", title=N_("For one lead"), default="", values=(), refers="person"),
            Option(name="notes", title=N_("Private notes of facilitators"), default=NO),
            Option(name="steps", title=N_("Steps of the working formats")),
            Option(name="plan_b", title=N_("Plan B")),
        ),
    ),
    Document(
        name="plan",
        title=N_("Implementation plan"),
        paper=Paper.A4_LANDSCAPE,
        readers=Readers.SCHOOL_LEADER,
        makers={PDF: _plan, ICS: _plan_calendar},
        options=(
            Option(name="goals", title=N_("Goals")),
            Option(name="moments", title=N_("Moments")),
            Option(name="measures", title=N_("Measures")),
            Option(name="finished", title=N_("Finished actions")),
        ),
    ),
    Document(
        name="checklist",
        title=N_("Follow-up checklist"),
        paper=Paper.A4,
        readers=Readers.OWNERS,
        makers={PDF: _checklist, ICS: _checklist_calendar},
        options=(
            Option(name="owner", title=N_("For one owner"), default="", values=(), refers="person"),
            Option(name="finished", title=N_("Finished actions"), default=NO),
            Option(name="lines", title=N_("Lines to write notes on")),
            _LARGE_PRINT,
        ),
    ),
)
