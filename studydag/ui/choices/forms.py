"""The forms of what can be selected on the page of choices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from studydag.model.values.choices import Allotment, Grouping, Preference, Registration
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.widgets.form import ThingForm
from studydag.ui.widgets.inspector import Inspector
from studydag.ui.workspace import Workspace

_OF_ROUND = frozenset({"title", "round_rule", "description"})
_OF_OPTION = (
    *("title", "description", "capacity", "minimum", "reserved_seats", "offset_minutes", "minutes", "repeats"),
    *("working_format", "goals", "leads", "room", "set_up", "audience", "cancelled", "cancelled_reason"),
)
_OF_REGISTRATION = (
    *("person", "name", "group", "count", "role", "fixed_options", "together", "apart"),
    *("access_needs", "access_note", "attendance", "compensation_minutes"),
)
_OF_PLACE = ("registration", "round", "option", "count", "locked", "rank_obtained")


def offer_forms(panel: Inspector, workspace: Workspace, change_block: Callable[[int, str, Any], None]) -> None:
    """Let the right column show what is selected; `change_block` changes a field of a round or an option."""
    of_block = ("title", "round_rule", *_OF_OPTION[1:])
    panel.offers(Block, lambda: ThingForm(workspace, Block, of_block, carry_out=change_block), adapt=_adapt_block)
    panel.offers(Registration, lambda: ThingForm(workspace, Registration, _OF_REGISTRATION))
    panel.offers(Preference, lambda: ThingForm(workspace, Preference, ("registration", "round", "option", "rank")))
    panel.offers(Allotment, lambda: ThingForm(workspace, Allotment, _OF_PLACE))
    panel.offers(Grouping, lambda: ThingForm(workspace, Grouping, ("block", "mix", "size", "groups")))


def _adapt_block(form: ThingForm, block: Block) -> None:
    form.show_only(_OF_ROUND if block.kind is BlockKind.ROUND else _OF_OPTION)
