"""Text as rows: plain lines, Markdown, and tables with tabs, semicolons, commas or bars."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from studydag.model.exchange.importing.reading.aligned import aligned_cells, wrapped_lines
from studydag.model.exchange.importing.reading.broken_rows import rows_over_lines
from studydag.model.exchange.importing.reading.legible import LINE_END, seen, tidy
from studydag.model.exchange.importing.reading.pasted_lines import lines_of_text
from studydag.model.exchange.importing.reading.rows import CHARACTERS, Between, Row, cell_text
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.vocabulary.words import is_column_head, role_of
from studydag.model.rules.written.written_dates import MONTHS
from studydag.model.rules.written.written_text import plain

_ORDINARY_END = re.compile(r"\r\n?|\n")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"^\s*(?:[-=_*~•.]\s*){3,}$|^\s*\|?(?:\s*:?-{2,}:?\s*[|+])+\s*:?-*:?\s*\|?\s*$|^\s*\+[-=+]+\+\s*$")
_BULLET = re.compile(
    r"(?P<bullet>[-*•●▪◦‣∙·o➢►✓☐–—](?=\s)|[-•●▪◦‣➢►✓☐](?=[^\W\d_])"
    r"|(?:\d{1,2}|[a-z]|[A-H])[.)](?=\s+(?![A-Z]\.)\S)|\((?:\d{1,2}|[a-zA-Z])\)(?=\s)|[A-L](?=[ \u00a0]{2,}[^\W\d]))\s*"
)
_DATE_FIRST = re.compile(
    rf"\d{{1,2}}\. ?(?:(?:bis|und|[-/&+]) ?\d{{1,2}}\. ?)?(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?!\w)"
)
_PICTURE = re.compile(
    r"^ *[\u2190-\u2bff\U0001f000-\U0001faff][\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff ]*(?=\d{1,2}(?:[:.hu]\d{2}"
    r"|\s?(?:uur|uhr|u|h|am|pm)\b))",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"^\s*\[?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?,? \d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},? "
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]m)?)\]?\s*(?:-\s*)?[^:\d\[\]]{1,40}:\s+",
    re.IGNORECASE,
)
_UNDERLINE = re.compile(r"\s*(?:-{3,}|={3,})\s*")
_LEADERS = re.compile(r"\s+\.{2,}\s+(?=\d)|\s*(?:\.{4,}|_{4,}|…{2,}|(?:\. ){4,})\s*")
_EMPTY_CELLS = re.compile(r"(?: *\t)+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_STRESS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:[^()\s]+)\)")
_ESCAPED = re.compile(r"\\([.\-*_#()\[\]!+>])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WIDEST = re.compile(r"((?: |\u00a0){100})[ \u00a0]+|(\t{100})\t+")
_BAR = re.compile(r"\s+[|¦│]\s*|\s*[|¦│]\s+")
_GAP = re.compile(r"(?<=[^\s:])(?:\u00a0| ){2,}(?=\S)")
# Where two spaces stand behind the time, a bar further on is part of the title.
_GAP_BEHIND_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?: ?[-–—] ?\d{1,2}[:.]\d{2})?(?: ?(?:uur|uhr|[uh]))?(?:\u00a0| ){2,}(?=[^\s|¦│])", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"(?:\s[-–—&]|,|\b(?:door|by|durch|von|o\.l\.v\.|olv|de|het|een|van|voor|met|en|of|the|and|or|for|with|der|die|das|dem|den|des|zur|zum|und|für|mit))$"
)
_ENDS_WITH_FOR = re.compile(r"\b(?:for|voor|für)$")
# Behind a word these marks end a quote: `„Lernen“`, `»Lernen«`.
_LEFT_OPEN = re.compile(r"„[^“”\"]*$|(?<![^\s(])(?:“[^”\"]*|«[^»]*)$")
_ARTICLE = re.compile(r"(?:de|het|een|the|an?|der|die|das|ein|eine)", re.IGNORECASE)
_DASH_FIRST = re.compile(r"[–—]\s")
_A_WORD = re.compile(r"[^\W\d_]{4}")
# `11:00 a.m. EST: Welcome`: in which zone says nothing of the day; `16.30.16.40` is a range.
_ZONE = re.compile(
    r"(?<=[\dmM.]) \(?(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|GMT|UTC|BST|CET|CEST|MEZ|MESZ|AEST|AEDT|IST)\)?(?=[\s:|,;]|$)"
)
_ONWARDS = re.compile(
    r"^(\W{0,4}\d{1,2}(?:[:.hu]\d{2})? ?(?:[ap]\.?m\.?|uur|uhr|[uh])?) onwards?[:,]?(?=\s|[A-Z]|$)\s*", re.IGNORECASE
)
# `09 . 00 - 09 . 30`
_SPACED_TIME = re.compile(r"(?<![\d.:])(\d{1,2}) ([.:]) (\d{2})(?![\d.:])")
# `17: 00 Uhr`; `15.00 Uhr (bis 17.30)`
_TORN_TIME = re.compile(r"^(\W{0,4}\d{1,2}[:.]) (\d{2} ?(?:uur|uhr)\b)", re.IGNORECASE)
_UNTIL_INSIDE = re.compile(
    r"^(\W{0,4}\d{1,2}[:.]\d{2})(?: ?(?:uur|uhr|[uh]))? \((?:bis|tot|until|to)(?: ca\.?)? "
    r"(\d{1,2}[:.]\d{2}(?: ?(?:uur|uhr|[uh]))?)\)",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"^(\d{1,2}\.\d{2})\.(\d{1,2}\.\d{2})(?=\s)")
_WIDE_RANGE = re.compile(
    r"(\d{1,2}[:.hu]\d{2}(?: ?(?:uur|uhr|[uh]\b|[ap]\.?m\.?))?)"
    r"[\u00a0 ]*([-–—])[\u00a0 ]*(?=\d{1,2}[:.hu]\d{2})",
    re.IGNORECASE,
)
# `10.00uOnthaal`, `9.20amWelcome`: a page that lost what stood between.
_RUN_TOGETHER = re.compile(
    r"^(\W{0,4}(?:\d{1,2}[.:]\d{2} ?(?:uur|Uhr|u|h|am|pm)? ?[-–—] ?)?\d{1,2}[.:]\d{2} ?(?:uur|Uhr|u|h|am|pm))"
    r"(?=[A-ZÀ-Þ][a-zà-þ])"
)
# `9.00 / Opening / Anna Bos / Aula`
_SLASHED = re.compile(
    r"\d{1,2}[:.hu]\d{2}(?: ?[-–—] ?\d{1,2}[:.hu]\d{2})?(?: ?(?:uur|uhr|[uh]|[ap]m))? / (?!\d)", re.IGNORECASE
)
_MD_BAR = re.compile(r"(?<!\\)\|")
_FRONT = 8
_DELIMITERS = ";\t|,"
_TIME = re.compile(r"(?<!\d)\d{1,2}(?:[:.hu]\d{2}|\s?(?:u|uur|uhr|h|am|pm)\b)", re.IGNORECASE)


def rows_of_text(text: str, *, delimiter: str | None = None, most_rows: int = sys.maxsize) -> tuple[Row, ...]:
    """Take a text apart into rows, empty lines left out; `delimiter` says that it is a table with that character.

    Of a table with more than `most_rows` those behind the first that is too many are left out.
    """
    found = delimiter or delimiter_of(text)
    rows = _delimited(text, found, most_rows) if found else None
    return tuple(_with_bar_tables(list(_lines(text))) if rows is None else rows)


def delimiter_of(text: str, *, is_table: bool = False) -> str | None:
    """Return the character between the cells of a whole text that is a table; None where it is none.

    With `is_table` it is known to be one, and the likeliest is returned.
    """
    sample = seen(text[:40_000])
    scores = {mark: _score(sample, mark) for mark in _DELIMITERS}
    best = max(scores, key=lambda mark: scores[mark])
    if is_table:
        return best if scores[best] else max(_DELIMITERS, key=lambda mark: _evenness(sample, mark))
    # A tab or a bar is read line by line as well, where a table is only part of a text.
    if best == "|" and any(line.lstrip().startswith("|") or " | " in line for line in sample.splitlines()):
        return None
    return best if best in ";,|" and scores[best] >= 1.0 else None


def _evenness(sample: str, mark: str) -> tuple[bool, int]:
    """Say how evenly a mark parts the lines of a table that says nothing else: whether most have it, and how often."""
    counts = Counter(line.count(mark) for line in sample.splitlines() if line.strip())
    often, lines = max(counts.items(), key=lambda each: each[1], default=(0, 0))
    return often > 0 and 2 * lines > counts.total(), lines


def _score(sample: str, mark: str) -> float:
    """Say how much a text looks like a table with this mark; 1 and more: surely."""
    try:
        rows = [row for row in csv.reader(io.StringIO(sample), delimiter=mark) if any(cell.strip() for cell in row)]
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows)
    if not rows or not (width := max(widths, key=lambda each: (widths[each], each))) > 1:
        return 0.0
    same = widths[width] / len(rows)
    heads = max((sum(is_column_head(cell) for cell in row) for row in rows[:5]), default=0)
    timed = sum(any(_TIME.search(cell) and len(cell) < 40 for cell in row) for row in rows) / len(rows)
    if mark == ",":
        # Sentences have commas too.
        in_front = sum(bool(row[0]) and _TIME.match(row[0].strip()) is not None for row in rows) / len(rows)
        wide = sum(_GAP_BEHIND_TIME.match(row[0].strip()) is not None or "\t" in row[0] for row in rows) / len(rows)
        is_timed = same > 0.9 and wide < 0.5 and min(timed, in_front) > 0.7 and len(rows) > 3
        return same * (width >= 3) * ((heads >= 2) + is_timed * 1.2)
    if mark == ";" and width >= 3 and len(rows) > 2:
        return same * 1.6
    return same * ((heads >= 2) + timed) * (1.2 if width >= 3 else 0.7)


def _delimited(text: str, mark: str, most_rows: int) -> list[Row] | None:
    """Read a table as programs write it: quotes round cells that hold the mark, quotes or line breaks."""
    rows: list[Row] = []
    # What is no usual end of a line stands in a cell, unless there is no other. A null byte would stop the reader.
    ends = _ORDINARY_END if "\n" in text or "\r" in text else LINE_END
    reader = csv.reader(io.StringIO(ends.sub("\n", text.replace("\0", ""))), delimiter=mark, skipinitialspace=True)
    after_gap = False
    last = 0
    try:
        for record in reader:
            still_wanted()
            line, last = last + 1, reader.line_num
            if len(rows) > most_rows:
                break
            cells = tuple(_cell(cell) for cell in record)
            if not any(cells):
                after_gap = True
                continue
            shown = mark.join(record) if mark != "\t" else "\t".join(record)
            rows.append(
                Row(line=line, text=tidy(shown), cells=cells, between=Between.TABLE, after_gap=after_gap, table=1)
            )
            after_gap = False
    except csv.Error:
        return None
    return rows


def _cell(text: str) -> str:
    return cell_text(text[:CHARACTERS])


def _lines(text: str) -> Iterator[Row]:
    after_gap = in_table = False
    table = stop = 0
    written, numbers, lines = lines_of_text(text)
    laid_out, wrapped = rows_over_lines(lines), wrapped_lines(lines)
    for place, (number, part) in enumerate(zip(numbers, lines, strict=True)):
        still_wanted()
        if place < stop:
            continue
        if place not in laid_out and _GAP.search(part[:CHARACTERS]) and is_column_head(part.split("  ")[0].strip()):
            laid_out |= aligned_cells(lines, place)
        if place in laid_out:
            stop, cells = laid_out[place]
            table += not in_table
            row = _laid_out(" ".join(lines[place:stop]), cells, number, table, after_gap=after_gap)
            yield _with_pasted(row, " ".join(written[each - 1] for each in numbers[place:stop]))
            after_gap, in_table = False, True
            continue
        stop, line = wrapped.get(place, (place + 1, part))
        if not tidy(line):
            after_gap = True
            continue
        if _is_rule(line):
            after_gap = after_gap or not in_table
            continue
        for piece in _pieces(line, number, after_gap=after_gap):
            table += piece.between.is_table and not in_table
            in_table = piece.between.is_table
            is_heading = piece.is_heading or (place + 1 < len(lines) and _is_underlined(piece, lines[place + 1]))
            row = replace(piece, is_heading=is_heading, table=table if in_table else piece.table)
            pasted = " ".join(written[each - 1] for each in numbers[place:stop])
            yield _with_pasted(row, pasted) if len(line) <= CHARACTERS else row
        after_gap = False


def _pieces(line: str, number: int, *, after_gap: bool) -> Iterator[Row]:
    """Read a line; one that is longer than any programme's in pieces, so that nothing of it is lost."""
    for begin in range(0, len(line), CHARACTERS):
        row = _row(line[begin : begin + CHARACTERS], number, after_gap=after_gap)
        if row.filled:
            yield row


