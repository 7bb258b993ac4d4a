"""The blank activity report: a row for each indicator, and whatever is typed into it comes back under its indicator."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from data import report_template
from loaders import load
from model.activity_report import report
from model.front_door import by_agency
from model.indicators import indicators

pytestmark = pytest.mark.functional


@pytest.fixture
def filled() -> bytes:
    """The report of 2024/25 with another figure in every cell of Q1 and Q2."""
    book = load_workbook(report_template.FILE)
    sheet = book[report_template.SHEET]
    sheet.title = "Activity 2024-25"
    for number, row in enumerate(sheet.iter_rows(min_row=2), 10):
        row[6].value, row[7].value = (number, number + 1) if row[4].value != "denominator" else (900, 1000)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_it_is_what_its_script_makes(tmp_path):
    report_template.write(tmp_path / "made.xlsx")
    assert (tmp_path / "made.xlsx").read_bytes() == report_template.FILE.read_bytes()


def test_every_row_that_is_filled_in_comes_back_as_its_indicator(filled):
    loaded = load(filled, "report.xlsx")
    assert [problem.message for problem in loaded.problems if problem.severity != "note"] == []
    made = report(loaded.tables["activity"], "2024/25")
    given = {line.indicator.key for line in made.lines if line.figures and line.indicator}
    asked = {key for key, one in indicators().items() if not one.from_caseload and one.part_of is None}
    assert given == asked
    assert all(line.indicator for line in made.lines)
    # The percentage is worked out, the agency is known, and both quarters are there
    assert made.at(made.by_key["supervision"], made.columns[1]).denominator == 900
    assert by_agency(made, made.latest)["agency"].tolist() == ["Police"]
    assert made.latest.key == "Q2"


def test_left_blank_it_has_no_figures(filled):
    assert load(report_template.FILE.read_bytes(), "report.xlsx").tables["activity"].empty
