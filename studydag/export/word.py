"""Documents for Word, to edit: with real styles for titles, headings and lists, and real tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf import invitation as invitation_on_paper
from studydag.export.pdf import parent_letter as letter_on_paper
from studydag.export.pdf import plan as plan_on_paper
from studydag.export.pdf import programme as programme_on_paper
from studydag.export.pdf.commission import Commission
from studydag.export.said import Grid, GridRow, Kind, Line, said
from studydag.export.typeset.annotations import address, leads_somewhere
from studydag.export.typeset.flowables import Space
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import GREY, Theme
from studydag.export.typeset.typesetting import Element
from studydag.export.word_look import CELL, LABEL, MARGIN_MM, NOTE, TABLE, About, clean, rgb, set_up
from studydag.language import Language
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

ROOM_BETWEEN: Final = 1.0
"""In beats: so much white space is kept here as well. Less of it comes from the styles."""
STAYS_WHOLE: Final = 600
"""In characters: a row that says less goes to the next page as a whole; a longer one may be higher than a page."""
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
    set_up(document, about)
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
            cell.paragraphs[0].add_run(clean(title))

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
    written_run = paragraph.add_run(clean(run.text))
    if run.href and leads_somewhere(run.href):
        _link(paragraph, written_run, run.href)
    # What is not said here is as the style says.
    written_run.bold = True if run.strong else None
    written_run.italic = True if run.italic else None
    if run.grey:
        written_run.font.color.rgb = rgb(GREY)


def _link(paragraph: WordParagraph, run: WordRun, href: str) -> None:
    """Make a run lead to an address."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address(href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.replace(run._r, link)  # noqa: SLF001 - python-docx has no other way
    link.append(run._r)  # noqa: SLF001 - as above
    run.font.underline = True


def _without_clock(data: bytes) -> bytes:
    """Return the same file with the beginning of time as the date of all within it."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), compress_type=ZIP_DEFLATED)
    return made.getvalue()
