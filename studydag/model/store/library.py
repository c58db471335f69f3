"""The library: one SQLite file with all study days of a school, open for reading or for writing.

An edit is `with library.change(op) as writer:`; it is one transaction, one undo step and one Change. Outside it the
library refuses to write.
"""

from __future__ import annotations

import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from studydag.model.store import backups, connecting, damage, history, reading, schema, search
from studydag.model.store.beforehand import must_be_sound
from studydag.model.store.file_check import check_file
from studydag.model.store.lock import WriterLock
from studydag.model.store.migrations import VERSION
from studydag.model.store.same_file import file_at, hold, let_go
from studydag.model.store.sqlite_errors import WrittenOutsideChange, known_errors
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Change, Place
from studydag.model.values.description import kind_of
from studydag.model.values.errors import (
    FileMissing,
    LibraryGone,
    NotFound,
    NothingToUndo,
    ReadOnly,
)
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.study_day import StudyDay, Version
from studydag.moving import PATIENCE, Patience

Thing = TypeVar("Thing")
Listener = Callable[[Change], None]
Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Parties:
    """What the library asks of the world, so that tests can give their own: a clock, a stopwatch, uids.

    With patience it waits for a file that another program holds.
    """

    now: Callable[[], datetime] = datetime.now
    seconds: Callable[[], float] = time.monotonic
    new_uid: Callable[[], str] = lambda: uuid.uuid4().hex
    patience: Patience = PATIENCE


