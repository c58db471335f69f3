"""Checks on needs: several kinds of source, linked to where the school is going, and still current."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from studydag.model.rules.checks.about import about, one_line
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule, Threshold
from studydag.model.values.findings import Severity
from studydag.model.values.goals import Need
from studydag.model.values.wording import N_, NN_


def needs_one_sided(context: Context, limit: float) -> Iterator[Outcome]:
    """Look from how many kinds of source the needs come (R029)."""
    needs = context.day.needs
    kinds = len({need.source for need in needs})
    figures: Figures = {"kinds": kinds, "needs": len(needs), "limit": limit}
    if not needs:
        yield Found((context.about_day,), figures, N_("No needs have been collected yet."))
    elif kinds < limit:
        yield Found((context.about_day,), figures)
    else:
        yield Holds(figures)


def need_unlinked(context: Context) -> Iterator[Outcome]:
    """Look for needs that no school goal stands behind (R041)."""
    needs = context.day.needs
    for need in needs:
        if not need.school_goals:
            yield Found((about(need),), {"need": one_line(need.statement)})
    if needs:
        yield Holds({"needs": len(needs)})


def need_old(context: Context, limit: float) -> Iterator[Outcome]:
    """Look for needs that were found long ago (R072): counted to today, or to the day once that has been."""
    first = context.first_date
    until = context.today if first is None else min(context.today, first)
    dated = [(need, found) for need in context.day.needs if (found := _found_on(need)) is not None]
    for need, found in dated:
        months, more = _age(found, until)
        if months > limit or (months == limit and more):
            figures: Figures = {
                "need": one_line(need.statement),
                "date": found.isoformat(),
                "months": months,
                "limit": limit,
            }
            yield Found((about(need),), figures)
    if dated:
        yield Holds({"needs": len(dated), "limit": limit})


def _age(found: dt.date, until: dt.date) -> tuple[int, bool]:
    """Return whole months since a date, and whether some days have gone by besides."""
    months = (until.year - found.year) * 12 + until.month - found.month
    return months - (until.day < found.day), until.day != found.day


def _found_on(need: Need) -> dt.date | None:
    return max((day for day in (need.date, need.period_end) if day is not None), default=None)


RULES = (
    Rule(
        id="needs-one-sided",
        family=Family.NEEDS,
        severity=Severity.SHOULD,
        asks=N_("Needs come from several kinds of source."),
        why=N_(
            "One kind of source shows one side. Results, observations and talks together show where the shoe pinches."
        ),
        reason=NN_(
            "The needs come from only {kinds} kind of source (at least {limit}).",
            "The needs come from only {kinds} kinds of source (at least {limit}).",
            "kinds",
        ),
        holds=N_("The needs come from {kinds} kinds of source (at least {limit})."),
        find=needs_one_sided,
        threshold=Threshold(3, N_("kinds of source")),
        remedies=("add-need",),
        rows=("R029",),
    ),
    Rule(
        id="need-unlinked",
        family=Family.NEEDS,
        severity=Severity.SHOULD,
        asks=N_("Every need is linked to a goal of the school."),
        why=N_("That way people grow in the same direction as the school."),
        reason=N_("The need {need:quoted} is linked to no school goal."),
        holds=NN_("The need is linked to a school goal.", "{needs:All} needs are linked to a school goal.", "needs"),
        find=need_unlinked,
        remedies=("link-school-goal",),
        rows=("R041", "R072"),
    ),
    Rule(
        id="need-old",
        family=Family.NEEDS,
        severity=Severity.HINT,
        asks=N_("The needs are recent."),
        why=N_("Teams and pupils change; what was missing two years ago may be in place by now."),
        reason=N_("Is {need:quoted} still current? It was found on {date:short_date}, {months} months ago."),
        holds=NN_(
            "The need with a date is at most {limit} months old.",
            "The {needs} needs with a date are at most {limit} months old.",
            "needs",
        ),
        find=need_old,
        threshold=Threshold(18, N_("months")),
        remedies=("look-at-need",),
        rows=("R041", "R072"),
    ),
)
