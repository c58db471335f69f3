"""The register of documents: what can be printed or saved, on which paper, with which options.

The command line and the window both read it. What makes a document is imported when it is made.
"""

from __future__ import annotations

from typing import Final

from studydag.export.asked import NO
from studydag.export.document import DOCX as DOCX
from studydag.export.document import EML as EML
from studydag.export.document import ICS as ICS
from studydag.export.document import MD as MD
from studydag.export.document import PDF as PDF
from studydag.export.document import TXT as TXT
from studydag.export.document import XLSX as XLSX
from studydag.export.document import Document as Document
from studydag.export.document import Option as Option
from studydag.export.document import Paper as Paper
from studydag.export.document import Readers as Readers
from studydag.export.makers import Maker
from studydag.model.values.errors import NoSuchDocument
from studydag.model.values.wording import N_


def documents() -> tuple[Document, ...]:
    """Return all documents, in the order in which they are offered."""
    return DOCUMENTS


def document(name: str) -> Document:
    """Return a document by its name; raises NoSuchDocument."""
    found = next((each for each in DOCUMENTS if each.name == name), None)
    if found is None:
        raise NoSuchDocument(name=name, names=", ".join(each.name for each in DOCUMENTS))
    return found


_LARGE_PRINT = Option(name="large_print", title=N_("Large print (16 pt)"), default=NO)

