"""Refuses on Linux what Windows refuses: to move, replace or delete a file that is open.

A file is open where this process has it open, or where a test says that another program holds it.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CHANGES = {"os.rename": 2, "os.remove": 1}
"""What is refused, with the number of paths that each names; Python tells of it before it is done."""
HANDLES = "/proc/self/fd"
IS_HERE = sys.platform == "linux"


class OpenFiles:
    """Knows which files are open, here and, as tests say, elsewhere."""

    def __init__(self) -> None:
        self.is_watching = False
        self._held: dict[str, int] = {}

    @contextmanager
    def held(self, path: Path, times: int = sys.maxsize) -> Iterator[None]:
        """Let another program hold a file, or let go after it was asked for so many times."""
        whole = _whole(str(path), -1)
        self._held[whole] = times
        yield
        self._held.pop(whole, None)

    def refuse(self, event: str, arguments: tuple[object, ...]) -> None:
        """Raise PermissionError where Windows would; to be called by each event that Python tells of."""
        if not self.is_watching or event not in CHANGES:
            return
        self.is_watching = False
        try:
            number = CHANGES[event]
            pairs = zip(arguments[:number], arguments[number : 2 * number], strict=True)
            for path in [_whole(os.fsdecode(name), folder) for name, folder in pairs]:  # type: ignore[arg-type]
                if self._is_held(path) or _is_open_here(path):
                    raise PermissionError(13, "The process cannot access the file: it is being used", path)
        finally:
            self.is_watching = True

    def _is_held(self, path: str) -> bool:
        left = self._held.get(path, 0)
        if left:
            self._held[path] = left - 1
        return left > 0


def _whole(name: str, folder: object) -> str:
    path = Path(name)
    if isinstance(folder, int) and folder >= 0:
        path = Path(HANDLES, str(folder)).readlink() / path
    return str(path.parent.resolve() / path.name)


def _is_open_here(path: str) -> bool:
    # By bare strings: tests delete many thousands of files.
    for each in os.listdir(HANDLES):  # noqa: PTH208
        with suppress(OSError):
            if os.readlink(f"{HANDLES}/{each}") == path:  # noqa: PTH115
                return True
    return False


OPEN_FILES = OpenFiles()
if IS_HERE:
    sys.addaudithook(OPEN_FILES.refuse)
