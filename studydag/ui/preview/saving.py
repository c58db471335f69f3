"""Documents to files, away from the window's own thread: all are made before the first is written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from studydag.export.asked import Proof, Stopped
from studydag.export.documents import Document
from studydag.export.saving import save
from studydag.language import Language
from studydag.model.values.errors import NothingDated, StudyDagError
from studydag.ui.preview.orders import Made, setting_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file to write: which document in which form, with what choices."""

    path: Path
    document: Document
    ending: str
    chosen: Mapping[str, str]
    language: Language


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, and what could not be and why. Nothing, when it was stopped in time.

    Left out are calendars without events, and documents that are `empty`: they have nothing to tell yet.
    """

    paths: tuple[Path, ...] = ()
    left_out: tuple[Target, ...] = ()
    empty: tuple[Document, ...] = ()
    problems: tuple[tuple[Target, Exception], ...] = ()
    stopped: bool = False


def save_all(made: Made, targets: tuple[Target, ...], stop: threading.Event, progress: Callable[[int], None]) -> Saved:
    """Make the documents of a day and write them; the one that is in the preview is written as it is seen there.

    Of several files a calendar in which nothing would be is left out, and a document with nothing in it in all its
    forms. What is being made when it is stopped is not finished.
    """
    run = _Run(made, Proof(is_wanted=lambda: not stop.is_set()), is_alone=len(targets) == 1)
    for step, target in enumerate(targets):
        if stop.is_set() or not run.add(target):
            return Saved(stopped=True)
        progress(step + 1)
    return Saved(stopped=True) if stop.is_set() else run.written()


@dataclass(slots=True)
class _Run:
    """What was made so far, to be written when all is."""

    made: Made
    proof: Proof
    is_alone: bool
    ready: list[tuple[Target, bytes]] = field(default_factory=list)
    problems: list[tuple[Target, Exception]] = field(default_factory=list)
    left_out: list[Target] = field(default_factory=list)
    empty: dict[str, Document] = field(default_factory=dict)

    def add(self, target: Target) -> bool:
        """Make one, or find that there is nothing to make; False when it isn't wanted any more."""
        if target.document.name in self.empty:
            return True
        proof = self.proof.with_nothing_found()
        try:
            data = bytes_of(self.made, target, proof)
        except Stopped:
            return False
        except Exception as error:
            if isinstance(error, NothingDated) and not self.is_alone:
                self.left_out.append(target)
            else:
                self.problems.append((target, error))
            return True
        found = self.made.proof if is_seen(self.made, target) else proof
        if found.nothing and not self.is_alone:
            self.empty[target.document.name] = target.document
        else:
            self.ready.append((target, data))
        return True

    def written(self) -> Saved:
        """Write what was made."""
        paths: list[Path] = []
        for target, data in self.ready:
            try:
                save(target.path, data)
            except StudyDagError as error:
                self.problems.append((target, error))
            else:
                paths.append(target.path)
        return Saved(tuple(paths), tuple(self.left_out), tuple(self.empty.values()), tuple(self.problems))


def bytes_of(made: Made, target: Target, proof: Proof | None = None) -> bytes:
    """Return what a file is to hold: what is in the preview, where it shows just that. Raises Stopped."""
    order = made.order
    if is_seen(made, target):
        return made.data
    setting = setting_for(target.document, order, target.language, made.content)
    stamp = replace(made.stamp, proof=proof or Proof())
    return target.document.render(
        order.day, setting, target.language, stamp, ending=target.ending, chosen=target.chosen
    )


def is_seen(made: Made, target: Target) -> bool:
    """Whether the preview shows just what the file is to hold."""
    order = made.order
    return (
        target.document.name == order.document.name
        and target.ending == target.document.endings[0]
        and target.chosen == order.chosen
        and target.language == order.language
    )
