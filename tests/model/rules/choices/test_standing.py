"""The places that stand: how well wishes are met, who is worst off, what a move costs, and who an allotment moves."""

from dataclasses import replace

from studydag.model.rules.choices.standing import Standing, moved_by
from studydag.model.values.allotting import Allotting, Given, MoveCost
from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.programme import BlockLead, LeadStatus
from studydag.model.values.school import Person
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.model.rules.choosing import NOBODY, a_day, a_round, allotted, an_option, people, wishes


def places(*given: tuple[int, int, int]) -> tuple[Allotment, ...]:
    return tuple(
        Allotment(id=number, registration=person, round=round_id, option=option)
        for number, (person, round_id, option) in enumerate(given, 1)
    )


def two_rounds(*given: tuple[int, int, int], **fields: object) -> StudyDay:
    """Two rounds of two options, for one person each; option 3 repeats 1."""
    blocks = [
        *a_round(100, an_option(1, 100, 1), an_option(2, 100, 1)),
        *a_round(200, an_option(3, 200, 1, repeats=1), an_option(4, 200, 1)),
    ]
    wished = wishes((1, 100, (1, 2)), (2, 100, (1, 2)), (1, 200, (4,)), (2, 200, (4, 3)))
    return a_day(blocks, fields.pop("registrations", people(2)), wished, allotments=places(*given), **fields)


def problems(cost: MoveCost) -> list[str]:
    return [str(text) for text, _ in cost.problems]


def test_the_tally_counts_wishes_and_who_is_without_a_place():
    tally = Standing.of(two_rounds((1, 100, 1), (2, 100, 2), (1, 200, 4)), NOBODY).tally

    assert tally.ranks == {1: 2, 2: 1}
    assert (tally.first, tally.first_or_second, tally.worst_rank) == (2 / 3, 1.0, 2)
    assert tally.without == ((2, 200),)


def test_who_is_without_a_place_is_counted_by_people():
    one, group = people(2)
    day = two_rounds((1, 100, 1), registrations=[one, replace(group, count=15)])
    given = Allotment(id=9, registration=2, round=100, option=2, count=3)
    tally = Standing.of(replace(day, allotments=(*day.allotments, given)), NOBODY).tally

    assert tally.without == ((1, 200), (2, 100), (2, 200))
    assert tally.people_without == 1 + 15


def test_who_has_only_fixed_places_needs_no_wishes():
    lead, other = people(2)
    day = replace(two_rounds(registrations=[replace(lead, fixed_options=(1, 4)), other]), preferences=())

    assert Standing.of(day, NOBODY).without_wishes == {2}
    assert Standing.of(replace(day, registrations=(replace(lead, fixed_options=(1,)),)), NOBODY).without_wishes == {1}


def test_who_got_no_first_wish_is_worst_off_and_who_got_none_at_all_before_that():
    standing = Standing.of(two_rounds((1, 100, 2), (1, 200, 3), (2, 100, 1), (2, 200, 3)), NOBODY)

    assert [(each.registration, each.ranks) for each in standing.worst_off()] == [(1, (2, None))]


def test_who_was_moved_by_hand_is_told_of_a_better_wish_with_a_free_seat():
    blocks = a_round(100, an_option(1, 100, 1), an_option(2, 100, 1), an_option(3, 100, 1))
    wished = wishes((1, 100, (1, 2, 3)), (2, 100, (1,)))

    def why(option: int) -> tuple[str, dict[str, object]]:
        day = a_day(blocks, people(2), wished, allotments=places((1, 100, option), (2, 100, 1)))
        given = Standing.of(day, NOBODY).given[1, 100]
        return str(given.reason), dict(given.figures)

    free = {"rank": 3, "option": "Option 2", "better": 2}
    assert why(3) == ("choice {rank}, though {option:quoted} (choice {better}) has a free seat", free)
    assert why(2)[0] == "choice {rank}: {option:quoted} was the first choice of {wanted}, and has {seats} seats"


