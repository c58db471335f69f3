"""Study days that go out as a file of their own, and come in from one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import OUT, Command, Exit, Option, Word, WrongUse
from studydag.cli.call import Call, named_path, out_path
from studydag.cli.day import DAY, find_day
from studydag.cli.listing import show_days
from studydag.cli.output import one_line
from studydag.model.values.wording import N_

if TYPE_CHECKING:
    from studydag.model.store.library import Library

COMPLETE: Final = Option(name="complete", help=N_("with confidential data too: for yourself only"))
SAME: Final = Option(
    name="same",
    value="keep|replace|cancel",
    choices=("keep", "replace", "cancel"),
    help=N_("where a study day is here already: keep both (default), replace it, or leave it out"),
)


def _copy(call: Call) -> int:
    from studydag.model.operations.exchange import share_copy
    from studydag.model.store import whereabouts
    from studydag.model.store.backups import ENDING

    path = out_path(call)
    if path.suffix.casefold() != ENDING:
        raise WrongUse(
            N_("A copy is a library, so its name has to end in {ending}: {path} does not."),
            ending=ENDING,
            path=str(path),
        )
    is_complete = call.has(COMPLETE)
    with call.look() as library:
        _must_be_free(path, library)
        if is_complete and not call.words:
            library.copy_to(path)
            left_out: Mapping[str, int] = {}
        else:
            days = [find_day(library, name).id for name in call.words] or whereabouts.ids(library, "study_day")
            left_out = share_copy(library, days, path, complete=is_complete)
    call.out.line(str(path))
    if left_out:
        from studydag.labels.left_out import left_out_text

        call.out.line(left_out_text(left_out, call.language))
    return Exit.DONE


def _must_be_free(path: Path, library: Library) -> None:
    """Raise LibraryInUse where a copy would take the place of a library that is open, WrongUse for this one."""
    from studydag.model.store.file_check import log_beside
    from studydag.model.store.lock import WriterLock, file_of

    if not path.exists():
        return
    if path.samefile(library.path):
        raise WrongUse(N_("{path} is the library itself. Give the copy another name."), path=str(path))
    if file_of(path).exists():
        WriterLock.take(path, library.now).release()
    if log_beside(path):
        # SQLite would bring that log into the copy.
        raise WrongUse(N_("{path} is a library that was never closed. Give the copy another name."), path=str(path))


def _add(call: Call) -> int:
    from studydag.model.operations.exchange import OnSame, take_in
    from studydag.model.store.library import Library

    on_same = {"keep": OnSame.KEEP_BOTH, "replace": OnSame.REPLACE, "cancel": OnSame.LEAVE_OUT}
    path = named_path(call.words[0])
    # Not after: where the copy can't be read, no library is made for it.
    with Library.look(path) as other:
        if call.library.exists() and path.samefile(call.library):
            raise WrongUse(N_("{path} is the library itself; there is nothing to add."), path=str(path))
        with call.open() as library:
            taken = take_in(library, other, on_same=on_same[call.given.text(SAME) or "keep"])
            if taken.days:
                show_days(call, library, taken.days)
    for title in taken.left_out:
        text = N_("Left out, because it is here already: {title:quoted}.")
        call.out.line(one_line(call.language.wording(text, {"title": title})))
    return Exit.DONE


COPY: Final = Command(
    name="copy",
    help=N_("write study days to a file of their own, to share"),
    run=_copy,
    words=(
        Word(
            name=DAY.name, help=N_("the study days, each by number or uid; without any: all"), at_least=0, at_most=None
        ),
    ),
    options=(OUT, COMPLETE),
    notes=(N_("What is confidential stays behind, and is counted. The file is a library, which studydag add reads."),),
)
ADD: Final = Command(
    name="add",
    help=N_("add the study days of a copy; a backup is made first"),
    run=_add,
    words=(Word(name="FILE.studydag", help=N_("the copy")),),
    options=(SAME,),
)
