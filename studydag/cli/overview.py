"""A study day as text to read in a terminal: the thread from need to measure, with clock times and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from studydag.cli.output import one_line, paragraph, table
from studydag.language import Language
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.calendar.evaluation import date_of_measure
from studydag.model.rules.calendar.rhythm import series
from studydag.model.rules.time.schedule import Slot, block_minutes, options_of, schedule
from studydag.model.rules.time.totals import part_totals
from studydag.model.values.dates import Due, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.programme import Block, BlockKind, Mode, Part
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WIDTH: Final = 100
_DOT: Final = " · "
# What no section lists is at least counted.
_COUNTED: Final = (
    ("impact", "impacts"),
    ("case", "cases"),
    ("expert", "experts"),
    ("climate_item", "climate"),
    ("registration", "registrations"),
    ("result", "results"),
    ("decision", "decisions"),
    ("insight", "insights"),
    ("success", "successes"),
    ("acceptance", "acceptances"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Who reads: the language, and the names of what a study day refers to by id."""

    language: Language
    people: Mapping[int, str]
    rooms: Mapping[int, str]
    groups: Mapping[int, str]
    formats: Mapping[int, str]

    def gettext(self, text: str) -> str:
        return self.language.gettext(text)

    def names(self, known: Mapping[int, str], ids: Iterable[int | None]) -> str:
        return ", ".join(one_line(known[number]) for number in ids if number is not None and number in known)


def overview(day: StudyDay, setting: Setting, language: Language) -> list[str]:
    """Return a study day as lines of text; empty sections are left out."""
    reader = _Reader(
        language=language,
        people={person.id: person.name for person in setting.people},
        rooms={room.id: room.name for room in setting.rooms},
        groups={group.id: group.name for group in setting.groups},
        formats={
            each.id: each.name_nl if language.code == DocumentLanguage.DUTCH else each.name_en
            for each in setting.formats
        },
    )
    sections = (
        _head(day, reader),
        _section(reader.gettext("needs"), _needs(day, reader), reader),
        _section(reader.gettext("goals"), _goals(day, reader), reader),
        *_programme(day, reader),
        _section(reader.gettext("actions"), _actions(day, reader), reader),
        _section(reader.gettext("moments"), _moments(day, setting, reader), reader),
        _section(reader.gettext("measures"), _measures(day, reader), reader),
        _rest(day, reader),
    )
    return list(chain.from_iterable([*lines, ""] for lines in sections if lines))[:-1]


def _section(title: str, lines: Iterable[str], reader: _Reader) -> list[str]:
    found = list(lines)
    return [reader.language.capitalised(title), *found] if found else []


def _head(day: StudyDay, reader: _Reader) -> list[str]:
    dates = sorted({part.date for part in day.parts if part.date is not None})
    when = ", ".join(reader.language.short_date(date) for date in dates) or reader.gettext("no date yet")
    return [
        *paragraph(one_line(day.title), "", WIDTH),
        _DOT.join((str(day.id), when, reader.language.member(day.status), one_line(day.uid))),
        *_labelled(reader.gettext("Learning question"), day.learning_question),
        *_labelled(reader.gettext("Theme"), day.theme),
    ]


def _labelled(name: str, text: str, indent: str = "") -> list[str]:
    return paragraph(text, f"{indent}  ", WIDTH, first=f"{indent}{name}: ") if text.strip() else []


# Needs and goals


def _needs(day: StudyDay, reader: _Reader) -> Iterator[str]:
    for number, need in enumerate(day.needs, 1):
        notes = [reader.language.member(need.source), reader.language.member(need.level)]
        if need.is_confidential:
            notes.append(reader.gettext("confidential"))
        yield from _item(number, need.statement, notes)


def _goals(day: StudyDay, reader: _Reader) -> Iterator[str]:
    for number, goal in enumerate(day.goals, 1):
        linked = {
            "block": sum(goal.id in block.goals for block in day.blocks),
            "action": sum(goal.id in action.goals for action in day.actions),
            "moment": sum(goal.id in moment.goals for moment in day.moments),
            "measure": sum(goal.id in measure.goals for measure in day.measures),
        }
        counts = [f"{count} {reader.language.kind(kind, count)}" for kind, count in linked.items()]
        yield from _item(number, goal.sentence, [reader.language.member(goal.level), *counts])
        yield from _labelled(reader.gettext("Indicator"), goal.indicator, "     ")


