"""What stands behind the time of a block: its title, with who and where behind it, and options in the same line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.cell_lines import take_lines, title_and_lines
from studydag.model.exchange.importing.texts.drafts import Draft, State, with_peeled
from studydag.model.exchange.importing.texts.options_in_a_line import listed_within, options_inside, options_within
from studydag.model.exchange.importing.titles.peeled import Behind
from studydag.model.exchange.importing.titles.peeling import behind
from studydag.model.exchange.importing.titles.people_behind import BY
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.values.imported import LineKind

_SENTENCE: Final = re.compile(r"(?<=[^\W_]{3})[.]\s+(?=[^\W\d_])")
SHORT, LONG = 15, 200
_LEADS_TO_NAMES: Final = re.compile(
    r"(?:,?\s+(?:onder andere|onder meer|o\.a\.|unter anderem|u\.a\.|among others|including))?"
    r"(?:\s+(?:met|mit|with))?\s*:\s*$",
    re.IGNORECASE,
)


def place_block(draft: Draft, rest: Sequence[str], state: State, usual: Behind) -> None:
    """Give a block what stands behind its time: its title, the cells behind that, and the options within it."""
    cells = [cell for cell in rest if cell]
    inline = options_within(cells[0]) if len(cells) == 1 else None
    if inline is not None:
        place_block(draft, [inline[0]], state, usual)
        known = behind(inline[1])
        state.drafts += [with_peeled(Draft(draft.row, LineKind.OPTION), text, known=known) for text in inline[1]]
        return
    head, draft.inside = listed_within(_LEADS_TO_NAMES.sub("", cells[0]))
    first, more = title_and_lines(head)
    inside = draft.inside
    if len(cells) == 1:
        draft = with_peeled(draft, first, known=usual)
    else:
        if people_in(first).sureness is Sureness.SURE and _names_no_more(cells[1]):
            # `Jan Jansen | Titel | Aula`: who speaks stands before what.
            cells = [cells[1], first, *cells[2:]]
            first = cells[0]
        draft = with_peeled(draft, first, commas=False) if "(" in first or BY.search(first) else draft
        draft.title = draft.title or first
        draft.extras = tuple(cells[1:])
    draft.title = (draft.title or first).rstrip(" :") or first
    take_lines(draft, more)
    draft = _with_short_title(draft)
    state.drafts.append(draft)
    state.drafts += options_inside(replace(draft, inside=inside))


def _with_short_title(draft: Draft) -> Draft:
    """Keep the first sentence of a title that tells a whole story, and make the others its description."""
    stop = _SENTENCE.search(draft.title, SHORT) if len(draft.title) > LONG else None
    if stop is None or stop.start() > LONG:
        return draft
    rest = draft.title[stop.end() :].strip()
    description = "\n".join(part for part in (rest, draft.description) if part)
    return replace(draft, title=draft.title[: stop.end()].rstrip(" ."), description=description)


def _names_no_more(cell: str) -> bool:
    """Whether a cell behind a name is what the person speaks of: no room, no other name, and no organisation."""
    return (
        len(cell.split()) > 1
        and room_sureness(cell) < Sureness.SURE
        and people_in(cell).sureness < Sureness.LIKELY
        and label_at(cell) is None
    )
