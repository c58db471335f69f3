"""Text for paper: plain strings in, wrapped lines out. Nothing in a string is ever read as markup."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from studydag.export.typeset.colour import Colour
from studydag.export.typeset.fonts import OTHER_FACES, advance, drawable, drawable_elsewhere
from studydag.export.typeset.scripts import drawn
from studydag.export.typeset.whole_dates import is_day, is_one_date

MISSING: Final = "□"
"""Stands on paper where the font lacks a glyph."""

SOFT_HYPHEN: Final = "\u00ad"
_ZERO_WIDTH_SPACE: Final = "\u200b"
_JOINER: Final = "\u200d"
_NON_JOINER: Final = "\u200c"
_BREAKS: Final = frozenset(("\n", SOFT_HYPHEN, _ZERO_WIDTH_SPACE))

_LINE_ENDS: Final = dict.fromkeys("\v\f\r\u0085\u2028\u2029", "\n")
# No-break spaces aren't among them: they stay as they are.
_SPACES: Final = dict.fromkeys("\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " ")
_PLAIN_WHITESPACE: Final = str.maketrans(_LINE_ENDS | _SPACES)

# Skin tones, selectors and the like belong to the character before them.
_FOLLOWER: Final = re.compile(
    "[\u0300-\u036f\u200d\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_FLAG_LETTER: Final = re.compile("[\U0001f1e6-\U0001f1ff]")

# Armenian, Hebrew and Arabic, Georgian; whether the letters themselves can be drawn is another question.
_OTHER: Final = "\u0531-\u058a\u0591-\u06ff\u0750-\u077f\u10a0-\u10ff\ufb13-\ufdff\ufe70-\ufefc"
_OTHER_WORD: Final = re.compile(f"[{_OTHER}](?:[{_OTHER}\u200c\u200d]*[{_OTHER}])?")

# A word, and what parts it from the next: spaces, the end of a line, or a place where a line may end.
_WORD: Final = re.compile(f"([^ \n{SOFT_HYPHEN}{_ZERO_WIDTH_SPACE}]*)( +|\n|{SOFT_HYPHEN}|{_ZERO_WIDTH_SPACE}|$)")
# A line may end after a hyphen, dash or slash between letters; 1/2 and 08:30–09:00 stay whole.
_INNER_BREAK: Final = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")

# A date that would take more than this share of a line is broken where it must.
_MOST_OF_A_LINE: Final = 0.6

# In a line of fewer sizes than this a hyphen would cost more than it says.
_HYPHENS_ABOVE: Final = 4.0

_ADDRESS: Final = re.compile(r"[./:@_\\]\w")

_TOLERANCE: Final = 0.01
_ENDLESS: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; `href` makes it a link to a web, mail or phone address."""

    text: str
    strong: bool = False
    italic: bool = False
    grey: bool = False
    href: str = ""


Content: TypeAlias = str | Run | tuple[str | Run, ...]
"""What a heading, a paragraph or a cell of a table says."""


def link_below(link: str) -> tuple[str | Run, ...]:
    """Return a link on a line of its own, to stand behind other words; nothing for none."""
    return ("\n", Run(link, href=link)) if link else ()


def with_address(what: str, link: str, *behind: str | Run) -> tuple[str | Run, ...]:
    """Return what there is to read, and where, so that it can be found from paper too (R065); a bare link is both."""
    return (what, *behind, *link_below(link)) if what != link else (Run(link, href=link), *behind)


class Piece(NamedTuple):
    """Text in one face and colour. Where `text` is the mark for a missing glyph, `spoken` is what it stands for."""

    text: str
    face: str
    colour: Colour
    href: str = ""
    spoken: str = ""


class Line(NamedTuple):
    """A line as it is drawn, with its width in points without the space that ends it."""

    pieces: tuple[Piece, ...]
    width: float