def _item(number: int, text: str, notes: Sequence[str]) -> list[str]:
    notes = [note for note in notes if note]
    lines = paragraph(text, "     ", WIDTH, first=f"{number:>3}. ")
    return [*lines, *paragraph(_DOT.join(notes), "     ", WIDTH)] if notes else lines


# The programme


def _programme(day: StudyDay, reader: _Reader) -> Iterator[list[str]]:
    plan = schedule(day)
    for part in plan.parts:
        rows = chain.from_iterable(_slot_lines(slot, reader) for slot in part.slots)
        sums = part_totals(part)
        figures = [
            reader.gettext("{minutes} content").replace("{minutes}", reader.language.minutes(sums.content_minutes)),
            reader.gettext("{minutes} breaks").replace("{minutes}", reader.language.minutes(sums.break_minutes)),
            f"{sums.block_count} {reader.language.kind('block', sums.block_count)}",
        ]
        if sums.minutes_over:
            over = reader.language.minutes(sums.minutes_over)
            figures.append(reader.gettext("{minutes} too long").replace("{minutes}", over))
        if part.first_start is not None and part.last_end is not None:
            figures.insert(0, _span(part.first_start, part.last_end, reader))
        yield [_part_title(part.part, part.start, part.end, reader), *rows, f"  {_DOT.join(figures)}"]
    yield _section(reader.gettext("in your own time"), _loose(day, plan.self_paced, reader), reader)
    yield _section(reader.gettext("parked"), _loose(day, plan.parked, reader), reader)


def _part_title(part: Part, start: int, end: int, reader: _Reader) -> str:
    when = reader.language.date(part.date) if part.date is not None else reader.gettext("no date yet")
    titles = [one_line(part.title), f"{when}, {_span(start, end, reader)}", one_line(part.venue)]
    return reader.language.capitalised(_DOT.join(title for title in titles if title))


def _span(start: int, end: int, reader: _Reader) -> str:
    return f"{reader.language.clock(start)}–{reader.language.clock(end)}"


def _slot_lines(slot: Slot, reader: _Reader) -> Iterator[str]:
    if slot.buffer_before:
        spare = reader.gettext("{time} to spare").replace("{time}", reader.language.minutes(slot.buffer_before))
        yield f"  {_span(slot.start - slot.buffer_before, slot.start, reader):<11}  {spare}"
    yield from _block_lines(_when(slot, reader), slot.block, reader, "  ", _time_notes(slot, reader))
    for option in slot.options:
        when = "" if (option.start, option.end) == (slot.start, slot.end) else _when(option, reader)
        yield from _block_lines(f"– {when}".rstrip(), option.block, reader, " " * 15, _time_notes(option, reader))


def _time_notes(slot: Slot, reader: _Reader) -> Iterator[str]:
    """Say what is not sure or not right about when a block is."""
    if slot.end_inferred and not slot.open_end:
        yield reader.gettext("end is a guess")
    if slot.overlap_before:
        minutes = reader.language.minutes(slot.overlap_before)
        yield reader.gettext("overlaps by {time}").replace("{time}", minutes)


def _when(slot: Slot, reader: _Reader) -> str:
    if slot.open_end:
        return reader.gettext("from {time}").replace("{time}", reader.language.clock(slot.start))
    return _span(slot.start, slot.end, reader)


def _loose(day: StudyDay, blocks: Iterable[Block], reader: _Reader) -> Iterator[str]:
    for block in blocks:
        minutes = reader.language.minutes(block_minutes(block, options_of(day, block.id)))
        yield from _block_lines(minutes, block, reader, "  ")


