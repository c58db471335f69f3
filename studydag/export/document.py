"""A document as it is offered: on which paper, for whom, with which options, and what makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from studydag.export.asked import NO, YES, Choices, Stamp
from studydag.export.makers import Make
from studydag.language import Language
from studydag.model.values.errors import NoSuchEnding, NoSuchOption, NoSuchValue
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

SWITCH: Final = (YES, NO)
PDF: Final = ".pdf"
DOCX: Final = ".docx"
XLSX: Final = ".xlsx"
ICS: Final = ".ics"
MD: Final = ".md"
TXT: Final = ".txt"
EML: Final = ".eml"


class Paper(StrEnum):
    """What a document is printed on."""

    A4 = "A4"
    A4_LANDSCAPE = "A4 landscape"
    A3 = "A3"
    A5 = "A5"


class Readers(StrEnum):
    """For whom a document is."""

    PARTICIPANTS = "participants"
    FACILITATORS = "facilitators"
    SCHOOL_LEADER = "school_leader"
    OWNERS = "owners"
    ORGANISERS = "organisers"
    TEAM = "team"
    EXPERTS = "experts"
    PARENTS = "parents"
    OUTSIDERS = "outsiders"
    EVERYONE = "everyone"
    COORDINATOR = "coordinator"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document: `title` is to be translated, `makers` has what makes it for each file ending, the usual one first.

    One that `compares` is made with the day as it was printed last in its setting, if it was. `called` says what it is
    in another form, where that is something else: the questions of evaluation forms, as a text. Of one that is printed
    on `one_side` each sheet goes to somebody else; one that is cut is printed at its `true_size`.
    """

    name: str
    title: str
    paper: Paper
    readers: Readers
    makers: Mapping[str, Make]
    options: tuple[Option, ...] = ()
    compares: bool = False
    called: Mapping[str, str] = field(default_factory=dict)
    one_side: bool = False
    true_size: bool = False

    @property
    def endings(self) -> tuple[str, ...]:
        """The file endings in which it can be written, the usual one first."""
        return tuple(self.makers)

    def title_of(self, ending: str) -> str:
        """Return what it is called in a form, to be translated."""
        return self.called.get(ending, self.title)

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
        on_paper = replace(stamp, one_side=self.one_side, true_size=self.true_size)
        return self.makers[ending](day, setting, choices, language, on_paper)


def _must_be_there(option: Option, uid: str, setting: Setting) -> None:
    """Refuse a person who isn't there, of whom nothing would be printed, or all of what others have."""
    people = {person.uid: person.name for person in setting.people}
    if uid and uid not in people:
        raise NoSuchValue(name=option.name, value=uid, values=", ".join(people.values()) or "–")
