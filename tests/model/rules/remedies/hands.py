"""What a person does where a remedy leads: fills in a field, adds a thing, chooses something else."""

import dataclasses
from collections.abc import Callable
from typing import Any

from studydag.model.operations import bringing, choices, climate, editing, follow_up, goals, programme, rounds
from studydag.model.operations.setting import read_setting
from studydag.model.rules.handing_on.used import shared_fields
from studydag.model.rules.remedies.proposal import GoTo
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.choices import Allotment, Grouping, Registration
from studydag.model.values.climate import ClimateRow
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import described, is_thing, kind_of
from studydag.model.values.effect import Measure
from studydag.model.values.expertise import (
    Candidate,
    Criterion,
    CriterionScore,
)
from studydag.model.values.follow_up import Support
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.goals import Goal, ImpactRow
from studydag.model.values.programme import Block, LeadStatus
from studydag.model.values.school import Person, Room
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity, ActivityParticipant, Trajectory

Hand = Callable[[Library, int, GoTo], object]


def put(library: Library, day: StudyDay, setting: Setting) -> int:
    """Put a day into the library, with all that lies around it and not only what it uses."""
    if setting.earlier_day is not None:
        put(library, setting.earlier_day, Setting())
    around = Setting(**{each.name: getattr(setting, each.name) for each in shared_fields()})
    with library.change(Op.LOAD_DAY) as writer:
        return bringing.bring(library, writer, bringing.Parcel(day, around))


def typed(new: Any) -> Hand:
    """Fill in the field to which the remedy leads."""

    def fill_in(library: Library, _day: int, place: GoTo) -> None:
        value = CLASSES[place.kind]
        if place.kind == "block" and place.field == "working_format":
            programme.choose_format(library, place.id, new)
        elif place.kind == "block" and place.field == "minutes":
            programme.set_minutes(library, place.id, new)
        elif place.kind == "block" and place.field == "cancelled":
            programme.cancel_blocks(library, [place.id])
        elif place.kind == "block":
            programme.change_block(library, place.id, **{place.field: new})
        else:
            editing.change(library, value, place.id, **{place.field: new})

    return fill_in


def named(kind: type[Any], name: str) -> Hand:
    """Choose something of the school by its name, in the field to which the remedy leads."""

    def choose(library: Library, _day: int, place: GoTo) -> None:
        found = next(each.id for each in library.every(kind) if name in _names(each))
        many = next(each.many for each in described(CLASSES[place.kind]) if each.name == place.field)
        typed((found,) if many else found)(library, _day, place)

    return choose


def added(thing: Any) -> Hand:
    """Add a thing to what the remedy leads to, or to the day."""

    def add(library: Library, day: int, place: GoTo) -> None:
        owner = (place.kind, place.id) if place.field and place.id else ("study_day", day)
        editing.create(library, thing, owner)

    return add


def _names(thing: Any) -> tuple[str, ...]:
    return tuple(getattr(thing, name, "") for name in ("name", "title", "name_nl"))


def _things(value: type[Any]) -> dict[str, type[Any]]:
    inner = [each.holds for each in described(value) if each.many and is_thing(each.holds)]
    found = {kind_of(each): each for each in inner}
    for each in inner:
        found |= _things(each)
    return found


CLASSES = {"study_day": StudyDay, **_things(StudyDay), **_things(Setting)}


def allot(*options: int) -> Hand:
    def allot(library: Library, day: int, _place: GoTo) -> None:
        registered = [each.id for each in library.of_day(Registration, day)]
        blocks = {each.uid: each.id for each in library.of_day(Block, day)}
        found = [
            Allotment(registration=each, round=blocks["block-1"], option=blocks[f"block-{option}"])
            for each, option in zip(registered, options, strict=True)
        ]
        choices.allot(library, day, found)

    return allot


def mixed(library: Library, day: int, _place: GoTo) -> None:
    (grouping,) = library.of_day(Grouping, day)
    one, two, three, four = (member for group in grouping.groups for member in group.members)
    members = (one, three), (two, four)
    groups = tuple(dataclasses.replace(group, members=m) for group, m in zip(grouping.groups, members, strict=True))
    editing.change(library, Grouping, grouping.id, groups=groups)


def other_leads(library: Library, _day: int, place: GoTo) -> None:
    bo = next(each.id for each in library.every(Person) if each.name == "Bo")
    rounds.set_leads(library, [place.id], [bo])


def confirmed(library: Library, _day: int, place: GoTo) -> None:
    leads = library.get(Block, place.id).leads
    confirmed = tuple(dataclasses.replace(lead, status=LeadStatus.CONFIRMED) for lead in leads)
    editing.change(library, Block, place.id, leads=confirmed)


def rooms_for_all(library: Library, day: int, _place: GoTo) -> None:
    rooms = [each.id for each in library.every(Room)]
    options = [block.id for block in library.of_day(Block, day) if block.round is not None]
    for option, room in zip(options, rooms, strict=True):
        programme.change_block(library, option, room=room)


def some_fewer(library: Library, day: int, _place: GoTo) -> None:
    editing.delete(library, Goal, library.of_day(Goal, day)[-1].id)


def goal_of_the_blocks(library: Library, day: int, _place: GoTo) -> None:
    goal = editing.create(library, Goal(sentence="Na deze dag geven leraren feedback"), ("study_day", day))
    editing.change_all(library, Block, [block.id for block in library.of_day(Block, day)], goals=(goal,))


def agreed(library: Library, day: int, _place: GoTo) -> None:
    for row in ClimateRow:
        if row is not ClimateRow.OWN:
            climate.agree(library, day, row, agreement="Wat in de zaal gezegd wordt blijft in de zaal")


def told_pupils(library: Library, day: int, _place: GoTo) -> None:
    goals.set_impact(library, day, ImpactRow.PUPILS, expected_effect="Ze weten wat hun volgende stap is")


def taken_along(library: Library, day: int, _place: GoTo) -> None:
    earlier = read_setting(library, library.get(StudyDay, day)).earlier_day
    assert earlier is not None
    follow_up.take_along(library, day, insights=[each.id for each in earlier.insights])


def weighed(library: Library, _day: int, place: GoTo) -> None:
    scores = tuple(
        CriterionScore(criterion=each, score=4, evidence="Gezien op een andere school") for each in Criterion
    )
    editing.create(library, Candidate(name="Bloom", chosen=True, scores=scores), (place.kind, place.id))


def joined(library: Library, day: int, place: GoTo) -> None:
    form = next(each for each in library.every(LearningForm) if each.workplace)
    trajectory = editing.create(library, Trajectory(title="Dit jaar"))
    editing.create(library, Activity(title="Lesson study", learning_form=form.id), ("trajectory", trajectory))
    typed(trajectory)(library, day, place)


def another_slot(library: Library, _day: int, place: GoTo) -> None:
    participant = next(each for each in library.get(Activity, place.id).participants if each.lesson_slot)
    editing.change(library, ActivityParticipant, participant.id, lesson_slot="vrijdag 3e uur")


def format(library: Library, day: int, place: GoTo) -> None:
    named(WorkingFormat, "Samen aan de slag")(library, day, place)


def at_work(library: Library) -> int:
    return next(each.id for each in library.every(LearningForm) if each.workplace)


def before(library: Library, _day: int, place: GoTo) -> None:
    post = library.get(Measure, place.id)
    assert post.baseline_measure is not None
    editing.change(library, Measure, post.baseline_measure, when=RelativeDate(-2))


def supported(library: Library, _day: int, place: GoTo) -> None:
    editing.create(library, Support(giver="De coach"), (place.kind, place.id))