class Library:
    """An open library. Close it, or use it in a `with` statement."""

    def __init__(self, path: Path, raw: sqlite3.Connection, lock: WriterLock | None, parties: Parties) -> None:
        """Take a connection that is set up; use `Library.open` or `Library.look`."""
        self.path = path
        self.listeners: list[Listener] = []
        self._lock = lock
        self._raw = raw
        self._parties = parties
        self._history = history.History()
        self._changing = False
        self._has_log = False
        self._file = file_at(path)
        self._holds = True
        hold(self._file)
        self._kept: StudyDay | None = None
        self._undo_log = history.UndoLog(raw)
        self._connection = connecting.alchemy(raw, self._undo_log)

    # -- opening and closing

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        check: bool = True,
        language: DocumentLanguage = DocumentLanguage.DUTCH,
        parties: Parties | None = None,
    ) -> Library:
        """Open a library for writing, or make it where it is missing and `create` is set.

        `language` is that of the school for which a new one is made. `check` has SQLite look the whole file through
        first. Raises CannotRead for a file that is no sound library,
        LibraryInUse when it is open elsewhere.
        """
        parties = parties or Parties()
        try:
            check_file(path, VERSION)
        except FileMissing:
            if not create:
                raise
            connecting.make_folder(path)
        lock = WriterLock.take(path, parties.now())
        try:
            if not path.exists():
                connecting.make(path, parties.new_uid(), language)
            elif check:
                must_be_sound(path)
            return cls(path, connecting.open_for_writing(path, parties.now(), parties.patience), lock, parties)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def look(cls, path: Path, *, check: bool = True, parties: Parties | None = None) -> Library:
        """Open a library to look only; works beside a writer and never changes the file."""
        parties = parties or Parties()
        check_file(path, VERSION)
        return cls(path, connecting.open_to_look(path, parties.now(), check=check), None, parties)

    def close(self) -> None:
        """Close the file and let go of the lock; a log file beside it goes away where that is possible."""
        if self._lock is not None:
            with suppress(sqlite3.OperationalError, sqlite3.ProgrammingError):
                connecting.put_log_away(self._raw)
        self._connection.close()
        self._raw.close()
        if self._holds:
            self._holds = False
            let_go(self._file)
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Library:
        """Return the library itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    @property
    def read_only(self) -> bool:
        """Whether it was opened to look only."""
        return self._lock is None

    @property
    def is_closed(self) -> bool:
        """Whether it was closed, so that nothing can be asked of it any more."""
        return self._connection.closed

    @property
    def now(self) -> datetime:
        """The time by the clock that was passed in."""
        return self._parties.now()

    @property
    def patience(self) -> Patience:
        """How long to wait for a file that another program holds."""
        return self._parties.patience

    # -- reading

    def get(self, value: type[Thing], row_id: int) -> Thing:
        """Return one thing; raises NotFound."""
        found = self.some(value, (row_id,))
        if not found:
            raise NotFound(kind=kind_of(value), id=row_id)
        return found[0]

    def bare(self, value: type[Thing], row_id: int) -> Thing:
        """Return one thing with its plain fields only, without what it owns or links to; raises NotFound."""
        with self._reading() as run:
            found: Thing | None = reading.read_bare(run, kind_of(value), row_id)
        if found is None:
            raise NotFound(kind=kind_of(value), id=row_id)
        return found

    def some(self, value: type[Thing], ids: Sequence[int]) -> list[Thing]:
        """Return the things with these ids that are there, in order."""
        with self._reading() as run:
            return reading.read_some(run, kind_of(value), ids)

    def every(self, value: type[Thing]) -> list[Thing]:
        """Return all things of a kind, in order."""
        with self._reading() as run:
            return reading.read_all(run, kind_of(value))

    def keep(self, day: StudyDay | None) -> None:
        """Take a study day as it stands now, so that `of_day` needn't read it; the next change lets go of it."""
        self._kept = None if self._changing else day

    def _of_kept(self, value: type[Thing], day_id: int) -> list[Thing] | None:
        """Return the things of a kind that a study day has, where it is kept."""
        if self._kept is None or self._kept.id != day_id:
            return None
        fields = {child.kind: child.field for child in schema.entities()["study_day"].children}
        field = fields.get(kind_of(value))
        return None if field is None else list(getattr(self._kept, field))

    def of_day(self, value: type[Thing], day_id: int) -> list[Thing]:
        """Return the things of a kind that a study day has, in order."""
        kept = self._of_kept(value, day_id)
        if kept is not None:
            return kept
        with self._reading() as run:
            return reading.read_owned(run, kind_of(value), "study_day", day_id)

    def fields_of_day(self, value: type[Thing], day_id: int, names: tuple[str, ...]) -> list[Thing]:
        """Return the things of a kind that a study day has, in order, with these plain fields at least: quicker."""
        kept = self._of_kept(value, day_id)
        if kept is not None:
            return kept
        with self._reading() as run:
            return reading.read_fields_owned(run, kind_of(value), "study_day", day_id, names)

    def some_of_day(self, value: type[Thing], day_id: int, ids: Sequence[int]) -> list[Thing]:
        """Return those of these things that belong to a study day, in order."""
        with self._reading() as run:
            return reading.read_some_owned(run, kind_of(value), "study_day", day_id, ids)

    def owner_of(self, value: type[Any], row_id: int) -> tuple[str, int] | None:
        """Return the kind and id of what owns a thing, or None for a thing of the school; raises NotFound."""
        entity = schema.entity_of(value)
        columns = ", ".join(f'"{kind}_id"' for kind in entity.owners) or "NULL"
        rows = self.rows(f'SELECT {columns} FROM "{entity.kind}" WHERE id=?', (row_id,))
        if not rows:
            raise NotFound(kind=entity.kind, id=row_id)
        return next(((kind, owner) for kind, owner in zip(entity.owners, rows[0], strict=False) if owner), None)

    def id_of(self, kind: str, uid: str) -> int | None:
        """Return the row with a uid, or None."""
        rows = self.rows(f'SELECT id FROM "{schema.entities()[kind].kind}" WHERE uid=?', (uid,))
        return int(rows[0][0]) if rows else None

    def find(self, words: str, *, day: int | None = None, limit: int = 200) -> list[search.Hit]:
        """Return where the words stand in all study days, or in one, best first."""
        with self._reading() as run:
            return search.find(words, run, day=day, limit=limit)

    def titled(self, kind: str, row_id: int) -> search.Hit | None:
        """Return one thing as search knows it, or None where it isn't there or has no title."""
        with self._reading() as run:
            return search.titled(kind, row_id, run)

    def titles(self) -> list[search.Hit]:
        """Return everything in the library that has a title."""
        with self._reading() as run:
            return search.titles(run)

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return rows of a SELECT of the store's own modules."""
        with self._reading() as run:
            return list(run(statement, parameters))

    @contextmanager
    def _reading(self) -> Iterator[reading.Run]:
        """Give a function that reads, all from one moment; reading within a change sees that change.

        What it would write is taken back.
        """
        with self._errors():
            if self._raw.in_transaction:
                yield self._run
                return
            written = self._raw.total_changes
            self._raw.execute("BEGIN")
            try:
                yield self._run
            finally:
                self._raw.rollback()
            if self._raw.total_changes != written:
                raise WrittenOutsideChange

    def _run(self, statement: str, parameters: Any = ()) -> Sequence[Row]:
        """Run a statement of the store's own within the transaction; SQLAlchemy adds nothing to those but time."""
        return self._raw.execute(statement, parameters).fetchall()

    # -- writing

    @contextmanager
    def change(
        self, op: str, *, merge: tuple[Any, ...] | None = None, place: Place | None = None, undoable: bool = True
    ) -> Iterator[Writer]:
        """One edit: commits on exit as one undo step and one Change; on any exception nothing has happened.

        Edits with the same `merge` key within a minute are one step. `undoable=False` is for what stands outside
        undo (versions). Raises ReadOnly, DiskFull, CannotWrite.
        """
        with self._transaction():
            writer = Writer(self._connection, self._run, self._parties.new_uid, self._history.last_ids, place)
            yield writer
            before, change = self._finish(op, writer.place)
        if not before:
            return
        if undoable:
            merged = (op, *merge) if merge else None
            step = history.Step(op, before, writer.place, merged, self._parties.seconds())
            with self._reading() as run:
                self._history.keep(step, run)
        self._tell(change)

    def _finish(self, op: str, place: Place | None) -> tuple[dict[history.RowKey, history.Image], Change]:
        self._undo_log.must_be_whole()
        before = history.collect(self._run)
        self._history.reserve(before)
        change = history.change_of(op, before, place, self._run)
        search.index_rows(change.rows, self._run)
        return before, change

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self.read_only:
            raise ReadOnly
        if self._changing:
            raise RuntimeError("a change within a change")
        if file_at(self.path) != self._file:
            raise LibraryGone(path=str(self.path))
        self._changing, self._kept = True, None
        try:
            with self._errors():
                self._start_log()
                self._undo_log.make_ready()
                self._raw.execute("BEGIN IMMEDIATE")
                with self._connection.begin():
                    yield
        except BaseException:
            self._undo_log.forget()
            raise
        finally:
            self._changing = False
            # Where Ctrl+C came within a statement, SQLAlchemy has closed the connection: nothing was written.
            with suppress(sqlite3.ProgrammingError):
                if self._raw.in_transaction:
                    # The commit itself failed, as when something would lead nowhere; SQLAlchemy takes it for closed.
                    self._raw.rollback()

    def _start_log(self) -> None:
        """Write from now on into a log beside the file: not from the start, for looking leaves the file as it is."""
        self._has_log = self._has_log or connecting.start_log(self._raw, self.path)

    @property
    def undo_step(self) -> history.Step | None:
        """The step that `undo` would take back, with its name and place."""
        return self._history.undo_steps[-1] if self._history.undo_steps else None

    @property
    def redo_step(self) -> history.Step | None:
        """The step that `redo` would make again."""
        return self._history.redo_steps[-1] if self._history.redo_steps else None

    def undo(self) -> Change:
        """Take the newest step back; raises NothingToUndo."""
        return self._replay(self._history.undo_steps, self._history.redo_steps)

    def redo(self) -> Change:
        """Make the step again that was taken back last; raises NothingToUndo."""
        return self._replay(self._history.redo_steps, self._history.undo_steps)

    def forget_undo(self) -> None:
        """Empty undo and redo: after what can't be undone (see architecture.md)."""
        self._history.clear()

    def _replay(self, source: list[history.Step], target: list[history.Step]) -> Change:
        if not source:
            raise NothingToUndo
        step = source[-1]
        with self._transaction():
            self._run("PRAGMA defer_foreign_keys=ON")
            history.restore(step.before, self._run, self._undo_log)
            before, change = self._finish(step.op, step.place)
        source.pop()
        target.append(history.Step(step.op, before, step.place))
        self._tell(change)
        return change

    def _tell(self, change: Change) -> None:
        for listener in tuple(self.listeners):
            listener(change)

    # -- care of the file

    def verify(self) -> list[damage.Damage]:
        """Look everything through; return what is wrong. Empty: the library is sound."""
        return list(damage.found_in(self._raw, self.every))

    def backup(self, reason: str) -> Path:
        """Make a backup beside the library; return its path. Raises CannotWrite."""
        return backups.make(self.path, self._raw, self.now, reason, self.patience)

    def copy_to(self, path: Path) -> None:
        """Write a closed, checked copy of the whole library to `path`. Raises CannotWrite."""
        backups.copy(self._raw, path, patience=self.patience)

    def rebuild_index(self) -> None:
        """Index every text again from the start, without a trace of those that are gone, as after an erasure."""
        with self._transaction():
            search.rebuild(self._run)
            # Without this the index keeps words of deleted texts.
            self._run(f"INSERT INTO {search.TABLE}({search.TABLE}) VALUES('rebuild')")

    def compact(self) -> None:
        """Leave no trace of what was deleted in the file, its index and its log. Empties undo."""
        self.forget_undo()
        self.rebuild_index()
        with self._errors():
            self._raw.execute("VACUUM")
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def counts(self) -> Mapping[str, int]:
        """Return the number of rows of every table."""
        return {table: int(self.rows(f'SELECT count(*) FROM "{table}"')[0][0]) for table in history.logged_tables()}

    def versions_of(self, day_id: int) -> list[Version]:
        """Return the kept versions of a study day, oldest first."""
        return self.of_day(Version, day_id)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with known_errors(self.path, None):
            yield
