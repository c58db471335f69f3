"""What comes from outside may be anything: what is wrong is named with its path, all of it at once."""

import contextlib
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.exchange.study_day_json import Loaded, decode
from studydag.model.values.errors import InvalidValue, Problem
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.goals import NeedSource
from studydag.model.values.limits import Limits
from studydag.model.values.questions import Question, QuestionSet
from studydag.model.values.setting import Setting

BUILT_IN = Setting(
    formats=(WorkingFormat(uid="jigsaw", key="jigsaw", name_en="Jigsaw"),),
    question_sets=(QuestionSet(uid="reaction", key="reaction", questions=(Question(uid="reaction-1"),)),),
)


def document(**fields: Any) -> dict[str, Any]:
    return {"format": 1, "title": "Formative practice", **fields}


def load(data: object, **options: Any) -> Loaded:
    return decode(msgspec.json.encode(data), built_in=BUILT_IN, **options)


def problems(data: object, **options: Any) -> tuple[Problem, ...]:
    with pytest.raises(InvalidValue) as refusal:
        load(data, **options)
    return refusal.value.problems


def paths(data: object, **options: Any) -> list[str]:
    return [problem.where for problem in problems(data, **options)]


def block(**fields: Any) -> dict[str, Any]:
    return document(blocks=[{"uid": "b1"}, {"uid": "b2", **fields}])


BY_PATH = [
    (block(minutes=1441), "$.blocks[1].minutes"),
    (block(minutes=-1), "$.blocks[1].minutes"),
    (block(minutes="45"), "$.blocks[1].minutes"),
    (block(minutes=45.5), "$.blocks[1].minutes"),
    (block(minutes=True), "$.blocks[1].minutes"),
    (block(minutes=None), "$.blocks[1].minutes"),
    (block(minutes=10**30), "$.blocks[1].minutes"),
    (block(title=["x"]), "$.blocks[1].title"),
    (block(title="x" * 501), "$.blocks[1].title"),
    (block(description="x" * 50_001), "$.blocks[1].description"),
    (block(phase="pause"), "$.blocks[1].phase"),
    (block(phase=3), "$.blocks[1].phase"),
    (block(minutes_locked="yes"), "$.blocks[1].minutes_locked"),
    (block(pinned_start="9:30"), "$.blocks[1].pinned_start"),
    (block(pinned_start="24:00"), "$.blocks[1].pinned_start"),
    (block(pinned_start="09:30:00"), "$.blocks[1].pinned_start"),
    (block(input_deadline="2027-02-30"), "$.blocks[1].input_deadline"),
    (block(input_deadline="20270211"), "$.blocks[1].input_deadline"),
    (block(input_deadline="2027-02-11T09:00"), "$.blocks[1].input_deadline"),
    (block(input_deadline="0001-01-01"), "$.blocks[1].input_deadline"),
    (block(activity=6), "$.blocks[1].activity"),
    (block(topics="tea"), "$.blocks[1].topics"),
    (block(topics=["tea", 5]), "$.blocks[1].topics[1]"),
    (block(leads=[{"status": "asked"}]), "$.blocks[1].leads[0].person"),
    (block(leads=[{"person": "nobody"}]), "$.blocks[1].leads[0].person"),
    (block(leads=["nobody"]), "$.blocks[1].leads[0]"),
    (block(room="r9"), "$.blocks[1].room"),
    (block(room=9), "$.blocks[1].room"),
    (block(working_format="jigsow"), "$.blocks[1].working_format"),
    (block(goals=["b1"]), "$.blocks[1].goals[0]"),
    (block(goals="g1"), "$.blocks[1].goals"),
    (block(uid="b1"), "$.blocks[1].uid"),
    (block(uid="u" * 501), "$.blocks[1].uid"),
    (block(minuten=45), "$.blocks[1].minuten"),
    (block(**{"a b": 1}), '$.blocks[1]["a b"]'),
    (block(round="b1"), "$.blocks[1].round"),
    (block(round="b2"), "$.blocks[1].round"),
    (block(repeats="b2"), "$.blocks[1].repeats"),
    (document(title=" "), "$.title"),
    ({"format": 1}, "$.title"),
    (document(title=None), "$.title"),
    (document(blocks={}), "$.blocks"),
    (document(blocks=[None]), "$.blocks[0]"),
    (document(blocks="x"), "$.blocks"),
    (document(budget=10**18), "$.budget"),
    (document(setting=[]), "$.setting"),
    (document(setting={"peple": []}), "$.setting.peple"),
    (document(setting={"holidays": {}}), "$.setting.holidays"),
    (document(setting={"earlier_day": {}}), "$.setting.earlier_day"),
    (document(setting={"people": [{"name": ""}]}), "$.setting.people[0].name"),
    (document(setting={"school": {"logo": "p1"}}), "$.setting.school.logo"),
    (document(setting={"formats": [{"uid": "a", "minutes_min": 2000}]}), "$.setting.formats[0].minutes_min"),
    (document(goals=[{"sentence": "x", "target": "high"}]), "$.goals[0].target"),
    (document(goals=[{"sentence": "x", "target": 1e300}]), "$.goals[0].target"),
    (document(goals=[{"sentence": "x", "target": 10**300}]), "$.goals[0].target"),
    (document(goals=[{"uid": "g", "sentence": "x"}], measures=[{"goals": ["g", "g"]}]), "$.measures[0].goals[1]"),
    (document(actions=[{"what": "x", "due": "soon"}]), "$.actions[0].due"),
    (document(actions=[{"what": "x", "due": 6}]), "$.actions[0].due"),
    (document(actions=[{"what": "x", "due": {"n": 6, "unit": "years"}}]), "$.actions[0].due.unit"),
    (document(actions=[{"what": "x", "due": {"n": 25, "unit": "months"}}]), "$.actions[0].due.n"),
    (document(actions=[{"what": "x", "due": {"unit": "weeks"}}]), "$.actions[0].due.n"),
    (document(actions=[{"what": "x", "due": {"n": 1, "weeks": 2}}]), "$.actions[0].due.weeks"),
    (document(results=[{"measure": None}]), "$.results[0].measure"),
    (document(measures=[{"uid": "m", "baseline_measure": "m"}]), "$.measures[0].baseline_measure"),
]


