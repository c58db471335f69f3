"""Reads who signed up, and for what: a table with names and wishes, as a forms service exports it (R082, D33)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from studydag.model.exchange.importing.encodings import decoded
from studydag.model.exchange.importing.matching import Names, person_key
from studydag.model.exchange.importing.rows import Row
from studydag.model.exchange.importing.text_rows import delimiter_of, rows_of_text
from studydag.model.rules.seats import Seating, seating
from studydag.model.rules.written_text import plain
from studydag.model.values.choices import Preference, Registration
from studydag.model.values.errors import CannotRead, Figure
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_, Wording

MOST_ROWS = 5_001
MOST_BYTES = 20_000_000
ALIKE = 86
"""From this likeness (0-100) what was written means the title of an option. Ours."""
CLEARLY = 4
"""So much better than the next best it has to be."""

_NAME: Final = re.compile(r"\b(naam|name|deelnemer|participant|wie|who|medewerker|collega)\b")
_FIRST, _LAST = re.compile(r"\b(voornaam|first name)\b"), re.compile(r"\b(achternaam|last name|surname)\b")
_ORDINALS: Final = (
    re.compile(r"\b(1|1e|1ste|1st|eerste|first)\b"),
    re.compile(r"\b(2|2e|2de|2nd|tweede|second)\b"),
    re.compile(r"\b(3|3e|3de|3rd|derde|third)\b"),
    re.compile(r"\b(4|4e|4de|4th|vierde|fourth)\b"),
    re.compile(r"\b(5|5e|5de|5th|vijfde|fifth)\b"),
    re.compile(r"\b(6|6e|6de|6th|zesde|sixth)\b"),
)
_WISH: Final = re.compile(r"\b(keus|keuze|voorkeur|wens|choice|preference|wish|prio\w*)\b")
_ROUND: Final = re.compile(r"\b(?:keuze|workshop)?ronde?\s*(\d+)|\bround\s*(\d+)")
_NOTHING: Final = frozenset({"", "-", "–", "geen", "none", "n.v.t.", "nvt", "n/a", "geen voorkeur", "no preference"})


class NoSignUps(CannotRead):
    """A table without a column of names."""

    text = N_(
        "{path} has no column with names. Let the first row say what the columns are, such as: name, 1st choice, "
        "2nd choice."
    )


class SignUpsTooLarge(CannotRead):
    """A table that is larger than any list of sign-ups."""

    text = N_("{path} is too large for a list of sign-ups (at most {limit:number} rows).")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What was not taken over, or not surely: the line, and what is the matter with it."""

    line: int
    text: Wording
    figures: Mapping[str, Figure]


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


@dataclass(frozen=True, slots=True)
class _Column:
    place: int
    round: int | None
    rank: int


def read_sign_ups(data: bytes, name: str, day: StudyDay, setting: Setting) -> SignUps:
    """Read a table of sign-ups for a day. Raises CannotRead; what is not understood of a line is a doubt."""
    rows = _rows(data, name)
    if len(rows) > MOST_ROWS or len(data) > MOST_BYTES:
        raise SignUpsTooLarge(path=name, limit=MOST_ROWS - 1)
    reader = _Reader(day, setting)
    header = next((place for place, row in enumerate(rows) if reader.is_header(row)), None)
    if header is None:
        raise NoSignUps(path=name)
    return reader.read(rows[header], rows[header + 1 :])


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


def _rows(data: bytes, name: str) -> Sequence[Row]:
    if data.startswith(b"PK\x03\x04"):
        from studydag.model.exchange.importing.spreadsheets import rows_of_workbook

        return rows_of_workbook(data, name, most_rows=MOST_ROWS)
    text = decoded(data)
    mark = "\t" if PurePath(name).suffix.casefold() == ".tsv" else None
    return rows_of_text(text, delimiter=mark or delimiter_of(text, is_table=True))


