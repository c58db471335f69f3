"""What finding costs with each letter that is typed, in a library of 200 study days."""

import tempfile
from pathlib import Path

from benchmarks.library_of import library_of
from benchmarks.rows import Row, milliseconds
from studydag.model.rules.written.matching import Candidate, alike, folded, ranked
from studydag.model.store.first_list import day_lines
from studydag.model.store.library import Library

DAYS = 200
AT_ONCE = 50
"""Milliseconds within which an answer seems to be there at once."""


def rows() -> list[Row]:
    """Return what one letter more costs: words that are there, a slip of the pen, and all places of a word."""
    with tempfile.TemporaryDirectory() as folder:
        path = library_of(DAYS, Path(folder) / "many.studydag")
        names = [Candidate(key=str(line.id), title=line.title) for line in day_lines(path)]
        with Library.look(path, check=False) as library:
            titles = [folded(hit.title) for hit in library.titles()]

            def typed(words: str) -> int:
                hits = library.find(words)
                things = [Candidate(key=f"{hit.kind}:{hit.id}", title=hit.title) for hit in hits]
                return len(ranked(words, [*names, *things]))

            return [
                Row(name=f"a letter, {DAYS} days", figure=milliseconds(lambda: typed("l")), unit="ms", goal=AT_ONCE),
                Row(name="two words", figure=milliseconds(lambda: typed("leerlingen feed")), unit="ms", goal=AT_ONCE),
                Row(
                    name=f"a slip among {len(titles)} titles",
                    figure=milliseconds(lambda: alike("leerlingne feedbakc", titles)),
                    unit="ms",
                    goal=AT_ONCE,
                ),
                Row(
                    name="the titles for it, once a box",
                    figure=milliseconds(lambda: [folded(hit.title) for hit in library.titles()]),
                    unit="ms",
                ),
                Row(
                    name="all places of a word",
                    figure=milliseconds(lambda: library.find("leerlingen", limit=500)),
                    unit="ms",
                    goal=AT_ONCE,
                ),
            ]
