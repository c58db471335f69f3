"""What may be said of a name or a title that is not surely understood."""

from __future__ import annotations

from functools import cached_property

from studydag.labels.titles import registration_title
from studydag.language import Language
from studydag.model.exchange.sign_up_meanings import Asked, Meanings
from studydag.model.exchange.sign_ups import SignUp
from studydag.model.rules.choices.seats import Seating, seating
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

Meant = tuple[str, int] | int | None
"""Somebody who registered or is of the school, an option, or neither."""


class SignUpAnswers:
    """Offers options and people of a day, in words."""

    def __init__(self, day: StudyDay, setting: Setting, language: Language) -> None:
        """Look them up when they are asked for."""
        self._day, self._setting, self._language = day, setting, language

    def offered(self, asks: Asked) -> list[tuple[str, Meant]]:
        """Return what a name or a title may mean."""
        if asks.name:
            return [(self._language.gettext("somebody new"), None), *self._people]
        found: dict[str, int] = {}
        for option, block in self._ground.options.items():
            if asks.round in {None, block.round}:
                found.setdefault(block.title, option)
        return [(self._language.gettext("is not read"), None), *found.items()]

    def current(self, asks: Asked, each: SignUp | None, meanings: Meanings) -> Meant:
        """Return what it is read as."""
        if asks.name:
            if each is None or not (each.registration.id or each.registration.person):
                return None
            row = each.registration
            return ("person", row.person) if each.is_new and row.person else ("registration", row.id)
        return meanings.titles.get(asks.key, self._guessed(asks))

    def _guessed(self, asks: Asked) -> int | None:
        from studydag.model.exchange.sign_up_columns import bare
        from studydag.model.exchange.sign_up_meanings import title_meant

        options = {
            option: bare(block.title)
            for option, block in self._ground.options.items()
            if asks.round in {None, block.round}
        }
        return title_meant(bare(asks.title), options).option

    @cached_property
    def _ground(self) -> Seating:
        return seating(self._day, self._setting)

    @cached_property
    def _people(self) -> list[tuple[str, Meant]]:
        """Return who registered, and who of the school did not, in the order of their names."""
        language = self._language
        there = {each.person for each in self._day.registrations}
        found: list[tuple[str, Meant]] = [
            (registration_title(each, self._setting, language), ("registration", each.id))
            for each in self._day.registrations
        ]
        found += [
            (each.name, ("person", each.id))
            for each in self._setting.people
            if each.id not in there and not each.archived
        ]
        return sorted(found, key=lambda pair: language.sort_key(pair[0]))
