"""Breaks that stand between two blocks without a time of their own, where the times of the two leave room for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.rules.written.phase_words import phase_of
from studydag.model.values.imported import LineKind
from studydag.model.values.phases import Phase

_MOST_WORDS: Final = 3


def settle_breaks(drafts: Sequence[Draft]) -> None:
    """Make a block of a line such as `pauze` where the block above ends before the next one begins."""
    ended: dt.time | None = None
    waiting: Draft | None = None
    for draft in drafts:
        if draft.kind is LineKind.ITEM:
            if waiting is not None and ended and draft.time.start and ended < draft.time.start:
                waiting.kind, waiting.title, waiting.description = LineKind.ITEM, _said(waiting), ""
            ended, waiting = draft.time.end, None
        elif draft.kind is LineKind.NOTE and _is_a_break(draft):
            waiting = draft if waiting is None else None
        elif draft.kind.is_block or draft.begins_part:
            ended, waiting = None, None


def _is_a_break(draft: Draft) -> bool:
    said = _said(draft)
    is_all = not (draft.persons or draft.room or draft.row.table)
    return is_all and 0 < len(said.split()) <= _MOST_WORDS and phase_of(said) is Phase.BREAK


def _said(draft: Draft) -> str:
    """Return what a note says, which may go on in the title above."""
    return " ".join(part for part in (draft.title, draft.description) if part)
