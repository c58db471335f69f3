from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studydag.model.rules.versions.compare import SHARED, Difference, How, State, Subject, changed_subjects, compare
from studydag.model.values.description import Described, described, is_thing
from studydag.model.values.references import reference_to, rewired, things_in
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_break, a_day, a_goal, a_lead, a_person, a_round, a_setting, an_action, at
from tests.strategies import World, values, worlds


def between(before: StudyDay, after: StudyDay, setting: Setting | None = None) -> tuple[Difference, ...]:
    setting = setting or a_setting()
    return compare(State(day=before, setting=setting), State(day=after, setting=setting))


def told(found: tuple[Difference, ...]) -> list[tuple[Any, ...]]:
    return [(each.how, each.thing.id, "" if each.field is None else each.field.name) for each in found]


def test_what_changed_is_told_by_field():
    before = a_day(a_block(1), a_goal(1))
    after = a_day(a_block(1, title="Keynote", phase=before.blocks[0].phase), a_goal(1, "Anders"), title="Nieuw")

    found = between(before, after)
    assert [(each.subject, *line) for each, line in zip(found, told(found), strict=True)] == [
        (Subject.DAY, How.CHANGED, 1, "title"),
        (Subject.PROGRAMME, How.CHANGED, 1, "title"),
        (Subject.GOALS, How.CHANGED, 1, "sentence"),
    ]
    assert changed_subjects(State(day=before, setting=a_setting()), State(day=after, setting=a_setting())) == (
        Subject.DAY,
        Subject.PROGRAMME,
        Subject.GOALS,
    )


def test_what_came_and_went_has_its_time_and_the_rest_follows():
    before = a_day(a_block(1, 30), a_break(2, 15), a_block(3, 30))
    after = a_day(a_block(1, 30), a_block(4, 45, position=2), a_block(3, 30))
    found = between(before, after)

    assert told(found) == [(How.CAME, 4, ""), (How.WENT, 2, ""), (How.RIPPLED, 3, "")]
    assert found[0].slot_after.start == 570
    assert found[1].slot_before.start == 570
    assert (found[2].slot_before.start, found[2].slot_after.start) == (585, 615)


def test_what_lies_in_a_thing_that_went_and_options_of_a_round_that_moved_are_not_told_again():
    before = a_day(a_block(1, 30, leads=(a_lead(7),)), *a_round(3, a_block(4), a_block(5)), a_break(6))
    blocks = tuple(block for block in before.blocks if block.id != 1)

    assert told(between(before, replace(before, blocks=blocks))) == [
        (How.RIPPLED, 3, ""),
        (How.WENT, 1, ""),
        (How.RIPPLED, 6, ""),
    ]


def test_as_few_blocks_as_possible_have_moved():
    before = a_day(*(a_block(number, 30) for number in range(1, 6)))
    blocks = tuple(replace(block, position=9) if block.id == 2 else block for block in before.blocks)
    after = replace(before, blocks=tuple(sorted(blocks, key=lambda block: block.position)))
    found = between(before, after)

    assert [each.thing.id for each in found if each.how is How.MOVED] == [2]
    assert [each.thing.id for each in found if each.how is How.RIPPLED] == [3, 4, 5]


def test_a_block_that_is_parked_or_becomes_an_option_has_moved():
    before = a_day(a_block(1), a_block(2), *a_round(3, a_block(4)))
    parked = replace(before, blocks=tuple(replace(each, part=None) if each.id == 2 else each for each in before.blocks))
    assert (How.MOVED, 2, "") in told(between(before, parked))
    assert [each.slot_after for each in between(before, parked) if each.how is How.MOVED] == [None]
    option = replace(
        before, blocks=tuple(replace(each, part=None, round=3) if each.id == 2 else each for each in before.blocks)
    )
    assert (How.MOVED, 2, "") in told(between(before, option))


def test_a_lead_that_came_stands_with_its_block():
    noor = a_person(7)
    setting = a_setting(noor)
    before, after = a_day(a_block(1)), a_day(a_block(1, leads=(a_lead(7),)))
    (found,) = compare(State(day=before, setting=setting), State(day=after, setting=setting))

    assert (found.how, found.owner.title, found.after.person) == (How.CAME, "Block 1", 7)
    (joined,) = compare(State(day=before, setting=a_setting()), State(day=before, setting=setting))
    assert (joined.subject, joined.how, joined.thing) == (Subject.PEOPLE, How.CAME, noor)


def test_pins_and_durations_are_changes_of_their_own():
    before = a_day(a_block(1, 30), a_block(2))
    after = a_day(a_block(1, 40), a_block(2, pinned_start=at("10:00")))

    assert told(between(before, after)) == [
        (How.CHANGED, 1, "minutes"),
        (How.RIPPLED, 2, ""),
        (How.CHANGED, 2, "pinned_start"),
    ]


