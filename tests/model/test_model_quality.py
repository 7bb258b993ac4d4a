"""Figures that can be but hardly are: what is noticed, what is not, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import pandas as pd
import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from made_services import CASES, dict_of_tables, few

from model import tables
from model.quality import checked as checked_figures
from model.quality import quality, quality_beside
from model.quality_findings import points_words, said, to_do
from model.team_figures import TeamFigures
from model.to_check import Finding, Kind, Point, in_month

JANUARY, FEBRUARY, MARCH = date(2013, 1, 1), date(2013, 2, 1), date(2013, 3, 1)
FEW = [("Ash", 7.5, 187), ("Elm", 6.5, 216)]


def month_of(month: date, *teams: tuple[str, float | None, float | None]) -> list[tuple[str, Point]]:
    return [(team, Point(month, fte, children, "in post")) for team, fte, children in teams]


def checked(rows: list[tuple[str, Point]], restructures: Collection[date] = ()) -> list[Finding]:
    return checked_figures(TeamFigures.of(rows), restructures)


def kinds(found: list[Finding]) -> list[Kind]:
    return [finding.kind for finding in found]


def course(figure: str, *values: float | None) -> list[Finding]:
    """What is found where one team's figure takes these values, month by month, and another team's moves a little."""
    rows = []
    for place, value in enumerate(values):
        month = date(2013, 1 + place, 1)
        fte, children = (value, 150 + place) if figure == "fte" else (6.0, value)
        rows += month_of(month, ("Ash", fte, children), ("Elm", 7.0, 180 + place))
    return checked(rows)


@pytest.mark.functional
def test_the_two_dates_of_the_report_name_the_two_teams_that_are_alike() -> None:
    # Given the report's reconstructed figures at both dates
    rows = []
    for month, which in ((date(2012, 9, 1), "september"), (FEBRUARY, "february_b")):
        figures = CASES["reconstructions"][which]
        names = ("North 1", "North 2", "North 3", "South 1", "South 2", "South 3")
        rows += month_of(month, *zip(names, figures["fte"], figures["children"], strict=True))
    # When they are checked
    alike, *rest = [finding for finding in checked(rows) if finding.kind is not Kind.MONTH_MISSING]
    # Then North 2 and North 3 are named with both their figures, and nobody else
    assert rest == []
    assert said(alike) == (
        "North 2 and North 3 have the same FTE and the same children in September 2012 (7.5 FTE and 233 children) "
        "and February 2013 (6.5 FTE and 216 children)."
    )


@pytest.mark.unit
def test_once_alike_is_chance_and_twice_in_two_years_too() -> None:
    alike = (("Ash", 7.0, 190), ("Elm", 7.0, 190))
    apart = (("Ash", 7.0, 195), ("Elm", 7.0, 201))
    assert kinds(checked([*month_of(JANUARY, *alike), *month_of(FEBRUARY, *apart)])) == []
    far = checked([*month_of(JANUARY, *alike), *month_of(date(2014, 6, 1), ("Ash", 7, 180), ("Elm", 7, 180))])
    assert Kind.SAME_TEAMS not in kinds(far)


@pytest.mark.unit
@every_row(
    ("values", "found"),
    [
        ((200, 301), [Kind.JUMP]),
        ((200, 300), []),
        ((200, 99), [Kind.JUMP]),
        ((200, 100), []),
        ((200, 2010), [Kind.TENFOLD]),
        ((200, 21), [Kind.TENFOLD]),
        ((200, 2010, 204), [Kind.TENFOLD]),
        ((200, 90, 204), [Kind.JUMP]),
        ((200, 0), [Kind.JUMP]),
        ((12, 20), []),
        ((0, 60), []),
        ((None, 60, None), []),
    ],
)
def test_a_jump_of_more_than_half_is_found_once(values: tuple[float | None, ...], found: list[Kind]) -> None:
    assert kinds([finding for finding in course("children", *values) if finding.teams]) == found


@pytest.mark.unit
@every_row(
    ("values", "found"),
    [
        ((7.0, 2.5), [Kind.JUMP]),
        ((7.5, 75), [Kind.TENFOLD]),
        ((7.5, 0.75), [Kind.TENFOLD]),
        ((7.0, 0), [Kind.FTE_GONE]),
        ((7.0, None), [Kind.FTE_GONE]),
        ((7.0, 0, 7.0), [Kind.FTE_GONE]),
        ((1.0, 2.0), []),
        ((None, None), []),
    ],
)
def test_fte_that_jumps_or_goes_is_found_once(values: tuple[float | None, ...], found: list[Kind]) -> None:
    assert kinds([finding for finding in course("fte", *values) if finding.teams]) == found


@pytest.mark.unit
def test_another_kind_of_fte_is_no_jump() -> None:
    rows = [("Ash", Point(JANUARY, 12, 150, "established")), ("Ash", Point(FEBRUARY, 5, 151, "in post"))]
    assert checked(rows) == []


@pytest.mark.unit
def test_a_jump_over_half_a_year_is_none() -> None:
    rows = [*month_of(JANUARY, ("Ash", 7, 100)), *month_of(date(2013, 7, 1), ("Ash", 7, 190))]
    assert kinds(checked(rows)) == [Kind.MONTH_MISSING]


@pytest.mark.functional
def test_a_marked_restructure_explains_what_moved() -> None:
    # Given a month in which one team doubles and another is gone
    rows = [*month_of(JANUARY, *FEW), *month_of(FEBRUARY, ("Ash", 14.0, 403))]
    assert set(kinds(checked(rows))) == {Kind.JUMP, Kind.TEAM_GONE}
    # When the month is marked as that of a restructure
    # Then nobody is asked about it
    assert checked(rows, [FEBRUARY]) == []


@pytest.mark.unit
def test_a_month_typed_over_is_one_finding_and_one_figure_changed_is_none() -> None:
    same = [*month_of(JANUARY, *FEW), *month_of(FEBRUARY, *FEW)]
    (copied,) = checked(same)
    assert said(copied) == (
        "Every team has the same FTE and the same children in February 2013 as in January 2013: "
        "14 FTE and 403 children in all."
    )
    assert checked([*month_of(JANUARY, *FEW), *month_of(FEBRUARY, FEW[0], ("Elm", 6.5, 217))]) == []


@pytest.mark.unit
def test_all_teams_together_are_told_only_where_no_team_explains_it() -> None:
    # Given new teams that double the service, with no team of the month before gone or changed
    rows = [*month_of(JANUARY, *FEW), *month_of(FEBRUARY, *FEW, ("Oak", 7.0, 210), ("Yew", 7.0, 213))]
    assert [(f.kind, f.teams, f.figure) for f in checked(rows)] == [(Kind.JUMP, (), "fte"), (Kind.JUMP, (), "children")]
    # And where one team's slip is the reason, that team alone is named
    slip = [*month_of(JANUARY, *FEW), *month_of(FEBRUARY, FEW[0], ("Elm", 6.5, 2161))]
    assert [(f.kind, f.teams) for f in checked(slip)] == [(Kind.TENFOLD, ("Elm",))]


@pytest.mark.unit
@every_row(
    ("numbers", "missing"),
    [((1, 2, 3), 0), ((1, 3), 1), ((1, 2, 4), 1), ((1, 4, 7, 10), 0), ((1, 4, 10), 1), ((1, 2, 3, 6, 9), 2)],
)
def test_a_month_is_missing_where_the_others_follow_closer(numbers: tuple[int, ...], missing: int) -> None:
    rows = [row for number in numbers for row in month_of(date(2013, number, 1), ("Ash", 7, 150 + number))]
    assert kinds(checked(rows)).count(Kind.MONTH_MISSING) == missing


@pytest.mark.unit
def test_every_finding_names_its_team_its_months_and_both_figures() -> None:
    def sentences(found: list[Finding]) -> list[str]:
        return [said(finding) for finding in found if "Elm" not in finding.teams]

    assert sentences(course("children", 200, 2010, 204)) == [
        "Ash has 2,010 children allocated in February 2013, about ten times the 200 in January 2013; "
        "in March 2013 it was 204."
    ]
    assert sentences(course("children", 214, 90)) == [
        "Ash has 90 children allocated in February 2013, 58% less than the 214 in January 2013."
    ]
    assert sentences(course("fte", 7.5, 0)) == [
        "The FTE of Ash is 0 in February 2013, with 151 children; in January 2013 it was 7.5."
    ]
    gone = checked([*month_of(JANUARY, *FEW), *month_of(FEBRUARY, FEW[0])])
    assert said(gone[0], "“%s”") == (
        "“Elm” is not in the figures of February 2013; in January 2013 it had 6.5 FTE and 216 children."
    )
    missing = checked([*month_of(JANUARY, *FEW), *month_of(date(2013, 4, 1), ("Ash", 7, 190), ("Elm", 7, 200))])
    assert said(missing[0]) == (
        "There are figures for January 2013 and April 2013, but none for the months from February 2013 to March 2013."
    )


@pytest.mark.unit
def test_a_printed_average_is_compared_to_a_tenth() -> None:
    def printed(value: float) -> list[Finding]:
        return checked([("Ash", Point(FEBRUARY, 7.5, 187, "in post", value))])

    assert printed(24.9) == printed(25.0) == []
    (found,) = printed(28.8)
    assert said(found) == (
        "The average of Ash in February 2013 is printed as 28.8, but 7.5 FTE and 187 children give 24.9."
    )


@pytest.mark.unit
@every_row("kind", Kind)
def test_every_kind_says_what_to_do_before_keeping(kind: Kind) -> None:
    assert "keeping" in to_do(Finding(kind, FEBRUARY, ()))
    assert to_do(Finding(kind, FEBRUARY, ())).startswith("Check ")


def kept_tables(months: dict[date, list[tuple[str, float, int]]], mark: str = "") -> dict[str, pd.DataFrame]:
    rows = [
        {"month": month, "team": team, "fte": fte, "fte_basis": "in post", "allocated": children}
        for month, teams in months.items()
        for team, fte, children in teams
    ]
    made = dict_of_tables(*rows)
    if mark:
        note = pd.DataFrame([{"month": month, "mark": mark, "note": "As it was"} for month in list(months)[-1:]])
        made["month_note"] = tables.conform(note, tables.MONTH_NOTE)
    return made


@pytest.mark.unit
def test_a_file_is_checked_beside_the_kept_months_that_stay() -> None:
    # Given two kept months, and a file with one of them mended and the next one ten times off
    kept = kept_tables({JANUARY: [("Ash", 7.5, 187)], FEBRUARY: [("Ash", 75.0, 190)]})
    offered = kept_tables({FEBRUARY: [("Ash", 7.5, 190)], MARCH: [("Ash", 7.5, 1910)]})
    # Then what is wrong within the file is not told again, nor what the file mends
    assert quality_beside(kept, offered) == []
    # And beside January the month that was wrong is
    (found,) = quality_beside(kept_tables({JANUARY: [("Ash", 7.5, 187)]}), kept_tables({FEBRUARY: [("Ash", 75, 190)]}))
    assert (found.kind, found.at, found.teams) == (Kind.TENFOLD, FEBRUARY, ("Ash",))
    # And nothing beside no months at all
    assert quality_beside(dict_of_tables(), offered) == []


@pytest.mark.unit
def test_the_notes_of_the_tables_say_what_was_a_restructure() -> None:
    months = {JANUARY: [("Ash", 7.5, 187)], FEBRUARY: [("Ash", 15.0, 390)]}
    assert len(quality(kept_tables(months))) == 2
    assert len(quality(kept_tables(months, "note"))) == 2
    assert quality(kept_tables(months, "restructure")) == []


@pytest.mark.unit
def test_a_month_and_chosen_teams_have_their_own_findings() -> None:
    found = checked([*month_of(JANUARY, *FEW), *month_of(FEBRUARY, FEW[0]), *month_of(MARCH, ("Ash", 7.5, 190))])
    assert kinds(in_month(found, FEBRUARY)) == [Kind.TEAM_GONE]
    assert in_month(found, FEBRUARY, ["Ash"]) == []
    assert in_month(found, MARCH) == []
    assert points_words(1) == "One thing to check in these figures"
    assert points_words(2) == "Two things to check in these figures"


figures = st.tuples(st.sampled_from([None, 0, 0.5, 6.0, 7.5, 60]), st.sampled_from([None, 0, 5, 150, 190, 1500]))


@pytest.mark.functional
@few
@given(st.lists(st.dictionaries(st.sampled_from("ABC"), figures, min_size=1), min_size=1, max_size=5))
def test_whatever_the_figures_each_finding_can_be_said_and_is_of_them(months: list[dict[str, tuple]]) -> None:
    rows = [
        (team, Point(date(2013, 1 + place, 1), *values, "in post"))
        for place, teams in enumerate(months)
        for team, values in teams.items()
    ]
    found = checked(rows)
    assert len(found) == len(set(found))
    for finding in found:
        assert said(finding).endswith(".")
        assert finding.at in finding.months
        assert list(finding.months) == sorted(finding.months)
        assert all(team in said(finding) for team in finding.teams)


@pytest.mark.functional
@few
@given(st.permutations(range(6)))
def test_the_order_of_the_rows_changes_nothing(order: list[int]) -> None:
    rows = [*month_of(JANUARY, *FEW), *month_of(FEBRUARY, *FEW), *month_of(MARCH, ("Ash", 7.5, 1870), ("Elm", 0, 216))]
    assert {said(f) for f in checked([rows[place] for place in order])} == {said(f) for f in checked(rows)}


@pytest.mark.unit
def test_figures_in_columns_are_told_apart_by_month_and_by_team() -> None:
    # Given figures whose months are in no order, one of them ten times off, one of a team alone
    rows = [
        *month_of(MARCH, *FEW),
        *month_of(JANUARY, ("Elm", 65.0, 216)),
        *month_of(FEBRUARY, ("Ash", 0, None), *FEW[1:]),
    ]
    figures = TeamFigures.of(rows).in_order()
    # Then each month has its teams in their own order
    assert {month: teams.points() for month, teams in figures.by_month().items()} == {
        JANUARY: dict(rows[2:3]),
        FEBRUARY: dict(rows[3:]),
        MARCH: dict(rows[:2]),
    }
    # And a team whose figure hardly moves has no course to look at; where nobody works, nothing has moved
    assert [team for team, _ in figures.uneven("children")] == []
    assert dict(figures.uneven("fte")) == {"Elm": [rows[2][1], rows[4][1], rows[1][1]]}


@pytest.mark.unit
def test_teams_are_alike_by_their_averages_or_their_children_where_no_fte_tells_them_apart() -> None:
    # Given the averages that the report prints at both dates, and the children of two teams without any FTE
    names = ("North 1", "North 2", "North 3", "South 1")
    printed = {date(2012, 9, 1): (19.9, 31.1, 31.1, 26.3), FEBRUARY: (24.9, 33.2, 33.2, 35.7)}
    averages = [
        (name, Point(month, printed=value))
        for month, values in printed.items()
        for name, value in zip(names, values, strict=True)
    ]
    children = [
        *month_of(JANUARY, ("Ash", None, 120), ("Elm", None, 120)),
        *month_of(FEBRUARY, ("Ash", None, 131), ("Elm", None, 131)),
    ]
    # When they are checked
    (alike,) = (one for one in checked(averages) if one.kind is Kind.SAME_TEAMS)
    (counted,) = (one for one in checked(children) if one.kind is Kind.SAME_TEAMS)
    # Then the two teams are named with what is alike
    assert said(alike) == "North 2 and North 3 have the same average in September 2012 (31.1) and February 2013 (33.2)."
    assert said(counted) == (
        "Ash and Elm have the same number of children in January 2013 (120 children) and February 2013 (131 children)."
    )


@pytest.mark.unit
def test_children_that_are_as_many_twice_in_a_year_are_chance() -> None:
    rows = []
    for number in range(12):
        same = 150 if number in (3, 8) else 150 + number
        rows += month_of(date(2013, number + 1, 1), ("Ash", None, 150.0), ("Elm", None, float(same + (number == 0))))
    assert Kind.SAME_TEAMS not in kinds(checked(rows))
