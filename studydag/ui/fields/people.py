"""Fields that choose people and rooms: from a list, or by names that are typed, of which new ones are added."""

from __future__ import annotations

from studydag.ui.fields.build import choices_of
from studydag.ui.fields.choice import ManyField
from studydag.ui.fields.named import NamedField
from studydag.ui.workspace import Workspace


def people_field(workspace: Workspace) -> ManyField:
    """Return a field that offers everyone of the school who is not archived."""
    people = choices_of(None, workspace.setting, workspace.language).get("person", [])
    return ManyField(
        people, nothing=workspace.language.gettext("none chosen"), search=workspace.language.gettext("Type to search")
    )


def names_field(workspace: Workspace, kind: str, *, several: bool = False) -> NamedField:
    """Return a field for the names of people or rooms; its value is what was typed, for `operations.naming`."""
    offered = choices_of(None, workspace.setting, workspace.language).get(kind, [])
    names = sorted((choice.label for choice in offered), key=str.casefold)
    show_all = workspace.language.gettext("Show all")
    return NamedField(names, lambda text: text.strip(" ,") or None, str, several=several, all_named=show_all)
