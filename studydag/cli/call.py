"""One call of the command line: what was given, and what a command needs to answer it."""

from __future__ import annotations

import datetime as dt
import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import OUT, Given, Option, WrongUse
from studydag.cli.output import Output
from studydag.language import Language
from studydag.model.values.errors import FileDenied, FileMissing
from studydag.model.values.wording import N_

if TYPE_CHECKING:
    from studydag.model.store.library import Library

_NO_NAMES: Final = frozenset({errno.ENAMETOOLONG, errno.EINVAL})
_SHOWN_CHARACTERS: Final = 60


class LibraryMissing(FileMissing):
    """There is no library yet where one is to be read."""

    text = N_(
        "There is no library at {path}. Name another one with --library, or make one: "
        "studydag load, add, generate and demo do."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What was given, the library it is about, in which language, on what day, and where to write.

    `today` may be given; `now` is always the clock's.
    """

    given: Given
    library: Path
    language: Language
    today: dt.date
    now: Callable[[], dt.datetime]
    out: Output
    err: Output

    @property
    def words(self) -> tuple[str, ...]:
        """What stands after the command without a name of its own."""
        return tuple(self.given.words[1:])

    @property
    def printed(self) -> dt.datetime:
        """The moment that printed pages bear: now, or the middle of the day that was given as today."""
        now = self.now()
        return now if now.date() == self.today else dt.datetime.combine(self.today, dt.time(12))

    def has(self, option: Option) -> bool:
        """Whether an option was given."""
        return self.given.has(option)

    def look(self, *, check: bool = True) -> Library:
        """Open the library to read it, beside whoever writes in it; without `check` a damaged one too.

        Raises CannotRead.
        """
        if not self.library.exists():
            raise LibraryMissing(path=str(self.library))
        from studydag.model.store.library import Library

        return Library.look(self.library, check=check)

    def open(self) -> Library:
        """Open the library to write in it; a missing one is made, its school with the language of this call.

        Raises CannotRead, LibraryInUse, CannotWrite.
        """
        from studydag.model.store.library import Library
        from studydag.model.values.languages import DocumentLanguage

        return Library.open(self.library, create=True, language=DocumentLanguage(self.language.code))


def named_path(name: str) -> Path:
    """Return the path that was typed, of something that is there or not.

    Raises WrongUse where no file can be called so, FileDenied where the system won't say whether it is there.
    """
    if not name.strip():
        raise WrongUse(N_("The name of a file is missing: an empty one was given."))
    try:
        os.lstat(name)
    except (FileNotFoundError, NotADirectoryError):
        pass
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno not in _NO_NAMES:
            raise FileDenied(path=name) from error
        raise WrongUse(
            N_("No file can be called {name:quoted}: that is too long, or has letters that no name may have."),
            name=name if len(name) <= _SHOWN_CHARACTERS else f"{name[:_SHOWN_CHARACTERS]}…",
        ) from error
    return Path(name)


def out_path(call: Call) -> Path:
    """Return the file that is to be written. Raises WrongUse for a folder, and for one that isn't there."""
    path = named_path(call.given.text(OUT) or "")
    if path.is_dir():
        raise WrongUse(N_("{path} is a folder; --{option} takes the name of a file."), path=str(path), option=OUT.name)
    if not path.parent.is_dir():
        raise WrongUse(N_("There is no folder {path}. Make it first, or choose another."), path=str(path.parent))
    return path
