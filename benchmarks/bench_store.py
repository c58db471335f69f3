"""What the library costs: opening a day among many, an edit with its commit, search, and memory."""

import sys
import tempfile
import tracemalloc
from pathlib import Path

from benchmarks.library_of import library_of
from benchmarks.rows import Row, milliseconds, milliseconds_of_two
from studydag.model.exchange.generate import generated_day
from studydag.model.operations import programme
from studydag.model.operations.exchange import load_day
from studydag.model.store.first_list import day_lines
from studydag.model.store.library import Library
from studydag.model.values.programme import Block
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.study_day import StudyDay

MANY, FEW = 5000, 10


def rows() -> list[Row]:
    """Return what reading, writing and searching cost in a library of 5,000 days."""
    with tempfile.TemporaryDirectory() as folder:
        many = library_of(MANY, Path(folder) / "many.studydag")
        few = library_of(FEW, Path(folder) / "few.studydag")
        return [*_reading(many, few), *_writing(Path(folder) / "edits.studydag"), *_memory(many)]


def _reading(many: Path, few: Path) -> list[Row]:
    with Library.look(many, check=False) as large, Library.look(few, check=False) as small:
        day = 7
        one, floor = milliseconds_of_two(lambda: large.get(StudyDay, day), lambda: small.get(StudyDay, day), rounds=61)
        search = milliseconds(lambda: large.find("leerlingen"), rounds=11)
        hits = len(large.find("leerlingen"))
    lines = milliseconds(lambda: day_lines(many), rounds=7)
    return [
        Row(name=f"open one day of {MANY}", figure=one, unit="ms", floor=floor, floor_name=f"of {FEW}", goal=1.2),
        Row(name=f"search {MANY} days, {hits} hits", figure=search, unit="ms"),
        Row(name=f"list {MANY} days for the first frame", figure=lines, unit="ms"),
    ]


def _writing(path: Path) -> list[Row]:
    with Library.open(path, create=True) as library:
        day = load_day(library, generated_day(1, 1, DocumentLanguage.DUTCH))
        part = library.get(StudyDay, day).parts[0].id
        with library.change("fill") as writer:
            blocks = [
                Block(id=-n, title=f"blok {n}", part=part, position=10_000_000 + n, minutes=1) for n in range(1, 391)
            ]
            writer.add_all(blocks, ("study_day", day), {})
        whole = milliseconds(lambda: library.get(StudyDay, day))
        block = library.get(StudyDay, day).blocks[200].id
        minutes = iter(range(1, 1000))
        edit = milliseconds(lambda: programme.set_minutes(library, block, next(minutes)), rounds=41)

        def undo_and_redo() -> None:
            library.undo()
            library.redo()

        undo = milliseconds(undo_and_redo, rounds=21) / 2
    return [
        Row(name="read a day of 400 blocks", figure=whole, unit="ms"),
        Row(name="edit with commit, 400 blocks", figure=edit, unit="ms", goal=10),
        Row(name="undo with commit, 400 blocks", figure=undo, unit="ms", goal=10),
    ]


def _memory(many: Path) -> list[Row]:
    rows = []
    with Library.look(many, check=False) as library:
        tracemalloc.start()
        day = library.get(StudyDay, 3)
        held = tracemalloc.get_traced_memory()[0] / 1024
        tracemalloc.stop()
        rows.append(Row(name=f"a day of {len(day.blocks)} blocks in memory", figure=held, unit="KiB"))
    if sys.platform != "win32":
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows.append(Row(name="peak of this process", figure=peak, unit="MiB"))
    return rows
