"""A list of measures is known by what stands in its column of measures, and months over teams by the names below."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, values

pytestmark = pytest.mark.unit

TEAMS = {"Ash": (6.0, 151, 4), "Elm": (4.5, 98, 1)}
MEASURES = ("FTE in post", "Allocated", "Unallocated")
TRUTH = [(team, *figures) for team, figures in TEAMS.items()]


def read(*rows: list[object]) -> list[tuple[object, ...]]:
    return values(load_rows(*rows, sheet="Export"), "team", "fte", "allocated", "unallocated")


@every_row("heading", ["Type", "Category", "Description", "Zz"])
@every_row("value", ["Value", "Total", "Count", "Qty"])
def test_measures_stand_below_any_heading(heading: str, value: str) -> None:
    rows = [["Feb-13", team, *one] for team, figures in TEAMS.items() for one in zip(MEASURES, figures, strict=True)]
    assert read(["Month", "Team", heading, value], *rows) == TRUTH


def test_a_table_of_teams_with_a_kind_and_a_total_is_no_list_of_measures() -> None:
    rows = [["Feb-13", "Ash", "Fieldwork", 151], ["Feb-13", "Elm", "Allocated", 98]]
    loaded = load_rows(["Month", "Team", "Type", "Total"], *rows, sheet="Export")
    assert values(loaded, "team", "allocated") == [("Ash", 151), ("Elm", 98)]
    assert "measures_by_cells" not in codes(loaded, "note")


def test_a_month_over_the_names_of_its_teams_is_no_heading_of_figures() -> None:
    # Given two months, each over the same teams, and a row for each measure
    rows = [["Caseload monitoring"], [], ["", "Jan-13", "", "Feb-13", ""], ["Team", *TEAMS, *TEAMS]]
    rows += [
        [name, *(figures[place] for figures in TEAMS.values()), *(figures[place] + 1 for figures in TEAMS.values())]
        for place, name in enumerate(MEASURES)
    ]
    # When it is read, then each month has its teams; none is called after the title
    later = [(team, fte + 1, allocated + 1, waiting + 1) for team, fte, allocated, waiting in TRUTH]
    assert sorted(read(*rows)) == sorted([*TRUTH, *later])
