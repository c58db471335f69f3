"""The settings of the school: its name and colours, holidays, and how the checks look at its study days."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studydag.labels import field_name
from studydag.model.operations.school import change_school, set_logo
from studydag.model.rules.calendar.evaluation import windows_of
from studydag.model.rules.calendar.school_calendar import countries, with_end_along
from studydag.model.rules.goals.feedback_rules import rules_of_feedback
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import described
from studydag.model.values.school import ClosedDays, EvaluationWindow, HolidayRegion, Picture, School
from studydag.ui.asking.files import ask_picture
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.item_models.cells import Cells
from studydag.ui.pieces import Building, Pieces
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.text_label import text_label
from studydag.ui.to_field import give_keys
from studydag.ui.widgets.form import Heading, ThingForm
from studydag.ui.widgets.rule_settings import RuleSettings
from studydag.ui.workspace import Workspace

LOGO_AT_MOST = 1200
"""Pixels; a logo on paper needs no more."""
LOGO_SHOWN = 64
SWATCH, BESIDE_SWATCH = 16, 6
"""Pixels: of the accent colour that is shown, and between it and its name."""
ROWS = 9
SETTINGS = (
    "name", "language", "vision", "feedback_rules", "holiday_region", "change_over_minutes", "travel_minutes",
    "minimum_group_size", "logo", "accent_colour", "closed_days", "evaluation_windows", "rule_settings",
)  # fmt: skip
"""What can be gone to, by the names of the fields."""
"""Pixels above and below what is gone to."""
WIDEST = 96
"""Characters; longer lines read badly."""


class SchoolSettings(QScrollArea):
    """A form, the logo, and the checks."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build it when `building` gets there."""
        super().__init__(parent)
        self._workspace = workspace
        self.building = Building(self._pieces())

    def _pieces(self) -> Pieces:
        workspace = self._workspace
        _ = workspace.language.gettext
        # In its place from the start: what moves there with all that is in it is dressed anew, all at once.
        inner = QWidget(self)
        inner.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)
        inner.setEnabled(not workspace.library.read_only)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        column.addLayout(self._looks())
        self.country = ChoiceField([Choice("", "–")])
        self.form = ThingForm(
            workspace,
            School,
            (
                "name",
                "language",
                "vision",
                "feedback_rules",
                Heading(_("Holidays")),
                "holiday_region",
                "country",
                Heading(_("Numbers")),
                ("change_over_minutes", "travel_minutes"),
                "minimum_group_size",
            ),
            editors={"country": self.country},
            hints={"feedback_rules": self._rules_that_hold},
            explained=("feedback_rules",),
        )
        column.addWidget(self.form)
        yield from self.form.building.pieces()
        self.closed = self._rows("closed_days", self._new_closed_days, self._change_closed_days)
        column.addWidget(self.closed)
        column.addSpacing(12)
        yield
        self.windows = self._rows("evaluation_windows", _new_window)
        ours = QAction(_("Fill in what applies now"), self)
        ours.triggered.connect(self._fill_windows)
        self._fills = self.windows.add_button(ours)
        self.our_windows = text_label("", inner, "quiet")
        column.addWidget(self.windows)
        column.addWidget(self.our_windows)
        column.addSpacing(12)
        yield
        heading = QLabel(_("Checks"), inner)
        heading.setProperty("role", "title")
        column.addWidget(heading)
        said = QLabel(
            _("A check is never a mark: it points something out. Switch off what does not suit your school."), inner
        )
        said.setProperty("role", "quiet")
        said.setWordWrap(True)
        column.addWidget(said)
        self.rules = RuleSettings(workspace)
        column.addWidget(self.rules)
        yield from self.rules.building.pieces()

    def go_to(self, name: str) -> None:
        """Bring a setting into view, with the keys in it; `SETTINGS` has their names."""
        self.building.finish()
        apart: dict[str, QWidget] = {
            "logo": self._choose,
            "accent_colour": self._colour,
            "closed_days": self.closed,
            "evaluation_windows": self.windows,
            "rule_settings": self.rules,
        }
        give_keys(apart.get(name) or self.form.control(name))

    def _rules_that_hold(self, school: School) -> str:
        """Say which rules hold while the school has none of its own."""
        language = self._workspace.language
        if school.feedback_rules.strip():
            return ""
        said = language.gettext("A line for each rule. Until you write your own, these apply: {rules}")
        return said.replace("{rules}", " ".join(map(language.wording, rules_of_feedback(school))))

    def refresh(self) -> None:
        """Show the settings as they stand."""
        self.building.finish()
        school, logo = self._workspace.setting.school, self._workspace.setting.logo
        elsewhere = school.holiday_region is HolidayRegion.OTHER
        if elsewhere:
            self._offer_countries(school.country)
        self.form.show_thing(school)
        self.form.show_only(name for name in self.form.names if elsewhere or name != "country")
        self.closed.show_owner(school)
        self.windows.show_owner(school)
        self._show_our_windows(school)
        self.rules.refresh()
        self._colour.setText(school.accent_colour.upper())
        self._colour.setIcon(_swatch(school.accent_colour))
        self._colour.setIconSize(QSize(SWATCH + BESIDE_SWATCH, SWATCH))
        self._remove.setVisible(logo is not None)
        picture = QPixmap()
        if logo is not None:
            picture.loadFromData(logo.data)
        self._logo.setVisible(not picture.isNull())
        self._logo.setPixmap(
            picture
            if picture.isNull()
            else picture.scaledToHeight(LOGO_SHOWN, Qt.TransformationMode.SmoothTransformation)
        )

    def _offer_countries(self, held: str) -> None:
        """Offer the countries whose holidays are known, and the one that is held."""
        language = self._workspace.language
        named = [Choice(code, language.country(code)) for code in {*countries(), *filter(None, [held])}]
        offered = (Choice("", "–"), *sorted(named, key=lambda choice: language.sort_key(choice.label)))
        if self.country.choices != offered:
            self.country.offer(offered)

    def _show_our_windows(self, school: School) -> None:
        """Say which windows hold for levels without one of the school's own (R118)."""
        language, own = self._workspace.language, {each.level for each in school.evaluation_windows}
        until = language.gettext("{first} until {last}")
        said = []
        for each in windows_of(school):
            if each.level not in own:
                ends = [language.relative_date(on) for on in (each.earliest, each.latest)]
                span = until.replace("{first}", ends[0]).replace("{last}", ends[1]) if ends[0] != ends[1] else ends[0]
                said.append(f"{language.member(each.level)}: {span}")
        others = language.gettext("For the other levels this applies: {windows}.")
        text = others if own else language.gettext("Until you fill in your own, this applies: {windows}.")
        self.our_windows.setText(text.replace("{windows}", "; ".join(said)))
        self.our_windows.setVisible(bool(said))
        self._fills.setEnabled(bool(said) and not self._workspace.library.read_only)

    def _fill_windows(self, _checked: bool = False) -> None:
        """Make the windows that hold now the school's own, to be changed."""
        own = windows_of(self._workspace.setting.school)
        self._workspace.do(lambda: change_school(self._workspace.library, evaluation_windows=own))

    def take_logo(self, path: Path) -> None:
        """Give the school the logo in a file, made smaller where that is needed."""
        image = QImage(str(path))
        if image.isNull():
            self._workspace.do(lambda: set_logo(self._workspace.library, Picture(name=path.name)))
            return
        if max(image.width(), image.height()) > LOGO_AT_MOST:
            image = image.scaled(
                LOGO_AT_MOST,
                LOGO_AT_MOST,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        data = bytes(buffer.data().data())
        picture = Picture(name=path.name, width=image.width(), height=image.height(), data=data)
        self._workspace.do(lambda: set_logo(self._workspace.library, picture))

    def _rows(
        self, name: str, make: Callable[..., Any], carry_out: Callable[[int, str, Any], None] | None = None
    ) -> ThingList:
        language = self._workspace.language
        held = next(each.holds for each in described(School) if each.name == name)
        columns = Cells(self._workspace).columns(held, [each.name for each in described(held)])
        title = language.capitalised(field_name(name, language, School))
        rows = ThingList(self._workspace, School, name, columns, title=title, make=make, carry_out=carry_out)
        rows.setMinimumHeight(self.fontMetrics().height() * ROWS)
        return rows

    def _new_closed_days(self, **fields: Any) -> ClosedDays:
        today = self._workspace.today()
        return ClosedDays(**{"first": today, "last": today, **fields})

    def _change_closed_days(self, number: int, name: str, new: Any) -> None:
        closed = list(self._workspace.setting.school.closed_days)
        closed[number - 1] = with_end_along(closed[number - 1], name, new)
        change_school(self._workspace.library, closed_days=tuple(closed))

    def _looks(self) -> QVBoxLayout:
        _ = self._workspace.language.gettext
        self._logo = QLabel(self)
        self._logo.setAccessibleName(_("Logo"))
        self._choose = QPushButton(_("Choose a logo…"), self)
        self._choose.clicked.connect(lambda _checked=False: self._ask_logo())
        self._remove = QPushButton(_("Remove the logo"), self)
        self._remove.clicked.connect(lambda _checked=False: self._remove_logo())
        self._colour = QPushButton(self)
        self._colour.setToolTip(_("Accent colour of the documents"))
        self._colour.setAccessibleName(_("Accent colour of the documents"))
        self._colour.clicked.connect(lambda _checked=False: self._ask_colour())
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addSpacing(16)
        row.addWidget(QLabel(_("Accent colour"), self))
        row.addWidget(self._colour)
        row.addStretch(1)
        # Beside the buttons a wide logo would leave no room for their words.
        looks = QVBoxLayout()
        looks.addWidget(self._logo)
        looks.addLayout(row)
        return looks

    def _ask_logo(self) -> None:
        path = ask_picture(self, self._workspace.language)
        if path is not None:
            self.take_logo(path)

    def _remove_logo(self) -> None:
        # The button goes, and the keys would go to the beginning of the window.
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._workspace.do(lambda: set_logo(self._workspace.library, None))

    def _ask_colour(self) -> None:
        _ = self._workspace.language.gettext
        now = QColor(self._workspace.setting.school.accent_colour)
        colour = QColorDialog.getColor(now, self, _("Accent colour of the documents"))
        if colour.isValid():
            self._workspace.do(lambda: change_school(self._workspace.library, accent_colour=colour.name()))


def _swatch(colour: str) -> QPixmap:
    """Return a square of a colour with room beside it."""
    swatch = QPixmap(SWATCH + BESIDE_SWATCH, SWATCH)
    swatch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(swatch)
    painter.fillRect(0, 0, SWATCH, SWATCH, QColor(colour))
    painter.end()
    return swatch


def _new_window(**fields: Any) -> EvaluationWindow:
    """Return a window from the day until eight weeks after it, to be set."""
    return EvaluationWindow(**{"earliest": RelativeDate(0), "latest": RelativeDate(8), **fields})
