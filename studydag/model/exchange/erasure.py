"""A kept version of a study day without one person, whose name and links go, wherever they stand."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from studydag.model.rules.handing_on.used import shared_fields
from studydag.model.values.choices import Registration
from studydag.model.values.description import described, kind_of
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay

ERASED = "…"
PERSON = kind_of(Person)
PERSONAL_OF_REGISTRATION: dict[str, Any] = {
    "name": "",
    "access_needs": [],
    "access_note": "",
    "together": [],
    "apart": [],
}
"""What a registration says of someone, empty: it counts on, for nobody."""


def without_person(content: str, person: Person) -> str:
    """Return what `show` wrote of a study day, without a person: links and record go, the name becomes "…" in texts.

    What can't be without the person, such as a lead, goes along. Content that is no such document only loses the name.
    """
    if person.uid not in content and without_name(content, person) == content:
        return content
    try:
        document = msgspec.json.decode(content)
    except msgspec.DecodeError:
        return without_name(content, person)
    if not isinstance(document, dict):
        return without_name(content, person)
    _leave_out(document, StudyDay, person.uid)
    shared = document.get("setting")
    for each in shared_fields():
        if isinstance(shared, dict) and isinstance(shared.get(each.name), list):
            shared[each.name] = _left(shared[each.name], each.holds, person.uid)
    written = msgspec.json.format(msgspec.json.encode(_each_text(document, person)), indent=2)
    return written.decode() + "\n"


def without_name(text: str, person: Person) -> str:
    """Return a text in which a person's name and e-mail address, as they are written, have become "…"."""
    for word in (person.name, person.email):
        if word.strip():
            text = re.sub(rf"(?<!\w){re.escape(word.strip())}(?!\w)", ERASED, text)
    return text


def _left(items: list[Any], value: type[Any], uid: str) -> list[Any]:
    return [item for item in items if not isinstance(item, dict) or _leave_out(item, value, uid)]


def _leave_out(data: dict[str, Any], value: type[Any], uid: str) -> bool:
    """Take a person out of a thing; return whether the thing can be without."""
    if value is Person:
        return data.get("uid") != uid
    if value is Registration and data.get("person") == uid:
        data.update({name: empty for name, empty in PERSONAL_OF_REGISTRATION.items() if name in data})
    for each in described(value):
        held = data.get(each.name)
        if each.refers == PERSON and isinstance(held, list):
            data[each.name] = [other for other in held if other != uid]
        elif each.refers == PERSON and held == uid:
            data[each.name] = None
            if not each.optional:
                return False
        elif each.is_value and isinstance(held, list):
            data[each.name] = _left(held, each.holds, uid)
    return True


def _each_text(value: Any, person: Person) -> Any:
    if isinstance(value, str):
        return without_name(value, person)
    if isinstance(value, list):
        return [_each_text(item, person) for item in value]
    if isinstance(value, dict):
        return {key: _each_text(item, person) for key, item in value.items()}
    return value
