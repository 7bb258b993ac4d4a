"""Words beside a date in a title or a sheet's name say whether it is that of the figures."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

pytestmark = pytest.mark.unit

FEBRUARY, MARCH = dt.date(2024, 2, 1), dt.date(2024, 3, 1)
PLAIN = "Caseloads, February 2024"


def titled(*lines: str, sheet: str = "Sheet1"):
    return load_rows(*([line] for line in lines), HEADINGS, *TWO, sheet=sheet)


@every_row(
    ("line", "word"),
    [
        ("For Performance Board 21 March 2024", "board"),
        ("Next meeting: 21 March 2024", "meeting"),
        ("21 March 2024 meeting", "meeting"),
        ("Return by 15 March 2024", "return by"),
        ("Deadline 15 March 2024", "deadline"),
        ("Figures revised 5 March 2024", "revised"),
        ("Approved 12 March 2024", "approved"),
        ("Report to Cabinet, 13 March 2024", "report to"),
        ("Target by March 2024", "target"),
        ("Ofsted ILACS inspection March 2024", "ofsted"),
        ("Version 2 - 12/03/2024", "version 2"),
        ("Performance paper v1.2, 12 March 2024", "paper"),
    ],
)
def test_the_date_of_something_else_is_never_the_month(line: str, word: str) -> None:
    # Given nothing else, there is no month, and the word is named
    assert f"“{word}”" in problem(titled(line), "no_month").message
    # And beside any other month it is nothing, whichever stands first
    for loaded in (
        titled(line, PLAIN),
        titled(PLAIN, line),
        titled(line, sheet="Feb 2024"),
        titled(f"{PLAIN}; {line}"),
    ):
        assert set(values(loaded, "month", "as_at")) == {(FEBRUARY, None)}
        assert codes(loaded) == []


@every_row(
    "line",
    [
        "Since restructure on 3 March 2024",
        "Compared with March 2024",
        "Comparison with March 2024",
        "Baseline March 2024",
        "Baseline as at March 2024",
        "March 2024 baseline",
        "Template v3 Mar 2024",
        "Policy dated March 2024",
    ],
)
def test_the_date_of_another_time_or_of_the_paper_is_never_the_month(line: str) -> None:
    assert "is not taken for it" in problem(titled(line), "no_month").message
    for loaded in (titled(line, PLAIN), titled(f"{PLAIN} ({line})"), titled(line, sheet="Feb 2024")):
        assert set(values(loaded, "month")) == {(FEBRUARY,)}
        assert codes(loaded) == []


@every_row(
    "line",
    [
        "February 2024",
        "Team caseloads, 29 February 2024",
        "Position as at 29 February 2024 for the Performance Board",
        "Performance Board: position at 29 February 2024",
        "Cabinet report, data for February 2024",
        "Board report for the month ending 29 February 2024",
        "Week ending 29 February 2024",
        "Position as at 29 February 2024 compared with January 2024",
        "Caseloads against target February 2024",
        "Monthly return February 2024",
        "Test Valley, February 2024",
    ],
)
def test_a_date_of_the_figures_stays_as_it_is(line: str) -> None:
    loaded = titled(line)
    assert set(values(loaded, "month")) == {(FEBRUARY,)}
    assert set(values(loaded, "as_at")) == {(dt.date(2024, 2, 29) if "29" in line else None,)}
    assert codes(loaded) == []


@every_row("sheet", ["Mar 2024 forecast", "Mar 2024 target", "Mar 2024 test", "Forecast Mar-24", "Target"])
def test_a_sheet_of_targets_forecasts_or_a_test_is_passed_over(sheet: str) -> None:
    loaded = load_sheets({"Feb 2024": [HEADINGS, *TWO], sheet: [["March 2024"], HEADINGS, *TWO]})
    assert set(values(loaded, "month")) == {(FEBRUARY,)}
    assert f"“{sheet}”" in problem(loaded, "not_counted").message
    assert codes(loaded) == []


@pytest.mark.parametrize(
    "line", ["Target caseloads, 29 February 2024", "Forecast for June 2024", "Projected caseloads by team, June 2024"]
)
def test_a_title_of_targets_or_forecasts_is_refused_alone_and_passed_over_beside_others(line: str) -> None:
    assert codes(titled(line)) == ["only_not_counted"]
    loaded = load_sheets({"Mar 2024": [HEADINGS, *TWO], "Next": [[line], HEADINGS, *TWO]})
    assert set(values(loaded, "month")) == {(MARCH,)}
    assert problem(loaded, "not_counted").sheet == "Next"


@pytest.mark.parametrize(
    "sheet", ["Feb 2024 actual v target", "Test Valley Feb 2024", "Caseloads and targets Feb 2024"]
)
def test_a_sheet_with_counted_figures_beside_targets_is_read(sheet: str) -> None:
    assert set(values(load_rows(HEADINGS, *TWO, sheet=sheet), "month")) == {(FEBRUARY,)}
