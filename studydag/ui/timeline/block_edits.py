"""Edits of one field of a block, as cells and forms make them, each by the verb that it has."""

from __future__ import annotations

from typing import Any

from studydag.model.operations import naming, programme
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.values.programme import Block
from studydag.ui.timeline.commands import BlockCommands


def edit_block(commands: BlockCommands, block_id: int, name: str, value: Any) -> None:
    """Change one field of a block by the verb that it has. Raises what the verb raises."""
    library = commands.workspace.library
    if name == "minutes":
        commands.minutes_chosen.add(block_id)
        programme.set_minutes(library, block_id, value)
    elif name == "pinned_start" and value is None:
        programme.unpin(library, block_id)
    elif name == "pinned_start" and isinstance(value, WrittenTime):
        programme.write_block(library, block_id, span=value)
    elif name == "pinned_start":
        programme.pin(library, block_id, value)
    elif name == "working_format" and value is not None:
        commands.give_format(block_id, value)
    elif name == "title":
        edit_title(commands, block_id, value)
    elif name == "leads":
        naming.name_leads(library, block_id, (value or "").split(","))
    elif name == "room" and not isinstance(value, int):
        naming.name_room(library, block_id, value or "")
    elif name == "cancelled":
        ordered = commands.still_ordered([block_id]) if value else ""
        (programme.cancel_blocks if value else programme.restore_blocks)(library, [block_id])
        commands.tell(ordered)
    else:
        programme.change_block(library, block_id, **{name: value})


def edit_title(commands: BlockCommands, block_id: int, title: str, began: Block | None = None) -> None:
    """Change the title of a block, which was like `began` when that was begun. Raises what the verb raises."""
    library = commands.workspace.library
    told = programme.told_by_title(began or library.get(Block, block_id), title)
    if block_id in commands.minutes_chosen:
        told.pop("minutes", None)
    programme.change_block(library, block_id, title=title, **told)
