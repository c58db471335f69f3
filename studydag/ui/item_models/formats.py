"""The working formats that are offered, each on two lines, those that fit before the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt

from studydag.language import Language
from studydag.model.rules.formats.from_format import name_of
from studydag.model.rules.formats.suggest import Frame, Misfit, Reason, Suggestion
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.school import DocumentLanguage
from studydag.ui.brought import Brought, Source
from studydag.ui.item_models.things import Index

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
FITS_ROLE = Qt.ItemDataRole.UserRole + 2
MISFIT_ROLE = Qt.ItemDataRole.UserRole + 3
ID_ROLE = Qt.ItemDataRole.UserRole + 4
ACTIVITY_ROLE = Qt.ItemDataRole.UserRole + 5
REASON_ROLE = Qt.ItemDataRole.UserRole + 6


class FormatModel(QAbstractListModel):
    """Suggestions in rows, to choose from and to drag."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._language = language
        self.suggestions: tuple[Suggestion, ...] = ()
        self._frame: Frame | None = None
        self._texts: Mapping[int, Callable[[Suggestion], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda each: self.name(each.working_format),
            DETAIL_ROLE: lambda each: self.detail(each.working_format),
            ACTIVITY_ROLE: lambda each: dots(each.working_format.activity_level),
            MISFIT_ROLE: self.misfit,
            REASON_ROLE: self.reason,
            FITS_ROLE: lambda each: each.fits,
            ID_ROLE: lambda each: each.working_format.id,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    def show_suggestions(self, suggestions: Sequence[Suggestion], frame: Frame | None = None) -> None:
        """Show these, which suit the block of `frame`, or any."""
        if tuple(suggestions) == self.suggestions and frame == self._frame:
            return
        self.beginResetModel()
        self.suggestions = tuple(suggestions)
        self._frame = frame
        self.endResetModel()

    def row_of(self, format_id: int | None) -> int:
        """Return the row of a working format, or -1."""
        rows = (row for row, each in enumerate(self.suggestions) if each.working_format.id == format_id)
        return next(rows, -1)

    def name(self, working_format: WorkingFormat) -> str:
        """Return the name of a working format in the language of the window."""
        return name_of(working_format, DocumentLanguage(self._language.code))

    def detail(self, working_format: WorkingFormat) -> str:
        """Return its minutes and people, and that it is the school's own or hidden."""
        _ = self._language.gettext
        parts = [
            f"{_range(working_format.minutes_min, working_format.minutes_max)} min",
            _("{range} people").replace("{range}", _range(working_format.group_min, working_format.group_max)),
        ]
        if not working_format.is_built_in:
            parts.append(_("own"))
        if working_format.hidden:
            parts.append(_("hidden"))
        return " · ".join(parts)

    def misfit(self, suggestion: Suggestion) -> str:
        """Return in what it doesn't fit the selected block."""
        _ = self._language.gettext
        names = {
            Misfit.PHASE: _("another phase"),
            Misfit.MINUTES: _("other minutes"),
            Misfit.GROUP: _("another number of people"),
            Misfit.SET_UP: _("another set-up"),
        }
        return ", ".join(names[each] for each in suggestion.misfits)

    def reason(self, suggestion: Suggestion) -> str:
        """Return in words why it suits the selected block, what speaks for it most first; nothing where it doesn't."""
        if self._frame is None or not suggestion.fits:
            return ""
        language, _, use = self._language, self._language.gettext, suggestion.use
        mean = "" if use.mean is None else language.number(round(use.mean, 1))
        names = {
            Reason.WELL_RATED: _("rated {mean} of 5").replace("{mean}", mean),
            Reason.AWAKE: _("active after lunch") if self._frame.after_lunch else _("active after listening"),
            Reason.VARIES: _("a change from what is around it"),
            Reason.TRIED: language.ngettext("used {n} time", "used {n} times", use.count).replace(
                "{n}", str(use.count)
            ),
        }
        said = [names[each] for each in suggestion.reasons]
        fits = [
            _("suits {phase}").replace("{phase}", language.member(self._frame.phase)) if self._frame.phase else "",
            language.minutes(self._frame.minutes) if self._frame.minutes else "",
            _("{range} people").replace("{range}", str(self._frame.people)) if self._frame.people else "",
        ]
        return language.capitalised("; ".join([*said, ", ".join(part for part in fits if part)]).strip("; "))

    # Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of formats."""
        return 0 if parent is not None and parent.isValid() else len(self.suggestions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the texts of a format."""
        if not index.isValid():
            return None
        found = self._texts.get(role)
        return None if found is None else found(self.suggestions[index.row()])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done: choose and drag."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what is dragged: the id of the format."""
        return Brought(Source.FORMAT, indexes[0].data(ID_ROLE)).mime() if indexes else QMimeData()

    def mimeTypes(self) -> list[str]:
        """Return what formats are dragged as."""
        return [Source.FORMAT.value]

    def _tip(self, suggestion: Suggestion) -> str:
        lines = (self.reason(suggestion), self._description(suggestion.working_format))
        return "\n".join(line for line in lines if line)

    def _description(self, working_format: WorkingFormat) -> str:
        dutch, english = working_format.description_nl, working_format.description_en
        return (dutch or english) if self._language.code == "nl" else (english or dutch)

    def _spoken(self, suggestion: Suggestion) -> str:
        _ = self._language.gettext
        working_format = suggestion.working_format
        activity = _("activity {n} of 5").replace("{n}", str(working_format.activity_level))
        why = self.misfit(suggestion) or self.reason(suggestion)
        parts = (self.name(working_format), self.detail(working_format), activity, why)
        return ", ".join(part for part in parts if part)


def dots(activity: int) -> str:
    """Return the activity from 1 to 5 as dots; it is said in words as well."""
    return "●" * activity + "○" * (5 - activity)


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