def _laid_out(text: str, cells: Sequence[str], number: int, table: int, *, after_gap: bool) -> Row:
    return Row(
        line=number,
        text=tidy(text),
        cells=tuple(_plain(cell) for cell in cells),
        between=Between.TABLE,
        after_gap=after_gap,
        table=table,
    )


def _is_underlined(row: Row, below: str) -> bool:
    return _UNDERLINE.fullmatch(below) is not None and len(row.cells) == 1 and not row.bullet


def _with_pasted(row: Row, written: str) -> Row:
    shown = tidy(written)
    return row if shown == row.text else replace(row, shown=(row.text, shown))


def _is_rule(line: str) -> bool:
    """Whether a line only parts what stands above and below it; a dash alone may stand between two times."""
    if len(line) >= CHARACTERS:
        return False
    line = line.strip()
    return _RULE.match(line) is not None or re.fullmatch(r"[\s|¦│*+=~_.•·]+", line) is not None


def _with_bar_tables(rows: list[Row]) -> list[Row]:
    """Take rows that are parted by bars as a table where the first of them holds the heads of its columns."""
    made: list[Row] = []
    place, table = 0, max((row.table for row in rows), default=0)
    while place < len(rows):
        stop = place
        while stop < len(rows) and rows[stop].between is Between.BAR:
            stop += 1
        heads = sum(is_column_head(cell) for cell in rows[place].cells) if stop - place > 2 else 0
        if heads and (heads > 1 or len(rows[place].cells) > 2) and role_of(rows[place].cells[0]) is not None:
            table += 1
            made += [replace(row, between=Between.TABLE, table=table) for row in rows[place:stop]]
        else:
            stop = max(stop, place + 1)
            made += rows[place:stop]
        place = stop
    return made


