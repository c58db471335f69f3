"""The drawer with working formats: what fits comes first, is searched, filtered and given to a block."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme, school, study_days
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library
from studydag.model.values.effect import Insight, Verdict
from studydag.model.values.formats import Phase, WorkingFormat
from studydag.model.values.programme import Block, Part
from studydag.model.values.study_day import StudyDay
from studydag.ui.pages.programme import ProgrammePage
from tests.ui.programme import block, choose, titles


def test_formats_that_fit_come_first(page: ProgrammePage) -> None:
    choose(page, "Keynote")
    page.show_formats()
    fits = [each.fits for each in page.drawer.formats.suggestions]
    assert fits[0]
    assert fits == sorted(fits, reverse=True)
    assert len(fits) > 80
    first = page.drawer.formats.suggestions[0].working_format
    assert Phase.INSPIRATION in first.phases
    assert first.minutes_min <= 35 <= first.minutes_max
    assert first.group_min <= 64 <= first.group_max


def test_r076_filters_leave_only_formats_whose_ranges_fit(page: ProgrammePage, library: Library) -> None:
    drawer = page.drawer
    page.show_formats()
    drawer.phase.show_value(Phase.APPLICATION)
    drawer.minutes.show_value(45)
    drawer.people.show_value(60)
    drawer.refresh()
    found = [each.working_format for each in drawer.formats.suggestions]
    assert found
    for each in found:
        assert Phase.APPLICATION in each.phases
        assert each.minutes_min <= 45
        assert each.group_min <= 60 <= each.group_max
    choose(page, "Lunch")
    drawer.list.setCurrentIndex(drawer.formats.index(0))
    chosen = drawer.chosen
    assert chosen is not None
    drawer.list.doubleClicked.emit(drawer.list.currentIndex())
    made = page.commands.current
    assert made is not None
    assert made.working_format == chosen.id
    assert chosen.minutes_min <= made.minutes <= chosen.minutes_max
    assert len(made.materials) == len(chosen.materials_nl)
    assert titles(library)[titles(library).index("Lunch") + 1] == made.title


def test_formats_are_searched_and_added_by_keyboard_alone(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    choose(page, "Koffie")
    page.show_formats()
    qtbot.waitUntil(page.drawer.search.hasFocus)
    qtbot.keyClicks(page.drawer.search, "world caf")
    assert page.drawer.formats.rowCount() == 1
    qtbot.keyClick(page.drawer.search, Qt.Key.Key_Return)
    assert titles(library)[titles(library).index("Koffie") + 1].startswith("Wereldcaf")
    page.workspace.undo()
    page.drawer.search.setText("zzzz")
    assert page.drawer.empty.isVisible()
    assert not page.drawer.add.isEnabled()


def test_a_format_is_used_for_the_block_itself(page: ProgrammePage, library: Library, qtbot: QtBot) -> None:
    keynote = choose(page, "Keynote")
    page.show_formats()
    chosen = page.drawer.chosen
    assert chosen is not None
    qtbot.mouseClick(page.drawer.use, Qt.MouseButton.LeftButton)
    assert library.get(Block, keynote).working_format == chosen.id
    assert library.get(Block, keynote).title.startswith("Keynote")


def test_r120_r121_lessons_and_ratings_stand_where_a_format_or_block_is_chosen_again(
    page: ProgrammePage, library: Library
) -> None:
    keynote = block(library, "Keynote")
    cafe = next(each for each in library.every(WorkingFormat) if each.key == "wereldcafe")
    earlier = study_days.create(library, "Last year", first_part=Part(date=dt.date(2025, 3, 12)))
    spot = Spot(part=library.of_day(Part, earlier)[0].id)
    held = Block(title=keynote.title, minutes=30, working_format=cafe.id, rating=4)
    former = programme.add_block(library, earlier, held, spot)
    for text, verdict, about in (
        ("Smaller tables", Verdict.CHANGE, {"working_format": cafe.id}),
        ("Too long after lunch", Verdict.STOP, {"block": former}),
    ):
        editing.create(library, Insight(text=text, verdict=verdict, **about), ("study_day", earlier))
    choose(page, "Keynote")
    assert page.block_inspector.learned.text().startswith("Stop: Too long after lunch (Last year")
    page.show_formats()
    drawer = page.drawer
    drawer.search.setText("world caf")
    assert drawer.chosen == cafe
    assert "rated 4.0 (n = 1)" in drawer.text.toPlainText()
    assert "Change: Smaller tables (Last year" in drawer.text.toPlainText()
    # Taken over, the format brings its lesson to the block itself.
    programme.change_block(library, keynote.id, working_format=cafe.id)
    assert "Smaller tables" in page.block_inspector.learned.text()
    choose(page, "Lunch")
    assert page.block_inspector.learned.isHidden()


def test_a_format_asked_for_a_block_is_given_to_it_with_enter(
    page: ProgrammePage, library: Library, qtbot: QtBot
) -> None:
    keynote = choose(page, "Keynote")
    count = len(library.get(StudyDay, 1).blocks)
    page.actions_of_blocks.format.trigger()
    qtbot.keyClicks(page.drawer.search, "talkshow")
    chosen = page.drawer.chosen
    assert chosen is not None
    qtbot.keyClick(page.drawer.search, Qt.Key.Key_Return)
    assert library.get(Block, keynote).working_format == chosen.id
    assert len(library.get(StudyDay, 1).blocks) == count
    assert not page.drawer.search.hasFocus()
    # Another block begins with all formats, and Escape goes back without giving it one.
    lunch = choose(page, "Lunch")
    page.actions_of_blocks.format.trigger()
    assert not page.drawer.search.text()
    assert page.drawer.search.hasFocus()
    qtbot.keyClick(page.drawer.search, Qt.Key.Key_Escape)
    assert not page.drawer.search.hasFocus()
    assert library.get(Block, lunch).working_format is None


def test_own_and_hidden_formats(page: ProgrammePage, library: Library) -> None:
    page.show_formats()
    drawer = page.drawer
    first = drawer.formats.suggestions[0].working_format
    school.hide(library, WorkingFormat, [first.id])
    assert drawer.formats.row_of(first.id) == -1
    drawer.hidden.setChecked(True)
    assert drawer.formats.row_of(first.id) >= 0
    drawer.list.setCurrentIndex(drawer.formats.index(drawer.formats.row_of(first.id)))
    menu = drawer.menu()
    assert menu is not None
    menu.actions()[-2].trigger()
    assert not library.get(WorkingFormat, first.id).hidden
    menu.actions()[-1].trigger()
    copy = drawer.chosen
    assert copy is not None
    assert not copy.is_built_in
    assert "own" in drawer.formats.detail(copy)
    menu.deleteLater()


def test_the_list_of_formats_holds_to_qts_rules(page: ProgrammePage) -> None:
    tester = QAbstractItemModelTester(page.drawer.formats, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.show_formats()
    page.drawer.search.setText("card")
    index = page.drawer.formats.index(0)
    assert "activity" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert tester is not None


def test_a_format_that_gives_another_phase_says_so(page: ProgrammePage, library: Library) -> None:
    said: list[str] = []
    page.commands.said.connect(said.append)
    keynote = block(library, "Keynote")
    programme.change_block(library, keynote.id, working_format=None, phase=Phase.KNOWLEDGE)
    choose(page, "Keynote")
    jigsaw = next(each for each in page.workspace.setting.formats if Phase.KNOWLEDGE not in each.phases)
    page.commands.choose_format(jigsaw.id)

    assert block(library, "Keynote").phase is not Phase.KNOWLEDGE
    assert len(said) == 1
    assert page.workspace.language.member(block(library, "Keynote").phase) in said[0]
