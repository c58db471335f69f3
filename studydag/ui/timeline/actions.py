"""The commands on blocks as actions: one for key, button and menu, so that each says the same and is off together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from studydag.language import Language
from studydag.model.values.formats import Phase
from studydag.model.values.programme import BlockKind
from studydag.ui.announcing import once_answered
from studydag.ui.timeline.commands import STEP, BlockCommands
from studydag.ui.timeline.menus import BlockMenus
from studydag.ui.typed_keys import sequence


class BlockActions(QObject):
    """All actions on blocks. `refresh` turns off what can't be done with the selection."""

    def __init__(self, commands: BlockCommands, language: Language, parent: QWidget) -> None:
        """Make them; `attach` lets a view hear their keys."""
        super().__init__(parent)
        self._commands = commands
        self._language = language
        self._parent = parent
        self._make_adding()
        self._make_timing()
        self._make_others()
        self._on_blocks = (
            self.up, self.down, self.longer, self.shorter, self.take, self.give, self.later, self.earlier,
            self.title, self.format, self.pin, self.lock, self.open_end, self.split, self.merge, self.cut,
            self.duplicate, self.keep, self.park, self.cancel, self.dissolve, self.delete,
        )  # fmt: skip
        self.menus = BlockMenus(self, commands, language)
        self._adding = (self.add_block, self.add_another, self.add_break, self.add_round, self.add_part)
        self.letters = {
            Qt.Key.Key_R: self.add_round,
            Qt.Key.Key_F: self.format,
            Qt.Key.Key_P: self.pin,
            Qt.Key.Key_L: self.lock,
            Qt.Key.Key_S: self.split,
            Qt.Key.Key_M: self.merge,
        }
        """What single letters do on the timeline; in the list they type."""
        self.leading_on = self._leading_on()
        self.refresh()

    def _make_adding(self) -> None:
        """Make what adds blocks and parts."""
        make, adding, _ = self._action, self._commands.adding, self._language.gettext
        self.add_block = make(_("Add block"), adding.add_block, "Ins", tip=_("Add a block after the selected one"))
        after_tip = _("Add a block after the choice round of the selected option")
        self.add_after = make(
            _("Add block after the round"), adding.add_after_round, "Ctrl+Shift+Return", tip=after_tip
        )
        self.add_break = make(_("Add break"), lambda: adding.add_block(Phase.BREAK), "Shift+Ins")
        self.add_another = make(_("Add another"), adding.add_another, "Ctrl+Return")
        self.add_another.setShortcuts([sequence("Ctrl+Return"), sequence("Ctrl+Enter")])
        round_tip = _("Add a choice round, or make one of the selected blocks")
        self.add_round = make(_("Add choice round"), adding.add_round, "Ctrl+R", tip=round_tip)
        option_tip = _("Add an option to the choice round, or make a choice round of the block")
        self.add_option = make(_("Add option"), adding.add_option, "Ctrl+Ins", tip=option_tip)
        self.add_part = make(_("Add part of the day"), self._commands.add_part)

    def _make_timing(self) -> None:
        """Make what changes when blocks are and how long they last."""
        make, commands, _ = self._action, self._commands, self._language.gettext
        times = commands.times
        self.up = make(_("Move up"), lambda: commands.step(-1), "Alt+Up")
        self.down = make(_("Move down"), lambda: commands.step(1), "Alt+Down")
        self.longer = make(_("5 minutes longer"), lambda: commands.stretch(STEP), "Alt+Shift+Down")
        self.shorter = make(_("5 minutes shorter"), lambda: commands.stretch(-STEP), "Alt+Shift+Up")
        self.take = make(_("Take 5 minutes from the next block"), lambda: commands.take(STEP), "Alt+Shift+Right")
        self.give = make(_("Give 5 minutes to the next block"), lambda: commands.take(-STEP), "Alt+Shift+Left")
        self.later = make(_("Start 5 minutes later"), lambda: commands.move_start(STEP), "Ctrl+Shift+Down")
        self.earlier = make(_("Start 5 minutes earlier"), lambda: commands.move_start(-STEP), "Ctrl+Shift+Up")
        self.pin = make(
            _("Pin"), commands.toggle_pin, "Ctrl+Shift+P", tip=_("Pin to its clock time, or let it follow again")
        )
        self.lock = make(_("Lock duration"), self._toggle_lock, "Ctrl+L")
        self.lock.setCheckable(True)
        self.open_end = make(
            _("Open end"), self._toggle_open_end, tip=_("Let it last until the next block, or the end")
        )
        self.open_end.setCheckable(True)
        split_tip = _("Cut the block in two at a given time")
        self.split = make(_("Split…"), times.ask_split, "Ctrl+Shift+M", tip=split_tip)
        self.merge = make(_("Merge with next"), times.merge, "Ctrl+M")
        self.fit = make(_("Make it fit…"), times.ask_fit, tip=_("Spread surplus or missing time over the blocks"))
        self.shift = make(_("Other minutes…"), times.ask_shift)

    def _make_others(self) -> None:
        """Make what changes blocks otherwise, or takes them away."""
        make, commands, _ = self._action, self._commands, self._language.gettext
        clipboard = commands.clipboard
        self.title = make(_("Change title"), commands.ask_title, "F2")
        self.format = make(_("Choose working format…"), commands.ask_format, "Ctrl+Shift+F")
        self.cut = make(_("Cut"), clipboard.cut, QKeySequence.StandardKey.Cut, name="cut")
        self.copy = make(_("Copy"), clipboard.copy, QKeySequence.StandardKey.Copy, name="copy")
        self.paste = make(_("Paste"), clipboard.paste, QKeySequence.StandardKey.Paste, name="paste")
        self.duplicate = make(_("Duplicate"), commands.duplicate, "Ctrl+D")
        self.park = make(_("Park"), commands.park, tip=_("Take out of the programme and keep at hand"))
        self.cancel = make(_("Call off"), commands.toggle_cancelled)
        self.dissolve = make(_("Take the choice round apart"), commands.dissolve_round)
        self.keep = make(
            _("Keep as own block"), commands.adding.keep_block, tip=_("Keep it to use it again in any day")
        )
        self.delete = make(_("Delete"), commands.delete, "Del")

    def _leading_on(self) -> dict[int, Callable[[], object]]:
        """Return what finishes a title that is being typed and adds something, by key."""
        adding, control = self._commands.adding, Qt.KeyboardModifier.ControlModifier
        both = control | Qt.KeyboardModifier.ShiftModifier
        return {
            QKeyCombination(Qt.Key.Key_Insert).toCombined(): self.add_block.trigger,
            QKeyCombination(control, Qt.Key.Key_R).toCombined(): self.add_round.trigger,
            QKeyCombination(control, Qt.Key.Key_Return).toCombined(): adding.add_another,
            QKeyCombination(control, Qt.Key.Key_Enter).toCombined(): adding.add_another,
            QKeyCombination(both, Qt.Key.Key_Return).toCombined(): adding.add_after_round,
            QKeyCombination(both, Qt.Key.Key_Enter).toCombined(): adding.add_after_round,
        }

    def attach(self, view: QWidget) -> None:
        """Let a view hear the keys of all actions while it has the focus."""
        view.addActions(
            [
                *self._adding,
                self.add_after,
                self.add_option,
                *self._on_blocks,
                self.fit,
                self.shift,
                self.copy,
                self.paste,
            ]
        )

    def to_find(self) -> tuple[QAction, ...]:
        """Return what can be done now, for who looks it up by name; the clipboard stands in the menus of the window."""
        every = (*self._adding, self.add_after, self.add_option, *self._on_blocks, self.fit)
        shown = (action for action in every if action not in {self.cut, self.add_another})
        return tuple(action for action in shown if action.isEnabled())

    @property
    def has_day(self) -> bool:
        """Whether a day is in view."""
        return self._commands.workspace.day is not None

    def refresh(self) -> None:
        """Turn each action on or off, and let it say what it would do now."""
        commands, _ = self._commands, self._language.gettext
        block, day = commands.current, commands.workspace.day
        writable = day is not None and not commands.workspace.library.read_only
        for action in self._adding:
            action.setEnabled(writable)
        for action in self._on_blocks:
            action.setEnabled(writable and block is not None)
        self.copy.setEnabled(block is not None)
        self.paste.setEnabled(writable)
        self.add_option.setEnabled(writable and block is not None and commands.adding.takes_option(block))
        self.add_after.setEnabled(writable and block is not None and block.round is not None)
        self.dissolve.setEnabled(writable and block is not None and block.kind is BlockKind.ROUND)
        timed = block is not None and commands.workspace.schedule.slot_of(block.id) is not None
        for action in (self.take, self.give, self.later, self.earlier):
            action.setEnabled(writable and timed and block is not None and block.round is None)
        self.pin.setEnabled(writable and timed and block is not None and block.round is None)
        self.shift.setEnabled(self.take.isEnabled())
        self.split.setEnabled(writable and commands.times.can_split)
        several = len(commands.ids) > 1
        self.merge.setEnabled(writable and bool(commands.times.to_merge))
        self.merge.setText(_("Merge") if several else _("Merge with next"))
        self.fit.setEnabled(writable and commands.times.part_to_fit is not None)
        is_pinned = block is not None and block.pinned_start is not None
        self.pin.setText(_("Unpin") if is_pinned else _("Pin"))
        self.lock.setChecked(block is not None and block.minutes_locked)
        self.open_end.setChecked(block is not None and block.open_end)
        self.park.setText(_("Put back") if commands.is_parked else _("Park"))
        self.cancel.setText(_("Let take place again") if block is not None and block.cancelled else _("Call off"))

    def menu(self, parent: QWidget, after: int | None = None) -> QMenu:
        """Return a menu with everything that can be done with the selected blocks; it frees itself when it closes."""
        return self.menus.of_blocks(parent, after)

    def part_menu(self, parent: QWidget, part_id: int) -> QMenu:
        """Return a menu for a part of the day."""
        return self.menus.of_part(parent, part_id)

    def _toggle_open_end(self) -> None:
        block = self._commands.current
        if block is not None:
            self._commands.change(open_end=not block.open_end)

    def _toggle_lock(self) -> None:
        block = self._commands.current
        if block is not None:
            self._commands.change(minutes_locked=not block.minutes_locked)

    def _action(
        self,
        text: str,
        run: Callable[[], object],
        key: str | QKeySequence.StandardKey = "",
        *,
        tip: str = "",
        name: str = "",
    ) -> QAction:
        action = QAction(text, self._parent)
        action.setObjectName(name)
        if key != "":
            action.setShortcut(sequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        shown = sequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip or text} ({shown})" if key != "" else tip or text)
        action.triggered.connect(lambda _checked=False: once_answered(action, run))
        return action
