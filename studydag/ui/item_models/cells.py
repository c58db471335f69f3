"""The columns of tables: what a field of a thing looks like in a cell, from what its annotations say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from studydag.export.field_words import FieldWords
from studydag.labels import field_name
from studydag.model.values.description import Described, described
from studydag.ui.item_models.things import TableColumn

_LONG = 500


class Cells(FieldWords):
    """Writes fields for tables."""

    def column(self, value: type[Any], name: str, **fields: Any) -> TableColumn:
        """Return a column for a field of a class; `fields` of TableColumn go before what is derived."""
        each = next(each for each in described(value) if each.name == name)
        language = self._in_view.language
        numeric = each.holds in {int, float} and each.holds is not bool and each.refers is None and not each.many
        derived: dict[str, Any] = {
            "title": language.capitalised(field_name(name, language, value)),
            "text": self.text(each),
            "field": name,
            "numeric": numeric,
            "ticked": each.holds is bool,
            "stretches": 1 if each.holds is str and not each.many and (each.characters or 0) > _LONG else 0,
        }
        if each.refers is not None:
            derived["tip"] = self._tip(each)
        return TableColumn(**{**derived, **fields})

    def title(self, value: type[Any], name: str) -> str:
        """Return what the column of a field is called."""
        return self._in_view.language.capitalised(field_name(name, self._in_view.language, value))

    def columns(self, value: type[Any], names: Sequence[str]) -> list[TableColumn]:
        """Return a column for each of some fields."""
        return [self.column(value, name) for name in names]

    def _tip(self, each: Described) -> Callable[[Any], str]:
        def write(thing: Any) -> str:
            held = getattr(thing, each.name)
            ids = held if each.many else () if held is None else (held,)
            return "\n".join(self.name(each.refers or "", each_id) for each_id in ids)

        return write
