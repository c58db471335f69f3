"""Marks texts for translation where no language is at hand; the text itself is English.

The first frame of the window needs this file, so it does without `dataclasses`.
"""

from __future__ import annotations

from typing import NamedTuple


def N_(text: str) -> str:  # noqa: N802 - the name gettext's extractors know
    """Return `text` unchanged; the extractor of translations finds it by this name."""
    return text


class Plural(NamedTuple):
    """A text with a singular and a plural form; `figure` names the figure that decides."""

    one: str
    many: str
    figure: str


def NN_(one: str, many: str, count: str) -> Plural:  # noqa: N802 - see N_
    """Return the two forms of a counted text; both may use `{count}`-style placeholders."""
    return Plural(one, many, count)


Wording = str | Plural
