import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.written.matching import Candidate, alike, folded, ranked, words_of

NAMES = ("Keynote: feedback", "Afsluiting", "Pauze", "Łukasz Gül", "José Čapek", "Feedback geven", "Lokaal 12")


def titles(typed: str, *names: str, recent: tuple[str, ...] = ()) -> list[str]:
    candidates = [Candidate(key=name, title=name) for name in names or NAMES]
    return [each.title for each in ranked(typed, candidates, recent)]


def test_whole_words_go_before_beginnings_and_those_before_parts():
    assert titles("pin", "opinie", "pinnen", "pin 12") == ["pin 12", "pinnen", "opinie"]


def test_what_begins_with_all_that_was_typed_comes_first():
    assert titles("feedback") == ["Feedback geven", "Keynote: feedback"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("capek jose", "José Čapek"),
        ("ČAPEK", "José Čapek"),
        ("lukasz", "Łukasz Gül"),
        ("gul", "Łukasz Gül"),
        ("cape\u030ck", "José Čapek"),
        ("fedback geven", "Feedback geven"),
        ("afslutiing", "Afsluiting"),
        ("lokaal12", "Lokaal 12"),
        ("lok 12", "Lokaal 12"),
    ],
)
def test_accents_case_order_and_slips_do_not_matter(typed: str, found: str):
    assert titles(typed)[:1] == [found]


def test_every_word_must_fit():
    assert titles("pauze kelder") == []
    assert titles("") == []
    assert titles("?!") == []


def test_words_of_what_it_belongs_to_count_less():
    candidates = [Candidate(key="a", title="Pauze", more="Studiedag mei"), Candidate(key="b", title="Pauze in mei")]
    assert [each.key for each in ranked("pauze mei", candidates)] == ["b", "a"]


def test_what_was_chosen_lately_goes_before_what_fits_as_well():
    assert titles("pauze", "Pauze een", "Pauze twee", recent=("Pauze twee",)) == ["Pauze twee", "Pauze een"]


def test_titles_that_resemble_it_are_found_among_many():
    places = alike("wisbordjse", [folded(each) for each in ("De hele klas: wisbordjes", "Lunch", "Bordspel")])
    assert places[0] == 0
    assert alike("ab", ["abc"]) == []


@given(st.text(max_size=30), st.lists(st.text(max_size=20), max_size=5))
def test_no_character_raises(typed: str, names: list[str]):
    assert set(titles(typed, *names)) <= {*names, *NAMES}
    assert all(0 <= place < len(names) for place in alike(typed, [folded(name) for name in names]))


@given(st.text(min_size=1, max_size=30))
def test_a_name_is_found_by_itself(name: str):
    if words_of(name):
        assert titles(name, name, "Iets anders")[:1] == [name]
