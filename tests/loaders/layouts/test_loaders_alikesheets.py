"""Sheets laid out alike have their tables looked for once, and give what each gives by itself."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, load_sheets

from loaders import Loaded
from loaders.layouts import alikesheets

MONTHS = ("January 2013", "February 2013", "March 2013", "May 2013")
TEAMS = ("Ash", "Elm", "Oak", "Yew", "Total")
FIGURE = st.sampled_from([1.0, 4.5, 5.0, 30.0, 100.0, 120.0, 501.0])
WORDS = ["", "*", "Total", "Ash", "Month", "Caseload", "Social worker", "Q1", "Team", "Unallocated", "North:", "7"]
ODD = st.sampled_from([*WORDS, "FTE in post", 2013.0, 41306.0, 201302.0, -1.0, True, 1.0, dt.date(2013, 2, 28)])
Rows = list[list[object]]


def a_month(month: str, figures: list[list[float]], gap: bool) -> Rows:
    teams = [[team, *own] for team, own in zip(TEAMS, figures, strict=False)]
    return [[f"Team caseloads, {month}"], *([[""]] if gap else []), list(HEADINGS), *teams]


def each_by_itself(sheets: dict[str, Rows]) -> Loaded:
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(alikesheets, "is_alike", lambda found, sheet: False)
        return load_sheets(sheets)


@pytest.mark.functional
@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(st.lists(FIGURE, min_size=3, max_size=3), min_size=3, max_size=3), min_size=2, max_size=4),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5), st.integers(0, 3), ODD), max_size=3),
)
def test_a_workbook_of_sheets_laid_out_alike_gives_what_its_sheets_give_each_by_itself(
    figures: list[list[list[float]]], gap: bool, odd: list[tuple[int, int, int, object]]
) -> None:
    # Given a sheet a month with the same teams, in some of which a cell or two holds anything
    sheets = {month: a_month(month, own, gap) for month, own in zip(MONTHS, figures, strict=False)}
    for sheet, row, column, cell in odd:
        rows = list(sheets.values())[sheet % len(sheets)]
        rows[row % len(rows)] = [*rows[row % len(rows)], "", "", ""][:4]
        rows[row % len(rows)][column] = cell
    # When its tables are looked for once, and sheet by sheet
    one, other = load_sheets(sheets), each_by_itself(sheets)
    # Then nothing comes out otherwise
    assert one.problems == other.problems
    assert one.columns == other.columns
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, other.tables[name])


@pytest.mark.unit
def test_sheets_that_differ_in_figures_and_months_only_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    # Given three sheets, of which the last has another heading
    seen = []
    look = alikesheets.tables_of_sheet
    monkeypatch.setattr(alikesheets, "tables_of_sheet", lambda sheet: seen.append(sheet.name) or look(sheet))
    sheets = {month: a_month(month, [[5.0, 100.0 + n, 1.0]], gap=True) for n, month in enumerate(MONTHS[:3])}
    sheets["March 2013"][2][3] = "Unallocated children"
    # Then the tables are looked for on the first and the last
    assert len(load_sheets(sheets).tables["team_caseload"]) == 3
    assert seen == ["January 2013", "March 2013"]


@pytest.mark.unit
@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [(0, 0, "Other lines, May 2013"), (0, 1, "x"), (3, 1, 2013.0), (3, 0, "Elm"), (3, 3, "*")],
)
def test_another_word_or_a_number_that_may_be_a_date_makes_another_layout(row: int, column: int, cell: object) -> None:
    # Given two sheets that are alike but for one cell
    sheets = {month: a_month(month, [[5.0, 100.0, 1.0]], gap=True) for month in MONTHS[:2]}
    changed = list(sheets.values())[1]
    changed[row] = [*changed[row], "", "", ""][:4]
    changed[row][column] = cell
    with pytest.MonkeyPatch.context() as monkeypatch:
        seen: list[str] = []
        look = alikesheets.tables_of_sheet
        monkeypatch.setattr(alikesheets, "tables_of_sheet", lambda sheet: seen.append(sheet.name) or look(sheet))
        load_sheets(sheets)
    # Then both are looked at
    assert seen == list(MONTHS[:2])
