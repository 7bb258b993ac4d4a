"""A table of words: every value as a reader expects it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from ui.exhibit import Exhibit, in_words

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
def test_fte_is_as_short_as_it_can_be(values):
    assert words("fte", values) == ["7.5", "6", "0.25"]


@pytest.mark.parametrize("column", ["average", "before", "excess", "headroom", "children_per_fte"])
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
