"""The composition root: the one place that knows the model, the documents and both faces, and brings them together."""

from collections.abc import Sequence

from studydag.cli import main as command_line


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (by default what the process was started with) and return its exit status."""
    return command_line(argv)
