"""What came and went is read as it stands: of the teams asked about, month after month, nothing filled in."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from made_flows import made_flows, month_number

from model.assumptions import Settings
from model.caseload import history
from model.flows import flows, steps
from model.tables import TABLES, conform, empty

pytestmark = pytest.mark.unit

JANUARY, FEBRUARY = date(2013, 1, 1), date(2013, 2, 1)


def tables(*teams: dict, service: tuple[dict, ...] = ()) -> dict[str, pd.DataFrame]:
    usual = {"fte": 7.5, "fte_basis": "case-holding", "allocated": 100}
    rows = {"team_caseload": [usual | team for team in teams], "service_caseload": list(service)}
    return {
        name: conform(pd.DataFrame(rows[name]), table) if rows.get(name) else empty(table)
        for name, table in TABLES.items()
    }


def read(made: dict[str, pd.DataFrame]):
    return flows(made, history(made, Settings()))


def test_the_teams_figures_are_added_up_and_one_blank_makes_the_sum_unknown() -> None:
    made = tables(
        {"month": JANUARY, "team": "Ash", "starts": 9, "leavers_fte": 0.5, "closures": 0},
        {"month": JANUARY, "team": "Elm", "starts": 4, "leavers_fte": 0.6, "closures": None},
    )
    (found,) = read(made)
    assert (found.children, found.get("starts"), float(found.get("leavers_fte"))) == (200, 13, 1.1)
    assert found.get("closures") is None


def test_the_services_own_figure_stands_in_only_where_no_other_team_is_in_it() -> None:
    of_service = ({"month": JANUARY, "starts": 30},)
    alone = tables({"month": JANUARY, "team": "Ash"}, service=of_service)
    assert read(alone)[0].get("starts") == 30
    # Given a front door besides, which has no optimum: whose the children are who started cannot be said
    beside = tables(
        {"month": JANUARY, "team": "Ash", "kind": "Fieldwork"},
        {"month": JANUARY, "team": "MASH", "kind": "Front door"},
        service=of_service,
    )
    found = flows(beside, history(beside, Settings()))
    assert found[0].children == 100
    assert found[0].get("starts") is None


def test_steps_are_the_last_months_running() -> None:
    months = made_flows(10, 11, 12, 13)
    assert [step.starts for step in steps(months)] == [10, 11, 12, 13]
    assert [(step.before, step.after) for step in steps(months)][:2] == [(1000, 910), (910, 830)]
    # A month that is missing, or lacks a figure, breaks the run
    assert [step.starts for step in steps([*months[:2], *months[3:]])] == [13]
    assert steps([*months, months[0].__class__(month_number(5), 900)]) == []
    # And months before a break are left out where somebody says so
    assert [step.starts for step in steps(months, month_number(3))] == [12, 13]
