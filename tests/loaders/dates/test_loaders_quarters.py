"""Financial years and quarters are known however they are typed."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st

from loaders.dates.quarters import last_day, may_name_quarters, period_of, year_in, year_words
from loaders.files.percents import percent_places, percent_styles
from loaders.quarterly.activityhead import BLOCKS, COLUMNS, PARTS, block_of, part_of

pytestmark = pytest.mark.unit


@every_row(
    ("heading", "period", "year", "rest"),
    [
        ("Q1", "Q1", None, ""),
        ("Quarter 3", "Q3", None, ""),
        ("Qtr. 2 2012/13", "Q2", 2012, ""),
        ("2012-13 Q4", "Q4", 2012, ""),
        ("Q4 12/13", "Q4", 2012, ""),
        ("Apr-Jun", "Q1", None, ""),
        ("July to September", "Q2", None, ""),
        ("Oct – Dec 2012", "Q3", 2012, ""),
        ("Jan - Mar 2013", "Q4", 2012, ""),
        ("Jan 13 - Mar 13", "Q4", 2012, ""),
        ("Q1 (Apr-Jun 2012)", "Q1", 2012, ""),
        ("Third quarter", "Q3", None, ""),
        ("Quarter ending 31 March 2013", "Q4", 2012, ""),
        ("Quarter ended June 2012 %", "Q1", 2012, "%"),
        (datetime(2012, 12, 31), "Q3", 2012, ""),
        ("Q2 direction of travel", "Q2", None, "direction of travel"),
        ("Previous year", "previous", None, ""),
        ("Previous year (2011/12) No.", "previous", 2011, "no"),
        ("2011/12 outturn", "year", 2011, ""),
        ("2012/2013", "year", 2012, ""),
        ("1999/00", "year", 1999, ""),
        ("YTD", "year to date", None, ""),
        ("2012/13 year to date", "year to date", 2012, ""),
        ("Full year", "year", None, ""),
    ],
)
def test_a_heading_names_its_period(heading: object, period: str, year: int | None, rest: str) -> None:
    said = period_of(heading)
    assert said is not None
    assert (said.period, said.year, said.rest) == (period, year, rest)
    if isinstance(heading, str) and period.startswith("Q"):
        assert may_name_quarters([heading])


@every_row("heading", ["Measure", "Source", "Apr-May", "2012/14", "181/6,859", "Number", "12/12/2012", "Q5", ""])
def test_other_headings_name_none(heading: str) -> None:
    assert period_of(heading) is None


def test_rows_that_may_name_quarters_are_told_at_a_glance() -> None:
    assert may_name_quarters(["Measure", "Apr-Jun", "Jul-Sep"])
    assert may_name_quarters(["Measure", "July ’12 – September ’12"])
    assert may_name_quarters(["Measure", datetime(2012, 6, 30), datetime(2012, 9, 30)])
    assert not may_name_quarters(["Team caseloads, April 2011"])
    # A month's row, and a long text, are no headings
    assert not may_name_quarters([datetime(2012, 6, 1), datetime(2012, 6, 30), "North 1", 7.5, ""])
    assert not may_name_quarters(["q" * 50_000])
    assert period_of("jan" * 20_000) is None


@given(st.integers(1990, 2090), st.sampled_from(["Q1", "Q2", "Q3", "Q4"]))
def test_a_quarter_lies_in_its_financial_year(year: int, quarter: str) -> None:
    last = last_day(quarter, year)
    assert last is not None
    assert date(year, 4, 1) <= last <= date(year + 1, 3, 31)
    assert period_of(f"{quarter} {year_words(year)}") == period_of(f"Quarter {quarter[1]} {year}-{year + 1}")
    assert year_in(f"Activity_{year}-{(year + 1) % 100:02d}") == year


def test_words_for_columns_parts_and_blocks_are_known_as_written() -> None:
    assert {COLUMNS[word] for word in ("measure", "block", "unit", "data source")} == {
        "measure",
        "block",
        "part",
        "source",
    }
    assert [part_of(word) for word in ("No.", "Numerator", "Denom.", "Per cent", "DoT")] == [
        "number", "numerator", "denominator", "percent", "direction",
    ]  # fmt: skip
    assert part_of("Rate per 10,000 children") == part_of("per 10000 children") == "per 10,000 children"
    assert part_of("Contacts") is None
    blocks = ("1. INPUTS", "Outputs (what it does)", "Block B: Processes", "Outputs of CAF")
    assert [block_of(word) for word in blocks] == ["Inputs", "Outputs", "Processes", None]
    # A word means one thing among parts and blocks
    assert not set(PARTS) & set(BLOCKS)


def test_cells_that_show_a_percentage_are_known_by_their_format() -> None:
    styles = (
        b'<numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts>'
        b'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        b'<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/></cellXfs>'
    )
    assert percent_styles(styles) == [1, 3]
    sheet = b'<c r="A1" s="1"><v>1</v></c><c s="3" r="B2"/><c r="C3" s="13"/><c r="D4" s="2"/><c r="E5"/>'
    assert percent_places(sheet, [1, 3]) == {(0, 0), (1, 1)}
    assert percent_places(sheet, []) == frozenset()
