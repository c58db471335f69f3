import datetime as dt
from dataclasses import replace

from studydag.model.values.formats import Phase
from studydag.model.values.programme import Resource, ResourceKind, ResourceWhen
from studydag.model.values.questions import Question, QuestionPurpose, QuestionSet
from studydag.model.values.setting import Setting
from tests.building import a, a_block, a_break, a_day, a_format, a_part, a_round, a_setting
from tests.export.printing_days import DUTCH, example, in_order, text, tree

FORMAT = replace(a_format(51, "Think, pair, share"), steps_en=("Think", "Talk", "Share"))


def headings(day, setting=None, **chosen):
    return [part.text for part in tree("handout", day, setting, chosen=chosen).every("H2")]


def test_each_learning_block_has_prompt_steps_and_room_to_write():
    day = a_day(
        a_block(1, title="Talk", working_format=51, uses_belief_as_prompt=True, practice_link="In your lessons"),
        a_break(2, title="Coffee"),
        belief_before="If I explain it well, they get it.",
    )
    setting = a_setting(FORMAT)
    shown = text("handout", day, setting)
    assert in_order(
        shown, "Talk", "Think, pair, share", "If I explain it well", "In your lessons", "1.", "Think", "Share"
    )
    assert "Coffee" not in shown
    plain = text("handout", day, setting, chosen={"prompts": "no", "steps": "no"})
    assert "If I explain" not in plain
    assert "1. Think" not in plain


def test_of_a_round_its_options_are_told():
    day = a_day(*a_round(5, a_block(6, title="Cards"), a_block(7, title="Rubrics"), title="Choose"))
    assert headings(day) == ["Cards", "Rubrics"]


def test_what_is_read_later_is_listed_and_what_was_read_before_is_not():
    later = a(Resource, 11, title="A book", link="https://example.org/book", when=ResourceWhen.AFTER)
    before = a(Resource, 12, title="An article", when=ResourceWhen.BEFORE)
    day = a_day(a_block(1, title="Talk", phase=Phase.REFLECTION, resources=(later, before)))
    # From paper nobody can click: the address is there to be read.
    assert in_order(text("handout", day), "A book", "https://example.org/book")
    assert "An article" not in text("handout", day)
    assert "Further reading" not in text("handout", day, chosen={"reading": "no"})


def test_the_questions_of_a_log_are_asked():
    log = a(
        QuestionSet,
        1,
        title_en="My log",
        purpose=QuestionPurpose.LOG,
        questions=(a(Question, 2, text_en="What worked?"),),
    )
    setting = Setting(question_sets=(log,))
    assert in_order(text("handout", a_day(), setting), "My log", "What worked?")
    assert "My log" not in text("handout", a_day(), setting, chosen={"log": "no"})


def test_without_blocks_there_is_room_for_notes():
    assert "Notes" in text("handout", a_day())


def test_the_example_in_dutch():
    assert in_order(text("handout", *example(), DUTCH), "Hand-out", "Keynote", "In gesprek", "vind je dat nog steeds?")


def test_times_of_several_dates_say_which():
    day = a_day(a_part(1), a_part(2, date=dt.date(2026, 11, 16)), a_block(3), a_block(4, part=2))
    shown = text("handout", day)
    assert in_order(shown, "Thu 12 Nov, 09:00–09:30", "Mon 16 Nov, 09:00–09:30")


def test_past_midnight_the_date_is_that_of_the_evening():
    evening = a_part(2, "23:00", "1:00", date=dt.date(2026, 11, 16))
    day = a_day(a_part(1), evening, a_block(3), a_block(4, 60, part=2), a_block(5, part=2))
    assert in_order(text("handout", day), "Mon 16 Nov, 23:00–00:00 (+1)", "Mon 16 Nov, 00:00 (+1)–00:30 (+1)")


def test_whom_you_can_ask_is_not_among_what_there_is_to_read():
    people = a(Resource, 11, title="Noor, of maths", kind=ResourceKind.PERSON, when=ResourceWhen.AFTER)
    book = a(Resource, 12, title="A book", when=ResourceWhen.AFTER)
    shown = text("handout", a_day(a_block(1, resources=(people, book))))
    assert in_order(shown, "Further reading", "A book", "Who you can ask", "Noor, of maths")


def test_a_block_with_nothing_to_read_or_write_is_left_out():
    day = a_day(a_block(1, title="Opening", phase=Phase.INSPIRATION), a_block(2, title="Cards"))
    shown = text("handout", day)
    assert "Opening" not in shown
    assert "Cards" in shown
