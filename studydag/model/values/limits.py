"""How many things there may be; beyond is refused with the limit in the message, never cut."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Counts, and the size of a file that is read, in bytes. The lengths of texts stand in their annotations."""

    top_level_blocks: int = 400
    round_options: int = 400
    people: int = 5_000
    registrations: int = 5_000
    study_days: int = 5_000
    file_bytes: int = 500_000_000
    """Of a study day as JSON, which has to hold whatever these limits allow."""


LIMITS = Limits()
