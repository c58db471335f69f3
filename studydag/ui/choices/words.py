"""What wishes, moves and their costs are called on the board."""

from __future__ import annotations

from studydag.language import Language
from studydag.model.rules.choices.presence import is_walk_in
from studydag.model.values.allotting import MoveCost
from studydag.model.values.choices import Presence, Registration
from studydag.model.values.wording import N_
from studydag.ui.item_models.cells import Cells

_RANKS = (N_("1st choice"), N_("2nd choice"), N_("3rd choice"))


def who_words(registration: Registration, cells: Cells, language: Language) -> str:
    """Name who comes, and say of who walked in that they did."""
    name = cells.name("registration", registration.id)
    return f"{name} · {language.member(Presence.WALK_IN)}" if is_walk_in(registration) else name


def rank_words(rank: int | None, language: Language) -> str:
    """Name a wish: 1st choice; None is a place that was nobody's wish."""
    if rank is None:
        return language.gettext("none of the choices")
    if rank <= len(_RANKS):
        return language.gettext(_RANKS[rank - 1])
    return language.gettext("{rank}th choice").replace("{rank}", str(rank))


def seats_words(taken: int, seats: int | None, language: Language) -> str:
    """Say how many sit in an option, and how many may."""
    if seats is None:
        return language.ngettext("{n} person", "{n} people", taken).replace("{n}", str(taken))
    return language.gettext("{taken} of {seats}").replace("{taken}", str(taken)).replace("{seats}", str(seats))


def step_words(cost: MoveCost, language: Language) -> str:
    """Say which wish somebody had and gets by a move: 2nd choice → 1st choice."""
    if not cost.wishes:
        return language.gettext("has no choices")
    before = rank_words(cost.rank_before, language) if cost.had_place else language.gettext("no place")
    return f"{before} → {rank_words(cost.rank_after, language)}"


def effect_words(cost: MoveCost, language: Language) -> str:
    """Say what a move does to the whole: the first choices and the lowest one; nothing where they stay as they are."""
    said = []
    firsts = cost.before.ranks.get(1, 0), cost.after.ranks.get(1, 0)
    if firsts[0] != firsts[1]:
        text = language.gettext("first choices: {before} → {after}")
        said.append(text.replace("{before}", str(firsts[0])).replace("{after}", str(firsts[1])))
    lowest = cost.before.worst_rank, cost.after.worst_rank
    if lowest[0] != lowest[1]:
        text = language.gettext("lowest: {before} → {after}")
        before, after = (rank_words(each, language) if each else "–" for each in lowest)
        said.append(text.replace("{before}", before).replace("{after}", after))
    return " · ".join(said)


def problem_words(cost: MoveCost, language: Language) -> list[str]:
    """Say which rules a move breaks."""
    return [language.capitalised(language.wording(text, dict(figures))) for text, figures in cost.problems]


def whole_cost(cost: MoveCost, language: Language) -> str:
    """Say all that a move costs, one thing on a line."""
    lines = [step_words(cost, language), effect_words(cost, language), *problem_words(cost, language)]
    return "\n".join(filter(None, lines))