class _Reader:
    """Knows the people and options that a table can mean."""

    def __init__(self, day: StudyDay, setting: Setting) -> None:
        self._ground: Seating = seating(day, setting)
        people = {person.id: person for person in setting.people}
        named = [
            (each.name or people[each.person or 0].name, each)
            for each in day.registrations
            if each.name or each.person in people
        ]
        self._known = Names(named, person_key)
        self._people = Names([(person.name, person) for person in setting.people], person_key)
        self._doubts: list[Doubt] = []

    def is_header(self, row: Row) -> bool:
        """Whether a row says what the columns are."""
        return any(_NAME.search(_bare(cell)) or _LAST.search(_bare(cell)) for cell in row.cells)

    def read(self, header: Row, rows: Iterable[Row]) -> SignUps:
        names, columns = self._columns(header)
        found: dict[str, SignUp] = {}
        for row in rows:
            name = " ".join(part for place in names if (part := _cell(row, place)))
            if not name:
                if row.filled:
                    self._doubt(row, N_("there is no name on this line"))
                continue
            key = person_key(name)
            if key in found:
                self._doubt(row, N_("{name:quoted} is here twice: the last line counts"), name=name)
            found[key] = self._sign_up(name, row, columns)
        return SignUps(sign_ups=tuple(found.values()), doubts=tuple(self._doubts))

    def _columns(self, header: Row) -> tuple[list[int], list[_Column]]:
        cells = [_bare(cell) for cell in header.cells]
        firsts = [place for place, cell in enumerate(cells) if _FIRST.search(cell)]
        lasts = [place for place, cell in enumerate(cells) if _LAST.search(cell)]
        whole = [place for place, cell in enumerate(cells) if _NAME.search(cell) and not _WISH.search(cell)]
        names = [*firsts[:1], *lasts[:1]] if lasts else whole[:1]
        columns, ranks = [], dict[int | None, int]()
        for place, cell in enumerate(cells):
            number, is_round = self._round_named(cell)
            ordinal = next((rank for rank, mark in enumerate(_ORDINALS, 1) if mark.search(_ROUND.sub("", cell))), None)
            if place in names or not (is_round or ordinal or _WISH.search(cell)):
                continue
            ranks[number] = ordinal or ranks.get(number, 0) + 1
            columns.append(_Column(place, number, ranks[number]))
        return names, columns

    def _round_named(self, cell: str) -> tuple[int | None, bool]:
        """Return the round that a heading names, and whether it names any; with one round it is always that one."""
        rounds = self._ground.rounds
        counted = _ROUND.search(cell)
        number = int(next(filter(None, counted.groups()))) if counted else 0
        if 0 < number <= len(rounds):
            return rounds[number - 1], True
        return (rounds[0] if len(rounds) == 1 else None), False

    def _sign_up(self, name: str, row: Row, columns: Sequence[_Column]) -> SignUp:
        wishes: dict[int | None, list[tuple[int, int]]] = {}
        for column in columns:
            for place, written in enumerate(_parts(_cell(row, column.place))):
                option = self._option(written, column.round)
                if option is None:
                    self._doubt(row, N_("{text:quoted} is the title of no option"), text=written)
                else:
                    wishes.setdefault(column.round, []).append((column.rank * 100 + place, option))
        ordered = {
            number: tuple(dict.fromkeys(option for _, option in sorted(each))) for number, each in wishes.items()
        }
        known = self._known.find(name)
        if known is not None:
            return SignUp(line=row.line, registration=known, is_new=False, wishes=ordered)
        person = self._people.find(name)
        made = Registration(person=person.id) if person is not None else Registration(name=name)
        return SignUp(line=row.line, registration=made, is_new=True, wishes=ordered)

    def _option(self, written: str, number: int | None) -> int | None:
        from rapidfuzz import fuzz

        wanted = _bare(written)
        options = {
            option: _bare(block.title)
            for option, block in self._ground.options.items()
            if number is None or block.round == number
        }
        exact = [option for option, title in options.items() if title == wanted]
        if exact:
            return exact[0]
        begun = [option for option, title in options.items() if title.startswith(wanted) or wanted.startswith(title)]
        if len({options[option] for option in begun}) == 1 and len(wanted) > 3:
            return begun[0]
        scores = sorted(((fuzz.ratio(wanted, title), -option) for option, title in options.items()), reverse=True)
        if not scores or scores[0][0] < ALIKE:
            return None
        rivals = [score for score, option in scores if options[-option] != options[-scores[0][1]]]
        return None if rivals and scores[0][0] - rivals[0] < CLEARLY else -scores[0][1]

    def _doubt(self, row: Row, about: Wording, **figures: Figure) -> None:
        self._doubts.append(Doubt(line=row.line, text=about, figures=figures))


def _bare(text: str) -> str:
    return " ".join(plain(text)[0].split()).strip(" .:;")


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""


def _parts(cell: str) -> Iterator[str]:
    """Give the wishes in a cell: a question that is answered by ranking has them all in one."""
    for part in re.split(r"[;\n]", cell):
        if _bare(part) not in _NOTHING:
            yield part.strip()
