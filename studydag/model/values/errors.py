"""Errors that people may meet. Each has its own words, says what to do, and loses nothing; the rest is a bug.

The first frame of the window needs this file, so it does without `dataclasses`.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Final, NamedTuple

from studydag.model.values.wording import N_, NN_, Wording

Figure = str | int | float


class Problem(NamedTuple):
    """What is wrong with one field: `where` is a field name or a JSON path such as `$.blocks[0].minutes`."""

    where: str
    text: Wording
    figures: Mapping[str, Figure] = MappingProxyType({})


class StudyDagError(Exception):
    """A known error: `text` is translatable, with placeholders for `figures`."""

    text: ClassVar[Wording] = N_("Something went wrong.")

    def __init__(self, **figures: Figure) -> None:
        """Keep the figures that fill the placeholders of `text`."""
        self.figures = figures
        super().__init__(figures)


class InvalidValue(StudyDagError):
    """Something typed or read can't be taken; `problems` says what, field by field."""

    text = NN_("Not saved: one field needs another value.", "Not saved: {count} fields need another value.", "count")

    def __init__(self, problems: tuple[Problem, ...], unlisted: int = 0) -> None:
        """Take at least one problem; the last tells of those that are `unlisted`, if any are."""
        self.problems = problems
        self.count = len(problems) - 1 + unlisted if unlisted else len(problems)
        super().__init__(count=self.count)


class NotFound(StudyDagError):
    """A row that isn't there (any more)."""

    text = N_("There is no {kind:kind} with number {id} here (any more).")


class BuiltIn(StudyDagError):
    """An edit of something that the program brought along, such as a working format."""

    text = N_("What comes with StudyDAG stays as it is. Make a copy and change that.")


class NothingToUndo(StudyDagError):
    """Undo or redo without a step."""

    text = N_("There is nothing to undo.")


class ReadOnly(StudyDagError):
    """An edit of a library that was opened to look only."""

    text = N_("This library was opened for looking only. Close it where it is in use, then open it again to change it.")


class CannotRead(StudyDagError):
    """A file that can't be read; the command line exits with 3."""

    text = N_("{path} can’t be read.")


class FileMissing(CannotRead):
    """A file that does not exist."""

    text = N_("{path} does not exist.")


class FileDenied(CannotRead):
    """A file that the operating system does not let us open."""

    text = N_(
        "{path} can’t be opened: another program has it open (close it there), you are not allowed to read or "
        "write it, or it is a folder."
    )


def cannot_read(path: object, error: OSError) -> CannotRead:
    """Return what to tell people about a file that the system did not let us read."""
    return (FileMissing if isinstance(error, FileNotFoundError) else FileDenied)(path=str(path))


class LibraryEmpty(CannotRead):
    """A file of zero bytes."""

    text = N_("{path} is empty, not a library. Was it copied only in part? Use a backup, or the original.")


class LibraryForeign(CannotRead):
    """A file of another program."""

    text = N_("{path} is not a StudyDAG library but another kind of file. Nothing was changed in it.")


class LibraryTruncated(CannotRead):
    """A file that ends too early."""

    text = N_("{path} is cut off: {size} of {expected} bytes are there. Copy it again, or restore a backup.")


class LibraryDamaged(CannotRead):
    """A file in which SQLite or we find a fault: `detail` says which, in technical words for the report."""

    text = N_("{path} is damaged. Nothing was changed in it. Restore a backup.")


class SearchDamaged(CannotRead):
    """What words are found by is damaged, in which nobody's work is: `detail` as in `LibraryDamaged`."""

    text = N_(
        "Nothing can be found in {path}: the index that search uses is damaged. None of your own work is in it. It "
        "will be rebuilt the next time StudyDAG opens the library to write in it."
    )


class LibraryNewer(CannotRead):
    """A file made by a newer version of the program."""

    text = N_(
        "{path} was made by a newer StudyDAG (file version {found}; this one knows {known}). "
        "Update StudyDAG to open it. Nothing was changed in it."
    )


class CannotWrite(StudyDagError):
    """A file that can't be written."""

    text = N_("{path} can’t be written: {detail}. What was there before is still there.")


