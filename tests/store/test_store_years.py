"""Published figures and activity reports are kept by the year, beside the months."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_months import FEBRUARY, WHEN, allocated, assert_same_tables, full_month, one_team
from kept_years import published, report, values

from model.tables import YEAR_TABLES
from store import Store, StoreError, YearKept
from store.schema import SCHEMA_VERSION

pytestmark = pytest.mark.functional


def test_a_file_of_published_figures_is_kept_without_a_month(store: Store, keep) -> None:
    # Given a month, when published figures are kept
    months = full_month()
    keep(months)
    upload = keep(published("2025", 2024, 2025, region=None, reason=None))
    # Then they are there, the month is as it was, and the upload says what it has
    assert values(store.years("Stockton")) == {2024: ("2025", 17.0), 2025: ("2025", 17.0)}
    assert_same_tables(store.tables("Stockton"), months)
    assert (upload.months, upload.in_force) == ((), ())
    assert upload.years == upload.years_in_force == (YearKept("benchmark", "2024"), YearKept("benchmark", "2025"))
    # And another council has none of them
    assert store.years("Wokingham")["benchmark"].empty


def test_a_month_and_a_report_of_one_file_are_one_upload(store: Store, keep) -> None:
    upload = keep(full_month() | report("2012/13", "Q1", "year"))
    assert (upload.months, upload.years) == ((FEBRUARY,), (YearKept("activity", "2012/13"),))
    assert store.years("Stockton")["activity"]["period"].tolist() == ["Q1", "year"]
    # When it is undone, both are gone; redone, both are back
    store.undo(upload.id, by="", at=WHEN)
    assert store.years("Stockton")["activity"].empty
    assert store.tables("Stockton")["team_caseload"].empty
    assert store.uploads("Stockton")[0].years_in_force == ()
    store.redo(upload.id, by="", at=WHEN)
    assert len(store.years("Stockton")["activity"]) == 2


def test_a_year_comes_back_as_it_was_kept(store: Store, keep) -> None:
    tables = published("2025", 2025, value=15.2) | report("2012/13", "Q1", printed=None, reason="confidential")
    keep(tables)
    assert_same_tables(store.years("Stockton"), {name: tables[name] for name in YEAR_TABLES})


def test_the_newest_upload_of_a_report_counts_whole(store: Store, keep) -> None:
    keep(report("2012/13", "Q1", "Q2"))
    later = keep(report("2012/13", "Q1", printed=7.0))
    assert store.years("Stockton")["activity"]["printed"].tolist() == [7.0]
    # When it is undone, then the one before counts again
    store.undo(later.id, by="", at=WHEN)
    assert store.years("Stockton")["activity"]["printed"].tolist() == [100.0, 100.0]


def test_a_newer_release_counts_whenever_it_was_kept(store: Store, keep) -> None:
    # Given the newest release, and an older one kept after it that goes further back
    newest = keep(published("2025", 2024, 2025, value=15.0))
    keep(published("2024", 2016, 2024, value=16.0))
    # Then each year is of the newest release that has it
    assert values(store.years("Stockton")) == {2016: ("2024", 16.0), 2024: ("2025", 15.0), 2025: ("2025", 15.0)}
    store.undo(newest.id, by="", at=WHEN)
    assert values(store.years("Stockton")) == {2016: ("2024", 16.0), 2024: ("2024", 16.0)}


def test_what_a_file_would_change_is_told_year_by_year(store: Store, keep) -> None:
    keep(published("2025", 2025) | report("2012/13", "Q1"))

    def told(tables) -> list[tuple[str, bool, bool, bool]]:
        compared = store.compare_years("Stockton", tables)
        return [(each.kept.year, each.is_new, each.is_same, each.is_older) for each in compared]

    assert told(published("2025", 2025) | report("2012/13", "Q1")) == [
        ("2025", False, True, False),
        ("2012/13", False, True, False),
    ]
    assert told(report("2012/13", "Q1", printed=9.0)) == [("2012/13", False, False, False)]
    assert told(published("2024", 2024, 2025)) == [("2024", True, False, False), ("2025", False, False, True)]


def test_a_row_twice_and_a_file_of_nothing_are_refused(store: Store, keep) -> None:
    for tables in (report("2012/13", "Q1", "Q1"), {}):
        with pytest.raises(StoreError):
            keep(tables)
    assert store.version() == 0


def test_a_database_of_an_older_headroom_opens_and_is_brought_up_by_the_first_change(
    file: Path, store: Store, keep
) -> None:
    # Given a database with a month, as it was made before there were tables of years
    keep(one_team(FEBRUARY, allocated=7))
    with closing(sqlite3.connect(file)) as connection, connection:
        for table in ("upload_year", "benchmark", "activity"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
    older = Store(f"sqlite:///{file}")
    # Then it is read as it is, and reading changes nothing
    before = file.read_bytes()
    assert allocated(older.tables("Stockton")) == {(FEBRUARY, "South 1"): 7}
    assert older.years("Stockton")["benchmark"].empty
    assert older.uploads("Stockton")[0].years == ()
    assert file.read_bytes() == before
    # When published figures are kept, then they are there, and so is the month
    older.keep("Stockton", published("2025", 2025), file_name="f", sha256="0", by="", at=WHEN)
    assert values(older.years("Stockton")) == {2025: ("2025", 17.0)}
    assert allocated(older.tables("Stockton")) == {(FEBRUARY, "South 1"): 7}
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == (str(SCHEMA_VERSION),)


RELEASES = st.lists(
    st.tuples(st.integers(2020, 2025), st.sets(st.integers(2016, 2020), min_size=1), st.booleans()),
    min_size=1,
    max_size=5,
)


@settings(max_examples=15, deadline=None)
@given(RELEASES)
def test_of_each_year_the_newest_release_and_of_that_the_newest_upload_counts(tmp_path_factory, kept) -> None:
    # Given releases kept in any order, some of them undone
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('kept')}/kept.db")
    expected: dict[int, tuple[str, float]] = {}
    for number, (release, years, is_undone) in enumerate(kept):
        tables = published(str(release), *sorted(years), value=float(number))
        upload = store.keep("Stockton", tables, file_name="f", sha256="0", by="", at=WHEN)
        if is_undone:
            store.undo(upload.id, by="", at=WHEN)
            continue
        for year in years:
            expected[year] = max(expected.get(year, ("", -1.0)), (str(release), float(number)))
    assert values(store.years("Stockton")) == expected
