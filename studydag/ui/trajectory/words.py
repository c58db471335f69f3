"""What lanes and marks of the year line are called."""

from __future__ import annotations

from studydag.language import Language
from studydag.model.rules.checks.workload import Work
from studydag.model.rules.year_line import Hours, Lane, LaneKind, Mark, Mix


def lane_title(lane: Lane, language: Language) -> str:
    """Name a lane: an activity by its title, the others by what they hold."""
    _ = language.gettext
    names = {
        LaneKind.DAYS: _("Study days"),
        LaneKind.FORMAL: _("Activity"),
        LaneKind.INFORMAL: _("Informal learning"),
        LaneKind.MOMENTS: _("Moments"),
        LaneKind.MILESTONES: _("External expertise"),
    }
    return lane.title or names[lane.kind]


def mark_text(mark: Mark, lane: Lane, language: Language) -> str:
    """Say what a mark stands for, when it is, and whether the school is closed then."""
    when = language.short_date(mark.first) if mark.first == mark.last else language.date_range(mark.first, mark.last)
    what = mark.title or lane_title(lane, language)
    about = lane_title(lane, language)
    text = f"{when}: {what}" if what == about else f"{when}: {what} ({about})"
    return f"{text}. {language.gettext('The school is closed then.')}" if mark.closed else text


def mix_text(mix: Mix, language: Language) -> str:
    """Count study days, formal and informal activities (R056)."""
    days = language.ngettext("{n} study day", "{n} study days", mix.days).replace("{n}", str(mix.days))
    formal = language.ngettext("{n} formal activity", "{n} formal activities", mix.formal)
    informal = language.gettext("{n} informal").replace("{n}", str(mix.informal))
    return " · ".join((days, formal.replace("{n}", str(mix.formal)), informal))


def work_text(work: Work, language: Language) -> str:
    """Compare the work before, on and after the days (R071)."""
    text = language.gettext("Work: before {before}, on the day {day}, after {after}")
    figures = {"before": work.before, "day": work.on_the_day, "after": work.after + work.activities}
    for name, minutes in figures.items():
        text = text.replace(f"{{{name}}}", language.minutes(minutes))
    return text


def hours_text(hours: Hours, language: Language) -> str:
    """Say what someone's hours come to, of how many (R063)."""
    booked = language.minutes(hours.minutes)
    if hours.budget is None:
        return booked
    text = language.gettext("{booked} of {budget}")
    return text.replace("{booked}", booked).replace("{budget}", language.minutes(hours.budget))
