"""What editors of fields say."""

from __future__ import annotations

from studydag.language import Language


def not_understood(typed: str, asks: str, language: Language) -> str:
    """Say that what was typed is not understood, and how to write it."""
    said = language.gettext("‘{typed}’ is not understood.").replace("{typed}", typed)
    return f"{said} {asks}".strip()


def how_to_write_date(language: Language) -> str:
    """Say how a date is written."""
    return language.gettext("Write a date as 12-3-2027 or 12 March 2027.")
