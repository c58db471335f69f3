"""Reads files other than PDF back as text, by programs of others."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO

import docx
from python_calamine import CalamineWorkbook

from studydag.export.document import DOCX, EML, ICS, XLSX


def as_text(data: bytes, ending: str) -> str:
    """Return all that is written in a file, cell by cell and line by line; of a mail what it says itself."""
    if ending == XLSX:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
        return "\n".join(str(cell) for row in rows for cell in row)
    if ending == DOCX:
        read = docx.Document(BytesIO(data))
        cells = (cell.text for table in read.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(paragraph.text for paragraph in read.paragraphs), *cells])
    if ending == EML:
        mail = message_from_bytes(data, policy=default)
        assert isinstance(mail, EmailMessage)
        body = mail.get_body(("plain",))
        return body.get_content() if body is not None else ""
    text = data.decode()
    return text.replace("\r\n ", "") if ending == ICS else text
