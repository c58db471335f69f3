from studydag.export.typeset.flowables import (
    Bullets,
    Columns,
    Facts,
    Group,
    Heading,
    Indented,
    PageBreak,
    Panel,
    Paragraph,
    Prose,
    Rule,
    Space,
    Steps,
    Titled,
)
from studydag.export.typeset.layout import Band, Branch, Lines, Stack
from studydag.export.typeset.theme import MM, Role, Theme
from studydag.export.typeset.typesetting import Typesetter
from tests.export.pdf.printing import printed_and_read


def test_headings_stand_in_the_bookmarks_without_a_level_skipped():
    story = [
        Heading(text="Dag", level=1),
        Heading(text="Diep", level=4),
        Heading(text="Doelen", level=2),
        Heading(text="Kop\nop twee regels 🎉"[:19], level=3),
    ]
    outline = printed_and_read(story).pdf.open_outline().root
    assert [item.title for item in outline] == ["Dag"]
    assert [item.title for item in outline[0].children] == ["Diep", "Doelen"]
    assert [item.title for item in outline[0].children[1].children] == ["Kop op twee regels"]


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    for above in range(40, 60):
        story = [Paragraph(content="regel")] * above + [Heading(text="Kop"), Paragraph(content="woord " * 60)]
        root = printed_and_read(story).root
        heading, paragraph = root.every("H2")[0], root.every("P")[-1]
        assert heading.all_pages <= paragraph.all_pages


def test_what_belongs_together_stays_on_one_page():
    for above in range(20, 45):
        story = [Paragraph(content="regel")] * above + [Group(flows=("een",) * 12, together=True)]
        reading = printed_and_read(story)
        assert len(set().union(*(kid.all_pages for kid in reading.root.kids[-12:]))) == 1


def test_what_belongs_together_but_fits_no_page_is_printed_all_the_same():
    reading = printed_and_read([Group(flows=("een",) * 200, together=True)])
    assert len(reading.root.kids) == 200


def test_markup_in_text_is_text():
    hostile = "<b>&lt;img src=x> <para><a href='file:///'>&amp; %s {0} \\n (( )"
    story = [
        Heading(text=hostile),
        Paragraph(content=hostile),
        Bullets(items=(hostile,)),
        Panel(flows=(hostile,)),
        Facts(pairs=((hostile, hostile),)),
        Prose(text=hostile),
    ]
    reading = printed_and_read(story)
    assert reading.root.all_text.count(hostile) == 7
    assert reading.pdf.open_outline().root[0].title == hostile


def test_a_panel_that_is_longer_than_a_page_goes_on():
    reading = printed_and_read([Panel(flows=("woord " * 2000, "slot"))])
    assert [kid.all_text.split()[-1] for kid in reading.root.kids] == ["woord", "slot"]


def test_prose_keeps_its_paragraphs_and_its_lines():
    root = printed_and_read([Prose(text="een\ntwee\n\ndrie")]).root
    assert [kid.text for kid in root.kids] == ["een twee", "drie"]


def test_a_title_stays_with_its_notes():
    for above in range(45, 60):
        root = printed_and_read([*[Paragraph(content="regel")] * above, Titled(title="Blok", notes=("Kennis",))]).root
        *_, title, note = root.kids
        assert (title.text, note.text) == ("Blok", "Kennis")
        assert title.all_pages == note.all_pages


def test_an_item_of_a_list_may_hold_more_than_text():
    (item,) = printed_and_read([Bullets(items=(Group(flows=("een", Bullets(items=("twee",)))),))]).root.every("L")[:1]
    assert [kid.tag for kid in item.kids[0].kids[1].kids] == ["P", "L"]


def test_an_empty_list_is_no_list():
    assert printed_and_read([Bullets(items=()), Space(beats=2), Facts(pairs=())]).root.kids == []


def test_an_empty_heading_and_an_empty_panel_are_neither_read_nor_named():
    reading = printed_and_read([Heading(text=""), Panel(flows=()), Rule()])
    assert reading.root.kids == []
    assert len(reading.pdf.open_outline().root) == 0
    assert reading.unmarked == []


def test_a_page_break_within_something_else_breaks_nothing():
    assert len(printed_and_read([Group(flows=("een", PageBreak(), "twee"))]).pdf.pages) == 1


SETTER = Typesetter(Theme.of())
LARGE = Typesetter(Theme.of(large_print=True))


