"""The commands on blocks as actions: one for key, button and menu, so that each says the same and is off together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPalette, QPixmap
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from studydag.language import Language
from studydag.model.rules.schedule import options_of
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.icons import icon, icon_size
from studydag.ui.look import PHASE_COLOURS
from studydag.ui.timeline.commands import STEP, BlockCommands

SHIFTS = (5, 10, 15, -5, -10, -15)
ICON = 12


class BlockActions(QObject):
    """All actions on blocks. `refresh` turns off what can't be done with the selection."""

    def __init__(self, commands: BlockCommands, language: Language, parent: QWidget) -> None:
        """Make them; `attach` lets a view hear their keys."""
        super().__init__(parent)
        self._commands = commands
        self._language = language
        self._parent = parent
        _ = language.gettext
        make = self._action
        self.add_block = make(_("Add block"), commands.add_block, "Ins", tip=_("Add a block after the selected one"))
        self.add_break = make(_("Add break"), lambda: commands.add_block(Phase.BREAK), "Shift+Ins")
        round_tip = _("Add a choice round, or make one of the selected blocks")
        self.add_round = make(_("Add choice round"), commands.add_round, tip=round_tip)
        option_tip = _("Add an option to the choice round")
        self.add_option = make(_("Add option"), commands.add_option, "Ctrl+Ins", tip=option_tip)
        self.up = make(_("Move up"), lambda: commands.step(-1), "Alt+Up")
        self.down = make(_("Move down"), lambda: commands.step(1), "Alt+Down")
        self.longer = make(_("5 minutes longer"), lambda: commands.stretch(STEP), "Alt+Shift+Down")
        self.shorter = make(_("5 minutes shorter"), lambda: commands.stretch(-STEP), "Alt+Shift+Up")
        self.take = make(_("Take 5 minutes from the next block"), lambda: commands.take(STEP), "Alt+Shift+Right")
        self.give = make(_("Give 5 minutes to the next block"), lambda: commands.take(-STEP), "Alt+Shift+Left")
        self.title = make(_("Change title"), commands.ask_title, "F2")
        self.format = make(_("Choose working format…"), commands.ask_format, "F")
        self.pin = make(_("Pin"), commands.toggle_pin, "P", tip=_("Pin to its clock time, or let it follow again"))
        self.lock = make(_("Lock duration"), self._toggle_lock, "L")
        self.lock.setCheckable(True)
        split_tip = _("Cut the block in two at a moment")
        self.split = make(_("Split…"), commands.times.ask_split, "S", tip=split_tip)
        self.merge = make(_("Merge with next"), commands.times.merge, "M")
        self.fit = make(_("Make it fit…"), commands.times.ask_fit, tip=_("Spread what is too much or too little"))
        self.shift = make(_("Other minutes…"), commands.times.ask_shift)
        clipboard = commands.clipboard
        self.cut = make(_("Cut"), clipboard.cut, QKeySequence.StandardKey.Cut, name="cut")
        self.copy = make(_("Copy"), clipboard.copy, QKeySequence.StandardKey.Copy, name="copy")
        self.paste = make(_("Paste"), clipboard.paste, QKeySequence.StandardKey.Paste, name="paste")
        self.duplicate = make(_("Duplicate"), commands.duplicate, "Ctrl+D")
        self.park = make(_("Park"), commands.park, tip=_("Take out of the programme and keep at hand"))
        self.cancel = make(_("Call off"), commands.toggle_cancelled)
        self.dissolve = make(_("Take the choice round apart"), commands.dissolve_round)
        self.keep = make(_("Keep as own block"), commands.keep_block, tip=_("Keep it to use it again in any day"))
        self.delete = make(_("Delete"), commands.delete, "Del")
        self.add_part = make(_("Add part of the day"), commands.add_part)
        self._on_blocks = (
            self.up, self.down, self.longer, self.shorter, self.take, self.give, self.title, self.format, self.pin,
            self.lock, self.split, self.merge, self.cut, self.duplicate, self.keep, self.park, self.cancel,
            self.dissolve, self.delete,
        )  # fmt: skip
        self._adding = (self.add_block, self.add_break, self.add_round, self.add_part)
        self.refresh()

    def attach(self, view: QWidget) -> None:
        """Let a view hear the keys of all actions while it has the focus."""
        view.addActions([*self._adding, self.add_option, *self._on_blocks, self.fit, self.shift, self.copy, self.paste])

    def fill(self, bar: QToolBar) -> None:
        """Put the buttons into a bar."""
        _ = self._language.gettext
        short = {
            self.add_block: _("Block"),
            self.add_break: _("Break"),
            self.add_round: _("Choice round"),
            self.add_option: _("Option"),
        }
        signs = {
            **dict.fromkeys(short, "plus"),
            self.up: "arrow-up",
            self.down: "arrow-down",
            self.pin: "pin",
            self.duplicate: "copy",
            self.park: "archive",
            self.delete: "trash-2",
        }
        for action, sign in signs.items():
            role = QPalette.ColorRole.Link if sign == "plus" else QPalette.ColorRole.ButtonText
            action.setIcon(icon(sign, bar.palette(), role=role))
        bar.setIconSize(icon_size(bar))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for action, text in short.items():
            action.setIconText(text)
        bar.addActions([self.add_block, self.add_break, self.add_round, self.add_option])
        bar.addSeparator()
        bar.addActions([self.up, self.down, self.pin, self.duplicate, self.park, self.delete])
        for action in bar.actions():
            button = bar.widgetForAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if action.isSeparator() or not isinstance(button, QToolButton):
                continue
            button.setAccessibleName(action.text())
            if action in {*short, self.pin, self.park}:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            if action in short:
                button.setProperty("role", "add")

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
        in_round = block is not None and (block.kind is BlockKind.ROUND or block.round is not None)
        self.add_option.setEnabled(writable and in_round)
        self.dissolve.setEnabled(writable and block is not None and block.kind is BlockKind.ROUND)
        timed = block is not None and commands.workspace.schedule.slot_of(block.id) is not None
        for action in (self.take, self.give):
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
        self.park.setText(_("Put back") if commands.is_parked else _("Park"))
        self.cancel.setText(_("Let take place again") if block is not None and block.cancelled else _("Call off"))

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu with everything that can be done with the selected blocks; it frees itself when it closes."""
        _ = self._language.gettext
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        block = self._commands.current
        if block is not None:
            menu.addActions([self.title, self.format])
            self._phases(menu.addMenu(_("Phase")), block)
            menu.addSeparator()
            menu.addActions([self.longer, self.shorter, self.take, self.give])
            self._shifts(menu.addMenu(_("Shift from here")))
            menu.addActions([self.pin, self.lock, self.split, self.merge, self.fit])
            menu.addSeparator()
            menu.addActions([self.up, self.down])
            self._destinations(menu)
            menu.addSeparator()
        menu.addActions([self.add_block, self.add_break, self.add_round, self.add_option])
        if block is None:
            menu.addActions([self.add_part, self.paste])
            return menu
        if self.dissolve.isEnabled():
            menu.addAction(self.dissolve)
        menu.addSeparator()
        menu.addActions([self.cut, self.copy, self.paste, self.duplicate])
        menu.addSeparator()
        menu.addActions([self.keep, self.park, self.cancel, self.delete])
        return menu

    def part_menu(self, parent: QWidget, part_id: int) -> QMenu:
        """Return a menu for a part of the day."""
        _ = self._language.gettext
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.add_block, self.add_break, self.add_round, self.add_part])
        menu.addSeparator()
        menu.addActions([self.paste, self.fit])
        menu.addAction(_("Delete part with its blocks"), lambda: self._commands.delete_part(part_id))
        return menu

    def _phases(self, menu: QMenu, block: Block) -> None:
        for phase in Phase:
            action = menu.addAction(self._language.capitalised(self._language.member(phase)))
            action.setIcon(_swatch(PHASE_COLOURS[phase]))
            action.setIconVisibleInMenu(True)
            action.setCheckable(True)
            action.setChecked(block.phase is phase)
            action.triggered.connect(lambda _checked=False, phase=phase: self._commands.change(phase=phase))

    def _shifts(self, menu: QMenu) -> None:
        _, language = self._language.gettext, self._language
        for minutes in SHIFTS:
            text = _("{minutes} later") if minutes > 0 else _("{minutes} earlier")
            action = menu.addAction(text.replace("{minutes}", language.minutes(abs(minutes))))
            action.triggered.connect(lambda _checked=False, minutes=minutes: self._commands.shift(minutes))
            action.setEnabled(self.take.isEnabled())
        menu.addSeparator()
        menu.addAction(self.shift)

    def _destinations(self, menu: QMenu) -> None:
        """Offer the other parts and the rounds to move to, where there are any."""
        commands, _ = self._commands, self._language.gettext
        day, words = commands.workspace.day, commands.words
        current = commands.current
        if day is None or current is None:
            return
        parts = [part for part in day.parts if len(day.parts) > 1 or current.part is None]
        if parts:
            to_part = menu.addMenu(_("Move to part"))
            for part in parts:
                action = to_part.addAction(_plain(words.part(part)))
                action.triggered.connect(lambda _checked=False, part=part.id: commands.move_into_part(part))
        rounds = [block for block in day.blocks if block.kind is BlockKind.ROUND and block.id != current.round]
        if rounds and commands.can_be_options:
            to_round = menu.addMenu(_("Make an option of"))
            for each in rounds:
                count = len(options_of(day, each.id))
                action = to_round.addAction(_plain(f"{words.title(each)} ({count})"))
                action.triggered.connect(lambda _checked=False, each=each.id: commands.move_into_round(each))

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
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip or text} ({shown})" if key != "" else tip or text)
        action.triggered.connect(lambda _checked=False: run())
        return action


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(ICON, ICON)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
