"""Everything the planner knows has a name in both languages."""

import dataclasses
import importlib
import pkgutil
from enum import StrEnum

import pytest

import studydag.model.values
from studydag.labels import field_name, operation_name, problem_line
from studydag.labels.fields import FIELDS, FIELDS_OF
from studydag.labels.operations import OPERATIONS
from studydag.language import Language
from studydag.model.values.changes import Op
from studydag.model.values.description import described, is_thing, kind_of
from studydag.model.values.errors import Problem
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.formats import Phase
from studydag.model.values.goals import Level
from studydag.model.values.kinds import KINDS
from studydag.model.values.members import MEMBERS
from studydag.model.values.programme import Block
from studydag.model.values.school import EffectLevel, Person, Weekday
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay, Version
from studydag.model.values.wording import N_

DUTCH = Language.of("nl")
ENGLISH = Language.of("en")


def classes() -> list[type]:
    modules = [
        importlib.import_module(f"studydag.model.values.{module.name}")
        for module in pkgutil.iter_modules(studydag.model.values.__path__)
    ]
    return [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__ == module.__name__
    ]


def values() -> set[type]:
    """All values that people meet: whatever is within a study day, a setting or a version."""
    found: set[type] = set()
    waiting: list[type] = [StudyDay, Setting, Version, *(each for each in classes() if is_thing(each))]
    while waiting:
        value = waiting.pop()
        if value.__name__ == "About" or value in found:
            continue
        found.add(value)
        waiting += [field.holds for field in described(value) if dataclasses.is_dataclass(field.holds)]
    return found


# Operations are named as edits, below.
ENUMS = [each for each in classes() if issubclass(each, StrEnum) and each is not Op]


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_every_member_of_every_enum_has_a_name_of_its_own(enum: type[StrEnum]):
    for language in (DUTCH, ENGLISH):
        names = [language.member(member) for member in enum]
        assert all(names)
        assert len(set(names)) == len(names)


def test_no_names_are_kept_for_members_that_are_gone():
    assert set(MEMBERS) == set(ENUMS)
    assert {enum: set(names) for enum, names in MEMBERS.items()} == {enum: set(enum) for enum in ENUMS}


def test_every_field_of_every_value_has_a_name():
    unnamed = {
        (value.__name__, field.name) for value in values() for field in described(value) if field.name not in FIELDS
    }
    assert unnamed == set()


def test_no_names_are_kept_for_fields_that_are_gone():
    fields = {(kind_of(value), field.name) for value in [*values(), *classes_of_values()] for field in described(value)}
    assert set(FIELDS) - {name for _, name in fields} == set()
    assert set(FIELDS_OF) - fields == set()


def classes_of_values() -> list[type]:
    return [each for each in classes() if each.__name__ == "RelativeDate"]


def test_the_fields_of_one_value_differ_in_name():
    doubles = {
        (value.__name__, name)
        for value in values()
        for language in (DUTCH, ENGLISH)
        for names in [[field_name(field.name, language, value) for field in described(value)]]
        for name in names
        if names.count(name) > 1
    }
    assert doubles == set()


def test_every_kind_of_thing_has_a_name():
    assert {kind_of(value) for value in values() if is_thing(value)} - set(KINDS) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_another_form_for_several(kind: str):
    for language in (DUTCH, ENGLISH):
        assert language.kind(kind) != language.kind(kind, 2)


def test_the_words_are_those_of_the_design():
    assert [DUTCH.kind(kind) for kind in ("study_day", "part", "need", "goal", "block", "working_format")] == [
        "studiedag",
        "programmadeel",
        "leerbehoefte",
        "doel",
        "blok",
        "werkvorm",
    ]
    assert [DUTCH.kind(kind, 2) for kind in ("round", "option", "learning_form", "action", "moment")] == [
        "keuzerondes",
        "keuzes",
        "leervormen",
        "acties",
        "momenten",
    ]
    assert [DUTCH.kind(kind) for kind in ("measure", "result", "insight", "trajectory", "school_goal")] == [
        "meting",
        "resultaat",
        "inzicht",
        "leertraject",
        "schooldoel",
    ]
    assert [DUTCH.member(phase) for phase in Phase] == [
        "inspiratie",
        "kennis",
        "toepassing",
        "reflectie",
        "pauze",
        "organisatie",
    ]


def test_members_of_two_enums_with_one_value_keep_their_own_names():
    assert DUTCH.member(Phase.REFLECTION) == "reflectie"
    assert DUTCH.member(ActionState.BUSY) == "bezig"
    assert ENGLISH.member(Level.TEAM) == "team"
    assert DUTCH.member(EffectLevel.BEHAVIOUR) == "3 gedrag"
    assert [DUTCH.member(day) for day in Weekday][:2] == ["maandag", "dinsdag"]


def test_a_field_may_mean_something_else_in_one_class():
    assert field_name("count", DUTCH) == "hoeveel"
    assert field_name("count", DUTCH, Action) == "hoe vaak"
    assert field_name("count", DUTCH, Block) == "hoeveel"
    assert field_name("role", DUTCH, Person) == "functie"
    assert field_name("no_such_field", DUTCH) == "no_such_field"


def test_every_operation_has_a_name_of_its_own():
    assert set(OPERATIONS) == set(Op)
    for language in (DUTCH, ENGLISH):
        names = [operation_name(operation, language, "goal") for operation in Op]
        assert len(set(names)) == len(names)


def test_an_operation_says_what_it_was_done_to():
    assert operation_name(Op.DELETE, DUTCH, "school_goal") == "schooldoel verwijderen"
    assert operation_name(Op.REORDER, ENGLISH, "goal") == "put goals in another order"
    assert operation_name(Op.DELETE, DUTCH) == "iets verwijderen"
    assert operation_name(Op.MOVE_BLOCKS, ENGLISH) == "move block"


def test_an_operation_without_a_name_is_an_edit():
    assert operation_name("no_such_operation", DUTCH) == "wijziging"
    assert operation_name("no_such_operation", ENGLISH) == "edit"


def test_a_problem_names_its_field():
    text = N_("A number from {low} to {high}.")
    figures = {"low": 0, "high": 1440}
    assert problem_line(Problem("minutes", text, figures), DUTCH) == "Duur: Een getal van 0 tot en met 1440."
    assert problem_line(Problem("minutes", text, figures), ENGLISH) == "Duration: A number from 0 to 1440."
    assert problem_line(Problem("$.blocks[0].minutes", text, figures), DUTCH).startswith("$.blocks[0].minutes: Een")
    assert problem_line(Problem("checklist[0].text", text, figures), DUTCH, Action).startswith("Checklist 1, tekst: ")
