"""What keeps a library safe: backups, going back to one, and looking everything through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import LIBRARY, Command, Exit, Option, Word, WrongUse
from studydag.cli.call import Call, named_path
from studydag.cli.output import one_line, table
from studydag.model.values.errors import CannotRead, CannotWrite, FileDenied, FileMissing, LibraryDamaged
from studydag.model.values.kinds import KINDS
from studydag.model.values.wording import N_, NN_

COUNTED: Final = ("study_day", "block", "goal", "action", "moment", "measure", "person")
if TYPE_CHECKING:
    from studydag.model.store.damage import Damage

DETAILS: Final = 20
"""The most lines of details that are shown."""
LIST: Final = Option(name="list", help=N_("list the backups there are, and make none"))


def _backup(call: Call) -> int:
    if call.has(LIST):
        return _list_backups(call)
    from studydag.model.store.backups import backups_of

    before = {backup.path for backup in backups_of(call.library)}
    with call.open() as library:
        # Opening a changed library makes a backup already; a second one of the same would only push out older ones.
        fresh = (backup.path for backup in backups_of(library.path) if backup.path not in before)
        call.out.line(str(next(fresh, None) or library.backup("asked")))
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
    from studydag.model.store.backups import backups_of

    found = backups_of(library)
    if name.isascii() and name.isdigit() and 1 <= int(name) <= len(found):
        return found[int(name) - 1].path
    if name.strip() and named_path(name).is_file():
        return named_path(name)
    listed = next((backup.path for backup in found if backup.path.name == name), None)
    if listed is not None:
        return listed
    if name.strip() and named_path(name).exists():
        raise FileDenied(path=name)
    if Path(name).name != name:
        raise FileMissing(path=name)
    raise WrongUse(
        N_("There is no backup {name:quoted} of {path}. studydag backup --list shows what there is."),
        name=name,
        path=str(library),
    )


def _verify(call: Call) -> int:
    from studydag.model.store.damage import Damage

    language = call.language
    try:
        with call.look(check=False) as library:
            wrong = library.verify()
            counts = library.counts() if not wrong else {}
    except LibraryDamaged as error:
        # Not even its tables can be told apart.
        counts = {}
        wrong = [Damage("", str(error.figures["detail"]))]
    if not wrong:
        counted = ", ".join(f"{counts[kind]} {language.kind(kind, counts[kind])}" for kind in COUNTED)
        sound = N_("{path} is sound: {counts}.")
        call.out.line(language.wording(sound, {"path": str(call.library), "counts": counted}))
        return Exit.DONE
    for line in _on_damage(call, wrong):
        call.err.line(line)
    return Exit.CANNOT_READ


def _on_damage(call: Call, wrong: Sequence[Damage]) -> Iterator[str]:
    """Say what is damaged and what to do; what SQLite says of it comes last, for whoever is to mend it."""
    from studydag.model.store.damage import INDEX

    language = call.language
    text = N_("{path} is damaged. Nothing was changed in it.")
    yield f"studydag: {one_line(language.wording(text, {'path': str(call.library)}))}"
    kinds = {each.kind: None for each in wrong}
    named = [language.kind(kind, 2) for kind in kinds if kind in KINDS]
    if named:
        yield language.wording(N_("What can’t be read whole: {kinds}."), {"kinds": ", ".join(named)})
    elif "" in kinds:
        yield language.gettext("The file itself has faults; there is no telling what is lost from it.")
    if INDEX in kinds:
        yield language.gettext("The index that search uses is damaged. None of your own work is in it.")
    yield _how_search_comes_back(call) if set(kinds) == {INDEX} and _can_be_opened(call) else _what_to_do(call)
    yield language.gettext("Details, for whoever helps you:")
    for each in wrong[:DETAILS]:
        yield f"  {one_line(each.detail)}"
    if len(wrong) > DETAILS:
        said = NN_("and {count} more", "and {count} more", "count")
        yield f"  {language.wording(said, {'count': len(wrong) - DETAILS})}"


def _can_be_opened(call: Call) -> bool:
    """Whether the library is opened all the same, and what search goes by made anew."""
    from studydag.model.store.beforehand import must_be_sound

    with suppress(LibraryDamaged, CannotWrite):
        must_be_sound(call.library)
        return True
    return False


def _how_search_comes_back(call: Call) -> str:
    whose = f' --library "{call.library}"' if call.has(LIBRARY) else ""
    text = N_("It will be rebuilt the next time StudyDAG opens the library to write in it: {command} does so.")
    return one_line(call.language.wording(text, {"command": f"studydag backup{whose}"}))


def _what_to_do(call: Call) -> str:
    """Name the newest backup that is sound itself."""
    from studydag.model.store.backups import backups_of
    from studydag.model.store.beforehand import must_be_sound
    from studydag.model.store.file_check import check_file
    from studydag.model.store.migrations import VERSION

    for number, backup in enumerate(backups_of(call.library), 1):
        with suppress(CannotRead, CannotWrite):
            check_file(backup.path, VERSION)
            must_be_sound(backup.path, thorough=True)
            text = N_(
                "Go back to the backup of {made}, which is sound: {command}. What is here now is kept "
                "beside the backups."
            )
            whose = f' --library "{call.library}"' if call.has(LIBRARY) else ""
            command = f"studydag restore {number}{whose}"
            made = call.language.date_time(backup.made)
            return one_line(call.language.wording(text, {"made": made, "command": command}))
    return call.language.gettext(
        "There is no sound backup beside it. Look for a copy elsewhere, such as on a USB stick, in an e-mail or in "
        "the history of a synced folder, and keep this file: studydag restore takes the path of a copy."
    )


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
