"""Versions of a study day: the present one is kept with what it uses, before something changes it for good."""

from __future__ import annotations

from studydag.model.exchange.computed import computed_of
from studydag.model.exchange.study_day_json import Loaded, decode, to_json
from studydag.model.operations.bringing import bring_in_place, parcel
from studydag.model.operations.setting import read_setting
from studydag.model.operations.soundness import refuse_if_any
from studydag.model.operations.study_days import make_version, make_version_if_changed
from studydag.model.rules.versions.prints import AT_THE_START as AT_THE_START
from studydag.model.rules.versions.prints import BEFORE_GOING_BACK as BEFORE_GOING_BACK
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.study_day import StudyDay, Version
from studydag.model.values.validation import clean_text, own_problems


def content_of(library: Library, day_id: int) -> str:
    """Return a study day as it stands, as `show` writes it, which is what a version holds. Raises NotFound."""
    day = library.get(StudyDay, day_id)
    setting = read_setting(library, day)
    return to_json(day, setting, computed_of(day, setting)).decode()


def keep(library: Library, day_id: int, name: str) -> int:
    """Keep a study day as it is now under a name; return the version's id. Raises InvalidValue, NotFound."""
    return make_version(library, day_id, content_of(library, day_id), name=name)


def rename(library: Library, version_id: int, name: str) -> None:
    """Give a version another name; like all of versions, outside undo. Raises InvalidValue, NotFound."""
    name = clean_text(name)
    refuse_if_any(own_problems(Version, {"name": name}, ""))
    day_id = _day_of(library, version_id)
    with library.change(Op.RENAME_VERSION, undoable=False, place=Place(day_id, "version", version_id)) as writer:
        writer.set(Version, version_id, name=name)


def withdraw(library: Library, version_id: int) -> None:
    """Let go of a version that was kept for a document of which nothing came; one that was given a name stays."""
    found = library.some(Version, (version_id,))
    if not found or found[0].name:
        return
    place = Place(_day_of(library, version_id), "version", version_id)
    with library.change(Op.WITHDRAW_VERSION, undoable=False, place=place) as writer:
        writer.delete("version", version_id)


def read(library: Library, version_id: int) -> Loaded:
    """Return the study day that a version holds, with what it used. Raises InvalidValue, NotFound.

    Ids hold within it only.
    """
    content = library.get(Version, version_id).content
    return decode(content.encode(), built_in=read_setting(library, StudyDay()), mend=True)


def restore(library: Library, version_id: int) -> None:
    """Let a study day be again what a version holds, as one step. What it is now is kept as a version first.

    People, rooms and the like that went are added again. Raises InvalidValue for a version that can't be read, and
    then nothing has changed; NotFound, TooMany.
    """
    day_id = _day_of(library, version_id)
    loaded = read(library, version_id)
    packed = parcel(loaded.day, loaded.setting)
    keep_before(library, day_id, BEFORE_GOING_BACK)
    with library.change(Op.RESTORE_VERSION, place=Place(day_id, "study_day", day_id)) as writer:
        bring_in_place(library, writer, packed, day_id)


def _day_of(library: Library, version_id: int) -> int:
    owner = library.owner_of(Version, version_id)
    assert owner is not None
    return owner[1]


def keep_before(library: Library, day_id: int, what: str) -> int:
    """Keep a study day as it is now before `what` changes it, unless its newest version holds it already."""
    return make_version_if_changed(library, day_id, content_of(library, day_id), document=what)
