"""Reads who signed up, and for what: a table with names and wishes, as a forms service exports it (R082, D33)."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
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

SHORTEST = 3
"""Letters: fewer than four could begin anything."""
MOST_OF_A_GROUP = 5_000
BEGINS = 8
"""Letters from which what a title begins with is enough. Ours."""
MARKS: Final = ";\t,|"
"""What may stand between columns."""

_COUNT: Final = re.compile(r"\b(aantal|personen|count|number)\b")
_COUNTED: Final = re.compile(r"(.*\S)\s*\((\d{1,4})(?: ?(?:x|personen|people))?\)")
_NAME: Final = re.compile(r"\b(naam|name|deelnemer|participant|wie|who|medewerker|collega)\b")
_FIRST, _LAST = re.compile(r"\b(voornaam|voor- en|first name)"), re.compile(r"\b(achternaam|last name|surname)\b")
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


class Holds(StrEnum):
    """What a column of the table holds."""

    NAME = "name"
    LAST_NAME = "last_name"
    COUNT = "count"
    WISH = "wish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a column is read as; a wish at a rank for a round (None: the whole day)."""

    holds: Holds
    round: int | None = None
    rank: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpTable:
    """A table as it was opened: its header, its rows, and what each column is thought to hold (None: nothing of use).

    `mended` are the lines that were written with another mark between the columns than the rest.
    """

    name: str
    header: Row
    rows: tuple[Row, ...]
    columns: tuple[Column | None, ...]
    mended: frozenset[int] = frozenset()


def open_sign_ups(data: bytes, name: str, day: StudyDay, setting: Setting) -> SignUpTable:
    """Open a table of sign-ups, and guess what its columns hold. Raises CannotRead."""
    rows, mended = _rows(data, name)
    if len(rows) > MOST_ROWS or len(data) > MOST_BYTES:
        raise SignUpsTooLarge(path=name, limit=MOST_ROWS - 1)
    header = next((place for place, row in enumerate(rows) if _is_header(row)), 0)
    if not rows:
        raise NoSignUps(path=name)
    columns = _guessed(rows[header], seating(day, setting))
    return SignUpTable(name=name, header=rows[header], rows=tuple(rows[header + 1 :]), columns=columns, mended=mended)


def sign_ups_of(
    table: SignUpTable, day: StudyDay, setting: Setting, columns: Sequence[Column | None] | None = None
) -> SignUps:
    """Read who signed up, with `columns` as they were guessed or chosen; what is not understood of a line is a doubt.

    Raises NoSignUps where no column holds names.
    """
    chosen = tuple(table.columns if columns is None else columns)
    if not any(each is not None and each.holds in {Holds.NAME, Holds.LAST_NAME} for each in chosen):
        raise NoSignUps(path=table.name)
    return _Reader(day, setting).read(table, chosen)


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


def _rows(data: bytes, name: str) -> tuple[list[Row], frozenset[int]]:
    """Return the rows of a file, and the lines that had another mark between their columns."""
    if data.startswith(b"PK\x03\x04"):
        from studydag.model.exchange.importing.spreadsheets import rows_of_workbook

        return list(rows_of_workbook(data, name, most_rows=MOST_ROWS)), frozenset()
    text = decoded(data)
    mark = "\t" if PurePath(name).suffix.casefold() == ".tsv" else None
    rows = list(rows_of_text(text, delimiter=mark or _mark_of(text)))
    width = max((len(row.filled) for row in rows), default=0)
    mended = {row.line: made for row in rows if width > 1 and (made := _split_otherwise(row)) is not None}
    return [mended.get(row.line, row) for row in rows], frozenset(mended)


def _mark_of(text: str) -> str | None:
    """Return the mark between the columns; where a few lines leave it open, the one that divides the first of them."""
    mark = delimiter_of(text, is_table=True)
    first = next((line for line in text.splitlines() if line.strip()), "")
    cells = {each: _cells_in(first, each) for each in MARKS}
    if mark is not None and cells.get(mark, 0) > 1:
        return mark
    return max(MARKS, key=lambda each: cells[each]) if max(cells.values()) > 1 else mark


def _cells_in(line: str, mark: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=mark), []))
    except csv.Error:
        # One cell of more letters than the reader takes.
        return 0


