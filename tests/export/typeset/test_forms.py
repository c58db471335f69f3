from io import BytesIO

import pypdfium2
from pypdf import PdfReader

from studydag.export.typeset.forms import CheckItem, CheckList, TickBox, WriteLines
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.theme import Theme
from studydag.export.typeset.typesetting import Typesetter
from tests.export.pdf.printing import printed, printed_and_read

ITEMS = (
    CheckItem(
        name="Klaar: toetsen verzamelen",
        text="Toetsen verzamelen",
        aside="ma 1 maart",
        flows=(WriteLines(label="Opbrengst"),),
    ),
    CheckItem(name="Klaar: Çağla (Łódź) bellen 🎉", text="Bellen", ticked=True),
)


def test_a_box_is_a_field_with_a_name_in_a_form_element():
    reading = printed_and_read([CheckList(items=ITEMS)])
    forms = reading.root.every("Form")
    fields = [form.objects[0] for form in forms]
    assert [str(field.TU) for field in fields] == [item.name for item in ITEMS]
    assert [str(field.V) for field in fields] == ["/Off", "/Yes"]
    assert [str(field.AS) for field in fields] == ["/Off", "/Yes"]
    assert {str(field.FT) for field in fields} == {"/Btn"}
    assert len({str(field.T) for field in fields}) == 2
    assert all(field.F == 4 for field in fields), "a box that isn't printed"
    assert [field.objgen for field in reading.pdf.Root.AcroForm.Fields] == [field.objgen for field in fields]


def test_an_item_is_read_with_its_box_first():
    (listed,) = printed_and_read([CheckList(items=ITEMS)]).root.kids
    body = listed.kids[0].kids[0]
    assert [(kid.tag, kid.text) for kid in body.kids] == [
        ("Form", ""),
        ("P", "Toetsen verzamelen"),
        ("P", "ma 1 maart"),
        ("P", "Opbrengst"),
    ]


def test_a_box_stands_on_paper_without_its_field():
    (page,) = printed_and_read([CheckList(items=ITEMS)]).decoration
    with_lines = len(page)
    (plain,) = printed_and_read([CheckList(items=())]).decoration
    assert with_lines - len(plain) == 3, "two boxes and a line to write on"


def test_a_box_needs_no_font():
    reading = printed_and_read([CheckList(items=ITEMS)])
    (field, _) = reading.pdf.Root.AcroForm.Fields
    assert all("/Font" not in look.Resources for look in (field.AP.N.Off, field.AP.N.Yes))


def test_a_ticked_box_looks_ticked():
    def ink(ticked: bool) -> int:
        item = CheckItem(name="Klaar", text="Klaar", ticked=ticked)
        document = pypdfium2.PdfDocument(printed([CheckList(items=(item,))]))
        document.init_forms()
        return sum(255 - value for value in document[0].render(scale=2).to_pil().convert("L").tobytes())

    assert ink(ticked=True) > ink(ticked=False)


def test_a_box_can_stand_in_a_table():
    rows = (Row(cells=("Bellen", Cell(flow=TickBox(name="Gebeld")))),)
    story = [Table(columns=(Column(share=1), Column(mm=10)), header=("Actie", "Klaar"), rows=rows)]
    (cell,) = printed_and_read(story).root.every("TD")
    assert [kid.tag for kid in cell.kids] == ["Form"]


def test_other_readers_find_the_boxes():
    fields = PdfReader(BytesIO(printed([CheckList(items=ITEMS)]))).get_fields()
    assert [(name, field.value) for name, field in fields.items()] == [("box1", "/Off"), ("box2", "/Yes")]


def test_many_lines_to_write_on_go_on_over_pages():
    assert len(printed_and_read([WriteLines(label="Een lange vraag? " * 20, lines=80)]).pdf.pages) == 3


def test_a_note_stands_under_the_text_and_what_stands_beside_it():
    item = CheckItem(name="Klaar", text="Bellen", aside="ma 1 maart", note="10 min", flows=("Zie de lijst",))
    (form, *others) = printed_and_read([CheckList(items=(item,))]).root.every("LBody")[0].kids
    assert form.tag == "Form"
    assert [kid.text for kid in others] == ["Bellen", "ma 1 maart", "10 min", "Zie de lijst"]


def test_steps_of_one_thing_stand_closer_than_things():
    items = tuple(CheckItem(name=f"{n}", text=f"{n}") for n in range(5))
    setter = Typesetter(Theme.of())
    wide, close = (CheckList(items=items, close=close).lay_out(setter, 300) for close in (False, True))
    assert close.height < wide.height
