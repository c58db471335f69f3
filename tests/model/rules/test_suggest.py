"""Which working formats fit a block, and which fit what somebody looks for."""

from studydag.model.rules.suggest import Frame, Misfit, Wanted, meets, misfits, suggest
from studydag.model.values.formats import Phase, SetUp, WorkingFormat
from tests.building import a_format


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
