"""Backups: when each was made, why, and what stands in it; to go back to one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from studydag.language import Language
from studydag.model.store.backups import Backup, backups_of
from studydag.model.store.first_list import first_list
from studydag.model.values.errors import CannotRead
from studydag.model.values.wording import N_
from studydag.ui.asking.dialog import Dialog

REASONS = {
    "start": N_("when the library was opened"),
    "asked": N_("because you asked"),
    "import": N_("before a copy was taken in"),
    "anonymise": N_("before study days were anonymised"),
    "erase": N_("before a person was erased"),
    "restore": N_("before a backup was restored"),
    "migration": N_("before an update"),
}
TITLES_SHOWN = 12
PADDING = 12
"""Pixels at the sides of a tree, as in the style sheet."""
BACKUP = Qt.ItemDataRole.UserRole + 1


class RestoreDialog(Dialog):
    """Asks which backup; `ask` returns its path."""

    def __init__(self, library: Path, language: Language, parent: QWidget | None = None) -> None:
        """List the backups of a library, newest first."""
        _ = language.gettext
        super().__init__(_("Restore a backup"), language, parent, accept=_("Restore"), characters=90)
        found = backups_of(library)
        self.add_text(
            _("The library becomes as it was then. What is there now is kept as a backup, too.")
            if found
            else _("There are no backups of this library yet.")
        )
        self.list = QTreeWidget(self)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([_("Made on"), _("Why"), _("Study days"), _("Size")])
        self.list.setAccessibleName(_("Backups"))
        self.list.setRootIsDecorated(False)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.body.addWidget(self.list, 1)
        self.contents = self.add_text("", "quiet")
        self.list.setMinimumHeight(self.fontMetrics().height() * 9)
        self.contents.setMinimumHeight(self.fontMetrics().height() * 4)
        for backup in found:
            self._add(backup)
        for column in range(4):
            self.list.resizeColumnToContents(column)
        self._widen()
        self.accepting.setEnabled(bool(found))
        newest = self.list.topLevelItem(0)
        if newest is not None:
            self.list.setCurrentItem(newest)

    def ask(self) -> Path | None:
        """Show the dialog; return the backup that was chosen."""
        if not self.run():
            return None
        item = self.list.currentItem()
        return None if item is None else item.data(0, BACKUP)

    def _widen(self) -> None:
        """Show all columns whole: how large a backup is stands in the last one."""
        last = max(self.list.header().sectionSizeHint(3), self.list.sizeHintForColumn(3))
        others = sum(self.list.columnWidth(column) for column in range(3))
        around = self.list.verticalScrollBar().sizeHint().width() + 2 * self.list.frameWidth() + PADDING
        self.list.setMinimumWidth(others + last + around)

    def _add(self, backup: Backup) -> None:
        language = self.language
        why = language.gettext(REASONS.get(backup.reason, backup.reason))
        titles = _titles(backup.path)
        count = "–" if titles is None else str(len(titles))
        cells = [language.date_time(backup.made), why, count, language.file_size(backup.size)]
        item = QTreeWidgetItem(self.list, cells)
        item.setData(0, BACKUP, backup.path)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        _ = self.language.gettext
        titles = None if item is None else _titles(item.data(0, BACKUP))
        if titles is None:
            self.contents.setText(_("This backup can’t be read.") if item is not None else "")
            return
        shown = ", ".join(self.language.quoted(title) for title in titles[:TITLES_SHOWN]) or _("no study days")
        more = len(titles) - TITLES_SHOWN
        text = _("In it: {titles}").replace("{titles}", shown)
        if more > 0:
            text += " " + self.language.ngettext("and {n} more", "and {n} more", more).replace("{n}", str(more))
        self.contents.setText(text)


def _titles(path: Path) -> list[str] | None:
    try:
        return [line.title for line in first_list(path).days]
    except CannotRead:
        return None
