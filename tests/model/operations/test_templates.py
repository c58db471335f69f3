"""Blocks kept as building blocks of one's own, and put into any day again."""

from collections.abc import Callable

import pytest

from studydag.model.operations import editing, programme, rounds, school, study_days, templates
from studydag.model.operations.spots import Spot
from studydag.model.rules.consistency import problems_of_day
from studydag.model.store.library import Library
from studydag.model.values.errors import InvalidValue
from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, BlockKind, Material, Part
from studydag.model.values.school import Group, Person, Room, Template
from studydag.model.values.study_day import StudyDay
from tests.model.operations.leads import add_lead

Add = Callable[..., int]
Titles = Callable[..., list[str]]


def test_a_block_is_kept_without_its_day_and_put_into_another(
    library: Library, day: int, add: Add, titles: Titles
) -> None:
    person = editing.create(library, Person(name="Noor"))
    room, group = editing.create(library, Room(name="Aula")), editing.create(library, Group(name="Talen"))
    goal = editing.create(library, Goal(sentence="Na deze dag"), ("study_day", day))
    own = school.copy_format(library, library.every(WorkingFormat)[0].id, name_nl="Onze ronde")
    block = add(
        "Ontwerpen",
        50,
        phase=Phase.APPLICATION,
        working_format=own,
        goals=(goal,),
        room=room,
        audience=(group,),
        materials=(Material(item="stiften", quantity=4),),
        practice_link="Welke les?",
    )
    add_lead(library, block, person)
    programme.pin(library, block)
    kept = templates.keep_block(library, block)
    assert [each.title for each in templates.own_blocks(library)] == ["Ontwerpen"]
    assert templates.own_templates(library) == ()
    programme.delete_blocks(library, block)
    other = study_days.create(library, "Andere dag")
    part = library.of_day(Part, other)[0].id
    programme.add_block(library, other, Block(title="Afsluiting"), Spot(part=part))
    closing = library.of_day(Block, other)[0].id
    made = library.get(Block, templates.insert_block(library, other, kept, Spot(part=part, before=closing)))
    assert [each.title for each in library.of_day(Block, other)] == ["Ontwerpen", "Afsluiting"]
    assert (made.minutes, made.phase, made.working_format) == (50, Phase.APPLICATION, own)
    assert (made.practice_link, made.materials[0].item, made.materials[0].quantity) == ("Welke les?", "stiften", 4)
    assert (made.leads, made.goals, made.room, made.audience, made.pinned_start) == ((), (), None, (), None)
    assert len(library.every(WorkingFormat)) == len({each.uid for each in library.every(WorkingFormat)})


def test_a_round_is_kept_with_its_options(library: Library, day: int, part: int, add: Add, titles: Titles) -> None:
    options = [add(title, 45) for title in ("Rubrics", "Quiz")]
    round_id = rounds.make_round(library, options, "Workshops")
    kept = templates.keep_block(library, round_id, title="Onze workshops")
    made = templates.insert_block(library, day, kept, Spot(part=part))
    assert titles(part=part) == ["Workshops", "Workshops"]
    assert titles(round=made) == ["Rubrics", "Quiz"]
    assert library.get(Block, made).kind is BlockKind.ROUND
    assert problems_of_day(library.get(StudyDay, day)) == ()
    with pytest.raises(InvalidValue):
        templates.insert_block(library, day, kept, Spot(round=round_id))
    alone = templates.keep_block(library, options[0])
    again = templates.insert_block(library, day, alone, Spot(round=round_id))
    assert titles(round=round_id) == ["Rubrics", "Quiz", "Rubrics"]
    assert library.get(Block, again).round == round_id
    assert titles() == []


def test_a_block_without_a_title_gets_one_first(library: Library, add: Add) -> None:
    block = add("")
    with pytest.raises(InvalidValue):
        templates.keep_block(library, block)
    named = templates.keep_block(library, block, title="Naamloos")
    editing.change(library, Template, named, title="Toch een naam")
    assert templates.own_blocks(library)[0].title == "Toch een naam"
    school.hide(library, Template, [named])
    assert templates.own_blocks(library) == ()
    assert len(templates.own_blocks(library, hidden=True)) == 1
    editing.delete(library, Template, named)
    assert library.every(Template) == []


def test_a_day_is_kept_as_a_template_beside_blocks(library: Library, day: int, add: Add) -> None:
    add("Opening")
    templates.save_as_template(library, day, "Onze dag")
    templates.keep_block(library, add("Blok"))
    assert [each.title for each in templates.own_templates(library)] == ["Onze dag"]
    assert [each.title for each in templates.own_blocks(library)] == ["Blok"]
