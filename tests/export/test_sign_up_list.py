"""The sign-up list: what people answer in a forms service finds the options again."""

from studydag.export.documents import TXT, document
from studydag.model.exchange.sign_ups import read_sign_ups
from studydag.model.values.programme import RoundRule
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_round
from tests.export.printing_days import ENGLISH, STAMP


def listed(day: StudyDay) -> list[str]:
    return document("sign-up").render(day, Setting(), ENGLISH, STAMP, ending=TXT).decode().splitlines()


OPTIONS = (
    a_block(2, title="Exit tickets,\nfor all"),
    a_block(3, title="Rubrics"),
    a_block(4, title="Gone", cancelled=True),
)


def test_each_round_asks_for_as_many_choices_as_make_sense():
    assert listed(a_day(*a_round(1, *OPTIONS, title="Workshops"))) == [
        *("Sign up: Formative assessment", "", "1. Name", ""),
        *("2. Workshops – first choice", "Exit tickets, for all", "Rubrics", ""),
        *("3. Workshops – second choice", "Exit tickets, for all", "Rubrics"),
    ]


def test_what_comes_back_is_read_again():
    day = a_day(*a_round(1, *OPTIONS, title="Workshops"))
    questions = [line.split(". ", 1)[1] for line in listed(day) if line[:1].isdigit()]
    answers = "\t".join(questions) + "\nNoor\tRubrics\tExit tickets, for all\n"
    found = read_sign_ups(answers.encode(), "answers.tsv", day, Setting())
    assert [(each.registration.name, each.wishes) for each in found.sign_ups] == [("Noor", {1: (3, 2)})]


def test_without_a_choice_it_says_so():
    by_group = a_round(1, a_block(2), a_block(3), round_rule=RoundRule.BY_GROUP)
    assert "There is nothing to choose: everyone takes part in the whole programme." in listed(a_day(*by_group))


def test_of_several_rounds_each_question_says_which_and_answers_find_their_round():
    again = tuple(a_block(10 + option.id, title=option.title, cancelled=option.cancelled) for option in OPTIONS)
    day = a_day(*a_round(1, *OPTIONS, title="Workshops"), *a_round(10, *again, title="Workshops"))
    questions = [line.split(". ", 1)[1] for line in listed(day) if line[:1].isdigit()]
    cells = ["Noor", "Rubrics", "Exit tickets, for all", "Exit tickets, for all", "Rubrics"]
    found = read_sign_ups("\n".join(map("\t".join, (questions, cells))).encode(), "answers.tsv", day, Setting())
    assert questions[1] == "Round 1: Workshops – first choice"
    assert dict(found.sign_ups[0].wishes) == {1: (3, 2), 10: (12, 13)}
