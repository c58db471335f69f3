"""Whether a library lies where something else writes too."""

from pathlib import Path

import pytest

from studydag.model.store.location import is_kept_in_step


@pytest.mark.parametrize("name", ["OneDrive - Scholengroep", "onedrive", "Dropbox", "Nextcloud school", "iCloud"])
def test_folders_that_are_kept_in_step_are_known_by_their_names(tmp_path: Path, name: str):
    assert is_kept_in_step(tmp_path / name / "Documenten" / "school.studydag", {})
    assert not is_kept_in_step(tmp_path / "Documenten" / "school.studydag", {})


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_where_windows_says_that_onedrive_is_any_name_will_do(tmp_path: Path, variable: str):
    environment = {variable: str(tmp_path / "Wolk")}
    assert is_kept_in_step(tmp_path / "Wolk" / "school.studydag", environment)
    assert not is_kept_in_step(tmp_path / "Wolken" / "school.studydag", environment)
    assert not is_kept_in_step(tmp_path / "Wolk" / "school.studydag", {variable: ""})
