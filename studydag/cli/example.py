"""Study days to try the program with: the worked example with all its documents, and any number of made-up ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import LIBRARY, Command, Exit, Option, WrongUse
from studydag.cli.call import Call, named_path
from studydag.cli.paper import rendered
from studydag.cli.plan import decoded
from studydag.folders import LIBRARY_NAME
from studydag.model.values.errors import cannot_write
from studydag.model.values.wording import N_, NN_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studydag.model.exchange.study_day_json import Loaded
    from studydag.model.values.languages import DocumentLanguage

FOLDER: Final = Option(name="out", value="DIR", is_needed=True, help=N_("the folder to put everything in"))

DAYS: Final = Option(name="days", value="N", is_needed=True, help=N_("how many"))
SEED: Final = Option(name="seed", value="S", help=N_("a number; another one makes other study days (default: 1)"))


def _demo(call: Call) -> int:
    from studydag.export.documents import documents
    from studydag.export.saving import save
    from studydag.model.exchange.examples import worked_example
    from studydag.model.values.languages import DocumentLanguage
    from studydag.model.values.study_day import StudyDay

    path = named_path(call.given.text(FOLDER) or "")
    if path.exists() and not path.is_dir():
        raise WrongUse(
            N_("{path} is a file; --{option} takes the name of a folder."), path=str(path), option=FOLDER.name
        )
    demo = call if call.has(LIBRARY) else replace(call, library=path / LIBRARY_NAME)
    loaded = decoded(worked_example(DocumentLanguage(call.language.code)))
    _must_hold_nothing_else(demo, loaded.day.uid)
    folder = _made_folder(path)
    _make_library(demo, loaded)
    call.out.line(str(demo.library))
    with demo.look() as library:
        day = library.every(StudyDay)[0]
        for document in documents():
            for ending in document.endings:
                path = folder / f"{document.name}{ending}"
                save(path, rendered(demo, library, day, document, ending))
                call.out.line(str(path))
    return Exit.DONE


def _made_folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error
    return path


def _must_hold_nothing_else(demo: Call, uid: str) -> None:
    """Raise WrongUse where there is a library already that holds more than the example. Raises CannotRead."""
    if not demo.library.exists():
        return
    with demo.look() as library:
        counts = library.counts()
        is_the_example = counts["study_day"] == 1 and library.id_of("study_day", uid) is not None
    if not is_the_example and (counts["study_day"] or counts["person"]):
        raise WrongUse(
            N_("{path} holds other things than the worked example, and is left as it is. Choose another folder."),
            path=str(demo.library),
        )


def _make_library(demo: Call, loaded: Loaded) -> None:
    """Put a new library with the example in its place, whole; of an earlier one a backup is made."""
    from studydag.model.operations.exchange import load_day
    from studydag.model.operations.safety import restore
    from studydag.scratch import scratch_folder

    with scratch_folder() as scratch:
        fresh = replace(demo, library=scratch / LIBRARY_NAME)
        with fresh.open() as library:
            load_day(library, loaded)
        _made_folder(demo.library.parent)
        restore(demo.library, fresh.library, demo.now())


def _generated(call: Call, seed: int, wanted: int, language: DocumentLanguage) -> Iterator[Loaded]:
    """Make the study days of a seed one after the other, and say how far it is."""
    from studydag.model.exchange.generate import generated_day

    for number in range(1, wanted + 1):
        yield generated_day(seed, number, language)
        call.err.progress(number, wanted)


def _generate(call: Call) -> int:
    from studydag.model.operations.exchange import load_days
    from studydag.model.store import whereabouts
    from studydag.model.values.errors import TooMany
    from studydag.model.values.languages import DocumentLanguage
    from studydag.model.values.limits import LIMITS

    wanted = call.given.number(DAYS, 1, LIMITS.study_days) or 0
    seed = call.given.number(SEED, 0, 2**31 - 1)
    language = DocumentLanguage(call.language.code)
    with call.open() as library:
        there = whereabouts.count(library, "study_day")
        if there + wanted > LIMITS.study_days:
            raise TooMany(kind="study_day", limit=LIMITS.study_days, count=there + wanted)
        load_days(library, _generated(call, 1 if seed is None else seed, wanted, language))
    added = NN_("{count} study day added to {path}.", "{count} study days added to {path}.", "count")
    call.out.line(call.language.wording(added, {"count": wanted, "path": str(call.library)}))
    return Exit.DONE


GENERATE: Final = Command(
    name="generate",
    help=N_("fill the library with lifelike study days, for trying and measuring"),
    run=_generate,
    options=(DAYS, SEED),
    notes=(N_("The same seed makes the same study days. Use a library of its own: --library."),),
)
DEMO: Final = Command(
    name="demo",
    help=N_("put the worked example into a new library in a folder, and every document for it"),
    run=_demo,
    options=(FOLDER,),
)
