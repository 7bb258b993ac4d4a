"""What keeping a file would change is said month by month and team by team."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from kept_months import FEBRUARY, JANUARY, MARCH, full_month, make_tables, one_team, team

from model.tables import TO_CHECK
from store import Change, MonthComparison, Store


@pytest.mark.unit
def test_a_month_not_kept_before_is_new(store: Store, keep) -> None:
    keep(one_team(JANUARY))
    found = store.compare("Stockton", one_team(MARCH, FEBRUARY))
    assert found == [MonthComparison(month, is_new=True, is_same=False) for month in (FEBRUARY, MARCH)]


@pytest.mark.unit
def test_the_same_month_is_recognised_whatever_the_order_of_its_rows(store: Store, keep) -> None:
    # Given a kept month
    keep(full_month())
    # When the same figures are offered, their rows the other way round
    offered = {name: frame[::-1].reset_index(drop=True) for name, frame in full_month().items()}
    # Then nothing would change
    assert store.compare("Stockton", offered) == [MonthComparison(FEBRUARY, is_new=False, is_same=True)]
    assert store.compare("Hartlepool", offered)[0].is_new


@pytest.mark.unit
def test_changes_are_named_by_team_and_field_and_blank_is_not_zero(store: Store, keep) -> None:
    # Given a kept month and a corrected one
    keep(make_tables(team_caseload=[team(FEBRUARY, "A", 10), team(FEBRUARY, "B", 20, as_at=date(2013, 2, 20))]))
    corrected = [team(FEBRUARY, "A", None, fte=6.0), team(FEBRUARY, "B", 20, as_at=date(2013, 2, 21), unallocated=0)]
    # Then each changed figure is said once, with what it was and would be
    (found,) = store.compare("Stockton", make_tables(team_caseload=corrected))
    assert set(found.changes) == {
        Change("A", "allocated", 10, None),
        Change("A", "fte", 7.5, 6.0),
        Change("B", "as_at", date(2013, 2, 20), date(2013, 2, 21)),
        Change("B", "unallocated", None, 0),
    }
    assert (found.is_new, found.is_same, found.teams_gone, found.teams_new) == (False, False, (), ())


@pytest.mark.unit
def test_teams_that_would_disappear_and_appear_are_named(store: Store, keep) -> None:
    keep(make_tables(team_caseload=[team(FEBRUARY, name, 1) for name in ("A", "B", "C")]))
    (found,) = store.compare("Stockton", make_tables(team_caseload=[team(FEBRUARY, name, 1) for name in ("D", "B")]))
    assert (found.teams_gone, found.teams_new, found.is_same) == (("A", "C"), ("D",), False)
    # And what they have or had is said, and of the one that stays nothing
    assert found.changes == (
        Change("A", "fte", 7.5, None),
        Change("A", "allocated", 1, None),
        Change("C", "fte", 7.5, None),
        Change("C", "allocated", 1, None),
        Change("D", "fte", None, 7.5),
        Change("D", "allocated", None, 1),
    )


@pytest.mark.unit
def test_the_posts_of_a_team_that_goes_are_said_since_vacancies_change_with_them(store: Store, keep) -> None:
    keep(make_tables(team_caseload=[team(FEBRUARY, "A", 1) | {"fte_established": 9.0}, team(FEBRUARY, "B", 1)]))
    (found,) = store.compare("Stockton", make_tables(team_caseload=[team(FEBRUARY, "B", 1)]))
    assert Change("A", "fte_established", 9.0, None) in found.changes


@pytest.mark.unit
def test_a_service_figure_that_changes_comes_or_goes_is_said(store: Store, keep) -> None:
    keep(full_month())
    changed, gone = full_month(), full_month()
    changed["service_caseload"] = changed["service_caseload"].assign(unallocated=80)
    gone["service_caseload"] = gone["service_caseload"][:0]
    assert store.compare("Stockton", changed)[0].changes == (Change(None, "unallocated", 76, 80),)
    # The day, which a team still gives, stays what is shown
    assert store.compare("Stockton", gone)[0].changes == (Change(None, "unallocated", 76, None),)


@pytest.mark.unit
def test_what_the_service_shows_is_compared_and_not_how_a_file_gave_it(store: Store, keep) -> None:
    # Given 11 who wait in one team, of 32 in the service, as at a day that only the service gives
    def month(*teams, **service):
        rows = [{"month": FEBRUARY, **service}] if service else []
        return make_tables(
            team_caseload=[team(FEBRUARY, name, 100, **more) for name, more in teams], service_caseload=rows
        )

    day = date(2013, 2, 20)
    keep(month(("A", {"unallocated": 11}), ("B", {}), as_at=day, unallocated=32))
    # When a new file has the same by team, then nothing of the whole service changes
    by_team = month(("A", {"unallocated": 11, "as_at": day}), ("B", {"unallocated": 21, "as_at": day}))
    assert {change.team for change in store.compare("Stockton", by_team)[0].changes} == {"A", "B"}
    # And where it knows fewer, that is what is said, with what they are
    (found,) = store.compare("Stockton", month(("A", {"unallocated": 11}), ("B", {})))
    assert found.changes == (Change(None, "as_at", day, None), Change(None, "unallocated", 32, "at least 11"))


@pytest.mark.unit
def test_what_a_file_said_wrongly_of_a_month_is_no_note_that_differs(store: Store, keep) -> None:
    # Given a month with a total that did not agree, when the same figures come from another file
    keep(full_month())
    offered = full_month()
    wrong = offered["month_note"].assign(mark=TO_CHECK, note="b.xlsx, Sheet1, cell C7: The total is 1 too high")
    offered["month_note"] = pd.concat([offered["month_note"], wrong], ignore_index=True)
    # Then nobody is told of notes that differ
    assert store.compare("Stockton", offered) == [MonthComparison(FEBRUARY, is_new=False, is_same=True)]


@pytest.mark.unit
@pytest.mark.parametrize(
    ("table", "column", "value", "workers", "notes"),
    [("worker_caseload", "allocated", 5, True, False), ("month_note", "note", "Counted again", False, True)],
)
def test_workers_and_notes_that_differ_are_not_the_same_month(
    store, keep, table, column, value, workers, notes
) -> None:
    keep(full_month())
    offered = full_month()
    offered[table] = offered[table].assign(**{column: value})
    (found,) = store.compare("Stockton", offered)
    assert (found.is_same, found.workers_differ, found.notes_differ, found.changes) == (False, workers, notes, ())


@pytest.mark.functional
def test_comparing_after_keeping_always_says_the_same(store: Store, keep) -> None:
    for tables in (full_month(), one_team(FEBRUARY, MARCH, allocated=3)):
        keep(tables)
        assert all(month.is_same for month in store.compare("Stockton", tables))
