"""What the preview asks for, and what it gets: a document of one study day, as bytes that are shown and saved alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from studydag.export.asked import Proof, Stamp
from studydag.export.documents import Document
from studydag.language import Language
from studydag.model.exchange.computed import computed_of
from studydag.model.exchange.last_print import with_last_print
from studydag.model.exchange.study_day_json import to_json
from studydag.model.rules.calendar.school_calendar import holidays_for
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay, Version
from studydag.ui.preview.raster import Leaf, leaves_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A document to make. `versions` are those that were kept; of orders the one with the highest number wins.

    `keeps_versions` is off where the library is only looked at.
    """

    number: int
    document: Document
    chosen: Mapping[str, str]
    language: Language
    day: StudyDay
    setting: Setting
    versions: tuple[Version, ...]
    keeps_versions: bool
    printed: dt.datetime

    @property
    def newest(self) -> Version | None:
        """The newest version that was kept."""
        return max(self.versions, key=lambda version: version.number, default=None)

    def asks_the_same_as(self, other: Order) -> bool:
        """Whether both lead to the same pages, but for the time of print and the version."""
        return (
            self.document.name == other.document.name
            and self.chosen == other.chosen
            and self.language == other.language
            and self.printed.date() == other.printed.date()
            and self.day == other.day
            and self.setting == other.setting
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A document that was made: its bytes and pages, and the day as `show` writes it, to be kept as `version`.

    `proof` says what on the pages is other than it was typed.
    """

    order: Order
    data: bytes
    leaves: tuple[Leaf, ...]
    content: str
    version: str
    proof: Proof

    @property
    def stamp(self) -> Stamp:
        """What stands in its footer."""
        return Stamp(printed=self.order.printed, version=self.version)


def content_of(day: StudyDay, setting: Setting) -> str:
    """Return a study day as `show` writes it, which is what a version holds."""
    return to_json(day, setting, computed_of(day, setting)).decode()


def version_of(order: Order, content: str) -> str:
    """Return the number of the version that holds this content, or will when the document is saved or printed."""
    newest = order.newest
    if newest is not None and newest.content == content:
        return str(newest.number)
    if not order.keeps_versions:
        return ""
    return str((newest.number if newest is not None else 0) + 1)


def made(order: Order, content: str) -> Made:
    """Make a document and look what pages it has. Raises what `Document.render` does."""
    version = version_of(order, content)
    proof = Proof()
    stamp = Stamp(printed=order.printed, version=version, proof=proof)
    setting = setting_for(order.document, order, order.language, content)
    data = order.document.render(order.day, setting, order.language, stamp, chosen=order.chosen)
    return Made(order=order, data=data, leaves=leaves_of(data), content=content, version=version, proof=proof)


def setting_for(document: Document, order: Order, language: Language, content: str) -> Setting:
    """Return what a document is to be made with: in its language, and with the last print where it asks for that."""
    setting = in_language(order.setting, language)
    return with_last_print(setting, order.versions, content) if document.compares else setting


def in_language(setting: Setting, language: Language) -> Setting:
    """Return the setting with the names of its holidays in the language of a document."""
    school = setting.school
    if language.code == school.language:
        return setting
    years = {day.year for day in setting.holidays.names} | setting.holidays.known
    holidays = holidays_for(school.holiday_region, school.country, years, school.closed_days, language=language.code)
    return replace(setting, holidays=holidays)
