"""Reads texts as somebody copied them, and says what came of them in a form that tests can compare."""

import datetime as dt

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_text
from studydag.model.values.imported import ImportedBlock, ImportedProgramme
from tests.model.exchange.importing.truths import blocks_of, clock


def read(text: str) -> ImportedProgramme:
    return arranged(read_text(text, today=dt.date(2026, 1, 5)), round_title="Round")


def blocks(text: str) -> dict[str, ImportedBlock]:
    """Return each block and option by its title."""
    return {block.title: block for block in blocks_of(read(text))}


def said(text: str) -> list[tuple[str | None, str, tuple[str, ...], str]]:
    return [(clock(block.start), block.title, block.persons, block.room) for block in blocks_of(read(text))]


def dates(text: str) -> list[str]:
    return [str(part.date) for part in read(text).parts]
