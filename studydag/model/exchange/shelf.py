"""Things that a document may refer to without bringing them along, such as built-in formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from studydag.model.rules.handing_on.used import shared_fields
from studydag.model.values.description import kind_of
from studydag.model.values.references import numbered, things_in
from studydag.model.values.setting import Setting


class Shelf:
    """Hands out a thing, with ids of the document, when something in the document first refers to it or into it."""

    def __init__(self, setting: Setting, fresh_id: Callable[[], int]) -> None:
        """Keep what lies in `setting`; a thing that is taken gets its ids from `fresh_id`."""
        self._fresh_id = fresh_id
        self._taken: dict[str, list[Any]] = {}
        self._ids: dict[tuple[str, str], int] = {}
        self._homes = {
            (kind_of(type(inner)), inner.uid): (each.name, thing)
            for each in shared_fields()
            for thing in getattr(setting, each.name)
            for inner in things_in(thing)
        }

    def take(self, kind: str, uid: str) -> int | None:
        """Return the id of the thing with this uid, or None where there is none."""
        if (kind, uid) not in self._ids and (kind, uid) in self._homes:
            field, home = self._homes[kind, uid]
            taken = numbered(home, self._fresh_id)
            self._taken.setdefault(field, []).append(taken)
            self._ids.update({(kind_of(type(inner)), inner.uid): inner.id for inner in things_in(taken)})
        return self._ids.get((kind, uid))

    def added_to(self, setting: Setting) -> Setting:
        """Return a setting that holds what was taken as well."""
        more: dict[str, Any] = {field: (*getattr(setting, field), *taken) for field, taken in self._taken.items()}
        return replace(setting, **more)
