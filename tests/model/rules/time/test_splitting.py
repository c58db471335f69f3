"""One block made two, and two made one."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.splitting import halfway, merge, split
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, LeadStatus, Material, Resource
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_lead, a_round


def of(day: StudyDay, number: int) -> Block:
    return next(block for block in day.blocks if block.id == number)


def test_both_pieces_keep_what_the_block_is_and_materials_count_once():
    block = a_block(
        1,
        60,
        Phase.APPLICATION,
        goals=(3,),
        leads=(a_lead(2),),
        materials=(Material(item="stiften"),),
        resources=(Resource(title="boek"),),
        pinned_start=dt.time(9),
        open_end=True,
        preparation_minutes=20,
        preparation_text="Lees hoofdstuk 2",
        insights="Korter",
    )
    pieces = split(block, 20)

    assert pieces is not None
    first, rest = pieces
    assert (first.minutes, rest.minutes) == (20, 40)
    assert (first.open_end, rest.open_end) == (False, True)
    assert (first.pinned_start, rest.pinned_start) == (dt.time(9), None)
    assert rest.goals == (3,)
    assert rest.leads == block.leads
    assert (first.materials, rest.materials) == (block.materials, ())
    assert (first.resources, rest.resources) == (block.resources, ())
    assert (first.preparation_minutes, rest.preparation_minutes) == (20, 0)
    assert (rest.preparation_text, rest.insights) == ("", "")


def test_the_rest_of_an_option_begins_later_in_its_round():
    pieces = split(a_block(2, 60, round=1, offset_minutes=10), 25)

    assert pieces is not None
    assert pieces[1].offset_minutes == 35


def test_a_round_and_a_moment_outside_the_block_cannot_be_cut():
    assert split(a_block(1, 60, kind=BlockKind.ROUND), 30) is None
    assert split(a_block(1, 60), 0) is None
    assert split(a_block(1, 60), 60) is None


@given(minutes=st.integers(0, 1440), after=st.integers(-5, 1500))
def test_the_pieces_last_as_long_as_the_whole(minutes: int, after: int):
    pieces = split(a_block(1, minutes), after)

    if pieces is None:
        assert not 0 < after < minutes
    else:
        assert pieces[0].minutes + pieces[1].minutes == minutes
        assert min(pieces[0].minutes, pieces[1].minutes) > 0


@given(minutes=st.integers(2, 1440))
def test_halfway_leaves_both_something(minutes: int):
    assert 0 < halfway(minutes) < minutes
    assert halfway(60) == 30
    assert halfway(45) == 20


@given(
    lengths=st.lists(st.integers(2, 200), min_size=2, max_size=6), place=st.integers(0, 4), after=st.integers(1, 199)
)
def test_splitting_and_merging_again_moves_nothing(lengths: list[int], place: int, after: int):
    day = a_day(*(a_block(number, each) for number, each in enumerate(lengths, start=1)))
    block = day.blocks[place % len(lengths)]
    pieces = split(block, after)
    if pieces is None:
        return
    first, rest = pieces
    others = [each for each in day.blocks if each.id != block.id]
    cut = a_day(*others, first, a_block(99, rest.minutes, position=block.position))
    slots = schedule(cut).index
    whole = merge(first, rest, (slots[block.id], slots[99]))

    assert whole is not None
    assert whole == block


def test_two_become_one_that_says_all():
    first = a_block(1, 30, title="Uitleg", description="Eerst", goals=(1,), leads=(a_lead(1),), minutes_locked=True)
    last = a_block(
        2,
        20,
        Phase.APPLICATION,
        title="Oefening",
        description="Dan",
        goals=(1, 2),
        leads=(a_lead(1), a_lead(2)),
        room=4,
    )
    whole = merge(first, last, None)

    assert whole is not None
    assert whole.title == "Uitleg + Oefening"
    assert (whole.minutes, whole.minutes_locked, whole.room) == (50, True, 4)
    assert whole.description == "Eerst\n\nDan"
    assert whole.goals == (1, 2)
    assert [lead.person for lead in whole.leads] == [1, 2]
    assert whole.phase is first.phase


def test_preparation_adds_up_and_two_links_are_both_kept_and_for_all_stays_for_all():
    """R066, R098: what people prepare for both, where both are to be found, and for whom."""
    first = a_block(1, preparation_minutes=20, link="https://a.nl", description="Eerst", audience=(5,))
    last = a_block(2, preparation_minutes=15, link="https://b.nl")
    whole = merge(first, last, None)

    assert whole is not None
    assert (whole.preparation_minutes, whole.audience) == (35, ())
    assert (whole.link, whole.description) == ("https://a.nl", "Eerst\n\nhttps://b.nl")
    both = merge(first, a_block(2, audience=(6, 5), link="https://a.nl"), None)
    assert both is not None
    assert (both.audience, both.description) == ((5, 6), "Eerst")


def test_a_buffer_between_them_is_taken_along():
    day = a_day(a_block(1, 30), a_block(2, 30, pinned_start=dt.time(9, 45)), a_block(3))
    slots = schedule(day).index
    whole = merge(of(day, 1), of(day, 2), (slots[1], slots[2]))

    assert whole is not None
    assert whole.minutes == 75


def test_rounds_options_and_more_than_a_day_stay_apart():
    made = a_round(1, a_block(2), a_block(3))

    assert merge(made[0], a_block(4), None) is None
    assert merge(made[1], made[2], None) is None
    assert merge(a_block(1, 1000), a_block(2, 1000), None) is None


def test_the_rest_of_a_block_of_the_programme_has_no_offset():
    pieces = split(a_block(1, 60), 25)

    assert pieces is not None
    assert pieces[1].offset_minutes == 0


def test_a_block_that_lies_within_the_one_before_it_makes_it_no_shorter():
    day = a_day(a_block(1, 60), a_block(2, 20, pinned_start=dt.time(9, 10)))
    first, last = schedule(day)
    merged = merge(of(day, 1), of(day, 2), (first, last))

    assert merged is not None
    assert merged.minutes == 60


def test_two_blocks_make_one_of_a_day_at_most():
    assert merge(a_block(1, 720), a_block(2, 720), None) is not None
    assert merge(a_block(1, 720), a_block(2, 721), None) is None


def test_what_is_for_everybody_in_part_is_for_everybody_and_a_lead_leads_once():
    confirmed, asked = a_lead(2), a_lead(2, LeadStatus.ASKED)
    merged = merge(a_block(1, internal=True, leads=(confirmed,)), a_block(2, leads=(asked, a_lead(3))), None)

    assert merged is not None
    assert not merged.internal
    assert merged.leads == (confirmed, a_lead(3))
