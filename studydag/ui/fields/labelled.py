"""A field below its label, as in forms that stand beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from studydag.ui.fields.field import Field


def labelled(title: str, field: Field, parent: QWidget) -> QVBoxLayout:
    """Put a quiet label above a field, and give the field its name for assistive technology."""
    label = QLabel(title, parent)
    label.setProperty("role", "quiet")
    label.setBuddy(field.focusProxy() or field)
    field.name(title)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(field)
    return column
