import unicodedata
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pdfua import validate

from studydag.export.typeset.flowables import Heading, Paragraph
from studydag.export.typeset.fonts import ELSEWHERE, ELSEWHERE_BOLD
from studydag.export.typeset.text import MISSING, Run
from studydag.export.typeset.theme import Role, Theme
from studydag.export.typeset.typesetting import Typesetter
from tests.export.pdf.printing import printed
from tests.export.printing_days import example, text

ARABIC, HEBREW = "محمد عبد الرحمن", "שרה כהן-לוי"


def drawn_line(content, width=400.0) -> list[str]:
    lines = Typesetter(Theme.of()).lines(content, Role.BODY, width)
    return ["".join(piece.text for piece in line.pieces) for line in lines]


def read_back(shown: str) -> str:
    return unicodedata.normalize("NFKC", shown[::-1])


@pytest.mark.parametrize("name", [ARABIC, HEBREW])
def test_a_name_alone_is_drawn_from_right_to_left(name):
    (line,) = drawn_line(name)
    assert read_back(line) == name


@pytest.mark.parametrize("name", [ARABIC, HEBREW])
def test_a_name_in_a_sentence_leaves_the_sentence_as_it_is(name):
    (line,) = drawn_line(f"Geleid door {name}, en Jan")
    before, after = line.removeprefix("Geleid door "), ", en Jan"
    assert line.startswith("Geleid door ")
    assert line.endswith(after)
    assert read_back(before.removesuffix(after)) == name


def test_a_name_and_what_stands_behind_it_keep_their_looks():
    lines = Typesetter(Theme.of()).lines((Run(HEBREW, strong=True), Run(" (begeleider)", grey=True)), Role.BODY, 400)
    first, second = lines[0].pieces
    assert (first.face, first.spoken) == (ELSEWHERE_BOLD, HEBREW)
    assert second.text == " (begeleider)"


def test_a_text_of_several_lines_begins_at_the_first_word():
    said = f"{ARABIC} " * 6
    lines = drawn_line(said.strip(), 200)
    assert len(lines) > 2
    assert " ".join(read_back(line.rstrip()) for line in lines) == said.strip()


def test_a_line_of_such_words_is_as_wide_as_its_words_and_never_wider_than_its_room():
    setter = Typesetter(Theme.of())
    wide = setter.natural_width(ARABIC, Role.BODY)
    assert [round(line.width, 3) for line in setter.lines(ARABIC, Role.BODY, wide)] == [round(wide, 3)]
    assert len(setter.lines(ARABIC, Role.BODY, wide - 1)) == 2


def test_letters_of_armenia_and_georgia_are_no_marks():
    (line,) = drawn_line("Արմեն en ნინო")
    assert line == "Արմեն en ნინო"
    setter = Typesetter(Theme.of())
    assert [piece.face for piece in setter.lines("Արմեն", Role.BODY, 99)[0].pieces] == [ELSEWHERE]
    assert setter.proof.marks == {}


def test_what_no_font_here_has_is_a_mark_beside_what_can_be_drawn():
    setter = Typesetter(Theme.of())
    (line,) = setter.lines(f"王 {HEBREW}", Role.BODY, 400)
    assert line.pieces[0].text == MISSING
    assert set(setter.proof.marks) == {"王"}


def test_words_from_the_right_are_marked_so_and_read_in_their_order_in_bookmarks(tmp_path):
    story = [Heading(text=f"Namen: {ARABIC}", level=1), Paragraph(content=HEBREW)]
    data = printed(story)
    path = tmp_path / "names.pdf"
    path.write_bytes(data)
    assert [finding.message for finding in validate(str(path)).findings] == []
    with pikepdf.open(BytesIO(data)) as pdf:
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == [f"Namen: {ARABIC}"]
        operators = [(str(one.operator), one.operands) for one in pikepdf.parse_content_stream(pdf.pages[0])]
    assert sum(name == "BMC" and str(operands[0]) == "/ReversedChars" for name, operands in operators) == 2


def test_latin_pages_hold_no_other_font():
    data = printed([Paragraph(content="Gewoon")])
    assert b"DejaVu" not in data
    assert b"DejaVu" in printed([Paragraph(content=HEBREW)])


def test_an_attendance_list_has_the_names_of_all_who_come():
    day, setting = example()
    names = dict(zip(range(3), (ARABIC, HEBREW, "Արմեն Սարգսյան"), strict=True))
    people = tuple(replace(person, name=names.get(number, person.name)) for number, person in enumerate(setting.people))
    shown = text("attendance", day, replace(setting, people=people))
    assert MISSING not in shown
    assert "Արմեն Սարգսյան" in shown