def test_links_differ_by_what_they_lead_to():
    before = a_day(a_goal(1), a_goal(2), an_action(1, goals=(1,)))
    after = a_day(a_goal(1), a_goal(2), an_action(1, goals=(2,)))

    assert told(between(before, after)) == [(How.CHANGED, 1, "goals")]


# Properties


def as_state(world: World) -> State:
    return State(day=world.day, setting=world.setting)


@given(worlds())
@settings(max_examples=15)
def test_a_day_does_not_differ_from_itself_with_other_ids(world: World):
    def other(reference: tuple[str, int]) -> int:
        return reference[1] * 7 + 1000

    setting = {
        each.name: tuple(rewired(thing, other) for thing in getattr(world.setting, each.name))
        for each in described(Setting)
        if each.many and is_thing(each.holds)
    }
    same = State(day=rewired(world.day, other), setting=replace(world.setting, **setting))
    assert compare(as_state(world), as_state(world)) == ()
    assert compare(as_state(world), same) == ()


@given(worlds(), worlds())
@settings(max_examples=10)
def test_looked_at_from_the_other_side_what_came_went(one: World, other: World):
    there = compare(as_state(one), as_state(other))
    back = compare(as_state(other), as_state(one))
    for how, opposite in ((How.CAME, How.WENT), (How.WENT, How.CAME), (How.CHANGED, How.CHANGED)):
        assert sorted(_named(each) for each in there if each.how is how) == sorted(
            _named(each) for each in back if each.how is opposite
        )


def _named(each: Difference) -> tuple[str, str, str]:
    return type(each.thing).__name__, each.thing.uid, "" if each.field is None else each.field.name


@given(worlds(), st.data())
@settings(max_examples=30)
def test_any_edit_of_any_field_shows(world: World, data: st.DataObject):
    thing = data.draw(st.sampled_from(list(things_in(world.day))))
    fields = [each for each in described(type(thing)) if each.name not in {"id", "uid", "position"}]
    each = data.draw(st.sampled_from(fields))
    drawn = _other_value(world, thing, each, data)
    changed = replace(thing, **{each.name: drawn})
    assume(changed != thing)
    after = _with(world.day, reference_to(thing), lambda _old: changed)
    assert compare(as_state(world), State(day=after, setting=world.setting)) != ()


@given(worlds(), st.data())
@settings(max_examples=15)
def test_any_thing_that_goes_or_changes_places_shows(world: World, data: st.DataObject):
    lists = [each.name for each in described(StudyDay) if each.many and is_thing(each.holds)]
    names = [name for name in lists if getattr(world.day, name)]
    assume(names)
    name = data.draw(st.sampled_from(names))
    things = getattr(world.day, name)
    less = replace(world.day, **{name: things[1:]})
    assert compare(as_state(world), State(day=less, setting=world.setting)) != ()
    has_order = any(each.name == "position" for each in described(type(things[0])))
    if len(things) > 1 and name != "blocks":
        turned = replace(world.day, **{name: things[::-1]})
        assert bool(compare(as_state(world), State(day=turned, setting=world.setting))) is has_order


@given(worlds(), st.data())
@settings(max_examples=10)
def test_a_change_of_people_and_rooms_shows(world: World, data: st.DataObject):
    names = [name for name in SHARED if getattr(world.setting, name)]
    assume(names)
    name = data.draw(st.sampled_from(names))
    first, *rest = getattr(world.setting, name)
    called = "title" if hasattr(first, "title") else "name"
    renamed = replace(first, **{called: f"{getattr(first, called)}!"})
    after = replace(world.setting, **{name: (renamed, *rest)})
    assert compare(as_state(world), State(day=world.day, setting=after)) != ()


def _other_value(world: World, thing: Any, each: Described, data: st.DataObject) -> Any:
    held = getattr(thing, each.name)
    if each.refers is not None:
        things = (other for root in _roots(world) for other in things_in(root))
        there = [other.id for other in things if reference_to(other)[0] == each.refers]
        if not there:
            return held
        one = st.sampled_from(there)
        if each.many:
            return tuple(data.draw(st.lists(one, max_size=2, unique=True)))
        return data.draw(st.none() | one) if each.optional else held
    if each.is_value and is_thing(each.holds):
        return held[1:] if each.many else held
    return getattr(data.draw(values(type(thing))), each.name)


def _roots(world: World) -> list[Any]:
    shared = [each.name for each in described(Setting) if each.many and is_thing(each.holds)]
    return [world.day, *(thing for name in shared for thing in getattr(world.setting, name))]


def _with(value: Any, reference: tuple[str, int], change: Callable[[Any], Any]) -> Any:
    """Return a value in which one thing, however deep, is another."""
    if hasattr(value, "uid") and reference_to(value) == reference:
        return change(value)
    changes = {
        each.name: tuple(_with(inner, reference, change) for inner in getattr(value, each.name))
        for each in described(type(value))
        if each.many and each.is_value and is_thing(each.holds)
    }
    return replace(value, **changes)
