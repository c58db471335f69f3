"""Lines with bullets, numbers or labels below a block: what there is to choose from, or what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from studydag.model.exchange.importing.drafts import Draft, with_peeled
from studydag.model.exchange.importing.headings import is_agenda, is_footer, is_sentence, offers_parallel, option_label
from studydag.model.exchange.importing.peeling import peel
from studydag.model.exchange.importing.people import Sureness, listed_people, people_in
from studydag.model.exchange.importing.phase_words import is_break
from studydag.model.exchange.importing.places import room_sureness
from studydag.model.exchange.importing.rows import Between, Row
from studydag.model.exchange.importing.words import Role, label_at
from studydag.model.values.imported import LineKind

LONG = 130


def run_of_bullets(rows: Sequence[Row], place: int, is_timed: Callable[[Row], bool]) -> int:
    """Return where the lines end that hang together below a block, from `place` on."""
    first = rows[place]
    stop = place
    while stop < len(rows):
        row = rows[stop]
        hangs = row.bullet or row.indent >= max(first.indent, 1) or (row.indent > 0 and not first.bullet)
        if not hangs or row.table or row.is_heading or is_footer(row.text) or is_timed(row):
            break
        if first.bullet and not row.bullet and row.indent <= first.indent and stop > place and row.after_gap:
            break
        stop += 1
    return stop


def option_drafts(rows: Sequence[Row], above: Draft | None, item: Draft | None) -> list[Draft]:
    """Return the lines below a block: options of it, or notes."""
    heads = [row for row in rows if row.bullet] or list(rows)
    outer = min(row.indent for row in heads)
    tops = [row for row in heads if row.indent <= outer + 1]
    if above is None or item is None:
        return [Draft(row, LineKind.NOT_UNDERSTOOD) for row in rows]
    if item.kind is LineKind.PARKED and not offers_parallel(item.title):
        return [_note(row) for row in rows]
    if not _are_options(tops, item, above):
        return [_note(row) for row in rows]
    texts = ["  ".join(row.filled) for row in tops]
    likely = _rooms_likely(texts)
    known = {row.line for row in tops}
    return [_option(row, likely) if row.line in known else _note(row) for row in rows]


def _are_options(rows: Sequence[Row], item: Draft, above: Draft) -> bool:
    """Whether lines are things to choose from: by the title above, by labels, by rooms or people, or by their shape."""
    texts = ["  ".join(row.filled) for row in rows]
    if any(label_at(text) is not None for text in texts[:1]):
        return False
    if above.kind is LineKind.OPTION and not all(option_label(text) for text in texts):
        return above is not item and bool(rows[0].bullet) and rows[0].indent <= above.row.indent
    if offers_parallel(item.title) or all(option_label(text) for text in texts):
        return all(len(text) <= LONG * 2 for text in texts)
    if is_break(item.title) or len(texts) < 2:
        return False
    peeled = [peel(text, rooms_likely=True) for text in texts]
    if 2 * sum(bool(each.room) for each in peeled) >= len(texts):
        return True
    if not rows[0].bullet or is_agenda(item.title):
        return False
    if 2 * sum(bool(each.persons) for each in peeled) > len(texts):
        return True
    return all(
        not text[:1].islower() and not is_sentence(text) and len(text) <= LONG and not text.endswith((".", "?", ";"))
        for text in texts
    )


def _rooms_likely(texts: Sequence[str]) -> bool:
    behind = [text.rsplit(",", 1)[-1] for text in texts if "," in text]
    return 2 * sum(room_sureness(text) >= Sureness.LIKELY for text in behind) >= max(1, len(behind))


def _option(row: Row, rooms_likely: bool) -> Draft:
    draft = Draft(row, LineKind.OPTION)
    cells = row.filled
    if row.between is Between.NOTHING or len(cells) == 1:
        return with_peeled(draft, cells[0], rooms_likely=rooms_likely)
    return replace(draft, title=cells[0], extras=tuple(cells[1:]))


def _note(row: Row) -> Draft:
    """A line that says something of the block above it."""
    text = " ".join(row.filled)
    label = label_at(text)
    if label is not None and label[0] is Role.PERSONS:
        return Draft(row, LineKind.NOTE, persons=listed_people(label[2]))
    if label is not None and label[0] is Role.ROOM:
        return Draft(row, LineKind.NOTE, room=label[2])
    named = people_in(text)
    if not row.bullet and named.sureness >= Sureness.SURE:
        return Draft(row, LineKind.NOTE, persons=named.persons)
    if not row.bullet and room_sureness(text) >= Sureness.SURE:
        return Draft(row, LineKind.NOTE, room=text)
    return Draft(row, LineKind.NOTE, description=f"{row.bullet or ''} {text}".strip())
