from studydag.model.rules.versions.prints import AT_THE_START, BEFORE_GOING_BACK, last_printed, was_printed
from studydag.model.values.study_day import Version
from tests.building import a


def version(number: int, document: str, content: str) -> Version:
    return a(Version, number, number=number, document=document, content=content)


def test_what_was_kept_for_another_reason_was_not_printed():
    assert [was_printed(version(1, each, "")) for each in ("programme", "", AT_THE_START, BEFORE_GOING_BACK)] == [
        *(True, False, False, False)
    ]


def test_the_last_print_is_the_newest_that_differs_from_the_day_as_it_is():
    kept = [version(1, "programme", "a"), version(2, "plan", "b"), version(3, "", "c"), version(4, "changes", "d")]
    found = [last_printed(kept, content) for content in ("e", "d", "b")]
    assert [each and each.number for each in found] == [4, 2, 4]
    assert last_printed(kept[:1], "a") is None
