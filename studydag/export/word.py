"""Documents for Word, to edit: with real styles for titles, headings and lists, and real tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from textwrap import shorten
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf import invitation as invitation_on_paper
from studydag.export.pdf import parent_letter as letter_on_paper
from studydag.export.pdf import plan as plan_on_paper
from studydag.export.pdf import programme as programme_on_paper
from studydag.export.pdf.annotations import address, leads_somewhere
from studydag.export.pdf.colour import Colour
from studydag.export.pdf.commission import Commission
from studydag.export.pdf.flowables import Space
from studydag.export.pdf.text import Run
from studydag.export.pdf.theme import GREY, HAIRLINE, Theme
from studydag.export.pdf.typesetting import Element
from studydag.export.said import Grid, GridRow, Kind, Line, said
from studydag.language import Language
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

FONT: Final = "Calibri"
"""Is on every computer with Word, and LibreOffice has one as wide."""
MARGIN_MM: Final = 18
NOTE: Final = "StudyDAG Note"
CELL: Final = "StudyDAG Cell"
LABEL: Final = "StudyDAG Label"
TABLE: Final = "StudyDAG Table"
LONGEST_PROPERTY = 255
ROOM_BETWEEN: Final = 1.0
"""In beats: so much white space is kept here as well. Less of it comes from the styles."""
STAYS_WHOLE: Final = 600
"""In characters: a row that says less goes to the next page as a whole; a longer one may be higher than a page."""
_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLES: Final = {
    Kind.KICKER: NOTE,
    Kind.TITLE: "Title",
    Kind.SUBTITLE: "Subtitle",
    Kind.LEAD: "Intense Quote",
    Kind.LABEL: LABEL,
    Kind.NOTE: NOTE,
    Kind.BULLET: "List Bullet",
    Kind.STEP: "List Number",
}
_DOTS_PER_MM: Final = 56.7
"""Twentieths of a point, in which Word measures columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says of itself, in its properties and at the foot of its pages."""

    title: str
    kind: str
    school: str
    language: Language
    stamp: Stamp
    accent: Colour
    tint: Colour
    landscape: bool = False


def programme(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme as a .docx file."""
    commission = programme_on_paper.commissioned(day, setting, choices, language, stamp)
    return written(programme_on_paper.story(commission), _about(commission))


