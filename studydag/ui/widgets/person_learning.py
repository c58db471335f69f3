"""Below the fields of a person: what they learn in trajectories, with hours and certificates (R052)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from studydag.model.rules.people.person_learning import Learning, learning_of
from studydag.model.values.changes import Place
from studydag.model.values.school import Person
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace


class PersonLearning(QFrame):
    """A line for each activity, which leads to it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin out of sight."""
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "card")
        heading = QLabel(workspace.language.gettext("Learning"), self)
        heading.setProperty("role", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(3)
        self._column.addWidget(heading)
        self.lines: list[tuple[LinkButton, QLabel]] = []
        self.hide()

    def show_person(self, person: Person | None) -> None:
        """Show what someone learns; out of sight where that is nothing."""
        workspace = self._workspace
        for line in self.lines:
            for widget in line:
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.lines = []
        found = () if person is None else learning_of(person.id, workspace.setting.trajectories, workspace.today())
        for each in found:
            self._add(each)
        self.setVisible(bool(found))

    def _add(self, learning: Learning) -> None:
        place = Place(None, "activity", learning.activity.id, "certificate")
        link = LinkButton(learning.activity.title, lambda: self._workspace.go.emit(place), self)
        told = text_label(self._told(learning), self, "quiet")
        self._column.addWidget(link)
        self._column.addWidget(told)
        self.lines.append((link, told))

    def _told(self, learning: Learning) -> str:
        language, activity = self._workspace.language, learning.activity
        _ = language.gettext
        parts = [language.member(learning.role), language.minutes(activity.minutes) if activity.minutes else ""]
        if activity.certificate:
            parts.append(_("certificate: {name}").replace("{name}", activity.certificate))
        if activity.valid_until is not None:
            text = _("was valid until {date}") if learning.has_lapsed else _("valid until {date}")
            parts.append(text.replace("{date}", language.short_date(activity.valid_until)))
        return language.capitalised(" · ".join(part for part in parts if part))
