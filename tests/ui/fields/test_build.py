"""What fields that refer to something offer."""

from studydag.language import Language
from studydag.model.values.school import Room, SchoolGoal
from studydag.model.values.setting import Setting
from studydag.ui.fields.build import choices_of


def test_rooms_are_looked_up_by_their_names_and_school_goals_keep_their_order():
    rooms = tuple(Room(id=n, name=name) for n, name in enumerate(("Lokaal 12", "Lokaal 2", "aula"), 1))
    goals = tuple(SchoolGoal(id=n, title=title) for n, title in enumerate(("Rekenen", "Lezen"), 1))
    found = choices_of(None, Setting(rooms=rooms, school_goals=goals), Language.of("nl"))
    assert [choice.label for choice in found["room"]] == ["aula", "Lokaal 2", "Lokaal 12"]
    assert [choice.label for choice in found["school_goal"]] == ["Rekenen", "Lezen"]
