"""A study day without what is confidential, as it may leave the school; what was left out is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from studydag.model.rules.effect.figures import kept_back
from studydag.model.rules.handing_on.used import shared_fields, used_by
from studydag.model.values.description import described, kind_of, per_class, with_changes
from studydag.model.values.references import Reference, reference_to, things_in, values_of, without
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

PERSONAL: Mapping[type[Any], tuple[str, ...]] = {Person: ("email", "working_days", "hours_budget", "experience_years")}
"""What only the school itself needs to know of someone, beside what its field says to be confidential."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A study day with its setting as they may leave the school.

    `left_out` counts things by what was taken: a kind for whole things ("need"), else kind and field
    ("block.facilitator_notes").
    """

    day: StudyDay
    setting: Setting
    left_out: Mapping[str, int]


def for_sharing(day: StudyDay, setting: Setting) -> Shared:
    """Leave out confidential needs, results that are not shared or of too few, and confidential fields (R035, D36).

    The setting is what the day still uses.
    """
    counts: Counter[str] = Counter()
    gone = frozenset(_confidential_things(day, setting.school.minimum_group_size))
    counts.update(kind for kind, _ in gone)
    uids_gone = {thing.uid for thing in things_in(day) if reference_to(thing) in gone}
    bare_day = _bared(without(day, gone), counts)
    bare_day = replace(
        bare_day,
        acceptances=tuple(
            replace(each, concerns=tuple(uid for uid in each.concerns if uid not in uids_gone))
            for each in bare_day.acceptances
        ),
    )
    used = used_by(bare_day, setting)
    bare: dict[str, Any] = {
        each.name: tuple(_bared(thing, counts) for thing in getattr(used, each.name)) for each in shared_fields()
    }
    return Shared(bare_day, replace(used, **bare), dict(counts))


def _confidential_things(day: StudyDay, minimum: int) -> Iterator[Reference]:
    yield from (reference_to(need) for need in day.needs if need.is_confidential)
    # What too few people said says who they are, in a copy as on a screen (R058).
    out = kept_back(day.results, day.measures, minimum)
    for result in day.results:
        if not result.shared or result.id in out:
            yield reference_to(result)


def _bared(value: Any, counts: Counter[str]) -> Any:
    """Return a value in which confidential fields, however deep, have their defaults."""
    changes: dict[str, Any] = {}
    for name, default in _kept_back(type(value)):
        if getattr(value, name) != default:
            changes[name] = default
            counts[f"{kind_of(type(value))}.{name}"] += 1
    for each in described(type(value)):
        if each.is_value and each.name not in changes:
            inner = [_bared(thing, counts) for thing in values_of(each, value)]
            changes[each.name] = tuple(inner) if each.many else next(iter(inner), None)
    return with_changes(value, changes)


@per_class
def _kept_back(value: type[Any]) -> tuple[tuple[str, Any], ...]:
    personal = PERSONAL.get(value, ())
    return tuple(
        (each.name, each.default) for each in described(value) if each.is_confidential or each.name in personal
    )
