"""Documents as Markdown and as plain text, to paste into a mail or a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf import plan, programme
from studydag.export.said import Grid, GridRow, Kind, Line, Said, said
from studydag.export.typeset.text import Run
from studydag.language import Language
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>|])")
_AT_START: Final = re.compile(r"^(\s*)([#+\-]|\d+[.)])(?=\s|$)|^(\s*)([=~]{3,})")
_INDENT: Final = "  "
_ENDS: Final = (".", "?", "!", "…", ":")


def programme_as_markdown(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme as Markdown."""
    return as_markdown(said(programme.story(programme.commissioned(day, setting, choices, language, stamp)))).encode()


def programme_as_text(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme as plain text."""
    return as_text(said(programme.story(programme.commissioned(day, setting, choices, language, stamp)))).encode()


def plan_as_markdown(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the implementation plan as Markdown."""
    return as_markdown(said(plan.story(plan.commissioned(day, setting, choices, language, stamp)))).encode()


def plan_as_text(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the implementation plan as plain text."""
    return as_text(said(plan.story(plan.commissioned(day, setting, choices, language, stamp)))).encode()


def as_markdown(found: Iterable[Said]) -> str:
    """Write what is said as Markdown; what was typed is text there too, never markup."""
    return _joined(_markdown(each) for each in found)


def as_text(found: Iterable[Said]) -> str:
    """Write what is said as plain text: headings underlined, tables row by row."""
    return _joined(_plain(each) for each in found)


def _joined(chunks: Iterable[tuple[str, bool]]) -> str:
    """Put chunks below each other, with an empty line before each that doesn't belong close to the one above.

    Spaces are plain ones: where lines break is up to whoever shows them, and people look for "45 min" as they type it.
    """
    lines: list[str] = []
    for text, close in chunks:
        if not text:
            continue
        if lines and not close:
            lines.append("")
        lines.append(text)
    return "\n".join(lines).replace("\u00a0", " ") + "\n"


# Markdown


def _markdown(each: Said) -> tuple[str, bool]:
    if isinstance(each, Grid):
        return ("  \n" if each.is_rail else "\n").join(_markdown_grid(each)), False
    text = _inline(each.runs)
    match each.kind:
        case Kind.TITLE:
            return f"# {_one_line(text)}", False
        case Kind.HEADING:
            return f"{'#' * max(2, each.level)} {_one_line(text)}", False
        case Kind.BULLET | Kind.STEP:
            return _indented(each, f"{_mark(each)} {_one_line(text)}"), each.number > 1
        case Kind.LEAD:
            return f"> {_one_line(text)}", False
        case Kind.LABEL:
            return f"**{_one_line(text)}**", False
        case _:
            return _indented(each, _guarded(text).replace("\n", "  \n")), bool(each.under)


def _markdown_grid(grid: Grid) -> Iterator[str]:
    return _markdown_rail(grid) if grid.is_rail else _markdown_table(grid)


def _markdown_rail(grid: Grid) -> Iterator[str]:
    for row in grid.rows:
        hours, (title, *rest), place = _rail_row(row)
        where = f" ({_one_line(_inline(place.runs))})" if place is not None else ""
        time = f"**{_one_line(_inline(hours.runs))}** " if hours is not None else ""
        yield f"- {time}{_one_line(_inline(title.runs))}{where}"
        for line in rest:
            text = _one_line(_inline(line.runs))
            # An empty line before it would part the list; a line that ends in two spaces ends there.
            yield f"{_INDENT}- {text}" if line.kind is Kind.BULLET else f"{_INDENT * (1 + line.under)}{_guarded(text)}"


def _markdown_table(grid: Grid) -> Iterator[str]:
    count = len(grid.shares)
    yield _table_row([_escaped(title) for title in grid.header] or [""] * count)
    yield _table_row(["---"] * count)
    for row in grid.rows:
        cells = ["<br>".join(_markdown_lines(cell)) for cell in row.cells]
        yield _table_row([*cells, *([""] * (count - len(cells)))])


def _markdown_lines(cell: Sequence[Line]) -> Iterator[str]:
    for line in cell:
        yield from (text for each in _inline(line.runs).split("\n") if (text := _one_line(each)))


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(runs: Sequence[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = _escaped(run.text)
    bare = text.strip()
    if not bare:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if run.href and re.fullmatch(r"[^\s<>()]+", run.href):
        return f"{before}[{bare}]({run.href}){after}"
    mark = "**" if run.strong else "*" if run.italic else ""
    return f"{before}{mark}{bare}{mark}{after}" if "\n" not in bare else text


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _guarded(text: str) -> str:
    """Return text of which no line begins as a heading or an item would."""
    return "\n".join(_AT_START.sub(lambda found: _backslashed(found[0]), line) for line in text.split("\n"))


def _backslashed(start: str) -> str:
    bare = start.lstrip()
    space = start[: len(start) - len(bare)]
    return f"{space}{bare[:-1]}\\{bare[-1]}" if bare[0].isdigit() else f"{space}\\{bare}"


def _mark(line: Line) -> str:
    return f"{line.number}." if line.kind is Kind.STEP else "-"


# Plain text


def _plain(each: Said) -> tuple[str, bool]:
    if isinstance(each, Grid):
        return "\n".join(_plain_rail(each) if each.is_rail else _plain_table(each)), False
    text = each.text.strip()
    match each.kind:
        case Kind.TITLE:
            return f"{_one_line(text)}\n{'=' * min(len(_one_line(text)), 72)}", False
        case Kind.HEADING:
            return f"{_one_line(text)}\n{'-' * min(len(_one_line(text)), 72)}", False
        case Kind.BULLET | Kind.STEP:
            return _indented(each, f"{_mark(each)} {_one_line(text)}"), each.number > 1
        case _:
            return _indented(each, text), bool(each.under) or each.kind is Kind.SUBTITLE


def _plain_rail(grid: Grid) -> Iterator[str]:
    wide = max((len(hours.text) for row in grid.rows if (hours := _rail_row(row)[0]) is not None), default=0)
    margin = " " * (wide + 2)
    for row in grid.rows:
        hours, (title, *rest), place = _rail_row(row)
        where = f" ({_one_line(place.text)})" if place is not None else ""
        yield f"{(hours.text if hours else '').ljust(wide)}  {_one_line(title.text)}{where}"
        for line in rest:
            mark = "- " if line.kind is Kind.BULLET else _INDENT * line.under
            yield f"{margin}{mark}{_one_line(line.text)}"


def _plain_table(grid: Grid) -> Iterator[str]:
    """Write each row by itself: what it is about first, then the other cells, each after the title of its column."""
    for number, row in enumerate(grid.rows):
        if row.heads:
            yield from (*([""] if number else []), _cell(row.cells[0]).upper())
            continue
        if not grid.header:
            yield ": ".join(text for cell in row.cells if (text := _cell(cell)))
            continue
        # The first two columns together say what a row is about, such as when and what.
        first = max(grid.named_by, 1) + 1
        yield f"- {' · '.join(text for cell in row.cells[:first] if (text := _cell(cell)))}"
        for title, cell in zip(grid.header[first:], row.cells[first:], strict=False):
            if _cell(cell):
                yield f"{_INDENT}{title}: {_cell(cell)}"


def _cell(cell: Sequence[Line]) -> str:
    """Write the lines of a cell on one line, with a semicolon behind those that are no sentences."""
    *before, last = [text for line in cell for each in line.text.split("\n") if (text := _one_line(each))] or [""]
    return "".join(f"{text} " if text.endswith(_ENDS) else f"{text}; " for text in before) + last


# Both


def _rail_row(row: GridRow) -> tuple[Line | None, Sequence[Line], Line | None]:
    hours, what, *place = row.cells
    lines = what or (Line(runs=(Run(""),)),)
    return (hours[0] if hours else None), lines, (place[0][0] if place and place[0] else None)


def _indented(line: Line, text: str) -> str:
    return "\n".join(f"{_INDENT * line.under}{each}" for each in text.split("\n")) if line.under else text


def _one_line(text: str) -> str:
    return " ".join(text.split())
