"""What a page of the programme costs, against two other typesetters on the same content, where they are installed.

`pip install .[peers]` brings them. All three get the same words in the same font; tags are on in ours and WeasyPrint's,
and Typst writes them always.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from html import escape
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO

from pypdfium2 import PdfDocument

from benchmarks.bench_documents import there_is
from benchmarks.bench_pdf import bare, strings
from benchmarks.rows import Row, milliseconds
from studydag.export.asked import Stamp
from studydag.export.documents import document
from studydag.export.pdf import programme
from studydag.export.said import Grid, Kind, Line, Said, said
from studydag.export.typeset.theme import Theme
from studydag.language import Language
from studydag.resources import resource

STAMP = Stamp(printed=datetime(2026, 11, 23, 14, 5), version="3")
ROUNDS = 7
CSS = (
    "@page { size: A4; margin: 18mm } body { font: 10pt 'Source Sans 3'; line-height: 1.3 } td { vertical-align: top;"
    " border-bottom: 0.5pt solid #cbd2d9; padding: 1.5mm 0 } .note { color: #5a6672; font-size: 9pt }"
)


def rows() -> list[Row]:
    """Return the time of one page: ours, on a bare canvas, and of each typesetter that is there."""
    day, setting = there_is()
    language = Language.of("nl")
    choices = document("programme").choices({})
    story = list(programme.story(programme.commissioned(day, setting, choices, language, STAMP)))
    content = list(said(story))
    theme = Theme.of(accent=setting.school.accent_colour)
    floor = strings(story, theme)
    canvas = milliseconds(lambda: bare(floor), rounds=ROUNDS) / len(floor)
    makers: dict[str, Callable[[], bytes]] = {
        "StudyDAG": lambda: document("programme").render(day, setting, language, STAMP)
    }
    if find_spec("typst"):
        makers["Typst"] = lambda: _typst(content)
    if find_spec("weasyprint"):
        makers["WeasyPrint"] = lambda: _weasyprint(content)
    return [
        Row(
            name=f"a page of the programme, {name}",
            figure=milliseconds(make, rounds=ROUNDS) / _pages(make()),
            unit="ms",
            floor=canvas,
            floor_name="bare canvas",
        )
        for name, make in makers.items()
    ]


def _pages(data: bytes) -> int:
    with PdfDocument(BytesIO(data)) as pdf:
        return len(pdf)


def _typst(content: Iterable[Said]) -> bytes:
    source = "\n".join(_as_typst(content))
    compiled: bytes = import_module("typst").compile(source.encode(), font_paths=[str(resource("fonts"))])
    return compiled


def _as_typst(content: Iterable[Said]) -> Iterator[str]:
    yield '#set page(paper: "a4", margin: 18mm)\n#set text(font: "Source Sans 3", size: 10pt, lang: "nl")'
    for each in content:
        if isinstance(each, Grid):
            columns = ", ".join(f"{share:.3f}fr" for share in each.shares)
            yield f"#table(columns: ({columns}), stroke: (bottom: 0.5pt + gray), inset: (x: 0pt, y: 4pt),"
            yield f"table.header({', '.join(f'[{_marked(title)}]' for title in each.header)}),"
            for row in each.rows:
                yield ", ".join(f"[{_paragraphs(cell)}]" for cell in row.cells) + ","
            yield ")"
        elif each.kind is Kind.BULLET:
            yield f"- {_marked(each.text)}"
        elif each.kind in {Kind.TITLE, Kind.HEADING}:
            yield f"{'=' * max(1, each.level)} {_marked(each.text)}\n"
        else:
            yield f"{_marked(each.text)}\n"


def _paragraphs(cell: Iterable[Line]) -> str:
    return "\n\n".join(_marked(line.text) for line in cell)


def _marked(text: str) -> str:
    """Return text as Typst takes it for text."""
    return '#"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _weasyprint(content: Iterable[Said]) -> bytes:
    weasyprint = import_module("weasyprint")
    fonts = import_module("weasyprint.text.fonts").FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: 'Source Sans 3'; font-weight: {weight};"
        f" src: url('{resource('fonts', f'SourceSans3-{name}.ttf').as_uri()}') }}"
        for name, weight in (("Regular", 400), ("Semibold", 600), ("Bold", 700))
    )
    page = weasyprint.HTML(string=f'<html lang="nl"><body>{"".join(_as_html(content))}</body></html>')
    style = weasyprint.CSS(string=faces + CSS, font_config=fonts)
    made: bytes = page.write_pdf(stylesheets=[style], font_config=fonts, pdf_tags=True)
    return made


def _as_html(content: Iterable[Said]) -> Iterator[str]:
    for each in content:
        if isinstance(each, Grid):
            head = "".join(f"<th>{escape(title)}</th>" for title in each.header)
            yield f"<table><thead><tr>{head}</tr></thead>"
            for row in each.rows:
                yield "<tr>" + "".join(f"<td>{''.join(map(_line, cell))}</td>" for cell in row.cells) + "</tr>"
            yield "</table>"
        elif each.kind in {Kind.TITLE, Kind.HEADING}:
            yield f"<h{max(1, each.level)}>{escape(each.text)}</h{max(1, each.level)}>"
        else:
            yield f"<ul><li>{escape(each.text)}</li></ul>" if each.kind is Kind.BULLET else _line(each)


def _line(line: Line) -> str:
    look = ' class="note"' if line.kind is Kind.NOTE else ""
    return f"<p{look}>{escape(line.text)}</p>"
