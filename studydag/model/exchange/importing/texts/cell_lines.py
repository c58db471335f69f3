"""A cell of several lines: the first is what a block is called, the others say who and where, or more of it."""

from __future__ import annotations

from collections.abc import Sequence

from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.asides import aside_of
from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.exchange.importing.titles.peeling import peel

_GO_ON = (",", "-", ":", "&", " en", " and", " und")


def title_and_lines(cell: str) -> tuple[str, list[str]]:
    """Return the title in a cell, which may be broken over two lines, and the lines below it."""
    first, *more = cell.split("\n")
    first = first.rstrip(" :") or first
    if more and (more[0][:1].islower() or first.endswith(_GO_ON)):
        first = f"{first} {more.pop(0)}"
    return first, more


def take_lines(draft: Draft, lines: Sequence[str]) -> None:
    """Give a draft what the lines below its title say: who, where, or what more is told of it."""
    for line in lines:
        aside = aside_of(line)
        if aside is not None:
            draft.persons = (*draft.persons, *aside.persons)
            draft.room = draft.room or aside.room
            draft.description = "\n".join(part for part in (draft.description, line) if part)
        elif people_in(line).sureness >= Sureness.LIKELY:
            draft.persons = (*draft.persons, *people_in(line).persons)
        elif room_sureness(line) >= Sureness.LIKELY and not draft.room:
            draft.room = line
        else:
            peeled = peel(f"x {line}", commas=False)
            draft.persons = (*draft.persons, *peeled.persons)
            draft.description = "\n".join(part for part in (draft.description, line) if part)