class NoRoom(CannotWrite):
    """A file for which the disk is too full."""

    text = N_(
        "There is no room for {path}: the disk is full. Make room, or choose another place. "
        "What was there before is still there."
    )


class NotAllowed(CannotWrite):
    """A file that is open in another program, or in a place where one may not write."""

    text = N_(
        "{path} can’t be written: it is open in another program, or you are not allowed to write there. Close it, "
        "or choose another place."
    )


class FolderMissing(CannotWrite):
    """A file whose folder isn't there."""

    text = N_("{path} can’t be written: its folder does not exist. Choose another place.")


class NameTooLong(CannotWrite):
    """A file whose name, or whose whole path on Windows, has more letters than the system takes."""

    text = N_(
        "{path} can’t be written: the name with all its folders is too long. Choose a shorter name, or a folder "
        "less deep down."
    )


def cannot_write(path: object, error: OSError) -> CannotWrite:
    """Return what to tell people about a file that the system did not let us write."""
    name = errno.errorcode.get(error.errno or 0, "")
    if name == "ENOENT" and getattr(error, "winerror", None) in _TOO_LONG and len(str(path)) >= _LONGEST_ON_WINDOWS:
        name = "ENAMETOOLONG"
    return _REFUSALS.get(name, CannotWrite)(path=str(path), detail=error.strerror or str(error))


_LONGEST_ON_WINDOWS: Final = 248
"""Letters in a path from which on Windows says that it isn't there: as many for a folder, 12 more for a file."""
_TOO_LONG: Final = frozenset({2, 3, 206})
"""What Windows says of it: no such file, no such folder, name too long. Nowhere else has an error such a number."""


_REFUSALS: Final[Mapping[str, type[CannotWrite]]] = {
    **dict.fromkeys(("ENOSPC", "EDQUOT", "EFBIG"), NoRoom),
    **dict.fromkeys(("EACCES", "EPERM", "EROFS", "EBUSY", "ETXTBSY", "ELOOP"), NotAllowed),
    **dict.fromkeys(("ENOENT", "ENOTDIR", "EEXIST"), FolderMissing),
    "ENAMETOOLONG": NameTooLong,
}


class DiskFull(CannotWrite):
    """No room left."""

    text = N_(
        "There is no room left on the disk for {path}. The last edit was not saved; all earlier ones were. Make "
        "room, and make the edit again."
    )


class LibraryGone(CannotWrite):
    """A library that was moved, deleted or replaced while it was open."""

    text = N_(
        "{path} was moved, deleted or replaced while it was open, so nothing can be saved in it any more. Save a "
        "copy (in the menu File), and open that."
    )


class LibraryInUse(StudyDagError):
    """Another program has it open for writing; the command line exits with 4."""

    text = N_("{path} is open elsewhere: {owner}, on {machine}, since {since:moment}. Close it there, or look only.")


class TooMany(StudyDagError):
    """A limit of model.md would be passed."""

    text = N_("There is room for {limit:number} {kind:kinds}; {count:number} are too many.")


class CannotExport(StudyDagError):
    """A document that can't be made as asked for."""

    text = N_("This document can’t be made.")


class NoSuchDocument(CannotExport):
    """A document that isn't in the register."""

    text = N_("There is no document {name:quoted}. There are: {names}.")


class NoSuchOption(CannotExport):
    """An option that a document does not have, or a value that it does not take."""

    text = N_("{document:quoted} has no option {name:quoted}. It has: {names}.")


class NoSuchValue(CannotExport):
    """A value that an option does not take."""

    text = N_("The option {name:quoted} can’t be {value:quoted}. It takes: {values}.")


class NoSuchEnding(CannotExport):
    """A file ending in which a document can't be written."""

    text = N_("{document:quoted} can’t be written as {ending:quoted}, but as: {endings}.")


class NothingDated(CannotExport):
    """A calendar without a date in it."""

    text = N_("Nothing here has a date yet, so there is nothing to put in a calendar. Give the study day a date first.")


class NothingToAttend(NothingDated):
    """A calendar of a programme in which nothing stands yet that takes place for all to see."""

    text = N_("There is no block in the programme that could go into a calendar. Add a block first.")
