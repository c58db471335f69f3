"""The three pillars with what there is of each, counted, and the way to their pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from studydag.model.rules.goals.pillars import pillars
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace


class PillarCards(QWidget):
    """Needs, climate, forms."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        to_needs: Callable[[], object],
        to_climate: Callable[[], object],
        to_forms: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Build the cards; the links lead where they are told."""
        super().__init__(parent)
        self._workspace = workspace
        _ = workspace.language.gettext
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.needs = _Card(_("Learning needs"), _("To the needs"), to_needs, self)
        self.climate = _Card(_("Learning climate"), _("To the climate"), to_climate, self)
        self.forms = _Card(_("Forms of learning"), _("To the forms"), to_forms, self)
        for card in (self.needs, self.climate, self.forms):
            row.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand above each other where there is little room."""
        super().resizeEvent(event)
        widest = max(card.sizeHint().width() for card in (self.needs, self.climate, self.forms))
        narrow = self.width() < 3 * widest + 2 * self._row.spacing()
        direction = QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as one card."""
        return QSize(self.needs.minimumSizeHint().width(), super().minimumSizeHint().height())

    def refresh(self) -> None:
        """Count again."""
        day, language = self._workspace.day, self._workspace.language
        if day is None:
            return
        found = pillars(day, self._workspace.setting)
        with_goal = language.ngettext("{n} leads to a goal", "{n} lead to a goal", found.needs_with_goal)
        with_goal = with_goal.replace("{n}", str(found.needs_with_goal))
        in_place = language.gettext("{n} in place").replace("{n}", str(found.agreements_in_place))
        formats = language.ngettext(
            "{n} working format on the day", "{n} working formats on the day", found.working_formats
        )
        self.needs.say(found.needs, with_goal)
        self.climate.say(found.agreements, in_place)
        self.forms.say(found.learning_forms, formats.replace("{n}", str(found.working_formats)))


class _Card(QFrame):
    """One pillar: its name, how many there are, and how many of those are done."""

    def __init__(self, title: str, link: str, go: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        self.number = QLabel(self)
        self.number.setProperty("role", "title")
        self.more = text_label("", self, "quiet")
        self.link = LinkButton(link, go, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(heading)
        layout.addWidget(self.number)
        layout.addWidget(self.more)
        # Numbers and links of all three stand at one height, also where one says more.
        layout.addStretch(1)
        layout.addWidget(self.link)

    def say(self, number: int, more: str) -> None:
        """Say how many."""
        self.number.setText(str(number))
        self.more.setText(more)
