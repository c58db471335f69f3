"""A programme that someone else made, read from a file and added as a study day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import JSON, Command, Exit, Option, Word, WrongUse
from studydag.cli.call import Call
from studydag.cli.listing import show_days
from studydag.cli.output import one_line, table
from studydag.cli.plan import STANDARD_INPUT, called, content_of
from studydag.model.values.wording import N_, NN_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studydag.language import Language
    from studydag.model.values.imported import ImportedBlock, ImportedProgramme

PART_START: Final = Option(
    name="part-start", value="HH:MM", help=N_("when a part begins if no clock time is known (default: 09:00)")
)
DRY_RUN: Final = Option(name="dry-run", help=N_("only show what would come of it; write nothing"))


def _import(call: Call) -> int:
    name = call.words[0]
    programme = _read(call, name)
    from studydag.model.operations.importing import add_programme

    # What comes from standard input has no name.
    stem = "" if name == STANDARD_INPUT else one_line(Path(name).stem)
    title = programme.title or stem or call.language.gettext("Imported programme")
    if call.has(DRY_RUN):
        _must_be_addable(call, programme, title)
        _show(call, programme, None)
        return Exit.DONE
    # Not before the file is read: where it can't be taken, no library is made for it.
    with call.open() as library:
        number = add_programme(library, programme, title)
        if not call.has(JSON):
            show_days(call, library, {number})
    _show(call, programme, number)
    return Exit.DONE


def _must_be_addable(call: Call, programme: ImportedProgramme, title: str) -> None:
    """Raise what adding a programme would raise: for a library that isn't there yet, what holds for any."""
    from studydag.model.operations.importing import must_be_addable, prepared
    from studydag.model.values.languages import DocumentLanguage

    if not call.library.exists():
        prepared(programme, title, DocumentLanguage(call.language.code), (), ())
        return
    with call.look() as library:
        must_be_addable(library, programme, title)


def _read(call: Call, name: str) -> ImportedProgramme:
    from studydag.model.exchange.importing.arranging import PART_START as USUAL
    from studydag.model.exchange.importing.arranging import arranged
    from studydag.model.exchange.importing.opening import MOST_BYTES, NoProgramme, read_file

    start = _part_start(call) or USUAL
    lines = read_file(content_of(call, name, MOST_BYTES), called(call, name), today=call.today)
    programme = arranged(lines, part_start=start, round_title=call.language.gettext("Choice round"))
    if not programme.items_read:
        raise NoProgramme(path=called(call, name))
    return programme


def _part_start(call: Call) -> dt.time | None:
    from studydag.model.rules.time.clock import read_clock

    text = call.given.text(PART_START)
    if text is None:
        return None
    found = read_clock(text)
    if found is None:
        raise WrongUse(
            N_("--{option} takes a clock time such as 09:00, not {value:quoted}."),
            option=PART_START.name,
            value=text,
        )
    return found


def _show(call: Call, programme: ImportedProgramme, day: int | None) -> None:
    if call.has(JSON):
        call.out.json(as_json(programme, day))
        return
    language = call.language
    for line in _overview(programme, language):
        call.out.line(line)
    said = NN_("{count} item read.", "{count} items read.", "count")
    call.out.line(language.wording(said, {"count": programme.items_read}))
    lost = programme.not_understood
    if lost:
        said = NN_("Not understood: {count} line.", "Not understood: {count} lines.", "count")
        call.out.line(language.wording(said, {"count": len(lost)}))
        for each in lost:
            call.out.line(f"  {each.line}: {one_line(each.text)}")


def as_json(programme: ImportedProgramme, day: int | None) -> dict[str, object]:
    """Return what `import --json` prints; `day` is the new study day, None where nothing was written."""
    blocks = [_block(block, part.date) for part in programme.parts for block in part.blocks]
    return {
        "day": day,
        "items_read": programme.items_read,
        "not_understood": [{"line": line.line, "text": line.text} for line in programme.not_understood],
        "blocks": [*blocks, *(_block(block, None, parked=True) for block in programme.parked)],
    }


def _block(block: ImportedBlock, date: dt.date | None, *, parked: bool = False) -> dict[str, object]:
    made: dict[str, object] = {
        "line": block.line,
        "title": block.title,
        "date": None if date is None else date.isoformat(),
        "start": _clock(block.start),
        "end": _clock(block.end),
        "end_inferred": block.end_inferred,
        "phase": block.phase.value,
        "persons": list(block.persons),
        "room": block.room or None,
        "parked": parked,
        "options": [_option(option, block) for option in block.options],
    }
    return made | _description(block)


def _option(option: ImportedBlock, block: ImportedBlock) -> dict[str, object]:
    """Return an option; its times stand with it only where they are not those of its round."""
    made: dict[str, object] = {
        "title": option.title,
        "persons": list(option.persons),
        "room": option.room or None,
    }
    if (option.start, option.end) != (block.start, block.end) and option.start is not None:
        made |= {"start": _clock(option.start), "end": _clock(option.end)}
    return made | _description(option)


def _description(block: ImportedBlock) -> dict[str, object]:
    return {"description": block.description} if block.description else {}


def _clock(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _overview(programme: ImportedProgramme, language: Language) -> Iterator[str]:
    """Write the programme as it was understood, a line for each block and option."""
    for part in programme.parts:
        if part.date is not None:
            yield language.date(part.date)
        elif part.title:
            yield one_line(part.title)
        yield from table([row for block in part.blocks for row in _rows(block)])
    if programme.parked:
        yield language.gettext("Parked")
        yield from table([row for block in programme.parked for row in _rows(block)])


def _rows(block: ImportedBlock, indent: str = "") -> Iterator[tuple[str, ...]]:
    start, end = _clock(block.start) or "", _clock(block.end) or ""
    time = f"{start}–{end}" if end else start
    behind = ", ".join(part for part in (*block.persons, block.room) if part)
    yield (
        f"  {str(block.line).rjust(4)}",
        "" if indent else time,
        f"{indent}{one_line(block.title)}",
        one_line(behind),
    )
    for option in block.options:
        yield from _rows(option, "  · ")


IMPORT: Final = Command(
    name="import",
    help=N_("read a programme that someone else made, and add it as a study day"),
    run=_import,
    words=(
        Word(
            name="FILE",
            help=N_("text, Markdown, a table (.csv, .tsv, .xlsx, .ods), a calendar (.ics) or a conference schedule"),
        ),
    ),
    options=(PART_START, JSON, DRY_RUN),
    notes=(N_("Nothing is dropped: what was not understood is listed with the number of its line."),),
)
