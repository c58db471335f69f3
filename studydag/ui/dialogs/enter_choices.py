"""Enters choices quickly from paper: a name, the choices by their first letters, Enter, and on to the next person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from studydag.labels.titles import registration_title
from studydag.model.operations.entering import enter_choices
from studydag.model.rules.choices.seats import seating
from studydag.model.rules.time.schedule import options_of
from studydag.model.rules.written.typed_choice import candidates, meant
from studydag.model.values.choices import Registration
from studydag.model.values.study_day import StudyDay
from studydag.ui.announcing import announce, name_choice
from studydag.ui.asking.dialog import Dialog
from studydag.ui.choices.words import rank_words
from studydag.ui.fields.still_box import StillBox
from studydag.ui.roles import give_role
from studydag.ui.text_label import LaterLabel
from studydag.ui.workspace import Workspace

RANKS, ROWS = 3, 9
NAMED = 4
"""So many of those that may be meant are named."""
WHOLE_DAY, EACH_ROUND = 0, -1
ON_LINES = 200
"""So many characters of options in all go below each other: among running text none would be found."""


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
        self._rounds = seating(self._day, workspace.setting).rounds
        self._place = 0
        titles = {block.id: block.title for block in self._day.blocks}
        self._titles = [titles.get(number) or _("Choice round") for number in self._rounds]
        self.round = self._make_round_box(round_id)
        self.add_field(_("For which round"), self.round)
        names = [_("Name"), *(language.capitalised(rank_words(rank, language)) for rank in range(1, RANKS + 1))]
        self._make_fields(names)
        self.options = self.add_text("", "quiet")
        self.count = LaterLabel(self)
        self.body.addWidget(self.count)
        self._make_list(names)
        self.accepting.setAutoDefault(False)
        self.round.currentIndexChanged.connect(lambda _place: self._go_to_first_round())
        self._offer()
        self.name.setFocus()

    def _make_round_box(self, round_id: int | None) -> StillBox:
        """Offer each round, all of them, and the whole day; begin with the round that is asked for."""
        _ = self.language.gettext
        box = StillBox(self)
        name_choice(box, _("For which round"))
        if len(self._rounds) > 1:
            box.addItem(_("each round, one after the other"), EACH_ROUND)
        for number, title in zip(self._rounds, self._titles, strict=True):
            box.addItem(title, number)
        box.addItem(_("the whole day"), WHOLE_DAY)
        if len(self._rounds) == 1 and round_id is not None:
            box.setCurrentIndex(box.findData(round_id))
        return box

    def _make_fields(self, names: Sequence[str]) -> None:
        """Make a field for the name and one for each choice, with its name above it and a hint below."""
        grid = QGridLayout()
        self.name = QLineEdit(self)
        self.choices = [QLineEdit(self) for _rank in range(RANKS)]
        self.hints = [LaterLabel(self, "quiet") for _each in range(RANKS + 1)]
        for column, (title, field, hint) in enumerate(zip(names, self.fields, self.hints, strict=True)):
            label = QLabel(title, self)
            label.setProperty("role", "quiet")
            label.setBuddy(field)
            field.setAccessibleName(title)
            hint.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
            hint.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.addWidget(hint, 2, column)
            grid.setColumnStretch(column, 1)
            field.installEventFilter(self)
            field.textChanged.connect(lambda _text, column=column: self._hint(column))
        self.body.addLayout(grid)

    def _make_list(self, names: Sequence[str]) -> None:
        """Make the list of who was entered just now."""
        _ = self.language.gettext
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels(names)
        self.list.setAccessibleName(_("Entered just now"))
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * ROWS)
        self.body.addWidget(self.list, 1)

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
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, field: QLineEdit) -> None:
        place = self.fields.index(field)
        text = self.fields[place].text().strip()
        if not text and place == 0:
            return
        if not self._hint(place):
            announce(self, self.hints[place].text())
            # What is typed next takes its place.
            field.selectAll()
        elif place < RANKS and text:
            following = self.fields[place + 1]
            following.setFocus()
            following.selectAll()
        else:
            self.save()

    def save(self) -> bool:
        """Save the person in the line and begin with the next; return whether it could be."""
        if not self.name.text().strip() or not all(self._hint(place) for place in range(RANKS + 1)):
            return False
        options = [option for field in self.choices if (option := self._option(field.text())) is not None]
        number = self._number
        found = self._who(self.name.text())
        if found is None:
            return False
        who, name = found
        done = self._workspace.do(lambda: enter_choices(self._workspace.library, self._day.id, who, number, options))
        if done is None:
            return False
        titles = dict(self._offered())
        line = QTreeWidgetItem([name, *(titles[option] for option in dict.fromkeys(options))])
        for column in range(line.columnCount()):
            line.setToolTip(column, line.text(column))
        self.list.insertTopLevelItem(0, line)
        if self.round.currentData() == EACH_ROUND and self._place < len(self._rounds) - 1:
            self._go_to_round(self._place + 1)
            announce(self, self.options.text())
            return True
        self._place = 0
        self._entered += 1
        text = self.language.ngettext("{n} person entered", "{n} people entered", self._entered)
        self.count.setText(text.replace("{n}", str(self._entered)))
        announce(self, f"{name}. {self.count.text()}")
        for field in self.fields:
            field.clear()
        self._offer()
        self.name.setFocus()
        return True

    def _go_to_first_round(self) -> None:
        self._place = 0
        self._offer()

    def _go_to_round(self, place: int) -> None:
        """Go on with the next round for the same person."""
        self._place = place
        for field in self.choices:
            field.clear()
        self._offer()
        self.choices[0].setFocus()

    @property
    def _number(self) -> int | None:
        """The round that is typed for; None: the whole day."""
        chosen = self.round.currentData()
        return self._rounds[self._place] if chosen == EACH_ROUND else chosen or None

    # -- what is meant by what was typed

    def _hint(self, place: int) -> bool:
        """Say below a field what is understood; return whether it is."""
        text, hint = self.fields[place].text().strip(), self.hints[place]
        understood, said = True, ""
        if text and place == 0:
            found = self._who(text)
            understood = found is not None
            if found is None:
                said = self._which(text, [name for _each, name in self._people()])
            else:
                new = self.language.gettext("new")
                said = found[1] if found[0].id or found[0].person else f"{found[1]} ({new})"
        elif text:
            option = self._option(text)
            understood = option is not None
            offered = self._offered()
            said = dict(offered)[option] if option is not None else self._which(text, [name for _each, name in offered])
        hint.setText(said)
        give_role(hint, "quiet" if understood else "problem")
        return understood

    def _which(self, text: str, names: Sequence[str]) -> str:
        """Ask which one is meant, and name those that may be."""
        places = candidates(text, names)
        asked = self.language.gettext("which one?")
        return " ".join((asked, ", ".join(names[place] for place in places[:NAMED]))).strip()

    def _who(self, text: str) -> tuple[Registration, str] | None:
        """Return who is meant, and the name: somebody known, or nobody known and so new; None: several may be."""
        people = self._people()
        names = [name for _each, name in people]
        place = meant(text, names)
        if place is not None:
            return people[place]
        return None if candidates(text, names) else (Registration(name=text.strip()), text.strip())

    def _people(self) -> list[tuple[Registration, str]]:
        """Return who registered, and who of the school did not yet, with their names."""
        setting, day = self._workspace.setting, self._day
        there = {each.person for each in day.registrations}
        known = [(each, registration_title(each, setting, self.language)) for each in day.registrations]
        others = [
            (Registration(person=each.id), each.name)
            for each in setting.people
            if not each.archived and each.id not in there
        ]
        return known + others

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
        day, number = self._day, self._number
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
        between = "\n" if sum(map(len, titles)) > ON_LINES else "   "
        said = between.join(f"{number}\N{NO-BREAK SPACE}{title}" for number, title in enumerate(titles, 1))
        if self.round.currentData() == EACH_ROUND:
            said = f"{self._titles[self._place]}:{between}{said}"
        self.options.setText(said)
        for place in range(RANKS + 1):
            self._hint(place)
