"""Places changed by hand: somebody gets another one or none, and places are locked (R082, D34)."""

from __future__ import annotations

from collections.abc import Sequence

from studydag.model.operations.soundness import day_of, sound
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.choices import Allotment, Registration


def place(
    library: Library, registration_id: int, round_id: int, option_id: int | None, *, rank: int | None = None
) -> int | None:
    """Give somebody an option in a round by hand, or (None) no place in it; return the id of the place.

    `rank` is the wish that it meets. All people of a registration go along, also where they were divided. A place that
    is changed by hand keeps its lock. Raises InvalidValue where the option is in another round, NotFound.
    """
    day_id = day_of(library, ("registration", registration_id))
    owner = ("study_day", day_id)
    standing = [
        each
        for each in library.of_day(Allotment, day_id)
        if (each.registration, each.round) == (registration_id, round_id)
    ]
    made = None
    if option_id is not None:
        made = sound(
            library,
            Allotment(
                registration=registration_id,
                round=round_id,
                option=option_id,
                count=library.get(Registration, registration_id).count,
                locked=any(each.locked for each in standing),
                rank_obtained=rank,
            ),
            owner,
        )
    if [each.option for each in standing] == [option_id] or not (standing or made):
        return standing[0].id if standing else None
    with library.change(Op.PLACE, place=Place(day_id, "registration", registration_id)) as writer:
        if made is None:
            writer.delete("allotment", *(each.id for each in standing))
            return None
        if not standing:
            return writer.add(made, owner)
        first, *others = standing
        writer.set(Allotment, first.id, option=made.option, count=made.count, rank_obtained=rank)
        writer.delete("allotment", *(each.id for each in others))
        return first.id


def lock(library: Library, place_ids: Sequence[int], *, locked: bool = True) -> None:
    """Lock places, so that they stay when places are given out anew, or unlock them; as one step. Raises NotFound."""
    places = [library.get(Allotment, each) for each in dict.fromkeys(place_ids)]
    wanted = [each for each in places if each.locked is not locked]
    if not wanted:
        return
    day_id = day_of(library, ("allotment", wanted[0].id))
    operation = Op.LOCK if locked else Op.UNLOCK
    with library.change(operation, place=Place(day_id, "registration", wanted[0].registration)) as writer:
        for each in wanted:
            writer.set(Allotment, each.id, locked=locked)
