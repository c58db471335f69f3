"""A programme that someone else made: pasted or from a file, shown beside what becomes of each line, and added."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from studydag.model.exchange.importing.arranging import PART_START, arranged
from studydag.model.exchange.importing.opening import read_file, read_pasted
from studydag.model.operations.importing import add_programme, add_programme_to_day
from studydag.model.values.errors import CannotRead, FileDenied
from studydag.model.values.imported import ImportedLine, ImportedProgramme, LineKind
from studydag.model.values.limits import LIMITS
from studydag.model.values.wording import NN_
from studydag.ui.dialogs.dialog import Dialog
from studydag.ui.dialogs.files import ask_programme
from studydag.ui.dialogs.problems import said
from studydag.ui.fields.text import LineField
from studydag.ui.fields.typed import ClockField
from studydag.ui.item_models.imported_lines import ImportedLinesModel
from studydag.ui.look import look_of
from studydag.ui.widgets.flow import FlowLayout
from studydag.ui.widgets.imported_lines import ImportedLinesTable
from studydag.ui.workspace import Workspace

PAUSE_MS = 350
"""After so long without a key, what is typed is read again."""
SOURCE_LINES = 6
WIDTH = 170
"""Of the dialog, in characters, where the screen has room for them."""


class ImportDialog(Dialog):
    """Asks for a programme, shows what becomes of each line, and adds it as a new day or to the day in view."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, to_day: bool = False) -> None:
        """Begin empty; with `to_day` it is to go into the day in view."""
        _ = workspace.language.gettext
        super().__init__(
            _("Paste or import a programme"),
            workspace.language,
            parent,
            accept=_("Add programme"),
            characters=WIDTH,
        )
        self._workspace = workspace
        self._made: int | None = None
        self._name = ""
        self._html = ""
        self._lines = ImportedLinesModel(workspace.language, look_of(parent), workspace.today(), self)
        self._lines.corrected.connect(self._on_lines)
        self._waiting = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._waiting.timeout.connect(self._read_source)
        self._add_source()
        self.table = ImportedLinesTable(self._lines, workspace.language, self)
        self.body.addWidget(self._tools())
        self.body.addWidget(self.table, 1)
        self.summary = self.add_text("")
        self._add_destination(to_day=to_day and workspace.day is not None)
        self._on_lines()

    def ask(self) -> int | None:
        """Show the dialog; return the id of the study day that has the programme, if it was added."""
        self.run()
        return self._made

    def paste(self) -> None:
        """Take what is on the clipboard, if that is text; a table keeps its cells."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime.hasText():
            self.show_text(mime.text(), mime.html() if mime.hasHtml() else "")

    def show_text(self, text: str, html: str = "") -> None:
        """Show a text as if it were pasted; `html` is the same with its tables."""
        self.source.setPlainText(text)
        self._html = html
        self._read_source()

    def show_file(self, path: Path) -> bool:
        """Read a file; return whether that went well."""
        try:
            with path.open("rb") as file:
                data = file.read(LIMITS.file_bytes + 1)
            lines = read_file(data, str(path), today=self._workspace.today())
        except OSError:
            self.say_problem(self.language.error(FileDenied(path=str(path))))
            return False
        except CannotRead as error:
            self.say_problem(said(error, self.language))
            return False
        self._name = path.stem
        self.source.hide()
        self.from_file.setText(self.language.gettext("From {name}").replace("{name}", path.name))
        self.from_file.show()
        self._lines.forget()
        self._show(lines)
        return True

    @property
    def programme(self) -> ImportedProgramme:
        """The programme as it would be added now."""
        title = self.language.gettext("Choice round")
        start = self.part_start.shown or PART_START
        return arranged(self._lines.lines, part_start=start, round_title=title)

    def accept(self) -> None:
        """Add the programme as one step, or say what is wrong."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        programme = self.programme
        if not programme.parts and not programme.parked:
            self.say_problem(self.language.gettext("There is nothing to add yet: no line has become a block."))
            return

        def add() -> None:
            self._made = self._add(programme)

        if self.tries(add):
            super().accept()

    def _add(self, programme: ImportedProgramme) -> int:
        library, day = self._workspace.library, self._workspace.day
        if self._into_day.isChecked() and day is not None:
            add_programme_to_day(library, day.id, programme)
            return day.id
        return add_programme(library, replace(programme, title=""), self.title.shown or "")

    # -- what is asked

    def _add_source(self) -> None:
        _ = self.language.gettext
        label = QLabel(_("Paste the programme here, from Word, Excel, a mail or a web page"), self)
        label.setWordWrap(True)
        open_file = QPushButton(_("Open a file…"), self)
        open_file.setAutoDefault(False)
        open_file.clicked.connect(self._ask_file)
        self.source = QPlainTextEdit(self)
        self.source.setAccessibleName(label.text())
        self.source.setTabChangesFocus(True)
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        around = 2 * (self.source.frameWidth() + int(self.source.document().documentMargin()))
        self.source.setFixedHeight(self.source.fontMetrics().lineSpacing() * SOURCE_LINES + around)
        self.source.setPlaceholderText(_("For example: 09.00 Opening by Anna Bos, room 12"))
        self.source.textChanged.connect(self._on_typed)
        label.setBuddy(self.source)
        self.from_file = QLabel(self)
        self.from_file.setProperty("role", "heading")
        self.from_file.hide()
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(open_file)
        self.body.addLayout(row)
        self.body.addWidget(self.source)
        self.body.addWidget(self.from_file)

    def _tools(self) -> QWidget:
        _ = self.language.gettext
        tools = QWidget(self)
        row = FlowLayout(tools)
        for action in self._table_actions():
            button = QPushButton(action.text(), self)
            button.setAutoDefault(False)
            button.setToolTip(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        self.next_unclear = QPushButton(_("Next line that was not understood"), self)
        self.next_unclear.setAutoDefault(False)
        self.next_unclear.clicked.connect(self._go_to_unclear)
        row.addWidget(self.next_unclear)
        return tools

    def _table_actions(self) -> list[QAction]:
        table = self.table
        return [table.as_block, table.as_option, table.as_note, table.joined, table.parked, table.left_out]

    def _add_destination(self, *, to_day: bool) -> None:
        _ = self.language.gettext
        day = self._workspace.day
        self._ways = QButtonGroup(self)
        self._as_new = QRadioButton(_("As a new study day:"), self)
        self._into_day = QRadioButton(self)
        self._into_day.setText(_("Into {title}").replace("{title}", day.title if day is not None else ""))
        self._into_day.setVisible(day is not None)
        self.title = LineField()
        self.title.name(_("Title of the new study day"))
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.part_start = ClockField(self.language)
        self.part_start.show_value(PART_START)
        self.part_start.name(_("A part without clock times begins at"))
        self.part_start.edited.connect(lambda _value: self._on_lines())
        self.part_start_label = QLabel(_("A part without clock times begins at"), self)
        self.part_start_label.setBuddy(self.part_start.line)
        for button in (self._as_new, self._into_day):
            self._ways.addButton(button)
        (self._into_day if to_day else self._as_new).setChecked(True)
        self._ways.buttonToggled.connect(lambda _button, _on: self._on_lines())
        begin = QHBoxLayout()
        begin.addWidget(self.part_start_label)
        begin.addWidget(self.part_start)
        begin.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self._as_new)
        row.addWidget(self.title, 1)
        self.body.addLayout(begin)
        self.body.addLayout(row)
        self.body.addWidget(self._into_day)

    # -- what is shown

    def _ask_file(self) -> None:
        path = ask_programme(self, self.language)
        if path is not None:
            self.show_file(path)

    def _on_typed(self) -> None:
        self._html = ""
        self._waiting.start()

    def _read_source(self) -> None:
        self._waiting.stop()
        text = self.source.toPlainText()
        try:
            lines = read_pasted(text, self._html, today=self._workspace.today()) if text.strip() else ()
        except CannotRead as error:
            self.say_problem(said(error, self.language))
            return
        self._show(lines)

    def _show(self, lines: tuple[ImportedLine, ...]) -> None:
        self.say_problem("")
        self._lines.show_lines(lines)
        programme = self.programme
        date = next((part.date for part in programme.parts if part.date is not None), None)
        _ = self.language.gettext
        # A pasted programme often has no title: the day gets one that can be added as it is.
        named = _("Study day") if date is None else _("Study day of {date}").replace("{date}", self.language.date(date))
        title = programme.title or self._name or (named if lines else "")
        if title and not self.title.line.isModified():
            self.title.show_value(title)
        self._on_lines()

    def _on_lines(self) -> None:
        programme = self.programme
        lines = self._lines.lines
        self.summary.setText(self._counted(programme))
        unclear = len(programme.not_understood)
        self.next_unclear.setEnabled(unclear > 0)
        self.title.setEnabled(self._as_new.isChecked())
        starts = any(line.start is not None for line in lines if line.kind.is_block)
        for widget in (self.part_start_label, self.part_start):
            widget.setVisible(bool(lines) and not starts)

    def _counted(self, programme: ImportedProgramme) -> str:
        """Say what would be added, and how much was not understood."""
        language = self.language
        if not self._lines.lines:
            return language.gettext(
                "Nothing to show yet. Each line of the programme will stand here with what it becomes."
            )
        blocks = sum(len(part.blocks) for part in programme.parts)
        options = sum(len(block.options) for part in programme.parts for block in part.blocks)
        counts = (
            (NN_("{n} block", "{n} blocks", "n"), blocks),
            (NN_("{n} option", "{n} options", "n"), options),
            (NN_("{n} part", "{n} parts", "n"), len(programme.parts)),
            (NN_("{n} parked", "{n} parked", "n"), len(programme.parked)),
            (NN_("{n} line not understood", "{n} lines not understood", "n"), len(programme.not_understood)),
        )
        return " · ".join(language.wording(text, {"n": count}) for text, count in counts if count)

    def _go_to_unclear(self) -> None:
        """Select the next line that was not understood."""
        lines = self._lines.lines
        now = self.table.currentIndex().row()
        order = [*range(now + 1, len(lines)), *range(now + 1)]
        row = next((row for row in order if lines[row].kind is LineKind.NOT_UNDERSTOOD), None)
        if row is not None:
            self.table.selectRow(row)
            self.table.setFocus()
