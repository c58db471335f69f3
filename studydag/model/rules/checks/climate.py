"""The check on the climate: each of the eight rows of the source has an agreement, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.model.rules.checks.about import about_member
from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.rule import Family, Figures, Found, Holds, Outcome, Rule
from studydag.model.values.climate import ClimateRow
from studydag.model.values.findings import Severity
from studydag.model.values.wording import N_, NN_


def climate_open(context: Context) -> Iterator[Outcome]:
    """Look for rows of the climate without agreement or reason (R057-R066)."""
    rows = [row for row in ClimateRow if row is not ClimateRow.OWN]
    settled = {item.row for item in context.day.climate if item.agreement.strip() or item.reason.strip()}
    open_rows = [row for row in rows if row not in settled]
    figures: Figures = {"open": len(open_rows), "rows": len(rows)}
    if open_rows:
        yield Found((context.about_day, *(about_member("climate_row", row) for row in open_rows)), figures)
    else:
        yield Holds(figures)


RULES = (
    Rule(
        id="climate-open",
        family=Family.CLIMATE,
        severity=Severity.HINT,
        asks=N_("There are agreements on safety, time, space and appreciation."),
        why=N_(
            "People learn where they dare to ask, may fail, and have the time. Leaving one out is fine, with a reason."
        ),
        reason=NN_(
            "{open} of the {rows} points of a learning climate has no agreement, and no reason why not.",
            "{open} of the {rows} points of a learning climate have no agreement, and no reason why not.",
            "open",
        ),
        holds=N_("{rows:All} points of a learning climate have an agreement, or a reason why not."),
        find=climate_open,
        remedies=("write-agreement",),
        rows=tuple(f"R0{row}" for row in range(57, 67)),
    ),
)
