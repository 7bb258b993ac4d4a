"""Settings and the workers' secret: kept by authority, the newest counts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from kept_months import FEBRUARY, WHEN, one_team
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
