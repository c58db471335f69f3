"""How wide the columns of a table are: computed on numbers, without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def spread(needed: Sequence[int], texts: Sequence[bool], widest: int, room: int, least: int | None = None) -> list[int]:
    """Return widths of columns, in pixels, that fill the room where there is enough.

    Each gets what it needs, at first no more than `widest`. What is left goes to those that need more, and then to
    the columns of texts, in proportion to what they have. Where little is lacking, columns of texts give it up, each
    of what it has above `least`: that spares a bar to scroll with.
    """
    widths = [min(each, widest) for each in needed]
    left = room - sum(widths)
    spare = [
        max(0, width - (widest if least is None else least)) * text for width, text in zip(widths, texts, strict=True)
    ]
    if 0 < -left <= sum(spare):
        return _less(widths, spare, -left)
    for place, each in enumerate(needed):
        more = min(max(left, 0), each - widths[place])
        widths[place] += more
        left -= more
    chosen = [place for place, is_text in enumerate(texts) if is_text] or list(range(len(widths)))
    total = sum(widths[place] for place in chosen)
    if left <= 0 or not total:
        return widths
    for place in chosen:
        widths[place] += left * widths[place] // total
    widths[chosen[-1]] += room - sum(widths)
    return widths


def shared(room: int, shares: Mapping[int, int], heads: Mapping[int, int], narrowest: int) -> dict[int, int]:
    """Return widths of columns that divide the room by their shares, in pixels, none narrower than `narrowest`.

    Where there is room for all their heads, none is narrower than its head either.
    """
    widths = {place: max(room * share // sum(shares.values()), narrowest) for place, share in shares.items()}
    if sum(heads.values()) > room:
        return widths
    short = {place: heads[place] for place, width in widths.items() if width < heads[place]}
    others = {place: share for place, share in shares.items() if place not in short}
    if not short or not others:
        return widths
    left = room - sum(short.values())
    return short | shared(left, others, {place: heads[place] for place in others}, narrowest)


def giving_way(least: Sequence[int], order: Sequence[int], room: int) -> frozenset[int]:
    """Return the places of the columns to leave out, so that each of the others gets its `least` width in pixels.

    `order` has the places of those that can be left out, in the order in which they go.
    """
    out: set[int] = set()
    total = sum(least)
    for place in order:
        if total <= room:
            break
        out.add(place)
        total -= least[place]
    return frozenset(out)


def squeezed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return widths that fit the room, as far as none gets less than its `least`; what is wide gives most."""
    spare = [max(0, width - each) for width, each in zip(widths, least, strict=True)]
    lacking = min(sum(widths) - room, sum(spare))
    return list(widths) if lacking <= 0 else _less(widths, spare, lacking)


def stretched(preferred: Sequence[int], least: Sequence[int], shares: Sequence[int], room: int) -> list[int]:
    """Return widths of columns that fill the room: those with a share divide what the others leave.

    Where there is too little for what all prefer, each gives up some of what it prefers above its `least`.
    """
    widths = squeezed(preferred, least, room)
    left = room - sum(widths)
    for place, share in enumerate(shares):
        widths[place] += max(left, 0) * share // max(sum(shares), 1)
    return widths


def passed_on(widths: Sequence[int], needed: Sequence[int], stretching: Sequence[int]) -> list[int]:
    """Return widths of which columns that stretch pass on what they don't need, in pixels, to those that lack some."""
    spare = [max(0, width - need) if each else 0 for width, need, each in zip(widths, needed, stretching, strict=True)]
    lacking = [
        0 if each else max(0, need - width) for width, need, each in zip(widths, needed, stretching, strict=True)
    ]
    moved = min(sum(spare), sum(lacking))
    if not moved:
        return list(widths)
    fewer = _less(widths, spare, moved)
    more = _less([0] * len(widths), lacking, moved)
    return [width - given for width, given in zip(fewer, more, strict=True)]


def _less(widths: Sequence[int], spare: Sequence[int], less: int) -> list[int]:
    total, given = sum(spare), list(widths)
    for place, each in enumerate(spare):
        # Rounded up, and no more than what is still lacking.
        part = min(less - (sum(widths) - sum(given)), -(-less * each // total))
        given[place] -= part
    return given


def share_out(needed: Sequence[int], room: int, least: int, whole: int) -> list[int]:
    """Return widths of columns, in pixels, that need more than the room, the foremost of them first.

    The first gets what it needs up to `whole`: half a name of a room names none. So do the others that need no more
    than that, as a word of which a letter or two are missing, as far as the rest keep `least`. The rest share what is
    left in proportion to their needs, and get no less than `least` where they need so much.
    """
    if sum(needed) <= room or not needed:
        return list(needed)
    others = needed[1:]
    kept = sum(min(least, each) for each in others)
    first = max(min(needed[0], whole), min(needed[0], room - kept))
    left = max(0, room - first)
    spared: list[int] = []
    for place in sorted(range(len(others)), key=others.__getitem__):
        rest = sum(min(least, each) for other, each in enumerate(others) if other not in [*spared, place])
        if others[place] <= whole and sum(others[each] for each in [*spared, place]) + rest <= left:
            spared.append(place)
    long = [each for place, each in enumerate(others) if place not in spared]
    divided = iter(_in_proportion(long, left - sum(others[place] for place in spared), least))
    return [first, *(each if place in spared else next(divided) for place, each in enumerate(others))]


def _in_proportion(needed: Sequence[int], room: int, least: int) -> list[int]:
    return [max(min(least, each), min(each, each * room // sum(needed))) for each in needed]