def legible(text: str) -> tuple[tuple[str, str], ...]:
    """Return the text in stretches that can be drawn, each with what a missing glyph stands for (mostly nothing).

    Line ends become line feeds, other white space a space; letters and accents are joined; characters that show
    nothing are dropped. What the font lacks becomes `MISSING`, one for what a reader sees as one character.
    """
    if text.isascii() and text.isprintable():
        return ((text, ""),)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_PLAIN_WHITESPACE)
    if set(text) - _BREAKS <= drawable():
        return ((text, ""),)
    return tuple(_stretches(text))


def character_names(cluster: str) -> str:
    """Return the Unicode names and numbers of the characters, as in `PARTY POPPER (U+1F389)`."""
    return " + ".join(f"{unicodedata.name(char, 'unnamed')} (U+{ord(char):04X})" for char in cluster)


def single_line(text: str) -> str:
    """Return the text without line ends, doubled spaces and characters that show nothing: a title, a spoken name."""
    return " ".join("".join(char if char.isprintable() or char.isspace() else "" for char in text).split())


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a longer text, which empty lines part."""
    parts = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(part.strip() for part in parts if part.strip())


def wrap(pieces: Sequence[Piece], width: float, size: float) -> tuple[Line, ...]:
    """Break text of a size in points into lines of at most `width` points.

    A word that is wider than a line is broken wherever it must; the rest breaks at spaces, hyphens and soft hyphens.
    Each line that goes on ends in a space, so that copied and spoken text keeps its words apart.
    """
    if not any(piece.text.strip() for piece in pieces):
        return (Line((), 0.0),)
    natural = _width_in_one(pieces, size)
    if natural <= width + _TOLERANCE:
        return (Line(_marks_joined(pieces), natural),)
    lines = _wrap_plain(pieces[0], width + _TOLERANCE, size) if len(pieces) == 1 else ()
    return lines or _fill(_words(pieces, size), width, size)


def wrap_evenly(pieces: Sequence[Piece], width: float, size: float) -> tuple[Line, ...]:
    """Break text into as few lines as `wrap`, of about equal length: for titles."""
    lines = wrap(pieces, width, size)
    if not 1 < len(lines) <= 4 or any("\n" in piece.text for piece in pieces):
        return lines
    words = tuple(_words(pieces, size))
    low, high = max(word.width for word in words), width
    while high - low > 2:
        middle = (low + high) / 2
        narrower = _fill(words, middle, size)
        if len(narrower) > len(lines):
            low = middle
        else:
            high, lines = middle, narrower
    return lines


def natural_width(pieces: Sequence[Piece], size: float) -> float:
    """Return the width in points that the text needs to stand on the lines it was written in."""
    natural = _width_in_one(pieces, size)
    if natural < _ENDLESS:
        return natural
    return max(line.width for line in _fill(_words(pieces, size), _ENDLESS, size))


def _width_in_one(pieces: Sequence[Piece], size: float) -> float:
    """Return the width of text on one line; endless where the text itself asks for more lines."""
    natural = 0.0
    for piece in pieces:
        if not _BREAKS.isdisjoint(piece.text):
            return _ENDLESS
        natural += advance(piece.face, piece.text)
    return natural * size


def _stretches(text: str) -> Iterator[tuple[str, str]]:
    for is_other, part in _by_script(text):
        if is_other:
            yield drawn(part), part
        else:
            yield from _with_marks(part)


def _by_script(text: str) -> Iterator[tuple[bool, str]]:
    """Give words in the letters of another script that can be drawn, and what stands between them."""
    start = 0
    for match in _OTHER_WORD.finditer(text):
        word = match.group()
        if set(word) - {_NON_JOINER, _JOINER} <= drawable_elsewhere():
            if match.start() > start:
                yield False, text[start : match.start()]
            yield True, word
            start = match.end()
    if start < len(text):
        yield False, text[start:]


def _with_marks(text: str) -> Iterator[tuple[str, str]]:
    shown = cluster = ""
    for char in text:
        if cluster and _continues(cluster, char):
            cluster += char
            continue
        if cluster:
            yield MISSING, cluster
            cluster = ""
        if char in _BREAKS or char in drawable():
            shown += char
        elif unicodedata.category(char) not in {"Cc", "Cf"} and not _FOLLOWER.match(char):
            if shown:
                yield shown, ""
            shown, cluster = "", char
    if cluster:
        yield MISSING, cluster
    if shown:
        yield shown, ""


def _continues(cluster: str, char: str) -> bool:
    if cluster.endswith(_JOINER) or _FOLLOWER.match(char):
        return True
    return len(cluster) == 1 and bool(_FLAG_LETTER.match(cluster) and _FLAG_LETTER.match(char))


_ENDINGS: Final = {" ": " ", "\n": " ", SOFT_HYPHEN: SOFT_HYPHEN}
"""What a line ends in, by the gap that it ends at."""


def _wrap_plain(piece: Piece, width: float, size: float) -> tuple[Line, ...]:
    """Do what `_fill` does, ten times as fast, for text that breaks at spaces and line ends only; else return ()."""
    if SOFT_HYPHEN in piece.text or _ZERO_WIDTH_SPACE in piece.text:
        return ()
    lines: list[Line] = []
    texts = piece.text.removesuffix("\n").split("\n")
    for number, text in enumerate(texts, start=1):
        words = _with_dates(text.strip(" ").split(" "), piece.face, width / size)
        broken = _plain_lines(piece, words, width, size, "" if number == len(texts) else " ")
        if not broken:
            return ()
        lines += broken
    return tuple(lines)


def _with_dates(words: list[str], face: str, width: float) -> list[str]:
    """Return the words with those of a date as one, where that leaves room for others in a width in sizes."""
    if not any(is_day(word) for word in words):
        return words
    joined: list[str] = []
    for word in words:
        last = joined[-1] if joined else ""
        both = f"{last} {word}"
        if last and is_one_date(last, word) and advance(face, both) <= width * _MOST_OF_A_LINE:
            joined[-1] = both
        else:
            joined.append(word)
    return joined


def _plain_lines(piece: Piece, words: list[str], width: float, size: float, ending: str) -> list[Line]:
    face, look = piece.face, piece[1:]
    space = advance(face, " ") * size
    lines: list[Line] = []
    start, used = 0, -space
    for index, word in enumerate(words):
        wide = advance(face, word) * size
        if used + space + wide <= width:
            used += space + wide
            continue
        if wide > width or _INNER_BREAK.search(word):
            return []
        lines.append(Line((Piece(" ".join(words[start:index]) + " ", *look),), used))
        start, used = index, wide
    rest = " ".join(words[start:])
    lines.append(Line((Piece(rest + ending, *look),), used) if rest else Line((), 0.0))
    return lines


class _Word(NamedTuple):
    bits: tuple[tuple[str, Piece], ...]
    width: float
    gap: str = ""
    gap_width: float = 0.0
    # The piece that the gap stands in.
    source: Piece | None = None


def _words(pieces: Iterable[Piece], size: float) -> Iterator[_Word]:
    bits: list[tuple[str, Piece]] = []
    width = 0.0
    for piece in pieces:
        for match in _WORD.finditer(piece.text):
            word, gap = match.groups()
            *starts, last = _INNER_BREAK.split(word) if len(word) > 3 else (word,)
            for part in starts:
                yield _Word((*bits, (part, piece)), width + advance(piece.face, part) * size)
                bits, width = [], 0.0
            if last:
                bits.append((last, piece))
                width += advance(piece.face, last) * size
            if gap:
                gap_width = advance(piece.face, gap) * size if gap[0] == " " else 0.0
                yield _Word(tuple(bits), width, gap, gap_width, piece)
                bits, width = [], 0.0
    if bits:
        yield _Word(tuple(bits), width)


def _fill(words: Iterable[_Word], width: float, size: float) -> tuple[Line, ...]:
    filler = _Filler(width + _TOLERANCE, size)
    for word in _dates_joined(words, width):
        filler.add(word)
    return filler.finished()


def _dates_joined(words: Iterable[_Word], width: float) -> Iterator[_Word]:
    held: _Word | None = None
    text = ""
    for word in words:
        follows = "".join(bit for bit, _piece in word.bits)
        if held is not None and held.source is not None and held.gap == " " and is_one_date(text, follows):
            wide = held.width + held.gap_width + word.width
            if wide <= width * _MOST_OF_A_LINE:
                bits = (*held.bits, (" ", held.source), *word.bits)
                held, text = word._replace(bits=bits, width=wide), f"{text} {follows}"
                continue
        if held is not None:
            yield held
        held, text = word, follows
    if held is not None:
        yield held


class _Filler:
    """Fills one line after the other with words, as many as go."""

    def __init__(self, width: float, size: float) -> None:
        self._width = width
        self._size = size
        self._lines: list[Line] = []
        self._bits: list[tuple[str, Piece]] = []
        self._used = 0.0
        self._last: _Word | None = None

    def add(self, word: _Word) -> None:
        gap_width = self._last.gap_width if self._last else 0.0
        if self._bits and self._used + gap_width + word.width > self._width:
            self._end_line()
        elif self._bits and self._last and self._last.source and self._last.gap[0] == " ":
            self._bits.append((self._last.gap, self._last.source))
            self._used += gap_width
        if word.width > self._width:
            self._break_up(word)
        else:
            self._bits.extend(word.bits)
            self._used += word.width
        self._last = word
        if word.gap == "\n":
            self._end_line()

    def finished(self) -> tuple[Line, ...]:
        if self._bits or not self._lines:
            self._last = None
            self._end_line()
        return tuple(self._lines)

    def _end_line(self) -> None:
        last = self._last
        ending = _ENDINGS.get(last.gap[:1], "") if last else ""
        if last and last.source and ending and self._bits:
            self._bits.append((ending, last.source))
        self._lines.append(Line(_joined(self._bits), self._used))
        self._bits, self._used, self._last = [], 0.0, None

    def _break_up(self, word: _Word) -> None:
        self._last = None
        # In an address a hyphen would be read as part of it.
        is_word = _ADDRESS.search("".join(text for text, _piece in word.bits)) is None
        hyphenates, before = is_word and self._width > _HYPHENS_ABOVE * self._size, ""
        for text, piece in word.bits:
            start = 0
            for index, char in enumerate(text):
                wide = advance(piece.face, char) * self._size
                parts = hyphenates and before.isalpha() and char.isalpha()
                hyphen = advance(piece.face, SOFT_HYPHEN) * self._size if parts else 0.0
                wider = self._used + wide
                if wider + hyphen > self._width and (self._bits or index > start) and not unicodedata.combining(char):
                    self._bits.append((text[start:index] + (SOFT_HYPHEN if parts else ""), piece))
                    self._used += hyphen
                    self._end_line()
                    start, wider = index, wide
                self._used, before = wider, char
            self._bits.append((text[start:], piece))


def _joined(bits: list[tuple[str, Piece]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    texts: list[str] = []
    for index, (text, piece) in enumerate(bits):
        texts.append(text)
        following = bits[index + 1][1] if index + 1 < len(bits) else None
        if following is piece and not piece.spoken:
            continue
        if any(texts):
            pieces.append(Piece("".join(texts), *piece[1:]))
        texts = []
    return _marks_joined(pieces)


def _marks_joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    if not any(piece.spoken for piece in pieces):
        return tuple(pieces)
    joined: list[Piece] = []
    for piece in pieces:
        previous = joined[-1] if joined else None
        are_marks = bool(previous and previous.spoken and piece.spoken and piece.face not in OTHER_FACES)
        if previous and are_marks and previous[1:4] == piece[1:4]:
            joined[-1] = piece._replace(text=previous.text + piece.text, spoken=previous.spoken + piece.spoken)
        else:
            joined.append(piece)
    return tuple(joined)
