"""How a document for Word looks, and what it says of itself: page, styles, properties and the foot of its pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import shorten
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from studydag.export.asked import Stamp
from studydag.export.typeset.colour import Colour
from studydag.export.typeset.theme import GREY, HAIRLINE
from studydag.language import Language

FONT: Final = "Calibri"
"""Is on every computer with Word, and LibreOffice has one as wide."""
MARGIN_MM: Final = 18
NOTE: Final = "StudyDAG Note"
CELL: Final = "StudyDAG Cell"
LABEL: Final = "StudyDAG Label"
TABLE: Final = "StudyDAG Table"
LONGEST_PROPERTY = 255
_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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


def set_up(document: WordDocument, about: About) -> None:
    """Give a new document its page, styles, properties and the foot of its pages."""
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
    style.font.color.rgb = rgb(colour) if colour is not None else RGBColor(0x1B, 0x24, 0x30)
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
    titled.add_run(shorten(clean(about.title), wide // 2, placeholder="…"))
    paragraph = section.footer.add_paragraph()
    for each in (titled, paragraph):
        each.style = document.styles[NOTE]
        each.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(wide), WD_TAB_ALIGNMENT.RIGHT)
    before, between, after = re.split(r"\{pages?\}", _("page {page} of {pages}"))
    paragraph.add_run(f"{clean(left)}\t{before}")
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


def rgb(colour: Colour) -> RGBColor:
    """Return a colour of ours as Word has it."""
    return RGBColor(colour.red, colour.green, colour.blue)


def _hex(colour: Colour) -> str:
    return str(rgb(colour))


def _property(text: str) -> str:
    """Return a text as a property of the file, which Word wants short; on the page it stands whole."""
    text = clean(text)
    return text if len(text) <= LONGEST_PROPERTY else f"{text[: LONGEST_PROPERTY - 1]}…"


def clean(text: str) -> str:
    """Return text without what may not stand in XML."""
    return _ILLEGAL.sub("", text)
