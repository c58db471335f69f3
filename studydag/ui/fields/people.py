"""A field that chooses people, such as those who lead a block; the value holds their ids."""

from __future__ import annotations

from studydag.ui.fields.build import choices_of
from studydag.ui.fields.choice import ManyField
from studydag.ui.workspace import Workspace


def people_field(workspace: Workspace) -> ManyField:
    """Return a field that offers everyone of the school who is not archived."""
    people = choices_of(None, workspace.setting, workspace.language).get("person", [])
    return ManyField(
        people, nothing=workspace.language.gettext("none chosen"), search=workspace.language.gettext("Type to search")
    )
