"""What keeps a library safe: backups, going back to one, and looking everything through."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from studydag.cli.arguments import Command, Exit, Option, Word, WrongUse
from studydag.cli.call import Call, named_path
from studydag.cli.output import one_line, table
from studydag.model.values.errors import FileDenied, FileMissing
from studydag.model.values.wording import N_

COUNTED: Final = ("study_day", "block", "goal", "action", "moment", "measure", "person")
LIST: Final = Option(name="list", help=N_("list the backups there are, and make none"))


def _backup(call: Call) -> int:
    if call.has(LIST):
        return _list_backups(call)
    from studydag.model.store.backups import backups_of

    started = call.now().replace(microsecond=0)
    with call.open() as library:
        newest = next(iter(backups_of(library.path)), None)
        # Opening a changed library makes a backup already; a second one of the same would only push out older ones.
        is_fresh = newest is not None and newest.made >= started
        call.out.line(str(newest.path if newest is not None and is_fresh else library.backup("asked")))
    return Exit.DONE


def _list_backups(call: Call) -> int:
    from studydag.model.store.backups import backups_of

    language = call.language
    found = backups_of(call.library)
    if not found:
        call.out.line(language.gettext("There are no backups of this library yet."))
        return Exit.DONE
    rows = [
        (str(number).rjust(3), language.date_time(backup.made), language.file_size(backup.size), str(backup.path))
        for number, backup in enumerate(found, 1)
    ]
    for line in table(rows):
        call.out.line(line)
    return Exit.DONE


def _restore(call: Call) -> int:
    from studydag.model.operations.safety import restore

    language = call.language
    backup = _chosen_backup(call.library, call.words[0])
    kept = restore(call.library, backup, call.now())
    done = N_("{path} is as it was in {backup}.")
    call.out.line(language.wording(done, {"path": str(call.library), "backup": str(backup)}))
    if kept is not None:
        call.out.line(language.wording(N_("What was there before is in {path}."), {"path": str(kept)}))
    return Exit.DONE


def _chosen_backup(library: Path, name: str) -> Path:
    """Return the backup that is meant by its number in the list, its name or its path. Raises WrongUse, CannotRead."""
    from studydag.model.store.backups import backups_of, folder_of

    found = backups_of(library)
    if name.isascii() and name.isdigit() and 1 <= int(name) <= len(found):
        return found[int(name) - 1].path
    for path in (named_path(name), folder_of(library) / name) if name.strip() else ():
        if path.is_file():
            return path
    if name.strip() and named_path(name).is_dir():
        raise FileDenied(path=name)
    if Path(name).name != name:
        raise FileMissing(path=name)
    raise WrongUse(
        N_("There is no backup {name:quoted} of {path}. studydag backup --list shows what there is."),
        name=name,
        path=str(library),
    )


def _verify(call: Call) -> int:
    language = call.language
    with call.look() as library:
        wrong = library.verify()
        counts = library.counts()
    if not wrong:
        counted = ", ".join(f"{counts[kind]} {language.kind(kind, counts[kind])}" for kind in COUNTED)
        sound = N_("{path} is sound: {counts}.")
        call.out.line(language.wording(sound, {"path": str(call.library), "counts": counted}))
        return Exit.DONE
    text = N_("{path} is damaged. Nothing was changed in it. Restore a backup: studydag backup --list shows them.")
    call.err.line(language.wording(text, {"path": str(call.library)}))
    for line in wrong:
        call.err.line(f"  {one_line(line)}")
    return Exit.CANNOT_READ


BACKUP: Final = Command(
    name="backup", help=N_("make a backup beside the library and print where it is"), run=_backup, options=(LIST,)
)
RESTORE: Final = Command(
    name="restore",
    help=N_("go back to a backup; a backup of what is there now is made first"),
    run=_restore,
    words=(Word(name="BACKUP", help=N_("its number or name in studydag backup --list, or a path")),),
)
VERIFY: Final = Command(name="verify", help=N_("look the whole library through for damage"), run=_verify)
