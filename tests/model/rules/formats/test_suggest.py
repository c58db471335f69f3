"""Which working formats fit a block, and which fit what somebody looks for."""

from studydag.model.rules.formats.suggest import (
    Frame,
    Misfit,
    Reason,
    Wanted,
    frame_of,
    meets,
    misfits,
    reasons_for,
    suggest,
)
from studydag.model.rules.time.schedule import Schedule, schedule
from studydag.model.values.formats import FormatUse, Phase, SetUp, WorkingFormat
from studydag.model.values.programme import Block, Interaction
from tests.building import a_block, a_break, a_day, a_format


def cafe(number: int = 1, **fields: object) -> WorkingFormat:
    plain: dict[str, object] = {
        "phases": (Phase.APPLICATION,),
        "minutes_min": 30,
        "minutes_max": 60,
        "group_min": 12,
        "group_max": 80,
        "room_setup": SetUp.CAFE,
        "activity_level": 4,
    }
    return a_format(number, "World cafe", **{**plain, **fields})


def test_a_format_fits_in_its_ranges_and_misses_outside_them() -> None:
    fitting = Frame(phase=Phase.APPLICATION, minutes=45, people=64, set_up=SetUp.CAFE)
    assert misfits(cafe(), fitting) == ()
    assert misfits(cafe(), Frame(phase=Phase.REFLECTION, minutes=65, people=81, set_up=SetUp.CIRCLE)) == tuple(Misfit)
    assert misfits(cafe(), Frame(minutes=30, people=12)) == ()
    assert misfits(cafe(), Frame(minutes=29)) == (Misfit.MINUTES,)


def test_what_is_not_known_fits() -> None:
    assert misfits(cafe(), Frame()) == ()
    assert misfits(cafe(phases=()), Frame(phase=Phase.REFLECTION)) == ()
    assert misfits(cafe(room_setup=SetUp.ANY), Frame(set_up=SetUp.CIRCLE)) == ()


def test_r076_application_in_at_most_45_minutes_for_60_people() -> None:
    wanted = Wanted(phase=Phase.APPLICATION, minutes=45, people=60)
    assert meets(cafe(), wanted)
    assert not meets(cafe(phases=(Phase.REFLECTION,)), wanted)
    assert not meets(cafe(minutes_min=50), wanted)
    assert not meets(cafe(group_max=50), wanted)
    assert not meets(cafe(group_min=61), wanted)


def test_activity_set_up_online_and_words_narrow_further() -> None:
    assert meets(cafe(), Wanted(activity=4))
    assert not meets(cafe(), Wanted(activity=5))
    assert meets(cafe(), Wanted(set_up=SetUp.CAFE))
    assert not meets(cafe(), Wanted(set_up=SetUp.CIRCLE))
    assert not meets(cafe(), Wanted(online=True))
    assert meets(cafe(online=True), Wanted(online=True))
    assert meets(cafe(materials_en=("big paper",)), Wanted(words="PAPER cafe"))
    assert not meets(cafe(), Wanted(words="paper"))


def test_hidden_formats_are_offered_only_when_asked_for() -> None:
    assert not meets(cafe(hidden=True), Wanted())
    assert meets(cafe(hidden=True), Wanted(hidden=True))


def test_what_fits_comes_first_and_another_phase_weighs_most() -> None:
    formats = (
        cafe(1, phases=(Phase.REFLECTION,)),
        cafe(2, minutes_min=50),
        cafe(3),
        cafe(4, minutes_min=50, group_max=20),
        cafe(5),
    )
    frame = Frame(phase=Phase.APPLICATION, minutes=45, people=60)
    found = suggest(formats, Wanted(), frame)
    assert [each.working_format.id for each in found] == [3, 5, 2, 1, 4]
    assert [each.fits for each in found] == [True, True, False, False, False]
    assert [each.working_format.id for each in suggest(formats, Wanted(), None)] == [1, 2, 3, 4, 5]


def planned(*blocks: Block) -> Schedule:
    return schedule(a_day(*blocks))


def test_the_frame_of_a_block_knows_what_stands_around_it() -> None:
    talk = a_block(1, 40, interaction=Interaction.LISTEN)
    work = a_block(2, 60, Phase.APPLICATION, set_up=SetUp.ISLANDS)
    look = a_block(3, 20, Phase.REFLECTION, interaction=Interaction.PAIRS)
    frame = frame_of(work, planned(talk, work, look), {}, minutes=60, people=30)
    assert frame == Frame(
        phase=Phase.APPLICATION,
        minutes=60,
        people=30,
        set_up=SetUp.ISLANDS,
        before=Interaction.LISTEN,
        after=Interaction.PAIRS,
    )
    parked = a_block(9, 30, part=None)
    assert frame_of(parked, planned(talk), {}, minutes=30, people=None) == Frame(phase=Phase.KNOWLEDGE, minutes=30)


def test_after_lunch_and_after_listening_people_have_something_to_do() -> None:
    morning, lunch = a_block(1, 180, interaction=Interaction.PAIRS), a_break(2, 45)
    work = a_block(3, 60, Phase.APPLICATION)
    frame = frame_of(work, planned(morning, lunch, work), {}, minutes=60, people=None)
    assert frame.after_lunch
    assert reasons_for(cafe(), frame, FormatUse()) == (Reason.AWAKE,)
    assert reasons_for(cafe(activity_level=1), frame, FormatUse()) == (Reason.VARIES,)
    listened = Frame(before=Interaction.LISTEN)
    assert reasons_for(cafe(), listened, FormatUse()) == (Reason.AWAKE,)
    assert reasons_for(cafe(activity_level=1), listened, FormatUse()) == ()


def test_what_went_well_before_comes_first_and_what_did_not_last() -> None:
    frame = Frame(phase=Phase.APPLICATION, minutes=45, people=60)
    use = {
        1: FormatUse(count=3, rated=2, mean=2.0),
        3: FormatUse(count=2, rated=1, mean=4.5),
        4: FormatUse(count=1),
    }
    found = suggest([cafe(number) for number in (1, 2, 3, 4)], Wanted(), frame, use)
    assert [each.working_format.id for each in found] == [3, 4, 2, 1]
    assert [each.reasons for each in found] == [(Reason.WELL_RATED,), (Reason.TRIED,), (), (Reason.TRIED,)]
