"""What somebody means who types the beginning of a name or a title, as quickly as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from studydag.model.rules.written.written_text import plain


def meant(text: str, names: Sequence[str]) -> int | None:
    """Return the place of the one name that is meant; None where none is, or several are."""
    places = candidates(text, names)
    alike = {_bare(names[place]) for place in places}
    return places[0] if len(alike) == 1 else None


def used_most(uses: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, those that are used most first; of those used as much, by the alphabet."""
    times = Counter(filter(None, uses))
    return tuple(sorted(times, key=lambda name: (-times[name], name.casefold())))


def candidates(text: str, names: Sequence[str]) -> list[int]:
    """Return the places of the names that may be meant.

    Equal to what was typed goes before beginning with it, then come names with words that begin like the words that
    were typed, in order: `f ko` is Fenna Koolwijk.
    """
    wanted = _bare(text)
    if not wanted:
        return []
    bare = [_bare(name) for name in names]
    for fits in (_is_equal, _begins, _begins_by_words):
        places = [place for place, name in enumerate(bare) if fits(wanted, name)]
        if places:
            return places
    return []


def _bare(text: str) -> str:
    return " ".join(plain(text)[0].split())


def begins(name: str, typed: str) -> bool:
    """Whether a name begins with what was typed, in which a number is whole: room 11 does not begin with room 1."""
    return name.startswith(typed) and not (typed[-1:].isdigit() and name[len(typed) :][:1].isdigit())


def _is_equal(wanted: str, name: str) -> bool:
    return wanted == name


def _begins(wanted: str, name: str) -> bool:
    return begins(name, wanted)


def _begins_by_words(wanted: str, name: str) -> bool:
    words = iter(name.split())
    return all(any(begins(word, part) for word in words) for part in wanted.split())
