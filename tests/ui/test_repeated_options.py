"""What the form of a block offers."""

from collections.abc import Callable

from studydag.model.operations import programme
from studydag.model.operations.rounds import add_options
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.fields.choice import ChoiceField
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage


def test_an_option_repeats_neither_itself_nor_its_own_repeats_nor_one_of_its_round(
    show: Callable[[type[Page]], Page], library: Library
) -> None:
    page = show(ProgrammePage)
    assert isinstance(page, ProgrammePage)
    first, second = [each.id for each in library.get(StudyDay, 1).blocks if each.round is not None][:2]
    rounds = [programme.add_block(library, 1, Block(kind=BlockKind.ROUND, minutes=45)) for _later in range(2)]
    (third,), (fourth,) = (
        add_options(library, each, [Block(title=f"Nog eens in ronde {each}", minutes=45)]) for each in rounds
    )
    inspector = page.panel.block_inspector
    page.selected.choose([first])
    inspector.folds["round"].open()
    form = inspector.form_of("repeats")
    field = form.field("repeats")
    assert isinstance(field, ChoiceField)

    def offered() -> set[int | None]:
        return {choice.value for choice in field.choices} & {first, second, third, fourth}

    assert offered() == {third, fourth}
    page.selected.choose([third])
    assert offered() == {first, second, fourth}
    field.edited.emit(first)
    page.selected.choose([first])
    assert offered() == {fourth}
