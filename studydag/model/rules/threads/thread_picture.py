"""The thread as a picture: where each thing of the web stands, and along which curve each link runs.

Lengths are in whatever unit the sizes are in, so that a screen and a sheet of paper can draw the same picture. A link
that skips columns runs through them in a lane, which all such links of one goal share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from studydag.model.rules.threads.crossings import fewest_crossings
from studydag.model.rules.threads.thread_web import KINDS, Link, Web
from studydag.model.values.references import Reference

Spot = tuple[Reference, int]
"""A place in a column: a thing in its own column, or the lane of a thing in another one."""
Point = tuple[float, float]

ROUNDS = 8
"""How often the columns are moved towards what they are linked with."""
PULL = 0.5
"""How far along the gap the ends of a curve run level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How large a knot is, and what room there is between knots: across from column to column, down within one."""

    width: float
    height: float
    across: float
    down: float
    lane: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a knot stands."""

    reference: Reference
    column: int
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Curve:
    """A link, and its cubic Bézier curves: where it begins, then for each two handles and where it ends."""

    link: Link
    start: Point
    stretches: tuple[tuple[Point, Point, Point], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPicture:
    """The boxes by what they stand for, in the order of their columns from above, and the curves between them."""

    columns: tuple[tuple[Reference, ...], ...] = ()
    boxes: Mapping[Reference, Box] = field(default_factory=dict)
    curves: tuple[Curve, ...] = ()
    width: float = 0.0
    height: float = 0.0

    def at(self, x: float, y: float) -> Reference | None:
        """Return what stands at a point."""
        found = (box for box in self.boxes.values() if box.left <= x <= box.right and box.top <= y <= box.bottom)
        return next((box.reference for box in found), None)


def order_of(web: Web) -> tuple[tuple[Spot, ...], ...]:
    """Return the places of each column, lanes included, in an order in which few links cross."""
    return fewest_crossings(*_spots(web))


def picture(web: Web, sizes: Sizes, order: Sequence[Sequence[Spot]] | None = None) -> ThreadPicture:
    """Lay the web out; `order` is what `order_of` gave for the same web, where that is known already."""
    order = order_of(web) if order is None else order
    middles = _middles(order, _lines(web), sizes)
    boxes: dict[Reference, Box] = {}
    for number, column in enumerate(order):
        left = number * (sizes.width + sizes.across)
        for reference, _ in (spot for spot in column if _is_knot(spot)):
            top = middles[reference, number] - sizes.height / 2
            boxes[reference] = Box(
                reference=reference, column=number, left=left, top=top, width=sizes.width, height=sizes.height
            )
    return ThreadPicture(
        columns=tuple(tuple(spot[0] for spot in column if _is_knot(spot)) for column in order),
        boxes=boxes,
        curves=tuple(_curve(link, boxes, middles, sizes) for link in web.links),
        width=len(order) * (sizes.width + sizes.across) - sizes.across,
        height=max((box.bottom for box in boxes.values()), default=0.0),
    )


def _column_of(reference: Reference) -> int:
    return KINDS.index(reference[0])


def _is_knot(spot: Spot) -> bool:
    return _column_of(spot[0]) == spot[1]


def _path(link: Link) -> tuple[Spot, ...]:
    """Return the places through which a link runs."""
    left, right = link
    lanes = range(_column_of(left), _column_of(right))
    return (*((left, number) for number in lanes), (right, _column_of(right)))


def _lines(web: Web) -> tuple[tuple[Spot, Spot], ...]:
    return tuple(dict.fromkeys(line for link in web.links for line in pairwise(_path(link))))


def _spots(web: Web) -> tuple[list[list[Spot]], tuple[tuple[Spot, Spot], ...]]:
    """Return the places of each column, the lanes below all knots, and the lines between them."""
    columns: list[list[Spot]] = [
        [(knot.reference, number) for knot in column] for number, column in enumerate(web.columns)
    ]
    lanes = dict.fromkeys(spot for link in web.links for spot in _path(link) if not _is_knot(spot))
    for spot in lanes:
        columns[spot[1]].append(spot)
    return columns, _lines(web)


def _middles(order: Sequence[Sequence[Spot]], lines: Iterable[tuple[Spot, Spot]], sizes: Sizes) -> dict[Spot, float]:
    """Return how far down each place lies: as near to what it is linked with as its column allows."""
    beside: dict[Spot, list[Spot]] = {}
    for one, other in lines:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    offsets = [_offsets(column, sizes) for column in order]
    deepest = max((offset[-1] for offset in offsets if offset), default=0.0)
    middles: dict[Spot, float] = {}
    for column, offset in zip(order, offsets, strict=True):
        spare = (deepest - offset[-1]) / 2 if offset else 0.0
        middles |= {spot: spare + own for spot, own in zip(column, offset, strict=True)}
    numbers = [*range(len(order)), *reversed(range(len(order)))]
    for _ in range(ROUNDS):
        for number in numbers:
            column, offset = order[number], offsets[number]
            wanted = [_mean([middles[each] for each in beside.get(spot, (spot,))]) for spot in column]
            middles.update(zip(column, _settled(wanted, offset, deepest), strict=True))
    top = sizes.height / 2
    return {spot: middle + top for spot, middle in middles.items()}


def _offsets(column: Sequence[Spot], sizes: Sizes) -> list[float]:
    """Return how far below the first one each place lies at least."""
    heights = [sizes.height if _is_knot(spot) else sizes.lane for spot in column]
    gaps = [sizes.down if _is_knot(one) and _is_knot(other) else sizes.down / 2 for one, other in pairwise(column)]
    found = [0.0] if column else []
    for (one, other), gap in zip(pairwise(heights), gaps, strict=True):
        found.append(found[-1] + (one + other) / 2 + gap)
    return found


def _settled(wanted: Sequence[float], offsets: Sequence[float], deepest: float) -> list[float]:
    """Return the places nearest to the wanted ones (least squares) that keep order and room, between 0 and `deepest`.

    What would overlap is put together and shares its middle, until nothing does.
    """
    pools: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        total, count = want - offset, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            above, many = pools.pop()
            total, count = total + above, count + many
        pools.append((total, count))
    most = deepest - (offsets[-1] if offsets else 0.0)
    shifts = (min(max(total / count, 0.0), most) for total, count in pools for _ in range(count))
    return [offset + shift for offset, shift in zip(offsets, shifts, strict=True)]


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _curve(link: Link, boxes: Mapping[Reference, Box], middles: Mapping[Spot, float], sizes: Sizes) -> Curve:
    first = boxes[link[0]]
    return Curve(link, (first.right, first.middle), tuple(_stretches(_path(link), middles, sizes)))


def _stretches(
    path: Sequence[Spot], middles: Mapping[Spot, float], sizes: Sizes
) -> Iterator[tuple[Point, Point, Point]]:
    """Give a curve across each gap, and a level line along each lane."""
    step = sizes.width + sizes.across
    for one, other in pairwise(path):
        begin, end = (one[1] * step + sizes.width, middles[one]), (other[1] * step, middles[other])
        pull = sizes.across * PULL
        yield (begin[0] + pull, begin[1]), (end[0] - pull, end[1]), end
        if not _is_knot(other):
            far = end[0] + sizes.width
            yield (end[0] + sizes.width / 3, end[1]), (far - sizes.width / 3, end[1]), (far, end[1])
