"""The shipped workbooks go through the loader, and the example through the store, without loss."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from data import activity, example, template
from data.story import story
from loaders import Loaded, load
from model.case_types import CASE_TYPES
from store import Store, StoreError

MONTH, DAY = date(2024, 9, 1), date(2024, 9, 30)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(example.FILE.read_bytes(), example.FILE.name)


def serious(problems) -> list[str]:
    return [problem.message for problem in problems if problem.severity != "note"]


@pytest.mark.functional
def test_what_there_is_to_check_in_the_example_is_the_reports_own(loaded: Loaded) -> None:
    # Given the report, which prints one average for North 2 and North 3 at both its dates, and three percentages that
    # their numerators and denominators do not give
    assert not loaded.stopped
    printed = [said.split(". ")[0] for said in serious(loaded.problems) if " is printed as " in said]
    assert printed == [
        "“Contacts with an active CAF” is printed as 5%, but 181 of 6,859 give 2.64%",
        "“Referrals that progressed to assessment” is printed as 62%, but 2,201 of 2,336 give 94.22%",
        "“Re-referrals” is printed as 16%, but 353 of 2,336 give 15.11%",
    ]
    assert [said for said in serious(loaded.problems) if " is printed as " not in said] == [
        "“North 2” and “North 3” have the same FTE and the same children in September 2012 (7.5 FTE and 233 children) "
        "and February 2013 (6.5 FTE and 216 children). "
        "Check that one team’s figures were not copied to the other before keeping the month."
    ]


@pytest.mark.back
def test_the_loaded_example_is_the_story_that_was_written(loaded: Loaded) -> None:
    # Given the story's months
    months = story()
    # Then every team, waiting figure, worker and note has come through
    teams = loaded.tables["team_caseload"]
    columns = teams[["month", "as_at", "team", "fte", "fte_basis", "fte_established", "headcount", "allocated"]]
    assert [tuple(row) for row in columns.itertuples(index=False)] == [
        (
            pd.Timestamp(month.month),
            pd.Timestamp(month.as_at),
            team.team,
            float(team.fte),
            "case-holding",
            float(team.established),
            len(team.workers),
            team.allocated,
        )
        for month in months
        for team in month.teams
    ]
    assert teams["unallocated"].isna().all()
    assert (teams[list(CASE_TYPES)].sum(axis=1) == teams["allocated"]).all()
    service = loaded.tables["service_caseload"]
    assert service["unallocated"].tolist() == [month.waiting for month in months]
    assert service["allocated"].isna().all()
    workers = loaded.tables["worker_caseload"]
    written = [worker for month in months for team in month.teams for worker in team.workers]
    assert workers["allocated"].tolist() == [worker.children for worker in written]
    assert workers["fte"].tolist() == [float(worker.fte) for worker in written]
    assert workers["asye"].tolist() == [worker.asye for worker in written]
    assert len(loaded.tables["month_note"]) == sum(len(example.notes(month.month)) for month in months)


@pytest.mark.back
def test_the_examples_activity_sheet_is_read_as_it_was_written(loaded: Loaded) -> None:
    # Given each figure that the sheet was written with, by measure, part and year
    written = {
        (measure, part, year): float(value)
        for _, measure, part, previous, this, *_ in activity.rows()
        for year, value in (("2011/12", previous), ("2012/13", this))
        if value is not None
    }
    # Then it is what was read, and nothing else is
    frame = loaded.tables["activity"]
    read = {}
    for row in frame.to_dict("records"):
        figures = {"numerator": row["numerator"], "denominator": row["denominator"], row["unit"]: row["printed"]}
        known = {part: value for part, value in figures.items() if not pd.isna(value)}
        read |= {(row["measure"], part, row["financial_year"]): value for part, value in known.items()}
    assert read == written
    assert set(frame["measure"]) == {measure for _, measure, *_ in activity.rows()}
    assert set(frame["source"]) == {source for *_, source in activity.rows()}
    # And ratios are worked out again, also where the report prints none
    again = frame.dropna(subset="recomputed").set_index("measure")["recomputed"].to_dict()
    assert (again["Contacts with an active CAF"], again["Re-referrals"]) == (2.64, 15.11)
    assert again["Initial assessments completed in time"] == 42.84


@pytest.mark.functional
def test_the_example_can_be_kept_and_comes_back_the_same(loaded: Loaded, tmp_path: Path) -> None:
    # Given somebody who keeps the example as their own
    store = Store(f"sqlite:///{tmp_path}/kept.db")
    at = datetime(2026, 11, 22, tzinfo=UTC)
    upload = store.keep(
        "Stockton", loaded.tables, file_name=loaded.file_name, sha256=loaded.sha256, by="", at=at, expected_version=0
    )
    # Then all 24 months come back as loaded, and loading them again changes nothing
    assert len(upload.in_force) == 24
    kept = store.tables("Stockton") | store.years("Stockton")
    for name, frame in loaded.tables.items():
        pd.testing.assert_frame_equal(kept[name], frame)
    assert all(month.is_same for month in store.compare("Stockton", loaded.tables))


@pytest.mark.functional
def test_a_blank_template_is_said_to_have_no_teams_and_is_not_kept(tmp_path: Path) -> None:
    # Given the template as it is shipped
    loaded = load(template.FILE.read_bytes(), template.FILE.name)
    # Then that it has no teams is all there is to say, and nothing of it can be kept
    assert [(problem.sheet, problem.severity) for problem in loaded.problems] == [("Team caseload", "error")]
    assert "no teams" in loaded.problems[0].message
    with pytest.raises(StoreError, match="no teams"):
        Store(f"sqlite:///{tmp_path}/kept.db").compare("Stockton", loaded.tables)


@pytest.mark.functional
def test_a_filled_in_template_loads_as_typed() -> None:
    # Given a template filled in by hand, with blanks where nothing is known
    book = load_workbook(template.FILE)
    book["Team caseload"].append([MONTH, DAY, "North", "North", "Fieldwork", 2, 2, 1.8, 2, 40, None])
    book["Team caseload"].append([MONTH, DAY, "MASH", None, "Front door", None, None, 6, None, 130, 4])
    book["Service"].append([MONTH, DAY, 9])
    book["Workers"].append([MONTH, "North", "N-01", "Social Worker", 0.8, "Yes", 14])
    book["Workers"].append([MONTH, "North", "N-02", None, 1, "No", 26])
    book["Month notes"].append([MONTH, "restructure", "Two teams became one"])
    filled = BytesIO()
    book.save(filled)
    # When it is loaded
    loaded = load(filled.getvalue(), "September.xlsx")
    # Then nothing stands in the way, and every figure is where it was typed
    assert serious(loaded.problems) == []
    teams = loaded.tables["team_caseload"].set_index("team")
    assert teams["kind"].to_dict() == {"North": "Fieldwork", "MASH": "Front door"}
    assert teams["fte"].to_dict() == {"North": 1.8, "MASH": 6.0}
    assert teams["allocated"].to_dict() == {"North": 40, "MASH": 130}
    assert teams.loc["MASH", "unallocated"] == 4
    assert teams["unallocated"].isna().to_dict() == {"North": True, "MASH": False}
    assert loaded.tables["service_caseload"]["unallocated"].tolist() == [9]
    assert loaded.tables["worker_caseload"]["asye"].tolist() == [True, False]
    assert loaded.tables["month_note"]["mark"].tolist() == ["restructure"]
