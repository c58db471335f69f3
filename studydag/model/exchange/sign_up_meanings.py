"""Who and what the names and titles of a table mean, though they are written otherwise; or what was said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from studydag.model.exchange.importing.recognising.matching import Names, person_key
from studydag.model.exchange.sign_up_columns import bare
from studydag.model.values.choices import Registration
from studydag.model.values.references import Reference
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

ALIKE = 86
"""From this likeness (0-100) what was written means the title of an option. Ours."""
CLEARLY = 4
"""So much better than the next best it has to be."""
SHORTEST = 3
"""Letters: fewer than four could begin anything."""
SLIP = 5
"""From so many letters on, one that is wrong, missing, too many or in another's place is a slip of the pen. Ours."""
BEGINS = 8
"""Letters from which what a title begins with is enough. Ours."""
PARTICLES: Final = frozenset(
    {
        *(
            "van",
            "de",
            "der",
            "den",
            "het",
            "ten",
            "ter",
            "te",
            "vd",
            "v",
            "d",
            "vander",
            "vanden",
            "op",
            "in",
            "t",
            "s",
        ),
        *("la", "le", "du", "el", "al", "von", "zu", "und"),
    }
)
"""What stands before a last name, and is written in many ways: van der Linden, v.d. Linden, Linden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A name, or a title in the column of a round (None: the whole day), of which somebody may say what it means."""

    name: str = ""
    title: str = ""
    round: int | None = None

    @property
    def key(self) -> tuple[str, int | None]:
        """What is said once for all lines."""
        return (person_key(self.name) if self.name else bare(self.title), self.round)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """What somebody said: which option a title is (None: none), and who a name is (None: somebody new), by `Asked.key`.

    Who that is, is a registration or a person of the school.
    """

    titles: Mapping[tuple[str, int | None], int | None] = field(default_factory=dict)
    people: Mapping[tuple[str, int | None], Reference | None] = field(default_factory=dict)

    def saying(self, asked: Asked, meant: Reference | int | None) -> Meanings:
        """Return these with one more."""
        if asked.name:
            said = meant if isinstance(meant, tuple) else None
            return Meanings(titles=self.titles, people={**self.people, asked.key: said})
        option = meant if isinstance(meant, int) else None
        return Meanings(titles={**self.titles, asked.key: option}, people=self.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleMeant:
    """The option that a title means, if any, and how sure that is."""

    option: int | None = None
    is_guess: bool = False
    is_one_of_several: bool = False


def title_meant(wanted: str, options: Mapping[int, str]) -> TitleMeant:
    """Return which of some options a title means; all are written as they are compared."""
    exact = [option for option, title in options.items() if title == wanted]
    if exact:
        return TitleMeant(option=exact[0])
    begun = [option for option, title in options.items() if title.startswith(wanted) or wanted.startswith(title)]
    if len({options[option] for option in begun}) == 1 and len(wanted) > SHORTEST:
        return TitleMeant(option=begun[0])
    scores = sorted(((_likeness(wanted, title), -option) for option, title in options.items()), reverse=True)
    best = -scores[0][1] if scores and scores[0][0] >= ALIKE else None
    rivals = [] if best is None else [score for score, option in scores if options[-option] != options[best]]
    if best is None or (rivals and scores[0][0] - rivals[0] < CLEARLY):
        return TitleMeant(is_one_of_several=len({options[option] for option in begun}) > 1)
    return TitleMeant(option=best, is_guess=True)


def _likeness(wanted: str, title: str) -> float:
    """Return how like a title is (0-100), or what it begins with where more than a word of it was written."""
    from rapidfuzz import fuzz

    whole = fuzz.ratio(wanted, title)
    if _is_slip(wanted.split(), title.split()):
        whole = max(whole, float(ALIKE))
    begins = fuzz.ratio(wanted, title[: len(wanted)]) if len(wanted) >= BEGINS else 0.0
    return max(whole, begins)


def _is_slip(wanted: Sequence[str], title: Sequence[str]) -> bool:
    """Whether two titles differ in one word alone, by one letter; in a short one that may be another workshop."""
    from rapidfuzz.distance import OSA

    others = [pair for pair in zip(wanted, title, strict=False) if pair[0] != pair[1]]
    if len(wanted) != len(title) or len(others) != 1:
        return False
    one, other = others[0]
    return min(len(one), len(other)) >= SLIP and one.isalpha() and OSA.distance(one, other, score_cutoff=1) <= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMeant:
    """Who a name means: somebody registered, else a person of the school, else nobody known."""

    registration: Registration | None = None
    person: int | None = None
    name: str = ""
    is_guess: bool = False
    was_said: bool = False


class PeopleMeant:
    """Knows who registered and who is of the school."""

    def __init__(self, day: StudyDay, setting: Setting, meanings: Meanings) -> None:
        """Look names up among those of a day; those of the school who left are nobody."""
        self._meanings = meanings
        self._persons = {person.id: person for person in setting.people}
        self._registered = {each.id: each for each in day.registrations}
        named = [(name, each) for each in day.registrations if (name := self._name(each))]
        self._known = Names(named, person_key)
        people = [(person.name, person) for person in setting.people]
        self._people = Names(people, person_key)
        there = {each.person for each in day.registrations}
        self._by_part: dict[str, set[tuple[str, int]]] = {}
        for name, each in named:
            self._note_parts(name, ("registration", each.id))
        for name, person in people:
            if person.id not in there:
                self._note_parts(name, ("person", person.id))

    def key(self, registration: Registration) -> tuple[str, object]:
        """Return what tells somebody from all others in a table."""
        if registration.id:
            return "registration", registration.id
        if registration.person is not None:
            return "person", registration.person
        return "name", person_key(registration.name)

    def find(self, name: str) -> PersonMeant:
        """Return who a name means."""
        asked = Asked(name=name)
        if asked.key in self._meanings.people:
            return self._of(self._meanings.people[asked.key], name, was_said=True)
        forms = _forms(name)
        known = next(filter(None, map(self._known.find, forms)), None)
        if known is not None:
            return self._of(("registration", known.id), name)
        person = next(filter(None, map(self._people.find, forms)), None)
        if person is not None:
            return self._of(("person", person.id), name)
        found = {
            each for form in forms for part in _parts_of(form, alone=False) for each in self._by_part.get(part, ())
        }
        return self._of(next(iter(found)) if len(found) == 1 else None, name)

    def _of(self, reference: Reference | None, name: str, *, was_said: bool = False) -> PersonMeant:
        kind, row_id = reference or ("", 0)
        registration = self._registered.get(row_id) if kind == "registration" else None
        person = self._persons.get(row_id) if kind == "person" else None
        meant = self._name(registration) if registration else person.name if person else name
        return PersonMeant(
            registration=registration,
            person=person.id if person else None,
            name=meant,
            is_guess=person_key(meant) not in map(person_key, _forms(name)),
            was_said=was_said,
        )

    def _name(self, registration: Registration) -> str:
        person = self._persons.get(registration.person or 0)
        return registration.name or (person.name if person else "")

    def _note_parts(self, name: str, who: tuple[str, int]) -> None:
        for part in _parts_of(name, alone=True):
            self._by_part.setdefault(part, set()).add(who)


def _forms(name: str) -> tuple[str, ...]:
    """Return a name as it is written, and turned where it may be a last name with the first one behind it."""
    last, mark, first = (part.strip() for part in name.partition(","))
    return (name, f"{first} {last}") if mark and first and last else (name,)


def _parts_of(name: str, *, alone: bool) -> tuple[str, ...]:
    """Return a name without what stands before the last name, either way round; and (`alone`) the first name by itself.

    A name of one word is a first name.
    """
    first, *rest = person_key(name).split() or [""]
    last = [word for word in rest if word not in PARTICLES]
    whole = (" ".join((first, *last)), " ".join((*last, first))) if last else ()
    return (*whole, first) if alone or (first and not rest) else whole
