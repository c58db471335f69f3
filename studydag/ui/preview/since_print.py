"""Says above the documents that the day is no longer as it was printed, and leads to what changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.values.study_day import Version
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.widgets.link_button import LinkButton


class SincePrintNote(QFrame):
    """Hidden while nothing was printed, or the day is as it was then. `wanted` asks for the sheet of changes."""

    wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._language = language
        self.setProperty("role", "banner")
        self.text = WrappedLabel("", self)
        self.link = LinkButton(language.gettext("What changed?"), self.wanted.emit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self.link)
        self.hide()

    def tell(self, version: Version | None) -> None:
        """Say of which print the day is no longer like; None: of none."""
        if version is not None:
            _ = self._language.gettext
            date = "" if version.made_on is None else self._language.date_without_weekday(version.made_on.date())
            text = _("Changed since version {n} was printed, {date}.") if date else _("Changed since version {n}.")
            self.text.setText(text.replace("{n}", str(version.number)).replace("{date}", date))
        self.setVisible(version is not None)
