"""One way of writing for what looks the same: line ends, marks that nobody sees, letters in pieces, wide digits.

Every text and every cell goes through here before it is read. What a person sees is left as it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LINE_END: Final = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
"""What ends a line: also what Word writes for Shift+Enter, and what web pages and old systems have."""

_UNWANTED: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# Between two pictures or letters of these scripts a joiner makes one of them; elsewhere it is nothing.
_JOINED: Final = r"[\u0590-\u1fff\u2190-\u2bff\ufe0f\U00010000-\U0010ffff]"
_INVISIBLE: Final = re.compile(
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]"
    rf"|(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"
)
_APART: Final = re.compile(r"[^\W\d_][\u0300-\u036f]{1,20}")
_LONGEST: Final = 4_000
_SPACES: Final = re.compile(r"[^\S\n]+")
_ODD: Final = re.compile(r"[\uff01-\uff5e\u301c\u2010-\u2012\u2014\u2015\u2212]")
_ODD_DASH: Final = re.compile(
    r"(\d[:.hu]\d\d(?:\s?(?:uur|uhr|[uh]|[ap]\.?m\.?))?\s?)[\uff0d\uff5e\u301c\u2010-\u2012\u2014\u2015\u2212](?=\s?\d{1,2}[:.hu]\d\d)",
    re.IGNORECASE,
)
_WIDE_TIME: Final = re.compile(
    r"(?<!\d)\d{1,2}[:.\uff1a\uff0e]\d{2}(?!\d)"
    r"|(?<!\d)\d{1,2}(?=\s?(?:uur|uhr|[uh])\b)",
    re.IGNORECASE,
)
_PLAIN: Final = {
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    0xFF1A: ":",
    0xFF0E: ".",
}


def seen(text: str) -> str:
    """Return a line or text with nothing in it that can't be seen, and its letters whole; blanks and line ends stay."""
    if text.isascii() and text.isprintable():
        return text
    return _composed(_INVISIBLE.sub("", _UNWANTED.sub("", text)))


def _composed(text: str) -> str:
    """Put letters and their accents together, as macOS takes them apart.

    Of a text that is longer than any line only Latin, Greek and Cyrillic ones: endless marks would take very long.
    """
    if text.isascii():
        return text
    if len(text) <= _LONGEST:
        return unicodedata.normalize("NFC", text)
    return _APART.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def with_plain_times(text: str) -> str:
    """Return a text with its clock times in the usual form: no wide digits, as in Japanese, no other dashes."""
    if text.isascii() or _ODD.search(text) is None:
        return text
    return _ODD_DASH.sub(r"\1-", _WIDE_TIME.sub(lambda found: found[0].translate(_PLAIN), text))


def tidy(text: str) -> str:
    """Return the text of a line or cell without what can't be seen, with single spaces, its line breaks kept."""
    if text.isascii() and text.isprintable():
        return text.strip() if "  " not in text else _SPACES.sub(" ", text).strip()
    text = seen(text).replace("\u00a0", " ").replace("\u202f", " ")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in LINE_END.split(text)).strip()
