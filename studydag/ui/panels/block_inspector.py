"""All of a block: its form in groups that fold, the first of them with what every block needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studydag.model.values.programme import Block, BlockKind, Mode, Part
from studydag.model.values.wording import N_
from studydag.ui.layouts.fold import Fold
from studydag.ui.lessons import Lessons
from studydag.ui.panels.block_times import BlockTimes
from studydag.ui.pieces import Building, Pieces
from studydag.ui.text_label import text_label
from studydag.ui.timeline.block_edits import edit_block
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.to_field import give_keys
from studydag.ui.widgets.form import Line, ThingForm, names_in
from studydag.ui.widgets.inspector_head import InspectorHead, kind_of_block
from studydag.ui.widgets.link_button import ShortenedButton
from studydag.ui.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of the form: its title (to be translated) and its fields."""

    name: str
    title: str
    fields: tuple[Line, ...]


GROUPS: Final = (
    Group(
        name="basics",
        title=N_("Basics"),
        fields=("working_format", "goals", "leads", ("room", "set_up"), "mode", ("window_start", "window_end")),
    ),
    Group(
        name="round",
        title=N_("Choice round"),
        fields=("round_rule", "offset_minutes", ("capacity", "minimum"), "reserved_seats", "repeats"),
    ),
    Group(
        name="content",
        title=N_("Content"),
        fields=(
            "description",
            "practice_link",
            "product",
            "works_with_own_material",
            "material_to_bring",
            "own_input",
            "open_slot",
            "input_deadline",
            "topics",
            "uses_belief_as_prompt",
            "feedback_rules",
            ("interaction", "activity"),
            "preparation_minutes",
            "preparation_text",
        ),
    ),
    Group(
        name="people",
        title=N_("For whom"),
        fields=("attendance", "compulsory_for", "audience", "context_tags", "leaders_part", "internal"),
    ),
    Group(
        name="organisation",
        title=N_("Organisation"),
        fields=(
            "materials",
            "resources",
            "facilitator_notes",
            "plan_b",
            "link",
            "minutes_locked",
            "open_end",
            "end_inferred",
            "title_to_be_announced_until",
            "cancelled",
            "cancelled_reason",
        ),
    ),
    Group(
        name="afterwards",
        title=N_("Afterwards"),
        fields=(("planned_start", "planned_minutes"), ("actual_start", "actual_end"), "rating", "insights"),
    ),
)
WINDOW: Final = frozenset({"window_start", "window_end"})
"""When people do it at their own pace: asked for where they do."""
PART_FIELDS: Final[tuple[Line, ...]] = ("title", "date", ("start", "end"), "venue")


