"""Paragraphs below a block that are what there is to choose: each with a label below its title that says who leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.headings import is_section, is_sentence
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.exchange.importing.texts.options import noted
from studydag.model.exchange.importing.texts.options_in_a_line import without_letter
from studydag.model.exchange.importing.vocabulary.words import Role, label_at
from studydag.model.rules.written.phase_words import is_break
from studydag.model.values.imported import LineKind

_FEWEST: Final = 2
_LONGEST: Final = 160
_MOST_LINES: Final = 4


def led_below(rows: Sequence[Row], item: Draft) -> list[Draft]:
    """Return the lines below a block as options and what is told of each, if every one says who leads it; else none.

    `Lernen im Wald`, `Waldschule Nord`, `Referentin: Anna Bos`, a paragraph each, below `Vorträge`.
    """
    if item.time.start is None or is_break(item.title):
        return []
    groups = _groups(rows)
    if len(groups) < _FEWEST or not all(map(_is_led, groups)):
        return []
    return [draft for group in groups for draft in _drafts(group)]


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Part lines into paragraphs, with those that begin with a label to what stands above them.

    Without paragraphs titles and labels stand in turn.
    """
    if not any(row.after_gap for row in rows[1:]):
        in_turn = all(_says_who(row) == bool(place % 2) for place, row in enumerate(rows))
        return [list(rows[place : place + 2]) for place in range(0, len(rows), 2)] if in_turn else []
    groups: list[list[Row]] = []
    for place, row in enumerate(rows):
        is_further = place > 0 and (not row.after_gap or label_at(row.text) is not None)
        if is_further:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _is_led(rows: Sequence[Row]) -> bool:
    """Whether lines begin with a title, and a label below it says who leads that, and nobody else does."""
    title = rows[0].text
    leaders = [place for place, row in enumerate(rows) if _says_who(row)]
    is_title = (
        len(title) <= _LONGEST
        and not title[:1].islower()
        and not title.endswith((":", ";"))
        and not (is_sentence(title) and title.endswith("."))
        and not (is_section(title) or is_break(title))
        and label_at(title) is None
        and speaker_of(title).sureness < Sureness.SURE
    )
    return is_title and len(leaders) == 1 and len(rows) - leaders[0] <= _MOST_LINES


def _says_who(row: Row) -> bool:
    label = label_at(row.text)
    return label is not None and label[0] is Role.PERSONS and bool(label[2])


def _drafts(rows: Sequence[Row]) -> list[Draft]:
    """Return a title as an option, and the lines below it as notes: those without a label name nobody who leads it."""
    first, *more = rows
    option = Draft(first, LineKind.OPTION, title=without_letter(first.text))
    return [
        option,
        *(
            noted(row) if label_at(row.text) is not None else Draft(row, LineKind.NOTE, description=row.text)
            for row in more
        ),
    ]
