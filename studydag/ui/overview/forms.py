"""The forms of what hangs around a study day, in the right column."""

from __future__ import annotations

from collections.abc import Callable

from studydag.model.values.climate import ClimateItem, ClimateRow
from studydag.model.values.expertise import Expert
from studydag.model.values.study_day import Acceptance, Decision, Share
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.widgets.form import Heading, ThingForm
from studydag.ui.widgets.inspector import Inspector
from studydag.ui.workspace import Workspace


def offer_forms(panel: Inspector, workspace: Workspace, climate: ThingList, name: Callable[[ClimateItem], str]) -> None:
    """Offer a form for each kind of thing; a row of the climate is changed by its list, and called by `name`."""
    _ = workspace.language.gettext
    of_expert = (
        *("name", "person", "organisation", "question", "context", "prior_knowledge", "expectations"),
        Heading(_("Choosing")),
        *("candidates", "weights", "contract", "talk_on", "talk_notes"),
        Heading(_("What they do, and what it costs")),
        "deployments",
        Heading(_("What stays after they have gone")),
        *("inside_people", "inside_by", "ambassadors", "insights_document", "standing_structure"),
    )
    of_decision = ("what", "about", "goal", "need", "working_format", "learning_form", "by", "why", "date")
    panel.offers(
        ClimateItem,
        lambda: ThingForm(
            workspace,
            ClimateItem,
            ("title", "row", "pillar", "agreement", "owner", "state", "reason"),
            carry_out=climate.change,
        ),
        adapt=_adapt_climate,
        name=name,
    )
    panel.offers(Expert, lambda: ThingForm(workspace, Expert, of_expert))
    panel.offers(Decision, lambda: ThingForm(workspace, Decision, of_decision), adapt=_adapt_decision)
    panel.offers(Share, lambda: ThingForm(workspace, Share, ("who", "what")))
    panel.offers(Acceptance, lambda: ThingForm(workspace, Acceptance, ("reason", "by", "date")))


def _adapt_climate(form: ThingForm, item: ClimateItem) -> None:
    own = item.row is ClimateRow.OWN
    form.show_only(name for name in form.names if own or name not in {"title", "row", "pillar"})


def _adapt_decision(form: ThingForm, decision: Decision) -> None:
    """Show what the decision is about, and what is filled in."""
    about: dict[str, str] = {"format": "working_format"}
    wanted = about.get(decision.about, decision.about.value)
    links = {"goal", "need", "working_format", "learning_form"}
    form.show_only(
        name for name in form.names if name not in links or name == wanted or getattr(decision, name) is not None
    )