def _block_lines(when: str, block: Block, reader: _Reader, indent: str, more: Iterable[str] = ()) -> list[str]:
    """Return a block's time and title, and below them what it is, with whom and where, and what `more` says."""
    lead = f"{indent}{when:<11}  " if not when.startswith("–") else f"{indent}{when} "
    audience = reader.names(reader.groups, block.audience)
    notes = [
        reader.language.member(block.phase),
        reader.language.member(block.round_rule) if block.kind is BlockKind.ROUND else "",
        reader.gettext("for {groups}").replace("{groups}", audience) if audience else "",
        reader.language.member(block.mode) if block.mode not in {Mode.IN_PERSON, Mode.SELF_PACED} else "",
        reader.names(reader.formats, (block.working_format,)),
        reader.names(reader.people, (each.person for each in block.leads)),
        reader.names(reader.rooms, (block.room,)),
        reader.gettext("title not final") if block.title and block.title_to_be_announced_until is not None else "",
        reader.gettext("does not take place") if block.cancelled else "",
        *more,
    ]
    title = block.title or reader.gettext("(no title)")
    below = " " * len(lead)
    described = _DOT.join(note for note in notes if note)
    return [*paragraph(title, below, WIDTH, first=lead), *paragraph(described, below, WIDTH)]


# What happens before and after


def _actions(day: StudyDay, reader: _Reader) -> Iterator[str]:
    dated = sorted(day.actions, key=lambda action: (resolve(action.due, day) or dt.date.max, action.position))
    rows = [
        (
            _due(action.due, day, reader),
            reader.language.member(action.state),
            _owner(action, reader),
            one_line(action.what),
        )
        for action in dated
    ]
    yield from _rows(rows)


def _owner(action: Action, reader: _Reader) -> str:
    owners = reader.names(reader.people, (action.owner,)), reader.names(reader.groups, (action.owner_group,))
    return ", ".join(owner for owner in owners if owner) or reader.gettext("nobody yet")


def _due(due: Due | None, day: StudyDay, reader: _Reader) -> str:
    date = resolve(due, day)
    if date is not None:
        return reader.language.short_date(date)
    return reader.language.relative_date(due) if isinstance(due, RelativeDate) else reader.gettext("no date yet")


def _moments(day: StudyDay, setting: Setting, reader: _Reader) -> Iterator[str]:
    dated = [(series(moment, day, setting.holidays).dates, moment) for moment in day.moments]
    rows = [
        (
            # A rhythm may begin later than the date it was given.
            _due(dates[0] if dates else moment.first_date, day, reader),
            reader.language.member(moment.kind),
            _repeats(moment, dates, reader),
        )
        for dates, moment in sorted(dated, key=lambda each: each[0][0] if each[0] else dt.date.max)
    ]
    yield from _rows(rows)


def _repeats(moment: Moment, dates: Sequence[dt.date], reader: _Reader) -> str:
    title = one_line(moment.title)
    if len(dates) < 2:
        return title
    last = reader.gettext("{count} times, until {date}").replace("{count}", str(len(dates)))
    return f"{title} ({last.replace('{date}', reader.language.short_date(dates[-1]))})"


def _measures(day: StudyDay, reader: _Reader) -> Iterator[str]:
    dated = sorted(day.measures, key=lambda measure: date_of_measure(measure, day) or dt.date.max)
    rows = [
        (_measured(measure, day, reader), reader.language.member(measure.level), one_line(measure.title))
        for measure in dated
    ]
    yield from _rows(rows)


def _measured(measure: Measure, day: StudyDay, reader: _Reader) -> str:
    """Write when something is measured: on a date, or in a block."""
    slot = schedule(day).slot_of(measure.block) if measure.block and measure.when is None else None
    if slot is None or slot.part.date is None:
        return _due(measure.when, day, reader)
    return f"{reader.language.short_date(slot.part.date)} {reader.language.clock(slot.start)}"


def _rows(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give rows with their columns below each other; a long last one goes on below itself."""
    for line, row in zip(table([(*row[:-1], "|") for row in rows]) if rows else [], rows, strict=True):
        lead = f"  {line.removesuffix('|')}"
        yield from paragraph(row[-1], " " * len(lead), WIDTH, first=lead)


def _rest(day: StudyDay, reader: _Reader) -> list[str]:
    counts = [(kind, len(getattr(day, name))) for kind, name in _COUNTED]
    counted = [f"{count} {reader.language.kind(kind, count)}" for kind, count in counts if count]
    return _labelled(reader.gettext("Also"), ", ".join(counted)) if counted else []
