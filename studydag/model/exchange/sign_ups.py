"""Reads who signed up, and for what: a table with names and wishes, as a forms service exports it (R082, D33)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.sign_up_columns import Column, Holds, bare, rank_named
from studydag.model.exchange.sign_up_meanings import (
    Asked,
    Meanings,
    PeopleMeant,
    title_meant,
)
from studydag.model.exchange.sign_up_table import NoSignUps, SignUpTable, open_sign_ups
from studydag.model.rules.choices.seats import Seating, seating
from studydag.model.values.choices import Preference, Registration
from studydag.model.values.errors import Figure
from studydag.model.values.fields import TITLE_CHARACTERS
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_, Wording

MOST_OF_A_GROUP = 5_000
_COUNTED: Final = re.compile(r"(.*\S)\s*\((\d{1,4})(?: ?(?:x|personen|people))?\)")
_NOTHING: Final = frozenset(
    {
        *("", "-", "–", "geen", "niets", "none", "nvt", "n/a", "na", "geen voorkeur", "no preference", "geen keuze"),
        *(
            "weet ik niet",
            "weet niet",
            "weet nog niet",
            "geen idee",
            "maakt niet uit",
            "maakt mij niet uit",
            "geen mening",
        ),
        *("don't know", "no idea", "any", "?", "nee", "no"),
    }
)
_TICKED: Final = frozenset({"x", "v", "ja", "yes", "true", "waar", "1", "✓", "✔"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What was not taken over, or not surely: the line, what is the matter with it, and what may be said about it."""

    line: int
    text: Wording
    figures: Mapping[str, Figure]
    asks: Asked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """One person with wishes by round (None: the whole day), the first first; `registration` is who that is."""

    line: int
    registration: Registration
    is_new: bool
    wishes: Mapping[int | None, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUps:
    """What a table holds, and every doubt about it."""

    sign_ups: tuple[SignUp, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def sign_ups_of(
    table: SignUpTable,
    day: StudyDay,
    setting: Setting,
    columns: Sequence[Column | None] | None = None,
    meanings: Meanings | None = None,
) -> SignUps:
    """Read who signed up, with `columns` as they were guessed or chosen; what is not understood of a line is a doubt.

    `meanings` are what somebody said that names and titles mean. Raises NoSignUps where no column holds names.
    """
    chosen = tuple(table.columns if columns is None else columns)
    if not any(each is not None and each.holds in {Holds.NAME, Holds.LAST_NAME} for each in chosen):
        raise NoSignUps(path=table.name)
    return _Reader(day, setting, meanings or Meanings()).read(table, chosen)


def read_sign_ups(data: bytes, name: str, day: StudyDay, setting: Setting) -> SignUps:
    """Read a table of sign-ups for a day. Raises CannotRead; what is not understood of a line is a doubt."""
    return sign_ups_of(open_sign_ups(data, name, day, setting), day, setting)


def with_sign_ups(day: StudyDay, found: SignUps) -> StudyDay:
    """Return the day as it is with these sign-ups; earlier wishes for the same rounds give way."""
    lowest = min((each.id for each in day.registrations), default=0)
    registrations, preferences = list(day.registrations), list(day.preferences)
    for number, each in enumerate(found.sign_ups, 1):
        row = each.registration
        if each.is_new:
            row = replace(row, id=min(lowest, 0) - number, uid=row.uid or f"line-{each.line}")
            registrations.append(row)
        preferences = [wish for wish in preferences if wish.registration != row.id or wish.round not in each.wishes]
        preferences += [
            Preference(registration=row.id, round=round_id, option=option, rank=rank)
            for round_id, options in each.wishes.items()
            for rank, option in enumerate(options, 1)
        ]
    return replace(day, registrations=tuple(registrations), preferences=tuple(preferences))


@dataclass(slots=True)
class _Wishes:
    """The wishes of a line by round, each with its rank and the place of its column."""

    by_round: dict[int | None, list[tuple[int, int, int]]] = field(default_factory=dict)

    def add(self, number: int | None, rank: int, option: int) -> None:
        theirs = self.by_round.setdefault(number, [])
        theirs.append((rank, len(theirs), option))

    def in_order(self, number: int | None) -> list[int]:
        return [option for _rank, _place, option in sorted(self.by_round[number])]


class _Reader:
    """Knows the people and options that a table can mean."""

    def __init__(self, day: StudyDay, setting: Setting, meanings: Meanings) -> None:
        self._ground: Seating = seating(day, setting)
        self._meanings = meanings
        self._people = PeopleMeant(day, setting, meanings)
        self._doubts: list[Doubt] = []

    def read(self, table: SignUpTable, columns: Sequence[Column | None]) -> SignUps:
        names = [
            place
            for holds in (Holds.NAME, Holds.LAST_NAME)
            for place, column in enumerate(columns)
            if column is not None and column.holds is holds
        ]
        found: dict[tuple[str, object], SignUp] = {}
        for row in table.rows:
            name = " ".join(part for place in names if (part := _cell(row, place)))
            if row.line in table.mended:
                self._doubt(row, N_("this line has another mark between its columns than the rest"))
            if not any(letter.isalpha() for letter in name):
                if any(letter.isalnum() for cell in row.cells for letter in cell):
                    self._doubt(row, N_("there is no name on this line"))
                continue
            if len(name) > TITLE_CHARACTERS:
                text = N_("a name has at most {limit} characters, and this one {count}: it was left out")
                self._doubt(row, text, limit=TITLE_CHARACTERS, count=len(name))
                continue
            made = self._sign_up(name, row, columns)
            key = self._people.key(made.registration)
            if key in found:
                self._doubt(row, N_("{name:quoted} is here twice: the last line counts"), name=name)
            found[key] = made
        self._doubt_strangers(found.values())
        self._doubts.sort(key=lambda doubt: doubt.line)
        return SignUps(sign_ups=tuple(found.values()), doubts=tuple(self._doubts))

    def _doubt_strangers(self, found: Collection[SignUp]) -> None:
        """Name who is nobody known, where most are: the name may be written wrong, or be two names."""
        strangers = [each for each in found if each.is_new and each.registration.person is None]
        if 2 * len(strangers) < len(found):
            for each in strangers:
                name = each.registration.name
                asks = Asked(name=name)
                if asks.key not in self._meanings.people:
                    text = N_("{name:quoted} is not known yet, and comes in as new")
                    self._doubts.append(Doubt(line=each.line, text=text, figures={"name": name}, asks=asks))

    def _sign_up(self, name: str, row: Row, columns: Sequence[Column | None]) -> SignUp:
        before = len(self._doubts)
        wishes, given = _Wishes(), Counter[tuple[int | None, int]]()
        for place, column in enumerate(columns):
            if column is not None and column.holds is Holds.WISH:
                for number, written in enumerate(_parts(_cell(row, place))):
                    option = self._option(written, column.round, row)
                    if option is not None:
                        wishes.add(column.round, column.rank * 100 + number, option)
            elif column is not None and column.option is not None and _cell(row, place):
                rank = self._rank(_cell(row, place), column.option, row)
                if rank is not None:
                    given[column.round, rank] += 1
                    if given[column.round, rank] == 2:
                        text = N_("choice {rank} is given to several options: the first column counts")
                        self._doubt(row, text, rank=rank)
                    wishes.add(column.round, rank * 100, column.option)
        ordered = {number: self._once(wishes.in_order(number), row) for number in wishes.by_round}
        if not ordered and len(self._doubts) == before:
            self._doubt(row, N_("{name:quoted} has no choices"), name=name)
        return self._who(name, row, ordered, self._count(row, columns))

    def _once(self, options: Sequence[int], row: Row) -> tuple[int, ...]:
        for option in {each for each in options if options.count(each) > 1}:
            title = self._ground.options[option].title
            self._doubt(row, N_("{option:quoted} is chosen twice: it counts once"), option=title)
        return tuple(dict.fromkeys(options))

    def _who(self, name: str, row: Row, wishes: Mapping[int | None, tuple[int, ...]], count: int) -> SignUp:
        meant = self._people.find(name)
        if meant.was_said:
            self._ask(row, N_("you said who {name:quoted} is"), Asked(name=name), name=name)
        elif meant.is_guess:
            self._ask(
                row, N_("{name:quoted} was read as {known:quoted}"), Asked(name=name), name=name, known=meant.name
            )
        if meant.registration is not None:
            return SignUp(line=row.line, registration=meant.registration, is_new=False, wishes=wishes)
        counted = _COUNTED.fullmatch(name)
        if meant.person is None and counted is not None and 0 < int(counted[2]) <= MOST_OF_A_GROUP:
            name, count = counted[1], int(counted[2])
            self._doubt(row, N_("{name:quoted} was read as {count} people"), name=name, count=count)
        made = Registration(person=meant.person) if meant.person else Registration(name=name, count=count)
        return SignUp(line=row.line, registration=made, is_new=True, wishes=wishes)

    def _count(self, row: Row, columns: Sequence[Column | None]) -> int:
        for place, column in enumerate(columns):
            written = _cell(row, place)
            if column is None or column.holds is not Holds.COUNT or not written:
                continue
            if written.isdigit() and 0 < int(written) <= MOST_OF_A_GROUP:
                return int(written)
            self._doubt(row, N_("{text:quoted} is not a number of people"), text=written)
        return 1

    def _rank(self, written: str, option: int, row: Row) -> int | None:
        """Return the rank that somebody gave an option in a grid; a mark beside it is the first."""
        said = bare(written)
        if said.isdigit() and 0 < int(said) <= len(self._ground.options):
            return int(said)
        rank = rank_named(said)
        if rank is None and (said in _TICKED or said == bare(self._ground.options[option].title)):
            return 1
        if rank is None and said not in _NOTHING:
            title = self._ground.options[option].title
            text = N_("{text:quoted} doesn’t say which choice {option:quoted} is")
            self._doubt(row, text, text=written, option=title)
        return rank

    def _option(self, written: str, number: int | None, row: Row) -> int | None:
        """Return the option that a title means, however it is written; None where none does, or several do."""
        asks = Asked(title=written, round=number)
        if asks.key in self._meanings.titles:
            self._ask(row, N_("you said what {text:quoted} means"), asks, text=written)
            return self._meanings.titles[asks.key]
        meant = title_meant(
            bare(written),
            {
                option: bare(block.title)
                for option, block in self._ground.options.items()
                if number is None or block.round == number
            },
        )
        near = self._ground.options[meant.option].title if meant.option is not None else ""
        if meant.option is None:
            text = N_("{text:quoted} is not the title of an option")
            if meant.is_one_of_several:
                text = N_("{text:quoted} may be more than one option")
            elif any(bare(block.title) == bare(written) for block in self._ground.options.values()):
                text = N_("{text:quoted} is an option of another round")
            self._ask(row, text, asks, text=written)
        elif meant.is_guess:
            self._ask(row, N_("{text:quoted} was read as {option:quoted}"), asks, text=written, option=near)
        return meant.option

    def _doubt(self, row: Row, about: Wording, **figures: Figure) -> None:
        self._doubts.append(Doubt(line=row.line, text=about, figures=figures))

    def _ask(self, row: Row, about: Wording, asks: Asked, **figures: Figure) -> None:
        self._doubts.append(Doubt(line=row.line, text=about, figures=figures, asks=asks))


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""


def _parts(cell: str) -> Iterator[str]:
    """Give the wishes in a cell: a question that is answered by ranking has them all in one."""
    for part in re.split(r"[;\n]", cell):
        if bare(part).replace(".", "") not in _NOTHING:
            yield part.strip()
