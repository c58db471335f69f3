"""What becomes of a document: saved, one or all of them; opened; printed. The version in its footer is kept then."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studydag.export.documents import DOCX, EML, ICS, MD, PDF, TXT, XLSX, Document
from studydag.export.saving import save
from studydag.model.rules.calendar.dates import first_date
from studydag.model.values.errors import FolderMissing, NotAllowed
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.scratch import passing_folder
from studydag.ui.asking.folders import documents_folder
from studydag.ui.asking.problems import said
from studydag.ui.preview.asking import Asking, Existing, Printing
from studydag.ui.preview.chosen import Chosen
from studydag.ui.preview.file_names import file_name, free_path, room_in
from studydag.ui.preview.keeping import Kept, keep, let_go
from studydag.ui.preview.notice import Notice
from studydag.ui.preview.orders import Made
from studydag.ui.preview.paper import PrintRun, printer_for
from studydag.ui.preview.press import Press
from studydag.ui.preview.saving import Saved, Target, bytes_of, save_all
from studydag.ui.workspace import Workspace

KINDS: Final[Mapping[str, str]] = {
    PDF: N_("PDF files"),
    DOCX: N_("Word files"),
    XLSX: N_("Excel files"),
    ICS: N_("Calendar files"),
    MD: N_("Markdown files"),
    TXT: N_("Text files"),
    EML: N_("E-mails"),
}
"""What files of each kind are called where a place for one is asked for, to be translated."""
APART: Final = (EML, MD)
"""Forms that are not saved with all documents: a mail is to one person, and what is in Markdown is in the text too."""
MOST_TOLD: Final = 2
"""So many files that were not saved are named, each with what to do; of a full disk they all say the same."""
WithCurrent = Callable[[Callable[[Made], None]], None]
"""Hands over the document of the day as it stands, at once or as soon as it is made."""


class Delivery(QObject):
    """Saves, opens and prints documents, and says so in a notice. `asking` says how the user is asked."""

    def __init__(
        self,
        workspace: Workspace,
        chosen: Chosen,
        press: Press,
        notice: Notice,
        with_current: WithCurrent,
        page: QWidget,
    ) -> None:
        """Work for a page."""
        super().__init__(page)
        self.asking = Asking()
        self._workspace = workspace
        self._chosen = chosen
        self._press = press
        self._notice = notice
        self._with_current = with_current
        self._page = page
        self._folder: Path | None = None
        self._again: Callable[[], None] | None = None
        self._passing: Path | None = None
        self._jobs: dict[int, Callable[[object], None]] = {}
        self._run: PrintRun | None = None
        press.done.connect(self._on_done)
        press.progressed.connect(self._on_progress)

    @property
    def _day(self) -> StudyDay:
        assert self._workspace.day is not None
        return self._workspace.day

    def _keep(self, made: Made) -> Kept | None:
        """Keep the day as the version whose number stands in the footer; None where that didn't go well."""
        order = made.order
        return keep(self._workspace, order.day.id, made.content, order.document.name)

    def _fail(self, kept: Kept, error: Exception) -> None:
        """Say why there is no document, and let go of the version that was kept for it."""
        let_go(self._workspace, kept)
        self._notice.warn(said(error, self._workspace.language))

    def _begin(self, then: Callable[[Made], None]) -> None:
        """Go on with the document as it stands; what was said of an earlier one is not taken for an answer to this."""
        if not self._jobs and self._run is None:
            self._notice.hide()
        self._with_current(then)

    # -- saving

    def save(self, document: Document, ending: str) -> None:
        """Ask where, and save the document as it is seen, or its dates as a calendar."""
        if self._workspace.day is None:
            return
        _ = self._workspace.language.gettext
        suggested = self._file_in(self._start_folder(), document, ending)
        kind = self._workspace.language.gettext(KINDS[ending])
        path = self.asking.path(self._page, _("Save as"), suggested, f"{kind} (*{ending})")
        if path is None:
            return
        if path.suffix.lower() != ending:
            path = self._unless_there(path.with_name(path.name + ending))
        if path is not None:
            self._folder = path.parent
            self._begin(partial(self._save, (self._target(document, ending, path),)))

    def give(self, document: Document, ending: str) -> None:
        """Save a document in a form, or open it where that is a mail."""
        if ending == EML:
            self.open_mail(document)
        else:
            self.save(document, ending)

    def save_all(self, documents: tuple[Document, ...]) -> None:
        """Ask for a folder, and save every document of the day in it, with its choices, and the calendars."""
        if self._workspace.day is None:
            return
        title = self._workspace.language.gettext("Save all documents of this day in a folder")
        folder = self.asking.folder(self._page, title, self._start_folder())
        if folder is None:
            return
        self._folder = folder
        self._again = partial(self.save_all, documents)
        targets = [
            self._target(document, ending, self._file_in(folder, document, ending))
            for document in documents
            for ending in document.endings
            if ending not in APART
        ]
        existing = [target.path for target in targets if target.path.exists()]
        answer = self.asking.existing(self._page, existing, self._workspace.language) if existing else Existing.REPLACE
        if answer is Existing.CANCEL:
            return
        if answer is Existing.KEEP_BOTH:
            targets = [_beside(target) for target in targets]
        self._begin(partial(self._save, tuple(targets)))

    def _save(self, targets: tuple[Target, ...], made: Made) -> None:
        kept = self._keep(made)
        if kept is None:
            return
        stop = threading.Event()
        if len(targets) > 1:
            _ = self._workspace.language.gettext
            self._notice.follow(_("Making the documents…"), len(targets), _("Cancel"), stop.set)
        number = self._press.run(lambda progress: save_all(made, targets, stop, progress))
        self._jobs[number] = partial(self._on_saved, kept)

    def _on_saved(self, kept: Kept, result: object) -> None:
        language = self._workspace.language
        if isinstance(result, Exception):
            self._fail(kept, result)
            return
        assert isinstance(result, Saved)
        if not result.paths:
            let_go(self._workspace, kept)
        if result.stopped:
            self._notice.say(language.gettext("Stopped. Nothing was saved."))
            return
        folder = self._folder
        show = (
            (language.gettext("Open folder"), partial(self.asking.open, folder)) if folder is not None else ("", None)
        )
        if _is_shut(result):
            text = language.gettext(
                "Nothing was saved in {folder}: you are not allowed to write there, or it no longer exists."
            )
            choose = language.gettext("Choose another folder…")
            self._notice.warn(text.replace("{folder}", str(folder)), choose, self._again)
            return
        if result.problems:
            lines = [self._problem_line(target, error) for target, error in result.problems[:MOST_TOLD]]
            more = len(result.problems) - len(lines)
            if more:
                text = language.ngettext("{n} more file was not saved.", "{n} more files were not saved.", more)
                lines.append(text.replace("{n}", str(more)))
            lines += self._left_out(result)
            self._notice.warn("\n".join(lines), *(show if result.paths else ("", None)))
            return
        left_out = self._left_out(result)
        if not result.paths:
            text = ""
        elif len(result.paths) == 1:
            text = language.gettext("Saved: {name}").replace("{name}", result.paths[0].name)
        else:
            text = language.ngettext("{n} file saved in {folder}.", "{n} files saved in {folder}.", len(result.paths))
            text = text.replace("{n}", str(len(result.paths))).replace("{folder}", str(folder))
        self._notice.say(" ".join(filter(None, (text, *left_out))), *(show if result.paths else ("", None)))

    def _left_out(self, result: Saved) -> list[str]:
        """Say which calendars and which documents were left out, in a sentence for each of both if there are any."""
        language = self._workspace.language
        calendars = ", ".join(each.path.name for each in result.left_out)
        documents = ", ".join(language.gettext(each.title) for each in result.empty)
        told = (
            (language.gettext("Left out, as there is nothing to put in a calendar yet: {names}."), calendars),
            (language.gettext("Left out, as there is nothing in them yet: {names}."), documents),
        )
        return [text.replace("{names}", names) for text, names in told if names]

    def _problem_line(self, target: Target, error: Exception) -> str:
        language = self._workspace.language
        return f"{language.gettext(target.document.title)}: {said(error, language)}"

    def _target(self, document: Document, ending: str, path: Path) -> Target:
        return Target(
            path=path,
            document=document,
            ending=ending,
            chosen=self._chosen.options_of(document),
            language=self._chosen.language_of(document, self._day),
        )

    def _unless_there(self, path: Path) -> Path | None:
        """Return where to write a file whose name got its ending after the user was asked."""
        if not path.exists():
            return path
        answer = self.asking.existing(self._page, [path], self._workspace.language)
        if answer is Existing.KEEP_BOTH:
            return free_path(path)
        return path if answer is Existing.REPLACE else None

    def _file_in(self, folder: Path, document: Document, ending: str) -> Path:
        day, chosen = self._day, self._chosen.options_of(document)
        language = self._chosen.language_of(document, day)
        whose = [self._name_of(chosen[each.name]) for each in document.options if each.refers and chosen.get(each.name)]
        what = " - ".join([language.gettext(document.title_of(ending)), *whose])
        title = day.title or language.gettext("Study day")
        return folder / file_name(title, what, first_date(day), ending, room_in(folder))

    def _name_of(self, uid: str) -> str:
        setting = self._workspace.setting
        names = {
            thing.uid: thing.name for things in (setting.people, setting.rooms, setting.groups) for thing in things
        }
        return names.get(uid, "")

    def _start_folder(self) -> Path:
        return self._folder or documents_folder()

    # -- opening and printing

    def open(self) -> None:
        """Open the document in the system's own program, from a file that goes when this program does."""
        if self._workspace.day is not None:
            self._begin(self._open)

    def _open(self, made: Made) -> None:
        kept = self._keep(made)
        if kept is None:
            return
        path = self._file_in(self._passing_folder(), made.order.document, PDF)
        number = self._press.run(lambda _progress: _written(path, made.data))
        self._jobs[number] = partial(self._on_ready_to_open, kept)

    def _on_ready_to_open(self, kept: Kept, result: object) -> None:
        language = self._workspace.language
        if isinstance(result, Exception):
            self._fail(kept, result)
        elif isinstance(result, Path) and not self.asking.open(result):
            let_go(self._workspace, kept)
            self._notice.warn(language.gettext("This computer has no program that opens PDF files. Save it instead."))

    # -- a mail, a text to paste

    def open_mail(self, document: Document) -> None:
        """Open a draft with the document attached in the system's own mail program."""
        if self._workspace.day is not None:
            self._begin(partial(self._open_mail, document))

    def _open_mail(self, document: Document, made: Made) -> None:
        kept = self._keep(made)
        if kept is None:
            return
        path = self._file_in(self._passing_folder(), document, EML)
        target = self._target(document, EML, path)
        number = self._press.run(lambda _progress: _written(path, bytes_of(made, target)))
        self._jobs[number] = partial(self._on_mail_ready, kept, document)

    def _on_mail_ready(self, kept: Kept, document: Document, result: object) -> None:
        language = self._workspace.language
        if isinstance(result, Exception):
            self._fail(kept, result)
        elif isinstance(result, Path) and not self.asking.open(result):
            let_go(self._workspace, kept)
            text = language.gettext("This computer has no program that opens draft e-mails. Save it instead.")
            self._notice.warn(text, language.gettext("Save as"), partial(self.save, document, EML))

    def copy(self, document: Document, ending: str) -> None:
        """Put a document on the clipboard, as text to paste."""
        if self._workspace.day is not None:
            self._begin(partial(self._copy, document, ending))

    def _copy(self, document: Document, ending: str, made: Made) -> None:
        kept = self._keep(made)
        if kept is None:
            return
        target = self._target(document, ending, Path())
        number = self._press.run(lambda _progress: bytes_of(made, target))
        self._jobs[number] = partial(self._on_copied, kept)

    def _on_copied(self, kept: Kept, result: object) -> None:
        if isinstance(result, Exception):
            self._fail(kept, result)
        elif isinstance(result, bytes):
            QGuiApplication.clipboard().setText(result.decode())
            self._notice.say(self._workspace.language.gettext("Copied as text. Paste it where you like."))

    def _passing_folder(self) -> Path:
        if self._passing is None or not self._passing.is_dir():
            self._passing = passing_folder()
            application = QCoreApplication.instance()
            if application is not None:
                application.aboutToQuit.connect(partial(rmtree, self._passing, ignore_errors=True))
        return self._passing

    def print(self) -> None:
        """Ask for a printer, and print the document as it is seen."""
        if self._workspace.day is not None and self._run is None:
            self._begin(self._print)

    def _print(self, made: Made) -> None:
        _ = self._workspace.language.gettext
        printer = printer_for(made)
        answer = self.asking.printer(printer, self._page)
        if answer is Printing.NO_PRINTER:
            self._notice.warn(
                _("This computer has no printer. Open the PDF to print it elsewhere."), _("Open"), self.open
            )
        if answer is not Printing.PRINT or self._keep(made) is None:
            return
        run = self._run = PrintRun(made, printer, self._press, self)
        self._notice.follow(_("Printing…"), run.pages, _("Cancel"), run.stop)
        run.printed.connect(self._notice.progress.setValue)
        run.finished.connect(self._on_printed)
        run.start()

    def _on_printed(self, well: bool) -> None:
        _ = self._workspace.language.gettext
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        if well:
            self._notice.say(_("Sent to the printer."))
        else:
            self._notice.warn(
                _("Not everything was printed. Is the printer on? You can also open the PDF and print it from there.")
            )

    # -- what comes back

    def _on_done(self, number: int, result: object) -> None:
        then = self._jobs.pop(number, None)
        if then is not None:
            then(result)

    def _on_progress(self, number: int, step: int) -> None:
        if number in self._jobs:
            self._notice.progress.setValue(step)


def _beside(target: Target) -> Target:
    return replace(target, path=free_path(target.path))


def _is_shut(result: Saved) -> bool:
    """Whether none of several files could be written, as nothing can in that folder."""
    several = len(result.problems) > 1 and not result.paths
    return several and all(isinstance(error, NotAllowed | FolderMissing) for _target, error in result.problems)


def _written(path: Path, data: bytes) -> Path:
    """Write a file to be opened, under another name where a program has the one that was opened before. Its path."""
    try:
        save(path, data)
    except NotAllowed:
        path = free_path(path)
        save(path, data)
    return path
