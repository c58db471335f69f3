"""What fields and operations are called on screen and paper; members of enums and kinds are told by a `Language`.

Labels begin with a small letter; `Language.capitalised` makes one begin a line.
"""

from __future__ import annotations

import re
from typing import Final

from studydag.labels.fields import FIELDS, FIELDS_OF
from studydag.labels.operations import OPERATIONS
from studydag.language import Language
from studydag.model.values.description import kind_of
from studydag.model.values.errors import Problem
from studydag.model.values.wording import N_

_STEP: Final = re.compile(r"(\w+)(?:\[(\d+)\])?")


def field_name(name: str, language: Language, of: type | None = None) -> str:
    """Name a field: "minutes" is "duur". `of` is its class, for where a name means something else in one class.

    A name without a label stays itself.
    """
    text = FIELDS_OF.get((kind_of(of), name)) if of is not None else None
    return language.gettext(text or FIELDS.get(name, name))


def operation_name(operation: str, language: Language, kind: str = "") -> str:
    """Name what an edit did, as the menu says it after "Undo: "; `kind` is what it was done to (see `Place`).

    An operation without a name is an edit.
    """
    name = OPERATIONS.get(operation, N_("edit"))
    return language.wording(name, {"kind": kind or language.gettext("something")})


def problem_line(problem: Problem, language: Language, of: type | None = None) -> str:
    """Say which field is wrong, and how, as in "Duur: Een getal van 0 tot en met 1440.", in one line.

    A place within a thing, `checklist[0].text`, becomes "Checklist 1, tekst"; a path in a file, `$.blocks[0]`, stays.
    """
    where = problem.where
    named = where if where.startswith("$") else language.capitalised(_place(where, language, of))
    return f"{named}: {language.problem(problem)}"


def _place(where: str, language: Language, of: type | None) -> str:
    steps = _STEP.findall(where)
    names = [field_name(name, language, of if step == 0 else None) for step, (name, _) in enumerate(steps)]
    return ", ".join(
        f"{name} {int(index) + 1}" if index else name for name, (_, index) in zip(names, steps, strict=True)
    )
