"""Documents for a spreadsheet: dates and times as such, all that was typed as text and never as a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from studydag.export.afterwards import Entry, entries, told_of
from studydag.export.asked import Choices, Stamp
from studydag.export.names import Names
from studydag.export.people import Comer, comers
from studydag.export.workbook import Column, Sheet, Value, Workbook
from studydag.labels import field_name
from studydag.language import Language
from studydag.model.rules.time.schedule import Slot, schedule
from studydag.model.values.choices import Presence, Registration
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.programme import Block, BlockKind, Mode, Part
from studydag.model.values.school import Room
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_ASIDE: Final = ("product", "preparation_text", "preparation_minutes", "cancelled_reason")
"""Of a block: what the printed programme lists below the blocks."""
_WIDTHS: Final = {"title": 36, "description": 56, "product": 30, "preparation_text": 40}
"""In characters: how wide the columns of the programme are that are told in sentences."""


def programme(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme as an .xlsx file: a row for each block, options below their round."""
    return Workbook(day, setting, language, stamp, "Participant programme").finished(
        _programme_sheet(day, Names(day, setting, language), choices)
    )


def plan(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return actions, moments and measures as an .xlsx file, by date."""
    return Workbook(day, setting, language, stamp, "Implementation plan").finished(
        _plan_sheet(day, Names(day, setting, language), choices)
    )


def registrations(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:  # noqa: ARG001 - what all makers are given
    """Return who comes as an .xlsx file, with the place each has in every round; needs and wishes are not in it."""
    return Workbook(day, setting, language, stamp, "Attendance list").finished(
        _registrations_sheet(day, Names(day, setting, language))
    )


# The programme


def _programme_sheet(day: StudyDay, names: Names, choices: Choices) -> Sheet:
    language = names.language
    _ = language.gettext
    labelled = ("minutes", "title", "phase", "working_format", "room")
    beside = ("mode", "link", "leads", "audience", "topics", "material_to_bring")
    columns = (
        Column(_("Date")),
        *(_column(name, None, language) for name in ("start", "end")),
        *(_column(name, Block, language) for name in labelled),
        _column("building", Room, language),
        *(_column(name, Block, language) for name in beside),
        Column(_("Option of"), width=26),
        _column("description", Block, language),
        Column(language.capitalised(language.kind("part"))),
        _column("venue", Part, language),
        *(replace(_column(name, Block, language), is_printed=False) for name in _ASIDE),
    )
    several = len(day.parts) > 1
    rows = [
        (
            *_block_row(slot, option, names, choices),
            *((slot.part.title, slot.part.venue) if several else ("", "")),
            *_aside(slot.block if option is None else option.block),
        )
        for slot, option in _public(day)
    ]
    rows += [_self_paced_row(block, names, choices) for block in schedule(day).self_paced if _is_for_people(block)]
    return Sheet(name=_("Programme"), columns=columns, rows=tuple(rows)).without_empty().in_cells()


def _column(name: str, value: type[Any] | None, language: Language) -> Column:
    return Column(language.capitalised(field_name(name, language, value)), width=_WIDTHS.get(name, 0))


def _public(day: StudyDay) -> Iterator[tuple[Slot, Slot | None]]:
    for part in schedule(day).parts:
        for slot in part.slots:
            if not slot.block.internal:
                yield slot, None
                yield from ((slot, option) for option in slot.options if not option.block.internal)


def _block_row(round_: Slot, option: Slot | None, names: Names, choices: Choices) -> tuple[Value, ...]:
    slot = option or round_
    end = None if slot.open_end else slot.end_time
    round_title = names.title(round_.block) if option is not None else ""
    return (slot.date, slot.start_time, end, slot.minutes, *_about_block(slot.block, round_title, names, choices))


def _self_paced_row(block: Block, names: Names, choices: Choices) -> tuple[Value, ...]:
    return (None, None, None, block.minutes, *_about_block(block, "", names, choices), "", "", *_aside(block))


def _aside(block: Block) -> tuple[Value, ...]:
    """Return what the printed programme lists below the blocks."""
    return tuple(getattr(block, name) or None for name in _ASIDE)


def _is_for_people(block: Block) -> bool:
    return not block.internal and not block.cancelled


def _about_block(block: Block, round_title: str, names: Names, choices: Choices) -> tuple[Value, ...]:
    cancelled = names.language.gettext("Cancelled")
    return (
        f"{names.title(block)} ({cancelled})" if block.cancelled else names.title(block),
        names.language.member(block.phase),
        names.working_format(block) if choices.on("formats") else "",
        *(
            (names.room_alone(block.room), names.building(block.room))
            if choices.on("rooms") and names.place(block)
            else ("", "")
        ),
        names.online(block),
        block.link if block.mode is Mode.SELF_PACED else names.meeting_link(block),
        names.leads(block.leads) if choices.on("leads") else "",
        names.groups(block.audience),
        names.topics(block),
        block.material_to_bring,
        round_title,
        block.description,
    )


# The plan


def _plan_sheet(day: StudyDay, names: Names, choices: Choices) -> Sheet:
    language = names.language
    _ = language.gettext
    shown = [each for each in entries(day, names) if _is_shown(each, choices)]
    columns = (
        *map(Column, (_("Date"), _("When"), _("Kind"))),
        Column(_("What"), width=44),
        *map(Column, (_("How often"), _("Owner"), _("Contact"), _("Goals"))),
        Column(_("Support"), width=30),
        Column(_("Visible result"), width=34),
        *map(Column, (_("State"), _("Done on"), _("Minutes"))),
        *(Column(title, is_printed=False) for title in (_("Class"), _("Place"))),
        Column(_("Note"), width=44, is_printed=False),
        Column(_("Came of it"), width=34, is_printed=False),
    )
    rows = tuple(_entry_row(each, names, choices) for each in shown)
    return Sheet(name=_("Implementation plan"), columns=columns, rows=rows).without_empty().in_cells()


def _is_shown(entry: Entry, choices: Choices) -> bool:
    if isinstance(entry.thing, Moment):
        return choices.on("moments")
    if isinstance(entry.thing, Measure):
        return choices.on("measures")
    return choices.on("finished") or entry.thing.state.is_unfinished


def _entry_row(entry: Entry, names: Names, choices: Choices) -> tuple[Value, ...]:
    thing, language = entry.thing, names.language
    kind = language.kind("measure") if isinstance(thing, Measure) else language.member(thing.kind)
    action = thing if isinstance(thing, Action) else None
    return (
        entry.on,
        entry.hours or ("" if entry.on is not None else entry.when),
        language.capitalised(kind),
        entry.title,
        entry.series,
        entry.owner,
        entry.contact,
        names.goals(thing.goals) if choices.on("goals") else "",
        names.support(action) if action is not None else "",
        action.visible_result if action is not None else "",
        language.member(action.state) if action is not None else "",
        action.done_on if action is not None else None,
        None if isinstance(thing, Measure) else thing.minutes or None,
        action.school_class if action is not None else "",
        thing.place if isinstance(thing, Moment) else "",
        told_of(thing),
        action.result if action is not None else "",
    )


# Who comes


def _registrations_sheet(day: StudyDay, names: Names) -> Sheet:
    _, language = names.language.gettext, names.language
    rounds = [block for block in day.blocks if block.kind is BlockKind.ROUND and not block.cancelled]
    parts = day.parts
    several = len(parts) > 1
    marks = [part.title or (language.short_date(part.date) if part.date is not None else "") for part in parts]
    columns = (
        Column(_("Name"), width=30),
        *map(Column, (_("Department"), _("Number"), _("Role"))),
        *(Column(names.title(block), width=34) for block in rounds),
        *(Column(f"{_('Present')} {mark}".strip() if several else _("Present")) for mark in marks),
    )
    rows = tuple(_comer_row(each, day, names, rounds) for each in comers(names))
    return Sheet(name=_("Registrations"), columns=columns, rows=rows)


def _comer_row(comer: Comer, day: StudyDay, names: Names, rounds: Sequence[Block]) -> tuple[Value, ...]:
    registration = comer.registration
    return (
        comer.name,
        comer.beside,
        comer.count,
        names.language.member(registration.role),
        *(_places(registration, block, day, names) for block in rounds),
        *(_presence(registration, part.id, names.language) for part in day.parts),
    )


def _places(registration: Registration, round_: Block, day: StudyDay, names: Names) -> str:
    own = {block.id: block for block in day.blocks if block.round == round_.id}
    given = [each.option for each in day.allotments if each.registration == registration.id and each.round == round_.id]
    found = dict.fromkeys(each for each in (*given, *registration.fixed_options) if each in own)
    return "; ".join(names.title(own[each]) for each in found)


def _presence(registration: Registration, part: int, language: Language) -> str:
    marks: Iterable[Presence] = (each.presence for each in registration.attendance if each.part == part)
    return next((language.member(mark) for mark in marks), "")
