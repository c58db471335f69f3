"""The Dutch catalogue says everything the source says, and nothing else. English needs none: it is the source."""

import ast
import io
import re
from collections.abc import Iterator
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
TEXTS = {"_": 1, "gettext": 1, "N_": 1, "ngettext": 2, "NN_": 2, "pgettext": 2}
"""How many texts each of these takes."""
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)[sd]|%[sd]")

# Words of English that no Dutch text has, unless it was forgotten.
ENGLISH = re.compile(
    r"(?i)\b(the|and|with|from|this|that|there|your|you|people|goals?|needs|must|should|which|what|when|who|their|has"
    r"|have|are|not|can['’]t|doesn['’]t|nothing|where|these|those|every|been|more|than|they|its|into)\b"
)

Key = tuple[str, str | tuple[str, ...]]


@pytest.fixture(scope="module")
def source() -> Catalog:
    """The texts of the source; one that occurs alone and as a singular is one text, as in Babel's own extraction."""
    catalogue = Catalog()
    for _, _, message, _, context in extract_from_dir(ROOT / "studydag", keywords=KEYWORDS):
        catalogue.add(message, context=context)
    return catalogue


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="nl", domain="studydag", abort_invalid=True)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def keys(catalogue: Catalog) -> set[Key]:
    return {(message.context or "", message.id) for message in messages(catalogue)}


def test_every_text_of_the_source_is_in_the_catalogue_and_no_other(source: Catalog, dutch: Catalog):
    assert sorted(keys(source) - keys(dutch), key=str) == [], "new: python3 dev.py translations"
    assert sorted(keys(dutch) - keys(source), key=str) == [], "gone from the source: python3 dev.py translations"
    assert list(dutch.obsolete) == []


def test_no_text_hides_from_extraction(dutch: Catalog):
    """In Python 3.11 a text within an f-string is not found: it would stay English without a word."""
    known = {text for message in messages(dutch) for text in (*forms(message.id), message.context)}
    found = {text for path in (ROOT / "studydag").rglob("*.py") for text in _marked(path)}
    assert sorted(found - known) == []


def _marked(path: Path) -> Iterator[str]:
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name | ast.Attribute):
            name = call.func.id if isinstance(call.func, ast.Name) else call.func.attr
            for given in call.args[: TEXTS.get(name, 0)]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value:
                    yield given.value


def test_translating_goes_by_no_name_that_extraction_does_not_read():
    """With `plural = language.ngettext` the texts of `plural(…)` would stay English without a word."""
    assert [found for path in (ROOT / "studydag").rglob("*.py") for found in _renamed(path)] == []


def _renamed(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in _pairs(target, node.value):
                    if isinstance(value, ast.Attribute) and value.attr in TEXTS and name not in TEXTS:
                        yield f"{path.relative_to(ROOT)}:{node.lineno}: {name}"


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for each, given in zip(target.elts, value.elts, strict=False):
            yield from _pairs(each, given)
    elif isinstance(target, ast.Name | ast.Attribute):
        yield (target.id if isinstance(target, ast.Name) else target.attr), value


def test_a_singular_has_one_plural():
    plurals: dict[str, set[str]] = {}
    for _, _, message, _, _ in extract_from_dir(ROOT / "studydag", keywords=KEYWORDS):
        if isinstance(message, tuple):
            plurals.setdefault(message[0], set()).add(message[1])
    assert {one: many for one, many in plurals.items() if len(many) > 1} == {}, "gettext would only find one of them"


def test_every_text_has_a_dutch_one(dutch: Catalog):
    assert [message.id for message in messages(dutch) if not all(forms(message.string))] == []


def test_no_translation_is_a_guess(dutch: Catalog):
    assert [message.id for message in messages(dutch) if message.fuzzy] == []


def test_a_translation_fills_in_the_same_places(dutch: Catalog):
    assert [message.id for message in messages(dutch) if not _same_places(message)] == []


def _same_places(message: Message) -> bool:
    # One of a plural may leave its number out ("one block"), the other may not.
    *singular, plural = map(_places, forms(message.id))
    *dutch_singular, dutch_plural = map(_places, forms(message.string))
    return dutch_plural == plural and all(places in (*singular, plural) for places in dutch_singular)


def _places(text: str) -> list[str]:
    # {n:All} begins a sentence in one language, and stands within it as {n:all} in the other.
    return sorted(place.replace(":All}", ":all}") for place in PLACEHOLDER.findall(text))


def test_no_english_is_left_in_dutch(dutch: Catalog):
    assert [
        (found[0], text)
        for message in messages(dutch)
        for text in forms(message.string)
        if (found := ENGLISH.search(PLACEHOLDER.sub("", text)))
    ] == []


def test_only_single_words_may_be_the_same_in_both_languages(dutch: Catalog):
    assert [
        message.id
        for message in messages(dutch)
        if forms(message.string) == forms(message.id) and len(_words(message.id)) > 3
    ] == []


def _words(text: str | tuple[str, ...]) -> list[str]:
    return re.findall(r"[^\W\d]+", PLACEHOLDER.sub("", " ".join(forms(text))))


def test_dutch_begins_and_ends_as_the_source_does(dutch: Catalog):
    """A label stays a label, a sentence a sentence, and spaces at the ends stay."""
    assert [
        (text, said)
        for message in messages(dutch)
        for text, said in zip(forms(message.id), forms(message.string), strict=True)
        if said and _manner(text) != _manner(said)
    ] == []


def _manner(text: str) -> tuple[bool, bool, str]:
    end = text.rstrip()[-1:]
    return text[:1].isspace(), text[-1:].isspace(), end if end in ".?!:…" else ""


def test_the_compiled_catalogue_says_what_the_written_one_says(dutch: Catalog):
    # Read back, and not compared byte for byte: the header names the version of Babel that wrote it.
    fresh = io.BytesIO()
    write_mo(fresh, dutch)
    fresh.seek(0)
    with CATALOGUE.with_suffix(".mo").open("rb") as compiled:
        assert _texts(read_mo(compiled)) == _texts(read_mo(fresh))


def _texts(catalogue: Catalog) -> list[tuple[object, ...]]:
    return [(message.context, message.id, message.string) for message in messages(catalogue)]
