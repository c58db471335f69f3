"""What goes on below its own words: options under their round in tables, and lines that begin with a tick."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from studydag.ui.item_models.things import Cell
from studydag.ui.tables.cell_painter import CellPainter
from studydag.ui.tables.text_sizes import TextSizes, hung
from studydag.ui.widgets.signed_lines import SignedLines

WORDS = "Exitkaarten: in tien minuten weten wie het snapt"


def test_all_lines_of_an_indented_cell_stand_as_far_in(qtbot: QtBot) -> None:
    label = SignedLines()
    qtbot.addWidget(label)
    metrics = label.fontMetrics()
    indent, inner = hung(f"    {WORDS}", metrics)
    assert (indent, inner) == (metrics.horizontalAdvance("    "), WORDS)
    assert hung(WORDS, metrics) == (0, WORDS)
    # Rows are measured for what is drawn: a text that is further in has less room.
    sizes, room = TextSizes(label), metrics.horizontalAdvance(WORDS) // 2 + indent // 2
    assert sizes.height(f"    {WORDS}", room + indent) == sizes.height(WORDS, room)


def test_a_word_that_breaks_in_its_middle_has_all_its_lines(qtbot: QtBot) -> None:
    label = SignedLines()
    qtbot.addWidget(label)
    metrics, word = label.fontMetrics(), "Materialenwerkplaats"
    sizes, room = TextSizes(label), metrics.horizontalAdvance(word) * 2 // 3
    two = metrics.boundingRect(QRect(0, 0, 1000, 1000), 0, "A\nB").height()
    assert sizes.height(word, room) == two
    assert sizes.height(f"{word}\nB", room) == sizes.height(f"B {word}", room) > two


def test_a_line_with_a_tick_goes_on_below_its_words(qtbot: QtBot) -> None:
    label = SignedLines()
    qtbot.addWidget(label)
    label.resize(label.fontMetrics().horizontalAdvance(WORDS) * 2 // 3, 100)
    label.setText(f"✓ {WORDS}\n• {WORDS}\nNog niets")
    line = QFontMetrics(label.font()).height()
    assert label.minimumHeight() == label.heightForWidth(label.width()) >= 5 * line - 5
    picture = label.grab().toImage()
    ratio = picture.devicePixelRatio()
    second = range(round((line + 2) * ratio), round((2 * line - 2) * ratio))
    empty = picture.pixelColor(picture.width() - 1, picture.height() - 1)
    below_tick = [picture.pixelColor(x, y) for x in range(round(6 * ratio)) for y in second]
    assert all(colour == empty for colour in below_tick)
    assert label.text().startswith("✓"), "assistive technology reads all of it"


def test_an_indented_cell_is_drawn_as_it_is_measured(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 120, 100)
    image = QImage(120, 100, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    CellPainter(view, wraps=True).draw(Cell(f"    {WORDS}"), painter, option)
    painter.end()
    indent = hung("    x", view.fontMetrics())[0]
    assert all(image.pixelColor(x, y).lightness() == 255 for x in range(indent) for y in range(100))
    assert any(image.pixelColor(x, y).lightness() < 128 for x in range(indent, 120) for y in range(100))
