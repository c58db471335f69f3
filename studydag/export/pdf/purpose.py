"""What the day is for, as several documents begin: its question in large letters, and its goals, in one panel."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.export.pdf.commission import Commission
from studydag.export.typeset.flowables import Bullets, Panel, Paragraph, Steps
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow


def purpose(commission: Commission, *, label: str = "", beside: int = 0) -> Iterator[Element]:
    """Yield the panel, or nothing where there is neither question nor goal to be shown.

    `label` stands above the goals instead of that word. With `beside` they are numbered, so many on a line.
    """
    _, day = commission.language.gettext, commission.day
    flows: list[Flow] = []
    if day.question_beside_title:
        flows.append(Paragraph(content=Run(day.question_beside_title, strong=True), role=Role.LEAD))
    goals = tuple(goal.sentence for goal in day.goals) if commission.choices.on("goals") else ()
    if goals:
        label = label or (_("Goals") if len(goals) > 1 else _("Goal"))
        flows.append(Paragraph(content=label, role=Role.LABEL, keep_with_next=True))
        flows.append(_goals(goals, beside))
    if flows:
        yield Panel(flows=tuple(flows))


def _goals(goals: tuple[str, ...], beside: int) -> Flow:
    if beside:
        return Steps(items=goals, beside=beside)
    return Bullets(items=goals) if len(goals) > 1 else Paragraph(content=goals[0])
