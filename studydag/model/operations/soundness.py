"""Whether a thing may stand in the library: its fields, what it points to, what has to fit, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

from studydag.model.rules.consistency import LEADS_ALREADY, problems_of_day
from studydag.model.store import schema, whereabouts
from studydag.model.store.library import Library
from studydag.model.values.choices import Allotment, Preference, Registration
from studydag.model.values.description import described, kind_of
from studydag.model.values.effect import Measure
from studydag.model.values.errors import InvalidValue, NotFound, Problem, TooMany
from studydag.model.values.follow_up import Moment
from studydag.model.values.limits import LIMITS
from studydag.model.values.programme import Block, BlockKind, BlockLead
from studydag.model.values.references import Reference, values_of
from studydag.model.values.school import Person
from studydag.model.values.study_day import PreparationMember, StudyDay
from studydag.model.values.trajectory import Trajectory
from studydag.model.values.validation import cleaned, problems_of
from studydag.model.values.wording import N_

T = TypeVar("T")


def sound(library: Library, thing: T, root: Reference | None) -> T:
    """Return a thing with its texts cleaned. Raises InvalidValue with a problem for each field that can't be taken.

    `root` is what it lies in: a study day, a trajectory, or nothing for a thing of the school.
    """
    thing = cleaned(thing)
    problems = [*problems_of(thing, ""), *_reference_problems(library, thing, root)]
    refuse_if_any(problems or [*_fit_problems(library, thing)])
    return thing


def refuse_if_any(problems: Iterable[Problem]) -> None:
    """Raise InvalidValue with these problems, unless there are none."""
    found = tuple(problems)
    if found:
        raise InvalidValue(found)


def refuse(where: str, text: str, **figures: str | int) -> NoReturn:
    """Raise InvalidValue with one problem."""
    raise InvalidValue((Problem(where, text, figures),))


def root_of(library: Library, reference: Reference) -> Reference:
    """Return what a thing lies in: a study day, a trajectory, a thing of the school (itself). Raises NotFound."""
    return roots_of(library, [reference])[reference]


def roots_of(library: Library, references: Sequence[Reference]) -> dict[Reference, Reference]:
    """Return what each of several things lies in. Raises NotFound."""
    found = whereabouts.roots(library, references)
    missing = next((each for each in references if each not in found), None)
    if missing is not None:
        raise NotFound(kind=missing[0], id=missing[1])
    return found


def root_of_new(library: Library, value: type[Any], owner: Reference | None) -> Reference | None:
    """Return what a new thing will lie in. Raises NotFound, and ValueError for an owner of the wrong kind."""
    owners = schema.entity_of(value).owners
    if owner is None and not owners:
        return None
    if owner is None or owner[0] not in owners:
        message = f"a {kind_of(value)} belongs to a {' or a '.join(owners) or 'school'}, not to {owner}"
        raise ValueError(message)
    return root_of(library, owner)


def day_of(library: Library, reference: Reference) -> int:
    """Return the study day in which a thing lies. Raises NotFound."""
    return days_of(library, [reference])[0]


def days_of(library: Library, references: Sequence[Reference]) -> list[int]:
    """Return the study day in which each of several things lies. Raises NotFound."""
    found = roots_of(library, references)
    elsewhere = next((each for each in references if found[each][0] != "study_day"), None)
    if elsewhere is not None:
        raise NotFound(kind=elsewhere[0], id=elsewhere[1])
    return [found[each][1] for each in references]


def must_be_new_to(library: Library, things: Sequence[object], owner: Reference | None) -> None:
    """Raise InvalidValue when somebody among these leads the block, or prepares the day, already or here twice."""
    leads = [thing for thing in things if isinstance(thing, BlockLead)]
    if leads and owner is not None and _stand_twice(leads, library.get(Block, owner[1]).leads):
        refuse("person", LEADS_ALREADY)
    members = [thing for thing in things if isinstance(thing, PreparationMember)]
    if members and owner is not None and _stand_twice(members, library.of_day(PreparationMember, owner[1])):
        refuse("person", N_("This person belongs to the preparation group already."))


def _stand_twice(new: Sequence[BlockLead | PreparationMember], there: Iterable[BlockLead | PreparationMember]) -> bool:
    """Whether a person among the new or changed ones stands there already, or is among them twice."""
    changed = {each.id for each in new if each.id}
    standing = {each.person for each in there if each.id not in changed}
    return len(standing | {each.person for each in new}) - len(standing) < len(new)


def must_have_room(library: Library, thing: object, owner: Reference | None, more: int = 1) -> None:
    """Raise TooMany when so many more of this kind would pass a limit."""
    if isinstance(thing, Person):
        _limited("person", whereabouts.count(library, "person") + more, LIMITS.people)
    elif isinstance(thing, StudyDay):
        _limited("study_day", whereabouts.count(library, "study_day") + more, LIMITS.study_days)
    elif isinstance(thing, Registration):
        _limited("registration", whereabouts.count(library, "registration", owner) + more, LIMITS.registrations)
    elif isinstance(thing, Block) and owner is not None:
        must_have_room_for_blocks(library, owner[1], thing.round, more)


def must_have_room_for_blocks(library: Library, day: int, round: int | None, more: int) -> None:
    """Raise TooMany when so many more options of a round, or blocks that are no options, would pass the limit."""
    if more <= 0:
        return
    if round is not None:
        _limited("option", whereabouts.option_count(library, round) + more, LIMITS.round_options)
    else:
        _limited("block", whereabouts.top_level_count(library, day) + more, LIMITS.top_level_blocks)


def _limited(kind: str, count: int, limit: int) -> None:
    if count > limit:
        raise TooMany(kind=kind, count=count, limit=limit)


def _reference_problems(library: Library, thing: object, root: Reference | None) -> Iterator[Problem]:
    placed = list(_placed_references(thing))
    roots = whereabouts.roots(library, [reference for _, reference in placed])
    for where, reference in placed:
        if reference not in roots:
            yield Problem(where, N_("There is no such {kind:kind} here (any more)."), {"kind": reference[0]})
        elif not _within_reach(roots[reference], root):
            yield Problem(where, N_("This {kind:kind} belongs elsewhere."), {"kind": reference[0]})


def _within_reach(target: Reference, root: Reference | None) -> bool:
    """Whether a thing in `root` may point to one in `target`: its own, the school's, a day also to trajectories."""
    if target == root:
        return True
    return target[0] != "study_day" and (target[0] != "trajectory" or root is None or root[0] == "study_day")


