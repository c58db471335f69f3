"""What the cells of the programme as a list say, and with what they are edited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from studydag.labels import field_name
from studydag.language import Language
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.time.schedule import Slot
from studydag.model.rules.written.typed_choice import used_most
from studydag.model.values.phases import Phase
from studydag.model.values.programme import Block
from studydag.ui.fields.choice import Choice
from studydag.ui.fields.named import SEPARATOR, NamedField, named_choice
from studydag.ui.fields.typed import SpanField
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.programme.block_model import BlockRow
from studydag.ui.timeline.words import BlockWords

INDENT = "    "


class BlockTexts:
    """The columns of the list; `words` are there once a day is shown."""

    def __init__(self, language: Language, look: Look, offered: Callable[[], Mapping[str, Sequence[Choice]]]) -> None:
        """Begin without a day; `offered` gives what there is to choose from, by kind."""
        self._language = language
        self._offered = offered
        self._look = look
        self.words: BlockWords | None = None
        self.tells_ends = True
        """Whether times say till when, too."""

    def columns(self) -> list[TableColumn]:
        """Return all columns."""
        language, _ = self._language, self._language.gettext

        def named(name: str) -> str:
            return language.capitalised(field_name(name, language, Block))

        return [
            TableColumn(
                title=_("Time"),
                text=self.time,
                field="pinned_start",
                tip=self._tip,
                colour=self._colour,
                value=_span_of,
                editor=lambda: SpanField(language, after=self._first_start),
            ),
            TableColumn(title=named("title"), text=self._title, field="title", tip=self._tip, stretches=1),
            TableColumn(title=named("minutes"), text=self._minutes, field="minutes", numeric=True),
            TableColumn(
                title=named("phase"), text=self._of(BlockWords.phase), field="phase", editor=self._phase_editor
            ),
            TableColumn(
                title=named("working_format"),
                text=self._of(BlockWords.format),
                field="working_format",
                editor=self._format_editor,
            ),
            TableColumn(
                title=named("room"),
                text=self._of(BlockWords.where),
                field="room",
                value=lambda row: self._of(BlockWords.room)(row) or None,
                editor=lambda: self._named_editor("room", BlockWords.room),
            ),
            TableColumn(
                title=named("leads"),
                text=self._of(BlockWords.leads),
                field="leads",
                value=lambda row: self._of(BlockWords.lead_names)(row) or None,
                editor=lambda: self._named_editor("person", BlockWords.lead_names, several=True),
            ),
            TableColumn(
                title=named("goals"),
                text=self._of(BlockWords.goals),
                field="goals",
                tip=self._of(BlockWords.goal_sentences),
            ),
        ]

    def _phase_editor(self) -> QWidget:
        phases = [Choice(phase, self._language.member(phase)) for phase in Phase]
        return named_choice(phases, self._language, optional=False)

    def _format_editor(self) -> QWidget:
        formats = sorted(self._offered().get("working_format", ()), key=lambda choice: choice.label.casefold())
        known = () if self.words is None else self.words.setting.formats
        # An exit ticket is an exitkaart: many know them by their names in the other language.
        also = {each.id: f"{each.name_nl} {each.name_en}" for each in known}
        return named_choice(formats, self._language, also=also)

    def _named_editor(self, kind: str, said: Callable[[BlockWords, Block], str], *, several: bool = False) -> QWidget:
        """Return an editor for names of which those that are new are added; those of this day are completed first."""
        names = sorted((choice.label for choice in self._offered().get(kind, ())), key=str.casefold)
        words = self.words
        lines = () if words is None else [said(words, block) for block in words.day.blocks]
        first = used_most(name for line in lines for name in (line.split(SEPARATOR) if several else (line,)))
        show_all = self._language.gettext("Show all")
        return NamedField(names, _bare, str, several=several, all_named=show_all, first=first)

    def time(self, row: BlockRow) -> str:
        """Return when it is, on a line below what is odd about that; of a self-paced block when it can be done."""
        if self.words is None or row.block is None:
            return ""
        if row.slot is None:
            return self.words.window(row.block)
        time = self.words.time(row.slot) if self.tells_ends else self.words.start(row.slot)
        hints = " · ".join(self.words.hints(row.slot))
        return f"{time}\n{hints}" if hints else time

    @property
    def _first_start(self) -> dt.time | None:
        parts = () if self.words is None else self.words.day.parts
        return min((part.start for part in parts), default=None)

    def _colour(self, row: BlockRow) -> QColor | None:
        slot = row.slot
        if slot is None:
            return None
        if slot.overlap_before or slot.overlap_after:
            return QColor(self._look.colours.must)
        return QColor(self._look.colours.quiet) if slot.end_inferred or slot.block.cancelled else None

    def _title(self, row: BlockRow) -> str:
        if row.block is None or self.words is None:
            return row.heading
        return f"{INDENT if row.is_option else ''}{self.words.title(row.block)}"

    def _minutes(self, row: BlockRow) -> str:
        is_open = row.slot is not None and row.slot.open_end
        return self._language.gettext("open end") if is_open else self._language.minutes(row.whole_minutes)

    def _of(self, say: Callable[[BlockWords, Block], str]) -> Callable[[BlockRow], str]:
        return lambda row: "" if row.block is None or self.words is None else say(self.words, row.block)

    def _tip(self, row: BlockRow) -> str:
        return "" if row.block is None or self.words is None else self.words.tip(row.block, row.slot)


def _bare(text: str) -> Any:
    return " ".join(text.split()).strip(" ,") or None


def is_odd(slot: Slot) -> bool:
    """Whether more is to be said of a time than from when till when."""
    return bool(slot.buffer_before or slot.overlap_before or slot.overlap_after or slot.block.cancelled)


def _span_of(row: BlockRow) -> WrittenTime | None:
    """Return the time that an editor of the time begins with."""
    slot = row.slot
    if slot is None:
        return None
    timed = not slot.block.cancelled and not slot.open_end
    return WrittenTime(start=slot.start_time, end=slot.end_time if timed else None, open_end=slot.open_end)
