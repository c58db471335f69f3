"""Takes people over from a CSV or a sheet: shows how the file was read and what becomes of each line, then does it."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from studydag.labels import field_name, problem_line
from studydag.model.exchange.importing.people_table import PeopleTable
from studydag.model.exchange.importing.recognising.matching import Names, person_key
from studydag.model.operations.people import import_people
from studydag.model.rules.people.people_import import Fate, PersonLine, people_lines
from studydag.model.values.errors import StudyDagError
from studydag.model.values.school import Person
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.problems import said
from studydag.ui.workspace import Workspace

ROWS = 14
WIDEST = 20
"""Characters of a column that is only to be known again, where not all have the room they need."""
MOST = 150
"""Characters that all columns get together, where they need as many."""


class ImportPeopleDialog(Dialog):
    """A line for each line of the table."""

    def __init__(self, workspace: Workspace, table: PeopleTable, name: str, parent: QWidget | None = None) -> None:
        """Show what becomes of the table; `name` says where it comes from."""
        _ = workspace.language.gettext
        super().__init__(_("Import people"), workspace.language, parent, accept=_("Import"), characters=128)
        self._workspace = workspace
        self.made: tuple[int, ...] = ()
        """Who was taken in or filled in further."""
        people = workspace.setting.people
        names = Names[Person](((each.name, each) for each in people), person_key)
        self.lines = people_lines(((line.number, line.fields) for line in table.lines), people, names.find)
        self.read = self.add_text(self._said_reading(table, name), "quiet")
        self.counts = self.add_text(self._said_counts())
        self.tree = QTreeWidget(self)
        role = self.language.capitalised(field_name("role", self.language, Person))
        self.tree.setHeaderLabels([_("Line"), _("Name"), _("Department"), role, _("E-mail"), _("What becomes of it")])
        self.tree.setAccessibleName(_("Lines of the table"))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(self.fontMetrics().lineSpacing() * ROWS)
        # What needs a look comes first, not somewhere down the list.
        for line in sorted(self.lines, key=lambda line: (line.fate is not Fate.REFUSED, line.remark is None)):
            person = line.person
            job = self.language.capitalised(self.language.member(person.role))
            texts = [str(line.number), person.name, person.section, job, person.email, self._said_fate(line)]
            item = QTreeWidgetItem(self.tree, texts)
            item.setToolTip(5, texts[5])
        self._share_width()
        self.body.addWidget(self.tree, 1)
        self.accepting.setEnabled(any(line.fate in {Fate.NEW, Fate.KNOWN} for line in self.lines))

    def _share_width(self) -> None:
        """Show all columns whole, or where they need too much only the last one: what becomes of a line is read."""
        columns, character = range(self.tree.columnCount()), self.fontMetrics().averageCharWidth()
        for column in columns:
            self.tree.resizeColumnToContents(column)
        widest = WIDEST * character
        # With large letters a screen has less room than that.
        most = min(MOST * character, self.screen().availableGeometry().width() * 4 // 5) - widest // 4
        if sum(map(self.tree.columnWidth, columns)) > most:
            for column in columns[:-1]:
                self.tree.setColumnWidth(column, min(self.tree.columnWidth(column), widest))
        self.tree.setMinimumWidth(min(sum(map(self.tree.columnWidth, columns)), most) + widest // 4)

    def accept(self) -> None:
        """Take the people in."""
        try:
            self.made = import_people(self._workspace.library, self.lines)
        except StudyDagError as error:
            self.say_problem(said(error, self.language))
            return
        super().accept()

    def _said_reading(self, table: PeopleTable, name: str) -> str:
        _ = self.language.gettext
        words = [name]
        if table.encoding:
            marks = {"\t": _("tab"), ";": _("semicolon"), ",": _("comma"), "|": _("vertical bar")}
            text = _("read as {encoding}, with a {mark} between the columns")
            words.append(text.replace("{encoding}", table.encoding).replace("{mark}", marks[table.mark]))
        if table.unknown:
            unread = _("columns that are not read: {list}")
            words.append(unread.replace("{list}", self.language.list(table.unknown)))
        return "; ".join(words)

    def _said_counts(self) -> str:
        language = self.language
        fates = [line.fate for line in self.lines]
        new = language.ngettext("{n} new person", "{n} new people", fates.count(Fate.NEW))
        known = language.gettext("{n} known, filled in further")
        same = language.gettext("{n} known already")
        refused = language.ngettext("{n} line refused", "{n} lines refused", fates.count(Fate.REFUSED))
        pairs = ((new, Fate.NEW), (known, Fate.KNOWN), (same, Fate.SAME), (refused, Fate.REFUSED))
        return " · ".join(text.replace("{n}", str(fates.count(fate))) for text, fate in pairs)

    def _said_fate(self, line: PersonLine) -> str:
        _ = self.language.gettext
        if line.problem is not None:
            refused = _("Refused")
            return f"⚠ {refused}. {problem_line(line.problem, self.language, Person)}"
        known = next((each.name for each in self._workspace.setting.people if each.id == line.known), "")
        texts = {
            Fate.NEW: _("New"),
            Fate.SAME: _("Known as {name}; nothing new"),
            Fate.KNOWN: _("Known as {name}; what is missing is filled in"),
        }
        fate = texts[line.fate].replace("{name}", known)
        return fate if line.remark is None else f"{fate}. {problem_line(line.remark, self.language, Person)}"
