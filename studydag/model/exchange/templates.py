"""The day templates that ship with the program, in Dutch and English: designs to begin a study day with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from studydag.model.exchange.study_day_json import Loaded, decode
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.setting import Setting
from studydag.resources import resource

KEYS: Final = (
    "half_day",
    "full_day",
    "two_half_days",
    "evening",
    "orientation",
    "starting_point",
    "boost",
    "lesson_study",
    "own_input",
)
"""The templates in the order in which they are offered; each is a file a language in resources/templates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTemplate:
    """A design: what it is called, what it is for, and the study day itself as `show` writes it."""

    key: str
    title: str
    description: str
    content: bytes

    def loaded(self, built_in: Setting) -> Loaded:
        """Return the design as a value; `built_in` holds the formats and question sets that it refers to."""
        return decode(self.content, built_in=built_in)


def day_templates(language: DocumentLanguage) -> tuple[DayTemplate, ...]:
    """Return the templates of the program, in their order."""
    return tuple(_read(key, language) for key in KEYS)


def _read(key: str, language: DocumentLanguage) -> DayTemplate:
    file = msgspec.json.decode(resource("templates", f"{key}.{language}.json").read_bytes(), type=_File)
    return DayTemplate(key=file.key, title=file.title, description=file.description, content=bytes(file.day))


class _File(msgspec.Struct):
    """A file of a template."""

    key: str
    title: str
    description: str
    day: msgspec.Raw
