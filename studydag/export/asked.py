"""What a document is asked for: the choices that were made, and the stamp that its pages bear; what was found then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

YES: Final = "yes"
NO: Final = "no"


class Stopped(Exception):
    """A document that isn't wanted any more was not finished."""


def _always() -> bool:
    return True


@dataclass(slots=True, eq=False)
class Proof:
    """What was found while a document was made, and whether it is still wanted.

    `marks` has each character that is printed as a mark, with the text in which it stands first; `logo_left_out` says
    that the school's logo can't be read. `nothing` is what a document says that has nothing to tell yet.
    """

    is_wanted: Callable[[], bool] = _always
    marks: dict[str, str] = field(default_factory=dict)
    logo_left_out: bool = False
    nothing: str = ""

    def with_nothing_found(self) -> Proof:
        """Return a proof of one more document, that is wanted as long as this one is."""
        return Proof(is_wanted=self.is_wanted)

    def add(self, other: Proof) -> None:
        """Take over what was found in another document that bears the same stamp."""
        self.marks = {**other.marks, **self.marks}
        self.logo_left_out |= other.logo_left_out

    def go_on(self) -> None:
        """Do nothing, or raise Stopped where the document isn't wanted any more."""
        if not self.is_wanted():
            raise Stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When a document is printed, in local time, and of which version of the day; both stand in its footer.

    `proof` comes back with what was found; two stamps are the same whatever that was. What is printed on `one_side`
    of its sheets, or at its `true_size` because it is cut, says so to the program that prints it.
    """

    printed: datetime
    version: str = ""
    one_side: bool = False
    true_size: bool = False
    proof: Proof = field(default_factory=Proof, compare=False, repr=False)


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
