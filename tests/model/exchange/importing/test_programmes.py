"""More than a hundred programmes in Dutch, Flemish, English and German, as they are mailed, pasted and printed."""

import re

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file
from studydag.model.values.imported import LineKind
from studydag.model.values.phases import Phase
from tests.model.exchange.importing.truths import TODAY, Score, Truth, compare, read, truths

FILES = ("learned", "later", "latest", "sixth", "seventh", "eighth", "ninth", "tenth")
ALL = [truth for name in FILES for truth in truths(name)]


@pytest.mark.parametrize("truth", ALL, ids=[truth.name for truth in ALL])
def test_items_come_in_with_start_title_persons_and_room(truth: Truth) -> None:
    score = Score()
    compare(truth, read(truth), score)
    assert score.items[0] == score.items[1], score.wrong
    assert score.persons[0] == score.persons[1], score.wrong
    assert score.rooms[0] >= 0.9 * score.rooms[1], score.wrong


@pytest.mark.parametrize("truth", ALL, ids=[truth.name for truth in ALL])
def test_every_line_is_somewhere(truth: Truth) -> None:
    lines = read_file(truth.text.encode(), f"{truth.name}.txt", today=TODAY)
    said = "".join(_letters(line.text) for line in lines)
    for line in truth.text.splitlines():
        assert _letters(line) in said


def test_what_is_no_part_of_a_programme_is_listed() -> None:
    (truth,) = [truth for truth in ALL if truth.name == "01-nl-mail"]
    assert [line.line for line in read(truth).not_understood] == [1, 18, 19]


def test_where_the_day_is_held_may_stand_below_the_programme() -> None:
    text = "13:30 Inloop\n14:00 Opening\n15:00 Einde\n\nPraktische informatie\n\nLocatie: De Verfabriek, Den Berg\n"
    programme = arranged(read_file(text.encode(), "x.txt", today=TODAY))
    assert programme.venue == "De Verfabriek, Den Berg"
    assert programme.parts[0].blocks[-1].room == ""


def test_a_section_heading_is_no_block() -> None:
    (truth,) = [truth for truth in ALL if truth.name == "74-nl-dagdelen"]
    kinds = {line.text: line.kind for line in read(truth).lines}
    assert kinds["OCHTEND"] is LineKind.HEADING
    assert kinds["MIDDAG"] is LineKind.HEADING


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def test_an_option_whose_title_tells_no_phase_has_that_of_its_round() -> None:
    text = "9.00-10.00 Workshops\n- Gemengde groepen (Anna Bos)\n- Terugblik\n10.00-11.00 Werken aan je les"
    phases = [line.phase for line in read_file(text.encode(), "dag.txt", today=TODAY) if line.kind.is_block]
    assert phases == [Phase.APPLICATION, Phase.APPLICATION, Phase.REFLECTION, Phase.APPLICATION]
