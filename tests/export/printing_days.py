"""Prints study days for tests: the worked example, days built for the purpose, and what stands on their pages."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO

from icalendar import Calendar, Event
from pypdf import PdfReader

from studydag.export.asked import Stamp
from studydag.export.documents import document
from studydag.language import Language
from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode
from studydag.model.rules.calendar.school_calendar import holidays_for
from studydag.model.store.starter import built_in
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import DocumentLanguage, HolidayRegion
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.export.pdf.reading import Element, read

DUTCH = Language.of("nl")
ENGLISH = Language.of("en")
STAMP = Stamp(printed=dt.datetime(2026, 11, 23, 14, 5), version="3")
HOLIDAYS = holidays_for(HolidayRegion.NL_MIDDLE, "NL", range(2026, 2029))

HOSTILE = (
    '<b>&lt;img src=x> | "quotes" ‘and’ “more” \\n 100% {0} {n} %s; a, b: c\nsecond line '
    "Łódź ąęśćźż İstanbul ğışĞ Ωμέγα ά Житомир ъ ё"
)
"""All of it is in the font; what is not is tried in tests of the text."""


@cache
def example(code: str = "nl") -> tuple[StudyDay, Setting]:
    """Return the worked example with the built-in formats and the holidays of its years."""
    there = Setting(
        formats=built_in(WorkingFormat), learning_forms=built_in(LearningForm), question_sets=built_in(QuestionSet)
    )
    loaded = decode(worked_example(DocumentLanguage(code)), built_in=there)
    return loaded.day, replace(loaded.setting, holidays=HOLIDAYS)


def printed(
    name: str,
    day: StudyDay,
    setting: Setting | None = None,
    language: Language = ENGLISH,
    chosen: Mapping[str, str] | None = None,
    stamp: Stamp = STAMP,
) -> bytes:
    """Return a document as PDF."""
    return document(name).render(day, setting or Setting(), language, stamp, chosen=chosen)


def calendar(
    name: str,
    day: StudyDay,
    setting: Setting | None = None,
    language: Language = ENGLISH,
    chosen: Mapping[str, str] | None = None,
    stamp: Stamp = STAMP,
) -> Calendar:
    """Return a document as a calendar, read back."""
    data = document(name).render(day, setting or Setting(), language, stamp, ending=".ics", chosen=chosen)
    return Calendar.from_ical(data)


def events(*arguments: object, **options: object) -> list[Event]:
    """Return the events of a document in its order."""
    return list(calendar(*arguments, **options).walk("VEVENT"))  # type: ignore[arg-type]


def words(data: bytes) -> str:
    """Return all text of a PDF in the order of its pages, as another program reads it, on one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def text(*arguments: object, **options: object) -> str:
    """Print a document and return its text."""
    return words(printed(*arguments, **options))  # type: ignore[arg-type]


def tree(*arguments: object, **options: object) -> Element:
    """Print a document and return its structure."""
    return read(printed(*arguments, **options)).root  # type: ignore[arg-type]


def pages(data: bytes) -> int:
    """Count the pages of a PDF."""
    return len(PdfReader(BytesIO(data)).pages)


def in_order(text: str, *expected: str) -> bool:
    """Say whether all that is expected stands in the text, one after the other."""
    return re.search(".*?".join(map(re.escape, expected)), text, re.DOTALL) is not None


def table(root: Element, number: int = -1) -> list[list[str]]:
    """Return the texts of the cells of a table, row by row, parts of a cell with a bar between them."""
    rows = root.every("Table")[number].every("TR")
    return [[" | ".join(part.text.strip() for part in cell.walk() if part.text) for cell in row.kids] for row in rows]
