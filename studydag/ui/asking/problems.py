"""Tells what went wrong and what to do, in the user's words; of a bug it offers a report to copy."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from studydag import __version__
from studydag.labels import problem_line
from studydag.language import Language
from studydag.model.values.errors import InvalidValue, LibraryDamaged, StudyDagError
from studydag.ui.asking.message_box import MessageBox


def tell(parent: QWidget, error: Exception, language: Language, *, can_look: bool = False) -> bool:
    """Say what went wrong. Return whether the user chose to look only, where that is offered."""
    _ = language.gettext
    box = MessageBox(parent, QMessageBox.Icon.Warning, said(error, language))
    look = box.addButton(_("Look only"), QMessageBox.ButtonRole.AcceptRole) if can_look else None
    copy = None
    if not isinstance(error, StudyDagError) or isinstance(error, LibraryDamaged):
        copy = box.addButton(_("Copy report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
    chosen = box.run()
    if copy is not None and chosen is copy:
        QApplication.clipboard().setText(report(error))
    return look is not None and chosen is look


def said(error: Exception, language: Language) -> str:
    """Return an error in the user's words; a form's problems one below the other."""
    if isinstance(error, InvalidValue):
        return "\n".join([language.error(error), *(problem_line(each, language) for each in error.problems)])
    if isinstance(error, StudyDagError):
        return language.error(error)
    return language.gettext("Something went wrong that should not have. Your study days are as they were before.")


def report(error: BaseException) -> str:
    """Return what we need to find a bug: versions and the trace, nothing of the study days."""
    trace = "".join(traceback.format_exception(error))
    return f"StudyDAG {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{trace}"
