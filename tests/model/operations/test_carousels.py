"""Carousels in a library: made at once, as one step, from stations or from a round."""

from collections.abc import Callable

import pytest

from studydag.model.operations import carousels, editing, rounds
from studydag.model.operations.spots import Spot
from studydag.model.rules.choices.carousel import Carousel
from studydag.model.rules.choices.rounds import option_of_group, repeats_of
from studydag.model.rules.consistency import problems_of_day
from studydag.model.store.library import Library
from studydag.model.values.errors import InvalidValue, NotFound
from studydag.model.values.programme import Block, BlockLead, RoundRule
from studydag.model.values.school import Group, Person, Room
from studydag.model.values.study_day import StudyDay
from tests.model.operations.leads import add_lead

Add = Callable[..., int]
Titles = Callable[..., list[str]]


@pytest.fixture
def groups(library: Library) -> tuple[int, ...]:
    return editing.create_all(library, [Group(name=f"Team {letter}") for letter in "ABC"])


@pytest.fixture
def stations(library: Library) -> tuple[Block, ...]:
    people = editing.create_all(library, [Person(name=name) for name in ("Noor", "Sam", "Ewa")])
    rooms = editing.create_all(library, [Room(name=f"Lokaal {number}") for number in (1, 2, 3)])
    return tuple(
        Block(title=title, leads=(BlockLead(person=person),), room=room)
        for title, person, room in zip(("Exitkaart", "Rubric", "Quiz"), people, rooms, strict=True)
    )


def whole(library: Library, day: int) -> StudyDay:
    found = library.get(StudyDay, day)
    assert problems_of_day(found) == ()
    return found


def test_a_carousel_stands_between_two_blocks(
    library: Library,
    day: int,
    part: int,
    groups: tuple[int, ...],
    stations: tuple[Block, ...],
    add: Add,
    titles: Titles,
) -> None:
    add("Opening")
    last = add("Afsluiting")
    plan = Carousel(title="Carrousel", groups=groups, stations=stations, minutes=20, change_over=5)
    made = carousels.make_carousel(library, day, plan, Spot(part=part, before=last), round_title="{title}: ronde {n}")

    assert titles(part=part) == [
        "Opening",
        "Carrousel: ronde 1",
        "Carrousel: ronde 2",
        "Carrousel: ronde 3",
        "Afsluiting",
    ]
    found = whole(library, day)
    for group in groups:
        seen = [option_of_group(found, round_id, group) for round_id in made]
        assert {each.title for each in seen if each is not None} == {"Exitkaart", "Rubric", "Quiz"}
    for option in (block for block in found.blocks if block.round == made[0]):
        family = repeats_of(found, option.id)
        assert len(family) == 3
        assert len({(each.leads[0].person, each.room, each.title) for each in family}) == 1
    library.undo()
    assert titles(part=part) == ["Opening", "Afsluiting"]


def test_groups_can_be_made_along_with_it(library: Library, day: int, part: int, stations: tuple[Block, ...]) -> None:
    plan = Carousel(title="Carrousel", groups=(-1, -2, -3), stations=stations, minutes=20)
    names = {-1: "Groep 1", -2: "Groep 2", -3: "Groep 3"}
    made = carousels.make_carousel(library, day, plan, Spot(part=part), new_groups=names)
    assert [group.name for group in library.every(Group)] == list(names.values())
    found = whole(library, day)
    ids = {group.id for group in library.every(Group)}
    assert {group for block in found.blocks for group in block.audience} == ids
    assert len(made) == 3
    library.undo()
    assert library.every(Group) == []


def test_a_round_becomes_the_first_of_a_carousel_and_its_options_stay(
    library: Library, day: int, groups: tuple[int, ...], add: Add, part: int, titles: Titles
) -> None:
    options = [add(title) for title in ("Exitkaart", "Rubric", "Quiz")]
    round_id = rounds.make_round(library, options, "Workshops")
    add("Afsluiting")
    blocks = tuple(library.get(Block, option) for option in options)
    plan = Carousel(title="Workshops", groups=groups, stations=blocks, minutes=25, change_over=5)
    made = carousels.carousel_from_round(library, round_id, plan)

    assert made[0] == round_id
    assert titles(part=part) == ["Workshops 1", "Workshops 2", "Workshops 3", "Afsluiting"]
    assert titles(round=round_id) == ["Exitkaart", "Rubric", "Quiz"]
    found = whole(library, day)
    first = [block for block in found.blocks if block.round == round_id]
    assert [block.id for block in first] == options
    assert [block.audience for block in first] == [(group,) for group in groups]
    assert all(block.round_rule is RoundRule.BY_GROUP for block in found.blocks if block.id in made)
    assert [len(repeats_of(found, option)) for option in options] == [3, 3, 3]


