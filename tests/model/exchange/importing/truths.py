"""Programmes as people write them, each with what is in it, and a comparison of the two.

A file holds many: `#### name`, the text, `=== expected`, then the dates and the items: `start-end | title | persons |
room`, options indented below the block to which they belong, `-` for no start.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file
from studydag.model.values.imported import ImportedBlock, ImportedProgramme

DATA = Path(__file__).resolve().parents[3] / "data" / "programmes"
TODAY = dt.date(2026, 1, 5)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Item:
    start: str | None
    end: str | None
    title: str
    persons: tuple[str, ...]
    room: str


@dataclass(frozen=True)
class Truth:
    name: str
    text: str
    dates: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass
class Score:
    """How many there are, and how many came in right: items by title and start, persons and rooms of those."""

    items: list[int] = field(default_factory=lambda: [0, 0])
    persons: list[int] = field(default_factory=lambda: [0, 0])
    rooms: list[int] = field(default_factory=lambda: [0, 0])
    wrong: list[str] = field(default_factory=list)


def truths(name: str) -> list[Truth]:
    content = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [_truth(part) for part in re.split(r"^#### ", content, flags=re.MULTILINE)[1:]]


def _truth(part: str) -> Truth:
    head, expected = part.split("=== expected\n")
    name, text = head.split("\n", 1)
    lines = [line for line in expected.split("\n") if line.strip()]
    dates = tuple(line for line in lines if _DATE.fullmatch(line))
    return Truth(name, text, dates, tuple(_items(line for line in lines if not _DATE.fullmatch(line))))


def _items(lines: Iterator[str]) -> Iterator[Item]:
    time = ""
    for line in lines:
        cells = [cell.strip() for cell in line.strip().split("|")]
        if not line.startswith("  "):
            time, *cells = cells
        title, persons, room = (*cells, "", "")[:3]
        start, _, end = time.partition("-")
        names = tuple(name.strip() for name in persons.split(";") if name.strip())
        yield Item(start or None, end or None, title, names, room)


def read(truth: Truth) -> ImportedProgramme:
    name = truth.name if re.search(r"\.\w+$", truth.name) else f"{truth.name}.txt"
    return arranged(read_file(truth.text.encode(), name, today=TODAY), round_title="Round")


def clock(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def plain(text: str) -> str:
    return " ".join(text.replace("|", "¦").casefold().split()).strip(" .")


def blocks_of(programme: ImportedProgramme) -> list[ImportedBlock]:
    tops = [block for part in programme.parts for block in part.blocks] + list(programme.parked)
    return [each for block in tops for each in ((() if block.is_made else (block,)) + block.options)]


def compare(truth: Truth, programme: ImportedProgramme, score: Score) -> None:
    found = blocks_of(programme)
    for item in truth.items:
        score.items[1] += 1
        score.persons[1] += len(item.persons)
        score.rooms[1] += bool(item.room)
        fitting = [
            block for block in found if plain(block.title) == plain(item.title) and clock(block.start) == item.start
        ]
        if not fitting:
            score.wrong.append(f"{truth.name}: no {item.start} {item.title}")
            continue
        block = fitting[0]
        found.remove(block)
        score.items[0] += 1
        score.persons[0] += sum(person in block.persons for person in item.persons)
        score.rooms[0] += bool(item.room) and plain(block.room) == plain(item.room)
        if item.end and clock(block.end) != item.end:
            score.wrong.append(f"{truth.name}: {item.title} ends at {clock(block.end)}, not {item.end}")
        if set(block.persons) != set(item.persons) or plain(block.room) != plain(item.room):
            score.wrong.append(f"{truth.name}: {item.title}: {block.persons} {block.room}")
    dates = tuple(str(part.date) for part in programme.parts if part.date)
    if dates != truth.dates:
        score.wrong.append(f"{truth.name}: {dates}")
