"""The draft of a mail to an owner: readable, with the checklist and the calendar attached, and sent by nobody."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from studydag.export.documents import EML, document
from studydag.language import Language
from studydag.model.values.dates import RelativeDate
from studydag.model.values.follow_up import ActionState
from studydag.model.values.study_day import StudyDay
from tests.building import a_day, a_part, a_person, a_setting, an_action
from tests.export.printing_days import STAMP

NOOR = replace(a_person(1, name="Noor Șahin"), email="noor@school.nl\r\nBcc: all@school.nl")
MINE = replace(an_action(1), what="Exitkaart\ngebruiken", owner=1, due=RelativeDate(2))
DONE = replace(an_action(2), what="Klaar", owner=1, state=ActionState.DONE)
HERS = replace(an_action(3), what="Van een ander", owner=2)


def draft(day: StudyDay, owner: str) -> EmailMessage:
    setting = a_setting(people=(NOOR, a_person(2, name="Wim")))
    made = document("checklist").render(day, setting, Language.of("nl"), STAMP, ending=EML, chosen={"owner": owner})
    assert made == document("checklist").render(
        day, setting, Language.of("nl"), STAMP, ending=EML, chosen={"owner": owner}
    )
    message = message_from_bytes(made, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_has_the_actions_of_the_owner_and_both_files() -> None:
    day = a_day(parts=(a_part(1),), actions=(MINE, DONE, HERS))
    message = draft(day, NOOR.uid)
    body = message.get_body()
    assert body is not None
    text = body.get_content()
    assert "Noor Șahin" in text
    assert "- Exitkaart gebruiken" in text
    assert "Klaar" not in text
    assert "Van een ander" not in text
    kinds = [part.get_content_type() for part in message.iter_attachments()]
    assert kinds == ["application/pdf", "text/calendar"]
    assert [part.get_filename() for part in message.iter_attachments()] == ["checklist.pdf", "checklist.ics"]
    assert message["X-Unsent"] == "1"
    assert message["Bcc"] is None


def test_without_dates_the_calendar_stays_out_and_without_an_owner_it_is_for_all() -> None:
    day = replace(a_day(parts=(), actions=(replace(MINE, due=None), HERS)), title="")
    message = draft(day, "")
    assert [part.get_content_type() for part in message.iter_attachments()] == ["application/pdf"]
    assert message["To"] is None
    body = message.get_body()
    assert body is not None
    assert "Van een ander · Wim" in body.get_content()
