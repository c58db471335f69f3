"""The fair allotment of places in choice rounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studydag.cli.arguments import JSON, Command, Exit, Option
from studydag.cli.call import Call
from studydag.cli.day import DAY, find_day
from studydag.cli.output import one_line
from studydag.cli.plan import called, content_of
from studydag.model.values.wording import N_, NN_

if TYPE_CHECKING:
    from studydag.model.exchange.sign_ups import SignUps
    from studydag.model.store.library import Library
    from studydag.model.values.allotting import Allotting
    from studydag.model.values.choices import Allotment
    from studydag.model.values.setting import Setting
    from studydag.model.values.study_day import StudyDay

REGISTRATIONS: Final = Option(
    name="registrations", value="FILE", help=N_("a table with a column of names and columns of choices in order")
)
LEAST_CHANGE: Final = Option(name="least-change", help=N_("keep the places already given out, as far as possible"))
KEEP_SMALL: Final = Option(name="keep-small", help=N_("let options below their minimum take place anyway"))
APPLY: Final = Option(name="apply", help=N_("write the sign-ups and the places into the library"))


def _allot(call: Call) -> int:
    from studydag.model.exchange.sign_up_table import MOST_BYTES
    from studydag.model.exchange.sign_ups import SignUps, read_sign_ups, with_sign_ups
    from studydag.model.operations.setting import read_setting
    from studydag.model.rules.choices.allot import allot

    name = call.given.text(REGISTRATIONS)
    data = content_of(call, name, MOST_BYTES) if name is not None else b""
    with call.open() if call.has(APPLY) else call.look() as library:
        day = find_day(library, call.words[0])
        setting = read_setting(library, day)
        signed = SignUps() if name is None else read_sign_ups(data, Path(called(call, name)).name, day, setting)
        signed_day = with_sign_ups(day, signed)
        near = day.allotments if call.has(LEAST_CHANGE) else None
        found = allot(signed_day, setting, near=near, keep_small=call.has(KEEP_SMALL))
        assert found is not None
        day = _applied(library, signed_day, signed, found) if call.has(APPLY) else signed_day
    if call.has(JSON):
        call.out.json(_as_json(found, day, call))
    else:
        for line in _lines(found, day, setting, call):
            call.out.line(line)
    for doubt in signed.doubts:
        said = call.language.wording(doubt.text, doubt.figures)
        line = call.language.gettext("Line {line}: {text}.")
        call.err.line(line.replace("{line}", str(doubt.line)).replace("{text}", one_line(said)))
    return Exit.DONE


def _applied(library: Library, day: StudyDay, signed: SignUps, found: Allotting) -> StudyDay:
    """Write the sign-ups and the places that were found for them; return the day with the uids that it has now.

    What was found stays what it is: new sign-ups get uids now, and lots drawn by them might fall otherwise.
    """
    from studydag.model.operations import choices

    new = [each.id for each in day.registrations if each.id < 0]
    ids: dict[int, int] = {}

    def places(made: Sequence[int]) -> Sequence[Allotment]:
        written = (number for number, each in zip(made, signed.sign_ups, strict=True) if each.is_new)
        ids.update(zip(new, written, strict=True))
        return [
            replace(each, registration=ids.get(each.registration, each.registration))
            for each in choices.places_of(found)
        ]

    choices.take_and_allot(library, day.id, signed, places)
    uids = {each.id: each.uid for each in find_day(library, day.uid).registrations}
    return replace(
        day, registrations=tuple(replace(each, uid=uids[ids.get(each.id, each.id)]) for each in day.registrations)
    )


def _as_json(found: Allotting, day: StudyDay, call: Call) -> dict[str, object]:
    people = {each.id: each.uid for each in day.registrations}
    blocks = {each.id: each.uid for each in day.blocks}
    ranks = {"none" if rank is None else str(rank): count for rank, count in found.ranks.items()}
    return {
        "placed": found.placed,
        "unplaced": list(dict.fromkeys(people[each.registration] for each in found.unplaced)),
        "ranks": {"1": 0, "2": 0, "3": 0, "none": 0} | ranks,
        "worst_rank": found.worst_rank,
        "optimal": found.is_optimal,
        "gap": found.gap,
        "places": [
            {
                "registration": people[place.registration],
                "round": blocks[place.round],
                "option": blocks[place.option],
                "rank": place.rank,
                "reason": call.language.wording(place.reason, dict(place.figures)),
            }
            for place in found.places
        ],
    }


def _people(day: StudyDay, setting: Setting) -> dict[int, str]:
    """Name each registration: by its person, by the name that was given, by its group, or else by its uid."""
    names: dict[tuple[str, int | None], str] = {("person", each.id): each.name for each in setting.people}
    names |= {("group", each.id): each.name for each in setting.groups}
    return {
        each.id: each.name or names.get(("person", each.person)) or names.get(("group", each.group)) or each.uid
        for each in day.registrations
    }


def _lines(found: Allotting, day: StudyDay, setting: Setting, call: Call) -> Iterator[str]:
    language = call.language
    people = _people(day, setting)
    titles = {block.id: block.title for block in day.blocks}
    rounds = {block.id: block.round or 0 for block in day.blocks}
    for place in found.places:
        reason = language.wording(place.reason, dict(place.figures))
        # Several who come as one registration.
        several = f" ({place.count})" if place.count > 1 else ""
        yield f"{one_line(people[place.registration])}{several}: {one_line(titles[place.option])} ({reason})"
    yield language.wording(NN_("{count} place given.", "{count} places given.", "count"), {"count": found.placed})
    for rank, count in found.ranks.items():
        wish = NN_("Choice {rank}: {count} place.", "Choice {rank}: {count} places.", "count")
        other = NN_("{count} place that nobody had chosen.", "{count} places that nobody had chosen.", "count")
        yield language.wording(other if rank is None else wish, {"rank": rank or 0, "count": count})
    for each in found.unplaced:
        without = language.gettext("No place for {name} in {round}: {why}.")
        without = without.replace("{name}", one_line(people[each.registration]))
        without = without.replace("{round}", one_line(titles[each.round]))
        yield without.replace("{why}", language.wording(each.reason, {}))
    for option in found.dropped:
        small = language.gettext("Too few people for {option}: nobody was placed there.")
        yield small.replace("{option}", f"{one_line(titles[option])} ({one_line(titles[rounds[option]])})")
    if not found.is_optimal:
        better = language.gettext("A better allotment may exist, by at most {share}.")
        yield better.replace("{share}", language.percent(found.gap))


ALLOT: Final = Command(
    name="allot",
    help=N_("give out the places of the choice rounds, as fairly as possible"),
    run=_allot,
    words=(DAY,),
    options=(REGISTRATIONS, LEAST_CHANGE, KEEP_SMALL, APPLY, JSON),
    notes=(N_("Without --apply nothing is written."),),
)
