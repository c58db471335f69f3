"""Word files, read back by python-docx: real styles, real tables, and nothing lost of what was typed."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.shared import Pt

from studydag.export.documents import DOCX, document
from studydag.language import Language
from studydag.model.values.programme import Mode
from studydag.model.values.school import School
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_goal, a_round, an_action
from tests.export.printing_days import DUTCH, ENGLISH, HOSTILE, STAMP, example


def word(name: str, day: StudyDay, setting: Setting | None = None, language: Language = ENGLISH) -> WordDocument:
    made = document(name).render(day, setting or Setting(), language, STAMP, ending=DOCX)
    return docx.Document(BytesIO(made))


def cells(document_: WordDocument, number: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document_.tables[number].rows]


def test_titles_headings_and_lists_have_their_styles():
    found = word("programme", *example("en"))
    styles = {paragraph.style.name for paragraph in found.paragraphs if paragraph.text}
    assert {"Title", "Subtitle", "Heading 1", "List Bullet", "Intense Quote"} <= styles
    assert found.paragraphs[1].text == "Formative assessment in every lesson"
    assert found.paragraphs[1].style.name == "Title"


def test_the_programme_is_a_table_whose_header_repeats():
    found = word("programme", a_day(*a_round(1, a_block(2, title="One"), title="Choose"), a_block(3, title="Close")))
    rows = cells(found)
    assert rows[0] == ["Time", "What"]
    assert rows[1] == ["09:00–09:30", "Choose\nChoice round · knowledge\nOne"]
    assert len(found.element.body.xpath("w:tbl[1]/w:tr[1]/w:trPr/w:tblHeader")) == 1


def test_a_row_stays_whole_unless_it_may_be_higher_than_a_page():
    found = word("programme", a_day(a_block(1, title="One"), a_block(2, title="Two", description="word " * 4_000)))
    assert [len(row.xpath("w:trPr/w:cantSplit")) for row in found.element.body.xpath("w:tbl[1]/w:tr")[1:]] == [1, 0]


def test_the_plan_lies_across_the_page_and_numbers_its_goals_from_one():
    found = word("plan", *example("en"))
    section = found.sections[0]
    assert section.page_width > section.page_height
    steps = [paragraph for paragraph in found.paragraphs if paragraph.style.name == "List Number"]
    assert len(steps) == 3
    assert cells(found)[0] == ["When", "What", "Owner", "Goal", "Support", "Visible result", "State"]
    assert cells(found)[1][0] == "Before the study day"


def test_what_was_typed_comes_through_and_is_never_markup():
    title = f"{HOSTILE} 👩‍🏫 &amp; <w:p/>"
    found = word("plan", a_day(an_action(1, title), title=title))
    assert any(" ".join(title.split()) in " ".join(cell.split()) for row in cells(found) for cell in row)


def test_what_xml_has_no_place_for_is_left_out():
    found = word("programme", a_day(a_block(1, title="a\x0bb\x00c\ud800d")))
    assert cells(found)[1][1].startswith("abcd")


@pytest.mark.parametrize("language", [DUTCH, ENGLISH])
def test_the_file_says_what_it_is_and_in_which_language(language):
    found = word("plan", a_day(a_goal(1)), language=language)
    assert found.core_properties.title.startswith("Formative assessment – ")
    assert found.core_properties.language == language.tag
    assert found.core_properties.created.date() == STAMP.printed.date()
    assert "python-docx" not in found.core_properties.comments
    (spoken,) = found.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    assert spoken == language.tag
    title, foot = found.sections[0].footer.paragraphs
    assert title.text == "Formative assessment"
    assert "3" in foot.text
    feet = [part for part in found.part.package.parts if "footer" in part.partname]
    fields = [name for part in feet for name in part.element.xpath("w:p/w:fldSimple/@w:instr")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_letters_can_be_edited_as_well():
    day, setting = example("en")
    assert any(p.text.startswith("Dear parents") for p in word("parent-letter", day, setting).paragraphs)
    assert any(p.text == "The day in short" for p in word("invitation", day, setting).paragraphs)


def test_the_longest_title_is_whole_on_the_page_and_cut_in_the_properties_of_the_file():
    title = "Dag " * 120
    setting = Setting(school=School(name="School " * 60))
    found = word("programme", replace(a_day(a_block(1, title="One")), title=title.strip()), setting)
    assert title.strip() in [paragraph.text for paragraph in found.paragraphs]
    assert len(found.core_properties.title) == len(found.core_properties.author) == 255


def test_a_long_text_is_whole():
    found = word("programme", a_day(a_block(1, description="word " * 9_000)))
    assert cells(found)[1][1].count("word") == 9_000


def test_no_date_of_today_is_in_the_file():
    made = document("programme").render(a_day(), Setting(), DUTCH, STAMP, ending=DOCX)
    with ZipFile(BytesIO(made)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_addresses_are_links_and_what_leads_nowhere_is_text():
    day = a_day(
        a_block(1, title="Clip", mode=Mode.ONLINE, link="https://example.org/zoek?q=één clip"),
        a_block(2, title="Map", mode=Mode.ONLINE, link="file:///geheim"),
    )
    found = word("programme", day)
    links = [
        link
        for table in found.tables
        for cell in table.column_cells(1)
        for p in cell.paragraphs
        for link in p.hyperlinks
    ]

    assert {(link.text, link.address) for link in links} == {
        ("https://example.org/zoek?q=één clip", "https://example.org/zoek?q=%C3%A9%C3%A9n%20clip")
    }


def test_a_letter_leaves_room_to_sign():
    last = word("parent-letter", a_day()).paragraphs[-1]
    assert last.paragraph_format.space_before is not None
    assert last.paragraph_format.space_before.mm > 11


def test_the_question_stands_on_a_ground_as_wide_as_the_text_and_the_foot_has_room():
    found = word("programme", *example("en"))
    section = found.sections[0]
    assert section.bottom_margin - section.footer_distance > Pt(2 * 9.5 * 1.2)
    style = found.styles["Intense Quote"]
    assert style.paragraph_format.left_indent == style.paragraph_format.right_indent == Pt(6)
    assert style.element.xpath("w:pPr/w:shd/@w:fill") == ["EDF2F8"]
    assert set(style.element.xpath("w:pPr/w:pBdr/*/@w:color")) == {"EDF2F8"}


def test_a_letter_has_white_above_its_greeting_and_its_end():
    found = word("parent-letter", *example("en"))
    spaced = [each.text for each in found.paragraphs if (each.paragraph_format.space_before or 0) > Pt(10)]
    assert spaced[:2] == ["Dear parents and carers,", "With kind regards,"]
