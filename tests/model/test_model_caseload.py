"""The months of the tables, read into services."""

import time
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from made_services import dict_of_tables

from model.assumptions import KindSetting, Settings, TeamSetting
from model.caseload import MonthMissing, history, months, service_month

FEBRUARY, SEPTEMBER = pd.Timestamp(2013, 2, 1), pd.Timestamp(2012, 9, 1)


def row(team="North 1", month=FEBRUARY, **values):
    return {"month": month, "team": team, "fte": 7.7, "fte_basis": "case-holding", "allocated": 187, **values}


@pytest.mark.unit
def test_a_row_becomes_a_team_exactly():
    # Given a row with every figure, when its month is read, then each is exact.
    full = row(
        as_at=pd.Timestamp(2013, 2, 20),
        area="North",
        kind="Fieldwork",
        fte_established=8.5,
        fte_in_post=8.0,
        fte_case_holding=7.7,
        headcount=9,
        unallocated=3,
        average_printed=24.3,
    )
    # When
    service = service_month(dict_of_tables(full), date(2013, 2, 1), Settings())
    (team,) = service.teams
    # Then
    assert (service.month, service.as_at, service.optimum) == (date(2013, 2, 1), date(2013, 2, 20), 25)
    assert (team.team, team.area, team.kind, team.fte_basis) == ("North 1", "North", "Fieldwork", "case-holding")
    assert (team.fte, team.case_holding) == (Fraction(77, 10), Fraction(77, 10))
    assert (team.established, team.in_post) == (Fraction(17, 2), 8)
    assert (team.headcount, team.allocated, team.unallocated) == (9, 187, 3)
    assert team.average_printed == Fraction(243, 10)
    assert (team.optimum, team.counted) == (25, True)


@pytest.mark.unit
def test_a_blank_is_unknown_and_a_nought_is_nought():
    # Given one row of blanks and one of noughts, when they are read, then they differ.
    blank = {"month": FEBRUARY, "team": "Blank"}
    nought = row("Nought", fte=0.0, allocated=0, unallocated=0)
    # When
    service = service_month(dict_of_tables(blank, nought), date(2013, 2, 1), Settings())
    # Then
    for name in ("area", "kind", "fte", "fte_basis", "headcount", "allocated", "unallocated", "average_printed"):
        assert getattr(service.team("Blank"), name) is None
    assert (service.team("Nought").fte, service.team("Nought").allocated, service.team("Nought").unallocated) == (
        0,
        0,
        0,
    )
    assert service.as_at is None


@pytest.mark.unit
def test_the_service_figure_and_its_day_are_read():
    # Given a service row beside the teams, when the month is read, then its figure and the later day are kept.
    tables = dict_of_tables(
        row(as_at=pd.Timestamp(2013, 2, 18)),
        service_rows=[{"month": FEBRUARY, "as_at": pd.Timestamp(2013, 2, 20), "unallocated": 76}],
    )
    service = service_month(tables, date(2013, 2, 1), Settings())
    assert service.unallocated == 76
    assert service.as_at == date(2013, 2, 20)
    assert service.whole_service


@pytest.mark.unit
def test_chosen_teams_are_not_the_whole_service():
    # Given three teams and a service figure, when two are chosen, then the figure is about more than them.
    tables = dict_of_tables(row("A"), row("B"), row("C"), service_rows=[{"month": FEBRUARY, "unallocated": 76}])
    service = service_month(tables, date(2013, 2, 1), Settings(), teams=["C", "A", "Z"])
    assert [team.team for team in service.teams] == ["A", "C"]
    assert not service.whole_service
    assert service.unallocated is None
    assert service.unallocated_elsewhere_too == 76


@pytest.mark.unit
def test_where_nobody_waits_in_the_service_nobody_does_in_chosen_teams():
    tables = dict_of_tables(row("A"), row("B"), service_rows=[{"month": FEBRUARY, "unallocated": 0}])
    assert service_month(tables, date(2013, 2, 1), Settings(), teams=["A"]).unallocated == 0


