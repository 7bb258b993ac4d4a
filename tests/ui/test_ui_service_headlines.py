"""Headline figures: what a movement may be called, and who is in no total."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pandas as pd
import pytest

from charts.style import LIGHT
from model.assumptions import Settings
from model.caseload import ServiceMonth, TeamMonth
from model.decisions import TeamChange
from model.tables import TABLES, conform, empty
from ui import change_exhibit, service_headlines
from ui.view import View

pytestmark = pytest.mark.functional

BEFORE, NOW = date(2012, 9, 1), date(2013, 2, 1)


def month(
    when: date, *, waiting: int | None = None, whole: bool = True, **teams: tuple[int | None, int]
) -> ServiceMonth:
    """A month of teams by FTE and allocated children."""
    made = tuple(
        TeamMonth(team=name, fte=None if fte is None else Fraction(fte), allocated=children, optimum=Fraction(25))
        for name, (fte, children) in teams.items()
    )
    return ServiceMonth(when, None, made, Fraction(25), waiting, whole)


def view(before: ServiceMonth, now: ServiceMonth, restructure: date | None = None) -> View:
    """A view of the later month, compared with the earlier one."""
    tables = {name: empty(table) for name, table in TABLES.items()}
    if restructure:
        note = pd.DataFrame([{"month": restructure, "mark": "restructure", "note": "New teams"}])
        tables["month_note"] = conform(note, TABLES["month_note"])
    return View("Somewhere", 1, Settings(), tables, [before, now], now, before, LIGHT)


def cards(shown: View) -> dict[str, tuple[str, str | None, str]]:
    """Value, movement and words beneath, by the first two words of the label."""
    made = service_headlines.headlines(shown)
    return {" ".join(each.label.split()[:2]): (each.value, each.movement, each.since) for each in made}


def test_the_same_teams_are_better_or_worse():
    # Given the same teams, when the average rises, then it is worse
    shown = view(month(BEFORE, A=(4, 100)), month(NOW, A=(4, 120)))
    assert cards(shown)["Service average"] == ("30.0", "+5.0 worse", "Since September 2012")


def test_other_teams_are_not_like_for_like():
    # Given a team more, or one that has lost its FTE, then nothing is better or worse
    for now, told in (
        (month(NOW, A=(4, 120), B=(4, 130)), "Since September 2012, with B"),
        (month(NOW, A=(4, 120), B=(None, 130)), "Since September 2012; without B"),
    ):
        average = next(iter(cards(view(month(BEFORE, A=(4, 100)), now)).values()))
        assert (average[1] or "").endswith("not like for like")
        # And the team is named, once, as the one that is in the figure or is not
        assert average[2] == told
        assert change_exhibit.change_parts(view(month(BEFORE, A=(4, 100)), month(NOW, C=(4, 120)))) == []


@pytest.mark.parametrize(
    ("restructure", "between"),
    [(date(2012, 9, 1), False), (date(2012, 11, 1), True), (NOW, True), (date(2013, 3, 1), False)],
)
def test_a_restructure_between_the_months_is_said(restructure: date, between: bool):
    # Given a restructure, when it lies between the two months, then the card says so and nothing is worse
    shown = view(month(BEFORE, A=(4, 100)), month(NOW, A=(4, 120)), restructure)
    _, movement, since = cards(shown)["Service average"]
    assert movement == ("+5.0 not like for like" if between else "+5.0 worse")
    assert ("across the restructure of" in since) is between


def test_a_change_of_teams_that_somebody_told_of_is_like_for_like():
    # Given A, split into C and D, which the month carries as a note, when nobody said so and when somebody did
    before, now = month(BEFORE, A=(4, 100)), month(NOW, C=(2, 60), D=(2, 60))
    told = TeamChange(NOW, frozenset("A"), frozenset("CD"), "New teams")
    unsaid, said = view(before, now, NOW), view(before, replace(now, changes=(told,)), NOW)
    # Then the service is compared and its change split only where somebody did
    assert (cards(unsaid)["Service average"][1] or "").endswith("not like for like")
    assert cards(said)["Service average"] == ("30.0", "+5.0 worse", "Since September 2012")
    assert [name for name, _ in change_exhibit.change_parts(said)] == ["More children"]


def test_a_team_without_fte_is_named_and_no_total_is_called_all():
    # Given Beta with children and no FTE
    teams = {"A": (4, 120), "Beta": (None, 160)}
    shown = cards(view(month(BEFORE, waiting=10, **teams), month(NOW, waiting=10, **teams)))
    # Then it is named beside the figures it is not in, and only beside those
    assert shown["Average of"][2] == "No change since September 2012; without Beta"
    assert shown["Posts to"][2] == "2 with those who wait; no change since September 2012; without Beta"
    assert shown["Children over"][2].endswith("; without Beta")
    assert "Beta" not in shown["Children waiting"][2]


def with_posts(made: ServiceMonth, established: int, *, blank: str = "") -> ServiceMonth:
    """The month with so many established posts in each team, in post what its FTE is; a blank one has no FTE."""
    teams = (replace(team, fte=None) if team.team == blank else team for team in made.teams)
    known = (replace(team, established=Fraction(established), in_post=team.fte) for team in teams)
    return replace(made, teams=tuple(known))


def test_vacancies_are_those_of_the_teams_that_are_known():
    # Given three teams with established posts, one of them without FTE now
    before = with_posts(month(BEFORE, A=(4, 100), B=(4, 100), Hill=(4, 100)), 6)
    now = month(NOW, A=(3, 100), B=(4, 100), Hill=(4, 100))
    # Then the vacancies are those of the others in both months, and the card says without whom
    assert cards(view(before, with_posts(now, 6, blank="Hill")))["Vacancies"] == (
        "5.0 FTE", "+1.0 worse", "Since September 2012; without Hill"
    )  # fmt: skip
    assert cards(view(before, with_posts(now, 6)))["Vacancies"][::2] == ("7.0 FTE", "Since September 2012")
    # And a service in which hardly any team is known has no such figure
    one = month(NOW, A=(3, 100), Hill=(4, 100))
    assert "Vacancies" not in cards(view(before, with_posts(one, 6, blank="Hill")))


def test_an_average_over_another_fte_that_did_not_move_is_not_like_for_like():
    # Given the same average over another kind of FTE
    def of_basis(made: ServiceMonth, basis: str) -> ServiceMonth:
        return replace(made, teams=tuple(replace(team, fte_basis=basis) for team in made.teams))

    before, now = of_basis(month(BEFORE, A=(4, 100)), "in post"), of_basis(month(NOW, A=(4, 100)), "case-holding")
    # Then the card does not say that nothing changed without saying that the two are not alike
    average = cards(view(before, now))["Service average"]
    assert average[2].startswith("No change since September 2012, not like for like, ")
    assert "like for like" not in cards(view(before, replace(before, month=NOW)))["Service average"][2]


def test_who_waits_is_not_known_by_team_when_teams_are_chosen():
    # Given 76 known for the service only, when a team is chosen, then the card says where they are known
    chosen = month(NOW, whole=False, A=(4, 120))
    shown = view(month(BEFORE, whole=False, A=(4, 100)), replace(chosen, unallocated_elsewhere_too=76))
    assert cards(shown)["Children waiting"] == ("Not by team", None, "76 in the whole service")
    # And where nobody knows, neither does it
    assert cards(view(shown.now, chosen))["Children waiting"][0] == "Not known"


def test_children_who_wait_in_teams_that_are_not_counted_are_not_lost():
    # Given three who wait in a counted team and nineteen in one that is not counted
    teams = (
        TeamMonth(team="A", fte=Fraction(4), allocated=97, unallocated=3, optimum=Fraction(25)),
        TeamMonth(team="Front Door", fte=Fraction(4), allocated=40, unallocated=19, counted=False),
    )
    now = ServiceMonth(NOW, None, teams, Fraction(25), None, True)
    value, _, since = cards(view(month(BEFORE, A=(4, 100)), now))["Children waiting"]
    # Then the card counts the three, of the hundred children of their team, and says where the others are
    assert value == "3"
    assert since.startswith("3.0% of their 100 children; 19 more in teams that are not counted; ")


def test_places_below_the_optimum_are_said_to_be_of_those_that_have_one():
    # Given a fieldwork team with ten places, and a front door for which nobody has set an optimum
    door = TeamMonth(team="Door", kind="Front door", fte=Fraction(4), allocated=40)
    months = [month(BEFORE, A=(4, 80)), month(NOW, A=(4, 90))]
    with_door = [replace(each, teams=(*each.teams, door)) for each in months]
    # Then the card says whose they are, as its neighbours do, and not where there is no other team
    assert cards(view(*with_door))["Places below"] == (
        "10", "−10 worse", "Of the fieldwork team; since September 2012"
    )  # fmt: skip
    assert cards(view(*months))["Places below"][2] == "Since September 2012"


def test_a_card_names_only_the_teams_that_its_own_figure_lacks():
    # Given a team whose children are not known now, though its waiting child and its vacancy are
    def with_edge(when: date, children: int | None) -> ServiceMonth:
        edge = {"unallocated": 1, "established": Fraction(5), "in_post": Fraction(4)}
        teams = [TeamMonth(team="A", fte=Fraction(4), allocated=110, optimum=Fraction(25), **edge)]
        teams.append(TeamMonth(team="Edge", fte=Fraction(4), allocated=children, optimum=Fraction(25), **edge))
        return ServiceMonth(when, None, tuple(teams), Fraction(25), None, True)

    shown = cards(view(with_edge(BEFORE, 90), with_edge(NOW, None)))
    # Then the figures that it is in do not say that they are without it
    assert shown["Children waiting"] == ("2", None, "No change since September 2012")
    assert shown["Vacancies"] == ("2.0 FTE", None, "No change since September 2012")
    # And those it is not in say so once
    assert shown["Average of"] == ("27.5", "+2.5 not like for like", "Since September 2012; without Edge")
    assert shown["Children over"][2] == "No change since September 2012; without Edge"


def test_teams_that_do_not_say_who_waits_are_named_beside_those_who_do():
    # Given three who wait in one team, and another that says nothing of it
    door = TeamMonth(team="Door", fte=Fraction(4), allocated=100, optimum=Fraction(25))
    ash = replace(door, team="Ash", unallocated=3)
    months = [ServiceMonth(when, None, (ash, door), Fraction(25), None, True) for when in (BEFORE, NOW)]
    # Then "at least" is explained
    assert cards(view(*months))["Children waiting"] == (
        "At least 3", None, "No change since September 2012; not known for Door"
    )  # fmt: skip


def test_the_drawing_of_other_teams_is_not_told_as_a_plain_course():
    # Given the same months with a team more in the second, then the words for the drawing say what it is not
    alike = view(month(BEFORE, A=(4, 100)), month(NOW, A=(4, 120)))
    more = view(month(BEFORE, A=(4, 100)), month(NOW, A=(4, 120), B=(4, 120)))
    assert ["not like for like" in service_headlines.headlines(each)[0].course_words for each in (alike, more)] == [
        False, True
    ]  # fmt: skip
