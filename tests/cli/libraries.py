"""A library with one rich study day, made by hand, and every way in which a file can be no library."""

import hashlib
import sqlite3
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

from studydag.model.store.library import Library
from studydag.model.store.migrations import VERSION
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ChecklistItem, Moment
from studydag.model.values.formats import Phase
from studydag.model.values.goals import Goal, Need, NeedSource
from studydag.model.values.programme import Block, BlockKind, BlockLead, Part
from studydag.model.values.school import Person, Room
from studydag.model.values.study_day import DayStatus, StudyDay

TITLE = 'Zień <b>ieder</b>s "werk" \\ =1+1 👩‍🏫 | 100% {klaar}'
"""What a title may be: markup, quotes, a formula, an emoji, what tables and templates stumble over."""


def study_day() -> StudyDay:
    """Return a study day with something of everything that the command line shows, ids provisional."""
    return StudyDay(
        uid="uid-of-the-day",
        title=TITLE,
        learning_question="Hoe zien wij in elke les of leerlingen het snappen?",
        status=DayStatus.DESIGN,
        parts=(Part(id=1, date=date(2027, 3, 11), start=time(8, 30), end=time(16, 0), venue="Aula"),),
        needs=(Need(id=1, statement="Wat in de gesprekken bleek.", source=NeedSource.APPRAISAL_TALKS),),
        goals=(Goal(id=1, sentence="Na deze dag zet iedereen exitkaartjes in.", does="zet ze in", needs=(1,)),),
        blocks=(
            Block(id=1, part=1, position=1, title="Inloop", phase=Phase.ORGANISATION, minutes=30),
            Block(id=2, part=1, position=2, title="Lezing", minutes=60, goals=(1,), leads=(BlockLead(id=1, person=1),)),
            Block(id=3, part=1, position=3, title="Ronde", kind=BlockKind.ROUND, phase=Phase.APPLICATION),
            Block(id=4, round=3, position=1, title="Rekenen", minutes=45, phase=Phase.APPLICATION, room=1),
            Block(id=5, round=3, position=2, title="Taal", minutes=60, offset_minutes=15, phase=Phase.APPLICATION),
            Block(id=6, part=1, position=4, title="Borrel", open_end=True, phase=Phase.BREAK),
            Block(id=7, position=5, title="Misschien", minutes=20, facilitator_notes="Alleen voor ons"),
        ),
        actions=(
            Action(
                id=1,
                what="Een les met exitkaartjes geven",
                owner=1,
                goals=(1,),
                due=RelativeDate(2),
                checklist=(ChecklistItem(id=1, text="Kaartjes drukken"),),
            ),
            Action(id=2, what="Zaal bespreken", due=RelativeDate(-3)),
        ),
        moments=(
            Moment(id=1, title="Terugblik", first_date=RelativeDate(4), rhythm="FREQ=WEEKLY;INTERVAL=4", times=3),
        ),
        measures=(Measure(id=1, title="Vragenlijst", when=RelativeDate(0, DateUnit.DAYS)),),
    )


def fill(path: Path) -> Path:
    """Make a library with that study day, a person and a room."""
    with Library.open(path, create=True) as library, library.change("add") as writer:
        known = writer.add_all([Person(id=1, name="Łucja Čapek"), Room(id=1, name="Lokaal 12")], None, {})
        writer.add_all([study_day()], None, known)
    return path


def fingerprint(path: Path) -> str:
    """Tell whether a file was touched."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _foreign(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 and so on" * 40)


def _of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmark (id INTEGER PRIMARY KEY, url TEXT)")
    connection.close()


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10_000])


def _corrupt(path: Path) -> None:
    """Spoil a page in the middle; the header says nothing of it."""
    data = bytearray(path.read_bytes())
    for page in range(4096 * 3, len(data) - 4096, 4096):
        data[page : page + 200] = b"\xff" * 200
    path.write_bytes(bytes(data))


def _newer(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[60:64] = (VERSION + 1).to_bytes(4, "big")
    path.write_bytes(bytes(data))


SPOILED: dict[str, Callable[[Path], None]] = {
    "empty": _empty,
    "foreign": _foreign,
    "of another program": _of_another_program,
    "truncated": _truncated,
    "corrupt": _corrupt,
    "newer": _newer,
}
