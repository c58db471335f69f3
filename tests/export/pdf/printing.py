"""Prints stories for tests: the least that `build` needs, filled in."""

from collections.abc import Iterable
from datetime import datetime

from studydag.export.typeset.metadata import Properties
from studydag.export.typeset.page import A4, Footer, Paper, build
from studydag.export.typeset.theme import Theme
from studydag.export.typeset.typesetting import Element
from tests.export.pdf.reading import Reading, read

PROPERTIES = Properties(title="Formatief handelen", language="nl-NL", printed_at=datetime(2027, 3, 1, 12, 30))
FOOTER = Footer(
    title="Formatief handelen", version="versie 3", printed="1 maart 2027", page_of="pagina {page} van {pages}"
)


def printed(story: Iterable[Element], theme: Theme | None = None, paper: Paper = A4) -> bytes:
    """Print a story."""
    return build(story, PROPERTIES, theme or Theme.of(), footer=FOOTER, paper=paper)


def printed_and_read(story: Iterable[Element], theme: Theme | None = None, paper: Paper = A4) -> Reading:
    """Print a story and read what came of it."""
    return read(printed(story, theme, paper))
