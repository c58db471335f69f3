"""What makes a document: a function of a module of this room, which is imported when it is called, not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from studydag.export.asked import Choices, Stamp
from studydag.language import Language
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

Make = Callable[[StudyDay, Setting, Choices, Language, Stamp], bytes]
"""Returns the bytes of a document."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Names the function by its module, as it stands below this room, such as `pdf.run_sheet`."""

    module: str
    function: str = "render"

    def load(self) -> Make:
        """Import the module, and return the function."""
        made: Make = getattr(import_module(f"studydag.export.{self.module}"), self.function)
        return made

    def __call__(self, day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
        """Make the document."""
        return self.load()(day, setting, choices, language, stamp)
