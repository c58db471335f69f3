"""A table of answers, as a forms service hands it out: its heads, its lines, and which column asks what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from studydag.model.exchange.importing.people_table import encoding_of
from studydag.model.exchange.importing.reading.encodings import decoded
from studydag.model.exchange.importing.scores import ENDINGS as ENDINGS
from studydag.model.exchange.importing.scores import MOST_BYTES as MOST_BYTES
from studydag.model.exchange.importing.scores import mark_of, read_score_lines
from studydag.model.rules.goals.scan_scores import ScoreLine
from studydag.model.rules.written.written_text import plain
from studydag.model.values.questions import Question

ALIKE: Final = 88
"""From this likeness (0-100) a head asks a question though it writes it a little otherwise. Ours."""
SHORTEST: Final = 8
"""In letters: a shorter head has to be the same."""
MOST_ABOVE: Final = 10
"""So many lines may stand above the heads: a title, merged cells over several questions."""
_OF_ONE: Final = re.compile(r"\d{1,2}:\d{2}|@")
"""What only one person's line holds: the time at which it came in, or an address."""
_NUMBERED: Final = frozenset({"id", "nr", "nummer", "respondent", "respondent id", "response id", "responseid"})
_GRID: Final = re.compile(r".*\[(.+)\]\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """Heads and the lines below them. `encoding` and `mark` say how a text was read, of a sheet they are empty.

    `repeated` has lines that stand there twice: the number of the line, and of the one that counts.
    """

    heads: tuple[str, ...]
    lines: tuple[ScoreLine, ...]
    repeated: tuple[tuple[int, int], ...] = ()
    encoding: str = ""
    mark: str = ""


def read_answer_table(data: bytes, name: str, questions: Sequence[Question] = ()) -> AnswerTable:
    """Read a table with a line for each person; the heads are the line that asks most questions. Raises CannotRead."""
    lines = read_score_lines(data, name)
    width = max(len(line.cells) for line in lines)
    above = [_heads(line, width) for line in lines[:MOST_ABOVE]]
    place = max(range(len(above)), key=lambda each: (len(match_columns(above[each], questions)), -each))
    heads = above[place]
    kept, repeated = _once(lines[place + 1 :], heads)
    is_sheet = data.startswith(b"PK\x03\x04")
    return AnswerTable(
        heads=heads,
        lines=kept,
        repeated=repeated,
        encoding="" if is_sheet else encoding_of(data),
        mark="" if is_sheet else mark_of(decoded(data), name),
    )


def _heads(line: ScoreLine, width: int) -> tuple[str, ...]:
    return tuple(" ".join(line.cells[place].split()) if place < len(line.cells) else "" for place in range(width))


def _once(
    lines: Sequence[ScoreLine], heads: Sequence[str]
) -> tuple[tuple[ScoreLine, ...], tuple[tuple[int, int], ...]]:
    """Leave out lines that are wholly the same, where something in them is of one person alone.

    Two people may well give the same answers; a file that was put together twice has their times and numbers too.
    """
    numbered = {place for place, head in enumerate(heads) if _key(head) in _NUMBERED}
    first: dict[tuple[str, ...], int] = {}
    kept: list[ScoreLine] = []
    repeated: list[tuple[int, int]] = []
    for line in lines:
        cells = tuple(cell.strip() for cell in line.cells)
        of_one = any(cell and (place in numbered or _OF_ONE.search(cell)) for place, cell in enumerate(cells))
        if of_one and cells in first:
            repeated.append((line.line, first[cells]))
            continue
        first.setdefault(cells, line.line)
        kept.append(line)
    return tuple(kept), tuple(repeated)


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
