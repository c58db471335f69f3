"""Runs the rules on a study day: findings in order, what holds, and what stands between the day and *ready*."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import replace

from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.register import NEXT_STEPS, RULES, is_on, limit
from studydag.model.rules.checks.rule import Found, Holding, Holds, Outcome, Rule
from studydag.model.rules.remedies.proposal import Concern
from studydag.model.rules.remedies.register import offered
from studydag.model.rules.time.schedule import Schedule
from studydag.model.values.findings import Finding, Severity
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Acceptance, DayStatus, StudyDay

STEPS_OF_AN_IDEA = 3
_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}


def check(
    day: StudyDay, setting: Setting, today: dt.date, *, rules: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return the findings on a study day, the heaviest first, then in the order of the programme.

    A day that is still an idea gets the three most useful next steps only. `rules` are ids of rules to run alone; None
    is all. What was accepted comes along, with the acceptance.
    """
    return _finished(check_step_by_step(day, setting, today, rules=rules))


def check_step_by_step(
    day: StudyDay,
    setting: Setting,
    today: dt.date,
    *,
    rules: Collection[str] | None = None,
    timed: Schedule | None = None,
) -> Generator[None, None, tuple[Finding, ...]]:
    """Check as `check` does, with a rest after each rule; what it returns in the end are the findings.

    So a window can let other things go on in between. All of it looks at the same values. `timed` is the schedule of
    this day where there is one already.
    """
    findings = yield from _all_findings(Context(day, setting, today, timed), _chosen(rules))
    return _next_steps(findings) if day.status is DayStatus.IDEA else findings


def what_holds(day: StudyDay, setting: Setting, today: dt.date) -> tuple[Holding, ...]:
    """Return the rules that are met, with their figures; a rule that has nothing to judge yet is in neither list."""
    context = Context(day, setting, today)
    return tuple(holding for rule in RULES if is_on(rule, day, setting) for holding in _holdings(context, rule))


def ready_gate(day: StudyDay, setting: Setting, today: dt.date) -> tuple[Finding, ...]:
    """Return what has to be solved or accepted before a study day is ready (R083), whatever its status is now."""
    findings = _finished(_all_findings(Context(day, setting, today), RULES))
    return tuple(each for each in findings if each.severity is Severity.MUST and each.accepted is None)


def _chosen(rules: Collection[str] | None) -> Iterable[Rule]:
    return RULES if rules is None else tuple(rule for rule in RULES if rule.id in rules)


def _finished(steps: Generator[None, None, tuple[Finding, ...]]) -> tuple[Finding, ...]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: tuple[Finding, ...] = end.value
            return found


def _all_findings(context: Context, rules: Iterable[Rule]) -> Generator[None, None, tuple[Finding, ...]]:
    accepted = {(each.rule, frozenset(each.concerns)): each for each in context.day.acceptances}
    findings: list[Finding] = []
    for rule in rules:
        if is_on(rule, context.day, context.setting):
            findings += (_finding(context, rule, found, accepted) for found in _found(context, rule))
            yield
    order = _programme_order(context)
    return tuple(sorted(findings, key=lambda finding: (_WEIGHTS[finding.severity], _place(finding, order))))


def _outcomes(context: Context, rule: Rule) -> Iterator[Outcome]:
    threshold = limit(rule, context.day, context.setting)
    return rule.find(context) if threshold is None else rule.find(context, threshold)


def _found(context: Context, rule: Rule) -> list[Found]:
    return [outcome for outcome in _outcomes(context, rule) if isinstance(outcome, Found)]


def _holdings(context: Context, rule: Rule) -> list[Holding]:
    outcomes = list(_outcomes(context, rule))
    if any(isinstance(outcome, Found) for outcome in outcomes):
        return []
    held = [outcome for outcome in outcomes if isinstance(outcome, Holds)]
    holdings = (Holding(rule.id, each.text or rule.holds, dict(each.figures)) for each in held)
    return [holding for number, holding in enumerate(holdings) if held.index(held[number]) == number]


def _finding(
    context: Context, rule: Rule, found: Found, accepted: dict[tuple[str, frozenset[str]], Acceptance]
) -> Finding:
    finding = Finding(
        rule=rule.id,
        severity=rule.severity,
        reason=found.reason or rule.reason,
        about=found.about,
        figures=dict(found.figures),
        remedies=rule.remedies if found.remedies is None else found.remedies,
        accepted=accepted.get((rule.id, frozenset(each.uid for each in found.about))),
    )
    return replace(finding, remedies=offered(Concern(context, finding)))


def _programme_order(context: Context) -> dict[tuple[str, int], int]:
    """Number the things of a study day as people read it: needs, goals, the programme, what comes of it, who."""
    day = context.day
    blocks = (slot.block.id for slot in context.schedule.with_options())
    untimed = (block.id for block in (*context.schedule.self_paced, *context.schedule.parked))
    keys = [
        ("study_day", day.id),
        *(("need", each.id) for each in day.needs),
        *(("goal", each.id) for each in day.goals),
        *(("part", part.part.id) for part in context.parts),
        *(("block", number) for number in (*blocks, *untimed)),
        *(("action", each.id) for each in day.actions),
        *(("moment", each.id) for each in day.moments),
        *(("measure", each.id) for each in day.measures),
        *(("expert", each.id) for each in day.experts),
    ]
    order: dict[tuple[str, int], int] = {}
    for key in keys:
        order.setdefault(key, len(order))
    return order


def _place(finding: Finding, order: dict[tuple[str, int], int]) -> int:
    places = [order[each.kind, each.id] for each in finding.about if (each.kind, each.id) in order]
    return min(places, default=len(order))


def _next_steps(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Choose three open findings of different rules, in the order in which they help most."""
    first: dict[str, Finding] = {}
    for finding in findings:
        if finding.accepted is None:
            first.setdefault(finding.rule, finding)
    return tuple(first[rule] for rule in NEXT_STEPS if rule in first)[:STEPS_OF_AN_IDEA]
