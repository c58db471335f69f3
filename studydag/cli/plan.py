"""A whole study day, out of the library and into it."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import JSON, Command, Exit, Word
from studydag.cli.call import Call, named_path
from studydag.cli.day import DAY, find_day
from studydag.cli.listing import show_days
from studydag.cli.output import one_line
from studydag.model.values.errors import FileDenied, FileMissing, InvalidValue
from studydag.model.values.wording import N_, NN_

if TYPE_CHECKING:
    from studydag.model.exchange.study_day_json import Loaded
    from studydag.model.store.library import Library


STANDARD_INPUT: Final = "-"


def _show(call: Call) -> int:
    from studydag.model.operations.setting import read_setting

    with call.look() as library:
        day = find_day(library, call.words[0])
        setting = read_setting(library, day)
    if call.has(JSON):
        from studydag.model.exchange.computed import computed_of
        from studydag.model.exchange.study_day_json import to_json

        call.out.text(to_json(day, setting, computed_of(day, setting)).decode())
        return Exit.DONE
    from studydag.cli.overview import overview

    for line in overview(day, setting, call.language):
        call.out.line(line)
    return Exit.DONE


def _load(call: Call) -> int:
    from studydag.model.operations.exchange import load_day
    from studydag.model.values.limits import LIMITS

    name = call.words[0]
    data = content_of(call, name, LIMITS.file_bytes)
    try:
        loaded = decoded(data)
        # Not before the file is read: where it can't be taken, no library is made for it.
        with call.open() as library:
            number = load_day(library, _in_some_language(loaded, data, library))
            show_days(call, library, {number})
    except InvalidValue as error:
        _complain(call, called(call, name), error)
        return Exit.CANNOT_READ
    return Exit.DONE


def _in_some_language(loaded: Loaded, data: bytes, library: Library) -> Loaded:
    """Return what was read; a study day whose file names no language gets the school's, as any new one does."""
    from studydag.model.exchange.parsing import parsed
    from studydag.model.values.school import School

    if "language" in parsed(data):
        return loaded
    return replace(loaded, day=replace(loaded.day, language=library.every(School)[0].language))


def called(call: Call, name: str) -> str:
    """Return what to call a file that is to be read: its name, or that it is standard input."""
    return call.language.gettext("standard input") if name == STANDARD_INPUT else name


def content_of(call: Call, name: str, most: int) -> bytes:
    """Return what is in a file, or comes from standard input: one byte more than `most` at most. Raises CannotRead."""
    try:
        if name != STANDARD_INPUT:
            with named_path(name).open("rb") as file:
                return file.read(most + 1)
        # A program that was started without standard input has none.
        return b"" if sys.stdin is None else sys.stdin.buffer.read(most + 1)
    except FileNotFoundError:
        raise FileMissing(path=name) from None
    except (OSError, ValueError) as error:
        raise FileDenied(path=called(call, name)) from error


def decoded(data: bytes) -> Loaded:
    """Return the study day that JSON holds; it may refer to what the program brought along. Raises InvalidValue."""
    from studydag.model.exchange.study_day_json import decode
    from studydag.model.store.starter import built_in
    from studydag.model.values.formats import LearningForm, WorkingFormat
    from studydag.model.values.questions import QuestionSet
    from studydag.model.values.setting import Setting

    known = Setting(
        formats=built_in(WorkingFormat), learning_forms=built_in(LearningForm), question_sets=built_in(QuestionSet)
    )
    return decode(data, built_in=known)


def _complain(call: Call, name: str, error: InvalidValue) -> None:
    """Say everything that is wrong with a file, each with its place in it."""
    text = NN_(
        "{path}: nothing was added, because one thing is wrong.",
        "{path}: nothing was added, because {count} things are wrong.",
        "count",
    )
    said = call.language.wording(text, {"path": name, "count": error.count})
    call.err.line(f"studydag: {one_line(said)}")
    for problem in error.problems:
        call.err.line(f"  {one_line(f'{problem.where}: {call.language.problem(problem)}')}")


LOAD: Final = Command(
    name="load",
    help=N_("add a study day from a file that show --json wrote, or one like it"),
    run=_load,
    words=(Word(name="FILE.json", help=N_("the file, or - for standard input")),),
    notes=(N_("Where something is wrong, everything that is wrong is listed with its place, and nothing is added."),),
)
SHOW: Final = Command(
    name="show",
    help=N_("show a study day: as text to read, or whole as JSON"),
    run=_show,
    words=(DAY,),
    options=(JSON,),
)
