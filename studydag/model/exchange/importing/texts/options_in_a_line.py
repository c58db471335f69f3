"""Options in one line or one cell: `Ronde 1: a) Yoga b) Zang`, bullets below a title, and the letter before each."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.recognising.headings import is_agenda, offers_parallel
from studydag.model.exchange.importing.texts.drafts import Draft, with_peeled
from studydag.model.exchange.importing.titles.peeling import behind, peel
from studydag.model.values.imported import LineKind

_LETTER: Final = re.compile(r"^[A-H](?:[:.)]\s*|\s+[–—-]\s+)(?=[^\W_]|[\"“„'‘])")
_LISTED: Final = re.compile(r"\s*[•·▪◦‣●*o–-]\s+(\S.*)$")
_INLINE: Final = re.compile(r"(?<=[\s:;,(])\(?(?P<mark>[a-lA-L]|[1-9])\)\s*(?=\S)")
# `Ronde 1: - Rekenen (Ton) - Taal (Anja)`, as of a cell whose lines have run together.
_DASHED: Final = re.compile(r"(?P<title>[^:]{3,60}):\s+(?P<mark>[-•·*▪])\s+(?P<listed>\S.*\S)")


def listed_within(cell: str) -> tuple[str, tuple[str, ...]]:
    """Take a cell apart into what stands above its bullets, and the lines that have one, if they are options."""
    dashed = _DASHED.fullmatch(cell)
    if dashed is not None and offers_parallel(dashed["title"]):
        pieces = tuple(re.split(rf"\s+{re.escape(dashed['mark'])}\s+", dashed["listed"]))
        return (dashed["title"], pieces) if len(pieces) > 1 else (cell, ())
    lines = cell.split("\n")
    listed = [found[1] for line in lines if (found := _LISTED.match(line))]
    above = "\n".join(line for line in lines if not _LISTED.match(line))
    if len(listed) < 2 or not above.strip() or _LISTED.match(lines[0]):
        return cell, ()
    known = behind(listed)
    peeled = [peel(text, known=known) for text in listed]
    with_more = sum(bool(each.room or each.persons) for each in peeled)
    are_options = offers_parallel(above) or 2 * with_more > len(listed)
    return (above, tuple(listed)) if are_options and not is_agenda(above) else (cell, ())


def options_inside(draft: Draft) -> list[Draft]:
    """Return the options that stand in the cell of a block."""
    known = behind(draft.inside)
    return [with_peeled(Draft(draft.row, LineKind.OPTION), without_letter(text), known=known) for text in draft.inside]


def without_letter(text: str) -> str:
    """Return the title of an option without the letter before it: `A: Taal` is Taal; `Workshop A: Taal` keeps it."""
    return _LETTER.sub("", text, count=1)


def options_within(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a title and the options that stand behind it in one line: `Ronde 1: a) Yoga b) Zang`; else None."""
    marks = list(_INLINE.finditer(text))
    letters = "".join(mark["mark"].casefold() for mark in marks)
    if len(marks) < 2 or not ("abcdefghijkl".startswith(letters) or "123456789".startswith(letters)):
        return None
    title = text[: marks[0].start()].strip(" :;,–—-(")
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    options = tuple(text[mark.end() : end].strip(" ;,/|") for mark, end in zip(marks, ends, strict=True))
    return (title, options) if title and all(options) else None
