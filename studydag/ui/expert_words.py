"""How an expert did on the days there were, in words: for what was learned, and for the next selection (R093, R121)."""

from __future__ import annotations

from studydag.language import Language
from studydag.model.store.lesson_rows import ExpertUse


def how_it_went(use: ExpertUse, language: Language) -> str:
    """Say how many expectations were met, and how the blocks were rated; empty where nothing was judged yet."""
    _ = language.gettext
    met = _("expectations met: {met} of {judged}").replace("{met}", str(use.met)).replace("{judged}", str(use.judged))
    return " · ".join(text for text in (met if use.judged else "", rated(use.mean, use.rated, language)) if text)


def rated(mean: float | None, n: int, language: Language) -> str:
    """Say how something was rated, and by how many ratings; empty without any."""
    if mean is None:
        return ""
    text = language.gettext("rated {mean} (n = {n})")
    return text.replace("{mean}", language.number(mean, 1)).replace("{n}", str(n))
