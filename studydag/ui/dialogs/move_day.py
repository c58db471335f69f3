"""Another date for a study day: shows what moves along and what stays before anything is done (R005)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from studydag.labels import field_name
from studydag.model.operations.study_days import move
from studydag.model.rules.calendar.dates import Move, first_date, move_report
from studydag.model.rules.calendar.moving import dates_from
from studydag.model.rules.calendar.school_calendar import is_closed
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.dates import DateField
from studydag.ui.follow_up.action_cells import closed_because
from studydag.ui.tables.dates_near import keep_coming_date
from studydag.ui.workspace import Workspace

ROWS = 8


class MoveDayDialog(Dialog):
    """Asks for a date; the list follows what is typed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin at the date that the day has."""
        _ = workspace.language.gettext
        super().__init__(_("Move to another date"), workspace.language, parent, accept=_("Move"), characters=110)
        assert workspace.day is not None
        self._workspace = workspace
        self._day = workspace.day
        self.date = DateField(self.language, optional=False)
        self.date.name(_("New date of the first part"))
        self.date.show_value(first_date(self._day))
        keep_coming_date(self.date, workspace)
        self.date.edited.connect(self._show)
        self.date.typed.line.textEdited.connect(self._follow)
        self.add_field(_("New date of the first part"), self.date)
        self.summary = self.add_text("")
        self.list = QTreeWidget(self)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([_("What"), _("Now"), _("Then")])
        self.list.setAccessibleName(_("What moves along and what stays"))
        self.list.setRootIsDecorated(False)
        self.list.setMinimumHeight(self.fontMetrics().height() * ROWS)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.body.addWidget(self.list, 1)
        self._show(self.date.shown)

    def ask(self) -> None:
        """Show the dialog; the day is moved when it is accepted."""
        self.run()

    def accept(self) -> None:
        """Move the day."""
        self.date.setFocus()
        self.list.setFocus()
        date = self.date.shown
        if not self.tries(self.date.must_be_read):
            return
        if date is None:
            self.say_problem(self.language.gettext("Choose a date first."))
            return
        if self.tries(lambda: move(self._workspace.library, self._day.id, date)):
            super().accept()

    def _follow(self, typed: str) -> None:
        """Show what becomes of it as soon as a date can be read."""
        date = self.date.read(typed)
        if date is not None:
            self._show(date)

    def _show(self, date: dt.date | None) -> None:
        _ = self.language.gettext
        self.list.clear()
        if date is None:
            self.summary.setText(_("This study day has no date yet."))
            return
        report = move_report(self._day, dates_from(self._day, date))
        moving = self.language.ngettext("{n} date moves along", "{n} dates move along", len(report.moving))
        fixed = self.language.ngettext("{n} fixed date stays", "{n} fixed dates stay", len(report.fixed))
        counts = [moving.replace("{n}", str(len(report.moving))), fixed.replace("{n}", str(len(report.fixed)))]
        text = f"{self.language.capitalised(self.language.date(date))}: {', '.join(counts)}."
        if is_closed(date, self._workspace.setting.holidays):
            text += " " + _("The school is closed on that day.")
        self.summary.setText(text)
        for each in (*report.moving, *(each for each in report.fixed if each not in report.moving)):
            self._add(each)
        closed = sum(self._closes(each) != "" for each in report.moving)
        if closed:
            text = self.language.ngettext(
                "{n} of them falls on a day when the school is closed; the follow-up proposes another one.",
                "{n} of them fall on days when the school is closed; the follow-up proposes other ones.",
                closed,
            )
            self.summary.setText(f"{self.summary.text()} {text.replace('{n}', str(closed))}")
        for column in range(3):
            self.list.resizeColumnToContents(column)

    def _add(self, each: Move) -> None:
        language = self.language
        title = each.dated.title or language.capitalised(language.kind(each.dated.kind))
        if each.dated.field not in {"due", "when", "first_date"}:
            title = f"{title}: {field_name(each.dated.field, language)}"
        stays = each.before == each.after
        before = language.short_date(each.before) if each.before is not None else "–"
        after = language.short_date(each.after) if each.after is not None else "–"
        closed = "" if stays else self._closes(each)
        then = language.gettext("stays") if stays else f"{after} · {closed}" if closed else after
        QTreeWidgetItem(self.list, [title, before, then])

    def _closes(self, each: Move) -> str:
        """Name what closes the school on the new date; a series skips such days by itself."""
        if each.after is None or (each.dated.kind == "moment" and self._repeats(each.dated.id)):
            return ""
        return closed_because(each.after, self._workspace.setting.holidays, self.language)

    def _repeats(self, moment: int) -> bool:
        return any(each.id == moment and each.rhythm for each in self._day.moments)
