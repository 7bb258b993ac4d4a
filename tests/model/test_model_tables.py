"""The vocabulary: columns, types, and frames that fit them or are refused."""

import pandas as pd
import pytest
from every_row import every_row

from model.table import TableError
from model.tables import DTYPES, TABLES, TEAM_CASELOAD, conform, empty

FEBRUARY = pd.Timestamp(2013, 2, 1)


@pytest.mark.unit
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_every_table_is_complete(table):
    # Given a table, when it is read as a vocabulary, then key, types and meanings are all there, names only once.
    assert set(table.key) <= set(table.names)
    assert len(set(table.names)) == len(table.names)
    assert all(column.type in DTYPES and column.meaning for column in table.columns)
    assert table.columns[0].name == "month"
    assert table.row


@pytest.mark.unit
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_an_empty_table_has_its_columns_and_types(table):
    # Given a table, when an empty frame is made, then it conforms as it is.
    frame = empty(table)
    assert len(frame) == 0
    assert list(frame.columns) == table.names
    pd.testing.assert_frame_equal(conform(frame, table), frame)


@pytest.mark.unit
def test_a_frame_is_brought_into_shape():
    # Given a frame with few columns, in another order and another index, when it conforms, then blanks stay blank.
    frame = pd.DataFrame(
        {"allocated": [187, None], "team": ["North 1", "North 2"], "month": [FEBRUARY, FEBRUARY]}, index=[7, 9]
    )
    made = conform(frame, TEAM_CASELOAD)
    assert list(made.columns) == TEAM_CASELOAD.names
    assert list(made.index) == [0, 1]
    assert {column.name: str(made[column.name].dtype) for column in TEAM_CASELOAD.columns} == {
        column.name: DTYPES[column.type] for column in TEAM_CASELOAD.columns
    }
    assert made["allocated"].isna().tolist() == [False, True]
    assert made["fte"].isna().all()
    assert list(frame.columns) == ["allocated", "team", "month"]


@pytest.mark.unit
def test_what_is_written_into_an_empty_table_is_not_in_the_next():
    frame = empty(TEAM_CASELOAD)
    frame.loc[0, "team"] = "North 1"
    frame["colour"] = "red"
    pd.testing.assert_frame_equal(empty(TEAM_CASELOAD), conform(frame.head(0)[TEAM_CASELOAD.names], TEAM_CASELOAD))
    assert list(empty(TEAM_CASELOAD).columns) == TEAM_CASELOAD.names
    assert len(empty(TEAM_CASELOAD)) == 0


@pytest.mark.unit
def test_a_table_that_conforms_comes_back_as_another_with_its_rows_counted_anew():
    # Given a clean table of which a row was taken out, when it conforms once more, then its rows count from 0.
    whole = conform(pd.DataFrame({"month": [FEBRUARY] * 3, "team": ["A", "B", "C"], "fte": [1, 2, 3]}), TEAM_CASELOAD)
    part = whole[whole["team"] != "A"]
    again = conform(part, TEAM_CASELOAD)
    assert list(again.index) == [0, 1]
    again.loc[0, "fte"] = 9.0
    assert part["fte"].tolist() == [2.0, 3.0]
    # And one with a blank where none may be is refused as ever
    part.loc[1, "team"] = None
    with pytest.raises(TableError, match="team is blank in a row"):
        conform(part, TEAM_CASELOAD)
    # And what is missing of one table is nobody else’s: written into one it is still missing of the next
    whole.loc[0, "area"] = "North"
    assert conform(pd.DataFrame({"month": [FEBRUARY] * 3, "team": ["A", "B", "C"]}), TEAM_CASELOAD)["area"].isna().all()


@pytest.mark.unit
def test_a_clean_table_shares_nothing_with_what_it_was_made_of():
    # Given a column of floats that needs no other type, when the table made of it is changed, then the first is not.
    frame = pd.DataFrame({"month": [FEBRUARY], "team": ["North 1"], "fte": [7.5]})
    made = conform(frame, TEAM_CASELOAD)
    made.loc[0, "fte"] = 8.0
    assert frame["fte"].tolist() == [7.5]
    assert made["fte"].tolist() == [8.0]


@pytest.mark.unit
@every_row(
    ("frame", "words"),
    [
        ({"month": [FEBRUARY], "team": ["North 1"], "colour": ["red"]}, "has no column called colour"),
        ({"month": [FEBRUARY]}, "needs the column team"),
        ({"month": [FEBRUARY], "team": [None]}, "team is blank in a row"),
        ({"month": [FEBRUARY], "team": ["North 1"], "fte": ["seven"]}, "fte is not all of type number"),
        ({"month": [FEBRUARY], "team": ["North 1"], "allocated": [187.5]}, "allocated is not all of type count"),
        ({"month": ["soon"], "team": ["North 1"]}, "month is not all of type date"),
    ],
)
def test_a_frame_that_does_not_fit_is_refused(frame, words):
    # Given a frame that does not fit, when it is to conform, then the column and what is wrong are said.
    with pytest.raises(TableError, match=words):
        conform(pd.DataFrame(frame), TEAM_CASELOAD)
