"""Who goes where: which option of each round by group every group gets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from studydag.labels.titles import title_of
from studydag.model.operations.programme import change_block
from studydag.model.operations.rounds import send_group
from studydag.model.rules.choices.rounds import option_of_group
from studydag.model.rules.time.schedule import options_of
from studydag.model.values.programme import Block, BlockKind, RoundRule
from studydag.model.values.school import Group
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.item_models.things import TableColumn
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.tables.new_on_the_spot import ask_for_new
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import ShortenedButton
from studydag.ui.workspace import Workspace


class GroupRoutes(QWidget):
    """A row for each group, a column for each round that is given out by group, in a cell the option to choose.

    Where no round is, each can be from now on, or a carousel is made (`carousel_asked`).
    """

    carousel_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin without rounds."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._rounds: tuple[tuple[int, str], ...] = ()
        self.table: ThingTable | None = None
        self._heading = QLabel(_("Which group gets which option"), self)
        self._heading.setProperty("role", "heading")
        self._about = text_label("", self, "quiet")
        self._ways = QWidget(self)
        FlowLayout(self._ways, spacing=8)
        self._offered: tuple[object, ...] = ()
        self.buttons: list[QPushButton] = []
        """What can be done first, from left to right."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._heading)
        self._layout.addWidget(self._about)
        self._layout.addWidget(self._ways)
        self._layout.addStretch(1)

    def refresh(self) -> None:
        """Show the rounds and groups as they stand."""
        _ = self._workspace.language.gettext
        rounds, groups = self._rounds_of_day(by_group=True), self._workspace.setting.groups
        if not rounds:
            text = _("No round is given out by group. Choose ‘by group’ for a round, or make a carousel.")
        elif not groups:
            text = _("The school has no groups yet. Add them here, or make a carousel with new groups.")
        else:
            text = _("Double-click or press Enter in a cell to choose.")
        self._about.setText(text)
        self._offer(has_rounds=bool(rounds))
        wanted = tuple((each.id, self._name(each)) for each in rounds)
        if wanted != self._rounds:
            self._rounds = wanted
            self._build(rounds)
        if self.table is not None:
            self.table.show_things(groups if rounds else ())
            self.table.things.tell_all_changed()

    def _offer(self, *, has_rounds: bool) -> None:
        """Offer what leads to rounds by group where there are none, and else one more group."""
        workspace = self._workspace
        others = [] if has_rounds else self._rounds_of_day(by_group=False)
        can_edit = workspace.day is not None and not workspace.library.read_only
        offered = (can_edit, has_rounds, *((each.id, self._name(each)) for each in others))
        if offered == self._offered:
            return
        self._offered = offered
        self._replace_ways(others, has_rounds=has_rounds, can_edit=can_edit)

    def _replace_ways(self, others: list[Block], *, has_rounds: bool, can_edit: bool) -> None:
        workspace, _ = self._workspace, self._workspace.language.gettext
        former, self.buttons = self.buttons, []
        if can_edit and has_rounds:
            self._add_way(_("New group…"), lambda: ask_for_new(workspace, "group", self))
        elif can_edit:
            for each in others:
                text = _("Give out ‘{round}’ by group").replace("{round}", title_of(each, workspace.language))
                self._add_way(text, partial(self._give_out, each.id))
            self._add_way(_("Carousel…"), self.carousel_asked.emit)
        if self.buttons and any(button.hasFocus() for button in former):
            # Else whatever comes next in the window would have the keys.
            self.buttons[0].setFocus()
        for button in former:
            button.hide()
            button.deleteLater()

    def _add_way(self, text: str, run: Callable[[], object]) -> None:
        # After the click, as it may take the button away.
        button = ShortenedButton(text, lambda: QTimer.singleShot(0, self, run), self._ways)
        layout = self._ways.layout()
        assert layout is not None
        layout.addWidget(button)
        button.show()
        self.buttons.append(button)

    def _give_out(self, round_id: int) -> None:
        workspace = self._workspace
        workspace.do(lambda: change_block(workspace.library, round_id, round_rule=RoundRule.BY_GROUP))

    def _rounds_of_day(self, *, by_group: bool) -> list[Block]:
        day, index = self._workspace.day, self._workspace.schedule.index
        rounds = [
            block
            for block in (() if day is None else day.blocks)
            if block.kind is BlockKind.ROUND and (block.round_rule is RoundRule.BY_GROUP) is by_group
        ]
        starts = {block_id: place for place, block_id in enumerate(index)}
        return sorted(rounds, key=lambda block: (starts.get(block.id, len(starts)), block.position))

    def _build(self, rounds: list[Block]) -> None:
        _ = self._workspace.language.gettext
        if self.table is not None:
            self._layout.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None
        if not rounds:
            return
        columns = [TableColumn(title=_("Group"), text=lambda group: group.name)]
        columns += [self._column(each) for each in rounds]
        self.table = ThingTable(
            self._workspace, Group, columns, self._send, name=self._heading.text(), empty=_("No groups yet.")
        )
        self.table.things.can_edit = not self._workspace.library.read_only
        self._heading.setBuddy(self.table)
        self._layout.insertWidget(2, self.table, 100)
        self.table.show()

    def _column(self, round_block: Block) -> TableColumn:
        return TableColumn(
            title=self._name(round_block),
            text=partial(self._option_name, round_block.id),
            field=str(round_block.id),
            value=partial(self._option_id, round_block.id),
            editor=partial(self._editor, round_block.id),
            stretches=1,
        )

    def _editor(self, round_id: int) -> ChoiceField:
        day = self._workspace.day
        options = () if day is None else options_of(day, round_id)
        named = [Choice(option.id, title_of(option, self._workspace.language)) for option in options]
        return ChoiceField([Choice(None, "–"), *named])

    def _send(self, group_id: int, name: str, option_id: Any) -> None:
        send_group(self._workspace.library, int(name), group_id, option_id)

    def _option(self, round_id: int, group: Group) -> Block | None:
        day = self._workspace.day
        return None if day is None else option_of_group(day, round_id, group.id)

    def _option_id(self, round_id: int, group: Group) -> int | None:
        option = self._option(round_id, group)
        return None if option is None else option.id

    def _option_name(self, round_id: int, group: Group) -> str:
        option = self._option(round_id, group)
        return "–" if option is None else title_of(option, self._workspace.language)

    def _name(self, round_block: Block) -> str:
        slot, clock = self._workspace.schedule.index.get(round_block.id), self._workspace.language.clock
        title = title_of(round_block, self._workspace.language)
        return title if slot is None else f"{clock(slot.start)} {title}"
