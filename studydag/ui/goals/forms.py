"""The forms of the page of goals, for the right column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from studydag.model.rules.goals.need_fields import fields_for
from studydag.model.rules.written.goal_sentences import STEMS, hints_on_change, hints_on_indicator, hints_on_sentence
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.goals import Case, Goal, Need
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.programme import Block
from studydag.model.values.wording import Wording
from studydag.ui.fields.sentence import SentenceField
from studydag.ui.widgets.form import Heading, Hints, ThingForm
from studydag.ui.widgets.inspector import Inspector
from studydag.ui.workspace import Workspace


def offer_forms(panel: Inspector, workspace: Workspace) -> None:
    """Offer the forms of everything that can be selected on the page."""
    panel.offers(Goal, lambda: _goal_form(workspace))
    panel.offers(Need, lambda: _need_form(workspace), adapt=_adapt_need)
    panel.offers(Case, lambda: ThingForm(workspace, Case, ("text", "asked_by", "block")))
    panel.offers(
        Moment,
        lambda: ThingForm(workspace, Moment, ("title", "first_date", "start", "minutes", "place", "leader", "agenda")),
    )
    # What else is on the thread can be read and linked here; all of it stands on its own page.
    panel.offers(
        Block, lambda: ThingForm(workspace, Block, ("title", "goals", "practice_link", "product", "description"))
    )
    panel.offers(
        Action, lambda: ThingForm(workspace, Action, ("what", "owner", "due", "goals", "block", "visible_result"))
    )
    panel.offers(
        Measure, lambda: ThingForm(workspace, Measure, ("title", "level", "instruments", "when", "who", "goals"))
    )


def _goal_form(workspace: Workspace) -> ThingForm:
    _ = workspace.language.gettext

    def stems() -> Sequence[str]:
        day = workspace.day
        return () if day is None else STEMS[DocumentLanguage(day.language)]

    return ThingForm(
        workspace,
        Goal,
        (
            *("sentence", "knows", "thinks", "does", "level", "needs", "school_goals"),
            Heading(_("What shows it?")),
            *("indicator", ("baseline", "target"), "unit", "instrument", "target_due"),
        ),
        editors={"sentence": SentenceField(stems, _("Begin with…"))},
        hints={
            "sentence": _told(workspace, lambda goal: hints_on_sentence(goal.sentence)),
            "does": _told(workspace, hints_on_change),
            "indicator": _told(workspace, hints_on_indicator),
        },
    )


def _told(workspace: Workspace, hints: Callable[[Any], Sequence[Wording]]) -> Hints:
    return lambda thing: " ".join(workspace.language.wording(hint) for hint in hints(thing))


def _need_form(workspace: Workspace) -> ThingForm:
    return ThingForm(
        workspace,
        Need,
        (
            *("statement", "source", "setting", "respondents", "observer", "form", "date"),
            *(("period_start", "period_end"), "trend", "n", ("value", "unit"), ("scale_low", "scale_high")),
            *("distribution", "strength", "evidence_note", "evidence_link", "level", "group"),
            *("importance_for_people", "importance_for_school", "school_goals", "baseline_measure"),
            "confidential",
        ),
    )


def _adapt_need(form: ThingForm, need: Need) -> None:
    """Show what the source asks for, and what was filled in for another source."""
    filled = {name for name in form.names if getattr(need, name) not in (None, "", ())}
    form.show_only(fields_for(need.source) | filled)