def test_a_move_by_hand_says_what_it_costs_the_person_and_the_whole():
    standing = Standing.of(two_rounds((1, 100, 1), (2, 100, 2)), NOBODY)
    cost = standing.cost(2, 100, 1)

    assert (cost.rank_before, cost.rank_after) == (2, 1)
    assert (cost.before.ranks, cost.after.ranks) == ({1: 1, 2: 1}, {1: 2})
    assert (cost.before.worst_rank, cost.after.worst_rank) == (2, 1)
    assert (cost.taken, cost.seats) == (2, 1)
    assert problems(cost) == ["this option is full"]


def test_a_move_that_changes_nothing_or_takes_a_place_away_has_its_cost_too():
    standing = Standing.of(two_rounds((1, 100, 1)), NOBODY)

    assert (standing.cost(1, 100, 1).taken, standing.cost(1, 100, 1).problems) == (1, ())
    gone = standing.cost(1, 100, None)
    assert (gone.had_place, gone.after.ranks, gone.after.without[0]) == (True, {}, (1, 100))


def test_d05_d06_a_move_says_who_leads_and_who_was_there_already():
    lead = BlockLead(person=7)
    day = two_rounds((1, 100, 1), registrations=[Registration(id=1, uid="a", person=7), *people(2)[1:]])
    day = replace(day, blocks=tuple(replace(each, leads=(lead,)) if each.id == 4 else each for each in day.blocks))
    standing = Standing.of(day, Setting(people=(Person(id=7, name="Ada"),)))

    assert problems(standing.cost(1, 200, 3)) == [
        "leads an option in this round, and is not free",
        "already has this workshop in another round",
    ]


def test_a_move_says_who_is_parted_and_who_is_not_kept_apart():
    one, two = people(2)
    day = two_rounds((1, 100, 1), registrations=[one, replace(two, apart=(1,))])
    assert "sits with somebody they are to be kept apart from" in problems(Standing.of(day, NOBODY).cost(2, 100, 1))
    day = two_rounds((1, 100, 1), registrations=[one, replace(two, together=(1,))])
    assert problems(Standing.of(day, NOBODY).cost(2, 100, 2)) == [
        "is separated from somebody they are to be together with"
    ]


def test_who_sits_in_an_option_that_was_called_off_is_homeless_and_named():
    day = two_rounds((1, 100, 1), (2, 100, 2))
    off = replace(day, blocks=tuple(replace(each, cancelled=each.id == 1) for each in day.blocks))

    assert [each.registration for each in Standing.of(off, NOBODY).homeless] == [1]


def test_d34_who_moves_is_listed_with_the_wishes_before_and_after():
    day = two_rounds((1, 100, 1), (2, 100, 2))
    standing = Standing.of(day, NOBODY)
    found = allotted(day, near=day.allotments)
    moved = moved_by(standing, found)

    assert [(each.registration, each.round, each.before, each.after) for each in moved] == [
        (1, 200, None, 4),
        (2, 200, None, 3),
    ]
    assert [(each.rank_before, each.rank_after) for each in moved] == [(None, 1), (None, 2)]
    assert standing.with_places(found).tally.ranks == {1: 2, 2: 2}
    assert moved_by(standing, Allotting())[0].after is None


def test_every_standing_place_says_why():
    standing = Standing.of(two_rounds((1, 100, 1), (2, 100, 2), (1, 200, 4), (2, 200, 3)), NOBODY)

    reasons = {key: each.reason for key, each in standing.given.items()}
    assert reasons[1, 100] == "first choice"
    assert reasons[2, 100] == "choice {rank}: {option:quoted}, the first one, comes in another round"
    assert reasons[2, 200] == "choice {rank}: {option:quoted} was the first choice of {wanted}, and has {seats} seats"


def test_a_group_that_is_divided_counts_with_all_its_places():
    group = Registration(id=1, uid="g", name="Onderbouw", count=3)
    blocks = a_round(100, an_option(1, 100, 2), an_option(2, 100, 2))
    given = (
        Allotment(id=1, registration=1, round=100, option=1, count=2),
        Allotment(id=2, registration=1, round=100, option=2, count=1),
    )
    standing = Standing.of(a_day(blocks, [group], wishes((1, 100, (1,))), allotments=given), NOBODY)

    assert standing.tally.ranks == {1: 2, None: 1}
    assert standing.taken == {1: 2, 2: 1}


