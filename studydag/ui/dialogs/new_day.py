"""A new study day: from four questions, from an earlier day, or empty."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from studydag.model.exchange.beginning import Answers
from studydag.model.operations.study_days import duplicate
from studydag.model.store.first_list import day_lines
from studydag.model.values.errors import StudyDagError
from studydag.ui.dialogs.beginnings import Design, add_worked_example, begin, designs
from studydag.ui.dialogs.dialog import Dialog
from studydag.ui.dialogs.problems import said
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.fields.dates import DateField
from studydag.ui.fields.field import Field
from studydag.ui.fields.text import LineField
from studydag.ui.fields.typed import ClockField, NumberField
from studydag.ui.workspace import Workspace

MOST_PEOPLE = 5000
TITLE_FROM_QUESTION = 80


class Way(IntEnum):
    """How to begin."""

    QUESTIONS = 0
    EARLIER = 1
    EMPTY = 2
    EXAMPLE = 3


class NewDayDialog(Dialog):
    """Asks how to begin; `ask` returns the new day's id."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin with the four questions."""
        _ = workspace.language.gettext
        super().__init__(_("New study day"), workspace.language, parent, accept=_("Make study day"), characters=72)
        self._workspace = workspace
        self._made: int | None = None
        self._ways = QButtonGroup(self)
        self._forms = QStackedWidget(self)
        ways = (
            (Way.QUESTIONS, _("Answer four questions"), self._questions()),
            (Way.EARLIER, _("From an earlier study day"), self._earlier()),
            (Way.EMPTY, _("Empty"), self._empty()),
            (Way.EXAMPLE, _("The worked example"), self._example()),
        )
        for way, title, form in ways:
            button = QRadioButton(title, self)
            self._ways.addButton(button, way)
            self.body.addWidget(button)
            self._forms.addWidget(form)
        self.body.addSpacing(8)
        self.body.addWidget(self._forms)
        self.body.addStretch(1)
        self._ways.idClicked.connect(self._forms.setCurrentIndex)
        self.choose(Way.QUESTIONS)

    def choose(self, way: Way, day_id: int | None = None) -> None:
        """Choose how to begin; `day_id` is the earlier day to begin from."""
        self._ways.button(way).setChecked(True)
        self._forms.setCurrentIndex(way)
        if day_id is not None:
            self.earlier.show_value(day_id)
            self._propose_title(day_id)

    def ask(self) -> int | None:
        """Show the dialog; return the id of the day that was made, if one was."""
        self.run()
        return self._made

    def accept(self) -> None:
        """Make the day, or say what is missing."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        try:
            self._made = self._make(Way(self._ways.checkedId()))
        except StudyDagError as error:
            self.say_problem(said(error, self.language))
            return
        if self._made is not None:
            super().accept()

    # -- the forms

    def _questions(self) -> QWidget:
        _ = self.language.gettext
        self.date = DateField(self.language)
        self.start, self.end = ClockField(self.language), ClockField(self.language)
        self.start.show_value(dt.time(9, 0))
        self.end.show_value(dt.time(16, 0))
        self.about = LineField()
        self.about.line.setPlaceholderText(_("For example: how do we see in each lesson whether pupils get it?"))
        self.people = NumberField(0, MOST_PEOPLE, optional=True)
        offered = designs(self._workspace)
        self.design = ChoiceField([Choice(each, each.title) for each in offered])
        self.design.show_value(offered[0])
        times = QWidget(self)
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.date, 3)
        row.addWidget(QLabel(_("from"), times))
        row.addWidget(self.start, 1)
        row.addWidget(QLabel(_("to"), times))
        row.addWidget(self.end, 1)
        times.setFocusProxy(self.date)
        self.start.name(_("Start"))
        self.end.name(_("End"))
        return self._form(
            (_("1. When is it? You may leave this open."), times, self.date),
            (_("2. What is it about: a theme, or the question you want to learn from"), self.about, self.about),
            (_("3. For how many people?"), self.people, self.people),
            (_("4. What do you begin with?"), self.design, self.design),
        )

    def _earlier(self) -> QWidget:
        _ = self.language.gettext
        lines = day_lines(self._workspace.library.path)
        choices = [
            Choice(
                line.id,
                f"{line.title or _('Study day')} ({self.language.short_date(line.dates[0])})"
                if line.dates
                else line.title or _("Study day"),
            )
            for line in reversed(lines)
        ]
        self.earlier = ChoiceField(choices)
        self.earlier.edited.connect(self._propose_title)
        self.earlier_title = LineField()
        self.earlier_date = DateField(self.language)
        self._titles = {line.id: line.title for line in lines}
        if choices:
            self.earlier.show_value(choices[0].value)
            self._propose_title(choices[0].value)
        return self._form(
            (_("Which study day?"), self.earlier, self.earlier),
            (_("Title of the new one"), self.earlier_title, self.earlier_title),
            (_("Date (you may leave this open)"), self.earlier_date, self.earlier_date),
            note=_("Programme, goals and actions come along; what came of that day stays there."),
        )

    def _empty(self) -> QWidget:
        _ = self.language.gettext
        self.empty_title = LineField()
        return self._form((_("Title"), self.empty_title, self.empty_title))

    def _example(self) -> QWidget:
        _ = self.language.gettext
        return self._form(note=_("A whole study day on formative assessment, to look at and to try things out on."))

    def _form(self, *rows: tuple[str, QWidget, Field], note: str = "") -> QWidget:
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        for title, widget, field in rows:
            label = QLabel(title, form)
            label.setWordWrap(True)
            label.setBuddy(widget.focusProxy() or widget)
            field.name(title)
            column.addWidget(label)
            column.addWidget(widget)
            column.addSpacing(6)
        if note:
            label = QLabel(note, form)
            label.setWordWrap(True)
            label.setProperty("role", "quiet")
            column.addWidget(label)
        column.addStretch(1)
        return form

    def _propose_title(self, day_id: int) -> None:
        title = self._titles.get(day_id, "")
        self.earlier_title.show_value(self.language.gettext("{title} (copy)").replace("{title}", title))

    # -- what is made

    def _make(self, way: Way) -> int | None:
        library = self._workspace.library
        if way is Way.EARLIER:
            if self.earlier.shown is None:
                self.say_problem(self.language.gettext("There is no earlier study day yet."))
                return None
            return duplicate(library, self.earlier.shown, self.earlier_title.shown or "", date=self.earlier_date.shown)
        if way is Way.EXAMPLE:
            return add_worked_example(self._workspace)
        if way is Way.EMPTY:
            answers = Answers(title=self.empty_title.shown or "", language=self._workspace.setting.school.language)
            return begin(self._workspace, answers, Design(name="empty", title=""))
        return begin(self._workspace, self._answers(), self.design.shown)

    def _answers(self) -> Answers:
        about = (self.about.shown or "").strip()
        is_question = about.endswith("?")
        title = about if len(about) <= TITLE_FROM_QUESTION else f"{about[:TITLE_FROM_QUESTION].rsplit(' ', 1)[0]}…"
        return Answers(
            title=title.rstrip("?") if is_question else title,
            theme="" if is_question else about,
            learning_question=about if is_question else "",
            date=self.date.shown,
            start=self.start.shown,
            end=self.end.shown,
            people=self.people.shown,
            language=self._workspace.setting.school.language,
        )
