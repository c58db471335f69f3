"""Names with the last one first, as lists are sorted: `Bos, Anna` and `Wit, Jan de; Post, Karin`."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.vocabulary.given_names import is_given_name

_WORD: Final = r"[^\W\d_][\w'’-]+"
_PARTICLE: Final = r"(?:van|de|den|der|von|zu|ten|ter|te|het|'t)"
_NAME: Final = re.compile(
    rf"(?P<last>(?:{_PARTICLE} )*{_WORD}), (?P<first>[^\W\d_][\w.'’-]*)(?P<between>(?: {_PARTICLE})*)", re.IGNORECASE
)


def with_first_names_first(cell: str) -> str:
    """Return a cell of people with each name as it is spoken, where all of them have their last name first.

    `Anna, Jan` are two people: what stands before the comma is a first name.
    """
    found = [_NAME.fullmatch(part.strip()) for part in re.split(r"[;\n]", cell) if part.strip()]
    names = [name for name in found if name is not None]
    if len(names) < len(found) or not names:
        return cell
    first = [is_given_name(name["first"].strip(".")) or name["first"].endswith(".") for name in names]
    last = [is_given_name(name["last"]) for name in names]
    if not any(first) or (len(names) == 1 and last[0]):
        return cell
    return "; ".join(f"{name['first']}{name['between']} {name['last']}" for name in names)
