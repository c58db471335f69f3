import datetime as dt

from studydag.export.preparing import Task, to_prepare
from studydag.model.values.programme import Resource, ResourceWhen
from tests.building import a, a_block, a_day
from tests.export.printing_days import DUTCH, ENGLISH, text

OPEN = a_block(1, title="Open ruimte", open_slot=True, input_deadline=dt.date(2026, 10, 1), preparation_minutes=20)


def test_work_what_to_hand_in_and_things_to_read_are_asked_in_that_order():
    article = a(Resource, 1, title="Article", link="https://example.org", when=ResourceWhen.BEFORE)
    later = a(Resource, 2, title="Book", when=ResourceWhen.AFTER)
    block = a_block(1, input_deadline=dt.date(2026, 10, 1), preparation_text="Read", resources=(article, later))
    assert list(to_prepare(block, ENGLISH)) == [
        Task(what="Read"),
        Task(what="Hand in your topic or question by Thu 1 Oct 2026"),
        Task(what="Article", link="https://example.org"),
    ]


def test_invitation_and_programme_say_by_when_own_topics_are_wanted():
    for name in ("invitation", "programme"):
        assert "Geef je onderwerp of vraag uiterlijk do 1 okt 2026 door" in text(name, a_day(OPEN), language=DUTCH)
        assert "Hand in your topic" not in text(name, a_day(a_block(1, open_slot=True)))
