from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree as ET

import pytest

from studydag.export.typeset.metadata import pdf_date
from studydag.export.typeset.page import build
from studydag.export.typeset.theme import Theme
from tests.export.pdf.printing import FOOTER, PROPERTIES
from tests.export.pdf.reading import read


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        (None, "D:20270301123000"),
        (UTC, "D:20270301123000+00'00'"),
        (timezone(-timedelta(hours=3, minutes=30)), "D:20270301123000-03'30'"),
    ],
)
def test_a_date_is_written_with_its_zone(zone, written):
    assert pdf_date(datetime(2027, 3, 1, 12, 30, tzinfo=zone)) == written


@pytest.mark.parametrize("title", ["a <b> & ]]> c", "\x00\ud800\x0b", "Łódź 🎉", ""])
def test_the_packet_is_xml_whatever_the_title_is(title):
    reading = read(build([], replace(PROPERTIES, title=title, author=title), Theme.of(), footer=FOOTER))
    packet = reading.pdf.Root.Metadata.read_bytes().decode()
    assert ET.fromstring(packet.replace("\ufeff", "")) is not None
