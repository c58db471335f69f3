"""What was typed in a line for something new and not added yet: kept beside the library until it is.

A file of its own, since a line that is half typed is no need, goal or action yet; it is there as long as such a line.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path


class Drafts:
    """Texts by the name of their line, in `<library>.typing`; what can't be written or read is left out."""

    def __init__(self, library: Path, *, read_only: bool = False) -> None:
        """Use the file beside a library; of one that is only looked at nothing is kept."""
        self._file = library.with_name(f"{library.name}.typing")
        self._read_only = read_only
        self._texts: dict[str, str] | None = None

    def text(self, name: str) -> str:
        """Return what stood in a line, or nothing."""
        return self._known().get(name, "")

    def keep(self, name: str, text: str) -> None:
        """Write down what stands in a line; an empty one is forgotten."""
        texts = self._known()
        if self._read_only or texts.get(name, "") == text:
            return
        if text:
            texts[name] = text
        else:
            del texts[name]
        with suppress(OSError):
            self._write(texts)

    def _known(self) -> dict[str, str]:
        if self._texts is None:
            self._texts = {} if self._read_only else self._read()
        return self._texts

    def _read(self) -> dict[str, str]:
        with suppress(OSError, ValueError):
            found = json.loads(self._file.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                return {name: text for name, text in found.items() if isinstance(text, str) and text}
        return {}

    def _write(self, texts: dict[str, str]) -> None:
        if not texts:
            self._file.unlink(missing_ok=True)
            return
        fresh = self._file.with_name(f"{self._file.name}.new")
        fresh.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self._file)