@pytest.mark.parametrize(("data", "path"), BY_PATH, ids=[path for _, path in BY_PATH])
def test_each_problem_has_its_path(data: object, path: str):
    assert paths(data) == [path]


def test_all_problems_are_listed_at_once():
    data = document(
        titel="typo",
        parts=[{"uid": "p1", "start": "half nine"}],
        blocks=[{"part": "p2", "minutes": 9999, "phase": "tea"}, {"part": "p1", "leads": [{"person": "x"}]}],
        setting={"rooms": [{"nam": "Hall"}]},
    )

    assert sorted(paths(data)) == [
        "$.blocks[0].minutes",
        "$.blocks[0].part",
        "$.blocks[0].phase",
        "$.blocks[1].leads[0].person",
        "$.parts[0].start",
        "$.setting.rooms[0].nam",
        "$.setting.rooms[0].name",
        "$.titel",
    ]


def test_a_typo_is_told_what_is_meant():
    (problem,) = problems(document(learning_qeustion="How?"))

    assert problem.figures == {"suggestion": "learning_question"}


def test_a_wrong_word_is_told_the_right_ones():
    (problem,) = problems(block(interaction="shout"))

    assert problem.figures == {"choices": "listen, plenary_talk, individual, pairs, small_groups"}


ROUND = {"uid": "round", "kind": "round"}
OPTIONS = [{"uid": "o1", "round": "round"}, {"uid": "o2", "round": "round"}]
OTHER = [{"uid": "other", "kind": "round"}, {"uid": "o3", "round": "other"}]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"blocks": [ROUND, {"round": "round", "part": "p"}]}, "$.blocks[1].part"),
        ({"blocks": [ROUND, {"round": "round", "kind": "round"}]}, "$.blocks[1].kind"),
        ({"preferences": [{"registration": "r", "option": "round"}]}, "$.preferences[0].option"),
        ({"preferences": [{"registration": "r", "round": "other", "option": "o1"}]}, "$.preferences[0].option"),
        ({"preferences": [{"registration": "r", "option": "o1", "rank": 0}]}, "$.preferences[0].rank"),
        ({"allotments": [{"registration": "r", "round": "other", "option": "o1"}]}, "$.allotments[0].option"),
        ({"registrations": [{"uid": "r", "fixed_options": ["round"]}]}, "$.registrations[0].fixed_options[0]"),
        ({"registrations": [{"uid": "r", "apart": ["r"]}]}, "$.registrations[0].apart"),
        (
            {"registrations": [{"uid": "r", "attendance": [{"part": "p", "round": "round"}]}]},
            "$.registrations[0].attendance[0].round",
        ),
        (
            {"measures": [{"uid": "m1", "baseline_measure": "m2"}, {"uid": "m2"}, {"baseline_measure": "m1"}]},
            None,
        ),
        (
            {"blocks": [{"uid": "b1", "repeats": "b2"}, {"uid": "b2", "repeats": "b1"}]},
            "$.blocks[0].repeats",
        ),
    ],
)
def test_what_does_not_fit_together_is_found(fields: dict[str, Any], path: str | None):
    whole = {"parts": [{"uid": "p"}], "blocks": [ROUND, *OPTIONS, *OTHER], "registrations": [{"uid": "r"}]}

    if path is None:
        load(document(**{**whole, **fields}))
    else:
        assert path in paths(document(**{**whole, **fields}))


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (document(blocks=[{}] * 3), "$.blocks"),
        (document(blocks=[ROUND, *([{"round": "round"}] * 3)]), "$.blocks[0]"),
        (document(setting={"people": [{"name": "x"}] * 3}), "$.setting.people"),
        (document(registrations=[{"name": "x"}] * 3), "$.registrations"),
    ],
)
def test_too_many_are_refused_with_the_limit(data: object, path: str):
    (problem,) = problems(data, limits=Limits(top_level_blocks=2, round_options=2, people=2, registrations=2))

    assert problem.where == path
    assert problem.figures == {"limit": 2, "count": 3}


