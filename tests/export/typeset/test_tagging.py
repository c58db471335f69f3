import pytest

from studydag.export.typeset.colour import BLACK
from studydag.export.typeset.flowables import Bullets, Heading, Paragraph, Steps
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tagging import Pen
from studydag.export.typeset.text import Run
from tests.export.pdf.printing import PROPERTIES, printed_and_read
from tests.export.pdf.reading import read


def test_headings_paragraphs_and_lists_are_elements_in_the_order_of_reading():
    story = [
        Heading(text="Titel", level=1),
        Paragraph(content="Tekst"),
        Heading(text="Kop"),
        Bullets(items=("een", "twee")),
        Steps(items=("eerst",)),
    ]
    root = printed_and_read(story).root
    assert [(kid.tag, kid.all_text) for kid in root.kids] == [
        ("H1", "Titel"),
        ("P", "Tekst"),
        ("H2", "Kop"),
        ("L", "•een•twee"),
        ("L", "1.eerst"),
    ]
    assert [[part.tag for part in item.kids] for item in root.kids[3].kids] == [["Lbl", "LBody"]] * 2
    assert {item.tag for item in root.kids[3].kids} == {"LI"}


def test_text_that_goes_on_over_pages_is_one_element():
    reading = printed_and_read([Paragraph(content="woord " * 9000)])
    (paragraph,) = reading.root.kids
    assert len(reading.pdf.pages) > 5
    assert paragraph.all_pages == set(range(len(reading.pdf.pages)))
    assert paragraph.text.split() == ["woord"] * 9000


def test_a_link_is_an_element_with_its_annotation_which_says_where_it_leads():
    story = [Paragraph(content=("Zie ", Run("de site", href="https://example.org/a b"), "."))]
    reading = printed_and_read(story)
    (link,) = reading.root.every("Link")
    assert (link.text, link.objects[0].A.URI) == ("de site", "https://example.org/a%20b")
    assert link.objects[0].Contents == "https://example.org/a b"
    assert [kid.tag for kid in reading.root.kids] == ["P"]
    assert reading.root.kids[0].own == ["Zie ", "."]


def test_a_link_on_two_lines_is_one_element_with_two_places_to_click():
    story = [Paragraph(content=("Zie ", Run("hier " * 40, href="https://example.org")))]
    (link,) = printed_and_read(story).root.every("Link")
    assert len(link.objects) == 2


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "notes.txt", "http://[", ""]
)
def test_a_link_that_leads_nowhere_safe_is_text(href):
    reading = printed_and_read([Paragraph(content=(Run("hier", href=href),))])
    assert reading.root.all_text == "hier"
    assert not reading.root.every("Link")


def test_nothing_on_a_page_stands_outside_of_all_marks():
    story = [Heading(text="Titel", level=1), Paragraph(content=("Zie ", Run("hier", href="https://example.org")))]
    assert printed_and_read(story).unmarked == []


def test_what_is_drawn_as_decoration_is_no_element():
    pen = Pen((200, 200), PROPERTIES)
    with pen.decoration():
        pen.open(Node("P"))
        pen.path("0 0 m 10 10 l", stroke=BLACK)
        pen.tick_box(0, 0, 10, "nee", ticked=False)
        pen.bookmark("nee", 0, 100)
        pen.close()
    pen.end_page()
    reading = read(pen.finished())
    assert reading.root.kids == []
    assert "/AcroForm" not in reading.pdf.Root
    assert len(reading.decoration[0]) == 1
