"""A filled library of every schema version opens, with every row, and shows the day that was put into it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from studydag.model.exchange.study_day_json import encode
from studydag.model.operations.setting import read_setting
from studydag.model.store.library import Library
from studydag.model.store.migrations import VERSION
from studydag.model.values.study_day import StudyDay

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_filled_library_of_each_version_opens_with_every_row(version: int, tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / f"version-{version}.studydag", tmp_path / "school.studydag"))
    kept = json.loads((DATA / f"version-{version}.json").read_text(encoding="utf-8"))
    with Library.open(path) as library:
        assert library.verify() == []
        assert {table: library.counts()[table] for table in kept["counts"]} == kept["counts"]
        day = library.every(StudyDay)[0]
        setting = read_setting(library, day)
        now = _stored(json.loads(json.dumps(encode(day, setting))))
        assert _known_to(kept["day"], now) == _stored(kept["day"])
        assert len(library.find("exitkaart")) > 3


def _stored(value: Any) -> Any:
    """Return JSON without what is computed, which later versions of the program may compute otherwise."""
    if isinstance(value, list):
        return [_stored(each) for each in value]
    if isinstance(value, dict):
        return {key: _stored(each) for key, each in value.items() if key != "computed"}
    return value


def _known_to(then: Any, now: Any) -> Any:
    """Return what stands now without the fields that the version of then did not have yet."""
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return [_known_to(one, other) for one, other in zip(then, now, strict=True)]
    if isinstance(then, dict) and isinstance(now, dict):
        return {key: _known_to(then.get(key), each) for key, each in now.items() if key in then}
    return now


def test_every_table_of_the_newest_version_has_a_row_in_its_library() -> None:
    kept = json.loads((DATA / f"version-{VERSION}.json").read_text(encoding="utf-8"))
    assert [table for table, count in kept["counts"].items() if not count] == []
