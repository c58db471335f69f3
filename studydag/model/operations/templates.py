"""Templates: the design of a study day, kept to begin others with."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from studydag.model.exchange.study_day_json import decode, to_json
from studydag.model.exchange.template import as_template
from studydag.model.operations import editing
from studydag.model.operations.bringing import bring, parcel
from studydag.model.operations.setting import read_setting
from studydag.model.operations.soundness import refuse_if_any
from studydag.model.rules.copies import without_uids
from studydag.model.rules.moving import dates_from
from studydag.model.store.library import Library
from studydag.model.values.changes import Op, Place
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import Template
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.validation import clean_text, own_problems


def save_as_template(library: Library, day_id: int, title: str, *, description: str = "") -> int:
    """Keep the design of a study day, without dates, people and what came of it; return the template's id.

    Raises InvalidValue, NotFound.
    """
    day = library.get(StudyDay, day_id)
    content = to_json(*as_template(day, read_setting(library, day))).decode()
    return editing.add(library, Op.SAVE_TEMPLATE, Template(title=title, description=description, content=content))


def add_day_from_template(library: Library, template_id: int, title: str, *, date: dt.date | None = None) -> int:
    """Add a study day with the design of a template, its first part on `date` or some day; return its id.

    Raises InvalidValue, TooMany, NotFound.
    """
    title = clean_text(title)
    refuse_if_any(own_problems(StudyDay, {"title": title}, ""))
    template = library.get(Template, template_id)
    built_in = Setting(
        formats=tuple(library.every(WorkingFormat)),
        learning_forms=tuple(library.every(LearningForm)),
        question_sets=tuple(library.every(QuestionSet)),
    )
    loaded = decode(template.content.encode(), built_in=built_in)
    dates = {} if date is None else dates_from(loaded.day, date)
    parts = tuple(replace(part, date=dates.get(part.id)) for part in loaded.day.parts)
    packed = parcel(without_uids(replace(loaded.day, title=title, parts=parts)), loaded.setting)
    with library.change(Op.ADD_DAY_FROM_TEMPLATE) as writer:
        number = bring(library, writer, packed)
        writer.place = Place(number, "study_day", number)
    return number
