"""The sign-up form: options with what they are about, and boxes that say what is ticked."""

from io import BytesIO

from pypdf import PdfReader

from studydag.language import Language
from studydag.model.values.programme import Block, Mode
from tests.building import a_block, a_day, a_group, a_round, a_setting
from tests.export.printing_days import DUTCH, example, in_order, printed, text, tree

GROUP = a_group(5, "Onderbouw")


def a_form(*options: Block) -> object:
    return a_day(*a_round(1, *options, title="Choose"))


def test_r021_an_option_says_for_whom_it_is_and_what_you_get_from_it():
    option = a_block(2, title="Rubrics", audience=(5,), product="A rubric for next week", description="We write one.")
    shown = text("sign-up", a_form(option, a_block(3, title="Quiz")), a_setting(GROUP))

    for said in ("Rubrics", "We write one.", "For whom: Onderbouw", "What you get from it: A rubric for next week"):
        assert said in shown
    assert "We write one." not in text(
        "sign-up", a_form(option, a_block(3)), a_setting(GROUP), chosen={"descriptions": "no"}
    )


def test_every_option_has_a_box_for_each_choice():
    titles = [a_block(number, title=f"Option {number}") for number in (2, 3, 4, 5)]
    forms = tree("sign-up", a_form(*titles), a_setting()).every("Form")
    assert len(forms) == 4 * 3


def test_the_name_and_time_of_a_round_stay_with_its_options():
    def rows(first: int) -> list[Block]:
        return [a_block(first + n, title=f"Option {first + n}", description="We write one.") for n in range(12)]

    data = printed(
        "sign-up", a_day(*a_round(1, *rows(10), title="Early"), *a_round(2, *rows(40), title="Late")), a_setting()
    )
    shown = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    assert len(shown) == 2
    assert [("Round 2: Late" in page, "Option 40" in page) for page in shown] == [(False, False), (True, True)]


def test_a_day_without_rounds_says_so_and_the_example_is_in_dutch():
    assert "no rounds to choose in" in text("sign-up", a_day(a_block(1)), a_setting())
    assert "1e, 2e en 3e keus" in text("sign-up", *example(), DUTCH)
    assert isinstance(DUTCH, Language)


def test_an_option_elsewhere_says_so():
    shown = text("sign-up", a_form(a_block(2, title="There", mode=Mode.ONLINE), a_block(3)), a_setting())
    assert shown.count("How: online") == 1


def test_the_number_of_a_round_is_said_once():
    rounds = [a_round(n, a_block(n + 10), title=title) for n, title in ((1, "Keuzeronde 1: kies"), (2, "Later"))]
    shown = text("sign-up", a_day(*rounds[0], *rounds[1]), a_setting(), DUTCH)
    assert "Ronde 1: Keuzeronde" not in shown
    assert "Ronde 2: Later" in shown


def test_an_option_at_another_time_than_its_round_says_when():
    later = a_block(7, 20, title="Rubrics", offset_minutes=10)
    assert in_order(
        text("sign-up", a_day(*a_round(5, a_block(6, title="Cards"), later))), "Rubrics", "When: 09:10–09:30"
    )