def _placed_references(value: object, prefix: str = "") -> Iterator[tuple[str, Reference]]:
    for each in described(type(value)):
        if not each.refers and not each.is_value:
            continue
        for index, held in enumerate(values_of(each, value)):
            where = f"{prefix}{each.name}[{index}]" if each.many else f"{prefix}{each.name}"
            if each.refers:
                yield where, (each.refers, held)
            else:
                yield from _placed_references(held, f"{where}.")


def _fit_problems(library: Library, thing: object) -> Iterator[Problem]:
    """Judge a thing by the rules for a whole day, on a day of only what those rules look at."""
    if isinstance(thing, Block):
        yield from _block_problems(library, thing)
    elif isinstance(thing, Preference):
        blocks = tuple(library.some(Block, [thing.option]))
        yield from _judged("preferences", StudyDay(preferences=(thing,), blocks=blocks))
    elif isinstance(thing, Allotment):
        blocks = tuple(library.some(Block, [thing.option]))
        yield from _judged("allotments", StudyDay(allotments=(thing,), blocks=blocks))
    elif isinstance(thing, Registration):
        blocks = tuple(library.some(Block, thing.fixed_options))
        yield from _judged("registrations", StudyDay(registrations=(thing,), blocks=blocks))
    elif isinstance(thing, Measure):
        around = _chain(library, thing, "baseline_measure")
        yield from _judged("measures", StudyDay(measures=(thing, *around)))
    elif isinstance(thing, Moment):
        yield from _judged("moments", StudyDay(moments=(thing,)))
    elif isinstance(thing, Trajectory):
        yield from _judged("", StudyDay(moments=thing.moments))
    elif isinstance(thing, StudyDay):
        yield from _judged("", _new_in(library, thing))


def _block_problems(library: Library, block: Block) -> Iterator[Problem]:
    around = [*library.some(Block, [block.round or 0]), *_chain(library, block, "repeats")]
    for problem in _judged("blocks", StudyDay(blocks=(block, *around))):
        # Leads that stood so before are no reason to refuse another field.
        if problem.text != LEADS_ALREADY or not _leads_stand(library, block):
            yield problem
    if block.kind is not BlockKind.ROUND and block.id and whereabouts.option_count(library, block.id):
        yield Problem("kind", N_("This choice round still has options."))


def _new_in(library: Library, day: StudyDay) -> StudyDay:
    """Return of a study day what can be wrong with itself; that it built on itself before is no reason to refuse it."""
    stands = day.id and library.bare(StudyDay, day.id).builds_on == day.builds_on
    return StudyDay(uid=day.uid, builds_on="" if stands else day.builds_on, moments=day.moments)


def _leads_stand(library: Library, block: Block) -> bool:
    return any(standing.leads == block.leads for standing in library.some(Block, [block.id]))


def _chain(library: Library, thing: Any, field: str) -> list[Any]:
    """Return what a thing points to through a field, and that again, as far as it goes."""
    found: dict[int, Any] = {thing.id: thing}
    following = getattr(thing, field)
    while following is not None and following not in found:
        found[following] = library.get(type(thing), following)
        following = getattr(found[following], field)
    return [each for number, each in found.items() if number != thing.id]


def _judged(field: str, day: StudyDay) -> Iterator[Problem]:
    """Give the problems of the first thing in a list of a day, or without one of the day itself, by field name."""
    prefix = f".{field}[0]." if field else "."
    for problem in problems_of_day(day, ""):
        if problem.where.startswith(prefix):
            yield Problem(problem.where.removeprefix(prefix), problem.text, problem.figures)


def fields_of(thing: object, names: Iterable[str]) -> Mapping[str, Any]:
    """Return some fields of a thing by name."""
    return {name: getattr(thing, name) for name in names}
