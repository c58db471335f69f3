"""The bar above the programme: what is done most with blocks, and a menu behind it with everything."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStyle, QToolBar, QToolButton, QWidget

from studydag.language import Language
from studydag.ui.icons import icon, icon_size
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from studydag.ui.programme.shown_columns import ShownColumns
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.timeline.actions import BlockActions


class BlockBar(QWidget):
    """Buttons for the actions on blocks. The menu is filled when it opens, with what can be done then."""

    def __init__(
        self, actions: BlockActions, look: Look, language: Language, columns: ShownColumns, parent: QWidget
    ) -> None:
        """Build the buttons; `columns` are those of the list, which the menu offers as well."""
        super().__init__(parent)
        self._actions = actions
        self._language = language
        self._columns = columns
        _ = language.gettext
        self.bar = QToolBar(self)
        self.bar.setAccessibleName(_("Blocks"))
        self._fill(self.bar)
        _dress_extension(self.bar, look, _("More buttons"))
        self.more = QToolButton(self)
        self.more.setText(_("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAutoRaise(True)
        menu = Menu(self.more)
        menu.aboutToShow.connect(lambda: self._fill_more(menu))
        self.more.setMenu(menu)
        speak_as(self.more, SpokenAs.MENU)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.more)

    def _fill(self, bar: QToolBar) -> None:
        _, actions = self._language.gettext, self._actions
        short = {
            actions.add_block: _("Block"),
            actions.add_break: _("Break"),
            actions.add_round: _("Choice round"),
            actions.add_option: _("Option"),
        }
        signs = {
            **dict.fromkeys(short, "plus"),
            actions.up: "arrow-up",
            actions.down: "arrow-down",
            actions.pin: "pin",
            actions.duplicate: "copy",
            actions.park: "archive",
            actions.delete: "trash-2",
        }
        for action, sign in signs.items():
            role = QPalette.ColorRole.Link if sign == "plus" else QPalette.ColorRole.ButtonText
            action.setIcon(icon(sign, bar.palette(), role=role))
        bar.setIconSize(icon_size(bar))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for action, text in short.items():
            action.setIconText(text)
        bar.addActions([actions.add_block, actions.add_break, actions.add_round, actions.add_option])
        bar.addSeparator()
        bar.addActions([actions.up, actions.down, actions.park, actions.pin, actions.duplicate, actions.delete])
        for action in bar.actions():
            button = bar.widgetForAction(action)
            if action.isSeparator():
                continue
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if not isinstance(button, QToolButton):
                continue
            button.setAccessibleName(action.text())
            if action in {*short, actions.pin, actions.park}:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            if action in short:
                button.setProperty("role", "add")

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        if self._actions.has_day:
            self._actions.menus.fill_all(menu)
            menu.addSeparator()
            self._columns.fill(menu.addMenu(self._language.gettext("Columns of the list")))


def _dress_extension(bar: QToolBar, look: Look, name: str) -> None:
    """Name the button for what has no room, and draw it in our own colour: the style's is black on dark."""
    button = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if button is None:
        return
    button.setAccessibleName(name)
    # What it holds comes last, so it does as well for who listens.
    button.raise_()
    side = bar.style().pixelMetric(QStyle.PixelMetric.PM_ToolBarExtensionExtent)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.colours.text), 1.5))
    for left in (0.15, 0.5):
        tip = QPointF((left + 0.3) * side, side / 2)
        painter.drawPolyline([QPointF(left * side, side * 0.2), tip, QPointF(left * side, side * 0.8)])
    painter.end()
    button.setIcon(QIcon(pixmap))
