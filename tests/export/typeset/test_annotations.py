import pytest
from pikepdf import Object

from studydag.export.typeset.annotations import leads_somewhere, link


@pytest.mark.parametrize(
    "href", ["https://example.org", " http://example.org/a?b=c#d ", "mailto:a@example.org", "tel:+31201234567"]
)
def test_web_mail_and_phone_are_links(href):
    assert leads_somewhere(href)


@pytest.mark.parametrize(
    "href", ["", "https://", "javascript:alert(1)", "file:///c:/x", "data:text/html,x", "http://[x", "lokaal 12"]
)
def test_everything_else_is_text(href):
    assert not leads_somewhere(href)


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("https://example.org/a b(c)", "https://example.org/a%20b(c)"),
        ("https://example.org/%20é\ud800", "https://example.org/%20%C3%A9?"),
        ("https://example.org/) /S /Launch", "https://example.org/)%20/S%20/Launch"),
    ],
)
def test_an_address_can_not_get_out_of_its_string(href, written):
    entries = Object.parse(f"<< {link((0, 0, 1, 1), href, href)} >>".encode())
    assert str(entries.A.URI) == written
    assert str(entries.A.S) == "/URI"
