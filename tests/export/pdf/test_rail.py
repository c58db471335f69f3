from studydag.export.pdf.rail import RailRow, TimeRail
from studydag.export.typeset.boxes import Choice, Choices
from studydag.export.typeset.theme import MM, PHASES, Theme
from studydag.export.typeset.typesetting import Typesetter
from tests.export.pdf.printing import printed_and_read

HEADER = ("Tijd", "Programma", "Plaats")
COLOUR = PHASES["knowledge"]
CHOICES = Choices(choices=(Choice(title="Exitkaarten", note="lokaal 12"), Choice(title="Rubrics")))


def row(**looks: object) -> RailRow:
    plain = {"start": "09:45", "end": "10:20", "title": "Wat werkt", "detail": "Kennis · Jigsaw", "colour": COLOUR}
    return RailRow(**(plain | looks))


def test_a_row_says_when_what_and_where():
    (table,) = printed_and_read([TimeRail(header=HEADER, rows=(row(place="Aula", flows=("Uitleg",)),))]).root.kids
    assert [cell.all_text for cell in table.kids[0].kids] == list(HEADER)
    assert [cell.attribute("/Scope") for cell in table.kids[0].kids] == ["/Column"] * 3
    time, what, where = table.kids[1].kids
    assert (time.text, time.attribute("/Scope")) == ("09:45–10:20", "/Row")
    assert [part.text for part in what.kids] == ["Wat werkt", "Kennis · Jigsaw", "Uitleg"]
    assert where.text == "Aula"


def test_without_places_there_is_no_column_for_them():
    (table,) = printed_and_read([TimeRail(header=HEADER, rows=(row(), row(end="")))]).root.kids
    assert [len(line.kids) for line in table.kids] == [2, 2, 2]
    assert table.kids[2].kids[0].text == "09:45"


def test_choices_stand_in_a_row_of_their_own_below_their_round_and_on_its_page():
    for above in range(8, 16):
        rail = TimeRail(header=HEADER, rows=(*[row(place="Aula")] * above, row(below=(CHOICES,))))
        *_, round_, below = printed_and_read([rail]).root.every("TR")
        assert [cell.attribute("/ColSpan") for cell in below.kids] == [3]
        assert [item.all_text for item in below.every("LI")] == ["Exitkaartenlokaal 12", "Rubrics"]
        assert round_.all_pages == below.all_pages


def test_a_title_of_186_characters_is_never_split():
    title = ("Feedback die leerlingen gebruiken en die collega's herkennen " * 4)[:186]
    rail = TimeRail(header=HEADER, rows=(row(title=title, place="Sectielokalen"),) * 30)
    reading = printed_and_read([rail], Theme.of(large_print=True))
    titles = [line.kids[1].kids[0] for line in reading.root.every("TR")[1:]]
    assert all(len(each.all_pages) == 1 and each.text.strip() == title.strip() for each in titles)


def test_a_description_of_twenty_pages_flows_on():
    reading = printed_and_read([TimeRail(header=HEADER, rows=(row(place="Aula", flows=("woord " * 14_000,)), row()))])
    assert len(reading.pdf.pages) >= 20
    assert reading.root.every("P")[2].text.split() == ["woord"] * 14_000


def test_a_rail_without_rows_leaves_nothing():
    assert printed_and_read([TimeRail(header=HEADER, rows=())]).root.kids == []


def test_the_bar_goes_on_to_the_choices_below():
    rail = TimeRail(header=HEADER, rows=(row(place="Aula", below=(CHOICES,)), row()))
    fragment = rail.lay_out(Typesetter(Theme.of()), 174 * MM)
    round_, below, plain = fragment.child.body.children
    assert round_.bar == below.bar
    assert (round_.below, round_.bar_beyond) == (0, below.above)
    assert plain.bar_beyond == 0


def test_the_column_of_places_is_wide_enough_for_the_notes_of_choices_in_a_list():
    notes = tuple(Choice(title=f"Keuze {n}", note="lokaal op de tweede verdieping") for n in range(4))
    short, long = (
        TimeRail(header=HEADER, rows=(row(place="Aula", below=below),)).lay_out(Typesetter(Theme.of()), 174 * MM)
        for below in ((), (Choices(choices=notes),))
    )
    places = [fragment.child.body.children[0].slots[2].x for fragment in (short, long)]
    assert places[1] < places[0]


def test_what_goes_on_has_its_time_on_the_next_page_too():
    choices = tuple(Choice(title=f"Keuze {n}", text="woord " * 40) for n in range(40))
    row = RailRow(
        start="9:00",
        end="10:00",
        title="Ronde",
        colour=PHASES["knowledge"],
        below=(Choices(choices=choices),),
        continued="Ronde (vervolg)",
    )
    reading = printed_and_read([TimeRail(header=("Tijd", "Wat", "Waar"), rows=(row,))])
    assert len(reading.pdf.pages) > 2
    assert ["9:00–10:00Ronde (vervolg)" in "".join(page) for page in reading.decoration] == [
        False,
        *[True] * (len(reading.pdf.pages) - 1),
    ]