HOSTILE: list[tuple[str, bytes]] = [
    ("nothing", b""),
    ("blanks", b" \n "),
    ("no JSON", b"title: Formative practice"),
    ("cut off", b'{"format": 1, "title": "Form'),
    ("more after it", b'{"format": 1, "title": "x"} {}'),
    ("a list", b"[]"),
    ("a text", b'"x"'),
    ("null", b"null"),
    ("not a number", b'{"title": "x", "goals": [{"sentence": "x", "target": NaN}]}'),
    ("infinity", b'{"title": "x", "goals": [{"sentence": "x", "target": 1e999}]}'),
    ("a number of thousands of digits", b'{"title": "x", "budget": 1' + b"0" * 4299 + b"}"),
    ("a number of very many digits", b'{"title": "x", "budget": 1' + b"0" * 100_000 + b"}"),
    ("a format of very many digits", b'{"title": "x", "format": 1' + b"0" * 4200 + b"}"),
    ("deep lists", b'{"title": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    ("less deep lists", b'{"title": ' + b"[" * 900 + b"]" * 900 + b"}"),
    ("deep objects", b'{"setting":' * 50_000 + b"1" + b"}" * 50_000),
    ("Latin-1", '{"title": "Café"}'.encode("latin-1")),
    ("UTF-16", '{"title": "x"}'.encode("utf-16")),
    ("half a surrogate pair", b'{"title": "\\ud800"}'),
    ("a raw control character", b'{"title": "a\x00b"}'),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
    ("an archive", b"PK\x03\x04" + bytes(100)),
    ("text as a day", b'{"title": {"title": {"title": "x"}}}'),
    ("fields of Python", b'{"title": "x", "__class__": "os.system", "__dict__": {}}'),
]


@pytest.mark.parametrize("data", [data for _, data in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_whatever_comes_is_refused_with_a_clear_word(data: bytes):
    with pytest.raises(InvalidValue) as refusal:
        decode(data)

    for problem in refusal.value.problems:
        assert problem.where.startswith("$")
        assert str(problem.text).format(**problem.figures)


KEYS = st.sampled_from(["uid", "blocks", "title", "setting", "people", "due", "leads", "computed"]) | st.text(
    max_size=3
)
LEAVES = (
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.text(max_size=5)
)
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20
)


@given(ANYTHING)
def test_no_json_makes_it_fail_in_another_way(data: Any):
    with contextlib.suppress(InvalidValue):
        decode(json.dumps(data).encode())


def test_the_place_of_a_slip_in_the_json_is_named():
    with pytest.raises(InvalidValue) as refusal:
        decode('{\n "format": 1,\n "title": "é",,\n}'.encode())

    assert refusal.value.problems[0].figures == {"line": 3, "column": 15}


def test_a_key_that_stands_twice_is_refused_for_one_of_its_values_would_be_lost():
    twice = b"""{"title": "x", "blocks": [{"title": "a"}, {"title": "b", "minutes": 5, "title": "c"}],
    "theme": "y", "theme": "y", "computed": 9007199254740993}"""
    with pytest.raises(InvalidValue) as refusal:
        decode(twice)

    assert sorted(problem.where for problem in refusal.value.problems) == ["$.blocks[1].title", "$.theme"]


@pytest.mark.parametrize("half", [r"\ud83d", r"\ude00 and more text", r"\ude00\ud83d", r"\ud83d\ud83d\ude00"])
def test_half_of_a_character_is_called_that(half: str):
    with pytest.raises(InvalidValue) as refusal:
        decode(f'{{\n"theme": "\\ud83d\\ude00",\n"title": "{half}"}}'.encode())

    assert refusal.value.problems[0].figures == {"line": 3, "code": half[:6]}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_another_encoding_is_called_that_with_a_byte_order_mark_or_without(encoding: str):
    with pytest.raises(InvalidValue) as refusal:
        decode('{"title": "x"}'.encode(encoding))

    assert "UTF-8" in refusal.value.problems[0].text


def test_a_day_does_not_build_on_itself():
    assert paths(document(uid="me", builds_on="me")) == ["$.builds_on"]


def test_a_file_that_is_too_large_is_not_even_parsed():
    with pytest.raises(InvalidValue) as refusal:
        decode(b"[" * 2_000_001, limits=Limits(file_bytes=2_000_000))

    assert refusal.value.problems[0].figures == {"size": 2.0, "limit": 2.0}


def test_a_list_of_very_many_things_is_refused_before_they_are_read():
    (problem,) = problems(document(needs=[{}] * 1_000_001))

    assert problem.where == "$.needs"
    assert problem.figures == {"limit": 1_000_000, "count": 1_000_001}


def test_very_many_problems_are_counted_and_not_all_listed():
    found = problems(document(**{f"key_{number}": 0 for number in range(20_000)}))

    assert len(found) == 501
    assert found[-1].figures == {"count": 19_500}


def test_a_newer_format_says_so_and_nothing_else():
    (problem,) = problems({"format": 2, "things": "of the future"})

    assert problem.where == "$.format"
    assert problem.figures == {"found": "2", "known": 1}


@pytest.mark.parametrize("number", [0, -1, "1", None, 1.5, True, []])
def test_a_format_that_never_was_is_refused(number: object):
    assert paths({"format": number, "title": "x"}) == ["$.format"]


def test_the_least_that_is_a_study_day():
    loaded = load({"title": "Formative practice"})

    assert loaded.day.title == "Formative practice"
    assert loaded.setting == Setting()


def test_a_byte_order_mark_is_no_problem():
    assert decode(b'\xef\xbb\xbf{"title": "x"}').day.title == "x"


def test_control_characters_are_removed_at_entry():
    loaded = load(document(theme="a\u0000b\u001b\u009b", route="one\r\ntwo\tthree\u2028four"))

    assert loaded.day.theme == "ab"
    assert loaded.day.route == "one\ntwo\tthree\nfour"


def test_whole_numbers_may_be_written_as_spreadsheets_do():
    assert load(block(minutes=45.0)).day.blocks[1].minutes == 45


def test_ids_and_what_was_computed_are_passed_over():
    plain = block(title="x")
    noisy = document(
        id=77,
        computed={"start": 5},
        blocks=[{"uid": "b1", "id": 5, "computed": []}, {"uid": "b2", "id": 5, "title": "x", "computed": None}],
    )

    assert load(noisy) == load(plain)


def test_order_in_the_list_is_the_order():
    loaded = load(
        document(blocks=[{"title": "first", "position": 9}, {"title": "second", "position": 3}, {"title": "third"}])
    )

    assert [(each.title, each.position) for each in loaded.day.blocks] == [("first", 0), ("second", 1), ("third", 2)]


def test_positions_that_follow_the_order_stay():
    loaded = load(document(blocks=[{"position": -5}, {"position": 100}]))

    assert [each.position for each in loaded.day.blocks] == [-5, 100]


def test_what_is_built_in_needs_not_come_along():
    loaded = load(
        document(
            blocks=[{"working_format": "jigsaw"}, {"working_format": "jigsaw"}],
            measures=[{"uid": "m", "question_set": "reaction"}],
            results=[{"measure": "m", "question": "reaction-1"}],
        )
    )

    (format_,), (questions,) = loaded.setting.formats, loaded.setting.question_sets
    assert [each.working_format for each in loaded.day.blocks] == [format_.id, format_.id]
    assert format_.name_en == "Jigsaw"
    assert loaded.day.measures[0].question_set == questions.id
    assert loaded.day.results[0].question == questions.questions[0].id
    assert questions.id != questions.questions[0].id


def test_a_built_in_thing_that_comes_along_is_known_by_its_key():
    loaded = load(
        document(blocks=[{"working_format": "jigsaw"}], setting={"formats": [{"key": "jigsaw", "name_en": "Mine"}]})
    )

    assert [(each.uid, each.name_en) for each in loaded.setting.formats] == [("jigsaw", "Mine")]


def test_the_school_may_come_along():
    assert load(document(setting={"school": {"name": "De Wissel"}})).setting.school.name == "De Wissel"


def test_ids_are_consistent_within_the_document():
    loaded = load(
        document(
            needs=[{"uid": "n", "statement": "x", "source": "observation"}],
            goals=[{"uid": "g", "sentence": "x", "needs": ["n"], "school_goals": ["s"]}],
            setting={"school_goals": [{"uid": "s", "title": "x"}]},
        )
    )

    assert loaded.day.goals[0].needs == (loaded.day.needs[0].id,)
    assert loaded.day.goals[0].school_goals == (loaded.setting.school_goals[0].id,)
    assert loaded.day.needs[0].source is NeedSource.OBSERVATION
