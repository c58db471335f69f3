"""What shows a need, in words: each source tells its own figures (R031-R043)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from studydag.language import Language
from studydag.model.values.goals import Need, NeedSource
from studydag.model.values.wording import NN_, Wording

_COUNTED: Final[Mapping[NeedSource, Wording]] = MappingProxyType(
    {
        NeedSource.OBSERVATION: NN_("{n} observation", "{n} observations", "n"),
        NeedSource.APPRAISAL_TALKS: NN_("{n} talk", "{n} talks", "n"),
    }
)


def shown_by(need: Need, language: Language) -> tuple[str, ...]:
    """Return what shows a need line by line: its figures, how they came about, the note, and where the evidence is.

    "7 observations · Viewing guide B", or "pupils · n = 310 · 3.2 (scale 1–4) · down · 3 March 2026".
    """
    lines = (" · ".join(_figures(need, language)), need.evidence_note, need.evidence_link)
    return tuple(line for line in lines if line.strip())


def _figures(need: Need, language: Language) -> Iterator[str]:
    _ = language.gettext
    if need.setting is not None:
        yield language.member(need.setting)
    if need.respondents is not None:
        yield language.member(need.respondents)
    if need.observer.strip():
        yield need.observer
    if need.n is not None:
        counted = _COUNTED.get(need.source)
        yield language.wording(counted, {"n": need.n}) if counted is not None else f"n = {language.number(need.n)}"
    if need.form.strip():
        yield need.form
    if need.value is not None:
        yield _value(need, language)
    if need.trend is not None:
        yield _("trend: {way}").replace("{way}", language.member(need.trend))
    if need.period_start is not None and need.period_end is not None and need.period_start <= need.period_end:
        yield language.date_range(need.period_start, need.period_end)
    if need.date is not None:
        yield language.short_date(need.date)


def _value(need: Need, language: Language) -> str:
    value = language.measured(need.value or 0, need.unit)
    if need.scale_low is None or need.scale_high is None:
        return value
    scale = language.gettext("{value} (scale {low}–{high})").replace("{value}", value)
    low, high = language.number(need.scale_low), language.number(need.scale_high)
    return scale.replace("{low}", low).replace("{high}", high)


def importance_of(need: Need, language: Language) -> str:
    """Say how important a need is, for people and for the school, each from 1 to 5 (R042); empty without scores."""
    _ = language.gettext
    scores = (
        (_("for people {n}"), need.importance_for_people),
        (_("for the school {n}"), need.importance_for_school),
    )
    told = [text.replace("{n}", str(score)) for text, score in scores if score is not None]
    return _("importance: {scores}").replace("{scores}", ", ".join(told)) if told else ""
