"""A study day for people outside the school: without what is confidential, and without a trace of who is who (R026)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from studydag.model.rules.handing_on.sharing import Shared, for_sharing
from studydag.model.values.climate import ClimateItem
from studydag.model.values.description import with_changes
from studydag.model.values.effect import Insight, Measure, Success
from studydag.model.values.expertise import Deployment, Expert
from studydag.model.values.follow_up import Action, Moment, Support
from studydag.model.values.goals import Case, Need
from studydag.model.values.programme import Block, Mode
from studydag.model.values.references import reference_to, without
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Acceptance, Decision, StudyDay

MASK: Final = "…"
"""Stands where a name stood in a text."""
_ADDRESS: Final = re.compile(r"[^\s<>()\[\],;:]+@[^\s<>()\[\],;:]+\.\w+")
_WHO: Final[Mapping[type[Any], Mapping[str, Any]]] = MappingProxyType(
    {
        Acceptance: {"by": ""},
        Action: {"owner": None, "owner_contact": None, "note": "", "school_class": ""},
        Block: {"leads": (), "facilitator_notes": ""},
        Case: {"asked_by": ""},
        ClimateItem: {"owner": None},
        Decision: {"by": ""},
        Deployment: {"names": ""},
        Expert: {"person": None, "talk_notes": "", "inside_people": (), "candidates": (), "ambassadors": ()},
        Insight: {"source": ""},
        Measure: {"who": None, "note": ""},
        Moment: {"leader": None},
        Need: {"observer": ""},
        Success: {"who": ""},
        Support: {"giver": ""},
    }
)
"""Fields that say who; what they become."""
_PEOPLE: Final[Mapping[str, Any]] = MappingProxyType(
    dict.fromkeys(("registrations", "preferences", "allotments", "groupings", "preparation", "acceptances"), ())
)
"""Lists of a study day that are about people, one by one."""


def without_names(day: StudyDay, setting: Setting) -> Shared:
    """Return a study day with its setting as outsiders may read it; the school itself stays.

    Internal blocks and the links by which people meet online are left out. People are taken out of every field, and
    names and addresses that stand in a text are masked. What was left out is counted as `for_sharing` does, people
    as "person".
    """
    internal = {reference_to(block) for block in day.blocks if block.internal}
    public = without(day, internal)
    met_online = {block.id for block in public.blocks if block.link and block.mode is not Mode.SELF_PACED}
    closed = tuple(replace(block, link="") if block.id in met_online else block for block in public.blocks)
    shared = for_sharing(replace(public, blocks=closed, **_PEOPLE), setting)
    counts = Counter({what: n for what, n in shared.left_out.items() if not what.startswith("person.")})
    counts["block"] = len(day.blocks) - len(public.blocks)
    counts["block.link"] = len(met_online)
    names = set(_names(day, setting))
    counts["person"] = len({each.uid for each in shared.setting.people} | _registered(day))
    pattern = _pattern(names)
    bare_day = _bare(shared.day, pattern)
    bare = _bare(replace(shared.setting, people=(), trajectories=(), earlier_day=None, last_print=None), pattern)
    groups = tuple(replace(group, members=()) for group in bare.groups)
    return Shared(
        bare_day,
        replace(bare, groups=groups, school=setting.school, logo=setting.logo, holidays=setting.holidays),
        {what: n for what, n in counts.items() if n},
    )


def _names(day: StudyDay, setting: Setting) -> Iterator[str]:
    """Give the names by which people are known."""
    yield from (person.name for person in setting.people)
    yield from (registration.name for registration in day.registrations)
    for expert in day.experts:
        yield expert.name
        yield from (candidate.name for candidate in expert.candidates)


def _registered(day: StudyDay) -> set[str]:
    return {each.uid for each in day.registrations if each.name and each.person is None}


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    known = sorted({" ".join(name.split()) for name in names if len(name.strip()) > 1}, key=lambda name: -len(name))
    if not known:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in known) + r")(?!\w)")


def _bare(value: Any, names: re.Pattern[str] | None) -> Any:
    """Return a value without who, and with every name in its texts masked, however deep."""
    who = _WHO.get(type(value), {})
    changes: dict[str, Any] = {}
    for each in fields(value):
        held = getattr(value, each.name)
        bare = who[each.name] if each.name in who else _masked(held, names) if each.name != "uid" else held
        if isinstance(value, Expert) and each.name == "name":
            bare = _masked(value.organisation, names)
        if bare is not held:
            changes[each.name] = bare
    return with_changes(value, changes)


def _masked(held: Any, names: re.Pattern[str] | None) -> Any:
    if isinstance(held, str) and type(held) is str:
        text = _ADDRESS.sub(MASK, held)
        return names.sub(MASK, text) if names is not None else text
    if isinstance(held, tuple):
        return tuple(_masked(each, names) for each in held)
    if is_dataclass(held) and not isinstance(held, type):
        return _bare(held, names)
    return held