@pytest.mark.unit
def test_choosing_every_team_is_choosing_the_service():
    # Given two teams, when both are named, then it is the whole service; when none is, there are no teams.
    tables = dict_of_tables(row("A"), row("B"), service_rows=[{"month": FEBRUARY, "unallocated": 76}])
    assert service_month(tables, date(2013, 2, 1), Settings(), teams=["A", "B"]).unallocated == 76
    assert service_month(tables, date(2013, 2, 1), Settings(), teams=[]).teams == ()


@pytest.mark.unit
def test_settings_decide_optimum_kind_and_who_counts():
    # Given settings by team and by kind, when a month is read, then each team has its own.
    settings = Settings(
        optimum=Decimal("22.5"),
        kinds={"Front door": KindSetting(None), "Leaving care": KindSetting(Decimal(30))},
        teams={
            "B": TeamSetting(kind="Leaving care"),
            "C": TeamSetting(optimum=Decimal(20)),
            "D": TeamSetting(counted=False),
        },
    )
    tables = dict_of_tables(row("A", kind="Front door"), row("B", kind="Fieldwork"), row("C"), row("D"))
    # When
    service = service_month(tables, date(2013, 2, 1), settings)
    # Then
    assert [team.optimum for team in service.teams] == [None, 30, 20, Fraction(45, 2)]
    assert [team.kind for team in service.teams] == ["Front door", "Leaving care", None, None]
    assert [team.team for team in service.left_out] == ["D"]
    assert service.optimum == Fraction(45, 2)


@pytest.mark.unit
def test_months_are_in_order_and_each_has_its_teams():
    # Given rows out of order, when the history is read, then months ascend and each has its own figures.
    tables = dict_of_tables(
        row(allocated=187),
        row(month=SEPTEMBER, allocated=149),
        row("North 2", month=SEPTEMBER),
        service_rows=[
            {"month": FEBRUARY, "unallocated": 76},
            {"month": pd.Timestamp(2020, 1, 1), "unallocated": 5},
        ],
    )
    assert months(tables) == [date(2012, 9, 1), date(2013, 2, 1)]
    # When
    read = history(tables, Settings())
    # Then
    assert [service.month for service in read] == months(tables)
    assert [service.allocated for service in read] == [149 + 187, 187]
    assert [service.unallocated for service in read] == [None, 76]
    assert read == [service_month(tables, month, Settings()) for month in months(tables)]


@pytest.mark.unit
def test_a_month_that_is_not_there_is_said_so():
    # Given figures of February, when March is asked for, then the message names March.
    with pytest.raises(MonthMissing) as caught:
        service_month(dict_of_tables(row()), date(2013, 3, 1), Settings())
    assert str(caught.value) == "There are no figures for March 2013"
    with pytest.raises(KeyError):
        service_month(dict_of_tables(), date(2013, 2, 1), Settings())


@pytest.mark.unit
def test_any_day_of_a_month_finds_the_month():
    # Given figures of February, when they are asked for by another day or a time, then they are found.
    tables = dict_of_tables(row())
    assert service_month(tables, date(2013, 2, 28), Settings()).month == date(2013, 2, 1)
    assert service_month(tables, datetime(2013, 2, 7, 12, 30), Settings()).month == date(2013, 2, 1)


@pytest.mark.unit
def test_no_tables_give_no_months():
    # Given empty tables, when months are asked for, then there are none.
    assert months(dict_of_tables()) == []
    assert history(dict_of_tables(), Settings()) == []


@pytest.mark.functional
def test_ten_years_of_sixty_teams_are_read_at_once():
    # Given 120 months of 60 teams, when they are read, then that takes less than half a second.
    rows = [
        row(f"Team {team}", pd.Timestamp(2003 + month // 12, month % 12 + 1, 1), fte=3 + (team * month % 41) / 10)
        for month in range(120)
        for team in range(60)
    ]
    tables, taken = dict_of_tables(*rows), []
    for _ in range(3):
        start = time.perf_counter()
        averages = [service.average() for service in history(tables, Settings())]
        taken.append(time.perf_counter() - start)
    assert len(averages) == 120
    assert min(taken) < 0.5
