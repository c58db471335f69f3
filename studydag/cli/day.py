"""The study day that a command is about: DAY is an id, or else a uid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import Word, WrongUse
from studydag.cli.output import readable
from studydag.model.values.wording import N_

if TYPE_CHECKING:
    from studydag.model.store.library import Library
    from studydag.model.values.study_day import StudyDay

DAY: Final = Word(name="DAY", help=N_("the number of a study day, or its uid; studydag days lists both"))
# Eighteen digits always fit in a number of SQLite.
_AN_ID: Final = re.compile(r"[0-9]{1,18}")


def find_day(library: Library, name: str) -> StudyDay:
    """Return the study day with this id, else the one with this uid. Raises WrongUse."""
    name = readable(name)
    from studydag.model.values.study_day import StudyDay

    if _AN_ID.fullmatch(name):
        found = library.some(StudyDay, (int(name),))
        if found:
            return found[0]
    row = library.id_of("study_day", name)
    if row is None:
        raise WrongUse(
            N_("There is no study day {day:quoted} in {path}. studydag days lists what there is."),
            day=name,
            path=str(library.path),
        )
    return library.get(StudyDay, row)
