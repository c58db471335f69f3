"""What the design checks find in a study day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import JSON, Command, Exit
from studydag.cli.call import Call
from studydag.cli.day import DAY, find_day
from studydag.cli.output import paragraph
from studydag.language import Language
from studydag.model.values.wording import N_, NN_

if TYPE_CHECKING:
    from studydag.model.values.findings import Finding

WIDTH: Final = 100


def _check(call: Call) -> int:
    from studydag.model.operations.setting import read_setting
    from studydag.model.rules.checking import check, what_holds
    from studydag.model.values.findings import Severity
    from studydag.model.values.languages import DocumentLanguage

    with call.look() as library:
        day = find_day(library, call.words[0])
        setting = read_setting(library, day, language=DocumentLanguage(call.language.code))
    findings = check(day, setting, call.today)
    if call.has(JSON):
        call.out.json([_as_json(finding, call.language) for finding in findings])
    else:
        holding = {each.rule for each in what_holds(day, setting, call.today)}
        for line in _lines(findings, len(holding), call.language):
            call.out.line(line)
    is_open = any(finding.severity is Severity.MUST and finding.accepted is None for finding in findings)
    return Exit.FINDINGS if is_open else Exit.DONE


def _as_json(finding: Finding, language: Language) -> dict[str, object]:
    accepted = finding.accepted
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "about": [{"kind": about.kind, "id": about.id, "title": about.title} for about in finding.about],
        "figures": dict(finding.figures),
        "reason": language.wording(finding.reason, finding.figures),
        "remedies": list(finding.remedies),
        "accepted": None
        if accepted is None
        else {
            "reason": accepted.reason,
            "by": accepted.by,
            "date": None if accepted.date is None else accepted.date.isoformat(),
        },
    }


def _lines(findings: Sequence[Finding], holding: int, language: Language) -> Iterator[str]:
    """Give the open findings by severity, then what was accepted, then how much is in order."""
    from studydag.model.values.findings import Severity

    for severity in Severity:
        weighing = [each for each in findings if each.severity is severity and each.accepted is None]
        if weighing:
            yield f"{language.capitalised(language.member(severity))} ({len(weighing)})"
            for finding in weighing:
                yield from finding_lines(finding, language)
            yield ""
    accepted = [each for each in findings if each.accepted is not None]
    if accepted:
        heading = language.gettext("Accepted with a reason")
        yield f"{heading} ({len(accepted)})"
        for finding in accepted:
            yield from finding_lines(finding, language)
        yield ""
    held = NN_("{count} check holds.", "{count} checks hold.", "count")
    yield language.wording(held, {"count": holding})


def finding_lines(finding: Finding, language: Language) -> Iterator[str]:
    """Give the reason with its figures, what it is about, what can be done, and the rule by which it can be looked up.

    What the reason names already is not named again.
    """
    from studydag.model.rules.remedies.register import REMEDIES

    reason = language.wording(finding.reason, finding.figures)
    yield from paragraph(reason, "    ", WIDTH, first="  – ")
    # That it is about the day that was asked for goes without saying, and a phase is in the reason.
    named = [each for each in finding.about if each.kind != "study_day" and each.id and each.title not in reason]
    for kind, things in groupby(named, key=lambda each: each.kind):
        titles = [each.title for each in things]
        yield from paragraph(f"{language.kind(kind, len(titles))}: {' · '.join(titles)}", "    ", WIDTH)
    if finding.accepted is not None:
        accepted = language.gettext("Reason: {reason}").replace("{reason}", finding.accepted.reason)
        yield from paragraph(accepted, "    ", WIDTH)
    elif finding.remedies:
        steps = " · ".join(language.wording(REMEDIES[name].does, finding.figures) for name in finding.remedies)
        yield from paragraph(f"→ {steps}", "      ", WIDTH, first="    ")
    yield f"    [{finding.rule}]"


CHECK: Final = Command(
    name="check",
    help=N_("list what the design checks find in a study day, the most serious first"),
    run=_check,
    words=(DAY,),
    options=(JSON,),
    notes=(N_("The exit status is 1 when something that must be solved is open and was not accepted."),),
)
