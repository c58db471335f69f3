"""Qt's own dialogs speak the language of the window, also where Qt's Dutch has gaps."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from studydag.resources import resource
from studydag.ui.qt_texts import speak


@pytest.mark.usefixtures("qapp")
def test_what_qts_dutch_lacks_is_made_up_for(qtbot: QtBot):
    messages = [
        (context.findtext("name") or "", message.findtext("source") or "", message)
        for context in ET.parse(resource("locale", "nl", "qt.ts")).iter("context")
        for message in context.iter("message")
    ]
    speak("nl")
    for context, source, message in messages:
        found = QCoreApplication.translate(context, source, message.findtext("comment") or None)
        assert found == message.findtext("translation"), f"{source}: qt.qm is older than qt.ts"
    assert QCoreApplication.translate("QFileDialog", "&Open") == "&Openen"
    speak("en")
    assert all(QCoreApplication.translate(context, source) == source for context, source, _message in messages)
