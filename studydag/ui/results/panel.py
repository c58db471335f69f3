"""What one measure found: its date and how many were asked, a grid to fill in, and other ways to get answers in."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydag.export.names import Names
from studydag.export.question_sets import text_of_set
from studydag.export.result_words import level_words
from studydag.labels.titles import title_of
from studydag.model.operations import editing
from studydag.model.operations.effect import keep_results, set_occasion
from studydag.model.rules.effect.figures import steps_of
from studydag.model.rules.effect.result_rows import MOST, ResultRow, dates_of, result_rows
from studydag.model.values.effect import Instrument, Measure, Result
from studydag.model.values.questions import Question, QuestionSet
from studydag.model.values.school import EffectLevel
from studydag.ui.announcing import announce, name_choice
from studydag.ui.asking.files import ask_answers
from studydag.ui.fields.dates import DateField
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.typed import NumberField
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from studydag.ui.results.grid import ResultGrid
from studydag.ui.results.grid_model import ResultGridModel, Written
from studydag.ui.roles import give_role
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from studydag.ui.results.forms import FormsDialog
    from studydag.ui.results.taking_in import TakeInAnswersDialog

OF_THE_GROUP = frozenset({EffectLevel.REACTION, EffectLevel.LEARNING, EffectLevel.CLIMATE})
"""Levels at which all participants are asked."""
LEAST_LINES = 17
"""So many lines of text high has to be what says how the grid works as well."""
DATE, NUMBER = 16, 7
"""Widths of fields, in characters."""


class ResultPanel(QWidget):
    """Fills in one measure. What too few people said is shown while it is typed, and not when one comes back to it.

    `alone_asked` says whether the panel is to have all of the room, without the list of measures above it.
    """

    alone_asked = Signal(bool)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin without a measure."""
        super().__init__(parent)
        self._workspace = workspace
        self._measure: int | None = None
        self._on: dt.date | None = None
        self._invited: int | None = None
        self._opened: frozenset[int | None] = frozenset()
        self._new_date = False
        self._bare = Result(measure=0)
        self._make_fields()
        self._make_ways()
        self.model = ResultGridModel(workspace.language, look.colours.quiet, self)
        self.grid = ResultGrid(self.model, look, workspace.language.gettext("Results, question by question"), self)
        self.said = QLabel(self)
        self.said.setProperty("role", "quiet")
        self.said.setWordWrap(True)
        self.model.written.connect(self._keep)
        self.grid.pasted.connect(self._keep)
        self._arrange()
        self.show_measure(None)

    def _make_fields(self) -> None:
        """Make what says which results are filled in."""
        _, language = self._workspace.language.gettext, self._workspace.language
        self.heading = WrappedLabel("", self)
        self.heading.setProperty("role", "heading")
        self.alone = QPushButton(_("More room"), self)
        self.alone.setToolTip(_("Fill in without the list of measures above it"))
        self.alone.setCheckable(True)
        self.alone.setAutoDefault(False)
        self.alone.toggled.connect(self._ask_room)
        self.date = DateField(language)
        self.date.name(_("Date of the results"))
        self.date.setMaximumWidth(self.fontMetrics().averageCharWidth() * DATE + 40)
        self.date.edited.connect(self._move)
        self.invited = NumberField(0, MOST, optional=True, language=language)
        self.invited.name(_("Number of people asked"))
        self.invited.setMaximumWidth(self.fontMetrics().averageCharWidth() * NUMBER + 20)
        self.invited.edited.connect(self._ask)
        self.dates = StillBox(self)
        name_choice(self.dates, _("Results of which date"))
        self.dates.activated.connect(self._choose_date)

    def _make_ways(self) -> None:
        """Make the buttons of the other ways to fill them in."""
        _ = self._workspace.language.gettext
        self.forms = self._button(_("Form by form…"), self.ask_forms)
        self.forms.setToolTip(_("Type the answers of each paper form; only how often each was given is kept"))
        self.file = self._button(_("From a file…"), self._ask_file)
        self.file.setToolTip(_("Import the answers from Microsoft Forms, Google Forms or a spreadsheet"))
        self.copy = self._button(_("Copy the questions"), self.copy_questions)
        self.copy.setToolTip(_("Put the questions on the clipboard, to paste into a forms service"))
        self.questions = self._button(_("Choose questions"), lambda: None)
        self.questions.setToolTip(_("Let this measure ask the questions of a set, to count answer by answer"))
        self._sets = Menu(self)
        self._sets.aboutToShow.connect(self._fill_sets)
        self.questions.setMenu(self._sets)
        self.again = self._button(_("Another date"), self.begin_date)
        self.again.setToolTip(_("Note what was found on another date as well"))

    def _arrange(self) -> None:
        _ = self._workspace.language.gettext
        self._tools = QWidget(self)
        row = FlowLayout(self._tools)
        for title, field in ((_("Date"), self.date), (_("Asked"), self.invited)):
            pair = QWidget(self._tools)
            beside = QHBoxLayout(pair)
            beside.setContentsMargins(0, 0, 6, 0)
            label = QLabel(title, pair)
            label.setProperty("role", "quiet")
            label.setBuddy(field.focusProxy() or field)
            beside.addWidget(label)
            beside.addWidget(field)
            row.addWidget(pair)
        for widget in (self.dates, self.again, self.questions, self.forms, self.file, self.copy):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        above = QHBoxLayout()
        above.addWidget(self.heading, 1)
        above.addWidget(self.alone)
        column.addLayout(above)
        column.addWidget(self._tools)
        column.addWidget(self.grid, 1)
        column.addWidget(self.said)

    def _ask_room(self, alone: bool) -> None:
        _ = self._workspace.language.gettext
        self.alone.setText(_("Show the measures") if alone else _("More room"))
        self.alone_asked.emit(alone)
        if alone:
            self.grid.setFocus()
            self.grid.begin()

    def _button(self, text: str, run: Any) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: run())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the grid where there is little."""
        super().resizeEvent(event)
        self._show_hint()

    def _show_hint(self) -> None:
        roomy = self.height() > self.fontMetrics().lineSpacing() * LEAST_LINES
        self.said.setVisible(self.measure is not None and (roomy or self.said.property("role") != "quiet"))

    # What it shows

    @property
    def measure(self) -> Measure | None:
        """The measure that is filled in."""
        day = self._workspace.day
        return next((each for each in day.measures if each.id == self._measure), None) if day is not None else None

    def show_measure(self, measure: Measure | None) -> None:
        """Show what a measure found on its newest date, or nothing."""
        other = (None if measure is None else measure.id) != self._measure
        self._measure = None if measure is None else measure.id
        day = self._workspace.day
        dates = () if measure is None or day is None else dates_of(measure.id, day)
        if other:
            self._opened, self._new_date = frozenset(), False
        if dates and (other or (self._on not in dates and not self._new_date)):
            self._on = dates[0]
        elif not dates and (other or not self._new_date):
            self._on = self._workspace.today()
        self._show(measure, dates)

    def _show(self, measure: Measure | None, dates: tuple[dt.date | None, ...]) -> None:
        _, language, day = self._workspace.language.gettext, self._workspace.language, self._workspace.day
        is_there = measure is not None and day is not None
        give_role(self.heading, "heading" if is_there else "quiet")
        for widget in (self._tools, self.grid, self.alone):
            widget.setVisible(is_there)
        if not is_there:
            self.alone.setChecked(False)
        self._show_hint()
        if measure is None or day is None:
            self.heading.setText(_("Choose a measure above to fill in what was found."))
            return
        title = measure.title or language.capitalised(level_words(measure.level, language))
        self.heading.setText(_("Results of {measure}").replace("{measure}", language.quoted(title)))
        setting = self._workspace.setting
        minimum = setting.school.minimum_group_size
        rows = result_rows(measure, day, setting.question_sets, self._on, minimum)
        found = next((row.result for row in rows if row.result is not None), None)
        usual = day.expected_number if measure.level in OF_THE_GROUP and not dates else None
        if found is not None:
            self._invited = found.invited
        elif self._invited is None or not self._new_date:
            self._invited = usual
        self.date.show_value(self._on)
        self.invited.show_value(self._invited)
        self._show_dates(dates)
        self.model.can_edit = not self._workspace.library.read_only
        for widget in (self.date, self.invited, self.again, self.questions, self.forms, self.file):
            widget.setEnabled(self.model.can_edit)
        self.forms.setVisible(bool(self._counted_questions(rows)))
        self.copy.setVisible(self._set() is not None)
        self.questions.setVisible(self._set() is None)
        self.again.setVisible(bool(dates) and not self._new_date)
        # What people write for themselves is shared line by line, by who wrote it (R117).
        is_private = Instrument.LOG in measure.instruments
        self._bare = bare = Result(measure=measure.id, date=self._on, invited=self._invited, shared=not is_private)
        self.model.show_rows(rows, bare, minimum, self._opened)
        self._say(self._hint(rows, minimum), is_hint=True)

    def _say(self, text: str, *, is_hint: bool = False) -> None:
        """Say below the grid how it works, or what just happened; that is read out as well."""
        give_role(self.said, "quiet" if is_hint else "hint")
        self.said.setText(text)
        self._show_hint()
        if not is_hint:
            announce(self, text)

    def _show_dates(self, dates: tuple[dt.date | None, ...]) -> None:
        _, language = self._workspace.language.gettext, self._workspace.language
        shown = [*dates] if self._on in dates else [self._on, *dates]
        self.dates.clear()
        for each in shown:
            self.dates.addItem(_("no date") if each is None else language.short_date(each), each)
        self.dates.setCurrentIndex(shown.index(self._on))
        self.dates.setVisible(len(shown) > 1)

    def _hint(self, rows: tuple[ResultRow, ...], minimum: int) -> str:
        _ = self._workspace.language.gettext
        if self._set() is None and len(rows) == 1:
            return _("This measure has no questions yet. With a question set you count answer by answer.")
        text = _(
            "Type how often each answer was given; Tab, Enter and arrows go on, and a block from Excel can be pasted."
        )
        least = _("What fewer than {n} people answered is not shown anywhere.").replace("{n}", str(minimum))
        return f"{text} {least}"

    def _set(self) -> QuestionSet | None:
        measure = self.measure
        asked = None if measure is None else measure.question_set
        return next((each for each in self._workspace.setting.question_sets if each.id == asked), None)

    def _counted_questions(self, rows: tuple[ResultRow, ...]) -> list[Question]:
        return [row.question for row in rows if row.question is not None and steps_of(row.question) is not None]

    # What it does

    def _keep(self, written: Written) -> None:
        if self._measure is None:
            return
        if written.results:
            self._opened |= {each.question for each in written.results}
            measure = self._measure
            self._workspace.do(lambda: keep_results(self._workspace.library, measure, written.results))
        if written.unread:
            language = self._workspace.language
            text = language.ngettext(
                "{n} cell was not pasted: not a number that fits there.",
                "{n} cells were not pasted: not numbers that fit there.",
                written.unread,
            )
            self._say(text.replace("{n}", str(written.unread)))

    def _move(self, date: dt.date | None) -> None:
        self._occasion(date, self._invited)

    def _ask(self, invited: int | None) -> None:
        self._occasion(self._on, invited)

    def _occasion(self, date: dt.date | None, invited: int | None) -> None:
        """Take another date or number of people; what was entered of this date goes along."""
        measure, day, was = self._measure, self._workspace.day, self._on
        if measure is None or day is None:
            return
        self._on, self._invited = date, invited
        if was in dates_of(measure, day):
            self._workspace.do(lambda: set_occasion(self._workspace.library, measure, was, date, invited))
        else:
            self._new_date = True
        self.show_measure(self.measure)

    def _choose_date(self, place: int) -> None:
        self._on = self.dates.itemData(place)
        self._new_date, self._opened = False, frozenset()
        self.show_measure(self.measure)

    def begin_date(self) -> None:
        """Begin to note what was found on another date."""
        self._new_date, self._on, self._opened = True, self._workspace.today(), frozenset()
        day = self._workspace.day
        if self._measure is not None and day is not None and self._on in dates_of(self._measure, day):
            self._on = None
        self.show_measure(self.measure)
        self.date.setFocus()

    def _fill_sets(self) -> None:
        """Offer the question sets: those of the measure's level first."""
        measure, language = self.measure, self._workspace.language
        self._sets.clear()
        if measure is None:
            return
        sets = [each for each in self._workspace.setting.question_sets if not each.hidden]
        for each in sorted(sets, key=lambda each: each.level is not measure.level):
            title = title_of(each, language).replace("&", "&&")
            ask = partial(self._choose_set, measure.id, each.id)
            self._sets.addAction(title).triggered.connect(ask)

    def _choose_set(self, measure: int, chosen: int, _checked: bool = False) -> None:
        library = self._workspace.library
        self._workspace.do(lambda: editing.change(library, Measure, measure, question_set=chosen))
        # What was pressed goes, since there are questions now.
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.begin()

    def copy_questions(self) -> None:
        """Put the questions on the clipboard, in the language of the day's documents."""
        found, day, _ = self._set(), self._workspace.day, self._workspace.language.gettext
        if found is None or day is None:
            return
        text = text_of_set(found, Names(day, self._workspace.setting, self._workspace.language))
        QApplication.clipboard().setText(text)
        self._say(_("The questions are on the clipboard: paste them into your forms service."))

    def forms_dialog(self) -> FormsDialog | None:
        """Return the dialog in which forms are typed one after the other; None where nothing can be counted."""
        from studydag.ui.results.forms import FormsDialog

        rows = tuple(row for row in self.model.rows if row.steps)
        if self._measure is None or not rows:
            return None
        return FormsDialog(self._workspace, rows, self._bare, self)

    def ask_forms(self) -> None:
        """Let forms be typed one after the other."""
        dialog = self.forms_dialog()
        if dialog is not None:
            dialog.run()

    def _ask_file(self) -> None:
        path = ask_answers(self, self._workspace.language)
        dialog = None if path is None else self._workspace.do(partial(self.dialog_for, path))
        if dialog is not None:
            dialog.run()

    def dialog_for(self, path: Path) -> TakeInAnswersDialog:
        """Read a file, and return the dialog that shows what becomes of it. Raises CannotRead."""
        from studydag.model.exchange.importing.answers import MOST_BYTES, read_answer_table
        from studydag.model.values.errors import cannot_read
        from studydag.ui.results.taking_in import TakeInAnswersDialog

        assert self._measure is not None
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise cannot_read(path, error) from error
        asked = [row.question for row in self.model.rows if row.question is not None]
        return TakeInAnswersDialog(
            self._workspace, self.model.rows, self._bare, read_answer_table(data, path.name, asked), path, self
        )
