"""From what was typed to an exit status: language and streams, the command, and every error in plain words."""

from __future__ import annotations

import datetime as dt
import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from studydag import __version__
from studydag.cli.arguments import (
    DEBUG,
    HELP,
    LANGUAGE,
    LIBRARY,
    TODAY,
    VERSION,
    Exit,
    Given,
    WrongUse,
    check_call,
    read_arguments,
)
from studydag.cli.call import Call, named_path
from studydag.cli.commands import COMMANDS, check_without_command, command_named, is_a_file, options_of
from studydag.cli.help import command_help, whole_help
from studydag.cli.output import Output, one_line
from studydag.cli.places import default_library, language_for
from studydag.language import LANGUAGES, Language
from studydag.model.values.errors import CannotRead, CannotWrite, FileDenied, InvalidValue, LibraryInUse, StudyDagError
from studydag.model.values.wording import N_

Window = Callable[[Call], int]
"""Opens the window, on the copy that is named in the call if there is one; returns an exit status."""

_UNEXPECTED: Final = N_(
    "Something went wrong that should not have ({error}). Your library is as it was before. "
    "Try again with --debug, and report what it shows."
)
_TO_STATUS: Final = (
    (WrongUse, Exit.WRONG_USE),
    (LibraryInUse, Exit.IN_USE),
    (CannotRead, Exit.CANNOT_READ),
    (InvalidValue, Exit.CANNOT_READ),
    (CannotWrite, Exit.CANNOT_READ),
    (StudyDagError, Exit.WRONG_USE),
)


def main(arguments: Sequence[str] | None, open_window: Window) -> int:
    """Carry out what was typed (by default what the process was started with) and return the exit status.

    No error gets past here: each becomes one line on standard error, with --debug after its traceback.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    given = read_arguments(arguments, options_of(arguments))
    _keep_the_log(given)
    out, err = Output(sys.stdout, "stdout"), Output(sys.stderr, "stderr")
    language = _language(given)
    try:
        status = _answer(given, language, out, err, open_window)
        out.flush()
    except KeyboardInterrupt:
        status = Exit.STOPPED
    except Exception as error:
        status = _status_of(error)
        # Where not even this can be written, the status says it.
        with suppress(CannotWrite):
            if given.has(DEBUG):
                err.text(traceback.format_exc())
            _complain(error, language, err)
    with suppress(CannotWrite):
        err.flush()
    return status


def _keep_the_log(given: Given) -> None:
    """Let what the program notes for whoever mends it not stand between the answers, but with --debug."""
    log = logging.getLogger("studydag")
    if not log.handlers and not given.has(DEBUG):
        log.addHandler(logging.NullHandler())


def _answer(given: Given, language: Language, out: Output, err: Output, open_window: Window) -> int:
    if given.problem is not None:
        raise given.problem
    if given.has(VERSION):
        out.line(f"StudyDAG {__version__}")
        return Exit.DONE
    if not given.words and given.has(HELP):
        return _show(whole_help(COMMANDS, language), out)
    now = dt.datetime.now
    call = Call(
        given=given,
        library=_usable_library(given),
        language=language,
        today=given.date(TODAY) or now().date(),
        now=now,
        out=out,
        err=err,
    )
    if not given.words or is_a_file(given.words[0]):
        check_without_command(given)
        return open_window(call)
    command = command_named(given.words[0])
    if given.has(HELP):
        return _show(command_help(command, language), out)
    check_call(given, command)
    return command.run(call)


def _show(lines: Sequence[str], out: Output) -> int:
    for line in lines:
        out.line(line)
    return Exit.DONE


def _library(given: Given) -> Path:
    path = given.text(LIBRARY)
    return default_library() if path is None else Path(path)


def _usable_library(given: Given) -> Path:
    """Return the library that is meant. Raises as `named_path` does, and FileDenied for the root of a disk."""
    text = given.text(LIBRARY)
    if text is None:
        return default_library()
    path = named_path(text)
    if not path.name:
        raise FileDenied(path=text)
    return path


def _language(given: Given) -> Language:
    chosen = given.text(LANGUAGE)
    return Language.of(chosen if chosen in LANGUAGES else language_for(_library(given), os.environ))


def _status_of(error: Exception) -> int:
    return next((status for known, status in _TO_STATUS if isinstance(error, known)), Exit.CANNOT_READ)


def _complain(error: Exception, language: Language, err: Output) -> None:
    """Say in one line what is wrong, and what to do; the fields of a thing that can't be taken get one each."""
    for line in _complaint(error, language):
        err.line(line)


def _complaint(error: Exception, language: Language) -> Iterator[str]:
    if isinstance(error, WrongUse):
        said = language.wording(error.text, error.figures)
    elif isinstance(error, StudyDagError):
        said = language.error(error)
    else:
        said = language.wording(_UNEXPECTED, {"error": f"{type(error).__name__}: {error}"})
    yield f"studydag: {one_line(said)}"
    if isinstance(error, InvalidValue):
        from studydag.labels import problem_line

        for problem in error.problems:
            yield f"  {one_line(problem_line(problem, language))}"
