"""What the table of actions says in its cells, how it is grouped, and in what order it stands."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtGui import QColor

from studydag.export.afterwards import window_text
from studydag.language import Language
from studydag.model.rules.calendar.dates import Side, resolve, side_of
from studydag.model.rules.calendar.school_calendar import is_weekend
from studydag.model.values.dates import Due, RelativeDate
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.setting import Holidays
from studydag.model.values.wording import N_
from studydag.ui.follow_up.sorting import Grouping, SortingBar, is_shown
from studydag.ui.item_models.cells import Cells
from studydag.ui.look import Look
from studydag.ui.workspace import Workspace

SIDES = {
    Side.BEFORE: N_("Before the day"),
    Side.DURING: N_("On the day"),
    Side.AFTER: N_("After the day"),
    None: N_("Without a date"),
}
DOT = " · "
_ORDER = list(SIDES)
_LATEST = dt.date.max


class ActionCells:
    """Writes the actions and moments of the day in view, and says which are shown and in what order."""

    def __init__(self, workspace: Workspace, cells: Cells, look: Look, sorting: SortingBar) -> None:
        """Group and filter as `sorting` says."""
        self._workspace = workspace
        self._cells = cells
        self._look = look
        self._sorting = sorting

    # Which, and in what order

    def is_shown(self, action: Action) -> bool:
        """Whether an action belongs to what is asked for."""
        on = self.on(action.due)
        if not is_shown(action, self._sorting.shown, on, self._workspace.today()):
            return False
        return self._sorting.has_words(f"{action.what} {self.owner(action)} {action.visible_result}")

    def by_group(self, action: Action) -> tuple[Any, ...]:
        """Order actions by what they are put together by, then by date."""
        match self._sorting.grouping:
            case Grouping.OWNER:
                return self.by_owner(action)
            case Grouping.STATE:
                place = list(ActionState).index(action.state)
            case Grouping.GOAL:
                day = self._workspace.day
                goals = [goal.id for goal in day.goals] if day is not None else []
                place = goals.index(action.goals[0]) if action.goals else len(goals)
            case _:
                return self.by_date(action)
        return (place, self._date(action), 0, action.position)

    def by_date(self, action: Action) -> tuple[Any, ...]:
        """Order actions before, on and after the day, each by date."""
        due = action.due
        days = due.n if isinstance(due, RelativeDate) else 0
        return (_ORDER.index(self._side(action)), self._date(action), days, action.position)

    def by_owner(self, action: Action) -> tuple[Any, ...]:
        """Order actions by owner, those without one last."""
        owner = self.owner(action)
        return (not owner, self._workspace.language.sort_key(owner), self._date(action), action.position)

    def side_rank(self, action: Action) -> int:
        """Return what an action is sorted by as lying before, on or after the day."""
        return _ORDER.index(self._side(action))

    def group_rank(self, action: Action) -> Any:
        """Return what an action is sorted by in the column of what it is put together by."""
        return self.side_rank(action) if self._sorting.grouping is Grouping.SIDE else self.by_group(action)[:2]

    # Cells

    def on(self, due: Due | None) -> dt.date | None:
        """Return the date that something comes to; None while nobody knows."""
        return None if self._workspace.day is None else resolve(due, self._workspace.day)

    def group(self, action: Action) -> str:
        """Name what an action is put together with others by."""
        _, language = self._workspace.language.gettext, self._workspace.language
        match self._sorting.grouping:
            case Grouping.OWNER:
                return self.owner(action) or _("Without an owner")
            case Grouping.STATE:
                return language.capitalised(language.member(action.state))
            case Grouping.GOAL:
                return self._cells.goal_number(action.goals[0]) if action.goals else _("Without a goal")
        return self.side(action)

    def side(self, action: Action) -> str:
        """Say whether an action lies before, on or after the day."""
        return self._workspace.language.gettext(SIDES[self._side(action)])

    def owner(self, action: Action) -> str:
        """Name who owns an action: a person, or a group with its contact."""
        person = self._cells.name("person", action.owner)
        group, contact = (
            self._cells.name("group", action.owner_group),
            self._cells.name("person", action.owner_contact),
        )
        return person or (f"{group} ({contact})" if group and contact else group or contact)

    def counted(self, action: Action) -> str:
        """Say what a date is counted from, or its window; and that the school is closed on it."""
        language, day = self._workspace.language, self._workspace.day
        window = "" if day is None else window_text(action, day, language)
        said = window or (language.relative_date(action.due) if isinstance(action.due, RelativeDate) else "")
        closed = self.closed_on(action.due) if action.state.is_unfinished else ""
        return DOT.join(part for part in (said, closed) if part)

    def closed_on(self, due: Due | None) -> str:
        """Name what closes the school on a date: a holiday, the weekend; nothing where it is open."""
        on = self.on(due)
        return "" if on is None else closed_because(on, self._workspace.setting.holidays, self._workspace.language)

    def support(self, action: Action) -> str:
        """Say what help an owner gets."""
        language = self._workspace.language
        return ", ".join(each.giver or language.member(each.kind) for each in action.support)

    def date_colour(self, action: Action) -> QColor | None:
        """Warn of a date that is past, or on which the school is closed, as long as something is to be done."""
        if not action.state.is_unfinished:
            return None
        colours = self._look.colours
        if self._date(action) < self._workspace.today():
            return QColor(colours.must)
        return QColor(colours.should) if self.closed_on(action.due) else None

    def first_date_colour(self, moment: Moment) -> QColor | None:
        """Warn of a single meeting on a date on which the school is closed; a series skips such dates."""
        warns = not moment.rhythm and bool(self.closed_on(moment.first_date))
        return QColor(self._look.colours.should) if warns else None

    def state_colour(self, action: Action) -> QColor | None:
        """Tell the states apart."""
        colours = self._look.colours
        found = {ActionState.DONE: colours.holds, ActionState.BUSY: colours.accent}.get(action.state)
        if action.state in {ActionState.DROPPED, ActionState.DID_NOT_WORK}:
            found = colours.quiet
        return QColor(found) if found else None

    def _side(self, action: Action) -> Side | None:
        day = self._workspace.day
        return side_of(action.due, day) if day is not None else None

    def _date(self, action: Action) -> dt.date:
        return self.on(action.due) or _LATEST


def closed_because(on: dt.date, holidays: Holidays, language: Language) -> str:
    """Name what closes the school on a date: a holiday, the weekend; nothing where it is open."""
    return holidays.names.get(on, "") or (language.gettext("weekend") if is_weekend(on) else "")
