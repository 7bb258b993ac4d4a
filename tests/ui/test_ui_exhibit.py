"""A table of words: every value as a reader expects it."""

from __future__ import annotations

import csv
import io
from datetime import date
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from every_row import every_row

from model.assumptions import Settings
from model.caseload import ServiceMonth
from ui.exhibit import Exhibit, csv_file, in_words, told_apart
from ui.view import View

pytestmark = pytest.mark.unit

MISSING = "–"


def words(column: str, values) -> list[str]:
    """The column's values as the table shows them."""
    return in_words(pd.DataFrame({column: values}), {column: "Heading"})["Heading"].tolist()


@pytest.mark.parametrize(
    "values",
    [
        [None],
        [float("nan")],
        [pd.NaT],
        [pd.NA],
        pd.array([None], dtype="Int64"),
        pd.array([None], dtype="boolean"),
        pd.array([None], dtype="str"),
        pd.array([None], dtype="datetime64[us]"),
    ],
    ids=["object", "float", "NaT", "NA", "Int64", "boolean", "str", "date"],
)
@pytest.mark.parametrize("column", ["team", "average", "change", "allocated"])
def test_what_is_missing_is_a_dash(column, values):
    assert words(column, values) == [MISSING]


@pytest.mark.parametrize(
    "values",
    [
        [True, False],
        np.array([True, False]),
        pd.array([True, False], dtype="boolean"),
        pd.Series([np.True_, np.False_], dtype=object),
    ],
    ids=["bool", "numpy", "boolean", "numpy in object"],
)
def test_yes_and_no_are_words(values):
    assert words("counted", values) == ["Yes", "No"]


@pytest.mark.parametrize(
    "values",
    [[1294, 5], np.array([1294, 5]), pd.array([1294, 5], dtype="Int64"), pd.Series([np.int64(1294), 5], dtype=object)],
    ids=["int", "numpy", "Int64", "numpy in object"],
)
def test_counts_have_commas_at_the_thousands(values):
    assert words("allocated", values) == ["1,294", "5"]


def test_a_count_beside_a_missing_one_stays_whole():
    # Given counts that became floats because one is missing
    assert words("allocated", [1294, None]) == ["1,294", MISSING]
    assert words("allocated", pd.array([1294, None], dtype="Int64")) == ["1,294", MISSING]


@pytest.mark.parametrize("values", [[7.5, 6.0, 0.25], np.array([7.5, 6.0, 0.25])], ids=["float", "numpy"])
def test_fte_has_a_decimal_place_where_any_has(values):
    assert words("fte", values) == ["7.5", "6.0", "0.25"]
    # And where every one is whole there are no decimal places
    assert words("fte", [7.0, 6.0, None]) == ["7", "6", MISSING]


@every_row("column", ["average", "before", "excess", "headroom", "children_per_fte"])
def test_averages_have_one_decimal_place_and_no_plus_sign(column):
    assert words(column, [25.0, 0.0, 1234.5]) == ["25.0", "0.0", "1,234.5"]


def test_a_change_has_its_sign_and_no_change_has_none():
    assert words("change", [5.0, -2.1, 0.0]) == ["+5.0", "−2.1", "0.0"]


def test_columns_are_under_their_headings_in_the_order_given():
    frame = pd.DataFrame({"average": [1.0], "team": ["A"], "extra": ["x"]})
    table = in_words(frame, {"team": "Team", "missing": "Missing", "average": "Average"})
    assert table.columns.tolist() == ["Team", "Average"]
    assert table.iloc[0].tolist() == ["A", "1.0"]


def test_an_empty_frame_has_its_headings():
    table = in_words(pd.DataFrame({"team": []}), {"team": "Team"})
    assert (table.columns.tolist(), len(table)) == (["Team"], 0)


def test_a_column_is_headed_by_the_exhibit_first_then_by_the_fields_word_for_it():
    exhibit = Exhibit("k", "f", "b", {}, "a", pd.DataFrame(), (), "s", headings={"before": "Average, 3 September 2012"})
    assert exhibit.heading("before") == "Average, 3 September 2012"
    assert exhibit.heading("fte") == "Social workers (FTE)"


