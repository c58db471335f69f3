"""What can be done with several actions at once: state, owner and date, each as one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from studydag.model.operations import editing
from studydag.model.operations.follow_up import set_states
from studydag.model.operations.planning import postpone
from studydag.model.values.follow_up import Action, ActionState
from studydag.ui.workspace import Workspace

WEEKS = (1, 2, 4)


def fill(menu: QMenu, workspace: Workspace, selected: Callable[[], tuple[int, ...]]) -> None:
    """Fill a menu with what can be done with the selected actions."""
    language = workspace.language
    _ = language.gettext
    menu.clear()
    ids = selected()
    states = menu.addMenu(_("State"))
    for key, state in enumerate(ActionState, 1):
        text = language.capitalised(language.member(state))
        verb = partial(set_states, workspace.library, ids, state, workspace.today())
        states.addAction(f"{text}\t{key}", partial(workspace.do, verb))
    owners = menu.addMenu(_("Owner"))
    for choice in sorted(workspace.targets.get("person", ()), key=lambda each: language.sort_key(each.label)):
        text = choice.label.replace("&", "&&")
        give = partial(editing.change_all, workspace.library, Action, ids, owner=choice.value, owner_group=None)
        owners.addAction(text, partial(workspace.do, give))
    owners.setEnabled(not owners.isEmpty())
    dates = menu.addMenu(_("Date"))
    for weeks in (*(-each for each in reversed(WEEKS)), *WEEKS):
        text = language.ngettext("{n} week later", "{n} weeks later", abs(weeks))
        if weeks < 0:
            text = language.ngettext("{n} week earlier", "{n} weeks earlier", abs(weeks))
        later = partial(postpone, workspace.library, ids, weeks * 7)
        dates.addAction(text.replace("{n}", str(abs(weeks))), partial(workspace.do, later))
    dates.addSeparator()
    first = workspace.library.get(Action, ids[0]).due if ids else None
    same = partial(editing.change_all, workspace.library, Action, ids, due=first)
    dates.addAction(_("The date of the first one for all"), partial(workspace.do, same)).setEnabled(len(ids) > 1)
    menu.setEnabled(bool(ids) and not workspace.library.read_only)
