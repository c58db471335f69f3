"""Documents for a spreadsheet: dates and times as such, all that was typed as text and never as a formula."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from textwrap import wrap
from typing import Any, Final

import xlsxwriter

from studydag.export.afterwards import Entry, entries, told_of
from studydag.export.asked import Choices, Stamp
from studydag.export.names import Names
from studydag.export.people import Comer, comers
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

LONGEST: Final = 32_000
"""In characters; a cell holds a little more, and the rest goes into the next one."""
LOCALES: Final = {"nl": "413", "en": "809"}
"""As Windows numbers them: names of days are in the language of the document, whatever the program speaks."""
_ASIDE: Final = ("product", "preparation_text", "preparation_minutes", "cancelled_reason")
"""Of a block: what the printed programme lists below the blocks."""
Value = str | int | dt.date | dt.time | None
_RECKONED: Final = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes what begins so for a formula."""
_WIDEST: Final = 60
_WIDEST_TOGETHER: Final = 170
"""On a page that lies, so many characters are as high as on paper."""
_NARROWEST_TEXT: Final = 12
_LONGEST_WORD: Final = 20
"""In characters: a word that is longer may be broken over two lines of a cell."""
_OF_A_DIGIT: Final = 0.9
"""How wide a letter is on average: columns are measured in digits."""
_ARROW: Final = 3
"""In characters: the arrow of a filter beside the title of a column."""
_KEPT: Final = 0.62
"""What columns that are told in sentences keep of their width, where all are too wide together."""
_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 400.0
"""In points; no row can be much higher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with a header row; a column is so many characters wide, all of them or just as wide as what is in it.

    The columns `off_paper` are the last ones: to be read on the screen, where the others fill a page.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: Mapping[int, int] = field(default_factory=dict)
    off_paper: int = 0

    @property
    def printed(self) -> int:
        """How many columns are printed."""
        return len(self.header) - self.off_paper

    def without_empty(self) -> Sheet:
        """Return it without the columns in which no row has anything, unless no column has."""
        kept = [n for n in range(len(self.header)) if any(row[n] not in {None, ""} for row in self.rows)]
        if not kept:
            return self
        return Sheet(
            name=self.name,
            header=tuple(self.header[n] for n in kept),
            rows=tuple(tuple(row[n] for n in kept) for row in self.rows),
            widths={place: self.widths[n] for place, n in enumerate(kept) if n in self.widths},
            off_paper=sum(n >= self.printed for n in kept),
        )

    def in_cells(self) -> Sheet:
        """Return it with texts that are too long for a cell going on in columns beside theirs."""
        header: list[str] = []
        widths: dict[int, int] = {}
        columns: list[list[Value]] = []
        printed = 0
        for n, title in enumerate(self.header):
            pieces = [_pieces(row[n]) for row in self.rows]
            for number in range(max(map(len, pieces), default=1)):
                if n in self.widths:
                    widths[len(header)] = self.widths[n]
                header.append(f"{title} ({number + 1})" if number else title)
                columns.append([each[number] if number < len(each) else "" for each in pieces])
            printed = len(header) if n < self.printed else printed
        rows = tuple(tuple(column[row] for column in columns) for row in range(len(self.rows)))
        off_paper = len(header) - printed
        return Sheet(name=self.name, header=tuple(header), rows=rows, widths=widths, off_paper=off_paper)


def programme(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme as an .xlsx file: a row for each block, options below their round."""
    return _Workbook(day, setting, language, stamp, "Participant programme").finished(
        _programme_sheet(day, Names(day, setting, language), choices)
    )


