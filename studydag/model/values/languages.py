"""The languages of program and paper; apart from the school, so that whoever only needs words reads little."""

from __future__ import annotations

from enum import StrEnum


class DocumentLanguage(StrEnum):
    """The languages of program and paper."""

    DUTCH = "nl"
    ENGLISH = "en"
