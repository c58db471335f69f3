"""Asks for files, in the system's own way."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from studydag.language import Language
from studydag.model.exchange.importing.opening import ENDINGS as PROGRAMMES
from studydag.model.exchange.importing.people_table import ENDINGS as PEOPLE
from studydag.model.exchange.importing.scores import ENDINGS as SCORES
from studydag.ui.asking.folders import documents_folder

SIGN_UPS: Final = (".csv", ".tsv", ".xlsx", ".ods", ".txt")


def ask_library(parent: QWidget, folder: Path, language: Language) -> Path | None:
    """Ask for a library or a copy that is there."""
    _ = language.gettext
    name, _kind = QFileDialog.getOpenFileName(parent, _("Open library"), str(folder), _pattern(language))
    return Path(name) if name else None


def ask_new_file(parent: QWidget, proposed: Path, language: Language) -> Path | None:
    """Ask where to write a copy; the name always ends as a library does."""
    _ = language.gettext
    return _asked_new(parent, _("Save a copy"), proposed, _pattern(language), ".studydag")


def ask_programme(parent: QWidget, language: Language) -> Path | None:
    """Ask for a programme that someone else made."""
    _ = language.gettext
    return _asked(parent, _("Import a programme"), _("Programmes"), PROGRAMMES, language)


def ask_sign_ups(parent: QWidget, language: Language) -> Path | None:
    """Ask for a table of choices, as a forms service exports it."""
    _ = language.gettext
    return _asked(parent, _("Read choices"), _("Tables"), SIGN_UPS, language)


def ask_people(parent: QWidget, language: Language) -> Path | None:
    """Ask for a list of people."""
    _ = language.gettext
    return _asked(parent, _("Import people"), _("Lists of people"), PEOPLE, language)


def ask_scores(parent: QWidget, language: Language) -> Path | None:
    """Ask for the scores of a scan."""
    _ = language.gettext
    return _asked(parent, _("Scores of a scan"), _("Tables"), SCORES, language)


def ask_answers(parent: QWidget, language: Language) -> Path | None:
    """Ask for answers, as a forms service or a spreadsheet holds them."""
    _ = language.gettext
    return _asked(parent, _("Import answers"), _("Tables"), SCORES, language)


def ask_text_file(parent: QWidget, title: str, proposed: Path, language: Language) -> Path | None:
    """Ask where to write a text; the name always ends as one does."""
    kind = language.gettext("Text files") + " (*.txt)"
    return _asked_new(parent, title, proposed, kind, ".txt")


def ask_picture(parent: QWidget, language: Language) -> Path | None:
    """Ask for a picture that is there."""
    _ = language.gettext
    pattern = _("Pictures") + " (*.png *.jpg *.jpeg)"
    name, _kind = QFileDialog.getOpenFileName(parent, _("Choose a logo"), str(documents_folder()), pattern)
    return Path(name) if name else None


def _asked(parent: QWidget, title: str, kind: str, endings: Iterable[str], language: Language) -> Path | None:
    """Ask for a file of a kind, known by its endings, that is there; any other may be chosen too."""
    known = " ".join(f"*{ending}" for ending in endings)
    everything = language.gettext("All files")
    kinds = f"{kind} ({known});;{everything} (*)"
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(documents_folder()), kinds)
    return Path(name) if name else None


def _asked_new(parent: QWidget, title: str, proposed: Path, kinds: str, ending: str) -> Path | None:
    """Ask where to write a file; the ending is added where the name has another one, or none."""
    name, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.casefold() == ending else path.with_name(f"{path.name}{ending}")


def _pattern(language: Language) -> str:
    return language.gettext("StudyDAG libraries") + " (*.studydag)"
