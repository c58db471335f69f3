"""The worked example that ships with the program, as a study day in JSON."""

from __future__ import annotations

from studydag.model.values.school import DocumentLanguage
from studydag.resources import resource


def worked_example(language: DocumentLanguage) -> bytes:
    """Return a whole study day on formative assessment, ready for `decode`, in Dutch or English.

    Both have the same things with the same uids. The file names the school too, for a library that has none yet.
    """
    return resource("examples", f"formative_assessment.{language}.json").read_bytes()
