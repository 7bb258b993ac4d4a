"""The quarterly activity report is read whatever its layout, and what its figures do not give is named."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, load_text, problem, values
from made_activity import made

from loaders import Loaded, load
from loaders.apart import ReaderApart
from loaders.told import in_words

pytestmark = pytest.mark.unit

TRUTH = (
    "report_year", "financial_year", "period", "period_end", "block", "measure", "unit", "numerator", "denominator",
    "printed", "recomputed", "direction", "source", "reason",
)  # fmt: skip


def report(loaded: Loaded, *columns: str) -> list[tuple[object, ...]]:
    return values(loaded, *columns, table="activity")


@pytest.mark.functional
@pytest.mark.parametrize("as_text", [False, True], ids=["workbook", "text"])
@pytest.mark.parametrize("seed", range(40))
def test_forty_layouts_come_out_exactly(seed: int, as_text: bool) -> None:
    # Given a report in a layout of its own, with its truth
    file = made(seed, as_text=as_text)
    # When it is read
    loaded = load(file.content, file.name)
    # Then it is exactly the truth, and the wrong percentages are named by their cells, and nothing else
    assert Counter(report(loaded, *TRUTH)) == Counter(file.truth)
    assert set(codes(loaded)) <= {"activity_ratio_disagrees"}
    assert {one.cell for one in loaded.problems if one.code == "activity_ratio_disagrees"} == file.wrong


def test_a_report_comes_whole_through_the_child_process(reader: ReaderApart) -> None:
    for seed in range(6):
        file = made(seed)
        apart, here = reader.load(file.content, file.name), load(file.content, file.name)
        assert apart.tables["activity"].equals(here.tables["activity"])
        assert apart.problems == here.problems


@pytest.mark.functional
@settings(max_examples=15, deadline=None)
@given(st.integers(100, 1_000_000), st.booleans())
def test_any_layout_comes_out_exactly(seed: int, as_text: bool) -> None:
    file = made(seed, as_text=as_text)
    assert Counter(report(load(file.content, file.name), *TRUTH)) == Counter(file.truth)


HEAD = ["Block", "Measure", "Part", "Previous year", "2012/13", "Q1", "DoT", "Q2", "Source"]
CAF = "Contacts with an active CAF"


def test_the_reports_own_percentage_is_named_with_its_cell_and_both_numbers() -> None:
    # Given the report's 5.0%, beside 181 of 6,859
    loaded = load_rows(
        HEAD,
        ["Inputs", CAF, "numerator", None, 181],
        ["Inputs", CAF, "denominator", None, 6859],
        ["Inputs", CAF, "%", None, "5.0%"],
        sheet="Activity 2012-13",
    )
    # Then it is a warning that says where, what is printed, what it should be and what to check, and both are kept
    found = problem(loaded, "activity_ratio_disagrees")
    assert (found.severity, found.sheet, found.cell) == ("warning", "Activity 2012-13", "E4")
    assert found.message.startswith(f"“{CAF}” is printed as 5%, but 181 of 6,859 give 2.64%.")
    assert found.to_do == "Check the printed figure, the numerator and the denominator."
    assert report(loaded, "numerator", "denominator", "printed", "recomputed", "cell") == [(181, 6859, 5.0, 2.64, "E4")]
    assert not loaded.stopped


@every_row(
    ("printed", "is_wrong"), [("2.6%", False), ("3%", False), (2.64, False), ("2.7%", True), ("2%", True), (2.65, True)]
)
def test_a_percentage_that_is_only_rounded_is_not_named(printed: object, is_wrong: bool) -> None:
    loaded = load_rows(
        HEAD,
        ["", CAF, "Numerator", "", 181],
        ["", CAF, "Denominator", "", 6859],
        ["", CAF, "%", "", printed],
        sheet="S",
    )
    assert ("activity_ratio_disagrees" in codes(loaded)) is is_wrong


def test_financial_quarters_end_where_they_end() -> None:
    rows = [["Measure", "Q1 2012/13", "Apr-Jun 2013", "Quarter 4 2012/13", "Year to date"], ["Contacts", 1, 2, 3, 4]]
    loaded = load_sheets({"S": rows})
    assert report(loaded, "report_year", "financial_year", "period", "period_end", "printed") == [
        ("2013/14", "2012/13", "Q1", date(2012, 6, 30), 1),
        ("2013/14", "2012/13", "Q4", date(2013, 3, 31), 3),
        ("2013/14", "2013/14", "Q1", date(2013, 6, 30), 2),
        ("2013/14", "2013/14", "year to date", date(2013, 6, 30), 4),
    ]


def test_the_ends_of_quarters_as_dates_name_them() -> None:
    loaded = load_rows(["Measure", date(2012, 6, 30), date(2013, 3, 31)], ["Contacts", 1, 2], sheet="S")
    assert report(loaded, "period", "financial_year", "printed") == [("Q1", "2012/13", 1), ("Q4", "2012/13", 2)]


@pytest.mark.parametrize("cell", ["181/6,859 (5.0%)", "181 of 6859 (5%)", "5.0% (181/6,859)", "181 / 6859 = 5.0%"])
def test_a_ratio_in_one_cell_is_taken_apart_and_checked(cell: str) -> None:
    loaded = load_rows(["Measure", "Previous year", "Q1 2012/13"], [CAF, None, cell], ["Contacts", 9, 8], sheet="S")
    columns = ("measure", "unit", "period", "numerator", "denominator", "printed", "recomputed", "cell")
    assert report(loaded, *columns)[:2] == [
        (CAF, "%", "year", None, None, None, None, None),
        (CAF, "%", "Q1", 181, 6859, 5.0, 2.64, "C2"),
    ]
    assert problem(loaded, "activity_ratio_disagrees").cell == "C2"


def test_a_quarter_of_a_calendar_year_is_read_as_of_the_financial_year_and_that_is_said() -> None:
    loaded = load_rows(["Measure", "Q1 2012", "Q4 2012"], ["Contacts", 1, 2], sheet="S")
    found = problem(loaded, "activity_bare_year")
    assert (found.severity, found.cell, found.to_do) == ("warning", "B1", "Write it as “Q1 2012/13”.")
    assert report(loaded, "period", "period_end") == [("Q1", date(2012, 6, 30)), ("Q4", date(2013, 3, 31))]


def test_an_empty_measure_stays_empty_and_a_period_without_figures_is_not_read() -> None:
    loaded = load_rows(
        HEAD, ["Inputs", "Contacts", "Number", 6000, 6859], ["Inputs", "Referral reasons", "Number"], sheet="S"
    )
    assert report(loaded, "measure", "financial_year", "printed", "reason") == [
        ("Contacts", "2011/12", 6000, None),
        ("Contacts", "2012/13", 6859, None),
        ("Referral reasons", "2011/12", None, None),
        ("Referral reasons", "2012/13", None, None),
    ]
    assert (
        problem(loaded, "activity_not_filled_in").message == "Not filled in yet, so not read: Q1 2012/13, Q2 2012/13."
    )


def test_what_is_no_figure_is_named_and_missing_and_never_nought() -> None:
    loaded = load_rows(HEAD, ["Inputs", "Contacts", "Number", "many", -4, "*", "Up", "1,204"], sheet="S")
    assert [one.cell for one in loaded.problems if one.code == "activity_not_a_figure"] == ["D2", "E2"]
    assert report(loaded, "period", "printed", "reason", "direction") == [
        ("year", None, "not a figure that can be read", None),
        ("Q1", None, "suppressed", "Up"),
        ("Q2", 1204, None, None),
        ("year", None, "not a figure that can be read", None),
    ]


def test_a_measure_that_stands_twice_is_read_once_and_named() -> None:
    loaded = load_rows(HEAD, ["", "Contacts", "Number", "", 5], ["", "Contacts", "Number", "", 6], sheet="S")
    assert "“Contacts” has this figure twice: here and in cell E2." in problem(loaded, "activity_twice").message
    assert report(loaded, "printed") == [(5,)]


def test_a_numerator_above_its_denominator_is_named() -> None:
    loaded = load_rows(HEAD, ["", CAF, "Numerator", "", 20], ["", CAF, "Denominator", "", 10], sheet="S")
    assert problem(loaded, "activity_part_above_whole").cell == "E2"


def test_percentages_typed_as_fractions_are_read_as_such_and_said() -> None:
    loaded = load_rows(HEAD, ["", "Stability", "%", 0.5, 0.583], ["", "Reviews", "%", 1, 0.97], sheet="S")
    assert report(loaded, "printed") == [(50,), (58.3,), (100,), (97,)]
    assert [one.cell for one in loaded.problems if one.code == "activity_fractions"] == ["D2", "D3"]


def test_a_report_that_names_no_year_is_not_read_and_says_what_to_do() -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Activity": [["Measure", "Q1", "Q2"], ["Contacts", 1, 2]]})
    assert "call the sheet “Activity 2012-13”" in problem(loaded, "activity_no_year").to_do
    assert loaded.tables["activity"].empty
    assert len(loaded.tables["team_caseload"]) == 2


def test_a_year_alone_before_the_quarters_is_the_one_before_and_that_is_said() -> None:
    loaded = load_text("Measure,2011/12,Q1,Q2\nContacts,9,1,2\n", "report.csv")
    assert problem(loaded, "activity_year_assumed").severity == "warning"
    assert report(loaded, "financial_year", "period", "printed") == [
        ("2011/12", "year", 9),
        ("2012/13", "Q1", 1),
        ("2012/13", "Q2", 2),
    ]


def test_the_name_of_the_file_can_say_the_year() -> None:
    loaded = load_text("Measure,Q1,Q2\nContacts,1,2\n", "quarterly_report_2019-20.csv")
    assert {row[0] for row in report(loaded, "report_year")} == {"2019/20"}


def test_a_report_beside_teams_does_not_touch_them_and_two_of_one_year_are_told() -> None:
    sheet = [["Measure", "Q1 2012/13", "Q2 2012/13"], ["Contacts", 1, 2]]
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Q": sheet, "Copy": sheet})
    assert len(loaded.tables["team_caseload"]) == 2
    assert problem(loaded, "activity_same_year").sheet == "Copy"
    assert len(report(loaded, "printed")) == 2
    assert "Activity report 2012/13: one measure; figures for Q1 2012/13 and Q2 2012/13." in in_words(loaded)


def test_formulas_without_a_result_are_named_and_missing() -> None:
    loaded = load_sheets({"S": [["Measure", "Q1 2012/13", "Q2 2012/13"], ["Contacts", 7, "=VLOOKUP(1,A1:B9,2)"]]})
    assert problem(loaded, "activity_formula").cell == "C2"
    assert report(loaded, "period", "printed", "reason")[1] == ("Q2", None, "a formula without a stored result")


@every_row("heading", ["Team", "Social worker", "Child", "Name", "Service user", "Visits by"])
def test_other_lists_over_quarters_are_not_taken_for_a_report(heading: str) -> None:
    # Given teams, workers or children with a figure each quarter, then none of their names is a measure
    loaded = load_rows([heading, "Q1 2012/13", "Q2 2012/13"], ["Ann Marker", 1, 2], ["Bo Marker", 3, 4], sheet="S")
    assert loaded.tables["activity"].empty
    assert "Marker" not in in_words(loaded)


@pytest.mark.back
def test_the_layout_of_appendix_two_gives_what_the_report_prints() -> None:
    rows = [
        ["Inputs", "Contacts", "number", None, 6859],
        ["Processes", "Initial conferences held in time", "%", None, 58.2],
        ["Processes", "Care applications", "per 10,000 children", 21.5, 24.8],
        ["Outputs", "Re-referrals", "numerator", None, 353],
        ["Outputs", "Re-referrals", "denominator", None, 2336],
        ["Outputs", "Re-referrals", "%", 18, 16],
        ["Outputs", "Permanency: returned home", "number", None, 64],
        ["Outputs", "Permanency: returned home", "%", 59, None],
    ]
    loaded = load_rows(HEAD, *rows, sheet="Activity 2012-13")
    columns = ("block", "measure", "unit", "financial_year", "numerator", "denominator", "printed", "recomputed")
    found = {row[:4]: row[4:] for row in report(loaded, *columns)}
    assert found["Inputs", "Contacts", "number", "2012/13"] == (None, None, 6859, None)
    assert found["Processes", "Care applications", "per 10,000 children", "2011/12"] == (None, None, 21.5, None)
    assert found["Outputs", "Re-referrals", "%", "2011/12"] == (None, None, 18, None)
    assert found["Outputs", "Re-referrals", "%", "2012/13"] == (353, 2336, 16, 15.11)
    assert found["Outputs", "Permanency: returned home", "number", "2012/13"] == (None, None, 64, None)
    assert found["Outputs", "Permanency: returned home", "%", "2011/12"] == (None, None, 59, None)
    assert "printed as 16%, but 353 of 2,336 give 15.11%" in problem(loaded, "activity_ratio_disagrees").message


QUARTERS = ["Measure", "Q1 2012/13", "Q2 2012/13", "Q3 2012/13"]


def test_a_figure_without_a_sign_among_percentages_is_one_and_both_readings_are_told() -> None:
    # Given rows in which a percentage lost its sign, or is kept as a fraction, or stands beside a count
    loaded = load_rows(
        QUARTERS,
        ["Timeliness", "54.2%", 54.2, "60%"],
        ["% contacts with CAF", "5%", 0.026, 0],
        ["Re-referrals", 353, "15.1%", "*"],
        sheet="Activity 2012-13",
    )
    # Then it is read as a percentage, with its cell and both readings, and a count stays what it is
    told = [(one.cell, one.message) for one in loaded.problems if one.code == "activity_no_sign"]
    assert [cell for cell, _ in told] == ["C2", "C3"]
    assert "54.2%, not as the number 54.2" in told[0][1]
    assert "2.6%, not as 0.026%" in told[1][1]
    read = report(loaded, "measure", "period", "unit", "printed")
    assert ("Timeliness", "Q2", "%", 54.2) in read
    assert [row[2:] for row in read if row[0] == "% contacts with CAF"] == [("%", 5.0), ("%", 2.6), ("%", 0.0)]
    assert ("Re-referrals", "Q1", "number", 353.0) in read


def test_two_columns_of_one_quarter_are_named_where_they_differ() -> None:
    # Given two columns with the same heading
    head = ["Measure", "Q1 2012/13", "Q1 2012/13", "Q2 2012/13"]
    loaded = load_rows(head, ["Contacts", 100, 110, 120], ["Referrals", 50, 50, 60], sheet="Activity 2012-13")
    # Then the first is read, and only where the second says something else is it named, with both cells
    [twice] = [one for one in loaded.problems if one.code == "activity_twice"]
    assert (twice.cell, "cell B2" in twice.message) == ("C2", True)
    assert ("Contacts", "Q1", 100.0) in report(loaded, "measure", "period", "printed")


def test_a_measure_whose_name_ends_in_a_percent_sign_is_a_percentage() -> None:
    loaded = load_rows(["Measure", "Q1 2012/13"], ["Re-referrals %", 15], sheet="Activity 2012-13")
    assert report(loaded, "measure", "unit", "printed") == [("Re-referrals %", "%", 15)]
