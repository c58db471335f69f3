"""What was found as a drawing: how often each step was given, with the means before and after and the target below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from studydag.export.typeset.colour import Colour
from studydag.export.typeset.pictures import Figure, Sketch
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.theme import OUTLINE, SURFACE, Role
from studydag.model.rules.effect.results import Comparison

WIDE: Final = 110.0
COLUMNS: Final = 9.0
"""Height of the columns above the scale, in millimetres."""
LABEL: Final = 4.4
BAR: Final = 3.2
LINE: Final = 5.6
NAMED: Final = 58.0
"""Of choices: height of a bar and of its line, and the width of the names, in millimetres."""
MARK: Final = 1.5
TARGET: Final = Colour.from_hex("#1B6E4B")


def comparison_chart(found: Comparison, scale: tuple[float, float], words: str) -> Figure:
    """Return the drawing of one comparison; `words` say the same for those who don't see it."""
    low, high = scale
    most = int(high - low) + 1
    counts = [() if each is None else each.distribution[:most] for each in (found.baseline, found.result)]
    has_columns = any(any(each) for each in counts)
    top = COLUMNS + LABEL if has_columns else 0.0

    def x_of(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.0
        return 6.0 + min(max(share, 0.0), 1.0) * (WIDE - 12.0)

    def drawn(sketch: Sketch) -> None:
        accent = sketch.setter.theme.accent
        _draw_columns(sketch, counts, [x_of(low + place) for place in range(max(map(len, counts)))], accent)
        y = top + 2.2
        sketch.line((x_of(low), y), (x_of(high), y), OUTLINE, 0.3)
        for value in range(int(low), int(high) + 1) if has_columns else (low, high):
            sketch.text(f"{value:g}", (x_of(value) - 8, y + 1.6), 16, align=Align.CENTRE)
        means = [each.mean for each in (found.baseline, found.result) if each is not None and each.mean is not None]
        if len(means) == 2:
            sketch.line((x_of(means[0]), y), (x_of(means[1]), y), accent, 0.9)
        if found.target is not None:
            sketch.line((x_of(found.target), top), (x_of(found.target), y + 2), TARGET, 0.6)
        for result, fill in ((found.baseline, SURFACE), (found.result, accent)):
            if result is not None and result.mean is not None:
                corner = (x_of(result.mean) - MARK, y - MARK)
                sketch.rectangle(corner, (2 * MARK, 2 * MARK), fill=fill, stroke=accent, radius=MARK)

    return Figure(mm=(WIDE, top + 4.0 + LABEL), drawn=drawn, alternative=words)


def choice_chart(choices: Sequence[str], counts: Sequence[int], words: str) -> Figure:
    """Return a bar for each choice, with how often it was chosen."""
    lines = tuple(zip(choices, counts, strict=False))
    most = max((count for _, count in lines), default=0)

    def drawn(sketch: Sketch) -> None:
        accent = sketch.setter.theme.accent
        for place, (choice, count) in enumerate(lines):
            y = place * LINE
            sketch.text(choice, (0, y), NAMED)
            wide = (WIDE - NAMED - 10) * count / most if most else 0.0
            if wide:
                sketch.rectangle((NAMED, y + 0.8), (wide, BAR), fill=accent)
            sketch.text(str(count), (NAMED + wide + 1.5, y), 8)

    return Figure(mm=(WIDE, max(len(lines), 1) * LINE), drawn=drawn, alternative=words)


def _draw_columns(sketch: Sketch, counts: Sequence[Sequence[int]], places: Sequence[float], accent: Colour) -> None:
    shares = [[count / sum(each) if any(each) else 0.0 for count in each] for each in counts]
    most = max((share for each in shares for share in each), default=0.0)
    pair = all(any(each) for each in counts)
    wide = 6.0
    light = accent.mixed(Colour(255, 255, 255), 0.7)
    for second, (own, part) in enumerate(zip(counts, shares, strict=True)):
        for place, (count, share) in enumerate(zip(own, part, strict=True)):
            if not count:
                continue
            height = COLUMNS * share / most
            x = places[place] + ((second - 1) * wide if pair else -wide / 2)
            y = LABEL + COLUMNS - height
            sketch.rectangle((x, y), (wide, height), fill=light if second else SURFACE, stroke=accent)
            sketch.text(str(count), (x - 3, y - LABEL), wide + 6, align=Align.CENTRE, role=Role.NOTE)
