"""Reads sign-ups from a table: which column is what, what becomes of each line, every doubt; then takes it in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from studydag.model.exchange.sign_ups import (
    Column,
    Holds,
    NoSignUps,
    SignUp,
    SignUps,
    open_sign_ups,
    sign_ups_of,
)
from studydag.model.operations import choices
from studydag.model.rules.seats import seating
from studydag.model.values.wording import NN_
from studydag.ui.announcing import name_choice
from studydag.ui.dialogs.dialog import Dialog
from studydag.ui.fields.still_box import StillBox
from studydag.ui.item_models.cells import Cells
from studydag.ui.look import look_of
from studydag.ui.workspace import Workspace

ROWS, MOST_RANKS, COLUMNS_BESIDE = 11, 4, 4


class ReadSignUpsDialog(Dialog):
    """A choice for each column of the table, and below it what that makes of each line. Nothing is taken in before."""

    def __init__(self, workspace: Workspace, path: Path, parent: QWidget | None = None) -> None:
        """Open a table. Raises OSError, CannotRead."""
        language = workspace.language
        _ = language.gettext
        assert workspace.day is not None
        self._workspace, self._day = workspace, workspace.day
        self._cells = Cells(workspace)
        self.table = open_sign_ups(path.read_bytes(), path.name, self._day, workspace.setting)
        super().__init__(_("Read choices"), language, parent, accept=_("Take in"), characters=110)
        self.found = SignUps()
        self.outcome = ""
        self.add_text(_("What stands in each column of {name}?").replace("{name}", path.name), "heading")
        self.columns = self._made_columns()
        self.counts = self.add_text("")
        self.doubtful = QCheckBox(_("Only lines to look at"), self)
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
        taken = NN_("{count} sign-up was taken over.", "{count} sign-ups were taken over.", "count")
        self.outcome = self.language.wording(taken, {"count": len(self.found.sign_ups)})
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
            label = QLabel(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 240), holder)
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
                text = _("{rank}. choice").replace("{rank}", str(rank))
                if number is not None and len(rounds) > 1:
                    name = _("Round {n}").replace("{n}", str(rounds.index(number) + 1))
                    text = f"{name}: {text}"
                found.append((text, Column(holds=Holds.WISH, round=number, rank=rank)))
        return found

    def _read(self) -> None:
        """Show what becomes of the table with the columns as they are chosen."""
        chosen: list[Column | None] = [None] * len(self.table.header.cells)
        for box in self.columns:
            chosen[box.property("place")] = box.currentData()
        try:
            self.found = sign_ups_of(self.table, self._day, self._workspace.setting, chosen)
        except NoSignUps:
            self.found = SignUps()
            self.say_problem(self.language.gettext("Say which column holds the names."))
        else:
            self.say_problem("")
        self.accepting.setEnabled(bool(self.found.sign_ups))
        self.counts.setText(self._counted())
        self._list()

    def _list(self) -> None:
        self.tree.clear()
        doubts: dict[int, list[str]] = {}
        for doubt in self.found.doubts:
            text = self.language.wording(doubt.text, dict(doubt.figures))
            doubts.setdefault(doubt.line, []).append(self.language.capitalised(text))
        lines = {each.line: each for each in self.found.sign_ups}
        for line in sorted(doubts.keys() if self.doubtful.isChecked() else lines.keys() | doubts.keys()):
            each = lines.get(line)
            not_taken = self.language.gettext("not taken in")
            texts = [
                str(line),
                not_taken if each is None else self._who(each),
                "" if each is None else self._wishes(each),
            ]
            item = QTreeWidgetItem(self.tree, texts)
            for column in (1, 2):
                item.setToolTip(column, texts[column])
            for note in doubts.get(line, ()):
                below = QTreeWidgetItem(item, [f"⚠ {note}"])
                below.setFirstColumnSpanned(True)
                below.setToolTip(0, note)
                below.setForeground(0, QColor(look_of(self.parentWidget() or self).colours.should))
                item.setExpanded(True)
        wide = self.fontMetrics().averageCharWidth()
        for column, characters in enumerate((10, 36)):
            self.tree.setColumnWidth(column, characters * wide)

    def _who(self, each: SignUp) -> str:
        registration, _ = each.registration, self.language.gettext
        name = self._cells.name("registration", registration.id) if not each.is_new else registration.name
        if each.is_new and registration.person is not None:
            name = self._cells.name("person", registration.person)
        if registration.count > 1 and each.is_new:
            name = f"{name} ({registration.count})"
        if not each.is_new:
            return name
        told = _("new") if registration.person is None else _("of the school")
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
            language.ngettext("{n} person of the school", "{n} people of the school", of_school).replace(
                "{n}", str(of_school)
            ),
            language.ngettext("{n} new person", "{n} new people", new).replace("{n}", str(new)),
            language.ngettext("{n} line to look at", "{n} lines to look at", lines).replace("{n}", str(lines)),
        ]
        return " · ".join(said)
