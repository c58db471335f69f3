import pytest

from studydag.model.rules.written.verbs import has_verb


@pytest.mark.parametrize(
    "sentence",
    [
        "Aan het eind kan iedereen een exit-ticket maken",
        "Na deze dag weten we wat leerlingen al begrijpen",
        "Leraren gebruiken elke week een wisbordje",
        "Differentiëren in elke les",
        "After this day teachers check what pupils know",
        "Everyone can write a rubric",
        "Each pair visits each other once before the May holiday",
        "Elke sectie bezoekt een andere sectie",
        "Elke leraar checkt begrip",
        "Elk team plant een lesbezoek",
    ],
)
def test_a_sentence_with_a_verb(sentence: str):
    assert has_verb(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Iets met differentiatie", "Iets met toetsen", "Something with differentiation", "Feedback", "", "Meer 21e-eeuws"],
)
def test_a_sentence_without_one(sentence: str):
    assert not has_verb(sentence)
