from studydag.model.exchange.computed import computed_of
from studydag.model.exchange.last_print import with_last_print
from studydag.model.exchange.study_day_json import to_json
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Version
from tests.building import a, a_block, a_day

DAY = a_day(a_block(1, title="Opening"))
CONTENT = to_json(DAY, Setting(), computed_of(DAY, Setting())).decode()


def test_the_day_that_was_printed_last_comes_along():
    found = with_last_print(Setting(), [a(Version, 1, number=7, document="plan", content=CONTENT)], "now").last_print
    assert found is not None
    assert (found.number, [block.title for block in found.day.blocks]) == (7, ["Opening"])


def test_a_version_that_cannot_be_read_is_as_good_as_none():
    assert with_last_print(Setting(), [a(Version, 1, document="plan", content="{")], "now").last_print is None
    assert with_last_print(Setting(), [], "now") == Setting()
