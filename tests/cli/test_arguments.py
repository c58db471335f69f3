"""Options anywhere, values in either form, and a clear word on whatever is wrong."""

import pytest

from studydag.cli.arguments import DEBUG, JSON, LANGUAGE, LIBRARY, OUT, TODAY, Given, Option, WrongUse, read_arguments
from studydag.language import Language
from tests.cli.conftest import Run

MANY = Option(name="option", value="NAME=VALUE", many=True, help="")
OPTIONS = (LIBRARY, LANGUAGE, TODAY, DEBUG, JSON, OUT, MANY)


def read(*arguments: str) -> Given:
    return read_arguments(arguments, OPTIONS)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--library", "a b", "--json", "show", "3"),
        ("show", "3", "--json", "--library", "a b"),
        ("show", "--library=a b", "3", "--json"),
        ("--json", "--library=a b", "show", "3"),
    ],
)
def test_options_stand_anywhere(arguments: tuple[str, ...]) -> None:
    given = read(*arguments)
    assert given.words == ["show", "3"]
    assert given.text(LIBRARY) == "a b"
    assert given.has(JSON)
    assert given.problem is None


def test_the_last_of_two_values_counts() -> None:
    assert read("--library", "a", "--library", "b").text(LIBRARY) == "b"


def test_what_follows_two_dashes_is_a_word() -> None:
    assert read("search", "--", "--json", "-x").words == ["search", "--json", "-x"]


def test_a_dash_alone_is_a_word() -> None:
    assert read("load", "-").words == ["load", "-"]


def test_a_value_may_begin_with_one_dash_or_hold_an_equals_sign() -> None:
    assert read("--out", "-1").text(OUT) == "-1"
    assert read("--out=a=b").text(OUT) == "a=b"
    assert read("--out=--x").text(OUT) == "--x"


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--option", "a=1", "b=2", "plan", "3"),
        ("export", "plan", "--option", "a=1", "--option", "b=2", "3"),
        ("export", "plan", "3", "--option=a=1", "b=2"),
    ],
)
def test_an_option_that_may_come_more_often_takes_what_looks_like_one(arguments: tuple[str, ...]) -> None:
    given = read(*arguments)
    assert given.texts(MANY) == ("a=1", "b=2")
    assert given.words == ["export", "plan", "3"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--jsn",), "no option --jsn. Did you mean --json?"),
        (("--qqqqq",), "no option --qqqqq"),
        (("-x",), "no option -x"),
        (("--out",), "--out needs a value: --out FILE"),
        (("--out", "--json"), "--out needs a value"),
        (("--json=yes",), "--json takes no value"),
        (("--language", "fr"), "--language is one of nl, en, not ‘fr’"),
    ],
)
def test_what_is_wrong_is_said(arguments: tuple[str, ...], words: str) -> None:
    problem = read(*arguments).problem
    assert problem is not None
    assert words in Language.of("en").wording(problem.text, problem.figures)


def test_the_rest_is_read_also_where_something_is_wrong() -> None:
    given = read("--nonsense", "days", "--language", "en")
    assert given.problem is not None
    assert given.text(LANGUAGE) == "en"


@pytest.mark.parametrize("text", ["27-3-11", "2027-02-30", "20270311", "morgen", ""])
def test_a_date_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(WrongUse):
        read(f"--today={text}").date(TODAY)


@pytest.mark.parametrize("text", ["0", "6", "1.5", "x", "", "9" * 40, "٣"])
def test_a_number_outside_its_bounds_is_refused(text: str) -> None:
    with pytest.raises(WrongUse):
        read(f"--out={text}").number(OUT, 1, 5)


def test_a_forgotten_value_is_named_as_the_command_means_it(run: Run) -> None:
    assert "--out DIR" in run("demo", "--out").err
    assert "--out FILE" in run("export", "programme", "1", "--out").err
