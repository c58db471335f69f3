"""Search as people see it: what too few people said is found by nobody."""

from __future__ import annotations

from collections.abc import Iterable

from studydag.model.rules.effect.figures import can_be_shown
from studydag.model.store.library import Library
from studydag.model.store.search import Hit
from studydag.model.values.effect import Measure, Result
from studydag.model.values.school import EffectLevel, School


def find(library: Library, words: str, *, day: int | None = None, limit: int = 200) -> list[Hit]:
    """Return where the words stand in all study days, or in one, best first, as far as it may be shown (R058)."""
    return _shown(library, library.find(words, day=day, limit=limit))


def titles(library: Library) -> list[Hit]:
    """Return everything that has a title, as far as it may be shown."""
    return _shown(library, library.titles())


def titled(library: Library, kind: str, row_id: int) -> Hit | None:
    """Return one thing as search knows it, or None where it isn't there, has no title, or may not be shown."""
    hit = library.titled(kind, row_id)
    return next(iter(_shown(library, [] if hit is None else [hit])), None)


def _shown(library: Library, hits: Iterable[Hit]) -> list[Hit]:
    found = list(hits)
    results = library.some(Result, [hit.id for hit in found if hit.kind == "result"])
    if not results:
        return found
    measures = library.some(Measure, sorted({each.measure for each in results}))
    levels = {each.id: each.level for each in measures}
    minimum = next(iter(library.every(School)), School()).minimum_group_size
    hidden = {
        each.id for each in results if not can_be_shown(each, levels.get(each.measure, EffectLevel.REACTION), minimum)
    }
    return [hit for hit in found if hit.kind != "result" or hit.id not in hidden]
