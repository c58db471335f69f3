"""Carries out a remedy at a click: it does what there is to do, and takes the user to where a person decides."""

from __future__ import annotations

from studydag.language import Language
from studydag.model.operations import remedies
from studydag.model.rules.remedies.proposal import GoTo
from studydag.model.rules.remedies.register import REMEDIES, propose
from studydag.model.values.findings import Finding
from studydag.ui.workspace import Workspace


def said(name: str, finding: Finding, language: Language) -> str:
    """Return what the button of a remedy says."""
    return language.capitalised(language.wording(REMEDIES[name].does, finding.figures))


def carry_out(name: str, finding: Finding, workspace: Workspace) -> None:
    """Do what a remedy proposes, as one step, and go to what was added or is to be decided."""
    if workspace.day is None:
        return
    proposal = propose(name, finding, workspace.day, workspace.setting, workspace.today())
    language = Language.of(workspace.day.language)
    added = workspace.do(lambda: remedies.apply(workspace.library, proposal, language.wording))
    target = next((step for step in proposal if isinstance(step, GoTo)), None)
    if added:
        workspace.visit(*added[0], field="" if target is None else target.field)
    elif target is not None:
        workspace.visit(target.kind, target.id, target.field)
    elif not proposal:
        # What was to be done went with an edit that the rule doesn't read.
        about = next((each for each in finding.about if each.id), None)
        if about is not None:
            workspace.visit(about.kind, about.id)
