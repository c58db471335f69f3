from io import BytesIO

import pytest
from pypdf import PdfReader

from studydag.export.documents import document
from studydag.export.printing_tips import printing_tip
from tests.building import a_block, a_day
from tests.export.printing_days import DUTCH, ENGLISH, printed


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("programme", "On A4. On both sides if you like: turn on the long edge."),
        ("plan", "On A4, landscape. On both sides if you like: turn on the short edge."),
        ("poster", "On A3; an A4 printer makes it smaller by itself. On one side"),
        ("personal", "On A5, or two beside each other on a sheet of A4. On one side"),
    ],
)
def test_it_says_paper_sides_and_size(name, said):
    assert printing_tip(document(name), ENGLISH).startswith(said)


def test_what_is_cut_is_printed_at_its_size():
    assert "Op ware grootte (100%)" in printing_tip(document("badges"), DUTCH)
    assert "100%" not in printing_tip(document("certificate"), DUTCH)


@pytest.mark.parametrize(
    ("name", "sides", "scaling"),
    [("programme", None, None), ("room-cards", "/Simplex", None), ("badges", "/Simplex", "/None")],
)
def test_a_pdf_says_so_to_the_program_that_prints_it(name, sides, scaling):
    root = PdfReader(BytesIO(printed(name, a_day(a_block(1))))).trailer["/Root"]
    wanted = root["/ViewerPreferences"]  # type: ignore[index]
    assert wanted.get("/Duplex") == sides
    assert wanted.get("/PrintScaling") == scaling
    assert wanted["/DisplayDocTitle"]