class BlockInspector(QWidget):
    """Shows the form of a block or of a part of the day. It is empty until something is selected."""

    def __init__(self, workspace: Workspace, commands: BlockCommands, parent: QWidget | None = None) -> None:
        """Build the heading and the first group; the others come when they are unfolded."""
        super().__init__(parent)
        self._workspace = workspace
        self._commands = commands
        self._block: Block | None = None
        self._lessons = Lessons(workspace)
        _ = workspace.language.gettext
        self.head = InspectorHead(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 6, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.head)
        self._of_block = QWidget(self)
        column = QVBoxLayout(self._of_block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.top = self._form(("title", "phase"))
        self.times = BlockTimes(commands, self._of_block)
        column.addWidget(self.top)
        column.addWidget(self.times)
        self.learned_before, self.learned = self._lesson_lines(column)
        self.folds: dict[str, Fold] = {}
        for group in GROUPS:
            fold = Fold(_(group.title), partial(self._form, group.fields), self._of_block)
            fold.unfolded.connect(self._show_forms)
            column.addWidget(fold)
            self.folds[group.name] = fold
        self.folds["basics"].open()
        self.building = Building(self._pieces())
        self._layout.addWidget(self._of_block)
        self._part_form: ThingForm | None = None
        self.delete_part = ShortenedButton(_("Delete part with its blocks"), self._delete_part, self)
        self.add_part = ShortenedButton(_("Add part of the day"), commands.add_part, self)
        self._layout.addWidget(self.delete_part)
        self._layout.addWidget(self.add_part)
        self.below = QVBoxLayout()
        self._layout.addLayout(self.below)
        self._layout.addStretch(1)
        self._part: Part | None = None
        self.show_block(None)

    def _lesson_lines(self, column: QVBoxLayout) -> tuple[QLabel, QLabel]:
        """Make room for what earlier days taught about this block, its format and its leads (R120)."""
        heading = text_label(self._workspace.language.gettext("Learned on earlier days"), self._of_block, "quiet")
        lines = QLabel(self._of_block)
        lines.setTextFormat(Qt.TextFormat.PlainText)
        lines.setWordWrap(True)
        lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        lines.setAccessibleName(heading.text())
        column.addWidget(heading)
        column.addWidget(lines)
        return heading, lines

    def _pieces(self) -> Pieces:
        """Build the forms that are seen first."""
        for form in self.forms():
            yield from form.building.pieces()

    def ahead(self) -> Pieces:
        """Build the groups before they are unfolded."""
        for fold in self.folds.values():
            content = fold.made()
            yield
            if isinstance(content, ThingForm):
                yield from content.building.pieces()

    # -- what is shown

    def show_block(self, block: Block | None, *, chosen: int = 1) -> None:
        """Show a block; `chosen` is how many are selected, of which this is the current one."""
        self._block = block
        self._say_heading(block, chosen)
        self._of_block.setVisible(block is not None)
        self._show_part(None)
        if block is None:
            return
        self.folds["round"].setVisible(block.kind is BlockKind.ROUND or block.round is not None)
        self._show_forms()

    def show_part(self, part: Part) -> None:
        """Show a part of the day."""
        # Not by way of no part at all: a form that is hidden meanwhile loses the keys.
        self._block = None
        self._of_block.hide()
        self._show_part(part)

    def offer_again(self) -> None:
        """Offer the things that fields can lead to as they are now."""
        for form in self.forms():
            form.offer_again()

    def forms(self) -> tuple[ThingForm, ...]:
        """Return the forms that were made."""
        folded = tuple(fold.content for fold in self.folds.values() if isinstance(fold.content, ThingForm))
        return (self.top, *folded)

    def form_of(self, field: str) -> ThingForm:
        """Return the form with a field, unfolded."""
        if field in self.top.names:
            return self.top
        for group in GROUPS:
            if field in names_in(group.fields):
                self.folds[group.name].open()
                content = self.folds[group.name].content
                assert isinstance(content, ThingForm)
                return content
        raise KeyError(field)

    def show_field(self, field: str) -> None:
        """Unfold the group of a field and put the focus there."""
        control = self.times.minutes if field == "minutes" else self.form_of(field).control(field)
        give_keys(control)

    def _say_heading(self, block: Block | None, chosen: int) -> None:
        language = self._workspace.language
        if block is None:
            self.head.say_nothing_is(language.gettext("Select a block to see all of it here."))
            return
        text = language.capitalised(language.kind(kind_of_block(block)))
        if chosen > 1:
            several = language.ngettext("{n} block selected", "{n} blocks selected", chosen)
            text = several.replace("{n}", str(chosen))
        self.head.say(text, self._commands.words.title(block))

    def _show_forms(self) -> None:
        block = self._block
        if block is None:
            return
        self.times.show_block(block)
        self.top.show_thing(block)
        learned = self._lessons.of_block(block)
        self.learned.setText(learned)
        for label in (self.learned_before, self.learned):
            label.setVisible(bool(learned))
        for fold in self.folds.values():
            if fold.is_open and isinstance(fold.content, ThingForm):
                fold.content.show_thing(block)
        basics = self.folds["basics"].content
        if isinstance(basics, ThingForm):
            paced = block.mode is Mode.SELF_PACED or block.window_start is not None or block.window_end is not None
            basics.show_only(set(names_in(GROUPS[0].fields)) - (set() if paced else WINDOW))
        round_form = self.folds["round"].content
        if isinstance(round_form, ThingForm):
            is_round = block.kind is BlockKind.ROUND
            round_form.show_only({"round_rule"} if is_round else set(names_in(GROUPS[1].fields)) - {"round_rule"})

    def _show_part(self, part: Part | None) -> None:
        self._part = part
        several = self._workspace.day is not None and len(self._workspace.day.parts) > 1
        writable = not self._workspace.library.read_only
        self.delete_part.setVisible(part is not None and several and writable)
        self.add_part.setVisible(self._block is None and self._workspace.day is not None and writable)
        if part is not None and self._part_form is None:
            self._part_form = ThingForm(self._workspace, Part, PART_FIELDS, parent=self)
            self._layout.insertWidget(self._layout.indexOf(self.delete_part), self._part_form)
        if self._part_form is not None:
            self._part_form.setVisible(part is not None)
        if part is not None and self._part_form is not None:
            language = self._workspace.language
            self.head.say(language.capitalised(language.kind("part")), self._commands.words.part(part))
            self._part_form.show_thing(part)

    def part_form(self) -> ThingForm | None:
        """Return the form of a part, once one was shown."""
        return self._part_form

    def _form(self, fields: tuple[Line, ...]) -> ThingForm:
        return ThingForm(self._workspace, Block, fields, carry_out=self._change, parent=self)

    def _change(self, block_id: int, name: str, value: Any) -> None:
        edit_block(self._commands, block_id, name, value)

    def _delete_part(self) -> None:
        if self._part is not None:
            self._commands.delete_part(self._part.id)
