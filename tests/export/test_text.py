"""Markdown and plain text: what can be pasted, with what was typed as text and never as markup."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis.strategies import text as texts

from studydag.export.documents import MD, TXT, document
from studydag.export.said import said
from studydag.export.text import as_markdown, as_text
from studydag.export.typeset.flowables import Bullets, Facts, Heading, Paragraph, Steps, Titled
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import Run
from studydag.language import Language
from studydag.model.values.dates import RelativeDate
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_room, a_round, a_setting, an_action
from tests.export.printing_days import DUTCH, ENGLISH, STAMP, example


def written(name: str, day: StudyDay, ending: str, setting: Setting | None = None, language: Language = ENGLISH) -> str:
    return document(name).render(day, setting or Setting(), language, STAMP, ending=ending).decode()


DAY = a_day(
    *a_round(1, a_block(2, title="Tickets", room=1), a_block(3, title="Rubrics"), title="Choose"),
    a_block(4, title="Close"),
    an_action(5, "Try one", due=RelativeDate(2)),
)
SETTING = a_setting(a_room(1, "Room 12"))


def test_the_programme_as_text_has_times_places_and_options():
    assert written("programme", DAY, TXT, SETTING).splitlines()[2:] == [
        "Formative assessment",
        "====================",
        "09:00–16:00",
        "",
        "09:00–09:30  Choose",
        "             Choice round · knowledge",
        "             - Tickets – Room 12",
        "             - Rubrics",
        "09:30–10:00  Close",
        "             Knowledge",
        "",
        "What happens afterwards",
        "-----------------------",
        "",
        "- Thu 26 Nov 2026 · Try one",
    ]


def test_the_programme_as_markdown_is_a_list_that_stays_one():
    found = written("programme", DAY, MD, SETTING)
    assert "# Formative assessment" in found
    assert "- **09:00–09:30** **Choose**  \n  Choice round · knowledge  \n  - **Tickets** – Room 12  \n" in found
    assert "| When | What | Who |" in found


def test_the_plan_is_a_table_in_markdown_and_rows_in_text():
    assert "| **After the study day** |  |" in written("plan", DAY, MD)
    assert "AFTER THE STUDY DAY\n- Thu 26 Nov 2026 · Try one\n  Owner: no owner yet" in written("plan", DAY, TXT)


@pytest.mark.parametrize("typed", ["# no heading", "- no item", "1. no step", "*no* _emphasis_", "a|b", "<b>", "`x`"])
def test_what_was_typed_is_never_markup(typed):
    found = as_markdown(said([Paragraph(content=typed)]))
    for mark in ("#", "-", "1.", "*", "_", "|", "<", "`"):
        assert not found.startswith(f"{mark} ")
    assert found.replace("\\", "").strip() == typed


def test_a_link_emphasis_and_steps():
    story = [
        Heading(text="To do"),
        Steps(items=("One", Titled(title="Two", notes=("with a note",)))),
        Paragraph(content=(Run("Read", strong=True), " it ", Run("here", href="https://x.nl"))),
    ]
    assert as_markdown(said(story)) == (
        "## To do\n\n1. One\n2. Two\n  with a note\n\n**Read** it [here](https://x.nl)\n"
    )


def test_facts_and_tables_without_a_header_are_told_line_by_line():
    assert as_text(said([Facts(pairs=(("Room", "Aula"), ("People", Bullets(items=("A", "B")))))])) == (
        "Room: Aula\nPeople: A; B\n"
    )
    # No semicolon behind the end of a sentence.
    agenda = Bullets(items=("What worked?", "Tickets on the table.", "cake"))
    assert as_text(said([Facts(pairs=(("Agenda", agenda),))])) == "Agenda: What worked? Tickets on the table. cake\n"


def test_a_table_within_a_table_is_told_as_lines():
    inner = Table(columns=(Column(share=1),), rows=(Row(cells=("in",)),), header=("Head",))
    outer = Table(columns=(Column(share=1), Column(share=1)), rows=(Row(cells=("a", inner)),), header=("One", "Two"))
    assert "| a | in |" in as_markdown(said([outer]))


@given(texts())
def test_any_text_can_be_written(typed: str):
    story = [Paragraph(content=typed), Bullets(items=(typed,)), Heading(text=typed)]
    assert as_markdown(said(story)).endswith("\n")
    assert as_text(said(story)).endswith("\n")


def test_the_example_in_dutch():
    found = written("programme", *reversed_(example()), language=DUTCH)
    assert "10:35–11:45  Keuzeronde: aan de slag met één aanpak" in found


def reversed_(found: tuple[StudyDay, Setting]) -> tuple[StudyDay, str, Setting]:
    return found[0], TXT, found[1]


def test_durations_stand_in_text_with_the_space_that_people_type():
    day = replace(DAY, blocks=tuple(replace(block, minutes=65) for block in DAY.blocks))
    plain = written("plan", day, TXT, SETTING) + written("programme", day, TXT, SETTING)
    assert "\u00a0" not in plain
