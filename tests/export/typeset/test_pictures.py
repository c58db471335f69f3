from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from studydag.export.typeset.pictures import Figure, Masthead, opened
from studydag.export.typeset.theme import INK, PHASES, Theme
from tests.export.pdf.printing import printed, printed_and_read


def picture(kind: str = "PNG", mode: str = "RGBA", size: tuple[int, int] = (60, 30)) -> bytes:
    data = BytesIO()
    Image.new(mode, size, 1).save(data, kind)
    return data.getvalue()


def test_a_masthead_has_the_title_the_logo_and_the_running_header():
    story = [Masthead(title="Dag", kicker="Studiedag", subtitle="Aula", logo_alternative="Logo van de school")]
    reading = printed_and_read(story, Theme.of(logo=picture()))
    assert [(kid.tag, kid.text) for kid in reading.root.kids] == [
        ("P", "Studiedag"),
        ("H1", "Dag"),
        ("P", "Aula"),
        ("Figure", ""),
    ]
    logo = reading.root.kids[-1]
    assert logo.dictionary.Alt == "Logo van de school"
    left, bottom, right, top = map(float, logo.attribute("/BBox"))
    assert (right - left) / (top - bottom) == pytest.approx(2, rel=0.01)
    assert right == pytest.approx((210 - 18) / 25.4 * 72, abs=0.1)


def test_a_logo_without_words_is_decoration():
    assert [kid.tag for kid in printed_and_read([Masthead(title="Dag")], Theme.of(logo=picture())).root.kids] == ["H1"]


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "1"), ("JPEG", "L"), ("JPEG", "CMYK")]
)
def test_any_png_or_jpeg_can_be_printed(kind, mode):
    head = Masthead(title="Dag", logo_alternative="vlak")
    _title, figure = printed_and_read([head], Theme.of(logo=picture(kind, mode))).root.kids
    assert figure.dictionary.Alt == "vlak"


@pytest.mark.logs
@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", picture()[:40], picture("GIF", "P"), picture("PNG", "1", (9000, 9000))]
)
def test_what_is_no_picture_is_left_out_and_said_in_the_log(data, caplog):
    assert printed_and_read([Masthead(title="Dag")], Theme.of(logo=data)).root.all_text == "Dag" or not data
    if data:
        assert "picture" in caplog.text.lower()


def test_a_large_picture_is_made_as_small_as_paper_needs():
    reading = printed_and_read([Masthead(title="Dag")], Theme.of(logo=picture(size=(3000, 1500))))
    (image,) = (value for value in reading.pdf.pages[0].Resources.XObject.values())
    assert (image.Width, image.Height) == (425, 213), "36 by 18 mm at 300 dots an inch"


def test_a_figure_is_one_element_with_words_and_a_place():
    def drawn(sketch):
        sketch.rectangle((0, 0), (50, 10), fill=PHASES["knowledge"], stroke=INK, radius=2)
        sketch.line((0, 20), (50, 20))
        sketch.text("vijftig", (0, 12), 40)

    reading = printed_and_read([Figure(mm=(400, 40), drawn=drawn, alternative="Een balk van vijftig")])
    (figure,) = reading.root.kids
    assert (figure.tag, figure.text, figure.dictionary.Alt) == ("Figure", "vijftig", "Een balk van vijftig")
    left, _, right, _ = map(float, figure.attribute("/BBox"))
    assert right - left == pytest.approx(174 / 25.4 * 72, abs=0.1), "it is made to fit the page"
    assert reading.unmarked == []


def test_transparency_is_kept():
    assert opened(picture("PNG", "RGBA")).mode == "RGBA"
    assert opened(picture("JPEG", "L")).mode == "RGB"


@pytest.mark.logs
def test_a_logo_above_many_lists_is_opened_once(caplog):
    heads = [Masthead(title=f"Lijst {number}", logo_alternative="Logo") for number in range(9)]
    assert len(printed_and_read(heads, Theme.of(logo=b"no picture of nine lists")).root.every("H1")) == 9
    assert caplog.text.count("A picture can't be read") == 1
    assert len(printed_and_read(heads, Theme.of(logo=picture(size=(3_000, 900)))).root.every("Figure")) == 9


def test_a_shortened_text_ends_with_a_whole_word_where_it_can():
    def drawn(text: str, wide: float) -> str:
        figure = Figure(mm=(60, 20), drawn=lambda sketch: sketch.text(text, (0, 0), wide, lines=1), alternative="")
        return PdfReader(BytesIO(printed([figure]))).pages[0].extract_text().splitlines()[0].strip()

    text = "bezoeken met de kijkwijzer van de sectie"
    words = text.split()
    whole = {" ".join(words[:n]) + "…" for n in range(1, len(words))}
    assert {drawn(text, wide) for wide in range(20, 44)} <= whole
    assert drawn("kijkwijzersenvierdeuursroostersvandebovenbouw", 30).startswith("kijkwijzer")