def _split_otherwise(row: Row) -> Row | None:
    """Return a row that stands in one cell, split at the mark that it was written with; None where there is none."""
    filled = [cell for cell in row.cells if cell.strip()]
    if len(filled) != 1:
        return None
    mark = max(MARKS, key=filled[0].count)
    return replace(row, cells=tuple(cell.strip() for cell in filled[0].split(mark))) if mark in filled[0] else None


def _is_header(row: Row) -> bool:
    """Whether a row says what the columns are."""
    return any(_NAME.search(_bare(cell)) or _LAST.search(_bare(cell)) for cell in row.cells)


def _guessed(header: Row, ground: Seating) -> tuple[Column | None, ...]:
    cells = [_bare(cell) for cell in header.cells]
    firsts = [place for place, cell in enumerate(cells) if _FIRST.search(cell)]
    lasts = [place for place, cell in enumerate(cells) if _LAST.search(cell)]
    whole = [place for place, cell in enumerate(cells) if _NAME.search(cell) and not _WISH.search(cell)]
    found: list[Column | None] = [None] * len(cells)
    # ‘Voor- en achternaam’ is a whole name, and so is a last name that has no first one beside it.
    lasts = [place for place in lasts if place not in firsts] if firsts else []
    whole = whole or [place for place, cell in enumerate(cells) if _LAST.search(cell)]
    for place in firsts[:1] if lasts else (whole[:1] or firsts[:1]):
        found[place] = Column(holds=Holds.NAME)
    for place in lasts[:1]:
        found[place] = Column(holds=Holds.LAST_NAME)
    ranks = dict[int | None, int]()
    for place, cell in enumerate(cells):
        if found[place] is not None:
            continue
        number, is_round = _round_named(cell, ground)
        ordinal = next((rank for rank, mark in enumerate(_ORDINALS, 1) if mark.search(_ROUND.sub("", cell))), None)
        if is_round or ordinal or _WISH.search(cell):
            ranks[number] = ordinal or ranks.get(number, 0) + 1
            found[place] = Column(holds=Holds.WISH, round=number, rank=ranks[number])
        elif _COUNT.search(cell):
            found[place] = Column(holds=Holds.COUNT)
    return tuple(found)


def _round_named(cell: str, ground: Seating) -> tuple[int | None, bool]:
    """Return the round that a heading names, and whether it names any; with one round it is always that one."""
    rounds = ground.rounds
    counted = _ROUND.search(cell)
    number = int(next(filter(None, counted.groups()))) if counted else 0
    if 0 < number <= len(rounds):
        return rounds[number - 1], True
    return (rounds[0] if len(rounds) == 1 else None), False