def _row(written: str, number: int, *, after_gap: bool) -> Row:
    # From some width on a gap says no more by being wider, and looking through it would take very long.
    written = _WIDEST.sub(r"\1\2", written)
    heading = _HEADING.match(written)
    line = heading[2] if heading else written
    # The stamp that a chat puts before what somebody says is no time of the programme.
    line = _STAMP.sub("", line, count=1)
    line = _LEADERS.sub("   ", line) if ".." in line or "__" in line or ". ." in line or "…" in line else line
    shown = tidy(written)
    if line.lstrip().startswith("|") and len(_MD_BAR.findall(line)) >= 2:
        inner = line.strip().removeprefix("|").removesuffix("|")
        cells = tuple(_plain(cell.replace("\\|", "|")) for cell in _MD_BAR.split(inner))
        return Row(line=number, text=shown, cells=cells, between=Between.TABLE, after_gap=after_gap)
    body = line.expandtabs(4) if "\t" not in line.strip() else line
    indent = len(body) - len(body.lstrip())
    body = body.strip(" \u00a0") if "\t" in line.strip() else body.strip()
    body = _RUN_TOGETHER.sub(r"\1 ", body, count=1)
    body = _UNTIL_INSIDE.sub(r"\1 - \2 ", _TORN_TIME.sub(r"\1\2", body, count=1), count=1)
    body = _SPACED_TIME.sub(r"\1\2\3", body) if " . " in body[:_FRONT] or " : " in body[:_FRONT] else body
    body = _ONWARDS.sub(r"\1 - ... ", body, count=1)
    body = _DOTTED.sub(r"\1-\2", _ZONE.sub("", body), count=1)
    body = _WIDE_RANGE.sub(r"\1 \2 ", _PICTURE.sub("", body, count=1), count=1)
    empty = _EMPTY_CELLS.match(body)
    if empty is not None:
        return _continuing(body, number, empty[0].count("\t"), shown, after_gap=after_gap)
    found = _BULLET.match(body)
    # A clock time such as `9. 30` or a date such as `14. November` is no numbered list.
    bullet = found["bullet"] if found is not None and not _TIME.match(body) and not _begins_with_date(body) else ""
    rest = body[found.end() :] if bullet and found is not None else body
    cells, between = _cells(rest, has_bullet=bool(bullet))
    return Row(
        line=number,
        text=shown,
        cells=cells,
        between=between,
        indent=indent,
        bullet=bullet,
        after_gap=after_gap,
        is_heading=heading is not None or _is_all_bold(rest),
    )