def test_a_group_that_stays_divided_moves_nowhere_and_else_those_who_do_are_counted():
    group = Registration(id=1, uid="g", name="Onderbouw", count=3)
    blocks = a_round(100, an_option(1, 100, 2), an_option(2, 100, 2), an_option(3, 100, 0))
    given = tuple(
        Allotment(id=option, registration=1, round=100, option=option, count=count)
        for option, count in ((2, 1), (1, 2))
    )
    day = a_day(blocks, [group], allotments=given)
    standing = Standing.of(day, NOBODY)
    assert moved_by(standing, allotted(day, near=given)) == ()
    found = Allotting(places=(Given(registration=1, round=100, option=1, count=1),))
    moved = moved_by(standing, found)
    assert [(each.before, each.after, each.count) for each in moved] == [(1, None, 1), (2, None, 1)]


def test_a_round_with_fewer_seats_than_people_is_named_and_one_without_a_limit_is_not():
    short = a_day((*a_round(100, an_option(1, 100, 2), an_option(2, 100, 3)),), people(6))
    assert Standing.of(short, NOBODY).short_of_seats == ((100, 5, 6),)
    enough = a_day((*a_round(100, an_option(1, 100, 2), an_option(2, 100, None)),), people(6))
    assert Standing.of(enough, NOBODY).short_of_seats == ()


def test_a_wish_for_what_was_called_off_is_known():
    blocks = a_round(100, an_option(1, 100), an_option(2, 100, cancelled=True))
    standing = Standing.of(a_day(blocks, people(1), wishes((1, 100, (2, 1)))), NOBODY)
    assert (standing.wished(1, 100), standing.called_off(1, 100)) == ({2: 1}, {1: 2})


def test_who_sits_where_it_is_not_for_them_any_more_is_told_of():
    day = two_rounds((1, 100, 1), (2, 100, 2))
    assert Standing.of(day, NOBODY).misplaced == ()
    blocks = tuple(replace(each, audience=(9,)) if each.id == 2 else each for each in day.blocks)
    assert Standing.of(replace(day, blocks=blocks), NOBODY).misplaced == (2,)


def test_an_option_that_is_just_full_is_not_too_full():
    day = a_day(a_round(100, an_option(1, 100, 2)), people(3), wishes(*((each, 100, (1,)) for each in (1, 2, 3))))

    def too_full(*who: int) -> tuple[int, ...]:
        return Standing.of(replace(day, allotments=places(*((each, 100, 1) for each in who))), NOBODY).too_full

    assert [too_full(1, 2), too_full(1, 2, 3)] == [(), (1,)]


def test_d06_who_sits_twice_in_the_same_workshop_is_named_but_a_group_may_be_divided_over_both():
    twice = places((1, 100, 1), (1, 200, 3))
    group = (replace(people(1)[0], count=2), people(2)[1])

    assert Standing.of(two_rounds((1, 100, 1), (1, 200, 3)), NOBODY).twice == (1,)
    assert Standing.of(replace(two_rounds(registrations=group), allotments=twice), NOBODY).twice == ()


def test_who_is_worst_off_is_judged_by_the_mean_over_the_rounds():
    blocks = [
        *a_round(100, *(an_option(number, 100) for number in (1, 2, 3, 7))),
        *a_round(200, *(an_option(number, 200) for number in (4, 5, 6))),
    ]
    wished = wishes((1, 100, (1, 2)), (1, 200, (4, 5)), (2, 100, (1, 2, 3)))
    given = places((1, 100, 2), (1, 200, 5), (2, 100, 3))
    standing = Standing.of(a_day(blocks, people(2), wished, allotments=given), NOBODY)

    assert [(each.registration, each.ranks) for each in standing.worst_off()] == [(2, (3,)), (1, (2, 2))]


def test_d05_who_no_longer_leads_is_free_in_that_round():
    def leads(status: LeadStatus) -> frozenset[tuple[int, int]]:
        option = an_option(1, 100, leads=(BlockLead(person=7, status=status),))
        return Standing.of(a_day(a_round(100, option), people(1)), NOBODY).leads

    assert [leads(LeadStatus.CONFIRMED), leads(LeadStatus.CANCELLED)] == [{(7, 100)}, frozenset()]
