"""What a comparison of results says, in words: on screen beside the chart, in documents as well."""

from __future__ import annotations

from studydag.language import Language
from studydag.model.rules.effect.results import Comparison, response
from studydag.model.values.effect import Result
from studydag.model.values.questions import Question
from studydag.model.values.school import EffectLevel

DOT = " · "


def level_words(level: EffectLevel, language: Language) -> str:
    """Name a level of effect: level 3: behaviour. Bare, "3 behaviour" reads as a number of them."""
    name = language.member(level)
    number, _space, rest = name.partition(" ")
    if not number.isdigit():
        return name
    return language.gettext("level {number}: {name}").replace("{number}", number).replace("{name}", rest)


def comparison_words(found: Comparison, language: Language, minimum: int) -> str:
    """Say all of it: means with how many answered, the difference, and what to be careful about."""
    _ = language.gettext
    if found.hidden:
        text = _("Fewer than {n} people answered: no figures are shown.")
        return text.replace("{n}", str(minimum))
    parts = []
    if found.baseline is not None:
        parts.append(_("before: {result}").replace("{result}", figure_words(found.baseline, language)))
    if found.result is not None:
        parts.append(_("after: {result}").replace("{result}", figure_words(found.result, language)))
    else:
        parts.append(_("not measured after the day yet"))
    if found.difference is not None:
        sign = "+" if found.difference > 0 else "−" if found.difference < 0 else ""
        shown = f"{sign}{language.number(abs(found.difference))}"
        parts.append(_("difference: {number}").replace("{number}", shown))
    if found.target is not None:
        parts.append(_("target: {number}").replace("{number}", language.measured(found.target, found.unit)))
    if found.n_differs:
        parts.append(_("note: not as many people answered as before"))
    return language.capitalised(DOT.join(parts))


def figure_words(result: Result, language: Language) -> str:
    """Say what one result is: its mean, and how many answered."""
    parts = []
    if result.n is not None:
        parts.append(f"n = {result.n}")
    share = response(result)
    if share is not None:
        parts.append(language.gettext("response {percent}").replace("{percent}", language.percent(share)))
    if result.spread is not None:
        parts.append(language.gettext("spread {number}").replace("{number}", language.number(result.spread)))
    if result.mean is None:
        return ", ".join(parts)
    mean = language.number(result.mean)
    return f"{mean} ({', '.join(parts)})" if parts else mean


def scale_of(found: Comparison, question: Question | None) -> tuple[float, float]:
    """Return the ends of the scale on which a comparison is drawn: those of the question, else round ones."""
    if question is not None:
        return float(question.scale_low), float(question.scale_high)
    values = [each.mean for each in (found.result, found.baseline) if each is not None and each.mean is not None]
    steps = max((len(each.distribution) for each in (found.result, found.baseline) if each is not None), default=0)
    if steps > 1:
        return 1.0, float(steps)
    top = max([*values, found.target or 0.0])
    return 0.0, 5.0 if top <= 5 else 10.0 if top <= 10 else 100.0 if top <= 100 else top * 1.1


def choices_of(question: Question, language: Language) -> tuple[str, ...]:
    """Return the choices of a question in a language; in the other one, where they aren't written in this."""
    own, other = question.choices_nl, question.choices_en
    return (own or other) if language.code == "nl" else (other or own)


def legend(language: Language) -> str:
    """Say how charts are to be read."""
    return language.gettext("Open marks are from before the day, full ones from after it; a line across is the target.")
