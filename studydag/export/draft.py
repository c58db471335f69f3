"""A draft of a mail with documents attached: to be opened, read over and sent by who opens it, never by us."""

from __future__ import annotations

from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from studydag.language import Language
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting

PDF: Final = "pdf"
ICS: Final = "ics"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """To whom, about what, what it says line by line, and the files by name and ending.

    `mark` parts the files from each other: the same one gives the same bytes for the same draft.
    """

    to: Person | None = None
    subject: str
    body: tuple[str, ...]
    files: tuple[tuple[str, str, bytes], ...]
    mark: str


def person_in(setting: Setting, uid: str) -> Person | None:
    """Return who a draft is for; nobody in particular where no uid was chosen."""
    return next((person for person in setting.people if person.uid == uid), None) if uid else None


def greeting(to: Person | None, language: Language) -> str:
    """Return how a draft begins."""
    _ = language.gettext
    return _("Hello {name},").replace("{name}", to.name) if to is not None else _("Hello,")


def written(draft: Draft) -> bytes:
    """Return a draft as a file that mail programs open to send (RFC 5322, `X-Unsent`)."""
    message = EmailMessage(policy=SMTP)
    if draft.to is not None and draft.to.email.strip():
        message["To"] = " ".join(draft.to.email.split())
    # Spaces that hold a line together on paper would keep people from finding what they type.
    message.set_content("\n".join(draft.body).replace("\u00a0", " ") + "\n")
    for name, ending, data in draft.files:
        main, sub = ("application", "pdf") if ending == PDF else ("text", "calendar")
        message.add_attachment(data, maintype=main, subtype=sub, filename=f"{name}.{ending}")
    message.set_boundary(f"studydag-{draft.mark}"[:60] if draft.mark.isascii() else "studydag-mail")
    # EmailMessage folds a long subject so that a letter beyond ASCII gets a second space before its word.
    words = " ".join(draft.subject.split())
    charset = "us-ascii" if words.isascii() else "utf-8"
    subject = Header(words, charset, header_name="Subject").encode(linesep="\r\n")
    return f"X-Unsent: 1\r\nSubject: {subject}\r\n".encode() + message.as_bytes()
