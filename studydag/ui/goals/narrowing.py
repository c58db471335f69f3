"""A line above a list that narrows it: to a level, a group, and in which order it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from studydag.model.rules.goals.need_register import Meant, NeedOrder
from studydag.model.values.goals import Goal, Level, Need
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.icons import icon
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.workspace import Workspace

MOST_SHOWN = 20
"""Characters of a choice; a longer name of a group is cut."""


class Narrowing(QWidget):
    """Choices of level, of group and of order, and counts; `showing` is the action that brings them out.

    Group and order only where they are asked for. `changed` comes after a choice did.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        *,
        of: str,
        groups: bool = False,
        orders: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with all of `of` (the name of the list) in their own order."""
        super().__init__(parent)
        _, language = workspace.language.gettext, workspace.language
        self._workspace = workspace
        levels = [Choice(level, language.capitalised(language.member(level))) for level in Level]
        self.level = self._choice([Choice(None, _("All levels")), *levels], _("Level"), of)
        self.group = self._choice(self._groups(), _("Group"), of)
        self.group.setVisible(groups)
        self._with_groups = groups
        self.order = self._choice(
            [
                Choice(NeedOrder.OWN, _("Own order")),
                Choice(NeedOrder.IMPORTANCE, _("Most important first")),
                Choice(NeedOrder.STRENGTH, _("Best evidence first")),
            ],
            _("Order"),
            of,
        )
        self.order.show_value(NeedOrder.OWN)
        self.order.setVisible(orders)
        self.counts = QLabel(self)
        self.counts.setProperty("role", "quiet")
        flow = FlowLayout(self, spacing=6)
        for field in (self.level, self.group, self.order, self.counts):
            flow.addWidget(field)
        self.showing = QAction(icon("list-filter", self.palette()), _("Narrow, sort and count"), self)
        self.showing.setCheckable(True)
        self.showing.toggled.connect(self.setVisible)
        self.hide()

    @property
    def meant(self) -> Meant:
        """For whom things are to be that are shown."""
        return Meant(level=self.level.shown, group=self.group.shown if self._with_groups else None)

    @property
    def sorted_by(self) -> NeedOrder:
        """What the list is sorted by."""
        return NeedOrder(self.order.shown)

    def count(self, text: str) -> None:
        """Say how many there are of what."""
        self.counts.setText(text)
        self.counts.setToolTip(text)

    def show_all(self) -> None:
        """Leave nothing out."""
        self.level.show_value(None)
        self.group.show_value(None)
        self.changed.emit()

    def make_room_for(self, thing: Need | Goal) -> None:
        """Leave nothing out, if that is what keeps a thing from being seen."""
        if not self.meant.takes(thing):
            self.show_all()

    def offer_groups(self) -> None:
        """Offer the groups as they are now."""
        wanted = self._groups()
        if tuple(wanted) != self.group.choices:
            self.group.offer(wanted)

    def _groups(self) -> list[Choice]:
        everyone = Choice(None, self._workspace.language.gettext("All groups"))
        return [everyone, *(Choice(group.id, group.name) for group in self._workspace.setting.groups)]

    def _choice(self, choices: Sequence[Choice], name: str, of: str) -> ChoiceField:
        # With a parent from the start: shown without one it would be a window for a moment.
        field = ChoiceField(choices, parent=self)
        longest = max(len(choice.label) for choice in choices)
        field.box.setMinimumContentsLength(min(longest, MOST_SHOWN))
        field.show_value(None)
        field.name(f"{of}: {name}")
        field.edited.connect(self._changed)
        return field

    def _changed(self, _value: Any) -> None:
        self.changed.emit()