def plan(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the implementation plan as a .docx file on landscape pages."""
    commission = plan_on_paper.commissioned(day, setting, choices, language, stamp)
    return written(plan_on_paper.story(commission), _about(commission, landscape=True))


def invitation(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the invitation as a .docx file."""
    commission = invitation_on_paper.commissioned(day, setting, choices, language, stamp)
    return written(invitation_on_paper.story(commission), _about(commission))


def parent_letter(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the letter to parents as a .docx file."""
    commission = letter_on_paper.commissioned(day, setting, choices, language, stamp)
    return written(letter_on_paper.story(commission), _about(commission))


def _about(commission: Commission, *, landscape: bool = False) -> About:
    school = commission.setting.school
    theme = Theme.of(accent=school.accent_colour)
    return About(
        title=commission.letterhead.title,
        kind=commission.kind,
        school=school.name,
        language=commission.language,
        stamp=commission.stamp,
        accent=theme.accent_ink,
        tint=theme.accent_tint,
        landscape=landscape,
    )


def written(story: Iterable[Element], about: About) -> bytes:
    """Return what a story says as a .docx file; the same story gives the same bytes."""
    document = docx.Document()
    _set_up(document, about)
    writer = _Writer(document, about)
    for element in story:
        if isinstance(element, Space) and element.beats >= ROOM_BETWEEN:
            writer.room_above = element.beats
        for each in said((element,)):
            if isinstance(each, Grid):
                writer.room_above = 0.0
                writer.table(each)
            else:
                writer.paragraph(each)
    _lower_the_last(document)
    made = BytesIO()
    document.save(made)
    return _without_clock(made.getvalue())


def _lower_the_last(document: WordDocument) -> None:
    """Make the empty line that Word wants below a table so low that it never takes a page of its own."""
    last = document.paragraphs[-1] if document.paragraphs else None
    if last is not None and not last.text:
        last.paragraph_format.line_spacing = Pt(1)
        last.paragraph_format.space_after = Pt(0)


class _Writer:
    """Writes into one document."""

    def __init__(self, document: WordDocument, about: About) -> None:
        self._document = document
        width = document.sections[0].page_width or 0
        self._width = round(width / Mm(1)) - 2 * MARGIN_MM
        self._about = about
        self._numbering: Any = None
        self.room_above = 0.0
        """In beats of 4 mm: what stays white above the next paragraph."""

    def paragraph(self, line: Line) -> None:
        """Write a line as a paragraph in the style of its kind."""
        style = f"Heading {max(1, line.level - 1)}" if line.kind is Kind.HEADING else _STYLES.get(line.kind, "Normal")
        paragraph = self._document.add_paragraph(style=style)
        _write(paragraph, line)
        if self.room_above:
            room, styled = Mm(4 * self.room_above), self._document.styles[style]
            paragraph.paragraph_format.space_before = max(room, styled.paragraph_format.space_before or 0)
            self.room_above = 0.0
        if line.under:
            paragraph.paragraph_format.left_indent = Mm(6 * line.under)
        if line.kind is Kind.STEP:
            self._number(paragraph, line.number)

    def _number(self, paragraph: WordParagraph, number: int) -> None:
        """Let each list begin with one: in Word all lists of a style are one list otherwise."""
        if number == 1:
            numbering = self._document.part.numbering_part.element
            style = self._document.styles["List Number"].element
            own = style.pPr.numPr.numId.val
            abstract = numbering.num_having_numId(own).abstractNumId.val
            self._numbering = numbering.add_num(abstract)
            self._numbering.add_lvlOverride(ilvl=0).add_startOverride(1)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no other way
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self._numbering.numId

    def table(self, grid: Grid) -> None:
        """Write a table; its header is repeated on each page."""
        count = len(grid.shares)
        header = [grid.header] if grid.header else []
        table = self._document.add_table(rows=len(header) + len(grid.rows), cols=count, style=TABLE)
        table.autofit = False
        if not header:
            # Else the line below the first row would be as heavy as that below titles.
            for look in table._tbl.tblPr.findall(qn("w:tblLook")):  # noqa: SLF001 - python-docx has no other way
                look.set(qn("w:firstRow"), "0")
                look.set(qn("w:val"), "0480")
        widths = [Mm(self._width * share) for share in grid.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        rows = list(table.rows)
        if header:
            self._head(rows[0], grid.header, widths)
        for row, content in zip(rows[len(header) :], grid.rows, strict=True):
            self._row(row, content, widths)
        # Two tables that touch would be one.
        self._document.add_paragraph(style=CELL)

    def _head(self, row: WordRow, titles: Sequence[str], widths: Sequence[Any]) -> None:
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
        properties.append(OxmlElement("w:tblHeader"))
        for cell, title, width in zip(row.cells, titles, widths, strict=True):
            cell.width = width
            cell.paragraphs[0].style = self._document.styles[LABEL]
            cell.paragraphs[0].add_run(_clean(title))

    def _row(self, row: WordRow, content: GridRow, widths: Sequence[Any]) -> None:
        cells = row.cells
        if sum(len(line.text) for lines in content.cells for line in lines) < STAYS_WHOLE:
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
            properties.append(OxmlElement("w:cantSplit"))
        if content.heads:
            merged = cells[0].merge(cells[-1])
            self._cell(merged, content.cells[0])
            merged.paragraphs[0].paragraph_format.keep_with_next = True
            return
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
        for cell, lines in zip(cells, content.cells, strict=False):
            self._cell(cell, lines)

    def _cell(self, cell: WordCell, lines: Sequence[Line]) -> None:
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            style = _STYLES.get(line.kind, CELL) if line.kind in {Kind.NOTE, Kind.BULLET, Kind.LABEL} else CELL
            paragraph.style = self._document.styles[style]
            if line.kind is Kind.BULLET:
                # A row that is longer than a page may be broken, but not within the title of an option.
                paragraph.paragraph_format.keep_together = True
            if line.under:
                paragraph.paragraph_format.left_indent = Mm(6.35 * line.under)
            _write(paragraph, line)
        if not lines:
            cell.paragraphs[0].style = self._document.styles[CELL]


def _write(paragraph: WordParagraph, line: Line) -> None:
    for run in line.runs:
        if run.text:
            _write_run(paragraph, run)


def _write_run(paragraph: WordParagraph, run: Run) -> None:
    written_run = paragraph.add_run(_clean(run.text))
    if run.href and leads_somewhere(run.href):
        _link(paragraph, written_run, run.href)
    # What is not said here is as the style says.
    written_run.bold = True if run.strong else None
    written_run.italic = True if run.italic else None
    if run.grey:
        written_run.font.color.rgb = _rgb(GREY)


def _link(paragraph: WordParagraph, run: WordRun, href: str) -> None:
    """Make a run lead to an address."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address(href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.replace(run._r, link)  # noqa: SLF001 - python-docx has no other way
    link.append(run._r)  # noqa: SLF001 - as above
    run.font.underline = True


def _property(text: str) -> str:
    """Return a text as a property of the file, which Word wants short; on the page it stands whole."""
    text = _clean(text)
    return text if len(text) <= LONGEST_PROPERTY else f"{text[: LONGEST_PROPERTY - 1]}…"


def _clean(text: str) -> str:
    """Return text without what may not stand in XML."""
    return _ILLEGAL.sub("", text)


# The look


def _set_up(document: WordDocument, about: About) -> None:
    section = document.sections[0]
    short, long = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.LANDSCAPE if about.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if about.landscape else (short, long)
    section.left_margin = section.right_margin = section.top_margin = Mm(MARGIN_MM)
    # The foot of a page has two lines, with white above them.
    section.bottom_margin = Mm(MARGIN_MM + 6)
    section.footer_distance = Mm(10)
    _set_styles(document, about)
    _set_properties(document, about)
    _set_footer(document, about)


def _set_styles(document: WordDocument, about: About) -> None:
    styles: Any = document.styles
    _font(styles["Normal"], 10.5, after=4)
    _font(styles["Title"], 22, bold=True, after=2)
    styles["Title"].element.pPr.remove(styles["Title"].element.pPr.find(qn("w:pBdr")))
    _font(styles["Subtitle"], 11.5, colour=GREY, after=8)
    for name in ("Title", "Subtitle"):
        for spacing in styles[name].element.rPr.findall(qn("w:spacing")):
            styles[name].element.rPr.remove(spacing)
    for number, size in ((1, 14), (2, 12), (3, 11)):
        _font(styles[f"Heading {number}"], size, bold=True, colour=about.accent, before=12, after=4)
    _font(styles["Intense Quote"], 12, bold=True, colour=about.accent, after=8)
    _panel(styles["Intense Quote"], about.tint)
    for name in ("List Bullet", "List Number"):
        _font(styles[name], 10.5, after=2)
    for name, points, colour, bold in ((NOTE, 9.5, GREY, False), (CELL, 10.0, None, False), (LABEL, 9.5, GREY, True)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.quick_style = True
        _font(style, points, colour=colour, bold=bold, after=2)
    styles.element.append(_table_style())
    defaults = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    for each in defaults:
        each.set(qn("w:val"), about.language.tag)


def _panel(style: Any, tint: Colour) -> None:
    """Let a style stand on a tinted ground as wide as the text, as on paper, instead of above a line."""
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(6)
    properties = style.element.pPr
    properties.remove(properties.find(qn("w:pBdr")))
    ground = f'w:val="single" w:sz="48" w:space="0" w:color="{_hex(tint)}"'
    sides = "".join(f"<w:{side} {ground}/>" for side in ("top", "left", "bottom", "right"))
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>")
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_hex(tint)}"/>')
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(borders)
    spacing.addprevious(shade)


def _font(
    style: Any, points: float, *, bold: bool = False, colour: Colour | None = None, before: float = 0, after: float = 0
) -> None:
    style.font.name = FONT
    # The styles of headings take their face from the theme, which goes before a name.
    fonts = style.element.rPr.rFonts
    for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{each}"), None)
    style.font.size = Pt(points)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = _rgb(colour) if colour is not None else RGBColor(0x1B, 0x24, 0x30)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)


def _table_style() -> Any:
    """Return a style with hairlines between rows and a bold first row; margins in twentieths of a point."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{_hex(HAIRLINE)}"'
    strong = f'w:val="single" w:sz="8" w:space="0" w:color="{_hex(GREY)}"'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="StudyDAGTable">'
        f'<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {strong}/></w:tcBorders></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def _set_properties(document: WordDocument, about: About) -> None:
    properties = document.core_properties
    properties.title = _property(f"{about.title} – {about.kind}")
    properties.subject = about.kind
    properties.author = _property(about.school) or "StudyDAG"
    properties.last_modified_by = properties.author
    properties.comments = ""
    properties.language = about.language.tag
    properties.created = properties.modified = about.stamp.printed


def _set_footer(document: WordDocument, about: About) -> None:
    _, language = about.language.gettext, about.language
    section = document.sections[0]
    version = _("version {version}").replace("{version}", about.stamp.version) if about.stamp.version else ""
    printed = _("printed {when}").replace("{when}", language.date_without_weekday(about.stamp.printed))
    left = " · ".join(text for text in (about.kind, version, printed) if text)
    wide = round((section.page_width or 0) / Mm(1)) - 2 * MARGIN_MM
    titled = section.footer.paragraphs[0]
    titled.add_run(shorten(_clean(about.title), wide // 2, placeholder="…"))
    paragraph = section.footer.add_paragraph()
    for each in (titled, paragraph):
        each.style = document.styles[NOTE]
        each.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(wide), WD_TAB_ALIGNMENT.RIGHT)
    before, between, after = re.split(r"\{pages?\}", _("page {page} of {pages}"))
    paragraph.add_run(f"{_clean(left)}\t{before}")
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(after)


def _field(paragraph: WordParagraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no other way


def _rgb(colour: Colour) -> RGBColor:
    return RGBColor(colour.red, colour.green, colour.blue)


def _hex(colour: Colour) -> str:
    return str(_rgb(colour))


def _without_clock(data: bytes) -> bytes:
    """Return the same file with the beginning of time as the date of all within it."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), compress_type=ZIP_DEFLATED)
    return made.getvalue()
