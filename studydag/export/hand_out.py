"""What owners are handed: the checklist of one or of all, over one study day or several, as page, dates or mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from studydag.export.asked import Stamp
from studydag.export.document import EML, ICS, PDF
from studydag.export.documents import document
from studydag.language import Language
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def handed_out(
    days: Sequence[tuple[StudyDay, Setting]], owner: str, ending: str, language: Language, stamp: Stamp
) -> bytes:
    """Return the checklist of an owner (uid; empty: of all) in the form of a file ending.

    Raises NothingDated for a calendar without dates.
    """
    wanted = document("checklist")
    chosen = {"owner": owner}
    if len(days) == 1:
        day, setting = days[0]
        return wanted.render(day, setting, language, stamp, ending=ending, chosen=chosen)
    choices = wanted.choices(chosen)
    if ending == ICS:
        from studydag.export import calendar

        return calendar.checklist_of_days(days, choices, language, stamp)
    if ending == EML:
        from studydag.export import mail

        return mail.checklist_of_days(days, choices, language, stamp)
    assert ending == PDF
    from studydag.export.pdf import checklist

    return checklist.render_days(days, choices, language, replace(stamp, one_side=wanted.one_side))
