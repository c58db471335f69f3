"""Who a line names together with what that person does: `Anna Bos, onderzoeker`, `Schrijver en dichter Anna Bos`."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.recognising.bare_names import bare_name
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.names_beside_offices import name_before_office, name_behind_office
from studydag.model.exchange.importing.recognising.people import Named, people_in
from studydag.model.exchange.importing.vocabulary.offices import tells_an_office

_NAME_FIRST: Final = re.compile(r"(?P<name>[^,;:(–—|]{4,45}?)\s*(?:[,;(|]|\s[–—-]\s|(?<=[a-zà-þ])-\s)\s*(?=\S)")
_LONGEST_ROLE: Final = 300
# `Anna Bos (angefragt)`: whether they come is still open.
_TO_BE_CONFIRMED: Final = re.compile(
    r",?\s*\((?:angefragt|eingeladen|unter vorbehalt|onder voorbehoud|o\.?v\.?|gevraagd|uitgenodigd|invited|tbc"
    r"|to be confirmed)\)$",
    re.IGNORECASE,
)


def speaker_of(text: str) -> Named:
    """Read a line that says who speaks and what that person does: `Anna Bos, onderzoeker bij de universiteit`."""
    named = people_in(text)
    if named.sureness >= Sureness.SURE or len(text) > _LONGEST_ROLE:
        return named
    if one := name_behind_office(_TO_BE_CONFIRMED.sub("", text)) or name_before_office(text):
        return Named((one,), Sureness.SURE, text)
    found = _NAME_FIRST.match(text)
    if found is None:
        return named
    several = people_in(found["name"])
    if len(several.persons) > 1 and several.sureness is Sureness.SURE:
        return Named(several.persons, Sureness.SURE, text)
    name, role = bare_name(found["name"].strip()), text[found.end() :].strip()
    sureness = name_sureness(name)
    # `Capacity Building- teachers at work` is no name, `Prof. Anna Bos- BCU` is one.
    is_torn = found[0].rstrip().endswith("-") and not found[0].rstrip().endswith(" -")
    is_told = (role[:1].islower() or tells_an_office(role)) and not is_torn
    if sureness is Sureness.SURE or (sureness is Sureness.LIKELY and is_told):
        return Named((name,), sureness, text)
    return named