class _Reader:
    """Knows the people and options that a table can mean."""

    def __init__(self, day: StudyDay, setting: Setting) -> None:
        self._ground: Seating = seating(day, setting)
        people = {person.id: person for person in setting.people}
        self._titles = {
            each.id: each.name or people[each.person or 0].name
            for each in day.registrations
            if each.name or each.person in people
        }
        named = [(self._titles[each.id], each) for each in day.registrations if each.id in self._titles]
        self._known = Names(named, person_key)
        self._people = Names([(person.name, person) for person in setting.people], person_key)
        self._doubts: list[Doubt] = []

    def read(self, table: SignUpTable, columns: Sequence[Column | None]) -> SignUps:
        names = [
            place
            for holds in (Holds.NAME, Holds.LAST_NAME)
            for place, column in enumerate(columns)
            if column is not None and column.holds is holds
        ]
        found: dict[str, SignUp] = {}
        for row in table.rows:
            name = " ".join(part for place in names if (part := _cell(row, place)))
            if row.line in table.mended:
                self._doubt(row, N_("this line has another mark between its columns than the rest"))
            if not any(letter.isalnum() for letter in name):
                if any(letter.isalnum() for cell in row.cells for letter in cell):
                    self._doubt(row, N_("there is no name on this line"))
                continue
            made = self._sign_up(name, row, columns)
            key = f"#{made.registration.id}" if not made.is_new else person_key(name)
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
                text = N_("{name:quoted} is nobody known, and comes in as new")
                self._doubts.append(Doubt(line=each.line, text=text, figures={"name": each.registration.name}))

    def _sign_up(self, name: str, row: Row, columns: Sequence[Column | None]) -> SignUp:
        before = len(self._doubts)
        wishes: dict[int | None, list[tuple[int, int]]] = {}
        for place, column in enumerate(columns):
            if column is None or column.holds is not Holds.WISH:
                continue
            for number, written in enumerate(_parts(_cell(row, place))):
                option = self._option(written, column.round, row)
                if option is not None:
                    wishes.setdefault(column.round, []).append((column.rank * 100 + number, option))
        ordered: dict[int | None, tuple[int, ...]] = {}
        for round_id, each in wishes.items():
            options = [option for _, option in sorted(each)]
            ordered[round_id] = tuple(dict.fromkeys(options))
            for option in {each for each in options if options.count(each) > 1}:
                title = self._ground.options[option].title
                self._doubt(row, N_("{option:quoted} is chosen twice: once counts"), option=title)
        if not ordered and len(self._doubts) == before:
            self._doubt(row, N_("{name:quoted} has no choices"), name=name)
        return self._who(name, row, ordered, self._count(row, columns))

    def _who(self, name: str, row: Row, wishes: Mapping[int | None, tuple[int, ...]], count: int) -> SignUp:
        forms = _forms(name)
        known = next(filter(None, map(self._known.find, forms)), None)
        person = next(filter(None, map(self._people.find, forms)), None) if known is None else None
        meant = self._titles[known.id] if known is not None else person.name if person is not None else name
        if person_key(meant) not in map(person_key, forms):
            self._doubt(row, N_("{name:quoted} was read as {known:quoted}"), name=name, known=meant)
        if known is not None:
            return SignUp(line=row.line, registration=known, is_new=False, wishes=wishes)
        counted = _COUNTED.fullmatch(name)
        if person is None and counted is not None and 0 < int(counted[2]) <= MOST_OF_A_GROUP:
            name, count = counted[1], int(counted[2])
            self._doubt(row, N_("{name:quoted} was read as {count} people"), name=name, count=count)
        made = Registration(person=person.id) if person is not None else Registration(name=name, count=count)
        return SignUp(line=row.line, registration=made, is_new=True, wishes=wishes)

    def _count(self, row: Row, columns: Sequence[Column | None]) -> int:
        for place, column in enumerate(columns):
            written = _cell(row, place)
            if column is None or column.holds is not Holds.COUNT or not written:
                continue
            if written.isdigit() and 0 < int(written) <= MOST_OF_A_GROUP:
                return int(written)
            self._doubt(row, N_("{text:quoted} is no number of people"), text=written)
        return 1

    def _option(self, written: str, number: int | None, row: Row) -> int | None:
        """Return the option that a title means, however it is written; None where none does, or several do."""
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
        if len({options[option] for option in begun}) == 1 and len(wanted) > SHORTEST:
            return begun[0]
        scores = sorted(((_likeness(wanted, title), -option) for option, title in options.items()), reverse=True)
        best = -scores[0][1] if scores and scores[0][0] >= ALIKE else None
        rivals = [] if best is None else [score for score, option in scores if options[-option] != options[best]]
        if best is None or (rivals and scores[0][0] - rivals[0] < CLEARLY):
            text = N_("{text:quoted} is the title of no option")
            if len({options[option] for option in begun}) > 1:
                text = N_("{text:quoted} may be more than one option")
            self._doubt(row, text, text=written)
            return None
        title = self._ground.options[best].title
        self._doubt(row, N_("{text:quoted} was read as {option:quoted}"), text=written, option=title)
        return best

    def _doubt(self, row: Row, about: Wording, **figures: Figure) -> None:
        self._doubts.append(Doubt(line=row.line, text=about, figures=figures))


def _forms(name: str) -> tuple[str, ...]:
    """Return a name as it is written, and turned where it may be a last name with the first one behind it."""
    last, mark, first = (part.strip() for part in name.partition(","))
    return (name, f"{first} {last}") if mark and first and last else (name,)


def _likeness(wanted: str, title: str) -> float:
    """Return how like a title is (0-100), or what it begins with where more than a word of it was written."""
    from rapidfuzz import fuzz

    whole = fuzz.ratio(wanted, title)
    begins = fuzz.ratio(wanted, title[: len(wanted)]) if len(wanted) >= BEGINS else 0.0
    return max(whole, begins)


def _bare(text: str) -> str:
    return " ".join(plain(text)[0].split()).strip(" .:;")


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""


def _parts(cell: str) -> Iterator[str]:
    """Give the wishes in a cell: a question that is answered by ranking has them all in one."""
    for part in re.split(r"[;\n]", cell):
        if _bare(part) not in _NOTHING:
            yield part.strip()
