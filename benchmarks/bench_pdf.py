"""What a tagged programme costs, against the same strings on a bare reportlab canvas with the same fonts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from benchmarks.rows import Row, milliseconds_of_two
from studydag.export.pdf.rail import RailRow, TimeRail
from studydag.export.typeset.boxes import Choice, Choices
from studydag.export.typeset.flowables import Bullets, Heading, Panel
from studydag.export.typeset.fonts import FACES, font
from studydag.export.typeset.metadata import Properties
from studydag.export.typeset.page import A4, Footer, build, paginate
from studydag.export.typeset.pictures import Masthead
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tables import Column, Table
from studydag.export.typeset.tables import Row as TableRow
from studydag.export.typeset.tagging import Align, Pen
from studydag.export.typeset.text import Line
from studydag.export.typeset.theme import MARGIN, MM, PHASES, TextStyle, Theme
from studydag.export.typeset.typesetting import Element, Typesetter

PROPERTIES = Properties(title="Formatief handelen", language="nl-NL", printed_at=datetime(2027, 3, 1, 12, 0))
FOOTER = Footer(title="Formatief handelen", version="versie 3", printed="1 maart 2027")
GOAL = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A string on a page, as it is drawn."""

    x: float
    y: float
    face: str
    size: float
    text: str


def rows() -> list[Row]:
    """Return what a programme of two pages and a plan of 300 rows cost."""
    return [
        _row("programme PDF, 2 pages, tagged", programme(), GOAL),
        _row("table of 300 rows, tagged", plan(), None),
    ]


def programme() -> list[Element]:
    """Return a lifelike programme: 14 blocks, two rounds of choices, goals, what to bring and what comes after."""
    phases = list(PHASES)
    options = tuple(
        Choice(title=f"Workshop {number}", text="samen aan de slag met een eigen toets", note=f"lokaal {number}")
        for number in range(1, 6)
    )
    blocks = tuple(
        RailRow(
            start=f"{8 + index // 2:02}:{index % 2 * 3}0",
            end=f"{8 + (index + 1) // 2:02}:{(index + 1) % 2 * 3}0",
            title=f"Blok {index}: feedback die leerlingen gebruiken",
            detail=f"{phases[index % 6].capitalize()} · Denken, delen en uitwisselen",
            place="Sectielokalen",
            colour=PHASES[phases[index % 6]],
            flows=("Je leest één strategie, wordt er expert in en legt haar in eigen woorden uit aan je groep.",),
            below=(Choices(choices=options[: 3 + index % 3]),) if index in {5, 9} else (),
        )
        for index in range(14)
    )
    after = tuple(
        TableRow(cells=(f"{day} april", "Bespreken in de sectie wat de exitkaarten lieten zien", "iedereen"))
        for day in range(1, 9)
    )
    return [
        Masthead(kicker="Studiedag", title="Formatief handelen", subtitle="08:30–15:00 · Aula en sectielokalen"),
        Panel(flows=("Hoe zorgen we dat feedback bij de leerling aankomt, en dat er iets mee gebeurt?",)),
        Bullets(items=("je herkent feedback die tot actie brengt", "je hebt één exitkaart klaar voor een eigen les")),
        TimeRail(rows=blocks, header=("Tijd", "Programma", "Plaats")),
        Heading(text="Meenemen"),
        Bullets(items=("een eigen toets van de laatste maand", "de leerlijn van je vak", "je laptop")),
        Heading(text="Wat erna gebeurt"),
        Table(columns=(Column(), Column(share=1), Column()), header=("Wanneer", "Wat", "Wie"), rows=after),
    ]


def plan() -> list[Element]:
    """Return a long table of short cells."""
    cells = tuple(
        TableRow(cells=(f"{number}", "Bespreken in de sectie wat de exitkaarten lieten zien", "Rekenen", "gepland"))
        for number in range(300)
    )
    columns = (Column(), Column(share=1), Column(), Column())
    return [Heading(text="Plan", level=1), Table(columns=columns, header=("Nr", "Wat", "Wie", "Staat"), rows=cells)]


def bare(pages: Sequence[Sequence[Drawn]]) -> bytes:
    """Draw the strings with nothing around them."""
    canvas = Canvas(BytesIO(), pagesize=(A4.width * MM, A4.height * MM), pageCompression=1)
    for page in pages:
        for string in page:
            canvas.setFont(string.face, string.size)
            canvas.drawString(string.x, string.y, string.text)
        canvas.showPage()
    file: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    return file


def strings(story: Sequence[Element], theme: Theme) -> list[list[Drawn]]:
    """Return what the story draws, page by page."""
    pages = []
    for sheet in paginate(Typesetter(theme), story, A4):
        pen = _Listener((A4.width * MM, A4.height * MM), PROPERTIES)
        sheet.body.draw(pen, MARGIN, A4.height * MM - MARGIN)
        pages.append(pen.drawn)
    return pages


class _Listener(Pen):
    """A pen that keeps what it is asked to write."""

    def __init__(self, size: tuple[float, float], properties: Properties) -> None:
        super().__init__(size, properties)
        self.drawn: list[Drawn] = []

    def text(
        self,
        lines: Sequence[Line],
        style: TextStyle,
        node: Node | None,
        *,
        x: float,
        top: float,
        width: float = 0.0,
        align: Align = Align.LEFT,
    ) -> None:
        y = top - style.baseline()
        for line in lines:
            for piece in line.pieces:
                self.drawn.append(Drawn(x=x, y=y, face=piece.face, size=style.size, text=piece.text))
            y -= style.leading
        super().text(lines, style, node, x=x, top=top, width=width, align=align)


def _row(name: str, story: list[Element], goal: float | None) -> Row:
    for face in FACES:
        font(face)
    theme = Theme.of()
    pages = strings(story, theme)
    tagged, floor = milliseconds_of_two(
        lambda: build(story, PROPERTIES, theme, footer=FOOTER), lambda: bare(pages), rounds=25
    )
    return Row(name=name, figure=tagged, unit="ms", floor=floor, floor_name="bare canvas", goal=goal)
