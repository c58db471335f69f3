"""What changed in needs and goals since a document of the day was printed or saved last (R123)."""

from __future__ import annotations

from studydag.labels import field_name
from studydag.model.exchange.study_day_json import decode
from studydag.model.rules.versions.changed_since import NEW, Changes, Reading, changed_since
from studydag.model.rules.versions.prints import was_printed
from studydag.model.values.errors import StudyDagError
from studydag.model.values.references import Reference, reference_to
from studydag.model.values.study_day import Version
from studydag.ui.workspace import Workspace

MARK = "●"


class SincePrint:
    """Reads the last printed version when it is first asked for, and again after `forget`."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin without having read anything."""
        self._workspace = workspace
        self._read_for: int | None = None
        self._version: Version | None = None
        self._then: Reading | None = None
        self._found: tuple[object, Changes] = (None, Changes())

    @property
    def changes(self) -> Changes:
        """What changed; nothing while the day was never printed."""
        day = self._workspace.day
        if day is None:
            return Changes()
        if self._read_for != day.id:
            self._read(day.id)
        if self._then is None:
            return Changes()
        if self._found[0] is not day:
            self._found = (day, changed_since(self._then, Reading(day, self._workspace.setting)))
        return self._found[1]

    def mark(self, reference: Reference) -> str:
        """Return a mark where a thing changed, else nothing."""
        return MARK if reference in self.changes.fields else ""

    def told(self, reference: Reference) -> str:
        """Return what changed in a thing, by the names of its fields."""
        language, names = self._workspace.language, self.changes.fields.get(reference, ())
        if not names:
            return ""
        if names == (NEW,):
            return language.gettext("New since {print}").replace("{print}", self._print)
        fields = language.list([field_name(name, language) for name in names])
        text = language.gettext("Changed since {print}: {fields}")
        return text.replace("{print}", self._print).replace("{fields}", fields)

    def summary(self) -> str:
        """Return in one line how much changed since which print; nothing where nothing did."""
        language, changes = self._workspace.language, self.changes
        if not changes:
            return ""
        gone = {reference_to(thing) for thing in changes.gone}
        counted = []
        for kind in ("need", "goal"):
            n = changes.count(kind) - sum(each[0] == kind for each in gone)
            away = sum(each[0] == kind for each in gone)
            if n:
                counted.append(f"{n} {language.kind(kind, n)}")
            if away:
                text = language.gettext("{things} gone")
                counted.append(text.replace("{things}", f"{away} {language.kind(kind, away)}"))
        text = language.gettext("Changed since {print}: {things}.")
        return text.replace("{print}", self._print).replace("{things}", language.list(counted))

    @property
    def _print(self) -> str:
        """Name the print: which document, and when."""
        language, version = self._workspace.language, self._version
        if version is None or version.made_on is None:
            return language.gettext("the last print")
        text = language.gettext("the print of {date}")
        return text.replace("{date}", language.date_without_weekday(version.made_on.date()))

    def _read(self, day_id: int) -> None:
        self._read_for = day_id
        self._then, self._version, self._found = None, None, (None, Changes())
        printed = [each for each in self._workspace.library.versions_of(day_id) if was_printed(each)]
        if not printed:
            return
        version = max(printed, key=lambda each: each.number)
        try:
            loaded = decode(version.content.encode(), built_in=self._workspace.setting)
        except StudyDagError:
            # A version of a newer program, or a damaged one: nothing can be said of it.
            return
        self._version, self._then = version, Reading(loaded.day, loaded.setting)

    def forget(self) -> None:
        """Read anew when it is asked for next: another day is in view, or another version was made."""
        self._read_for = None
