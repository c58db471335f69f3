"""A list of things that can be worked on: a table with add, duplicate, delete and reorder, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.values.description import Described, described, kind_of
from studydag.ui.announcing import say
from studydag.ui.icons import icon
from studydag.ui.item_models.things import TableColumn
from studydag.ui.letters import KEYS
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.tables.adding_menu import AddingMenu, bare, main_text, required
from studydag.ui.tables.list_bar import ListBar, UnderBar
from studydag.ui.tables.quick_add import QuickAdd
from studydag.ui.tables.row_clipboard import RowClipboard
from studydag.ui.tables.row_edits import RowEdits, row_edits
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace


class ThingList(UnderBar):
    """What stands in one field of a thing, such as the goals of a study day. `chosen` carries the selected ids."""

    chosen = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        owner: type[Any],
        field: str,
        columns: Sequence[TableColumn],
        *,
        title: str,
        hint: str = "",
        typing: str = "",
        empty: str = "",
        wraps: bool = False,
        shown: Callable[[Any], bool] | None = None,
        in_order: Callable[[Any], Any] | None = None,
        make: Callable[..., Any] | None = None,
        carry_out: Callable[[int, str, Any], None] | None = None,
        fixed: bool = False,
        adds: bool = True,
        kind: str = "",
        compact: bool = False,
        sorts: bool = True,
        kept_as: str = "",
        edits: RowEdits | None = None,
        add_lines: Callable[[str], Sequence[int] | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the list; it is empty until `show_owner`.

        `typing` is said in the line in which new ones are typed; without it the button adds one. `shown` keeps things
        out of this list, `in_order` gives what they are sorted by, instead of their own order; `make` makes a new one
        from fields, `add_lines` adds those that were typed. In a `fixed` list things are changed, but none is added,
        deleted or moved; in one that doesn't have `adds` they can be deleted as well. `edits` are the verbs to work
        with, where the plain ones don't do; `kind` is what the things are called here. A `compact`
        list has signs alone on its buttons. Its heads sort it, unless its order is what it is about (`sorts`); where
        two lists show the same field, `kept_as` tells them apart for what the window remembers.
        """
        super().__init__(parent)
        self.value: type[Any] = next(each.holds for each in described(owner) if each.name == field)
        self.field = field
        self._workspace = workspace
        self._owner: Any = None
        self._stale = False
        self.edits = edits or row_edits(workspace.library, owner, field)
        self._shown = shown
        self._in_order = in_order
        self._fixed = fixed
        self._adds = adds and not fixed
        self._compact = compact
        self._kind = kind or kind_of(self.value)
        self._make = make or (lambda **fields: bare(self.value, **fields))
        self._carry_out = carry_out
        self.add_lines = add_lines or self._add_typed
        self.heading = text_label(title, self, "heading")
        self.table = ThingTable(workspace, self.value, columns, self.change, name=title, empty=empty, wraps=wraps)
        self.table.things.can_edit = not workspace.library.read_only
        if title:
            self.heading.setBuddy(self.table)
        else:
            speak_as(self.heading, SpokenAs.FILLER)
        self.line = QuickAdd(typing, workspace.language, self) if typing else None
        self.heads = self.table.let_sort(kept_as or f"{kind_of(owner)}.{field}", sorts=sorts)
        self.heads.changed.connect(self._allow)
        if sorts:
            self.table.let_choose_columns(kept_as or f"{kind_of(owner)}.{field}")
        self.bar = ListBar(self, self.heading, compact=compact)
        self._tips: dict[str, str] = {}
        self._clipboard = RowClipboard(self, workspace)
        self._make_actions()
        self._lay_out(hint)
        self._listen()
        self._allow()

    def _lay_out(self, hint: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.bar)
        if hint:
            said = text_label(hint, self, "quiet")
            layout.addWidget(said)
        layout.addWidget(self.table, 1)
        if self.line is not None:
            layout.addWidget(self.line)

    def _listen(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        if self.line is not None:
            self.line.typed.connect(self._typed)
            self.line.left.connect(self._left)
        if not self._fixed:
            self.table.delete_asked.connect(self.delete)
        if self._adds:
            self.table.duplicate_asked.connect(self.duplicate)
            self.table.move_asked.connect(self.shift)
            self.table.add_asked.connect(self.add)

    # What it shows

    @property
    def owner(self) -> Any:
        """The thing whose rows are shown, or None."""
        return self._owner

    @property
    def adding(self) -> QAction | None:
        """What adds a thing here, unless that can't be done; of an owner that isn't shown yet it will be able to."""
        return self._add if self._adds and not self._workspace.library.read_only else None

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The ids of what is selected."""
        return self.table.selected_ids

    def selected(self) -> Any:
        """Return the first of what is selected, or None."""
        ids = self.selected_ids
        row = self.table.things.row_of(ids[0]) if ids else -1
        return self.table.things.thing_at(row) if row >= 0 else None

    def show_owner(self, owner: Any) -> None:
        """Show what a thing has in the field; a list that isn't seen only notes it."""
        other = self._owner is None or owner is None or self._owner.id != owner.id
        self._owner = owner
        self._stale = True
        if other:
            self.table.clearSelection()
            self._bring_draft()
        if self.isVisible():
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Show what the owner has now, unless that is shown already."""
        if not self._stale:
            return
        self._stale = False
        wanted = self._wanted(self._owner)
        # What is fitted to the texts that come now would be lost after that.
        self.table.things.tell_all_changed()
        self.table.show_things(wanted if self._in_order is None else sorted(wanted, key=self._in_order))
        self._allow()

    def narrow(self, shown: Callable[[Any], bool] | None, in_order: Callable[[Any], Any] | None = None) -> None:
        """Show only some things from now on, in their own order or sorted; sorted ones can't be moved."""
        self._shown, self._in_order = shown, in_order
        self._stale = True
        if self.isVisible():
            self.bring_up_to_date()

    def shows(self, owner: Any, row_id: int) -> bool:
        """Whether a thing that the owner has belongs into this list."""
        return any(row.id == row_id for row in self._wanted(owner))

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the list up to date when it comes into view."""
        super().showEvent(event)
        self.bring_up_to_date()

    def _wanted(self, owner: Any) -> list[Any]:
        rows = () if owner is None else self.edits.rows(owner)
        return [row for row in rows if self._shown is None or self._shown(row)]

    def choose(self, row_id: int) -> bool:
        """Select a thing; return whether it is here."""
        self.bring_up_to_date()
        if self.table.things.row_of(row_id) < 0:
            return False
        self.table.choose(row_id)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from the line below, when nothing is typed in it, back to the rows with Escape."""
        is_typing = self.line is not None and self.line.hasFocus()
        if event.key() == Qt.Key.Key_Escape and is_typing and self.table.isVisible() and self.table.things.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def take_keys(self) -> None:
        """Give the keys to where something can be typed or chosen: the rows, or the line below while there are none."""
        self.bring_up_to_date()
        if self.line is not None and not self.table.things.rowCount():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_button(self, action: QAction, *, needs_selection: bool = False, adds: bool = False) -> QToolButton:
        """Put another button into the bar, and its action into the menu of the table.

        One that `adds` looks as the one that other lists have of themselves.
        """
        if action.text().endswith("…"):
            # By itself a button leaves out that something is asked first.
            action.setIconText(action.text())
        if needs_selection:
            self._more.append(action)
        button = self._button(action, adds=adds)
        self._allow()
        return button

    def stand_in(self, view: QWidget) -> None:
        """Give another view of the same things a place beside the table, to be shown instead of it."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.table), view, 1)

    # What it does

    def add(self) -> None:
        """Let the user add one: type it, choose what it is about, or fill in a bare one."""
        if self.line is not None:
            self.line.give()
            self.line.setFocus()
        elif self._add_menu is not None:
            self._add_menu.fill()
            button = self.bar.adding or self
            self._add_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        else:
            self.add_thing(self._make())

    def add_thing(self, thing: Any, *, known: str = "") -> None:
        """Add a thing and begin to edit it, in what was not chosen for it already."""
        made = self._workspace.do(lambda: self.edits.add(self._owner, [thing]))
        if made:
            self.table.setFocus()
            self.table.edit_first_cell(made[0], known=known)

    def duplicate(self, _ids: object = None) -> None:
        """Add what is selected once more."""
        ids = self.selected_ids
        made = self._workspace.do(lambda: self.edits.duplicate(self._owner, ids)) if ids else None
        if made:
            self.table.choose(made[0])

    def delete(self, _ids: object = None) -> None:
        """Delete what is selected, and select what comes after it."""
        ids = self.selected_ids
        if not ids or self._workspace.library.read_only:
            return
        row = self.table.things.row_of(ids[0])
        self._workspace.do(lambda: self.edits.delete(self._owner, ids))
        count = self.table.things.rowCount()
        if count and not self.selected_ids:
            self.table.choose(self.table.things.thing_at(min(row, count - 1)).id)

    def shift(self, steps: int) -> None:
        """Move the selected thing a row up (-1) or down (1)."""
        ids, things = self.selected_ids, self.table.things.things
        if self._has_places and self.heads.sorting is not None:
            say(self.table, self._only_in_own_order())
            return
        if len(ids) != 1 or not self._can_move():
            return
        row = self.table.things.row_of(ids[0])
        target = row + steps
        if not 0 <= target < len(things):
            return
        later = target if steps < 0 else target + 1
        before = things[later].id if later < len(things) else self._behind(things[-1].id)
        self._workspace.do(lambda: self.edits.put_before(self._owner, ids[0], before))
        self.table.choose(ids[0])

    def _behind(self, row_id: int) -> int | None:
        """Return what stands behind a row in the whole field, part of which this list may leave out."""
        ids = [row.id for row in self.edits.rows(self._owner)]
        place = ids.index(row_id) + 1
        return ids[place] if place < len(ids) else None

    def _field_names(self) -> frozenset[str]:
        names = frozenset(each.name for each in described(self.value))
        return names | {"position"} if "uid" not in names else names

    def change(self, row_id: int, name: str, new: Any) -> None:
        """Change a field of a thing of this list; raises what the operation raises."""
        if self._carry_out is not None:
            self._carry_out(row_id, name, new)
        else:
            self.edits.change(self._owner, row_id, name, new)

    def _add_typed(self, text: str) -> Sequence[int] | None:
        return self.add_named([line.strip() for line in text.splitlines() if line.strip()])

    def add_named(
        self, lines: Sequence[str], fields: Mapping[str, Mapping[str, Any]] | None = None
    ) -> Sequence[int] | None:
        """Add a thing for each of these lines, as one step, with what else is known of it; return their ids."""
        main = main_text(self._field_names(), self._workspace.language.code)
        known = fields or {}
        things = [self._make(**{main: line}, **known.get(line, {})) for line in lines]
        return self._workspace.do(lambda: self.edits.add(self._owner, things))

    def _typed(self, text: str) -> None:
        made = self.add_lines(text)
        if made and self.line is not None:
            self.line.clear()
            # In a turn of its own: what shows the thing takes as long as adding it.
            QTimer.singleShot(0, self, partial(self.table.choose, made[-1]))

    def _left(self, text: str) -> None:
        """Add what was typed; what is selected stays, since the user is on the way to something else."""
        if self._owner is not None and not self._workspace.library.read_only and self.add_lines(text):
            assert self.line is not None
            self.line.clear()

    def _bring_draft(self) -> None:
        if self.line is not None and self._owner is not None:
            owner = self._owner
            whose = f"{kind_of(type(owner))}/{getattr(owner, 'uid', '') or owner.id}"
            self.line.keep_in(self._workspace.drafts, f"{whose}/{self.field}/{self.heading.text()}")

    # Buttons

    def _make_actions(self) -> None:
        _ = self._workspace.language.gettext
        kind = self._workspace.language.kind(self._kind)
        self._add = self._action("plus", adding_words(self._kind, self._workspace.language), "Ins", self.add)
        self._add.setIconText(self._workspace.language.capitalised(kind))
        self._more = [
            self._action("copy", _("Duplicate"), "Ctrl+D", self.duplicate, name="duplicate"),
            self._action("arrow-up", _("Move up"), "Alt+↑", lambda: self.shift(-1)),
            self._action("arrow-down", _("Move down"), "Alt+↓", lambda: self.shift(1)),
            self._action("trash-2", _("Delete"), "Del", self.delete),
        ]
        about = required(self.value)
        self._add_menu = None if about is None else self._adding_menu(about)
        if self._fixed:
            self.table.insertAction(self.heads.behind, self._clipboard.copying)
            return
        for action in (self._add, *self._more) if self._adds else self._more[-1:]:
            button = self._button(action)
            button.setVisible(not (self._compact and action is self._more[0]))
            if action in self._more[1:3] and not self._has_places:
                button.hide()
                self.table.removeAction(action)
        for action in self._clipboard.actions if self._adds else (self._clipboard.copying,):
            self.table.insertAction(self.heads.behind, action)

    def _adding_menu(self, about: Described) -> AddingMenu:
        return AddingMenu(
            self._workspace,
            about,
            lambda: self.table.things.things,
            lambda name, value: self.add_thing(self._make(**{name: value}), known=name),
            self,
        )

    @property
    def _has_places(self) -> bool:
        """Whether the things have an order of their own, which can be changed here."""
        return self._in_order is None and "position" in self._field_names()

    def _only_in_own_order(self) -> str:
        return self._workspace.language.gettext(
            "Rows are moved in their own order: choose ‘Own order’ in the menu of a column heading"
        )

    def _can_move(self) -> bool:
        return self._has_places and self.heads.sorting is None

    def _action(self, sign: str, text: str, key: str, run: Callable[[], object], *, name: str = "") -> QAction:
        role = QPalette.ColorRole.Link if sign == "plus" else QPalette.ColorRole.ButtonText
        action = QAction(icon(sign, self.palette(), role=role), text, self)
        # The commands to copy and paste look for actions of these names where the keys are.
        action.setObjectName(name or sign)
        self._tips[action.objectName()] = f"{text} ({key})"
        action.setToolTip(f"{text} ({key})")
        action.setProperty(KEYS, key)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def _button(self, action: QAction, *, adds: bool = False) -> QToolButton:
        button = self.bar.add(action, adds=adds or action is self._add)
        self.table.insertAction(self.heads.behind, action)
        return button

    def _on_chosen(self, ids: Iterable[int]) -> None:
        self._allow()
        self.chosen.emit(tuple(ids))

    def _allow(self) -> None:
        """Let only those actions be done that can be."""
        writes = not self._workspace.library.read_only and self._owner is not None
        self._add.setEnabled(writes)
        self._clipboard.allow(writes=writes)
        if self.line is not None:
            self.line.setEnabled(writes)
        for action in self._more:
            action.setEnabled(writes and bool(self.selected_ids))
        for action in self._more[1:3]:
            action.setEnabled(action.isEnabled() and self._can_move())
            is_sorted = self._has_places and self.heads.sorting is not None
            action.setToolTip(self._only_in_own_order() if is_sorted else self._tips[action.objectName()])


def adding_words(kind: str, language: Language) -> str:
    """Say that a thing of a kind is added: Add goal."""
    return language.capitalised(language.gettext("Add {kind}").replace("{kind}", language.kind(kind)))
