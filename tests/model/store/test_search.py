"""Search finds words in all days, follows undo and redo, and takes any input as plain words."""

import pytest

from studydag.model.store import search
from studydag.model.store.library import Library
from studydag.model.values.follow_up import Action, ChecklistItem
from studydag.model.values.goals import Goal
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity, ActivityStep, Trajectory


def fill(library: Library) -> int:
    with library.change("add") as writer:
        writer.add(Person(name="José Čapek", section="Wiskunde"))
        writer.add(
            Trajectory(title="Feedback", activities=(Activity(title="PLG", steps=(ActivityStep(title="zoemsessie"),)),))
        )
        return writer.add(
            StudyDay(
                title="Formatief handelen",
                goals=(Goal(sentence="Elke sectie gebruikt exitkaarten"),),
                actions=(Action(what="Toets maken", checklist=(ChecklistItem(text="exitkaart kiezen"),)),),
            )
        )


def test_words_are_found_by_their_beginning_in_titles_and_texts(library: Library) -> None:
    day = fill(library)
    found = {(hit.kind, hit.day) for hit in library.find("exitkaart") if hit.day is not None}
    assert found == {("goal", day), ("checklist_item", day)}
    assert [hit.title for hit in library.find("jose cap")] == ["José Čapek"]
    assert library.find("zoem")[0].day is None
    assert library.find("formatief exitkaart") == []


def test_the_index_follows_undo_and_redo(library: Library) -> None:
    fill(library)
    library.undo()
    assert library.find("formatief") == []
    library.redo()
    assert len(library.find("formatief")) == 1


@pytest.mark.parametrize(
    "words", ['"', "a AND", "NEAR(", "*", "title:x", "'; DROP TABLE x", "(", "-", "", "\x00", "^", "🦊"]
)
def test_no_input_is_an_error(library: Library, words: str) -> None:
    fill(library)
    assert isinstance(library.find(words), list)


def test_rebuilding_gives_the_same_index(library: Library) -> None:
    fill(library)
    before = sorted(library.rows(f"SELECT rowid,* FROM {search.TABLE}"))
    library.rebuild_index()
    assert sorted(library.rows(f"SELECT rowid,* FROM {search.TABLE}")) == before
