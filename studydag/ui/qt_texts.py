"""Qt's own texts, such as those of buttons in its dialogs, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from studydag.resources import resource

NAME = "qt-texts"


def speak(code: str) -> None:
    """Let Qt speak Dutch or English from now on; `resources/locale` has what its own Dutch lacks or calls otherwise."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for former in application.findChildren(QTranslator, NAME):
        application.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(QLocale("nl_NL" if code == "nl" else "en_GB"))
    own = str(resource("locale") / code)
    # Qt looks in what was installed last first.
    for name, folder in (
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("qt", own),
    ):
        translator = QTranslator(application)
        translator.setObjectName(NAME)
        if translator.load(name, folder):
            application.installTranslator(translator)
