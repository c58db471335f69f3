"""The composition root: the one place that knows the model, the documents and both faces, and brings them together."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from studydag.cli.arguments import Exit
from studydag.cli.call import Call
from studydag.cli.listing import show_days
from studydag.cli.running import main as command_line


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (by default what the process was started with) and return its exit status."""
    return command_line(argv, open_window)


def open_window(call: Call) -> int:
    """Say that there is no window yet, and list the study days of a copy that was to be opened in it."""
    _ = call.language.gettext
    for file in call.given.words:
        copy = replace(call, library=Path(file))
        with copy.look() as library:
            show_days(copy, library)
    call.err.line(_("The window is not part of this version yet. On the command line: studydag --help."))
    return Exit.WRONG_USE
