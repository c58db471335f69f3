"""What a field of a thing looks like in words, from what its annotations say: in tables, on paper, in change lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Protocol

from studydag.export.rhythm_words import rhythm_text
from studydag.labels import field_name
from studydag.labels.titles import registration_title, title_of
from studydag.language import Language
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.calendar.rhythm import read_rhythm
from studydag.model.values.climate import ClimateRow
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import Described
from studydag.model.values.formats import Phase
from studydag.model.values.references import reference_to, things_in
from studydag.model.values.school import SCHOOL_YEARS, Accessibility, EffectLevel
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_NAMED_BY_FINDINGS: tuple[type[StrEnum], ...] = (Phase, EffectLevel, ClimateRow, Accessibility)
_FIELDS_OF_FINDINGS = frozenset({"minutes", "group", "phase", "set_up"})
"""By which findings about one thing are told apart; see `checks.about`."""


class InView(Protocol):
    """What fields are written of: a study day with its setting, in a language. A workspace is one."""

    language: Language
    day: StudyDay | None
    setting: Setting


class FieldWords:
    """Writes fields, and names what they lead to; names are read once for each state of the day."""

    def __init__(self, in_view: InView) -> None:
        """Write in the language of what is in view."""
        self._in_view = in_view
        self._read_from: tuple[Any, Any] = (None, None)
        self._names: dict[tuple[str, int], str] = {}
        self._lists: list[tuple[tuple[Any, ...], dict[tuple[str, int], str]]] = []

    def text(self, each: Described) -> Callable[[Any], str]:
        """Return what writes a field of a thing."""

        def write(thing: Any) -> str:
            held = getattr(thing, each.name)
            values = held if each.many else () if held is None else (held,)
            return ", ".join(text for value in values if (text := self.written(each, value)))

        return write

    def written(self, each: Described, value: Any) -> str:
        """Write one value of a field."""
        language = self._in_view.language
        if each.refers is not None:
            return self.short_name(each.refers, value)
        if each.is_due:
            return self.due(value)
        if isinstance(value, StrEnum):
            return language.capitalised(language.member(value))
        if each.is_value:
            return title_of(value, language) if hasattr(value, "id") else ""
        return self._plain(each, value)

    def due(self, value: RelativeDate | dt.date | None) -> str:
        """Write a date: the day it comes to, or how it is counted while that isn't known."""
        language, day = self._in_view.language, self._in_view.day
        on = resolve(value, day) if day is not None else value if isinstance(value, dt.date) else None
        if on is not None:
            return language.short_date(on)
        return language.relative_date(value) if isinstance(value, RelativeDate) else ""

    def name(self, kind: str, row_id: int | None) -> str:
        """Return what a thing of the day or the school is called; nothing for what isn't there."""
        return self._all_names().get((kind, row_id or 0), "")

    def short_name(self, kind: str, row_id: int | None) -> str:
        """Return the number of a goal in the day's own order, such as G2; of other things the name."""
        return self.goal_number(row_id) if kind == "goal" else self.name(kind, row_id)

    def name_by_uid(self, uid: str) -> str:
        """Return what a thing of the day or the school is called by its uid; members and fields by theirs."""
        language = self._in_view.language
        for whole in (self._in_view.day or StudyDay(), self._in_view.setting):
            found = next((each for each in things_in(whole) if each.uid == uid), None)
            if found is not None:
                return title_of(found, language)
        for members in _NAMED_BY_FINDINGS:
            for member in members:
                if member.value == uid:
                    return language.capitalised(language.member(member))
        return language.capitalised(field_name(uid, language)) if uid in _FIELDS_OF_FINDINGS else uid

    def goal_number(self, goal: int | None) -> str:
        """Return the short name of a goal: G1 is the first."""
        day = self._in_view.day
        place = next((n for n, each in enumerate(day.goals if day else (), 1) if each.id == goal), 0)
        return self._in_view.language.gettext("G{n}").replace("{n}", str(place)) if place else ""

    def _plain(self, each: Described, value: Any) -> str:
        language = self._in_view.language
        if each.is_money:
            return language.money(value)
        if isinstance(value, bool):
            return language.gettext("yes") if value else language.gettext("no")
        if isinstance(value, dt.datetime):
            return language.date_time(value)
        if isinstance(value, dt.date):
            return language.short_date(value)
        if isinstance(value, dt.time):
            return language.time(value)
        if each.name == "rhythm":
            rhythm = read_rhythm(value)
            return value if rhythm is None else language.capitalised(rhythm_text(rhythm, language))
        if each.name in SCHOOL_YEARS:
            return language.school_year(value)
        if isinstance(value, int | float):
            return language.minutes(int(value)) if "minutes" in each.name else language.number(value)
        return " ".join(str(value).split())

    def _all_names(self) -> dict[tuple[str, int], str]:
        day, setting = self._in_view.day, self._in_view.setting
        if self._read_from[0] is not day or self._read_from[1] is not setting:
            self._read_from = (day, setting)
            self._names = self._read_names(day or StudyDay())
        return self._names

    def _read_names(self, day: StudyDay) -> dict[tuple[str, int], str]:
        setting, language = self._in_view.setting, self._in_view.language
        lists: list[tuple[Any, ...]] = [
            *(setting.people, setting.rooms, setting.groups, setting.school_goals, setting.formats),
            *(setting.learning_forms, setting.question_sets, setting.trajectories),
            *(day.parts, day.needs, day.goals, day.blocks, day.measures, day.moments, day.experts),
        ]
        # An edit leaves most lists as they were.
        self._lists = [self._names_in(place, things) for place, things in enumerate(lists)]
        found: dict[tuple[str, int], str] = {}
        for _things, names in self._lists:
            found.update(names)
        for each in day.registrations:
            found[reference_to(each)] = registration_title(each, setting, language)
        return found

    def _names_in(self, place: int, things: tuple[Any, ...]) -> tuple[tuple[Any, ...], dict[tuple[str, int], str]]:
        if self._lists and self._lists[place][0] is things:
            return self._lists[place]
        language = self._in_view.language
        inner = (each for thing in things for each in things_in(thing))
        return things, {reference_to(each): title_of(each, language) for each in inner}
