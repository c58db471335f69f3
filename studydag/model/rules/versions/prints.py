"""Which versions of a study day were printed, and which of them the day has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from studydag.model.values.study_day import Version

AT_THE_START: Final = "run"
"""What a version is made for when the day itself begins, beside the documents that make one."""
BEFORE_GOING_BACK: Final = "restore"
"""What a version is made for before an earlier one is gone back to."""


def was_printed(version: Version) -> bool:
    """Whether a version was made because a document of it was saved, opened or printed."""
    return version.document not in {"", AT_THE_START, BEFORE_GOING_BACK}


def last_printed(versions: Iterable[Version], content: str) -> Version | None:
    """Return the printed version that people hold while the day is as `content` says: the newest that differs (D32).

    So a change sheet says the same before and after the changed day is printed itself.
    """
    printed = (version for version in versions if was_printed(version) and version.content != content)
    return max(printed, key=lambda version: version.number, default=None)


def print_out_of_date(versions: Iterable[Version], content: str) -> Version | None:
    """Return the version that was printed last, where the day isn't as it was then."""
    newest = max(filter(was_printed, versions), key=lambda version: version.number, default=None)
    return None if newest is None or newest.content == content else newest
