"""Study days that come in from files, and copies of them that go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from studydag.model.exchange.study_day_json import Loaded
from studydag.model.operations.bringing import Parcel, bring, parcel
from studydag.model.operations.editing import write_whole
from studydag.model.operations.setting import read_setting
from studydag.model.rules.handing_on.sharing import for_sharing
from studydag.model.store import whereabouts
from studydag.model.store.library import Library, Parties
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op, Place
from studydag.model.values.errors import CannotWrite
from studydag.model.values.school import Picture, School
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import cleaned
from studydag.model.values.wording import N_
from studydag.scratch import scratch_folder

SCHOOL = 1


class OnSame(StrEnum):
    """What to do with a study day that this library has already, known by its uid."""

    KEEP_BOTH = "keep_both"
    REPLACE = "replace"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of taking in a copy: the new days, the titles that were left out, and the backup from before."""

    days: tuple[int, ...]
    left_out: tuple[str, ...]
    backup: Path


class CopyOntoItself(CannotWrite):
    """A copy that would take the place of the library it is made from."""

    text = N_("{path} is the library itself. Give the copy another name.")


def load_day(library: Library, loaded: Loaded, *, op: Op = Op.LOAD_DAY) -> int:
    """Add a study day that was read from a file, with what it uses and is not there yet, as one step; return its id.

    `op` is the step's name where the day was made in another way. A library in which nothing was done yet takes over
    what the file says of the school. Raises InvalidValue, TooMany.
    """
    (number,) = load_days(library, [loaded], op=op)
    return number


def load_days(library: Library, loaded: Iterable[Loaded], *, op: Op = Op.LOAD_DAY) -> tuple[int, ...]:
    """Add study days as `load_day` does, all of them as one step or none; return their ids in the same order."""
    made: list[int] = []
    with library.change(op) as writer:
        for each in loaded:
            packed = parcel(each.day, each.setting)
            school = None if made else _school_for_new_library(library, each.setting.school)
            if school is not None:
                write_whole(writer, school)
            made.append(bring(library, writer, packed))
        writer.place = Place(made[0], "study_day", made[0]) if made else None
    return tuple(made)


def same_days(library: Library, other: Library) -> tuple[StudyDay, ...]:
    """Return the study days of another library that this one has already, without what is in them."""
    days = [other.bare(StudyDay, number) for number in whereabouts.ids(other, "study_day")]
    return tuple(day for day in days if library.id_of("study_day", day.uid) is not None)


def take_in(
    library: Library, other: Library, days: Sequence[int] | None = None, *, on_same: OnSame = OnSame.KEEP_BOTH
) -> TakenIn:
    """Add study days of a copy, by default all, after making a backup; this can't be undone.

    Where one takes the place of a day that is here, that one's versions stay with it. A library in which nothing was
    done yet takes over the school as well, as `load_day` does. Raises InvalidValue, TooMany, NotFound; then nothing was
    added.
    """
    wanted = whereabouts.ids(other, "study_day") if days is None else list(dict.fromkeys(days))
    whole = [other.get(StudyDay, number) for number in wanted]
    left_out = [day for day in whole if on_same is OnSame.LEAVE_OUT and library.id_of("study_day", day.uid)]
    packed = [parcel(day, read_setting(other, day)) for day in whole if day not in left_out]
    backup = library.backup("import")
    made: list[int] = []
    with library.change(Op.TAKE_IN, undoable=False) as writer:
        theirs = other.get(School, SCHOOL)
        school = _school_for_new_library(library, replace(theirs, id=0, uid="")) if packed else None
        if school is not None:
            write_whole(writer, _with_logo(writer, school, other, theirs.logo))
        for each in packed:
            former = library.id_of("study_day", each.day.uid) if on_same is OnSame.REPLACE else None
            versions = [] if former is None else library.versions_of(former)
            if former is not None:
                writer.delete("study_day", former)
            made.append(bring(library, writer, each))
            for version in versions:
                writer.add(version, ("study_day", made[-1]))
        writer.place = Place(made[0], "study_day", made[0]) if made else None
    if made:
        library.forget_undo()
    return TakenIn(tuple(made), tuple(day.title for day in left_out), backup)


def share_copy(library: Library, days: Sequence[int], path: Path, *, complete: bool = False) -> Mapping[str, int]:
    """Write a closed copy of some study days, with what they use and the school's record, as a library of its own.

    Without confidential data unless it is to be complete; return the counts of what was left out, as `for_sharing`
    does. Versions stay here. Raises NotFound, CannotWrite.
    """
    if path.exists() and path.samefile(library.path):
        raise CopyOntoItself(path=str(path))
    left_out: Counter[str] = Counter()
    packed: list[Parcel] = []
    for day in (library.get(StudyDay, number) for number in dict.fromkeys(days)):
        setting = read_setting(library, day)
        if complete:
            packed.append(parcel(day, setting))
            continue
        shared = for_sharing(day, setting)
        left_out.update(shared.left_out)
        packed.append(parcel(shared.day, shared.setting))
    with scratch_folder() as folder:
        parties = Parties(now=lambda: library.now, patience=library.patience)
        with Library.open(folder / "copy.studydag", create=True, parties=parties) as copy:
            _copy_school(library, copy)
            with copy.change(Op.LOAD_DAY) as writer:
                for each in packed:
                    bring(copy, writer, each)
            copy.copy_to(path)
    return dict(left_out)


def _school_for_new_library(library: Library, school: School) -> School | None:
    """Return what a school is to be, or None where the library has a school already, or the file says nothing of it."""
    standing = library.get(School, SCHOOL)
    bare = School(id=standing.id, uid=standing.uid, language=standing.language)
    if standing != bare or whereabouts.count(library, "study_day") or school == School():
        return None
    return cleaned(replace(school, id=standing.id, uid=standing.uid, logo=None))


def _copy_school(library: Library, copy: Library) -> None:
    school = library.get(School, SCHOOL)
    with copy.change(Op.CHANGE) as writer:
        write_whole(writer, _with_logo(writer, school, library, school.logo))


def _with_logo(writer: Writer, school: School, home: Library, logo: int | None) -> School:
    """Return a school with a logo that is brought along from another library, if it has one there."""
    return replace(school, logo=None if logo is None else writer.add(home.get(Picture, logo)))
