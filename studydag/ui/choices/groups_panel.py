"""Groups within a block: composed as mixed as can be, and shown with what could not be met (R060)."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from studydag.model.operations import attendance
from studydag.model.rules.people.group_composer import Composition, compose, kind_of_person
from studydag.model.values.choices import Grouping, GroupMix
from studydag.ui.announcing import announce
from studydag.ui.item_models.cells import Cells
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.workspace import Workspace


class GroupsPanel(QWidget):
    """The list of groupings, and the groups of the one that is selected."""

    def __init__(self, workspace: Workspace, groupings: ThingList, cells: Cells, parent: QWidget | None = None) -> None:
        """Take the list in."""
        super().__init__(parent)
        self._workspace, self._cells = workspace, cells
        self.list = groupings
        _ = workspace.language.gettext
        self.make = QAction(_("Make groups"), self)
        self.make.setToolTip(_("Divide the people in the block into groups, as mixed as possible"))
        self.make.triggered.connect(lambda _checked=False: self.compose())
        groupings.add_button(self.make, needs_selection=True)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.cards: list[QFrame] = []
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(_("Groups"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(groupings, 2)
        layout.addWidget(self.outcome)
        layout.addWidget(self._scroll, 3)
        groupings.chosen.connect(lambda _ids: self.refresh())

    def refresh(self) -> None:
        """Show the groups of the grouping that is selected."""
        grouping = self.list.selected()
        self.outcome.setText("" if grouping is None else self._said(grouping))
        self.outcome.setVisible(bool(self.outcome.text()))
        # Cards are made anew with what they stand in: the scroll area frees the old ones.
        holder = QWidget()
        flow = FlowLayout(holder, spacing=10)
        groups = () if grouping is None else grouping.groups
        self.cards = [self._card(group.name, group.members, grouping.mix, holder) for group in groups]
        for card in self.cards:
            flow.addWidget(card)
        self._scroll.setWidget(holder)

    def compose(self) -> None:
        """Divide the people of the block of the selected grouping, as one step; again gives other groups."""
        grouping, day = self.list.selected(), self._workspace.day
        if grouping is None or day is None:
            return
        found = self._composed(grouping, again=bool(grouping.groups))
        if not found.groups:
            self.outcome.setText(self._workspace.language.gettext("Nobody takes part in this block by name yet."))
            self.outcome.show()
            return
        name = self._workspace.language.gettext("Group {n}")
        library = self._workspace.library
        self._workspace.do(lambda: attendance.compose_groups(library, grouping.id, found.groups, name=name))
        self.list.choose(grouping.id)
        self.refresh()
        announce(self, self.outcome.text())

    def _composed(self, grouping: Grouping, *, again: bool) -> Composition:
        day = self._workspace.day
        assert day is not None
        block = next(block for block in day.blocks if block.id == grouping.block)
        seed = day.allotment_seed
        found = compose(day, self._workspace.setting, block, mix=grouping.mix, size=grouping.size, seed=seed)
        standing = {frozenset(group.members) for group in grouping.groups}
        while again and {frozenset(group) for group in found.groups} == standing and seed < day.allotment_seed + 9:
            seed += 1
            found = compose(day, self._workspace.setting, block, mix=grouping.mix, size=grouping.size, seed=seed)
        return found

    def _said(self, grouping: Grouping) -> str:
        """Say how mixed the groups are, and what could not be met."""
        language, day = self._workspace.language, self._workspace.day
        if day is None or not grouping.groups or all(block.id != grouping.block for block in day.blocks):
            return language.gettext("No groups yet: choose the size and the mix, and make them.")
        found = self._composed(grouping, again=False)
        said = [language.capitalised(language.wording(text, figures)) for text, figures in found.unmet]
        if found.left_out:
            text = language.ngettext(
                "{n} person without a name is in no group", "{n} people without a name are in no group", found.left_out
            )
            said.append(text.replace("{n}", str(found.left_out)))
        if not said and grouping.mix is not GroupMix.NONE:
            said.append(language.gettext("As mixed as you asked: everything was possible."))
        return "\n".join(said)

    def _card(self, name: str, members: tuple[int, ...], mix: GroupMix, holder: QWidget) -> QFrame:
        language, day, setting = self._workspace.language, self._workspace.day, self._workspace.setting
        people = {person.id: person for person in setting.people}
        persons = {each.id: each.person for each in (day.registrations if day is not None else ())}
        card = QFrame(holder)
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        heading = QLabel(f"{name} · {len(members)}", card)
        heading.setProperty("role", "heading")
        layout.addWidget(heading)
        names = {member: self._cells.name("registration", member) for member in members}
        for member in sorted(members, key=lambda member: language.sort_key(names[member])):
            kind = kind_of_person(people.get(persons.get(member) or 0), mix)
            layout.addWidget(QLabel(" · ".join(filter(None, (names[member], kind))), card))
        layout.addStretch(1)
        return card