def test_the_last_row_is_that_of_the_service():
    frame = pd.DataFrame({"team": ["A", "B"], "fte": [7.0, 6.0], "allocated": [100, 90], "optimum": [25.0, 25.0]})
    foot = {"team": "All counted teams", "fte": 13.5, "allocated": 190}
    table = in_words(frame, {"team": "T", "fte": "F", "allocated": "C", "optimum": "O"}, foot)
    assert table.iloc[-1].tolist() == ["All counted teams", "13.5", "190", MISSING]
    assert table["F"].tolist() == ["7.0", "6.0", "13.5"]


def test_columns_that_say_nothing_are_left_out_on_the_screen():
    # Given a basis that is the same for every team, and no area
    frame = pd.DataFrame({"team": ["A", "B"], "area": [None, None], "fte_basis": ["case-holding"] * 2, "state": "",
                          "counted": True})  # fmt: skip
    # Then the basis is said once and the others are not there
    assert told_apart(frame, [*frame.columns]) == (["team"], {"fte_basis": "case-holding"})
    # And where they tell teams apart they stay
    other = frame.assign(area=["North", None], fte_basis=["in post", None], state=["", "FTE not known"],
                         counted=[True, False])  # fmt: skip
    assert told_apart(other, [*other.columns]) == ([*other.columns], {})


def a_view(as_at: date | None) -> View:
    month = ServiceMonth(date(2013, 2, 1), as_at, (), Fraction(25), None, True)
    return View("Anytown", 1, Settings(), {}, [month], month, None, None)


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_row_of_a_file_says_whose_it_is_and_when():
    exhibit = Exhibit(
        "k", "f", "On the screen", {}, "a", pd.DataFrame({"team": ["A"]}), ("team",), "s", measure="Children"
    )
    assert rows_of(csv_file(exhibit, a_view(date(2013, 2, 20)))) == [
        {
            "Team": "A",
            "Council": "Anytown",
            "Month": "2013-02-01",
            "As at": "2013-02-20",
            "What": "Children",
            "Source": "s",
        }
    ]
    assert rows_of(csv_file(exhibit, a_view(None)))[0]["As at"] == ""


def test_a_file_over_time_keeps_the_month_of_each_row():
    # Given a row of an earlier month than the one chosen
    exhibit = Exhibit(
        "k",
        "f",
        "b",
        {},
        "a",
        pd.DataFrame({"month": ["2012-09-01"]}),
        ("month",),
        "s",
    )
    (row,) = rows_of(csv_file(exhibit, a_view(None)))
    assert (row["Month"], row["What"]) == ("2012-09-01", "b")


def test_a_file_says_what_the_table_says_its_last_row_too():
    # Given two teams that do not know who waits, and a service that does
    frame = pd.DataFrame({"team": ["A", "=B"], "allocated": pd.array([10, None], dtype="Int64"), "fte": [1.5, None]})
    frame = frame.assign(unallocated=pd.array([None, None], dtype="Int64"), counted=[True, False])
    exhibit = Exhibit(
        "k", "f", "b", {}, "a", frame, tuple(frame.columns), "s",
        foot={"team": "All teams", "allocated": 10, "unallocated": 76, "fte": 1.5}, foot_note="Rounded apart.",
    )  # fmt: skip
    *_, last = written = rows_of(csv_file(exhibit, a_view(None)))
    # Then the file has the row of the service, numbers as they are, and what is told of it
    told = [[row[name] for name in ("Team", "Allocated children", "Children waiting", "Counted")] for row in written]
    assert told == [["A", "10", "", "Yes"], ["'=B", "", "", "No"], ["All teams", "10", "76", ""]]
    assert (last["Social workers (FTE)"], last["What"], last["Council"]) == ("1.5", "b Rounded apart.", "Anytown")
