"""The names of the kinds of things and of the rows within them, one for each class (see `description.kind_of`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from studydag.model.values.wording import NN_, Plural

KINDS: Final[Mapping[str, Plural]] = MappingProxyType(
    {
        "acceptance": NN_("accepted finding", "accepted findings", "n"),
        "action": NN_("action", "actions", "n"),
        "activity": NN_("activity", "activities", "n"),
        "activity_participant": NN_("participant", "participants", "n"),
        "activity_step": NN_("step", "steps", "n"),
        "allotment": NN_("place", "places", "n"),
        "ambassador": NN_("ambassador", "ambassadors", "n"),
        "attendance_mark": NN_("attendance mark", "attendance marks", "n"),
        "block": NN_("block", "blocks", "n"),
        "block_lead": NN_("lead", "leads", "n"),
        "candidate": NN_("candidate", "candidates", "n"),
        "case": NN_("practice case", "practice cases", "n"),
        "catering": NN_("catering row", "catering rows", "n"),
        "checklist_item": NN_("checklist item", "checklist items", "n"),
        "climate_item": NN_("agreement on the climate", "agreements on the climate", "n"),
        "closed_days": NN_("closed period", "closed periods", "n"),
        "criterion_score": NN_("score", "scores", "n"),
        "criterion_weight": NN_("weight", "weights", "n"),
        "decision": NN_("decision", "decisions", "n"),
        "deployment": NN_("deployment", "deployments", "n"),
        "diet_count": NN_("diet", "diets", "n"),
        "evaluation_window": NN_("window of a level", "windows of levels", "n"),
        "expectation": NN_("expectation", "expectations", "n"),
        "expert": NN_("expert", "experts", "n"),
        "goal": NN_("goal", "goals", "n"),
        "group": NN_("group", "groups", "n"),
        "group_of_participants": NN_("group of participants", "groups of participants", "n"),
        "grouping": NN_("grouping", "groupings", "n"),
        "impact": NN_("expected effect", "expected effects", "n"),
        "insight": NN_("insight", "insights", "n"),
        "learning_form": NN_("learning form", "learning forms", "n"),
        "material": NN_("material", "materials", "n"),
        "measure": NN_("measure", "measures", "n"),
        "moment": NN_("moment", "moments", "n"),
        "need": NN_("need", "needs", "n"),
        # An option is a block of a round; limits and messages name it as people do.
        "option": NN_("option", "options", "n"),
        "part": NN_("part of the day", "parts of the day", "n"),
        "person": NN_("person", "people", "n"),
        "picture": NN_("picture", "pictures", "n"),
        "preference": NN_("preference", "preferences", "n"),
        "preparation_member": NN_("member of the preparation group", "members of the preparation group", "n"),
        "question": NN_("question", "questions", "n"),
        "question_set": NN_("question set", "question sets", "n"),
        "registration": NN_("registration", "registrations", "n"),
        "resource": NN_("source", "sources", "n"),
        "result": NN_("result", "results", "n"),
        "room": NN_("room", "rooms", "n"),
        "room_capacity": NN_("capacity", "capacities", "n"),
        "round": NN_("choice round", "choice rounds", "n"),
        "school": NN_("school", "schools", "n"),
        "school_goal": NN_("school goal", "school goals", "n"),
        "share": NN_("entry on the share list", "entries on the share list", "n"),
        "study_day": NN_("study day", "study days", "n"),
        "success": NN_("success", "successes", "n"),
        "support": NN_("form of support", "forms of support", "n"),
        "template": NN_("template", "templates", "n"),
        "trajectory": NN_("trajectory", "trajectories", "n"),
        "version": NN_("version", "versions", "n"),
        "working_day": NN_("working day", "working days", "n"),
        "working_format": NN_("working format", "working formats", "n"),
    }
)
