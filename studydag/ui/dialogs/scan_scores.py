"""Scores of a scan, looked at before they are noted: column and scale, what counts and what doesn't (R036)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QWidget

from studydag.model.rules.goals.scan_scores import ScoreLine, Scores, columns_of, likely_column, read_scores
from studydag.model.values.goals import Need
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.fields.field import Field
from studydag.ui.fields.typed import NumberField
from studydag.ui.workspace import Workspace

USUAL_SCALE = (1.0, 4.0)
MOST = 1000.0
"""As far as a scale goes, down and up."""
ROWS = 6
LONGEST_BAR = 24


class ScanScoresDialog(Dialog):
    """Shows what a file comes to. `scores` and `scale` are what was decided on."""

    def __init__(
        self, workspace: Workspace, need: Need, lines: Sequence[ScoreLine], name: str, parent: QWidget | None = None
    ) -> None:
        """Begin with the scale of the need and the column that fits it best."""
        _ = workspace.language.gettext
        super().__init__(_("Scores of a scan"), workspace.language, parent, accept=_("Note in the need"), characters=60)
        self._lines = lines
        low = USUAL_SCALE[0] if need.scale_low is None else need.scale_low
        high = USUAL_SCALE[1] if need.scale_high is None else need.scale_high
        self.scale = (low, high)
        self.add_text(
            _("From {name}, for the need {need}:")
            .replace("{name}", name)
            .replace("{need}", self.language.quoted(" ".join(need.statement.split())))
        )
        titles = columns_of(lines)
        numbered = _("Column {n}")
        self.column = ChoiceField(
            [Choice(place, title or numbered.replace("{n}", str(place + 1))) for place, title in enumerate(titles)]
        )
        self.column.show_value(likely_column(lines, low, high))
        self.column.edited.connect(self._read)
        self.low = self._number(low, _("Lowest score"))
        self.high = self._number(high, _("Highest score"))
        self.add_named(_("Which column holds the scores?"), self.column)
        beside = QWidget(self)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        for text, field in ((_("Lowest score"), self.low), (_("Highest score"), self.high)):
            label = QLabel(text, beside)
            label.setProperty("role", "quiet")
            label.setBuddy(field.focusProxy() or field)
            row.addWidget(label)
            row.addWidget(field, 1)
        self.body.addWidget(beside)
        self.found = self.add_text("")
        self.found.setProperty("role", "heading")
        self.bars = self.add_text("", "bars")
        self.refused_line = self.add_text("", "problem")
        self.refused = QListWidget(self)
        self.refused.setAccessibleName(_("Lines that don’t count"))
        self.body.addWidget(self.refused, 1)
        self.body.addStretch(1)
        self._read()

    @property
    def scores(self) -> Scores:
        """What the chosen column comes to on the chosen scale."""
        return self._scores

    def add_named(self, title: str, field: Field) -> None:
        """Add a field with its title above it, which is its name as well."""
        field.name(title)
        self.add_field(title, field)

    def _number(self, value: float, name: str) -> NumberField:
        field = NumberField(-MOST, MOST, whole=False, language=self.language)
        field.show_value(value)
        field.name(name)
        field.edited.connect(self._read)
        return field

    def _read(self, _value: Any = None) -> None:
        low, high = float(self.low.shown), float(self.high.shown)
        _, language = self.language.gettext, self.language
        self.say_problem("" if low < high else _("The lowest score has to be below the highest one."))
        self.scale = (low, high)
        self._scores = scores = read_scores(self._lines, self.column.shown or 0, low, high)
        mean = "–" if scores.mean is None else language.number(scores.mean)
        text = language.ngettext("{n} score counts, mean {mean}", "{n} scores count, mean {mean}", scores.n)
        said = text.replace("{n}", str(scores.n)).replace("{mean}", mean)
        if scores.unanswered:
            text = language.ngettext("{n} without an answer", "{n} without an answer", scores.unanswered)
            said = f"{said}; {text.replace('{n}', str(scores.unanswered))}"
        self.found.setText(f"{said}.")
        self.bars.setText(self._distribution(scores, low, high))
        self.bars.setVisible(bool(self.bars.text()))
        n = len(scores.refused)
        text = language.ngettext("{n} line doesn’t count:", "{n} lines don’t count:", n)
        self.refused_line.setText(text.replace("{n}", str(n)) if n else "")
        self.refused_line.setVisible(bool(n))
        self.refused.setVisible(bool(n))
        self.refused.clear()
        line = _("Line {n}: {why}")
        for each in scores.refused:
            why = language.wording(each.why, each.figures)
            self.refused.addItem(line.replace("{n}", str(each.line)).replace("{why}", why))
        self.show_all_rows(self.refused, ROWS)
        self.accepting.setEnabled(bool(scores.n) and low < high)

    def _distribution(self, scores: Scores, low: float, high: float) -> str:
        """Write how often each score was given, with a bar of its share."""
        counts = scores.distribution(low, high)
        most = max(counts, default=0)
        rows = (
            f"{self.language.number(low + step)}  {'█' * round(count / most * LONGEST_BAR) if most else ''} {count}"
            for step, count in enumerate(counts)
        )
        return "\n".join(rows)
