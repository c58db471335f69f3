"""The own route of a participant through the day: every block, and of each round the option they got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studydag.export.pdf.commission import Commission
from studydag.export.people import Comer
from studydag.model.rules.participants import is_for
from studydag.model.rules.schedule import Slot
from studydag.model.values.programme import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where someone is: a block, or the option of a round; of a round without a place yet `option` is None."""

    slot: Slot
    option: Slot | None = None

    @property
    def is_round(self) -> bool:
        """Whether it was to be chosen."""
        return bool(self.slot.options)

    @property
    def block(self) -> Block:
        """What they take part in."""
        return self.slot.block if self.option is None else self.option.block


def stops(comer: Comer, commission: Commission) -> Iterator[Stop]:
    """Give the stops of a participant in the order of the day, without what is for other groups (R098)."""
    groups = {each.id: each for each in commission.setting.groups}
    for slot in commission.slots():
        if is_for(slot.block, comer.registration, groups):
            yield Stop(slot=slot, option=_option(comer, slot, commission))


def _option(comer: Comer, slot: Slot, commission: Commission) -> Slot | None:
    """Return the option of a round: the place given out or fixed; of several places for a group none is one's own."""
    registration = comer.registration
    given = {
        each.option
        for each in commission.day.allotments
        if each.registration == registration.id and each.round == slot.block.id
    } or set(registration.fixed_options)
    own = [option for option in slot.options if option.block.id in given and not option.block.cancelled]
    return own[0] if len(own) == 1 else None
