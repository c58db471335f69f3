"""The poster for the hall: the day at a glance, drawn to scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.letterhead import dates_line, part_heading
from studydag.export.typeset.colour import Colour
from studydag.export.typeset.fitted import Fitted
from studydag.export.typeset.flowables import PageBreak, Space
from studydag.export.typeset.layout import Band, Fragment, Lines, Nothing, Slot, beside, listed, stacked
from studydag.export.typeset.page import A3
from studydag.export.typeset.structure import Node
from studydag.export.typeset.text import Content, Run
from studydag.export.typeset.theme import HAIRLINE, MARGIN, MM, Role, phase_colour
from studydag.export.typeset.typesetting import Element, Typesetter
from studydag.language import Language
from studydag.model.rules.time.schedule import PartSchedule
from studydag.model.rules.time.schedule import Slot as Stretch
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

HIGH_MM: Final = 420.0 - 2 * MARGIN / MM
"""How much a page holds between its margins."""
TIME_MM: Final = 46.0
BAR_WIDTH: Final = 10.0
MOST_OPTIONS: Final = 12
MOST_NAMED: Final = 60
MOST_ROWS: Final = 30
FACTORS: Final = (1.6, 1.4, 1.2, 1.0, 0.9, 0.8, 0.7, 0.6)
"""How much larger or smaller than usual the letters may be."""
ON_MORE_PAGES: Final = 0.9
ROOMY: Final = 0.8
"""In smaller letters than this a block says on one line where it is."""
AIRY: Final = 0.5
"""Letters are larger than usual only where they then take no more than this share of the page."""
SMALLEST_TITLE: Final = 0.6
"""How much smaller than usual a title may become: never as small as what stands below it."""
LONG: Final = 160
"""In characters: a text that is longer takes so many lines as `MOST_LINES`, rather than the smallest letters."""
MOST_LINES: Final = 12
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
BULLET: Final = "•  "
LEAST: Final = 10.0
"""In points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRow:
    """A stretch of so many minutes, as large as it lasts; `lines` stand under its title, and below them a list."""

    minutes: int
    time: str
    title: str
    lines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    colour: Colour
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRail(Element):
    """Rows whose heights are as their minutes, in `mm` together; a row that says more than that holds is higher.

    The letters are larger where few rows leave much room, and smaller where more must share the page than fit on it.
    """

    rows: tuple[ScaleRow, ...]
    mm: float

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        room = self.mm * MM
        said = self._said(setter, width, room)
        heights = _heights([each.height for each in said], [row.minutes for row in self.rows], room)
        bands = [_as_high_as(each, height) for each, height in zip(said, heights, strict=True)]
        return listed("None", bands)

    def _said(self, setter: Typesetter, width: float, room: float) -> list[Band]:
        """Return the rows in letters in which they fit; where they fit in none, in letters for more than one page."""
        for factor in FACTORS:
            said = [self._words(setter, row, width, factor) for row in self.rows]
            if sum(each.height for each in said) <= (room * AIRY if factor > 1 else room):
                return said
        return [self._words(setter, row, width, ON_MORE_PAGES) for row in self.rows]

    def _words(self, setter: Typesetter, row: ScaleRow, width: float, factor: float) -> Band:
        setter.proof.go_on()
        gap = setter.theme.space(0.5)
        times = TIME_MM * MM * factor
        text = times + BAR_WIDTH + 2.5 * gap
        room = width - text
        small = max(14 * min(1.0, factor), SMALLEST_TITLE * 28 * factor)
        time = Fitted(content=Run(row.time, strong=not row.quiet), points=24 * factor, least=small, lines=1)
        title, lines = Run(row.title, strong=not row.quiet), row.lines
        content: Content = title
        if factor < ROOMY and lines:
            content, lines = (title, Run(f" – {lines[0]}")), lines[1:]
        parts: list[Element] = [Fitted(content=content, points=28 * factor, least=small, lines=2)]
        smaller, least = max(LEAST, 17 * factor), max(LEAST, 12 * min(1.0, factor))
        parts += [_line(line, smaller, least) for line in lines]
        body = Node("LBody")
        laid_out = [replace(part.lay_out(setter, room), after=0.0) for part in parts]
        items = [_item(setter, _line(item, smaller, least), room) for item in row.items]
        said = stacked([*laid_out, listed("Disc", items)] if items else laid_out)
        return beside(
            (
                Slot(x=0.0, fragment=replace(time.lay_out(setter, times), after=0.0), node=body),
                Slot(x=text, fragment=said or Nothing(), node=body),
            ),
            width,
            node=Node("LI"),
            above=gap / 2,
            below=gap / 2,
            rule=HAIRLINE,
            bar=(times + gap, row.colour),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Element):
    """A page of the poster: what stands on top, and below it the rail, which takes the rest of the page."""

    head: tuple[Element, ...]
    rows: tuple[ScaleRow, ...]

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        head = stacked([element.lay_out(setter, width) for element in self.head])
        rest = HIGH_MM - (head.height + head.after) / MM
        return stacked([head, ScaleRail(rows=self.rows, mm=rest).lay_out(setter, width)])