def test_an_option_where_nobody_begins_goes_to_the_round_in_which_somebody_comes(
    library: Library, day: int, groups: tuple[int, ...], add: Add, titles: Titles
) -> None:
    options = [add(title) for title in ("Exitkaart", "Rubric", "Quiz")]
    round_id = rounds.make_round(library, options)
    blocks = tuple(library.get(Block, option) for option in options)
    plan = Carousel(title="Ronde", groups=groups[:2], stations=blocks, minutes=25)
    made = carousels.carousel_from_round(library, round_id, plan)
    assert titles(round=round_id) == ["Exitkaart", "Rubric"]
    assert library.get(Block, options[2]).round == made[1]
    assert len(repeats_of(whole(library, day), options[2])) == 2


def test_what_makes_no_carousel_is_refused(
    library: Library, day: int, groups: tuple[int, ...], stations: tuple[Block, ...]
) -> None:
    for plan in (
        Carousel(title="C", groups=groups[:1], stations=stations, minutes=20),
        Carousel(title="C", groups=groups, stations=stations[:1], minutes=20),
        Carousel(title="C", groups=groups, stations=stations, minutes=2000),
    ):
        with pytest.raises(InvalidValue):
            carousels.make_carousel(library, day, plan)
    assert library.of_day(Block, day) == []


def test_an_option_runs_once_more_in_a_later_round(library: Library, day: int, add: Add) -> None:
    one, two = add("Exitkaart", 45), add("Rubric", 45)
    first, second, third = (rounds.make_round(library, ids) for ids in ([one], [two], [add("Quiz")]))
    again = rounds.repeat_option(library, one, second)
    more = rounds.repeat_option(library, again, third)
    assert (library.get(Block, again).repeats, library.get(Block, more).repeats) == (one, one)
    assert library.get(Block, again).minutes == 45
    assert {each.id for each in repeats_of(whole(library, day), more)} == {one, again, more}
    with pytest.raises(InvalidValue):
        rounds.repeat_option(library, one, second)
    with pytest.raises(InvalidValue):
        rounds.repeat_option(library, first, second)
    with pytest.raises(InvalidValue):
        rounds.repeat_option(library, one, two)


def test_an_option_and_its_repeat_change_together(library: Library, add: Add) -> None:
    one, two = add("Exitkaart"), add("Rubric")
    rounds.make_round(library, [one])
    again = rounds.repeat_option(library, one, rounds.make_round(library, [two]))
    noor, sam = editing.create_all(library, [Person(name="Noor"), Person(name="Sam")])
    add_lead(library, one, noor)
    rounds.change_options(library, [one, again], title="Exitkaarten", product="Drie kaarten")
    rounds.set_leads(library, [one, again], [sam, noor])
    for option in (one, again):
        block = library.get(Block, option)
        assert (block.title, block.product) == ("Exitkaarten", "Drie kaarten")
        assert [lead.person for lead in block.leads] == [sam, noor]
    with pytest.raises(InvalidValue):
        rounds.set_leads(library, [one], [999])


def test_a_group_gets_one_option_of_a_round(library: Library, groups: tuple[int, ...], add: Add) -> None:
    one, two, other = add("Exitkaart"), add("Rubric"), add("Quiz")
    round_id = rounds.make_round(library, [one, two])
    rounds.make_round(library, [other])
    rounds.send_group(library, round_id, groups[0], one)
    rounds.send_group(library, round_id, groups[1], one)
    rounds.send_group(library, round_id, groups[0], two)
    assert (library.get(Block, one).audience, library.get(Block, two).audience) == ((groups[1],), (groups[0],))
    rounds.send_group(library, round_id, groups[1], None)
    assert library.get(Block, one).audience == ()
    with pytest.raises(InvalidValue):
        rounds.send_group(library, round_id, groups[0], other)
    with pytest.raises(NotFound):
        rounds.send_group(library, round_id, 999, one)
