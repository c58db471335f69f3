"""The composition root: the one place that knows the model, the documents and both faces, and brings them together."""

import datetime as dt
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from studydag.cli.arguments import LANGUAGE, MEASURE_START, TODAY, Exit
from studydag.cli.call import Call
from studydag.cli.running import main as command_line
from studydag.model.values.errors import FileMissing


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (by default what the process was started with) and return its exit status."""
    return command_line(argv, open_window)


def open_window(call: Call) -> int:
    """Open the window on the library, with the study days of a copy to be added if one is named; say if there can't be.

    Raises FileMissing for a copy that isn't there.
    """
    copy = Path(call.given.words[0]) if call.given.words else None
    if copy is not None and not copy.exists():
        raise FileMissing(path=str(copy))
    _ = call.language.gettext
    if not has_screen(sys.platform, os.environ):
        call.err.line(_("There is no screen here to open a window on. On the command line: studydag --help."))
        return Exit.WRONG_USE
    try:
        from studydag.ui.launch import Start, run
    except ImportError as error:
        call.err.line(_("The window can't be opened here: {detail}").replace("{detail}", str(error)))
        return Exit.WRONG_USE
    today = call.today
    given = call.given.has(TODAY)
    start = Start(
        library=call.library,
        language=call.language,
        today=(lambda: today) if given else lambda: dt.datetime.now().date(),
        now=call.now,
        copy=copy,
        speaks_so=call.given.has(LANGUAGE),
        measure=call.given.has(MEASURE_START),
    )
    return run(start)


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether there is a screen; Qt would end the process without one."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        return True
    return platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
