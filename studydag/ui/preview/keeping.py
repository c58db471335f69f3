"""The version of a study day whose number stands on a document: kept before it is written, let go where it isn't."""

from __future__ import annotations

from dataclasses import dataclass

from studydag.model.operations import study_days, versions
from studydag.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Kept:
    """The id of a version, None where the library is only looked at; `is_new` where it was kept for this document."""

    id: int | None = None
    is_new: bool = False


def keep(workspace: Workspace, day_id: int, content: str, document: str) -> Kept | None:
    """Keep a study day as it goes onto a document, unless its newest version holds the same. None: it was refused."""
    library = workspace.library
    if library.read_only:
        return Kept()
    before = {version.id for version in library.versions_of(day_id)}
    kept = workspace.do(lambda: study_days.make_version_if_changed(library, day_id, content, document=document))
    return None if kept is None else Kept(kept, kept not in before)


def let_go(workspace: Workspace, kept: Kept) -> None:
    """Take back what `keep` did, for nothing came of the document."""
    number = kept.id
    if number is not None and kept.is_new and not workspace.library.is_closed:
        workspace.do(lambda: versions.withdraw(workspace.library, number))
