"""Who was there: marks by part and round, people who came without having registered, and groups (D21, D22, R060)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from studydag.model.operations.editing import create_all
from studydag.model.operations.soundness import day_of, must_have_room, refuse, sound
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.choices import (
    Allotment,
    AttendanceMark,
    Grouping,
    GroupOfParticipants,
    Presence,
    Registration,
)
from studydag.model.values.description import with_changes
from studydag.model.values.wording import N_


def mark_all(
    library: Library,
    registration_ids: Sequence[int],
    presence: Presence | None,
    *,
    part: int | None = None,
    round: int | None = None,
) -> None:
    """Note whether people were there, the same of all of them, as one step; None takes marks away (D22).

    In a part or at a round, each once. Raises InvalidValue.
    """
    if (part is None) == (round is None):
        refuse("attendance", N_("Attendance is marked for a part or for a round."))
    marked = []
    for registration_id in dict.fromkeys(registration_ids):
        registration = library.get(Registration, registration_id)
        day_id = day_of(library, ("registration", registration_id))
        kept = tuple(mark for mark in registration.attendance if (mark.part, mark.round) != (part, round))
        mark = () if presence is None else (AttendanceMark(part=part, round=round, presence=presence),)
        made = replace(registration, attendance=(*kept, *mark))
        marked.append(sound(library, made, ("study_day", day_id)))
    if not marked:
        return
    merge = ("registration", *(each.id for each in marked), "attendance")
    place = Place(day_of(library, ("registration", marked[0].id)), "registration", marked[0].id)
    with library.change(Op.MARK, merge=merge if len(marked) == 1 else None, place=place) as writer:
        for each in marked:
            writer.set(Registration, each.id, attendance=each.attendance)


def add_walk_in(
    library: Library, day_id: int, who: Registration, *, part: int | None, round: int | None, option: int | None
) -> int:
    """Add somebody who came without having registered, marked as such in a part and at a round, as one step (D21).

    With an option they have a place there, which is locked: they sit there. Raises InvalidValue, TooMany.
    """
    owner = ("study_day", day_id)
    marks = (
        AttendanceMark(part=part, presence=Presence.WALK_IN),
        AttendanceMark(round=round, presence=Presence.WALK_IN),
    )
    who = replace(who, attendance=tuple(mark for mark in marks if mark.part is not None or mark.round is not None))
    if round is None or option is None:
        return create_all(library, [who], owner, op=Op.ADD_WALK_IN)[0]
    who = sound(library, who, owner)
    must_have_room(library, who, owner)
    with library.change(Op.ADD_WALK_IN) as writer:
        made = writer.add(who, owner)
        writer.add(Allotment(registration=made, round=round, option=option, count=who.count, locked=True), owner)
        writer.place = Place(day_id, "registration", made)
    return made


def compose_groups(
    library: Library, grouping_id: int, groups: Sequence[Sequence[int]], *, name: str, **fields: object
) -> None:
    """Let a grouping have these groups and no others, as one step; `name` has a place for their number (R060).

    Groups that stand keep their names. `fields` are other fields of the grouping. Raises InvalidValue, NotFound.
    """
    standing = library.get(Grouping, grouping_id)
    made = []
    for number, members in enumerate(groups, 1):
        former = standing.groups[number - 1] if number <= len(standing.groups) else None
        made.append(
            GroupOfParticipants(
                id=0 if former is None else former.id,
                uid="" if former is None else former.uid,
                position=number,
                name=name.replace("{n}", str(number)) if former is None else former.name,
                members=tuple(members),
            )
        )
    day_id = day_of(library, ("grouping", grouping_id))
    whole = sound(library, with_changes(standing, {"groups": tuple(made), **fields}), ("study_day", day_id))
    with library.change(Op.COMPOSE_GROUPS, place=Place(day_id, "grouping", grouping_id)) as writer:
        writer.set(Grouping, grouping_id, groups=whole.groups, **{each: getattr(whole, each) for each in fields})
