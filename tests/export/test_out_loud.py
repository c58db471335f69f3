"""What documents say to who listens, judged by a second checker where it is installed."""

from pathlib import Path

import pytest

from studydag.export.documents import documents
from studydag.language import Language
from tests.export.printing_days import STAMP, example

outloud = pytest.importorskip("outloud", reason="pip install .[peers]")


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("name", [each.name for each in documents()])
@pytest.mark.parametrize("code", ["nl", "en"])
def test_out_loud_finds_no_error_in_any_document(name: str, code: str, tmp_path: Path):
    day, setting = example(code)
    path = tmp_path / "document.pdf"
    found = next(each for each in documents() if each.name == name)
    path.write_bytes(found.render(day, setting, Language.of(code), STAMP))
    findings = outloud.check(str(path)).findings
    assert [(each.rule, each.message) for each in findings if str(each.severity) == "error"] == []
