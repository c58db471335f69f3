from studydag.model.values.climate import ClimateRow
from tests.building import a_day, an_agreement
from tests.model.rules.checks.looking import concerned, figures, holds

ROWS = [row for row in ClimateRow if row is not ClimateRow.OWN]


def test_each_of_eight_rows_has_an_agreement_or_a_reason():
    agreed = an_agreement(1, ClimateRow.FEEDBACK, agreement="First ask, then tell")
    excused = an_agreement(2, ClimateRow.SPACE, reason="The building is new")
    empty, own = an_agreement(3, ClimateRow.TIME, agreement=" "), an_agreement(4, ClimateRow.OWN, agreement="Laugh")
    day = a_day(agreed, excused, empty, own)

    assert figures("climate-open", day) == [{"open": 6, "rows": 8}]
    assert concerned("climate-open", day) == [
        ["day", "open_communication", "perspectives", "experiment", "time", "resources", "expectations"]
    ]


def test_a_climate_that_is_settled():
    day = a_day(*(an_agreement(number, row, agreement="Yes") for number, row in enumerate(ROWS, start=1)))

    assert holds("climate-open", day) == [{"open": 0, "rows": 8}]
