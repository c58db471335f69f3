"""Copy, cut and paste of blocks: in a form of our own, and as a table for Excel, Word and mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from studydag.model.operations import pasting
from studydag.model.operations.spots import Spot
from studydag.model.values.programme import BlockKind
from studydag.ui.clipboard import on_clipboard

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from studydag.model.values.study_day import StudyDay
    from studydag.ui.timeline.commands import BlockCommands

BLOCKS = "application/x-studydag-programme"
CUT = "application/x-studydag-cut"
"""What was cut: the file of its library, its study day, its blocks. They go only when they are pasted."""


class Cut(msgspec.Struct, frozen=True):
    """Blocks that are to move."""

    library: str
    day: int
    blocks: tuple[int, ...]


class BlockClipboard(QObject):
    """Works on what is selected. `changed` comes when other blocks are to move, or none any more."""

    changed = Signal()

    def __init__(self, commands: BlockCommands) -> None:
        """Follow the clipboard of the system."""
        super().__init__(commands)
        self._commands = commands
        self._cut: Cut | None = None
        QGuiApplication.clipboard().dataChanged.connect(self._on_change)

    @property
    def cut_ids(self) -> tuple[int, ...]:
        """The blocks of the day in view that were cut and not pasted yet."""
        day = self._commands.workspace.day
        return self._cut.blocks if self._cut is not None and day is not None and self._cut.day == day.id else ()

    # -- taking along

    def copy(self) -> None:
        """Put the selected blocks on the clipboard."""
        if self._commands.ids:
            self._put(self.mime_of(self._commands.ids))

    def cut(self) -> None:
        """Put the selected blocks on the clipboard, to move when they are pasted; until then they stay."""
        workspace = self._commands.workspace
        if self._commands.ids and workspace.day is not None:
            cut = Cut(library=str(workspace.library.path), day=workspace.day.id, blocks=self._commands.ids)
            mime = self.mime_of(self._commands.ids)
            mime.setData(CUT, msgspec.json.encode(cut))
            self._put(mime)

    def give_up_cut(self) -> None:
        """Let what was cut stay where it is."""
        if self._cut is not None:
            QGuiApplication.clipboard().clear()

    def mime_of(self, ids: tuple[int, ...]) -> QMimeData:
        """Return blocks in our own form, as text with tabs, and as a table."""
        from studydag.export.block_table import as_html, as_tab_separated, block_table
        from studydag.model.exchange.clipped import encode_blocks

        workspace, mime = self._commands.workspace, QMimeData()
        assert workspace.day is not None
        rows = block_table(workspace.day, workspace.setting, workspace.schedule, ids, workspace.language)
        mime.setText(as_tab_separated(rows))
        mime.setHtml(as_html(rows))
        mime.setData(BLOCKS, encode_blocks(workspace.day, workspace.setting, ids))
        return mime

    # -- putting back

    def paste(self) -> None:
        """Put what is on the clipboard after the current block, or into the part that is selected."""
        mime = on_clipboard()
        if self._commands.workspace.day is None:
            return
        if mime is None or not (mime.hasFormat(BLOCKS) or mime.text().strip() or mime.hasHtml()):
            said = self._commands.workspace.language.gettext("There is nothing on the clipboard to paste.")
            self._commands.refused.emit(said)
        elif mime.hasFormat(BLOCKS):
            self._paste_own(mime)
        else:
            self._paste_rows(mime)

    def _paste_rows(self, mime: QMimeData) -> None:
        """Make blocks of rows that were copied elsewhere; what none was made of is told."""
        from studydag.model.exchange.clipped import blocks_of_rows

        commands, workspace = self._commands, self._commands.workspace
        assert workspace.day is not None
        day, language = workspace.day.id, workspace.language
        title = language.capitalised(language.kind("round"))
        found = commands.attempt(lambda: blocks_of_rows(mime.text(), mime.html(), workspace.setting, title))
        if found is None:
            return
        as_options = all(block.kind is BlockKind.BLOCK for block in found.loaded.day.blocks)
        spot = self._spot(day, as_options=as_options)
        pins = self._pins_at(found.loaded.day, spot)
        made = commands.attempt(lambda: pasting.paste_blocks(workspace.library, day, found.loaded, spot, pins=pins))
        if made:
            commands.selection.choose(made)
            said = [self._lost(found.loaded.day, pins)]
            if found.left:
                left = language.ngettext(
                    "{n} line was not understood", "{n} lines were not understood", len(found.left)
                )
                said.append(f"{left.replace('{n}', str(len(found.left)))}: {'; '.join(found.left)}")
            if any(said):
                commands.said.emit("\n".join(filter(None, said)))

    def _pins_at(self, written: StudyDay, spot: Spot) -> Mapping[int, dt.time | None]:
        """Return which rows start when it is written: at the end of a part they are pinned to that where they have to.

        Between other blocks, and beside other options, nothing is pinned.
        """
        from studydag.model.rules.handing_on.copies import starts_that_hold

        schedule = self._commands.workspace.schedule
        part, beside = schedule.part_of(spot.part or 0), schedule.slot_of(spot.before or spot.round or 0)
        if beside is not None:
            return starts_that_hold(written, beside.start, pins=False)
        if part is None:
            return {}
        return starts_that_hold(written, max((slot.end for slot in part.slots), default=part.start), pins=True)

    def _lost(self, written: StudyDay, pins: Mapping[int, dt.time | None]) -> str:
        """Say which blocks don't start at the time that was written, where time was left before that."""
        language = self._commands.workspace.language
        lost = [
            f"{block.title} ({language.time(block.pinned_start)})"
            for block in written.blocks
            if block.pinned_start is not None and block.id not in pins
        ]
        said = language.gettext("Not at the time that was written: {blocks}. Pin a block to give it a fixed time.")
        return said.replace("{blocks}", "; ".join(lost)) if lost else ""

    def _paste_own(self, mime: QMimeData) -> None:
        from studydag.model.exchange.clipped import decode_blocks

        commands, workspace = self._commands, self._commands.workspace
        assert workspace.day is not None
        day = workspace.day.id
        loaded = commands.attempt(lambda: decode_blocks(bytes(mime.data(BLOCKS).data()), workspace.setting))
        if loaded is None:
            return
        cut = self._cut if self._cut is not None and self._cut.library == str(workspace.library.path) else None
        has_rounds = any(block.kind is BlockKind.ROUND for block in loaded.day.blocks)
        spot = self._spot(day, as_options=not has_rounds)
        if cut is not None and cut.day == day:
            there = [each for each in cut.blocks if commands.block(each) is not None]
            commands.move_to(there, spot)
            made: tuple[int, ...] | None = tuple(there)
        else:
            gone = () if cut is None else cut.blocks
            made = commands.attempt(
                lambda: pasting.paste_blocks(workspace.library, day, loaded, spot, cut=self._there(gone))
            )
        if made:
            commands.selection.choose(made)
            if cut is not None:
                QGuiApplication.clipboard().clear()

    def _there(self, blocks: tuple[int, ...]) -> tuple[int, ...]:
        """Return those of some blocks of this library that are still there."""
        from studydag.model.values.programme import Block

        return tuple(block.id for block in self._commands.workspace.library.some(Block, blocks))

    def _spot(self, day: int, *, as_options: bool) -> Spot:
        commands = self._commands
        current = commands.current
        if current is not None and current.round is not None and as_options:
            return Spot(round=current.round, before=commands.adding.option_after(current))
        return commands.adding.spot_for_new(day)

    # -- within

    def _put(self, mime: QMimeData) -> None:
        QGuiApplication.clipboard().setMimeData(mime)

    def _on_change(self) -> None:
        mime = on_clipboard()
        found: Cut | None = None
        if mime is not None and mime.hasFormat(CUT):
            found = msgspec.json.decode(bytes(mime.data(CUT).data()), type=Cut)
        if found != self._cut:
            self._cut = found
            self.changed.emit()
