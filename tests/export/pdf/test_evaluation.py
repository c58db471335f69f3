from dataclasses import replace

from studydag.export.documents import TXT, document
from studydag.model.values.questions import Question, QuestionKind, QuestionPurpose, QuestionSet
from studydag.model.values.school import EffectLevel
from studydag.model.values.setting import Setting
from tests.building import a, a_day, a_measure
from tests.export.pdf.reading import read
from tests.export.printing_days import DUTCH, ENGLISH, STAMP, example, in_order, pages, printed, table, text, tree


def a_question(number: int, words: str = "It was useful", **fields: object) -> Question:
    return a(Question, number, text_en=words, **fields)


def a_set(number: int, *questions: Question, **fields: object) -> QuestionSet:
    return a(QuestionSet, number, title_en=f"Set {number}", questions=questions, **fields)


def asking(*sets: QuestionSet) -> Setting:
    return Setting(question_sets=sets)


REACTION = a_set(1, a_question(11, low_label_en="no", high_label_en="yes"), level=EffectLevel.REACTION)
OBSERVATION = a_set(2, *(a_question(20 + n, f"Look for {n}") for n in range(5)), purpose=QuestionPurpose.OBSERVATION)
FOCUS = a_set(
    3,
    *(a_question(30 + n, f"Ask {n}", kind=QuestionKind.OPEN) for n in range(5)),
    purpose=QuestionPurpose.FOCUS_GROUP,
)


def titles(setting: Setting, day=None, **chosen: str) -> list[str]:
    return [each.text for each in tree("evaluation", day or a_day(), setting, chosen=chosen).every("H1")]


def test_a_scale_has_a_box_for_each_step_that_can_be_ticked():
    pdf = read(printed("evaluation", a_day(), asking(REACTION))).pdf
    names = [str(field.TU) for field in pdf.Root.AcroForm.Fields]
    assert names == [f"It was useful – {step}" for step in range(1, 6)]
    assert table(tree("evaluation", a_day(), asking(REACTION))) == [
        ["", "Statement", "1", "2", "3", "4", "5"],
        ["1", "It was useful", "", "", "", "", ""],
    ]
    assert "1 = no · 5 = yes" in text("evaluation", a_day(), asking(REACTION))


def test_questions_keep_their_order_and_numbers_whatever_their_kind():
    mixed = a_set(
        1,
        a_question(11, "First"),
        a_question(12, "Second", kind=QuestionKind.OPEN),
        a_question(13, "Third", kind=QuestionKind.CHOICE, choices_en=("Often", "Never")),
        a_question(14, "Fourth", scale_low=0, scale_high=10),
        level=EffectLevel.REACTION,
    )
    shown = text("evaluation", a_day(), asking(mixed))
    assert in_order(shown, "1", "First", "2", "Second", "3", "Third", "Often", "Never", "4", "Fourth")
    assert "a number from 0 to 10" in shown


def test_each_form_is_a_choice_and_has_its_own_pages():
    setting = asking(REACTION, OBSERVATION, FOCUS)
    assert titles(setting) == ["Set 1"]
    assert titles(setting, observation="yes", focus_group="yes") == ["Set 1", "Set 2", "Set 3"]
    data = printed("evaluation", a_day(), setting, chosen={"observation": "yes", "focus_group": "yes"})
    assert pages(data) == 3


def test_a_set_that_a_measure_uses_goes_before_others_of_the_level():
    own = replace(REACTION, id=9, title_en="Our own")
    day = a_day(a_measure(4, question_set=9))
    assert titles(asking(REACTION, own)) == ["Set 1"]
    assert titles(asking(REACTION, own), day) == ["Our own"]
    assert titles(asking(replace(REACTION, hidden=True), own)) == ["Our own"]


def test_without_questions_it_says_so():
    assert "There are no questions to ask yet." in text("evaluation", a_day())


def test_the_same_questions_as_text_to_paste():
    data = document("evaluation").render(a_day(), asking(REACTION, FOCUS), ENGLISH, STAMP, ending=TXT)
    assert data.decode() == "Set 1\n\nIt was useful\nScale from 1 (no) to 5 (yes)\n\n"


def test_the_example_in_dutch():
    shown = text("evaluation", *example(), DUTCH, {"observation": "yes"})
    assert in_order(shown, "Evaluatieformulier van de dag", "Stelling", "Kijkwijzer voor lesbezoek", "Observator")
