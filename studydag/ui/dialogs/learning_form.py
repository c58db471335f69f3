"""Chooses a learning form: several are proposed with their reasons, the choice is kept with why (R045, R055)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from studydag.labels.titles import title_of
from studydag.model.operations.trajectories import choose_form
from studydag.model.rules.calendar.dates import first_date, resolve_between
from studydag.model.rules.calendar.rhythm import series_from
from studydag.model.rules.calendar.school_calendar import holidays_for, is_closed, school_year, school_year_bounds
from studydag.model.rules.follow_up.form_steps import PLC, STEPS, steps_from
from studydag.model.rules.goals.learning_forms import Proposal, propose
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.follow_up import Moment, MomentKind
from studydag.model.values.formats import LearningForm
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import Decision, DecisionAbout
from studydag.model.values.trajectory import Activity, ActivityStep, Trajectory
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.choice import Choice, ChoiceField, ManyField, SwitchField
from studydag.ui.fields.dates import DateField
from studydag.ui.fields.field import Field
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.fields.typed import NumberField
from studydag.ui.layouts.part_scroll import PartScroll
from studydag.ui.reading_order import bring_into_view
from studydag.ui.text_label import LaterLabel, text_label
from studydag.ui.trajectory.form_card import entries, written
from studydag.ui.workspace import Workspace

NEW = -1
"""Stands for a trajectory that is made with the choice."""
WEEKS, TIMES = 2, 6
"""What is proposed: a step every two weeks, six meetings."""
MOST_WEEKS = 26
DATE_LINES = 3
NO_BREAK = "\N{NO-BREAK SPACE}"
BETWEEN = f"{NO_BREAK}{NO_BREAK}• "


class LearningFormDialog(Dialog):
    """Asks what it is about and proposes forms; the user picks any of them, also one that was not proposed."""

    def __init__(self, workspace: Workspace, *, trajectory: int | None = None, parent: QWidget | None = None) -> None:
        """Begin with the first goal of the day, and the trajectory it belongs to."""
        _ = workspace.language.gettext
        super().__init__(
            _("Choose a learning form"), workspace.language, parent, accept=_("Choose this form"), characters=112
        )
        self._workspace = workspace
        self._ask_what_for()
        self.add_text(_("No form fits everything. These have something in their favour:"), "heading")
        forms = QWidget(self)
        self._forms = QVBoxLayout(forms)
        self._forms.setContentsMargins(0, 0, 0, 0)
        self._forms.setSpacing(6)
        # What is asked of the one that is chosen stays in view below them.
        self._scroll = PartScroll(forms, self)
        self.body.addWidget(self._scroll, 1)
        self._group = QButtonGroup(self)
        self.buttons_of: dict[int, QRadioButton] = {}
        self.why = TextField()
        self.why.name(_("Why this form?"))
        self.why.show_value("")
        self.add_field(_("Why this form?"), self.why)
        self._plan(trajectory)
        asked: tuple[Field, ...] = (self.goal, self.need, self.wanted)
        for each in asked:
            each.edited.connect(lambda _value: self._propose())
        self._propose()

    def _ask_what_for(self) -> None:
        """Ask for the goal, the need and what matters, beside each other; without a day there is only the last."""
        _ = self.language.gettext
        day, setting = self._workspace.day, self._workspace.setting
        self.goal = ChoiceField([Choice(None, "–"), *self._choices(day.goals if day else ())])
        self.need = ChoiceField([Choice(None, "–"), *self._choices(day.needs if day else ())])
        code = self.language.code
        wishes = [
            text for form in setting.learning_forms if not form.hidden for text in entries(form, "best_for", code)
        ]
        self.wanted = ManyField(
            [Choice(text, self.language.capitalised(text)) for text in dict.fromkeys(wishes)], nothing=_("none chosen")
        )
        self.wanted.show_value(())
        about: list[tuple[str, Field]] = [(_("What is it about?"), self.wanted)]
        if day is not None:
            about = [(_("For which goal?"), self.goal), (_("From which need?"), self.need), *about]
            if day.goals:
                self.goal.show_value(day.goals[0].id)
        beside = QHBoxLayout()
        for title, field in about:
            box = QVBoxLayout()
            label = text_label(title, self, "quiet")
            label.setBuddy(field.focusProxy() or field)
            field.name(title)
            box.addWidget(label)
            box.addWidget(field)
            beside.addLayout(box, 1)
        self.body.addLayout(beside)

    def _plan(self, trajectory: int | None) -> None:
        _ = self.language.gettext
        setting, day = self._workspace.setting, self._workspace.day
        offered = [Choice(None, _("do not plan it yet")), *self._choices(setting.trajectories)]
        if day is not None:
            # Whoever has none yet need not go to the school for it first.
            offered.append(Choice(NEW, _("in a new trajectory")))
        self.trajectory = ChoiceField(offered)
        self.trajectory.name(_("Which trajectory does it belong to?"))
        chosen = trajectory if trajectory is not None else day.trajectory if day is not None else None
        self.trajectory.show_value(chosen)
        self.informal = SwitchField(_("Informal learning"))
        self.informal.show_value(False)
        self.add_field(_("Which trajectory does it belong to?"), self.trajectory)
        where = QHBoxLayout()
        where.addWidget(self.trajectory, 1)
        where.addWidget(self.informal)
        self.body.addLayout(where)
        self._planning = QWidget(self)
        grid = QVBoxLayout(self._planning)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addLayout(self._plan_fields())
        self.dates = LaterLabel(self._planning)
        self.dates.setAlignment(Qt.AlignmentFlag.AlignTop)
        # What comes with a form has its room from the beginning: below the edge nobody would look for it.
        self.dates.setMinimumHeight(self.fontMetrics().lineSpacing() * DATE_LINES)
        grid.addWidget(self.dates)
        self.body.addWidget(self._planning)
        dated: tuple[Field, ...] = (self.start, self.weeks, self.times, self.trajectory)
        for each in dated:
            each.edited.connect(lambda _value: self._show_plan())
        self.trajectory.edited.connect(lambda _value: self._workspace.idle.add(self._bring_plan))

    def _plan_fields(self) -> QHBoxLayout:
        """Return the fields of what is planned, beside each other, each with its title above it."""
        _ = self.language.gettext
        self.title = LineField()
        self.start = DateField(self.language, optional=True)
        self.start.keep_unread(self._workspace.today)
        self.weeks = NumberField(1, MOST_WEEKS, language=self.language)
        self.times = NumberField(1, 60, language=self.language)
        self.minutes = NumberField(0, 100_000, language=self.language)
        row = QHBoxLayout()
        self._rows: dict[str, QWidget] = {}
        named: tuple[tuple[str, str, Field, int], ...] = (
            ("title", _("Title"), self.title, 3),
            ("start", _("First date"), self.start, 2),
            ("weeks", _("Weeks in between"), self.weeks, 1),
            ("times", _("Number of meetings"), self.times, 1),
            ("minutes", _("Minutes per person, in all"), self.minutes, 2),
        )
        for name, title, field, share in named:
            box = QWidget(self._planning)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            label = text_label(title, box, "quiet")
            label.setBuddy(field.focusProxy() or field)
            field.name(title)
            # A title of two lines begins higher, so that all fields stand on one line.
            column.addStretch(1)
            column.addWidget(label)
            column.addWidget(field)
            row.addWidget(box, share)
            self._rows[name] = box
        self.title.show_value("")
        self.start.show_value(self._workspace.today() + dt.timedelta(weeks=WEEKS))
        self.weeks.show_value(WEEKS)
        self.times.show_value(TIMES)
        self.minutes.show_value(0)
        return row

    def _bring_plan(self) -> None:
        """Scroll to what is asked once a trajectory is chosen."""
        if self._planning.isVisible():
            bring_into_view(self._planning)

    @property
    def form(self) -> LearningForm | None:
        """The form that was chosen."""
        found = (each for each in self._workspace.setting.learning_forms if each.id == self._group.checkedId())
        return next(found, None)

    def choose(self, form: LearningForm) -> None:
        """Choose a form, as a click on it does."""
        self.buttons_of[form.id].setChecked(True)

    def accept(self) -> None:
        """Keep the choice, and plan the form where a trajectory was chosen."""
        self.buttons.setFocus()
        form, day = self.form, self._workspace.day
        if form is None:
            self.say_problem(self.language.gettext("Choose one of the forms."))
            return

        def choose() -> None:
            self.start.must_be_read()
            choose_form(
                self._workspace.library,
                self._decision(form),
                day=None if day is None else day.id,
                activity=self._activity(form),
                trajectory=self._new_trajectory() if self.trajectory.shown == NEW else self.trajectory.shown,
                meetings=self._meetings(form),
            )

        if self.tries(choose):
            super().accept()

    # What is made

    def _new_trajectory(self) -> Trajectory:
        """Return a trajectory around the day, from now to the end of the school year."""
        day, today = self._workspace.day, self._workspace.today()
        begins = self.start.shown or today
        first = None if day is None else first_date(day)
        start, end = school_year_bounds(school_year(first or begins))
        title = "" if day is None else day.theme or day.title
        return Trajectory(title=title or self.language.gettext("Trajectory"), period_start=start, period_end=end)

    def _decision(self, form: LearningForm) -> Decision:
        name = written(form, "name", self.language.code)
        return Decision(
            what=self.language.gettext("Learning form: {form}").replace("{form}", name),
            about=DecisionAbout.LEARNING_FORM,
            goal=self.goal.shown,
            need=self.need.shown,
            learning_form=form.id,
            why=self.why.shown or "",
            date=self._workspace.today(),
        )

    def _activity(self, form: LearningForm) -> Activity | None:
        if self.trajectory.shown is None:
            return None
        return Activity(
            title=self.title.shown or written(form, "name", self.language.code),
            learning_form=form.id,
            informal=bool(self.informal.shown),
            begins_on=self.start.shown,
            minutes=int(self.minutes.shown or 0),
            steps=self._steps(form),
        )

    def _steps(self, form: LearningForm) -> tuple[ActivityStep, ...]:
        _ = self.language.gettext
        texts = tuple((_(each.title), _(each.text)) for each in STEPS.get(form.key, ()))
        weeks = int(self.weeks.shown or WEEKS)
        # Those of a PLC are its first meeting and its last.
        return steps_from(texts, weeks * (int(self.times.shown or TIMES) - 1) if form.key == PLC else weeks)

    def _meetings(self, form: LearningForm) -> Moment | None:
        if form.key != PLC or self.start.shown is None or self.trajectory.shown is None:
            return None
        return Moment(
            title=self.title.shown or written(form, "name", self.language.code),
            kind=MomentKind.MEETING,
            first_date=RelativeDate(0, DateUnit.DAYS),
            rhythm=f"FREQ=WEEKLY;INTERVAL={int(self.weeks.shown or WEEKS)}",
            times=int(self.times.shown or TIMES),
        )

    # What is shown

    def _choices(self, things: Iterable[object]) -> list[Choice]:
        return [Choice(each.id, title_of(each, self.language)) for each in things]  # type: ignore[attr-defined]

    def _propose(self) -> None:
        day, setting, _ = self._workspace.day, self._workspace.setting, self.language.gettext
        goal = next((each for each in (day.goals if day else ()) if each.id == self.goal.shown), None)
        need = next((each for each in (day.needs if day else ()) if each.id == self.need.shown), None)
        chosen = self._group.checkedId()
        proposed = propose(setting.learning_forms, goal, need, self.wanted.shown or ())
        while self._forms.count():
            item = self._forms.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons_of = {}
        for each in proposed:
            self._add_form(each.form, self._said_reasons(each))
        others = text_label(_("The other forms"), self, "heading")
        self._forms.addWidget(others)
        known = {each.form.id for each in proposed}
        for form in setting.learning_forms:
            if form.id not in known and not form.hidden:
                self._add_form(form, "")
        # Room that is left over stays below them: each is one with its advantages.
        self._forms.addStretch(1)
        if chosen in self.buttons_of:
            self.buttons_of[chosen].setChecked(True)
        self._show_plan()

    def _said_reasons(self, proposal: Proposal) -> str:
        """Return what the form is best for, and what else speaks for it."""
        language = self.language
        texts = entries(proposal.form, "best_for", language.code)
        places = [each.best_for for each in proposal.reasons if each.best_for is not None]
        best = dict.fromkeys(language.capitalised(texts[place]) for place in places if place < len(texts))
        said = [language.gettext("Best for: {list}").replace("{list}", "; ".join(best))] if best else []
        said += [language.capitalised(language.wording(each.words)) for each in proposal.reasons if each.words]
        return ". ".join(dict.fromkeys(said))

    def _add_form(self, form: LearningForm, reasons: str) -> None:
        code, _ = self.language.code, self.language.gettext
        line = QWidget(self)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        button = QRadioButton(written(form, "name", code).replace("&", "&&"), line)
        self._group.addButton(button, form.id)
        button.toggled.connect(lambda on: self._on_form(line, chosen=on))
        advantages = _("Advantages: {list}").replace("{list}", ", ".join(entries(form, "advantages", code)).lower())
        label = text_label("\n".join(filter(None, (reasons, advantages))), line, "quiet")
        label.setContentsMargins(24, 0, 0, 0)
        button.setAccessibleDescription(label.text())
        button.setToolTip(written(form, "description", code))
        column.addWidget(button)
        column.addWidget(label)
        self._forms.addWidget(line)
        self.buttons_of[form.id] = button

    def _on_form(self, line: QWidget, *, chosen: bool) -> None:
        self._show_plan()
        if chosen:
            self._scroll.ensureWidgetVisible(line, 0, 0)

    def _show_plan(self) -> None:
        form = self.form
        planned = self.trajectory.shown is not None
        self._planning.setVisible(planned)
        self.informal.setVisible(planned)
        key = "" if form is None else form.key
        self._rows["weeks"].setVisible(key in STEPS)
        self._rows["times"].setVisible(key == PLC)
        self.dates.setText(self._said_dates(form) if form is not None and planned else "")

    def _said_dates(self, form: LearningForm) -> str:
        if self.start.shown is None:
            return ""
        holidays, language = self._holidays(self.start.shown), self.language
        meetings = self._meetings(form)
        if meetings is not None:
            dates = series_from(meetings, self.start.shown, holidays).dates
            return BETWEEN.join(self._said_date("", each, holidays) for each in dates)
        dated = [
            (each.title, due)
            for each in self._steps(form)
            if (due := resolve_between(each.due, self.start.shown, self.start.shown)) is not None
        ]
        closed = any(is_closed(due, holidays) for _title, due in dated)
        said = BETWEEN.join(self._said_date(title, due, holidays) for title, due in dated)
        move = language.gettext("Choose another first date, or move those steps afterwards.")
        return f"{said}\n{move}" if closed else said

    def _said_date(self, title: str, date: dt.date, holidays: Holidays) -> str:
        text = self.language.short_date(date)
        if is_closed(date, holidays):
            why = holidays.names.get(date) or self.language.gettext("weekend")
            text = f"{text} ⚠ {self.language.gettext('closed')}: {why}"
        # A line ends between two of them, not within.
        return (f"{title}: {text}" if title else text).replace(" ", NO_BREAK)

    def _holidays(self, start: dt.date) -> Holidays:
        school = self._workspace.setting.school
        years = range(start.year, start.year + 3)
        return holidays_for(
            school.holiday_region, school.country, years, school.closed_days, language=self.language.code
        )
