"""Somebody's choices entered from paper: registered where they were not, wishes noted, all as one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from studydag.model.operations.ranking import after_last
from studydag.model.operations.soundness import must_have_room, sound
from studydag.model.store import whereabouts
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.choices import Preference, Registration


def enter_choices(
    library: Library, day_id: int, who: Registration, round_id: int | None, options: Sequence[int]
) -> int:
    """Note the wishes of somebody for a round (None: the whole day), the first first; return the registration.

    Earlier wishes for it give way; somebody without an id is registered. Raises InvalidValue, TooMany.
    """
    owner = ("study_day", day_id)
    registration_id = who.id
    if not registration_id:
        last = after_last(whereabouts.ranks(library, "registration", owner))
        who = sound(library, replace(who, position=last), owner)
        must_have_room(library, who, owner)
    standing = [
        each.id
        for each in library.of_day(Preference, day_id)
        if registration_id and (each.registration, each.round) == (registration_id, round_id)
    ]
    with library.change(Op.SET_WISHES) as writer:
        if not registration_id:
            registration_id = writer.add(who, owner)
        writer.place = Place(day_id, "registration", registration_id)
        writer.delete("preference", *standing)
        for rank, option in enumerate(dict.fromkeys(options), 1):
            wish = Preference(registration=registration_id, round=round_id, option=option, rank=rank)
            writer.add(wish, owner)
    return registration_id
