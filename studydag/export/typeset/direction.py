"""The order in which a line is drawn where some of its words are read from right to left."""

from __future__ import annotations

from collections.abc import Sequence

from studydag.export.typeset.fonts import OTHER_FACES, advance, drawable_elsewhere
from studydag.export.typeset.scripts import has_latin_order, runs_from_right, turned
from studydag.export.typeset.text import Line, Piece


def as_drawn(lines: tuple[Line, ...], size: float) -> tuple[Line, ...]:
    """Return lines in the order in which they are drawn, at a size in points; nearly all are so already.

    Words that follow each other are one piece then, which is spoken in the order in which it is read. A text without
    any letter that is read from left to right is turned round as a whole.
    """
    pieces = [piece for line in lines for piece in line.pieces if piece.spoken]
    if not any(map(_runs_from_right, pieces)):
        return lines
    alone = not any(has_latin_order(piece.spoken or piece.text) for line in lines for piece in line.pieces)
    return tuple(_line_as_drawn(line, size, alone=alone) for line in lines)


def _line_as_drawn(line: Line, size: float, *, alone: bool) -> Line:
    pieces = list(line.pieces)
    ending = [pieces.pop()] if pieces and not pieces[-1].text.strip() else []
    done: list[Piece] = []
    while pieces:
        length = len(pieces) if alone else _run_length(pieces)
        done += _turned(pieces[:length]) if length else pieces[:1]
        pieces = pieces[max(length, 1) :]
    width = sum(advance(piece.face, piece.text) for piece in done) * size
    return Line((*done, *ending), width)


def _run_length(pieces: Sequence[Piece]) -> int:
    """Return how many pieces belong to the words from right to left that begin here, with what is between them."""
    length = 0
    for number, piece in enumerate(pieces, start=1):
        if _runs_from_right(piece):
            length = number
        elif not length or has_latin_order(piece.spoken or piece.text):
            break
    return length


def _turned(run: Sequence[Piece]) -> list[Piece]:
    shown = [piece.text if _runs_from_right(piece) else turned(piece.text) for piece in run][::-1]
    first = next((piece for piece in run if _runs_from_right(piece)), run[0])
    is_one = {piece.href for piece in run} == {first.href} and set("".join(shown)) <= drawable_elsewhere()
    if not is_one:
        return [piece._replace(text=text) for piece, text in zip(reversed(run), shown, strict=True)]
    return [first._replace(text="".join(shown), spoken="".join(piece.spoken or piece.text for piece in run))]


def _runs_from_right(piece: Piece) -> bool:
    return piece.face in OTHER_FACES and runs_from_right(piece.spoken)
