"""What holds for every document: the register, options, bytes, privacy, accessibility, and any study day at all."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis.strategies import sampled_from
from pdfua import validate

from studydag.export.asked import NO, YES, Stamp
from studydag.export.documents import PDF, Document, document, documents
from studydag.language import Language
from studydag.model.values.dates import RelativeDate
from studydag.model.values.description import described, is_thing
from studydag.model.values.errors import NoSuchDocument, NoSuchEnding, NoSuchOption, NoSuchValue, NothingDated
from studydag.model.values.setting import LastPrint, Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_part, a_person, a_round, a_setting, an_action
from tests.export.pdf.reading import read
from tests.export.printing_days import DUTCH, ENGLISH, HOSTILE, STAMP, example, printed, words
from tests.strategies import World, worlds

NAMES = [each.name for each in documents()]
SAME_IN_DUTCH = {"Plan B", "Budget", "Poster", "Catering"}
CONFIDENTIAL = {"notes", "comparison"}
"""Options that ask for what is confidential."""
LANGUAGES = {"nl": DUTCH, "en": ENGLISH}


@cache
def days() -> dict[str, tuple[StudyDay, Setting]]:
    """Return days of very different kinds."""
    day, setting = example()
    options = [a_block(100 + number, title=f"Option {number}", description=HOSTILE) for number in range(60)]
    return {
        "example": (day, setting),
        "without date": (replace(day, parts=tuple(replace(part, date=None) for part in day.parts)), setting),
        "nothing at all": (StudyDay(), Setting()),
        "a part without blocks": (a_day(), Setting()),
        "400 blocks": (a_day(*(a_block(number, 3) for number in range(1, 401))), Setting()),
        "60 options": (a_day(*a_round(1, *options)), Setting()),
        "three parts": (
            a_day(
                a_part(1, title="Day 1", venue="Hall"),
                a_part(2, "20:00", "1:00", title="Evening", venue="Café"),
                a_part(3, date=dt.date(2026, 11, 13), title="Day 2"),
                a_block(4),
                a_block(5, 300, part=2),
                a_block(6, part=3, description="word " * 9_000),
            ),
            Setting(),
        ),
    }


@cache
def paper(name: str, kind: str) -> bytes:
    """Return a document of a day of some kind as PDF, in Dutch and made once."""
    return printed(name, *days()[kind], DUTCH)


@cache
def written(name: str, code: str) -> str:
    """Return what stands in a document of the worked example in a language."""
    return words(printed(name, *example(code), LANGUAGES[code]))


def test_the_register_has_every_document_with_at_most_six_options():
    assert NAMES[:4] == ["programme", "run-sheet", "plan", "checklist"]
    assert len(set(NAMES)) == len(NAMES)
    for each in documents():
        assert document(each.name) is each
        assert each.endings[0] == PDF
        assert len(each.options) <= 6
        assert len({option.name for option in each.options}) == len(each.options)


def test_every_title_has_a_dutch_one():
    for each in documents():
        titles = [each.title, *(option.title for option in each.options)]
        assert {title for title in titles if DUTCH.gettext(title) == title} <= SAME_IN_DUTCH


def test_private_notes_are_off_by_default_and_large_print_too():
    defaults = {(each.name, option.name): option.default for each in documents() for option in each.options}
    assert defaults["run-sheet", "notes"] == NO
    assert defaults["programme", "leads"] == NO
    assert defaults["programme", "large_print"] == defaults["checklist", "large_print"] == NO


@pytest.mark.parametrize(
    ("error", "arguments"),
    [
        (NoSuchEnding, {"ending": ".odt"}),
        (NoSuchOption, {"chosen": {"colour": YES}}),
        (NoSuchValue, {"chosen": {"goals": "perhaps"}}),
        (NothingDated, {"ending": ".ics"}),
    ],
)
def test_what_is_not_there_is_refused_in_words(error, arguments):
    with pytest.raises(error) as raised:
        document("programme").render(StudyDay(), Setting(), DUTCH, STAMP, **arguments)
    assert "{" not in DUTCH.error(raised.value)


def test_an_unknown_document_is_refused_with_the_names_of_those_there_are():
    with pytest.raises(NoSuchDocument) as raised:
        document("poem")
    assert all(name in ENGLISH.error(raised.value) for name in NAMES)


def test_an_unknown_person_is_refused_with_the_names_of_those_there_are():
    with pytest.raises(NoSuchValue) as raised:
        printed("run-sheet", a_day(), a_setting(a_person(1, "Noor"), a_person(2, "Sam")), chosen={"lead": "person-3"})
    assert "Noor, Sam" in ENGLISH.error(raised.value)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_values_give_the_same_bytes(name, code):
    day, setting = example(code)
    for ending in document(name).endings:
        first, second = (document(name).render(day, setting, Language.of(code), STAMP, ending=ending) for _ in range(2))
        assert first == second


@pytest.mark.parametrize("name", NAMES)
def test_the_footer_says_title_version_and_date_of_print(name):
    day, setting = example()
    shown = written(name, "nl")
    for part in ("Formatief handelen", "versie 3 · afgedrukt op 23 november 2026"):
        assert part in shown
    # A page alone has no number.
    assert "pagina 1 van 1" not in re.sub(r"pagina 1 van 1\d", "", shown)
    unnumbered = words(printed(name, day, setting, DUTCH, stamp=Stamp(printed=STAMP.printed)))
    assert "versie" not in unnumbered


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_each_document_is_in_one_language(name, code):
    shown = f" {written(name, code)} "
    foreign = {"nl": ["When", "What", "Owner", "page", "printed", "h ", "no date"], "en": ["Wanneer", "Wat", "pagina"]}
    assert [word for word in foreign[code] if f" {word} " in shown] == []
    assert "None" not in shown


@pytest.mark.parametrize("kind", list(days()))
@pytest.mark.parametrize(
    ("name", "chosen"),
    [*((name, {}) for name in NAMES), *((name, {"large_print": YES}) for name in ("programme", "checklist"))],
)
def test_the_checker_of_accessible_documents_finds_nothing(name, chosen, kind, tmp_path):
    path = tmp_path / "document.pdf"
    path.write_bytes(printed(name, *days()[kind], DUTCH, chosen) if chosen else paper(name, kind))
    assert [finding.message for finding in validate(str(path)).findings] == []
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", list(days()))
def test_no_level_of_headings_is_skipped(name, kind):
    levels = [int(part.tag[1]) for part in read(paper(name, kind)).root.walk() if re.fullmatch(r"H\d", part.tag)]
    assert levels[0] == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("accent", ["#ffff00", "#000000", "#ffffff", "#1f5fa8"])
def test_any_colour_of_the_school_does(name, accent):
    day, setting = example()
    assert printed(name, day, replace(setting, school=replace(setting.school, accent_colour=accent)))


def _marked(value: Any) -> Any:
    """Fill the confidential texts of a thing, and of those within it, with a word that is found again."""
    changes: dict[str, Any] = {}
    for each in described(type(value)):
        here = getattr(value, each.name)
        if each.is_value and each.many and is_thing(each.holds):
            changes[each.name] = tuple(map(_marked, here))
        elif each.is_confidential and isinstance(here, str):
            changes[each.name] = "CONFIDENTIAL"
    return replace(value, **changes)


def unpacked(data: bytes) -> str:
    """Return what stands in a file that is a text, or a package of texts."""
    if not data.startswith(b"PK"):
        return data.decode()
    with ZipFile(BytesIO(data)) as file:
        return "\n".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))


@pytest.mark.parametrize("each", documents(), ids=lambda each: each.name)
def test_what_is_confidential_is_in_no_document_unless_asked_for(each: Document):
    day, setting = example()
    marked = _marked(day)
    assert {block.facilitator_notes for block in marked.blocks} == {"CONFIDENTIAL"}
    switches = {option.name: YES for option in each.options if option.is_switch and option.name not in CONFIDENTIAL}
    # What shows the needs may be read by who asks for it, but never what was said in confidence.
    told = each.name in {"justification", "share"}
    needs = [need.statement for need in day.needs if need.is_confidential or not told]
    for ending in each.endings:
        for chosen in ({}, switches):
            data = each.render(marked, setting, DUTCH, STAMP, ending=ending, chosen=chosen)
            shown = words(data) if ending == PDF else unpacked(data)
            assert "CONFIDENTIAL" not in shown
            assert not [need for need in needs if need in shown]


@pytest.mark.parametrize("each", documents(), ids=lambda each: each.name)
def test_access_needs_and_wishes_are_in_no_document(each: Document):
    day, _ = example()
    notes = [registration.access_note for registration in day.registrations if registration.access_note]
    assert notes
    assert [note for note in notes if note in written(each.name, "nl")] == []


@pytest.mark.logs
@settings(max_examples=16)
@given(worlds(), sampled_from(list(LANGUAGES)))
def test_no_study_day_is_refused(world: World, code: str):
    for each in documents():
        for ending in each.endings:
            try:
                assert each.render(world.day, world.setting, LANGUAGES[code], STAMP, ending=ending)
            except NothingDated:
                assert ending == ".ics"


@pytest.mark.logs
@settings(max_examples=10)
@given(worlds())
def test_a_study_day_with_every_option_on_is_not_refused_either(world: World):
    for each in documents():
        chosen = {option.name: YES for option in each.options if option.is_switch}
        for option in each.options:
            if option.refers and world.setting.people:
                chosen[option.name] = world.setting.people[0].uid
        assert each.render(world.day, world.setting, DUTCH, STAMP, chosen=chosen)


@pytest.mark.logs
@settings(max_examples=12)
@given(worlds(), worlds())
def test_a_change_sheet_between_any_two_study_days_is_not_refused(world: World, other: World):
    last = LastPrint(number=1, printed_on=STAMP.printed, day=other.day, setting=other.setting)
    setting = replace(world.setting, last_print=last)
    for value in (YES, NO):
        chosen = {option.name: value for option in document("changes").options}
        assert printed("changes", world.day, setting, DUTCH, chosen)


def test_a_title_of_two_lines_and_more_is_set_smaller():
    long = ("Feedback die leerlingen gebruiken en die collega’s herkennen, hoe doe je dat " * 3)[:186]
    action = an_action(1, long, due=RelativeDate(1))
    for name in NAMES:
        assert long.split()[-1] in words(printed(name, replace(a_day(a_block(1, title=long), action), title=long)))