DOCUMENTS: Final = (
    Document(
        name="programme",
        title=N_("Participant programme"),
        paper=Paper.A4,
        readers=Readers.PARTICIPANTS,
        makers={
            PDF: Maker("pdf.programme"),
            DOCX: Maker("word", "programme"),
            XLSX: Maker("spreadsheet", "programme"),
            ICS: Maker("calendar", "programme"),
            MD: Maker("text", "programme_as_markdown"),
            TXT: Maker("text", "programme_as_text"),
        },
        options=(
            Option(name="goals", title=N_("Goals")),
            Option(name="formats", title=N_("Working formats")),
            Option(name="rooms", title=N_("Rooms")),
            Option(name="leads", title=N_("Leads, and what you get from it"), default=NO),
            Option(name="follow_up", title=N_("What happens afterwards")),
            _LARGE_PRINT,
        ),
    ),
    Document(
        name="run-sheet",
        title=N_("Run sheet"),
        paper=Paper.A4,
        readers=Readers.FACILITATORS,
        makers={PDF: Maker("pdf.run_sheet"), EML: Maker("mail_for_the_day", "run_sheet")},
        called={EML: N_("E-mail to a lead")},
        options=(
            Option(name="lead", title=N_("For one lead"), default="", values=(), refers="person"),
            Option(name="notes", title=N_("Private notes of facilitators"), default=NO),
            Option(name="steps", title=N_("Steps of the working formats")),
            Option(name="plan_b", title=N_("Plan B")),
        ),
    ),
    Document(
        name="plan",
        title=N_("Implementation plan"),
        paper=Paper.A4_LANDSCAPE,
        readers=Readers.SCHOOL_LEADER,
        makers={
            PDF: Maker("pdf.plan"),
            DOCX: Maker("word", "plan"),
            XLSX: Maker("spreadsheet", "plan"),
            ICS: Maker("calendar", "plan"),
            MD: Maker("text", "plan_as_markdown"),
            TXT: Maker("text", "plan_as_text"),
        },
        options=(
            Option(name="goals", title=N_("Goals")),
            Option(name="moments", title=N_("Moments")),
            Option(name="measures", title=N_("Measures")),
            Option(name="finished", title=N_("Finished actions")),
        ),
    ),
    Document(
        name="checklist",
        title=N_("Follow-up checklist"),
        paper=Paper.A4,
        readers=Readers.OWNERS,
        makers={PDF: Maker("pdf.checklist"), ICS: Maker("calendar", "checklist"), EML: Maker("mail", "checklist")},
        called={EML: N_("E-mail to an owner")},
        one_side=True,
        options=(
            Option(name="owner", title=N_("For one owner"), default="", values=(), refers="person"),
            Option(name="finished", title=N_("Finished actions"), default=NO),
            Option(name="lines", title=N_("Lines to write notes on")),
            _LARGE_PRINT,
        ),
    ),
    Document(
        name="invitation",
        title=N_("Invitation"),
        paper=Paper.A4,
        readers=Readers.PARTICIPANTS,
        makers={
            PDF: Maker("pdf.invitation"),
            DOCX: Maker("word", "invitation"),
        },
        options=(
            Option(name="why", title=N_("Why this day")),
            Option(name="goals", title=N_("Goals")),
            Option(name="programme", title=N_("The day in short")),
            Option(name="prepare", title=N_("Prepare and bring along")),
            Option(name="follow_up", title=N_("What we expect afterwards")),
            Option(name="route", title=N_("Route, parking and Wi-Fi")),
        ),
    ),
    Document(
        name="attendance",
        title=N_("Attendance list"),
        paper=Paper.A4,
        readers=Readers.FACILITATORS,
        makers={PDF: Maker("pdf.attendance"), XLSX: Maker("spreadsheet", "registrations")},
        called={XLSX: N_("Registrations")},
        one_side=True,
        options=(
            Option(name="options", title=N_("A list for each option")),
            Option(name="walk_ins", title=N_("Rows for walk-ins")),
            Option(name="signature", title=N_("Signature")),
            Option(name="days_off", title=N_("Whose day off it is, and time off in lieu"), default=NO),
        ),
    ),
    Document(
        name="materials",
        title=N_("Materials and catering"),
        paper=Paper.A4,
        readers=Readers.ORGANISERS,
        makers={PDF: Maker("pdf.materials"), EML: Maker("mail_for_the_day", "catering")},
        called={EML: N_("E-mail to the caterer")},
        options=(
            Option(name="materials", title=N_("Materials")),
            Option(name="catering", title=N_("Catering")),
            Option(name="rooms", title=N_("Rooms")),
        ),
    ),
    Document(
        name="evaluation",
        title=N_("Evaluation forms"),
        paper=Paper.A4,
        readers=Readers.PARTICIPANTS,
        makers={PDF: Maker("pdf.evaluation"), TXT: Maker("question_sets", "as_text")},
        called={TXT: N_("Questions of the evaluation forms")},
        one_side=True,
        options=(
            Option(name="reaction", title=N_("Reaction: form for the end of the day")),
            Option(name="learning", title=N_("Learning: what participants know and can do")),
            Option(name="observation", title=N_("Observation form for lesson visits"), default=NO),
            Option(name="pupils", title=N_("Questions for pupils"), default=NO),
            Option(name="pulse", title=N_("Pulse of the learning climate"), default=NO),
            Option(name="focus_group", title=N_("Guide for a focus group"), default=NO),
        ),
    ),
    Document(
        name="room-cards",
        title=N_("Room cards"),
        paper=Paper.A4_LANDSCAPE,
        readers=Readers.EVERYONE,
        makers={PDF: Maker("pdf.room_cards")},
        one_side=True,
        options=(
            Option(name="whole_day", title=N_("One card for each room, with the whole day"), default=NO),
            Option(name="next", title=N_("What comes next")),
            Option(name="leads", title=N_("Leads")),
        ),
    ),
    Document(
        name="parent-letter",
        title=N_("Letter to parents"),
        paper=Paper.A4,
        readers=Readers.PARENTS,
        makers={PDF: Maker("pdf.parent_letter"), DOCX: Maker("word", "parent_letter")},
        options=(
            Option(name="why", title=N_("Why this day")),
            Option(name="no_lessons", title=N_("Pupils have no lessons")),
            Option(name="goals", title=N_("Goals"), default=NO),
        ),
    ),
    Document(
        name="expert-brief",
        title=N_("Brief for an expert"),
        paper=Paper.A4,
        readers=Readers.EXPERTS,
        makers={PDF: Maker("pdf.expert_brief")},
        one_side=True,
        options=(
            Option(name="goals", title=N_("Goals")),
            Option(name="budget", title=N_("Budget")),
        ),
    ),
    Document(
        name="sign-up",
        title=N_("Sign-up form"),
        paper=Paper.A4,
        readers=Readers.PARTICIPANTS,
        makers={PDF: Maker("pdf.sign_up"), TXT: Maker("sign_up_list", "as_text")},
        called={TXT: N_("Sign-up list")},
        options=(Option(name="descriptions", title=N_("Descriptions of the options")),),
    ),
    Document(
        name="certificate",
        title=N_("Certificate of attendance"),
        paper=Paper.A4_LANDSCAPE,
        readers=Readers.PARTICIPANTS,
        makers={PDF: Maker("pdf.certificate")},
        one_side=True,
        options=(
            Option(name="person", title=N_("For one person"), default="", values=(), refers="person"),
            Option(name="goals", title=N_("Goals")),
        ),
    ),
    Document(
        name="poster",
        title=N_("Poster"),
        paper=Paper.A3,
        readers=Readers.EVERYONE,
        makers={PDF: Maker("pdf.poster")},
        one_side=True,
        options=(
            Option(name="question", title=N_("Learning question")),
            Option(name="rooms", title=N_("Rooms")),
        ),
    ),
    Document(
        name="badges",
        title=N_("Name badges"),
        paper=Paper.A4,
        readers=Readers.PARTICIPANTS,
        makers={PDF: Maker("pdf.badges")},
        one_side=True,
        true_size=True,
        options=(
            Option(name="route", title=N_("Own route through the rounds")),
            Option(name="unnamed", title=N_("Blank ones for people without a name yet")),
        ),
    ),
    Document(
        name="personal",
        title=N_("Personal programmes"),
        paper=Paper.A5,
        readers=Readers.PARTICIPANTS,
        makers={PDF: Maker("pdf.personal")},
        one_side=True,
        true_size=True,
        options=(
            Option(name="actions", title=N_("Own actions")),
            Option(name="training", title=N_("Own training with a certificate")),
            Option(name="four", title=N_("Four on a sheet of A4"), default=NO),
        ),
    ),
    Document(
        name="handout",
        title=N_("Handout"),
        paper=Paper.A4,
        readers=Readers.PARTICIPANTS,
        makers={PDF: Maker("pdf.handout")},
        options=(
            Option(name="prompts", title=N_("Prompts")),
            Option(name="steps", title=N_("Steps of the working formats")),
            Option(name="lines", title=N_("Lines to write notes on")),
            Option(name="log", title=N_("Questions for your log")),
            Option(name="reading", title=N_("Further reading")),
            Option(name="decisions", title=N_("Decisions"), default=NO),
        ),
    ),
    Document(
        name="effect",
        title=N_("Effect report"),
        paper=Paper.A4,
        readers=Readers.TEAM,
        makers={PDF: Maker("pdf.effect")},
        options=(
            Option(name="goals", title=N_("Goals")),
            Option(name="successes", title=N_("What went well")),
            Option(name="insights", title=N_("What to keep, change and stop")),
            Option(name="guskey", title=N_("In Guskey’s order"), default=NO),
        ),
    ),
    Document(
        name="justification",
        title=N_("Design justification"),
        paper=Paper.A4,
        readers=Readers.SCHOOL_LEADER,
        makers={PDF: Maker("pdf.justification")},
        options=(
            Option(name="needs", title=N_("Needs, without confidential ones")),
            Option(name="picture", title=N_("The thread as a picture")),
            Option(name="balance", title=N_("How the time is divided")),
            Option(name="checks", title=N_("Design checks")),
            Option(name="decisions", title=N_("Decisions")),
            Option(name="climate", title=N_("Learning climate")),
        ),
    ),
    Document(
        name="partner",
        title=N_("Partner file"),
        paper=Paper.A4,
        readers=Readers.COORDINATOR,
        makers={PDF: Maker("pdf.partner")},
        options=(
            Option(name="sheets", title=N_("A sheet for each expert")),
            Option(name="comparison", title=N_("Comparison of candidates (confidential)"), default=NO),
            Option(name="costs", title=N_("Costs by goal")),
            Option(name="ambassadors", title=N_("Cards for ambassadors")),
            Option(name="handover", title=N_("Handover with insights")),
        ),
    ),
    Document(
        name="share",
        title=N_("Share pack"),
        paper=Paper.A4,
        readers=Readers.OUTSIDERS,
        makers={PDF: Maker("pdf.share")},
        options=(
            Option(name="needs", title=N_("Needs, without confidential ones")),
            Option(name="thread", title=N_("The thread")),
            Option(name="balance", title=N_("How the time is divided")),
            Option(name="programme", title=N_("Programme")),
            Option(name="follow_up", title=N_("What comes before and after")),
            Option(name="effect", title=N_("What came of it")),
        ),
    ),
    Document(
        name="changes",
        title=N_("Change sheet"),
        paper=Paper.A4,
        readers=Readers.EVERYONE,
        makers={PDF: Maker("pdf.changes")},
        compares=True,
        options=(
            Option(name="goals", title=N_("Needs and goals")),
            Option(name="actions", title=N_("Actions and moments")),
            Option(name="people", title=N_("People and rooms"), default=NO),
            Option(name="internal", title=N_("Internal blocks"), default=NO),
            Option(name="details", title=N_("All details"), default=NO),
        ),
    ),
)
