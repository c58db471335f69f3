"""Hands out checklists: a draft of a mail, a page or dates for each owner, of this study day or of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import rmtree

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from studydag.export.asked import Stamp
from studydag.export.document import EML, ICS, PDF
from studydag.export.hand_out import handed_out
from studydag.export.saving import save
from studydag.language import Language
from studydag.model.operations.setting import read_days
from studydag.model.rules.calendar.dates import first_date
from studydag.model.rules.people.owners import OwnerLine, owners
from studydag.model.store.dated_rows import days_with_open_actions
from studydag.model.values.errors import NothingDated
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.scratch import passing_folder
from studydag.ui.announcing import announce, name_choice
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.folders import documents_folder
from studydag.ui.asking.problems import said
from studydag.ui.checked import show_checked
from studydag.ui.fields.still_box import StillBox
from studydag.ui.preview.asking import Asking
from studydag.ui.preview.file_names import file_name, free_path, room_in
from studydag.ui.preview.keeping import Kept, keep, let_go
from studydag.ui.preview.orders import content_of
from studydag.ui.preview.press import Press
from studydag.ui.tables.spoken_rows import tick_from_outside
from studydag.ui.tables.ticked_rows import make_ticked
from studydag.ui.text_label import LaterLabel
from studydag.ui.workspace import Workspace

Days = tuple[tuple[StudyDay, Setting], ...]
UID = Qt.ItemDataRole.UserRole
ROWS = 9


@dataclass(frozen=True, slots=True)
class HandOut:
    """Files to make: for whom (uid and name), in which forms, and where to."""

    days: Days
    people: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]
    folder: Path
    language: Language
    stamp: Stamp


class HandOutDialog(Dialog):
    """A line for each owner. `asking` says how the user is asked for a folder, and what opens a file."""

    def __init__(self, workspace: Workspace, owner: int | None = None, parent: QWidget | None = None) -> None:
        """Begin with all owners of the day in view, or with one."""
        _ = workspace.language.gettext
        super().__init__(_("Hand out checklists"), workspace.language, parent, characters=100)
        self._workspace = workspace
        self.asking = Asking()
        self._press = Press()
        self._press.done.connect(self._on_done)
        self._jobs: dict[int, Callable[[object], None]] = {}
        self._kept = Kept()
        self._passing: Path | None = None
        self.days: Days = ()
        self._folder: Path | None = None
        self._add_owners()
        self._add_forms()
        self.state = LaterLabel(self, "quiet")
        self.body.addWidget(self.state)
        self._add_buttons()
        self._read(owner)

    def _add_owners(self) -> None:
        _ = self.language.gettext
        self.over = StillBox(self)
        self.over.addItems([_("Of this study day"), _("Of all study days with open actions")])
        name_choice(self.over, _("Which actions"))
        self.over.activated.connect(lambda _index: self._read())
        self.body.addWidget(self.over)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([_("Owner"), _("Open actions"), _("First date"), _("E-mail")])
        self.tree.setAccessibleName(_("Owners"))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 * ROWS)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._allow())
        self.tree.itemChanged.connect(lambda _item, _column: self._allow())
        tick_from_outside(self.tree)
        self.body.addWidget(self.tree, 1)
        self.everyone = QCheckBox(_("Everyone"), self)
        self.everyone.toggled.connect(self._tick_all)
        self.body.addWidget(self.everyone)

    def _add_forms(self) -> None:
        _ = self.language.gettext
        self.forms = {EML: QCheckBox(self), PDF: QCheckBox(self), ICS: QCheckBox(self)}
        self.forms[EML].setText(_("Draft e-mail, with checklist and calendar attached"))
        self.forms[PDF].setText(_("Checklist to print or tick on screen (PDF)"))
        self.forms[ICS].setText(_("Dates for a calendar, with reminders (.ics)"))
        self.forms[EML].setChecked(True)
        for box in self.forms.values():
            box.toggled.connect(self._allow)
            self.body.addWidget(box)

    def _add_buttons(self) -> None:
        _ = self.language.gettext
        self.open_mail = self._button(_("Open draft in e-mail program"), self.open_draft)
        self.save = self._button(_("Save in a folder…"), self.ask_folder)
        self.open_folder = self._button(_("Open folder"), self._show_folder)
        # What is ticked is handed out by one of these: that is what the dialog is for.
        self.save.setProperty("role", "primary")
        for button in (self.open_folder, self.open_mail, self.save):
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.open_folder.hide()

    def _button(self, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: run())
        return button

    # -- who

    def _read(self, owner: int | None = None) -> None:
        workspace, language = self._workspace, self.language
        _ = language.gettext
        if self.over.currentIndex() == 0 and workspace.day is not None:
            self.days = ((workspace.day, workspace.setting),)
        else:
            self.days = read_days(workspace.library, days_with_open_actions(workspace.library))
        self.tree.clear()
        for line in owners(self.days):
            item = QTreeWidgetItem(self.tree, self._texts(line))
            item.setData(0, UID, line.person.uid)
            item.setToolTip(3, item.text(3))
            make_ticked(item, self.tree, on=owner in {None, line.person.id})
            if line.person.id == owner or self.tree.currentItem() is None:
                self.tree.setCurrentItem(item)
        for column in (1, 2):
            self.tree.resizeColumnToContents(column)
        empty = _("Nobody owns an open action. Give actions an owner first.")
        self.state.setText("" if self.tree.topLevelItemCount() else empty)
        self._allow()

    def _texts(self, line: OwnerLine) -> list[str]:
        first = "" if line.first is None else self.language.short_date(line.first)
        return [
            line.person.name,
            str(line.actions),
            first,
            line.person.email or self.language.gettext("no e-mail address yet"),
        ]

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The owners that are ticked, by uid and name."""
        ticked = (item for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)
        return tuple((item.data(0, UID), item.text(0)) for item in ticked)

    @property
    def endings(self) -> tuple[str, ...]:
        """The forms that are ticked."""
        return tuple(ending for ending, box in self.forms.items() if box.isChecked())

    def _tick_all(self, checked: bool) -> None:
        for item in self._items():
            item.setCheckState(0, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    def _allow(self, _ticked: bool = False) -> None:
        items, chosen = self._items(), self.chosen
        show_checked(self.everyone, bool(items) and len(chosen) == len(items))
        self.everyone.setEnabled(bool(items))
        self.save.setEnabled(bool(chosen) and bool(self.endings) and not self._jobs)
        self.open_mail.setEnabled(self.tree.currentItem() is not None and not self._jobs)

    # -- what is made

    def open_draft(self) -> None:
        """Open the draft for the current owner in the program for mail."""
        item = self.tree.currentItem()
        if item is None:
            return
        if self._passing is None or not self._passing.is_dir():
            self._passing = passing_folder()
            application = QCoreApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(partial(rmtree, self._passing, ignore_errors=True))
        person = ((item.data(0, UID), item.text(0)),)
        self._make(self._order(person, (EML,), self._passing), self._open_made)

    def ask_folder(self) -> None:
        """Ask for a folder, and save the files of all who are ticked in it."""
        title = self.language.gettext("Save the checklists in a folder")
        folder = self.asking.folder(self, title, self._folder or documents_folder())
        if folder is not None:
            self._folder = folder
            self._make(self._order(self.chosen, self.endings, folder), self._on_saved)

    def _order(self, people: tuple[tuple[str, str], ...], endings: tuple[str, ...], folder: Path) -> HandOut:
        workspace = self._workspace
        language = Language.of(self.days[0][0].language) if len(self.days) == 1 else self.language
        stamp = Stamp(printed=workspace.library.now, version=self._kept_version())
        return HandOut(self.days, people, endings, folder, language, stamp)

    def _kept_version(self) -> str:
        """Keep the day as it is handed out, and return the number of that version; over several days there is none."""
        self._kept = Kept()
        if len(self.days) != 1:
            return ""
        day, setting = self.days[0]
        self._kept = keep(self._workspace, day.id, content_of(day, setting), "checklist") or Kept()
        versions = self._workspace.library.versions_of(day.id)
        return next((str(each.number) for each in versions if each.id == self._kept.id), "")

    def _make(self, order: HandOut, then: Callable[[list[Path]], None]) -> None:
        self.say_problem("")
        self.state.setText(self.language.gettext("Making the documents…"))
        number = self._press.run(lambda _progress: make_files(order))
        self._jobs[number] = partial(self._on_made, self._kept, then)
        self._allow()

    def _on_done(self, number: int, result: object) -> None:
        then = self._jobs.pop(number, None)
        self._allow()
        if then is not None:
            then(result)

    def _on_made(self, kept: Kept, then: Callable[[list[Path]], None], result: object) -> None:
        self.state.setText("")
        if isinstance(result, Exception):
            let_go(self._workspace, kept)
            self.say_problem(said(result, self.language))
        elif isinstance(result, list):
            then(result)

    def _open_made(self, paths: list[Path]) -> None:
        _ = self.language.gettext
        if not paths or not self.asking.open(paths[0]):
            self.say_problem(_("This computer has no program that opens draft e-mails. Save it in a folder instead."))

    def _on_saved(self, paths: list[Path]) -> None:
        language = self.language
        text = language.ngettext("{n} file saved in {folder}.", "{n} files saved in {folder}.", len(paths))
        self.state.setText(text.replace("{n}", str(len(paths))).replace("{folder}", str(self._folder)))
        self.open_folder.setVisible(bool(paths))
        announce(self, self.state.text())

    def _show_folder(self) -> None:
        if self._folder is not None:
            self.asking.open(self._folder)

    def done(self, result: int) -> None:
        """Finish what was begun before it closes."""
        self._press.finish()
        super().done(result)


def make_files(order: HandOut) -> list[Path]:
    """Make and write the files, beside any of the same name; owners without dates get no calendar."""
    ready: list[tuple[Path, bytes]] = []
    taken: set[Path] = set()
    _ = order.language.gettext
    one = order.days[0][0] if len(order.days) == 1 else None
    title = _("All study days") if one is None else one.title or _("Study day")
    on = None if one is None else first_date(one)
    for uid, owner in order.people:
        for ending in order.endings:
            try:
                data = handed_out(order.days, uid, ending, order.language, order.stamp)
            except NothingDated:
                continue
            what = f"{_('Follow-up checklist')} - {owner}"
            name = file_name(title, what, on, ending, room_in(order.folder))
            path = free_path(order.folder / name, taken)
            taken.add(path)
            ready.append((path, data))
    for path, data in ready:
        save(path, data)
    return [path for path, _data in ready]
