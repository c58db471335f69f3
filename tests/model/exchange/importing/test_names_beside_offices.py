"""An office and a name, in every notation, come in as the same person wherever the two stand."""

import pytest

from studydag.model.exchange.importing.recognising.names import name_and_organisation, without_title
from studydag.model.exchange.importing.recognising.people import listed_people
from studydag.model.exchange.importing.titles.peeling import peel
from tests.model.exchange.importing.copied_texts import blocks

_WRITTEN = [
    ("directeur Anna Bos", ("Anna Bos",)),
    ("Anna Bos, directeur van De Wilg", ("Anna Bos",)),
    ("CLB-medewerker An De Smet", ("An De Smet",)),
    ("pedagoog Fatima El Idrissi", ("Fatima El Idrissi",)),
    ("Schulpsychologin Ute Mos", ("Ute Mos",)),
    ("voorzitter van de MR Anna Bos", ("Anna Bos",)),
]


def _bare(persons: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(without_title(name_and_organisation(person)[0]) for person in persons)


@pytest.mark.parametrize(("written", "persons"), _WRITTEN)
def test_the_name_beside_an_office_is_the_person(written: str, persons: tuple[str, ...]) -> None:
    assert _bare(listed_people(written)) == persons
    for title in (
        f"Lezen met plezier door {written}",
        f"Lezen met plezier – {written}",
        f"Lezen met plezier ({written})",
    ):
        peeled = peel(title)
        assert (peeled.title, _bare(peeled.persons)) == ("Lezen met plezier", persons), title
    below = blocks(f"09:00 Start\n10:00 Lezen met plezier\n{written}\n11:00 Sluiting")
    assert _bare(below["Lezen met plezier"].persons) == persons
