"""Checks on actions: one named owner, a date, and support where it has to be applied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studydag.model.rules.checks.about import about, one_line
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Found, Holds, Outcome, Rule
from studydag.model.values.expertise import DeploymentKind
from studydag.model.values.findings import Severity
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import GoalKind
from studydag.model.values.wording import N_, NN_

_EVERYBODY = re.compile(
    r"iedereen|allen|alle docenten|((het|ons|het hele|heel het) )?team|wij"
    r"|everyone|everybody|all|all staff|the (whole )?team|we"
)
_HELPS = frozenset({DeploymentKind.COACHING, DeploymentKind.PROCESS_GUIDANCE})


def action_no_owner(context: Context) -> Iterator[Outcome]:
    """Look for unfinished actions that belong to nobody (R084).

    Once the day and the date of an action are over it is no longer asked whose it was, as after people were made
    anonymous: what is still open then is closed or given another date.
    """
    actions = [action for action in _unfinished(context) if not _is_history(context, action)]
    for action in actions:
        if action.owner is None and action.owner_group is None:
            yield Found((about(action),), {"action": one_line(action.what)})
    if actions:
        yield Holds({"actions": len(actions)})


def action_no_date(context: Context) -> Iterator[Outcome]:
    """Look for unfinished actions without a date (R084)."""
    actions = _unfinished(context)
    for action in actions:
        if action.due is None:
            yield Found((about(action),), {"action": one_line(action.what)})
    if actions:
        yield Holds({"actions": len(actions)})


def owner_is_everybody(context: Context) -> Iterator[Outcome]:
    """Look for actions of a group without a contact, or of everybody (R084)."""
    owned = [action for action in _unfinished(context) if action.owner is not None or action.owner_group is not None]
    for action in owned:
        owner = _nobody_in_particular(context, action)
        if owner is not None:
            yield Found((about(action),), {"action": one_line(action.what), "owner": owner})
    if owned:
        yield Holds({"actions": len(owned)})


def action_no_support(context: Context) -> Iterator[Outcome]:
    """Look for goals of doing for which no action and no coaching brings support (R086)."""
    goals = [goal for goal in context.day.goals if goal.kind is GoalKind.DO]
    for goal in goals:
        supported = any(action.support for action in context.thread.actions_of(goal.id))
        if not supported and not _is_coached(context, goal.id):
            yield Found((about(goal),), {"goal": one_line(goal.sentence)})
    if goals:
        yield Holds({"goals": len(goals)})


def _unfinished(context: Context) -> list[Action]:
    return [action for action in context.day.actions if action.state.is_unfinished]


def _is_history(context: Context, action: Action) -> bool:
    """Whether both the study day and the date of an action are over."""
    last, due = context.last_date, context.date_of(action.due)
    return last is not None and due is not None and max(last, due) < context.today


def _nobody_in_particular(context: Context, action: Action) -> str | None:
    """Return the owner's name where that means everybody, so nobody."""
    if action.owner is not None:
        person = context.people.get(action.owner)
        return None if person is None or not _means_everybody(person.name) else person.name
    if action.owner_contact is not None:
        return None
    group = context.groups.get(action.owner_group or 0)
    return None if group is None else group.name


def _means_everybody(name: str) -> bool:
    return _EVERYBODY.fullmatch(" ".join(name.casefold().split())) is not None


def _is_coached(context: Context, goal: int) -> bool:
    return any(
        deployment.goal == goal and deployment.kind in _HELPS
        for expert in context.day.experts
        for deployment in expert.deployments
    )


RULES = (
    Rule(
        id="action-no-owner",
        family=Family.OWNERS,
        severity=Severity.MUST,
        asks=N_("Every action has an owner."),
        why=N_("What belongs to nobody does not happen."),
        reason=N_("The action {action:quoted} has no owner."),
        holds=NN_("The action has an owner.", "{actions:All} actions have an owner.", "actions"),
        find=action_no_owner,
        remedies=("name-owner",),
        rows=("R084",),
    ),
    Rule(
        id="action-no-date",
        family=Family.OWNERS,
        severity=Severity.MUST,
        asks=N_("Every action has a date."),
        why=N_("‘Some day’ is not a date; one that moves along with the study day will do."),
        reason=N_("The action {action:quoted} has no date."),
        holds=NN_("The action has a date.", "{actions:All} actions have a date.", "actions"),
        find=action_no_date,
        remedies=("set-date",),
        rows=("R084",),
    ),
    Rule(
        id="owner-is-everybody",
        family=Family.OWNERS,
        severity=Severity.SHOULD,
        asks=N_("An action has one owner with a name."),
        why=N_("What belongs to everybody waits for somebody. A group needs a contact."),
        reason=N_("The action {action:quoted} belongs to {owner:quoted}: who sees to it?"),
        holds=NN_(
            "The action has one named owner.", "{actions:All} actions with an owner have one with a name.", "actions"
        ),
        find=owner_is_everybody,
        remedies=("name-owner",),
        rows=("R084",),
    ),
    Rule(
        id="action-no-support",
        family=Family.OWNERS,
        severity=Severity.SHOULD,
        asks=N_("People who are to do something differently get support."),
        why=N_("Between wanting and doing lie time, an example, or a colleague who comes to watch."),
        reason=N_("Nothing supports people who try out {goal:quoted}: no time, coach, material or example."),
        holds=NN_("The goal about doing has support.", "{goals:All} goals about doing have support.", "goals"),
        find=action_no_support,
        remedies=("add-support",),
        rows=("R086",),
    ),
)
