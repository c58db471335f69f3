"""A study day as JSON, the way `show --json` writes and `load` reads it; the shape is public and stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import msgspec

from studydag.model.exchange.parsing import doubled_keys, parsed
from studydag.model.exchange.reading import TWICE, Reading, read, register
from studydag.model.exchange.writing import Computed, written, written_in_order
from studydag.model.rules.consistency import mended, problems_of_day, problems_of_setting
from studydag.model.rules.handing_on.used import shared_fields, used_by
from studydag.model.values.errors import Figure, InvalidValue, Problem
from studydag.model.values.limits import LIMITS, Limits
from studydag.model.values.programme import Block
from studydag.model.values.references import reference_to, things_in
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

FORMAT = 1
SCHOOL_FIELDS = (
    *("name", "accent_colour", "language", "vision", "feedback_rules"),
    *("holiday_region", "country", "closed_days", "change_over_minutes", "travel_minutes"),
    *("evaluation_windows", "minimum_group_size", "rule_settings"),
)
"""What comes along of the school: without it another library would count other dates, find other things, and print
other pages. Its logo stays."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A study day from a file, with what it uses. Ids are provisional: they hold within this value only.

    Built-in formats, learning forms and question sets may be in the setting in full or as the program knows them;
    their uid is their key.
    """

    day: StudyDay
    setting: Setting


def encode(day: StudyDay, setting: Setting, computed: Computed | None = None) -> dict[str, object]:
    """Return a study day, with what it uses of its setting, as objects, lists and texts that JSON can hold.

    Lists stand in order, blocks in the order of the programme; positions count from nought. What `decode` would refuse
    of an older library is put right. `computed` comes from `exchange.computed.computed_of`; without it nothing computed
    is written.
    """
    ordered = mended(replace(day, blocks=in_programme_order(day)))
    used = used_by(ordered, setting)
    shared = [thing for each in shared_fields() for thing in getattr(used, each.name)]
    uids = {reference_to(thing): thing.uid for root in (ordered, *shared) for thing in things_in(root)}
    figures = computed or {}
    return {
        "format": FORMAT,
        **written(ordered, uids, figures),
        "setting": {
            "school": _school(setting),
            **{each.name: written_in_order(getattr(used, each.name), uids, figures) for each in shared_fields()},
        },
    }


def _school(setting: Setting) -> dict[str, object]:
    fields = written(setting.school, {}, {})
    return {name: fields[name] for name in SCHOOL_FIELDS}


def to_json(day: StudyDay, setting: Setting, computed: Computed | None = None) -> bytes:
    """Return what `encode` makes as JSON in UTF-8, indented by two, with a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(encode(day, setting, computed)), indent=2) + b"\n"


def decode(
    data: bytes,
    *,
    built_in: Setting | None = None,
    limits: Limits = LIMITS,
    mend: bool = False,
) -> Loaded:
    """Read a study day from JSON; ids and what was computed are passed over, missing fields take their defaults.

    `built_in` holds the formats, learning forms and question sets that a file may refer to without bringing them;
    with `mend` what was allowed when it was written is put right, before it is checked.
    Raises InvalidValue with every problem, each with its JSON path.
    """
    document = parsed(data, limits)
    _must_be_known(document.pop("format", FORMAT))
    shared = document.pop("setting", {})
    reading = Reading(built_in or Setting())
    for place in doubled_keys(data):
        reading.wrong(place, TWICE)
    register(Setting, shared, "$.setting", reading, _setting_fields())
    register(StudyDay, document, "$", reading)
    setting = read(Setting, shared, "$.setting", reading, _setting_fields()) or Setting()
    day = read(StudyDay, document, "$", reading) or StudyDay()
    if mend:
        day = mended(day)
    if not reading.has_gaps:
        for problem in (*problems_of_day(day, limits=limits), *problems_of_setting(setting, limits=limits)):
            reading.add(problem)
    reading.refuse_if_wrong()
    return Loaded(day, reading.shelf.added_to(setting))


def in_programme_order(day: StudyDay) -> tuple[Block, ...]:
    """Return the blocks part by part, each round followed by its options, what is parked at the end."""
    rows: dict[tuple[str, int | None], list[Block]] = {}
    for block in day.blocks:
        row = ("part", block.part) if block.round is None else ("round", block.round)
        rows.setdefault(row, []).append(block)
    parts: list[int | None] = [*(part.id for part in day.parts), None]
    ordered = [
        block
        for part in parts
        for top in rows.get(("part", part), [])
        for block in (top, *rows.get(("round", top.id), []))
    ]
    there = {block.id for block in ordered}
    return (*ordered, *(block for block in day.blocks if block.id not in there))


def _must_be_known(found: object) -> None:
    """Refuse a document of another format before its fields are judged."""
    if found == FORMAT and not isinstance(found, bool):
        return
    newer = isinstance(found, int) and found > FORMAT
    text = (
        N_("This was made by a newer StudyDAG (format {found}; this one knows {known}). Update StudyDAG to load it.")
        if newer
        else N_("There is no such format; this StudyDAG knows {known}.")
    )
    figures: dict[str, Figure] = {"found": str(found)[:20], "known": FORMAT}
    raise InvalidValue((Problem("$.format", text, figures),))


@cache
def _setting_fields() -> frozenset[str]:
    return frozenset({"school", *(each.name for each in shared_fields())})
