"""The version that was printed last, read for the sheet that says what changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from studydag.model.exchange.study_day_json import decode
from studydag.model.rules.versions.prints import last_printed
from studydag.model.values.errors import StudyDagError
from studydag.model.values.setting import LastPrint, Setting
from studydag.model.values.study_day import Version


def with_last_print(setting: Setting, versions: Iterable[Version], content: str) -> Setting:
    """Return the setting with the day as it was last printed, if it was; `content` is the day as `show` writes it now.

    A version that can't be read, of a newer program or damaged, is as good as none.
    """
    version = last_printed(versions, content)
    if version is None:
        return setting
    try:
        loaded = decode(version.content.encode(), built_in=setting)
    except StudyDagError:
        return setting
    return replace(
        setting,
        last_print=LastPrint(number=version.number, printed_on=version.made_on, day=loaded.day, setting=loaded.setting),
    )
