"""How findings name what they concern."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from studydag.model.rules.time.schedule import MINUTES_A_DAY
from studydag.model.values.description import kind_of
from studydag.model.values.findings import About

LONGEST_TITLE = 200
# The field by which people know a thing, in the order in which it is looked for.
_TITLE_FIELDS = ("title", "sentence", "statement", "what", "name", "text", "topic", "product")


class Thing(Protocol):
    """What has a row of its own."""

    @property
    def id(self) -> int:
        """Its number in this library."""

    @property
    def uid(self) -> str:
        """Its name everywhere."""


def about(thing: Thing) -> About:
    """Return a thing as what a finding concerns, named as people know it, on one line."""
    texts = (getattr(thing, field, "") for field in _TITLE_FIELDS)
    title = next((text for text in texts if text), "")
    return About(kind_of(type(thing)), thing.id, thing.uid, one_line(title))


def about_member(kind: str, member: StrEnum) -> About:
    """Return one of a fixed set of words, such as a phase, so that findings about two of them differ; it has id 0."""
    return About(kind, 0, member.value, member.value)


def one_line(text: str) -> str:
    """Return a text on one line, of at most 200 characters."""
    # A plain title, which most are, is what it is.
    line = text if text.isprintable() and "  " not in text and text == text.strip() else " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"


def clock(minutes: int) -> str:
    """Write minutes after midnight as a clock time: "08:30", and past midnight "00:30 (+1)"."""
    days, rest = divmod(minutes, MINUTES_A_DAY)
    written = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{written} (+{days})" if days else written
