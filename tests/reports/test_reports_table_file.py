"""A chart's data as a file: it opens anywhere, runs nothing, and reads back as it was."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.table_file import FORMULA_STARTS, safe_cell, table_csv

pytestmark = pytest.mark.unit

HEADINGS = {"team": "Team", "allocated": "Allocated children", "average": "Average caseload"}

# Any text that a cell of a spreadsheet can hold, line breaks and quotation marks included.
cell_texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def frame(**columns) -> pd.DataFrame:
    return pd.DataFrame(columns)


def test_columns_come_in_the_order_and_under_the_headings_given():
    # Given a frame with a column more than is asked for, in another order
    content = table_csv(frame(average=[24.9], extra=["x"], team=["North 1"], allocated=[187]), HEADINGS, {})
    # Then only those asked for are there, under their headings
    assert read(content) == [["Team", "Allocated children", "Average caseload"], ["North 1", "187", "24.9"]]


def test_a_heading_without_a_column_is_left_out():
    assert read(table_csv(frame(team=["North 1"]), HEADINGS, {}))[0] == ["Team"]


def test_every_row_says_where_it_is_from():
    about = {"What": "Allocated children", "Source": "Anytown, uploaded figures"}
    rows = read(table_csv(frame(team=["A", "B"]), HEADINGS, about))
    assert rows == [
        ["Team", "What", "Source"],
        ["A", "Allocated children", "Anytown, uploaded figures"],
        ["B", "Allocated children", "Anytown, uploaded figures"],
    ]


def test_spreadsheet_programs_are_told_the_encoding():
    # Given a name that is not plain ASCII, then the file starts with the mark that Excel knows
    content = table_csv(frame(team=["Gwynedd – Dŵr"]), HEADINGS, {})
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Gwynedd – Dŵr".encode() in content


def test_missing_stays_blank_in_every_kind_of_column():
    missing = frame(
        team=pd.array(["A", None], dtype="str"),
        allocated=pd.array([1, None], dtype="Int64"),
        average=[1.5, None],
        asye=pd.array([True, None], dtype="boolean"),
        area=pd.Series([None, None], dtype=object),
    )
    headings = {name: name for name in missing.columns}
    assert read(table_csv(missing, headings, {}))[1:] == [["A", "1", "1.5", "Yes", ""], ["", "", "", "", ""]]


def test_yes_and_no_are_words():
    flags = frame(plain=[True, False], nullable=pd.array([False, True], dtype="boolean"))
    assert read(table_csv(flags, {"plain": "P", "nullable": "N"}, {}))[1:] == [["Yes", "No"], ["No", "Yes"]]


@every_row("start", FORMULA_STARTS)
def test_text_that_a_spreadsheet_would_run_is_only_text(start):
    # Given a team or a source that starts like a formula
    text = f"{start}cmd|' /C calc'!A0"
    (_, row) = read(table_csv(frame(team=[text]), HEADINGS, {"Source": text}))
    # Then an apostrophe stands before it in every column
    assert row == [f"'{text}", f"'{text}"]


def test_a_negative_number_is_a_number_and_not_a_formula():
    assert read(table_csv(frame(average=[-2.1]), HEADINGS, {}))[1] == ["-2.1"]


def test_an_empty_frame_has_its_headings():
    assert read(table_csv(frame(team=[], average=[]), HEADINGS, {"Source": "x"})) == [
        ["Team", "Average caseload", "Source"]
    ]


def test_the_frame_given_is_not_changed():
    given_frame = frame(team=["=A", "B"], average=[1.0, 2.0])
    before = given_frame.copy()
    table_csv(given_frame, HEADINGS, {"Source": "x"})
    pd.testing.assert_frame_equal(given_frame, before)


@every_row("value", ["North 1", "", 5, 2.5, None])
def test_other_values_are_left_as_they_are(value):
    assert safe_cell(value) == value


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(
        st.tuples(cell_texts, st.none() | st.integers(0, 10**6), st.none() | st.floats(-1e6, 1e6)), max_size=6
    ),
    source=cell_texts,
)
def test_what_was_written_reads_back_the_same(rows, source):
    # Given any names, counts and figures
    names, counts, values = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [])
    table = frame(
        team=pd.array(names, dtype="str"),
        allocated=pd.array(counts, dtype="Int64"),
        average=pd.array(values, dtype="float64"),
    )
    # When they are written and read with another program
    heads, *back = read(table_csv(table, HEADINGS, {"Source": source}))
    # Then every cell is what it was, but for the apostrophe before what looks like a formula
    assert heads == ["Team", "Allocated children", "Average caseload", "Source"]
    as_read = [(unquoted(a), int(b) if b else None, float(c) if c else None, unquoted(d)) for a, b, c, d in back]
    assert as_read == [(*row, source) for row in rows]
    # And no cell of text starts like a formula
    assert not [text for a, _, _, d in back for text in (a, d) if text.startswith(FORMULA_STARTS)]


def unquoted(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text
