"""The catalogue says what Python's own gettext reads from the same file."""

import gettext
import io

import pytest

from studydag.catalogue import Catalogue
from studydag.resources import resource

DATA = resource("locale", "nl", "LC_MESSAGES", "studydag.mo").read_bytes()
CATALOGUE = Catalogue(DATA)
GNU = gettext.GNUTranslations(io.BytesIO(DATA))


def test_every_text_is_what_gettext_reads() -> None:
    texts = vars(GNU)["_catalog"]
    single = [text for text in texts if isinstance(text, str) and text]
    counted = [text[0] for text in texts if isinstance(text, tuple)]
    assert len(single) > 1000
    assert len(counted) > 50
    assert [CATALOGUE.gettext(text) for text in single] == [GNU.gettext(text) for text in single]
    for n in (0, 1, 2, 21):
        assert [CATALOGUE.ngettext(one, "many", n) for one in counted] == [GNU.ngettext(one, "", n) for one in counted]


def test_numbers_are_counted_as_the_catalogue_says() -> None:
    assert GNU.info()["plural-forms"] == "nplurals=2; plural=(n != 1);"


def test_context_parts_texts_that_are_spelt_alike() -> None:
    texts = [text.split("\x04") for text in vars(GNU)["_catalog"] if isinstance(text, str) and "\x04" in text]
    assert texts
    for context, text in texts:
        assert CATALOGUE.pgettext(context, text) == GNU.pgettext(context, text)


@pytest.mark.parametrize("catalogue", [Catalogue(), CATALOGUE])
def test_what_it_lacks_stays_as_it_is(catalogue: Catalogue) -> None:
    assert catalogue.gettext("no such text") == "no such text"
    assert catalogue.pgettext("nowhere", "no such text") == "no such text"
    assert [catalogue.ngettext("{n} such", "{n} suches", n) for n in (0, 1, 2)] == [
        "{n} suches",
        "{n} such",
        "{n} suches",
    ]


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no catalogue"):
        Catalogue(b"PK\x03\x04" + b"\x00" * 40)
