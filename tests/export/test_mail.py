"""The draft of a mail to an owner: readable, with the checklist and the calendar attached, and sent by nobody."""

import datetime as dt
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from icalendar import Calendar

from studydag.export.documents import EML, document
from studydag.export.draft import Draft, written
from studydag.language import Language
from studydag.model.values.dates import RelativeDate
from studydag.model.values.follow_up import ActionState
from studydag.model.values.programme import LeadStatus, Resource, ResourceKind, ResourceWhen
from studydag.model.values.study_day import Catering, DietCount, StudyDay
from tests.building import a, a_block, a_day, a_lead, a_measure, a_moment, a_part, a_person, a_setting, an_action
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


def made(name: str, day: StudyDay, chosen: dict[str, str] | None = None) -> EmailMessage:
    setting = a_setting(people=(NOOR, a_person(2, name="Wim")))
    data = document(name).render(day, setting, Language.of("nl"), STAMP, ending=EML, chosen=chosen or {})
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage) -> str:
    body = message.get_body()
    assert body is not None
    return str(body.get_content())


def test_a_lead_gets_the_run_sheet_and_only_their_own_blocks_as_a_calendar() -> None:
    day = a_day(
        a_part(1, "23:45", "2:00"),
        a_block(2, title="Keynote", leads=(a_lead(1),)),
        a_block(3, title="Zalen klaarzetten", internal=True, leads=(a_lead(1),)),
        a_block(4, title="Afgezegd", leads=(a_lead(1, LeadStatus.CANCELLED),)),
        a_block(5, title="Van Wim", leads=(a_lead(2),)),
    )
    message = made("run-sheet", day, {"lead": NOOR.uid})
    assert str(message["To"]).startswith("noor@school.nl")
    assert message["Bcc"] is None
    assert "Dit begeleid je:" in text_of(message)
    assert "Keynote" in text_of(message)
    assert "Van Wim" not in text_of(message)
    assert "do 12 nov 2026 · 00:15 (+1) · Zalen klaarzetten" in text_of(message)
    pdf, ics = message.iter_attachments()
    assert pdf.get_content_type() == "application/pdf"
    events = Calendar.from_ical(ics.get_content()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Keynote", "Zalen klaarzetten (intern)"]


def test_the_caterer_gets_numbers_diets_and_where_to_bring_it() -> None:
    lunch = a(Catering, 9, what="Lunch", count=64, at=dt.time(12, 30), diets=(DietCount(name="veganistisch", count=3),))
    message = made("materials", a_day(a_part(1, venue="Aula"), lunch))
    body = text_of(message)
    assert "- do 12 nov 2026 12:30 · 64 × Lunch" in body
    assert "waarvan 3 × veganistisch" in body
    assert "Aula" in body
    assert [each.get_filename() for each in message.iter_attachments()] == ["catering.pdf"]
    assert "nog niets te bestellen" in text_of(made("materials", a_day()))


def test_what_there_is_to_read_after_the_day_stands_in_the_follow_up_mail() -> None:
    later = a(Resource, 7, title="Artikel: feedback", link="https://x.nl", when=ResourceWhen.AFTER)
    before = a(Resource, 8, title="Vooraf te lezen", when=ResourceWhen.BEFORE)
    body = text_of(made("checklist", a_day(a_block(1, resources=(later, before)))))
    assert "- Artikel: feedback: https://x.nl" in body
    assert "Vooraf" not in body


def test_a_long_subject_comes_through_with_its_spaces():
    subject = "Feedback die leerlingen gebruiken en die collega’s herkennen, hoe doe je dat, Łódź? Ωμέγα " * 2
    draft = Draft(subject=subject, body=("x",), files=(), mark="1")
    assert message_from_bytes(written(draft), policy=default)["Subject"] == " ".join(subject.split())


def test_each_meal_goes_to_the_place_of_its_part() -> None:
    parts = (a_part(1, venue="Aula"), a_part(2, "19:00", "22:00", venue="Theater"))
    dinner = a(Catering, 9, what="Diner", count=40, part=2)
    body = text_of(made("materials", a_day(*parts, dinner)))
    assert "bezorgd worden bij: Theater" in body
    assert "Aula" not in body
    both = text_of(made("materials", a_day(*parts, dinner, a(Catering, 8, what="Thee", part=1))))
    assert "40 × Diner · Theater" in both
    assert "Thee · Aula" in both
    assert "bezorgd worden" not in both


def test_a_draft_says_what_is_attached_and_whose_actions_they_are() -> None:
    own = text_of(draft(a_day(parts=(a_part(1),), actions=(MINE, HERS)), NOOR.uid))
    assert "Dit zijn je acties" in own
    assert "een agendabestand met de data" in own
    everyone = draft(a_day(parts=(), actions=(replace(MINE, due=None), HERS)), "")
    assert "Dit zijn de acties" in text_of(everyone)
    assert "agendabestand" not in text_of(everyone)
    assert str(everyone["Subject"]).startswith("Acties: ")


def test_spaces_are_plain_where_people_look_for_what_they_type() -> None:
    body = text_of(made("checklist", a_day(actions=(replace(MINE, what="Lees 1\u00a0u\u00a005"),))))
    assert "Lees 1 u 05" in body


def test_who_only_leads_or_measures_is_told_of_that() -> None:
    moment = replace(a_moment(4, title="Terugblik", first_date=RelativeDate(6)), leader=1)
    measure = a_measure(5, title="Peiling", when=RelativeDate(7), who=1)
    body = text_of(draft(a_day(a_part(1), moment, measure, a_measure(6, title="Van Wim", who=2)), NOOR.uid))
    assert "- Terugblik · do 24 dec 2026\r\n- Peiling · do 31 dec 2026" in body
    assert "Van Wim" not in body
    assert "Er staan geen acties open." in text_of(draft(a_day(a_part(1)), NOOR.uid))


def test_whom_you_can_ask_is_not_among_what_there_is_to_read() -> None:
    colleague = a(Resource, 7, title="Marit, van Talen", kind=ResourceKind.PERSON, when=ResourceWhen.AFTER)
    body = text_of(made("checklist", a_day(a_block(1, resources=(colleague,)))))
    assert "Om verder te lezen" not in body
    assert "Wie je iets kunt vragen:\r\n\r\n- Marit, van Talen" in body
