"""Bytes from outside as a JSON object, or a clear word on why they are none."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from studydag.model.values.errors import Figure, InvalidValue, Problem
from studydag.model.values.limits import LIMITS, Limits
from studydag.model.values.wording import N_

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OTHER_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff")
_PLACE = re.compile(r"\(byte (\d+)\)")


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
    if text.startswith(_OTHER_BYTE_ORDERS):
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
        raise _refusal(N_("This is JSON, but no study day: it should begin with an object."))
    return found


def _not_json(text: bytes, message: str) -> InvalidValue:
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
