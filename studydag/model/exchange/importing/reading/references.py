"""Things in JSON that name others by their number or key: a session its speakers, its room and its time slot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from studydag.model.exchange.importing.vocabulary.words import Role, role_of

MOST_DEPTH: Final = 12
_WHEN: Final = frozenset({Role.START, Role.TIME})
LONGEST_PLURAL: Final = 4
"""A list has the name of what refers to it and at most so many letters more: `blok` and `blokken`."""
_OF_A_NUMBER: Final = re.compile(r"(?<=[a-zA-Z])(?:_?ids?|Ids?)$")
_NAMES: Final = (
    *("public_name", "full_public_name", "fullname", "full_name", "name", "naam", "title", "titel"),
    *("name_nl", "name_en", "name_de", "title_nl", "title_en", "title_de"),
)
_FIRST_NAMES: Final = ("firstname", "first_name", "voornaam", "vorname", "given_name")
_LAST_NAMES: Final = ("lastname", "last_name", "achternaam", "nachname", "family_name", "surname")
_Index = dict[str, dict[str, Any]]


def with_references(content: Any) -> Any:
    """Return JSON in which a thing that names others by number or key has these instead, or their names."""
    index: _Index = {}
    _collect(content, "", index, 0)
    return _resolved(content, index, 0) if index else content


def name_in(thing: Mapping[str, Any]) -> str:
    """Return what a thing is called: its name, or its first and last name."""
    known = {str(key).casefold(): value for key, value in thing.items()}
    for key in _NAMES:
        if isinstance(known.get(key), str) and known[key].strip():
            return str(known[key])
    parts = (next((known[key] for key in keys if isinstance(known.get(key), str)), "") for keys in _PARTS)
    return " ".join(part.strip() for part in parts if part.strip())


_PARTS: Final = (_FIRST_NAMES, _LAST_NAMES)


def _collect(content: Any, name: str, index: _Index, depth: int) -> None:
    """Note which lists and which things by key there are to refer to, by their name."""
    if depth > MOST_DEPTH:
        return
    if isinstance(content, list):
        things = [each for each in content if isinstance(each, dict)]
        numbers = [str(each["id"]) for each in things if isinstance(each.get("id"), str | int)]
        if name and numbers and len(set(numbers)) == len(content):
            index.setdefault(name, {}).update(zip(numbers, things, strict=True))
        for each in things:
            _collect(each, "", index, depth + 1)
    elif isinstance(content, dict):
        if name and len(content) > 1 and all(isinstance(each, dict) for each in content.values()):
            index.setdefault(name, {}).update({str(key): each for key, each in content.items()})
        for key, each in content.items():
            _collect(each, str(key).casefold(), index, depth + 1)


def _resolved(content: Any, index: _Index, depth: int) -> Any:
    if depth > MOST_DEPTH:
        return content
    if isinstance(content, list):
        return [_resolved(each, index, depth + 1) for each in content]
    if not isinstance(content, dict):
        return content
    made: dict[str, Any] = {}
    for key, value in content.items():
        own = _OF_A_NUMBER.sub("", str(key))
        found = next(_meant(own.casefold(), value, index), None)
        if found is not None:
            made[own] = found
        else:
            made.setdefault(str(key), _resolved(value, index, depth + 1))
    return made


def _meant(name: str, value: Any, index: _Index) -> Iterator[Any]:
    """Give what a field refers to: a name, several, or a thing without one, such as a time slot."""
    if not isinstance(value, str | int | list) or isinstance(value, bool) or len(name) < LONGEST_PLURAL - 1:
        return
    for listed, things in index.items():
        if not listed.startswith(name) or len(listed) - len(name) > LONGEST_PLURAL:
            continue
        if isinstance(value, list):
            named = [
                name_in(things[str(each)]) for each in value if isinstance(each, str | int) and str(each) in things
            ]
            if named and len(named) == len(value) and all(named):
                yield named
        elif str(value) in things:
            thing = things[str(value)]
            if name := name_in(thing):
                yield name
            elif any(role_of(str(key)) in _WHEN for key in thing):
                yield {key: each for key, each in thing.items() if not isinstance(each, dict | list)}
