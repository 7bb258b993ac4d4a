"""The course of caseloads in a sentence: short, true, and without the word trend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import few, service, services, stockton, team

from model.course import (
    children_words,
    measured_course,
    not_the_same_teams,
    service_course,
    service_words,
    teams_course,
    teams_words,
    waiting_now,
)
from model.decisions import TeamChange
from model.forecast import forecast
from model.waiting_findings import waiting_sentence
from model.words import MOST_WORDS_IN_TITLE, count_words

pytestmark = pytest.mark.unit

JANUARY, FEBRUARY = date(2013, 1, 1), date(2013, 2, 1)
words = st.text(st.characters(categories=["L"]), min_size=1, max_size=8)


def month(when: date, **teams: int):
    """A month of teams of 10 FTE with so many children."""
    return service(*[team(name.replace("_", " "), 10, children) for name, children in teams.items()], month=when)


@st.composite
def histories(draw):
    """Up to six months of a few teams, some figures missing."""
    made = []
    for number in range(draw(st.integers(0, 6))):
        each = draw(services(most_teams=4))
        blank = draw(st.integers(0, 3)) == 0
        teams = tuple(replace(one, fte=None) if blank else one for one in each.teams)
        made.append(replace(each, teams=teams, month=date(2012, number + 1, 1)))
    return made


def test_ac43_two_months_are_a_change_with_both_figures_and_no_more():
    # Given two months, when their course is told, then both figures are named, and that they are two months only
    history = [stockton("september"), stockton("february_b")]
    assert service_course(history) == ("The service average rose from 26.8 in September 2012 to 32.0: two months only")
    assert service_course(history[::-1]) == (
        "The service average fell from 32.0 in February 2013 to 26.8: two months only"
    )
    # And nothing is forecast from them
    assert forecast([1194.0, 1294.0]) is None


def test_a_restructure_between_the_first_month_and_the_last_is_said():
    # Given three months, and teams made anew in the second
    history = [month(JANUARY, A=250, B=250), month(FEBRUARY, A=300, B=300), month(date(2013, 3, 1), A=330, B=330)]
    assert service_course(history, [FEBRUARY]) == (
        "The service average rose from 25.0 in January 2013 to 33.0, across a restructure"
    )
    assert teams_course(history, [FEBRUARY]) == (
        "Both teams carry higher caseloads than in January 2013, across a restructure"
    )
    # When it was in the first month or before it, then all the months are of the same teams
    assert "restructure" not in service_course(history, [JANUARY]) + teams_course(history, [JANUARY])
    # And of two months it is said too
    assert service_course(history[:2], [FEBRUARY]) == (
        "The service average rose from 25.0 in January 2013 to 30.0, across a restructure"
    )


def test_three_months_are_more_than_one_change():
    history = [month(JANUARY, A=250), month(FEBRUARY, A=300), month(date(2013, 3, 1), A=330)]
    assert service_course(history) == "The service average rose from 25.0 in January 2013 to 33.0"


def test_a_rise_that_is_of_other_teams_is_not_stated_as_a_plain_one():
    # Given three teams, and other ones in the next month
    rise = "The service average rose from 25.0 in January 2013 to 30.0"
    strangers = [month(JANUARY, P=250, Q=250), month(FEBRUARY, A=300, B=300, C=300)]
    fewer = [month(JANUARY, P=250, Q=250), month(FEBRUARY, P=300)]
    # Then it is said in the title, in words and in a sentence, whether or not the month was a restructure
    for restructures in ([], [FEBRUARY]):
        assert service_course(strangers, restructures) == f"{rise}, not like for like"
    assert service_words(fewer).endswith("to 30.0 in February 2013, not like for like.")
    ends = "The averages of January 2013 and February 2013 are not of the same teams"
    assert not_the_same_teams(fewer) == f"{ends} (now without Q)."
    assert not_the_same_teams(strangers) == f"{ends} (now with A, B and C, without P and Q)."
    # And a team that was split into the others is the same as these
    told = TeamChange(FEBRUARY, frozenset("PQ"), frozenset("ABC"), "New teams")
    carried = [strangers[0], replace(strangers[1], changes=(told,))]
    assert service_course(carried, [FEBRUARY]) == f"{rise}, across a restructure"
    assert not_the_same_teams(carried) == ""


def test_a_month_of_other_teams_on_the_way_is_named():
    months = [month(date(2012, number, 1), A=250, B=250) for number in range(1, 7)]
    odd = [replace(each, teams=each.teams[:1]) for each in months]
    # Given the same teams at both ends, and other ones in between
    assert not_the_same_teams([*months[:2], odd[2], *months[3:]]) == (
        "In March 2012 the average is not of the same teams as in June 2012."
    )
    assert not_the_same_teams([months[0], *odd[1:5], months[5]]) == (
        "In four of six months the average is not of the same teams as in June 2012."
    )
    # And nothing is said where no month differs, or none is known
    assert not_the_same_teams(months) == not_the_same_teams([]) == ""


def test_teams_that_cannot_be_compared_are_in_no_all():
    # Given three teams, of which one is new and one was not known before
    before = service(team("A", 10, 200), team("B", 10, 200), team("C", None, 200), month=JANUARY)
    after = service(*(team(name, 10, 210) for name in "ABCD"), month=FEBRUARY)
    assert teams_course([before, after]) == "Both comparable teams carry higher caseloads than in January 2013"
    # When there is one that is not counted, then it is the counted ones; and of a team that is gone no panel is hidden
    door = team("Door", 10, 300, counted=False)
    pair = service(team("A", 10, 200), team("B", 10, 200), door, month=JANUARY)
    assert (
        teams_course([pair, replace(pair, month=FEBRUARY)])
        == "No counted team carries higher caseloads than in January 2013"
    )
    gone = [month(JANUARY, A=200, B=200, C=200), month(FEBRUARY, A=210, B=200)]
    assert teams_course(gone) == "One of two comparable teams carries higher caseloads than in January 2013"


def test_caseloads_that_are_shown_alike_are_none_higher():
    months = [
        service(team("A", 25, children), team("B", 25, 500), month=when)
        for children, when in ((624, JANUARY), (626, FEBRUARY))
    ]
    assert teams_course(months) == "No team carries higher caseloads than in January 2013"


def test_the_average_of_chosen_teams_is_not_called_the_services():
    def chosen(*months):
        return [replace(each, whole_service=False) for each in months]

    one = chosen(month(JANUARY, South_1=250), month(FEBRUARY, South_1=300))
    assert service_course(one) == "South 1’s average rose from 25.0 in January 2013 to 30.0: two months only"
    two = chosen(month(JANUARY, A=250, B=250), month(FEBRUARY, A=300, B=300))
    assert service_course(two) == "The chosen teams’ average rose from 25.0 in January 2013 to 30.0: two months only"
    unknown = chosen(service(team("South 1", None, 100)))
    assert service_course(unknown) == "South 1’s average is not known in any month"


def test_an_average_without_a_team_is_not_called_the_services():
    history = [
        service(team("A", 10, 250), team("Beta", fte, 160), month=when)
        for when, fte in ((JANUARY, 10), (FEBRUARY, None), (date(2013, 3, 1), None))
    ]
    rose = "rose from 20.5 in January 2013 to 25.0"
    assert service_course(history) == f"The known teams’ average {rose}, not like for like"
    # Where the same teams are known at both ends there is nothing more to say of them
    assert service_course(history[1:]) == (
        "The average of teams with known figures is 25.0, as it was in February 2013"
    )


def test_a_course_that_is_back_where_it_was_neither_rose_nor_fell():
    # Given two averages that are shown alike
    history = [month(JANUARY, A=25_00), month(FEBRUARY, A=2500)]
    assert service_course(history) == "The service average is 250.0, as it was in January 2013"
    close = [service(team("A", 25, 626), month=JANUARY), service(team("A", 25, 625), month=FEBRUARY)]
    assert service_course(close) == "The service average is 25.0, as it was in January 2013"


def test_months_without_an_average_are_passed_over():
    unknown = service(team("A", None, 100), month=date(2013, 3, 1))
    assert service_course([unknown]) == "The service average is not known in any month"
    assert service_course([]) == "The service average is not known in any month"
    assert service_course([month(JANUARY, A=250), unknown]) == "The service average was 25.0 in January 2013"


def test_teams_are_counted_against_the_first_month():
    history = [stockton("september"), stockton("february_b")]
    assert teams_course(history) == "All six teams carry higher caseloads than in September 2012"
    assert teams_course(history[::-1]) == "No team carries higher caseloads than in February 2013"


def test_some_teams_are_counted_in_words():
    before = month(JANUARY, A=200, B=200, C=200)
    one, two = month(FEBRUARY, A=210, B=200, C=190), month(FEBRUARY, A=210, B=210, C=190)
    assert teams_course([before, one]) == "One of three teams carries higher caseloads than in January 2013"
    assert teams_course([before, two]) == "Two of three teams carry higher caseloads than in January 2013"


def test_two_teams_are_both():
    before, after = month(JANUARY, A=200, B=200), month(FEBRUARY, A=210, B=210)
    assert teams_course([before, after]) == "Both teams carry higher caseloads than in January 2013"


def test_one_team_is_named():
    before, after = month(JANUARY, North_1=200), month(FEBRUARY, North_1=210)
    assert teams_course([before, after]) == "North 1 carries higher caseloads than in January 2013"
    assert teams_course([after, before]) == "North 1 carries no higher caseloads than in February 2013"


def test_only_teams_with_figures_at_both_ends_are_compared():
    # Given a team that is new, one that is not counted, and one in both months
    before = service(team("A", 10, 200), team("C", 10, 100), month=JANUARY)
    after = service(team("A", 10, 210), team("B", 10, 300), team("C", 10, 300, counted=False), month=FEBRUARY)
    assert teams_course([before, after]) == "A carries higher caseloads than in January 2013"
    strangers = [month(JANUARY, A=200), month(FEBRUARY, B=200)]
    assert teams_course(strangers) == "No team has figures both in January 2013 and in February 2013"


def test_one_month_has_no_course():
    assert teams_course([stockton("september")]) == "One month only: there is no course to show yet"
    assert teams_course([]) == "One month only: there is no course to show yet"


@few
@given(history=histories(), restructures=st.sets(st.integers(1, 6).map(lambda number: date(2012, number, 1))))
def test_titles_are_short_and_speak_of_no_trend(history, restructures):
    # Given any months, two or many, then the change is said and no trend is
    for title in (service_course(history, restructures), teams_course(history, restructures)):
        assert 0 < len(title.split()) <= MOST_WORDS_IN_TITLE
        assert title[0].isupper()
        assert not title.endswith(".")
        assert "trend" not in title.lower()


@few
@given(name=st.lists(words, min_size=1, max_size=16).map(" ".join))
def test_a_title_stays_short_whatever_the_teams_name(name):
    before, after = month(JANUARY, **{name: 200}), month(FEBRUARY, **{name: 210})
    assert len(teams_course([before, after]).split()) <= MOST_WORDS_IN_TITLE


def test_a_chart_of_every_team_is_told_team_by_team():
    # Given a team known at both ends, one known once, and one of which nothing is known
    months = [
        service(team("A", 5, 130), team("B", 5, allocated), team("C", None, 90), month=when)
        for when, allocated in ((date(2024, 9, 1), None), (date(2024, 10, 1), 100))
    ]
    assert teams_words(months) == (
        "Line charts of children for each social worker by team, September 2024 to October 2024: "
        "A 26.0 in September 2024 to 26.0 in October 2024; B 20.0 in October 2024."
    )


def test_the_course_of_all_teams_says_what_those_measured_averaged():
    # Given a team of fieldwork beside one without an optimum, in two months
    months = [
        service(team("A", 5, children), team("Leaving Care", 10, 150, optimum=None, kind="Leaving care"), month=when)
        for when, children in ((date(2024, 9, 1), 130), (date(2024, 10, 1), 139))
    ]
    # Then the line that falls below the optimum is not taken for theirs
    assert measured_course(months) == (
        "Against 25 only the fieldwork team is measured: it averaged 26.0 in September 2024 and 27.8 in October 2024."
    )
    # And where all teams have an optimum there is nothing to say, as where nothing is known of those that have one
    assert measured_course([service(team("A", 5, 130))]) == ""
    assert measured_course([service(team("A", 5, None), team("B", 5, 100, optimum=None))]) == ""


def test_children_known_for_the_service_only_say_so():
    assert waiting_now(stockton("february_b")) == (
        "76 children wait for a social worker and are in no average; the figures do not say in which teams."
    )


def test_children_known_by_team_say_for_which_teams_they_are_not():
    by_team = service(team("A", unallocated=5), team("B", unallocated=0))
    assert waiting_now(by_team) == "Five children wait for a social worker and are in no average."
    partly = service(team("A", unallocated=5), team("B"), team("C"))
    assert waiting_now(partly) == (
        "At least five children wait for a social worker and are in no average; not known for B and C."
    )


def test_children_known_partly_by_team_say_how_many_are_not():
    both = service(team("A", unallocated=5), team("B"), unallocated=12)
    assert waiting_now(both) == (
        "Twelve children wait for a social worker and are in no average; "
        "for seven of them the figures do not say in which team."
    )


def test_one_child_is_one_child():
    assert waiting_now(service(team("A", unallocated=1))) == (
        "One child waits for a social worker and is in no average."
    )


def test_nobody_waiting_and_not_known_are_two_things():
    assert waiting_now(service(team("A", unallocated=0))) == "No child waits for a social worker."
    assert "not known" in waiting_now(service(team("A")))


def test_a_team_that_gives_no_figure_is_not_one_without_waiting_children():
    # Given one team with nobody waiting and one that gives no figure, then nobody can say that none waits.
    said = waiting_now(service(team("A", unallocated=0), team("B")))
    assert said != "No child waits for a social worker."
    assert "B" in said


@few
@given(made=services(waiting=True))
def test_who_waits_is_said_with_the_number_that_is_shown(made):
    # Given any service, then the sentence begins with the number that stands beside the average
    said = waiting_now(made)
    assert said.startswith(count_words(made.unallocated, "child", "children").capitalize())
    assert said.endswith(".")


def test_children_known_for_more_than_the_chosen_teams_are_said():
    # Given two chosen teams of a service in which 76 wait, then the number stands there, and what it is of
    chosen = service(team("A"), team("B"), whole_service=False, unallocated_elsewhere_too=76)
    said = "76 children wait in the whole service; the figures do not say how many of them in these teams."
    assert waiting_now(chosen) == waiting_sentence(chosen, chosen) == said
    # And one team, and one child, are one
    alone = service(team("A"), whole_service=False, unallocated_elsewhere_too=1)
    assert waiting_now(alone) == ("One child waits in the whole service; the figures do not say whether in this team.")


def test_children_are_told_where_no_fte_makes_an_average_of_them() -> None:
    # Given a list of children that was counted, and a month in which one team's FTE is blank
    counted = service(team("Ash", None, 12), team("Elm", None, 6))
    partly = service(team("Ash", 1, 12), team("Elm", None, 6))
    # Then their children are told all the same, and how many of them the average is over
    assert children_words(counted) == "18"
    assert children_words(partly) == "18 (12 in the average)"
    assert children_words(service(team("Ash", 1, None))) == "not known"
