"""Folders for what is made on the way, in the system's own place for such: they go, also where a program was killed.

What lies in them may be confidential, and not every system clears that place away.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_WORK: Final = "studydag-work-"
_PASSING: Final = "studydag-passed-"
_OURS: Final = re.compile(r"studydag-(?:(?P<work>work)|passed)-[a-z0-9_]{8}")
WORK_SECONDS: Final = 3600
"""So long after its last change nobody works in a folder any more."""
PASSING_SECONDS: Final = 7 * 24 * 3600
"""So long after its last change nobody reads any more what was passed on to another program."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a folder to work in, that goes afterwards. Raises OSError."""
    clear_scratch()
    with tempfile.TemporaryDirectory(prefix=_WORK, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def passing_folder() -> Path:
    """Return a new folder for files that another program is to open; who asks for it deletes it. Raises OSError."""
    clear_scratch()
    return Path(tempfile.mkdtemp(prefix=_PASSING))


def clear_scratch() -> None:
    """Delete the folders that programs left which were killed; none that is fresh."""
    now = time.time()
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            match = _OURS.fullmatch(entry.name)
            if match is None or not entry.is_dir(follow_symlinks=False):
                continue
            with suppress(OSError):
                age = WORK_SECONDS if match["work"] else PASSING_SECONDS
                if entry.stat(follow_symlinks=False).st_mtime < now - age:
                    shutil.rmtree(entry.path, ignore_errors=True)
