"""Enters choices quickly from paper: a name, the choices by their first letters, Enter, and on to the next person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from studydag.labels.titles import registration_title
from studydag.model.operations.entering import enter_choices
from studydag.model.rules.schedule import options_of
from studydag.model.rules.seats import seating
from studydag.model.rules.typed_choice import meant
from studydag.model.values.choices import Registration
from studydag.model.values.study_day import StudyDay
from studydag.ui.announcing import announce, name_choice
from studydag.ui.choices.words import rank_words
from studydag.ui.dialogs.dialog import Dialog
from studydag.ui.workspace import Workspace

RANKS, ROWS = 3, 9
WHOLE_DAY = 0


class EnterChoicesDialog(Dialog):
    """One line to type in; each Enter in the last field saves a person, as one undo step."""

    def __init__(self, workspace: Workspace, round_id: int | None, parent: QWidget | None = None) -> None:
        """Begin with a round, and nobody."""
        language = workspace.language
        _ = language.gettext
        super().__init__(_("Enter choices"), language, parent, characters=96)
        self._workspace = workspace
        self._entered = 0
        self.add_text(
            _("Type a name, and choices by first letters or number. Enter goes on, and saves each person at once."),
            "quiet",
        )
        self.round = QComboBox(self)
        name_choice(self.round, _("For which round"))
        self.round.addItem(_("the whole day"), WHOLE_DAY)
        rounds = seating(self._day, workspace.setting).rounds if workspace.day is not None else ()
        titles = {block.id: block.title for block in self._day.blocks}
        for number in rounds:
            self.round.addItem(titles.get(number) or _("Choice round"), number)
        place = self.round.findData(round_id) if round_id is not None else -1
        self.round.setCurrentIndex(place if place >= 0 else min(1, self.round.count() - 1))
        self.add_field(_("For which round"), self.round)
        grid = QGridLayout()
        self.name = QLineEdit(self)
        self.choices = [QLineEdit(self) for _rank in range(RANKS)]
        self.hints = [QLabel(self) for _each in range(RANKS + 1)]
        names = [_("Name"), *(language.capitalised(rank_words(rank, language)) for rank in range(1, RANKS + 1))]
        for column, (title, field, hint) in enumerate(zip(names, self.fields, self.hints, strict=True)):
            label = QLabel(title, self)
            label.setProperty("role", "quiet")
            label.setBuddy(field)
            field.setAccessibleName(title)
            hint.setProperty("role", "quiet")
            hint.setWordWrap(True)
            hint.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
            hint.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.addWidget(hint, 2, column)
            grid.setColumnStretch(column, 1)
            field.installEventFilter(self)
            field.textChanged.connect(lambda _text, column=column: self._hint(column))
        self.body.addLayout(grid)
        self.options = self.add_text("", "quiet")
        self.count = self.add_text("")
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels(names)
        self.list.setAccessibleName(_("Entered just now"))
        self.list.setRootIsDecorated(False)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * ROWS)
        self.body.addWidget(self.list, 1)
        self.accepting.setAutoDefault(False)
        self.round.currentIndexChanged.connect(lambda _place: self._offer())
        self._offer()
        self.name.setFocus()

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The fields in which is typed, in order."""
        return (self.name, *self.choices)

    @property
    def _day(self) -> StudyDay:
        assert self._workspace.day is not None
        return self._workspace.day

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter, from the last field to the next person."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            popup = watched.completer().popup()
            if popup is not None and popup.isVisible() and popup.currentIndex().isValid():
                return False
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, field: QLineEdit) -> None:
        place = self.fields.index(field)
        text = self.fields[place].text().strip()
        if place == 0 and not text:
            return
        if place < RANKS and text:
            if self._hint(place):
                following = self.fields[place + 1]
                following.setFocus()
                following.selectAll()
            return
        self.save()

    def save(self) -> bool:
        """Save the person in the line and begin with the next; return whether it could be."""
        if not self.name.text().strip() or not all(self._hint(place) for place in range(RANKS + 1)):
            return False
        options = [option for field in self.choices if (option := self._option(field.text())) is not None]
        number = self.round.currentData() or None
        who, name = self._who(self.name.text())
        done = self._workspace.do(lambda: enter_choices(self._workspace.library, self._day.id, who, number, options))
        if done is None:
            return False
        titles = dict(self._offered())
        self.list.insertTopLevelItem(0, QTreeWidgetItem([name, *(titles[option] for option in dict.fromkeys(options))]))
        self._entered += 1
        text = self.language.ngettext("{n} person entered", "{n} people entered", self._entered)
        self.count.setText(text.replace("{n}", str(self._entered)))
        announce(self, f"{name}. {self.count.text()}")
        for field in self.fields:
            field.clear()
        self._complete_names()
        self.name.setFocus()
        return True

    # -- what is meant by what was typed

    def _hint(self, place: int) -> bool:
        """Say below a field what is understood; return whether it is."""
        text, hint = self.fields[place].text().strip(), self.hints[place]
        understood, said = True, ""
        if text and place == 0:
            who, name = self._who(text)
            is_new = not who.id
            new = self.language.gettext("new")
            said = f"{name} ({new})" if is_new else name
        elif text:
            option = self._option(text)
            understood = option is not None
            unknown = self.language.gettext("which one?")
            said = dict(self._offered())[option] if option is not None else unknown
        hint.setText(said)
        hint.setProperty("role", "quiet" if understood else "problem")
        hint.style().unpolish(hint)
        hint.style().polish(hint)
        return understood

    def _who(self, text: str) -> tuple[Registration, str]:
        """Return who is meant, and the name: somebody who registered, else of the school, else new."""
        setting, day = self._workspace.setting, self._day
        known = [(each, registration_title(each, setting, self.language)) for each in day.registrations]
        there = {each.person for each in day.registrations}
        people = [(each, each.name) for each in setting.people if not each.archived and each.id not in there]
        place = meant(text, [name for _each, name in known])
        if place is not None:
            return known[place]
        other = meant(text, [name for _each, name in people])
        if other is not None:
            person, name = people[other]
            return Registration(person=person.id), name
        return Registration(name=text.strip()), text.strip()

    def _option(self, text: str) -> int | None:
        """Return the option that is meant: by its number in the list below, or by how it begins."""
        offered = self._offered()
        stripped = text.strip()
        if stripped.isdigit() and 0 < int(stripped) <= len(offered):
            return offered[int(stripped) - 1][0]
        place = meant(stripped, [title for _option, title in offered])
        return None if place is None else offered[place][0]

    def _offered(self) -> Sequence[tuple[int, str]]:
        """Return the options of the round, for the whole day each workshop once."""
        day, number = self._day, self.round.currentData()
        if number:
            return [(each.id, each.title) for each in options_of(day, number) if not each.cancelled]
        found: dict[str, int] = {}
        rounds: Mapping[int, object] = dict.fromkeys(seating(day, self._workspace.setting).rounds)
        for block in day.blocks:
            if block.round in rounds and not block.cancelled:
                found.setdefault(block.title, block.id)
        return [(option, title) for title, option in found.items()]

    def _offer(self) -> None:
        titles = [title for _option, title in self._offered()]
        self.options.setText("   ".join(f"{number} {title}" for number, title in enumerate(titles, 1)))
        for field in self.choices:
            field.setCompleter(self._completer(titles))
        self._complete_names()
        for place in range(RANKS + 1):
            self._hint(place)

    def _complete_names(self) -> None:
        setting, day = self._workspace.setting, self._day
        there = {each.person for each in day.registrations}
        names = [registration_title(each, setting, self.language) for each in day.registrations]
        names += [each.name for each in setting.people if not each.archived and each.id not in there]
        self.name.setCompleter(self._completer(names))

    def _completer(self, texts: Sequence[str]) -> QCompleter:
        completer = QCompleter(QStringListModel(list(texts), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer
