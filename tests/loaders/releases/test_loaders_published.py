"""The Department for Education's workforce file is read as figures to compare with, whatever its release calls them."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, TWO, codes, load_sheets, problem
from made_published import BEFORE, IN_WORDS, MEASURES, NOW, file_of, made, place

from loaders import Loaded, load
from loaders.apart import ReaderApart
from loaders.releases.publishedwords import MEASURE_OF, PLACES, SPELLINGS, measure_key
from loaders.told import in_words
from model.benchmark import MEASURES as KNOWN
from model.benchmark import councils, region_of

pytestmark = pytest.mark.unit

ENGLAND = place(2025, "National", caseload="15.2", cases="321661", case_holders_fte="21105.4", agency_rate="13")
COUNCIL = place(
    2025, "Local authority", "Ashford Vale", "North Riding", caseload="17.1", agency_rate="low", vacancy_rate="c"
)


def figures(loaded: Loaded) -> dict[tuple[int, str, str], float | str | None]:
    """Year, place and measure to the figure, or to the reason why there is none."""
    frame = loaded.tables["benchmark"].astype(object)
    rows = frame.where(frame.notna(), None).to_dict("records")
    return {(row["year"], row["place"], row["measure"]): row["reason"] or row["value"] for row in rows}


def test_it_is_a_reference_and_not_a_month() -> None:
    # Given a file of England and a council
    loaded = load(file_of([ENGLAND, COUNCIL]), "csww.csv")
    # Then its figures are there, codes are missing with their reason, and no month is
    assert codes(loaded) == []
    assert loaded.tables["team_caseload"].empty
    found = figures(loaded)
    assert found[2025, "England", "caseload"] == 15.2
    assert found[2025, "England", "cases"] == 321661
    assert found[2025, "Ashford Vale", "caseload"] == 17.1
    assert found[2025, "Ashford Vale", "agency_rate"] == "small, rounds to 0 (low)"
    assert found[2025, "Ashford Vale", "vacancy_rate"] == "confidential (c)"
    frame = loaded.tables["benchmark"]
    assert frame.loc[frame["reason"].notna(), "value"].isna().all()
    assert set(frame["release"]) == {"2025"}
    assert (councils(frame), region_of(frame, "Ashford Vale")) == (["Ashford Vale"], "North Riding")
    assert "2025 release: 2025, for England and one council" in in_words(loaded)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([NOW, BEFORE, IN_WORDS]), st.integers(2013, 2030), st.integers(1, 4))
def test_every_figure_comes_out_of_every_layout(seed: int, headings: dict[str, str], first: int, years: int) -> None:
    # Given a release with its own headings, its columns and rows in any order
    rng = random.Random(seed)
    rows, truth = made(rng, range(first, first + years))
    order = list(headings)
    rng.shuffle(order)
    # When it is read
    loaded = load(file_of(rows, headings, order), "release.csv")
    # Then every figure and every reason is the file's, and there is nothing to check
    assert codes(loaded) == []
    assert figures(loaded) == {key: value for key, value in truth.items() if key[2] in headings}
    assert set(loaded.tables["benchmark"]["release"]) == {str(first + years - 1)}


def test_no_spelling_means_two_things_and_every_measure_is_known() -> None:
    meant = defaultdict(set)
    for name, forms in (*PLACES.items(), *SPELLINGS.items()):
        for form in forms:
            meant[form].add(name)
    assert {form: names for form, names in meant.items() if len(names) > 1} == {}
    assert set(SPELLINGS) == set(KNOWN) == set(MEASURES)


def test_a_rate_over_headcount_is_not_taken_for_one_over_fte() -> None:
    loaded = load(b"time_period,geographic_level,la_name,turnover_rate_headcount,cases\n2025,National,,12,5\n", "f.csv")
    assert set(loaded.tables["benchmark"]["measure"]) == {"cases"}


def test_an_average_that_its_cases_and_fte_do_not_give_is_named_and_kept() -> None:
    # Given two averages: one a rounding away from its parts, one not
    near = place(2024, "National", caseload="16.0", cases="1590", case_holders_fte="100")
    far = place(2025, "National", caseload="17.0", cases="1500", case_holders_fte="100")
    loaded = load(file_of([near, far]), "csww.csv")
    found = problem(loaded, "published_disagrees")
    assert (found.severity, found.cell) == ("warning", "I3")
    assert "published as 17, but its cases divided by its FTE give 15.00" in found.message
    assert figures(loaded)[2025, "England", "caseload"] == 17.0


def test_what_cannot_be_a_figure_and_whose_place_cannot_be_told_is_named() -> None:
    rows = [
        place(2025, "National", caseload="many", agency_rate="130"),
        place(2025, "Local authority", ""),
        {**ENGLAND, "year": "soon"},
        {**COUNCIL, "level": "Ward"},
    ]
    loaded = load(file_of(rows), "csww.csv")
    assert sorted(codes(loaded)) == ["published_row_unclear"] * 3 + ["published_unreadable"] * 2
    assert figures(loaded)[2025, "England", "caseload"] == "not a figure that can be read"
    assert set(loaded.tables["benchmark"]["place"]) == {"England"}


def test_a_place_twice_in_a_year_is_read_once_and_named() -> None:
    loaded = load(file_of([COUNCIL, {**COUNCIL, "caseload": "99"}]), "csww.csv")
    assert "Ashford Vale stands twice for 2025: here and in cell H2" in problem(loaded, "published_twice").message
    assert figures(loaded)[2025, "Ashford Vale", "caseload"] == 17.1


def test_published_figures_beside_teams_in_a_workbook_are_both_read() -> None:
    sheet = [["DfE workforce"], [], ["Year", "Level", "Local authority", "Caseload"], [2025, "National", "", 15.2]]
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "DfE": sheet, "DfE old": sheet})
    assert len(loaded.tables["team_caseload"]) == 2
    assert figures(loaded) == {(2025, "England", "caseload"): 15.2}
    assert codes(loaded) == ["published_releases"]
    [read] = [one for one in loaded.read if one.sheet == "DfE"]
    assert (read.table, read.header_row, read.rows) == ("benchmark", 3, 1)


def test_other_statistics_of_the_department_are_still_refused() -> None:
    text = b"time_period,geographic_level,la_name,At31_episodes\n2025,National,,402400\n"
    assert codes(load(text, "b1.csv")) == ["dfe_statistics"]


def test_it_comes_whole_through_the_child_process(reader: ReaderApart) -> None:
    content = file_of(made(random.Random(1), [2024, 2025])[0])
    apart, here = reader.load(content, "csww.csv"), load(content, "csww.csv")
    assert apart.tables["benchmark"].equals(here.tables["benchmark"])


@every_row(
    "heading",
    [
        "avg_caseload_fte",
        "ave_caseload",
        "mean_caseload_fte",
        "average_cases_per_fte",
        "AverageCaseload",
        "caseload_avg",
    ],
)
def test_an_average_caseload_is_known_by_other_names(heading: str) -> None:
    assert MEASURE_OF[measure_key(heading)][0] == "caseload"


@pytest.mark.parametrize(
    "heading", ["average_caseload_headcount", "vacancy_fte", "agency_cover_rate_fte", "cin_per_social_worker"]
)
def test_a_heading_of_another_measure_is_known_as_none(heading: str) -> None:
    assert measure_key(heading) not in MEASURE_OF


def test_a_file_without_a_known_column_for_the_caseload_says_so() -> None:
    # Given a file whose average caseload stands under a heading that nobody knows
    rows = [place(2025, "National", caseload="15.2", case_holders_fte="10", cases="152")]
    named = load(file_of(rows, {**NOW, "caseload": "caseload_measure_b"}), "csww.csv")
    without = load(file_of(rows, {**NOW, "caseload": "zz"}), "csww.csv")
    # When it is read, then the heading is named, or at least that there is none
    found = problem(named, "published_unknown")
    assert found.severity == "warning" and "“caseload_measure_b”" in found.message
    assert "published_no_caseload" in codes(without, "note")
    assert not {"published_unknown", "published_no_caseload"} & set(
        codes(load(file_of(rows), "csww.csv"), "warning", "note")
    )
