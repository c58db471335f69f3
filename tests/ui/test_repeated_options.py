"""What the form of a block offers."""

from collections.abc import Callable

from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.ui.fields.choice import ChoiceField
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage


def test_an_option_repeats_neither_itself_nor_its_own_repeats(
    show: Callable[[type[Page]], Page], library: Library
) -> None:
    page = show(ProgrammePage)
    assert isinstance(page, ProgrammePage)
    first, second, third = [each.id for each in library.get(StudyDay, 1).blocks if each.round is not None][:3]
    inspector = page.panel.block_inspector
    page.selected.choose([first])
    inspector.folds["round"].open()
    form = inspector.form_of("repeats")
    field = form.field("repeats")
    assert isinstance(field, ChoiceField)

    def offered() -> set[int | None]:
        return {choice.value for choice in field.choices} & {first, second, third}

    assert offered() == {second, third}
    page.selected.choose([second])
    assert offered() == {first, third}
    field.edited.emit(first)
    page.selected.choose([first])
    assert offered() == {third}