def test_notes_stand_close_under_their_title_and_go_with_it():
    stack = Titled(title="Titel", notes=("een", "", "twee"), flows=("woord " * 200,)).lay_out(SETTER, 300)
    assert isinstance(stack, Stack)
    assert [child.after for child in stack.children[:2]] == [0, 0]
    assert [child.keep_with_next for child in stack.children[:3]] == [True] * 3
    for above in range(40, 60):
        root = printed_and_read(
            [*[Paragraph(content="regel")] * above, Titled(title="Titel", notes=("noot",), flows=("rest",))]
        ).root
        assert len({page for kid in root.kids[-3:] for page in kid.all_pages}) == 1


def test_a_title_may_have_nothing_below_it_and_notes_no_title():
    assert [kid.text for kid in printed_and_read([Titled(title="Titel", notes=("",))]).root.kids] == ["Titel"]
    assert [kid.text for kid in printed_and_read([Titled(title="", notes=("noot",))]).root.kids] == ["noot"]
    assert printed_and_read([Titled(title="")]).root.kids == []


def test_columns_stand_beside_each_other_where_there_is_room():
    columns = Columns(columns=((Heading(text="Links"), "een"), (Heading(text="Rechts"), "twee")))
    assert isinstance(columns.lay_out(SETTER, 174 * MM), Band)
    assert isinstance(columns.lay_out(SETTER, 120 * MM), Stack)
    assert isinstance(columns.lay_out(LARGE, 174 * MM), Stack)
    assert [kid.text for kid in printed_and_read([columns]).root.kids] == ["Links", "een", "Rechts", "twee"]


def test_one_column_takes_the_whole_width_and_none_leaves_nothing():
    assert isinstance(Columns(columns=(("een",), ())).lay_out(SETTER, 174 * MM), Stack)
    assert printed_and_read([Columns(columns=((), ()))]).root.kids == []


def test_columns_go_on_over_pages():
    columns = Columns(columns=(("links " * 3000,), ("rechts " * 100,)))
    reading = printed_and_read([Paragraph(content="boven"), columns])
    assert [kid.text.split()[-1] for kid in reading.root.kids] == ["boven", "links", "rechts"]
    assert len(reading.pdf.pages) > 3


def test_low_columns_are_not_parted_from_their_headings():
    lists = [(Heading(text=name), Bullets(items=tuple(f"{name} {n}" for n in range(10)))) for name in ("een", "twee")]
    columns = Columns(columns=tuple(lists)).lay_out(SETTER, 174 * MM)
    assert columns.split(columns.height * 0.8, force=False) is None
    assert columns.split(columns.height * 0.8, force=True) is not None


def test_what_is_indented_is_narrower():
    band = Indented(flow="woord " * 40).lay_out(SETTER, 200)
    assert isinstance(band, Band)
    assert band.slots[0].x > 0
    assert band.slots[0].fragment.width == 200 - band.slots[0].x


def test_steps_beside_each_other_stay_one_list_in_their_order():
    steps = Steps(items=tuple(f"stap {n}" for n in range(1, 6)), beside=3)
    fragment = steps.lay_out(SETTER, 261 * MM)
    assert isinstance(fragment, Branch)
    assert isinstance(fragment.child, Stack)
    assert [len(row.slots) for row in fragment.child.children if isinstance(row, Band)] == [3, 2]
    (listed,) = printed_and_read([steps]).root.kids
    assert [item.all_text for item in listed.kids] == [f"{n}.stap {n}" for n in range(1, 6)]


def test_a_long_title_is_set_smaller():
    short, long = (Heading(text="woord " * count, level=1).lay_out(SETTER, 400) for count in (5, 40))
    assert isinstance(short, Lines)
    assert isinstance(long, Lines)
    assert (short.style, long.style) == (SETTER.style(Role.TITLE), SETTER.style(Role.LONG_TITLE))


def test_a_heading_may_look_otherwise_than_its_level():
    heading = Heading(text="Kop", role=Role.HEADING_3)
    fragment = heading.lay_out(SETTER, 400)
    assert isinstance(fragment, Lines)
    assert fragment.style == SETTER.style(Role.HEADING_3)
    assert [kid.tag for kid in printed_and_read([heading]).root.kids] == ["H2"]


def test_bullets_beside_each_other_are_read_row_by_row_and_never_one_alone_on_a_page():
    items = tuple(f"punt {n}" for n in range(1, 8))
    read = printed_and_read([Bullets(items=items, beside=2)]).root.every("LBody")
    assert [each.all_text for each in read] == list(items)
    for beats in range(50, 62):
        reading = printed_and_read([Space(beats=beats), Bullets(items=items)])
        on = [min(item.all_pages) for item in reading.root.every("LI")]
        assert all(on.count(page) > 1 for page in set(on))
