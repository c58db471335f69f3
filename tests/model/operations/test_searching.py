"""Search finds what was said, but not what too few people said."""

from studydag.model.operations import editing, study_days
from studydag.model.operations.searching import find, titled, titles
from studydag.model.store.library import Library
from studydag.model.values.effect import Measure, Result
from studydag.model.values.school import EffectLevel


def test_r058_what_too_few_people_said_is_not_found(library: Library) -> None:
    home = ("study_day", study_days.create(library, "Feedback"))
    measure = editing.create(library, Measure(title="Gesprek", level=EffectLevel.BEHAVIOUR), home)
    number = editing.create(library, Result(measure=measure, n=4, text="Rekenverlegenheid blijft"), home)
    assert [hit.id for hit in library.find("rekenverlegenheid")] == [number]
    assert find(library, "rekenverlegenheid") == []
    assert titled(library, "result", number) is None
    assert ("result", number) not in {(hit.kind, hit.id) for hit in titles(library)}
    editing.change(library, Result, number, n=5)
    assert [hit.id for hit in find(library, "rekenverlegenheid")] == [number]
    assert titled(library, "result", number) is not None
