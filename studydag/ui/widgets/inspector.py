"""What the right column shows of a page: the form of the thing that is selected there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.labels.titles import title_of
from studydag.model.values.description import kind_of
from studydag.model.values.programme import Block
from studydag.model.values.references import reference_to
from studydag.ui.item_models.cells import Cells
from studydag.ui.pieces import Pieces
from studydag.ui.widgets.form import ThingForm
from studydag.ui.widgets.inspector_head import InspectorHead, kind_of_block
from studydag.ui.workspace import Workspace

MakeForm = Callable[[], ThingForm]


class Inspector(QWidget):
    """Has a form for each class of things, made when it is first needed, and shows the one of the current thing."""

    def __init__(self, workspace: Workspace, cells: Cells, parent: QWidget | None = None) -> None:
        """Begin with nothing to show; `cells` knows what things are called."""
        super().__init__(parent)
        self._workspace = workspace
        self._cells = cells
        self._makers: dict[type[Any], MakeForm] = {}
        self._forms: dict[type[Any], ThingForm] = {}
        self._names: dict[type[Any], Callable[[Any], str]] = {}
        self._extras: dict[type[Any], Callable[[ThingForm, Any], None]] = {}
        self.head = InspectorHead(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 6, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.head)
        self._layout.addStretch(1)
        self.show_thing(None)

    def offers(
        self,
        value: type[Any],
        make: MakeForm,
        *,
        adapt: Callable[[ThingForm, Any], None] | None = None,
        name: Callable[[Any], str] | None = None,
    ) -> None:
        """Make such a form for things of a class; `adapt` fits it to each thing that is shown, `name` names that."""
        self._makers[value] = make
        if name is not None:
            self._names[value] = name
        if adapt is not None:
            self._extras[value] = adapt

    @property
    def classes(self) -> tuple[type[Any], ...]:
        """The classes of which it can show things."""
        return tuple(self._makers)

    @property
    def made(self) -> Mapping[type[Any], ThingForm]:
        """The forms that were made, by the class of what they show."""
        return self._forms

    def ahead(self) -> Pieces:
        """Build the forms before they are needed."""
        for value in self._makers:
            yield from self.form(value).building.pieces()

    def form(self, value: type[Any]) -> ThingForm:
        """Return the form for a class."""
        if value not in self._forms:
            form = self._makers[value]()
            form.setParent(self)
            # Built ahead it would come into view beside the one that is shown.
            form.hide()
            self._layout.insertWidget(self._layout.count() - 1, form)
            self._forms[value] = form
        return self._forms[value]

    def show_thing(self, thing: Any) -> None:
        """Show the form of a thing, or (None) say that nothing is selected."""
        language = self._workspace.language
        form = None if thing is None or type(thing) not in self._makers else self.form(type(thing))
        for each in self._forms.values():
            each.setVisible(each is form)
        if thing is None or form is None:
            self.head.say_nothing_is(language.gettext("Select something to see all of it here."))
            return
        kind = kind_of_block(thing) if isinstance(thing, Block) else kind_of(type(thing))
        self.head.say(language.capitalised(language.kind(kind)), self._name(thing))
        form.show_thing(thing)
        if type(thing) in self._extras:
            self._extras[type(thing)](form, thing)

    def _name(self, thing: Any) -> str:
        if type(thing) in self._names:
            return self._names[type(thing)](thing)
        return self._cells.name(*reference_to(thing)) or title_of(thing, self._workspace.language)

    def offer_again(self) -> None:
        """Offer the things that references can lead to as they are now."""
        for form in self._forms.values():
            form.offer_again()
