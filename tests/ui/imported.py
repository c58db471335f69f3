"""A programme that is taken in, in tests of the dialog for that."""

from pytestqt.qtbot import QtBot

from studydag.model.values.imported import LineKind
from studydag.ui.dialogs.importing import ImportDialog
from studydag.ui.workspace import Workspace

TEXT = (
    "Beste collega's,\n\nStudiedag lezen\n12 maart 2026\n9.00 Opening\n9.30 Workshops\n"
    "- Rekenen, lokaal 1\n- Taal\nLunch"
)


def open_dialog(workspace: Workspace, qtbot: QtBot) -> ImportDialog:
    """Open the dialog, in which nothing stands yet."""
    made = ImportDialog(workspace)
    qtbot.addWidget(made)
    made.show()
    # Its keys are heard only then; a dialog of the test before may just be closing.
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def kinds(dialog: ImportDialog) -> list[LineKind]:
    """Return what each line becomes."""
    return [line.kind for line in dialog.table.lines.lines]
