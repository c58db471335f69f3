from concurrent.futures import ThreadPoolExecutor
from unicodedata import is_normalized

from studydag.export.typeset.canvas import TaggedCanvas
from studydag.export.typeset.flowables import Paragraph
from studydag.export.typeset.fonts import REGULAR, drawable
from tests.export.pdf.printing import printed, printed_and_read

MANY = "".join(sorted(char for char in drawable() if char.isalpha() and is_normalized("NFC", char)))


def test_more_characters_than_a_font_can_number_come_through():
    assert len(MANY) > 1000
    reading = printed_and_read([Paragraph(content=MANY), Paragraph(content="gewoon"), Paragraph(content=MANY)])
    assert [kid.text.replace("\u00ad", "") for kid in reading.root.kids] == [MANY, "gewoon", MANY]
    assert len(reading.pdf.pages[0].Resources.Font) > 4


def test_text_is_numbered_the_same_the_second_time():
    canvas = TaggedCanvas((100, 100), "nl-NL")
    first = canvas.encoded(REGULAR, "lokaal 12")
    assert canvas.encoded(REGULAR, "lokaal 12") == first
    assert canvas.encoded(REGULAR, "lokaal\u00a012") == first, "a no-break space is drawn as a space"


def test_documents_can_be_printed_at_the_same_time():
    stories = [[Paragraph(content=MANY[start : start + 400])] for start in range(0, 800, 100)]
    alone = [printed(story) for story in stories]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(printed, stories)) == alone
