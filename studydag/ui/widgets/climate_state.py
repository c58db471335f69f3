"""The three blocks of the climate with what is agreed in each (R057), and the pulse before and after (R058)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from studydag.model.operations.climate import plan_pulse
from studydag.model.rules.effect.pulse import PulseResult, pulse
from studydag.model.rules.goals.climate_totals import BlockTotal, climate_totals
from studydag.model.values.climate import ClimatePillar
from studydag.ui.layouts.beside import Beside
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace

CARDS_BESIDE = 60
"""Characters of width from which the three cards stand beside each other."""


class ClimateTotals(Beside):
    """A card for each block, counted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build the cards."""
        super().__init__(parent, characters=CARDS_BESIDE, spacing=6)
        self._workspace = workspace
        self.setContentsMargins(0, 0, 0, 4)
        self.texts: dict[ClimatePillar, QLabel] = {}
        for pillar in ClimatePillar:
            card = QFrame(self)
            card.setProperty("role", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(12, 6, 12, 6)
            column.setSpacing(2)
            heading = QLabel(workspace.language.capitalised(workspace.language.member(pillar)), card)
            heading.setProperty("role", "heading")
            text = text_label("", card, "quiet")
            column.addWidget(heading)
            column.addWidget(text)
            # Names stand at one height, also where one card says more.
            column.addStretch(1)
            self.texts[pillar] = text
            self.add(card, 1)

    def refresh(self) -> None:
        """Count again."""
        if self._workspace.day is not None:
            for each in climate_totals(self._workspace.day):
                self.texts[each.pillar].setText(self._said(each))

    def _said(self, total: BlockTotal) -> str:
        language, _ = self._workspace.language, self._workspace.language.gettext
        made = language.ngettext("{n} agreement", "{n} agreements", total.agreements)
        words = [made.replace("{n}", str(total.agreements))]
        words.append(_("{n} in place").replace("{n}", str(total.in_place)))
        if total.without_owner:
            words.append(_("{n} without owner").replace("{n}", str(total.without_owner)))
        if total.open:
            words.append(_("{n} open").replace("{n}", str(total.open)))
        return " · ".join(words)


class PulseView(QFrame):
    """What the pulse says before and after the day; too few answers are not shown, and why not is said."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build it."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._workspace = workspace
        _ = workspace.language.gettext
        heading = QLabel(_("Pulse on safety"), self)
        heading.setProperty("role", "heading")
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.plan = LinkButton(_("Plan a pulse before and after the day"), self._plan, self)
        self.before = LinkButton(_("Enter the result before"), lambda: self._enter(before=True), self)
        self.after = LinkButton(_("Enter the result after"), lambda: self._enter(before=False), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(heading)
        column.addWidget(self.text)
        links = QHBoxLayout()
        for link in (self.plan, self.before, self.after):
            link.setEnabled(not workspace.library.read_only)
            links.addWidget(link)
        links.addStretch(1)
        column.addLayout(links)

    def refresh(self) -> None:
        """Say what it says now."""
        day, _ = self._workspace.day, self._workspace.language.gettext
        if day is None:
            return
        found = pulse(day, self._workspace.setting.school.minimum_group_size)
        self.plan.setVisible(not found.measures)
        self.before.setVisible(bool(found.measures))
        self.after.setVisible(bool(found.measures))
        before, after = _("Before"), _("After")
        lines = [f"{before}: {self._said(each)}" for each in found.before]
        lines += [f"{after}: {self._said(each)}" for each in found.after]
        if found.difference is not None:
            sign = "+" if found.difference > 0 else "−" if found.difference < 0 else "±"
            number = self._workspace.language.number(abs(found.difference), 1)
            lines.append(_("Difference: {n}").replace("{n}", f"{sign}{number}"))
        if not lines:
            lines = [_("Some statements on a scale of 1 to 5, answered without a name, before the day and after it.")]
        self.text.setText("\n".join(lines))

    def _said(self, each: PulseResult) -> str:
        language, _ = self._workspace.language, self._workspace.language.gettext
        when = "" if each.date is None else f"{language.short_date(each.date)}: "
        if each.is_hidden:
            text = _("Answers: {n}; shown from {minimum} on, so that nobody can be recognised.")
            return when + text.replace("{n}", str(each.n)).replace("{minimum}", str(each.minimum))
        words = [f"n {each.n}"]
        if each.mean is not None:
            words.insert(0, _("mean {n}").replace("{n}", language.number(each.mean, 1)))
        if each.spread is not None:
            words.insert(1, _("spread {n}").replace("{n}", language.number(each.spread, 1)))
        return when + ", ".join(words)

    def _plan(self) -> None:
        day = self._workspace.day
        if day is not None:
            title = self._workspace.language.gettext("Pulse on safety")
            self._workspace.do(lambda: plan_pulse(self._workspace.library, day.id, title))

    def _enter(self, *, before: bool) -> None:
        """Go to the measure, below which its results are filled in."""
        day = self._workspace.day
        found = () if day is None else pulse(day, self._workspace.setting.school.minimum_group_size).measures
        baselines = {each.baseline_measure for each in found}
        wanted = next((each for each in found if (each.id in baselines) is before), None)
        if wanted is not None:
            self._workspace.visit("measure", wanted.id)
