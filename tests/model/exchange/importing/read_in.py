"""Files that are read in, in tests of import."""

import datetime as dt

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file
from studydag.model.values.imported import ImportedProgramme


def read(data: bytes, name: str) -> ImportedProgramme:
    """Read a file in, as it is added to a day."""
    return arranged(read_file(data, name, today=dt.date(2026, 1, 5)), round_title="Round")


def rows(programme: ImportedProgramme) -> list[tuple[object, ...]]:
    """Return start, title, people and room of every block, in minutes after midnight."""
    return [(block.start, block.title, block.persons, block.room) for part in programme.parts for block in part.blocks]
