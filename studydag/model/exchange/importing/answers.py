"""A table of answers, as a forms service hands it out: its heads, its lines, and which column asks what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from studydag.model.exchange.importing.encodings import decoded
from studydag.model.exchange.importing.people_table import encoding_of
from studydag.model.exchange.importing.scores import ENDINGS as ENDINGS
from studydag.model.exchange.importing.scores import MOST_BYTES as MOST_BYTES
from studydag.model.exchange.importing.scores import mark_of, read_score_lines
from studydag.model.rules.scan_scores import ScoreLine
from studydag.model.rules.written_text import plain
from studydag.model.values.questions import Question

ALIKE: Final = 88
"""From this likeness (0-100) a head asks a question though it writes it a little otherwise. Ours."""
SHORTEST: Final = 8
"""In letters: a shorter head has to be the same."""
_GRID: Final = re.compile(r".*\[(.+)\]\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """Heads and the lines below them. `encoding` and `mark` say how a text was read, of a sheet they are empty."""

    heads: tuple[str, ...]
    lines: tuple[ScoreLine, ...]
    encoding: str = ""
    mark: str = ""


def read_answer_table(data: bytes, name: str) -> AnswerTable:
    """Read a table with a line for each person. Raises CannotRead."""
    lines = read_score_lines(data, name)
    width = max(len(line.cells) for line in lines)
    first = lines[0].cells
    heads = tuple(" ".join(first[place].split()) if place < len(first) else "" for place in range(width))
    is_sheet = data.startswith(b"PK\x03\x04")
    return AnswerTable(
        heads=heads,
        lines=lines[1:],
        encoding="" if is_sheet else encoding_of(data),
        mark="" if is_sheet else mark_of(decoded(data), name),
    )


def match_columns(heads: Sequence[str], questions: Sequence[Question]) -> Mapping[int, int]:
    """Return the column of each question that one asks, by the id of the question; a column asks one question."""
    from rapidfuzz import fuzz

    wanted = [(question.id, _key(text)) for question in questions for text in (question.text_nl, question.text_en)]
    pairs: list[tuple[float, int, int]] = []
    for column, head in enumerate(heads):
        written = {_key(head)}
        inner = _GRID.match(head)
        if inner is not None:
            written.add(_key(inner[1]))
        for number, text in wanted:
            for key in written:
                likeness = 100.0 if key == text else fuzz.ratio(key, text)
                long_enough = min(len(key), len(text)) >= SHORTEST
                if text and key and (key == text or (long_enough and likeness >= ALIKE)):
                    pairs.append((-likeness, column, number))
    found: dict[int, int] = {}
    for _likeness, column, number in sorted(pairs):
        if number not in found and column not in found.values():
            found[number] = column
    return found


def _key(text: str) -> str:
    bare = re.sub(r"^\s*\d+[.)]\s+", "", text)
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", plain(bare)[0]).split())
