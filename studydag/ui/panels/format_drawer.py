"""The drawer with working formats: searched and filtered, those that fit the selected block first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QLabel,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydag.model.operations import school
from studydag.model.rules.formats.from_format import description_of, materials_of
from studydag.model.rules.formats.suggest import Frame, Suggestion, Wanted, frame_of, suggest
from studydag.model.store.format_use import format_use
from studydag.model.values.changes import Change
from studydag.model.values.formats import FormatUse, Phase, SetUp, WorkingFormat
from studydag.model.values.programme import Block
from studydag.model.values.school import DocumentLanguage
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.fields.typed import MinutesField, NumberField
from studydag.ui.fields.words_line import WordsLine
from studydag.ui.item_models.formats import FormatModel, dots
from studydag.ui.layouts.fold import Fold
from studydag.ui.lessons import Lessons
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from studydag.ui.roles import give_role
from studydag.ui.text_label import text_label
from studydag.ui.widgets.format_delegate import FormatDelegate
from studydag.ui.workspace import Workspace

MOST_PEOPLE = 100_000


class FormatDrawer(QWidget):
    """Offers working formats. `add_asked` carries the id of one to add after the selected block.

    `use_asked` carries one for that block itself. The button that Enter presses stands out.
    """

    add_asked = Signal(int)
    use_asked = Signal(int)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Offer all formats, as no block is selected yet."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._frame: Frame | None = None
        self._block: Block | None = None
        self._used: Mapping[int, FormatUse] | None = None
        self._lessons = Lessons(workspace)
        self._back_to: QWidget | None = None
        self.heading = text_label("", self, "heading")
        self.about = text_label("", self, "quiet")
        self.search = WordsLine(_("Search working formats"), self)
        self.search.installEventFilter(self)
        self._make_filters()
        self.filters = Fold(_("Filters"), lambda: self._filters, self)
        self._make_list(look)
        self.empty = text_label(_("No working format matches. Remove a filter."), self, "quiet")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Description of the working format"))
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        self.add = QPushButton(_("Add after the block"), self)
        self.use = QPushButton(_("Use for this block"), self)
        self._lay_out()
        self._listen()
        self._stand_out()
        self.refresh()

    def _make_list(self, look: Look) -> None:
        workspace = self._workspace
        self.list = QListView(self)
        self.formats = FormatModel(workspace.language, self.list)
        self.list.setModel(self.formats)
        self.list.setItemDelegate(FormatDelegate(look, self.list))
        self.list.setAccessibleName(workspace.language.gettext("Working formats"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setDragEnabled(not workspace.library.read_only)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setMinimumHeight(self.fontMetrics().height() * 9)
        self.list.installEventFilter(self)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(6)
        for widget in (self.heading, self.about, self.search, self.filters, self.list, self.empty, self.text):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        layout.addWidget(self.add)
        layout.addWidget(self.use)

    def _listen(self) -> None:
        self.search.textChanged.connect(self.refresh)
        self.list.doubleClicked.connect(lambda _index: self._add())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._say_chosen())
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.add.clicked.connect(self._add)
        self.use.clicked.connect(self._use)
        self._workspace.changed.connect(self._on_change)

    def choose_for_block(self, back_to: QWidget) -> None:
        """Let Enter give the chosen format to the block, and begin with all that fit it.

        After that, or with Escape, the focus goes back to where it came from.
        """
        self.search.clear()
        self._back_to = back_to
        self._stand_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Offer formats for a next block again when it comes back."""
        super().hideEvent(event)
        self._back_to = None
        self._stand_out()

    def _stand_out(self) -> None:
        for button, is_meant in ((self.add, self._back_to is None), (self.use, self._back_to is not None)):
            give_role(button, "primary" if is_meant else "")

    def _on_change(self, change: Change) -> None:
        """Count anew how formats are used, when that is asked for next."""
        if change.touches("block"):
            self._used = None

    def _make_filters(self) -> None:
        language, _ = self._workspace.language, self._workspace.language.gettext
        anything = Choice(None, _("any"))

        def named(members: list[Phase] | list[SetUp]) -> list[Choice]:
            return [Choice(each, language.capitalised(language.member(each))) for each in members]

        self.phase = ChoiceField([anything, *named(list(Phase))])
        self.minutes = MinutesField(language, optional=True)
        self.people = NumberField(1, MOST_PEOPLE, optional=True)
        self.activity = ChoiceField([anything, *(Choice(level, dots(level)) for level in range(1, 6))])
        self.set_up = ChoiceField(named(list(SetUp)))
        self.set_up.show_value(SetUp.ANY)
        self.online = QCheckBox(_("Online"))
        self.hidden = QCheckBox(_("Hidden as well"))
        self._filters = QWidget(self)
        grid = QGridLayout(self._filters)
        grid.setContentsMargins(0, 0, 0, 0)
        rows = (
            (_("Phase"), self.phase),
            (_("At most"), self.minutes),
            (_("People"), self.people),
            (_("Activity from"), self.activity),
            (_("Set-up"), self.set_up),
        )
        for number, (title, field) in enumerate(rows):
            label = QLabel(title, self._filters)
            label.setProperty("role", "quiet")
            label.setBuddy(field.focusProxy() or field)
            field.name(title)
            grid.addWidget(label, number, 0)
            grid.addWidget(field, number, 1)
            field.edited.connect(self.refresh)
        for number, box in enumerate((self.online, self.hidden), start=len(rows)):
            grid.addWidget(box, number, 0, 1, 2)
            box.toggled.connect(self.refresh)
        self._filters.hide()

    # -- what is shown

    def show_block(self, block: Block | None, *, minutes: int = 0, people: int | None = None) -> None:
        """Put the formats first that suit a block of so many minutes and people, in its place in the programme."""
        frame = None
        if block is not None:
            formats = {each.id: each for each in self._workspace.setting.formats}
            frame = frame_of(block, self._workspace.schedule, formats, minutes=minutes, people=people)
        same = (block and block.id) == (self._block and self._block.id)
        self._block, self._frame = block, frame
        if not same:
            self._back_to = None
            self._stand_out()
        self.refresh(chosen=self.chosen if same else None)

    def refresh(self, *_: object, chosen: WorkingFormat | None = None) -> None:
        """Offer what fits the filters, with the first of them chosen, or the one that is to stay so."""
        if self._used is None:
            self._used = format_use(self._workspace.library)
        found = suggest(self._workspace.setting.formats, self._wanted(), self._frame, self._used)
        self.formats.show_suggestions(self._in_order(found), self._frame)
        row = max(self.formats.row_of(chosen.id if chosen is not None else None), 0)
        self.list.setCurrentIndex(self.formats.index(row))
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self._say_heading(sum(each.fits for each in found), len(found))
        self._say_chosen()

    @property
    def chosen(self) -> WorkingFormat | None:
        """The format that is chosen in the list."""
        row = self.list.currentIndex().row()
        return self.formats.suggestions[row].working_format if 0 <= row < len(self.formats.suggestions) else None

    def _in_order(self, found: tuple[Suggestion, ...]) -> list[Suggestion]:
        """Order by name what suits equally well."""
        language = self._workspace.language
        return sorted(found, key=lambda each: (each.rank, language.sort_key(self.formats.name(each.working_format))))

    def _wanted(self) -> Wanted:
        return Wanted(
            words=self.search.text(),
            phase=self.phase.shown,
            minutes=self.minutes.shown,
            people=self.people.shown,
            activity=self.activity.shown,
            set_up=self.set_up.shown or SetUp.ANY,
            online=self.online.isChecked(),
            hidden=self.hidden.isChecked(),
        )

    def _say_heading(self, fitting: int, count: int) -> None:
        language, _ = self._workspace.language, self._workspace.language.gettext
        if self._frame is None:
            text = language.ngettext("{n} working format", "{n} working formats", count)
            self.heading.setText(text.replace("{n}", str(count)))
            self.about.setText("")
            return
        text = language.ngettext("{n} working format fits", "{n} working formats fit", fitting)
        self.heading.setText(text.replace("{n}", str(fitting)))
        people = self._frame.people
        parts = [
            language.capitalised(language.member(self._frame.phase)) if self._frame.phase else "",
            language.minutes(self._frame.minutes) if self._frame.minutes else "",
            _("{range} people").replace("{range}", str(people)) if people else "",
        ]
        self.about.setText(" · ".join(part for part in parts if part))

    def _say_chosen(self) -> None:
        chosen = self.chosen
        writable = not self._workspace.library.read_only and chosen is not None and self._workspace.day is not None
        self.add.setEnabled(writable)
        self.use.setEnabled(writable and self._block is not None)
        language = DocumentLanguage(self._workspace.language.code)
        text = "" if chosen is None else description_of(chosen, language)
        row = self.list.currentIndex().row()
        if chosen is not None and self.formats.reason(self.formats.suggestions[row]):
            text = f"{self.formats.reason(self.formats.suggestions[row])}\n\n{text}"
        if chosen is not None:
            before = (self._used_before(chosen), self._lessons.of_format(chosen.id))
            text = "\n\n".join(part for part in ("\n".join(each for each in before if each), text) if part)
        if chosen is not None and chosen.materials_nl + chosen.materials_en:
            items = ", ".join(each.item for each in materials_of(chosen, language))
            text += f"\n\n{self._workspace.language.gettext('Materials')}: {items}"
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def _used_before(self, chosen: WorkingFormat) -> str:
        """Say how often the school used a format, and how it was rated (R121)."""
        language, use = self._workspace.language, (self._used or {}).get(chosen.id, FormatUse())
        if not use.count:
            return ""
        used = language.ngettext("used {n} time", "used {n} times", use.count).replace("{n}", str(use.count))
        rated = language.gettext("rated {mean} (n = {n})").replace("{n}", str(use.rated))
        mean = "" if use.mean is None else rated.replace("{mean}", language.number(use.mean, 1))
        return language.capitalised(" · ".join(part for part in (used, mean) if part))

    # -- what is done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add or use with Enter, go back with Escape; from the search line the arrow keys go through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                (self._add if self._back_to is None else self._use)()
                return True
            if event.key() == Qt.Key.Key_Escape and (back_to := self._forget_way_back()) is not None:
                back_to.setFocus()
                return True
            if watched is self.search and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self.list.currentIndex().row() + step
                self.list.setCurrentIndex(self.formats.index(min(max(row, 0), self.formats.rowCount() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        if self.chosen is not None and self.add.isEnabled():
            self.add_asked.emit(self.chosen.id)

    def _use(self) -> None:
        if self.chosen is not None and self.use.isEnabled():
            back_to = self._forget_way_back()
            self.use_asked.emit(self.chosen.id)
            if back_to is not None:
                back_to.setFocus()

    def _forget_way_back(self) -> QWidget | None:
        """Return where the focus came from; Enter adds again."""
        back_to, self._back_to = self._back_to, None
        self._stand_out()
        return back_to

    def menu(self) -> QMenu | None:
        """Return a menu with what can be done with the chosen format; it frees itself when it closes."""
        chosen, _ = self.chosen, self._workspace.language.gettext
        if chosen is None:
            return None
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.add.text(), self._add).setEnabled(self.add.isEnabled())
        menu.addAction(self.use.text(), self._use).setEnabled(self.use.isEnabled())
        menu.addSeparator()
        library = self._workspace.library
        text = _("Offer again") if chosen.hidden else _("Hide from this list")
        verb = school.show if chosen.hidden else school.hide
        hide = menu.addAction(text)
        hide.triggered.connect(lambda: self._workspace.do(lambda: verb(library, WorkingFormat, [chosen.id])))
        copy = menu.addAction(_("Make a copy of our own"))
        copy.triggered.connect(lambda: self._copy(chosen))
        for action in (hide, copy):
            action.setEnabled(not library.read_only)
        return menu

    def _copy(self, chosen: WorkingFormat) -> None:
        made = self._workspace.do(lambda: school.copy_format(self._workspace.library, chosen.id))
        if made is not None:
            self.refresh()
            self.list.setCurrentIndex(self.formats.index(max(self.formats.row_of(made), 0)))

    def _show_menu(self, point: QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.popup(self.list.viewport().mapToGlobal(point))
