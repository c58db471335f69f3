"""What the window remembers from one time to the next: its place, zoom, language, recent libraries."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from studydag.folders import settings_folder

RECENT = 8


class Memory:
    """Settings in a file of the user's own; nothing of a study day stands in it."""

    def __init__(self, file: Path | None = None) -> None:
        """Use `file`, by default the one in the user's own folder of settings."""
        file = file or settings_folder() / "window.ini"
        self.asked = file.with_name("asked")
        """The folder in which a program that is started again asks for the window that is there."""
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def zoom(self) -> float:
        """How large the text is, 1.0 being the system's."""
        return float(str(self._settings.value("zoom", 1.0)))

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._settings.setValue("zoom", zoom)

    @property
    def language(self) -> str:
        """The code of the language chosen for the window; empty: the school's."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._settings.setValue("language", code)

    def spoken(self, path: Path) -> str:
        """Return the code of the language that the school of a library asked for last time; empty: nobody knows."""
        code, _, library = str(self._settings.value("spoken", "")).partition(" ")
        return code if library == str(path.absolute()) else ""

    def keep_spoken(self, path: Path, code: str) -> None:
        """Remember what language the school of a library asks for."""
        self._settings.setValue("spoken", f"{code} {path.absolute()}")

    @property
    def brightness(self) -> str:
        """`light`, `dark`, or empty to follow the system."""
        return str(self._settings.value("brightness", ""))

    @brightness.setter
    def brightness(self, brightness: str) -> None:
        self._settings.setValue("brightness", brightness)

    def state(self, name: str) -> QByteArray:
        """Return the state of a window or splitter as it was saved."""
        value = self._settings.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_state(self, name: str, state: QByteArray) -> None:
        """Save the state of a window or splitter."""
        self._settings.setValue(f"state/{name}", state)

    def text(self, name: str) -> str:
        """Return something small that a page remembers."""
        return str(self._settings.value(f"page/{name}", ""))

    def keep_text(self, name: str, text: str) -> None:
        """Save something small that a page remembers."""
        self._settings.setValue(f"page/{name}", text)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The libraries that were open lately, the last one first."""
        lines = str(self._settings.value("recent", "")).split("\n")
        return tuple(Path(line) for line in lines if line)

    def others_than(self, path: Path) -> tuple[Path, ...]:
        """Return the recent libraries without one of them, as without that which is open."""
        here = path.absolute()
        return tuple(each for each in self.recent if each != here)

    def remember_library(self, path: Path) -> None:
        """Put a library on top of the recent ones."""
        paths = dict.fromkeys([path.absolute(), *self.recent])
        self._settings.setValue("recent", "\n".join(str(each) for each in list(paths)[:RECENT]))


def memory_of(widget: QWidget) -> Memory | None:
    """Return the memory of the window that a widget stands in; a widget by itself remembers nothing."""
    memory = getattr(widget.window(), "memory", None)
    return memory if isinstance(memory, Memory) else None
