"""What makes each document; the code of one is imported when it is made, not before."""

from __future__ import annotations

from studydag.export.asked import Choices, Stamp
from studydag.language import Language
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def programme(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme as a PDF."""
    from studydag.export.pdf import programme as made

    return made.render(day, setting, choices, language, stamp)


def run_sheet(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the run sheet as a PDF."""
    from studydag.export.pdf import run_sheet as made

    return made.render(day, setting, choices, language, stamp)


def plan(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the plan as a PDF."""
    from studydag.export.pdf import plan as made

    return made.render(day, setting, choices, language, stamp)


def checklist(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the checklist as a PDF."""
    from studydag.export.pdf import checklist as made

    return made.render(day, setting, choices, language, stamp)


def programme_calendar(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the dates of the programme as a calendar."""
    from studydag.export import calendar

    return calendar.programme(day, setting, choices, language, stamp)


def plan_calendar(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the dates of the plan as a calendar."""
    from studydag.export import calendar

    return calendar.plan(day, setting, choices, language, stamp)


def checklist_calendar(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the dates of the checklist as a calendar."""
    from studydag.export import calendar

    return calendar.checklist(day, setting, choices, language, stamp)


def invitation(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the invitation as a PDF."""
    from studydag.export.pdf import invitation as made

    return made.render(day, setting, choices, language, stamp)


def attendance(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the attendance as a PDF."""
    from studydag.export.pdf import attendance as made

    return made.render(day, setting, choices, language, stamp)


def materials(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the materials as a PDF."""
    from studydag.export.pdf import materials as made

    return made.render(day, setting, choices, language, stamp)


def evaluation(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the evaluation as a PDF."""
    from studydag.export.pdf import evaluation as made

    return made.render(day, setting, choices, language, stamp)


def room_cards(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the room cards as a PDF."""
    from studydag.export.pdf import room_cards as made

    return made.render(day, setting, choices, language, stamp)


def parent_letter(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the parent letter as a PDF."""
    from studydag.export.pdf import parent_letter as made

    return made.render(day, setting, choices, language, stamp)


def expert_brief(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the expert brief as a PDF."""
    from studydag.export.pdf import expert_brief as made

    return made.render(day, setting, choices, language, stamp)


def questions(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the questions of the evaluation forms as plain text."""
    from studydag.export import question_sets

    return question_sets.as_text(day, setting, choices, language, stamp)


def certificate(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the certificate as a PDF."""
    from studydag.export.pdf import certificate as made

    return made.render(day, setting, choices, language, stamp)


def poster(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the poster as a PDF."""
    from studydag.export.pdf import poster as made

    return made.render(day, setting, choices, language, stamp)


def badges(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the badges as a PDF."""
    from studydag.export.pdf import badges as made

    return made.render(day, setting, choices, language, stamp)


def personal(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the personal as a PDF."""
    from studydag.export.pdf import personal as made

    return made.render(day, setting, choices, language, stamp)


def handout(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the handout as a PDF."""
    from studydag.export.pdf import handout as made

    return made.render(day, setting, choices, language, stamp)


def effect(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the effect as a PDF."""
    from studydag.export.pdf import effect as made

    return made.render(day, setting, choices, language, stamp)


def checklist_mail(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return a draft of a mail with the checklist and its dates attached."""
    from studydag.export import mail

    return mail.checklist(day, setting, choices, language, stamp)
