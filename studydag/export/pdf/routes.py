"""The own route of a participant through the day: every block, and of each round the option they got."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studydag.export.pdf.commission import Commission
from studydag.export.people import Comer
from studydag.model.rules.people.participants import is_for
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.programme import Block, LeadStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where someone is: a block, or the option of a round; of a round without a place yet `option` is None.

    Who `leads` a block is there; of an option they have no place in another one of that round.
    """

    slot: Slot
    option: Slot | None = None
    leads: bool = False

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
            led = _led(comer, slot)
            leads = led is not None or _leads(comer, slot.block)
            yield Stop(slot=slot, option=led or _option(comer, slot, commission), leads=leads)


def _led(comer: Comer, slot: Slot) -> Slot | None:
    """Return the option of a round that somebody leads themselves (D05)."""
    led = (option for option in slot.options if not option.block.cancelled and _leads(comer, option.block))
    return next(led, None)


def _leads(comer: Comer, block: Block) -> bool:
    person = comer.registration.person
    return person is not None and any(
        lead.person == person and lead.status is not LeadStatus.CANCELLED for lead in block.leads
    )


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
