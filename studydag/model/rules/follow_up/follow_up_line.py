"""The follow-up as a time line: what is due when, between which holidays, and where all of that is drawn.

Lengths are in whatever unit the sizes are in, so that a screen and a sheet of paper can draw the same line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.calendar.evaluation import date_of_measure
from studydag.model.rules.calendar.rhythm import series
from studydag.model.rules.calendar.school_calendar import is_weekend, proposal
from studydag.model.values.dates import Due, RelativeDate
from studydag.model.values.references import Reference
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import StudyDay

LANES = ("action", "moment", "measure")
"""The kinds of things on the line, from above."""
FEWEST_MONTHS = 3
NAME_LEVELS = 2
"""In so many lines the names of holidays stand, so that neighbours need not make room for each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A thing on the line with all its dates, the first of which is the one that can be moved.

    `field` is the field that holds the date; without one it can't be moved here (a measure lies where its block does).
    `begins` is where its window starts; `proposal` a school day instead of a single date on which the school is closed.
    """

    reference: Reference
    dates: tuple[date, ...]
    due: Due | None = None
    field: str = ""
    begins: date | None = None
    proposal: date | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether it stays where it is when the study day moves."""
        return self.due is not None and not isinstance(self.due, RelativeDate)

    @property
    def first(self) -> date:
        """The date it has, or the first of its series."""
        return self.dates[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A stretch of days on which the school is closed, from the first to the last of them."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpLine:
    """What is on the line between two dates, which begin and end a month; `undated` things have no place on it."""

    first: date
    last: date
    days: tuple[date, ...] = ()
    marks: tuple[Mark, ...] = ()
    closures: tuple[Closure, ...] = ()
    undated: tuple[Reference, ...] = ()

    def mark(self, reference: Reference) -> Mark | None:
        """Return the mark of a thing."""
        return next((mark for mark in self.marks if mark.reference == reference), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How wide a day is, how high a line of text, how wide a mark, and what stays free beside what is drawn."""

    day: float
    line: float
    mark: float
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a thing is drawn: its marks by date at `xs`, in the height `y`, and its label.

    `begin` is where its window starts. The label of a series stands above its marks, others beside it.
    """

    reference: Reference
    left: float
    top: float
    right: float
    bottom: float
    xs: tuple[float, ...]
    y: float
    begin: float | None
    label_left: float
    label_middle: float
    label_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A closed stretch as it is drawn, and where its name stands: `name_left` is None where that has no room."""

    closure: Closure
    left: float
    right: float
    name_left: float | None
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The heights between which the things of one kind stand; its heading stands in the first line of it."""

    kind: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePicture:
    """A time line drawn to scale. Days are so wide as `day`; the first one of `first` begins at nought."""

    first: date = date(2000, 1, 1)
    day: float = 1.0
    width: float = 0.0
    height: float = 0.0
    months: tuple[tuple[float, date], ...] = ()
    bands: tuple[Band, ...] = ()
    lanes: tuple[Lane, ...] = ()
    boxes: Mapping[Reference, Box] = field(default_factory=dict)

    def x_of(self, day: date) -> float:
        """Return where the middle of a day is."""
        return ((day - self.first).days + 0.5) * self.day

    def date_at(self, x: float) -> date:
        """Return on which day a place lies."""
        return self.first + timedelta(days=int(x // self.day))

    def at(self, x: float, y: float) -> Reference | None:
        """Return what is drawn at a place."""
        inside = (box for box in self.boxes.values() if box.left <= x <= box.right and box.top <= y <= box.bottom)
        return next((box.reference for box in inside), None)


def follow_up_line(day: StudyDay, holidays: Holidays, today: date | None = None) -> FollowUpLine | None:
    """Put everything with a date on one line (R005, R085); None while nothing has a date.

    The line reaches from the month of the first date to that of the last one, `today` too if it lies between or near.
    """
    marks = sorted(_marks(day, holidays), key=lambda mark: (LANES.index(mark.reference[0]), mark.first, mark.reference))
    days = tuple(sorted({part.date for part in day.parts if part.date is not None}))
    dates = [*days, *(each for mark in marks for each in (mark.first, mark.dates[-1], mark.begins or mark.first))]
    if not dates:
        return None
    if today is not None and _near(today, min(dates), max(dates)):
        dates.append(today)
    first, last = _whole_months(min(dates), max(dates))
    shown = {mark.reference for mark in marks}
    everything = [(kind, thing.id) for kind in LANES for thing in getattr(day, f"{kind}s")]
    return FollowUpLine(
        first=first,
        last=last,
        days=days,
        marks=tuple(marks),
        closures=tuple(closures(holidays, first, last)),
        undated=tuple(each for each in everything if each not in shown),
    )


def closures(holidays: Holidays, first: date, last: date) -> list[Closure]:
    """Return the closed stretches between two dates by when they begin; weekends between two days of one count too."""
    by_name: dict[str, list[date]] = {}
    for day, names in holidays.names.items():
        if first <= day <= last:
            for name in names.split("; "):
                by_name.setdefault(name, []).append(day)
    found = [
        Closure(name=name, first=run[0], last=run[-1]) for name, days in by_name.items() for run in _runs(sorted(days))
    ]
    return sorted(found, key=lambda closure: (closure.first, -closure.last.toordinal(), closure.name))


def line_picture(
    line: FollowUpLine, widths: Mapping[Reference, float], names: Mapping[str, float], sizes: Sizes
) -> LinePicture:
    """Draw a line: each kind in a lane, in as few rows as its labels let, so that none lies over another.

    `widths` are those of the labels, `names` those of the names of the closed stretches.
    """
    days = (line.last - line.first).days + 1
    width = days * sizes.day
    plain = LinePicture(first=line.first, day=sizes.day)
    top = 0.0
    lanes, boxes = [], {}
    for kind in LANES:
        bottom = top + sizes.line
        rows: list[_Row] = []
        for mark in line.marks:
            if mark.reference[0] == kind:
                box = _placed(mark, plain, widths.get(mark.reference, 0.0), width, sizes)
                row = _row_for(rows, box, bottom, sizes)
                boxes[mark.reference] = _lowered(box, row.top)
        bottom = max((row.bottom for row in rows), default=bottom)
        lanes.append(Lane(kind=kind, top=top, bottom=bottom + sizes.gap))
        top = bottom + sizes.gap
    return LinePicture(
        first=line.first,
        day=sizes.day,
        width=width,
        height=top,
        months=tuple((((each - line.first).days) * sizes.day, each) for each in _months(line.first, line.last)),
        bands=tuple(_bands(line.closures, plain, names, width, sizes)),
        lanes=tuple(lanes),
        boxes=boxes,
    )


# What is on it


def _marks(day: StudyDay, holidays: Holidays) -> Iterator[Mark]:
    for action in day.actions:
        on = resolve(action.due, day)
        if on is not None:
            begins = resolve(action.window_start, day)
            yield _single(("action", action.id), on, action.due, "due", holidays, begins=begins)
    for moment in day.moments:
        dates = series(moment, day, holidays).dates
        if len(dates) == 1:
            yield _single(("moment", moment.id), dates[0], moment.first_date, "first_date", holidays)
        elif dates:
            yield Mark(reference=("moment", moment.id), dates=dates, due=moment.first_date, field="first_date")
    for measure in day.measures:
        on = date_of_measure(measure, day)
        if on is not None:
            own = "when" if measure.when is not None else ""
            yield _single(("measure", measure.id), on, measure.when, own, holidays)


def _single(
    reference: Reference, on: date, due: Due | None, name: str, holidays: Holidays, *, begins: date | None = None
) -> Mark:
    return Mark(
        reference=reference,
        dates=(on,),
        due=due,
        field=name,
        begins=begins if begins is not None and begins < on else None,
        proposal=proposal(on, holidays) if name else None,
    )


def _near(today: date, first: date, last: date) -> bool:
    month = timedelta(days=31)
    return first - month <= today <= last + month


def _whole_months(first: date, last: date) -> tuple[date, date]:
    """Return the stretch of whole months, with a little room behind the last date."""
    begin = first.replace(day=1)
    last = last + timedelta(days=7)
    months = max((last.year - begin.year) * 12 + last.month - begin.month + 1, FEWEST_MONTHS)
    return begin, _month_after(begin, months) - timedelta(days=1)


def _month_after(begin: date, months: int) -> date:
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _months(first: date, last: date) -> Iterator[date]:
    month = first
    while month <= last:
        yield month
        month = _month_after(month, 1)


def _runs(days: Sequence[date]) -> Iterator[list[date]]:
    run: list[date] = []
    for day in days:
        if run and not all(map(is_weekend, _between(run[-1], day))):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _between(one: date, other: date) -> Iterable[date]:
    return (one + timedelta(days=number) for number in range(1, (other - one).days))


# Where it is drawn


@dataclass(slots=True)
class _Row:
    top: float
    bottom: float
    taken: list[tuple[float, float]]


def _placed(mark: Mark, picture: LinePicture, wanted: float, width: float, sizes: Sizes) -> Box:
    """Place a thing in a row that begins at nought."""
    xs = tuple(picture.x_of(each) for each in mark.dates)
    begin = None if mark.begins is None else picture.x_of(mark.begins)
    half = sizes.mark / 2
    from_left, to_right = min(xs[0], xs[0] if begin is None else begin) - half, xs[-1] + half
    label = min(wanted, width - 2 * sizes.gap)
    if len(xs) > 1:
        left = max(0.0, min(xs[0] - half, width - label))
        middle, y, height = sizes.line * 0.5, sizes.line * 1.4, sizes.line * 2
    else:
        middle = y = sizes.line * 0.5
        height = sizes.line
        beside = to_right + sizes.gap
        if beside + label <= width:
            left = beside
        elif from_left - sizes.gap - label >= 0:
            left = from_left - sizes.gap - label
        else:
            left, label = beside, max(0.0, width - beside)
    return Box(
        reference=mark.reference,
        left=min(from_left, left),
        top=0.0,
        right=max(to_right, left + label),
        bottom=height,
        xs=xs,
        y=y,
        begin=begin,
        label_left=left,
        label_middle=middle,
        label_width=label,
    )


def _row_for(rows: list[_Row], box: Box, floor: float, sizes: Sizes) -> _Row:
    """Return the first row of the right height in which a thing has room; take it there."""
    for row in rows:
        free = all(box.left - sizes.gap >= right or box.right + sizes.gap <= left for left, right in row.taken)
        if free and row.bottom - row.top == box.bottom:
            row.taken.append((box.left, box.right))
            return row
    top = rows[-1].bottom + sizes.gap / 2 if rows else floor
    made = _Row(top, top + box.bottom, [(box.left, box.right)])
    rows.append(made)
    return made


def _lowered(box: Box, by: float) -> Box:
    return replace(box, top=box.top + by, bottom=box.bottom + by, y=box.y + by, label_middle=box.label_middle + by)


def _bands(
    found: Sequence[Closure], picture: LinePicture, names: Mapping[str, float], width: float, sizes: Sizes
) -> Iterator[Band]:
    """Place closed stretches; long ones get their name first."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(NAME_LEVELS)]
    places: dict[Closure, tuple[float, int]] = {}
    for closure in sorted(found, key=lambda each: (each.first - each.last, each.first)):
        middle = (picture.x_of(closure.first) + picture.x_of(closure.last)) / 2
        wide = names.get(closure.name, 0.0)
        left = min(max(0.0, middle - wide / 2), max(0.0, width - wide))
        for level, there in enumerate(taken):
            if all(left - sizes.gap >= right or left + wide + sizes.gap <= start for start, right in there):
                there.append((left, left + wide))
                places[closure] = (left, level)
                break
    for closure in found:
        place = places.get(closure)
        yield Band(
            closure=closure,
            left=picture.x_of(closure.first) - sizes.day / 2,
            right=picture.x_of(closure.last) + sizes.day / 2,
            name_left=None if place is None else place[0],
            level=0 if place is None else place[1],
        )
