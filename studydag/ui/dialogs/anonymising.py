"""Makes study days of long ago anonymous: which ones is seen first, for it can't be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QMessageBox, QTreeWidget, QTreeWidgetItem, QWidget

from studydag.model.operations.safety import Anonymised, anonymise, days_to_anonymise
from studydag.model.rules.calendar.dates import last_date
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.message_box import MessageBox
from studydag.ui.fields.typed import NumberField
from studydag.ui.tables.spoken_rows import tick_from_outside
from studydag.ui.tables.ticked_rows import make_ticked
from studydag.ui.workspace import Workspace

USUAL, LONGEST = 24, 600
"""In months."""
ROWS = 8
DAY = Qt.ItemDataRole.UserRole


class AnonymiseDialog(Dialog):
    """A line for each study day of long enough ago; those with open actions are not ticked, for these need an owner."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin with the days of more than two years ago."""
        _ = workspace.language.gettext
        super().__init__(
            _("Anonymise old study days"), workspace.language, parent, accept=_("Anonymise"), characters=80
        )
        self._workspace = workspace
        self.result_of: Anonymised | None = None
        self.add_text(
            _(
                "After this, nobody can be recognised in these study days and their versions: registrations still "
                "count, but without a name, actions and moments have no owner, and names in texts become ‘…’. "
                "Results, insights and the programme stay. This can’t be undone; a backup is made first."
            )
        )
        self.months = NumberField(1, LONGEST, language=self.language)
        self.months.name(_("Older than this many months"))
        self.months.show_value(USUAL)
        self.months.setMaximumWidth(self.fontMetrics().averageCharWidth() * 10)
        self.months.edited.connect(lambda _months: self._read())
        self.add_field(_("Older than this many months"), self.months)
        self.tree = QTreeWidget(self)
        tick_from_outside(self.tree)
        self.tree.setHeaderLabels([_("Study day"), _("Last date"), _("Registrations"), _("Open actions")])
        self.tree.setAccessibleName(_("Study days"))
        self.tree.setRootIsDecorated(False)
        self.tree.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 * ROWS)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.itemChanged.connect(lambda _item, _column: self._allow())
        self.body.addWidget(self.tree, 1)
        self.nothing = self.add_text("", "quiet")
        self.add_text(
            _(
                "First names alone, and names that are not in this school’s lists, are not found: look for those "
                "yourself."
            ),
            "quiet",
        )
        self._read()

    @property
    def chosen(self) -> list[int]:
        """The ids of the study days that are ticked."""
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [each.data(0, DAY) for each in items if each is not None and each.checkState(0) is Qt.CheckState.Checked]

    def accept(self) -> None:
        """Anonymise what is ticked."""
        if self.tries(self._anonymise):
            super().accept()

    def _anonymise(self) -> None:
        self.result_of = anonymise(self._workspace.library, self.chosen)

    def ask(self) -> None:
        """Show the dialog, and say afterwards where names still stand."""
        parent = self.parentWidget()
        if not self.run() or self.result_of is None:
            return
        box = MessageBox(parent, QMessageBox.Icon.Information, self.said_result(self.result_of))
        box.addButton(self.language.gettext("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.run()

    def said_result(self, result: Anonymised) -> str:
        """Say what was done, and which backups still hold the names."""
        language = self.language
        done = language.ngettext("{n} study day is anonymous now.", "{n} study days are anonymous now.", result.days)
        held = language.gettext("These backups still contain the names; delete them when you are sure:")
        lines = [done.replace("{n}", str(result.days)), held, *(backup.path.name for backup in result.backups)]
        return "\n".join(lines)

    def _read(self) -> None:
        language, _ = self.language, self.language.gettext
        self.tree.clear()
        for day in days_to_anonymise(self._workspace.library, self._workspace.today(), self.months.shown or USUAL):
            last, unfinished = last_date(day), sum(action.state.is_unfinished for action in day.actions)
            texts = [
                day.title or _("Study day"),
                "" if last is None else language.short_date(last),
                str(sum(each.count for each in day.registrations)),
                str(unfinished or ""),
            ]
            item = QTreeWidgetItem(self.tree, texts)
            item.setData(0, DAY, day.id)
            make_ticked(item, self.tree, on=not unfinished)
        for column in (1, 2, 3):
            self.tree.resizeColumnToContents(column)
        empty = not self.tree.topLevelItemCount()
        self.nothing.setText(_("There is no study day that old in which anyone is still named.") if empty else "")
        self.nothing.setVisible(empty)
        self._allow()

    def _allow(self) -> None:
        number, language = len(self.chosen), self.language
        text = language.ngettext("Anonymise {n} study day", "Anonymise {n} study days", number)
        self.accepting.setText(text.replace("{n}", str(number)))
        self.accepting.setEnabled(number > 0)
