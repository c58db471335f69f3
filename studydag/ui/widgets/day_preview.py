"""A study day at a glance, before it is made: what it is for, its times, its phases, its blocks, what comes after."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.totals import totals
from studydag.model.values.formats import Phase
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.widgets.phase_strip import PhaseStrip

SWATCH = 12
LINES = 8


class DayPreview(QFrame):
    """Shows a study day that is only a value yet."""

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self._look = look
        self._language = language
        self._swatches: dict[Phase, QIcon] = {}
        self.setProperty("role", "card")
        self.title = QLabel(self)
        self.title.setProperty("role", "heading")
        self.about = QLabel(self)
        self.facts = QLabel(self)
        self.facts.setProperty("role", "quiet")
        for label in (self.title, self.about, self.facts):
            label.setWordWrap(True)
        self.strip = PhaseStrip(look, language, self)
        self.blocks = QListWidget(self)
        self.blocks.setAccessibleName(language.gettext("Blocks"))
        self.blocks.setFrameShape(QFrame.Shape.NoFrame)
        self.blocks.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.blocks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blocks.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.blocks.setMinimumHeight(self.fontMetrics().height() * LINES)
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        for widget in (self.title, self.about, self.facts, self.strip):
            layout.addWidget(widget)
        layout.addWidget(self.blocks, 1)
        # Without blocks the words stay together on top.
        layout.addStretch(0)

    def sizeHint(self) -> QSize:
        """Ask for as much as tells what day it is, whatever stands in it now."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 52, metrics.height() * 22)

    def show_day(self, day: StudyDay | None, title: str, about: str) -> None:
        """Show a day, or (None) that nothing stands in it yet."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        planned = schedule(day) if day is not None else schedule(StudyDay())
        self.facts.setText("" if day is None else self._facts(day))
        self.strip.show_programme(planned)
        self.strip.setVisible(bool(planned))
        self.blocks.clear()
        for part in planned.parts:
            if len(planned.parts) > 1 and part.part.title:
                item = QListWidgetItem(part.part.title, self.blocks)
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            for slot in part.slots:
                start = self._language.clock(slot.start)
                text = f"{start}  {slot.block.title} · {self._language.minutes(slot.minutes)}"
                self._add(text, slot.block.phase)
                for option in slot.options:
                    self._add(f"          {option.block.title}", option.block.phase)
        self.blocks.setVisible(self.blocks.count() > 0)

    def _add(self, text: str, phase: Phase) -> None:
        item = QListWidgetItem(self._swatch(phase), text, self.blocks)
        item.setToolTip(text.strip())
        said = f"{text.strip()}, {self._language.member(phase)}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def _swatch(self, phase: Phase) -> QIcon:
        if phase not in self._swatches:
            picture = QPixmap(SWATCH, SWATCH)
            picture.fill(self._look.colours.phase(phase))
            self._swatches[phase] = QIcon(picture)
        return self._swatches[phase]

    def _facts(self, day: StudyDay) -> str:
        language, ngettext = self._language, self._language.ngettext
        planned = schedule(day)
        found = totals(planned)
        parts = [
            f"{language.clock(part.start)}–{language.clock(part.end)}" for part in planned.parts if part.slots
        ] or [f"{language.clock(part.start)}–{language.clock(part.end)}" for part in planned.parts]
        counts = (
            (ngettext("{n} block", "{n} blocks", found.block_count), found.block_count),
            (ngettext("{n} goal", "{n} goals", len(day.goals)), len(day.goals)),
            (ngettext("{n} action", "{n} actions", len(day.actions)), len(day.actions)),
            (ngettext("{n} moment", "{n} moments", len(day.moments)), len(day.moments)),
            (ngettext("{n} measure", "{n} measures", len(day.measures)), len(day.measures)),
        )
        said = [text.replace("{n}", str(number)) for text, number in counts if number]
        if found.minutes_over:
            over = language.gettext("{minutes} too long").replace("{minutes}", language.minutes(found.minutes_over))
            said.insert(1, over)
        return " · ".join([" + ".join(parts), *said])
