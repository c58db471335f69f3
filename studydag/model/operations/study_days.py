"""Study days as a whole: made, moved to another date, brought to another status; their versions and checks.

Preparation group, catering rows, share list and the plain fields are made and changed with the verbs of `editing`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from studydag.model.operations import editing
from studydag.model.operations.ranking import STEP
from studydag.model.operations.setting import read_setting
from studydag.model.operations.soundness import refuse_if_any, root_of, sound
from studydag.model.rules.calendar.dates import MoveReport, move_report
from studydag.model.rules.calendar.moving import dates_from
from studydag.model.rules.checking import ready_gate
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.findings import NotReady
from studydag.model.values.programme import Part
from studydag.model.values.school import RuleSetting, School
from studydag.model.values.study_day import Acceptance, DayStatus, StudyDay, Version
from studydag.model.values.validation import own_problems

SCHOOL = 1
_BEFORE_READY = frozenset({DayStatus.IDEA, DayStatus.DESIGN})


def create(library: Library, title: str, *, first_part: Part | None = None, **fields: Any) -> int:
    """Add a study day with a first part, its documents in the school's language; return its id.

    `fields` are plain fields of a study day. Raises InvalidValue, TooMany.
    """
    part = first_part or Part(position=STEP)
    language = library.bare(School, SCHOOL).language
    day = StudyDay(title=title, parts=(part,), **{"language": language, **fields})
    return editing.add(library, Op.ADD_DAY, day)


def set_status(library: Library, day_id: int, status: DayStatus, today: dt.date) -> None:
    """Say where a study day stands. It is ready when nothing that must be is open any more (R083): else NotReady."""
    former = library.bare(StudyDay, day_id).status
    if status is DayStatus.READY and former in _BEFORE_READY:
        day = library.get(StudyDay, day_id)
        findings = ready_gate(day, read_setting(library, day), today)
        if findings:
            raise NotReady(findings)
    with library.change(Op.SET_STATUS, place=Place(day_id, "study_day", day_id)) as writer:
        writer.set(StudyDay, day_id, status=status)


def move(library: Library, day_id: int, first: dt.date, *, gesture: int | None = None) -> MoveReport:
    """Move a study day so that its first part falls on `first`, and what is counted from it moves along (R005).

    Moves of one `gesture`, such as a key that is held down, are one step; any other move is a step of its own.
    Return what moved, and the fixed dates that stayed. Raises InvalidValue.
    """
    day = library.get(StudyDay, day_id)
    dates = dates_from(day, first)
    refuse_if_any(problem for date in dates.values() for problem in own_problems(Part, {"date": date}, ""))
    merge = None if gesture is None else ("study_day", day_id, "dates", gesture)
    place = Place(day_id, "study_day", day_id)
    with library.change(Op.MOVE_DAY, merge=merge, place=place) as writer:
        for part, date in dates.items():
            writer.set(Part, part, date=date)
    return move_report(day, dates)


def make_version(library: Library, day_id: int, content: str, *, name: str = "", document: str = "") -> int:
    """Keep a study day as it is now, as a numbered version outside undo; return its id.

    `content` is what `show` writes of it; `document` is what it was printed as, if it was (D32).
    """
    root_of(library, ("study_day", day_id))
    number = max((version.number for version in library.versions_of(day_id)), default=0) + 1
    version = Version(number=number, name=name, made_on=library.now, document=document, content=content)
    version = sound(library, version, ("study_day", day_id))
    with library.change(Op.MAKE_VERSION, undoable=False, place=Place(day_id, "study_day", day_id)) as writer:
        return writer.add(version, ("study_day", day_id))


def make_version_if_changed(library: Library, day_id: int, content: str, *, document: str = "") -> int:
    """Keep a study day as it is now, unless its newest version holds the same; return that version's id."""
    newest = max(library.versions_of(day_id), key=lambda version: version.number, default=None)
    if newest is not None and newest.content == content:
        return newest.id
    return make_version(library, day_id, content, document=document)


def accept_finding(
    library: Library,
    day_id: int,
    rule: str,
    concerns: Iterable[str],
    reason: str,
    *,
    by: str = "",
    date: dt.date | None = None,
) -> int:
    """Let a finding stand, with the reason (R083); return the acceptance's id.

    `concerns` are the uids of what the finding is about. One that was accepted before gets the new reason.
    """
    uids = tuple(concerns)
    known = next(
        (
            each.id
            for each in library.of_day(Acceptance, day_id)
            if each.rule == rule and frozenset(each.concerns) == frozenset(uids)
        ),
        None,
    )
    if known is not None:
        editing.set_fields(library, Op.ACCEPT_FINDING, Acceptance, known, reason=reason, by=by, date=date)
        return known
    made = Acceptance(rule=rule, concerns=uids, reason=reason, by=by, date=date)
    return editing.add(library, Op.ACCEPT_FINDING, made, ("study_day", day_id))


def withdraw_acceptance(library: Library, *acceptance_ids: int) -> None:
    """No longer let findings stand."""
    editing.remove(library, Op.WITHDRAW_ACCEPTANCE, Acceptance, *acceptance_ids)


def set_rule(
    library: Library, day_id: int | None, rule: str, *, on: bool = True, threshold: float | None = None
) -> None:
    """Switch a check on or off, or give it another threshold, for one day or (None) for the school (R070).

    On and without a threshold it is again as it came.
    """
    standing = library.bare(School, SCHOOL) if day_id is None else library.bare(StudyDay, day_id)
    others = tuple(setting for setting in standing.rule_settings if setting.rule != rule)
    own = () if on and threshold is None else (RuleSetting(rule=rule, on=on, threshold=threshold),)
    editing.set_fields(library, Op.SET_RULE, type(standing), standing.id, rule, rule_settings=(*others, *own))
