"""What a file gave arrives as it was sent."""

from __future__ import annotations

import pandas as pd
import pytest
from loading import HEADINGS, TWO, load_rows

from loaders.handover import from_parts, to_parts
from model.table import TableError

pytestmark = pytest.mark.unit


def test_what_was_read_arrives_as_it_was_with_blanks_and_empty_tables() -> None:
    # Given a file with a blank, a code and a table of one row
    loaded = load_rows(HEADINGS, *TWO, ["Oak", "", 12, "*"])
    # When it is handed over, then tables, problems and columns are the same
    again = from_parts(to_parts(loaded))
    assert (again.problems, again.read, again.columns) == (loaded.problems, loaded.read, loaded.columns)
    assert again.tables.keys() == loaded.tables.keys()
    for name, table in loaded.tables.items():
        pd.testing.assert_frame_equal(again.tables[name], table)


def test_only_tables_with_rows_travel() -> None:
    assert len(to_parts(load_rows(HEADINGS, *TWO))) == 2
    assert len(to_parts(load_rows(HEADINGS, ["Ash", -1, 100, 0]))) == 1


def test_a_table_with_other_columns_is_refused() -> None:
    # Given the parts of two files, of which one is a list of workers
    teams = to_parts(load_rows(HEADINGS, *TWO))
    workers = to_parts(load_rows(["Team", "Social worker", "FTE", "Cases"], ["Ash", "W1", 1, 20], ["Ash", "W2", 1, 22]))
    # When a table arrives in another's place, then it is not taken for it
    with pytest.raises(TableError):
        from_parts([teams[0], workers[2]])
