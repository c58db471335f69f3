"""A new study day: from four questions and a design, from an earlier day, or empty; shown before it is made."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studydag.model.exchange.beginning import Answers
from studydag.model.values.errors import InvalidValue, Problem, StudyDagError
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.problems import said
from studydag.ui.dialogs.beginnings import Design, add_worked_example, begin, day_of, designs, source_of
from studydag.ui.dialogs.earlier_day import EarlierDayForm
from studydag.ui.fields.dates import DateField
from studydag.ui.fields.field import Field
from studydag.ui.fields.text import LineField
from studydag.ui.fields.typed import ClockField, NumberField
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.look import look_of
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.tables.dates_near import keep_coming_date
from studydag.ui.text_label import text_label
from studydag.ui.widgets.day_preview import DayPreview
from studydag.ui.workspace import Workspace

MOST_PEOPLE = 5000
TITLE_FROM_QUESTION = 80
FEWEST_DESIGNS = 5
START, END = dt.time(9, 0), dt.time(16, 0)


class Way(IntEnum):
    """How to begin."""

    QUESTIONS = 0
    EARLIER = 1
    PROGRAMME = 2
    EMPTY = 3
    EXAMPLE = 4


class NewDayDialog(Dialog):
    """Asks how to begin; `ask` returns the new day's id."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin with the four questions."""
        _ = workspace.language.gettext
        super().__init__(_("New study day"), workspace.language, parent, accept=_("Make study day"), characters=128)
        self._workspace = workspace
        self._made: int | None = None
        self._own_times = False
        self._ways = QButtonGroup(self)
        self._forms: dict[Way, QWidget] = {}
        self.preview = DayPreview(look_of(parent), workspace.language, self)
        ways = (
            (Way.QUESTIONS, _("Answer four questions"), self._questions()),
            (Way.EARLIER, _("From an earlier study day"), self._earlier()),
            (Way.PROGRAMME, _("From an existing programme"), self._programme()),
            (Way.EMPTY, _("Empty"), self._empty()),
            (Way.EXAMPLE, _("The worked example"), self._example()),
        )
        row = FlowLayout(spacing=12)
        for way, title, form in ways:
            button = QRadioButton(title, self)
            self._ways.addButton(button, way)
            row.addWidget(button)
            self._forms[way] = form
        beside = QHBoxLayout()
        beside.setSpacing(16)
        # Beside each other with one of them in view: a stack would be as high as the highest, and scroll for nothing.
        for form in self._forms.values():
            beside.addWidget(form, 1)
        beside.addWidget(self.preview, 1)
        self.body.addLayout(row)
        self.body.addSpacing(8)
        self.body.addLayout(beside, 1)
        self._ways.idToggled.connect(lambda way, on: self._choose(way) if on else None)
        self.choose(Way.QUESTIONS)

    def choose(self, way: Way, day_id: int | None = None) -> None:
        """Choose how to begin; `day_id` is the earlier day to begin from."""
        with QSignalBlocker(self._ways), QSignalBlocker(self.earlier):
            self._ways.button(way).setChecked(True)
            if day_id is not None:
                self.earlier.choose(day_id)
        self._choose(way)
        first = {Way.QUESTIONS: self.date, Way.EARLIER: self.earlier.day, Way.EMPTY: self.empty_title}.get(way)
        # Who begins to type answers the first question; the focus must not be on nothing.
        (self._ways.button(way) if first is None else first).setFocus()

    @property
    def offered(self) -> tuple[Design, ...]:
        """The designs to choose from."""
        return tuple(self._offered)

    @property
    def way(self) -> Way:
        """How it is chosen to begin."""
        return Way(self._ways.checkedId())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with what is on the clipboard at the key that pastes, where a programme is asked for."""
        if self.way is Way.PROGRAMME and event.matches(QKeySequence.StandardKey.Paste):
            self.accept()
        else:
            super().keyPressEvent(event)

    def ask(self) -> int | None:
        """Show the dialog; return the id of the day that was made, if one was."""
        self.run()
        return self._made

    def accept(self) -> None:
        """Make the day, or say what is missing."""
        self.finish_typing()
        try:
            self._made = self._make(self.way)
        except StudyDagError as error:
            self.say_problem(said(error, self.language))
            return
        if self._made is not None:
            super().accept()

    # -- the forms

    def _questions(self) -> QWidget:
        _ = self.language.gettext
        self.date = DateField(self.language)
        keep_coming_date(self.date, self._workspace)
        self.start, self.end = ClockField(self.language), ClockField(self.language)
        self.start.show_value(START)
        self.end.show_value(END)
        self.about = LineField()
        self.about.line.setPlaceholderText(_("For example: how do we see in each lesson whether pupils get it?"))
        self.people = NumberField(0, MOST_PEOPLE, optional=True)
        times = QWidget(self)
        speak_as(times, SpokenAs.FILLER)
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
        for field in (self.start, self.end):
            field.edited.connect(self._on_times)
        for other in (self.date, self.people, self.about):
            other.edited.connect(lambda _value: self._show_design())
        form = self._form(
            (_("1. When is it? You may leave this open."), times, self.date),
            (_("2. What is it about: a theme, or the question you want to learn from"), self.about, self.about),
            (_("3. For how many people?"), self.people, self.people),
        )
        column = form.layout()
        assert isinstance(column, QVBoxLayout)
        label = QLabel(_("4. What do you begin with?"), form)
        self.designs = self._design_list(label.text())
        label.setBuddy(self.designs)
        column.takeAt(column.count() - 1)
        column.addWidget(label)
        column.addWidget(self.designs, 1)
        return form

    def _design_list(self, name: str) -> QListWidget:
        self._offered = designs(self._workspace)
        made = QListWidget(self)
        made.setAccessibleName(name)
        made.setMinimumHeight(self.fontMetrics().height() * 2 * FEWEST_DESIGNS)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for design in self._offered:
            item = QListWidgetItem(design.title, made)
            item.setToolTip(f"{design.title}\n{design.about}".strip())
        made.setCurrentRow(0)
        made.currentRowChanged.connect(lambda _row: self._on_design())
        made.itemActivated.connect(lambda _item: self.accept())
        return made

    def _earlier(self) -> QWidget:
        self.earlier = EarlierDayForm(self._workspace, self)
        self.earlier.chosen.connect(self._show_earlier)
        return self.earlier

    def _empty(self) -> QWidget:
        _ = self.language.gettext
        self.empty_title = LineField()
        return self._form((_("Title"), self.empty_title, self.empty_title))

    def _example(self) -> QWidget:
        _ = self.language.gettext
        return self._form(note=_("A whole study day on formative assessment, to look at and to try things out on."))

    def _programme(self) -> QWidget:
        _ = self.language.gettext
        return self._form(
            note=_(
                "Copy the programme in Word, Excel, an e-mail or a web page, or have the file ready. You see what "
                "becomes of each line before anything is added."
            )
        )

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
            label = text_label(note, form, "quiet")
            column.addWidget(label)
        column.addStretch(1)
        return form

    # -- what is shown

    @property
    def design(self) -> Design:
        """What is chosen to begin with."""
        return self._offered[max(self.designs.currentRow(), 0)]

    def _choose(self, way: int) -> None:
        for each, form in self._forms.items():
            form.setVisible(each == way)
        self.say_problem("")
        if way == Way.QUESTIONS:
            self._show_design()
        elif way == Way.EARLIER:
            self._show_earlier()
        elif way == Way.EXAMPLE:
            example = next(each for each in self._offered if each.name == "example")
            found = source_of(self._workspace, self._answers(example), example)
            self.preview.show_day(found.day if found is not None else None, example.title, example.about)
        _ = self.language.gettext
        self.accepting.setText(_("Continue…") if way == Way.PROGRAMME else _("Make study day"))
        self.preview.setVisible(way not in {Way.EMPTY, Way.PROGRAMME})

    def _on_times(self, _value: object) -> None:
        self._own_times = True
        self._show_design()

    def _on_design(self) -> None:
        """Propose the times of a template, unless the user has given others."""
        design = self.design
        if not self._own_times:
            found = source_of(self._workspace, self._answers(design), design) if design.has_times else None
            part = found.day.parts[0] if found is not None and found.day.parts else None
            self.start.show_value(START if part is None else part.start)
            self.end.show_value(END if part is None else part.end)
        self._show_design()

    def _show_design(self) -> None:
        design = self.design
        try:
            day: StudyDay | None = day_of(self._workspace, self._answers(design), design).day
        except StudyDagError:
            day = None
        self.preview.show_day(day, design.title, design.about)

    def _show_earlier(self) -> None:
        day = self.earlier.becomes()
        self.preview.show_day(day, day.title if day is not None else "", "")
        self.preview.setVisible(day is not None)

    # -- what is made

    def _make(self, way: Way) -> int | None:
        if way is Way.EARLIER:
            if self.earlier.earlier is None:
                self.say_problem(self.language.gettext("There is no earlier study day yet."))
            return self.earlier.make()
        if way is Way.PROGRAMME:
            return self._import()
        if way is Way.EXAMPLE:
            return add_worked_example(self._workspace)
        if way is Way.EMPTY:
            answers = Answers(title=self.empty_title.shown or "", language=self._workspace.setting.school.language)
            if not answers.title.strip():
                self.empty_title.setFocus()
                raise InvalidValue((Problem("title", N_("This can’t be empty.")),))
            return begin(self._workspace, answers, Design(name="empty", title=""))
        self.date.must_be_read()
        return begin(self._workspace, self._answers(self.design), self.design)

    def _import(self) -> int | None:
        """Show what is on the clipboard as a programme, and add it."""
        from studydag.ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(self._workspace, self)
        dialog.paste()
        return dialog.ask()

    def _answers(self, design: Design) -> Answers:
        about = (self.about.shown or "").strip()
        is_question = about.endswith("?")
        title = about if len(about) <= TITLE_FROM_QUESTION else f"{about[:TITLE_FROM_QUESTION].rsplit(' ', 1)[0]}…"
        if not title:
            title = design.title if design.name == "template" else self.language.gettext("Study day")
        return Answers(
            title=title,
            theme="" if is_question else about,
            learning_question=about if is_question else "",
            date=self.date.shown,
            start=self.start.shown or START,
            end=self.end.shown or END,
            people=self.people.shown,
            language=self._workspace.setting.school.language,
        )
