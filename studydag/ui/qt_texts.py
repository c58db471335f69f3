"""Qt's own texts, such as those of buttons in its dialogs, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

NAME = "qt-texts"


def speak(code: str) -> None:
    """Let Qt speak Dutch or English from now on."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for former in application.findChildren(QTranslator, NAME):
        application.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(QLocale("nl_NL" if code == "nl" else "en_GB"))
    translator = QTranslator(application)
    translator.setObjectName(NAME)
    if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
