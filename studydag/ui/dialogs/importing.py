"""A programme that someone else made: pasted or from a file, shown beside what becomes of each line, and added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from studydag.model.exchange.importing.arranging import PART_START
from studydag.model.exchange.importing.beside import Arranged, arrange, arrange_file, arrange_pasted
from studydag.model.operations.bringing import Parcel
from studydag.model.operations.importing import (
    SCHOOL,
    add_prepared,
    add_programme,
    add_programme_to_day,
    prepared,
)
from studydag.model.values.errors import CannotRead, StudyDagError, cannot_read
from studydag.model.values.imported import ImportedProgramme, LineKind
from studydag.model.values.school import Person, Room, School
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.files import ask_programme
from studydag.ui.asking.problems import said
from studydag.ui.clipboard import on_clipboard
from studydag.ui.dialogs.adding import add_in_pieces
from studydag.ui.dialogs.destination import Destination
from studydag.ui.dialogs.import_words import NOTHING_YET, counted
from studydag.ui.dialogs.reading import ReadingLine
from studydag.ui.item_models.imported_lines import ImportedLinesModel
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.look import look_of
from studydag.ui.widgets.imported_lines import ImportedLinesTable
from studydag.ui.workspace import Workspace

PAUSE_MS = 350
"""After so long without a key, what is typed is read again."""
AT_ONCE = 2_000
"""So many characters or bytes are read in less time than the eye needs to see it; more is read beside the window."""
LINES_AT_ONCE = 200
"""So many lines are arranged at once."""
SOURCE_LINES, FEWEST_LINES = 6, 3
WIDTH = 170
"""Of the dialog, in characters, where the screen has room for them."""


class _Reads(Enum):
    """What is read beside the window."""

    NOTHING = auto()
    TEXT = auto()
    FILE = auto()


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
        self._done: Arranged | None = None
        self._reads = _Reads.NOTHING
        self._adds_when_read = False
        self._lines = ImportedLinesModel(workspace.language, look_of(parent), workspace.today(), self)
        self._lines.corrected.connect(self._on_lines)
        self._waiting = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._waiting.timeout.connect(self._read_source)
        self._add_source()
        self.table = ImportedLinesTable(self._lines, workspace.language, self)
        self.body.addWidget(self._tools())
        self.body.addWidget(self.table, 1)
        self.reading = ReadingLine(workspace.language, self)
        self.reading.changed.connect(self._on_reading)
        self.reading.stopped.connect(self._on_stopped)
        self.body.addWidget(self.reading)
        self.summary = self.add_text("")
        self.destination = Destination(workspace.language, workspace.day, self, to_day=to_day)
        self.destination.changed.connect(self._on_lines)
        self.title, self.part_start = self.destination.title, self.destination.part_start
        self.body.addWidget(self.destination)
        self._on_lines()

    def ask(self) -> int | None:
        """Show the dialog; return the id of the study day that has the programme, if it was added."""
        # Not the button that opens a file, where Enter would do that.
        (self.table if self._lines.lines else self.source).setFocus()
        self.run()
        return self._made

    def paste(self) -> None:
        """Take what is on the clipboard, if that is text; a table keeps its cells."""
        mime = on_clipboard()
        if mime is not None and mime.hasText():
            self.show_text(mime.text(), mime.html() if mime.hasHtml() else "")

    def show_text(self, text: str, html: str = "") -> None:
        """Show a text as if it were pasted; `html` is the same with its tables."""
        self.source.setPlainText(text)
        self._html = html
        self._read_source()

    def show_file(self, path: Path) -> bool:
        """Read a file; return whether that went well, or is under way."""
        job = partial(arrange_file, path, self._workspace.today(), self._round_title)
        self._begins()
        try:
            if path.stat().st_size > AT_ONCE:
                told = self.language.gettext("Reading {name}…").replace("{name}", path.name)
                self._reads = _Reads.FILE
                self.reading.begin(told, job, partial(self._show_of_file, path), self._say_error)
            else:
                self._show_of_file(path, job())
        except (OSError, CannotRead) as error:
            self._say_error(error, path)
            return False
        return True

    @property
    def programme(self) -> ImportedProgramme:
        """The programme as it would be added now."""
        if not self._is_arranged:
            self._done = arrange(self._lines.lines, self._part_start, self._round_title)
        assert self._done is not None
        return self._done.programme

    @property
    def _is_arranged(self) -> bool:
        done = self._done
        return done is not None and done.part_start == self._part_start and done.lines == self._lines.lines

    @property
    def _part_start(self) -> dt.time:
        return self.part_start.shown or PART_START

    @property
    def _round_title(self) -> str:
        return self.language.gettext("Choice round")

    def accept(self) -> None:
        """Add the programme as one step, or say what is wrong; what is still being read is added once it is."""
        self.finish_typing()
        if self._waiting.isActive():
            self._read_source()
        if not self.reading.is_reading and not self._is_arranged:
            self._on_lines()
        if self.reading.is_reading:
            self._adds_when_read = True
            return
        programme = self.programme
        if not programme.parts and not programme.parked:
            self.say_problem(self.language.gettext("There is nothing to add yet: no line has become a block."))
            return

        if self.destination.is_new and len(self._lines.lines) > LINES_AT_ONCE:
            told = self.language.gettext("Arranging the programme…")
            self.reading.begin(told, self._preparing(programme), self._write, self._say_refused)
            return

        def add() -> None:
            self._made = self._add(programme)

        if self.tries(add):
            super().accept()

    def done(self, result: int) -> None:
        """Close, and wait no longer for what is being read."""
        self._waiting.stop()
        self.reading.drop()
        super().done(result)

    def _add(self, programme: ImportedProgramme) -> int:
        library, day = self._workspace.library, self._workspace.day
        if not self.destination.is_new and day is not None:
            add_programme_to_day(library, day.id, programme)
            return day.id
        return add_programme(library, replace(programme, title=""), self.title.shown or "")

    def _preparing(self, programme: ImportedProgramme) -> Callable[[], Parcel]:
        """Return what makes a study day of a large programme, beside the window."""
        library = self._workspace.library
        asked = replace(programme, title=""), self.title.shown or "", library.bare(School, SCHOOL).language
        return partial(prepared, *asked, library.every(Person), library.every(Room))

    def _write(self, parcel: Parcel) -> None:
        """Write a large programme in pieces, and close; where that was stopped, all stands as before."""
        made: int | None = None

        def add() -> None:
            nonlocal made
            library = self._workspace.library
            made = add_in_pieces(partial(add_prepared, library, parcel), self, self.language)

        if self.tries(add) and made is not None:
            self._made = made
            super().accept()

    def _say_refused(self, error: Exception) -> None:
        if not isinstance(error, StudyDagError):
            raise error
        self.say_problem(said(error, self.language))

    # -- what is asked

    def _add_source(self) -> None:
        _ = self.language.gettext
        self.prompt = QLabel(_("Paste the programme here, from Word, Excel, an e-mail or a web page"), self)
        self.prompt.setWordWrap(True)
        open_file = QPushButton(_("Open a file…"), self)
        open_file.setAutoDefault(False)
        open_file.clicked.connect(self._ask_file)
        self.source = QPlainTextEdit(self)
        self.source.setAccessibleName(self.prompt.text())
        self.source.setTabChangesFocus(True)
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        around = 2 * (self.source.frameWidth() + int(self.source.document().documentMargin()))
        line = self.source.fontMetrics().lineSpacing()
        self.source.setMinimumHeight(line * FEWEST_LINES + around)
        self.source.setMaximumHeight(line * SOURCE_LINES + around)
        self.source.setPlaceholderText(_("For example: 09:00 Opening by Anna Bos, room 12"))
        self.source.textChanged.connect(self._on_typed)
        self.prompt.setBuddy(self.source)
        self.from_file = QLabel(self)
        self.from_file.setProperty("role", "heading")
        self.from_file.hide()
        row = QHBoxLayout()
        row.addWidget(self.prompt, 1)
        row.addWidget(self.from_file, 1)
        row.addWidget(open_file)
        self.body.addLayout(row)
        self.body.addWidget(self.source)

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

    # -- what is shown

    def _ask_file(self) -> None:
        path = ask_programme(self, self.language)
        if path is not None:
            self.show_file(path)

    def _on_typed(self) -> None:
        self._html = ""
        self._begins()
        self._waiting.start()

    def _begins(self) -> None:
        """Forget what was being read, for something else."""
        self._waiting.stop()
        self._reads = _Reads.NOTHING
        self._adds_when_read = False
        self.reading.drop()

    def _read_source(self) -> None:
        self._begins()
        self.say_problem("")
        text = self.source.toPlainText()
        job = partial(arrange_pasted, text, self._html, self._workspace.today(), self._round_title)
        if len(text) + len(self._html) > AT_ONCE:
            told = self.language.gettext("Reading the programme…")
            self._reads = _Reads.TEXT
            self.reading.begin(told, job, self._show, self._refuse_source)
            return
        try:
            self._show(job())
        except CannotRead as error:
            self._refuse_source(error)

    def _refuse_source(self, error: Exception) -> None:
        """Say why a pasted text isn't read, and show no lines of an earlier one beside it."""
        self._lines.show_lines(())
        self._on_lines()
        self._say_error(error)

    def _on_reading(self) -> None:
        """Say either what is read or what was; nothing is added that nobody has seen."""
        shows = not self.reading.isHidden()
        self.summary.setVisible(not shows)
        self.accepting.setEnabled(not shows or self.reading.was_stopped)

    def _on_stopped(self) -> None:
        """Show no lines of an earlier text beside one that wasn't read."""
        self._adds_when_read = False
        self._on_reading()
        if self._reads is _Reads.TEXT:
            self._lines.show_lines(())
            self._on_lines()

    def _say_error(self, error: Exception, path: Path | None = None) -> None:
        self._reads = _Reads.NOTHING
        self._adds_when_read = False
        if isinstance(error, CannotRead):
            self.say_problem(said(error, self.language))
        elif isinstance(error, OSError):
            self.say_problem(self.language.error(cannot_read(path or error.filename, error)))
        else:
            raise error

    def _show_of_file(self, path: Path, read: Arranged) -> None:
        self._name = path.stem
        for widget in (self.source, self.prompt):
            widget.hide()
        self.from_file.setText(self.language.gettext("From {name}").replace("{name}", path.name))
        self.from_file.show()
        self._lines.forget()
        self._show(read)

    def _show(self, read: Arranged) -> None:
        self.say_problem("")
        self._reads = _Reads.NOTHING
        self._done = read
        self._lines.show_lines(read.lines)
        self._with_programme(self._name_day)

    def _name_day(self) -> None:
        programme = self.programme
        date = next((part.date for part in programme.parts if part.date is not None), None)
        _ = self.language.gettext
        # A pasted programme often has no title: the day gets one that can be added as it is.
        named = _("Study day") if date is None else _("Study day of {date}").replace("{date}", self.language.date(date))
        title = programme.title or self._name or (named if self._lines.lines else "")
        self.destination.suggest(title)
        self._count()

    def _on_lines(self) -> None:
        self._with_programme(self._count)

    def _with_programme(self, then: Callable[[], None]) -> None:
        """Go on once the lines are arranged; many are so beside the window."""
        if self._reads is not _Reads.NOTHING and self.reading.is_reading:
            # What is read now takes the place of these lines.
            return
        lines = self._lines.lines
        if self._is_arranged or len(lines) <= LINES_AT_ONCE:
            then()
            if self._adds_when_read:
                self._adds_when_read = False
                self.accept()
            return

        def show(arranged: Arranged) -> None:
            self._done = arranged
            self._with_programme(then)

        self._reads = _Reads.NOTHING
        told = self.language.gettext("Arranging the programme…")
        job = partial(arrange, lines, self._part_start, self._round_title)
        self.reading.begin(told, job, show, self._say_error)

    def _count(self) -> None:
        programme = self.programme
        lines = self._lines.lines
        told = counted(programme, self.language) if lines else self.language.gettext(NOTHING_YET)
        self.summary.setText(told)
        unclear = len(programme.not_understood)
        self.next_unclear.setEnabled(unclear > 0)
        starts = any(line.start is not None for line in lines if line.kind.is_block)
        self.destination.show_for(asks_start=bool(lines) and not starts)

    def _go_to_unclear(self) -> None:
        """Select the next line that was not understood."""
        lines = self._lines.lines
        now = self.table.currentIndex().row()
        order = [*range(now + 1, len(lines)), *range(now + 1)]
        row = next((row for row in order if lines[row].kind is LineKind.NOT_UNDERSTOOD), None)
        if row is not None:
            self.table.selectRow(row)
            self.table.setFocus()
