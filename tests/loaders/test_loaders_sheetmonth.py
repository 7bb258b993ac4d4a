"""A month that the file does not surely say is asked about by sheet, and given for this file only."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from loading import HEADINGS, TWO, Rows, codes, load_sheets, problem, values
from made_files import book_of

from loaders import SheetMonth
from loaders.__main__ import main
from loaders.loaded import Loaded
from loaders.mapping import MappingError
from loaders.sheetmonth import months_from_json

pytestmark = pytest.mark.unit

OCTOBER = dt.date(2024, 10, 1)
TABLE = [HEADINGS, *TWO]


def read(sheets: Mapping[str, Rows], *months: SheetMonth) -> Loaded:
    return load_sheets(sheets, months=months)


def asked(loaded: Loaded) -> list[tuple[str, str, str, bool]]:
    return [(one.sheet, one.month, one.how, one.must) for one in loaded.months]


def test_what_nothing_says_is_asked_and_the_answer_is_the_month() -> None:
    # Given a table that nothing says the month of
    loaded = read({"Sheet1": TABLE})
    assert asked(loaded) == [("Sheet1", "", "asked", True)]
    assert loaded.months[0].alone
    # When a person says it
    loaded = read({"Sheet1": TABLE}, SheetMonth("Sheet1", "2024-10"))
    # Then it is read so, and that is noted
    assert set(values(loaded, "month", "as_at")) == {(OCTOBER, None)}
    assert "October 2024" in problem(loaded, "month_given").message
    assert asked(loaded) == [("Sheet1", "2024-10", "decided", False)]
    assert codes(loaded) == []


@pytest.mark.parametrize(
    ("lines", "must"),
    [
        (["Printed 4 November 2024"], False),
        (["12/11/2024", "October 2024"], False),
        (["November 2024", "May 2024"], True),
        (["Performance Board 14 November 2024"], True),
    ],
)
def test_where_a_month_is_in_doubt_the_answer_goes_before_the_titles(lines: list[str], must: bool) -> None:
    sheets = {"Sheet1": [*([line] for line in lines), *TABLE]}
    assert [one.must for one in read(sheets).months] == [must]
    loaded = read(sheets, SheetMonth("Sheet1", "2024-09"))
    assert set(values(loaded, "month", "as_at")) == {(dt.date(2024, 9, 1), None)}
    assert codes(loaded) == []


def test_an_answer_never_goes_before_a_month_that_the_figures_have() -> None:
    sheets: dict[str, Rows] = {
        "Oct 2024": TABLE,
        "Sheet2": [["Position as at 30 November 2024"], *TABLE],
        "Sheet3": [["Month", *HEADINGS], ["Dec-24", *TWO[0]]],
    }
    given = [SheetMonth(sheet, "2020-01") for sheet in sheets]
    loaded = read(sheets, *given)
    assert loaded.tables["team_caseload"].equals(read(sheets).tables["team_caseload"])
    assert loaded.months == []


def test_every_sheet_without_a_month_is_asked_about_and_one_of_them_can_be_left_out() -> None:
    others = {f"Sheet{number}": TABLE for number in range(1, 6)}
    loaded = read({"Oct 2024": TABLE, **others})
    assert [one.sheet for one in loaded.months] == list(others)
    left = [SheetMonth(sheet, left_out=True) for sheet in others]
    loaded = read({"Oct 2024": TABLE, **others}, *left)
    assert set(values(loaded, "month")) == {(OCTOBER,)}
    assert [one.left_out for one in loaded.months] == [True] * 5
    assert codes(loaded) == []


def test_the_command_line_takes_months_and_prints_those_to_be_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mapping = tmp_path / "file.xlsx", tmp_path / "months.json"
    file.write_bytes(book_of({"Sheet1": TABLE}))
    assert main([str(file), "--json"]) == 1
    [one] = json.loads(capsys.readouterr().out)["months"]
    mapping.write_text(json.dumps({"months": [{**one, "month": "2024-10"}]}), "utf-8")
    assert main([str(file), "--json", "--mapping", str(mapping)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {row["month"] for row in told["tables"]["team_caseload"]} == {"2024-10-01"}


@pytest.mark.parametrize("told", ["2024-10", [{"sheet": "A", "month": "Oct-24"}], [{"month": "2024-10"}], [7]])
def test_what_is_no_list_of_months_is_refused(told: object) -> None:
    with pytest.raises(MappingError):
        months_from_json(told)
