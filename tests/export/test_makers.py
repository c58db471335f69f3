"""What makes documents: every function that the register names is there, and takes what all take."""

import inspect
import subprocess
import sys

import pytest

from studydag.export.documents import documents
from studydag.export.makers import Maker

MAKERS = [(each.name, ending, maker) for each in documents() for ending, maker in each.makers.items()]


@pytest.mark.parametrize(("name", "ending", "maker"), MAKERS, ids=[f"{name}{ending}" for name, ending, _ in MAKERS])
def test_every_maker_is_there_and_takes_the_same(name, ending, maker):
    assert isinstance(maker, Maker)
    assert list(inspect.signature(maker.load()).parameters) == ["day", "setting", "choices", "language", "stamp"]


def test_the_register_imports_nothing_that_makes_a_document():
    heavy = ("reportlab", "docx", "xlsxwriter", "icalendar", "PIL")
    code = f"import sys, studydag.export.documents; print([each for each in sys.modules if each in {heavy}])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"
