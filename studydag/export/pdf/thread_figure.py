"""The thread from needs to measures as a drawing on paper, with all that it shows in words for who can't see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from studydag.export.names import Names
from studydag.export.typeset.colour import WHITE, Colour
from studydag.export.typeset.pictures import Figure, Sketch
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import GREY, HAIRLINE, INK, OUTLINE, SURFACE, Role, phase_colour, tint
from studydag.model.rules.threads.thread import thread
from studydag.model.rules.threads.thread_picture import Box, Sizes, ThreadPicture, picture
from studydag.model.rules.threads.thread_web import KINDS, Web, web_of
from studydag.model.rules.time.schedule import Schedule
from studydag.model.rules.written.goal_sentences import without_opening
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Goal, Need
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference, reference_to
from studydag.model.values.study_day import StudyDay

WIDE_MM: Final = 174.0
HIGH_MM: Final = 236.0
"""The most that stands on a page below its heading."""
PLEASANT_MM: Final = 165.0
"""What leaves room on the page for what comes after it."""
HEAD_MM: Final = 7.0
_ACROSS: Final = 8.5
_DOWN: Final = 2.2
_CLOSE: Final = 0.8
_LANE: Final = 2.0
_LINE: Final = 4.25
_INSET: Final = 1.6
_BAR: Final = 1.1
_MOST_LINES: Final = 3


@dataclass(frozen=True)
class ThreadDrawing:
    """The thread of a study day; what is confidential must have been left out of it."""

    day: StudyDay
    names: Names
    times: Schedule

    @cached_property
    def web(self) -> Web:
        """What is linked with what."""
        return web_of(self.day, thread(self.day, self.times))

    @cached_property
    def _things(self) -> Mapping[Reference, Any]:
        day = self.day
        lists: tuple[Iterable[Any], ...] = (day.needs, day.goals, day.blocks, day.actions, day.measures)
        return {reference_to(thing): thing for things in lists for thing in things}

    @cached_property
    def _numbers(self) -> Mapping[Reference, int]:
        return {reference_to(goal): number for number, goal in enumerate(self.day.goals, start=1)}

    def figure(self) -> Figure | None:
        """Return the drawing; None where nothing is linked, or where it would fit on no page."""
        found = self._fitting()
        if found is None:
            return None
        web, laid, lines = found
        high = laid.height + HEAD_MM
        return Figure(
            mm=(WIDE_MM, high),
            drawn=lambda sketch: self._draw(sketch, web, laid, lines),
            alternative=self.in_words(web),
        )

    def _fitting(self) -> tuple[Web, ThreadPicture, int] | None:
        """Return the fullest web that fits on a page, laid out, with how many lines of text each knot has."""
        if not self.web.links:
            return None
        for web in (self.web, _linked_only(self.web)):
            laid = {lines: picture(web, _sizes(lines)) for lines in range(_MOST_LINES, 0, -1)}
            for most in (PLEASANT_MM, HIGH_MM):
                found = next((lines for lines, each in laid.items() if each.height + HEAD_MM <= most), None)
                if found is not None:
                    return web, laid[found], found
        return None

    def _draw(self, sketch: Sketch, web: Web, laid: ThreadPicture, lines: int) -> None:
        wide = _sizes(lines).width
        for number, kind in enumerate(KINDS):
            heading = self.names.language.capitalised(self.names.language.kind(kind, 2))
            left = number * (wide + _ACROSS)
            sketch.text(heading, (left, 0.0), wide + _ACROSS, role=Role.LABEL)
        for curve in laid.curves:
            start = (curve.start[0], curve.start[1] + HEAD_MM)
            stretches = [tuple((x, y + HEAD_MM) for x, y in stretch) for stretch in curve.stretches]
            sketch.curve(start, [(a, b, c) for a, b, c in stretches], OUTLINE, 0.25)
        for reference, box in laid.boxes.items():
            self._draw_knot(sketch, box, web.knots[reference].is_loose, lines)

    def _draw_knot(self, sketch: Sketch, box: Box, is_loose: bool, lines: int) -> None:
        corner, size = (box.left, box.top + HEAD_MM), (box.width, box.height)
        colour = self._colour(box.reference)
        surface = WHITE if is_loose else tint(colour) if box.reference[0] == "block" else SURFACE
        sketch.rectangle(corner, size, fill=surface, stroke=HAIRLINE if not is_loose else GREY, radius=0.8)
        sketch.rectangle(corner, (_BAR, box.height), fill=colour, radius=0.0)
        words = self._on_knot(box.reference)
        left = box.left + _BAR + _INSET * 0.7
        top = corner[1] + (box.height - lines * _LINE) / 2
        sketch.text(words, (left, top), box.width - _BAR - _INSET, role=Role.KNOT, lines=lines)

    def _colour(self, reference: Reference) -> Colour:
        thing = self._things.get(reference)
        if isinstance(thing, Block):
            return phase_colour(thing.phase)
        return INK if isinstance(thing, Goal) else GREY

    def _on_knot(self, reference: Reference) -> tuple[Run | str, ...]:
        title = self.title(reference)
        if reference[0] == "goal":
            return (Run(f"{self.short(reference)}  ", strong=True), without_opening(title))
        return (title,)

    # -- words

    def short(self, reference: Reference) -> str:
        """Return the number of a goal, such as G2; nothing for others."""
        number = self._numbers.get(reference)
        return self.names.language.gettext("G{n}").replace("{n}", str(number)) if number is not None else ""

    def title(self, reference: Reference) -> str:
        """Return what a thing is called, in one line."""
        match self._things.get(reference):
            case Need(statement=text) | Goal(sentence=text) | Action(what=text):
                found = text
            case Measure() as measure:
                found = measure.title or ", ".join(map(self.names.language.member, measure.instruments))
            case Block() as block:
                found = self.names.title_inside(block)
            case _:
                found = ""
        return " ".join(found.split()) or self.names.language.gettext("No title yet")

    def in_words(self, web: Web) -> str:
        """Return all that the drawing shows: how much there is of each kind, and what is linked with what."""
        language = self.names.language
        counts = [
            f"{len(column)} {language.kind(kind, len(column))}"
            for kind, column in zip(KINDS, web.columns, strict=True)
            if column
        ]
        said = [f"{language.gettext('The thread as a picture')}: {language.list(counts)}."]
        for column in web.columns:
            for knot in column:
                after = web.after(knot.reference)
                if after:
                    leads = language.list([self._called(each) for each in after])
                    text = language.gettext("{what} leads to {others}.").replace("{what}", self._called(knot.reference))
                    said.append(text.replace("{others}", leads))
        loose = [self._called(knot.reference) for knot in web.loose]
        if loose:
            said.append(language.gettext("Loose: {names}.").replace("{names}", language.list(loose)))
        return " ".join(said)

    def _called(self, reference: Reference) -> str:
        kind = self.names.language.kind(reference[0])
        return " ".join(filter(None, (kind, self.short(reference), self.names.language.quoted(self.title(reference)))))


def _sizes(lines: int) -> Sizes:
    count = len(KINDS)
    width = (WIDE_MM - _ACROSS * (count - 1)) / count
    return Sizes(
        width=width, height=lines * _LINE + _INSET, across=_ACROSS, down=_DOWN if lines > 1 else _CLOSE, lane=_LANE
    )


def _linked_only(web: Web) -> Web:
    """Return the web without what is linked with nothing."""
    linked = {end for link in web.links for end in link}
    columns = tuple(tuple(knot for knot in column if knot.reference in linked) for column in web.columns)
    return replace(web, columns=columns)
