"""Who comes, what they wish, and which places they get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from studydag.model.exchange.sign_ups import SignUps
from studydag.model.operations.soundness import day_of, must_have_room, refuse, refuse_if_any, sound
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.allotting import Allotting
from studydag.model.values.changes import Op, Place
from studydag.model.values.choices import Allotment, Preference, Registration
from studydag.model.values.programme import Block
from studydag.model.values.validation import problems_of
from studydag.model.values.wording import N_


def set_wishes(library: Library, registration_id: int, round_id: int | None, options: Sequence[int]) -> tuple[int, ...]:
    """Note the wishes of a registration for a round (None: the whole day), the first first (R082); return their ids.

    They take the place of earlier wishes for it. Raises InvalidValue.
    """
    day_id = day_of(library, ("registration", registration_id))
    owner = ("study_day", day_id)
    wishes = [
        sound(library, Preference(registration=registration_id, round=round_id, option=option, rank=rank), owner)
        for rank, option in enumerate(dict.fromkeys(options), 1)
    ]
    former = [
        wish.id
        for wish in library.of_day(Preference, day_id)
        if wish.registration == registration_id and wish.round == round_id
    ]
    with library.change(Op.SET_WISHES, place=Place(day_id, "registration", registration_id)) as writer:
        writer.delete("preference", *former)
        return tuple(writer.add(wish, owner) for wish in wishes)


def allot(library: Library, day_id: int, places: Sequence[Allotment]) -> tuple[int, ...]:
    """Give out places, as one step, in place of all that were given before but the locked ones; return their ids.

    A locked place that is among them stays, for as many people as are given it there. One in an option that doesn't
    take place any more holds nobody. Raises InvalidValue where an option is in another round, or where more places are
    given in a round than there are people who have none that is locked.
    """
    with library.change(Op.ALLOT, place=Place(day_id, "allotment", 0)) as writer:
        return _give_out(library, writer, day_id, places)


def take_sign_ups(library: Library, day_id: int, found: SignUps) -> tuple[int, ...]:
    """Add who signed up and note their wishes, as one step; return the ids of their registrations (R082).

    Earlier wishes for the same rounds give way. Raises InvalidValue, TooMany.
    """
    with library.change(Op.SET_WISHES, place=Place(day_id, "registration", 0)) as writer:
        ids = _take(library, writer, day_id, found)
        if ids:
            writer.place = Place(day_id, "registration", ids[0])
        return ids


def take_and_allot(
    library: Library, day_id: int, found: SignUps, places: Callable[[Sequence[int]], Sequence[Allotment]]
) -> tuple[int, ...]:
    """Take sign-ups and give out places, as `take_sign_ups` and `allot` do, as one step; return the registrations.

    `places` says by the ids of these registrations which places those are. Raises as both do.
    """
    with library.change(Op.ALLOT, place=Place(day_id, "allotment", 0)) as writer:
        ids = _take(library, writer, day_id, found)
        _give_out(library, writer, day_id, places(ids))
        return ids


def _give_out(library: Library, writer: Writer, day_id: int, places: Sequence[Allotment]) -> tuple[int, ...]:
    owner = ("study_day", day_id)
    standing = library.of_day(Allotment, day_id)
    off = {block.id for block in library.of_day(Block, day_id) if block.cancelled}
    kept = {place.id: place for place in standing if place.locked and place.option not in off}
    stays = {(place.registration, place.option): place for place in kept.values()}
    given = {key: place.count for place in places if (key := (place.registration, place.option)) in stays}
    counts = {each.id: each.count for each in library.of_day(Registration, day_id)}
    taken = Counter[tuple[int, int]]()
    for key, place in stays.items():
        taken[place.registration, place.round] += given.get(key, place.count)
    new = [place for place in places if (place.registration, place.option) not in stays]
    for place in new:
        key = (place.registration, place.round)
        if taken[key] and taken[key] + place.count > counts.get(place.registration, 0):
            refuse("registration", N_("This place is locked."))
        taken[key] += place.count
    made = [replace(sound(library, place, owner), id=-number) for number, place in enumerate(new, 1)]
    writer.delete("allotment", *(place.id for place in standing if place.id not in kept))
    for key, count in given.items():
        if stays[key].count != count:
            writer.set(Allotment, stays[key].id, count=count)
    ids = writer.add_all(made, owner, {})
    return tuple(ids["allotment", place.id] for place in made)


def _take(library: Library, writer: Writer, day_id: int, found: SignUps) -> tuple[int, ...]:
    owner = ("study_day", day_id)
    standing = library.of_day(Preference, day_id)
    new = [each.registration for each in found.sign_ups if each.is_new]
    refuse_if_any(problem for registration in new for problem in problems_of(registration))
    if new:
        must_have_room(library, new[0], owner, len(new))
    ids = []
    for each in found.sign_ups:
        number = writer.add(each.registration, owner) if each.is_new else each.registration.id
        ids.append(number)
        former = [wish.id for wish in standing if wish.registration == number and wish.round in each.wishes]
        writer.delete("preference", *former)
        for round_id, options in each.wishes.items():
            for rank, option in enumerate(options, 1):
                wish = Preference(registration=number, round=round_id, option=option, rank=rank)
                writer.add(wish, owner)
    return tuple(ids)


def places_of(found: Allotting) -> tuple[Allotment, ...]:
    """Return the places of an allotment, as they are to be given out."""
    return tuple(
        Allotment(
            registration=each.registration,
            round=each.round,
            option=each.option,
            count=each.count,
            rank_obtained=each.rank,
        )
        for each in found.places
    )
