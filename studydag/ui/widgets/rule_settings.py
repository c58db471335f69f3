"""The checks of the school or of one day: each on or off, and its number where it has one (R070)."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studydag.model.operations.study_days import set_rule
from studydag.model.rules.checks.register import FAMILIES, RULES, is_on, limit
from studydag.model.rules.checks.rule import Rule
from studydag.model.values.school import RuleSetting
from studydag.model.values.study_day import StudyDay
from studydag.ui.checked import show_checked
from studydag.ui.fields.typed import NumberField
from studydag.ui.pieces import Building, Pieces
from studydag.ui.workspace import Workspace

MOST = 10_000


class _Wrapped(QLabel):
    """Words that stay and wrap. Layouts ask for their height many times over, and Qt would set them each time."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self._heights: dict[int, int] = {}

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Be as high as another font needs."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()


class _Asked(_Wrapped):
    """What a check asks, beside its box; a click on it is one on the box."""

    def __init__(self, text: str, switch: QCheckBox, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._switch = switch

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Switch the check."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._switch.click()


class _Unit(_Wrapped):
    """What the number of a check counts: as wide as the longest of all where there is room, else in more lines."""

    def __init__(self, text: str, widest: int, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._widest = widest

    def sizeHint(self) -> QSize:
        """Like as much as the longest needs."""
        return QSize(self._widest, self.heightForWidth(self._widest))

    def minimumSizeHint(self) -> QSize:
        """Do with its longest word."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), self._widest), least.height())


class RuleSettings(QWidget):
    """Lists every check by family; what is changed holds for all study days that say nothing else.

    With `of_day` it holds for the day in view alone.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, of_day: bool = False) -> None:
        """Build a line for each check, a family at a time, when `building` gets there."""
        super().__init__(parent)
        self._workspace = workspace
        self._of_day = of_day
        self._widest = 0
        self._switches: dict[str, QCheckBox] = {}
        self._numbers: dict[str, NumberField] = {}
        self._back: dict[str, QToolButton] = {}
        self.building = Building(self._pieces())

    def _pieces(self) -> Pieces:
        language = self._workspace.language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.ensurePolished()
        self._widest = max(self.fontMetrics().horizontalAdvance(self._unit(rule)) for rule in RULES) + 2
        for family, rules in groupby(sorted(RULES, key=_family_order), key=lambda rule: rule.family):
            heading = QLabel(language.capitalised(language.gettext(FAMILIES[family])), self)
            heading.setProperty("role", "heading")
            column.addWidget(heading)
            grid = QGridLayout()
            grid.setColumnStretch(0, 1)
            # The numbers of all families stand below each other.
            grid.setColumnMinimumWidth(1, self._number_width)
            for row, rule in enumerate(rules):
                self._add(grid, row, rule)
            column.addLayout(grid)
            column.addSpacing(8)
            yield
            # Kept by Qt; all at once would take long when they are first seen.
            grid.sizeHint()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be whole when it is seen."""
        self.building.finish()
        super().showEvent(event)

    def switch(self, rule: str) -> QCheckBox:
        """Return the box that switches a check on and off."""
        self.building.finish()
        return self._switches[rule]

    def number(self, rule: str) -> NumberField:
        """Return the field with a check's number."""
        self.building.finish()
        return self._numbers[rule]

    def refresh(self) -> None:
        """Show how each check is set."""
        self.building.finish()
        self._show()

    def _show(self) -> None:
        day, setting = self._day(), self._workspace.setting
        set_here = {each.rule for each in self._own()}
        for rule in RULES:
            show_checked(self._switches[rule.id], is_on(rule, day, setting))
            if rule.id in self._numbers:
                self._numbers[rule.id].show_value(limit(rule, day, setting))
                self._numbers[rule.id].setEnabled(is_on(rule, day, setting))
            self._back[rule.id].setVisible(rule.id in set_here)

    def _day(self) -> StudyDay:
        return (self._workspace.day if self._of_day else None) or StudyDay()

    def _own(self) -> tuple[RuleSetting, ...]:
        return self._day().rule_settings if self._of_day else self._workspace.setting.school.rule_settings

    @property
    def _number_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * 9

    def _unit(self, rule: Rule) -> str:
        """Return what the number of a check counts; nothing where it has none."""
        if rule.threshold is None:
            return ""
        return self._workspace.language.wording(rule.threshold.unit, {"count": 2, "n": 2})

    def _add(self, grid: QGridLayout, row: int, rule: Rule) -> None:
        language = self._workspace.language
        asks = language.capitalised(language.wording(rule.asks))
        switch = QCheckBox(self)
        switch.setAccessibleName(asks)
        switch.toggled.connect(lambda on: self._set(rule, on=on))
        text = _Asked(asks, switch, self)
        text.setBuddy(switch)
        why = " ".join(language.wording(part) for part in rule.explanation)
        switch.setToolTip(why)
        text.setToolTip(why)
        line = QHBoxLayout()
        line.addWidget(switch)
        line.addWidget(text, 1)
        grid.addLayout(line, row, 0)
        self._switches[rule.id] = switch
        if rule.threshold is not None:
            number = NumberField(0, MOST, whole=False, parent=self)
            number.name(asks)
            number.setFixedWidth(self._number_width)
            number.edited.connect(lambda value: self._set(rule, threshold=float(value)))
            grid.addWidget(number, row, 1)
            grid.addWidget(_Unit(self._unit(rule), self._widest, self), row, 2)
            self._numbers[rule.id] = number
        back = QToolButton(self)
        back.setText("↺")
        back.setAutoRaise(True)
        policy = back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        back.setSizePolicy(policy)
        back.setToolTip(language.gettext("Back to how it was"))
        back.setAccessibleName(f"{back.toolTip()}: {asks}")
        back.clicked.connect(lambda _checked=False: self._set(rule, reset=True))
        grid.addWidget(back, row, 3)
        self._back[rule.id] = back

    def _set(self, rule: Rule, *, on: bool | None = None, threshold: float | None = None, reset: bool = False) -> None:
        library = self._workspace.library
        day_id = self._day().id if self._of_day else None
        own = next((each for each in self._own() if each.rule == rule.id), None)
        now_on = own.on if own is not None else True
        now_threshold = own.threshold if own is not None else None
        if reset:
            self._workspace.do(lambda: set_rule(library, day_id, rule.id))
            return
        is_now_on = now_on if on is None else on
        limit_now = now_threshold if threshold is None else threshold
        self._workspace.do(lambda: set_rule(library, day_id, rule.id, on=is_now_on, threshold=limit_now))
        self.refresh()


def _family_order(rule: Rule) -> int:
    return list(FAMILIES).index(rule.family)
