"""What happens before and after the day: the state of actions, and what an earlier day hands on.

Actions, moments and what belongs to them are made and changed with the plain verbs of `editing`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from studydag.model.operations import editing
from studydag.model.operations.editing import place_of
from studydag.model.operations.soundness import day_of, root_of, sound
from studydag.model.rules.handing_on.copies import copy_of_action
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.effect import Insight
from studydag.model.values.follow_up import Action, ActionState, ChecklistItem
from studydag.model.values.study_day import StudyDay

_ENDED = frozenset({ActionState.DONE, ActionState.DID_NOT_WORK})


def set_state(library: Library, action_id: int, state: ActionState, today: dt.date) -> None:
    """Say where an action stands; one that ended (did not work is an end, R062) has ended today unless it had."""
    action = library.get(Action, action_id)
    done_on = (action.done_on or today) if state in _ENDED else None
    place = place_of(library, "action", action_id)
    with library.change(Op.SET_STATE, merge=("action", action_id, "state"), place=place) as writer:
        writer.set(Action, action_id, state=state, done_on=done_on)


def set_states(library: Library, ids: Sequence[int], state: ActionState, today: dt.date) -> None:
    """Say where several actions stand, as one step; those that ended have ended today unless they had."""
    actions = [library.get(Action, each) for each in dict.fromkeys(ids)]
    if len(actions) == 1:
        set_state(library, actions[0].id, state, today)
    if len(actions) <= 1:
        return
    with library.change(Op.SET_STATE, place=place_of(library, "action", actions[0].id)) as writer:
        for action in actions:
            writer.set(Action, action.id, state=state, done_on=(action.done_on or today) if state in _ENDED else None)


def tick(library: Library, item_id: int, *, done: bool) -> None:
    """Tick an item of a checklist off, or not."""
    editing.set_fields(library, Op.TICK, ChecklistItem, item_id, done=done)


def action_from_insight(library: Library, insight_id: int) -> int:
    """Make an action of an insight, with its text and its block (R028); return its id."""
    insight = library.get(Insight, insight_id)
    day_id = day_of(library, ("insight", insight_id))
    return editing.create(library, Action(what=insight.text, block=insight.block), ("study_day", day_id))


def of_earlier_day(action: Action) -> Action:
    """Return an action of an earlier day as another one takes it along: its goals and its block stay there."""
    return replace(copy_of_action(action), goals=(), block=None)


def take_along(
    library: Library, day_id: int, *, insights: Sequence[int] = (), actions: Sequence[int] = ()
) -> tuple[int, ...]:
    """Take insights and open actions of an earlier day along to this one, as one step (R074, R120).

    Insights are marked with where they went. Actions are made again here, with the same owner, without a fixed date and
    what only the earlier day has; they stay open there as well. Return the new actions.
    """
    owner = ("study_day", day_id)
    uid = library.bare(StudyDay, day_id).uid
    for insight in insights:
        root_of(library, ("insight", insight))
    earlier = [library.get(Action, action) for action in dict.fromkeys(actions)]
    copies = [sound(library, of_earlier_day(each), owner) for each in earlier]
    with library.change(Op.TAKE_ALONG, place=Place(day_id, "study_day", day_id)) as writer:
        for insight in insights:
            writer.set(Insight, insight, taken_along_to=uid)
        return tuple(
            writer.add(editing.last(library, replace(copy, id=0, position=0), owner), owner) for copy in copies
        )
