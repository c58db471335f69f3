"""The rules by which people give each other feedback, as a card that holds in a block (R061)."""

from __future__ import annotations

from studydag.model.values.school import School
from studydag.model.values.wording import N_, Wording

OURS: tuple[Wording, ...] = (
    N_("First ask what the other person wants feedback on, and look at that."),
    N_("Say what you saw and heard, and only then what it did to you."),
    N_("Name what works before what could be better: a strength and a tip."),
    N_("Talk about the next step: where are you going, how is it going, what now?"),
    N_("Whoever gets feedback listens, asks further, and decides what to do with it."),
    N_("What is said here stays here."),
)
"""What holds where the school has no rules of its own; to be translated."""


def rules_of_feedback(school: School) -> tuple[Wording, ...]:
    """Return the rules, a sentence each: the school's own lines, else ours, which are still to be translated."""
    own = tuple(line.strip(" \t-•*") for line in school.feedback_rules.splitlines() if line.strip())
    return own or OURS
