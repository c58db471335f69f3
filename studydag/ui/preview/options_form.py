"""The choices that a document offers: its language, whom it is for, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from studydag.export.asked import NO, YES
from studydag.export.documents import Document, Option
from studydag.language import LANGUAGES, Language
from studydag.model.rules.handing_on.used import used_by
from studydag.model.rules.people.parts_played import leads_something
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.fields.choice import Choice, ChoiceField, SwitchField
from studydag.ui.fields.field import Field
from studydag.ui.spoken_roles import SpokenAs, speak_as

EVERYONE: Final = N_("Everyone")
NARROWEST: Final = 12
"""Characters of an option that are seen at least."""
FIELDS_OF_KIND: Final[Mapping[str, str]] = {"person": "people", "room": "rooms", "group": "groups"}


def _leads(day: StudyDay, setting: Setting) -> set[int | None]:
    return {person.id for person in setting.people if leads_something(person, day)}


def _owners(day: StudyDay, _setting: Setting) -> set[int | None]:
    actions = {person for action in day.actions for person in (action.owner, action.owner_contact)}
    return actions | {moment.leader for moment in day.moments} | {measure.who for measure in day.measures}


WHO_HAVE_SOMETHING: Final[Mapping[str, Callable[[StudyDay, Setting], set[int | None]]]] = {
    "lead": _leads,
    "owner": _owners,
}
"""For whom a document can be, by the name of the option; of another option everybody whom the day names."""


class OptionsForm(QWidget):
    """Shows the choices of one document. `language_chosen` carries a code, `option_chosen` a name and its value."""

    language_chosen = Signal(object)
    option_chosen = Signal(str, str)

    def __init__(self, language: Language, documents: Sequence[Document] = (), parent: QWidget | None = None) -> None:
        """Begin without a document; it is as wide as the widest of `documents` needs, whichever is shown."""
        super().__init__(parent)
        self._language = language
        titles = (option.title for document in documents for option in document.options if option.is_switch)
        self._titles = frozenset(language.gettext(title) for title in titles)
        self._probe = QCheckBox(self)
        self._probe.hide()
        self._widest: int | None = None
        self._most: int | None = None
        self._fields: dict[str, Field] = {}
        self._document: Document | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(10, 4, 10, 4)
        self._layout.setSpacing(4)
        _ = language.gettext
        choices = [Choice(code.value, language.capitalised(language.member(code))) for code in LANGUAGES]
        self.language = ChoiceField(choices, parent=self)
        self.language.edited.connect(self.language_chosen)
        self._own = QWidget(self)
        self._layout.addWidget(self._labelled(self, _("Language of the document"), self.language))
        self._layout.addWidget(self._own)
        self._layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Be as wide for each document, so that the preview stays where it is when another is chosen."""
        hint = super().minimumSizeHint()
        if self._widest is None:
            self._probe.ensurePolished()
            self._widest = max((self._width_of(title) for title in self._titles), default=0)
        margins = self._layout.contentsMargins()
        wanted = self._widest + margins.left() + margins.right()
        hint.setWidth(max(hint.width(), wanted if self._most is None else min(wanted, self._most)))
        return hint

    def be_at_most(self, most: int) -> None:
        """Be no wider than so many pixels, where there is no room for all words: the tips have them."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def _width_of(self, title: str) -> int:
        self._probe.setText(title)
        return self._probe.sizeHint().width()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._widest = None

    def field(self, name: str) -> Field:
        """Return the editor of an option."""
        return self._fields[name]

    def show_document(self, document: Document, language: str, chosen: Mapping[str, str]) -> None:
        """Show the choices of a document as they were made."""
        if document is not self._document:
            self._build(document)
        self.language.show_value(language)
        for option in document.options:
            value = chosen.get(option.name, option.default)
            self._fields[option.name].show_value(value == YES if option.is_switch else value)

    def offer(self, day: StudyDay, setting: Setting) -> dict[str, frozenset[str]]:
        """Offer the people (rooms, groups) that the day has; return by option which values can be chosen."""
        offered: dict[str, frozenset[str]] = {}
        options = self._document.options if self._document is not None else ()
        asked = [option for option in options if option.refers]
        for option in asked:
            things = sorted(_things(option, day, setting), key=lambda thing: self._language.sort_key(thing.name))
            everyone = Choice("", self._language.gettext(EVERYONE))
            field = self._fields[option.name]
            assert isinstance(field, ChoiceField)
            field.offer([everyone, *(Choice(thing.uid, thing.name) for thing in things)])
            offered[option.name] = frozenset(choice.value for choice in field.choices)
        return offered

    def _build(self, document: Document) -> None:
        self._document = document
        self._fields.clear()
        own = QWidget(self)
        column = QVBoxLayout(own)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for option in document.options:
            self._add(own, column, option)
        self._layout.replaceWidget(self._own, own)
        self._own.deleteLater()
        self._own = own

    def _add(self, own: QWidget, column: QVBoxLayout, option: Option) -> None:
        title = self._language.gettext(option.title)
        field: Field
        if option.is_switch:
            field = SwitchField(title, own)
            field.name(title)
            field.box.setMinimumWidth(self.fontMetrics().averageCharWidth() * NARROWEST)
            field.box.setToolTip(title)
            speak_as(field.box, SpokenAs.TICK_BOX)
            column.addWidget(field)
        else:
            field = ChoiceField([Choice(value, value) for value in option.values], parent=own)
            column.addWidget(self._labelled(own, title, field))
        field.edited.connect(partial(self._edited, option))
        self._fields[option.name] = field

    def _labelled(self, parent: QWidget, title: str, field: Field) -> QWidget:
        holder = QWidget(parent)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = QLabel(title, holder)
        label.setProperty("role", "quiet")
        label.setBuddy(field.focusProxy() or field)
        field.name(title)
        column.addWidget(label)
        column.addWidget(field)
        return holder

    def _edited(self, option: Option, value: Any) -> None:
        self.option_chosen.emit(option.name, (YES if value else NO) if option.is_switch else value)


def _things(option: Option, day: StudyDay, setting: Setting) -> list[Any]:
    """Return the things of a setting for which a document says something."""
    field = FIELDS_OF_KIND[option.refers]
    who = WHO_HAVE_SOMETHING.get(option.name)
    if who is None:
        return list(getattr(used_by(day, setting), field))
    wanted = who(day, setting)
    return [thing for thing in getattr(setting, field) if thing.id in wanted]