def _line(text: str, points: float, least: float) -> Fitted:
    return Fitted(content=text, points=points, least=least, lines=2 if len(text) < LONG else MOST_LINES)


def _item(setter: Typesetter, line: Fitted, room: float) -> Band:
    """Return a line of a list, behind a bullet in letters as large as its own."""
    bullet = Run(BULLET)
    indent = setter.natural_width(bullet, Role.BODY) * line.points / setter.style(Role.BODY).size
    said = line.lay_out(setter, room - indent)
    size = said.style.size if isinstance(said, Lines) else line.points
    mark = Fitted(content=bullet, points=size, least=size, lines=1).lay_out(setter, indent)
    return beside(
        (
            Slot(x=0.0, fragment=replace(mark, after=0.0), node=Node("Lbl")),
            Slot(x=indent, fragment=replace(said, after=0.0), node=Node("LBody")),
        ),
        room,
        node=Node("LI"),
    )


def _as_high_as(band: Band, height: float) -> Band:
    more = height - band.height
    return replace(band, height=height, below=band.below + more, bar_beyond=more, bar_width=BAR_WIDTH)


def _heights(least: Sequence[float], minutes: Sequence[int], room: float) -> list[float]:
    """Return heights as near to scale as the words allow, which fill the room where they fit in it."""
    low, high = 0.0, room
    for _ in range(40):
        scale = (low + high) / 2
        if sum(max(each, scale * lasts) for each, lasts in zip(least, minutes, strict=True)) > room:
            high = scale
        else:
            low = scale
    return [max(each, low * lasts) for each, lasts in zip(least, minutes, strict=True)]


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the poster as a PDF on A3, a page for each part."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Poster"))
    return commission.finished(_Poster(commission).story(), paper=A3)


class _Poster(Story):
    """The story of one poster."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        pages = [
            (part, slots[start : start + MOST_ROWS])
            for part in self._commission.parts
            for slots in [[slot for slot in part.slots if not slot.block.cancelled]]
            for start in range(0, len(slots), MOST_ROWS)
        ]
        if not pages:
            yield from self._head(None)
            said = self._language.gettext("There is nothing in the programme yet.")
            self._commission.letterhead.nothing(said)
            yield Fitted(content=said, points=24, least=14)
        for number, (part, slots) in enumerate(pages):
            if number:
                yield PageBreak()
            yield Sheet(head=tuple(self._head(part)), rows=tuple(self._row(slot) for slot in slots))

    def _head(self, part: PartSchedule | None) -> Iterator[Element]:
        school = self._commission.setting.school.name
        several = part is not None and len(self._commission.parts) > 1
        when = dates_line(self._commission.parts, self._language)
        about = part_heading(part, self._language) if part is not None and several else self._language.capitalised(when)
        yield Fitted(content=Run(school, grey=True), points=18, least=12, lines=1)
        title = self._commission.letterhead.title
        yield Fitted(content=title, points=48, least=22, lines=2, role=Role.TITLE, heading=1)
        yield Fitted(content=about, points=22, least=14, lines=1)
        question = self._day.learning_question if self._choices.on("question") else ""
        yield Fitted(content=Run(question, italic=True), points=20, least=12, lines=2)
        yield Space(beats=2)

    def _row(self, slot: Stretch) -> ScaleRow:
        block = slot.block
        phase = "" if block.phase is Phase.BREAK else self._names.phase(block)
        about = " · ".join(text for text in (phase, self._where(block)) if text)
        lines = [about] if about else []
        items: tuple[str, ...] = ()
        options = [option for option in slot.options if not option.block.cancelled]
        if len(options) <= MOST_OPTIONS:
            items = tuple(self._named(option, slot) for option in options)
        elif len(options) <= MOST_NAMED:
            # Too many for a line each, but whoever stands before it looks for a room.
            lines.append(f"{NO_BREAK}· ".join(self._named(each, slot).replace(" ", NO_BREAK) for each in options))
        else:
            text = self._language.ngettext("choice of {n}", "choice of {n}", len(options))
            lines.append(text.replace("{n}", str(len(options))))
        return ScaleRow(
            minutes=slot.minutes,
            time=self._commission.hours(slot),
            title=self._names.title(block),
            lines=tuple(lines),
            items=items,
            colour=phase_colour(block.phase),
            quiet=block.phase is Phase.BREAK,
        )

    def _named(self, option: Stretch, round_: Stretch) -> str:
        where, title = self._where(option.block), self._names.title(option.block)
        named = f"{title} – {where}" if where else title
        hours = self._names.own_hours(option, round_)
        return f"{hours} {named}" if hours else named

    def _where(self, block: Block) -> str:
        room = self._names.place(block) if self._choices.on("rooms") else ""
        return " · ".join(text for text in (room, self._names.online(block)) if text)