def plan(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return actions, moments and measures as an .xlsx file, by date."""
    return _Workbook(day, setting, language, stamp, "Implementation plan").finished(
        _plan_sheet(day, Names(day, setting, language), choices)
    )


def registrations(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:  # noqa: ARG001 - what all makers are given
    """Return who comes as an .xlsx file, with the place each has in every round; needs and wishes are not in it."""
    return _Workbook(day, setting, language, stamp, "Attendance list").finished(
        _registrations_sheet(day, Names(day, setting, language))
    )


# The programme


def _programme_sheet(day: StudyDay, names: Names, choices: Choices) -> Sheet:
    language = names.language
    _ = language.gettext
    labelled = ("minutes", "title", "phase", "working_format", "room")
    beside = ("mode", "link", "leads", "audience", "topics", "material_to_bring")
    header = [
        _("Date"),
        *(language.capitalised(field_name(name, language)) for name in ("start", "end")),
        *(language.capitalised(field_name(name, language, Block)) for name in labelled),
        language.capitalised(field_name("building", language, Room)),
        *(language.capitalised(field_name(name, language, Block)) for name in beside),
        _("Option of"),
        language.capitalised(field_name("description", language, Block)),
        *(language.capitalised(text) for text in (language.kind("part"), field_name("venue", language, Part))),
        *(language.capitalised(field_name(name, language, Block)) for name in _ASIDE),
    ]
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
    sheet = Sheet(
        name=_("Programme"),
        header=tuple(header),
        rows=tuple(rows),
        widths={4: 36, 15: 26, 16: 56, 19: 30, 20: 40},
        off_paper=len(_ASIDE),
    )
    return sheet.without_empty().in_cells()


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


def _pieces(value: Value) -> list[Value]:
    """Cut a text into what fits in a cell each."""
    if not isinstance(value, str) or len(value) <= LONGEST:
        return [value]
    return [value[start : start + LONGEST] for start in range(0, len(value), LONGEST)]


# The plan


def _plan_sheet(day: StudyDay, names: Names, choices: Choices) -> Sheet:
    language = names.language
    _ = language.gettext
    shown = [each for each in entries(day, names) if _is_shown(each, choices)]
    sheet = Sheet(
        name=_("Implementation plan"),
        header=(
            *(_("Date"), _("When"), _("Kind"), _("What"), _("How often"), _("Owner"), _("Contact"), _("Goals")),
            *(_("Support"), _("Visible result"), _("State"), _("Done on"), _("Minutes")),
            *(_("Class"), _("Place"), _("Note"), _("Came of it")),
        ),
        rows=tuple(_entry_row(each, names, choices) for each in shown),
        widths={3: 44, 8: 30, 9: 34, 15: 44, 16: 34},
        off_paper=4,
    )
    return sheet.without_empty().in_cells()


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
    return Sheet(
        name=_("Registrations"),
        header=(
            *(_("Name"), _("Department"), _("Number"), _("Role")),
            *(names.title(block) for block in rounds),
            *(f"{_('Present')} {mark}".strip() if several else _("Present") for mark in marks),
        ),
        rows=tuple(_comer_row(each, day, names, rounds) for each in comers(names)),
        widths={0: 30, **{4 + number: 34 for number in range(len(rounds))}},
    )


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


# The file


class _Workbook:
    """Writes one workbook: a header that stays, filters, and pages that print well."""

    def __init__(self, day: StudyDay, setting: Setting, language: Language, stamp: Stamp, kind: str) -> None:
        self._language = language
        self._stamp = stamp
        self._title = day.title or language.gettext("Study day")
        self._kind = language.gettext(kind)
        self._made = BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(self._made, options)
        self._book.set_properties(
            {
                "title": f"{self._title} – {self._kind}",
                "subject": self._kind,
                "author": setting.school.name,
                "created": stamp.printed,
            }
        )
        plain = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": "#CBD2D9"}
        self._plain = self._book.add_format(plain)
        self._text = self._book.add_format({**plain, "quote_prefix": True})
        self._number = self._book.add_format({**plain, "align": "right", "indent": 1})
        of_days = f"[$-{LOCALES[language.code]}]ddd d mmm yyyy"
        self._date = self._book.add_format({**plain, "num_format": of_days, "align": "left"})
        self._time = self._book.add_format({**plain, "num_format": "hh:mm", "align": "left"})
        accent = setting.school.accent_colour
        self._head = self._book.add_format(
            {**plain, "bold": True, "bottom": 2, "bottom_color": accent if len(accent) == 7 else "#1f5fa8"}
        )

    def finished(self, sheet: Sheet) -> bytes:
        """Return the file with one sheet."""
        page = self._book.add_worksheet(_sheet_name(sheet.name))
        self._fill(page, sheet)
        last = max(1, len(sheet.rows))
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, last, len(sheet.header) - 1)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        page.fit_to_pages(1, 0)
        page.print_area(0, 0, last, sheet.printed - 1)
        page.set_footer(self._foot())
        self._book.close()
        return self._made.getvalue()

    def _fill(self, page: Any, sheet: Sheet) -> None:
        columns = list(zip(*sheet.rows, strict=True)) or [()] * len(sheet.header)
        wanted = [sheet.widths.get(n) or _width(title, columns[n]) for n, title in enumerate(sheet.header)]
        least = [_least(each, sheet.header[n], columns[n], told=n in sheet.widths) for n, each in enumerate(wanted)]
        wide = [*_on_paper(wanted[: sheet.printed], least[: sheet.printed]), *wanted[sheet.printed :]]
        high = max((len(wrap(title, each - _ARROW)) for title, each in zip(sheet.header, wide, strict=True)), default=1)
        page.set_row(0, min(_HIGHEST, high * _LINE_HEIGHT))
        for column, title in enumerate(sheet.header):
            page.write_string(0, column, title, self._head)
            page.set_column(column, column, wide[column])
        for number, row in enumerate(sheet.rows, start=1):
            lines = max((_lines_of(value, width) for value, width in zip(row, wide, strict=True)), default=1)
            if lines > 1:
                page.set_row(number, min(_HIGHEST, lines * _LINE_HEIGHT))
            for column, value in enumerate(row):
                self._write(page, number, column, value)

    def _write(self, page: Any, row: int, column: int, value: Value) -> None:
        match value:
            case None | "":
                page.write_blank(row, column, None, self._plain)
            case dt.date():
                page.write_datetime(row, column, dt.datetime(value.year, value.month, value.day), self._date)
            case dt.time():
                page.write_datetime(row, column, value, self._time)
            case int():
                page.write_number(row, column, value, self._number)
            case _:
                # Never `write`: what begins with an equals sign would be reckoned; without a prefix once it is edited.
                page.write_string(row, column, value, self._text if value.startswith(_RECKONED) else self._plain)

    def _foot(self) -> str:
        _, language = self._language.gettext, self._language
        version = _("version {version}").replace("{version}", self._stamp.version) if self._stamp.version else ""
        printed = _("printed {when}").replace("{when}", language.date_without_weekday(self._stamp.printed))
        left = " · ".join(text for text in (self._kind, self._title[:80], version) if text).replace("&", "&&")
        page = _("page {page} of {pages}").replace("{page}", "&P").replace("{pages}", "&N")
        return f"&L{left}&R{printed} · {page}"


def _sheet_name(name: str) -> str:
    """Return a name as a sheet may have it: at most 31 characters, none of them one of []:*?/ or a backslash."""
    return "".join(char for char in name if char not in "[]:*?/\\")[:31] or "1"


def _width(title: str, held: Iterable[Value]) -> int:
    """Return how many characters wide a column is: as its longest line, within bounds; its title may take several."""
    lengths = [_longest_word(title)]
    for value in held:
        match value:
            case dt.date():
                lengths.append(15)
            case dt.time():
                lengths.append(6)
            case str():
                lengths.append(max(map(len, value.splitlines()), default=0))
            case _:
                lengths.append(4)
    return min(_WIDEST // 2, max(lengths) + 1)


def _longest_word(title: str) -> int:
    """Return how wide a column is for its longest word, with the arrow of its filter."""
    return max(map(len, title.split()), default=0) + _ARROW


def _least(wide: int, title: str, held: Iterable[Value], *, told: bool) -> int:
    """Return how narrow a column may become: not at all with dates and numbers, else no narrower than its words."""
    if any(isinstance(value, dt.date | dt.time | int) for value in held):
        return wide
    words = [word for value in held if isinstance(value, str) for word in value.split()]
    whole = min(_LONGEST_WORD, math.ceil(_OF_A_DIGIT * max(map(len, words), default=0)))
    return max(round(wide * _KEPT) if told else max(_NARROWEST_TEXT, _longest_word(title)), whole)


def _on_paper(wide: list[int], least: list[int]) -> list[int]:
    """Return the widths so that a page as wide as they are together can still be read: long texts take more lines.

    No column becomes narrower than its `least`.
    """
    over = sum(wide) - _WIDEST_TOGETHER
    spare = [max(0, each - low) for each, low in zip(wide, least, strict=True)]
    if over <= 0 or not sum(spare):
        return wide
    share = min(1.0, over / sum(spare))
    return [each - round(more * share) for each, more in zip(wide, spare, strict=True)]


def _lines_of(value: Value, width: int) -> int:
    """Return about how many lines a text takes in a column."""
    return sum(max(1, -(-len(line) // width)) for line in value.splitlines()) if isinstance(value, str) and value else 1
