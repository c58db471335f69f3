"""Everything that is held on one person, as a text to hand to them: readable, with nothing of others in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from studydag.export.field_words import FieldWords
from studydag.labels import field_name
from studydag.labels.titles import title_of
from studydag.language import Language
from studydag.model.rules.calendar.dates import first_date
from studydag.model.rules.people.person_file import Held, PersonFile
from studydag.model.values.description import Described, described, kind_of
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_PASSED_OVER = frozenset({"id", "uid", "position"})


@dataclass(slots=True)
class _InView:
    """A study day whose things are named."""

    language: Language
    day: StudyDay | None
    setting: Setting


def as_text(found: PersonFile, setting: Setting, language: Language, printed: dt.datetime) -> bytes:
    """Return the file as plain text in UTF-8, with a mark at the start that Windows knows it by."""
    return ("\ufeff" + "\r\n".join(_Writer(found, setting, language).lines(printed)) + "\r\n").encode()


class _Writer:
    """Writes one file."""

    def __init__(self, found: PersonFile, setting: Setting, language: Language) -> None:
        self._found = found
        self._setting = setting
        self._language = language

    def lines(self, printed: dt.datetime) -> Iterator[str]:
        """Give the lines in order."""
        _, language, found = self._language.gettext, self._language, self._found
        yield _("Everything held about {name}").replace("{name}", found.person.name)
        school = self._setting.school.name
        made = _("Made on {date}").replace("{date}", language.date_without_weekday(printed))
        yield f"{made} · {school}" if school else made
        yield from self._part(_("The record"), self._fields(found.person, FieldWords(self._view(None))))
        yield from self._part(_("At the school"), self._held(found.school, None))
        for day, held in found.days:
            on = first_date(day)
            title = day.title or _("Study day")
            heading = title if on is None else f"{title} · {language.short_date(on)}"
            yield from self._part(heading, [*self._held(held, day), *self._versions(day)])
        backups = [f"- {name}" for name in found.backups]
        yield from self._part(_("Backups that name this person"), backups)
        if not found.school and not found.days:
            yield ""
            yield _("No study day, group or trajectory holds anything.")

    def _part(self, heading: str, lines: Iterator[str] | list[str]) -> Iterator[str]:
        written = list(lines)
        if written:
            yield from ("", heading, "-" * len(heading), *written)

    def _view(self, day: StudyDay | None) -> _InView:
        return _InView(self._language, day, self._setting)

    def _held(self, held: tuple[Held, ...], day: StudyDay | None) -> Iterator[str]:
        words = FieldWords(self._view(day))
        named = self._language.gettext("named in the text")
        for each in held:
            what = ", ".join(self._named(thing) for thing in (*each.trail[1:], each.thing)) or self._named(each.thing)
            if each.text:
                quoted = "; ".join(
                    f"{self._label(field, each.thing)}: {words.text(field)(each.thing)}" for field in each.fields
                )
                yield f"- {what}: {named} ({quoted})"
            elif each.whole:
                yield f"- {what}"
                yield from (f"    {line}" for line in self._fields(each.thing, words))
            else:
                yield f"- {what}: {', '.join(self._label(field, each.thing) for field in each.fields)}"

    def _versions(self, day: StudyDay) -> Iterator[str]:
        number = self._found.versions.get(day.id, 0)
        if number:
            text = self._language.ngettext("{n} kept version names them too", "{n} kept versions name them too", number)
            yield "- " + text.replace("{n}", str(number))

    def _fields(self, thing: Any, words: FieldWords) -> Iterator[str]:
        for each in described(type(thing)):
            text = "" if each.name in _PASSED_OVER else words.text(each)(thing)
            if text and getattr(thing, each.name) != each.default:
                yield f"{self._label(each, thing)}: {text}"

    def _label(self, each: Described, thing: Any) -> str:
        return self._language.capitalised(field_name(each.name, self._language, type(thing)))

    def _named(self, thing: Any) -> str:
        kind = self._language.capitalised(self._language.kind(kind_of(type(thing))))
        title = title_of(thing, self._language)
        return kind if title.startswith(kind) else f"{kind} {self._language.quoted(title)}"
