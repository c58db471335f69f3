"""What one person learns in trajectories: the activities with their hours and certificates (R052)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from studydag.model.values.trajectory import Activity, ParticipantRole, Trajectory


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """An activity in which someone takes part, in which role, and whether its certificate still holds."""

    activity: Activity
    trajectory: Trajectory
    role: ParticipantRole
    has_lapsed: bool


def learning_of(person: int, trajectories: Iterable[Trajectory], today: date) -> tuple[Learning, ...]:
    """Return the activities of a person, those with a certificate first."""
    found = list(_learning(person, trajectories, today))
    return tuple(sorted(found, key=lambda each: not each.activity.certificate))


def _learning(person: int, trajectories: Iterable[Trajectory], today: date) -> Iterator[Learning]:
    for trajectory in trajectories:
        for activity in trajectory.activities:
            role = next((each.role for each in activity.participants if each.person == person), None)
            if role is not None:
                until = activity.valid_until
                lapsed = until is not None and until < today
                yield Learning(activity=activity, trajectory=trajectory, role=role, has_lapsed=lapsed)
