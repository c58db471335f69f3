"""Documents to files, away from the window's own thread: all are made before the first is written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
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

    Left out are what has no date yet, and documents that are `empty`: they have nothing to tell yet.
    """

    paths: tuple[Path, ...] = ()
    left_out: tuple[Target, ...] = ()
    empty: tuple[Document, ...] = ()
    problems: tuple[tuple[Target, Exception], ...] = ()
    stopped: bool = False


def save_all(made: Made, targets: tuple[Target, ...], stop: threading.Event, progress: Callable[[int], None]) -> Saved:
    """Make the documents of a day and write them; the one that is in the preview is written as it is seen there.

    Of several files a calendar without dates is left out, and a document with nothing in it, in all its forms. What is being made when it is stopped is not
    finished.
    """
    proof = Proof(is_wanted=lambda: not stop.is_set())
    ready: list[tuple[Target, bytes]] = []
    problems: list[tuple[Target, Exception]] = []
    left_out: list[Target] = []
    empty: dict[str, Document] = {}
    for step, target in enumerate(targets):
        if stop.is_set():
            return Saved(stopped=True)
        own = proof.with_nothing_found()
        try:
            data = b"" if target.document.name in empty else bytes_of(made, target, own)
        except Stopped:
            return Saved(stopped=True)
        except Exception as error:
            if isinstance(error, NothingDated) and len(targets) > 1:
                left_out.append(target)
            else:
                problems.append((target, error))
        else:
            if len(targets) > 1 and (made.proof if is_seen(made, target) else own).nothing:
                empty[target.document.name] = target.document
            if target.document.name not in empty:
                ready.append((target, data))
        progress(step + 1)
    if stop.is_set():
        return Saved(stopped=True)
    written: list[Path] = []
    for target, data in ready:
        try:
            save(target.path, data)
        except StudyDagError as error:
            problems.append((target, error))
        else:
            written.append(target.path)
    return Saved(tuple(written), tuple(left_out), tuple(empty.values()), tuple(problems))


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
