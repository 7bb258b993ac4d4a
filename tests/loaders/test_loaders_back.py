"""A few fixed files still give the tables and the problems that they gave."""

from __future__ import annotations

import datetime as dt

import pytest
from loading import load_rows, load_sheets, load_text, values

pytestmark = pytest.mark.back

FEBRUARY, DAY = dt.date(2013, 2, 1), dt.date(2013, 2, 20)


def said(loaded):
    return [(problem.severity, problem.code, problem.sheet, problem.cell) for problem in loaded.problems]


def test_a_report_with_areas_and_two_rows_of_headings() -> None:
    # Given the table of a monthly report
    loaded = load_rows(
        ["Fieldwork service"],
        ["Position as at 20 February 2013"],
        [],
        ["", "", "Social workers (FTE)", "", "Children", "", ""],
        ["Area", "Team", "Established", "In post", "Allocated", "Waiting", "Average caseload"],
        ["North", "North 1", 8, 7.5, 187, 4, 24.9],
        ["North", "North 2", 8, 6.5, 216, "*", 33.2],
        ["North total", "", 16, 14, 403, "", 28.8],
        ["South", "South 1", 8, 6, 214, 0, 35.7],
        ["South total", "", 8, 6, 214, 0, 35.7],
        ["Grand total", "", 24, 20, 618, 76, 30.9],
        [],
        ["Source: case management system"],
        sheet="Summary",
    )
    # Then its teams, and what is known for the service only, are these
    columns = ("month", "as_at", "team", "area", "fte", "fte_basis", "fte_established", "allocated", "unallocated")
    assert values(loaded, *columns) == [
        (FEBRUARY, DAY, "North 1", "North", 7.5, "in post", 8.0, 187, 4),
        (FEBRUARY, DAY, "North 2", "North", 6.5, "in post", 8.0, 216, None),
        (FEBRUARY, DAY, "South 1", "South", 6.0, "in post", 8.0, 214, 0),
    ]
    assert values(loaded, "month", "as_at", "unallocated", table="service_caseload") == [(FEBRUARY, DAY, 76)]
    # And the wrong grand total is the one thing to check
    assert said(loaded) == [
        ("warning", "total_disagrees", "Summary", "E11"),
        ("note", "missing_code", "Summary", "F7"),
        ("note", "fte_basis", None, None),
        ("note", "service_figure_from_total", "Summary", "F11"),
    ]


def test_the_reports_own_averages_with_the_unallocated_of_the_service() -> None:
    averages = [24.9, 33.2, 33.2, 35.7, 33.6, 32.3]
    names = ["North 1", "North 2", "North 3", "South 1", "South 2", "South 3"]
    rows = [[name, average, None] for name, average in zip(names, averages, strict=True)]
    loaded = load_rows(
        ["As at 20 February 2013"], ["Team", "Average caseload", "Unallocated"], *rows, ["Total", None, 76]
    )
    assert values(loaded, "team", "average_printed", "fte") == [
        (name, average, None) for name, average in zip(names, averages, strict=True)
    ]
    assert values(loaded, "unallocated", table="service_caseload") == [(76,)]


def test_a_text_extract_of_two_months() -> None:
    loaded = load_text(
        "Children’s Services – extract\r\n\r\n"
        "Date,Service team,Social workers (FTE),Allocated,Cases unallocated\r\n"
        '31/05/2024,St Anne’s,48.0,"1,204",0\r\n'
        "31/05/2024,Moor,4.0,87,*\r\n"
        "30/06/2024,St Anne’s,8.0,252,[x]\r\n",
        "extract.csv",
        "cp1252",
    )
    assert values(loaded, "month", "as_at", "team", "fte", "allocated", "unallocated") == [
        (dt.date(2024, 5, 1), dt.date(2024, 5, 31), "St Anne’s", 48.0, 1204, 0),
        (dt.date(2024, 5, 1), dt.date(2024, 5, 31), "Moor", 4.0, 87, None),
        (dt.date(2024, 6, 1), dt.date(2024, 6, 30), "St Anne’s", 8.0, 252, None),
    ]
    # And the second month is not taken on trust
    assert said(loaded) == [
        ("warning", "figure_jumps", "extract", "C6"),
        ("warning", "figure_jumps", "extract", "D6"),
        ("warning", "team_gone", "extract", None),
        ("note", "fte_basis_unsaid", None, None),
        ("note", "missing_code", "extract", "E5"),
        ("note", "missing_code", "extract", "E6"),
    ]


def test_a_whole_workbook_in_the_shape_of_the_template() -> None:
    # Given every sheet of the template
    teams = ["Month", "As at", "Team", "Area", "Kind of team", "Established FTE", "In post FTE", "Case-holding FTE"]
    teams += ["Social workers (people)", "Children allocated", "Children waiting"]
    workers = ["Month", "Team", "Worker", "Post title", "FTE", "Newly qualified (ASYE)", "Children"]
    loaded = load_sheets(
        {
            "Instructions": [["Fill in one row for each team."], teams],
            "Team caseload": [teams, [FEBRUARY, DAY, "North 1", "North", "Fieldwork", 8, 8, 7.5, 9, 187, None]],
            "Service": [["Month", "As at", "Children waiting in the service"], [FEBRUARY, DAY, 76]],
            "Workers": [workers, [FEBRUARY, "North 1", "N1-03", "Social Worker", 1, "Yes", 18]],
            "Month notes": [["Month", "Mark", "Note"], [FEBRUARY, "reconstruction", "FTE is reconstructed."]],
            "Activity 2012-13": [["Measure", "Q1", "Q2", "Q3", "Q4"], ["Contacts", 1, 2, 3, 4]],
        }
    )
    # Then every table holds its row
    assert values(loaded, "month", "as_at", "team", "area", "kind", "fte", "fte_basis", "headcount", "allocated") == [
        (FEBRUARY, DAY, "North 1", "North", "Fieldwork", 7.5, "case-holding", 9, 187)
    ]
    assert values(loaded, "fte_established", "fte_in_post", "fte_case_holding", "unallocated") == [
        (8.0, 8.0, 7.5, None)
    ]
    assert values(loaded, "month", "as_at", "unallocated", table="service_caseload") == [(FEBRUARY, DAY, 76)]
    assert values(loaded, "team", "worker", "fte", "asye", "allocated", table="worker_caseload") == [
        ("North 1", "N1-03", 1.0, True, 18)
    ]
    assert values(loaded, "month", "mark", "note", table="month_note") == [
        (FEBRUARY, "reconstruction", "FTE is reconstructed.")
    ]
    # And there is nothing to check
    assert values(loaded, "financial_year", "period", "measure", "printed", table="activity") == [
        ("2012/13", f"Q{quarter}", "Contacts", quarter) for quarter in range(1, 5)
    ]
    assert said(loaded) == [("note", "fte_basis", None, None)]
