"""The time rail: what happens when and where, with a coloured bar and always a word for its kind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.export.typeset.boxes import MOST_BESIDE, Choices
from studydag.export.typeset.colour import Colour
from studydag.export.typeset.flowables import Titled
from studydag.export.typeset.layout import BAR, Band, Fragment, Slot, beside, stacked
from studydag.export.typeset.structure import Node, Scope, cell
from studydag.export.typeset.tables import table
from studydag.export.typeset.text import Content, Run
from studydag.export.typeset.theme import GREY, HAIRLINE, Role
from studydag.export.typeset.typesetting import Element, Flow, Typesetter, lay_in_flow, set_text

_WIDEST_PLACE: Final = 0.24
# In beats of the rhythm.
_PADDING: Final = 0.3
_BESIDE_BAR: Final = 0.5
# Lower rows go to the next page as a whole.
_SPLITS_ABOVE: Final = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RailRow:
    """A stretch of time. `detail` has the word for what `colour` shows; `quiet` rows, such as breaks, stand back.

    `flows` stand under the title; `below` takes the width of the place as well, for choices beside each other.
    `continued` is the title on the next page, where the stretch goes on there.
    """

    start: str
    end: str = ""
    title: str
    detail: Content = ""
    place: Content = ""
    colour: Colour
    quiet: bool = False
    flows: tuple[Flow, ...] = ()
    below: tuple[Flow, ...] = ()
    continued: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRail(Element):
    """Rows in the order of time, under the headers of time, what and where; a rail without places has two columns."""

    rows: tuple[RailRow, ...]
    header: tuple[str, str, str]

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        places = any(row.place for row in self.rows)
        rail = _placed(setter, self.rows, self.header if places else (*self.header[:2], ""), width)
        rows: list[Band] = []
        for row in self.rows:
            setter.proof.go_on()
            rows += rail.bands(row)
        return table([rail.header(self.header)], rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rail:
    """The columns, placed: the text begins at `text`, the places (if there are any) at `place`, all in points."""

    setter: Typesetter
    width: float
    time: float
    text: float
    text_width: float
    place: float
    place_width: float

    @property
    def _columns(self) -> int:
        return 3 if self.place_width else 2

    def header(self, titles: Sequence[str]) -> Band:
        columns = ((0.0, self.time), (self.text, self.text_width), (self.place, self.place_width))[: self._columns]
        slots = [
            Slot(x=x, fragment=set_text(self.setter, title, Role.LABEL, width), node=cell(Scope.COLUMN))
            for (x, width), title in zip(columns, titles, strict=False)
        ]
        below = self.setter.theme.space(0.25)
        return beside(slots, self.width, node=Node("TR"), below=below, rule=GREY, keep_with_next=True)

    def bands(self, row: RailRow) -> list[Band]:
        space = self.setter.theme.space(_PADDING)
        first = beside(
            self._slots(row),
            self.width,
            node=Node("TR"),
            above=space,
            below=0.0 if row.below else space,
            rule=None if row.below else HAIRLINE,
            bar=(self.text - BAR - self.setter.theme.space(_BESIDE_BAR), row.colour),
            splits_above=self.setter.theme.space(_SPLITS_ABOVE),
            keep_with_next=bool(row.below),
            resume=self._resume(row),
        )
        if not row.below:
            return [first]
        # The bar goes on to what stands below.
        first = replace(first, bar_beyond=space)
        second = beside(
            [self._below(row)],
            self.width,
            node=Node("TR"),
            above=space,
            below=space,
            rule=HAIRLINE,
            bar=first.bar,
            splits_above=first.splits_above,
        )
        return [first, replace(second, follows=True)]

    def _resume(self, row: RailRow) -> Band | None:
        """Return what stands on top of the next page where the row goes on there."""
        if not row.continued:
            return None
        space = self.setter.theme.space(_PADDING)
        time = set_text(self.setter, _time(row), Role.BODY, self.time)
        title = set_text(self.setter, Run(row.continued, grey=True), Role.BODY, self.width - self.text)
        return beside(
            [Slot(x=0.0, fragment=time), Slot(x=self.text, fragment=title)],
            self.width,
            above=space,
            bar=(self.text - BAR - self.setter.theme.space(_BESIDE_BAR), row.colour),
        )

    def _slots(self, row: RailRow) -> list[Slot]:
        # One name for the whole row: the time.
        time = set_text(self.setter, _time(row), Role.BODY, self.time)
        slots = [
            Slot(x=0.0, fragment=time, node=cell(Scope.ROW if self.place_width else Scope.NONE)),
            Slot(x=self.text, fragment=self._what(row), node=cell()),
        ]
        if self.place_width:
            place = set_text(self.setter, row.place, Role.BODY, self.place_width)
            slots.append(Slot(x=self.place, fragment=place, node=cell()))
        return slots

    def _what(self, row: RailRow) -> Fragment:
        title = Run(row.title, grey=True) if row.quiet else Run(row.title, strong=True)
        return Titled(title=title, notes=(row.detail,), flows=row.flows).lay_out(self.setter, self.text_width)

    def _below(self, row: RailRow) -> Slot:
        width = self.width - self.text
        fragment = stacked([self._beside_place(flow, width) for flow in row.below])
        return Slot(x=self.text, fragment=fragment, node=cell(columns=self._columns))

    def _beside_place(self, flow: Flow, width: float) -> Fragment:
        if isinstance(flow, Choices):
            return flow.lay_out_beside(self.setter, width, self.place_width)
        return lay_in_flow(self.setter, flow, width)


def _placed(setter: Typesetter, rows: Sequence[RailRow], header: Sequence[str], width: float) -> _Rail:
    gap = setter.theme.space(1)
    time = _widest(setter, [_time(row) for row in rows], header[0])
    text = time + gap + BAR + setter.theme.space(_BESIDE_BAR)
    place_width = 0.0
    if header[2]:
        places = [content for row in rows for content in (row.place, *_notes(row))]
        place_width = min(_widest(setter, places, header[2]), width * _WIDEST_PLACE)
    place = width - place_width
    return _Rail(
        setter=setter,
        width=width,
        time=time,
        text=text,
        text_width=place - text - (gap if place_width else 0.0),
        place=place,
        place_width=place_width,
    )


def _notes(row: RailRow) -> list[str]:
    """Return what stands in the column of places below a row: the notes of choices that have a line each."""
    lists = [flow.choices for flow in row.below if isinstance(flow, Choices)]
    return [choice.note for choices in lists if len(choices) > MOST_BESIDE for choice in choices]


def _widest(setter: Typesetter, contents: Sequence[Content], title: str) -> float:
    widths = (setter.natural_width(content, Role.BODY) for content in contents)
    return max([setter.natural_width(title, Role.LABEL), *widths]) + 0.1


def _time(row: RailRow) -> Content:
    start = Run(row.start, strong=True)
    return (start, Run(f"–{row.end}", grey=True)) if row.end else start
