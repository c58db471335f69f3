"""Every field of every kind of thing can be set, whatever its column is called."""

from studydag.model.store.library import Library
from studydag.model.values.climate import ClimateItem, ClimateRow
from studydag.model.values.goals import Impact, ImpactRow
from studydag.model.values.study_day import StudyDay


def test_a_column_that_is_called_row_can_be_set(library: Library) -> None:
    with library.change("add") as writer:
        day = writer.add(StudyDay(title="Dag", impacts=(Impact(),), climate=(ClimateItem(), ClimateItem())))
    whole = library.get(StudyDay, day)
    one, two = (item.id for item in whole.climate)
    with library.change("set") as writer:
        writer.set(Impact, whole.impacts[0].id, row=ImpactRow.FIELD)
        writer.set(ClimateItem, one, row=ClimateRow.TIME)
        writer.reposition("climate_item", {one: 2, two: 1})
    after = library.get(StudyDay, day)
    assert after.impacts[0].row is ImpactRow.FIELD
    assert [item.row for item in after.climate] == [ClimateRow.OWN, ClimateRow.TIME]
