"""Makes the right editor for a field of a value, from what its annotations say: one thing is described once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

from studydag.labels.titles import registration_title, title_of
from studydag.language import Language
from studydag.model.values.description import Described, described
from studydag.model.values.fields import TITLE_CHARACTERS, Between
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.references import reference_to
from studydag.model.values.school import SCHOOL_YEARS
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import ActivityStep
from studydag.ui.fields.block_choices import block_choices
from studydag.ui.fields.choice import Choice, ChoiceField, ManyField, SwitchField
from studydag.ui.fields.dates import DateField, DueField
from studydag.ui.fields.field import Field
from studydag.ui.fields.several import LinesField, NumbersField, WordsField
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.fields.typed import ClockField, MinutesField, MoneyField, NumberField, SchoolYearField, TypedField

_ANY = Between(-1e15, 1e15)
SENTENCES = frozenset({"steps", "advantages", "best_for", "choices"})
"""What in either language consists of several sentences rather than words."""


def field_for(value: type[Any], name: str, language: Language, targets: Mapping[str, Iterable[Choice]]) -> Field:
    """Return an editor for a field; `targets` has the things that references of a kind can lead to.

    Owned things (rows of a checklist) have editors of their own: they raise ValueError here.
    """
    each = next(each for each in described(value) if each.name == name)
    if each.refers is not None:
        # Where no group is chosen a block is for all.
        nothing = language.gettext("Everyone") if value is Block and name == "audience" else ""
        return _reference(each, language, targets, nothing)
    if each.many:
        return _several(each, language)
    if each.is_due:
        return DueField(language, from_beginning=value is ActivityStep)
    if each.is_enum:
        return _enum(each, language)
    return _plain(each, language)


def offered(value: type[Any], name: str, targets: Mapping[str, Iterable[Choice]]) -> tuple[Choice, ...] | None:
    """Return what the editor of a field offers out of `targets`; None where it holds no reference."""
    each = next(each for each in described(value) if each.name == name)
    return None if each.refers is None else tuple(_offered(each, targets))


class Choices(Mapping[str, Sequence[Choice]]):
    """What references can lead to, by kind; each found when it is first asked for: few forms need all."""

    def __init__(self, makers: Mapping[str, Callable[[], Sequence[Choice]]]) -> None:
        """Take who makes them."""
        self._makers = makers
        self._made: dict[str, Sequence[Choice]] = {}

    def __getitem__(self, kind: str) -> Sequence[Choice]:
        if kind not in self._made:
            self._made[kind] = self._makers[kind]()
        return self._made[kind]

    def __contains__(self, kind: object) -> bool:
        return kind in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def choices_of(day: StudyDay | None, setting: Setting, language: Language) -> Choices:
    """Return what references lead to, by kind: people, rooms and formats by the alphabet, goals in their own order."""
    # What nobody put into an order is looked up by its name.
    looked_up: list[tuple[Any, ...]] = [
        tuple(person for person in setting.people if not person.archived),
        setting.rooms,
        setting.groups,
        tuple(each for each in setting.formats if not each.hidden),
        tuple(each for each in setting.learning_forms if not each.hidden),
        setting.question_sets,
        setting.trajectories,
    ]
    in_order: list[tuple[Any, ...]] = [
        setting.school_goals,
        *([] if day is None else [day.parts, day.needs, day.goals, day.blocks, day.measures, day.moments, day.experts]),
    ]
    named: dict[str, Callable[[], Sequence[Choice]]] = {
        reference_to(things[0])[0]: partial(_by_title, things, language) for things in in_order if things
    }
    named |= {reference_to(things[0])[0]: partial(_sorted, things, language) for things in looked_up if things}
    activities = [activity for trajectory in setting.trajectories for activity in trajectory.activities]
    if activities:
        named["activity"] = lambda: [Choice(activity.id, activity.title) for activity in activities]
    questions = [question for question_set in setting.question_sets for question in question_set.questions]
    if questions:
        named["question"] = lambda: _by_title(questions, language)
    return Choices(named if day is None else named | _narrower(day, setting, language))


def _by_title(things: Sequence[Any], language: Language) -> list[Choice]:
    return [Choice(thing.id, title_of(thing, language)) for thing in things]


def _sorted(things: Sequence[Any], language: Language) -> list[Choice]:
    return sorted(_by_title(things, language), key=lambda choice: language.sort_key(choice.label))


def _narrower(day: StudyDay, setting: Setting, language: Language) -> dict[str, Callable[[], Sequence[Choice]]]:
    """Return what only some fields can lead to, by kind and field: a round is a block, but few blocks are rounds."""
    blocks = cache(lambda: block_choices(day, language))

    def rounds() -> list[Choice]:
        return _by_title([block for block in day.blocks if block.kind is BlockKind.ROUND], language)

    @cache
    def options() -> list[Choice]:
        those = {block.id for block in day.blocks if block.round is not None}
        return [choice for choice in blocks() if choice.value in those]

    def registrations() -> list[Choice]:
        found = [Choice(each.id, registration_title(each, setting, language)) for each in day.registrations]
        return sorted(found, key=lambda choice: language.sort_key(choice.label))

    return {
        "block.round": rounds,
        "block.block": blocks,
        "block.blocks": blocks,
        "block.option": options,
        "block.fixed_options": options,
        "block.repeats": options,
        "registration": registrations,
    }


def _reference(
    each: Described, language: Language, targets: Mapping[str, Iterable[Choice]], nothing: str = ""
) -> Field:
    choices = _offered(each, targets)
    if each.many:
        return ManyField(
            choices, nothing=nothing or language.gettext("none chosen"), search=language.gettext("Type to search")
        )
    return ChoiceField(choices, unknown=language.gettext("not in the list any more"))


def led_to(each: Described, targets: Mapping[str, Iterable[Choice]]) -> list[Choice]:
    """Return what a field that refers can lead to: what goes for that field, else all of its kind."""
    kind = each.refers or ""
    narrower = f"{kind}.{each.name}"
    return list(targets.get(narrower if narrower in targets else kind, ()))


def _offered(each: Described, targets: Mapping[str, Iterable[Choice]]) -> list[Choice]:
    choices = led_to(each, targets)
    return [Choice(None, "–"), *choices] if each.optional and not each.many else choices


def _several(each: Described, language: Language) -> Field:
    if each.holds is str:
        return LinesField(language) if each.name[:-3] in SENTENCES else WordsField()
    if each.holds is int:
        return NumbersField(each.between or _ANY)
    if not each.is_enum:
        message = f"{each.name} holds rows of its own"
        raise ValueError(message)
    choices = [Choice(member, language.capitalised(language.member(member))) for member in each.holds]
    return ManyField(choices, nothing=language.gettext("none chosen"), search=language.gettext("Type to search"))


def _enum(each: Described, language: Language) -> Field:
    choices = [Choice(member, language.capitalised(language.member(member))) for member in each.holds]
    return ChoiceField([Choice(None, "–"), *choices] if each.optional else choices)


def _plain(each: Described, language: Language) -> Field:
    field = _bare_field(each, language)
    if isinstance(field, TypedField):
        field.asks = _how_to_write(each, language)
    return field


def _how_to_write(each: Described, language: Language) -> str:
    """Say how a value that is typed is written."""
    _ = language.gettext
    if each.holds is dt.time:
        return _("Write a time as 9:30 or 13.15.")
    if each.is_money:
        return _("Write an amount in euros, such as 1850 or 12.50.")
    if "minutes" in each.name:
        return _("Write how long it takes, such as 45 or 1h30.")
    if each.name in SCHOOL_YEARS:
        return _("Write a school year as 2026-2027.")
    if each.between is None:
        return _("Write a whole number.") if each.holds is int else _("Write a number.")
    whole = each.holds is int
    text = _("Write a whole number from {low} to {high}.") if whole else _("Write a number from {low} to {high}.")
    low, high = language.number(each.between.low), language.number(each.between.high)
    return text.replace("{low}", low).replace("{high}", high)


def _bare_field(each: Described, language: Language) -> Field:
    if each.holds is bool:
        return SwitchField()
    if each.holds is dt.date:
        return DateField(language, optional=each.optional)
    if each.holds is dt.time:
        return ClockField(language, optional=each.optional)
    if each.is_money:
        return MoneyField(language, optional=each.optional)
    if each.holds in {int, float}:
        between = each.between or _ANY
        if "minutes" in each.name:
            return MinutesField(language, optional=each.optional)
        if each.name in SCHOOL_YEARS:
            return SchoolYearField(language, optional=each.optional)
        whole = each.holds is int
        return NumberField(between.low, between.high, whole=whole, optional=each.optional, language=language)
    return LineField() if (each.characters or 0) <= TITLE_CHARACTERS else TextField()
