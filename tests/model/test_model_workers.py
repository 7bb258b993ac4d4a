"""Workers, each alone: who carries more than the optimum, exactly."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import service, team

from model.tables import WORKER_CASELOAD, conform, empty
from model.workers import WORKER_FRAME, spread, worker_frame

pytestmark = pytest.mark.unit

fewer = settings(max_examples=25, deadline=None)

MONTH = date(2013, 2, 1)
BOTH = service(team("North 1"), team("South 1"))


def table(*rows: dict) -> pd.DataFrame:
    return conform(pd.DataFrame(list(rows)), WORKER_CASELOAD)


def row(worker: str, allocated: int | None = 20, fte: float | None = 1.0, team_name: str = "North 1", **more) -> dict:
    return {"month": MONTH, "team": team_name, "worker": worker, "fte": fte, "allocated": allocated} | more


def frame(*rows: dict, of=BOTH) -> pd.DataFrame:
    return worker_frame(table(*rows), MONTH, of)


def test_workers_stand_highest_first_in_the_order_of_the_teams():
    # Given workers of two teams, in no order
    found = frame(row("S1-01", 40, team_name="South 1"), row("N1-01", 20), row("N1-02", 30))
    # Then the first team's come first, highest on top
    assert found["worker"].tolist() == ["N1-02", "N1-01", "S1-01"]
    assert tuple(found.columns) == WORKER_FRAME


def test_children_are_taken_to_full_time_hours():
    # Given a half-time worker with 13 children, then that is 26 for full-time hours, over 25.
    (found,) = frame(row("N1-01", 13, 0.5)).to_dict("records")
    assert found["children_per_fte"] == 26.0
    assert found["is_over"] is True
    assert (found["allocated"], found["fte"]) == (13, 0.5)


@every_row(
    ("children", "fte", "optimum", "over"),
    [
        (25, 1.0, 25, False),
        (26, 1.0, 25, True),
        # In binary 14 / 0.7 is a hair above 20.
        (14, 0.7, 20, False),
        # 25.04 is shown as 25.0 and is over all the same.
        (626, 25.0, 25, True),
        (99, 1.0, None, False),
    ],
)
def test_over_is_decided_on_the_exact_figure(children, fte, optimum, over):
    found = frame(row("N1-01", children, fte), of=service(team("North 1", optimum=optimum)))
    assert found["is_over"].tolist() == [over]


def test_each_worker_is_held_to_the_optimum_of_the_team():
    mixed = service(team("North 1", optimum=15), team("South 1", optimum=25))
    found = frame(row("N1-01", 20), row("S1-01", 20, team_name="South 1"), of=mixed)
    assert found["is_over"].tolist() == [True, False]


def test_only_the_months_workers_of_the_teams_in_view_are_there():
    earlier = row("N1-09") | {"month": date(2013, 1, 1)}
    found = frame(earlier, row("N1-01"), row("X-01", team_name="Elsewhere"))
    assert found["worker"].tolist() == ["N1-01"]


@pytest.mark.parametrize("gap", [{"fte": None}, {"allocated": None}, {"fte": 0.0}])
def test_a_worker_without_hours_or_children_known_is_left_out(gap):
    assert frame(row("N1-01") | gap, row("N1-02"))["worker"].tolist() == ["N1-02"]


def test_a_worker_with_no_children_is_there_with_none():
    assert frame(row("N1-01", 0))["children_per_fte"].tolist() == [0.0]


def test_what_the_file_leaves_out_is_not_made_up():
    # Given a worker without a post title and without a word on being newly qualified
    found = frame(row("N1-01"), row("N1-02", asye=True, role="Social Worker"))
    by_code = found.set_index("worker")
    # Then the title stays missing, and only who is said to be newly qualified is marked
    assert by_code["asye"].tolist() == [False, True]
    assert by_code["role"].isna().tolist() == [True, False]


def test_no_workers_make_an_empty_frame_with_its_columns():
    found = worker_frame(empty(WORKER_CASELOAD), MONTH, BOTH)
    assert (tuple(found.columns), len(found)) == (WORKER_FRAME, 0)
    assert len(spread(found)) == 0


loads = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20).map(lambda n: n / 20), st.sampled_from(["North 1", "South 1"])),
    max_size=20,
)


@fewer
@given(loads=loads)
def test_the_number_over_is_that_of_exact_arithmetic(loads):
    # Given any workers
    rows = [row(f"W-{n}", children, fte, name) for n, (children, fte, name) in enumerate(loads)]
    found = frame(*rows) if rows else worker_frame(empty(WORKER_CASELOAD), MONTH, BOTH)
    # Then everyone is there, and as many are over as when each is worked out in twentieths of full time
    assert len(found) == len(loads)
    assert found["is_over"].sum() == sum(Fraction(children * 20, round(fte * 20)) > 25 for children, fte, _ in loads)


@fewer
@given(sizes=st.lists(st.integers(1, 12), min_size=1, max_size=4))
def test_dots_of_a_team_stay_in_its_row_and_apart(sizes):
    # Given teams of any size
    names = [f"Team {n}" for n, size in enumerate(sizes) for _ in range(size)]
    made = spread(pd.DataFrame({"team": names}))
    # Then every dot is within its own row, and five that follow one another are apart
    assert made["offset"].between(-0.28, 0.28).all()
    for _, offsets in made.groupby("team")["offset"]:
        assert all(len(set(offsets[n : n + 5].round(9))) == len(offsets[n : n + 5]) for n in range(len(offsets)))
