"""What an edit was, and what it touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit happened: the study day (None: the school) and the thing, so that undo can go there."""

    day: int | None
    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Change:
    """What one committed edit (or its undo or redo) touched: ids of rows by kind, such as {"block": {7}}.

    Rows of a part of a thing (a checklist item, a link) name the thing as well: {"action": {2}}.
    """

    op: str
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    place: Place | None = None

    def touches(self, *kinds: str) -> bool:
        """Whether a row of one of `kinds` was made, changed or deleted."""
        return any(kind in self.rows for kind in kinds)
