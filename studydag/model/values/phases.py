"""What a block is for; apart, because the first frame of the window needs nothing else of the programme."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """What a block is for; the first four are the learning phases (R080)."""

    INSPIRATION = "inspiration"
    KNOWLEDGE = "knowledge"
    APPLICATION = "application"
    REFLECTION = "reflection"
    BREAK = "break"
    ORGANISATION = "organisation"

    @property
    def is_learning(self) -> bool:
        """Whether a block of this phase counts in net minutes (see checks.md)."""
        return self not in {Phase.BREAK, Phase.ORGANISATION}
