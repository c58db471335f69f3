"""What was chosen for each document of the day in view; kept no longer than that, as some of it is private."""

from __future__ import annotations

from collections.abc import Mapping

from studydag.export.documents import Document
from studydag.language import Language
from studydag.model.values.study_day import StudyDay


class Chosen:
    """Options and language by document; what was not chosen is as the document and the day have it."""

    def __init__(self) -> None:
        """Begin with nothing chosen."""
        self._options: dict[str, dict[str, str]] = {}
        self._languages: dict[str, Language] = {}

    def forget(self) -> None:
        """Forget all, as for another day."""
        self._options.clear()
        self._languages.clear()

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
        return self._languages.get(document.name) or Language.of(day.language)

    def choose_language(self, document: Document, code: str) -> None:
        """Choose the language of a document."""
        self._languages[document.name] = Language.of(code)
