"""What can be done with a painted block by whoever has neither keys nor a pointer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from studydag.ui.painted_things import FOCUS, LONGER, MENU, PRESS, SHORTER, TOGGLE

if TYPE_CHECKING:
    from studydag.ui.timeline.canvas import BlockCanvas


def offers(canvas: BlockCanvas) -> Mapping[str, str]:
    """Return the actions in the user's language: select, edit, make longer or shorter, open the menu."""
    _ = canvas.commands.workspace.language.gettext
    said = {
        PRESS: _("Select this block"),
        FOCUS: _("Select this block"),
        TOGGLE: _("Select this block as well, or no longer"),
        MENU: _("Show what can be done with this block"),
    }
    if canvas.commands.workspace.library.read_only:
        return said
    return {**said, LONGER: _("5 minutes longer"), SHORTER: _("5 minutes shorter")}


def do(canvas: BlockCanvas, block_id: int, action: str) -> None:
    """Do one of them."""
    if action == TOGGLE:
        canvas.selection.toggle(block_id)
        return
    if action in {FOCUS, MENU}:
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    if action in {PRESS, FOCUS} or block_id not in canvas.selection.ids:
        canvas.selection.choose([block_id])
    canvas.show_block(block_id)
    if action == MENU:
        canvas.show_menu()
    elif action in {LONGER, SHORTER}:
        chosen = canvas.actions_of_blocks.longer if action == LONGER else canvas.actions_of_blocks.shorter
        chosen.trigger()
