"""The style sheet of the window: what the Fusion style and a palette can't say. It holds no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studydag.ui.look import Colours


def style_sheet(colours: Colours, title_size: str, arrow: str, tick: str, heads: tuple[str, str]) -> str:
    """Return the style sheet for these colours; `title_size` has its unit, the rest are paths of pictures.

    `heads` has the arrows of a column that the rows rise by, and of one that they fall by.
    """
    # Where two rules say as much of the same widget, the later one holds.
    return "".join(
        (
            _surfaces(colours, title_size),
            _push_buttons(colours),
            _tool_buttons(colours),
            _tabs(colours),
            _pills(colours),
            _clicked_tabs(colours),
            _fields(colours, arrow),
            _numbers(*heads),
            _boxes(colours, tick),
            _heads(colours, *heads),
            _lists(colours),
            _scroll_bars(colours),
        )
    )


def _surfaces(colours: Colours, title_size: str) -> str:
    return f"""
        QToolTip {{
            color: {colours.text}; background: {colours.raised}; border: 1px solid {colours.line}; padding: 4px;
        }}
        QMenuBar {{ background: {colours.surface}; }}
        QMenuBar::item {{ background: transparent; padding: 4px 10px; border-radius: 4px; }}
        QMenuBar::item:selected {{ background: {colours.hover}; color: {colours.text}; }}
        #toolbar {{
            background: {colours.surface}; border: none; border-bottom: 1px solid {colours.line};
            spacing: 6px;
        }}
        QToolBar {{ background: transparent; border: none; spacing: 2px; }}
        QStatusBar {{ background: {colours.surface}; border-top: 1px solid {colours.line}; }}
        QStatusBar QLabel {{ padding: 2px 8px; color: {colours.quiet}; }}
        QStatusBar::item {{ border: none; }}
        QSplitter::handle {{ background: transparent; }}
        QSplitter::handle:hover {{ background: {colours.selected}; }}
        #frame::handle {{ background: {colours.line}; }}
        QFrame[frameShape="4"] {{ border: none; border-top: 1px solid {colours.line}; }}
        #library {{ background: {colours.raised}; }}
        #head {{ background: {colours.surface}; border-bottom: 1px solid {colours.line}; }}
        #rightColumn, #rightColumn QScrollArea, #rightColumn QScrollArea > QWidget,
        #rightColumn QScrollArea > QWidget > QWidget {{ background: {colours.raised}; }}
        #rightColumn QScrollArea {{ border: 1px solid transparent; border-radius: 6px; }}
        #rightColumn QScrollArea:focus {{ border: 1px solid {colours.accent}; }}
        QLabel, QToolTip {{ qproperty-textFormat: PlainText; }}
        QLabel[role="title"] {{ font-size: {title_size}; font-weight: 600; }}
        QLabel[role="heading"] {{ font-weight: 600; }}
        QLabel[role="quiet"] {{ color: {colours.quiet}; }}
        QLabel[role="problem"] {{ color: {colours.must}; }}
        QLabel[role="bars"] {{ color: {colours.accent}; }}
        QLabel[role="hint"] {{ color: {colours.should}; }}
        QFrame[role="banner"] {{ background: {colours.selected}; border: none; }}
        QFrame[role="card"] {{
            background: {colours.surface}; border: 1px solid {colours.line}; border-radius: 8px;
        }}
        QFrame[role="card"][weight="must"] {{ border-left: 3px solid {colours.must}; }}
        QFrame[role="card"][weight="should"] {{ border-left: 3px solid {colours.should_bar}; }}
        QFrame[role="card"][weight="hint"] {{ border-left: 3px solid {colours.edge}; }}
        QFrame[role="card"][weight="holds"] {{ border-left: 3px solid {colours.holds}; }}
        *[wrong="true"] {{ border: 1px solid {colours.must}; }}
    """


def _push_buttons(colours: Colours) -> str:
    return f"""
        QPushButton, #toolbar QToolButton {{
            color: {colours.text}; background: {colours.surface}; border: 1px solid {colours.line};
            border-radius: 6px; padding: 5px 14px;
        }}
        #toolbar QToolButton {{ padding: 4px 8px; }}
        QPushButton:hover, #toolbar QToolButton:hover {{ background: {colours.hover}; }}
        QPushButton:pressed, QPushButton:checked, #toolbar QToolButton:pressed {{ background: {colours.selected}; }}
        QPushButton:focus, #toolbar QToolButton:focus {{ border: 2px solid {colours.accent}; padding: 4px 13px; }}
        QPushButton, QToolButton, QCheckBox, QRadioButton, QTabBar {{ outline: none; }}
        #toolbar QToolButton:focus {{ padding: 3px 7px; }}
        QPushButton:disabled, #toolbar QToolButton:disabled {{ color: {colours.faint}; }}
        QMessageBox QPushButton:default, QPushButton[role="primary"], #toolbar QToolButton[role="primary"] {{
            color: {colours.on_accent}; background: {colours.accent}; border-color: {colours.accent};
            font-weight: 600;
        }}
        QMessageBox QPushButton:default:hover, QPushButton[role="primary"]:hover,
        #toolbar QToolButton[role="primary"]:hover {{
            background: {colours.accent_hover}; border-color: {colours.accent_hover};
        }}
        QMessageBox QPushButton:default:focus, QPushButton[role="primary"]:focus,
        #toolbar QToolButton[role="primary"]:focus {{
            border: 5px double {colours.on_accent}; padding: 1px 10px;
        }}
        #toolbar QToolButton[role="primary"]:focus {{ padding: 0 4px; }}
        QMessageBox QPushButton:default:disabled, QPushButton[role="primary"]:disabled,
        #toolbar QToolButton[role="primary"]:disabled {{
            color: {colours.faint}; background: {colours.hover}; border-color: {colours.line};
        }}
        QPushButton[role="find"] {{ color: {colours.quiet}; text-align: left; padding: 5px 10px; }}
        QPushButton[role="entry"] {{
            text-align: left; padding: 6px 8px; border: 1px solid transparent; background: transparent;
        }}
        QPushButton[role="entry"]:hover {{ background: {colours.hover}; }}
        QPushButton[role="entry"]:checked {{ background: {colours.selected}; font-weight: 600; }}
        QPushButton[role="entry"]:focus {{ border: 1px solid {colours.accent}; }}
        QPushButton[role="link"] {{
            color: {colours.accent}; text-align: left; padding: 1px 0; border: 1px solid transparent;
            border-radius: 3px; background: transparent;
        }}
        QPushButton[role="link"]:hover {{ text-decoration: underline; }}
        QPushButton[role="link"]:focus {{ border: 1px solid {colours.accent}; }}
        QPushButton[role="link"]:disabled {{ color: {colours.faint}; }}
    """


def _tool_buttons(colours: Colours) -> str:
    return f"""
        QToolButton {{
            color: {colours.text}; border: 1px solid transparent; border-radius: 5px; padding: 3px 7px;
            background: transparent;
        }}
        QToolButton:hover {{ background: {colours.hover}; }}
        QToolButton:pressed, QToolButton:checked {{ background: {colours.selected}; }}
        QToolButton:focus {{ border: 1px solid {colours.accent}; }}
        QToolButton:disabled {{ color: {colours.faint}; }}
        #qt_toolbar_ext_button {{ padding: 0; }}
        QToolButton[role="add"] {{ color: {colours.accent}; font-weight: 600; }}
        QToolButton[role="add"]:disabled {{ color: {colours.faint}; }}
        QLineEdit QToolButton, QLineEdit QToolButton:focus {{ padding: 0; border: none; }}
        QToolButton::menu-indicator {{ image: none; }}
    """


def _tabs(colours: Colours) -> str:
    return f"""
        QTabBar {{ qproperty-drawBase: 0; }}
        QTabBar::tab {{
            color: {colours.quiet}; background: transparent; border: none; border-bottom: 3px solid transparent;
            padding: 6px 12px 5px 12px; margin: 0;
        }}
        QTabBar::tab:hover:!selected {{ color: {colours.text}; border-bottom-color: {colours.line}; }}
        QTabBar::tab:selected {{ color: {colours.accent}; border-bottom-color: {colours.accent}; }}
        QTabBar::tab:focus {{
            border: 2px solid {colours.accent}; border-bottom-width: 3px; border-radius: 6px;
            padding: 4px 10px 5px 10px;
        }}
        QTabBar[tight="true"]::tab {{ padding: 6px 6px 5px 6px; }}
        QTabBar[tight="true"]::tab:focus {{ padding: 4px 4px 5px 4px; }}
        #schoolTabs::tab-bar {{ left: 6px; }}
        QTabBar[role="pages"]::tab {{ padding: 6px 15px 5px 15px; }}
        QTabBar[role="pages"]::tab:focus {{
            border-color: transparent; padding: 4px 13px 5px 13px;
        }}
        QTabBar[role="pages"][tight="true"]::tab {{ padding: 6px 5px 5px 5px; }}
        QTabBar[role="pages"][tight="true"]::tab:focus {{ padding: 4px 3px 5px 3px; }}
        QTabBar::scroller {{ width: 40px; }}
        QTabBar QToolButton {{ background: {colours.raised}; border: 1px solid {colours.line}; padding: 0; }}
        QTabBar #moreTabs {{
            color: {colours.quiet}; background: transparent; border: 1px solid transparent; padding: 0 18px 0 7px;
        }}
        QTabBar #moreTabs:hover {{ background: {colours.hover}; }}
        QTabBar #moreTabs:focus {{ border-color: {colours.accent}; }}
    """


def _pills(colours: Colours) -> str:
    return f"""
        QTabBar[role="pills"]::tab {{
            color: {colours.text}; padding: 3px 11px; margin-right: 4px; border: 1px solid transparent;
            border-radius: 11px;
        }}
        QTabBar[role="pills"]::tab:selected {{
            color: {colours.accent}; background: {colours.selected}; border-color: transparent;
        }}
        QTabBar[role="pills"]::tab:focus {{ border: 2px solid {colours.accent}; padding: 2px 10px; }}
        QTabBar[role="pills"][tight="true"]::tab {{ padding: 3px 7px; margin-right: 1px; }}
        QTabBar[role="pills"][tight="true"]::tab:focus {{ padding: 2px 6px; }}
        QTabBar[role="pills"][tight="very"]::tab {{ padding: 3px 4px; margin-right: 0; }}
        QTabBar[role="pills"][tight="very"]::tab:focus {{ padding: 2px 3px; }}
        QTabBar[role="pills"]::tab:hover:!selected {{ background: {colours.hover}; }}
    """


def _clicked_tabs(colours: Colours) -> str:
    # Who clicked sees which tab it was: the frame of the keys would only be in the way.
    return f"""
        QTabBar[clicked="true"]::tab:focus {{
            border: none; border-bottom: 3px solid {colours.accent}; border-radius: 0; padding: 6px 12px 5px 12px;
        }}
        QTabBar[tight="true"][clicked="true"]::tab:focus {{ padding: 6px 6px 5px 6px; }}
        QTabBar[role="pages"][clicked="true"]::tab:focus {{ padding: 6px 15px 5px 15px; }}
        QTabBar[role="pages"][tight="true"][clicked="true"]::tab:focus {{ padding: 6px 5px 5px 5px; }}
        QTabBar[role="pills"][clicked="true"]::tab:focus {{
            border: 1px solid transparent; border-radius: 11px; padding: 3px 11px;
        }}
        QTabBar[role="pills"][tight="true"][clicked="true"]::tab:focus {{ padding: 3px 7px; }}
        QTabBar[role="pills"][tight="very"][clicked="true"]::tab:focus {{ padding: 3px 4px; }}
    """


def _fields(colours: Colours, arrow: str) -> str:
    return f"""
        QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QPushButton[role="field"] {{
            color: {colours.text}; background: {colours.surface}; border: 1px solid {colours.edge};
            border-radius: 5px; padding: 4px 6px; selection-background-color: {colours.accent};
            selection-color: {colours.on_accent}; placeholder-text-color: {colours.quiet};
        }}
        QLineEdit {{ padding: 4px; }}
        QPlainTextEdit, QTextEdit {{ padding: 1px 2px; }}
        QPushButton[role="field"] {{ text-align: left; padding: 4px 20px 4px 6px; }}
        QPushButton[role="field"]::menu-indicator, QTabBar #moreTabs::menu-indicator {{
            image: url("{arrow}"); width: 12px; height: 12px; subcontrol-position: center right; right: 2px;
        }}
        QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus,
        QPushButton[role="field"]:focus {{
            border: 2px solid {colours.accent}; padding: 3px 5px;
        }}
        QLineEdit:focus {{ padding: 3px; }}
        QPlainTextEdit:focus, QTextEdit:focus {{ padding: 0 1px; }}
        QPushButton[role="field"]:focus {{ padding: 3px 19px 3px 5px; }}
        QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QPushButton[role="field"]:disabled {{
            color: {colours.faint}; background: {colours.window}; border-color: {colours.line};
        }}
        QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border-color: {colours.must}; }}
        QSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QComboBox {{ combobox-popup: 0; }}
        QComboBox::drop-down {{ border: none; width: 22px; }}
        QComboBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
    """


def _numbers(rising: str, falling: str) -> str:
    return f"""
        QSpinBox::up-button, QSpinBox::down-button {{ width: 18px; border: none; background: transparent; }}
        QSpinBox::up-arrow {{ image: url("{rising}"); width: 10px; height: 10px; }}
        QSpinBox::down-arrow {{ image: url("{falling}"); width: 10px; height: 10px; }}
        QSpinBox[role="plain"]::up-button, QSpinBox[role="plain"]::down-button {{ width: 0; border: none; }}
        QSpinBox[role="plain"]::up-arrow, QSpinBox[role="plain"]::down-arrow {{ width: 0; height: 0; image: none; }}
    """


def _boxes(colours: Colours, tick: str) -> str:
    boxes = ", ".join(f"{each}::indicator" for each in ("QCheckBox", "QTableView", "QTreeView", "QListView"))
    ticked = boxes.replace("indicator", "indicator:checked")
    partly = boxes.replace("indicator", "indicator:indeterminate")
    # A stripe across the box, where some of what stands below it is ticked.
    stops = ((0, colours.surface), (0.37, colours.surface), (0.371, colours.accent), (0.63, colours.accent))
    stripe = ", ".join(
        f"stop: {at} {colour}" for at, colour in (*stops, (0.631, colours.surface), (1, colours.surface))
    )
    return f"""
        {boxes}, QRadioButton::indicator {{
            width: 13px; height: 13px; background: {colours.surface}; border: 1px solid {colours.edge};
            border-radius: 3px;
        }}
        QRadioButton::indicator {{ border-radius: 7px; }}
        {ticked} {{ background: {colours.accent}; border-color: {colours.accent}; image: url("{tick}"); }}
        {partly} {{
            background: qlineargradient(x1: 0, y1: 0, x2: 0, y2: 1, {stripe}); border-color: {colours.accent};
        }}
        QRadioButton::indicator:checked {{ border: 4px solid {colours.accent}; width: 7px; height: 7px; }}
        QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {colours.accent}; }}
        QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {colours.window}; }}
        QCheckBox::indicator:checked:disabled {{ background: {colours.faint}; border-color: {colours.faint}; }}
        QCheckBox, QRadioButton {{ spacing: 6px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
        QCheckBox:focus, QRadioButton:focus {{ border-color: {colours.accent}; }}
    """


def _heads(colours: Colours, rising: str, falling: str) -> str:
    return f"""
        QHeaderView {{ background: {colours.surface}; border: none; }}
        QHeaderView::section {{
            color: {colours.quiet}; background: {colours.surface}; border: none;
            border-bottom: 1px solid {colours.line}; padding: 5px 4px;
        }}
        QHeaderView[role="sorts"]::section:hover {{ color: {colours.text}; }}
        QHeaderView::down-arrow, QHeaderView::up-arrow {{
            width: 12px; height: 12px; margin-right: 6px;
            subcontrol-origin: padding; subcontrol-position: right center;
        }}
        QHeaderView::up-arrow {{ image: url("{rising}"); }}
        QHeaderView::down-arrow {{ image: url("{falling}"); }}
        QHeaderView QToolButton {{ color: {colours.accent}; background: {colours.surface}; padding: 2px 4px; }}
        QHeaderView QToolButton:hover {{ background: {colours.hover}; }}
        QHeaderView QToolButton::menu-indicator {{ image: none; }}
        QHeaderView[role="fields"]::section {{ padding: 0 4px; }}
        QHeaderView[role="numbers"]::section {{ border-bottom-color: transparent; }}
        QTableCornerButton::section {{
            background: {colours.surface}; border: none; border-bottom: 1px solid {colours.line};
        }}
    """


def _lists(colours: Colours) -> str:
    return f"""
        QTableView, QTreeView, QListView {{
            background: {colours.surface}; border: 1px solid {colours.line}; border-radius: 6px;
            selection-background-color: {colours.selected}; selection-color: {colours.text};
        }}
        QTableView {{ gridline-color: {colours.line}; }}
        QTableView, QTreeView {{ padding: 0 5px; }}
        QTableView:focus, QTreeView:focus, QListView:focus {{ border-color: {colours.accent}; }}
        QComboBox QAbstractItemView {{
            border: 1px solid {colours.line}; border-radius: 0; padding: 2px;
            selection-background-color: {colours.selected}; selection-color: {colours.text};
        }}
        QMenu#calendar {{ background: {colours.raised}; border: 1px solid {colours.edge}; }}
        QCalendarWidget QTableView {{ padding: 0; border: none; }}
        #qt_calendar_navigationbar {{ background: {colours.raised}; }}
        #qt_calendar_navigationbar QToolButton {{ font-weight: 600; padding: 4px 8px; }}
        QTreeView::item {{ padding: 4px 5px 4px 1px; }}
        QTreeView {{ outline: 0; }}
        QTreeView::item:focus:!selected {{ background: {colours.hover}; }}
        QListView::item {{ padding: 4px 6px; border-radius: 4px; }}
        QListView[selectionMode="1"] {{ outline: 0; }}
        QListView::item:hover {{ background: {colours.hover}; }}
        QListView::item:selected {{ background: {colours.selected}; color: {colours.text}; }}
        #library QListView::item, #rightColumn QListView::item {{ padding: 0; }}
        QComboBox QListView::item, #rightColumn QComboBox QListView::item {{ padding: 3px 5px; border-radius: 0; }}
        #library QListView {{ background: transparent; border: 1px solid transparent; }}
        #library QListView:focus {{ border: 1px solid {colours.accent}; }}
    """


def _scroll_bars(colours: Colours) -> str:
    return f"""
        QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
        QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
        QScrollBar::handle {{ background: {colours.thumb}; border: 3px solid transparent; border-radius: 6px; }}
        QScrollBar::handle:vertical {{ min-height: 32px; }}
        QScrollBar::handle:horizontal {{ min-width: 32px; }}
        QScrollBar::handle:hover {{ background: {colours.edge}; }}
        QAbstractScrollArea::corner {{ background: transparent; border: none; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
