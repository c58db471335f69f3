"""What a document is asked for: the choices that were made, and the stamp that its pages bear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

YES: Final = "yes"
NO: Final = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When a document is printed, in local time, and of which version of the day; both stand in its footer."""

    printed: datetime
    version: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen: a value for each option of a document."""

    values: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """Return the value of an option."""
        return self.values[name]

    def on(self, name: str) -> bool:
        """Return whether a switch is on."""
        return self.values[name] == YES
