"""The school and what its study days share. School goals, people, rooms and groups are made with the plain verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from studydag.model.operations import editing
from studydag.model.operations.soundness import refuse, root_of, sound
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.description import kind_of
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.references import numbered
from studydag.model.values.school import Picture, School
from studydag.model.values.wording import N_

SCHOOL = 1
PICTURE_BYTES = 1_000_000


def change_school(library: Library, **fields: Any) -> None:
    """Change what is known of the school. Raises InvalidValue.

    In a list, such as that of the closed days, what is added is a step of its own, with what is filled in there then.
    """
    lengths = [len(value) for _, value in sorted(fields.items()) if isinstance(value, tuple)]
    editing.set_fields(library, Op.CHANGE, School, SCHOOL, *lengths, **fields)


def set_logo(library: Library, picture: Picture | None) -> int | None:
    """Give the school a logo of at most 1 MB, or none, in place of the one it had; return the picture's id.

    Raises InvalidValue for what is no picture, or too large.
    """
    made = None if picture is None else sound(library, replace(picture, id=0), None)
    if made is not None and not made.data:
        refuse("logo", N_("This file holds no picture that can be read. Choose a PNG or JPEG file."))
    if made is not None and len(made.data) > PICTURE_BYTES:
        refuse(
            "logo",
            N_("A picture takes at most {limit:size}; this one takes {size:size}."),
            limit=PICTURE_BYTES,
            size=len(made.data),
        )
    former = library.get(School, SCHOOL).logo
    with library.change(Op.SET_LOGO, place=Place(None, "school", SCHOOL)) as writer:
        number = None if made is None else writer.add(made)
        writer.set(School, SCHOOL, logo=number)
        if former is not None:
            writer.delete("picture", former)
    return number


def copy_format(library: Library, format_id: int, **fields: Any) -> int:
    """Make a working format of the school's own from another, which can then be changed; return its id."""
    original = library.get(WorkingFormat, format_id)
    own = replace(original, uid="", key="", hidden=False, copied_from=original.key or original.copied_from, **fields)
    return editing.add(library, Op.COPY_FORMAT, own)


def copy_question_set(library: Library, set_id: int) -> int:
    """Make a question set of the school's own from another, which can then be changed; return its id."""
    original = numbered(library.get(QuestionSet, set_id), lambda: 0)
    return editing.create(library, replace(original, uid="", key="", hidden=False))


def hide(library: Library, value: type[Any], ids: Sequence[int]) -> None:
    """Leave formats, learning forms, question sets or templates out of what is offered; built-in ones as well."""
    _set_hidden(library, Op.HIDE, value, ids, hidden=True)


def show(library: Library, value: type[Any], ids: Sequence[int]) -> None:
    """Offer again what was hidden."""
    _set_hidden(library, Op.SHOW, value, ids, hidden=False)


def _set_hidden(library: Library, op: Op, value: type[Any], ids: Sequence[int], *, hidden: bool) -> None:
    if not ids:
        return
    kind = kind_of(value)
    for row_id in ids:
        root_of(library, (kind, row_id))
    with library.change(op, place=Place(None, kind, ids[0])) as writer:
        for row_id in ids:
            writer.set(value, row_id, hidden=hidden)
