"""What holds where nothing was said: whose library, and which language."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from studydag.folders import LIBRARY_NAME, data_folder
from studydag.language import LANGUAGES


def default_library() -> Path:
    """Return where the user's own library lies."""
    return data_folder() / LIBRARY_NAME


def language_for(library: Path, environment: Mapping[str, str]) -> str:
    """Return the language of the school; where there is none to ask, the system's, and Dutch if that says nothing."""
    # Not above: the first frame of the window remembers what was said here the last time.
    from studydag.model.store.first_look import school_language
    from studydag.model.values.errors import CannotRead

    with suppress(CannotRead):
        language = school_language(library)
        if language in LANGUAGES:
            return language
    return _language_named(_system_language(environment))


def _language_named(name: str) -> str:
    """Return the language of a locale such as nl_BE.UTF-8; people with any other than Dutch will read English."""
    if name in {"", "C", "POSIX"} or name.startswith(("C.", "nl")):
        return "nl"
    return "en"


if sys.platform == "win32":
    import ctypes
    import locale

    def _system_language(environment: Mapping[str, str]) -> str:  # noqa: ARG001 - Windows keeps it elsewhere
        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
else:

    def _system_language(environment: Mapping[str, str]) -> str:
        names = (environment.get(variable, "") for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
        return next((name for name in names if name), "")
