"""The composition root: the one place that knows the model, the documents and both faces, and brings them together."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studydag.language import Language

if TYPE_CHECKING:
    import datetime as dt
    from typing import TextIO

    from studydag.cli.call import Call
    from studydag.ui.launch import Start
    from studydag.ui.meter import Meter

MEASURE = "--measure-start"
WRONG_USE = 2
CANNOT_READ = 3
IN_USE = 4
STOPPED = 130


def main(argv: Sequence[str] | None = None, tell: Callable[[str], object] | None = None) -> int:
    """Run the command in `argv` (by default what the process was started with) and return its exit status.

    Started without a console, as `studydag-window` is on Windows, `tell` gets what would be said on one.
    """
    if _is_open(sys.stderr):
        return _run_command(argv)
    import io
    from contextlib import redirect_stderr

    with redirect_stderr(io.StringIO()) as said:
        status = _run_command(argv)
    if status and said.getvalue():
        (tell or _show)(said.getvalue().removeprefix("studydag: ").rstrip())
    return status


def _is_open(stream: TextIO | None) -> bool:
    """Whether there is a console: without one Python has no stream at all, which its own types don't tell."""
    return stream is not None


if sys.platform == "win32":

    def _show(text: str) -> None:
        import ctypes

        a_cross = 0x10
        ctypes.windll.user32.MessageBoxW(None, text, "StudyDAG", a_cross)
else:

    def _show(text: str) -> None:
        """Elsewhere there is nobody to read it."""


def _run_command(argv: Sequence[str] | None) -> int:
    arguments = sys.argv[1:] if argv is None else list(argv)
    if set(arguments) <= {MEASURE}:
        # The usual start of the window: the command line is not even imported.
        return open_own_library(measured=_print if arguments else None)
    try:
        from studydag.cli.running import main as command_line

        return command_line(arguments, open_window)
    except KeyboardInterrupt:
        # Before the command line could hear of it.
        return STOPPED


def open_own_library(*, measured: Callable[[Meter], object] | None = None) -> int:
    """Open the window on the user's own library; with `measured` only to tell it how long that took."""
    _stop_collecting()
    from studydag.cli.places import default_library, language_for

    library = default_library()
    school_language = partial(language_for, library, os.environ)
    try:
        return _run(
            lambda: Language.of(school_language()),
            lambda text: print(text, file=sys.stderr),
            lambda: _start(library=library, school_language=school_language, today=_today, now=_now, measured=measured),
        )
    except Exception as error:
        # Only measuring gives up where the library can't be opened; a window offers what to do.
        from studydag.model.values.errors import LibraryInUse, StudyDagError

        if not isinstance(error, StudyDagError):
            raise
        print(f"studydag: {Language.of(school_language()).error(error)}", file=sys.stderr)
        return IN_USE if isinstance(error, LibraryInUse) else CANNOT_READ


def open_window(call: Call) -> int:
    """Open the window as a call asks, with the study days of a copy to be added if one is named.

    Raises FileMissing for a copy that isn't there.
    """
    from studydag.cli.arguments import LANGUAGE, MEASURE_START, TODAY
    from studydag.model.values.errors import FileMissing

    _stop_collecting()
    copy = Path(call.given.words[0]) if call.given.words else None
    if copy is not None and not copy.exists():
        raise FileMissing(path=str(copy))
    today = call.today
    return _run(
        lambda: call.language,
        call.err.line,
        lambda: _start(
            library=call.library,
            language=call.language.code if call.given.has(LANGUAGE) else "",
            school_language=lambda: call.language.code,
            today=(lambda: today) if call.given.has(TODAY) else _today,
            now=call.now,
            copy=copy,
            measured=_print if call.given.has(MEASURE_START) else None,
        ),
    )


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether there is a screen; Qt would end the process without one."""
    if environment.get("QT_QPA_PLATFORM"):
        return True
    return platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _run(speaks: Callable[[], Language], say: Callable[[str], object], start: Callable[[], Start]) -> int:
    if not has_screen(sys.platform, os.environ):
        _ = speaks().gettext
        say(_("There is no screen here to open a window on. On the command line: studydag --help."))
        return WRONG_USE
    try:
        from studydag.ui.launch import run
    except ImportError as error:
        # A Linux system may lack a library that Qt's wheels expect.
        _ = speaks().gettext
        say(_("The window can’t be opened here: {detail}").replace("{detail}", str(error)))
        return WRONG_USE
    return run(start())


def _start(**given: object) -> Start:
    from studydag.ui.launch import Start

    return Start(**given)  # type: ignore[arg-type]


def _stop_collecting() -> None:
    # What is imported for the window stays as long as the window does: to look for waste in it takes time for nothing.
    # The window takes it up again once it is ready (see ui/collecting.py).
    gc.disable()


def _print(meter: Meter) -> None:
    import json

    from studydag.ui.meter import process_start

    began = process_start()
    moments = {"first_paint_ms": meter.first_paint, "ready_ms": meter.ready}
    print(json.dumps({name: round((moment - began) * 1000) for name, moment in moments.items()}), flush=True)


def _today() -> dt.date:
    return _now().date()


def _now() -> dt.datetime:
    # Not above: the first frame does without.
    import datetime as dt

    return dt.datetime.now()
