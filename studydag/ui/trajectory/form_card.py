"""The card of a learning form: what it is, its advantages, and what it is best for (R051-R054)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.values.formats import LearningForm
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.widgets.signed_lines import SignedLines


class FormCard(QFrame):
    """Shows one form in the language of the window; an own card that lacks that language, in the other."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._language = language
        _ = language.gettext
        self.name = WrappedLabel("", self)
        self.name.setProperty("role", "title")
        self.description = WrappedLabel("", self)
        self.advantages = SignedLines(self)
        self.best_for = SignedLines(self)
        self.at_work = WrappedLabel(_("Learning at work"), self)
        self.at_work.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.at_work)
        column.addWidget(self.description)
        for title, label in ((_("Advantages"), self.advantages), (_("Best for"), self.best_for)):
            heading = QLabel(title, self)
            heading.setProperty("role", "heading")
            column.addSpacing(6)
            column.addWidget(heading)
            column.addWidget(label)
        column.addStretch(1)

    def show_form(self, form: LearningForm) -> None:
        """Show a form."""
        code = self._language.code
        self.name.setText(written(form, "name", code))
        self.description.setText(written(form, "description", code))
        self.description.setVisible(bool(self.description.text()))
        self.advantages.setText(_points(entries(form, "advantages", code)))
        self.best_for.setText(_points(entries(form, "best_for", code)))
        self.at_work.setVisible(form.workplace)


def written(form: LearningForm, field: str, code: str) -> str:
    """Return a text of a form in a language, or else in the other."""
    here, other = ("nl", "en") if code == "nl" else ("en", "nl")
    return str(getattr(form, f"{field}_{here}") or getattr(form, f"{field}_{other}"))


def entries(form: LearningForm, field: str, code: str) -> tuple[str, ...]:
    """Return a list of a form in a language, or else in the other."""
    here, other = ("nl", "en") if code == "nl" else ("en", "nl")
    return tuple(getattr(form, f"{field}_{here}") or getattr(form, f"{field}_{other}"))


def _points(texts: tuple[str, ...]) -> str:
    return "\n".join(f"•  {text[:1].upper()}{text[1:]}" for text in texts)
