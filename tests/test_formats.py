"""The starter library: working formats, learning forms and question sets that ship with the program."""

import dataclasses
import json

import msgspec
import pytest

from studydag.model.values.description import described
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.questions import QuestionKind, QuestionPurpose, QuestionSet
from studydag.model.values.school import EffectLevel
from studydag.model.values.validation import problems_of
from studydag.resources import resource

FILES = {"working_formats": WorkingFormat, "learning_forms": LearningForm, "question_sets": QuestionSet}
# What a library adds itself.
OWN = {"id", "uid", "position", "hidden", "copied_from"}


def rows(name: str) -> list[dict[str, object]]:
    return json.loads(resource("formats", f"{name}.json").read_text(encoding="utf-8"))


def things(name: str) -> list:
    return msgspec.convert(rows(name), list[FILES[name]], strict=True)


def one(name: str, key: str):
    return next(thing for thing in things(name) if thing.key == key)


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_exactly_the_fields_of_its_value(name: str):
    wanted = {field.name for field in described(FILES[name])} - OWN
    assert {frozenset(row) for row in rows(name)} == {frozenset(wanted)}


def test_every_question_has_only_fields_of_a_question():
    known = {field.name for field in described(QuestionSet) if field.name == "questions"}
    assert known
    question = next(field.holds for field in described(QuestionSet) if field.name == "questions")
    fields = {field.name for field in described(question)} - OWN
    assert {name for row in rows("question_sets") for each in row["questions"] for name in each} <= fields


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_wrong_with_any_value(name: str):
    assert [(thing.key, problem) for thing in things(name) for problem in problems_of(thing)] == []


@pytest.mark.parametrize("name", FILES)
def test_keys_are_unique(name: str):
    keys = [thing.key for thing in things(name)]
    assert len(set(keys)) == len(keys)
    assert all(keys)


@pytest.mark.parametrize("name", FILES)
def test_both_languages_say_as_much(name: str):
    for thing in things(name):
        for each in [thing, *getattr(thing, "questions", ())]:
            for field in dataclasses.fields(each):
                if not field.name.endswith("_nl"):
                    continue
                dutch, english = getattr(each, field.name), getattr(each, f"{field.name[:-3]}_en")
                assert bool(dutch) == bool(english)
                assert isinstance(dutch, str) or len(dutch) == len(english)


def test_there_are_93_working_formats():
    formats = things("working_formats")
    assert len(formats) == 93
    for each in formats:
        assert each.minutes_min <= each.minutes_max
        assert each.group_min <= each.group_max
        assert (each.subgroup_min is None) == (each.subgroup_max is None)
        assert all(phase.is_learning for phase in each.phases)
        assert each.steps_nl


def test_the_learning_forms_are_the_eight_of_the_source():
    forms = things("learning_forms")
    assert [form.key for form in forms] == [
        "study_day",
        "lesson_study",
        "plc",
        "coaching",
        "action_research",
        "training",
        "study_trip",
        "online",
    ]
    assert [form.key for form in forms if form.workplace] == ["lesson_study", "plc", "coaching", "action_research"]


@pytest.mark.parametrize(
    ("key", "advantages", "best_for"),
    [
        (
            "study_day",
            "Collectief leren, teambuilding, gezamenlijke visievorming",
            "Schoolbrede thema’s, cultuurverandering",
        ),
        ("training", "Diepgaande kennis, externe expertise, certificering", "Specialisatie, nieuwe vaardigheden"),
        (
            "study_trip",
            "Inspiratie, andere perspectieven, teambuilding",
            "Innovatie, visievorming, teamontwikkeling",
        ),
        (
            "online",
            "Flexibiliteit, eigen tempo, brede toegankelijkheid",
            "Kennisverwerving, individuele leervragen",
        ),
    ],
)
def test_the_cards_of_the_source_say_what_it_says(key: str, advantages: str, best_for: str):
    form = one("learning_forms", key)
    assert ", ".join(form.advantages_nl) == advantages
    assert ", ".join(form.best_for_nl) == best_for
    assert (len(form.advantages_en), len(form.best_for_en)) == (len(form.advantages_nl), len(form.best_for_nl))


def test_every_level_up_to_behaviour_pupils_and_climate_has_a_question_set():
    assert {each.level for each in things("question_sets")} == set(EffectLevel) - {EffectLevel.ORGANISATION}
    assert {each.purpose for each in things("question_sets")} == set(QuestionPurpose)


@pytest.mark.parametrize(
    ("key", "level", "kind", "count"),
    [
        ("observation_guide", EffectLevel.BEHAVIOUR, QuestionKind.SCALE, 5),
        ("focus_group", EffectLevel.BEHAVIOUR, QuestionKind.OPEN, 5),
        ("safety_pulse", EffectLevel.CLIMATE, QuestionKind.SCALE, 6),
        ("log_prompts", EffectLevel.BEHAVIOUR, QuestionKind.OPEN, 4),
    ],
)
def test_a_question_set_asks_what_its_form_needs(key: str, level: EffectLevel, kind: QuestionKind, count: int):
    found = one("question_sets", key)
    assert found.level is level
    assert [question.kind for question in found.questions] == [kind] * count


def test_pupils_get_three_questions_and_the_day_scores_apart_from_words():
    assert len(one("question_sets", "pupil_feedback").questions) == 3
    kinds = [question.kind for question in one("question_sets", "reaction").questions]
    assert kinds == sorted(kinds, key=[QuestionKind.SCALE, QuestionKind.OPEN].index)


def test_scales_have_two_named_ends_and_choices_have_several():
    for each in things("question_sets"):
        for question in each.questions:
            named = bool(question.low_label_nl) and bool(question.high_label_nl)
            assert named == (question.kind is QuestionKind.SCALE)
            assert question.scale_low < question.scale_high
            assert (len(question.choices_nl) > 1) == (question.kind is QuestionKind.CHOICE)
