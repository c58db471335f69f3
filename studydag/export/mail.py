"""A draft of a mail to an owner, with the checklist and the calendar attached: to be opened, read over and sent."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from studydag.export import calendar
from studydag.export.asked import Choices, Stamp
from studydag.export.names import Names
from studydag.export.pdf import checklist as pdf
from studydag.language import Language
from studydag.model.rules.dates import resolve
from studydag.model.values.errors import NothingDated
from studydag.model.values.follow_up import Action
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def checklist(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the draft for one owner, or without a name for all; it is not sent by us (RFC 5322, `X-Unsent`).

    The calendar is left out where nothing has a date.
    """
    _ = language.gettext
    owner = next((person for person in setting.people if person.uid == choices["owner"]), None)
    title = day.title or _("Study day")
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if owner is not None and owner.email.strip():
        message["To"] = " ".join(owner.email.split())
    subject = _("Your actions of {day}").replace("{day}", title)
    message["Subject"] = " ".join(subject.split())
    message.set_content(_body(day, setting, choices, language, owner))
    name = _("checklist")
    message.add_attachment(
        pdf.render(day, setting, choices, language, stamp),
        maintype="application",
        subtype="pdf",
        filename=f"{name}.pdf",
    )
    # The same day gives the same file, as with all documents.
    message.set_boundary(f"studydag-{day.uid}"[:60] if day.uid.isascii() else "studydag-mail")
    try:
        dates = calendar.checklist(day, setting, choices, language, stamp)
    except NothingDated:
        return message.as_bytes()
    message.add_attachment(dates, maintype="text", subtype="calendar", filename=f"{name}.ics")
    return message.as_bytes()


def _body(day: StudyDay, setting: Setting, choices: Choices, language: Language, owner: Person | None) -> str:
    _, names = language.gettext, Names(day, setting, language)
    greeting = _("Hello {name},").replace("{name}", owner.name) if owner is not None else _("Hello,")
    lines = [greeting, "", _("These are your actions before and after the study day:"), ""]
    for action in day.actions:
        mine = owner is None or owner.id in {action.owner, action.owner_contact}
        if mine and (choices.on("finished") or action.state.is_unfinished):
            lines.append(_line(action, day, language, "" if owner is not None else names.owner(action)))
    lines += ["", _("The checklist is attached, with a calendar file where there are dates. Tell me how it goes.")]
    return "\n".join(lines) + "\n"


def _line(action: Action, day: StudyDay, language: Language, owner: str) -> str:
    on = resolve(action.due, day)
    parts = [" ".join(action.what.split()), owner, language.short_date(on) if on is not None else ""]
    return "- " + " · ".join(part for part in parts if part)
