"""What was chosen for each document of the day in view; kept no longer than that, as some of it is private."""

from __future__ import annotations

from collections.abc import Mapping

from studydag.export.documents import Document
from studydag.language import Language
from studydag.model.values.study_day import StudyDay


class Chosen:
    """Options and language by document; what was not chosen is as the document and the day have it."""

    def __init__(self, language: Language) -> None:
        """Begin with nothing chosen; `language` is that of the window."""
        self._options: dict[str, dict[str, str]] = {}
        self._codes: dict[str, str] = {}
        # Reading a catalogue takes longer than a document may keep the window waiting.
        self._loaded: dict[str, Language] = {language.code: language}

    def forget(self) -> None:
        """Forget all, as for another day."""
        self._options.clear()
        self._codes.clear()

    def take_over(self, other: Chosen) -> None:
        """Choose all as it was chosen there."""
        self._options = {name: dict(options) for name, options in other._options.items()}
        self._codes = dict(other._codes)

    def options_of(self, document: Document) -> dict[str, str]:
        """Return what was chosen of a document's options."""
        return dict(self._options.get(document.name, {}))

    def choose(self, document: Document, name: str, value: str) -> None:
        """Choose an option."""
        self._options.setdefault(document.name, {})[name] = value

    def keep_offered(self, document: Document, offered: Mapping[str, frozenset[str]]) -> bool:
        """Forget what can't be chosen any more; return whether there was such."""
        chosen = self._options.get(document.name, {})
        gone = [name for name, values in offered.items() if chosen.get(name, "") not in values]
        for name in gone:
            del chosen[name]
        return bool(gone)

    def language_of(self, document: Document, day: StudyDay) -> Language:
        """Return the language of a document: as chosen, else the day's."""
        code = self._codes.get(document.name, day.language)
        if code not in self._loaded:
            self._loaded[code] = Language.of(code)
        return self._loaded[code]

    def choose_language(self, document: Document, code: str) -> None:
        """Choose the language of a document."""
        self._codes[document.name] = code
