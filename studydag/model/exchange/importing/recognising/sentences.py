"""Takes a text apart into its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[)\"”']?\s+(?=[\"“„'(]?(?:[A-ZÀ-ÞÄÖÜ']|\d{1,2}[:.]\d{2}))")
_NO_END: Final = re.compile(
    r"(?:(?:^|[\s(])(?:\d{1,2}|[^\W\d_]|dr|drs|prof|mr|mrs|ms|mw|mevr|dhr|ds|pr|ir|ing|mag|dipl|em|past|min|st|nr|ca|bijv|bv|vgl|hr|fr|o\.l\.v|i\.s\.m|o\.a|u\.a|e\.a|m\.m\.v"
    r"|incl|excl|tel|z\.b|e\.g|i\.e)\.)$",
    re.IGNORECASE,
)
# Behind `lokaal 3.` these begin the next sentence, and are no month or noun that is numbered.
_NEXT_SENTENCE: Final = re.compile(
    r"(?<=\d\.\s)(?:daarna|om|van|vanaf|na|we|wij|er|tot|dan|in de|de|het|then|after|at|from|there|in the|the"
    r"|danach|dann|um|wir|nach|es|anschließend)\s",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text; `dr.` and `4. Mai` end none."""
    begin = 0
    for found in _SENTENCE_END.finditer(text):
        if _NO_END.search(text[begin : found.start()]) and not _NEXT_SENTENCE.match(text, found.end()):
            continue
        yield text[begin : found.start()].strip()
        begin = found.end()
    yield text[begin:].strip()
