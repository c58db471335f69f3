"""Tables sorted by one of their columns."""

from hypothesis import given
from hypothesis import strategies as st

from studydag.language import Language
from studydag.model.rules.table_order import Sorting, in_order, read_sorting, turned

WORDS = Language.of("nl").sort_key
HELD = st.lists(st.one_of(st.none(), st.text(max_size=4)))


def test_names_stand_as_people_look_them_up_and_what_is_empty_last_either_way():
    names = ["Zoë van den Berg", "", "ännchen", "Anna van den Berg", "Émile", "Bram"]

    up = in_order(names, lambda name: name, WORDS)
    assert up == ["Anna van den Berg", "ännchen", "Bram", "Émile", "Zoë van den Berg", ""]
    assert in_order(names, lambda name: name, WORDS, descending=True) == [*reversed(up[:-1]), ""]


def test_numbers_stand_by_number_and_rooms_by_the_number_in_their_name():
    assert in_order([10, 9, None, 100], lambda n: n, WORDS) == [9, 10, 100, None]
    assert in_order(["lokaal 10", "lokaal 9"], lambda name: name, WORDS) == ["lokaal 9", "lokaal 10"]


@given(HELD, st.booleans())
def test_the_same_things_stand_there_and_equals_keep_their_order(held, descending):
    things = list(enumerate(held))
    found = in_order(things, lambda pair: pair[1], WORDS, descending=descending)

    assert sorted(found) == things if all(each is not None for each in held) else len(found) == len(things)
    keys = [WORDS(each) if each else None for _, each in found]
    for (place, _), (next_place, _), key, next_key in zip(found, found[1:], keys, keys[1:], strict=False):
        assert key != next_key or place < next_place
        assert next_key is None or key is not None


def test_a_click_sorts_up_then_down_then_not_at_all():
    up = turned(None, "name")
    assert up == Sorting("name")
    down = turned(up, "name")
    assert down == Sorting("name", descending=True)
    assert turned(down, "name") is None
    assert turned(down, "due") == Sorting("due")


def test_what_is_kept_is_read_as_it_was():
    for each in (None, Sorting("name"), Sorting("due", descending=True)):
        assert read_sorting("" if each is None else each.written()) == each
