"""Drafts of mails about the day itself: to a lead with the run sheet, to the caterer with what is to be brought."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from studydag.export import calendar
from studydag.export.asked import NO, YES, Choices, Stamp
from studydag.export.draft import ICS, PDF, Draft, greeting, person_in, written
from studydag.export.names import Names
from studydag.export.pdf import materials as materials_on_paper
from studydag.export.pdf import run_sheet as run_sheet_on_paper
from studydag.language import Language
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.errors import NothingDated
from studydag.model.values.programme import Block, LeadStatus, Part
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Catering, StudyDay


def run_sheet(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the draft for one lead, or without a name for all, with the run sheet and their blocks as a calendar."""
    _ = language.gettext
    lead = person_in(setting, choices["lead"])
    files = [(_("run sheet"), PDF, run_sheet_on_paper.render(day, setting, choices, language, stamp))]
    with suppress(NothingDated):
        files.append((_("run sheet"), ICS, calendar.led_by(day, setting, choices, language, stamp)))
    subject = _("Run sheet of {day}").replace("{day}", day.title or _("Study day"))
    body = (greeting(lead, language), "", *_blocks(day, setting, language, lead))
    return written(Draft(to=lead, subject=subject, body=body, files=tuple(files), mark=day.uid))


def catering(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:  # noqa: ARG001 - what all makers are given
    """Return the draft for the caterer: what, when, for how many, diets as counts (D13)."""
    _ = language.gettext
    only = Choices({"materials": NO, "catering": YES, "rooms": NO})
    files = ((_("catering"), PDF, materials_on_paper.render(day, setting, only, language, stamp)),)
    subject = _("Catering for {day}").replace("{day}", day.title or _("Study day"))
    body = (greeting(None, language), "", *_meals(day, setting, language))
    return written(Draft(subject=subject, body=body, files=files, mark=day.uid))


def _blocks(day: StudyDay, setting: Setting, language: Language, lead: Person | None) -> Iterator[str]:
    _, names = language.gettext, Names(day, setting, language)
    led = [slot for slot in schedule(day).with_options() if not slot.block.cancelled and _is_led_by(slot.block, lead)]
    if led:
        yield _("This is what you lead:") if lead is not None else _("This is the programme:")
        yield ""
    for slot in led:
        on = language.short_date(slot.part.date) if slot.part.date is not None else ""
        parts = [on, language.clock(slot.start), names.title_inside(slot.block)]
        parts += [names.room(slot.block.room), names.online(slot.block)]
        yield "- " + " · ".join(part for part in parts if part)
    yield from ("", _("The run sheet is attached. Is anything missing or wrong? Please tell me in good time."))


def _is_led_by(block: Block, lead: Person | None) -> bool:
    """Whether someone leads a block; with nobody in particular all do."""
    return lead is None or any(
        each.person == lead.id and each.status is not LeadStatus.CANCELLED for each in block.leads
    )


def _meals(day: StudyDay, setting: Setting, language: Language) -> Iterator[str]:
    _ = language.gettext
    meals = [each for each in day.catering if each.what or each.count]
    if not meals:
        yield _("There is nothing to order yet.")
        return
    places = list(dict.fromkeys(place for each in meals if (place := _place(each, day))))
    where = language.list(places) if places else setting.school.name
    yield _("For our study day we would like to order:")
    yield ""
    for each in meals:
        yield from _meal(each, day, language, _place(each, day) if len(places) > 1 else "")
    if where and len(places) < 2:
        yield from ("", _("Please deliver it to: {place}").replace("{place}", where))
    yield from ("", _("The list is attached. Please let me know whether this is possible."))


def _part_of(each: Catering, day: StudyDay) -> Part | None:
    return next((part for part in day.parts if part.id == each.part), day.parts[0] if len(day.parts) == 1 else None)


def _place(each: Catering, day: StudyDay) -> str:
    """Return where something is to be brought; of what belongs to no part all places."""
    part = _part_of(each, day)
    venues = dict.fromkeys(each.venue for each in day.parts if each.venue)
    return part.venue if part is not None else ", ".join(venues)


def _meal(each: Catering, day: StudyDay, language: Language, place: str) -> Iterator[str]:
    """Write what is wanted; `place` where meals go to different ones."""
    _ = language.gettext
    part = _part_of(each, day)
    on = language.short_date(part.date) if part is not None and part.date is not None else ""
    at = language.time(each.at) if each.at is not None else ""
    what = each.what or language.capitalised(language.kind("catering"))
    number = f"{each.count} × {what}" if each.count else what
    yield "- " + " · ".join(text for text in (f"{on} {at}".strip(), number, place) if text)
    of_which = _("of which")
    yield from (f"  {of_which} {diet.count} × {diet.name}" for diet in each.diets if diet.count)
