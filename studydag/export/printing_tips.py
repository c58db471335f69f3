"""How a document is best printed: on which paper, on one side or both, and at what size."""

from __future__ import annotations

from studydag.export.document import Document, Paper
from studydag.language import Language


def printing_tip(document: Document, language: Language) -> str:
    """Return what to choose where a document is printed, in a sentence or some."""
    _ = language.gettext
    size = {
        Paper.A3: _("On A3; an A4 printer makes it smaller by itself."),
        Paper.A5: _("On A5, or two beside each other on a sheet of A4."),
        Paper.A4_LANDSCAPE: _("On A4, landscape."),
        Paper.A4: _("On A4."),
    }
    if document.one_side:
        sides = _("On one side: each sheet goes to another person or place.")
    elif document.paper is Paper.A4_LANDSCAPE:
        sides = _("On both sides if you like: turn on the short edge.")
    else:
        sides = _("On both sides if you like: turn on the long edge.")
    cut = _("At actual size (100%), or the cut marks will not be where they should be.") if document.true_size else ""
    return " ".join(text for text in (size[document.paper], sides, cut) if text)
