"""What this program is, which versions run here, under which licences, and a report to copy for who helps."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QTextBrowser, QWidget

from studydag import __version__
from studydag.language import Language
from studydag.ui.announcing import announce
from studydag.ui.asking.dialog import Dialog
from studydag.ui.text_label import LaterLabel

PARTS = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("reportlab", "BSD-3-Clause"),
    ("msgspec", "BSD-3-Clause"),
    ("Babel", "BSD-3-Clause"),
    ("holidays", "MIT"),
    ("icalendar", "BSD-2-Clause"),
    ("python-dateutil", "Apache-2.0, BSD-3-Clause"),
    ("pypdfium2", "Apache-2.0, BSD-3-Clause"),
    ("platformdirs", "MIT"),
)
"""What it is made with, and the licence of each."""


class AboutDialog(Dialog):
    """Says it, and copies it."""

    def __init__(self, library: Path, language: Language, parent: QWidget | None = None) -> None:
        """Collect the versions."""
        _ = language.gettext
        super().__init__(_("About StudyDAG"), language, parent, characters=76)
        name = QLabel(f"StudyDAG {__version__}", self)
        name.setProperty("role", "title")
        self.body.addWidget(name)
        self.add_text(_("Plan a school’s study day together with what comes before and after it."))
        self.add_text(
            _("Free software under the MIT licence; the font Source Sans 3 is under the SIL Open Font License."),
            "quiet",
        )
        self.add_text(_("Your library: {path}").replace("{path}", str(library)), "quiet")
        self.versions = QTextBrowser(self)
        self.versions.setAccessibleName(_("Versions and licences"))
        versions = _versions()
        self.versions.setPlainText(versions)
        self.versions.setMinimumHeight(self.fontMetrics().lineSpacing() * (len(versions.splitlines()) + 1))
        self.body.addWidget(self.versions, 1)
        self.said = LaterLabel(self, "quiet")
        self.body.addWidget(self.said)
        self.copying = self.buttons.addButton(_("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copying.clicked.connect(lambda _checked=False: self._copy())

    def _copy(self) -> None:
        QApplication.clipboard().setText(_report())
        self.said.setText(self.language.gettext("Copied as text. Paste it where you like."))
        announce(self, self.said.text())

    def ask(self) -> None:
        """Show it."""
        self.run()


def _versions() -> str:
    return "\n".join(f"{name} {_version(name)} ({licence})" for name, licence in PARTS)


def _report() -> str:
    head = f"StudyDAG {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{head}\n{_versions()}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"
