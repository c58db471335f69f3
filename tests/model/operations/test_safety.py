"""Restoring keeps what was there; erasing leaves no trace, and says where some is left."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from studydag.model.exchange.study_day_json import decode, to_json
from studydag.model.operations import attendance, editing, programme, safety, study_days
from studydag.model.operations.setting import read_setting
from studydag.model.store import backups
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.choices import Presence, Registration
from studydag.model.values.errors import CannotRead, LibraryDamaged, LibraryForeign, LibraryInUse
from studydag.model.values.follow_up import Action
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import Accessibility, Group, Person
from studydag.model.values.study_day import PreparationMember, StudyDay
from tests.model.operations.leads import add_lead

NOW = dt.datetime(2027, 3, 11, 16, 0)

pytestmark = pytest.mark.outside_undo


@pytest.fixture
def closed(path: Path) -> Path:
    """A closed library with one person."""
    with Library.open(path, create=True) as library:
        editing.create(library, Person(name="Noor"))
    return path


def names(path: Path) -> list[str]:
    with Library.look(path) as library:
        return [person.name for person in library.every(Person)]


def rename(path: Path, name: str) -> None:
    with Library.open(path) as library:
        editing.change(library, Person, library.every(Person)[0].id, name=name)


def backup_of(path: Path) -> Path:
    with Library.open(path) as library:
        return library.backup("asked")


def test_what_was_there_is_kept_when_a_backup_takes_its_place(closed: Path) -> None:
    backup = backup_of(closed)
    rename(closed, "Sam")
    kept = safety.restore(closed, backup, NOW)
    assert names(closed) == ["Noor"]
    assert kept is not None
    assert names(kept) == ["Sam"]
    assert safety.restore(closed, kept, NOW) is not None
    assert names(closed) == ["Sam"]
    assert not list(closed.parent.glob("~*"))


def test_a_library_that_is_gone_comes_back(closed: Path) -> None:
    backup = backup_of(closed)
    closed.unlink()
    assert safety.restore(closed, backup, NOW) is None
    assert names(closed) == ["Noor"]


def test_an_open_library_is_not_replaced(closed: Path) -> None:
    backup = backup_of(closed)
    rename(closed, "Sam")
    with Library.open(closed) as library:
        with pytest.raises(LibraryInUse):
            safety.restore(closed, backup, NOW)
        library.backup("asked")
    assert names(closed) == ["Sam"]


def test_a_log_that_a_reader_holds_on_to_is_not_left_for_the_other_file(closed: Path) -> None:
    backup = backup_of(closed)
    library = Library.open(closed)
    editing.change(library, Person, 1, name="Sam")
    with Library.look(closed) as reader:
        assert reader.every(Person)
        library.close()
        if closed.with_name(f"{closed.name}-wal").exists():
            with pytest.raises(LibraryInUse):
                safety.restore(closed, backup, NOW)
    safety.restore(closed, backup, NOW)
    assert names(closed) == ["Noor"]


def test_a_bad_backup_changes_nothing(closed: Path, tmp_path: Path) -> None:
    before = closed.read_bytes()
    foreign = tmp_path / "brief.studydag"
    foreign.write_bytes(b"%PDF-1.7")
    with pytest.raises(LibraryForeign):
        safety.restore(closed, foreign, NOW)
    broken = tmp_path / "stuk.studydag"
    content = bytearray(before)
    content[4096 * 3 : 4096 * 20] = b"\xff" * 4096 * 17
    broken.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        safety.restore(closed, broken, NOW)
    with pytest.raises(CannotRead):
        safety.restore(closed, tmp_path / "niets.studydag", NOW)
    assert closed.read_bytes() == before


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\x00 and no more", None])
def test_a_damaged_library_is_moved_aside_as_it_is(closed: Path, damage: bytes | None) -> None:
    backup = backup_of(closed)
    if damage is None:
        content = bytearray(closed.read_bytes())
        content[4096 * 3 : 4096 * 20] = b"\xff" * 4096 * 17
        damage = bytes(content)
    closed.write_bytes(damage)
    kept = safety.restore(closed, backup, NOW)
    assert names(closed) == ["Noor"]
    assert kept is not None
    assert kept.read_bytes() == damage
    assert kept.suffix == ".damaged"


@pytest.mark.parametrize("can_link", [True, False])
def test_a_damaged_library_stays_in_its_place_until_the_backup_is_there(
    closed: Path, monkeypatch: pytest.MonkeyPatch, can_link: bool
) -> None:
    backup = backup_of(closed)
    damage = b"SQLite format 3\x00 and no more"
    closed.write_bytes(damage)

    move = Path.replace

    def stopped(fresh: Path, place: Path) -> None:
        if place == closed:
            raise KeyboardInterrupt
        move(fresh, place)

    def refused(*_arguments: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stopped)
        if not can_link:
            patch.setattr(Path, "hardlink_to", refused)
        with pytest.raises(KeyboardInterrupt):
            safety.restore(closed, backup, NOW)
    assert closed.read_bytes() == damage
    # Within the same second as well, in which what was put aside bears the same name.
    kept = safety.restore(closed, backup, NOW)
    assert names(closed) == ["Noor"]
    closed.write_bytes(damage + b"!")
    again = safety.restore(closed, backup, NOW)
    assert kept is not None
    assert again is not None
    assert [kept.read_bytes(), again.read_bytes()] == [damage, damage + b"!"]


def test_the_oldest_backup_can_be_restored_though_thinning_takes_it(closed: Path) -> None:
    folder = backups.folder_of(closed)
    oldest = backup_of(closed)
    rename(closed, "Sam")
    for number in range(12):
        moment = NOW - dt.timedelta(minutes=number)
        (folder / f"school {moment:%Y-%m-%d %H%M%S} start.studydag").write_bytes(closed.read_bytes())
    old = folder / "school 2026-01-05 100000 start.studydag"
    oldest.rename(old)
    safety.restore(closed, old, NOW)
    assert names(closed) == ["Noor"]


@contextmanager
def everywhere(path: Path) -> Iterator[tuple[Library, int, int]]:
    """A library in which Noor Bakker stands wherever someone can stand; gives the library, the person and the day."""
    with closing(Library.open(path, create=True)) as library:
        day = study_days.create(library, "Formatief handelen")
        owner = ("study_day", day)
        noor = editing.create(library, Person(name="Noor Bakker", email="noor@school.example"))
        sam = editing.create(library, Person(name="Sam"))
        editing.create(library, Group(name="Wiskunde", members=(noor, sam)))
        block = programme.add_block(library, day, Block(title="Werken"))
        add_lead(library, block, noor)
        editing.create(library, PreparationMember(person=noor), owner)
        editing.create(library, Action(what="Toets", owner=noor), owner)
        hers = editing.create(
            library, Registration(person=noor, access_needs=(Accessibility.STEP_FREE,), access_note="rug"), owner
        )
        his = editing.create(library, Registration(person=sam, together=(hers,)), owner)
        editing.change(library, Registration, hers, apart=(his,))
        part = library.of_day(Part, day)[0].id
        attendance.mark_all(library, [hers], Presence.PRESENT, part=part)
        editing.create(library, Action(what="Vraag Noor Bakker om de toets"), owner)
        whole = library.get(StudyDay, day)
        study_days.make_version(library, day, to_json(whole, read_setting(library, whole)).decode(), name="Noor Bakker")
        study_days.make_version(library, day, "geen JSON, wel noor@school.example")
        study_days.make_version(library, day, '{"title": "niemand"}')
        yield library, noor, day


def test_erasing_leaves_no_trace_but_in_what_is_named(path: Path) -> None:
    with everywhere(path) as (library, noor, day):
        uid = library.get(Person, noor).uid
        erased = safety.erase_person(library, noor)

        assert [hit.title for hit in erased.mentions] == ["Vraag Noor Bakker om de toets"]
        assert [backup.reason for backup in erased.backups] == ["erase"]
        assert library.undo_step is None
        stored = library.get(StudyDay, day)
        assert stored.blocks[0].leads == stored.preparation == ()
        assert stored.actions[0].owner is None
        hers, his = stored.registrations
        assert (hers.person, hers.access_needs, hers.access_note, hers.apart, his.together) == (None, (), "", (), ())
        assert [mark.presence for mark in hers.attendance] == [Presence.PRESENT]
        first, second, third = library.versions_of(day)
        version = decode(first.content.encode())
        assert (first.name, second.content, third.content) == ("…", "geen JSON, wel …", '{"title": "niemand"}')
        assert [person.name for person in version.setting.people] == ["Sam"]
        assert version.day.blocks[0].leads == ()
        assert version.day.registrations[0].access_note == ""
        assert library.verify() == []

        editing.change(library, Action, stored.actions[1].id, what="Vraag de sectie")
        library.compact()
        for file in path.parent.glob(f"{path.name}*"):
            content = file.read_bytes().lower()
            assert not any(trace in content for trace in (b"bakker", b"noor@", uid.encode()))


def test_backups_from_before_the_person_are_not_named(path: Path) -> None:
    with Library.open(path, create=True) as library:
        library.backup("early")
        noor = editing.create(library, Person(name="Noor"))
        library.backup("late")
        damaged = backups.folder_of(path) / "school 2026-01-05 100000 start.studydag"
        damaged.write_bytes(b"SQLite format 3\x00" * 300)
        erased = safety.erase_person(library, noor)
        assert {backup.reason for backup in erased.backups} == {"erase", "late", "start"}
        assert library.every(Person) == []
        with library.change(Op.ADD) as writer:
            writer.add(Person(name="Sam"))


def test_erasing_tells_the_screens(path: Path) -> None:
    heard: list[str] = []
    with everywhere(path) as (library, noor, _):
        listen: Callable[..., None] = lambda change: heard.append(change.op)  # noqa: E731
        library.listeners.append(listen)
        safety.erase_person(library, noor)
    assert heard == [Op.ERASE_PERSON]
