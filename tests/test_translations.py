"""The Dutch catalogue says everything the source says, and nothing else. English needs none: it is the source."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "resources" / "locale" / "nl" / "LC_MESSAGES" / "studydag.po"
# As in dev.py: NN_ marks a singular and a plural that are translated later.
KEYWORDS = {**DEFAULT_KEYWORDS, "NN_": (1, 2)}
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)[sd]|%[sd]")

Key = tuple[str, str | tuple[str, ...]]


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="nl", domain="studydag", abort_invalid=True)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def test_every_text_of_the_source_is_in_the_catalogue_and_no_other(dutch: Catalog):
    source: set[Key] = {
        (context or "", message) for _, _, message, _, context in extract_from_dir(ROOT / "studydag", keywords=KEYWORDS)
    }
    translated = {(message.context or "", message.id) for message in messages(dutch)}

    assert sorted(source - translated, key=str) == [], "new: python3 dev.py translations"
    assert sorted(translated - source, key=str) == [], "gone from the source: python3 dev.py translations"
    assert list(dutch.obsolete) == []


def test_every_text_has_a_dutch_one(dutch: Catalog):
    assert [message.id for message in messages(dutch) if not all(forms(message.string))] == []


def test_no_translation_is_a_guess(dutch: Catalog):
    assert [message.id for message in messages(dutch) if message.fuzzy] == []


def test_a_translation_fills_in_the_same_places(dutch: Catalog):
    assert [message.id for message in messages(dutch) if not _same_places(message)] == []


def _same_places(message: Message) -> bool:
    # One of a plural may leave its number out ("one block"), the other may not.
    *singular, plural = [sorted(PLACEHOLDER.findall(text)) for text in forms(message.id)]
    *dutch_singular, dutch_plural = [sorted(PLACEHOLDER.findall(text)) for text in forms(message.string)]
    return dutch_plural == plural and all(places in (*singular, plural) for places in dutch_singular)


def test_the_compiled_catalogue_says_what_the_written_one_says(dutch: Catalog):
    # Read back, and not compared byte for byte: the header names the version of Babel that wrote it.
    fresh = io.BytesIO()
    write_mo(fresh, dutch)
    fresh.seek(0)
    with CATALOGUE.with_suffix(".mo").open("rb") as compiled:
        assert _texts(read_mo(compiled)) == _texts(read_mo(fresh))


def _texts(catalogue: Catalog) -> list[tuple[object, ...]]:
    return [(message.context, message.id, message.string) for message in messages(catalogue)]
