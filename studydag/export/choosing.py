"""What people choose from: the rounds of free choice with their options, and what helps to choose (R021, R082)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studydag.export.names import Names
from studydag.model.rules.time.schedule import Slot, schedule
from studydag.model.values.programme import BlockKind, RoundRule
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

RANKS = (N_("1st choice"), N_("2nd choice"), N_("3rd choice"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundToChoose:
    """A round of free choice, with what it is called on the form and what can be chosen."""

    slot: Slot
    name: str
    options: tuple[Slot, ...]


def rounds_to_choose(day: StudyDay, names: Names) -> tuple[RoundToChoose, ...]:
    """Return the rounds in which people choose freely, in the order of the programme; several are numbered."""
    slots = [
        slot
        for slot in schedule(day)
        if slot.block.kind is BlockKind.ROUND
        and slot.block.round_rule is RoundRule.FREE_CHOICE
        and not slot.block.cancelled
        and not slot.block.internal
    ]
    found = []
    for number, slot in enumerate(slots, 1):
        options = tuple(each for each in slot.options if not (each.block.cancelled or each.block.internal))
        name = names.title(slot.block)
        if len(slots) > 1:
            # The heading of a column of answers begins so, and the import knows the round by it.
            round_name = names.language.gettext("Round {n}").replace("{n}", str(number))
            name = f"{round_name}: {name}"
        if options:
            found.append(RoundToChoose(slot=slot, name=name, options=options))
    return tuple(found)


def about_option(slot: Slot, round_: Slot, names: Names) -> Mapping[str, str]:
    """Return what helps to choose: for whom it is, whether it is online, and what people get from it (R021).

    When it is stands there where it isn't from the beginning of its round to the end.
    """
    _ = names.language.gettext
    option = slot.block
    found = {
        _("When"): names.own_hours(slot, round_),
        _("For whom"): names.groups(option.audience),
        _("How"): names.online(option),
        _("What you get from it"): option.product or option.practice_link,
        _("Led by"): names.leads(option.leads),
    }
    return {title: text for title, text in found.items() if text}
