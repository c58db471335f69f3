"""What a thing is called in one line: its title, name, sentence or text, or what kind of thing it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from studydag.language import Language
from studydag.model.values.choices import Registration
from studydag.model.values.effect import Result
from studydag.model.values.programme import Part
from studydag.model.values.references import Reference, reference_to, things_in
from studydag.model.values.setting import Setting

_NAMES: Final = (
    *("title", "name", "sentence", "statement", "what", "text"),
    *("title_nl", "name_nl", "text_nl", "title_en", "name_en", "text_en"),
)


def registration_title(registration: Registration, setting: Setting, language: Language) -> str:
    """Return who comes: a person, a name, or so many of a group."""
    person = next((each.name for each in setting.people if each.id == registration.person), "")
    group = next((each.name for each in setting.groups if each.id == registration.group), "")
    name = person or registration.name or group
    if not name:
        return f"{language.capitalised(language.kind('registration'))} {registration.id}"
    return f"{name} ({registration.count})" if registration.count > 1 else name


def title_of(thing: Any, language: Language) -> str:
    """Return what a thing is called in lists: its title, name, sentence or text, in one line."""
    if isinstance(thing, Result):
        # Its words may come from too few people to be shown.
        return _kind_and_number(thing, language)
    own = tuple(f"{each}_{language.code}" for each in ("title", "name", "text"))
    for name in (*own, *_NAMES):
        text = getattr(thing, name, "")
        if text:
            return " ".join(str(text).split())
    if isinstance(thing, Part) and thing.date is not None:
        return language.capitalised(language.date(thing.date))
    return _kind_and_number(thing, language)


def part_title(part: Part, parts: Sequence[Part], language: Language) -> str:
    """Return what a part of a day is called among its parts: its title, else its date, else which one it is."""
    if part.title or part.date is not None:
        return title_of(part, language)
    place = next((place for place, each in enumerate(parts, start=1) if each.id == part.id), 0)
    return f"{language.capitalised(language.kind('part'))} {place}"


def bilingual_titles(setting: Setting, language: Language) -> dict[Reference, str]:
    """Return what each thing that has a name in both languages is called, of which search keeps one as the title."""
    bilingual = (*setting.formats, *setting.learning_forms, *setting.question_sets)
    return {reference_to(inner): title_of(inner, language) for each in bilingual for inner in things_in(each)}


def called_off(title: str, language: Language) -> str:
    """Return the title of what was called off: that comes first, where a long title leaves room for it."""
    return language.capitalised(language.gettext("called off: {title}")).replace("{title}", title)


def _kind_and_number(thing: Any, language: Language) -> str:
    kind, row_id = reference_to(thing)
    return f"{language.capitalised(language.kind(kind))} {row_id}"
