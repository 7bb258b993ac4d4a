"""The activity report as a long list gives the same table as the Appendix 2 layout, with problems by cell."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, load_text, problem, values
from made_activity import Measure, Report, years
from test_loaders_activity import TRUTH

from loaders import Loaded

pytestmark = pytest.mark.unit

HEAD = ["Financial year", "Quarter", "Measure", "Numerator", "Denominator", "Value"]
CAF = "Contacts with an active CAF"


def report(loaded: Loaded, *columns: str) -> list[tuple[object, ...]]:
    return values(loaded, *columns, table="activity")


def _when(made: Report, period: str, words: str) -> tuple[str, str]:
    """The financial year and the quarter of a period as they are typed."""
    year = years(made.year - (period == "previous"))
    said = {"previous": "Full year", "year": "Full year", "year to date": "YTD"}
    return year, said.get(period, words.replace("{}", period[1] if words != "{}" else period))


def _typed(made: Report, measures: list[Measure], words: str, in_one: bool) -> list[list[str]]:
    rows = []
    for measure in measures:
        for period in made._filled_periods():
            year, quarter = _when(made, period, words)
            when = [f"{quarter} {year}"] if in_one else [year, quarter]
            cell = {part: measure.cells.get((period, part), "") for part in measure.parts}
            shown = "percent" if measure.kind == "ratio" else measure.parts[-1]
            unit = {"percent": "%", "number": "Number"}.get(shown, shown)
            rows.append(
                [*when, measure.block, measure.name, unit, cell.get("numerator", ""), cell.get("denominator", ""),
                 cell.get(shown, ""), measure.directions.get(period, ""), measure.source]
            )  # fmt: skip
    return rows


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1_000_000), st.sampled_from(["{}", "Quarter {}", "Qtr {}"]), st.booleans(), st.booleans())
def test_any_list_gives_what_the_layout_of_the_report_gives(seed: int, words: str, in_one: bool, units: bool) -> None:
    # Given a made report typed as a list, its rows in any order; without a column of units no rate can be told
    made = Report(seed)
    measures = [each for each in made.measures if units or each.kind not in ("rate", "percent")]
    rows = _typed(made, measures, words, in_one)
    made.rng.shuffle(rows)
    head = [*(["Period"] if in_one else HEAD[:2]), "Block", "Measure", "Unit", *HEAD[3:], "DoT", "Source"]
    kept = [place for place, heading in enumerate(head) if units or heading != "Unit"]
    # When it is read
    loaded = load_rows(*([row[place] for place in kept] for row in [head, *rows]), sheet="Data")
    # Then it is the truth of the report, and only wrong percentages are named
    names = {each.name for each in measures}
    assert Counter(report(loaded, *TRUTH)) == Counter(row for row in made.truth() if row[5] in names)
    wrong = [one for one in loaded.problems if one.code == "activity_ratio_disagrees"]
    assert set(codes(loaded)) <= {"activity_ratio_disagrees"}
    assert bool(wrong) == any(
        (each.name, period) in made.misprinted and None not in made._true(each, period)[7:11]
        for each in measures
        for period in made._filled_periods()
    )


def test_the_reports_own_percentage_is_named_with_its_cell() -> None:
    loaded = load_rows(HEAD, ["2012/13", "Q1", CAF, 181, 6859, "5.0%"], sheet="Data")
    found = problem(loaded, "activity_ratio_disagrees")
    assert (found.sheet, found.cell) == ("Data", "F2")
    assert report(loaded, "period", "numerator", "printed", "recomputed") == [("Q1", 181, 5.0, 2.64)]


def test_each_year_is_a_report_and_a_year_without_quarters_is_the_one_before() -> None:
    rows = [["2010/11", "", "Contacts", "", "", 5], ["2011/12", "Year", "Contacts", "", "", 6100]]
    rows += [["2012/13", 1, "Contacts", "", "", 7], ["2013/14", "Q1", "Contacts", "", "", 8]]
    loaded = load_text("\n".join(",".join(map(str, row)) for row in [HEAD, *rows]), "list.csv")
    assert codes(loaded) == []
    assert report(loaded, "report_year", "financial_year", "period", "printed") == [
        ("2010/11", "2010/11", "year", 5), ("2012/13", "2011/12", "year", 6100), ("2012/13", "2012/13", "Q1", 7),
        ("2013/14", "2013/14", "Q1", 8),
    ]  # fmt: skip


def test_months_are_months_and_are_never_added_up() -> None:
    rows = [[date(2012, 4, 30), "Contacts", 500], ["May 2012", "Contacts", 510], ["Jan-13", "Contacts", "c"]]
    loaded = load_rows(["Month", "Measure", "Value"], *rows, sheet="List")
    assert report(loaded, "financial_year", "period", "period_end", "printed", "reason", "cell") == [
        ("2012/13", "April", date(2012, 4, 30), 500, None, "C2"),
        ("2012/13", "May", date(2012, 5, 31), 510, None, "C3"),
        ("2012/13", "January", date(2013, 1, 31), None, "confidential", "C4"),
    ]


def test_days_that_all_end_a_quarter_are_quarters_and_said_to_be() -> None:
    rows = [[date(2012, 6, 30), "Contacts", 1500], [date(2012, 9, 30), "Contacts", 1600]]
    loaded = load_rows(["Period", "Measure", "Value"], *rows, sheet="List")
    assert problem(loaded, "activity_quarter_ends").cell == "A1"
    assert report(loaded, "period", "printed") == [("Q1", 1500), ("Q2", 1600)]
    assert codes(load_rows(["Quarter ending", "Measure", "Value"], *rows, sheet="List")) == []


def test_rows_whose_time_cannot_be_told_and_figures_that_stand_twice_are_named() -> None:
    rows = [["2012/13", "Q5", "Contacts", "", "", 1], ["2012/13", "Q1", "", "", "", 2],
            ["", "Q1", "Contacts", "", "", 3],
            ["2012/13", "Q1 2013/14", "Contacts", "", "", 4], ["2012/13", "Q1", "Contacts", "", "", 5],
            ["2012/13", "Q1", "Contacts", "", "", 6], ["2012/13", "Q2", "Contacts", "", "", "many"]]  # fmt: skip
    loaded = load_rows(HEAD, *rows, sheet="List")
    found = {(one.code, one.cell) for one in loaded.problems if one.severity == "warning"}
    assert found == {
        ("activity_no_period", "B2"), ("activity_no_measure", "C3"), ("activity_no_period", "B4"),
        ("activity_no_period", "B5"), ("activity_twice", "F7"), ("activity_not_a_figure", "F8"),
    }  # fmt: skip
    assert report(loaded, "period", "printed") == [("Q1", 5), ("Q2", None)]


def test_the_year_of_quarters_alone_is_that_of_the_title() -> None:
    rows = [["Activity 2012/13"], ["Quarter", "Measure", "Value"], ["Q1", "Contacts", 5]]
    assert report(load_rows(*rows, sheet="List"), "financial_year", "printed") == [("2012/13", 5)]


def test_lists_of_teams_and_teams_side_by_side_are_no_report() -> None:
    beside = [["Month", "Measure", "Ash", "Elm", "Total"], ["Feb 2013", "Allocated", 100, 120, 220]]
    of_teams = [["Month", "Team", "Measure", "Value"], ["Feb 2013", "Ash", "Allocated", 100]]
    for rows in (beside, of_teams):
        assert load_sheets({"A": rows}).tables["activity"].empty
    both = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Activity": [HEAD, ["2012/13", "Q1", "Contacts", "", "", 5]]})
    assert (len(both.tables["team_caseload"]), len(both.tables["activity"])) == (2, 1)


@every_row("heading", ["Unit", "Locality", "Area", "Group", "Delivery team", "Service", "Zz"])
@every_row("teams", [["Bramley", "Otley"], ["Bramley"]])
def test_a_list_of_the_caseload_of_each_team_is_no_report(heading: str, teams: list[str]) -> None:
    # Given a row for each month, team and measure, the teams under a heading of whatever words
    figures = {"SW FTE": 6.0, "Allocated": 151, "Unallocated": 4}
    rows = [[month, team, *one] for month in ("May-24", "Jun-24") for team in teams for one in figures.items()]
    # When it is read
    loaded = load_rows(["Month", heading, "Indicator", "Value"], *rows)
    # Then its teams are, or it is asked which column has them: never a report of the whole service
    assert not len(loaded.tables["activity"])
    if not loaded.stopped:
        assert set(values(loaded, "team")) == {(team,) for team in teams}
    else:
        assert heading in {column.heading for column in loaded.columns if column.question}


def test_a_report_with_its_quarters_side_by_side_for_each_team_is_none_of_the_service() -> None:
    # Given quarters across, a row for each team and measure, the teams under a heading that says nothing
    rows = [["Zz", "Measure", "Q1 2024/25", "Q2 2024/25"]]
    rows += [[team, name, 1, 2] for team in ("Bramley", "Otley") for name in ("Contacts", "Referrals")]
    # When it is read
    loaded = load_rows(*rows)
    # Then nothing of it is taken for the service's
    assert loaded.stopped and not len(loaded.tables["activity"])


def test_a_report_in_which_a_column_groups_the_measures_stays_one() -> None:
    # Given a list of quarters in which every measure has its own service beside it
    measures = {"Contacts": "Front door", "Referrals": "Front door", "Care leavers in work": "Leaving care"}
    rows = [["Quarter", "Service", "Measure", "Value"]]
    rows += [[f"Q{n} 2024/25", group, name, n] for n in (1, 2) for name, group in measures.items()]
    # When it is read
    loaded = load_rows(*rows)
    # Then it is a report
    assert len(loaded.tables["activity"]) == 6