def _begins_with_date(body: str) -> bool:
    return body[:1].isdigit() and _DATE_FIRST.match(plain(body[:40])[0]) is not None


def _continuing(body: str, number: int, empty: int, shown: str, *, after_gap: bool) -> Row:
    """A line whose first cells are empty, as under a time that stands once; its first text may have a bullet."""
    rest = body.lstrip("\t ")
    found = _BULLET.match(rest)
    bullet = found["bullet"] if found is not None and not _TIME.match(rest) else ""
    cells, _ = _cells(rest[found.end() :] if bullet and found is not None else rest, has_bullet=False)
    return Row(
        line=number,
        text=shown,
        cells=(*([""] * empty), *cells),
        between=Between.TABLE,
        indent=4,
        bullet=bullet,
        after_gap=after_gap,
    )


def _cells(body: str, *, has_bullet: bool) -> tuple[tuple[str, ...], Between]:
    if "\t" in body.strip("\t "):
        parts = [_plain(cell) for cell in body.split("\t")]
        while parts and not parts[-1]:
            parts.pop()
        return tuple(parts), Between.TABLE if not has_bullet else Between.SPACES
    if has_bullet and not _TIME.match(body):
        return (_plain(body),), Between.NOTHING
    if _GAP_BEHIND_TIME.match(body):
        return _by_gaps(body), Between.SPACES
    if _SLASHED.match(body):
        return tuple(_plain(cell) for cell in body.split(" / ")), Between.BAR
    if _BAR.search(body):
        return tuple(_plain(cell) for cell in _BAR.split(body)), Between.BAR
    if _GAP.search(body):
        cells = _by_gaps(body)
        return cells, Between.SPACES if len(cells) > 1 else Between.NOTHING
    return (_plain(body),), Between.NOTHING


