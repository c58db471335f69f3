"""How often working formats are used, and how they are rated, over all study days of a library."""

from pathlib import Path

from studydag.model.operations import editing, programme, study_days
from studydag.model.store.format_use import format_use
from studydag.model.store.library import Library
from studydag.model.values.formats import FormatUse, WorkingFormat
from studydag.model.values.programme import Block


def test_use_and_mean_rating_come_from_all_own_days(tmp_path: Path) -> None:
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        one, two = (each.id for each in library.every(WorkingFormat)[:2])
        assert format_use(library) == {}
        for title in ("Najaar", "Voorjaar"):
            day = study_days.create(library, title)
            made = [programme.add_format(library, day, number) for number in (one, one, two)]
            editing.change(library, Block, made[0], rating=5)
        editing.change(library, Block, made[1], rating=2)
        programme.cancel_blocks(library, [made[2]])
        assert format_use(library) == {one: FormatUse(4, 3, 4.0), two: FormatUse(1, 0, None)}
