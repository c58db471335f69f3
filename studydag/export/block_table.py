"""Blocks as a table for a spreadsheet, a text or a mail: times, minutes, title, phase, format, room, leads."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape

from studydag.labels import field_name
from studydag.language import Language
from studydag.model.rules.formats.from_format import name_of
from studydag.model.rules.time.schedule import Schedule, Slot, block_minutes, options_of
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Block
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

Rows = tuple[tuple[str, ...], ...]
GUARD = "'"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def block_table(day: StudyDay, setting: Setting, schedule: Schedule, ids: Collection[int], language: Language) -> Rows:
    """Return blocks in programme order, a round with its options, below a row of heads. Nothing private is in it."""
    named = [("minutes", Block), ("title", Block), ("phase", Block), ("working_format", Block), ("room", Block)]
    heads = [field_name("start", language), field_name("end", language)]
    heads += [field_name(name, language, value) for name, value in named]
    heads.append(field_name("leads", language, Block))
    names = _Names(setting, language)
    lines = (names.row(block, slot, minutes) for block, slot, minutes in _in_order(day, schedule, set(ids)))
    return tuple(language.capitalised(head) for head in heads), *lines


def as_tab_separated(rows: Rows) -> str:
    """Return rows as text with tabs between cells; what a spreadsheet would take for a formula is guarded."""
    return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in rows) + "\n"


def as_html(rows: Rows) -> str:
    """Return rows as a table on a page."""
    lines = [_line("th", rows[0]), *(_line("td", row) for row in rows[1:])]
    return f'<html><head><meta charset="utf-8"></head><body><table>{"".join(lines)}</table></body></html>'


def guarded(cell: str) -> str:
    """Return a text so that no spreadsheet reckons with it: a formula gets an apostrophe before it."""
    return f"{GUARD}{cell}" if cell.startswith(_FORMULA) else cell


def _line(tag: str, cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(guarded(cell))}</{tag}>" for cell in cells) + "</tr>"


def _in_order(day: StudyDay, schedule: Schedule, ids: set[int]) -> Iterator[tuple[Block, Slot | None, int]]:
    with_rounds = ids | {block.id for block in day.blocks if block.round in ids}
    for slot in schedule.with_options():
        if slot.block.id in with_rounds:
            yield slot.block, slot, slot.block.minutes if slot.block.cancelled else slot.minutes
    for block in (*schedule.self_paced, *schedule.parked):
        options = options_of(day, block.id)
        for each in (block, *options):
            if each.id in with_rounds:
                yield each, None, block_minutes(each, options if each is block else ())


class _Names:
    """What the things of a school are called."""

    def __init__(self, setting: Setting, language: Language) -> None:
        self._language = language
        self._rooms = {each.id: each.name for each in setting.rooms}
        self._people = {each.id: each.name for each in setting.people}
        self._formats = {each.id: name_of(each, DocumentLanguage(language.code)) for each in setting.formats}

    def row(self, block: Block, slot: Slot | None, minutes: int) -> tuple[str, ...]:
        language = self._language
        timed = slot is not None and not block.cancelled
        return (
            language.time(slot.start_time) if slot is not None else "",
            language.time(slot.end_time) if timed and slot is not None and not slot.open_end else "",
            str(minutes),
            block.title or self._formats.get(block.working_format or 0, ""),
            language.member(block.phase),
            self._formats.get(block.working_format or 0, ""),
            self._rooms.get(block.room or 0, ""),
            language.list([self._people[lead.person] for lead in block.leads if lead.person in self._people]),
        )
