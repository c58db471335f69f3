"""A draft of a mail to an owner, with the checklist and the calendar attached: to be opened, read over and sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from studydag.export import calendar
from studydag.export.afterwards import Entry, entries, is_finished
from studydag.export.asked import Choices, Stamp
from studydag.export.draft import ICS, PDF, Draft, greeting, person_in, written
from studydag.export.names import Names
from studydag.export.pdf import checklist as pdf
from studydag.language import Language
from studydag.model.values.errors import NothingDated
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.programme import ResourceKind, ResourceWhen
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

Days = Sequence[tuple[StudyDay, Setting]]
"""Study days, each with its setting."""


def checklist(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the draft for one owner, or without a name for all; the calendar is left out where nothing has a date."""
    page = pdf.render(day, setting, choices, language, stamp)
    draft = _draft(((day, setting),), day.title or language.gettext("Study day"), day.uid, page, choices, language)
    return written(_with_dates(draft, lambda: calendar.checklist(day, setting, choices, language, stamp), language))


def checklist_of_days(days: Days, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the draft for one owner, or for all, over several study days."""
    page = pdf.render_days(days, choices, language, stamp)
    draft = _draft(days, language.gettext("All study days"), "all-days", page, choices, language)
    return written(_with_dates(draft, lambda: calendar.checklist_of_days(days, choices, language, stamp), language))


def _draft(days: Days, title: str, mark: str, page: bytes, choices: Choices, language: Language) -> Draft:
    _ = language.gettext
    owner = person_in(days[0][1], choices["owner"])
    return Draft(
        to=owner,
        subject=(_("Your actions: {day}") if owner is not None else _("Actions: {day}")).replace("{day}", title),
        body=tuple(_body(days, choices, language, owner)),
        files=((_("checklist"), PDF, page),),
        mark=mark,
    )


def _with_dates(draft: Draft, made: Callable[[], bytes], language: Language) -> Draft:
    try:
        dates = made()
    except NothingDated:
        return replace(
            draft, body=(*draft.body, language.gettext("The checklist is attached. Do tell me how it goes."))
        )
    end = language.gettext("The checklist is attached, with a calendar file of the dates. Do tell me how it goes.")
    files = (*draft.files, (language.gettext("checklist"), ICS, dates))
    return replace(draft, body=(*draft.body, end), files=files)


def _body(days: Days, choices: Choices, language: Language, owner: Person | None) -> list[str]:
    _ = language.gettext
    yours = _("These are your actions before and after the study day:")
    of_all = _("These are the actions before and after the study day:")
    found: list[str] = []
    for day, setting in days:
        own = list(_lines(day, setting, choices, language, owner))
        if own and len(days) > 1:
            found += [day.title or _("Study day")]
        found += [*own, *([""] if own and len(days) > 1 else [])]
    told = (yours if owner is not None else of_all, "") if found else (_("There are no actions to follow up."),)
    lines = [greeting(owner, language), "", *told, *found]
    for heading, is_person in ((_("Further reading:"), False), (_("Who you can ask:"), True)):
        sources = [f"- {said}" for day, _setting in days for said in _sources(day, is_person=is_person)]
        if sources:
            lines += ["", heading, "", *dict.fromkeys(sources)]
    return [*lines, ""]


def _lines(
    day: StudyDay, setting: Setting, choices: Choices, language: Language, owner: Person | None
) -> Iterator[str]:
    names = Names(day, setting, language)
    for entry in entries(day, names):
        if (owner is None or owner.id in _whose(entry)) and (choices.on("finished") or not is_finished(entry, day)):
            yield _line(entry, "" if owner is not None else entry.owner)


def _whose(entry: Entry) -> set[int | None]:
    """Return who has to do with it: who does it, leads it, or is the contact of who does."""
    thing = entry.thing
    if isinstance(thing, Action):
        return {thing.owner, thing.owner_contact}
    return {thing.leader if isinstance(thing, Moment) else thing.who}


def _sources(day: StudyDay, *, is_person: bool) -> Iterator[str]:
    """Give the sources for after the day (R065), as they are to be found: what to read, or who can be asked."""
    for block in day.blocks:
        for each in () if block.internal or block.cancelled else block.resources:
            title, link = (" ".join(text.split()) for text in (each.title, each.link))
            if each.when is ResourceWhen.AFTER and (title or link) and (each.kind is ResourceKind.PERSON) == is_person:
                yield f"{title}: {link}" if title and link else title or link


def _line(entry: Entry, owner: str) -> str:
    parts = [" ".join(entry.title.split()), owner, entry.when]
    return "- " + " · ".join(part for part in parts if part)
