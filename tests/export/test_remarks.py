"""What is told of a document that was made: the characters that are printed as marks, and a logo that can't be read."""

from dataclasses import replace

import pytest

from studydag.export.asked import Proof, Stamp, Stopped
from studydag.export.documents import document, documents
from studydag.export.remarks import around, remarks
from studydag.model.values.school import Picture
from studydag.model.values.setting import Setting
from tests.building import a_block, a_day
from tests.export.printing_days import DUTCH, ENGLISH, STAMP, example


def proofed(name, day, setting=None):
    proof = Proof()
    document(name).render(day, setting or Setting(), DUTCH, replace(STAMP, proof=proof))
    return proof


@pytest.mark.logs
def test_what_is_printed_as_a_mark_is_told_with_the_words_around_it():
    proof = proofed(
        "programme", a_day(a_block(1, title="Workshop met 王伟 over feedback"), a_block(2, title="Feest 🎉"))
    )
    (said,) = remarks(proof, DUTCH)
    assert "王 伟 🎉" in said
    assert "Workshop met 王伟 over feedback" in said
    assert "Feest 🎉" in said
    assert said.count("王伟") == 1
    assert remarks(proof, ENGLISH) != (said,)


def test_a_document_in_which_all_can_be_printed_says_nothing():
    assert remarks(proofed("programme", a_day(a_block(1, title="Łódź Ωμέγα שלום"))), DUTCH) == ()


@pytest.mark.logs
def test_a_logo_that_can_not_be_read_is_told_in_every_document_that_bears_it():
    day, setting = example()
    broken = replace(setting, logo=Picture(name="logo.png", data=b"no picture"))
    for name in ("programme", "certificate"):
        (said,) = remarks(proofed(name, day, broken), ENGLISH)
        assert "logo" in said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王伟", "王伟"),
        ("Noor en 王\nSam", "Noor en 王 Sam"),
        ("een heel lang begin van een regel met 王 en daarna nog veel meer", "…een regel met 王 en daarna nog…"),
        ("a" * 60 + "王" + "b" * 60, "…" + "a" * 18 + "王" + "b" * 18 + "…"),
    ],
)
def test_a_place_is_known_by_the_words_around_it(text, expected):
    assert around(text, "王") == expected


@pytest.mark.logs
def test_two_documents_with_one_stamp_are_told_of_together_and_logged_apart(caplog):
    proof = Proof()
    for title in ("Feest 🎉", "Welkom"):
        day = a_day(a_block(1, title=title))
        document("programme").render(day, Setting(), DUTCH, replace(STAMP, proof=proof))
    assert proof.marks == {"🎉": "Feest 🎉"}
    assert caplog.text.count("PARTY POPPER") == 1


def test_two_stamps_are_the_same_whatever_was_found():
    assert Stamp(printed=STAMP.printed, proof=Proof(logo_left_out=True)) == Stamp(printed=STAMP.printed)


@pytest.mark.parametrize("name", [each.name for each in documents() if ".pdf" in each.endings])
def test_a_document_that_is_not_wanted_any_more_is_not_finished(name):
    day, setting = example()
    asked = iter([True, True])
    stamp = replace(STAMP, proof=Proof(is_wanted=lambda: next(asked, False)))
    with pytest.raises(Stopped):
        document(name).render(day, setting, DUTCH, stamp)


def test_a_document_that_has_nothing_to_tell_says_so():
    bare = a_day(title="Studiedag maart")
    telling = {each.name for each in documents() if not proofed(each.name, bare).nothing}
    assert telling == {"attendance", "certificate", "handout", "justification", "parent-letter", "share"}
    assert proofed("poster", bare).nothing == "Er staat nog niets in het programma."


@pytest.mark.parametrize("name", ["evaluation", "materials", "partner"])
def test_where_all_is_switched_off_that_is_said(name):
    day, setting = example("nl")
    off = {option.name: "no" for option in document(name).options}
    proof = Proof()
    document(name).render(day, setting, DUTCH, replace(STAMP, proof=proof), chosen=off)
    assert proof.nothing == "Alles wat hier kan staan, is uitgezet."
