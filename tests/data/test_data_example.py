"""The shipped example passes exactly through the report's two dates, and adds up everywhere."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from data import example
from data.sheets import TYPE_COLUMNS
from data.story import apportion
from model.tables import MONTH_MARKS

SEPTEMBER, FEBRUARY = date(2012, 9, 1), date(2013, 2, 1)
TEAMS = ["North 1", "North 2", "North 3", "South 1", "South 2", "South 3"]

Row = dict[str, object]


def rows_of(book: Workbook, sheet: str) -> list[Row]:
    header, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(header, (_day(value) for value in row), strict=True)) for row in rows]


def _day(value: object) -> object:
    return value.date() if hasattr(value, "date") else value


def exact(value: object) -> Fraction:
    return Fraction(str(value))


def printed(value: Fraction) -> str:
    """One decimal place, half up, as the report prints."""
    return str((Decimal(value.numerator) / value.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP))


@pytest.fixture(scope="module")
def shipped() -> Workbook:
    return load_workbook(example.FILE)


@pytest.fixture(scope="module")
def teams(shipped: Workbook) -> list[Row]:
    return rows_of(shipped, "Team caseload")


@pytest.fixture(scope="module")
def workers(shipped: Workbook) -> list[Row]:
    return rows_of(shipped, "Workers")


def in_month(rows: list[Row], month: date) -> list[Row]:
    return [row for row in rows if row["Month"] == month]


@pytest.mark.back
def test_the_script_makes_the_shipped_file_cell_by_cell(tmp_path: Path, shipped: Workbook) -> None:
    # Given a fresh run of the script
    example.write(tmp_path / "again.xlsx")
    again = load_workbook(tmp_path / "again.xlsx")
    # Then every cell of every sheet is as shipped, number format included
    assert again.sheetnames == shipped.sheetnames
    for sheet in shipped:
        expected = [[(c.value, c.number_format) for c in row] for row in sheet.iter_rows()]
        assert [[(c.value, c.number_format) for c in row] for row in again[sheet.title].iter_rows()] == expected


@pytest.mark.back
def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    example.write(tmp_path / "one.xlsx")
    example.write(tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.back
@pytest.mark.parametrize(
    ("month", "as_at", "averages", "fte", "children", "service", "waiting"),
    [
        (SEPTEMBER, date(2012, 9, 3), ["19.9", "31.1", "31.1", "26.3", "29.3", "23.1"], "44.5", 1194, "26.8", 0),
        (FEBRUARY, date(2013, 2, 20), ["24.9", "33.2", "33.2", "35.7", "33.6", "32.3"], "40.5", 1294, "32.0", 76),
    ],
)
def test_the_published_figures_come_out_exactly(
    shipped, teams, month, as_at, averages, fte, children, service, waiting
):
    # Given the rows of one of the report's dates
    rows = in_month(teams, month)
    # Then its averages, totals and date are the report's
    each = [exact(row["Children allocated"]) / exact(row["Case-holding FTE"]) for row in rows]
    allocated, total = (
        sum(row["Children allocated"] for row in rows),
        sum(exact(row["Case-holding FTE"]) for row in rows),
    )
    assert [printed(value) for value in each] == averages
    assert (allocated, total) == (children, exact(fte))
    assert printed(allocated / total) == service
    assert {row["As at"] for row in rows} == {as_at}
    (of_service,) = in_month(rows_of(shipped, "Service"), month)
    known = {header: value for header, value in of_service.items() if value is not None}
    assert known == {"Month": month, "As at": as_at, "Children waiting in the service": waiting}


@pytest.mark.functional
def test_there_are_24_months_of_the_same_six_teams(teams: list[Row]) -> None:
    months = sorted({row["Month"] for row in teams})
    assert months == [date(2011 + (2 + i) // 12, (2 + i) % 12 + 1, 1) for i in range(24)]
    assert months[-1] == FEBRUARY
    for month in months:
        assert [row["Team"] for row in in_month(teams, month)] == TEAMS
    assert {row["Kind of team"] for row in teams} == {"Fieldwork"}
    assert {(row["Team"][:5], row["Area"]) for row in teams} == {("North", "North"), ("South", "South")}


@pytest.mark.functional
def test_children_by_type_come_to_those_allocated_in_every_team(teams: list[Row]) -> None:
    headers = [column.header for column in TYPE_COLUMNS]
    assert all(sum(row[header] for header in headers) == row["Children allocated"] for row in teams)
    # No two teams are of the same mix, or weighing them would show nothing
    latest = in_month(teams, FEBRUARY)
    assert len({row["Child protection plans"] / row["Children allocated"] for row in latest}) == len(TEAMS)


@pytest.mark.functional
def test_workers_add_up_to_their_team_in_every_month(teams: list[Row], workers: list[Row]) -> None:
    # Given the sums of the workers' rows
    fte, children, people = defaultdict(Fraction), defaultdict(int), defaultdict(set)
    for row in workers:
        key = row["Month"], row["Team"]
        fte[key] += exact(row["FTE"])
        children[key] += row["Children"]
        people[key].add(row["Worker"])
    # Then they are the team's FTE, children and people
    assert len(fte) == len(teams)
    for row in teams:
        key = row["Month"], row["Team"]
        assert fte[key] == exact(row["Case-holding FTE"]), key
        assert children[key] == row["Children allocated"], key
        assert len(people[key]) == row["Social workers (people)"], key
    assert {row["FTE"] for row in workers} == {1, 0.8, 0.6, 0.5}


@pytest.mark.functional
def test_newly_qualified_workers_carry_fewer_children_than_anyone_else_in_their_team(workers: list[Row]) -> None:
    loads = defaultdict(lambda: {"Yes": [], "No": []})
    for row in workers:
        loads[row["Month"], row["Team"]][row["Newly qualified (ASYE)"]].append(row["Children"] / row["FTE"])
    with_asye = [load for load in loads.values() if load["Yes"]]
    assert len(with_asye) > 24
    assert all(max(load["Yes"]) < min(load["No"]) for load in with_asye)


@pytest.mark.functional
def test_posts_stay_fte_falls_and_children_and_waiting_grow_after_the_restructure(shipped, teams) -> None:
    # Given the six months from September 2012
    months = sorted({row["Month"] for row in teams if row["Month"] >= SEPTEMBER})
    service = {row["Month"]: row for row in rows_of(shipped, "Service")}

    def totals(header: str) -> list[Fraction]:
        return [sum(exact(row[header]) for row in in_month(teams, month)) for month in months]

    waiting = [service[month]["Children waiting in the service"] for month in months]
    active = [a + w for a, w in zip(totals("Children allocated"), waiting, strict=True)]
    fte = totals("Case-holding FTE")
    # Then the story runs one way, at the report's pace of 31.5 children an average month
    assert totals("Established FTE") == [Fraction("44.5")] * 6
    assert fte == totals("In post FTE") == sorted(fte, reverse=True)
    assert waiting == sorted(waiting)
    assert active == sorted(active)
    start = service[SEPTEMBER]["As at"]
    for month, children in zip(months[1:], active[1:], strict=True):
        days = (service[month]["As at"] - start).days
        assert float((children - 1194) * Fraction("30.4375") / days) == pytest.approx(31.5, abs=1.6)


@pytest.mark.functional
def test_children_who_start_and_close_make_the_number_counted_month_by_month(
    shipped: Workbook, teams: list[Row]
) -> None:
    # Given the children counted in each month, those who wait included, and what came and went
    months = sorted({row["Month"] for row in teams})
    waiting = {row["Month"]: row["Children waiting in the service"] for row in rows_of(shipped, "Service")}
    for before, now in pairwise(months):
        here = in_month(teams, now)
        was = sum(row["Children allocated"] for row in in_month(teams, before)) + waiting[before]
        # Then those of the month before, less those who closed, plus those who started, are those counted
        closed, started = (sum(row[f"Children {word}"] for row in here) for word in ("closing", "starting"))
        assert was - closed + started == sum(row["Children allocated"] for row in here) + waiting[now], now
        assert min(min(row["Children closing"], row["Children starting"]) for row in here) >= 0
    # And nothing is said of the first month, before which nothing was counted
    assert {row["Children starting"] for row in in_month(teams, months[0])} == {None}


@pytest.mark.functional
def test_leavers_and_starters_are_the_workers_who_went_and_came(teams: list[Row], workers: list[Row]) -> None:
    months = sorted({row["Month"] for row in teams})
    for before, now in pairwise(months):
        then, here = ({row["Worker"]: exact(row["FTE"]) for row in in_month(workers, month)} for month in (before, now))
        rows = in_month(teams, now)
        assert sum(exact(row["Leavers (FTE)"]) for row in rows) == sum(then[code] for code in then.keys() - here)
        assert sum(exact(row["Starters (FTE)"]) for row in rows) == sum(here[code] for code in here.keys() - then)
        # Nobody is away who is not in post
        assert all(row["Away sick (FTE)"] <= row["In post FTE"] for row in rows)


@pytest.mark.functional
def test_waiting_is_given_for_the_service_only(shipped: Workbook, teams: list[Row]) -> None:
    assert {row["Children waiting"] for row in teams} == {None}
    assert len(rows_of(shipped, "Service")) == 24


@pytest.mark.functional
def test_every_month_says_what_it_is(shipped: Workbook, teams: list[Row]) -> None:
    marks = defaultdict(list)
    for row in rows_of(shipped, "Month notes"):
        assert row["Mark"] in MONTH_MARKS
        assert row["Note"]
        marks[row["Month"]].append(row["Mark"])
    reconstructed = {SEPTEMBER: ["restructure", "reconstruction", "note"], FEBRUARY: ["reconstruction", "note"]}
    assert marks == {row["Month"]: ["made up"] for row in teams} | reconstructed


@pytest.mark.back
def test_the_activity_sheet_has_the_reports_values_and_blanks_elsewhere(shipped: Workbook) -> None:
    rows = rows_of(shipped, "Activity 2012-13")
    value = {(row["Measure"], row["Part"]): row["2012/13"] for row in rows}
    # A sample from each block, then the sum of the permanency routes
    assert value["Contacts", "number"] == 6859
    assert (value["Contacts with an active CAF", "numerator"], value["Contacts closed and logged", "number"]) == (
        181,
        3651,
    )
    assert value["Initial child protection conferences held in time", "%"] == 58.2
    assert value["Care applications", "per 10,000 children"] == 24.8
    assert (value["Re-referrals", "numerator"], value["Re-referrals", "denominator"]) == (353, 2336)
    assert sum(v for (measure, _), v in value.items() if measure.startswith("Permanency") and v) == 129
    # The report prints no quarter by itself
    quarters = [header for header in rows[0] if str(header).startswith("Q")]
    assert len(quarters) == 8
    assert {row[header] for row in rows for header in quarters} == {None}
    assert [row["Block"] for row in rows] == sorted(
        (row["Block"] for row in rows), key=["Inputs", "Processes", "Outputs"].index
    )


@pytest.mark.unit
def test_months_are_real_dates_shown_as_month_and_year(shipped: Workbook) -> None:
    for title in ("Team caseload", "Service", "Workers", "Month notes"):
        assert {cell.number_format for cell in shipped[title]["A"][1:]} == {"mmm-yy"}, title
        assert shipped[title].freeze_panes == "A2"
        assert shipped[title]["A1"].font.bold
        assert shipped[title]["A1"].fill.start_color.rgb.endswith("12436D")


@pytest.mark.unit
@settings(max_examples=60)
@given(st.integers(0, 3000), st.lists(st.floats(0.01, 100), min_size=1, max_size=12))
def test_apportioned_parts_sum_to_the_total_and_stay_within_one_of_their_share(
    total: int, weights: list[float]
) -> None:
    parts = apportion(total, weights)
    assert sum(parts) == total
    assert all(
        abs(part - total * weight / sum(weights)) < 1.000001 for part, weight in zip(parts, weights, strict=True)
    )
