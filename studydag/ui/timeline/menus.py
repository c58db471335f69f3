"""The menus of the programme: of blocks, of a part of the day, and of both in one for who doesn't click right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from studydag.language import Language
from studydag.model.rules.time.schedule import clock_time, options_of
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.ui.look import PHASE_COLOURS
from studydag.ui.menu import Menu
from studydag.ui.timeline.commands import BlockCommands

if TYPE_CHECKING:
    from studydag.ui.timeline.actions import BlockActions

SHIFTS = (5, 10, 15, -5, -10, -15)
ICON = 12


class BlockMenus:
    """Makes menus of the actions on blocks; each frees itself when it closes."""

    def __init__(self, actions: BlockActions, commands: BlockCommands, language: Language) -> None:
        """Make menus for what is selected."""
        self._actions = actions
        self._commands = commands
        self._language = language

    def of_blocks(self, parent: QWidget, after: int | None = None) -> QMenu:
        """Return everything that can be done with the selected blocks; `after` minutes the pointer is in the block."""
        menu, block = _freeing(parent), self._commands.current
        if block is not None:
            menu.setAccessibleName(self._commands.words.title(block))
        self.fill(menu, after)
        return menu

    def of_part(self, parent: QWidget, part_id: int) -> QMenu:
        """Return everything that can be done with a part of the day."""
        menu, actions = _freeing(parent), self._actions
        menu.addActions([actions.add_block, actions.add_break, actions.add_round, actions.paste])
        menu.addSeparator()
        self._fill_part(menu, part_id)
        return menu

    def fill_all(self, menu: QMenu) -> None:
        """Fill a menu with what can be done with the selected blocks, and with each part of the day."""
        self.fill(menu)
        day, words = self._commands.workspace.day, self._commands.words
        menu.addSeparator()
        for part in day.parts if day is not None else ():
            self._fill_part(menu.addMenu(_plain(words.part(part))), part.id)
        if self._commands.current is not None:
            menu.addAction(self._actions.add_part)

    def fill(self, menu: QMenu, after: int | None = None) -> None:
        """Fill a menu with what can be done with the selected blocks."""
        actions, _ = self._actions, self._language.gettext
        block = self._commands.current
        if block is not None:
            menu.addActions([actions.title, actions.format])
            self._phases(menu.addMenu(_("Phase")), block)
            menu.addSeparator()
            times = menu.addMenu(_("Duration"))
            times.addActions(
                [actions.longer, actions.shorter, actions.take, actions.give, actions.later, actions.earlier]
            )
            times.addSeparator()
            times.addActions([actions.lock, actions.open_end, actions.fit])
            self._shifts(menu.addMenu(_("Shift from here")))
            menu.addActions([actions.pin, actions.split])
            self._split_here(menu, block, after)
            menu.addAction(actions.merge)
            menu.addSeparator()
            menu.addActions([actions.up, actions.down])
            self._destinations(menu)
            menu.addSeparator()
        adding = menu if block is None else menu.addMenu(_("Add"))
        adding.addActions(
            [actions.add_block, actions.add_break, actions.add_round, actions.add_option, actions.add_after]
        )
        if block is None:
            menu.addActions([actions.add_part, actions.paste, actions.fit])
            return
        if actions.dissolve.isEnabled():
            menu.addAction(actions.dissolve)
        menu.addSeparator()
        menu.addActions([actions.cut, actions.copy, actions.paste, actions.duplicate])
        menu.addSeparator()
        menu.addActions([actions.keep, actions.park, actions.cancel, actions.delete])

    def _fill_part(self, menu: QMenu, part_id: int) -> None:
        _, parts, writable = self._language.gettext, self._commands.parts, self._actions.add_part.isEnabled()
        several = parts.count > 1
        for text, run, possible in (
            (_("Date, times and venue…"), lambda: parts.edit(part_id), True),
            (_("Make it fit…"), lambda: self._commands.times.ask_fit(part_id), parts.has_blocks(part_id)),
            (_("Earlier in the order"), lambda: parts.step(part_id, -1), several and parts.place(part_id) > 0),
            (_("Later in the order"), lambda: parts.step(part_id, 1), parts.place(part_id) < parts.count - 1),
            (_("Add part of the day"), self._commands.add_part, True),
            (_("Delete part, park its blocks"), lambda: parts.delete_only(part_id), several),
            (_("Delete part with its blocks"), lambda: self._commands.delete_part(part_id), True),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, run=run: run())
            action.setEnabled(writable and possible)

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
            action.setEnabled(self._actions.shift.isEnabled())
        menu.addSeparator()
        menu.addAction(self._actions.shift)

    def _split_here(self, menu: QMenu, block: Block, after: int | None) -> None:
        slot = self._commands.workspace.schedule.slot_of(block.id)
        if after is None or slot is None or not self._actions.split.isEnabled() or not 0 < after < block.minutes:
            return
        time = self._language.time(clock_time(slot.start + after))
        action = menu.addAction(self._language.gettext("Split at {time}").replace("{time}", time))
        action.triggered.connect(lambda _checked=False: self._commands.times.split(after))

    def _destinations(self, menu: QMenu) -> None:
        """Offer the other parts, a new one, and the rounds to move to."""
        commands, _ = self._commands, self._language.gettext
        day, words = commands.workspace.day, commands.words
        current = commands.current
        if day is None or current is None:
            return
        to_part = menu.addMenu(_("Move to part"))
        others: list[Part] = [part for part in day.parts if part.id != current.part or current.round is not None]
        for part in others:
            action = to_part.addAction(_plain(words.part(part)))
            action.triggered.connect(lambda _checked=False, part=part.id: commands.move_into_part(part))
        to_part.addSeparator()
        new = to_part.addAction(_("New part, such as another date"))
        new.triggered.connect(lambda _checked=False: commands.parts.move_to_new())
        to_part.setEnabled(self._actions.up.isEnabled())
        rounds = [block for block in day.blocks if block.kind is BlockKind.ROUND and block.id != current.round]
        if rounds and commands.can_be_options:
            to_round = menu.addMenu(_("Make an option of"))
            for each in rounds:
                count = len(options_of(day, each.id))
                action = to_round.addAction(_plain(f"{words.title(each)} ({count})"))
                action.triggered.connect(lambda _checked=False, each=each.id: commands.move_into_round(each))


def _freeing(parent: QWidget) -> QMenu:
    menu = Menu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(ICON, ICON)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
