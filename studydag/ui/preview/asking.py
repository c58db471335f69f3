"""What only the user or the system can answer: where to, over what is there, on which printer, in which program."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from studydag.language import Language
from studydag.ui.asking.message_box import MessageBox


class Existing(Enum):
    """What to do with files that are there already."""

    REPLACE = auto()
    KEEP_BOTH = auto()
    CANCEL = auto()


class Printing(Enum):
    """What came of asking for a printer."""

    PRINT = auto()
    CANCEL = auto()
    NO_PRINTER = auto()


def ask_path(parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
    """Ask where to save a file; the system's dialog asks itself whether one that is there may be replaced."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Ask for a folder to save files in."""
    name = QFileDialog.getExistingDirectory(parent, title, str(suggested))
    return Path(name) if name else None


def ask_existing(parent: QWidget, paths: Sequence[Path], language: Language) -> Existing:
    """Ask once what to do with files that are there already."""
    _ = language.gettext
    said = language.ngettext(
        "{n} of these files is there already.", "{n} of these files are there already.", len(paths)
    )
    names = "\n".join(path.name for path in paths[:12]) + ("\n…" if len(paths) > 12 else "")
    box = MessageBox(parent, QMessageBox.Icon.Question, said.replace("{n}", str(len(paths))), names)
    replace = box.addButton(_("Replace"), QMessageBox.ButtonRole.AcceptRole)
    both = box.addButton(_("Keep both"), QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(both)
    box.setEscapeButton(cancel)
    clicked = box.run()
    if clicked is replace:
        return Existing.REPLACE
    return Existing.KEEP_BOTH if clicked is both else Existing.CANCEL


def ask_printer(printer: QPrinter, parent: QWidget) -> Printing:
    """Ask which printer, which pages and how many copies."""
    if not QPrinterInfo.availablePrinterNames():
        return Printing.NO_PRINTER
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return Printing.PRINT if accepted else Printing.CANCEL


def open_in_viewer(path: Path) -> bool:
    """Open a file or folder with the system's own program for it; return whether there is one.

    That program is told where it really lies: of a Python from its Store, Windows keeps temporary files elsewhere.
    """
    return QDesktopServices.openUrl(QUrl.fromLocalFile(os.path.realpath(path)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How to ask each of these."""

    path: Callable[[QWidget, str, Path, str], Path | None] = ask_path
    folder: Callable[[QWidget, str, Path], Path | None] = ask_folder
    existing: Callable[[QWidget, Sequence[Path], Language], Existing] = ask_existing
    printer: Callable[[QPrinter, QWidget], Printing] = ask_printer
    open: Callable[[Path], bool] = open_in_viewer
