"""The checks at the right: what is open, with remedies to click, and what holds, folded."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studydag.language import Language
from studydag.model.operations import study_days
from studydag.model.rules.checking import what_holds
from studydag.model.rules.checks.register import rule
from studydag.model.values.day_status import DayStatus
from studydag.model.values.findings import Finding, Severity, heaviest_first
from studydag.model.values.references import Reference
from studydag.ui.layouts.wrapped_label import WrappedLabel
from studydag.ui.look import Look
from studydag.ui.remedies import carry_out, said
from studydag.ui.spoken_roles import SpokenAs, speak_as, tell_unfolded
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.widgets.signed_lines import SignedLines
from studydag.ui.workspace import Workspace

AT_FIRST = 20
"""So many findings are shown until more are asked for; a day has hundreds at worst."""
AT_ONCE = 3
"""So many cards are built at a stretch."""


class ChecksPanel(QWidget):
    """The findings on the day in view: of what is selected, or all of them, as a button switches; `cards` are seen.

    It `takes_room` unless nothing concerns what is selected.
    """

    takes_room_changed = Signal()

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Show the findings as they come in."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._look = look
        self._selected: frozenset[Reference] = frozenset()
        self._shows_all = False
        self.takes_room = True
        self._shown: list[Finding] = []
        self.cards: list[_Card] = []
        self._most = AT_FIRST
        self.heading = text_label("", self, "heading")
        self.all = QToolButton(self)
        self.all.clicked.connect(lambda _checked=False: self._switch())
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        speak_as(self._scroll, SpokenAs.LIST)
        self._scroll.setAccessibleName(_("Points of attention"))
        self._inner = QWidget(self._scroll)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(self._inner)
        self._more = LinkButton("", self._show_more, self._inner)
        self.holding = _Holding(workspace, self._inner)
        self._column.addWidget(self._more)
        self._column.addWidget(self.holding)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        workspace.checked.connect(self.refresh)
        workspace.day_opened.connect(self._on_day_opened)
        self.refresh()

    def narrow(self, about: frozenset[Reference]) -> None:
        """Show only findings about these things; about nothing: all."""
        if about != self._selected:
            self._selected = about
            self._shows_all = False
            self._most = AT_FIRST
            self._workspace.idle.add(self.refresh)

    def _switch(self) -> None:
        """Show all findings, or again those alone that concern what is selected."""
        self._shows_all = not self._shows_all
        self._most = AT_FIRST
        self.refresh()

    @property
    def _about(self) -> frozenset[Reference]:
        """What findings that are shown are about; nothing: all are."""
        return frozenset() if self._shows_all else self._selected

    def refresh(self) -> None:
        """Show the findings as they stand; cards of findings that stayed the same stay."""
        self._shown = [finding for finding in heaviest_first(self._workspace.findings) if self._concerns(finding)]
        self._say_heading()
        self.holding.setVisible(self._workspace.day is not None and not self._about)
        self.holding.refresh()
        self._sort_out()
        self._take_room(bool(self._shown) or not self._about)
        if not self._selected and self._focused is self.all:
            # Else the keys would go to the first stop of the window.
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        _ = self._workspace.language.gettext
        self.all.setText(_("Only what is selected") if self._shows_all else _("Show all"))
        self.all.setVisible(bool(self._selected))
        self._build_some()

    @property
    def _focused(self) -> QWidget:
        """What has the keys in the window: here or elsewhere."""
        return self.window().focusWidget() or self

    def _take_room(self, wanted: bool) -> None:
        """Leave the room below the heading to others while nothing stands there."""
        if wanted != self.takes_room:
            self.takes_room = wanted
            now = self._focused
            if not wanted and (now is self._scroll or self._scroll.isAncestorOf(now)):
                # Else the keys would go to the first stop of the window.
                self.all.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.setVisible(wanted)
            self.takes_room_changed.emit()

    def _on_day_opened(self) -> None:
        self._most = AT_FIRST
        self.holding.fold()
        self.refresh()

    def _show_more(self) -> None:
        self._most += AT_FIRST
        self._build_some()

    def _sort_out(self) -> None:
        """Let go of the cards of what is not found any more."""
        wanted = self._shown[: self._most]
        kept = [card for card in self.cards if card.finding in wanted]
        now = self._focused
        for card in self.cards:
            if card not in kept:
                if card.isAncestorOf(now):
                    # Keys stay among the checks when the card on which they were is gone.
                    self._scroll.setFocus()
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = kept

    def _build_some(self) -> None:
        """Put the first cards that are missing into their places; more follow while the window can react."""
        wanted, missing = self._shown[: self._most], AT_ONCE
        standing = list(self.cards)
        cards: list[_Card] = []
        for finding in wanted:
            card = next((each for each in standing if each.finding == finding), None)
            if card is not None:
                standing.remove(card)
            elif missing:
                missing -= 1
                card = _Card(self._workspace, self._look, finding, self._inner)
            else:
                continue
            if self._column.indexOf(card) != len(cards):
                self._column.insertWidget(len(cards), card)
            cards.append(card)
        self.cards = cards
        rest = len(self._shown) - self._most
        self._more.setVisible(rest > 0)
        if rest > 0:
            self._more.say(self._workspace.language.gettext("Show {n} more").replace("{n}", str(min(rest, AT_FIRST))))
        if len(cards) < len(wanted):
            self._workspace.idle.add(self._build_some)

    def _concerns(self, finding: Finding) -> bool:
        return not self._about or any((about.kind, about.id) in self._about for about in finding.about)

    def _say_heading(self) -> None:
        language = self._workspace.language
        open_ = sum(finding.accepted is None for finding in self._shown)
        if not self._workspace.is_checked:
            self.heading.setText(" ")
        elif open_:
            said = language.ngettext("{n} point of attention", "{n} points of attention", open_)
            self.heading.setText(said.replace("{n}", str(open_)))
        elif self._is_idea:
            self.heading.setText(language.gettext("Still an idea: everything is checked from design on"))
        else:
            self.heading.setText(language.gettext("Nothing needs attention here"))

    @property
    def _is_idea(self) -> bool:
        """Whether only the first steps of the day are asked for."""
        day = self._workspace.day
        return day is not None and day.status is DayStatus.IDEA


class _Card(QFrame):
    """One finding: how heavy, the reason, what it is about, and what can be done."""

    def __init__(self, workspace: Workspace, look: Look, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.finding = finding
        language = workspace.language
        self.setProperty("role", "card")
        speak_as(self, SpokenAs.LIST_ITEM)
        self.setProperty("weight", "holds" if finding.accepted is not None else finding.severity.value)
        reason = language.capitalised(language.wording(finding.reason, finding.figures))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(3)
        layout.addWidget(_severity(finding, look, language))
        layout.addWidget(WrappedLabel(reason, self))
        self.setAccessibleName(f"{language.member(finding.severity)}: {reason}")
        if finding.accepted is not None:
            layout.addWidget(self._accepted(finding.accepted.reason))
        layout.addLayout(self._buttons(language))
        for button in self.findChildren(LinkButton):
            button.setAccessibleName(f"{button.full}: {reason}")
        explained = rule(finding.rule).explanation
        self.setToolTip(" ".join(language.wording(part) for part in explained))

    def _accepted(self, reason: str) -> QLabel:
        said = self._workspace.language.gettext("Accepted: {reason}").replace("{reason}", reason)
        label = WrappedLabel(said, self)
        label.setProperty("role", "quiet")
        return label

    def _buttons(self, language: Language) -> QVBoxLayout:
        _ = language.gettext
        column = QVBoxLayout()
        column.setSpacing(1)
        if self.finding.accepted is not None:
            column.addWidget(LinkButton(_("No longer accept"), self._withdraw, self))
            return column
        for name in self.finding.remedies:
            run = partial(carry_out, name, self.finding, self._workspace)
            column.addWidget(LinkButton(said(name, self.finding, language), run, self))
        column.addWidget(LinkButton(_("Accept with a reason…"), self._accept, self))
        return column

    def _accept(self) -> None:
        from studydag.ui.dialogs.accepting import AcceptDialog

        language = self._workspace.language
        finding = language.capitalised(language.wording(self.finding.reason, self.finding.figures))
        reason = AcceptDialog(finding, language, self.window()).ask()
        day = self._workspace.day
        if reason and day is not None:
            uids = [about.uid for about in self.finding.about]
            today = self._workspace.today()
            self._workspace.do(
                lambda: study_days.accept_finding(
                    self._workspace.library, day.id, self.finding.rule, uids, reason, date=today
                )
            )

    def _withdraw(self) -> None:
        accepted = self.finding.accepted
        if accepted is not None:
            self._workspace.do(lambda: study_days.withdraw_acceptance(self._workspace.library, accepted.id))


class _Holding(QWidget):
    """What is in order, folded until it is asked for."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.button = QToolButton(self)
        self.button.setText(workspace.language.gettext("What is in order"))
        self.button.setCheckable(True)
        speak_as(self.button, SpokenAs.FOLD)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.toggled.connect(self._on_toggled)
        self._text = SignedLines(self)
        self._text.setProperty("role", "quiet")
        self._text.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self.button)
        layout.addWidget(self._text)

    def fold(self) -> None:
        """Fold it."""
        self.button.setChecked(False)

    def refresh(self) -> None:
        """Say what is in order now, if that is seen."""
        if self.button.isChecked():
            self._workspace.idle.add(self._say)

    def _on_toggled(self, unfolded: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._text.setVisible(unfolded)
        tell_unfolded(self.button)
        if unfolded:
            self._say()

    def _say(self) -> None:
        workspace = self._workspace
        if workspace.day is not None:
            holding = what_holds(workspace.day, workspace.setting, workspace.today())
            language = workspace.language
            lines = [language.capitalised(language.wording(each.text, each.figures)) for each in holding]
            self._text.setText("\n".join(f"✓ {line}" for line in lines))


def _severity(finding: Finding, look: Look, language: Language) -> QLabel:
    colours = {
        Severity.MUST: look.colours.must,
        Severity.SHOULD: look.colours.should,
        Severity.HINT: look.colours.quiet,
    }
    label = QLabel(language.capitalised(language.member(finding.severity)))
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colours[finding.severity]))
    label.setPalette(palette)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
