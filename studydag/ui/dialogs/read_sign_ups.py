"""Reads sign-ups from a table: which column is what, what becomes of each line, every doubt; then takes it in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from studydag.model.exchange.sign_up_columns import Column, Holds
from studydag.model.exchange.sign_up_meanings import Asked, Meanings
from studydag.model.exchange.sign_up_table import NoSignUps, open_sign_ups
from studydag.model.exchange.sign_ups import Doubt, SignUp, SignUps, sign_ups_of
from studydag.model.operations import choices
from studydag.model.rules.choices.seats import seating
from studydag.model.values.wording import NN_
from studydag.ui.announcing import name_choice
from studydag.ui.asking.dialog import Dialog
from studydag.ui.choices.words import rank_words
from studydag.ui.dialogs.sign_up_answers import Meant, SignUpAnswers
from studydag.ui.fields.still_box import StillBox
from studydag.ui.item_models.cells import Cells
from studydag.ui.look import look_of
from studydag.ui.workspace import Workspace

ROWS, MOST_RANKS, COLUMNS_BESIDE = 11, 4, 4
MOST_ASKED = 60
"""So many doubts get a choice beside them: more would take long to build, and are a column that is read wrongly."""
LETTERS, BESIDE_BOX = 24, 5
"""Of the choice beside a doubt: its width in letters, and the pixels around it, those of the row among them."""
MOST_OPTIONS = 24
"""With more, a column that tells of one option is offered only where it was guessed."""


class ReadSignUpsDialog(Dialog):
    """A choice for each column of the table, and below it what that makes of each line. Nothing is taken in before."""

    def __init__(self, workspace: Workspace, source: Path | str, parent: QWidget | None = None) -> None:
        """Open a table: a file, or rows that were copied. Raises OSError, CannotRead."""
        language = workspace.language
        _ = language.gettext
        assert workspace.day is not None
        self._workspace, self._day = workspace, workspace.day
        self._cells = Cells(workspace)
        if isinstance(source, Path):
            data, name = source.read_bytes(), source.name
        else:
            data, name = source.encode(), _("the list that you pasted")
        self.table = open_sign_ups(data, name, self._day, workspace.setting)
        super().__init__(_("Read choices"), language, parent, accept=_("Import"), characters=140)
        self.found = SignUps()
        self.meanings = Meanings()
        self._answers = SignUpAnswers(self._day, workspace.setting, language)
        self.outcome = ""
        self.add_text(_("What is in each column of {name}?").replace("{name}", name), "heading")
        self.columns = self._made_columns()
        self.counts = self.add_text("")
        self.doubtful = QCheckBox(_("Only lines that need a look"), self)
        self.doubtful.toggled.connect(lambda _on: self._list())
        self.body.addWidget(self.doubtful)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([_("Line"), _("Who"), _("Choices")])
        self.tree.setAccessibleName(_("What becomes of each line"))
        self.tree.header().setStretchLastSection(True)
        self.tree.setMinimumHeight(self.fontMetrics().lineSpacing() * ROWS)
        self.body.addWidget(self.tree, 1)
        self._read()

    def accept(self) -> None:
        """Take in who signed up, as one step."""
        if not self.tries(lambda: choices.take_sign_ups(self._workspace.library, self._day.id, self.found)):
            return
        taken = NN_("{count} sign-up was imported.", "{count} sign-ups were imported.", "count")
        undo = self.language.gettext("Undo takes it back in one step.")
        said = self.language.wording(taken, {"count": len(self.found.sign_ups)})
        self.outcome = f"{said} {self.counts.text()}. {undo}"
        super().accept()

    def _made_columns(self) -> list[QComboBox]:
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        offered = self._offered()
        made: list[QComboBox] = []
        shown = [place for place, cell in enumerate(self.table.header.cells) if cell.strip()]
        for order, place in enumerate(shown):
            title = " ".join(self.table.header.cells[place].split())
            box = StillBox(holder)
            for text, column in offered:
                box.addItem(text, column)
            guess = self.table.columns[place] if place < len(self.table.columns) else None
            box.setCurrentIndex(next((n for n, (_text, column) in enumerate(offered) if column == guess), 0))
            box.setProperty("place", place)
            box.setMinimumContentsLength(14)
            name_choice(box, title)
            box.currentIndexChanged.connect(lambda _place: self._read())
            label = QLabel(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, 240), holder)
            label.setToolTip(title)
            label.setProperty("role", "quiet")
            label.setBuddy(box)
            row, column_place = divmod(order, COLUMNS_BESIDE)
            grid.addWidget(label, 2 * row, column_place)
            grid.addWidget(box, 2 * row + 1, column_place)
            made.append(box)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        scroll.setMaximumHeight(min(holder.sizeHint().height() + 4, 220))
        scroll.setMinimumHeight(scroll.maximumHeight())
        self.body.addWidget(scroll)
        return made

    def _offered(self) -> list[tuple[str, Column | None]]:
        """Return what a column may hold, in words."""
        _, rounds = self.language.gettext, seating(self._day, self._workspace.setting).rounds
        found: list[tuple[str, Column | None]] = [
            (_("is not read"), None),
            (_("Name, or first name"), Column(holds=Holds.NAME)),
            (_("Last name"), Column(holds=Holds.LAST_NAME)),
            (_("Number of people"), Column(holds=Holds.COUNT)),
        ]
        guessed = [column.rank for column in self.table.columns if column is not None]
        ranks = range(1, max([MOST_RANKS, *guessed]) + 1)
        whole = [] if len(rounds) == 1 else [None]
        for number in [*whole, *rounds]:
            for rank in ranks:
                text = rank_words(rank, self.language)
                if number is not None and len(rounds) > 1:
                    name = _("Round {n}").replace("{n}", str(rounds.index(number) + 1))
                    text = f"{name}: {text}"
                found.append((text, Column(holds=Holds.WISH, round=number, rank=rank)))
        return [*found, *self._offered_options()]

    def _offered_options(self) -> list[tuple[str, Column | None]]:
        """Return columns of a grid, each with which choice an option is."""
        ground = seating(self._day, self._workspace.setting)
        guessed = {column.option for column in self.table.columns if column is not None}
        found: list[tuple[str, Column | None]] = []
        for option, block in ground.options.items():
            if option in guessed or len(ground.options) <= MOST_OPTIONS:
                text = self.language.gettext("Which choice {option} is").replace("{option}", block.title)
                if len(ground.rounds) > 1 and block.round is not None:
                    name = self.language.gettext("Round {n}").replace("{n}", str(ground.rounds.index(block.round) + 1))
                    text = f"{name}: {text}"
                found.append((text, Column(holds=Holds.RANK, round=block.round, option=option)))
        return found

    def _read(self) -> None:
        """Show what becomes of the table with the columns as they are chosen."""
        chosen: list[Column | None] = [None] * len(self.table.header.cells)
        for box in self.columns:
            chosen[box.property("place")] = box.currentData()
        try:
            self.found = sign_ups_of(self.table, self._day, self._workspace.setting, chosen, self.meanings)
        except NoSignUps:
            self.found = SignUps()
            self.say_problem(self.language.gettext("Say which column holds the names."))
        else:
            self.say_problem("")
        self.accepting.setEnabled(bool(self.found.sign_ups))
        self.counts.setText(self._counted())
        self._list()

    def _list(self) -> None:
        at = self.tree.verticalScrollBar().value()
        self.tree.clear()
        doubts: dict[int, list[Doubt]] = {}
        for doubt in self.found.doubts:
            doubts.setdefault(doubt.line, []).append(doubt)
        lines = {each.line: each for each in self.found.sign_ups}
        left = MOST_ASKED
        for line in sorted(doubts.keys() if self.doubtful.isChecked() else lines.keys() | doubts.keys()):
            item = self._row(line, lines.get(line))
            for doubt in doubts.get(line, ()):
                below = self._note(item, doubt)
                if doubt.asks is not None and left:
                    left -= 1
                    self._ask(below, doubt.asks, lines.get(line))
                item.setExpanded(True)
        wide = self.fontMetrics().averageCharWidth()
        for column, characters in enumerate((10, 36)):
            self.tree.setColumnWidth(column, characters * wide)
        self.tree.verticalScrollBar().setValue(at)

    def _row(self, line: int, each: SignUp | None) -> QTreeWidgetItem:
        who = self.language.gettext("not imported") if each is None else self._who(each)
        texts = [str(line), who, "" if each is None else self._wishes(each)]
        item = QTreeWidgetItem(self.tree, texts)
        for column in (1, 2):
            item.setToolTip(column, texts[column])
        return item

    def _note(self, item: QTreeWidgetItem, doubt: Doubt) -> QTreeWidgetItem:
        """Say below a line what is the matter with it."""
        text = self.language.capitalised(self.language.wording(doubt.text, dict(doubt.figures)))
        below = QTreeWidgetItem(item, [f"⚠ {text}"])
        below.setFirstColumnSpanned(True)
        below.setToolTip(0, text)
        below.setForeground(0, QColor(look_of(self.parentWidget() or self).colours.should))
        return below

    def _ask(self, below: QTreeWidgetItem, asks: Asked, each: SignUp | None) -> None:
        """Let it be said beside a doubt what the name or the title means."""
        offered = self._answers.offered(asks)
        current = self._answers.current(asks, each, self.meanings)
        box = StillBox(self.tree)
        box.addItems([label for label, _meant in offered])
        box.setCurrentIndex(next((place for place, (_label, meant) in enumerate(offered) if meant == current), 0))
        box.setMinimumContentsLength(LETTERS)
        name_choice(box, below.toolTip(0))
        box.activated.connect(lambda place: self._say_meaning(asks, offered[place][1]))
        holder = QWidget(self.tree)
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, BESIDE_BOX, 0)
        layout.addStretch(1)
        layout.addWidget(box)
        # As it will be dressed; else it would be cut off.
        box.ensurePolished()
        below.setSizeHint(0, QSize(0, box.sizeHint().height() + 2 * BESIDE_BOX))
        self.tree.setItemWidget(below, 0, holder)

    def _say_meaning(self, asks: Asked, meant: Meant) -> None:
        """Read all lines anew with what was said of one."""
        self.meanings = self.meanings.saying(asks, meant)
        # Not while the box in which it was chosen still works.
        QTimer.singleShot(0, self, self._read)

    def _who(self, each: SignUp) -> str:
        registration, _ = each.registration, self.language.gettext
        name = self._cells.name("registration", registration.id) if not each.is_new else registration.name
        if each.is_new and registration.person is not None:
            name = self._cells.name("person", registration.person)
        if registration.count > 1 and each.is_new:
            name = f"{name} ({registration.count})"
        if not each.is_new:
            return name
        told = _("new") if registration.person is None else _("from the school")
        return f"{name} ({told})"

    def _wishes(self, each: SignUp) -> str:
        said = []
        rounds = seating(self._day, self._workspace.setting).rounds
        for number, options in each.wishes.items():
            titles = ", ".join(f"{rank}. {self._cells.name('block', option)}" for rank, option in enumerate(options, 1))
            several = number is not None and len(rounds) > 1
            name = self.language.gettext("Round {n}").replace("{n}", str(rounds.index(number) + 1)) if several else ""
            said.append(f"{name}: {titles}" if name else titles)
        return "; ".join(said)

    def _counted(self) -> str:
        language = self.language
        new = sum(each.is_new for each in self.found.sign_ups)
        known = len(self.found.sign_ups) - new
        of_school = sum(each.is_new and each.registration.person is not None for each in self.found.sign_ups)
        new -= of_school
        lines = len({doubt.line for doubt in self.found.doubts})
        said = [
            language.ngettext("{n} registered already", "{n} registered already", known).replace("{n}", str(known)),
            language.ngettext("{n} person from the school", "{n} people from the school", of_school).replace(
                "{n}", str(of_school)
            ),
            language.ngettext("{n} new person", "{n} new people", new).replace("{n}", str(new)),
            language.ngettext("{n} line that needs a look", "{n} lines that need a look", lines).replace(
                "{n}", str(lines)
            ),
        ]
        return " · ".join(said)
