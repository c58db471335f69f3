"""A line that goes on with the one above it: the rest of a title, of a quote, or of what somebody does."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.headings import is_footer
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.texts.drafts import Draft, State
from studydag.model.exchange.importing.titles.people_behind import BY
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.rules.written.phase_words import tells_a_phase
from studydag.model.values.imported import LineKind

# `Early-Check-in`, `Check in` are whole.
_GOES_ON: Final = re.compile(
    r"(?:[,&:/–—-]|(?<![\w-])(?<!check )(?<!walk )(?<!sign )(?:en|and|und|of|or|oder|de|het|een|van|voor|met|in|op"
    r"|aan|bij|door|naar|over|uit|om|als|tussen|the"
    r"|an|a|of|for|with|by|from|into|to|at|on|der|die|das|dem|den|des|ein|eine[nmrs]?|mit|für|von|vom|zu|zur|zum|im|am|auf"
    r"|aus|bei|nach|durch|über))$",
    re.IGNORECASE,
)
_ADVICE: Final = re.compile(
    r"(?:zie (?:hieronder|hierna|lijst|programma)|siehe unten|see (?:below|list)"
    r"|let op|nb|n\.b\.|graag|gelieve|neem|breng|vergeet|please|bring|note|don't|bitte|parkeren|parking|parkplätze"
    r"|(?!(?:hoe|wat|waarom|wanneer|wie|waar|welke?|die|dat|en|of|maar|met|voor|how|what|why|when|who|where|which|that|and"
    r"|or|but|with|wie|was|warum|wann|wer|wo|welche[rs]?|und|oder|mit)\b)[a-zà-þ-]+"
    r" (?:kan|kunnen|kun je|moet|moeten|mag|mogen|staan|staat|ligt|liggen|is niet|zijn niet|can|may|must|is not|are not"
    r"|kann|können|muss|müssen|steht|stehen|liegt|liegen))\b"
)
_QUOTES: Final = (("„", "“”"), ("“", "”"), ("«", "»"))
_TAIL: Final = 12
_WHOLE_TITLE: Final = 5
"""A title of more words than these that ends in a colon is whole."""


def goes_on(row: Row, state: State) -> bool:
    """Whether a line is the second one of a title that was broken in two."""
    block = state.last_block()
    text = " ".join(row.filled)
    if (
        block is None
        or row.bullet
        or row.after_gap
        or state.drafts[-1] is not block
        or len(text) > 100
        or is_footer(text)
    ):
        return False
    if block.extras or BY.match(text) or label_at(text) is not None or _is_advice(text, block.row.text):
        return False
    if not block.row.text.endswith(",") and speaker_of(text).sureness >= Sureness.LIKELY:
        # `mevr. Anna Bos, wethouder` on a line of its own.
        return False
    is_named = block.row.text.endswith(":") and len(block.title.split()) > _WHOLE_TITLE
    if is_named and text[:1].isupper() and not text.endswith("?"):
        # `Teams plan how to mentor who is new:` is a whole title, below which stands what it is about.
        return False
    return text[:1].islower() or _GOES_ON.search(block.row.text) is not None or _ends_a_quote(text, block.row.text)


def _ends_a_quote(text: str, above: str) -> bool:
    """Whether a line ends what is in quotes from the line above it on: `„Lernen` above `in der Stadt“`."""
    return any(
        above.count(begin) > sum(map(above.count, ends))
        and any(end in text for end in f'{ends}"')
        and not any(first in text for first in begin)
        for begin, ends in _QUOTES
    )


def _is_advice(text: str, above: str) -> bool:
    """Whether a line in small letters says what to know or do, and is no rest of a title: `parkeren kan achter`."""
    is_whole = _GOES_ON.search(above) is None or above.endswith((",", ":"))
    return text.endswith(":") or (is_whole and _ADVICE.match(text) is not None)


def joined_by(state: State) -> str:
    """Return the mark at the end of the line above that its title lost, and that joins it to how it goes on."""
    block = state.last_block()
    above = state.drafts[-1].row.text
    if above.endswith((",", " -", " –", " —")):
        return above[-1]
    # `Vortrag: Prof. Anna Bos (Kiel):`
    is_lost = block is not None and above.endswith(":") and bool(block.persons) and not block.title.endswith(":")
    return ":" if is_lost else ""


def says_more_of_people(state: State) -> bool:
    """Whether a line that goes on says more of the person with whom the title above ends, as of an office."""
    block = state.last_block()
    if block is None or not block.persons or block.row.text.rstrip(" .,").endswith(block.title[-_TAIL:].rstrip(" .,")):
        return False
    above = block.row.text
    return (above.endswith(",") or _GOES_ON.search(above) is None) and not above.endswith(("(", ":"))


def more_of_people(row: Row) -> Draft:
    """Return a line as what it says of the people above it, with those whom it names besides."""
    text = " ".join(row.filled)
    named = people_in(text)
    return Draft(row, LineKind.NOTE, persons=named.persons if named.sureness is Sureness.SURE else (), description=text)


def is_in_quotes(text: str) -> bool:
    """Whether what is in quotes does not end on its line."""
    return any(text.count(begin) > sum(map(text.count, ends)) for begin, ends in _QUOTES)


def says_what_to_know(text: str) -> bool:
    """Whether a line says what to know or to bring, such as where to park: no block."""
    return _ADVICE.match(text[:1].lower() + text[1:]) is not None and not tells_a_phase(text)
