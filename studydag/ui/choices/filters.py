"""Which people the board shows: all, or those for whom something is the matter."""

from __future__ import annotations

from enum import StrEnum

from studydag.model.rules.choices.presence import is_walk_in
from studydag.model.rules.choices.standing import Standing
from studydag.model.values.choices import Registration
from studydag.model.values.wording import N_


class Shown(StrEnum):
    """A filter of the board."""

    EVERYONE = "everyone"
    WITHOUT_PLACE = "without_place"
    NO_FIRST = "no_first"
    BELOW_SECOND = "below_second"
    NO_CHOICES = "no_choices"
    LOCKED = "locked"
    WALK_IN = "walk_in"
    IN_OPTION = "in_option"


TITLES = {
    Shown.EVERYONE: N_("Everyone"),
    Shown.WITHOUT_PLACE: N_("Without a place"),
    Shown.NO_FIRST: N_("Without a first choice"),
    Shown.BELOW_SECOND: N_("3rd choice or lower"),
    Shown.NO_CHOICES: N_("Without choices"),
    Shown.LOCKED: N_("Place locked"),
    Shown.WALK_IN: N_("Walk-ins"),
    Shown.IN_OPTION: N_("In the selected option"),
}

LOWEST_GOOD = 2


def is_shown(person: Registration, shown: Shown, standing: Standing, option: int | None) -> bool:
    """Whether the board shows somebody under a filter."""
    rounds = standing.ground.rounds
    given = [each for number in rounds if (each := standing.given.get((person.id, number))) is not None]
    wishing = [number for number in rounds if (person.id, number) in standing.ground.wishing]
    if shown is Shown.WITHOUT_PLACE:
        return any((person.id, number) in standing.tally.without for number in rounds)
    if shown is Shown.NO_FIRST:
        return bool(wishing) and bool(given) and all(each.rank != 1 for each in given)
    if shown is Shown.BELOW_SECOND:
        return any((each.rank is None or each.rank > LOWEST_GOOD) and each.round in wishing for each in given)
    if shown is Shown.NO_CHOICES:
        return person.id in standing.without_wishes
    if shown is Shown.WALK_IN:
        return is_walk_in(person)
    if shown is Shown.LOCKED:
        return any(each.locked for each in given)
    if shown is Shown.IN_OPTION:
        return any(each.option == option for each in standing.all_given if each.registration == person.id)
    return True
