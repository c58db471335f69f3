from studydag.export.typeset.fitted import Fitted
from studydag.export.typeset.layout import Lines
from studydag.export.typeset.theme import Theme
from studydag.export.typeset.typesetting import Typesetter


def laid(text: str, width: float = 500, **fields: object) -> Lines:
    fragment = Fitted(content=text, points=80, least=20, **fields).lay_out(Typesetter(Theme.of()), width)
    assert isinstance(fragment, Lines)
    return fragment


def test_a_short_text_is_as_large_as_allowed():
    assert laid("Aula").style.size == 80


def test_a_longer_one_is_smaller_and_a_very_long_one_takes_more_lines():
    assert 20 < laid("Wat werkt: vijf strategieën in expertgroepen", lines=1).style.size < 80
    endless = laid("word " * 60, lines=2)
    assert endless.style.size == 20
    assert len(endless.lines) > 2


def test_no_word_is_broken_while_it_can_be_smaller():
    fragment = laid("Aardrijkskundelokalenverdieping", width=300, lines=3)
    assert len(fragment.lines) == 1


def test_nothing_leaves_nothing():
    assert Fitted(content="", points=80, least=20).lay_out(Typesetter(Theme.of()), 100).height == 0
