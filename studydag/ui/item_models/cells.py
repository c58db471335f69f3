"""The columns of tables: what a field of a thing looks like in a cell, from what its annotations say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, cast

from studydag.export.field_words import FieldWords
from studydag.labels import field_name
from studydag.model.rules.calendar.dates import resolve
from studydag.model.values.dates import DateUnit, Due
from studydag.model.values.description import Described, described
from studydag.ui.item_models.things import TableColumn

_LONG = 500
DAYS_OF: Final = {DateUnit.DAYS: 1, DateUnit.WEEKS: 7, DateUnit.MONTHS: 30}
"""About so many days are in a unit: to sort by only."""


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
            "sorts": self._sorts(each),
            "stretches": 1 if each.holds is str and not each.many and (each.characters or 0) > _LONG else 0,
        }
        if name.endswith(("_nl", "_en")):
            # In another language it is the same column.
            derived["name"] = name[: -len("_nl")]
        if each.refers is not None:
            derived["tip"] = self._tip(each)
        return TableColumn(**{**derived, **fields})

    def title(self, value: type[Any], name: str) -> str:
        """Return what the column of a field is called."""
        return self._in_view.language.capitalised(field_name(name, self._in_view.language, value))

    def columns(self, value: type[Any], names: Sequence[str]) -> list[TableColumn]:
        """Return a column for each of some fields."""
        return [self.column(value, name) for name in names]

    def _sorts(self, each: Described) -> Callable[[Any], Any] | None:
        """Return what gives what a field is sorted by, where that isn't how it is written."""
        if each.many or each.refers is not None or each.is_value:
            return None
        if each.is_due:
            return lambda thing: self.due_rank(getattr(thing, each.name))
        if each.is_enum:
            places = {member: place for place, member in enumerate(cast("Iterable[Any]", each.holds))}
            return lambda thing: places.get(getattr(thing, each.name))
        if each.holds is str:
            return None
        return lambda thing: getattr(thing, each.name)

    def due_rank(self, due: Due | None) -> Any:
        """Return what a date is sorted by: the day that it comes to, or how far it lies from a day without a date."""
        if due is None:
            return None
        day = self._in_view.day
        on = due if isinstance(due, dt.date) else None if day is None else resolve(due, day)
        return (on or dt.date.max, 0 if isinstance(due, dt.date) else due.n * DAYS_OF[due.unit])

    def _tip(self, each: Described) -> Callable[[Any], str]:
        def write(thing: Any) -> str:
            held = getattr(thing, each.name)
            ids = held if each.many else () if held is None else (held,)
            return "\n".join(self.name(each.refers or "", each_id) for each_id in ids)

        return write
