"""Why somebody has this place, or none, in words: the wish it meets, and what kept a better one from it (R082)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from studydag.model.rules.choices.seats import Seat, Seating
from studydag.model.values.allotting import Given
from studydag.model.values.errors import Figure
from studydag.model.values.wording import N_, Wording


def explained(places: Iterable[Given], ground: Seating) -> Iterator[Given]:
    """Say of each place why it is this one."""
    wanted: dict[int, int] = {}
    wished: dict[tuple[int, int], list[Seat]] = {}
    for seat in ground.seats:
        if seat.rank is not None:
            wished.setdefault((seat.registration, seat.round), []).append(seat)
        if seat.rank == 1:
            wanted[seat.option] = wanted.get(seat.option, 0) + 1
    first = {(seat.registration, seat.round): seat.option for seat in ground.seats if seat.rank == 1}
    workshops = {seat.option: seat.workshop for seat in ground.seats}
    given = tuple(places)
    taken = _taken(given)
    rounds = {(each.registration, workshops.get(each.option)): each.round for each in given}
    for place in given:
        key = (place.registration, place.round)
        wish = first.get(key)
        elsewhere = rounds.get((place.registration, workshops.get(wish or 0)))
        theirs = (seat for seat in wished.get(key, ()) if rounds.get((key[0], seat.workshop)) in {None, place.round})
        free = _better_and_free(place, theirs, taken, ground)
        if free is not None:
            reason, figures = _not_taken(place, ground, free)
        elif wish is not None and elsewhere not in {None, place.round}:
            reason, figures = _elsewhere(place, ground, wish)
        else:
            reason, figures = _reason(place, ground, wish, wanted)
        yield replace(place, reason=reason, figures=tuple(figures.items()))


def _taken(given: Iterable[Given]) -> dict[int, int]:
    found: dict[int, int] = {}
    for each in given:
        found[each.option] = found.get(each.option, 0) + each.count
    return found


def _better_and_free(place: Given, wished: Iterable[Seat], taken: Mapping[int, int], ground: Seating) -> Seat | None:
    """Return the best wish above a place that has a free seat: somebody was moved by hand, for instance."""
    if place.rank == 1 or (place.registration, place.option) in ground.settled:
        return None
    better = [
        seat
        for seat in wished
        if (place.rank is None or (seat.rank or 0) < place.rank)
        and seat.option != place.option
        and ((limit := ground.capacities[seat.option]) is None or taken.get(seat.option, 0) < limit)
        and (taken.get(seat.option, 0) or (ground.options[seat.option].minimum or 0) <= 1)
    ]
    return min(better, key=lambda seat: seat.rank or 0, default=None)


def _not_taken(place: Given, ground: Seating, free: Seat) -> tuple[Wording, dict[str, Figure]]:
    figures: dict[str, Figure] = {
        "rank": place.rank or 0,
        "option": ground.options[free.option].title,
        "better": free.rank or 0,
    }
    if place.rank is None:
        return N_("none of the choices, though {option:quoted} (choice {better}) has a free seat"), figures
    return N_("choice {rank}, though {option:quoted} (choice {better}) has a free seat"), figures


def _elsewhere(place: Given, ground: Seating, wish: int) -> tuple[Wording, dict[str, Figure]]:
    figures: dict[str, Figure] = {"rank": place.rank or 0, "option": ground.options[wish].title}
    if place.rank is None:
        return N_("no other choice: {option:quoted} comes in another round"), figures
    return N_("choice {rank}: {option:quoted}, the first one, comes in another round"), figures


def _reason(
    place: Given, ground: Seating, first: int | None, wanted: Mapping[int, int]
) -> tuple[Wording, dict[str, Figure]]:
    if (place.registration, place.option) in ground.settled:
        return (N_("this place was locked") if place.locked else N_("this place was fixed beforehand")), {}
    if (place.registration, place.round) not in ground.wishing:
        return N_("no choice for this round: a free seat"), {}
    if place.rank == 1:
        return N_("first choice"), {}
    seats = ground.capacities.get(first or 0)
    figures: dict[str, Figure] = {"rank": place.rank or 0}
    if first is not None and seats is not None and wanted.get(first, 0) > seats:
        figures |= {"option": ground.options[first].title, "wanted": wanted[first], "seats": seats}
        if place.rank is None:
            return N_(
                "no choice was possible: {option:quoted} was the first choice of {wanted}, and has {seats} seats"
            ), figures
        return N_("choice {rank}: {option:quoted} was the first choice of {wanted}, and has {seats} seats"), figures
    if place.rank is None:
        return N_("no choice was possible without leaving others out"), {}
    if first is None:
        return N_("choice {rank}: the first one doesn’t take place, or is not meant for this person"), figures
    return N_("choice {rank}: so that others get one of theirs, too"), figures


def why_none(registration: int, number: int, places: Iterable[Given], ground: Seating) -> Wording:
    """Say why somebody has no place in a round, next to the places that were given out."""
    seats = [seat for seat in ground.seats if (seat.registration, seat.round) == (registration, number)]
    if not seats:
        return N_("no option of this round is meant for this person, or no room of them can be reached")
    me = next(each for each in ground.people if each.id == registration)
    both = [
        each.id
        for each in ground.people
        if (each.id in me.together or registration in each.together)
        and (each.id in me.apart or registration in each.apart)
    ]
    given = tuple(places)
    if any(place.registration in both and place.round == number for place in given):
        return N_("this person is to be both together with the same person and apart from them; remove one of the two")
    taken, workshops = _taken(given), {seat.option: seat.workshop for seat in ground.seats}
    elsewhere = {
        workshops.get(place.option, place.option)
        for place in given
        if place.registration == registration and place.round != number
    }
    if all(seat.workshop in elsewhere for seat in seats):
        return N_("this person already has the only workshop open to them, in another round")
    free = [
        seat for seat in seats if (limit := ground.capacities[seat.option]) is None or taken.get(seat.option, 0) < limit
    ]
    if not free:
        return N_("every option that this person may have is full")
    new = [seat for seat in free if seat.workshop not in elsewhere]
    if not new:
        return N_("what is free is a workshop that this person already has in another round")
    open_ones = [seat for seat in new if taken.get(seat.option, 0) or (ground.options[seat.option].minimum or 0) <= 1]
    if not open_ones:
        return N_("what is free has too few people to take place")
    if any(registration in pair for pair in ground.company):
        return N_(
            "what is free doesn’t fit who this person is to be together with, or apart from; remove that wish, or "
            "choose a place by hand"
        )
    return N_("there is a free seat: give out places again, or choose one by hand")
