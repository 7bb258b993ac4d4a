"""Published figures of earlier releases, with years and measures side by side, give the same table as the long file."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, TWO, codes, load_sheets, problem
from made_releases import PLACED, a_sheet_each, in_blocks, truth_of, underlying

from loaders import Loaded, load
from loaders.releases.publishedwords import COUNCILS, MEASURE_OF, PLACE_OF, REGIONS, SPELLINGS, title_year

pytestmark = pytest.mark.unit


def figures(loaded: Loaded) -> dict[tuple[int, str, str], float | str | None]:
    frame = loaded.tables["benchmark"].astype(object)
    rows = frame.where(frame.notna(), None).to_dict("records")
    return {(row["year"], row["place"], row["measure"]): row["reason"] or row["value"] for row in rows}


def regions(loaded: Loaded) -> dict[str, str]:
    councils = loaded.tables["benchmark"].query("level == 'council'")
    return dict(zip(councils["place"], councils["region"], strict=True))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(2013, 2016))
def test_underlying_data_of_one_year_come_out_whole(seed: int, year: int) -> None:
    # Given a file whose headings have the year, and nothing else says year or level
    truth = truth_of(random.Random(seed), [year])
    # When it is read; its name has the year in which it was published
    loaded = load(underlying(truth, year), f"SFR07_{year + 1}_UD.csv")
    # Then every figure and reason is there, each place at its level, and the release is the figures' year
    assert codes(loaded) == []
    assert figures(loaded) == truth
    assert regions(loaded) == PLACED
    frame = loaded.tables["benchmark"]
    assert set(frame["release"]) == {str(year)}
    assert frame.groupby("level")["place"].nunique().to_dict() == {"England": 1, "region": 2, "council": 3}


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.booleans(), st.booleans(), st.integers(2, 4))
def test_blocks_of_years_or_of_measures_come_out_whole(seed: int, coded: bool, by_year: bool, many: int) -> None:
    # Given a table with a block of years for each measure, or of measures for each year
    years = range(2013, 2013 + many)
    truth = truth_of(random.Random(seed), years)
    loaded = load_sheets({"LA tables": in_blocks(truth, years, coded=coded, by_year=by_year)})
    # Then every figure is there, footnotes do no harm, and a council is in the region that it stands below
    assert codes(loaded) == []
    assert figures(loaded) == truth
    assert regions(loaded) == PLACED
    assert set(loaded.tables["benchmark"]["release"]) == {str(max(years))}


def test_sheets_of_one_measure_each_make_one_table() -> None:
    truth = truth_of(random.Random(5), [2014, 2015, 2016])
    loaded = load_sheets(a_sheet_each(truth, [2014, 2015, 2016]))
    assert codes(loaded) == []
    assert figures(loaded) == truth


def test_a_place_has_the_name_that_the_newest_release_gives_it() -> None:
    rows = [
        ["Local authority", "Turnover rate 2015"],
        ["England", 16],
        ["East", 14],
        ["Durham(2)", 10],
        ["St Helens", 9],
    ]
    loaded = load_sheets({"LA": rows})
    assert [place for _, place, _ in figures(loaded)] == ["England", "East of England", "County Durham", "St. Helens"]


def test_what_year_or_measure_it_is_is_never_guessed() -> None:
    # Given a sheet whose years have no measure, one whose measures have no year, one with a year of two halves, and
    # one over headcount
    places = [["England", 16, 15], ["North East", 14, 13]]
    sheets = {
        "No measure": [["Area", 2014, 2015], *places],
        "No year": [["Area", "Turnover rate", "Vacancy rate"], *places],
        "Halves": [["Area", "Turnover rate 2014-15", "Vacancy rate 2014-15"], *places],
        "Heads": [["Turnover rate (headcount)"], ["Area", 2014, 2015], *places],
    }
    loaded = load_sheets(sheets)
    # Then none is read, and each is named with its cell
    assert loaded.tables["benchmark"].empty
    found = {one.sheet: (one.code, one.cell) for one in loaded.problems if one.severity == "warning"}
    assert found == {
        "No measure": ("published_no_measure", "B1"),
        "No year": ("published_no_year", "B1"),
        "Halves": ("published_no_year", "B1"),
        "Heads": ("published_no_measure", "B2"),
    }


def test_a_councils_own_areas_beside_a_line_for_england_stay_its_own() -> None:
    rows = [["Area", *HEADINGS, "Average caseload"], ["North East", *TWO[0], 18.2], ["South East", *TWO[1], 20]]
    loaded = load_sheets({"Feb 2013": [*rows, ["", "England", "", "", "", 15.2]]})
    assert loaded.tables["benchmark"].empty
    assert set(loaded.tables["team_caseload"]["team"]) == {"Ash", "Elm"}
    bare = [["Area", "Turnover rate", "Vacancy rate"], ["Ash", 14, 13], ["England", 16, 15]]
    assert load_sheets({"2015": bare}).tables["benchmark"].empty


def test_a_percentage_that_excel_keeps_as_a_fraction_is_the_percentage() -> None:
    loaded = load(b"Local authority,Turnover rate (FTE) 2015\nEngland,16%\n", "la.csv")
    assert figures(loaded) == {(2015, "England", "turnover_rate"): 16.0}


def test_a_title_s_year_is_that_of_its_september_and_not_of_the_release() -> None:
    assert title_year(["SFR 07/2016: workforce, year ending 30 September 2015", "Published February 2016"]) == 2015
    assert title_year(["Years ending 30 September 2013 to 2015"]) is None
    assert title_year(["Updated in 2016"]) is None


def test_no_spelling_means_two_things_once_it_is_looked_up() -> None:
    forms = [form for forms in SPELLINGS.values() for form in forms]
    assert sorted(forms) == sorted(MEASURE_OF)
    assert not MEASURE_OF.keys() & PLACE_OF.keys()
    assert not REGIONS.keys() & COUNCILS.keys()
    assert not any("headcount" in form for form in forms)


def test_a_year_that_two_sheets_give_is_read_once_and_said() -> None:
    rows = [["Local authority", "Turnover rate 2015"], ["England", 16]]
    loaded = load_sheets({"Now": rows, "Revised": [rows[0], ["England", 17]]})
    assert figures(loaded) == {(2015, "England", "turnover_rate"): 16}
    assert "“Revised”" in problem(loaded, "published_releases").message
