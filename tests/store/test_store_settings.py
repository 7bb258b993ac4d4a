"""Settings and the workers' secret: kept by authority, the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from kept_months import FEBRUARY, MARCH, WHEN, one_team
from sqlalchemy import create_engine, func, select, update

from model.assumptions import KindSetting, Settings, TeamSetting
from store import Store, StoreError
from store.schema import setting


@pytest.mark.unit
def test_settings_come_back_exactly_and_only_to_their_authority(store: Store) -> None:
    # Given settings with an odd decimal, a kind and a team of their own
    mine = Settings(
        optimum=Decimal("22.5"),
        cost_per_post=Decimal("40817.67"),
        kinds={"Front door": KindSetting(None)},
        teams={"MASH": TeamSetting("Front door", None, counted=False)},
    )
    store.keep_settings("Stockton", Settings(optimum=Decimal(20)), by="", at=WHEN)
    store.keep_settings("Stockton", mine, by="Sam", at=WHEN)
    # Then the newest come back, and no one else's change
    assert store.settings("Stockton") == mine
    assert store.settings("Hartlepool") == Settings()


@pytest.mark.functional
def test_settings_alone_do_not_make_an_authority_with_figures(store: Store) -> None:
    store.keep_settings("Example council", Settings(optimum=Decimal(20)), by="", at=WHEN)
    assert store.authorities() == []
    assert store.version() > 0


@pytest.mark.unit
def test_earlier_settings_stay_on_record(store: Store, file: Path) -> None:
    for optimum in (20, 21, 22):
        store.keep_settings("Stockton", Settings(optimum=Decimal(optimum)), by="", at=WHEN)
    with create_engine(f"sqlite:///{file}").connect() as connection:
        assert connection.scalar(select(func.count()).select_from(setting)) == 3


def not_counted(*names: str) -> Callable[[Settings], Settings]:
    return lambda now: now.with_values(teams={**now.teams, **{name: TeamSetting(counted=False) for name in names}})


@pytest.mark.unit
def test_what_is_said_with_an_upload_joins_the_newest_settings_in_its_one_change(store: Store, keep) -> None:
    # Given settings that somebody else kept last
    theirs = Settings(optimum=Decimal(20), teams={"Duty": TeamSetting("Front door", Decimal(12))})
    store.keep_settings("Stockton", theirs, by="Ann", at=WHEN)
    version = store.version()
    # When a month is kept with what was said of a team, then nothing of theirs is lost
    keep(one_team(FEBRUARY), at=WHEN + timedelta(hours=1), settle=not_counted("MASH"))
    assert store.settings("Stockton") == not_counted("MASH")(theirs)
    # But over a version that is not the newest neither is kept
    with pytest.raises(StoreError, match="Someone else has changed"):
        keep(one_team(MARCH), settle=not_counted("Court"), expected_version=version)
    assert store.settings("Stockton") == not_counted("MASH")(theirs)
    assert len(store.uploads("Stockton")) == 1


@pytest.mark.unit
def test_settings_that_cannot_be_changed_keep_the_month_out_too(store: Store, keep, file: Path) -> None:
    store.keep_settings("Stockton", Settings(), by="", at=WHEN)
    with create_engine(f"sqlite:///{file}").begin() as connection:
        connection.execute(update(setting).values(value='{"colour": "blue"}'))
    with pytest.raises(StoreError, match="kept settings cannot be read"):
        keep(one_team(FEBRUARY), settle=not_counted("MASH"))
    assert store.uploads("Stockton") == []


@pytest.mark.unit
def test_the_teams_settled_with_an_upload_are_those_nobody_has_changed_since(store: Store, keep) -> None:
    # Given a team set before an upload, and two with it
    store.keep_settings("Stockton", not_counted("Duty")(Settings()), by="", at=WHEN)
    upload = keep(one_team(FEBRUARY), at=WHEN + timedelta(hours=1), settle=not_counted("MASH", "Court"))
    other = keep(one_team(MARCH), at=WHEN + timedelta(hours=2))
    assert store.teams_settled("Stockton", upload) == ["Court", "MASH"]
    assert store.teams_settled("Stockton", other) == []
    # When one is changed later, it is no longer among them
    later = store.settings("Stockton").with_values(teams={"MASH": TeamSetting(counted=False)})
    store.keep_settings("Stockton", later, by="", at=WHEN + timedelta(hours=3))
    assert store.teams_settled("Stockton", upload) == ["MASH"]


@pytest.mark.unit
def test_settings_that_cannot_be_read_are_said_plainly(store: Store, file: Path) -> None:
    store.keep_settings("Stockton", Settings(), by="", at=WHEN)
    with create_engine(f"sqlite:///{file}").begin() as connection:
        connection.execute(update(setting).values(value='{"colour": "blue"}'))
    with pytest.raises(StoreError, match="kept settings cannot be read"):
        store.settings("Stockton")


@pytest.mark.functional
def test_the_workers_secret_is_made_before_the_file_and_stays_with_it(store: Store, keep, file: Path) -> None:
    # Given the secret used for codes while nothing was kept yet
    before = store.worker_key()
    keep(one_team(FEBRUARY))
    # Then it is the same once kept, and for whoever opens the file later; another database has another
    assert store.worker_key() == before
    assert Store(f"sqlite:///{file}").worker_key() == before
    assert len(before) == 32
    assert Store(f"sqlite:///{file.with_name('other.db')}").worker_key() != before
