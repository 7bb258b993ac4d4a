"""What came and went, and who was away: read by team or for the service, and never mixed up."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, codes, load_rows, load_sheets, problem, values

from loaders.words.vocabulary import meaning_of
from model.tables import FLOWS

pytestmark = pytest.mark.unit

FLOW_HEADINGS = [
    "New cases", "Cases closed in month", "Leavers (FTE)", "Starters (FTE)", "Off sick (FTE)", "FTE on maternity leave",
]  # fmt: skip
READ = ("starts", "closures", "leavers_fte", "joiners_fte", "away_sickness", "away_maternity")


@every_row(
    ("heading", "column"),
    [
        ("New cases", "starts"),
        ("Cases opened", "starts"),
        ("Number of cases opened in the month", "starts"),
        ("Referrals accepted", "starts"),
        ("Starts", "starts"),
        ("Closed in month", "closures"),
        ("No. of cases closed", "closures"),
        ("Leavers", "leavers"),
        ("Social workers who left (FTE)", "leavers_fte"),
        ("Starters", "joiners"),
        ("New starters", "joiners"),
        ("Starters (WTE)", "joiners_fte"),
        ("Social workers on maternity leave (FTE)", "away_maternity"),
        ("Sickness absence (FTE)", "away_sickness"),
        # Neither days lost nor people are FTE, and a vacancy is nobody who is away.
        ("Sickness", None),
        ("Sickness days lost", None),
        ("On maternity leave", None),
        ("Care leavers", "part"),
        ("New starts", None),
        ("Open cases", "children"),
        ("Referrals", None),
    ],
)
def test_a_heading_says_children_or_workers_and_which(heading: str, column: str | None) -> None:
    assert meaning_of(heading) == column


def test_figures_by_team_are_read_as_typed_and_blank_is_not_0() -> None:
    # Given two teams, one of which leaves out what it does not know
    loaded = load_rows(
        [*HEADINGS, *FLOW_HEADINGS], ["Ash", 5.5, 100, 0, 12, 8, 1, 0, 0.6, 0], ["Elm", 6, 120, 3, 0, *[None] * 5]
    )
    assert codes(loaded) == []
    assert values(loaded, *READ) == [(12, 8, 1.0, 0.0, 0.6, 0.0), (0, None, None, None, None, None)]


@pytest.mark.parametrize(("figures", "as_fte"), [((1, 0), False), ((0.5, 1), True)])
def test_leavers_with_a_fraction_are_fte_and_else_people(figures: tuple[float, float], as_fte: bool) -> None:
    rows = [[team, 5.5, 100, 0, gone] for team, gone in zip(("Ash", "Elm"), figures, strict=True)]
    loaded = load_rows([*HEADINGS, "Leavers"], *rows)
    found = values(loaded, "leavers", "leavers_fte")
    assert found == [(None, gone) if as_fte else (gone, None) for gone in figures]


def test_names_below_leavers_neither_stop_the_file_nor_are_read() -> None:
    loaded = load_rows([*HEADINGS, "Leavers"], ["Ash", 5.5, 100, 0, "A. Person"], ["Elm", 6, 120, 3, "Nobody"])
    assert not loaded.stopped
    assert values(loaded, "leavers", "leavers_fte") == [(None, None)] * 2
    assert "Person" not in " ".join(problem.message for problem in loaded.problems)
    assert "“Leavers” (column E)" in problem(loaded, "flow_of_words").message


@pytest.mark.parametrize(
    "pair",
    [("Referrals accepted", "New cases"), ("New social workers", "New staff"), ("Away sick FTE", "Sickness FTE")],
)
def test_two_columns_of_what_came_and_went_that_differ_are_left_out_and_named(pair: tuple[str, str]) -> None:
    loaded = load_rows([*HEADINGS, *pair], ["Ash", 5.5, 100, 0, 3, 2])
    assert values(loaded, "allocated", *FLOWS) == [(100, *[None] * len(FLOWS))]
    said = problem(loaded, "two_flows")
    assert (said.severity, codes(loaded)) == ("warning", ["two_flows"])
    assert all(f"“{heading}” (column {letter})" in said.message for heading, letter in zip(pair, "EF", strict=True))


@pytest.mark.parametrize("cell", ["2 (1 agency)", -2, "x y", 1.5e6])
def test_a_cell_of_them_that_cannot_be_read_is_left_out_by_its_name(cell: object) -> None:
    rows = [["Ash", 5.5, 100, 0, cell], ["Elm", 6, 120, 3, 1], ["Oak", 6, 121, 3, 4]]
    loaded = load_rows([*HEADINGS, "Starters"], *rows)
    assert values(loaded, "joiners") == [(None,), (1,), (4,)]
    assert (problem(loaded, "flow_not_read").cell, codes(loaded)) == ("E2", ["flow_not_read"])
    # What stands there may be a name, so that it is not shown
    assert "x y" not in problem(loaded, "flow_not_read").message


def test_the_same_holds_for_the_service() -> None:
    flow = [["Month", "New cases", "Referrals accepted", "Leavers"], ["Feb-2013", 12, 8, -1], ["Jan-2013", 12, 8, 2]]
    loaded = load_sheets({"Feb 2013": [HEADINGS, ["Ash", 5.5, 100, 0]], "Flow": flow})
    assert not loaded.stopped
    assert {"two_flows", "flow_not_read"} <= set(codes(loaded, "warning"))


def test_long_term_sick_is_a_part_of_those_away_sick() -> None:
    loaded = load_rows([*HEADINGS, "Sickness FTE", "Long-term sick FTE"], ["Ash", 5.5, 100, 0, 1.5, 0.5])
    assert values(loaded, "away_sickness") == [(1.5,)]
    assert codes(loaded) == []


def test_what_only_the_service_knows_is_kept_for_the_service() -> None:
    # Given months of what came and went, of one of which there are teams
    loaded = load_sheets(
        {
            "Feb 2013": [HEADINGS, ["Ash", 5.5, 100, 0]],
            "Flow": [["Month", "New cases", "Closures", "Leavers"], ["Jan-2013", 9, 7, 1], ["Feb-2013", 12, 8, 0]],
        }
    )
    assert not loaded.stopped
    # Then that month has it, and the other is said to be left out
    assert values(loaded, "month", "starts", "closures", "leavers", table="service_caseload") == [
        (dt.date(2013, 2, 1), 12, 8, 0)
    ]
    assert "January 2013" in problem(loaded, "flows_without_teams").message


def test_a_total_row_stands_for_the_service_where_no_team_says_it_and_is_compared_where_they_do() -> None:
    headings = [*HEADINGS, "New cases", "Cases closed"]
    loaded = load_rows(
        headings, ["Ash", 5.5, 100, 0, 5, None], ["Elm", 6, 120, 3, 4, None], ["Total", 11.5, 220, 3, 10, 7]
    )
    assert values(loaded, "starts", "closures", table="service_caseload") == [(None, 7)]
    assert "10" in problem(loaded, "total_disagrees").message


def test_months_and_teams_side_by_side_give_them_too() -> None:
    across = [
        ["Team", "Measure", "Jan-13", "Feb-13"],
        *[["Ash", name, *figures] for name, figures in (("Children allocated", (100, 104)), ("New cases", (9, 12)))],
    ]
    assert values(load_sheets({"Figures": across}), "starts") == [(9,), (12,)]
    turned = [["Team", "Ash", "Elm"], ["Children allocated", 100, 120], ["Cases closed", 7, 8]]
    assert values(load_rows(*turned), "closures") == [(7,), (8,)]


def test_starts_and_closures_that_do_not_make_up_the_change_are_named() -> None:
    def month(children: int, started: int) -> list[list[object]]:
        return [[*HEADINGS, "New cases", "Cases closed"], ["Ash", 5.5, children, 0, started, 10]]

    wrong = load_sheets({"Jan 2013": month(100, 12), "Feb 2013": month(110, 12)})
    said = problem(wrong, "flows_disagree")
    assert said.severity == "warning"
    assert "10 more. 12 that started and 10 that closed make 2 more. The two differ by 8." in said.message
    # Figures stay as they were typed
    assert values(wrong, "allocated", "starts") == [(100, 12), (110, 12)]
    right = load_sheets({"Jan 2013": month(100, 12), "Feb 2013": month(110, 20)})
    assert codes(right) == []


def test_every_flow_can_be_chosen_by_a_person() -> None:
    from loaders.words.vocabulary import choices

    assert set(FLOWS) <= set(choices())
