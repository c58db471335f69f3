"""What lies outside a study day and comes along with it: people, rooms, groups, formats and the like that it uses."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from studydag.model.values.description import Described, described, is_thing
from studydag.model.values.references import Reference, reference_to, references_in, things_in
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


@cache
def shared_fields() -> tuple[Described, ...]:
    """Describe the fields of a setting whose things come along: not the school itself, its days, its holidays."""
    return tuple(each for each in described(Setting) if each.many and is_thing(each.holds))


def used_by(day: StudyDay, setting: Setting) -> Setting:
    """Return the part of a setting that a day uses, by a detour too: a group brings its members along."""
    homes = _homes(setting)
    used: set[Reference] = set()
    open_ones = list(references_in(day))
    while open_ones:
        home = homes.get(open_ones.pop())
        if home is None or reference_to(home) in used:
            continue
        used.add(reference_to(home))
        open_ones.extend(references_in(home))
    kept: dict[str, Any] = {
        each.name: tuple(thing for thing in getattr(setting, each.name) if reference_to(thing) in used)
        for each in shared_fields()
    }
    return replace(Setting(), **kept)


def _homes(setting: Setting) -> dict[Reference, Any]:
    """Return for each thing of a setting, and each thing within it, the one that comes along as a whole."""
    return {
        reference_to(inner): thing
        for each in shared_fields()
        for thing in getattr(setting, each.name)
        for inner in things_in(thing)
    }
