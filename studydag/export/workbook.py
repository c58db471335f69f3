"""Workbooks of one sheet: a header that stays, filters, widths that fit what is in them, and pages that print well."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import BytesIO
from textwrap import wrap
from typing import Any, Final

import xlsxwriter

from studydag.export.asked import Stamp
from studydag.language import Language
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

LONGEST: Final = 32_000
"""In characters; a cell holds a little more, and the rest goes into the next one."""
LOCALES: Final = {"nl": "413", "en": "809"}
"""As Windows numbers them: names of days are in the language of the document, whatever the program speaks."""
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


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its title; it is `width` characters wide, or as wide as what is in it.

    What is not printed is to be read on the screen, where the others fill a page.
    """

    title: str
    width: int = 0
    is_printed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with a header row; columns that are not printed are the last ones."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def printed(self) -> int:
        """How many columns are printed."""
        return sum(column.is_printed for column in self.columns)

    def without_empty(self) -> Sheet:
        """Return it without the columns in which no row has anything, unless no column has."""
        kept = [n for n in range(len(self.columns)) if any(row[n] not in {None, ""} for row in self.rows)]
        if not kept:
            return self
        rows = tuple(tuple(row[n] for n in kept) for row in self.rows)
        return replace(self, columns=tuple(self.columns[n] for n in kept), rows=rows)

    def in_cells(self) -> Sheet:
        """Return it with texts that are too long for a cell going on in columns beside theirs."""
        columns: list[Column] = []
        held: list[list[Value]] = []
        for n, column in enumerate(self.columns):
            pieces = [_pieces(row[n]) for row in self.rows]
            for number in range(max(map(len, pieces), default=1)):
                columns.append(replace(column, title=f"{column.title} ({number + 1})") if number else column)
                held.append([each[number] if number < len(each) else "" for each in pieces])
        rows = tuple(tuple(values[row] for values in held) for row in range(len(self.rows)))
        return replace(self, columns=tuple(columns), rows=rows)


class Workbook:
    """Writes one workbook: a header that stays, filters, and pages that print well."""

    def __init__(self, day: StudyDay, setting: Setting, language: Language, stamp: Stamp, kind: str) -> None:
        """Begin a workbook about a study day; `kind` is the title of the document."""
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
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
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
        held = list(zip(*sheet.rows, strict=True)) or [()] * len(sheet.columns)
        wanted = [column.width or _width(column.title, held[n]) for n, column in enumerate(sheet.columns)]
        least = [_least(wanted[n], column, held[n]) for n, column in enumerate(sheet.columns)]
        wide = [*_on_paper(wanted[: sheet.printed], least[: sheet.printed]), *wanted[sheet.printed :]]
        titles = [column.title for column in sheet.columns]
        high = max((len(wrap(title, each - _ARROW)) for title, each in zip(titles, wide, strict=True)), default=1)
        page.set_row(0, min(_HIGHEST, high * _LINE_HEIGHT))
        for column, title in enumerate(titles):
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


def _pieces(value: Value) -> list[Value]:
    """Cut a text into what fits in a cell each."""
    if not isinstance(value, str) or len(value) <= LONGEST:
        return [value]
    return [value[start : start + LONGEST] for start in range(0, len(value), LONGEST)]


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


def _least(wide: int, column: Column, held: Iterable[Value]) -> int:
    """Return how narrow a column may become: not at all with dates and numbers, else no narrower than its words.

    One of which the width is given is told in sentences.
    """
    if any(isinstance(value, dt.date | dt.time | int) for value in held):
        return wide
    words = [word for value in held if isinstance(value, str) for word in value.split()]
    whole = min(_LONGEST_WORD, math.ceil(_OF_A_DIGIT * max(map(len, words), default=0)))
    return max(round(wide * _KEPT) if column.width else max(_NARROWEST_TEXT, _longest_word(column.title)), whole)


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
