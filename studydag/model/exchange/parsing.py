"""Bytes from outside as a JSON object, or a clear word on why they are none."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from studydag.model.values.errors import Figure, InvalidValue, Problem
from studydag.model.values.limits import LIMITS, Limits
from studydag.model.values.validation import clean_text
from studydag.model.values.wording import N_

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OTHER_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff")
_ONE_LETTER_IN_TWO_BYTES = (b"{\0", b"\0{")
_PLACE = re.compile(r"\(byte (\d+)\)")
_NAME = re.compile(r"[A-Za-z_]\w*")
_SHOWN_CHARACTERS = 80
# Both halves of a character that takes two escapes, or else one of them on its own.
_HALVES = re.compile(rb"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F]..)", re.DOTALL)


def parsed(data: bytes, limits: Limits = LIMITS) -> dict[str, Any]:
    """Return the JSON object that the bytes hold, as UTF-8 with or without a byte order mark. Raises InvalidValue."""
    if len(data) > limits.file_bytes:
        raise _refusal(
            N_("This file has {size} MB; at most {limit} MB are read."),
            size=_megabytes(len(data)),
            limit=_megabytes(limits.file_bytes),
        )
    if not data.strip():
        raise _refusal(N_("This file is empty."))
    text = data.removeprefix(_BYTE_ORDER_MARK)
    if text.startswith((*_OTHER_BYTE_ORDERS, *_ONE_LETTER_IN_TWO_BYTES)):
        raise _not_utf8()
    try:
        found = msgspec.json.decode(text)
    except UnicodeDecodeError as error:
        raise _not_utf8() from error
    except RecursionError as error:
        raise _refusal(N_("This is nested too deeply to be a study day.")) from error
    except msgspec.ValidationError as error:
        raise _refusal(N_("A number in this file is too large.")) from error
    except msgspec.DecodeError as error:
        raise _not_json(text, str(error)) from error
    if not isinstance(found, dict):
        raise _refusal(N_("This is JSON, but not a study day: it should begin with an object."))
    return found


def doubled_keys(data: bytes) -> tuple[str, ...]:
    """Return the place of every key that stands twice in one object, of bytes that `parsed` took: $.blocks[0].title.

    Of two values only the last one would be read, and the other be lost without a word.
    """
    has_some = False

    def take(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal has_some
        found = _Object(pairs)
        if len(found) < len(pairs):
            has_some = True
            found.doubled = tuple(key for key, times in Counter(key for key, _value in pairs).items() if times > 1)
        return found

    try:
        document = json.loads(data.removeprefix(_BYTE_ORDER_MARK), object_pairs_hook=take, parse_int=str)
    except RecursionError:
        # No field lies as deep as that, so what does is refused for its key.
        return ()
    return tuple(_places_of_doubled(document)) if has_some else ()


class _Object(dict[str, Any]):
    doubled: tuple[str, ...] = ()


def _places_of_doubled(document: object) -> Iterator[str]:
    waiting: list[tuple[object, str]] = [(document, "$")]
    while waiting:
        value, where = waiting.pop()
        if isinstance(value, _Object):
            yield from (place_of(key, where) for key in value.doubled)
            waiting.extend((inner, place_of(key, where)) for key, inner in value.items())
        elif isinstance(value, list):
            waiting.extend((inner, f"{where}[{index}]") for index, inner in enumerate(value))


def place_of(key: str, where: str) -> str:
    """Return the JSON path of a key of the object at `where`, in one line whatever the key holds."""
    shown = clean_text(key)[:_SHOWN_CHARACTERS]
    return f"{where}.{shown}" if _NAME.fullmatch(shown) else f'{where}["{shown}"]'


def _not_json(text: bytes, message: str) -> InvalidValue:
    half = next((found for found in _HALVES.finditer(text) if found[1]), None)
    if half is not None:
        return _refusal(
            N_("Line {line} holds half of a character ({code}). Write the whole character, or leave it out."),
            line=text[: half.start()].count(b"\n") + 1,
            code=half[1].decode("ascii", "replace"),
        )
    place = _PLACE.search(message)
    if place is None:
        return _refusal(N_("This JSON is cut off: the file ends too early."))
    before = text[: int(place.group(1))]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return _refusal(
        N_("This is not JSON: it goes wrong in line {line} at character {column}."), line=line, column=column
    )


def _not_utf8() -> InvalidValue:
    return _refusal(N_("This file is not in UTF-8. Save it as UTF-8 and try again."))


def _megabytes(size: int) -> float:
    return round(size / 1_000_000, 1)


def _refusal(text: str, **figures: Figure) -> InvalidValue:
    return InvalidValue((Problem("$", text, figures),))
