"""Versions of a study day: the present one is kept with what it uses, before something changes it for good."""

from __future__ import annotations

from studydag.model.exchange.computed import computed_of
from studydag.model.exchange.study_day_json import to_json
from studydag.model.operations.setting import read_setting
from studydag.model.operations.study_days import make_version, make_version_if_changed
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay

AT_THE_START = "run"
"""What a version is made for when the day itself begins, beside the documents that make one."""


def content_of(library: Library, day_id: int) -> str:
    """Return a study day as it stands, as `show` writes it, which is what a version holds. Raises NotFound."""
    day = library.get(StudyDay, day_id)
    setting = read_setting(library, day)
    return to_json(day, setting, computed_of(day, setting)).decode()


def keep(library: Library, day_id: int, name: str) -> int:
    """Keep a study day as it is now under a name; return the version's id. Raises InvalidValue, NotFound."""
    return make_version(library, day_id, content_of(library, day_id), name=name)


def keep_before(library: Library, day_id: int, what: str) -> int:
    """Keep a study day as it is now before `what` changes it, unless its newest version holds it already."""
    return make_version_if_changed(library, day_id, content_of(library, day_id), document=what)
