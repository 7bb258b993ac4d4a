"""Figures that are of another unit or count than they may seem: rates as fractions, leavers as FTE, all children."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, load_sheets, load_text, problem, values

from loaders import Problem

pytestmark = pytest.mark.unit

DFE = """time_period,geographic_level,country_name,region_name,la_name,new_la_code,turnover_rate_fte,agency_rate_fte
2024,National,England,,,,{},{}
2024,Local authority,England,North East,Gateshead,E08000037,{},{}
"""


@pytest.mark.parametrize(
    ("turnover", "read"), [((0.172, 0.1), [17.2, 10]), (("17.2%", "0.4%"), [17.2, 0.4]), ((17.2, 0.4), [17.2, 0.4])]
)
def test_a_rate_of_nothing_above_1_is_of_fractions_and_said(turnover: tuple[object, ...], read: list[float]) -> None:
    # Given published rates of which one may be typed as fractions, and the other is not
    loaded = load_text(DFE.format(turnover[0], 16, turnover[1], 0.5), "release.csv")
    # Then each rate is decided by itself
    rates = values(loaded, "measure", "value", table="benchmark")
    assert [value for name, value in rates if name == "turnover_rate"] == read
    assert [value for name, value in rates if name == "agency_rate"] == [16, 0.5]
    said = [(one.code, one.cell) for one in loaded.problems if one.severity == "warning"]
    assert said == ([("published_fractions", "G2")] if turnover[0] == 0.172 else [])


def leavers(january: float, february: float) -> list[Problem]:
    heads = ["Team", "FTE in post", "Allocated", "Leavers"]
    sheets = {"Jan 2024": [heads, ["Ash", 5, 100, january]], "Feb 2024": [heads, ["Ash", 5, 101, february]]}
    return [one for one in load_sheets(sheets).problems if one.code == "flow_unit_changes"]


def test_leavers_that_are_fte_on_one_sheet_and_people_on_another_are_said() -> None:
    [said] = leavers(1.5, 1)
    assert (said.severity, said.sheet, said.cell) == ("warning", "Feb 2024", "D1")
    assert "“Jan 2024”" in said.message
    assert leavers(1, 2) == leavers(1.5, 0.5) == []


@every_row(
    ("heading", "totals", "cells"),
    [
        ("Total cases", [105, 92, 83], []),
        ("Total cases", [105, 95, 83], ["E3"]),
        ("All open cases", [105, 92, 80], ["E4"]),
        ("Total children", [100, 90, 81], ["E4"]),
        ("Total active", [105, 90, 83], ["E3"]),
    ],
)
def test_a_column_of_all_children_is_compared_with_its_parts(heading: str, totals: list[int], cells: list[str]) -> None:
    # Given allocated and waiting children, and a column of both or, by most of its rows, of the allocated alone
    teams = [["Ash", 5, 100, 5], ["Elm", 5, 90, 2], ["Oak", 4, 80, 3]]
    rows = [[*team, total] for team, total in zip(teams, totals, strict=True)]
    loaded = load_rows(["Team", "FTE in post", "Allocated", "Unallocated", heading], *rows)
    # Then each row that disagrees is named, and the parts are what is used
    assert [one.cell for one in loaded.problems if one.code == "total_column_disagrees"] == cells
    assert values(loaded, "allocated", "unallocated") == [(100, 5), (90, 2), (80, 3)]
    assert codes(loaded) == ["total_column_disagrees"] * len(cells)


def test_a_column_of_all_children_beside_a_code_is_not_compared() -> None:
    loaded = load_rows(["Team", "FTE in post", "Allocated", "Unallocated", "Total cases"], ["Ash", 5, 100, "*", 105])
    assert codes(loaded) == []


def test_what_disagrees_names_both_numbers() -> None:
    loaded = load_rows(["Team", "FTE in post", "Allocated", "Unallocated", "Total cases"], ["Ash", 5, 100, 5, 107])
    assert (
        "107 here, but the children allocated and waiting are 105" in problem(loaded, "total_column_disagrees").message
    )