def _by_gaps(body: str) -> tuple[str, ...]:
    """Take a line apart where two spaces stand, unless what stands before them goes on: `Slot –  Kijken`."""
    cells: list[str] = []
    for cell in _GAP.split(body):
        is_in_quotes = bool(cells) and _LEFT_OPEN.search(cells[-1]) is not None
        is_dash = bool(cells) and _DASH_FIRST.match(cell) is not None and not cells[-1][-1:].isdigit()
        is_part = bool(cells) and _ARTICLE.fullmatch(cell) is not None  # the line goes on below
        if cells and (is_in_quotes or is_dash or is_part or _goes_on(cells[-1], cell)):
            cells[-1] = f"{cells[-1]} {cell}"
        else:
            cells.append(cell)
    return tuple(_plain(cell) for cell in cells)


def _goes_on(cell: str, following: str) -> bool:
    """Whether a cell ends in a word that leads to the next; `What inspectors look for` does not lead to a name."""
    if _GOES_ON.search(cell) is None or _A_WORD.search(cell) is None:
        return False
    is_whole = _ENDS_WITH_FOR.search(cell) is not None
    return not (is_whole and name_sureness(following.split(", ")[0]) is Sureness.SURE)


def _is_all_bold(text: str) -> bool:
    return bool(re.fullmatch(r"\s*(\*\*|__)[^*_]+\1:?\s*", text))


def _plain(text: str) -> str:
    """Return a cell without the marks of Markdown."""
    text = _BREAK.sub("\n", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "*" in text or "__" in text:
        text = _STRESS.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    if "_" in text:
        text = _UNDERLINED.sub(r"\1", text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    return cell_text(text)
