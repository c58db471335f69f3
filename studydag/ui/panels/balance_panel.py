"""The balance of a programme, live: net minutes by phase, by activity and by the way people take part (R044, R015)."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.model.rules.time.balance import balance
from studydag.model.values.programme import Interaction
from studydag.ui.item_models.formats import dots
from studydag.ui.look import Look
from studydag.ui.text_label import text_label
from studydag.ui.widgets.balance_bar import BalanceBar, BarPart
from studydag.ui.workspace import Workspace

LEVELS = 5


class BalancePanel(QWidget):
    """Three bars, each of all net minutes: breaks and organisation apart, a round once."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Show the day in view."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._look = look
        self.net = text_label("", self, "quiet")
        self.phases = BalanceBar(look, workspace.language, _("By phase"), self)
        self.activity = BalanceBar(look, workspace.language, _("By activity"), self)
        self.interaction = BalanceBar(look, workspace.language, _("By the way people take part"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.net, self.phases, self.activity, self.interaction):
            column.addWidget(widget)
        self.refresh()

    @property
    def bars(self) -> tuple[BalanceBar, ...]:
        """The bars, each of the same minutes."""
        return self.phases, self.activity, self.interaction

    def refresh(self) -> None:
        """Show the programme as it stands."""
        language, setting = self._workspace.language, self._workspace.setting
        found = balance(self._workspace.schedule, {each.id: each for each in setting.formats})
        said = language.gettext("{minutes} without breaks and organisation; active {share}")
        share = found.active_minutes / found.net_minutes if found.net_minutes else 0
        self.net.setText(
            said.replace("{minutes}", language.minutes(found.net_minutes)).replace("{share}", language.percent(share))
        )
        colours = self._look.colours
        self.phases.show_parts(
            [
                BarPart(language.capitalised(language.member(phase)), minutes, colours.phase(phase))
                for phase, minutes in found.by_phase().items()
            ]
        )
        self.activity.show_parts(
            [
                BarPart(f"{dots(level)} {self._level(level)}", minutes, self._shade(level))
                for level, minutes in found.by_activity().items()
            ]
        )
        steps = {each: number for number, each in enumerate(Interaction, 1)}
        self.interaction.show_parts(
            [
                BarPart(language.capitalised(language.member(each)), minutes, self._shade(steps[each]))
                for each, minutes in found.by_interaction().items()
            ]
        )

    def _level(self, level: int) -> str:
        _ = self._workspace.language.gettext
        names = {
            1: _("listening"),
            2: _("thinking along"),
            3: _("doing"),
            4: _("doing together"),
            5: _("all in action"),
        }
        return names[level]

    def _shade(self, step: int) -> QColor:
        """Return a colour from quiet to strong: the more people do, the stronger."""
        quiet, strong = QColor(self._look.colours.line), QColor(self._look.colours.accent)
        share = (step - 0.5) / (LEVELS - 0.5)
        return QColor.fromRgbF(
            quiet.redF() + (strong.redF() - quiet.redF()) * share,
            quiet.greenF() + (strong.greenF() - quiet.greenF()) * share,
            quiet.blueF() + (strong.blueF() - quiet.blueF()) * share,
        )
